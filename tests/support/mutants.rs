//! Every law that differs from a law in one step: a row dropped, a condition turned round, a day moved by one.
//!
//! Rules are data, so what could be written wrongly in them is no operator of a function. A mutant is named by the
//! place and by what was done there, so that a list can name one for good.

use super::support::{copy, copy_table};
use care_tools::engine::{Apart, Cond, Count, Hit, Law, Period, Question, Row, Span, Start, When};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Where something stands in a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A row, by table and place in it.
    Row(usize, usize),
    /// When a table is worked out.
    OnlyIf(usize),
    /// When a question is asked.
    Asked(usize),
    /// When a choice of a question may be used.
    Fit(usize, usize),
    /// When a warning is shown.
    Warning(usize),
}

/// What was done there.
#[derive(Clone, Debug)]
pub enum Step {
    /// Another condition.
    Test(Cond),
    /// The row is gone.
    Drop,
    /// The row and the next one changed places.
    Swap,
    /// Other outcomes and another finding.
    Gives(Vec<usize>, Option<usize>),
    /// Another period in force.
    During(Option<Period>),
    /// Every row that fits is used in place of the first, or the other way round.
    Hit(Hit),
}

/// A law in which one thing is otherwise.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The permanent name.
    pub name: String,
    /// Where.
    pub place: Place,
    /// What.
    pub step: Step,
}

impl Mutant {
    /// The law with the step taken.
    pub fn law(&self, law: &Law) -> Law {
        let mut law = copy(law, copy_table);
        match (self.place, &self.step) {
            (Place::Row(table, at), step) => {
                let table = &mut law.tables[table];
                match step {
                    Step::Drop => drop(table.rows.remove(at)),
                    Step::Swap => table.rows.swap(at, at + 1),
                    Step::Test(when) => table.rows[at].when = when.clone(),
                    Step::Gives(outcomes, finding) => {
                        table.rows[at].outcomes = outcomes.clone();
                        table.rows[at].finding = *finding;
                    }
                    Step::During(period) => table.rows[at].in_force = *period,
                    Step::Hit(hit) => table.hit = *hit,
                }
            }
            (Place::OnlyIf(table), Step::Test(when)) => law.tables[table].only_if = when.clone(),
            (Place::OnlyIf(table), Step::Hit(hit)) => law.tables[table].hit = *hit,
            (Place::Asked(at), Step::Test(when)) => question(&mut law, at).asked = when.clone(),
            (Place::Fit(at, choice), Step::Test(when)) => question(&mut law, at).fits[choice] = when.clone(),
            (Place::Warning(at), Step::Test(when)) => law.warnings[at].when = when.clone(),
            (place, step) => panic!("{step:?} is nothing to do at {place:?}"),
        }
        law.ready()
    }
}

fn question(law: &mut Law, at: usize) -> &mut Question {
    let mut questions = law.sections.iter_mut().flat_map(|section| &mut section.questions);
    questions.find(|question| question.at == at).expect("a question")
}

impl Mutant {
    /// Whether a rule may rest on itself now: another outcome may come from a later table.
    pub fn may_circle(&self) -> bool {
        let mut named = false;
        if let Step::Test(cond) = &self.step {
            cond.each(&mut |part| named |= matches!(part, Cond::Present(_)));
        }
        named
    }
}

/// The condition that stands at a place.
pub fn at(law: &Law, place: Place) -> &Cond {
    match place {
        Place::Row(table, row) => &law.tables[table].rows[row].when,
        Place::OnlyIf(table) => &law.tables[table].only_if,
        Place::Asked(at) => &law.question_at(at).expect("a question").asked,
        Place::Fit(at, choice) => &law.question_at(at).expect("a question").fits[choice],
        Place::Warning(at) => &law.warnings[at].when,
    }
}

