//! Every law is changed in one step, and the second plain readings notice.
//!
//! A pool of sheets is made for each tool: its worked cases, sheets that reach every row, and every sheet that differs
//! from one of those in one answer. On each of them the law says what the plain reading says. Then each mutant of the
//! law (`support/mutants.rs`) has to say something else on one sheet at least. For one that does not, every sheet is
//! looked at that could make a difference where the step was taken (`support/every_sheet.rs`): either one of them shows
//! it, or there is none and it is the same law in other words. What is left is listed in `plain/alike.txt` under a
//! reason; one that is listed and not left is a fault of the list.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/every_sheet.rs"]
mod every_sheet;
#[path = "support/mutants.rs"]
mod mutants;
#[path = "plain/advocacy.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain_advocacy;
#[path = "plain/action_planning.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain_plan;
#[path = "plain/allocation.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain_referral;
#[path = "plain/team_suitability.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain_team;
#[path = "support/plans.rs"]
mod plans;
mod support;

use care_tools::engine::{
    Answer, Answers, Cond, Given, Hit, Law, Period, Question, Quick, Row, RowSet, Settings, Shape, dates,
};
use care_tools::json::Json;
use care_tools::tools::allocation::timescales::Timescales;
use care_tools::tools::{self, Tool, action_planning};
use every_sheet::Search;
use mutants::{Mutant, Place, Step};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use support::{Dice, Sheet, any_sheet, case_sheets, day, near};

/// What a reading says of a sheet, by the places of what it names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    outcomes: RowSet,
    /// Rules and findings.
    rules: RowSet,
    warnings: RowSet,
    asked: RowSet,
}

/// The same by ids.
#[derive(Debug, Default)]
struct Said {
    outcomes: BTreeSet<String>,
    rules: BTreeSet<String>,
    warnings: BTreeSet<String>,
    asked: BTreeSet<String>,
}

/// A tool and its second reading.
struct Subject {
    tool: &'static Tool,
    /// The rules that the second reading names, by table and row.
    names: fn(&str, &str) -> bool,
    /// The tables of which it names what they find.
    findings: &'static [&'static str],
    /// The settings under which it reads.
    settings: fn(Settings) -> Settings,
    /// More sheets to begin with.
    more: fn(&mut Dice) -> Option<Answers>,
    /// The second reading.
    read: fn(&Law, &Sheet) -> Said,
}

fn texts<'a>(ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    ids.into_iter().map(str::to_owned).collect()
}

/// A law that is read over many sheets, with what each row says.
struct Reading<'a> {
    law: &'a Law,
    rows: Vec<(RowSet, Option<usize>, Option<usize>)>,
    asked: Vec<usize>,
}

/// The numbers of what the second reading names.
struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    fn of(subject: &Subject) -> Self {
        let mut all = BTreeMap::new();
        let law = &subject.tool.law;
        let rows =
            law.rows().filter(|(table, row)| (subject.names)(table.id, row.id)).map(|(_, row)| row.id.to_owned());
        let tables = law.tables.iter().filter(|table| subject.findings.contains(&table.id));
        let found = tables.flat_map(|table| table.findings.iter().map(move |it| format!("{}={}", table.id, it.id)));
        for name in rows.chain(found) {
            let next = all.len();
            all.entry(name).or_insert(next);
        }
        assert!(all.len() <= RowSet::ROOM, "more rules than fit");
        Numbers(all)
    }
}

impl<'a> Reading<'a> {
    fn of(subject: &Subject, numbers: &Numbers, law: &'a Law) -> Self {
        let rows = law.rows().map(|(table, row)| {
            let mut outcomes = RowSet::default();
            row.outcomes.iter().for_each(|at| outcomes.insert(*at));
            let rule = (subject.names)(table.id, row.id).then(|| numbers.0[row.id]);
            let held = subject.findings.contains(&table.id);
            let found = row.finding.filter(|_| held).and_then(|at| table.findings.get(at));
            (outcomes, rule, found.map(|it| numbers.0[&format!("{}={}", table.id, it.id)]))
        });
        let asked = law.questions().filter(|question| !question.worked_out).map(|question| question.at);
        Reading { law, rows: rows.collect(), asked: asked.collect() }
    }

