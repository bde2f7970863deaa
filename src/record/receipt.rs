//! What anybody can check of a record: what it is, under which rules and on which day it was decided, its hashes, and
//! whether the rules of today give the same result.

use super::document::{Document, Line};
use super::read::Opened;
use super::replay::Replay;
use super::seal::Integrity;
use crate::json::Json;
use crate::tools::Tool;
use crate::words::Words;

/// The receipt of a record. `words` are those of its tool and of the screen.
pub fn receipt(opened: &Opened, tool: &'static Tool, words: &Words) -> Document {
    let record = &opened.record;
    let say = |phrase: &str| words.say(phrase).to_owned();
    let mut document = Document::new(&words.fill("receipt.title", &[("code", record.text_at("record_code"))]));
    document.part("", verdict(opened, super::replay::replay(record, tool).as_ref(), tool, words));
    let pair = |name: &str, value: &str| (!value.is_empty()).then(|| Line::Pair(say(name), value.to_owned()));
    let hash = |key: &str| record.get("integrity").map_or("", |integrity| integrity.text_at(key));
    let lines = [
        pair("receipt.tool", &format!("{} {}", record.text_at("tool_id"), record.text_at("tool_version"))),
        pair("record.rules", record.text_at("content_version")),
        pair("receipt.law_on", record.text_at("law_on")),
        pair("record.locality", [record.text_at("locality"), record.text_at("locality_version")].join(" ").trim()),
        pair("receipt.status", record.text_at("status")),
        pair("receipt.created_at", record.text_at("created_at")),
        pair("record.completed_at", record.text_at("completed_at")),
        pair("receipt.content", hash("content")),
        pair("receipt.latest", hash("latest")),
        pair("receipt.whole", hash("whole")),
    ];
    document.part(&say("record.versions"), lines.into_iter().flatten().collect());
    let said = |value: &Json| match value {
        Json::Text(text) => text.clone(),
        Json::List(list) => list.iter().filter_map(Json::as_text).collect::<Vec<_>>().join(", "),
        other => other.write(),
    };
    let answers = record.get("answers").and_then(Json::as_object).unwrap_or_default().iter();
    document.part(&say("record.answers"), answers.map(|(id, value)| Line::Pair(id.clone(), said(value))).collect());
    let outcomes = record.list_at("outcomes").iter().map(|outcome| {
        let rules: Vec<&str> = outcome.list_at("rules").iter().filter_map(Json::as_text).collect();
        Line::Pair(outcome.text_at("id").to_owned(), rules.join(", "))
    });
    document.part(&say("receipt.outcomes"), outcomes.collect());
    document.part("", vec![Line::Text(say("receipt.means"))]);
    document
}

/// Whether the file is as it was made, and whether the rules of today decide the same, in sentences.
pub fn verdict(opened: &Opened, replay: Option<&Replay>, tool: &'static Tool, words: &Words) -> Vec<Line> {
    let say = |phrase: &str| Line::Text(words.say(phrase).to_owned());
    let mut lines = vec![match opened.integrity {
        Integrity::Matches => say("receipt.matches"),
        Integrity::Changed => say("receipt.changed"),
        Integrity::NotChecked => say("receipt.not_checked"),
    }];
    let Some(replay) = replay else { return lines };
    let heading = |id: &str| match tool.law.outcomes.iter().find(|outcome| outcome.id == id) {
        Some(_) => words.of("outcomes", id, "heading").to_owned(),
        None => id.to_owned(),
    };
    let versions = [("then", replay.rules_then.as_str()), ("now", replay.rules_now.as_str())];
    let same_rules = replay.rules_then == replay.rules_now;
    lines.push(Line::Text(match (replay.agrees(), same_rules) {
        (true, true) => words.say("receipt.same").to_owned(),
        (true, false) => words.fill("receipt.same_other_rules", &versions),
        (false, true) => words.say("receipt.differs_same_rules").to_owned(),
        (false, false) => words.fill("receipt.differs", &versions),
    }));
    for (phrase, ids) in [("receipt.gone", replay.gone()), ("receipt.new", replay.added())] {
        lines.extend(ids.into_iter().map(|id| Line::Item(words.fill(phrase, &[("what", &heading(id))]))));
    }
    lines
}