/// Every mutant of a law, in its order.
pub fn of(law: &Law) -> Vec<Mutant> {
    let mut all = Mutants { law, found: Vec::new(), names: BTreeMap::new() };
    for table in &law.tables {
        all.conditions(Place::OnlyIf(table.at), &format!("table {}", table.id));
        if table.rows.len() > 1 {
            let (hit, what) = match table.hit {
                Hit::First => (Hit::Every, "uses every row that fits"),
                Hit::Every => (Hit::First, "uses the first row that fits"),
            };
            all.push(format!("table {} {what}", table.id), Place::OnlyIf(table.at), Step::Hit(hit));
        }
        for at in 0..table.rows.len() {
            all.row(table.at, at);
        }
    }
    for question in law.questions() {
        all.conditions(Place::Asked(question.at), &format!("question {}", question.id));
        for (choice, _) in question.fits.iter().enumerate() {
            let name = format!("choice {}.{}", question.id, question.choices[choice].id);
            all.conditions(Place::Fit(question.at, choice), &name);
        }
    }
    for (at, warning) in law.warnings.iter().enumerate() {
        all.conditions(Place::Warning(at), &format!("warning {}", warning.id));
    }
    all.found
}

struct Mutants<'a> {
    law: &'a Law,
    found: Vec<Mutant>,
    names: BTreeMap<String, usize>,
}

impl Mutants<'_> {
    fn push(&mut self, name: String, place: Place, step: Step) {
        let seen = self.names.entry(name.clone()).or_insert(0);
        *seen += 1;
        let name = if *seen == 1 { name } else { format!("{name} ({seen})") };
        self.found.push(Mutant { name, place, step });
    }

    fn conditions(&mut self, place: Place, name: &str) {
        for (what, cond) in changes(self.law, at(self.law, place)) {
            self.push(format!("{name}: {what}"), place, Step::Test(cond));
        }
    }

    fn row(&mut self, table: usize, at: usize) {
        let law = self.law;
        let rows = &law.tables[table].rows;
        let row: &Row = &rows[at];
        let place = Place::Row(table, at);
        let name = format!("{} {}", law.tables[table].id, row.id);
        self.push(format!("{name} is gone"), place, Step::Drop);
        let first = law.tables[table].hit == Hit::First;
        if first && let Some(next) = rows.get(at + 1) {
            self.push(format!("{name} stands after {}", next.id), place, Step::Swap);
        }
        // The next row that gives something else, or the one before.
        let other = |other: &&Row| (&other.outcomes, other.finding) != (&row.outcomes, row.finding);
        let neighbour = rows[at + 1..].iter().find(other).or_else(|| rows[..at].iter().rev().find(other));
        if let Some(neighbour) = neighbour {
            let gives = Step::Gives(neighbour.outcomes.clone(), neighbour.finding);
            self.push(format!("{name} gives what {} gives", neighbour.id), place, gives);
        }
        if row.outcomes.len() > 1 {
            for without in 0..row.outcomes.len() {
                let mut outcomes = row.outcomes.clone();
                let gone = law.outcomes[outcomes.remove(without)].id;
                self.push(format!("{name} does not give {gone}"), place, Step::Gives(outcomes, row.finding));
            }
        }
        if let Some(period) = row.in_force {
            self.push(format!("{name} is always in force"), place, Step::During(None));
            for (what, period) in periods(law, period) {
                self.push(format!("{name} in force {what}"), place, Step::During(Some(period)));
            }
        }
        self.conditions(place, &name);
    }
}

/// Every condition that differs from this one in one step, with what was done.
fn changes(law: &Law, cond: &Cond) -> Vec<(String, Cond)> {
    let mut all = vec![(format!("not ({})", show(law, cond)), Cond::Not(Box::new(cond.clone())))];
    // INVARIANT: a part that always holds is no part; one that never does is a part that is gone.
    match cond {
        Cond::Always => {}
        Cond::All(parts) | Cond::Any(parts) => {
            let every = matches!(cond, Cond::All(_));
            let made = |parts| if every { Cond::All(parts) } else { Cond::Any(parts) };
            if parts.len() > 1 {
                let (other, word) =
                    if every { (Cond::Any(parts.clone()), "any") } else { (Cond::All(parts.clone()), "all") };
                all.push((format!("{word} of ({})", show(law, cond)), other));
                for at in 0..parts.len() {
                    let mut fewer = parts.clone();
                    let gone = fewer.remove(at);
                    all.push((format!("without ({})", show(law, &gone)), made(fewer)));
                }
            }
            for (at, part) in parts.iter().enumerate() {
                for (what, changed) in changes(law, part) {
                    let mut others = parts.clone();
                    others[at] = changed;
                    all.push((what, made(others)));
                }
            }
        }
        Cond::Not(part) => {
            all.clear();
            all.push((format!("({})", show(law, part)), (**part).clone()));
            all.extend(changes(law, part).into_iter().skip(1).map(|(what, cond)| (what, Cond::Not(Box::new(cond)))));
        }
        leaf => {
            let shown = show(law, leaf);
            all.extend(leaves(law, leaf).into_iter().map(|(what, cond)| (format!("({shown}) {what}"), cond)));
        }
    }
    all
}

