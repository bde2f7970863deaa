//! Reading a law over a sheet of answers.

use super::answers::{Answers, Given};
use super::bits::{QuestionSet, RowSet};
use super::condition::{Apart, Because, Cond, Count, Truth, Verdict, When};
use super::dates;
use super::law::{Law, Settings};
use super::question::Question;
use super::rule::{Hit, Period, Start};
use chrono::NaiveDate;

/// How an answer that is missing or not known is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It is its "not known" value, as the specifications' tables say. Nothing is open.
    AsItStands,
    /// It may still become anything. What holds here holds on every completion.
    WhateverComes,
}

/// What a table found.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Whether the table is worked out at all.
    pub applies: Verdict,
    /// Findings that are possible, a bit each; [`NOTHING`] where it may find nothing.
    possible: u32,
    /// Findings that are certain, a bit each.
    certain: u32,
    /// What is open in it.
    pub open: QuestionSet,
}

/// The bit for "no finding".
const NOTHING: u32 = 1 << 31;

/// One reading of a law, which remembers what it has worked out.
pub struct Reader<'a> {
    law: &'a Law,
    answers: &'a Answers,
    settings: &'a Settings,
    reading: Reading,
    questions: Vec<&'a Question>,
    asked: Vec<Option<Verdict>>,
    tables: Vec<Option<Found>>,
    rows: Vec<Verdict>,
}

impl<'a> Reader<'a> {
    /// A fresh reading.
    pub fn new(law: &'a Law, answers: &'a Answers, settings: &'a Settings, reading: Reading) -> Self {
        let questions: Vec<&Question> = law.questions().collect();
        let rows = law.first_row(law.tables.len());
        Self {
            law,
            answers,
            settings,
            reading,
            asked: vec![None; questions.len()],
            questions,
            tables: vec![None; law.tables.len()],
            rows: vec![Verdict::plain(false); rows],
        }
    }

    /// Whether the question is asked.
    pub fn asked(&mut self, at: usize) -> Verdict {
        if let Some(Some(known)) = self.asked.get(at) {
            return *known;
        }
        let Some(question) = self.questions.get(at).copied() else {
            return Verdict::plain(false);
        };
        let verdict = self.test(&question.asked);
        if let Some(slot) = self.asked.get_mut(at) {
            *slot = Some(verdict);
        }
        verdict
    }

    /// The verdict on a row, numbered as in [`Law::rows`], once its table is worked out.
    pub fn row(&self, number: usize) -> Verdict {
        self.rows.get(number).copied().unwrap_or(Verdict::plain(false))
    }

    /// Works out a table.
    pub fn table(&mut self, at: usize) -> Found {
        if let Some(Some(known)) = self.tables.get(at) {
            return *known;
        }
        let law = self.law;
        let mut found =
            Found { applies: Verdict::plain(false), possible: 0, certain: 0, open: QuestionSet::default() };
        let Some(table) = law.tables.get(at) else {
            return Found { possible: NOTHING, ..found };
        };
        let start = law.first_row(at);
        found.applies = self.test(&table.only_if);
        // INVARIANT: `left` is the verdict that no row so far has fitted (first fit), on that evidence.
        let mut left = Verdict::plain(true);
        let mut sure = false;
        for (offset, row) in table.rows.iter().enumerate() {
            let mut own = found.applies;
            if let Some(period) = row.in_force {
                own = own.and(self.in_force(period));
            }
            let mut fits = if own.truth == Truth::Fails { own } else { own.and(self.test(&row.when)) };
            if table.hit == Hit::First {
                let before = fits;
                fits = match left.truth {
                    Truth::Fails => left,
                    Truth::Open => fits.and(left),
                    Truth::Holds if row.otherwise => fits.and(left),
                    Truth::Holds => fits,
                };
                left = left.and(before.opposite());
            }
            found.open = found.open.and(fits.because.open);
            let bit = row.finding.map_or(NOTHING, |finding| 1 << finding);
            match fits.truth {
                Truth::Holds => {
                    found.certain |= bit;
                    found.possible |= bit;
                    sure = true;
                }
                Truth::Open => found.possible |= bit,
                Truth::Fails => {}
            }
            if let Some(slot) = self.rows.get_mut(start + offset) {
                *slot = fits;
            }
        }
        if !sure {
            found.possible |= NOTHING;
        }
        if let Some(slot) = self.tables.get_mut(at) {
            *slot = Some(found);
        }
        found
    }