    fn see(&self, quick: &mut Quick<'_>, answers: &Answers) -> Seen {
        let mut seen = Seen::default();
        for row in quick.rows(answers).iter() {
            let (outcomes, rule, found) = self.rows[row];
            seen.outcomes = seen.outcomes.and(outcomes);
            [rule, found].into_iter().flatten().for_each(|at| seen.rules.insert(at));
        }
        for (at, warning) in self.law.warnings.iter().enumerate() {
            if quick.test(&warning.when, answers) {
                seen.warnings.insert(at);
            }
        }
        for at in &self.asked {
            if quick.test(&Cond::Asked(*at), answers) {
                seen.asked.insert(*at);
            }
        }
        seen
    }
}

/// What was said, as numbers. An id that the law does not know is a fault of the second reading.
fn numbered(law: &Law, numbers: &Numbers, said: &Said) -> Seen {
    let mut seen = Seen::default();
    let place = |found: Option<usize>, id: &str| found.unwrap_or_else(|| panic!("the law knows no `{id}`"));
    for id in &said.outcomes {
        seen.outcomes.insert(place(law.outcomes.iter().position(|outcome| outcome.id == id), id));
    }
    for id in &said.rules {
        seen.rules.insert(place(numbers.0.get(id).copied(), id));
    }
    for id in &said.warnings {
        seen.warnings.insert(place(law.warnings.iter().position(|warning| warning.id == id), id));
    }
    for id in &said.asked {
        seen.asked.insert(place(law.question(id).map(|question| question.at), id));
    }
    seen
}

/// Sheets of the same settings, each with what the second reading says.
struct Group {
    settings: Settings,
    sheets: Vec<(Answers, Seen)>,
}

/// Everything else that may be said to a question.
fn others(law: &Law, sheet: &Sheet, question: &Question) -> Vec<Option<Given>> {
    let now = sheet.answers.to(question.at);
    let other: Vec<Given> = match question.shape {
        Shape::One => (0..question.choices.len()).map(Given::One).collect(),
        Shape::Many => {
            let ticks = match now {
                Some(Given::Many(ticks)) => ticks,
                _ => 0,
            };
            (0..question.choices.len())
                .flat_map(|at| [Given::Many(ticks ^ (1 << at)), Given::Many(1 << at)])
                .collect()
        }
        Shape::Day => every_sheet::days(law, sheet, question.at),
        Shape::Number => every_sheet::numbers(&sheet.settings),
    };
    other.into_iter().map(Some).chain([None]).filter(|other| *other != now).collect()
}

fn with(sheet: &Sheet, question: &Question, given: Option<Given>) -> Answers {
    let mut answers = sheet.answers.clone();
    match given.and_then(|given| Answer::to(question, given)) {
        Some(answer) => answers.give(answer),
        None => answers.withdraw(question.at),
    }
    answers
}

/// How often dice are thrown for a sheet that reaches something new, at least and at most.
const ROUNDS: (usize, usize) = (6_000, 60_000);
/// How many sheets each row has to begin with.
const EACH: usize = 3;
/// How many of a subject's own sheets are kept, whatever they reach.
const MORE: usize = 120;

