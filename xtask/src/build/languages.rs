//! Other languages than English: translations, and two that nobody speaks. Those show which words a translator would
//! miss, and whether a screen can bear longer words and the other direction.

use super::files::Files;
use super::words::Screen;
use super::{drafts, entry, translations};
use serde_json::{Map, Value, json};
use std::path::Path;

/// A pseudo-language: its tag, its direction, and what it makes of a text.
struct Pseudo {
    tag: &'static str,
    direction: &'static str,
    speak: fn(&str) -> String,
}

const PSEUDO: [Pseudo; 2] = [
    Pseudo { tag: "en-XA", direction: "ltr", speak: longer },
    Pseudo { tag: "ar-XB", direction: "rtl", speak: backwards },
];

/// Adds a file for each language. Returns their tags and names.
///
/// # Errors
/// When words are not JSON, or a file cannot be added.
pub fn add(
    files: &mut Files,
    root: &Path,
    screens: &[Screen],
    library: &str,
) -> Result<Vec<(String, String)>, String> {
    let mut english = Map::new();
    for screen in screens {
        english.insert(screen.kind.clone(), read(&screen.words)?);
    }
    english.insert("element".to_owned(), entry::own_words(root)?);
    english.insert("drafts".to_owned(), drafts::words(root)?);
    let library = read(library)?;
    let pseudo = PSEUDO.iter().map(|language| {
        let mut words: Map<String, Value> =
            english.iter().map(|(kind, words)| (kind.clone(), spoken(words, language.speak))).collect();
        words.insert("library".to_owned(), in_library(&library, language.speak));
        let file = json!({ "direction": language.direction, "words": words }).to_string();
        (language.tag.to_owned(), file)
    });
    let translated = translations::of(&root.join("languages"), &library)?;
    let mut add_one = |(tag, file): (String, String)| {
        let name = files.add_hashed(&format!("language-{tag}"), "json", file)?;
        Ok((tag, name))
    };
    pseudo.chain(translated).map(&mut add_one).collect()
}

fn read(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|fault| fault.to_string())
}

/// Every text in other words.
fn spoken(words: &Value, speak: fn(&str) -> String) -> Value {
    match words {
        Value::String(text) => Value::String(speak(text)),
        Value::Array(list) => list.iter().map(|each| spoken(each, speak)).collect(),
        Value::Object(pairs) => pairs.iter().map(|(key, each)| (key.clone(), spoken(each, speak))).collect(),
        other => other.clone(),
    }
}

/// The library holds each tool's law, which is no words, beside its words.
fn in_library(library: &Value, speak: fn(&str) -> String) -> Value {
    let tools = library.as_object().into_iter().flatten();
    tools
        .map(|(tool, parts)| {
            let parts = parts.as_object().into_iter().flatten();
            let parts: Map<String, Value> = parts
                .map(|(part, value)| {
                    (part.clone(), if part == "words" { spoken(value, speak) } else { value.clone() })
                })
                .collect();
            (tool.clone(), Value::Object(parts))
        })
        .collect()
}

/// Accents on the letters, brackets around the text, and two fifths more of it. Gaps such as `{n}` stay.
fn longer(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let said = outside_gaps(text, |part| part.chars().map(accented).collect());
    let more = text.chars().count().div_ceil(5) * 2;
    let padding: String = "one two three four five ".chars().cycle().take(more).map(accented).collect();
    format!("⟦{said} {}⟧", padding.trim())
}

/// As a language that is written from right to left: the letters run the other way. What fills a gap keeps its own way.
fn backwards(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let gaps = text.replace('{', "\u{2068}{").replace('}', "}\u{2069}");
    format!("\u{202e}{gaps}\u{202c}")
}

fn outside_gaps(text: &str, speak: impl Fn(&str) -> String) -> String {
    let mut pieces = text.split('{');
    let mut said = speak(pieces.next().unwrap_or_default());
    for piece in pieces {
        match piece.split_once('}') {
            Some((gap, rest)) => said.push_str(&format!("{{{gap}}}{}", speak(rest))),
            None => said.push_str(&speak(&format!("{{{piece}"))),
        }
    }
    said
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "aceghijklnorstuyzACEGHIJKLNORSTUYZ";
    const ACCENTED: &str = "áçéĝĥíĵķĺńóŕśťúýžÁÇÉĜĤÍĴĶĹŃÓŔŚŤÚÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| accented)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(text: &str) -> Vec<&str> {
        text.split('{').skip(1).filter_map(|piece| piece.split_once('}')).map(|(gap, _)| gap).collect()
    }

    #[test]
    fn a_longer_text_keeps_its_gaps() {
        let said = longer("Add {n} days to {day}.");
        assert!(said.starts_with("⟦Ádd {n} dáýś ťó {day}."), "{said}");
        assert_eq!(gaps(&said), ["n", "day"]);
        assert!(said.chars().count() >= "Add {n} days to {day}.".chars().count() * 14 / 10);
    }

    #[test]
    fn a_text_from_right_to_left_keeps_its_gaps() {
        assert_eq!(backwards("{n} days"), "\u{202e}\u{2068}{n}\u{2069} days\u{202c}");
    }

    #[test]
    fn only_texts_are_spoken() {
        let library = json!({ "a": { "law": [["text"], [1]], "words": { "b": ["c", "d"] } } });
        let said = in_library(&library, |text| text.to_uppercase());
        assert_eq!(said, json!({ "a": { "law": [["text"], [1]], "words": { "b": ["C", "D"] } } }));
    }
}
