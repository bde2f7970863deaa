//! An action plan as a record in JSON: to be opened again, and for supervision.
//!
//! What is about a worker's practice is not in it. What was agreed stays as it was when the plan was completed;
//! reports and what is said while a plan is followed are added to it as entries of a chain.

mod reading;

use reading::Reading;

use super::json::SCHEMA;
use super::migrate::copies;
use super::plan::PRACTICE;
use super::seal::{self, Integrity, sealed};
use super::shape::Fault;
use super::{Stamp, VERSION};
use crate::engine::{QuestionSet, Settings, dates};
use crate::json::Json;
use crate::locality::Locality;
use crate::tools::action_planning::answers::*;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::json as said;
use crate::tools::action_planning::outcomes::{Level, must_be_read};
use crate::tools::action_planning::plan::{Plan, Read};
use crate::tools::action_planning::{RULES, law_once, tool_once};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The sections whose answers stand in the tool's own part, by the name of the part.
const PARTS: [&str; 3] = ["agreement", "monitoring", "sharing"];
/// What may be said after a plan is complete.
pub const FOLLOWED: [usize; 9] = [
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
    /// Why it was written up more than two working days after it was agreed; empty where it was not, or nobody said.
    pub late_reason: String,
    /// The highest numbers that issues and actions were given.
    pub made: (usize, usize),
    /// Pressing outcomes that the practitioner says they have read, by id.
    pub acknowledged: BTreeSet<String>,
    /// The record as it was completed, with what was added since.
    pub sealed: Option<Json>,
    /// Whether the file has changed since it was made.
    pub changed: bool,
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

/// The record without its hashes. `now` is the plan as reports have left it.
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
    let reports = saved.plan.actions.iter().map(|action| action.progress.len()).sum();
    let said_later = closing(saved, answers(&followed));
    let mut tool = Json::object([
        ("issues", without_states(said::issues(&saved.plan))),
        ("actions", said::actions(&saved.plan.actions)),
        ("progress", said::progress(&saved.plan.actions)),
        ("agreement", part("agreement")),
        ("monitoring", part("monitoring")),
        ("sharing", part("sharing")),
        ("closing", said_later.clone()),
        ("review_reasons", Json::texts(now.review_reasons())),
        ("calendar_id", maybe(&saved.calendar_id)),
        ("review_seq", Json::Whole(saved.review_seq.into())),
        ("made", Json::List(vec![whole(saved.made.0), whole(saved.made.1)])),
        ("version_reason", maybe(&saved.version_reason)),
        (
            "entries",
            Json::List(vec![
                whole(reports),
                whole(usize::from(!said_later.as_list().unwrap_or_default().is_empty())),
            ]),
        ),
    ]);
    if !saved.late_reason.trim().is_empty() {
        tool.set("late_reason", Json::text(saved.late_reason.trim()));
    }
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
        ("prepared_role", maybe(text(PREPARED_ROLE.0))),
        ("answers", answers(&|at| !own(at))),
        ("unknowns", Json::texts(unknowns)),
        ("not_answered", Json::texts(blank.map(|question| question.id))),
        ("outcomes", outcomes(now, &saved.acknowledged)),
        ("warnings", warnings(now, &saved.seen)),
        (
            "person_voice",
            Json::object([
                ("view", maybe(text(PERSON_VIEW.0))),
                ("how_obtained", Json::Null),
                ("reason_if_not", maybe(text(NOT_INVOLVED_REASON.0))),
            ]),
        ),
        (
            "capacity",
            Json::object([("answer", said_of(CAPACITY.0)), ("decision", Json::Null), ("recorded_where", Json::Null)]),
        ),
        ("agreement", agreement(now, &text)),
        (
            "decision",
            Json::object([
                ("text", maybe(&now.many(OPTIONS_CHOSEN.0).join(" "))),
                ("reasons", maybe(text(OPTIONS_REASON.0))),
                ("authority", Json::Null),
                ("departs_from_tool", Json::Null),
                ("departure_reason", Json::Null),
            ]),
        ),
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
            copies(&Json::object([
                ("to", Json::texts(now.many(COPY_TO.0))),
                ("basis", said_of(COPY_BASIS.0)),
                ("method", Json::texts(now.many(COPY_METHOD.0))),
                ("format", Json::texts(now.many(FORMAT.0))),
            ])),
        ),
        ("tool", tool),
        ("supervision", Json::List(Vec::new())),
        ("supersedes", maybe(&saved.stamp.replaces)),
        ("superseded_by", Json::Null),
    ])
}

/// Where issues have got to stands with what is said later.
fn without_states(mut issues: Json) -> Json {
    if let Json::List(list) = &mut issues {
        for issue in list {
            if let Json::Object(pairs) = issue {
                pairs.retain(|(key, _)| key != "state");
            }
        }
    }
    issues
}

/// What has been said while the plan is followed, as the one entry that is new.
fn closing(saved: &Saved, answers: Json) -> Json {
    let states = saved.plan.issues.iter().filter(|issue| !issue.state.is_empty());
    let states: Vec<(String, Json)> =
        states.map(|issue| (issue.id.clone(), Json::text(issue.state.clone()))).collect();
    if states.is_empty() && answers.as_object().is_some_and(<[_]>::is_empty) {
        return Json::List(Vec::new());
    }
    Json::List(vec![Json::object([
        ("on", day(saved.plan.today)),
        ("answers", answers),
        ("states", Json::Object(states)),
    ])])
}

