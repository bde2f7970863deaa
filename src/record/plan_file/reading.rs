//! A saved plan being read, key by key.

use super::super::shape::Fault;
use super::{Saved, warning_key};
use crate::engine::dates;
use crate::json::{Json, MOST_FAULTS};
use crate::tools::action_planning::RULES;
use crate::tools::action_planning::day::{in_england, moment};
use crate::tools::action_planning::groups::MOST;
use crate::tools::action_planning::json as said;

/// The most issues, or the most actions.
fn most(part: &str) -> usize {
    if part == "issues" { MOST.0 } else { MOST.1 }
}

/// An entry without what chains it.
fn without_hashes(entry: &Json) -> Json {
    let pairs = entry.as_object().unwrap_or_default().iter();
    Json::Object(pairs.filter(|(key, _)| !["prev", "hash"].contains(&key.as_str())).cloned().collect())
}

/// A record being read.
#[derive(Default)]
pub(super) struct Reading {
    /// What was read so far.
    pub saved: Saved,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Whether it was made under other rules: then a question that those of today do not ask is passed over.
    other_rules: bool,
}

impl Reading {
    fn fault(&mut self, what: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new("", "plan", what));
        }
    }

    /// Reads every key.
    pub fn top(&mut self, file: &Json) {
        // A draft is gone on with, and nothing of it may be passed over.
        self.other_rules = file.text_at("content_version") != RULES && file.text_at("status") != "draft";
        for (key, value) in file.as_object().unwrap_or_default() {
            let text = value.as_text().unwrap_or_default().to_owned();
            match key.as_str() {
                "record_id" => self.saved.stamp.id = text,
                "created_at" => self.saved.stamp.made_at = text,
                "supersedes" => self.saved.stamp.replaces = text,
                "completed_at" => self.saved.completed_at = text,
                "integrity" => self.saved.saved_at = value.text_at("saved_at").to_owned(),
                "law_on" => self.saved.saved_on = dates::from_iso(&text),
                "status" => self.status(&text),
                "answers" => self.answers(value, key),
                "warnings" => self.warnings(value),
                "outcomes" => self.outcomes(value),
                "tool" => self.tool(value),
                _ => {}
            }
        }
        // Later than the day when it was completed, it was saved on the day of its time.
        self.saved.saved_on = moment(&self.saved.saved_at).map(in_england).or(self.saved.saved_on);
        if self.saved.calendar_id.is_empty() {
            self.saved.calendar_id.clone_from(&self.saved.stamp.id);
        }
        self.numbers();
    }

    fn status(&mut self, status: &str) {
        match status {
            "draft" => self.saved.plan.complete = false,
            "completed" | "reviewed" | "superseded" => self.saved.plan.complete = true,
            other => self.fault(format!("`status` is `{other}`")),
        }
    }

    fn answers(&mut self, value: &Json, at: &str) {
        let Some(pairs) = value.as_object() else {
            return self.fault(format!("`{at}` is {} and should be an object", value.kind()));
        };
        for (key, value) in pairs {
            if key.starts_with("ap_issues") || key.starts_with("ap_actions") {
                self.fault(format!("`{key}` stands in the wrong place"));
                continue;
            }
            match said::said(&mut self.saved.plan, key, value) {
                Ok(()) => {}
                Err(_) if self.other_rules => {}
                Err(fault) => self.fault(fault),
            }
        }
    }

    fn outcomes(&mut self, value: &Json) {
        let read = value.as_list().unwrap_or_default().iter().filter(|it| it.text_at("acknowledged") == "yes");
        self.saved.acknowledged = read.map(|outcome| outcome.text_at("id").to_owned()).collect();
    }

    fn warnings(&mut self, value: &Json) {
        for warning in value.as_list().unwrap_or_default() {
            let text = |key: &str| warning.get(key).and_then(Json::as_text).unwrap_or_default();
            if text("acknowledged") == "yes" {
                self.saved.seen.insert(warning_key(text("id"), text("question")), text("reason").to_owned());
            }
        }
    }

    fn tool(&mut self, value: &Json) {
        let Some(pairs) = value.as_object() else {
            return self.fault(format!("`tool` is {} and should be an object", value.kind()));
        };
        for (key, value) in pairs {
            match key.as_str() {
                // Before each is looked for among all the others.
                "issues" | "actions" if value.as_list().is_some_and(|list| list.len() > most(key)) => {
                    self.fault(format!("a plan has at most {} issues and {} actions", MOST.0, MOST.1));
                }
                "issues" | "actions" => {
                    if let Err(fault) = said::said(&mut self.saved.plan, &format!("ap_{key}"), value) {
                        self.fault(fault);
                    }
                }
                "agreement" | "monitoring" | "sharing" => self.answers(value, key),
                "calendar_id" => self.saved.calendar_id = value.as_text().unwrap_or_default().to_owned(),
                "version_reason" => self.saved.version_reason = value.as_text().unwrap_or_default().to_owned(),
                "late_reason" => self.saved.late_reason = value.as_text().unwrap_or_default().to_owned(),
                "review_seq" => match value {
                    Json::Whole(count) => self.saved.review_seq = u32::try_from(*count).unwrap_or_default(),
                    _ => self.fault("`tool.review_seq` should be a whole number"),
                },
                "made" => self.made(value),
                _ => {}
            }
        }
        // After the actions and issues, wherever they stand.
        if let Some(progress) = value.get("progress") {
            self.progress(progress);
        }
        if let Some(last) = value.list_at("closing").last() {
            self.answers(last.get("answers").unwrap_or(&Json::Null), "closing");
            for issue in &mut self.saved.plan.issues {
                let state = last.get("states").map_or("", |states| states.text_at(&issue.id));
                state.clone_into(&mut issue.state);
            }
        }
    }

    fn made(&mut self, value: &Json) {
        match value.as_list() {
            Some([Json::Whole(issues), Json::Whole(actions)]) => {
                let number = |count: i64| usize::try_from(count).unwrap_or_default().min(9_999);
                self.saved.made = (number(*issues), number(*actions));
            }
            _ => self.fault("`tool.made` should be two whole numbers"),
        }
    }

    fn progress(&mut self, value: &Json) {
        let Some(list) = value.as_list() else {
            return self.fault(format!("`tool.progress` is {} and should be a list", value.kind()));
        };
        for (number, entry) in list.iter().enumerate() {
            let id = entry.get("action").and_then(Json::as_text).unwrap_or_default();
            match said::report(number, &without_hashes(entry), "progress") {
                Ok(report) => match self.saved.plan.actions.iter_mut().find(|action| action.id == id) {
                    Some(action) => action.progress.push(report),
                    None => self.fault(format!("`progress`: there is no action `{id}`")),
                },
                Err(fault) => self.fault(fault),
            }
        }
    }

    /// Ids are given once, and no id is below one that was given before.
    fn numbers(&mut self) {
        let number = |id: &str, letter: char| id.strip_prefix(letter).and_then(|rest| rest.parse::<usize>().ok());
        let issues: Vec<String> = self.saved.plan.issues.iter().map(|issue| issue.id.clone()).collect();
        let actions: Vec<String> = self.saved.plan.actions.iter().map(|action| action.id.clone()).collect();
        for (ids, letter) in [(&issues, 'I'), (&actions, 'A')] {
            for (at, id) in ids.iter().enumerate() {
                if number(id, letter).is_none_or(|number| number == 0 || number > 9_999) {
                    self.fault(format!("`{id}` is not an id of this plan"));
                }
                if ids.iter().take(at).any(|before| before == id) {
                    self.fault(format!("`{id}` stands twice"));
                }
            }
        }
        let highest = |ids: &[String], letter| ids.iter().filter_map(|id| number(id, letter)).max().unwrap_or(0);
        self.saved.made.0 = self.saved.made.0.max(highest(&issues, 'I'));
        self.saved.made.1 = self.saved.made.1.max(highest(&actions, 'A'));
    }
}
