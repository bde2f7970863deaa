//! Reading a law over very many sheets: which rows fit, as answers stand, and nothing else.
//!
//! The same law as a [`Reader`](super::Reader) reads, without the evidence: a waiting list of a hundred
//! thousand people is placed by this, and whoever opens one of them gets the reasons from a reader. The two
//! agree on every row of every sheet; `tests/theorems.rs` holds them to it.

use super::answers::{Answers, Given};
use super::bits::RowSet;
use super::condition::{Cond, When};
use super::dates;
use super::law::{Law, Settings};
use super::question::Question;
use super::rule::{Hit, Period, Start};

/// Answers, in whatever form they are kept.
pub trait Sheet {
    /// The place of the one choice.
    fn choice(&self, question: usize) -> Option<usize>;
    /// The ticked choices, a bit each.
    fn ticks(&self, question: usize) -> u32;
    /// A day, as [`dates::number`] counts it.
    fn day(&self, question: usize) -> Option<i32>;
    /// A number; a sheet without number questions has none.
    fn number(&self, _question: usize) -> Option<u16> {
        None
    }
}

impl Sheet for Answers {
    fn choice(&self, question: usize) -> Option<usize> {
        match self.to(question) {
            Some(Given::One(choice)) => Some(choice),
            _ => None,
        }
    }

    fn ticks(&self, question: usize) -> u32 {
        match self.to(question) {
            Some(Given::Many(mask)) => mask,
            _ => 0,
        }
    }

    fn day(&self, question: usize) -> Option<i32> {
        match self.to(question) {
            Some(Given::Day(day)) => Some(dates::number(day)),
            _ => None,
        }
    }

    fn number(&self, question: usize) -> Option<u16> {
        match self.to(question) {
            Some(Given::Number(number)) => Some(number),
            _ => None,
        }
    }
}

/// A law prepared for reading many sheets, one after another.
pub struct Quick<'a> {
    law: &'a Law,
    settings: &'a Settings,
    today: Option<i32>,
    questions: Vec<(&'a Question, u32)>,
    found: Vec<Option<u32>>,
    rows: RowSet,
}

impl<'a> Quick<'a> {
    /// Prepares a law.
    pub fn new(law: &'a Law, settings: &'a Settings) -> Self {
        // A question has one "not known" choice; the lowest bit is that one.
        let lowest = |mask: u32| mask & mask.wrapping_neg();
        Self {
            law,
            settings,
            today: settings.today.map(dates::number),
            questions: law.questions().map(|question| (question, lowest(question.not_known()))).collect(),
            found: vec![None; law.tables.len()],
            rows: RowSet::default(),
        }
    }

    /// The rows that fit this sheet, numbered as in [`Law::rows`].
    pub fn rows(&mut self, sheet: &impl Sheet) -> RowSet {
        self.begin();
        for at in 0..self.law.tables.len() {
            self.found(at, sheet);
        }
        self.rows
    }

    /// Forgets the last sheet.
    pub fn begin(&mut self) {
        self.found.fill(None);
        self.rows = RowSet::default();
    }

    /// What a table finds, a bit for each finding. The sheet is the one since [`Quick::begin`].
    pub fn found(&mut self, at: usize, sheet: &impl Sheet) -> u32 {
        if let Some(Some(known)) = self.found.get(at) {
            return *known;
        }
        let mut mask = 0;
        let law = self.law;
        if let Some(table) = law.tables.get(at)
            && self.test(&table.only_if, sheet)
        {
            let start = law.first_row(at);
            for (offset, row) in table.rows.iter().enumerate() {
                let in_force = row.in_force.is_none_or(|period| self.in_force(period, sheet));
                if in_force && self.test(&row.when, sheet) {
                    self.rows.insert(start + offset);
                    mask |= row.finding.map_or(0, |finding| 1 << finding);
                    if table.hit == Hit::First {
                        break;
                    }
                }
            }
        }
        if let Some(slot) = self.found.get_mut(at) {
            *slot = Some(mask);
        }
        mask
    }

