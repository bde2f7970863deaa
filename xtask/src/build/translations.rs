//! Translations in `languages/`, each as the file that the screens fetch. Half a language is not built in.

use super::files::{read as text_of, said};
use care_tools::council::language;
use care_tools::tools;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The translations of a folder, which need not be there: tags and files.
///
/// # Errors
/// When one cannot be read, or is not whole.
pub fn of(folder: &Path, library: &Value) -> Result<Vec<(String, String)>, String> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|fault| said(folder, &fault))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let built =
        |path: &PathBuf| one(&text_of(path)?, library).map_err(|fault| format!("`{}`: {fault}", path.display()));
    paths.iter().map(built).collect()
}

fn one(text: &str, library: &Value) -> Result<(String, String), String> {
    let lacks = language::check(text)?;
    if lacks.iter().any(|lack| lack.stops) {
        return Err(format!("it is not whole. {}", language::text(&lacks)));
    }
    let file: Value = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
    let of = |kinds: &[&str]| -> Value {
        let texts = kinds.iter().filter_map(|kind| file["words"][*kind].as_object()).flatten();
        Value::Object(texts.map(|(path, text)| (path.clone(), text.clone())).collect())
    };
    let mut words = Map::new();
    for id in tools::IDS {
        let opens = tools::named(id).is_some_and(|tool| !tool.groups.is_empty());
        let kinds = if opens { vec!["all", "records", id] } else { vec!["all", id] };
        words.insert(id.to_owned(), of(&kinds));
    }
    words.insert("lists".to_owned(), of(&["all", "allocation", "lists"]));
    words.insert("supervision".to_owned(), of(&["all", "records", "supervision"]));
    words.insert("element".to_owned(), nested(&of(&["page"])));
    words.insert("drafts".to_owned(), nested(&of(&["drafts"])));
    let tools = library.as_object().into_iter().flatten().map(|(tool, parts)| {
        let mut parts = parts.clone();
        parts["words"] = of(&[tool.as_str()]);
        (tool.clone(), parts)
    });
    words.insert("library".to_owned(), Value::Object(tools.collect()));
    let tag = file["language"].as_str().unwrap_or_default().to_owned();
    Ok((tag, json!({ "direction": file["direction"], "words": words }).to_string()))
}

/// Texts by path as objects in objects, as scripts read them.
fn nested(flat: &Value) -> Value {
    let mut whole = json!({});
    for (path, text) in flat.as_object().into_iter().flatten() {
        let place = path.split('.').fold(&mut whole, |at, step| &mut at[step]);
        *place = text.clone();
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::super::{library, words};
    use super::*;
    use care_tools::council::catalogue;
    use care_tools::words::Words;

    /// A whole translation, made of the English, gives each screen the words that it has in English.
    #[test]
    fn a_whole_translation_is_built_in() -> Result<(), String> {
        let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|fault| fault.to_string());
        let mut file = read(&language::template("cy", "ltr")?.write())?;
        for entry in catalogue::entries()? {
            file["words"][entry.kind][entry.path.as_str()] = json!(entry.text);
        }
        let library = read(&library::text()?)?;
        let (tag, built) = one(&file.to_string(), &library)?;
        assert_eq!(tag, "cy");
        let built = read(&built)?;
        for screen in words::screens()? {
            let there = Words::read(&built["words"][screen.kind.as_str()].to_string())?;
            for (path, text) in Words::read(&screen.words)?.iter() {
                assert_eq!(there.at(path), text, "{} {path}", screen.kind);
            }
        }
        assert_eq!(built["words"]["element"]["causes"]["cut"], "Part of it did not arrive.");
        file["words"]["advocacy"]["tool.title"] = json!("");
        assert!(one(&file.to_string(), &library).is_err());
        Ok(())
    }
}
