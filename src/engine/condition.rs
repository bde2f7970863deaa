//! What a rule tests, and how far it is known to hold.

use super::bits::{QuestionSet, RowSet};
use super::outcome::OutcomeId;
use super::rule::Period;

/// How far a condition is known to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// An answer that is not given yet, or not known yet, decides it.
    Open,
}

/// The answers, rows and open questions that made a verdict so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Because {
    /// Questions whose answers were relied on.
    pub answers: QuestionSet,
    /// Questions that are still open and could change the verdict.
    pub open: QuestionSet,
    /// Rows of earlier tables that were relied on.
    pub rows: RowSet,
}

impl Because {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            answers: self.answers.and(other.answers),
            open: self.open.and(other.open),
            rows: self.rows.and(other.rows),
        }
    }
}

/// A truth and what made it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How far the condition is known to hold.
    pub truth: Truth,
    /// What made it so.
    pub because: Because,
}

impl Verdict {
    /// A truth that needed no evidence.
    pub fn plain(holds: bool) -> Self {
        let truth = if holds { Truth::Holds } else { Truth::Fails };
        Self { truth, because: Because::default() }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self.truth, other.truth) {
            (Truth::Fails, _) => self,
            (_, Truth::Fails) => other,
            (Truth::Holds, Truth::Holds) => Self { truth: Truth::Holds, because: self.because.and(other.because) },
            _ => Self { truth: Truth::Open, because: self.because.and(other.because) },
        }
    }

    /// One must hold. Where several do, all of them are evidence.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self.truth, other.truth) {
            (Truth::Holds, Truth::Holds) | (Truth::Fails, Truth::Fails) | (Truth::Open, Truth::Open) => {
                Self { truth: self.truth, because: self.because.and(other.because) }
            }
            (Truth::Holds, _) => self,
            (_, Truth::Holds) => other,
            (Truth::Open, Truth::Fails) | (Truth::Fails, Truth::Open) => {
                Self { truth: Truth::Open, because: self.because.and(other.because) }
            }
        }
    }

    /// The opposite, on the same evidence.
    #[must_use]
    pub fn opposite(self) -> Self {
        let truth = match self.truth {
            Truth::Holds => Truth::Fails,
            Truth::Fails => Truth::Holds,
            Truth::Open => Truth::Open,
        };
        Self { truth, because: self.because }
    }
}

/// What a rule tests. Questions, tables, outcomes and settings are named by their
/// place; the typed handles in [`question`](super::question) and
/// [`rule`](super::rule) make the places, so a rule cannot name an impossible choice.
///
/// A condition on a question fails while the question is not asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    /// Holds on every sheet.
    Always,
    /// The question is asked.
    Asked(usize),
    /// The question is asked and its one answer is in the mask.
    Chose(usize, u32),
    /// The question is asked and a choice in the mask is ticked and may be used.
    Ticked(usize, u32),
    /// The question is asked and nothing was said to it.
    Blank(usize),
    /// Something was said to the question, whether or not it is asked.
    Given(usize),
    /// So many days lie between two days that are both known.
    Apart(Apart),
    /// The question is asked and the number given is this or more.
    AtLeast(usize, Count),
    /// The question is asked and a ticked choice may not be used.
    Misfit(usize),
    /// The table gave a finding in the mask.
    Found(usize, u32),
    /// The outcome was given by an earlier table.
    Present(usize),
    /// The day of the decision is in the period.
    InForce(Period),
    /// The authority has not set this date.
    Unset(usize),
    /// Every one holds.
    All(Vec<Cond>),
    /// At least one holds.
    Any(Vec<Cond>),
    /// It does not hold.
    Not(Box<Cond>),
}

/// A day that a rule counts from or to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The day of the decision, as the caller gives it.
    Today,
    /// The answer to a question that is asked.
    Answer(usize),
}

/// A number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// The law's own.
    Days(i32),
    /// One that the authority sets, by place; never reached while it is blank.
    Setting(usize),
}

impl Count {
    /// The number, given those that the authority has set; nothing while it is blank.
    pub fn value(self, counts: &[Option<i32>]) -> Option<i32> {
        match self {
            Count::Days(days) => Some(days),
            Count::Setting(at) => counts.get(at).copied().flatten(),
        }
    }
}

/// How far apart two days are; less than nothing where the second is the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// So many or more.
    AtLeast(Count),
    /// So many or fewer.
    AtMost(Count),
}

/// How many days lie from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The day counted from.
    pub from: When,
    /// The day counted to.
    pub to: When,
    /// How many.
    pub span: Span,
}

impl Apart {
    /// Whether this many days fit; they do not where the authority's number is blank.
    pub fn fits(self, days: i32, counts: &[Option<i32>]) -> bool {
        match self.span {
            Span::AtLeast(count) => count.value(counts).is_some_and(|number| days >= number),
            Span::AtMost(count) => count.value(counts).is_some_and(|number| days <= number),
        }
    }

    /// The questions whose days are counted.
    pub fn questions(self) -> impl Iterator<Item = usize> {
        [self.from, self.to].into_iter().filter_map(|when| match when {
            When::Today => None,
            When::Answer(at) => Some(at),
        })
    }
}

impl Cond {
    /// Both hold.
    #[must_use]
    pub fn and(self, other: Cond) -> Cond {
        all([self, other])
    }

    /// Looks at the condition and at everything inside it.
    pub fn each(&self, look: &mut impl FnMut(&Cond)) {
        look(self);
        match self {
            Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| part.each(look)),
            Cond::Not(part) => part.each(look),
            _ => {}
        }
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Cond) -> Cond {
        any([self, other])
    }

    /// The outcome was given by an earlier table.
    pub fn present(outcome: impl OutcomeId) -> Cond {
        Cond::Present(outcome.number())
    }
}

/// Every one holds.
pub fn all<const N: usize>(conditions: [Cond; N]) -> Cond {
    Cond::All(conditions.into())
}

/// At least one holds.
pub fn any<const N: usize>(conditions: [Cond; N]) -> Cond {
    Cond::Any(conditions.into())
}

/// It does not hold.
pub fn not(condition: Cond) -> Cond {
    Cond::Not(Box::new(condition))
}