    fn asked(&mut self, at: usize, sheet: &impl Sheet) -> Option<(&'a Question, u32)> {
        let (question, not_known) = *self.questions.get(at)?;
        let asked = matches!(question.asked, Cond::Always) || self.test(&question.asked, sheet);
        asked.then_some((question, not_known))
    }

    /// Whether a condition holds on the sheet.
    pub fn test(&mut self, condition: &Cond, sheet: &impl Sheet) -> bool {
        match condition {
            Cond::Always => true,
            Cond::Asked(at) => self.asked(*at, sheet).is_some(),
            Cond::Chose(at, mask) => self
                .asked(*at, sheet)
                .is_some_and(|(_, not_known)| sheet.choice(*at).map_or(not_known, |choice| 1 << choice) & mask != 0),
            Cond::Ticked(at, mask) => self.asked(*at, sheet).is_some_and(|(question, _)| {
                let ticked = sheet.ticks(*at) & mask;
                ticked != 0
                    && (0..question.choices.len()).any(|choice| {
                        ticked & (1 << choice) != 0
                            && question.fits.get(choice).is_none_or(|fit| self.test(fit, sheet))
                    })
            }),
            Cond::Misfit(at) => self.asked(*at, sheet).is_some_and(|(question, _)| {
                let ticked = sheet.ticks(*at);
                let fits = question.fits.iter().enumerate();
                fits.filter(|(choice, _)| ticked & (1 << choice) != 0).any(|(_, fit)| !self.test(fit, sheet))
            }),
            Cond::Blank(at) => self.asked(*at, sheet).is_some() && !given(*at, sheet),
            Cond::Given(at) => given(*at, sheet),
            Cond::Apart(apart) => {
                apart.questions().all(|at| self.asked(at, sheet).is_some())
                    && match (self.day(apart.from, sheet), self.day(apart.to, sheet)) {
                        (Some(from), Some(to)) => apart.fits(to - from, &self.settings.counts),
                        _ => false,
                    }
            }
            Cond::AtLeast(at, count) => {
                self.asked(*at, sheet).is_some()
                    && match (sheet.number(*at), count.value(&self.settings.counts)) {
                        (Some(number), Some(count)) => i32::from(number) >= count,
                        _ => false,
                    }
            }
            Cond::Found(at, mask) => self.found(*at, sheet) & mask != 0,
            Cond::Present(outcome) => {
                let law = self.law;
                law.givers(*outcome).iter().any(|(table, row)| {
                    self.found(*table, sheet);
                    self.rows.has(*row)
                })
            }
            Cond::InForce(period) => self.in_force(*period, sheet),
            Cond::Unset(at) => self.settings.days.get(*at).copied().flatten().is_none(),
            Cond::All(parts) => parts.iter().all(|part| self.test(part, sheet)),
            Cond::Any(parts) => parts.iter().any(|part| self.test(part, sheet)),
            Cond::Not(part) => !self.test(part, sheet),
        }
    }

    fn day(&self, when: When, sheet: &impl Sheet) -> Option<i32> {
        match (when, self.law.day_asked) {
            (When::Answer(at), _) | (When::Today, Some(at)) => sheet.day(at),
            (When::Today, None) => self.today,
        }
    }

    fn in_force(&self, period: Period, sheet: &impl Sheet) -> bool {
        let from = match period.from {
            Start::On(day) => Some(day),
            Start::Setting(at) => self.settings.days.get(at).copied().flatten(),
        };
        match (from, self.day(When::Today, sheet)) {
            (Some(from), Some(day)) => {
                day >= dates::number(from) && period.until.is_none_or(|until| day < dates::number(until))
            }
            _ => false,
        }
    }
}

fn given(at: usize, sheet: &impl Sheet) -> bool {
    sheet.choice(at).is_some() || sheet.day(at).is_some() || sheet.number(at).is_some() || sheet.ticks(at) != 0
}