/// Sheets that reach every row, several for each where the dice find them.
fn reaching(subject: &Subject) -> Vec<Sheet> {
    let tool = subject.tool;
    let law = &tool.law;
    let mut dice = Dice::new(8);
    let mut fits: Vec<usize> = vec![0; law.rows().count()];
    let mut found: Vec<Sheet> = Vec::new();
    let mut known = case_sheets(tool).iter();
    // Some of the sheets that the tool begins with, whatever they reach.
    let mut more = MORE;
    for round in 0..ROUNDS.1 {
        if round >= ROUNDS.0 && fits.iter().all(|fits| *fits > 0) {
            break;
        }
        let mut drawn = false;
        let sheet = match known.next() {
            Some(case) => case.clone(),
            None if found.is_empty() => any_sheet(tool, &mut dice),
            None if dice.chance(25) => match (subject.more)(&mut dice) {
                Some(answers) => {
                    drawn = true;
                    Sheet { answers, settings: support::settings(law, &mut dice) }
                }
                None => any_sheet(tool, &mut dice),
            },
            None if dice.chance(35) => {
                let sheet = dice.pick(&found).clone();
                let question = law.question_at(dice.below(law.questions().count())).expect("a question");
                let others = others(law, &sheet, question);
                let given = if others.is_empty() { None } else { *dice.pick(&others) };
                Sheet { answers: with(&sheet, question, given), ..sheet }
            }
            None => near(tool, dice.pick(&found).clone(), &mut dice),
        };
        let sheet = Sheet { settings: (subject.settings)(sheet.settings), ..sheet };
        let rows = Quick::new(law, &sheet.settings).rows(&sheet.answers);
        let kept = drawn && more > 0;
        more -= usize::from(kept);
        if kept || rows.iter().any(|row| fits[row] < EACH) {
            rows.iter().for_each(|row| fits[row] += 1);
            found.push(sheet);
        }
    }
    let never: Vec<&str> =
        law.rows().zip(&fits).filter(|(_, fits)| **fits == 0).map(|((_, row), _)| row.id).collect();
    assert!(never.is_empty(), "{}: no sheet reaches {never:?}", tool.id);
    found
}

/// The pool: sheets that reach every row and all that differ from them in one answer, with what the second reading says.
fn pool(subject: &Subject, numbers: &Numbers) -> Vec<Group> {
    let law = &subject.tool.law;
    let reading = Reading::of(subject, numbers, law);
    let mut groups: Vec<Group> = Vec::new();
    for base in &reaching(subject) {
        let asked: Vec<&Question> = {
            let mut quick = Quick::new(law, &base.settings);
            quick.begin();
            let asked = |question: &&Question| quick.test(&Cond::Asked(question.at), &base.answers);
            law.questions().filter(asked).collect()
        };
        let neighbours = asked.iter().flat_map(|question| {
            others(law, base, question).into_iter().map(move |given| with(base, question, given))
        });
        let group = match groups.iter().position(|group| group.settings == base.settings) {
            Some(at) => at,
            None => {
                groups.push(Group { settings: base.settings.clone(), sheets: Vec::new() });
                groups.len() - 1
            }
        };
        let mut quick = Quick::new(law, &base.settings);
        for answers in std::iter::once(base.answers.clone()).chain(neighbours) {
            let sheet = Sheet { answers, settings: base.settings.clone() };
            let expected = numbered(law, numbers, &(subject.read)(law, &sheet));
            let seen = reading.see(&mut quick, &sheet.answers);
            assert_eq!(seen, expected, "{}: the readings differ on\n{}", subject.tool.id, sheet.show(law));
            groups[group].sheets.push((sheet.answers, expected));
        }
    }
    groups
}

/// How a mutant came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    /// Some sheet shows it.
    Noticed,
    /// It is the same law: no sheet at all makes the two differ where the step was taken.
    Same,
    /// The two differ on some sheets, and the second reading says nothing of it on those that were looked at.
    Unseen,
    /// There are too many sheets to look at.
    Open,
}

