//! Abbreviations are explained where a reader meets them.
//!
//! An abbreviation is a word with two capitals side by side, a word such as "e.g.", a provision such as "s.117"
//! and a section with a letter such as "39A". It is *explained* when the words that it stands for are in the same
//! unit: the question with its hint, its reason and its choices; the outcome; the rule; the page. Nothing that
//! stands on another step or another page explains it. What everybody in England knows, or everybody whom a page
//! is for, stands on [`KNOWN`] with the reason.

use crate::texts::{Manner, Text};
use std::collections::BTreeMap;

/// What an abbreviation stands for, in small letters.
const GLOSSARY: &[(&str, &str)] = &[
    ("AMHP", "approved mental health professional"),
    ("DoLS", "deprivation of liberty safeguards"),
    ("ECT", "electroconvulsive therapy"),
    ("FAQ", "frequently asked questions"),
    ("GDPR", "general data protection regulation"),
    ("IMCA", "mental capacity advocate"),
    ("IMHA", "mental health advocate"),
    ("UKSC", "supreme court"),
    ("WCAG", "web content accessibility guidelines"),
];

/// What needs no explanation: the start of the sources where that holds, empty for everywhere, and why.
const KNOWN: &[(&str, &str, &str)] = &[
    ("AA", "www/accessibility.html", "the name of a level"),
    ("AA", "www/theming.html", "the name of a level"),
    ("AA1", "advocacy", "the number of a Schedule, which the text calls so"),
    ("CKEditor", "www/docs/", "the name of a program"),
    ("CSS", "www/", "whoever gives a page its looks writes it"),
    ("CycloneDX", "www/docs/", "the name of a format"),
    ("ES", "www/docs/developer.html", "a developer writes it"),
    ("GOV", "www/numbers.html", "a part of an address that everybody in England knows"),
    ("HTML", "www/docs/", "whoever edits a page meets it"),
    ("HTML", "www/numbers.html", "whoever compares forms for a page meets it"),
    ("IIS", "www/docs/", "the name of a program"),
    ("IT", "www/docs/", "everybody in an office says it so"),
    ("JAWS", "www/accessibility.html", "the name of a program"),
    ("JSX", "www/docs/developer.html", "a developer writes it"),
    ("LHC", "www/numbers.html", "part of the name of a program"),
    ("NVDA", "www/accessibility.html", "the name of a program"),
    ("RJSF", "www/numbers.html", "the name of a program"),
    ("SFTP", "www/docs/web-editor.html", "whoever uploads files by it knows it"),
    ("SHA", "www/docs/developer.html", "the name of a hash"),
    ("SurveyJS", "www/numbers.html", "the name of a program"),
    ("UTF", "", "what programs call the choice when a file is saved"),
    ("NHS", "", "everybody in England says it so"),
    ("GP", "", "everybody in England says it so"),
    ("MP", "", "everybody in England says it so"),
    ("UK", "", "everybody in England says it so"),
    ("IQ", "", "everybody in England says it so"),
    ("CSV", "", "the ending of a file, as the reader sees it in the file's name"),
    ("WebKitGTK", "www/accessibility.html", "the name of a program"),
    ("XLSX", "", "the ending of a file, as the reader sees it in the file's name"),
    ("JSON", "", "the ending of a file, as the reader sees it in the file's name"),
];

/// How a court numbers its judgments, and other marks that a citation is written with.
const IN_CITATIONS: &[(&str, &str)] = &[
    ("AJ", "a party whose name is not given"),
    ("CASCAIDr", "the name of a charity"),
    ("DAPB1605", "the number of a standard"),
    ("EWCOP", "how the Court of Protection numbers its judgments"),
    ("EWHC", "how the High Court numbers its judgments"),
    ("NG74", "the number of a guideline"),
    ("RD", "a party whose name is not given"),
    ("SG", "a party whose name is not given"),
    ("UKSC", "how the Supreme Court numbers its judgments"),
];

/// Words that are shortened by a full stop.
const SHORTENED: [&str; 6] = ["e.g.", "i.e.", "etc.", "viz.", "approx.", "incl."];

/// Every abbreviation that is not explained in its unit.
pub fn faults(texts: &[Text]) -> Vec<String> {
    let mut units: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for text in texts {
        let unit = units.entry((&text.source, &text.unit)).or_default();
        unit.push_str(&text.filled().to_lowercase());
        unit.push('\n');
    }
    let mut faults = Vec::new();
    for text in texts {
        let unit = units.get(&(text.source.as_str(), text.unit.as_str())).map_or("", String::as_str);
        for short in found(text) {
            if !is_known(&short, text) && !is_explained(&short, unit) {
                faults.push(format!("{}: `{short}` is not explained: {}", text.place(), text.text));
            }
        }
    }
    faults
}

