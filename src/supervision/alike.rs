//! Like facts decided unlike, among the open records.

use super::compare::{Comparison, Row, compare};
use super::held::Held;
use super::model::Model;
use crate::engine::Shape;
use crate::record::seal::Integrity;

/// Two records with like facts and unlike decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlike {
    /// The two, by their places among the open records.
    pub pair: (usize, usize),
    /// The answers that differ, at most one.
    pub differs: Vec<Row>,
    /// Whether the outcomes differ.
    pub outcomes: bool,
    /// Whether one departs from the result and the other does not.
    pub departure: bool,
    /// Whether both were made under the same version of the rules.
    pub same_rules: bool,
}

/// How many answers of two like records may differ. Days do not count.
const AT_MOST: usize = 1;

/// Every such pair, in order.
pub fn unlike(model: &Model) -> Vec<Unlike> {
    let open: Vec<(usize, &Held)> =
        model.current().filter(|(_, held)| !held.is_draft() && held.integrity != Integrity::Changed).collect();
    let mut found = Vec::new();
    for (number, (first, one)) in open.iter().enumerate() {
        for (second, two) in open.iter().skip(number + 1) {
            if one.desk.tool.id == two.desk.tool.id && one.plan.is_none() {
                found.extend(pair(one, two).map(|unlike| Unlike { pair: (*first, *second), ..unlike }));
            }
        }
    }
    found
}

fn pair(one: &Held, two: &Held) -> Option<Unlike> {
    let Comparison { mut rows, gone, new, same_rules } = compare(one, two);
    let law = &one.desk.tool.law;
    let is_day = |row: &Row| law.question(row.id).is_some_and(|question| question.shape == Shape::Day);
    rows.retain(|row| !row.is_same() && !is_day(row));
    let outcomes = !gone.is_empty() || !new.is_empty();
    let departure = one.departs() != two.departs() && one.departs().is_some() && two.departs().is_some();
    let like = rows.len() <= AT_MOST;
    (like && (outcomes || departure)).then_some(Unlike {
        pair: (0, 0),
        differs: rows,
        outcomes,
        departure,
        same_rules,
    })
}
