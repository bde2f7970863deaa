//! Each tool's words, as one file that is fetched with the tool.

use super::files::Files;
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

/// Adds a file for each screen. Returns their kinds and names.
///
/// # Errors
/// When a file cannot be added.
pub fn add(files: &mut Files, screens: &[Screen]) -> Result<Vec<(String, String)>, String> {
    let add_one = |screen: &Screen| {
        let own = matches!(screen.kind.as_str(), "lists" | "supervision");
        let stem = if own { format!("{}-words", screen.kind) } else { format!("words-{}", screen.kind) };
        Ok((screen.kind.clone(), files.add_hashed(&stem, "json", screen.words.clone())?))
    };
    screens.iter().map(add_one).collect()
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
    fn words_are_an_object() {
        assert!(merged("{}", "[]").is_err());
    }
}
