//! An action plan as a record in JSON: to be opened again, and for supervision.
//!
//! What is about a worker's practice is not in it. What was agreed stays as it was when the plan was completed;
//! reports and what is said while a plan is followed stand apart from it.

use super::json::SCHEMA;
use super::plan::PRACTICE;
use super::{Stamp, VERSION};
use crate::engine::{QuestionSet, Settings, dates};
use crate::json::Json;
use crate::locality::Locality;
use crate::tools::action_planning::answers::*;
use crate::tools::action_planning::json as said;
use crate::tools::action_planning::plan::{Plan, Read};
use crate::tools::action_planning::{RULES, law_once};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 5_000_000;
/// The sections whose answers stand in the tool's own part, by the name of the part.
const PARTS: [&str; 3] = ["agreement", "monitoring", "sharing"];
/// What may be said after a plan is complete.
const FOLLOWED: [usize; 9] = [
    REVIEW_REQUESTED.0,
    NO_LONGER_APPROPRIATE.0,
    UNRESOLVED.0,
    OUTCOMES_MET.0,
    NEW_INFO.0,
    CLOSE.0,
    CLOSE_DATE.0,
    CLOSE_SUMMARY.0,
    CLOSE_PERSON_VIEW.0,
];
/// The keys of a record.
const KEYS: [&str; 33] = [
    "schema",
    "record_id",
    "record_code",
    "tool_id",
    "tool_version",
    "content_version",
    "locality",
    "locality_version",
    "dates_version",
    "law_on",
    "status",
    "reference",
    "conversation_on",
    "created_at",
    "completed_at",
    "saved_at",
    "prepared_role",
    "answers",
    "unknowns",
    "not_answered",
    "outcomes",
    "warnings",
    "person_voice",
    "capacity",
    "agreement",
    "review",
    "sharing",
    "tool",
    "supervision",
    // Written by later versions; nothing of a plan is in them.
    "decision",
    "integrity",
    "supersedes",
    "superseded_by",
];
/// The keys of the tool's own part.
const TOOL_KEYS: [&str; 12] = [
    "issues",
    "actions",
    "progress",
    "agreement",
    "monitoring",
    "sharing",
    "closing",
    "review_reasons",
    "calendar_id",
    "review_seq",
    "made",
    "version_reason",
];

/// A plan as it is saved.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// What was agreed, with the reports on it.
    pub plan: Plan,
    /// Which record it is.
    pub stamp: Stamp,
    /// The plan's id in calendars: that of its first version.
    pub calendar_id: String,
    /// When it was completed, as UTC date and time; empty for a draft.
    pub completed_at: String,
    /// When it was saved.
    pub saved_at: String,
    /// The day on which it was saved.
    pub saved_on: Option<NaiveDate>,
    /// How often the review has got another day.
    pub review_seq: u32,
    /// Warnings that were seen, by id and place, with the reason why they may stand.
    pub seen: BTreeMap<String, String>,
    /// Why there is a new version.
    pub version_reason: String,
    /// The highest numbers that issues and actions were given.
    pub made: (usize, usize),
}

/// A warning as [`Saved::seen`] names it.
pub fn warning_key(id: &str, at: &str) -> String {
    format!("{id} {at}")
}

fn maybe(text: &str) -> Json {
    if text.is_empty() { Json::Null } else { Json::text(text) }
}

fn day(day: Option<NaiveDate>) -> Json {
    day.map_or(Json::Null, |day| Json::text(dates::to_iso(day)))
}

fn whole(number: usize) -> Json {
    Json::Whole(i64::try_from(number).unwrap_or_default())
}

