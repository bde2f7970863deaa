//! Cases of the allocation tool, which are of several kinds.

use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::record::{self, Stamp};
use care_tools::sheet::{Desk, Draft};
use care_tools::tools::allocation::decide::{Decided, decide};
use care_tools::tools::allocation::list::WaitingList;
use care_tools::tools::{self, Tool};
use care_tools::words::Words;

/// The result of a case, with its text as a user would copy it.
///
/// # Errors
/// What is wrong with the case.
pub fn decided(tool: &'static Tool, words: &Words, case: &Json) -> Result<Json, String> {
    let (result, about) = decide(case)?;
    let text = match about {
        Decided::List(list) if case.get("kind").and_then(Json::as_text) == Some("priority") => {
            record_of(tool, words, &list)
        }
        _ => lines(&result, &tools::list_words()?),
    };
    let mut pairs = result.as_object().unwrap_or_default().to_vec();
    pairs.push(("text".to_owned(), Json::text(text)));
    Ok(Json::Object(pairs))
}

fn record_of(tool: &'static Tool, words: &Words, list: &WaitingList) -> String {
    let Some(entry) = list.entries().first() else { return String::new() };
    let mut desk = Desk::new(tool, words.clone(), Locality::default());
    desk.settings = list.times().settings(Some(list.today()));
    let mut draft = Draft { answers: entry.facts.answers(&tool.law), ..Draft::default() };
    draft.type_note("case_reference", &entry.facts.reference);
    record::record(&desk, &draft, &Stamp::default()).to_text()
}

/// A result as lines of text: what each part holds, in its order.
fn lines(result: &Json, words: &Words) -> String {
    let pairs = result.as_object().unwrap_or_default().iter();
    let lines = pairs.map(|(key, value)| {
        let name = words.at(&format!("say.list.shown.{key}"));
        let name = if name.is_empty() { key.replace('_', " ") } else { name.to_owned() };
        format!("{name}: {}", said(value))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn said(value: &Json) -> String {
    match value {
        Json::Null => "none".to_owned(),
        Json::Text(text) => text.clone(),
        Json::List(list) if list.is_empty() => "none".to_owned(),
        Json::List(list) => list.iter().map(said).collect::<Vec<_>>().join(", "),
        Json::Object(pairs) if pairs.is_empty() => "none".to_owned(),
        Json::Object(pairs) => {
            pairs.iter().map(|(key, value)| format!("{key} {}", said(value))).collect::<Vec<_>>().join(", ")
        }
        other => other.write(),
    }
}
