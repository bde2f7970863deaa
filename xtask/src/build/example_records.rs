//! Example records for the supervision page: written from facts, so that they are always ones that the tools make.
//!
//! One is a draft, one departs from the result, one was changed after it was complete, and one was made under older
//! rules and has been replaced.

use super::files::{Files, read};
use care_tools::cases::Case;
use care_tools::engine::dates;
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::record::{self, Stamp, seal};
use care_tools::sheet::{Agreement, Desk, Draft};
use care_tools::tools;
use std::path::Path;

/// Adds a file for each.
///
/// # Errors
/// When its facts are not those of a record.
pub fn add(files: &mut Files, root: &Path) -> Result<(), String> {
    for (name, record) in written(&read(&root.join("examples/records.json"))?)? {
        files.add(name, record)?;
    }
    Ok(())
}

/// The records that these facts make, with the names of their files.
///
/// # Errors
/// When the facts are not those of records.
pub fn written(facts: &str) -> Result<Vec<(String, String)>, String> {
    let facts = Json::read(facts).map_err(|fault| format!("`examples/records.json`: {fault}"))?;
    let one = |facts: &Json| {
        let name = facts.text_at("file").to_owned();
        let record = record_of(facts).map_err(|fault| format!("`{name}`: {fault}"))?;
        Ok((name, record))
    };
    facts.as_list().unwrap_or_default().iter().map(one).collect()
}

fn record_of(facts: &Json) -> Result<String, String> {
    let tool = tools::named(facts.text_at("tool")).ok_or("there is no such tool")?;
    let case = Case::read(tool, facts)?;
    let mut desk = Desk::new(tool, tools::words(tool.id)?, Locality::default());
    desk.settings.days.clone_from(&case.settings.days);
    let desk = desk.on(dates::from_iso(facts.text_at("today")));
    let mut draft = Draft { answers: case.answers, ..Draft::default() };
    for (id, text) in facts.get("notes").and_then(Json::as_object).unwrap_or_default() {
        draft.type_note(id, text.as_text().unwrap_or_default());
    }
    let agreement = facts.text_at("agreement");
    draft.agreement = match Agreement::ALL.iter().find(|(_, id)| *id == agreement) {
        Some((known, _)) => *known,
        None => return Err(format!("`agreement` is `{agreement}`")),
    };
    draft.seen = facts.list_at("seen").iter().filter_map(Json::as_text).map(str::to_owned).collect();
    let stamp = Stamp {
        id: facts.text_at("id").to_owned(),
        made_at: facts.text_at("made_at").to_owned(),
        replaces: facts.text_at("replaces").to_owned(),
        completed_at: facts.text_at("completed_at").to_owned(),
    };
    let mut record = record::data(&desk, &draft, &stamp);
    if !facts.text_at("rules").is_empty() {
        record = under_older_rules(record, facts)?;
    }
    for entry in facts.list_at("entries") {
        let whole = [("about", Json::Null), ("next_step", Json::Null), ("practitioner_response", Json::Null)];
        let pairs = entry.as_object().unwrap_or_default().to_vec();
        let whole = whole.map(|(key, value)| (key.to_owned(), value)).into_iter().chain(pairs).collect();
        record = seal::added(record, &["supervision"], Json::Object(whole));
        record.set("status", Json::text("reviewed"));
        record = seal::closed(record);
    }
    let text = record.write();
    Ok(match facts.get("changed") {
        Some(changed) => {
            let changed_text = text.replace(changed.text_at("from"), changed.text_at("to"));
            if changed_text == text {
                return Err("what `changed` names is not in it".to_owned());
            }
            changed_text
        }
        None => text,
    })
}

/// The record as an earlier version of the rules would have made it.
fn under_older_rules(mut record: Json, facts: &Json) -> Result<Json, String> {
    record.set("content_version", Json::text(facts.text_at("rules")));
    let change = facts.get("older_outcomes").ok_or("`older_outcomes` is missing")?;
    let gone = change.list_at("gone");
    let Some(Json::List(outcomes)) = record.get_mut("outcomes") else { return Err("it has no outcomes".into()) };
    let before = outcomes.len();
    outcomes.retain(|outcome| !gone.iter().any(|id| id.as_text() == Some(outcome.text_at("id"))));
    if outcomes.len() == before {
        return Err("no outcome of `gone` is in it".to_owned());
    }
    for id in change.list_at("new").iter().filter_map(Json::as_text) {
        outcomes.push(Json::object([
            ("id", Json::text(id)),
            ("kind", Json::text("no_duty")),
            ("level", Json::text("info")),
            ("rules", Json::texts(["D1"])),
            ("questions", Json::texts(["difficulty_understand"])),
            ("acknowledged", Json::Null),
        ]));
    }
    Ok(seal::sealed(record))
}

#[cfg(test)]
mod tests {
    use care_tools::record::read::open;
    use care_tools::record::replay::replay;
    use care_tools::record::seal::Integrity;
    use care_tools::tools;

    #[test]
    fn they_are_what_the_page_says_they_are() -> Result<(), String> {
        let every: Vec<&'static tools::Tool> = tools::all().iter().collect();
        let records = super::written(include_str!("../../../examples/records.json"))?;
        let mut seen = Vec::new();
        for (name, text) in &records {
            let opened = open(text, &every).map_err(|faults| format!("{name}: {faults:?}"))?;
            let tool = tools::named(opened.record.text_at("tool_id")).ok_or("no tool")?;
            let same = replay(&opened.record, tool).is_some_and(|replay| replay.agrees());
            seen.push((opened.record.text_at("status").to_owned(), opened.integrity, same));
        }
        let as_text = |status: &str| status.to_owned();
        let expected = [
            (as_text("completed"), Integrity::Matches, false),
            (as_text("completed"), Integrity::Matches, true),
            (as_text("reviewed"), Integrity::Matches, true),
            (as_text("draft"), Integrity::Matches, true),
            (as_text("completed"), Integrity::Changed, true),
        ];
        assert_eq!(seen, expected);
        Ok(())
    }
}
