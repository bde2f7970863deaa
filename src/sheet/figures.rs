//! The figures that go with a result, in words.

use super::{Desk, Draft};
use crate::tools::FigureValue;

impl Desk {
    /// Label and value of each.
    pub fn figures(&self, draft: &Draft) -> Vec<(String, String)> {
        self.figures_by_id(draft).into_iter().map(|(_, label, value)| (label, value)).collect()
    }

    /// Id, label and value of each.
    pub fn figures_by_id(&self, draft: &Draft) -> Vec<(&'static str, String, String)> {
        let Some(figures) = self.tool.figures else { return Vec::new() };
        let figures = figures(&self.tool.law, &draft.answers, &self.settings).into_iter();
        let label = |id| self.words.of("figures", id, "label").to_owned();
        figures.map(|figure| (figure.id, label(figure.id), self.figure(&figure.value))).collect()
    }

    fn figure(&self, value: &FigureValue) -> String {
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
            FigureValue::Questions(first, others) => {
                let names = |questions: &[usize]| {
                    let known = questions.iter().filter_map(|at| self.tool.law.question_at(*at));
                    known.map(|question| self.name(question)).collect::<Vec<_>>().join(", ")
                };
                match (first.is_empty(), others.is_empty()) {
                    (false, false) => {
                        words.fill("figure.first", &[("first", &names(first)), ("others", &names(others))])
                    }
                    _ => names(first) + &names(others),
                }
            }
        }
    }
}
