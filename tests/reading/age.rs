//! Reading age.
//!
//! `textstat` counts words, sentences and syllables and gives the Flesch–Kincaid grade: the school year, counted
//! as in the United States, in which a child reads such a text. A grade and five years are an age. Grades mean
//! something for a passage, nothing for a label; so texts are scored by what is read together (a question, an
//! outcome, a page), and what has fewer than [`PASSAGE`] words is scored with all else that is short in the same
//! part of the same tool. No text is left out, save citations, and names of choices, of settings and of chapters
//! and lists of what to write down, which are no sentences.
//!
//! Terms that the law or the field fixes, and that the tools explain where they use them, would count against a
//! text although nobody may replace them. Each is replaced by one ordinary word before scoring: see [`TERMS`].

use crate::sentences;
use crate::texts::{Manner, Text};
use std::collections::BTreeMap;

/// Fewer words than this are not scored alone.
const PASSAGE: usize = 30;

/// The years between a grade and an age.
const FIRST_GRADE: f64 = 5.0;

/// A bar: the highest reading age that most may have, and the highest that any may have.
struct Bar {
    median: f64,
    each: f64,
}

fn bar(manner: Manner) -> Option<Bar> {
    match manner {
        Manner::Person => Some(Bar { median: 9.0, each: 11.0 }),
        Manner::Instruction | Manner::Page => Some(Bar { median: 12.0, each: 14.0 }),
        // One rule is a sentence or two of law; all of a tool's are scored together.
        Manner::Reason => Some(Bar { median: 14.0, each: 14.0 }),
        Manner::Citation => None,
    }
}

/// Terms of the law and the field, with the ordinary word that is scored in their place; longer ones first.
const TERMS: &[(&str, &str)] = &[
    ("independent mental capacity advocate", "helper"),
    ("independent mental health advocate", "helper"),
    ("approved mental health professional", "helper"),
    ("mental capacity advocate", "helper"),
    ("mental health advocate", "helper"),
    ("independent advocate", "helper"),
    ("deprivation of liberty safeguards", "rules"),
    ("deprivation of liberty", "rule"),
    ("liberty protection safeguards", "rules"),
    ("electroconvulsive therapy", "treatment"),
    ("community treatment order", "order"),
    ("mental health act", "law"),
    ("mental capacity act", "law"),
    ("mental capacity", "skill"),
    ("care act", "law"),
    ("substantial difficulty", "trouble"),
    ("appropriate person", "friend"),
    ("supervisory body", "council"),
    ("managing authority", "home"),
    ("ordinary residence", "home"),
    ("occupational therapist", "worker"),
    ("best interests", "good"),
    ("accommodation", "home"),
    ("authorisation", "order"),
    ("representative", "friend"),
    ("safeguarding", "safety"),
    ("reablement", "support"),
    ("advocacy", "help"),
    ("advocate", "helper"),
    ("capacity", "skill"),
];

/// Every passage that is too hard, and every kind of text of a tool that is too hard as a whole.
pub fn faults(texts: &[Text]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ages: BTreeMap<(Manner, String), Vec<f64>> = BTreeMap::new();
    for passage in passages(texts) {
        let Some(bar) = bar(passage.manner) else { continue };
        let age = passage.age();
        if age > bar.each {
            let words = passage.scored.join(" ");
            faults.push(format!("{}: reading age {age:.1}, at most {}: {words}", passage.place, bar.each));
        }
        ages.entry((passage.manner, passage.source)).or_default().push(age);
    }
    for ((manner, source), mut ages) in ages {
        ages.sort_by(f64::total_cmp);
        let median = ages.get(ages.len() / 2).copied().unwrap_or_default();
        if bar(manner).is_some_and(|bar| median > bar.median) {
            faults.push(format!("{source}: reading age {median:.1} of the {manner:?} texts as a whole"));
        }
    }
    faults
}

/// Every term that no text uses.
pub fn unused(texts: &[Text]) -> Vec<String> {
    let texts: Vec<String> = texts.iter().map(|text| text.text.to_lowercase()).collect();
    let needed = |term: &str| texts.iter().any(|text| text.contains(term));
    let unneeded = TERMS.iter().filter(|(term, _)| !needed(term));
    unneeded.map(|(term, _)| format!("the term `{term}` is listed for nothing")).collect()
}

struct Passage {
    source: String,
    manner: Manner,
    place: String,
    scored: Vec<String>,
}