/// What has to hold for the step to make any difference where it was taken.
fn difference(law: &Law, mutant: &Mutant) -> Cond {
    let no = |cond: Cond| Cond::Not(Box::new(cond));
    let fits = |row: &Row| match row.in_force {
        Some(period) => Cond::All(vec![Cond::InForce(period), row.when.clone()]),
        None => row.when.clone(),
    };
    let other = |was: &Cond, is: &Cond| {
        let one_way = |one: &Cond, other: &Cond| Cond::All(vec![one.clone(), no(other.clone())]);
        Cond::Any(vec![one_way(was, is), one_way(is, was)])
    };
    let was = mutants::at(law, mutant.place);
    match (mutant.place, &mutant.step) {
        (Place::Row(table, at), step) => {
            let table = &law.tables[table];
            let row = &table.rows[at];
            // What decides most comes first, so that few answers are tried: the step, then the rows just above.
            let mut all = Vec::new();
            match step {
                Step::Test(is) => {
                    all.push(other(was, is));
                    all.extend(row.in_force.map(Cond::InForce));
                }
                Step::Swap => all.extend([fits(row), fits(&table.rows[at + 1])]),
                Step::During(period) => {
                    let always = |period: &Option<Period>| period.map_or(Cond::Always, Cond::InForce);
                    all.extend([other(&always(&row.in_force), &always(period)), row.when.clone()]);
                }
                Step::Drop | Step::Gives(..) | Step::Hit(_) => all.push(fits(row)),
            }
            all.push(table.only_if.clone());
            if table.hit == Hit::First {
                all.extend(table.rows[..at].iter().rev().map(|row| no(fits(row))));
            }
            Cond::All(all)
        }
        (Place::OnlyIf(table), Step::Test(is)) => {
            let rows = law.tables[table].rows.iter().map(fits).collect();
            Cond::All(vec![other(was, is), Cond::Any(rows)])
        }
        (Place::OnlyIf(table), _) => {
            let rows = &law.tables[table].rows;
            let pairs = rows.iter().enumerate().flat_map(|(at, one)| {
                rows[at + 1..].iter().map(move |other| Cond::All(vec![fits(one), fits(other)]))
            });
            Cond::All(vec![was.clone(), Cond::Any(pairs.collect())])
        }
        (_, Step::Test(is)) => other(was, is),
        (_, _) => Cond::Always,
    }
}

/// How many steps a search for a sheet may take, and how many sheets it looks at that show nothing.
const STEPS: usize = 20_000;
const SHEETS: usize = 400;

/// Looks for a sheet that shows a mutant among all there are.
fn searched(subject: &Subject, numbers: &Numbers, settings: &[&Settings], mutant: &Mutant) -> Came {
    let law = &subject.tool.law;
    let changed = mutant.law(law);
    let reading = Reading::of(subject, numbers, &changed);
    let difference = difference(law, mutant);
    let mut came = Came::Same;
    // Where no date that an authority sets is looked at, one set of dates stands for all.
    let dates = if every_sheet::looks_at_dates(law, &difference) { settings.len() } else { 1 };
    for settings in &settings[..dates] {
        let mut after = Quick::new(&changed, settings);
        let (mut seen, mut shown) = (0, false);
        let search = every_sheet::each(law, settings, &difference, STEPS, &mut |answers| {
            let sheet = Sheet { answers: answers.clone(), settings: (*settings).clone() };
            let expected = numbered(law, numbers, &(subject.read)(law, &sheet));
            seen += 1;
            shown = reading.see(&mut after, answers) != expected;
            shown || seen >= SHEETS
        });
        came = match (search, seen) {
            _ if shown => return Came::Noticed,
            (Search::Whole, 0) => came,
            (Search::TooMany, 0) => Came::Open,
            (_, _) => Came::Unseen,
        };
        if came != Came::Same {
            return came;
        }
    }
    came
}

/// Whether a sheet of the pool shows a mutant; `hot` are sheets that showed others before, by group and place.
fn tried(
    subject: &Subject,
    numbers: &Numbers,
    pool: &[Group],
    mutant: &Mutant,
    hot: &mut Vec<(usize, usize)>,
) -> bool {
    let law = &subject.tool.law;
    let changed = mutant.law(law);
    // A law that rests on itself is refused by `Law::faults`, which every tool's tests ask.
    if mutant.may_circle() && !changed.faults().is_empty() {
        return true;
    }
    let reading = Reading::of(subject, numbers, &changed);
    for at in 0..hot.len() {
        let (group, sheet) = hot[at];
        let (answers, expected) = &pool[group].sheets[sheet];
        if reading.see(&mut Quick::new(&changed, &pool[group].settings), answers) != *expected {
            let killer = hot.remove(at);
            hot.insert(0, killer);
            return true;
        }
    }
    let was = mutants::at(law, mutant.place);
    for (number, group) in pool.iter().enumerate() {
        let (mut before, mut after) = (Quick::new(law, &group.settings), Quick::new(&changed, &group.settings));
        for (at, (answers, expected)) in group.sheets.iter().enumerate() {
            if let Step::Test(is) = &mutant.step {
                before.begin();
                if before.test(was, answers) == before.test(is, answers) {
                    continue;
                }
            }
            if reading.see(&mut after, answers) != *expected {
                hot.insert(0, (number, at));
                hot.truncate(60);
                return true;
            }
        }
    }
    false
}

