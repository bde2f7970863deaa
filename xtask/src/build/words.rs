//! Each tool's words, as one file that is fetched with the tool; or as two, where its first questions need only some.

use super::files::Files;
use care_tools::pages::first_words::needs;
use care_tools::tools::{self, LISTS_WORDING, RECORD_WORDING, SCREEN_WORDING, SUPERVISION_WORDING, WORDING};
use serde_json::{Map, Value};

/// The words of one screen.
#[derive(Debug, Clone)]
pub struct Screen {
    /// A tool's id, or `lists` or `supervision`.
    pub kind: String,
    /// JSON.
    pub words: String,
}

/// The words of every screen: each tool's, those of the lists with their tool's, and those of supervision.
///
/// # Errors
/// When words are not a JSON object.
pub fn screens() -> Result<Vec<Screen>, String> {
    let tools = WORDING.iter().map(|(tool, text)| {
        // Only a tool with a screen of its own opens records itself.
        let opens = tools::named(tool).is_some_and(|tool| !tool.groups.is_empty());
        let shared = if opens { merged(SCREEN_WORDING, RECORD_WORDING)? } else { SCREEN_WORDING.to_owned() };
        let words = merged(&shared, text).map_err(|fault| format!("the words of `{tool}`: {fault}"))?;
        Ok(Screen { kind: (*tool).to_owned(), words })
    });
    let of_lists = WORDING.iter().find(|(tool, _)| *tool == "allocation").map_or("{}", |(_, text)| *text);
    let lists = merged(&merged(SCREEN_WORDING, of_lists)?, LISTS_WORDING)?;
    let supervision = merged(&merged(SCREEN_WORDING, RECORD_WORDING)?, SUPERVISION_WORDING)?;
    tools
        .chain([
            Ok(Screen { kind: "lists".to_owned(), words: lists }),
            Ok(Screen { kind: "supervision".to_owned(), words: supervision }),
        ])
        .collect()
}

/// The tools whose first questions need only some of their words, as they need only the first of the two files of code.
const AT_ONCE: &[&str] = &["advocacy"];

/// The kinds of screens and the names of their files.
#[derive(Debug, Default)]
pub struct Named {
    /// What a screen needs to begin with.
    pub first: Vec<(String, String)>,
    /// What it needs later, where that is a file of its own.
    pub later: Vec<(String, String)>,
}

/// Adds the files of each screen.
///
/// # Errors
/// When a file cannot be added.
pub fn add(files: &mut Files, screens: &[Screen]) -> Result<Named, String> {
    let mut named = Named::default();
    for Screen { kind, words } in screens {
        let own = matches!(kind.as_str(), "lists" | "supervision");
        let stem = if own { format!("{kind}-words") } else { format!("words-{kind}") };
        let mut first = words.clone();
        if let Some(tool) = tools::named(kind).filter(|tool| AT_ONCE.contains(&tool.id)) {
            let (needed, later) = parted(Value::Object(object(words)?), &mut Vec::new(), &|path| needs(tool, path));
            first = needed.unwrap_or_default().to_string();
            let later = files.add_hashed(&format!("later-{stem}"), "json", later.unwrap_or_default().to_string())?;
            named.later.push((kind.clone(), later));
        }
        named.first.push((kind.clone(), files.add_hashed(&stem, "json", first)?));
    }
    Ok(named)
}

/// Words in two: those at paths that are needed, and the others. Lists stay whole.
fn parted(words: Value, path: &mut Vec<String>, needed: &dyn Fn(&[&str]) -> bool) -> (Option<Value>, Option<Value>) {
    let Value::Object(words) = words else {
        let steps: Vec<&str> = path.iter().map(String::as_str).collect();
        return if needed(&steps) { (Some(words), None) } else { (None, Some(words)) };
    };
    let (mut first, mut later) = (Map::new(), Map::new());
    for (key, value) in words {
        path.push(key.clone());
        let (one, other) = parted(value, path, needed);
        path.pop();
        first.extend(one.map(|value| (key.clone(), value)));
        later.extend(other.map(|value| (key, value)));
    }
    let some = |words: Map<String, Value>| (!words.is_empty()).then_some(Value::Object(words));
    (some(first), some(later))
}

/// Two files of words in one, without white space. Where both have a text at a path, the second's stands.
fn merged(first: &str, second: &str) -> Result<String, String> {
    let mut words = object(first)?;
    for (key, more) in object(second)? {
        merge(words.entry(key).or_insert(Value::Null), more);
    }
    Ok(Value::Object(words).to_string())
}

fn merge(known: &mut Value, more: Value) {
    match (known, more) {
        (Value::Object(known), Value::Object(more)) => {
            more.into_iter().for_each(|(key, value)| merge(known.entry(key).or_insert(Value::Null), value));
        }
        (known, more) => *known = more,
    }
}

fn object(text: &str) -> Result<Map<String, Value>, String> {
    serde_json::from_str(text).map_err(|fault| fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_wins() {
        let words =
            merged(r#"{ "say": { "title": "screen", "next": "Continue" } }"#, r#"{ "say": { "title": "tool" } }"#);
        assert_eq!(words.map(|it| object(&it)), Ok(object(r#"{"say":{"title":"tool","next":"Continue"}}"#)));
    }

    #[test]
    fn every_word_is_in_one_of_two() {
        let words = serde_json::json!({ "a": { "b": "1", "c": ["2", "3"] }, "d": { "e": "4" } });
        let (first, later) = parted(words, &mut Vec::new(), &|path| path == ["a", "c"]);
        assert_eq!(first, Some(serde_json::json!({ "a": { "c": ["2", "3"] } })));
        assert_eq!(later, Some(serde_json::json!({ "a": { "b": "1" }, "d": { "e": "4" } })));
    }

    #[test]
    fn words_are_an_object() {
        assert!(merged("{}", "[]").is_err());
    }
}
