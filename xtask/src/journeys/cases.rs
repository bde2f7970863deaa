//! Cases that the tools are held to, for journeys that act them out.

use serde_json::{Map, Value, json};

/// A list for each tool.
const LISTS: &[&str] = &[
    include_str!("../../../src/tools/advocacy/cases.json"),
    include_str!("../../../src/tools/allocation/cases.json"),
    include_str!("../../../src/tools/team_suitability/cases.json"),
];

/// What is so in a case, and the outcomes that should follow.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    facts: Map<String, Value>,
    /// The ids of the outcomes.
    pub outcomes: Vec<String>,
}

impl Case {
    /// The case with this id.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(id: &str) -> Result<Case, String> {
        let lists = LISTS.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
        let cases = lists.filter_map(|list| list.get("cases").unwrap_or(&list).as_array().cloned());
        let case = cases.flatten().find(|case| case["id"] == id).ok_or_else(|| format!("there is no case `{id}`"))?;
        Ok(Case {
            facts: case["facts"].as_object().cloned().unwrap_or_default(),
            outcomes: match &case["expected"]["outcome"] {
                Value::String(outcome) => [vec![outcome.clone()], texts(&case["expected"]["actions"])].concat(),
                _ => texts(&case["expected"]["outcomes"]),
            },
        })
    }

    /// A case of which nothing is known.
    pub fn unknown() -> Case {
        Case::default()
    }

    /// The same case, but for one answer.
    pub fn but(mut self, question: &str, choice: &str) -> Case {
        self.facts.insert(question.to_owned(), json!(choice));
        self
    }

    /// What is said to a question: nothing, one choice or day, or several choices.
    pub fn said(&self, question: &str) -> Vec<String> {
        self.facts.get(question).map(texts).unwrap_or_default()
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