/// The record. `now` is the plan as reports have left it.
pub fn write(saved: &Saved, now: &Read<'_>, locality: &Locality) -> Json {
    let law = law_once();
    let asked = || law.questions().filter(|question| !question.worked_out && now.asked(question.at));
    let answers = |wanted: &dyn Fn(usize) -> bool| {
        let wanted = asked().filter(|question| wanted(question.at));
        let pairs = wanted.filter_map(|question| Some((question.id.to_owned(), said::answered(now, question)?)));
        Json::Object(pairs.collect())
    };
    let section = |at: usize| law.section_of(at).and_then(|at| law.sections.get(at)).map_or("", |it| it.id);
    let followed = |at: usize| FOLLOWED.contains(&at);
    let own = |at: usize| followed(at) || PARTS.contains(&section(at));
    let part = |id: &'static str| answers(&move |at| section(at) == id && !followed(at));
    let blank = asked().filter(|question| question.at != PRACTICE_CONCERN.0 && now.is_blank(question.at));
    let years: Vec<String> = saved.plan.calendar.years().iter().map(ToString::to_string).collect();
    let unknowns = now.unknowns().into_iter().filter(|id| id != "ap_practice_concern");
    let tool = Json::object([
        ("issues", said::issues(&saved.plan)),
        ("actions", said::actions(&saved.plan.actions)),
        ("progress", said::progress(&saved.plan.actions)),
        ("agreement", part("agreement")),
        ("monitoring", part("monitoring")),
        ("sharing", part("sharing")),
        ("closing", answers(&followed)),
        ("review_reasons", Json::texts(now.review_reasons())),
        ("calendar_id", maybe(&saved.calendar_id)),
        ("review_seq", Json::Whole(saved.review_seq.into())),
        ("made", Json::List(vec![whole(saved.made.0), whole(saved.made.1)])),
        ("version_reason", maybe(&saved.version_reason)),
    ]);
    let text = |question: usize| {
        let id = law.question_at(question).map_or("", |question| question.id);
        now.plan.texts.get(id).filter(|_| now.asked(question)).map_or("", |text| text.trim())
    };
    let said_of = |question: usize| maybe(&now.one(question));
    Json::object([
        ("schema", Json::text(SCHEMA)),
        ("record_id", maybe(&saved.stamp.id)),
        ("record_code", maybe(&saved.stamp.code())),
        ("tool_id", Json::text("action_planning")),
        ("tool_version", Json::text(VERSION)),
        ("content_version", Json::text(RULES)),
        ("locality", maybe(&locality.authority)),
        ("locality_version", maybe(&locality.version)),
        ("dates_version", Json::text(years.join(" "))),
        ("law_on", day(saved.plan.today)),
        ("status", Json::text(if saved.plan.complete { "completed" } else { "draft" })),
        ("reference", maybe(text(REF.0))),
        ("conversation_on", day(now.day(AGREED_ON.0))),
        ("created_at", maybe(&saved.stamp.made_at)),
        ("completed_at", maybe(&saved.completed_at)),
        ("saved_at", maybe(&saved.saved_at)),
        ("prepared_role", maybe(text(PREPARED_ROLE.0))),
        ("answers", answers(&|at| !own(at))),
        ("unknowns", Json::texts(unknowns)),
        ("not_answered", Json::texts(blank.map(|question| question.id))),
        ("outcomes", outcomes(now)),
        ("warnings", warnings(now, &saved.seen)),
        ("person_voice", Json::object([("view", maybe(text(PERSON_VIEW.0)))])),
        ("capacity", Json::object([("answer", said_of(CAPACITY.0))])),
        ("agreement", agreement(now)),
        (
            "review",
            Json::object([
                ("date", day(now.day(REVIEW_DATE.0))),
                ("by", said_of(REVIEW_BY.0)),
                ("handed_over", said_of(REVIEW_HANDOVER.0)),
            ]),
        ),
        (
            "sharing",
            Json::object([
                ("to", Json::texts(now.many(COPY_TO.0))),
                ("basis", said_of(COPY_BASIS.0)),
                ("method", Json::texts(now.many(COPY_METHOD.0))),
                ("format", Json::texts(now.many(FORMAT.0))),
            ]),
        ),
        ("tool", tool),
        ("supervision", Json::List(Vec::new())),
        ("supersedes", maybe(&saved.stamp.replaces)),
        ("superseded_by", Json::Null),
    ])
}

fn outcomes(now: &Read<'_>) -> Json {
    let law = law_once();
    let shown = now.outcomes().into_iter().filter(|(id, _)| !PRACTICE.contains(id));
    let object = |(id, level): (&'static str, crate::tools::action_planning::outcomes::Level)| {
        let at = law.outcomes.iter().position(|outcome| outcome.id == id).unwrap_or_default();
        let reasons = law.reasons(&now.answers, &Settings::default(), at);
        let rules = reasons.iter().filter_map(|reason| law.rows().nth(reason.rule)).map(|(_, row)| row.id);
        let mut led = QuestionSet::default();
        reasons.iter().flat_map(|reason| &reason.answers).for_each(|at| led.insert(*at));
        let questions = led.iter().filter_map(|at| law.question_at(at)).map(|question| question.id);
        Json::object([
            ("id", Json::text(id)),
            ("level", Json::text(level.id())),
            ("rules", Json::texts(rules)),
            ("questions", Json::texts(questions)),
        ])
    };
    Json::List(shown.map(object).collect())
}

fn warnings(now: &Read<'_>, seen: &BTreeMap<String, String>) -> Json {
    let object = |found: crate::tools::action_planning::found::Found| {
        let reason = seen.get(&warning_key(found.id, &found.at));
        Json::object([
            ("id", Json::text(found.id)),
            ("question", maybe(&found.at)),
            ("acknowledged", Json::text(if reason.is_some() { "yes" } else { "no" })),
            ("reason", maybe(reason.map_or("", String::as_str))),
        ])
    };
    Json::List(now.warnings_found().into_iter().map(object).collect())
}

