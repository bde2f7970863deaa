//! The figures that go with a result, in words.

use super::{Desk, Draft};
use crate::tools::{Figure, FigureValue};

/// A figure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureText {
    /// The permanent id.
    pub id: &'static str,
    /// What it is of.
    pub label: String,
    /// What stands out, before the rest; empty where nothing does.
    pub first: String,
    /// The rest.
    pub rest: String,
}

impl FigureText {
    /// The whole value.
    pub fn value(&self) -> String {
        let parts = [self.first.as_str(), self.rest.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Desk {
    /// The figures of a sheet, in the order shown.
    pub fn figures(&self, draft: &Draft) -> Vec<FigureText> {
        let Some(figures) = self.tool.figures else { return Vec::new() };
        let figures = figures(&self.tool.law, &draft.answers, &self.settings).into_iter();
        let text = |Figure { id, value }| FigureText {
            id,
            label: self.words.of("figures", id, "label").to_owned(),
            first: self.first(&value),
            rest: self.rest(&value),
        };
        figures.map(text).collect()
    }

    /// The questions about safety that are open.
    fn first(&self, value: &FigureValue) -> String {
        match value {
            FigureValue::Questions(first, _) if !first.is_empty() => {
                self.words.fill("figure.first", &[("first", &self.names(first))])
            }
            _ => String::new(),
        }
    }

    fn rest(&self, value: &FigureValue) -> String {
        let words = &self.words;
        match value {
            FigureValue::Day(day) => words.day(*day),
            FigureValue::Late(day, late) if *late > 0 => {
                words.fill("figure.late", &[("day", &words.day(*day)), ("days", &words.days(*late))])
            }
            FigureValue::Late(day, _) => words.day(*day),
            FigureValue::WorkingDay(day, true) => words.day(*day),
            FigureValue::WorkingDay(day, false) => words.fill("figure.unconfirmed", &[("day", &words.day(*day))]),
            FigureValue::Days(days) => words.days(*days),
            FigureValue::Findings(table, from, to) => {
                let name = |finding: &usize| {
                    let table = self.tool.law.tables.get(*table)?;
                    let finding = table.findings.get(*finding)?;
                    Some(words.at(&format!("tables.{}.findings.{}", table.id, finding.id)))
                };
                let (from_text, to_text) = (name(from).unwrap_or_default(), name(to).unwrap_or_default());
                if from == to {
                    from_text.to_owned()
                } else {
                    words.fill("figure.range", &[("from", from_text), ("to", to_text)])
                }
            }
            FigureValue::Questions(first, others) if first.is_empty() => self.names(others),
            FigureValue::Questions(_, others) if others.is_empty() => String::new(),
            FigureValue::Questions(_, others) => words.fill("figure.then", &[("others", &self.names(others))]),
        }
    }

    fn names(&self, questions: &[usize]) -> String {
        let known = questions.iter().filter_map(|at| self.tool.law.question_at(*at));
        known.map(|question| self.name(question)).collect::<Vec<_>>().join(", ")
    }
}
