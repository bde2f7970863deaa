//! How a plan survives a restart, is saved and opened again, completed, and made anew.

use super::model::Model;
use super::place::Place;
use super::problems::is_blank;
use crate::engine::{Given, Shape, dates};
use crate::json::{Json, LONGEST_KEPT};
use crate::record::plan_file::{self, Saved};
use crate::record::{Stamp, code_of};
use crate::sheet::Draft;
use crate::tools::action_planning::answers::REVIEW_DATE;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::json as said;
use crate::tools::action_planning::law_once;
use crate::tools::action_planning::plan::Plan;
use crate::tools::action_planning::progress::Status;
use chrono::NaiveDate;

/// What would replace a plan that is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Another plan, as text.
    Open(String),
    /// A new version.
    NewVersion,
}

/// What was so when a plan was last saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// The day.
    pub on: NaiveDate,
    /// Actions with the ids of their status on that day.
    pub statuses: Vec<(String, &'static str)>,
    /// How many reports there were.
    pub reports: usize,
}

impl Last {
    fn to_json(&self) -> Json {
        let statuses = self.statuses.iter().map(|(id, status)| (id.clone(), Json::text(*status)));
        Json::object([
            ("on", Json::text(dates::to_iso(self.on))),
            ("statuses", Json::Object(statuses.collect())),
            ("reports", Json::Whole(i64::try_from(self.reports).unwrap_or_default())),
        ])
    }

    fn read(json: &Json) -> Option<Last> {
        let statuses = json.get("statuses")?.as_object()?.iter();
        let known = |id: &str| Status::ALL.into_iter().map(Status::id).find(|known| *known == id);
        Some(Last {
            on: dates::from_iso(json.get("on")?.as_text()?)?,
            statuses: statuses.filter_map(|(id, status)| Some((id.clone(), known(status.as_text()?)?))).collect(),
            reports: match json.get("reports") {
                Some(Json::Whole(count)) => usize::try_from(*count).ok()?,
                _ => return None,
            },
        })
    }
}

impl Model {
    /// The plan has been saved as it is.
    pub fn was_saved(&mut self) {
        self.unsaved = false;
        self.last = self.today.map(|today| self.stood(today));
    }

    /// The plan as it is saved.
    pub fn saved(&self, now: &str) -> Saved {
        Saved {
            plan: self.agreed(),
            stamp: self.stamp.clone(),
            calendar_id: self.calendar_id.clone(),
            completed_at: self.times.0.clone(),
            saved_at: now.to_owned(),
            saved_on: self.today,
            review_seq: self.review_seq,
            seen: self.seen.clone(),
            version_reason: self.version_reason.clone(),
            late_reason: self.late_reason.clone(),
            made: self.made,
            acknowledged: self.acknowledged.clone(),
            sealed: None,
            changed: self.changed,
        }
    }

    /// The record as it stands, without its hashes.
    pub fn working(&self, now: &str) -> Json {
        let plan = self.plan();
        plan_file::write(&self.saved(now), &plan.read(), &self.desk.locality)
    }

    /// The record as it is saved.
    pub fn record(&self, now: &str) -> Json {
        match &self.sealed {
            // Nothing is added to a file that has changed, and nothing makes it look as if it had not.
            Some(sealed) if self.changed => sealed.clone(),
            sealed => plan_file::to_save(self.working(now), sealed.as_ref(), now),
        }
    }

    /// Fixes what has been added to a complete plan, so that what is added later follows it.
    pub fn seal(&mut self, now: &str) {
        if self.complete && !self.changed {
            self.sealed = Some(self.record(now));
        }
    }

