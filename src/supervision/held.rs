//! One record that was opened, and what can be read from it.

use super::entry::Entry;
use super::library::Library;
use crate::engine::{Answers, Given, Question, Settings, dates};
use crate::json::Json;
use crate::record::read::{self, Opened};
use crate::record::replay::{Replay, replay};
use crate::record::seal::Integrity;
use crate::record::{plan as plan_text, plan_file};
use crate::sheet::{Desk, Draft};
use crate::tools::action_planning::day::{in_england, moment};
use crate::tools::action_planning::found;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::plan::{Plan, Read};
use crate::tools::action_planning::settings::Council;
use chrono::NaiveDate;
use std::rc::Rc;

/// A record that was opened.
#[derive(Clone, Debug)]
pub struct Held {
    /// What the file is called; empty for what was pasted.
    pub name: String,
    /// The record.
    pub record: Json,
    /// Whether the file is as it was made.
    pub integrity: Integrity,
    /// What the rules of today give on the same answers.
    pub replay: Option<Replay>,
    /// The tool and its words, under the settings of the record.
    pub desk: Rc<Desk>,
    /// What was answered.
    pub answers: Answers,
    /// The plan, where it is one.
    pub plan: Option<Plan>,
    /// Whether entries were added and not yet saved.
    pub unsaved: bool,
    /// The entry about the whole record that is being written.
    pub entry: Entry,
    /// The challenge, the view of a check or the response that is being written.
    pub challenge: Option<Entry>,
}

/// An outcome as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The permanent id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its level.
    pub level: String,
    /// Whether the practitioner said that they had read it; nothing where nobody asks.
    pub acknowledged: Option<bool>,
    /// Whether it cannot wait.
    pub urgent: bool,
}

impl Held {
    /// Opens a file.
    ///
    /// # Errors
    /// Every fault, in a reader's words.
    pub fn open(name: &str, text: &str, library: &Library) -> Result<Held, Vec<String>> {
        let said = |faults: Vec<crate::record::shape::Fault>| -> Vec<String> {
            faults.iter().map(|fault| fault.say(&library.words)).collect()
        };
        let Opened { record, integrity } = read::open(text, &library.tools()).map_err(said)?;
        // The tool is one of the library's, or the file would have been refused.
        let Some(shared) = library.desk(record.text_at("tool_id")) else { return Err(Vec::new()) };
        let tool = shared.tool;
        let mut desk = Desk::clone(&shared);
        let (answers, plan) = match tool.groups {
            [] => {
                // Working days are the council's; everything that decides is the record's own.
                let calendar = desk.settings.calendar.clone();
                desk.settings = Settings { calendar, ..read::settings(&record, tool) };
                (read::answers(&record, tool).map_err(said)?, None)
            }
            _ => {
                let mut plan = plan_file::of(&record).map_err(said)?.plan;
                let council = Council::read(desk.locality.part(tool.id)).unwrap_or_default();
                plan.calendar = council.calendar(desk.settings.calendar.clone());
                plan.times = council.times;
                (plan.answers.clone(), Some(plan))
            }
        };
        let replay = replay(&record, tool);
        let name = name.to_owned();
        Ok(Held {
            name,
            record,
            integrity,
            replay,
            desk: Rc::new(desk),
            answers,
            plan,
            unsaved: false,
            entry: Entry::default(),
            challenge: None,
        })
    }