/// Mutants that nothing shows, by tool, each under its reason.
const EXPLAINED: &str = include_str!("plain/alike.txt");

/// The mutants of a tool that are explained.
fn explained(tool: &str) -> BTreeSet<&'static str> {
    let lines = EXPLAINED.lines().filter_map(|line| line.strip_prefix("  "));
    lines.filter_map(|line| line.strip_prefix(tool)?.strip_prefix(": ")).collect()
}

fn every_mutant_is_noticed(subject: &Subject) {
    let numbers = Numbers::of(subject);
    let pool = pool(subject, &numbers);
    let all = mutants::of(&subject.tool.law);
    let names: BTreeSet<&str> = all.iter().map(|mutant| mutant.name.as_str()).collect();
    assert_eq!(names.len(), all.len(), "two mutants of one name");
    let mut hot = Vec::new();
    let mut left: BTreeMap<&str, Came> = BTreeMap::new();
    let settings: Vec<&Settings> = pool.iter().map(|group| &group.settings).collect();
    let (mut shown, mut found, mut same) = (0, 0, 0);
    for mutant in &all {
        if tried(subject, &numbers, &pool, mutant, &mut hot) {
            shown += 1;
            continue;
        }
        match searched(subject, &numbers, &settings, mutant) {
            Came::Noticed => found += 1,
            Came::Same => same += 1,
            came => drop(left.insert(&mutant.name, came)),
        }
    }
    let sheets: usize = pool.iter().map(|group| group.sheets.len()).sum();
    println!(
        "{}: {} mutants; {shown} shown by one of {sheets} sheets, {found} by a sheet that was looked for; {same} are the \
         same law; {} left",
        subject.tool.id,
        all.len(),
        left.len()
    );
    let known = explained(subject.tool.id);
    let unknown: Vec<String> = left
        .iter()
        .filter(|(name, _)| !known.contains(*name))
        .map(|(name, came)| format!("{came:?}: {}: {name}", subject.tool.id))
        .collect();
    let gone: Vec<&str> = known.iter().filter(|name| !left.contains_key(*name)).copied().collect();
    assert!(unknown.is_empty(), "{} that nothing shows:\n{}", unknown.len(), unknown.join("\n"));
    assert!(gone.is_empty(), "explained and yet shown, or no mutant: {gone:#?}");
}

/// What was said, by the ids that cases use.
fn said(law: &Law, answers: &Answers) -> Vec<(&'static str, Shape, Vec<String>)> {
    let given = law.questions().filter(|question| answers.to(question.at).is_some());
    given.map(|question| (question.id, question.shape, answers.ids(question))).collect()
}

fn advocacy(law: &Law, sheet: &Sheet) -> Said {
    let question = |id: &str| law.question(id).expect("a question");
    let facts = said(law, &sheet.answers).into_iter().map(|(id, shape, ids)| {
        let value = match (shape, sheet.answers.to(question(id).at)) {
            (Shape::Day, Some(Given::Day(day))) => json!(dates::to_iso(day)),
            (Shape::Many, _) => json!(ids),
            _ => json!(ids.first()),
        };
        (id.to_owned(), value)
    });
    let set = law.settings.iter().zip(&sheet.settings.days);
    let set = set.filter_map(|(id, day)| Some(((*id).to_owned(), json!(dates::to_iso((*day)?)))));
    let (facts, set) = (facts.collect(), set.collect());
    let plain = plain_advocacy::read(&facts, &set);
    Said {
        outcomes: texts(plain.outcomes),
        rules: texts(plain.rules.into_iter().chain(plain_advocacy::worked_out(&facts, &set))),
        warnings: texts(plain.warnings),
        asked: texts(plain.visible),
    }
}