/// Every entry of a list that no text needs.
pub fn unused(texts: &[Text]) -> Vec<String> {
    let found: Vec<(String, &Text)> =
        texts.iter().flat_map(|text| found(text).into_iter().map(move |short| (short, text))).collect();
    let glossary = GLOSSARY.iter().map(|(short, _)| (*short, ""));
    let known = KNOWN.iter().map(|(short, start, _)| (*short, *start));
    let needed =
        |short: &str, start: &str| found.iter().any(|(it, text)| it == short && text.source.starts_with(start));
    let lists = glossary.chain(known).filter(|(short, start)| !needed(short, start));
    let cited = IN_CITATIONS.iter().map(|(short, _)| *short);
    let in_citation = |short: &str| found.iter().any(|(it, text)| it == short && text.manner == Manner::Citation);
    let cited = cited.filter(|short| !in_citation(short)).map(|short| (short, "citations"));
    lists.chain(cited).map(|(short, start)| format!("`{short}` is listed for nothing ({start})")).collect()
}

fn is_known(short: &str, text: &Text) -> bool {
    let cited = text.manner == Manner::Citation && IN_CITATIONS.iter().any(|(it, _)| *it == short);
    cited || KNOWN.iter().any(|(it, start, _)| *it == short && text.source.starts_with(start))
}

fn is_explained(short: &str, unit: &str) -> bool {
    if short.starts_with(|letter: char| letter.is_ascii_digit()) {
        // "sections 39A, 39C and 39D" names all three.
        let short = short.to_lowercase();
        return ["section ", "sections ", "part ", "regulation ", "schedule "].iter().any(|word| {
            unit.match_indices(word).any(|(at, _)| {
                let list = unit.get(at + word.len()..).unwrap_or_default();
                let mut parts = list.split([' ', '\n', ',']).filter(|it| !["", "and", "or", "section"].contains(it));
                parts
                    .by_ref()
                    .map(|it| it.trim_end_matches(['.', ';', ')']))
                    .take_while(|it| it.starts_with(|letter: char| letter.is_ascii_digit()))
                    .any(|it| it == short)
            })
        });
    }
    GLOSSARY.iter().any(|(it, full)| *it == short && unit.contains(full))
}

/// The abbreviations of a text, each once.
fn found(text: &Text) -> Vec<String> {
    let filled = text.filled();
    let mut found: Vec<String> = filled
        .split(|letter: char| !letter.is_alphanumeric())
        .map(|word| word.strip_suffix('s').unwrap_or(word))
        .filter(|word| has_capitals(word) || (text.manner != Manner::Citation && is_section(word)))
        .map(str::to_owned)
        .collect();
    if text.manner != Manner::Citation {
        found.extend(SHORTENED.iter().filter(|it| has_word(&filled, it)).map(|it| (*it).to_owned()));
        found.extend(
            ["s.", "ss.", "reg.", "para."].into_iter().filter(|it| has_provision(&filled, it)).map(str::to_owned),
        );
    }
    found.sort();
    found.dedup();
    found
}

/// Two capitals side by side.
fn has_capitals(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).any(|pair| pair.iter().all(|letter| letter.is_uppercase()))
}

/// A number with one capital behind it: 39A.
fn is_section(word: &str) -> bool {
    let number = word.trim_end_matches(|letter: char| letter.is_ascii_uppercase());
    number.len() + 1 == word.len() && !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit())
}

fn starts_word(text: &str, at: usize) -> bool {
    !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| starts_word(text, at))
}

fn has_provision(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let after = text.get(at + word.len()..).unwrap_or_default();
        starts_word(text, at) && after.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
    })
}

#[cfg(test)]
fn of(texts: &[(&str, &str)]) -> usize {
    faults(&texts.iter().map(|(path, text)| crate::planted(path, text)).collect::<Vec<_>>()).len()
}

#[test]
fn an_unexplained_abbreviation_is_found() {
    assert_eq!(of(&[("questions.a.hint", "Ask the IMCA.")]), 1);
    assert_eq!(of(&[("questions.a.hint", "Ask the XYZ, or the IMCAs.")]), 2);
    assert_eq!(of(&[("questions.a.hint", "See s.117, e.g. now.")]), 2);
    assert_eq!(of(&[("questions.a.hint", "A 39A advocate.")]), 1);
    assert_eq!(of(&[("questions.a.hint", "The NHS and the GP; {ABC}; 3D.")]), 1);
}

#[test]
fn the_same_unit_explains_and_another_does_not() {
    let full = "An independent mental capacity advocate (IMCA).";
    assert_eq!(of(&[("questions.a.hint", "Ask the IMCA."), ("questions.a.why", full)]), 0);
    assert_eq!(of(&[("questions.a.hint", "Ask the IMCA."), ("questions.b.why", full)]), 1);
    assert_eq!(of(&[("outcomes.a.heading", "Ask the IMCA."), ("questions.a.why", full)]), 1);
    assert_eq!(of(&[("rules.A1", "A 39C advocate."), ("rules.A1", "Under sections 39A, 39C and 39D, ask.")]), 0);
    assert_eq!(of(&[("rules.A1", "A 39C advocate."), ("rules.A1", "Under section 39A, ask somebody.")]), 1);
}

#[test]
fn a_list_of_what_is_known_is_exact() {
    assert!(unused(&[]).iter().any(|fault| fault.contains("`NHS`")));
    let all: Vec<Text> = KNOWN.iter().map(|(it, _, _)| crate::planted("questions.a.hint", it)).collect();
    assert!(!unused(&all).iter().any(|fault| fault.contains("`NHS`")));
}
