//! Errors: they stop "Mark as complete", not saving. Section 9 of the specification.

use super::answers::*;
use super::day::Written;
use super::found::{Found, Gap, at, ids};
use super::groups::{Action, Item, Kind, LONG, Progress, SHORT};
use super::plan::Read;
use chrono::NaiveDate;
use unicode_segmentation::UnicodeSegmentation;

/// Questions that may stay blank in a plan that is complete.
const MAY: &[usize] = &[
    REF.0,
    PROCESS_START.0,
    LEARNING.0,
    REVIEW_REQUESTED.0,
    NO_LONGER_APPROPRIATE.0,
    UNRESOLVED.0,
    OUTCOMES_MET.0,
    NEW_INFO.0,
    CLOSE.0,
];
/// Questions whose text is short.
const SHORT_TEXTS: [usize; 3] = [REF.0, CONTEXT_OTHER.0, PREPARED_ROLE.0];
/// Errors that are shown at all times; the others once the plan is to be complete.
pub const ALWAYS: [&str; 10] =
    ["AP-E-12", "AP-E-13", "AP-E-17", "AP-E-18", "AP-E-20", "AP-E-21", "AP-E-22", "AP-E-23", "AP-E-24", "AP-E-30"];
/// Errors of questions that are blank, where they have one of their own.
const OWN: &[(usize, &str)] = &[
    (IMMEDIATE_DANGER.0, "AP-E-02"),
    (ABUSE_CONCERN.0, "AP-E-02"),
    (PRACTICE_CONCERN.0, "AP-E-02"),
    (CONTEXT.0, "AP-E-01"),
    (ABOUT.0, "AP-E-03"),
    (CAPACITY.0, "AP-E-04"),
    (REVIEW_DATE.0, "AP-E-16"),
    (AGREED_ON.0, "AP-E-19"),
    (OPTIONS_REASON.0, "AP-E-26"),
    (CONCERNED_RISK.0, "AP-E-27"),
    (NOT_INVOLVED_REASON.0, "AP-E-32"),
];
/// The same for the fields of issues and actions.
const OWN_FIELDS: &[(&str, &str, &str)] = &[
    ("issue", "description", "AP-E-06"),
    ("issue", "type", "AP-E-07"),
    ("issue", "evidence", "AP-E-25"),
    ("action", "what", "AP-E-09"),
    ("action", "owner", "AP-E-10"),
    ("action", "due", "AP-E-11"),
    ("action", "measure", "AP-E-14"),
    ("action", "contingency", "AP-E-15"),
    ("action", "done_on", "AP-E-21"),
    ("action", "stopped_reason", "AP-E-24"),
];

/// Whether a text is longer than a limit, counted in letters as a reader sees them.
pub fn is_longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.graphemes(true).count() > limit
}

/// The most characters of a question's text.
pub fn limit(question: usize) -> usize {
    if SHORT_TEXTS.contains(&question) { SHORT } else { LONG }
}

fn before(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one < other)
}

