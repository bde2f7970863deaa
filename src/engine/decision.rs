//! The decision on a sheet: what holds, why, and what is still open.

use super::answers::{Answer, Answers, Given};
use super::bits::{QuestionSet, RowSet};
use super::condition::{Cond, Truth};
use super::law::{Law, Settings};
use super::outcome::Kind;
use super::reading::{Reader, Reading};
use chrono::NaiveDate;

/// Something to say about the decision that is not one of its outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The rules were written for decisions from this day; the decision's day is earlier.
    NotCovered(NaiveDate),
    /// There is no day, so no rule that begins on a day was used.
    NoDay,
}

/// What the law says on a sheet of answers, on the day the answers give.
///
/// Total: every sheet has a decision, and it has at least one outcome where the
/// law provides for "nothing applies".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The day the law was taken on.
    pub day: Option<NaiveDate>,
    /// Outcomes by place, in the order they are shown.
    pub outcomes: Vec<usize>,
    /// Rules that fitted, by row number.
    pub rules: Vec<usize>,
    /// Warnings by place.
    pub warnings: Vec<usize>,
    /// Asked questions with no answer or "not known", in question order.
    pub find_out: Vec<usize>,
    /// Asked questions, in question order.
    pub asked: Vec<usize>,
    /// Notices.
    pub notices: Vec<Notice>,
}

/// One rule that fitted, with what made it fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The row number.
    pub rule: usize,
    /// The answers relied on directly, in question order.
    pub answers: Vec<usize>,
    /// The earlier rules relied on, by row number.
    pub rules: Vec<usize>,
    /// Answers that are not known, and without whose counting as a level the rule would not fit.
    pub counted: Vec<usize>,
}

/// How one table stands while answers are still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The table's place.
    pub table: usize,
    /// Rules that fit whatever comes.
    pub settled: Vec<usize>,
    /// Open questions that decide the rest; empty where everything is settled.
    pub open: Vec<usize>,
}

/// What is settled and what is open, whatever the open answers turn out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How each outcome stands, by place.
    pub outcomes: Vec<Truth>,
    /// How each table stands that is certain to be worked out, in order.
    pub topics: Vec<Topic>,
    /// Asked open questions that cannot change any outcome now, whatever the other open answers are.
    pub idle: Vec<usize>,
}

impl Law {
    /// Decides, taking the law on the day the answers give. Pure and total.
    pub fn decide(&self, answers: &Answers, settings: &Settings) -> Decision {
        let mut reader = Reader::new(self, answers, settings, Reading::AsItStands);
        let asked = reader.visible();
        let mut rules = Vec::new();
        // When each outcome was first given: outcomes of one kind stand in the order of the rules.
        let mut given: Vec<Option<usize>> = vec![None; self.outcomes.len()];
        for table in &self.tables {
            reader.table(table.at);
            let start = self.first_row(table.at);
            for (offset, row) in table.rows.iter().enumerate() {
                if reader.row(start + offset).truth == Truth::Holds {
                    rules.push(start + offset);
                    for outcome in &row.outcomes {
                        if let Some(slot) = given.get_mut(*outcome) {
                            slot.get_or_insert(start + offset);
                        }
                    }
                }
            }
        }
        let holds = |reader: &mut Reader<'_>, when: &Cond| reader.test(when).truth == Truth::Holds;
        let warnings = (0..self.warnings.len())
            .filter(|at| self.warnings.get(*at).is_some_and(|w| holds(&mut reader, &w.when)))
            .collect();
        let open = |at: &usize| self.question_at(*at).is_some_and(|question| answers.is_open(question));
        let day = match (self.day_asked, self.day_asked.and_then(|at| answers.to(at))) {
            (None, _) => settings.today,
            (Some(_), Some(Given::Day(day))) => Some(day),
            (Some(_), _) => None,
        };
        let notices = match (day, self.day_asked) {
            (Some(day), _) if day < self.covers_from => vec![Notice::NotCovered(self.covers_from)],
            (None, Some(_)) => vec![Notice::NoDay],
            _ => Vec::new(),
        };
        Decision {
            day,
            outcomes: self.in_order(&given),
            rules,
            warnings,
            find_out: asked.iter().copied().filter(open).collect(),
            asked,
            notices,
        }
    }