/// What a sheet by dice says to most questions: enquiry and plan at once, in a hurry, with somebody who would do; or
/// hardly anything that a rule looks for. Dice alone seldom come near either.
const BUSY: &[(&str, &[&str])] = &[
    ("person_role", &["adult"]),
    ("processes", &["care_and_support_plan", "reablement", "safeguarding_enquiry", "safeguarding_adults_review"]),
    ("sar_person_alive", &["yes", "not_known"]),
    ("in_custody", &["no", "no", "not_known"]),
    ("difficulty_understand", &["substantial", "substantial", "not_known", "none"]),
    ("difficulty_retain", &["managed"]),
    ("difficulty_use_weigh", &["managed"]),
    ("difficulty_communicate", &["managed"]),
    ("view_on_advocate", &["wants", "declines"]),
    ("ap_candidate", &["yes"]),
    ("ap_paid_or_professional", &["no"]),
    ("ap_implicated", &["no"]),
    ("ap_person_agrees", &["yes"]),
    ("ap_best_interests", &["yes"]),
    ("ap_able", &["yes"]),
    ("ap_conflict", &["no"]),
    ("ap_willing", &["yes", "not_known"]),
    ("nhs_stay", &["no", "hospital_28_days_or_more"]),
    ("nhs_stay_best_interests", &["yes"]),
    ("urgent_risk", &["yes"]),
    ("advocate_status", &["none"]),
    ("mha_status", &["not_subject"]),
    ("mca_decisions", &["serious_medical_treatment", "accommodation_review"]),
    ("cap_serious_medical_treatment", &["lacks"]),
    ("cap_accommodation_review", &["lacks"]),
    ("accommodation_12_weeks", &["yes"]),
    ("imca_particular_benefit", &["yes"]),
    ("dols_stage", &["none"]),
    ("someone_to_consult", &["no"]),
    ("s40_person", &["none"]),
];
const QUIET: &[(&str, &[&str])] = &[
    ("person_role", &["adult"]),
    ("processes", &["mca_or_mha_only"]),
    ("mha_status", &["not_subject"]),
    ("mha_special_treatment", &["none"]),
    ("mca_decisions", &["none"]),
    ("dols_stage", &["none"]),
];

fn usual_sheet(dice: &mut Dice) -> Option<Answers> {
    let law = &tools::named("advocacy")?.law;
    let usual = if dice.chance(50) { BUSY } else { QUIET };
    let mut answers = Answers::none();
    for question in law.questions() {
        let said = usual.iter().find(|(id, _)| *id == question.id).map(|(_, said)| *said);
        let choices = question.choices.len();
        let place = |id: &str| question.choices.iter().position(|choice| choice.id == id);
        let given = match (question.shape, said) {
            (Shape::Day, _) => Given::Day(*dice.pick(&[day("2026-11-27"), day("2027-05-01")])),
            (Shape::Number, _) => continue,
            (Shape::Many, Some(said)) if !dice.chance(8) => {
                let ticked = said.iter().filter(|_| said.len() == 1 || dice.chance(60)).filter_map(|id| place(id));
                Given::Many(ticked.fold(0, |ticks, choice| ticks | (1 << choice)))
            }
            (Shape::Many, _) => Given::Many(1 << dice.below(choices)),
            (Shape::One, Some(said)) if !dice.chance(8) => Given::One(place(said[dice.below(said.len())])?),
            (Shape::One, _) => Given::One(dice.below(choices)),
        };
        answers.give(Answer::to(question, given)?);
    }
    Some(answers)
}