impl Read<'_> {
    /// Ids of the errors that are shown, each once, in order.
    pub fn errors(&self) -> Vec<&'static str> {
        ids(&self.errors_found())
    }

    /// The errors that are shown, in the order of the form: those that always are, and all of them once the plan
    /// is to be complete.
    pub fn errors_found(&self) -> Vec<Found> {
        let mut found = self.all_errors();
        found.retain(|found| self.plan.complete || ALWAYS.contains(&found.id));
        found
    }

    /// Everything that keeps the plan from being complete, in the order of the form.
    pub fn all_errors(&self) -> Vec<Found> {
        let law = super::law_once();
        let mut found = Vec::new();
        for section in law.sections.iter().filter(|section| section.id != "worked_out") {
            let asked = section.questions.iter().filter(|question| self.asked(question.at));
            asked.for_each(|question| self.errors_of(question.at, question.id, &mut found));
            match section.id {
                "people" => self.errors_of_issues(&mut found),
                "options" => self.errors_of_actions(&mut found),
                _ => {}
            }
        }
        found
    }

    fn errors_of(&self, question: usize, id: &str, found: &mut Vec<Found>) {
        let mut add = |error| found.push(Found::new(error, id));
        let includes = |at: usize, choice: &str| self.many(at).iter().any(|one| one == choice);
        if self.plan.not_real.contains_key(id) {
            add("AP-E-12");
        }
        match question {
            _ if question == REVIEW_DATE.0 && before(self.day(REVIEW_DATE.0), self.day(AGREED_ON.0)) => {
                add("AP-E-17")
            }
            _ if question == AGREED_ON.0 && before(self.plan.today, self.day(AGREED_ON.0)) => add("AP-E-20"),
            _ if [OTHERS_BASIS.0, COPY_BASIS.0].contains(&question)
                && self.one(question) == "best_interests"
                && !self.lacks() =>
            {
                add("AP-E-18");
            }
            _ if question == COPY_TO.0 && includes(COPY_TO.0, "carer") && self.one(CARER_COPY_WISH.0) == "all" => {
                add("AP-E-30");
            }
            _ if question == COPY_METHOD.0 && includes(COPY_METHOD.0, "ordinary_email") => add("AP-E-29"),
            _ if question == REVIEW_HANDOVER.0 && self.one(REVIEW_HANDOVER.0) != "yes" => add("AP-E-28"),
            _ => {}
        }
        let unsaved = self.plan.locked && question == PRACTICE_CONCERN.0;
        if self.is_blank(question) && self.is_needed(question) && question != REVIEW_HANDOVER.0 && !unsaved {
            let own = OWN.iter().find(|(known, _)| *known == question).map(|(_, error)| *error);
            let own = own.or((question == PERSON_VIEW.0).then_some("AP-E-31"));
            add(own.unwrap_or("AP-E-99"));
        }
        let limit = limit(question);
        if self.plan.texts.get(id).is_some_and(|text| is_longer(text.trim(), limit)) {
            found.push(Found { id: "AP-E-99", at: id.to_owned(), gap: Gap::Limit(limit) });
        }
    }

    /// Whether a plan that is complete needs an answer to a question that is asked.
    pub fn is_needed(&self, question: usize) -> bool {
        match question {
            _ if question == PERSON_VIEW.0 => self.one(PERSON_INVOLVED.0) == "yes",
            _ if question == CARER_VIEW.0 => !self.carer_is_out(),
            _ => !MAY.contains(&question),
        }
    }

    fn errors_of_issues(&self, found: &mut Vec<Found>) {
        if self.plan.issues.is_empty() {
            found.push(Found::new("AP-E-05", "ap_issues"));
        }
        for issue in &self.plan.issues {
            fields(issue, &issue.id, found);
        }
    }

    fn errors_of_actions(&self, found: &mut Vec<Found>) {
        if self.plan.actions.is_empty() {
            found.push(Found::new("AP-E-08", "ap_actions"));
        }
        let (today, agreed) = (self.plan.today, self.day(AGREED_ON.0));
        for action in &self.plan.actions {
            let mut add = |error, field| found.push(Found::new(error, at("action", &action.id, field)));
            if before(action.due.day(), agreed) {
                add("AP-E-13", "due");
            }
            if action.status == "done" && before(today, action.done_on.day()) {
                add("AP-E-22", "done_on");
            }
            if action.status == "done" && before(action.done_on.day(), agreed) {
                add("AP-E-23", "done_on");
            }
            fields(action, &action.id, found);
            for entry in &action.progress {
                report(action, entry, found);
            }
        }
    }

    /// The carer may not be told or asked, or nobody knows yet.
    pub fn carer_is_out(&self) -> bool {
        let about_carer = self.plan.issues.iter().any(|issue| issue.relates_to.iter().any(|who| who == "carer"));
        about_carer && self.one(CONCERNED_RISK.0) != "no"
    }
}

/// What is wrong in the fields of an item that are asked.
fn fields<T: Item>(item: &T, id: &str, found: &mut Vec<Found>) {
    for field in T::FIELDS.iter().filter(|field| item.asks(field.id)) {
        let Some(value) = item.get(field.id) else { continue };
        let place = at(T::GROUP, id, field.id);
        if value.is_blank() && field.must {
            let own = OWN_FIELDS.iter().find(|(group, known, _)| *group == T::GROUP && *known == field.id);
            found.push(Found::new(own.map_or("AP-E-99", |(.., error)| error), place.clone()));
        }
        if matches!(value, super::groups::Value::Day(Written::NotReal(_))) {
            found.push(Found::new("AP-E-12", place.clone()));
        }
        let limit = field.limit();
        if matches!(field.kind, Kind::Line | Kind::Text) && is_longer(value.text().trim(), limit) {
            found.push(Found { id: "AP-E-99", at: place, gap: Gap::Limit(limit) });
        }
    }
}

fn report(action: &Action, entry: &Progress, found: &mut Vec<Found>) {
    let place = at("action", &action.id, "progress");
    if matches!(entry.on, Written::NotReal(_)) {
        found.push(Found::new("AP-E-12", place.clone()));
    }
    if entry.on == Written::Blank || entry.rating.is_empty() {
        found.push(Found::new("AP-E-99", place.clone()));
    }
    if is_longer(entry.note.trim(), SHORT) {
        found.push(Found { id: "AP-E-99", at: place, gap: Gap::Limit(SHORT) });
    }
}
