//! Whether any sheet at all makes a condition hold: every answer is tried that the condition looks at, one question
//! after the other, and only while the condition is not decided.

use super::support::Sheet;
use care_tools::engine::{
    Answer, Answers, Apart, Cond, Count, Given, Hit, Law, Period, Question, Settings, Shape, Span, Start, Table,
    When, dates,
};
use std::cell::RefCell;
use std::rc::Rc;

/// How far a condition is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Holds,
    Fails,
    /// This question is looked at next; of a question with ticks, this choice.
    Open(usize, u32),
}

use Known::{Fails, Holds, Open};

fn known(holds: bool) -> Known {
    if holds { Holds } else { Fails }
}

fn and(one: Known, other: impl FnOnce() -> Known) -> Known {
    match one {
        Fails => Fails,
        Holds => other(),
        open @ Open(..) => match other() {
            Fails => Fails,
            Holds | Open(..) => open,
        },
    }
}

fn not(one: Known) -> Known {
    match one {
        Holds => Fails,
        Fails => Holds,
        open @ Open(..) => open,
    }
}

fn or(one: Known, other: impl FnOnce() -> Known) -> Known {
    not(and(not(one), || not(other())))
}

/// What is said so far to one question.
#[derive(Clone, Copy, Debug)]
enum Said {
    /// Nothing is settled yet.
    Anything,
    /// It has this answer, or none.
    Fixed(Option<Given>),
    /// Of these choices it is settled whether they are ticked, and these are.
    Ticks(u32, u32),
}

/// A sheet that is filled in step by step.
struct Partial<'a> {
    law: &'a Law,
    settings: &'a Settings,
    questions: Vec<&'a Question>,
    said: Vec<Said>,
    /// Which rows of each table fit, as far as it is decided.
    rows: RefCell<Vec<Option<Rc<Vec<Known>>>>>,
}

