//! Each tool's words, as one file that is fetched with the tool.

use super::files::Files;
use care_tools::tools::{self, LISTS_WORDING, RECORD_WORDING, SCREEN_WORDING, SUPERVISION_WORDING, WORDING};
use serde_json::{Map, Value};

/// Adds a file for each tool. Returns the tools and the names.
///
/// # Errors
/// When words are not a JSON object.
pub fn add(files: &mut Files) -> Result<Vec<(String, String)>, String> {
    let add_one = |(tool, text): &(&str, &str)| {
        // Only a tool with a screen of its own opens records itself.
        let opens = tools::named(tool).is_some_and(|tool| !tool.groups.is_empty());
        let shared = if opens { merged(SCREEN_WORDING, RECORD_WORDING)? } else { SCREEN_WORDING.to_owned() };
        let words = merged(&shared, text).map_err(|fault| format!("the words of `{tool}`: {fault}"))?;
        Ok(((*tool).to_owned(), files.add_hashed(&format!("words-{tool}"), "json", words)?))
    };
    WORDING.iter().map(add_one).collect()
}

/// Adds the words of the lists, with those of the screen and of their tool. Returns the name.
///
/// # Errors
/// When words are not a JSON object.
pub fn add_lists(files: &mut Files) -> Result<String, String> {
    let own = WORDING.iter().find(|(tool, _)| *tool == "allocation").map_or("{}", |(_, text)| *text);
    let words = merged(&merged(SCREEN_WORDING, own)?, LISTS_WORDING)?;
    files.add_hashed("lists-words", "json", words)
}

/// Adds the words of supervision, with those of the screen. Returns the name.
///
/// # Errors
/// When words are not a JSON object.
pub fn add_supervision(files: &mut Files) -> Result<String, String> {
    files.add_hashed(
        "supervision-words",
        "json",
        merged(&merged(SCREEN_WORDING, RECORD_WORDING)?, SUPERVISION_WORDING)?,
    )
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