/// The record as it is saved: with its hashes. Of a plan that was complete before, what was agreed stays as it was, and
/// what is new is added to the chain.
pub fn to_save(working: Json, kept: Option<&Json>, saved_at: &str) -> Json {
    let added = |path: &str| working.get("tool").map(|tool| tool.list_at(path).to_vec()).unwrap_or_default();
    let mut record = match kept.filter(|_| working.text_at("status") != "draft") {
        // Nothing is added to a file that has changed, and no new hash makes it look as if it had not.
        Some(kept) if seal::check(kept) == Integrity::Changed => return kept.clone(),
        None => sealed(working.clone()),
        Some(kept) => {
            let mut record = kept.clone();
            let there = |record: &Json, path: &str| {
                record.get("tool").map(|tool| tool.list_at(path).to_vec()).unwrap_or_default()
            };
            let known = there(&record, "progress").len();
            for entry in added("progress").into_iter().skip(known) {
                record = seal::added(record, &["tool", "progress"], entry);
            }
            let last = there(&record, "closing").pop().map(|entry| said_in(&entry));
            let mut now = added("closing");
            // What was said before and is taken back is an entry too.
            let spoken = last.as_ref().is_some_and(|said| !is_silent(said));
            if now.is_empty() && spoken {
                let nothing = Json::Object(Vec::new());
                let on = working.get("law_on").cloned().unwrap_or(Json::Null);
                now.push(Json::object([("on", on), ("answers", nothing.clone()), ("states", nothing)]));
            }
            for entry in now.into_iter().filter(|entry| Some(said_in(entry)) != last) {
                record = seal::added(record, &["tool", "closing"], entry);
            }
            record
        }
    };
    if let Some(integrity) = record.get_mut("integrity") {
        integrity.set("saved_at", maybe(saved_at));
    }
    seal::closed(record)
}

/// Whether an entry says nothing.
fn is_silent(said: &[Option<Json>; 2]) -> bool {
    said.iter().flatten().all(|part| part.as_object().is_some_and(<[_]>::is_empty))
}

/// What an entry says, whenever it was said.
fn said_in(entry: &Json) -> [Option<Json>; 2] {
    [entry.get("answers").cloned(), entry.get("states").cloned()]
}

/// The ids of the outcomes that the rules of today give on what was agreed, on the day when it was.
pub fn decided(record: &Json) -> Option<Vec<String>> {
    let mut then = record.clone();
    let tool = then.get_mut("tool")?;
    let counts: Vec<usize> = tool.list_at("entries").iter().filter_map(count).collect();
    if let [reports, later] = counts.as_slice() {
        for (path, known) in [("progress", *reports), ("closing", *later)] {
            if let Some(Json::List(list)) = tool.get_mut(path) {
                list.truncate(known);
            }
        }
    }
    let mut saved = of(&then).ok()?;
    saved.plan.today = dates::from_iso(record.text_at("law_on"));
    saved.plan.actions = saved.plan.actions.iter().map(Action::current).collect();
    let read = saved.plan.read();
    let given = read.outcomes().into_iter().filter(|(id, _)| !PRACTICE.contains(id));
    Some(given.map(|(id, _)| id.to_owned()).collect())
}

fn count(value: &Json) -> Option<usize> {
    match value {
        Json::Whole(number) => usize::try_from(*number).ok(),
        _ => None,
    }
}

fn outcomes(now: &Read<'_>, seen: &BTreeSet<String>) -> Json {
    let law = law_once();
    let shown = now.outcomes().into_iter().filter(|(id, _)| !PRACTICE.contains(id));
    let object = |(id, level): (&'static str, Level)| {
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
            (
                "acknowledged",
                if must_be_read(at, level) {
                    Json::text(if seen.contains(id) { "yes" } else { "no" })
                } else {
                    Json::Null
                },
            ),
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

fn agreement<'a>(now: &Read<'_>, text: &impl Fn(usize) -> &'a str) -> Json {
    let who = [
        ("person", PERSON_AGREES.0, text(PERSON_VIEW.0)),
        ("representative", REP_AGREES.0, ""),
        ("carer", CARER_AGREES.0, text(CARER_VIEW.0)),
        ("others", OTHERS_AGREE.0, text(VIEWS.0)),
    ];
    let said = who.into_iter().map(|(who, question, view)| (who, now.one(question), view));
    let object = |(who, said, view): (&str, String, &str)| {
        Json::object([("who", Json::text(who)), ("agrees", Json::text(said)), ("view", maybe(view))])
    };
    Json::List(said.filter(|(_, said, _)| !said.is_empty()).map(object).collect())
}

/// Reads a saved plan.
///
/// # Errors
/// Every fault. Nothing is taken from a file with one.
pub fn read(text: &str) -> Result<Saved, Vec<Fault>> {
    let opened = super::read::open(text, &[tool_once()])?;
    let mut saved = of(&opened.record)?;
    saved.changed = opened.integrity == Integrity::Changed;
    // Whoever changes the status of a complete plan does not make it a draft.
    saved.plan.complete |= saved.changed && !saved.completed_at.is_empty();
    if saved.plan.complete {
        saved.sealed = Some(match opened.integrity {
            // A plan that was completed before plans had hashes gets them now.
            Integrity::NotChecked => sealed(opened.record),
            Integrity::Matches | Integrity::Changed => opened.record,
        });
    }
    Ok(saved)
}

/// The plan of a record.
///
/// # Errors
/// Every fault of what only this tool can check.
pub fn of(record: &Json) -> Result<Saved, Vec<Fault>> {
    let mut reading = Reading::default();
    reading.top(record);
    if reading.faults.is_empty() { Ok(reading.saved) } else { Err(reading.faults) }
}
