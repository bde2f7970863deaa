//! A plan being written or followed, without a view.

use super::export::Choices;
use super::place::{Place, SAFETY, SECTIONS};
use crate::engine::{Answers, Given, Question, Section, Shape};
use crate::json::Json;
use crate::record::Stamp;
use crate::record::plan_file::{FOLLOWED, warning_key};
use crate::sheet::{Desk, Draft};
use crate::tools::action_planning::answers::{OPTIONS_CHOSEN, OPTIONS_CONSIDERED};
use crate::tools::action_planning::found::Found;
use crate::tools::action_planning::groups::{Action, Issue, Progress};
use crate::tools::action_planning::law_once;
use crate::tools::action_planning::plan::{Plan, Read};
use crate::tools::action_planning::settings::Council;
use crate::ui::cover::Cover;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The plan and where somebody stands in it.
pub struct Model {
    /// The tool, its words and the authority's settings.
    pub desk: Rc<Desk>,
    /// What the authority sets for plans.
    pub council: Council,
    /// Today in England, or on the device where that cannot be read.
    pub today: Option<NaiveDate>,
    /// Whether today is the device's.
    pub device_clock: bool,

    /// Answers to what is asked once, texts by question, and days as they were typed.
    pub draft: Draft,
    /// Issues.
    pub issues: Vec<Issue>,
    /// Actions as they were agreed, with the reports on them.
    pub actions: Vec<Action>,
    /// The highest numbers that issues and actions were given so far.
    pub made: (usize, usize),
    /// Days of items as they were typed, by place, such as `A1.due`.
    pub boxes: BTreeMap<String, [String; 3]>,
    /// The report that is being written.
    pub report: Progress,
    /// Warnings that were seen, with the reason why they may stand.
    pub seen: BTreeMap<String, String>,
    /// Pressing outcomes that somebody says they have read.
    pub acknowledged: BTreeSet<String>,
    /// Whether the plan is complete.
    pub complete: bool,
    /// The record as it was completed, with what was saved since.
    pub sealed: Option<Json>,
    /// Whether the file has changed since it was made: then it is only read.
    pub changed: bool,
    /// Which record this is, and which it replaces.
    pub stamp: Stamp,
    /// The plan's id in calendars: that of its first version.
    pub calendar_id: String,
    /// When it was completed, and when it was last changed.
    pub times: (String, String),
    /// Why there is a new version.
    pub version_reason: String,
    /// Why it is written up later than when it was agreed.
    pub late_reason: String,
    /// How often the review has got another day.
    pub review_seq: u32,

    /// Where somebody stands.
    pub place: Place,
    /// What the item was when it was opened: what a calendar shows of it, and whether it was new.
    pub opened: Option<Action>,
    /// The last day of the review that there was.
    pub review_was: Option<NaiveDate>,
    /// Whether somebody has looked where the actions have got to: then issues may be resolved.
    pub followed: bool,
    /// Whether anything has changed since the plan was last saved.
    pub unsaved: bool,
    /// What waits until somebody says that it may replace what is not saved.
    pub waiting: Option<super::keep::Waiting>,
    /// Whether the plan is printed once it is drawn.
    pub printing: bool,
    /// The time of the last thing that was done, as UTC date and time.
    pub now: String,
    /// Whether "Mark as complete" was pressed and did not go through.
    pub tried: bool,
    /// Where problems were shown that somebody may pass by, and which.
    pub warned: Option<(Place, Vec<Found>)>,
    /// Whether the problems of the report are shown.
    pub report_tried: bool,
    /// Sections that were passed.
    pub passed: BTreeSet<usize>,
    /// What was removed and can be taken back, the last at the end.
    pub removed: Vec<super::items::Removed>,
    /// The item that was just added: nobody is told yet what is missing in it.
    pub fresh: String,
    /// The action that the report being written is on.
    pub report_for: String,
    /// What was so when the plan was last saved.
    pub last: Option<super::keep::Last>,
    /// Whether the panel is unfolded.
    pub unfolded: bool,
    /// What is asked for in exports.
    pub choices: Choices,
    /// What to know beforehand.
    pub notices: Vec<crate::ui::parts::notice::Notice>,
    /// What is wrong with a file that was opened.
    pub faults: Vec<String>,
    /// A sentence for those who do not see the screen; seen too where it says what was done.
    pub said: String,
    /// Whether the answers are covered.
    pub cover: Cover,
    /// Whether "clear everything" waits to be confirmed.
    pub clearing: bool,
    /// The control that takes the focus once the screen is drawn.
    pub go: String,
}

impl Model {
    /// An empty plan.
    pub fn new(desk: Rc<Desk>, today: Option<NaiveDate>, stamp: Stamp) -> Self {
        // A file with a fault in this part was refused before.
        let council = Council::read(desk.locality.part("action_planning")).unwrap_or_default();
        let calendar_id = stamp.id.clone();
        Model {
            desk,
            council,
            today,
            device_clock: false,
            draft: Draft::default(),
            issues: Vec::new(),
            actions: Vec::new(),
            made: (0, 0),
            boxes: BTreeMap::new(),
            report: Progress::default(),
            seen: BTreeMap::new(),
            acknowledged: BTreeSet::new(),
            complete: false,
            sealed: None,
            changed: false,
            stamp,
            calendar_id,
            times: Default::default(),
            version_reason: String::new(),
            late_reason: String::new(),
            review_seq: 0,
            place: Place::Section(SAFETY),
            opened: None,
            review_was: None,
            followed: false,
            unsaved: false,
            waiting: None,
            printing: false,
            now: String::new(),
            tried: false,
            warned: None,
            report_tried: false,
            passed: BTreeSet::new(),
            removed: Vec::new(),
            fresh: String::new(),
            report_for: String::new(),
            last: None,
            unfolded: false,
            choices: Choices::default(),
            notices: Vec::new(),
            faults: Vec::new(),
            said: String::new(),
            cover: Cover::Open,
            clearing: false,
            go: String::new(),
        }
    }