    /// Takes up a plan that was saved.
    pub fn take_up(&mut self, saved: Saved) {
        let Saved { plan, stamp, .. } = saved;
        self.draft = Draft::default();
        for question in law_once().questions().filter(|question| !question.worked_out) {
            match plan.answers.to(question.at) {
                Some(Given::Day(day)) => self.draft.set_day(question, day),
                Some(given) => self.draft.give(question, given),
                None => {}
            }
            if let Some(text) = plan.texts.get(question.id) {
                self.draft.type_note(question.id, text);
            }
            if let Some(text) = plan.not_real.get(question.id).filter(|_| question.shape == Shape::Day) {
                self.draft.set_boxes(question.at, super::edit::typed(text));
            }
        }
        self.issues = plan.issues;
        self.actions = plan.actions;
        self.complete = plan.complete;
        self.stamp = stamp;
        self.calendar_id = saved.calendar_id;
        self.times = (saved.completed_at, saved.saved_at);
        self.review_seq = saved.review_seq;
        self.seen = saved.seen;
        self.version_reason = saved.version_reason;
        self.late_reason = saved.late_reason;
        self.made = saved.made;
        self.acknowledged = saved.acknowledged;
        (self.sealed, self.changed) = (saved.sealed, saved.changed);
        self.boxes.clear();
        (self.opened, self.warned) = (None, None);
        self.removed.clear();
        self.report_for.clear();
        self.review_was = self.day_given(REVIEW_DATE.0);
        (self.unsaved, self.waiting, self.followed) = (false, None, false);
        self.tried = false;
        self.passed = (0..super::place::SECTIONS.len()).collect();
        self.last = saved.saved_on.map(|on| self.stood(on));
        self.settle();
    }

    /// Where the actions stood on a day.
    fn stood(&self, on: NaiveDate) -> Last {
        let plan = Plan { today: Some(on), ..self.plan() };
        let read = plan.read();
        let statuses = plan.actions.iter().map(|action| (action.id.clone(), read.status(action).id())).collect();
        Last { on, statuses, reports: self.reports() }
    }

    /// How many reports there are.
    pub fn reports(&self) -> usize {
        self.actions.iter().map(|action| action.progress.len()).sum()
    }

    /// Opens a file. Nothing that stands here is lost where the file cannot be read.
    pub fn arrived(&mut self, text: &str, asked: bool) {
        if asked && self.unsaved && !self.is_fresh() {
            self.waiting = Some(Waiting::Open(text.to_owned()));
            self.go = "ct-waiting-no".into();
            return;
        }
        match plan_file::read(text) {
            Ok(saved) => {
                let complete = saved.plan.complete;
                self.take_up(saved);
                self.faults.clear();
                let code = code_of(&self.stamp.id);
                self.said = self.fill("plan.opened", &[("code", &code)]);
                self.place = if complete { Place::Follow } else { Place::Tasks };
                if asked {
                    self.go = crate::ui::state::STEP_TITLE.into();
                }
            }
            Err(faults) => {
                self.faults = faults.iter().map(|fault| fault.say(&self.desk.words)).collect();
                self.said.clear();
                self.go = "ct-file-faults".into();
            }
        }
    }

    /// Says that the plan is complete. Where something is missing, it is shown.
    pub fn complete(&mut self, now: &str) {
        let plan = Plan { complete: true, ..self.plan() };
        if plan.read().all_errors().is_empty() && !self.lacks_version_reason() {
            if !plan.read().is_written_up_late() {
                self.late_reason.clear();
            }
            self.complete = true;
            self.removed.clear();
            self.times.0 = now.to_owned();
            self.seal(now);
            self.tried = false;
            self.said = self.say("plan.completed");
            self.place = Place::Result;
            self.go = crate::ui::state::STEP_TITLE.into();
        } else {
            self.tried = true;
            self.place = Place::Check;
            self.go = crate::ui::state::PROBLEMS.into();
        }
    }

    /// Whether it is a new version and nobody has said why.
    pub fn lacks_version_reason(&self) -> bool {
        !self.stamp.replaces.is_empty() && self.version_reason.trim().is_empty()
    }

    /// Makes a new version: everything stays, and can be changed again.
    pub fn new_version(&mut self, stamp: Stamp) {
        self.waiting = None;
        let replaces = std::mem::replace(&mut self.stamp, stamp).id;
        self.stamp.replaces = replaces;
        self.complete = false;
        (self.sealed, self.changed) = (None, false);
        self.acknowledged.clear();
        self.times.0.clear();
        self.version_reason.clear();
        self.said = self.say("plan.new_version_made");
        self.place = Place::Tasks;
        self.go = crate::ui::state::STEP_TITLE.into();
    }

