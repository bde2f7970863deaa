//! What leaves the page: the record and the referrals, as text, rich text and JSON.

pub mod canonical;
mod document;
pub mod fields;
pub mod json;
pub mod migrate;
mod parts;
pub mod plan;
pub mod plan_file;
pub mod read;
pub mod receipt;
pub mod replay;
pub mod said;
pub mod seal;
pub mod shape;

pub use document::{Document, Line, Part, escape};

use crate::engine::dates;
use crate::json::Json;
use crate::sheet::report::Report;
use crate::sheet::{Desk, Draft};

/// The size of letters in a document, in points.
pub const POINTS: i64 = 12;

/// The version of this crate, as it goes into records.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Which record this is and when it was made. Both come from outside: the core has no clock and no dice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// A random UUID, version 4; empty outside the browser.
    pub id: String,
    /// When it was made, as UTC date and time; empty outside the browser.
    pub made_at: String,
    /// The record this one replaces; empty where it replaces none.
    pub replaces: String,
    /// When it was marked as complete, as UTC date and time; empty for a draft.
    pub completed_at: String,
}

impl Stamp {
    /// As JSON, for a restart.
    pub fn to_json(&self) -> Json {
        Json::texts([&self.id, &self.made_at, &self.replaces, &self.completed_at])
    }

    /// Reads back what [`Stamp::to_json`] wrote.
    pub fn read(json: &Json) -> Option<Stamp> {
        let texts: Vec<&str> = json.as_list()?.iter().filter_map(Json::as_text).collect();
        let [id, made_at, replaces, completed_at] = texts.as_slice() else { return None };
        let own = |text: &str| text.to_owned();
        Some(Stamp { id: own(id), made_at: own(made_at), replaces: own(replaces), completed_at: own(completed_at) })
    }

    /// The code people quote: the first eight characters of the id, as `ABCD-1234`.
    pub fn code(&self) -> String {
        code_of(&self.id)
    }
}

/// The code people quote for a record's id; empty where there is none.
pub fn code_of(id: &str) -> String {
    let first: String = id.chars().take(8).collect::<String>().to_ascii_uppercase();
    match (first.get(..4), first.get(4..8)) {
        (Some(start), Some(end)) => format!("{start}-{end}"),
        _ => String::new(),
    }
}

/// The record as a document.
pub fn record(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Document {
    parts::record(desk, draft, stamp)
}

/// What is printed after the result.
pub fn printed(desk: &Desk, draft: &Draft, stamp: &Stamp, report: &Report) -> Document {
    parts::printed(desk, draft, stamp, report)
}

/// When something was made, and by which rules and settings.
pub fn made(desk: &Desk, stamp: &Stamp) -> Vec<Line> {
    parts::made(desk, stamp)
}

/// The referrals that the outcomes call for, as one document; nothing where there are none.
pub fn referrals(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Option<Document> {
    parts::referrals(desk, draft, stamp)
}

/// The record as JSON.
pub fn data(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Json {
    json::data(desk, draft, stamp)
}

/// A file name that says which tool, which record and which day, and nothing else.
pub fn file_name(desk: &Desk, draft: &Draft, stamp: &Stamp, ending: &str) -> String {
    let day = desk.tool.law.decide(&draft.answers, &desk.settings).day.map(dates::to_iso);
    let steps = [desk.tool.id.to_owned(), stamp.code(), day.unwrap_or_default()];
    let known: Vec<String> = steps.into_iter().filter(|step| !step.is_empty()).collect();
    format!("{}.{ending}", known.join("-"))
}