    /// Tests a condition.
    pub fn test(&mut self, condition: &Cond) -> Verdict {
        match condition {
            Cond::Always => Verdict::plain(true),
            Cond::Asked(at) => self.asked(*at),
            Cond::Chose(at, mask) => self.chose(*at, *mask),
            Cond::Ticked(at, mask) => self.ticked(*at, *mask),
            Cond::Blank(at) => self.blank(*at),
            Cond::Given(at) => self.given(*at),
            Cond::Apart(apart) => self.apart(*apart),
            Cond::AtLeast(at, count) => self.at_least(*at, *count),
            Cond::Misfit(at) => self.misfit(*at),
            Cond::Found(at, mask) => self.found(*at, *mask),
            Cond::Present(outcome) => self.present(*outcome),
            Cond::InForce(period) => self.in_force(*period),
            Cond::Unset(setting) => Verdict::plain(self.setting(*setting).is_none()),
            Cond::All(parts) => {
                let mut verdict = Verdict::plain(true);
                for part in parts {
                    verdict = verdict.and(self.test(part));
                    if verdict.truth == Truth::Fails {
                        break;
                    }
                }
                verdict
            }
            Cond::Any(parts) => {
                let mut verdict = Verdict::plain(false);
                for part in parts {
                    verdict = verdict.or(self.test(part));
                }
                verdict
            }
            Cond::Not(part) => self.test(part).opposite(),
        }
    }

    /// Whether an outcome was given, with every row that gives it as evidence.
    pub fn present(&mut self, outcome: usize) -> Verdict {
        let law = self.law;
        let mut verdict = Verdict::plain(false);
        for (table, row) in law.givers(outcome) {
            self.table(*table);
            verdict = verdict.or(relied(self.row(*row), *row));
        }
        verdict
    }

    fn found(&mut self, at: usize, mask: u32) -> Verdict {
        let found = self.table(at);
        let truth = match self.law.tables.get(at).map(|table| table.hit) {
            Some(Hit::Every) if found.certain & mask != 0 => Truth::Holds,
            Some(Hit::First) if found.possible & !mask == 0 => Truth::Holds,
            _ if found.possible & mask == 0 => Truth::Fails,
            _ => Truth::Open,
        };
        let start = self.law.first_row(at);
        let Some(rows) = self.law.tables.get(at).map(|table| &table.rows) else {
            return Verdict::plain(false);
        };
        let mut because = Because::default();
        for (offset, row) in rows.iter().enumerate() {
            let named = row.finding.is_some_and(|finding| mask & (1 << finding) != 0);
            let verdict = self.row(start + offset);
            match truth {
                Truth::Holds if named && verdict.truth == Truth::Holds => because.rows.insert(start + offset),
                Truth::Fails if verdict.truth == Truth::Holds => because.rows.insert(start + offset),
                Truth::Open => because.open = because.open.and(verdict.because.open),
                Truth::Holds | Truth::Fails => {}
            }
        }
        Verdict { truth, because }
    }

    fn chose(&mut self, at: usize, mask: u32) -> Verdict {
        let asked = self.asked(at);
        let Some(question) = self.questions.get(at).copied().filter(|_| asked.truth != Truth::Fails) else {
            return asked;
        };
        let said = match self.answers.to(at) {
            Some(Given::One(choice)) => 1 << choice,
            // A question has one "not known" choice; the lowest bit is that one.
            _ => question.not_known() & question.not_known().wrapping_neg(),
        };
        let possible = match self.reading {
            Reading::WhateverComes if self.answers.is_open(question) => question.every(),
            _ => said,
        };
        asked.and(self.weigh(at, possible & mask != 0, possible & !mask == 0 && possible != 0))
    }

    /// A verdict on one answer: whether the condition can hold and whether it must.
    fn weigh(&self, at: usize, can: bool, must: bool) -> Verdict {
        let own = QuestionSet::of(at);
        match (can, must) {
            (true, true) => Verdict { truth: Truth::Holds, because: Because { answers: own, ..Because::default() } },
            (false, _) => Verdict { truth: Truth::Fails, because: Because { answers: own, ..Because::default() } },
            (true, false) => Verdict { truth: Truth::Open, because: Because { open: own, ..Because::default() } },
        }
    }

    fn ticked(&mut self, at: usize, mask: u32) -> Verdict {
        let asked = self.asked(at);
        let Some(question) = self.questions.get(at).copied().filter(|_| asked.truth != Truth::Fails) else {
            return asked;
        };
        let said = self.many(at);
        let open = self.reading == Reading::WhateverComes && self.answers.is_open(question);
        let mut any = Verdict::plain(false);
        any.because.answers.insert(at);
        for choice in 0..question.choices.len() {
            let bit = 1 << choice;
            if mask & bit == 0 {
                continue;
            }
            // Where the question is open, a known choice stays ticked and any other may be; "not known" may go.
            let kept = said & bit != 0 && !(open && question.not_known() & bit != 0);
            let mut one = self.weigh(at, kept || open, kept);
            if one.truth != Truth::Fails
                && let Some(fit) = question.fits.get(choice)
            {
                one = one.and(self.test(fit));
            }
            any = any.or(one);
        }
        asked.and(any)
    }

    fn blank(&mut self, at: usize) -> Verdict {
        let asked = self.asked(at);
        let blank = self.answers.to(at).is_none();
        let open = match (self.reading, self.questions.get(at)) {
            (Reading::WhateverComes, Some(question)) => self.answers.is_open(question),
            _ => false,
        };
        asked.and(self.weigh(at, blank || open, blank && !open))
    }