    /// Adds the report that was written, unless something is wrong with it.
    pub fn add_report(&mut self) {
        let Place::Report(id) = self.place.clone() else { return };
        self.report_tried = true;
        if !self.report_problems().is_empty() {
            self.go = crate::ui::state::PROBLEMS.into();
            return;
        }
        let mut report = std::mem::take(&mut self.report);
        self.report_for.clear();
        // A day that stays where it is does not move.
        if self.plan().actions.iter().any(|action| action.id == id && action.due == report.due) {
            report.due = Default::default();
        }
        report.number =
            self.actions.iter().flat_map(|action| &action.progress).map(|entry| entry.number + 1).max().unwrap_or(0);
        if report.status != "done" {
            report.done_on = Default::default();
        }
        if report.status != "stopped" {
            report.stopped_reason.clear();
        }
        if report.due == Default::default() {
            report.due_reason.clear();
        }
        if let Some(action) = self.actions.iter_mut().find(|action| action.id == id) {
            action.progress.push(report);
        }
        self.boxes.retain(|at, _| !at.starts_with("report."));
        self.open(Place::Follow);
        self.said = self.fill("plan.reported", &[("id", &id)]);
    }

    /// Everything, for a restart. Answers that are hidden are kept too, and what is about a worker's practice: this
    /// never leaves the page.
    pub fn kept(&self, now: &str) -> String {
        if self.is_fresh() {
            return String::new();
        }
        let pairs = |pairs: &std::collections::BTreeMap<String, [String; 3]>| {
            Json::Object(pairs.iter().map(|(at, boxes)| (at.clone(), Json::texts(boxes.iter().cloned()))).collect())
        };
        let report = said::item(&self.report);
        Json::object([
            ("record", if self.complete { self.record(now) } else { self.working(now) }),
            ("sealed", self.sealed.clone().unwrap_or(Json::Null)),
            ("changed", Json::Bool(self.changed)),
            ("draft", self.draft.to_json(law_once())),
            ("actions", whole_actions(&self.actions)),
            ("boxes", pairs(&self.boxes)),
            ("report", Json::Object(report)),
            ("report_for", Json::text(self.report_for.clone())),
            ("place", Json::text(self.place.write())),
            ("opened", self.opened.as_ref().map_or(Json::Null, |action| Json::Object(said::every(action)))),
            ("tried", Json::Bool(self.tried)),
            ("followed", Json::Bool(self.followed)),
            ("unsaved", Json::Bool(self.unsaved)),
            ("passed", Json::texts(self.passed.iter().filter_map(|at| super::place::SECTIONS.get(*at).copied()))),
            ("last", self.last.as_ref().map_or(Json::Null, Last::to_json)),
        ])
        .write()
    }

    /// Takes up where [`Model::kept`] left off, or what was typed before the tool was live.
    pub fn resume(&mut self, kept: &str) {
        let Ok(kept) = Json::read_within(kept, LONGEST_KEPT) else { return };
        if let Some(Ok(saved)) = kept.get("record").map(|record| plan_file::read(&record.write())) {
            self.take_up(saved);
        }
        if kept.get("record").is_some() {
            self.sealed = kept.get("sealed").filter(|sealed| sealed.as_object().is_some()).cloned();
            self.changed = kept.get("changed") == Some(&Json::Bool(true));
        }
        if let Some(draft) = kept.get("draft") {
            self.draft = Draft::from_json(self.desk.tool, draft);
            let months = self.desk.words.months();
            for question in law_once().questions() {
                if question.shape == Shape::Day
                    && let crate::tools::action_planning::day::Written::Day(day) =
                        super::edit::written(&self.draft.boxes(question.at), &months)
                {
                    self.draft.give(question, Given::Day(day));
                }
                let text = self.draft.note(question.id).to_owned();
                if question.is_written() && !text.trim().is_empty() {
                    self.draft.give(question, Given::One(0));
                }
            }
        }
        for (id, fields) in kept.get("actions").and_then(Json::as_object).unwrap_or_default() {
            if let Some(action) = self.actions.iter_mut().find(|action| action.id == *id) {
                refill(action, fields);
            }
        }
        self.opened = kept.get("opened").filter(|opened| opened.as_object().is_some()).map(|fields| {
            let mut opened = Action::default();
            refill(&mut opened, fields);
            opened
        });
        for (at, boxes) in kept.get("boxes").and_then(Json::as_object).unwrap_or_default() {
            if let Some([day, month, year]) = boxes.as_list() {
                let text = |part: &Json| part.as_text().unwrap_or_default().to_owned();
                self.boxes.insert(at.clone(), [text(day), text(month), text(year)]);
            }
        }
        if let Some(place) = kept.get("place").and_then(Json::as_text).and_then(Place::read) {
            self.place = place;
        }
        if let Some(Ok(report)) = kept.get("report").map(|report| said::report(0, report, "report")) {
            self.report = report;
            self.report_for = kept.get("report_for").and_then(Json::as_text).unwrap_or_default().to_owned();
        }
        let holds = |key: &str| kept.get(key) == Some(&Json::Bool(true));
        self.tried = holds("tried");
        self.followed = holds("followed");
        if kept.get("record").is_some() {
            let passed = kept.get("passed").and_then(Json::as_list).unwrap_or_default();
            let named =
                passed.iter().filter_map(|id| super::place::SECTIONS.iter().position(|it| Some(*it) == id.as_text()));
            self.passed = named.collect();
            self.last = kept.get("last").and_then(Last::read);
        }
        self.unsaved = true;
        self.settle();
    }

