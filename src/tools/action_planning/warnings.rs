//! Warnings: they never stop anything. Section 10 of the specification.

use super::answers::*;
use super::day::Written;
use super::groups::{AT_HOME, Action};
use super::outcomes::Id;
use super::personal::looks_personal;
use super::plan::Read;
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
        let plan = self.plan;
        let open = || plan.actions.iter().filter(|action| action.is_open());
        let review = self.day(REVIEW_DATE.0);
        let start = self.day(PROCESS_START.0);
        let served = |action: &Action| !action.owner.is_empty() && !AT_HOME.contains(&action.owner.as_str());
        let same = |action: &Action| {
            let plain = |text: &str| text.trim().to_lowercase();
            !plain(&action.what).is_empty() && plain(&action.what) == plain(&action.measure)
        };
        let uncovered = |day: NaiveDate| !plan.calendar.covers(day);
        let due = |action: &Action| action.due.day();
        let partly = |at: usize| ["no", "partly"].contains(&self.one(at).as_str());
        let helps = |id: &str| plan.actions.iter().any(|action| action.issue == id);
        let about_somebody = self.about_somebody() && !plan.actions.is_empty();
        let all = [
            ("AP-W-01", open().any(|a| served(a) && due(a).is_some_and(|day| !plan.calendar.works(day)))),
            ("AP-W-02", open().any(|a| after(due(a), review))),
            ("AP-W-03", plan.actions.iter().any(same)),
            ("AP-W-04", open().any(|a| a.owner_agreed == "not_asked")),
            ("AP-W-05", open().any(|a| a.owner_agreed == "no")),
            ("AP-W-06", plan.actions.iter().any(|a| plan.issue(&a.issue).is_none())),
            ("AP-W-07", open().any(|a| after(due(a), later(start, SIX_WEEKS)))),
            ("AP-W-08", self.has(Id::GoAheadWithoutAgreement) && !self.lacks() && partly(PERSON_AGREES.0)),
            ("AP-W-09", after(review, later(start, THREE_WEEKS))),
            ("AP-W-10", self.texts().any(looks_personal)),
            (
                "AP-W-11",
                plan.today.into_iter().chain(review).chain(plan.actions.iter().filter_map(due)).any(uncovered),
            ),
            ("AP-W-12", plan.issues.iter().any(|issue| !helps(&issue.id))),
            ("AP-W-14", plan.today.is_none()),
            ("AP-W-15", self.one(CONTEXT.0) == "safeguarding_process"),
            ("AP-W-16", about_somebody && plan.actions.iter().all(|a| a.owner == "person")),
            ("AP-W-17", about_somebody && !plan.actions.iter().any(|a| AT_HOME.contains(&a.owner.as_str()))),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| id).collect()
    }

    /// Everything that was written and is shown.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let asked = self
            .plan
            .texts
            .iter()
            .filter(|(id, _)| super::law_once().question(id).is_some_and(|question| self.asked(question.at)));
        let issues = self.plan.issues.iter().map(|issue| issue.description.as_str());
        let actions = self.plan.actions.iter().flat_map(Action::texts);
        asked.map(|(_, text)| text.as_str()).chain(issues).chain(actions)
    }

    /// Whether a day that is shown was written and is not real.
    pub fn not_real(&self, written: &Written) -> bool {
        matches!(written, Written::NotReal(_))
    }
}
