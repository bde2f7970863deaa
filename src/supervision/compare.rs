//! Two records of one tool side by side.

use super::held::Held;
use std::collections::BTreeSet;

/// A question in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The permanent id.
    pub id: &'static str,
    /// Its short name.
    pub name: String,
    /// What was said in the earlier record; nothing where it was not asked.
    pub earlier: Option<String>,
    /// What was said in the later one.
    pub later: Option<String>,
}

impl Row {
    /// Whether both say the same.
    pub fn is_same(&self) -> bool {
        self.earlier == self.later
    }
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Every question of either, in order.
    pub rows: Vec<Row>,
    /// Headings of outcomes that only the earlier has.
    pub gone: Vec<String>,
    /// Headings of outcomes that only the later has.
    pub new: Vec<String>,
    /// Whether both were made under the same rules.
    pub same_rules: bool,
}

impl Comparison {
    /// How many answers changed, and how many of those are no longer asked.
    pub fn counts(&self) -> (usize, usize) {
        let changed = self.rows.iter().filter(|row| !row.is_same());
        let gone = self.rows.iter().filter(|row| row.later.is_none());
        (changed.count(), gone.count())
    }
}

/// Compares two records of one tool.
pub fn compare(earlier: &Held, later: &Held) -> Comparison {
    let (one, two) = (earlier.said(), later.said());
    let ids: BTreeSet<usize> = one.iter().chain(&two).map(|(question, _)| question.at).collect();
    let said = |list: &[(&'static crate::engine::Question, Vec<String>)], at: usize| {
        list.iter().find(|(question, _)| question.at == at).map(|(_, said)| said.join("; "))
    };
    let rows = ids.into_iter().filter_map(|at| {
        let question = later.desk.tool.law.question_at(at)?;
        Some(Row {
            id: question.id,
            name: later.desk.name(question).to_owned(),
            earlier: said(&one, at),
            later: said(&two, at),
        })
    });
    let headings = |held: &Held| -> Vec<(String, String)> {
        held.outcomes().into_iter().map(|outcome| (outcome.id, outcome.heading)).collect()
    };
    let (before, after) = (headings(earlier), headings(later));
    let only = |these: &[(String, String)], others: &[(String, String)]| -> Vec<String> {
        let missing = these.iter().filter(|(id, _)| !others.iter().any(|(other, _)| other == id));
        missing.map(|(_, heading)| heading.clone()).collect()
    };
    let version = |held: &Held| held.record.text_at("content_version").to_owned();
    Comparison {
        rows: rows.collect(),
        gone: only(&before, &after),
        new: only(&after, &before),
        same_rules: version(earlier) == version(later),
    }
}