    /// Issues and actions in which nothing was written are gone once they are left.
    pub fn drop_blank(&mut self) {
        let fresh = |action: &Action| {
            let bare = Action { issue: String::new(), ..action.clone() };
            is_blank(&bare) && action.progress.is_empty()
        };
        let issues = self.issues.len() + self.actions.len();
        if !matches!(self.place, Place::Issue(_)) {
            self.issues.retain(|issue| !is_blank(issue));
        }
        if !matches!(self.place, Place::Action(_)) {
            self.actions.retain(|action| !fresh(action));
        }
        let left = self.issues.len() + self.actions.len();
        if left < issues {
            self.said = self.say("plan.empty_gone");
        }
    }

    /// What has changed since the plan was last saved, in sentences.
    pub fn since(&self) -> Vec<String> {
        let Some(last) = &self.last else { return Vec::new() };
        let plan = self.plan();
        let read = plan.read();
        let mut lines: Vec<String> = plan
            .actions
            .iter()
            .filter_map(|action| {
                let (_, before) = last.statuses.iter().find(|(id, _)| *id == action.id)?;
                let now = read.status(action).id();
                let words = |id: &str| self.at(&format!("status.{id}"));
                let gaps = [("id", action.id.clone()), ("from", words(before)), ("to", words(now))];
                let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
                (*before != now).then(|| self.fill("plan.since_status", &gaps))
            })
            .collect();
        let new = self.reports().saturating_sub(last.reports);
        if new > 0 {
            lines.push(self.fill("plan.since_reports", &[("n", &new.to_string())]));
        }
        let late = |today: Option<NaiveDate>| {
            let plan = Plan { today, ..self.plan() };
            plan.read().outcomes().iter().any(|(id, _)| *id == "AP-O-REVIEW-OVERDUE")
        };
        if late(self.today) && !late(Some(last.on)) {
            lines.push(self.say("plan.since_review"));
        }
        lines
    }

    /// A file name that says which tool, which record and which day, and nothing else.
    pub fn file_name(&self, ending: &str) -> String {
        let day = self.today.map(dates::to_iso).unwrap_or_default();
        format!("action-plan-{}-{day}.{ending}", code_of(&self.stamp.id))
    }
}

/// What was kept for a restart, without what is about a worker's practice: that is never written to a computer.
pub fn without_practice(kept: &str) -> String {
    let Ok(mut kept) = Json::read_within(kept, LONGEST_KEPT) else { return String::new() };
    for part in ["answers", "notes", "dates"] {
        if let Some(Json::Object(pairs)) = kept.get_mut("draft").and_then(|draft| draft.get_mut(part)) {
            pairs.retain(|(id, _)| id != PRACTICE_ANSWER);
        }
    }
    kept.write()
}

/// The question about a worker's practice.
const PRACTICE_ANSWER: &str = "ap_practice_concern";

/// Puts fields back that were kept. What does not fit is left as it is.
fn refill(action: &mut Action, fields: &Json) {
    for (field, value) in fields.as_object().unwrap_or_default() {
        let _ = said::set(action, field, value, field);
    }
}

/// Every field of every action, those too that are not asked now.
fn whole_actions(actions: &[Action]) -> Json {
    Json::Object(actions.iter().map(|action| (action.id.clone(), Json::Object(said::every(action)))).collect())
}