impl Partial<'_> {
    fn answers(&self) -> Answers {
        let given = self.questions.iter().zip(&self.said).filter_map(|(question, said)| match said {
            Said::Anything | Said::Fixed(None) | Said::Ticks(_, 0) => None,
            Said::Fixed(Some(given)) => Answer::to(question, *given),
            Said::Ticks(_, ticks) => Answer::to(question, Given::Many(*ticks)),
        });
        given.fold(Answers::none(), Answers::with)
    }

    fn ticked(&self, at: usize, bit: u32) -> Known {
        match self.said[at] {
            Said::Ticks(settled, ticks) if settled & bit != 0 => known(ticks & bit != 0),
            Said::Anything | Said::Ticks(..) => Open(at, bit),
            Said::Fixed(_) => Fails,
        }
    }

    fn given(&self, at: usize) -> Known {
        if self.questions[at].shape == Shape::Many {
            let bits = (0..self.questions[at].choices.len()).map(|choice| 1 << choice);
            return bits.fold(Fails, |any, bit| or(any, || self.ticked(at, bit)));
        }
        match self.said[at] {
            Said::Fixed(given) => known(given.is_some()),
            Said::Anything | Said::Ticks(..) => Open(at, 0),
        }
    }

    /// A verdict on the answer to a question, once there is one or none.
    fn fixed(&self, at: usize, holds: impl FnOnce(Option<Given>) -> bool) -> Known {
        match self.said[at] {
            Said::Fixed(given) => known(holds(given)),
            Said::Anything | Said::Ticks(..) => Open(at, 0),
        }
    }

    fn asked(&self, at: usize) -> Known {
        self.test(&self.questions[at].asked)
    }

    fn fit(&self, at: usize, choice: usize) -> Known {
        self.questions[at].fits.get(choice).map_or(Holds, |fit| self.test(fit))
    }

    /// Which rows of a table fit.
    fn table(&self, table: &Table) -> Rc<Vec<Known>> {
        if let Some(rows) = &self.rows.borrow()[table.at] {
            return Rc::clone(rows);
        }
        let mut left = self.test(&table.only_if);
        let mut rows = Vec::new();
        for row in &table.rows {
            let inside = and(left, || row.in_force.map_or(Holds, |period| self.in_force(period)));
            let fits = and(inside, || self.test(&row.when));
            rows.push(fits);
            if table.hit == Hit::First {
                left = and(left, || not(fits));
            }
        }
        let rows = Rc::new(rows);
        self.rows.borrow_mut()[table.at] = Some(Rc::clone(&rows));
        rows
    }

    fn in_force(&self, period: Period) -> Known {
        let from = match period.from {
            Start::On(day) => Some(day),
            Start::Setting(at) => self.settings.days.get(at).copied().flatten(),
        };
        let Some(from) = from else { return Fails };
        let inside = |day| day >= from && period.until.is_none_or(|until| day < until);
        match self.law.day_asked {
            None => known(self.settings.today.is_some_and(inside)),
            Some(at) => self.fixed(at, |given| matches!(given, Some(Given::Day(day)) if inside(day))),
        }
    }

    /// A day as a number; nothing while it is not settled.
    fn day(&self, when: When) -> Result<Option<i32>, usize> {
        let at = match (when, self.law.day_asked) {
            (When::Today, None) => return Ok(self.settings.today.map(dates::number)),
            (When::Today, Some(at)) | (When::Answer(at), _) => at,
        };
        match self.said[at] {
            Said::Fixed(Some(Given::Day(day))) => Ok(Some(dates::number(day))),
            Said::Fixed(_) => Ok(None),
            Said::Anything | Said::Ticks(..) => Err(at),
        }
    }

    fn apart(&self, apart: Apart) -> Known {
        let asked = apart.questions().fold(Holds, |all, at| and(all, || self.asked(at)));
        and(asked, || match (self.day(apart.from), self.day(apart.to)) {
            (Err(at), _) | (_, Err(at)) => Open(at, 0),
            (Ok(Some(from)), Ok(Some(to))) => known(apart.fits(to - from, &self.settings.counts)),
            (Ok(_), Ok(_)) => Fails,
        })
    }

    fn test(&self, cond: &Cond) -> Known {
        match cond {
            Cond::Always => Holds,
            Cond::Asked(at) => self.asked(*at),
            Cond::Chose(at, mask) => and(self.asked(*at), || {
                let not_known = self.questions[*at].not_known();
                let lowest = not_known & not_known.wrapping_neg();
                self.fixed(*at, |given| match given {
                    Some(Given::One(choice)) => mask & (1 << choice) != 0,
                    _ => mask & lowest != 0,
                })
            }),
            Cond::Ticked(at, mask) => and(self.asked(*at), || {
                let these = (0..self.questions[*at].choices.len()).filter(|choice| mask & (1 << choice) != 0);
                these.fold(Fails, |any, choice| {
                    or(any, || and(self.ticked(*at, 1 << choice), || self.fit(*at, choice)))
                })
            }),
            Cond::Misfit(at) => and(self.asked(*at), || {
                (0..self.questions[*at].fits.len()).fold(Fails, |any, choice| {
                    or(any, || and(self.ticked(*at, 1 << choice), || not(self.fit(*at, choice))))
                })
            }),
            Cond::Blank(at) => and(self.asked(*at), || not(self.given(*at))),
            Cond::Given(at) => self.given(*at),
            Cond::Apart(apart) => self.apart(*apart),
            Cond::AtLeast(at, count) => and(self.asked(*at), || {
                let count = count.value(&self.settings.counts);
                self.fixed(*at, |given| match (given, count) {
                    (Some(Given::Number(number)), Some(count)) => i32::from(number) >= count,
                    _ => false,
                })
            }),
            Cond::Found(at, mask) => {
                let table = &self.law.tables[*at];
                let fits = self.table(table);
                let these = table.rows.iter().zip(fits.iter());
                let these = these.filter(|(row, _)| row.finding.is_some_and(|it| mask & (1 << it) != 0));
                these.fold(Fails, |any, (_, fits)| or(any, || *fits))
            }
            Cond::Present(outcome) => self.law.givers(*outcome).iter().fold(Fails, |any, (table, row)| {
                or(any, || self.table(&self.law.tables[*table])[row - self.law.first_row(*table)])
            }),
            Cond::InForce(period) => self.in_force(*period),
            Cond::Unset(at) => known(self.settings.days.get(*at).copied().flatten().is_none()),
            Cond::All(parts) => parts.iter().fold(Holds, |all, part| and(all, || self.test(part))),
            Cond::Any(parts) => parts.iter().fold(Fails, |any, part| or(any, || self.test(part))),
            Cond::Not(part) => not(self.test(part)),
        }
    }
}

/// How a search came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Every sheet was looked at.
    Whole,
    /// It was stopped by a sheet that was looked for.
    Stopped,
    /// There were too many.
    TooMany,
}

/// Shows `look` a sheet for each way in which the condition holds, until it says that it is enough.
pub fn each(
    law: &Law,
    settings: &Settings,
    cond: &Cond,
    steps: usize,
    look: &mut dyn FnMut(&Answers) -> bool,
) -> Search {
    let questions: Vec<&Question> = law.questions().collect();
    let said = vec![Said::Anything; questions.len()];
    let rows = RefCell::new(vec![None; law.tables.len()]);
    let mut partial = Partial { law, settings, questions, said, rows };
    let mut left = steps;
    go(&mut partial, cond, &mut left, look)
}

fn go(partial: &mut Partial<'_>, cond: &Cond, left: &mut usize, look: &mut dyn FnMut(&Answers) -> bool) -> Search {
    if *left == 0 {
        return Search::TooMany;
    }
    *left -= 1;
    partial.rows.borrow_mut().fill(None);
    let (at, bit) = match partial.test(cond) {
        Fails => return Search::Whole,
        Holds => return if look(&partial.answers()) { Search::Stopped } else { Search::Whole },
        Open(at, bit) => (at, bit),
    };
    let before = partial.said[at];
    for said in ways(partial, at, bit) {
        partial.said[at] = said;
        let came = go(partial, cond, left, look);
        partial.said[at] = before;
        if came != Search::Whole {
            return came;
        }
    }
    Search::Whole
}

