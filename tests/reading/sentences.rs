//! Sentences that are not too long.
//!
//! At most 25 words, as GOV.UK asks, wherever somebody decides or acts: questions, hints, results, the screen and
//! what is for the person. At most 30 in a rule that is given as a reason, which joins conditions of the law, and
//! in the prose of pages, which is read at leisure.

use crate::texts::{Manner, Text};

/// Texts that may be longer, by place, with the reason. None is needed at present; one that is no longer needed
/// is a fault.
const LONGER: &[(&str, &str)] = &[];

/// Words after which a full stop ends no sentence.
const SHORTENED: [&str; 3] = ["s", "ss", "v"];

/// The most words in a sentence. Nothing limits a citation.
fn most(manner: Manner) -> usize {
    match manner {
        Manner::Person | Manner::Instruction => 25,
        Manner::Reason | Manner::Page => 30,
        Manner::Citation => usize::MAX,
    }
}

/// Every sentence that is too long, and every entry of the list that is not needed.
pub fn faults(texts: &[Text]) -> Vec<String> {
    faults_beside(texts, LONGER)
}

fn faults_beside(texts: &[Text], longer: &[(&str, &str)]) -> Vec<String> {
    let mut unneeded: Vec<&str> = longer.iter().map(|(place, _)| *place).collect();
    let mut faults = Vec::new();
    for text in texts {
        let filled = text.filled();
        let too_long = split(&filled).into_iter().filter(|it| words(it) > most(text.manner));
        let too_long: Vec<String> =
            too_long.map(|it| format!("{}: {} words: {it}", text.place(), words(it))).collect();
        let place = text.place();
        if !too_long.is_empty() && longer.iter().any(|(listed, _)| *listed == place) {
            unneeded.retain(|listed| *listed != place);
        } else {
            faults.extend(too_long);
        }
    }
    faults.extend(unneeded.iter().map(|place| format!("{place}: is on the list of longer texts for nothing")));
    faults
}

/// The words of a text: a sign that stands alone is none.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The sentences of a text. A line ends a sentence, and so do a full stop, a question mark and an exclamation
/// mark before a space. An entry of a list after a colon belongs to its sentence.
pub fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while let Some(at) = end_of_sentence(rest) {
            let (sentence, after) = rest.split_at(at);
            sentences.push(sentence.trim());
            rest = after;
        }
        sentences.push(rest.trim());
    }
    sentences.retain(|sentence| words(sentence) > 0);
    sentences
}

fn end_of_sentence(text: &str) -> Option<usize> {
    text.char_indices().filter(|(_, letter)| ['.', '?', '!'].contains(letter)).find_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let after_quotes = after.trim_start_matches(['"', '”', '’', '\'', ')', ']']);
        let ends = after_quotes.is_empty() || after_quotes.starts_with(char::is_whitespace);
        let last = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let is_number = last == "No" && after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
        (ends && !is_number && !SHORTENED.contains(&last)).then(|| at + 1 + after.len() - after_quotes.len())
    })
}

#[test]
fn a_long_sentence_is_found() {
    let sentence = |n: usize| format!("{}end.", "word ".repeat(n - 1));
    let one = |path: &str, text: &str| faults_beside(&[crate::planted(path, text)], &[]).len();
    assert_eq!(one("questions.a.hint", &sentence(25)), 0);
    assert_eq!(one("questions.a.hint", &sentence(26)), 1);
    assert_eq!(one("questions.a.hint", &format!("{} {}", sentence(25), sentence(26))), 1);
    assert_eq!(one("rules.A1", &sentence(30)), 0);
    assert_eq!(one("rules.A1", &sentence(31)), 1);
}

#[test]
fn the_list_of_longer_texts_is_exact() {
    let long = crate::planted("rules.A1", &"word ".repeat(31));
    let listed = [("advocacy: rules.A1", "the law’s own words")];
    assert_eq!(faults_beside(&[long], &listed), Vec::<String>::new());
    let short = crate::planted("rules.A1", "Short.");
    assert_eq!(faults_beside(&[short], &listed).len(), 1);
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    assert_eq!(split("Ask. (See s. 9, No. 2.) At 3.5 m? Yes"), ["Ask.", "(See s. 9, No. 2.)", "At 3.5 m?", "Yes"]);
    assert_eq!(split("He said “No.” Then left.\nAnd a line"), ["He said “No.”", "Then left.", "And a line"]);
}
