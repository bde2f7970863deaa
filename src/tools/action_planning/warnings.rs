//! Warnings: they never stop anything. Section 10 of the specification.

use super::answers::*;
use super::found::{Found, Gap, at, ids};
use super::groups::{AT_HOME, Action};
use super::outcomes::Id;
use super::personal::looks_personal;
use super::plan::Read;
use crate::tools::LATE_AFTER;
use chrono::{Days, NaiveDate};

/// The last day of six weeks, counted from the day reablement started.
const SIX_WEEKS: u64 = 41;
/// A first review is normally within so many days of the start.
const THREE_WEEKS: u64 = 21;

fn later(day: Option<NaiveDate>, days: u64) -> Option<NaiveDate> {
    day.and_then(|day| day.checked_add_days(Days::new(days)))
}

fn after(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one > other)
}

impl Read<'_> {
    /// Ids of the warnings, each once, in order.
    pub fn warnings(&self) -> Vec<&'static str> {
        ids(&self.warnings_found())
    }

    /// The warnings in the order of their ids, each with what it is about.
    pub fn warnings_found(&self) -> Vec<Found> {
        let mut found = Vec::new();
        self.warnings_of_plan(&mut found);
        for action in &self.plan.actions {
            self.warnings_of(action, &mut found);
        }
        for (place, text) in self.texts() {
            if looks_personal(text) {
                found.push(Found::new("AP-W-10", place));
            }
        }
        found.sort();
        found.dedup();
        found
    }

    /// Whether it is written up more than two working days after it was agreed (RS-W-01).
    pub fn is_written_up_late(&self) -> bool {
        match (self.day(AGREED_ON.0), self.plan.today) {
            (Some(agreed), Some(today)) => self.plan.calendar.between(agreed, today) > LATE_AFTER,
            _ => false,
        }
    }

    fn warnings_of_plan(&self, found: &mut Vec<Found>) {
        let plan = self.plan;
        let id = |at: usize| super::law_once().question_at(at).map_or("", |question| question.id);
        let review = self.day(REVIEW_DATE.0);
        let start = self.day(PROCESS_START.0);
        let uncovered = |day: Option<NaiveDate>| day.is_some_and(|day| !plan.calendar.covers(day));
        let partly = ["no", "partly"].contains(&self.one(PERSON_AGREES.0).as_str());
        let helped = |id: &str| plan.actions.iter().any(|action| action.issue == id);
        let about_somebody = self.about_somebody() && !plan.actions.is_empty();
        let at_home = |action: &Action| AT_HOME.contains(&action.owner.as_str());
        let all = [
            ("AP-W-08", id(PERSON_AGREES.0), self.has(Id::GoAheadWithoutAgreement) && !self.lacks() && partly),
            ("AP-W-09", id(REVIEW_DATE.0), after(review, later(start, THREE_WEEKS))),
            ("AP-W-11", "", uncovered(plan.today)),
            ("AP-W-11", id(REVIEW_DATE.0), uncovered(review)),
            ("AP-W-14", "", plan.today.is_none() || plan.device_clock),
            ("AP-W-15", id(CONTEXT.0), self.one(CONTEXT.0) == "safeguarding_process"),
            ("AP-W-16", "ap_actions", about_somebody && plan.actions.iter().all(|action| action.owner == "person")),
            ("AP-W-17", "ap_actions", about_somebody && !plan.actions.iter().any(at_home)),
        ];
        found.extend(all.into_iter().filter(|(.., holds)| *holds).map(|(id, place, _)| Found::new(id, place)));
        for issue in plan.issues.iter().filter(|issue| !helped(&issue.id)) {
            found.push(Found::new("AP-W-12", at("issue", &issue.id, "type")));
        }
    }

    fn warnings_of(&self, action: &Action, found: &mut Vec<Found>) {
        let plan = self.plan;
        let due = action.due.day();
        let served = !action.owner.is_empty() && !AT_HOME.contains(&action.owner.as_str());
        let plain = |text: &str| text.trim().to_lowercase();
        let six_weeks = later(self.day(PROCESS_START.0), SIX_WEEKS);
        let open = action.is_open();
        if let Some(day) = due.filter(|day| open && served && !plan.calendar.works(*day)) {
            let gap = Gap::Day(plan.calendar.next(day));
            found.push(Found { id: "AP-W-01", at: at("action", &action.id, "due"), gap });
        }
        let all = [
            ("AP-W-02", "due", open && after(due, self.day(REVIEW_DATE.0))),
            ("AP-W-03", "measure", !plain(&action.what).is_empty() && plain(&action.what) == plain(&action.measure)),
            ("AP-W-04", "owner_agreed", open && action.owner_agreed == "not_asked"),
            ("AP-W-05", "owner_agreed", open && action.owner_agreed == "no"),
            ("AP-W-06", "issue", plan.issue(&action.issue).is_none()),
            ("AP-W-07", "due", open && after(due, six_weeks)),
            ("AP-W-11", "due", due.is_some_and(|day| !plan.calendar.covers(day))),
        ];
        let held = all.into_iter().filter(|(.., holds)| *holds);
        found.extend(held.map(|(id, field, _)| Found::new(id, at("action", &action.id, field))));
    }

    /// Everything that was written and is shown, with its place.
    pub fn texts(&self) -> Vec<(String, &str)> {
        let law = super::law_once();
        let asked =
            self.plan.texts.iter().filter(|(id, _)| law.question(id).is_some_and(|question| self.asked(question.at)));
        let mut texts: Vec<(String, &str)> = asked.map(|(id, text)| ((*id).to_owned(), text.as_str())).collect();
        for issue in &self.plan.issues {
            texts.push((at("issue", &issue.id, "description"), &issue.description));
        }
        for action in &self.plan.actions {
            let own = action.texts().into_iter();
            texts.extend(own.map(|(field, text)| (at("action", &action.id, field), text)));
        }
        texts
    }
}