    /// Whether something was written about it that is in no file.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved || !self.entry.is_blank() || self.challenge.as_ref().is_some_and(|entry| !entry.is_blank())
    }

    /// The code people quote; the file's name where it has none.
    pub fn code(&self) -> String {
        match self.record.text_at("record_code") {
            "" => self.name.clone(),
            code => code.to_owned(),
        }
    }

    /// What its tool makes, with a capital letter.
    pub fn tool(&self) -> String {
        capital(self.desk.words.at("tool.noun"))
    }

    /// Whether it is a draft.
    pub fn is_draft(&self) -> bool {
        self.record.text_at("status") == "draft"
    }

    /// A day of the record.
    pub fn day(&self, key: &str) -> Option<NaiveDate> {
        dates::from_iso(self.record.text_at(key))
    }

    /// The day in England of a moment of the record.
    pub fn day_of_moment(&self, key: &str) -> Option<NaiveDate> {
        moment(self.record.text_at(key)).map(in_england)
    }

    /// When it is to be looked at again.
    pub fn review(&self) -> Option<NaiveDate> {
        self.record.get("review").and_then(|review| dates::from_iso(review.text_at("date")))
    }

    /// What was recorded as the result.
    pub fn outcomes(&self) -> Vec<Recorded> {
        let outcomes = self.record.list_at("outcomes").iter();
        let shown = outcomes.filter(|outcome| !plan_text::PRACTICE.contains(&outcome.text_at("id")));
        shown
            .map(|outcome| Recorded {
                id: outcome.text_at("id").to_owned(),
                heading: self.desk.heading_of(outcome.text_at("id")),
                level: outcome.text_at("level").to_owned(),
                acknowledged: outcome.get("acknowledged").and_then(Json::as_text).map(|said| said == "yes"),
                urgent: self.is_urgent(outcome.text_at("id")),
            })
            .collect()
    }

    /// Whether an outcome cannot wait.
    fn is_urgent(&self, outcome: &str) -> bool {
        let tool = self.desk.tool;
        let at = tool.law.outcomes.iter().position(|known| known.id == outcome);
        at.is_some_and(|at| tool.is_urgent(at))
    }

    /// What was answered, as a draft.
    pub fn draft(&self) -> Draft {
        let mut draft = Draft { answers: self.answers.clone(), ..Draft::default() };
        for question in self.desk.tool.law.questions() {
            if let Some(Given::Day(day)) = self.answers.to(question.at) {
                draft.set_day(question, day);
            }
        }
        draft
    }

    /// The plan as it stands on a day, with what its reports have changed.
    pub fn plan_on(&self, today: Option<NaiveDate>) -> Option<Plan> {
        let plan = self.plan.as_ref()?;
        let actions = plan.actions.iter().map(Action::current).collect();
        Some(Plan { actions, today, complete: true, locked: true, ..plan.clone() })
    }

    /// Whether the decision departs from the tool's result; nothing where nobody has said.
    pub fn departs(&self) -> Option<bool> {
        let said = self.record.get("decision")?.text_at("departs_from_tool");
        (!said.is_empty()).then_some(said == "yes")
    }

    /// A text of the decision.
    pub fn decision(&self, key: &str) -> &str {
        self.record.get("decision").map_or("", |decision| decision.text_at(key))
    }

    /// Whether somebody does not agree, or not wholly.
    pub fn is_disputed(&self) -> bool {
        self.record.list_at("agreement").iter().any(|one| ["no", "partly"].contains(&one.text_at("agrees")))
    }

    /// A text about the person's view.
    pub fn voice(&self, key: &str) -> &str {
        self.record.get("person_voice").map_or("", |voice| voice.text_at(key))
    }

    /// The names of what was answered with "not known".
    pub fn unknowns(&self) -> Vec<String> {
        let ids = self.record.list_at("unknowns").iter().filter_map(Json::as_text);
        ids.map(|id| self.name_of(id)).collect()
    }

    /// A question's short name, or that of a part of an issue or action with its id; the id alone where the rules of
    /// today do not know it.
    pub fn name_of(&self, question: &str) -> String {
        if let Some((group, id, field)) = found::parts(question) {
            let name = self.desk.words.of("fields", &format!("{group}.{field}"), "name");
            return if name.is_empty() { question.to_owned() } else { format!("{id}: {name}") };
        }
        match self.desk.tool.law.question(question) {
            Some(question) => self.desk.name(question).to_owned(),
            None => question.to_owned(),
        }
    }

    /// Every question that was asked, in order, with what was said. An answer to a written question is its text.
    pub fn said(&self) -> Vec<(&'static Question, Vec<String>)> {
        let law = &self.desk.tool.law;
        let blank: Vec<&str> = self.record.list_at("not_answered").iter().filter_map(Json::as_text).collect();
        let asked = law.questions().filter(|question| !question.worked_out);
        let asked = asked.filter(|it| self.answers.to(it.at).is_some() || blank.contains(&it.id));
        asked.map(|question| (question, self.said_to(question))).collect()
    }

    /// What was said to a question.
    pub fn said_to(&self, question: &Question) -> Vec<String> {
        let text = self.plan.as_ref().and_then(|plan| plan.texts.get(question.id));
        match text.filter(|_| question.is_written()) {
            Some(text) => vec![text.clone()],
            None => self.desk.said(question, &self.answers),
        }
    }

    /// Entries of supervision.
    pub fn entries(&self) -> &[Json] {
        self.record.list_at("supervision")
    }

    /// The result of the last entry that has one.
    pub fn result(&self) -> &str {
        let mut results = self.entries().iter().rev().map(|entry| entry.text_at("result"));
        results.find(|result| !result.is_empty()).unwrap_or_default()
    }

    /// Whether somebody has countersigned.
    pub fn is_countersigned(&self) -> bool {
        let agreed = |entry: &Json| ["agree", "agree_with_actions"].contains(&entry.text_at("result"));
        self.entries().iter().any(|entry| entry.text_at("kind") == "countersign" && agreed(entry))
    }

    /// Ids of the flags of a plan on a day, in order; none for other tools.
    pub fn plan_flags(&self, today: Option<NaiveDate>) -> Vec<&'static str> {
        self.plan_on(today).map(|plan| plan.read().flags()).unwrap_or_default()
    }

    /// Open actions of a plan that are late on a day: id, and how many working days.
    pub fn late(&self, today: Option<NaiveDate>) -> Vec<(String, i64)> {
        let Some(plan) = self.plan_on(today) else { return Vec::new() };
        let read = plan.read();
        let open = plan.actions.iter().filter(|action| action.is_open());
        let late = open.filter(|action| read.late(&action.due).is_some());
        late.map(|action| (action.id.clone(), read.working_days_late(&action.due).unwrap_or_default())).collect()
    }

    /// Open actions without an owner who agreed.
    pub fn not_agreed(&self, today: Option<NaiveDate>) -> Vec<String> {
        let Some(plan) = self.plan_on(today) else { return Vec::new() };
        let open = plan.actions.iter().filter(|action| action.is_open() && action.owner_agreed != "yes");
        open.map(|action| action.id.clone()).collect()
    }

    /// When the next action is due.
    pub fn next_due(&self, today: Option<NaiveDate>) -> Option<NaiveDate> {
        let plan = self.plan_on(today)?;
        let open = plan.actions.iter().filter(|action| action.is_open()).filter_map(|action| action.due.day());
        open.min()
    }

    /// Works with the plan and what follows from it.
    pub fn with_plan<T>(&self, today: Option<NaiveDate>, work: impl FnOnce(&Read<'_>) -> T) -> Option<T> {
        self.plan_on(today).map(|plan| work(&plan.read()))
    }

    /// Whether the review is late on a day.
    pub fn review_late(&self, today: Option<NaiveDate>) -> bool {
        match (&self.plan, self.review(), today) {
            (Some(_), ..) => self.plan_flags(today).contains(&"AP-F-05"),
            (None, Some(review), Some(today)) => review < today,
            _ => false,
        }
    }
}

impl Held {
    /// Whether it is complete and as it was made.
    pub fn stands(&self) -> bool {
        !self.is_draft() && self.integrity != Integrity::Changed
    }

    /// How a file compares with another of the same record: unchanged, complete, with how many entries.
    pub fn worth(&self) -> (bool, bool, usize) {
        let tool = self.record.get("tool");
        let of = |key: &str| tool.map_or(0, |tool| tool.list_at(key).len());
        let entries = self.entries().len() + of("progress") + of("closing");
        (self.integrity != Integrity::Changed, !self.is_draft(), entries)
    }

    /// Puts the mark of a newer version on a record that was complete. A file that has changed stays as it is.
    pub fn replaced_by(&mut self, id: &str) {
        let complete = ["completed", "reviewed"].contains(&self.record.text_at("status"));
        if complete && self.integrity == Integrity::Matches {
            let mut record = std::mem::replace(&mut self.record, Json::Null);
            record.set("status", Json::text("superseded"));
            record.set("superseded_by", Json::text(id));
            self.record = crate::record::seal::closed(record);
        }
    }
}

/// A text with a capital letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