    /// Whether a newer version takes the place of the file that was opened.
    pub fn is_replaced(&self) -> bool {
        self.sealed.as_ref().is_some_and(|sealed| sealed.text_at("status") == "superseded")
    }

    /// Whether nobody has put anything in.
    pub fn is_fresh(&self) -> bool {
        self.draft == Draft::default() && self.issues.is_empty() && self.actions.is_empty()
    }

    /// The plan as it stands today: what was agreed, with what reports have changed.
    pub fn plan(&self) -> Plan {
        let now = self.actions.iter().map(Action::current).collect();
        Plan { actions: now, ..self.agreed() }
    }

    /// The plan as it was agreed.
    pub fn agreed(&self) -> Plan {
        let law = law_once();
        let mut plan = Plan {
            answers: Answers::none(),
            issues: self.issues.clone(),
            actions: self.actions.clone(),
            today: self.today,
            device_clock: self.device_clock,
            complete: self.complete,
            locked: self.complete,
            calendar: self.council.calendar(self.desk.settings.calendar.clone()),
            times: self.council.times,
            ..Plan::default()
        };
        for question in law.questions().filter(|question| !question.worked_out) {
            if let Some(answer) =
                self.draft.answers.to(question.at).and_then(|given| crate::engine::Answer::to(question, given))
            {
                plan.answers.give(answer);
            }
            let text = self.draft.note(question.id);
            if question.is_written() && !text.trim().is_empty() {
                plan.texts.insert(question.id, text.to_owned());
            }
            if let Some(typed) = self.not_real(question) {
                plan.not_real.insert(question.id, typed);
            }
        }
        plan
    }

    /// What was typed as a day and is none.
    fn not_real(&self, question: &Question) -> Option<String> {
        let boxes = self.draft.boxes(question.at);
        let typed = question.shape == Shape::Day && boxes.iter().any(|part| !part.trim().is_empty());
        (typed && self.draft.answers.to(question.at).is_none()).then(|| boxes.join("/"))
    }

    /// Works out again what the rules need of issues, actions and today. After every change.
    pub fn settle(&mut self) {
        let chosen = self.draft.ticks(OPTIONS_CHOSEN.0) & self.draft.ticks(OPTIONS_CONSIDERED.0);
        if let Some(question) = law_once().question_at(OPTIONS_CHOSEN.0)
            && self.draft.ticks(OPTIONS_CHOSEN.0) != chosen
        {
            self.draft.give(question, Given::Many(chosen));
        }
        for question in law_once().questions().filter(|question| question.shape == Shape::Day) {
            let far = matches!(self.draft.answers.to(question.at), Some(Given::Day(day)) if !(2000..=2100).contains(&day.year()));
            if far {
                self.draft.answers.withdraw(question.at);
            }
        }
        let plan = self.plan();
        let read = plan.read();
        if !self.seen.is_empty() {
            // A warning that is gone was seen; one that comes again was not.
            let found = read.warnings_found();
            self.seen.retain(|key, _| found.iter().any(|found| warning_key(found.id, &found.at) == *key));
        }
        // What no longer follows was not read for when it follows again.
        let given: Vec<&'static str> = read.outcomes().into_iter().map(|(id, _)| id).collect();
        self.acknowledged.retain(|id| given.contains(&id.as_str()));
        let answers = read.answers;
        for question in law_once().questions().filter(|question| question.worked_out) {
            self.draft.answers.withdraw(question.at);
            if let Some(given) = answers.to(question.at) {
                self.draft.give(question, given);
            }
        }
    }

    /// The law's section with this id; nothing for issues and actions.
    pub fn law_section(&self, at: usize) -> Option<(usize, &'static Section)> {
        let id = SECTIONS.get(at)?;
        law_once().sections.iter().enumerate().find(|(_, section)| section.id == *id)
    }

    /// Whether a section has anything to ask now.
    pub fn has_questions(&self, read: &Read<'_>, at: usize) -> bool {
        match self.law_section(at) {
            Some((_, section)) => section.questions.iter().any(|question| read.asked(question.at)),
            None => true,
        }
    }

    /// Whether a question may still be answered: in a plan that is complete only what is asked while it is followed.
    pub fn is_open(&self, question: &Question) -> bool {
        !self.complete || FOLLOWED.contains(&question.at)
    }

    /// The day that was given to a question.
    pub fn day_given(&self, question: usize) -> Option<NaiveDate> {
        match self.draft.answers.to(question) {
            Some(Given::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// The action with this id, as it was agreed.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// The issue with this id.
    pub fn issue(&self, id: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }

    /// The ids of the outcomes on the answers so far.
    pub fn outcomes(&self) -> Vec<&'static str> {
        self.plan().read().outcomes().into_iter().map(|(id, _)| id).collect()
    }
}