impl Passage {
    fn age(&self) -> f64 {
        textstat::flesch_kincaid_grade(&self.scored.join(" ")) + FIRST_GRADE
    }

    fn words(&self) -> usize {
        self.scored.iter().map(|text| sentences::words(text)).sum()
    }
}

/// What is scored together.
fn passages(texts: &[Text]) -> Vec<Passage> {
    let mut units: BTreeMap<(String, Manner, String), Vec<String>> = BTreeMap::new();
    for text in texts.iter().filter(|text| !is_label(text)) {
        let source = if text.source.starts_with("src/") { "src" } else { &text.source };
        units.entry((source.to_owned(), text.manner, text.unit.clone())).or_default().extend(scored(text));
    }
    let mut passages = Vec::new();
    let mut short: BTreeMap<(String, Manner, String), Vec<String>> = BTreeMap::new();
    for ((source, manner, unit), scored) in units {
        // Notices that stand by themselves have no part.
        let part = unit.split_once('.').map_or("notices", |(part, _)| part).to_owned();
        let passage = Passage { place: format!("{source}: {unit}"), source, manner, scored };
        if passage.words() >= PASSAGE && manner != Manner::Reason {
            passages.push(passage);
        } else {
            short.entry((passage.source, manner, part)).or_default().extend(passage.scored);
        }
    }
    passages.extend(short.into_iter().map(|((source, manner, part), scored)| {
        let place = format!("{source}: the short texts of {part}");
        Passage { source, manner, place, scored }
    }));
    passages
}

/// Names of choices and of chapters, lists of what to write down: no sentences.
fn is_label(text: &Text) -> bool {
    let steps: Vec<&str> = text.path.split('.').collect();
    match steps.as_slice() {
        ["questions", _, part, ..] => ["choices", "name"].contains(part),
        ["outcomes", _, part, ..] => ["see", "record"].contains(part),
        ["settings", ..] => true,
        _ => false,
    }
}

/// The sentences of a text with the terms replaced, each with an end that the library knows.
fn scored(text: &Text) -> Vec<String> {
    let mut plain = text.filled().to_lowercase();
    for (term, word) in TERMS {
        plain = plain.replace(term, word);
    }
    let ended = |sentence: &str| format!("{}.", sentence.trim_end_matches(['.', '?', '!', ':', ')', '”', '"']));
    sentences::split(&plain).into_iter().map(ended).collect()
}

#[test]
fn a_hard_passage_is_found() {
    let hard = "Notwithstanding any determination previously communicated, the responsible organisation necessarily \
                considers proportionate alternatives, individually and collectively, and communicates subsequently \
                any conclusions concerning eligibility, contributions, sustainability, accessibility and \
                responsibility.";
    let easy = "Ask the person first. Tell them what you found. Then call the team and say who you are. Write down \
                what they said. Give the person a copy of it. Say when you will call again, and do it.";
    let one = |path: &str, text: &str| faults(&[crate::planted(path, text)]).len();
    assert_eq!(one("questions.a.hint", easy), 0);
    assert_eq!(one("say.easy.check", easy), 0);
    // The passage itself, and the tool as a whole.
    assert_eq!(one("questions.a.hint", hard), 2);
    assert_eq!(one("rules.A1", hard), 2);
}

#[test]
fn what_is_for_the_person_has_to_be_easier() {
    let middling = "A worker arranges a meeting before the review begins. You may bring a relative or a friend whom \
                    you trust. A letter about the meeting is posted to your address, and afterwards the worker \
                    telephones you.";
    let one = |path: &str| faults(&[crate::planted(path, middling)]).iter().any(|it| it.contains("at most"));
    assert!(one("say.easy.check"));
    assert!(!one("questions.a.hint"));
}

#[test]
fn short_texts_are_scored_together() {
    let short = |at: usize| crate::planted(&format!("questions.a{at}.hint"), "Immediately communicate eligibility.");
    let texts: Vec<Text> = (0..12).map(short).collect();
    assert_eq!(faults(&texts).len(), 2);
}

#[test]
fn a_term_that_no_text_uses_is_found() {
    let text = crate::planted("rules.A1", "The Care Act.");
    assert_eq!(unused(&[text]).len(), TERMS.len() - 1);
}

#[test]
fn a_fixed_term_counts_as_one_word() {
    let text = crate::planted("rules.A1", "An independent mental capacity advocate (IMCA) is due. Ask {who}.");
    assert_eq!(scored(&text), ["an helper (imca) is due.", "ask name."]);
}
