//! A record read from a file: whole, or not at all with every fault named.

use super::fields::{PLAN, RECORD, TOOL};
use super::json::SCHEMA;
use super::migrate::{is_early, migrated};
use super::seal::{self, Integrity};
use super::shape::{Fault, Shape};
use crate::engine::{Answers, Settings, dates};
use crate::json::{Json, MOST_FAULTS};
use crate::tools::Tool;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 5_000_000;
/// How the name of every version of the schema begins.
const FAMILY: &str = "asc-decision-record/";

/// A record that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The record, in the form of today.
    pub record: Json,
    /// Whether it is as it was made.
    pub integrity: Integrity,
}

/// Reads a record of one of these tools.
///
/// # Errors
/// Every fault. Nothing is taken from a file with one.
pub fn open(text: &str, tools: &[&'static Tool]) -> Result<Opened, Vec<Fault>> {
    let one = |kind, detail: String| vec![Fault::new("", kind, detail)];
    if text.len() > LARGEST {
        return Err(one("too_large", (LARGEST / 1_000_000).to_string()));
    }
    let file = Json::read_within(text, LARGEST).map_err(|fault| one("no_json", fault))?;
    let schema = file.text_at("schema");
    if schema != SCHEMA {
        let newer = schema.strip_prefix(FAMILY).is_some_and(|version| version.parse::<u32>().is_ok());
        return Err(one(if newer { "newer" } else { "no_record" }, schema.to_owned()));
    }
    let id = file.text_at("tool_id").to_owned();
    let Some(tool) = tools.iter().find(|tool| tool.id == id) else { return Err(one("other_tool", id)) };
    let is_plan = !tool.groups.is_empty();
    // Without its hashes, a file with what only records with hashes have is not one from before them.
    let integrity = match seal::check(&file) {
        Integrity::NotChecked if !is_from_before(&file, is_plan) => Integrity::Changed,
        checked => checked,
    };
    let record = if is_early(&file) { migrated(file, is_plan) } else { file };
    let mut faults = Vec::new();
    Shape::Object(RECORD).check(&record, "", &mut faults);
    let own = Shape::Object(if is_plan { PLAN } else { TOOL });
    own.check(record.get("tool").unwrap_or(&Json::Null), "tool", &mut faults);
    if !is_plan && let Err(found) = answers(&record, tool) {
        faults.extend(found);
    }
    faults.truncate(MOST_FAULTS);
    if faults.is_empty() { Ok(Opened { record, integrity }) } else { Err(faults) }
}

/// Whether a file without hashes has only what records had before there were any.
fn is_from_before(file: &Json, is_plan: bool) -> bool {
    let tool = |key: &str| file.get("tool").is_some_and(|tool| tool.get(key).is_some());
    let newer = tool(if is_plan { "entries" } else { "late_reason" });
    !newer && file.list_at("supervision").is_empty()
}

/// The answers of a record of a tool with a guided form. Answers that other rules knew and those of today do not are left
/// out: the record shows them, and nothing is decided with them.
///
/// # Errors
/// A fault for each answer that the tool does not know.
pub fn answers(record: &Json, tool: &Tool) -> Result<Answers, Vec<Fault>> {
    let (mut answers, mut faults) = (Answers::none(), Vec::new());
    for (question, said) in record.get("answers").and_then(Json::as_object).unwrap_or_default() {
        let number;
        let said: Option<Vec<&str>> = match said {
            Json::Text(text) => Some(vec![text]),
            Json::Whole(whole) => {
                number = whole.to_string();
                Some(vec![&number])
            }
            Json::List(list) => list.iter().map(Json::as_text).collect(),
            _ => None,
        };
        let read = match said {
            Some(said) => answers.read(&tool.law, question, &said).map_err(|fault| fault.to_string()),
            None => Err(question.clone()),
        };
        if let Err(fault) = read
            && record.text_at("content_version") == tool.rules_version
        {
            faults.push(Fault::new(&format!("answers.{question}"), "answer", fault));
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

/// The settings under which a record was made.
pub fn settings(record: &Json, tool: &Tool) -> Settings {
    let own = |part: &str, key: &str| record.get("tool").and_then(|tool| tool.get(part)?.get(key)).cloned();
    let day = |json: Option<Json>| json.as_ref().and_then(Json::as_text).and_then(dates::from_iso);
    let whole = |json: Option<Json>| match json {
        Some(Json::Whole(number)) => i32::try_from(number).ok(),
        _ => None,
    };
    Settings {
        today: day(record.get("tool").and_then(|tool| tool.get("today")).cloned()),
        days: tool.law.settings.iter().map(|id| day(own("settings", id))).collect(),
        counts: tool.law.counts.iter().map(|id| whole(own("days", id))).collect(),
        ..Settings::default()
    }
}