    /// Outcomes in the order they are shown: the decision, then safety first, then by kind, then by rule.
    fn in_order(&self, given: &[Option<usize>]) -> Vec<usize> {
        let first = |at: usize| self.shown_first.iter().position(|first| *first == at);
        let mut order: Vec<(Option<usize>, Kind, usize, usize)> = Vec::new();
        for (at, (outcome, rule)) in self.outcomes.iter().zip(given).enumerate() {
            if let Some(rule) = rule {
                let place = first(at).unwrap_or(self.shown_first.len());
                let place = (outcome.kind != Kind::Decision).then_some(place);
                order.push((place, outcome.kind, *rule, at));
            }
        }
        order.sort_unstable();
        order.into_iter().map(|(.., at)| at).collect()
    }

    /// Why each outcome was given: the rules that led to it, findings before what they led to.
    ///
    /// The reasons of an outcome end with the rule or rules that give it.
    pub fn reasons(&self, answers: &Answers, settings: &Settings, outcome: usize) -> Vec<Reason> {
        let mut reader = Reader::new(self, answers, settings, Reading::AsItStands);
        let mut seen = RowSet::default();
        let mut reasons = Vec::new();
        let rows = reader.present(outcome).because.rows;
        for row in rows.iter() {
            self.explain(&reader, row, &mut seen, &mut reasons);
        }
        for reason in &mut reasons {
            reason.counted = self.counted(answers, settings, reason);
        }
        reasons
    }

    /// Of the answers that a rule relies on, those that are not known, and without whose counting as a level it would not
    /// fit. Empty for a rule that does not fit.
    pub fn counted_in(&self, answers: &Answers, settings: &Settings, rule: usize) -> Vec<usize> {
        let mut reader = Reader::new(self, answers, settings, Reading::AsItStands);
        let Some((table, _)) = self.rows().nth(rule) else { return Vec::new() };
        reader.table(table.at);
        let verdict = reader.row(rule);
        if verdict.truth != Truth::Holds {
            return Vec::new();
        }
        let relied = verdict.because.answers.iter().collect();
        self.counted(answers, settings, &Reason { rule, answers: relied, rules: Vec::new(), counted: Vec::new() })
    }

    /// Of the answers a rule relied on, those that are not known and without which it would not have fitted:
    /// with the lowest level in their place it fails.
    fn counted(&self, answers: &Answers, settings: &Settings, reason: &Reason) -> Vec<usize> {
        let relied = reason.answers.iter().filter_map(|at| self.question_at(*at));
        let open = relied.filter(|question| question.counts_as.is_some() && answers.is_open(question));
        let needed = open.filter(|question| {
            let lowest = answers.clone().with(Answer::new(question.at, Given::One(0)));
            let mut reader = Reader::new(self, &lowest, settings, Reading::AsItStands);
            let table = self.rows().nth(reason.rule).map_or(0, |(table, _)| table.at);
            reader.table(table);
            reader.row(reason.rule).truth != Truth::Holds
        });
        needed.map(|question| question.at).collect()
    }

    fn explain(&self, reader: &Reader<'_>, row: usize, seen: &mut RowSet, into: &mut Vec<Reason>) {
        if seen.has(row) {
            return;
        }
        seen.insert(row);
        let because = reader.row(row).because;
        for earlier in because.rows.iter() {
            self.explain(reader, earlier, seen, into);
        }
        into.push(Reason {
            rule: row,
            answers: because.answers.iter().collect(),
            rules: because.rows.iter().collect(),
            counted: Vec::new(),
        });
    }

    /// What is settled and what is open.
    ///
    /// What is called settled survives every completion of the open answers: each
    /// answer that is missing or "not known" is read as anything it may become.
    pub fn standing(&self, answers: &Answers, settings: &Settings) -> Standing {
        let mut reader = Reader::new(self, answers, settings, Reading::WhateverComes);
        let outcomes = (0..self.outcomes.len()).map(|at| reader.present(at).truth).collect();
        let mut topics = Vec::new();
        let mut live = QuestionSet::default();
        for table in &self.tables {
            let found = reader.table(table.at);
            let start = self.first_row(table.at);
            let gives_outcomes = table.rows.iter().any(|row| !row.outcomes.is_empty());
            if gives_outcomes {
                live = live.and(found.open);
            }
            if found.applies.truth == Truth::Holds {
                let rows = start..start + table.rows.len();
                topics.push(Topic {
                    table: table.at,
                    settled: rows.filter(|row| reader.row(*row).truth == Truth::Holds).collect(),
                    open: found.open.iter().collect(),
                });
            }
        }
        let idle = reader
            .visible()
            .into_iter()
            .filter(|at| !live.has(*at) && self.question_at(*at).is_some_and(|question| answers.is_open(question)))
            .collect();
        Standing { outcomes, topics, idle }
    }
}
