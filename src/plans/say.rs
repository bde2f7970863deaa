//! Phrases and short sentences, in the words of the tool.

use super::model::Model;
use crate::record;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::plan::Read;
use crate::tools::action_planning::progress::Status;
use chrono::NaiveDate;

impl Model {
    /// A phrase.
    pub fn say(&self, phrase: &str) -> String {
        self.desk.words.say(phrase).to_owned()
    }

    /// A phrase with its gaps filled.
    pub fn fill(&self, phrase: &str, gaps: &[(&str, &str)]) -> String {
        self.desk.words.fill(phrase, gaps)
    }

    /// A text of the tool by its path.
    pub fn at(&self, path: &str) -> String {
        self.desk.words.at(path).to_owned()
    }

    /// The words of a choice in a field.
    pub fn choice(&self, group: &str, field: &str, id: &str) -> String {
        self.at(&format!("fields.{group}.{field}.choices.{id}"))
    }

    /// A day in words.
    pub fn day(&self, day: NaiveDate) -> String {
        self.desk.words.day(day)
    }

    /// A day in few letters: 22 Nov, with the year where it is another one.
    pub fn short_day(&self, day: NaiveDate) -> String {
        self.desk.words.short_day(day, self.today)
    }

    /// A number of working days in words.
    pub fn working_days(&self, days: i64) -> String {
        match days {
            1 => self.say("plan.one_working_day"),
            days => self.fill("plan.working_days", &[("n", &days.to_string())]),
        }
    }

    /// The title of an action: its id and what will happen.
    pub fn action_title(&self, action: &Action) -> String {
        match action.what.trim() {
            "" => format!("{}. {}", action.id, self.say("plan.unnamed")),
            what => format!("{}. {what}", action.id),
        }
    }

    /// The title of an issue: its id and what kind it is.
    pub fn issue_title(&self, id: &str) -> String {
        let kind = self.issue(id).map(|issue| issue.kind.clone()).unwrap_or_default();
        match kind.as_str() {
            "" => format!("{id}. {}", self.say("plan.unnamed_issue")),
            kind => format!("{id}. {}", self.choice("issue", "type", kind)),
        }
    }

    /// The owner in words, with role or initials.
    pub fn owner(&self, action: &Action) -> String {
        match action.owner.as_str() {
            "" => self.say("plan.no_owner"),
            _ => record::plan::owner(&self.desk.words, action),
        }
    }

    /// Where an action has got to, in a sentence.
    pub fn stands(&self, read: &Read<'_>, action: &Action) -> String {
        let due = action.due.day();
        match (read.status(action), due) {
            (Status::Overdue, Some(_)) => {
                let days = read.working_days_late(&action.due).unwrap_or_default();
                match days {
                    0 => self.say("plan.late_no_working_day"),
                    days => self.fill("plan.late", &[("days", &self.working_days(days))]),
                }
            }
            (Status::DueToday, _) => self.say("plan.due_today"),
            (Status::DueSoon, Some(due)) => {
                let days = self.today.map_or(0, |today| read.plan.calendar.between(today, due));
                match days {
                    0 => self.fill("plan.due_on", &[("day", &self.day(due))]),
                    days => self.fill("plan.due_in", &[("days", &self.working_days(days))]),
                }
            }
            (Status::Upcoming, Some(due)) => self.fill("plan.due_on", &[("day", &self.day(due))]),
            (Status::Done | Status::DoneLate, _) => match action.done_on.day() {
                Some(day) => self.fill("plan.done_on", &[("day", &self.day(day))]),
                None => self.at("status.done"),
            },
            (Status::Stopped, _) => {
                self.fill("plan.stopped_because", &[("why", action.stopped_reason.trim().trim_end_matches('.'))])
            }
            _ => self.at("status.no_date"),
        }
    }
}
