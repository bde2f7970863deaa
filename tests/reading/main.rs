//! Every word that a reader sees is British English, explains its abbreviations, keeps its sentences short
//! and can be read at the age it is meant for; every outcome can be understood alone.
//!
//! "Every word" is: all texts of the catalogue of words (every tool, screen and notice), every page in `www/`,
//! every sentence that is written in the code, and every citation. Each has a [`Manner`](texts::Manner), which
//! says what it is held to.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod abbreviations;
mod age;
mod outcomes;
mod sentences;
mod spelling;
mod texts;

use texts::Text;

/// A text of a tool that no file holds, for planting a fault.
fn planted(path: &str, text: &str) -> Text {
    Text::of_catalogue("advocacy", path, text)
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_word_is_spelt_as_in_britain() {
    none(&spelling::faults(&texts::prose()));
}

#[test]
fn every_abbreviation_is_explained_where_a_reader_meets_it() {
    let mut all = texts::prose();
    all.extend(texts::citations());
    none(&abbreviations::faults(&all));
}

#[test]
fn no_abbreviation_is_kept_on_a_list_for_nothing() {
    let mut all = texts::prose();
    all.extend(texts::citations());
    none(&abbreviations::unused(&all));
}

#[test]
fn no_sentence_is_too_long() {
    none(&sentences::faults(&texts::prose()));
}

#[test]
fn every_text_can_be_read_at_its_age() {
    none(&age::faults(&texts::prose()));
    none(&age::unused(&texts::prose()));
}

#[test]
fn every_outcome_can_be_understood_alone() {
    none(&outcomes::faults());
}

#[test]
fn the_words_are_all_there() {
    let all = texts::prose();
    let from = |source: &str| all.iter().filter(|text| text.source == source).count();
    let words = care_tools::council::catalogue::entries().expect("the catalogue").len();
    assert!(words > 6_000, "{words}");
    for (kind, _) in care_tools::council::catalogue::files() {
        assert!(from(kind) > 10, "{kind}: {}", from(kind));
    }
    assert!(from("www/actions-and-next-steps-reablement.html") > 100);
    assert!(from("www/docs/web-editor.html") > 100);
    assert!(from("src/council/remedy.rs") > 5);
    assert!(texts::citations().len() > 200);
}
