//! The same answers under the rules of today: what would be decided, beside what was.

use super::plan::PRACTICE;
use super::read;
use crate::engine::{Answers, Settings};
use crate::json::Json;
use crate::tools::Tool;

/// What was recorded and what the rules of today give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// Ids of the outcomes that were recorded.
    pub then: Vec<String>,
    /// Ids of those that the rules of today give on the same answers and the same day.
    pub now: Vec<String>,
    /// The version of the rules that the record names.
    pub rules_then: String,
    /// The version of today.
    pub rules_now: String,
}

impl Replay {
    /// Whether both are the same.
    pub fn agrees(&self) -> bool {
        let sorted = |ids: &[String]| {
            let mut ids = ids.to_vec();
            ids.sort_unstable();
            ids
        };
        sorted(&self.then) == sorted(&self.now)
    }

    /// Outcomes that were recorded and are not given today.
    pub fn gone(&self) -> Vec<&str> {
        self.then.iter().filter(|id| !self.now.contains(id)).map(String::as_str).collect()
    }

    /// Outcomes that are given today and were not recorded.
    pub fn added(&self) -> Vec<&str> {
        self.now.iter().filter(|id| !self.then.contains(id)).map(String::as_str).collect()
    }
}

/// The ids of the recorded outcomes. What is about a worker's practice is not compared.
pub fn recorded(record: &Json) -> Vec<String> {
    let ids = record.list_at("outcomes").iter().map(|outcome| outcome.text_at("id").to_owned());
    ids.filter(|id| !PRACTICE.contains(&id.as_str())).collect()
}

/// The ids of the outcomes that the rules of today give.
pub fn decided(tool: &Tool, answers: &Answers, settings: &Settings) -> Vec<String> {
    let decision = tool.law.decide(answers, settings);
    let given = decision.outcomes.iter().filter_map(|at| tool.law.outcomes.get(*at));
    given.map(|outcome| outcome.id.to_owned()).collect()
}

/// Decides a record again under the rules of today. Nothing where its answers cannot be read.
pub fn replay(record: &Json, tool: &'static Tool) -> Option<Replay> {
    let now = match tool.groups {
        [] => decided(tool, &read::answers(record, tool).ok()?, &read::settings(record, tool)),
        _ => super::plan_file::decided(record)?,
    };
    Some(Replay {
        then: recorded(record),
        now,
        rules_then: record.text_at("content_version").to_owned(),
        rules_now: tool.rules_version.to_owned(),
    })
}