#[test]
fn advocacy_shows_every_mutant_of_its_law() {
    every_mutant_is_noticed(&Subject {
        tool: tools::named("advocacy").expect("the tool"),
        names: |_, row| {
            let mut letters = row.chars();
            letters.next().is_some_and(|first| "PBCVMIDX".contains(first))
                && letters.next().is_some_and(|next| next.is_ascii_digit())
                // The plain reading has no ids for rows that give nothing.
                && !["V3", "M0", "D0"].contains(&row)
        },
        findings: &[
            "age",
            "processes",
            "difficulty",
            "appropriate_person",
            "exception_nhs",
            "exception_disagreement",
            "exception",
        ],
        settings: |settings| settings,
        more: usual_sheet,
        read: advocacy,
    });
}

fn referral(law: &Law, sheet: &Sheet) -> Said {
    let today = sheet.settings.today.map(dates::number).expect("today");
    let mut facts = plain_referral::Facts::default();
    for question in law.questions() {
        match sheet.answers.to(question.at) {
            Some(Given::One(choice)) => drop(facts.said.insert(question.id, question.choices[choice].id)),
            Some(Given::Day(day)) => drop(facts.days.insert(question.id, dates::number(day) - today)),
            Some(Given::Many(_) | Given::Number(_)) | None => {}
        }
    }
    let plain = facts.read();
    let bands = ["b0", "b1", "b2", "b3", "b4"];
    let found = [
        format!("base_band={}", bands[plain.base]),
        format!("queue_band={}", bands[plain.queue]),
        format!("list={}", plain.list),
    ];
    let now_and_then = ["allocated_on", "deadline", "changed_on"];
    let always = law.questions().map(|question| question.id).filter(|id| !now_and_then.contains(id));
    Said {
        outcomes: texts(plain.actions.iter().copied().chain([plain.outcome])),
        rules: texts(plain.rules).into_iter().chain(found).collect(),
        warnings: texts(plain.warnings),
        asked: texts(always.chain(plain.asked.iter().copied())),
    }
}

/// A referral about which little is pressing, so that waiting decides: dice alone seldom leave every rule quiet.
fn calm_referral(dice: &mut Dice) -> Option<Answers> {
    let law = &tools::named("allocation")?.law;
    let today = dates::number(day("2026-11-27"));
    let mut answers = Answers::none();
    for question in law.questions() {
        let given = match question.shape {
            Shape::Day if dice.chance(60) => Given::Day(dates::numbered(today - dice.below(160) as i32)),
            Shape::One if question.choices.iter().any(|choice| choice.id == "yes") => Given::One(1),
            Shape::One => Given::One(dice.below(2) * usize::from(dice.chance(20))),
            Shape::Many | Shape::Number | Shape::Day => continue,
        };
        answers.give(Answer::to(question, given)?);
    }
    // A date that is fixed presses by itself, and an event is seldom.
    for id in ["deadline", "changed_on"] {
        if dice.chance(80) {
            answers.withdraw(law.question(id)?.at);
        }
    }
    Some(answers)
}

#[test]
fn allocation_shows_every_mutant_of_its_law() {
    every_mutant_is_noticed(&Subject {
        tool: tools::named("allocation").expect("the tool"),
        names: |table, row| table == "priority" && row != "P90",
        findings: &["base_band", "queue_band", "list"],
        settings: |_| Timescales::default().settings(Some(day("2026-11-27"))),
        more: calm_referral,
        read: referral,
    });
}