/// Every leaf that differs from this one in one step.
fn leaves(law: &Law, leaf: &Cond) -> Vec<(String, Cond)> {
    match leaf {
        Cond::Chose(at, mask) => masks(law, *at, *mask).map(|(what, mask)| (what, Cond::Chose(*at, mask))).collect(),
        Cond::Ticked(at, mask) => {
            masks(law, *at, *mask).map(|(what, mask)| (what, Cond::Ticked(*at, mask))).collect()
        }
        Cond::Found(table, mask) => {
            let ids: Vec<&str> = law.tables[*table].findings.iter().map(|choice| choice.id).collect();
            flipped(&ids, *mask).map(|(what, mask)| (what, Cond::Found(*table, mask))).collect()
        }
        Cond::AtLeast(at, count) => {
            counts(law, *count).into_iter().map(|(what, count)| (what, Cond::AtLeast(*at, count))).collect()
        }
        Cond::Apart(apart) => {
            let (count, other): (Count, fn(Count) -> Span) = match apart.span {
                Span::AtLeast(count) => (count, Span::AtLeast as fn(Count) -> Span),
                Span::AtMost(count) => (count, Span::AtMost as fn(Count) -> Span),
            };
            let turned = match apart.span {
                Span::AtLeast(count) => Span::AtMost(count),
                Span::AtMost(count) => Span::AtLeast(count),
            };
            let mut all: Vec<(String, Cond)> = counts(law, count)
                .into_iter()
                .map(|(what, count)| (what, Cond::Apart(Apart { span: other(count), ..*apart })))
                .collect();
            all.push(("on the other side".into(), Cond::Apart(Apart { span: turned, ..*apart })));
            let back = Apart { from: apart.to, to: apart.from, span: apart.span };
            all.push(("counted backwards".into(), Cond::Apart(back)));
            all
        }
        Cond::InForce(period) => {
            periods(law, *period).into_iter().map(|(what, period)| (what, Cond::InForce(period))).collect()
        }
        Cond::Present(outcome) => {
            let near = [outcome.checked_sub(1), Some(outcome + 1)].into_iter().flatten();
            let known = near.filter(|other| *other < law.outcomes.len());
            known.map(|other| (format!("is {}", law.outcomes[other].id), Cond::Present(other))).collect()
        }
        Cond::Unset(at) => {
            let others = (0..law.settings.len()).filter(|other| other != at);
            others.map(|other| (format!("is {}", law.settings[other]), Cond::Unset(other))).collect()
        }
        Cond::Blank(at) => vec![("given or not".into(), Cond::Asked(*at))],
        Cond::Asked(at) => vec![("and blank".into(), Cond::Blank(*at))],
        Cond::Given(_) | Cond::Misfit(_) | Cond::Always | Cond::All(_) | Cond::Any(_) | Cond::Not(_) => Vec::new(),
    }
}

fn masks(law: &Law, question: usize, mask: u32) -> impl Iterator<Item = (String, u32)> {
    let question = law.question_at(question).expect("a question");
    let ids: Vec<&str> = question.choices.iter().map(|choice| choice.id).collect();
    flipped(&ids, mask)
}

/// The mask with one choice fewer or more; never none, which is a condition that is gone.
fn flipped(ids: &[&str], mask: u32) -> impl Iterator<Item = (String, u32)> + use<> {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let all = ids.into_iter().enumerate().map(move |(at, id)| {
        let word = if mask & (1 << at) == 0 { "or" } else { "without" };
        (format!("{word} {id}"), mask ^ (1 << at))
    });
    all.filter(|(_, mask)| *mask != 0)
}

