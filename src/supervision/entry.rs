//! An entry of supervision: what is asked of it, and how it is added. Section 7.5 of the specification.

use super::held::Held;
use crate::json::Json;
use crate::record::seal::{self, Integrity};
use chrono::NaiveDate;

/// What an entry is about, where it is not the whole record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A question, by id.
    Question(String),
    /// A check of fact, by id.
    Check(String),
    /// An earlier entry, by id: the practitioner's response to it.
    Entry(String),
}

impl About {
    /// What kind of thing, and its id.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            About::Question(id) => ("question", id),
            About::Check(id) => ("check", id),
            About::Entry(id) => ("entry", id),
        }
    }

    /// Reads what [`About::parts`] gives.
    pub fn read(kind: &str, id: &str) -> Option<About> {
        match kind {
            "question" => Some(About::Question(id.to_owned())),
            "check" => Some(About::Check(id.to_owned())),
            "entry" => Some(About::Entry(id.to_owned())),
            _ => None,
        }
    }
}

/// An entry being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Discussion, audit, countersign or challenge.
    pub kind: String,
    /// What it is about.
    pub about: Option<About>,
    /// What comes of it.
    pub result: String,
    /// What was said.
    pub note: String,
    /// The next step, where the supervisor does not agree.
    pub next_step: String,
    /// Actions, one on a line.
    pub actions: String,
    /// What the practitioner says.
    pub response: String,
}

/// The most characters of a text.
pub const LONGEST: usize = 4_000;

impl Entry {
    /// The slot of a field.
    pub fn slot(&mut self, field: &str) -> Option<&mut String> {
        Some(match field {
            "kind" => &mut self.kind,
            "result" => &mut self.result,
            "note" => &mut self.note,
            "next_step" => &mut self.next_step,
            "actions" => &mut self.actions,
            "response" => &mut self.response,
            _ => return None,
        })
    }

    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.result, &self.note, &self.next_step, &self.actions, &self.response];
        texts.into_iter().all(|text| text.trim().is_empty())
    }

    /// As JSON, for a restart.
    pub fn to_json(&self) -> Json {
        let about = self.about.as_ref().map(About::parts).unwrap_or_default();
        Json::texts([
            &self.kind,
            about.0,
            about.1,
            &self.result,
            &self.note,
            &self.next_step,
            &self.actions,
            &self.response,
        ])
    }

    /// Reads back what [`Entry::to_json`] wrote.
    pub fn read(json: &Json) -> Option<Entry> {
        let texts: Vec<&str> = json.as_list()?.iter().filter_map(Json::as_text).collect();
        let [kind, about, id, result, note, next_step, actions, response] = texts.as_slice() else { return None };
        let own = |text: &str| text.to_owned();
        Some(Entry {
            kind: own(kind),
            about: About::read(about, id),
            result: own(result),
            note: own(note),
            next_step: own(next_step),
            actions: own(actions),
            response: own(response),
        })
    }
}

/// What stands in the way of entries about a record: the id of the words; nothing where they may be added.
pub fn closed(held: &Held) -> Option<&'static str> {
    match (held.is_draft(), held.integrity) {
        (true, _) => Some("entry.draft"),
        (_, Integrity::Changed) => Some("entry.changed"),
        _ if held.record.text_at("status") == "superseded" => Some("entry.replaced"),
        _ => None,
    }
}

/// What keeps an entry from being added: field, and the id of the words.
pub fn problems(held: &Held, entry: &Entry, role: &str) -> Vec<(&'static str, &'static str)> {
    let mut problems = Vec::new();
    let blank = |text: &str| text.trim().is_empty();
    if blank(role) {
        problems.push(("role", "entry.no_role"));
    }
    let apart = ["not_agree", "more_information"].contains(&entry.result.as_str());
    if entry.kind == "countersign" && entry.result.is_empty() {
        problems.push(("result", "entry.no_result"));
    }
    let agrees = ["agree", "agree_with_actions"].contains(&entry.result.as_str());
    let unread = agrees && !unread(held).is_empty();
    let asked_for_note = match entry.kind.as_str() {
        "challenge" if matches!(entry.about, Some(About::Entry(_))) => false,
        "challenge" | "audit" => true,
        _ => entry.result.is_empty() && blank(&entry.actions),
    };
    if blank(&entry.note) && (asked_for_note || apart || unread) {
        problems.push(("note", if unread { "entry.note_unread" } else { "entry.no_note" }));
    }
    if entry.result == "agree_with_actions" && blank(&entry.actions) {
        problems.push(("actions", "entry.no_actions"));
    }
    if apart && blank(&entry.next_step) {
        problems.push(("next_step", "entry.no_next_step"));
    }
    if matches!(entry.about, Some(About::Entry(_))) && blank(&entry.response) {
        problems.push(("response", "entry.no_response"));
    }
    let texts = [
        ("note", &entry.note),
        ("next_step", &entry.next_step),
        ("actions", &entry.actions),
        ("response", &entry.response),
    ];
    let long = texts.into_iter().filter(|(_, text)| text.chars().count() > LONGEST);
    problems.extend(long.map(|(field, _)| (field, "entry.too_long")));
    problems
}

/// Urgent outcomes that nobody has marked as read.
pub fn unread(held: &Held) -> Vec<String> {
    let urgent = held.outcomes().into_iter().filter(|it| it.urgent && it.acknowledged != Some(true));
    urgent.map(|outcome| outcome.heading).collect()
}

/// Whether whoever countersigns has the role of whoever made the record.
pub fn same_role(held: &Held, role: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    !plain(role).is_empty() && plain(role) == plain(held.record.text_at("prepared_role"))
}

/// Adds an entry to a record. The record itself stays as it was.
pub fn add(held: &mut Held, entry: &Entry, role: &str, id: &str, on: NaiveDate) {
    let maybe = |text: &str| if text.trim().is_empty() { Json::Null } else { Json::text(text.trim()) };
    let about = entry.about.as_ref().map_or(Json::Null, |about| {
        let (kind, id) = about.parts();
        Json::object([("kind", Json::text(kind)), ("id", Json::text(id))])
    });
    let actions = entry.actions.lines().map(str::trim).filter(|line| !line.is_empty());
    let json = Json::object([
        ("entry_id", Json::text(id)),
        ("on", Json::text(crate::engine::dates::to_iso(on))),
        ("supervisor_role", Json::text(role.trim())),
        ("kind", Json::text(if entry.kind.is_empty() { "discussion" } else { &entry.kind })),
        ("about", about),
        ("result", maybe(&entry.result)),
        ("note", maybe(&entry.note)),
        ("next_step", maybe(&entry.next_step)),
        ("actions", Json::texts(actions)),
        ("practitioner_response", maybe(&entry.response)),
    ]);
    // A record made before records had hashes gets them with its first entry.
    let record = std::mem::replace(&mut held.record, Json::Null);
    let record = if held.integrity == Integrity::NotChecked { seal::sealed(record) } else { record };
    let mut record = seal::added(record, &["supervision"], json);
    if !entry.result.is_empty() && record.text_at("status") == "completed" {
        record.set("status", Json::text("reviewed"));
    }
    held.record = seal::closed(record);
    held.integrity = seal::check(&held.record);
    held.unsaved = true;
}
