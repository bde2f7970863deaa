//! Every word that a reader sees, with where it stands and whether a council may put its own in its place.

use crate::json::Json;
use crate::tools::{self, LISTS_WORDING, RECORD_WORDING, SCREEN_WORDING, SUPERVISION_WORDING, Tool, WORDING};
use crate::words::Words;

/// One text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose it is: a tool's id, or [`ALL`], [`LISTS`], [`RECORDS`], [`SUPERVISION`], [`PAGE`] or [`DRAFTS`].
    pub kind: &'static str,
    /// The path.
    pub path: String,
    /// The shipped text.
    pub text: String,
    /// Where a reader meets it.
    pub place: String,
    /// Whether a council may put its own in its place.
    pub open: bool,
}

/// The screen of every tool.
pub const ALL: &str = "all";
/// The waiting list, matching and the plan for the meeting.
pub const LISTS: &str = "lists";
/// What is said of saved records.
pub const RECORDS: &str = "records";
/// Supervision.
pub const SUPERVISION: &str = "supervision";
/// What the element says before a tool is there, or when it cannot be.
pub const PAGE: &str = "page";
/// Drafts that are kept on a computer.
pub const DRAFTS: &str = "drafts";

const PAGE_WORDING: &str = include_str!("../edge/words.json");
const DRAFTS_WORDING: &str = include_str!("../edge/drafts/words.json");

/// Every file of words, by kind.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDING.iter().copied().chain([
        (ALL, SCREEN_WORDING),
        (LISTS, LISTS_WORDING),
        (RECORDS, RECORD_WORDING),
        (SUPERVISION, SUPERVISION_WORDING),
        (PAGE, PAGE_WORDING),
        (DRAFTS, DRAFTS_WORDING),
    ])
}

/// Every text, in the order of the files and of their paths.
///
/// # Errors
/// The fault in a wording file, with its place.
pub fn entries() -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for (kind, text) in files() {
        let words = Words::read(text)?;
        let tool = tools::named(kind);
        // Nobody but the makers words what is said while a tool is not there, and of files.
        let ours = matches!(kind, PAGE | DRAFTS | RECORDS);
        for (path, text) in words.iter() {
            let place = match tool {
                Some(tool) => in_tool(tool, &words, path),
                None => on_screen(kind, path),
            };
            let open = !ours && tools::open_to_authorities(path);
            entries.push(Entry { kind, path: path.to_owned(), text: text.to_owned(), place, open });
        }
    }
    Ok(entries)
}

/// As JSON, for the page and for translators.
///
/// # Errors
/// The fault in a wording file, with its place.
pub fn json() -> Result<Json, String> {
    let entry = |it: Entry| {
        Json::object([
            ("kind", Json::text(it.kind)),
            ("path", Json::text(it.path)),
            ("text", Json::text(it.text)),
            ("place", Json::text(it.place)),
            ("open", Json::Bool(it.open)),
        ])
    };
    Ok(Json::List(entries()?.into_iter().map(entry).collect()))
}

/// The name of a kind, as a reader knows it.
pub fn name(kind: &str) -> String {
    match kind {
        ALL => "Every tool".to_owned(),
        LISTS => "Waiting list, matching and plan".to_owned(),
        RECORDS => "Saved records".to_owned(),
        SUPERVISION => "Supervision".to_owned(),
        PAGE => "Before a tool is there".to_owned(),
        DRAFTS => "Drafts on a computer".to_owned(),
        tool => {
            let text = WORDING.iter().find(|(id, _)| *id == tool).map(|(_, text)| *text).unwrap_or_default();
            Words::read(text).map(|words| words.at("tool.title").to_owned()).unwrap_or_default()
        }
    }
}

fn on_screen(kind: &str, path: &str) -> String {
    let group = path.strip_prefix("say.").unwrap_or(path).split('.').next().unwrap_or_default().replace('_', " ");
    format!("{}: {group}", name(kind))
}

fn in_tool(tool: &Tool, words: &Words, path: &str) -> String {
    let title = words.at("tool.title");
    let steps: Vec<&str> = path.split('.').collect();
    let part = |step: Option<&&str>| step.map(|it| it.replace('_', " ")).unwrap_or_default();
    match steps.as_slice() {
        ["questions", id, rest @ ..] => {
            let section = tool.law.sections.iter().find(|it| it.questions.iter().any(|each| each.id == *id));
            let section = section.map(|it| words.at(&format!("sections.{}.title", it.id))).unwrap_or_default();
            let name = words.at(&format!("questions.{id}.name"));
            format!("{title}, section “{section}”, “{name}”: {}", part(rest.first()))
        }
        ["sections", id, rest @ ..] => {
            format!("{title}, section “{}”: {}", words.at(&format!("sections.{id}.title")), part(rest.first()))
        }
        ["outcomes", id, rest @ ..] => {
            format!("{title}, result “{}”: {}", words.at(&format!("outcomes.{id}.heading")), part(rest.first()))
        }
        ["notes", id, rest @ ..] => {
            format!("{title}, text box “{}”: {}", words.at(&format!("notes.{id}.label")), part(rest.first()))
        }
        [group, rest @ ..] => format!("{title}, {}: {}", part(Some(group)), part(rest.first())),
        [] => title.to_owned(),
    }
}
