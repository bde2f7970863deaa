//! A saved record taken up by the guided form again: a draft goes on where it was, and what was complete becomes a new
//! version, which names the record that it replaces.

use super::held::Held;
use super::library::Library;
use crate::json::Json;
use crate::record::Stamp;
use crate::record::said::sentence;
use crate::record::seal::Integrity;
use crate::sheet::report::DEPARTURE_REASON;
use crate::sheet::{Agreement, signing};

/// The state that the form takes up, for a record of this tool. `fresh` is the stamp of a new version.
///
/// # Errors
/// Every fault, in a reader's words. Nothing is taken from a file with one, or from one that has changed.
pub fn reopened(text: &str, tool: &str, library: &Library, fresh: &Stamp) -> Result<Json, Vec<String>> {
    let held = Held::open("", text, library)?;
    let refused = |phrase: &str| Err(vec![library.words.fill(phrase, &[("detail", &held.tool())])]);
    if held.desk.tool.id != tool || held.plan.is_some() {
        return refused("file.other_tool");
    }
    if held.integrity == Integrity::Changed {
        return refused("file.changed");
    }
    let record = &held.record;
    // Answers that only other rules knew would be lost without a word.
    let known = |id: &str| held.desk.tool.law.question(id).is_some_and(|it| held.answers.to(it.at).is_some());
    let strange = |(id, said): &(String, Json)| !known(id) && *said != Json::List(Vec::new());
    if record.get("answers").and_then(Json::as_object).unwrap_or_default().iter().any(strange) {
        return refused("file.other_rules");
    }
    let mut draft = held.draft();
    let own = |part: &str| record.get("tool").and_then(|tool| tool.get(part)).and_then(Json::as_object);
    for (id, text) in own("notes").unwrap_or_default() {
        draft.type_note(id, text.as_text().unwrap_or_default());
    }
    for (id, from) in own("taken_over").unwrap_or_default() {
        draft.taken.insert(id.clone(), from.as_text().unwrap_or_default().to_owned());
    }
    let late = record.get("tool").map_or("", |tool| tool.text_at("late_reason"));
    let review = |part: &str| record.get("review").map_or("", |review| review.text_at(part));
    for (id, text) in [
        (signing::CONVERSATION, record.text_at("conversation_on")),
        (signing::LATE_REASON, late),
        (signing::OBTAINED, held.voice("how_obtained")),
        (signing::NOT_OBTAINED, held.voice("reason_if_not")),
        (signing::AUTHORITY, held.decision("authority")),
        (signing::ROLE, record.text_at("prepared_role")),
        (signing::REVIEW, review("trigger")),
        (signing::REVIEW_BY, review("by")),
        (signing::HANDED_OVER, review("handed_over")),
    ] {
        draft.type_note(id, text);
    }
    let mut stamp = Stamp {
        id: record.text_at("record_id").to_owned(),
        made_at: record.text_at("created_at").to_owned(),
        replaces: record.text_at("supersedes").to_owned(),
        completed_at: String::new(),
    };
    if held.is_draft() {
        let version_reason = record.get("tool").map_or("", |tool| tool.text_at("version_reason"));
        draft.type_note(signing::VERSION_REASON, version_reason);
        draft.type_note(DEPARTURE_REASON, held.decision("departure_reason"));
        draft.agreement = match held.departs() {
            Some(true) => Agreement::Departs,
            Some(false) => Agreement::Agrees,
            None => Agreement::NotSaid,
        };
        let read = held.outcomes().into_iter().filter(|outcome| outcome.acknowledged == Some(true));
        draft.seen = read.map(|outcome| outcome.id).collect();
    } else {
        // Who signed, signed the record that is replaced.
        ["decided_by", "manager_agreed_by"].into_iter().for_each(|id| draft.type_note(id, ""));
        stamp = Stamp { replaces: stamp.id, ..fresh.clone() };
    }
    let last = held.desk.tool.law.sections.len().saturating_sub(1);
    Ok(Json::object([
        ("draft", draft.to_json(&held.desk.tool.law)),
        ("step", Json::text("check")),
        ("reached", Json::Whole(i64::try_from(last).unwrap_or_default())),
        ("record", stamp.to_json()),
        (
            "said",
            Json::texts(held.entries().iter().map(|entry| sentence(entry, &library.words, |id| held.name_of(id)))),
        ),
    ]))
}