    fn given(&self, at: usize) -> Verdict {
        let given = self.answers.to(at).is_some();
        let open = match (self.reading, self.questions.get(at)) {
            (Reading::WhateverComes, Some(question)) => self.answers.is_open(question),
            _ => false,
        };
        self.weigh(at, given || open, given)
    }

    fn apart(&mut self, apart: Apart) -> Verdict {
        let mut verdict = Verdict::plain(true);
        for at in apart.questions() {
            verdict = verdict.and(self.asked(at));
        }
        if verdict.truth == Truth::Fails {
            return verdict;
        }
        let mut open = false;
        let mut own = Because::default();
        for at in apart.questions() {
            if matches!(self.answers.to(at), Some(Given::Day(_))) {
                own.answers.insert(at);
                continue;
            }
            let optional = self.questions.get(at).is_none_or(|question| question.optional);
            if self.reading == Reading::WhateverComes && !optional {
                open = true;
                own.open.insert(at);
            } else {
                own.answers.insert(at);
            }
        }
        let day = |when| match when {
            When::Today => self.today(),
            When::Answer(at) => match self.answers.to(at) {
                Some(Given::Day(day)) => Some(day),
                _ => None,
            },
        };
        let fits = match (day(apart.from), day(apart.to)) {
            (Some(from), Some(to)) => apart.fits(dates::number(to) - dates::number(from), &self.settings.counts),
            _ => false,
        };
        let truth = match (fits, open) {
            (_, true) => Truth::Open,
            (true, false) => Truth::Holds,
            (false, false) => Truth::Fails,
        };
        verdict.and(Verdict { truth, because: own })
    }

    fn at_least(&mut self, at: usize, count: Count) -> Verdict {
        let asked = self.asked(at);
        let Some(question) = self.questions.get(at).copied().filter(|_| asked.truth != Truth::Fails) else {
            return asked;
        };
        let open = self.reading == Reading::WhateverComes && self.answers.is_open(question);
        let reached = match (self.answers.to(at), count.value(&self.settings.counts)) {
            (Some(Given::Number(number)), Some(count)) => i32::from(number) >= count,
            _ => false,
        };
        asked.and(self.weigh(at, reached || open, reached))
    }

    /// The day of the decision: what a question says that asks for it, or else what the caller says.
    fn today(&self) -> Option<NaiveDate> {
        match self.law.day_asked {
            None => self.settings.today,
            Some(at) => match self.answers.to(at) {
                Some(Given::Day(day)) => Some(day),
                _ => None,
            },
        }
    }

    fn misfit(&mut self, at: usize) -> Verdict {
        let asked = self.asked(at);
        let Some(question) = self.questions.get(at).copied().filter(|_| asked.truth != Truth::Fails) else {
            return asked;
        };
        let said = self.many(at);
        let open = self.reading == Reading::WhateverComes && self.answers.is_open(question);
        let mut any = Verdict::plain(false);
        any.because.answers.insert(at);
        for (choice, fit) in question.fits.iter().enumerate() {
            let ticked = said & (1 << choice) != 0;
            let unfit = self.test(fit).opposite();
            any = any.or(self.weigh(at, ticked || open, ticked).and(unfit));
        }
        asked.and(any)
    }

    fn many(&self, at: usize) -> u32 {
        match self.answers.to(at) {
            Some(Given::Many(mask)) => mask,
            _ => 0,
        }
    }

    fn setting(&self, at: usize) -> Option<NaiveDate> {
        self.settings.days.get(at).copied().flatten()
    }

    fn in_force(&mut self, period: Period) -> Verdict {
        let from = match period.from {
            Start::On(day) => day,
            Start::Setting(at) => match self.setting(at) {
                Some(day) => day,
                None => return Verdict::plain(false),
            },
        };
        let Some(at) = self.law.day_asked else {
            let day = self.settings.today;
            return Verdict::plain(
                day.is_some_and(|day| day >= from && period.until.is_none_or(|until| day < until)),
            );
        };
        match self.answers.to(at) {
            Some(Given::Day(day)) => {
                let inside = day >= from && period.until.is_none_or(|until| day < until);
                self.weigh(at, inside, inside)
            }
            _ => self.weigh(at, self.reading == Reading::WhateverComes, false),
        }
    }

    /// Questions asked now, in order.
    pub fn visible(&mut self) -> Vec<usize> {
        (0..self.questions.len()).filter(|at| self.asked(*at).truth == Truth::Holds).collect()
    }

    /// Whether the question's choice may be used now. A choice that may or may not be used is offered.
    pub fn fits(&mut self, question: usize, choice: usize) -> bool {
        let fit = self.questions.get(question).and_then(|question| question.fits.get(choice));
        fit.is_none_or(|fit| self.test(fit).truth != Truth::Fails)
    }
}

/// The verdict on an outcome rests on the row that gives it, not on the row's own evidence.
fn relied(verdict: Verdict, row: usize) -> Verdict {
    match verdict.truth {
        Truth::Holds => {
            Verdict { truth: Truth::Holds, because: Because { rows: RowSet::of(row), ..Because::default() } }
        }
        Truth::Fails | Truth::Open => verdict,
    }
}