fn team(law: &Law, sheet: &Sheet) -> Said {
    let today = sheet.settings.today.map(dates::number).expect("today");
    let mut facts = plain_team::Facts::new();
    let mut far: Vec<&str> = Vec::new();
    for question in law.questions() {
        let ids: Vec<&'static str> = match sheet.answers.to(question.at) {
            None => continue,
            Some(Given::Number(number)) => vec![numeral(number)],
            Some(Given::Day(day)) => {
                if (dates::number(day) - today).abs() > 365 {
                    far.push(question.id);
                }
                vec!["a day"]
            }
            Some(Given::One(choice)) => vec![question.choices[choice].id],
            Some(Given::Many(ticks)) => {
                let ticked = question.choices.iter().enumerate().filter(|(at, _)| ticks & (1 << at) != 0);
                ticked.map(|(_, choice)| choice.id).collect()
            }
        };
        facts.insert(question.id, ids);
    }
    let read = plain_team::Sheet::new(&facts);
    let plain = read.read();
    let holder = (!plain.holder.is_empty()).then(|| format!("holder={}", plain.holder));
    Said {
        outcomes: texts(plain.actions.iter().copied().chain([plain.outcome])),
        rules: texts([plain.rule].into_iter().chain(read.dispute_rule(&plain))).into_iter().chain(holder).collect(),
        warnings: texts(read.warnings(&plain, &far)),
        asked: texts(plain_team::Sheet::asked_of(&facts)),
    }
}

/// The digits of the few numbers that the pool uses.
fn numeral(number: u16) -> &'static str {
    let digits = ["0", "1", "2", "3", "4", "5", "6"];
    digits.get(usize::from(number)).copied().unwrap_or("99")
}

#[test]
fn team_suitability_shows_every_mutant_of_its_law() {
    let tables =
        |table: &str, _: &str| ["start", "contact", "transfer", "joint", "asked", "in_dispute"].contains(&table);
    let tool = tools::named("team_suitability").expect("the tool");
    every_mutant_is_noticed(&Subject {
        tool,
        names: tables,
        findings: &["holder"],
        settings: |_| {
            let read = tools::named("team_suitability").and_then(|tool| tool.reads_settings).expect("settings");
            Settings { today: Some(day("2026-11-27")), ..read(None).expect("the shipped settings") }
        },
        more: |_| None,
        read: team,
    });
}

fn plan(law: &Law, sheet: &Sheet) -> Said {
    let given = said(law, &sheet.answers);
    let worked_out = |id: &str| given.iter().find(|(known, ..)| *known == id).map(|(.., said)| said.clone());
    let holds = |id: &str| worked_out(id).is_some();
    let mut plain = plain_plan::Sheet {
        concerned: worked_out("worked_out_concerned").unwrap_or_default().into_iter().collect(),
        evidence: holds("worked_out_evidence"),
        slowed: holds("worked_out_slowed"),
        open: holds("worked_out_actions_open"),
        late: holds("worked_out_review_late"),
        ..plain_plan::Sheet::default()
    };
    let asked = given.iter().filter(|(id, ..)| !id.starts_with("worked_out"));
    plain.said = asked.map(|(id, _, said)| ((*id).to_owned(), said.clone())).collect();
    plain.hide();
    let fits = plain.fits();
    let asked = law.questions().filter(|question| !question.worked_out).map(|question| question.id);
    Said {
        outcomes: texts(fits.iter().map(|(_, outcome)| *outcome)),
        rules: texts(fits.iter().map(|(rule, _)| *rule)),
        warnings: BTreeSet::new(),
        asked: texts(asked.filter(|id| !plain.hidden.contains(id))),
    }
}

/// A worked case now and then, a plan by dice otherwise.
fn any_plan(dice: &mut Dice) -> Option<Answers> {
    static CASES: OnceLock<Vec<Json>> = OnceLock::new();
    let cases = CASES.get_or_init(|| {
        let cases = Json::read(action_planning::CASES).expect("the cases are JSON");
        cases.as_list().expect("a list of cases").to_vec()
    });
    let facts = if dice.chance(30) { dice.pick(cases).get("facts")?.clone() } else { plans::plan(dice) };
    let (plan, _) = action_planning::decide::plan(&facts).ok()?;
    Some(plan.read().answers)
}

#[test]
fn action_planning_shows_every_mutant_of_its_law() {
    every_mutant_is_noticed(&Subject {
        tool: tools::named("action_planning").expect("the tool"),
        names: |_, _| true,
        findings: &[],
        settings: |_| Settings::default(),
        more: any_plan,
        read: plan,
    });
}
