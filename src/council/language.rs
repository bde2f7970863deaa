//! Another language than English: whether a translation is whole, and whether its gaps are those of the English.
//!
//! A file is `{"format": "care-tools-language/1", "language": "cy", "direction": "ltr", "words": {kind: {path: text}}}`,
//! with the kinds and paths of the catalogue. Every text has to be there, the law's too: half a language is a guess.

use super::catalogue::{self, Entry};
use super::lines::line_of;
use crate::json::{Json, MOST_FAULTS};
use std::collections::BTreeSet;

/// The value of `format`.
pub const FORMAT: &str = "care-tools-language/1";

/// What is wrong with a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The line, from 1; where something is missing, that of what it should stand in.
    pub line: usize,
    /// Where.
    pub at: String,
    /// What.
    pub what: String,
    /// Whether it stops the file from being used. What does not may be meant.
    pub stops: bool,
}

/// An empty translation: every path, with the English beside nothing yet.
///
/// # Errors
/// A fault in our own words.
pub fn template(language: &str, direction: &str) -> Result<Json, String> {
    let entries = catalogue::entries()?;
    let kinds = catalogue::files().map(|(kind, _)| {
        let own = entries.iter().filter(|entry| entry.kind == kind);
        (kind.to_owned(), Json::Object(own.map(|entry| (entry.path.clone(), Json::text(""))).collect()))
    });
    Ok(Json::object([
        ("format", Json::text(FORMAT)),
        ("language", Json::text(language)),
        ("direction", Json::text(direction)),
        ("words", Json::Object(kinds.collect())),
    ]))
}

/// Everything that a translation lacks.
///
/// # Errors
/// The text is not JSON; or a fault in our own words.
pub fn check(text: &str) -> Result<Vec<Lack>, String> {
    let file = Json::read(text)?;
    let entries = catalogue::entries()?;
    let mut lacks = Vec::new();
    let mut lack = |at: &str, what: String, stops: bool| {
        lacks.push(Lack { line: line_of(text, at), at: at.to_owned(), what, stops });
    };
    let said = |key: &str| file.get(key).and_then(Json::as_text).unwrap_or_default();
    if said("format") != FORMAT {
        lack("format", format!("should be `{FORMAT}`"), true);
    }
    let language = said("language");
    if language.len() < 2 || !language.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
        lack("language", "should be the tag of a language, such as `cy`".to_owned(), true);
    }
    if !matches!(said("direction"), "ltr" | "rtl") {
        lack("direction", "should be `ltr` or `rtl`".to_owned(), true);
    }
    let words = file.get("words").and_then(Json::as_object).unwrap_or_default();
    let known: BTreeSet<(&str, &str)> = entries.iter().map(|entry| (entry.kind, entry.path.as_str())).collect();
    let strange = words.iter().flat_map(|(kind, texts)| {
        let texts = texts.as_object().unwrap_or_default().iter();
        texts.map(move |(path, _)| (kind.as_str(), path.as_str()))
    });
    for (kind, path) in strange.filter(|it| !known.contains(it)).take(MOST_FAULTS) {
        lack(&format!("words.{kind}.{path}"), "there are no such words in English".to_owned(), true);
    }
    for Entry { kind, path, text: english, .. } in &entries {
        let at = format!("words.{kind}.{path}");
        let texts = words.iter().find(|(known, _)| known == kind).map(|(_, texts)| texts);
        match texts.and_then(|texts| texts.get(path)).map(Json::as_text) {
            None => lack(&at, format!("is missing. In English: {english}"), true),
            Some(None) => lack(&at, "should be a text".to_owned(), true),
            Some(Some("")) if !english.is_empty() => lack(&at, format!("is empty. In English: {english}"), true),
            Some(Some(said)) if gaps(said) != gaps(english) => {
                let needed: Vec<String> = gaps(english).iter().map(|gap| format!("{{{gap}}}")).collect();
                let what = match needed.as_slice() {
                    [] => "has a gap, and the English has none".to_owned(),
                    _ => format!("should have the gaps of the English: {}", needed.join(", ")),
                };
                lack(&at, what, true);
            }
            Some(Some(said)) if said == english && said.contains(' ') => {
                lack(&at, "is the same as the English".to_owned(), false);
            }
            Some(Some(_)) => {}
        }
    }
    lacks.sort_by_key(|lack| lack.line);
    Ok(lacks)
}

/// The gaps of a text, such as `n` of `{n} days`, in order of name.
pub fn gaps(text: &str) -> Vec<&str> {
    let mut gaps: Vec<&str> =
        text.split('{').skip(1).filter_map(|piece| piece.split_once('}')).map(|(gap, _)| gap).collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

/// What it lacks as lines to read, those that stop it first.
pub fn text(lacks: &[Lack]) -> String {
    let line = |it: &&Lack| format!("line {}: `{}` {}\n", it.line, it.at, it.what);
    let of = |stops: bool| lacks.iter().filter(move |it| it.stops == stops);
    let count = of(true).count();
    let first = match count {
        0 => "Nothing is missing: this language can be built in.\n".to_owned(),
        1 => "1 thing to put right:\n".to_owned(),
        count => format!("{count} things to put right:\n"),
    };
    let same: String = of(false).map(|it| line(&it)).collect();
    let same = if same.is_empty() { same } else { format!("Perhaps meant:\n{same}") };
    format!("{first}{}{same}", of(true).map(|it| line(&it)).collect::<String>())
}
