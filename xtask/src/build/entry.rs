//! `care-tools.js`: the one file that a page names. It knows the names of all others.

use super::files::{Files, read};
use super::lighter;
use super::wasm::Pair;
use serde_json::{Value, json};
use std::path::Path;

const PLACEHOLDER: &str = "/* files */ {}";

/// The files that the entry fetches.
#[derive(Debug)]
pub struct Parts {
    /// Code.
    pub glue_and_wasm: Pair,
    /// The style sheet.
    pub css: String,
    /// Tools and the files of their words.
    pub words: Vec<(String, String)>,
    /// Tools and the files of their law.
    pub laws: Vec<(String, String)>,
    /// Code of the lists.
    pub lists: Pair,
    /// Their style sheet, beside the other.
    pub lists_css: String,
    /// Their words, with those of their tool.
    pub lists_words: String,
    /// Code of the action plan.
    pub plans: Pair,
    /// Its style sheet, beside the other two.
    pub plans_css: String,
    /// Code of supervision.
    pub supervision: Pair,
    /// Its style sheet, beside the others.
    pub supervision_css: String,
    /// Its words, with those of the screen.
    pub supervision_words: String,
    /// Every tool's law and words.
    pub library: String,
    /// Drafts that are kept on a computer.
    pub drafts: String,
    /// The reader of workbooks.
    pub office: Pair,
    /// The writer of documents for Word.
    pub word: Pair,
}

/// Adds the entry.
///
/// # Errors
/// When its source is not there, or has no place for the names.
pub fn add(files: &mut Files, root: &Path, parts: &Parts, version: &str) -> Result<(), String> {
    let source = read(&root.join("src/edge/element.js"))?;
    files.add("care-tools.js", lighter::script(&filled(&source, &names(parts, version))?))
}

fn names(parts: &Parts, version: &str) -> Value {
    let by_tool = |files: &[(String, String)]| -> Value {
        files.iter().map(|(tool, name)| (tool.clone(), json!(name))).collect()
    };
    json!({
        "wasm": parts.glue_and_wasm.wasm,
        "glue": parts.glue_and_wasm.glue,
        "css": parts.css,
        "words": by_tool(&parts.words),
        "laws": by_tool(&parts.laws),
        "lists": {
            "wasm": parts.lists.wasm,
            "glue": parts.lists.glue,
            "css": [parts.lists_css],
            "words": parts.lists_words,
        },
        "plans": {
            "wasm": parts.plans.wasm,
            "glue": parts.plans.glue,
            "css": [parts.lists_css, parts.plans_css],
        },
        "supervision": {
            "wasm": parts.supervision.wasm,
            "glue": parts.supervision.glue,
            "css": [parts.lists_css, parts.plans_css, parts.supervision_css],
            "words": parts.supervision_words,
            "laws": parts.library,
        },
        "drafts": parts.drafts,
        "office": { "wasm": parts.office.wasm, "glue": parts.office.glue },
        "word": { "wasm": parts.word.wasm, "glue": parts.word.glue },
        "version": version,
    })
}

fn filled(source: &str, names: &Value) -> Result<String, String> {
    match source.matches(PLACEHOLDER).count() {
        1 => Ok(source.replace(PLACEHOLDER, &names.to_string())),
        count => Err(format!("`src/edge/element.js` should have `{PLACEHOLDER}` once, and has it {count} times")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_the_place() {
        let filled = filled("const files = /* files */ {};", &json!({ "css": "a.css" }));
        assert_eq!(filled, Ok(r#"const files = {"css":"a.css"};"#.to_owned()));
    }

    #[test]
    fn a_source_without_the_place_is_refused() {
        assert!(filled("const files = {};", &json!({})).is_err());
    }
}
