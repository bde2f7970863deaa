//! The script that keeps drafts on a computer, with its words: fetched only where an authority turned that on.

use super::files::{Files, read};
use super::lighter;
use serde_json::Value;
use std::path::Path;

const PLACEHOLDER: &str = "/* words */ {}";

/// Adds the script. Returns its name.
///
/// # Errors
/// When its source or its words are not there, or it has no place for the words.
pub fn add(files: &mut Files, root: &Path) -> Result<String, String> {
    let folder = root.join("src/edge/drafts");
    let source = [read(&folder.join("store.js"))?, read(&folder.join("panel.js"))?].concat();
    let words = words(root)?;
    if source.matches(PLACEHOLDER).count() != 1 {
        return Err(format!("`src/edge/drafts/store.js` should have `{PLACEHOLDER}` once"));
    }
    files.add_hashed("care-drafts", "js", lighter::script(&source.replace(PLACEHOLDER, &words.to_string())))
}

/// Its words.
///
/// # Errors
/// When they are not JSON.
pub fn words(root: &Path) -> Result<Value, String> {
    serde_json::from_str(&read(&root.join("src/edge/drafts/words.json"))?)
        .map_err(|fault| format!("`src/edge/drafts/words.json`: {fault}"))
}