fn counts(law: &Law, count: Count) -> Vec<(String, Count)> {
    match count {
        Count::Days(days) => {
            vec![(format!("{}", days - 1), Count::Days(days - 1)), (format!("{}", days + 1), Count::Days(days + 1))]
        }
        Count::Setting(at) => {
            let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let known = near.filter(|other| *other < law.counts.len());
            known.map(|other| (format!("by {}", law.counts[other]), Count::Setting(other))).collect()
        }
    }
}

fn periods(law: &Law, period: Period) -> Vec<(String, Period)> {
    let mut all = Vec::new();
    let near = |day: NaiveDate| {
        let (before, after) = (day.checked_sub_days(Days::new(1)), day.checked_add_days(Days::new(1)));
        [("a day earlier", before), ("a day later", after)].into_iter().filter_map(|(what, day)| Some((what, day?)))
    };
    match period.from {
        Start::On(day) => {
            all.extend(
                near(day).map(|(what, day)| (format!("from {what}"), Period { from: Start::On(day), ..period })),
            );
        }
        Start::Setting(at) => {
            for other in (0..law.settings.len()).filter(|other| *other != at) {
                all.push((format!("from {}", law.settings[other]), Period { from: Start::Setting(other), ..period }));
            }
        }
    }
    if let Some(until) = period.until {
        all.push(("for good".into(), Period { until: None, ..period }));
        all.extend(near(until).map(|(what, day)| (format!("until {what}"), Period { until: Some(day), ..period })));
    }
    all
}

/// A condition by the ids that it names.
pub fn show(law: &Law, cond: &Cond) -> String {
    let name = |at: &usize| law.question_at(*at).map_or("", |question| question.id);
    let chosen = |at: &usize, mask: u32| {
        let choices = law.question_at(*at).map_or(&[][..], |question| question.choices);
        listed(choices.iter().map(|choice| choice.id), mask)
    };
    let parts = |parts: &[Cond], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| show(law, part)).collect();
        format!("[{}]", parts.join(word))
    };
    match cond {
        Cond::Always => "always".into(),
        Cond::Asked(at) => format!("{} asked", name(at)),
        Cond::Chose(at, mask) => format!("{} {}", name(at), chosen(at, *mask)),
        Cond::Ticked(at, mask) => format!("{} has {}", name(at), chosen(at, *mask)),
        Cond::Blank(at) => format!("{} blank", name(at)),
        Cond::Given(at) => format!("{} given", name(at)),
        Cond::Misfit(at) => format!("{} misfits", name(at)),
        Cond::AtLeast(at, count) => format!("{} >= {}", name(at), number(law, *count)),
        Cond::Apart(apart) => {
            let when = |when| match when {
                When::Today => "today",
                When::Answer(at) => name(&at),
            };
            let span = match apart.span {
                Span::AtLeast(count) => format!(">= {}", number(law, count)),
                Span::AtMost(count) => format!("<= {}", number(law, count)),
            };
            format!("{} to {} {span}", when(apart.from), when(apart.to))
        }
        Cond::Found(table, mask) => {
            let table = &law.tables[*table];
            format!("{} {}", table.id, listed(table.findings.iter().map(|choice| choice.id), *mask))
        }
        Cond::Present(outcome) => format!("{} given", law.outcomes[*outcome].id),
        Cond::InForce(period) => match period.from {
            Start::On(day) => format!("from {day}"),
            Start::Setting(at) => format!("from {}", law.settings[at]),
        },
        Cond::Unset(at) => format!("{} not set", law.settings[*at]),
        Cond::All(all) => parts(all, " & "),
        Cond::Any(any) => parts(any, " / "),
        Cond::Not(part) => format!("not {}", show(law, part)),
    }
}

fn listed<'a>(ids: impl Iterator<Item = &'a str>, mask: u32) -> String {
    let these: Vec<&str> = ids.enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, id)| id).collect();
    these.join("|")
}

fn number(law: &Law, count: Count) -> String {
    match count {
        Count::Days(days) => days.to_string(),
        Count::Setting(at) => law.counts[at].to_owned(),
    }
}
