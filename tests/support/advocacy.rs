//! The product's decision on an advocacy sheet, in the words of the second reading.

use crate::plain::advocacy::{Kind, QUESTIONS, Reading};
use care_tools::cases::Case;
use care_tools::json::Json;
use care_tools::tools;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

pub fn tool() -> &'static tools::Tool {
    tools::named("advocacy").expect("the advocacy tool")
}

/// A sheet from pairs of question and answer. An empty answer is none; ticks are parted by a space.
pub fn facts(pairs: &[(&str, &str)]) -> Map<String, Value> {
    let kind = |id: &str| QUESTIONS.iter().find(|(q, ..)| *q == id).unwrap_or_else(|| panic!("no question {id}")).1;
    let said = pairs.iter().filter(|(_, said)| !said.is_empty());
    let value = |id: &str, said: &str| match kind(id) {
        Kind::Many => json!(said.split(' ').collect::<Vec<_>>()),
        Kind::One | Kind::Day => json!(said),
    };
    said.map(|(id, said)| ((*id).to_owned(), value(id, said))).collect()
}

/// The same sheet read by the engine.
pub fn ours(facts: &Map<String, Value>, settings: &Map<String, Value>) -> Reading {
    let case = json!({"id": "sheet", "facts": facts, "settings": settings}).to_string();
    let case = Case::read(tool(), &Json::read(&case).expect("JSON")).expect("a case");
    let law = &tool().law;
    let decision = law.decide(&case.answers, &case.settings);
    let rows: Vec<&'static str> = law.rows().map(|(_, row)| row.id).collect();
    let question = |at: &usize| law.question_at(*at).map(|question| question.id);
    let numbered = |id: &&str| {
        let mut letters = id.chars();
        letters.next().is_some_and(|first| "PBCVMIDX".contains(first))
            && letters.next().is_some_and(|c| c.is_ascii_digit())
    };
    // The plain reading has no ids for rows that give nothing: V3, M0 and D0.
    let unnamed = ["V3", "M0", "D0"];
    Reading {
        outcomes: decision.outcomes.iter().map(|at| law.outcomes[*at].id).collect(),
        warnings: decision.warnings.iter().map(|at| law.warnings[*at].id).collect(),
        find_out: decision.find_out.iter().filter_map(question).collect(),
        visible: decision.asked.iter().filter_map(question).collect(),
        rules: decision
            .rules
            .iter()
            .map(|at| rows[*at])
            .filter(|id| numbered(id) && !unnamed.contains(id))
            .collect::<BTreeSet<_>>(),
    }
}
