//! Decision tables: rows with a condition, what they give, and since when.

use super::citation::Citation;
use super::condition::{Cond, not};
use super::outcome::OutcomeId;
use super::question::{Choice, Choices};
use chrono::NaiveDate;
use std::marker::PhantomData;

/// Which rows of a table are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The first row that fits.
    First,
    /// Every row that fits.
    Every,
}

/// When something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// On this day.
    On(NaiveDate),
    /// On the day that the authority's setting gives; never, while it is blank.
    Setting(usize),
}

/// From a day (inclusive) until a day (exclusive). A decision without a day is in no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Start,
    /// The first day it no longer applies.
    pub until: Option<NaiveDate>,
}

/// A date that an authority sets, named by its place in the law's list of settings.
#[derive(Clone, Copy, Debug)]
pub struct SettingDay(usize, &'static str);

impl SettingDay {
    /// Used by [`numbered!`](crate::numbered).
    pub const fn new(at: usize, id: &'static str) -> Self {
        Self(at, id)
    }

    /// The permanent id.
    pub const fn id(self) -> &'static str {
        self.1
    }

    /// The period from that day on.
    pub fn onwards(self) -> Period {
        Period { from: Start::Setting(self.0), until: None }
    }

    /// The day of the decision is that day or later.
    pub fn reached(self) -> Cond {
        Cond::InForce(self.onwards())
    }

    /// The authority has not set it.
    pub fn blank(self) -> Cond {
        Cond::Unset(self.0)
    }
}

/// A table's result, as later tables name it.
#[derive(Debug)]
pub struct Finding<F> {
    table: usize,
    id: &'static str,
    kind: PhantomData<F>,
}

impl<F> Clone for Finding<F> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<F> Copy for Finding<F> {}

impl<F: Choices> Finding<F> {
    /// Used by [`numbered!`](crate::numbered).
    pub const fn new(table: usize, id: &'static str) -> Self {
        Self { table, id, kind: PhantomData }
    }

    /// The table's place among all tables.
    pub fn number(self) -> usize {
        self.table
    }

    /// The table gave this finding.
    pub fn is(self, finding: F) -> Cond {
        self.any([finding])
    }

    /// The table gave one of these findings.
    pub fn any<const N: usize>(self, findings: [F; N]) -> Cond {
        Cond::Found(self.table, F::mask(findings))
    }

    /// The table did not give this finding.
    pub fn is_not(self, finding: F) -> Cond {
        not(self.is(finding))
    }

    /// The table of which the first row that fits is used.
    pub fn first_fit(self) -> Table {
        Table::new(self.table, self.id, Hit::First, F::LIST)
    }

    /// The table of which every row that fits is used.
    pub fn every_fit(self) -> Table {
        Table::new(self.table, self.id, Hit::Every, F::LIST)
    }
}

/// For a table that gives outcomes and finds nothing.
#[derive(Clone, Copy, Debug)]
pub enum NoFinding {}

impl Choices for NoFinding {
    const LIST: &'static [Choice] = &[];
    fn number(self) -> usize {
        match self {}
    }
}

/// One rule of a table.
#[derive(Debug)]
pub struct Row {
    /// The permanent id, as the specification gives it. Rows that together are one rule of it share its id.
    pub id: &'static str,
    /// What it tests.
    pub when: Cond,
    /// Whether it stands for "otherwise": then what made the earlier rows fail is its evidence.
    pub otherwise: bool,
    /// When it is in force.
    pub in_force: Option<Period>,
    /// The finding it gives, by place.
    pub finding: Option<usize>,
    /// The outcomes it gives, by place.
    pub outcomes: Vec<usize>,
    /// The law, guidance or procedure behind it.
    pub sources: Vec<Citation>,
}

impl Row {
    /// A rule and what it tests.
    pub fn when(id: &'static str, when: Cond) -> Self {
        Self { id, when, otherwise: false, in_force: None, finding: None, outcomes: Vec::new(), sources: Vec::new() }
    }

    /// A rule for whatever the rows above left.
    pub fn otherwise(id: &'static str) -> Self {
        Self { otherwise: true, ..Self::when(id, Cond::Always) }
    }

    /// The outcome it gives.
    #[must_use]
    pub fn gives(mut self, outcome: impl OutcomeId) -> Self {
        self.outcomes.push(outcome.number());
        self
    }

    /// The finding it gives.
    #[must_use]
    pub fn finds(mut self, finding: impl Choices) -> Self {
        self.finding = Some(finding.number());
        self
    }

    /// When it is in force.
    #[must_use]
    pub fn during(mut self, period: Period) -> Self {
        self.in_force = Some(period);
        self
    }

    /// The sources behind it.
    #[must_use]
    pub fn because<const N: usize>(mut self, sources: [Citation; N]) -> Self {
        self.sources = sources.to_vec();
        self
    }
}

/// A decision table. Its findings may feed later tables; a law has no circles.
#[derive(Debug)]
pub struct Table {
    /// The permanent id.
    pub id: &'static str,
    /// Its place among all tables.
    pub at: usize,
    /// Which rows are used.
    pub hit: Hit,
    /// When the table is worked out at all.
    pub only_if: Cond,
    /// What it may find.
    pub findings: &'static [Choice],
    /// Its rows, in the order they are tried.
    pub rows: Vec<Row>,
}

impl Table {
    fn new(at: usize, id: &'static str, hit: Hit, findings: &'static [Choice]) -> Self {
        Self { id, at, hit, only_if: Cond::Always, findings, rows: Vec::new() }
    }

    /// When the table is worked out at all.
    #[must_use]
    pub fn only_if(mut self, condition: Cond) -> Self {
        self.only_if = condition;
        self
    }

    /// Its next row.
    #[must_use]
    pub fn row(mut self, row: Row) -> Self {
        self.rows.push(row);
        self
    }
}
