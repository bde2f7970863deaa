//! What was said in supervision, for whoever made the record.

use crate::engine::dates;
use crate::json::Json;
use crate::words::Words;

/// An entry in a few sentences: who, when, what it is about, and what was said. `name` gives a question's short name.
pub fn sentence(entry: &Json, words: &Words, name: impl Fn(&str) -> String) -> String {
    let day = dates::from_iso(entry.text_at("on")).map(|day| words.day(day)).unwrap_or_default();
    let about = entry.get("about").filter(|about| about.text_at("kind") == "question");
    let about = about.map(|about| name(about.text_at("id"))).unwrap_or_default();
    let texts = ["note", "next_step", "practitioner_response"].map(|key| entry.text_at(key));
    let actions = entry.list_at("actions").iter().filter_map(Json::as_text);
    let said = std::iter::once(about.as_str()).chain(texts).chain(actions);
    let said: Vec<&str> = said.map(|text| text.trim_end_matches('.')).filter(|text| !text.is_empty()).collect();
    format!("{}, {day}: {}.", entry.text_at("supervisor_role"), said.join(". "))
}
