//! For the pages on which a council checks its settings file, looks up words, and sees what changes in the law. No
//! screen: texts go in and JSON comes out, and the page's script draws it.

use crate::council::{catalogue, changes, check, language};
use crate::engine::dates;
use crate::locality::Locality;
use wasm_bindgen::prelude::*;

/// Faults of a settings file, what to know about it, and the words that it changes.
///
/// # Errors
/// A fault in our own words.
#[wasm_bindgen]
pub fn check_locality(text: &str) -> Result<String, String> {
    Ok(check::check(text)?.json().write())
}

/// Every text, with where it stands.
///
/// # Errors
/// A fault in our own words.
#[wasm_bindgen]
pub fn catalogue_json() -> Result<String, String> {
    Ok(catalogue::json()?.write())
}

/// What a translation lacks, a line each.
///
/// # Errors
/// The text is not JSON.
#[wasm_bindgen]
pub fn check_language(text: &str) -> Result<String, String> {
    Ok(language::text(&language::check(text)?))
}

/// What changes between two days, such as `2026-11-27`. `worked` are tools' ids and their worked cases in turn;
/// `locality` is the text of a settings file, or empty.
///
/// # Errors
/// What is wrong with the days or the file, in a reader's words.
#[wasm_bindgen]
pub fn what_changes(from: &str, to: &str, locality: &str, worked: Vec<String>) -> Result<String, String> {
    let day = |text: &str| dates::from_iso(text).ok_or_else(|| format!("“{text}” is not a date."));
    let locality = match locality.trim() {
        "" => Locality::default(),
        text => Locality::read(text).map_err(|_| "The settings file has a fault. Check it first.".to_owned())?,
    };
    let pairs: Vec<(&str, &str)> = worked
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [tool, cases] => Some((tool.as_str(), cases.as_str())),
            _ => None,
        })
        .collect();
    Ok(changes::between(day(from)?, day(to)?, &locality, &pairs)?.json().write())
}