fn agreement(now: &Read<'_>) -> Json {
    let who = [
        ("person", PERSON_AGREES.0),
        ("representative", REP_AGREES.0),
        ("carer", CARER_AGREES.0),
        ("others", OTHERS_AGREE.0),
    ];
    let said = who.into_iter().map(|(who, question)| (who, now.one(question))).filter(|(_, said)| !said.is_empty());
    let object = |(who, said): (&str, String)| Json::object([("who", Json::text(who)), ("agrees", Json::text(said))]);
    Json::List(said.map(object).collect())
}

/// Reads a record that [`write`] made.
///
/// # Errors
/// Every fault in a reader's words. Nothing is taken from a file with one.
pub fn read(text: &str) -> Result<Saved, Vec<String>> {
    if text.len() > LARGEST {
        return Err(vec![format!("the file is larger than {} megabytes", LARGEST / 1_000_000)]);
    }
    let file = Json::read(text).map_err(|fault| vec![format!("the file is not a saved plan: {fault}")])?;
    let mut reading = Reading::default();
    if !reading.is_ours(&file) {
        return Err(reading.faults);
    }
    reading.top(&file);
    if reading.faults.is_empty() { Ok(reading.saved) } else { Err(reading.faults) }
}

#[derive(Default)]
struct Reading {
    saved: Saved,
    faults: Vec<String>,
}

impl Reading {
    fn fault(&mut self, what: impl Into<String>) {
        self.faults.push(what.into());
    }

    /// Whether it is a record of this tool that this version reads.
    fn is_ours(&mut self, file: &Json) -> bool {
        let text = |key: &str| file.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
        let (schema, tool) = (text("schema"), text("tool_id"));
        if schema.starts_with("asc-decision-record/") && schema != SCHEMA {
            self.fault("this plan was saved by a newer version of the tool; ask whoever looks after the page");
        } else if schema != SCHEMA {
            self.fault("the file is not a saved plan");
        } else if tool != "action_planning" {
            self.fault(format!("the file is a record of another tool: `{tool}`"));
        }
        self.faults.is_empty()
    }

    fn top(&mut self, file: &Json) {
        for (key, value) in file.as_object().unwrap_or_default() {
            if !KEYS.contains(&key.as_str()) {
                self.fault(format!("`{key}` is not a key of a record"));
            }
            let text = value.as_text().unwrap_or_default().to_owned();
            match key.as_str() {
                "record_id" => self.saved.stamp.id = text,
                "created_at" => self.saved.stamp.made_at = text,
                "supersedes" => self.saved.stamp.replaces = text,
                "completed_at" => self.saved.completed_at = text,
                "saved_at" => self.saved.saved_at = text,
                "law_on" => self.saved.saved_on = dates::from_iso(&text),
                "status" => self.status(&text),
                "answers" => self.answers(value, key),
                "warnings" => self.warnings(value),
                "tool" => self.tool(value),
                _ => {}
            }
        }
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
            let group = key.starts_with("ap_issues") || key.starts_with("ap_actions");
            match said::said(&mut self.saved.plan, key, value) {
                Ok(()) if !group => {}
                Ok(()) => self.fault(format!("`{key}` stands in the wrong place")),
                Err(fault) => self.fault(fault),
            }
        }
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
            if !TOOL_KEYS.contains(&key.as_str()) {
                self.fault(format!("`tool.{key}` is not a key of a record"));
            }
            match key.as_str() {
                "issues" | "actions" => {
                    if let Err(fault) = said::said(&mut self.saved.plan, &format!("ap_{key}"), value) {
                        self.fault(fault);
                    }
                }
                "agreement" | "monitoring" | "sharing" | "closing" => self.answers(value, key),
                "calendar_id" => self.saved.calendar_id = value.as_text().unwrap_or_default().to_owned(),
                "version_reason" => self.saved.version_reason = value.as_text().unwrap_or_default().to_owned(),
                "review_seq" => match value {
                    Json::Whole(count) => self.saved.review_seq = u32::try_from(*count).unwrap_or_default(),
                    _ => self.fault("`tool.review_seq` should be a whole number"),
                },
                "made" => self.made(value),
                _ => {}
            }
        }
        // After the actions, wherever it stands.
        if let Some(progress) = value.get("progress") {
            self.progress(progress);
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
            match said::report(number, entry, "progress") {
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
        let most = crate::tools::action_planning::groups::MOST;
        if issues.len() > most.0 || actions.len() > most.1 {
            self.fault(format!("a plan has at most {} issues and {} actions", most.0, most.1));
        }
        let highest = |ids: &[String], letter| ids.iter().filter_map(|id| number(id, letter)).max().unwrap_or(0);
        self.saved.made.0 = self.saved.made.0.max(highest(&issues, 'I'));
        self.saved.made.1 = self.saved.made.1.max(highest(&actions, 'A'));
    }
}