/// Everything that a question, or one of its choices, may come to.
fn ways(partial: &Partial<'_>, at: usize, bit: u32) -> Vec<Said> {
    let question = partial.questions[at];
    let all: Vec<Given> = match question.shape {
        Shape::Many => {
            let (settled, ticks) = match partial.said[at] {
                Said::Ticks(settled, ticks) => (settled, ticks),
                Said::Anything | Said::Fixed(_) => (0, 0),
            };
            return vec![Said::Ticks(settled | bit, ticks), Said::Ticks(settled | bit, ticks | bit)];
        }
        Shape::One => (0..question.choices.len()).map(Given::One).collect(),
        Shape::Day => {
            days(partial.law, &Sheet { answers: partial.answers(), settings: partial.settings.clone() }, at)
        }
        Shape::Number => numbers(partial.settings),
    };
    all.into_iter().map(Some).chain([None]).map(Said::Fixed).collect()
}

/// Whether a date that an authority sets may make a difference to a condition.
pub fn looks_at_dates(law: &Law, cond: &Cond) -> bool {
    let mut seen = (vec![false; law.tables.len()], vec![false; law.questions().count()]);
    dated(law, cond, &mut seen)
}

fn dated(law: &Law, cond: &Cond, seen: &mut (Vec<bool>, Vec<bool>)) -> bool {
    let mut tables: Vec<usize> = Vec::new();
    let mut questions: Vec<usize> = Vec::new();
    let mut itself = false;
    cond.each(&mut |part| match part {
        Cond::InForce(_) | Cond::Unset(_) => itself = true,
        Cond::Found(table, _) => tables.push(*table),
        Cond::Present(outcome) => tables.extend(law.givers(*outcome).iter().map(|(table, _)| *table)),
        Cond::Asked(at)
        | Cond::Chose(at, _)
        | Cond::Ticked(at, _)
        | Cond::Blank(at)
        | Cond::Given(at)
        | Cond::AtLeast(at, _)
        | Cond::Misfit(at) => questions.push(*at),
        Cond::Apart(apart) => questions.extend(apart.questions()),
        Cond::Always | Cond::All(_) | Cond::Any(_) | Cond::Not(_) => {}
    });
    let mut inside: Vec<&Cond> = Vec::new();
    for at in tables {
        if !std::mem::replace(&mut seen.0[at], true) {
            let table = &law.tables[at];
            itself |= table.rows.iter().any(|row| row.in_force.is_some());
            inside.push(&table.only_if);
            inside.extend(table.rows.iter().map(|row| &row.when));
        }
    }
    for at in questions {
        if !std::mem::replace(&mut seen.1[at], true) {
            let question = law.question_at(at).expect("a question");
            inside.push(&question.asked);
            inside.extend(&question.fits);
        }
    }
    itself || inside.into_iter().any(|cond| dated(law, cond, seen))
}

/// Numbers on both sides of everything that an authority sets.
pub fn numbers(settings: &Settings) -> Vec<Given> {
    let near = settings.counts.iter().flatten().flat_map(|count| [count - 1, *count, count + 1]);
    near.filter_map(|count| u16::try_from(count).ok()).map(Given::Number).collect()
}

/// Days on both sides of everything that a rule counts, and of every other day on the sheet.
pub fn days(law: &Law, sheet: &Sheet, question: usize) -> Vec<Given> {
    let mut spans = vec![0];
    let mut look = |cond: &Cond| {
        if let Cond::Apart(Apart {
            span: Span::AtLeast(Count::Days(days)) | Span::AtMost(Count::Days(days)), ..
        }) = cond
        {
            spans.push(*days);
        }
    };
    law.rows().for_each(|(_, row)| row.when.each(&mut look));
    law.warnings.iter().for_each(|warning| warning.when.each(&mut look));
    spans.extend(sheet.settings.counts.iter().flatten());
    let mut numbers: std::collections::BTreeSet<i32> = std::collections::BTreeSet::new();
    if let Some(today) = sheet.settings.today.map(dates::number) {
        for span in spans {
            for near in [span - 1, span, span + 1] {
                numbers.extend([today - near, today + near]);
            }
        }
    }
    let others = law.questions().filter(|other| other.at != question);
    let others = others.filter_map(|other| match sheet.answers.to(other.at) {
        Some(Given::Day(day)) => Some(dates::number(day)),
        _ => None,
    });
    for other in others.chain(law.boundaries(&sheet.settings).into_iter().map(dates::number)) {
        numbers.extend([other - 1, other, other + 1]);
    }
    numbers.into_iter().map(|number| Given::Day(dates::numbered(number))).collect()
}
