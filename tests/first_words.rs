//! The first questions need no word that is in the file of later words.

use care_tools::engine::{Question, Shape};
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::pages::{fallback_of, first_words};
use care_tools::sheet::Desk;
use care_tools::tools::{self, Tool};
use care_tools::words::Words;
use std::collections::BTreeSet;

/// One question with what is said to it: ids of choices, or the three boxes of a date.
type Said = (&'static str, Vec<String>);

fn all_and_first(tool: &'static Tool) -> Result<(Words, Words), String> {
    let all = tools::words(tool.id)?;
    let mut first = Words::default();
    for (path, text) in all.iter() {
        if first_words::needs(tool, &path.split('.').collect::<Vec<_>>()) {
            first.replace(path, text);
        }
    }
    Ok((all, first))
}

fn advocacy() -> Result<&'static Tool, String> {
    tools::named("advocacy").ok_or_else(|| "there is no advocacy".to_owned())
}

/// Everything that can be said to one question; of several ticks each alone, all, and each with the next.
fn sayings(question: &'static Question) -> Vec<Said> {
    let ids: Vec<String> = question.choices.iter().map(|choice| choice.id.to_owned()).collect();
    let all: Vec<Vec<String>> = match question.shape {
        Shape::One => ids.into_iter().map(|id| vec![id]).collect(),
        Shape::Many => {
            let pairs: Vec<Vec<String>> = ids.windows(2).map(<[String]>::to_vec).collect();
            ids.iter().map(|id| vec![id.clone()]).chain(pairs).chain([ids.clone()]).collect()
        }
        Shape::Day => ["1 2 2027", "31 2 2027", "4  ", "28 11 1890", "x y z", "1 1 2026"]
            .iter()
            .map(|boxes| boxes.split(' ').map(str::to_owned).collect())
            .collect(),
        Shape::Number => Vec::new(),
    };
    all.into_iter().map(|said| (question.id, said)).collect()
}

fn kept(tool: &Tool, said: &[&Said]) -> String {
    let is_day = |id: &str| tool.law.question(id).is_some_and(|question| question.shape == Shape::Day);
    let part = |days: bool| {
        let of = said.iter().filter(|(id, _)| is_day(id) == days);
        Json::Object(of.map(|(id, said)| ((*id).to_owned(), Json::texts(said.iter().cloned()))).collect())
    };
    let notes = Json::object([("case_reference", Json::text("x".repeat(9_000)))]);
    let draft = Json::object([("answers", part(false)), ("dates", part(true)), ("notes", notes)]);
    Json::object([("draft", draft)]).write()
}

/// Every pair of answers to the first section, with these words alone and with all.
#[test]
fn the_first_section_is_the_same_with_the_first_words() -> Result<(), String> {
    let tool = advocacy()?;
    let (all, first) = all_and_first(tool)?;
    let section = tool.law.sections.first().ok_or("there is no first section")?;
    let sayings: Vec<Said> = section.questions.iter().flat_map(sayings).collect();
    let mut seen = BTreeSet::new();
    let mut sheets = vec![Vec::new()];
    for (at, one) in sayings.iter().enumerate() {
        sheets.push(vec![one]);
        sheets.extend(sayings.iter().skip(at + 1).filter(|other| other.0 != one.0).map(|other| vec![one, other]));
    }
    for said in &sheets {
        let kept = kept(tool, said);
        let draw = |words: &Words| fallback_of(Desk::new(tool, words.clone(), Locality::default()), &kept, false);
        let whole = draw(&all);
        assert_eq!(draw(&first), whole, "with {said:?}");
        seen.insert(whole);
    }
    assert!(seen.len() > 600, "only {} screens of {} sheets differ", seen.len(), sheets.len());
    Ok(())
}

/// A later step does need the others: the test above would otherwise pass if the two were the same.
#[test]
fn the_next_section_is_not() -> Result<(), String> {
    let tool = advocacy()?;
    let (all, first) = all_and_first(tool)?;
    let said: [Said; 2] =
        [("person_role", vec!["adult".to_owned()]), ("processes", vec!["needs_assessment".to_owned()])];
    let first_section = Json::read(&kept(tool, &said.iter().collect::<Vec<_>>()))?;
    let draft = first_section.get("draft").cloned().ok_or("there is no draft")?;
    let kept = Json::object([("draft", draft), ("step", Json::Whole(1)), ("reached", Json::Whole(1))]).write();
    let draw = |words: Words| fallback_of(Desk::new(tool, words, Locality::default()), &kept, false);
    assert_ne!(draw(first), draw(all));
    Ok(())
}

/// What the authority says in place of our words may be of either file.
#[test]
fn a_council_s_words_are_not_refused_for_want_of_the_later_ones() -> Result<(), String> {
    let tool = advocacy()?;
    let (all, first) = all_and_first(tool)?;
    let file = |path: &str| {
        format!(
            r#"{{ "format": "care-tools-locality/1", "version": "1", "authority": "Example", "words": {{ "all": {{ "{path}": "Ours" }} }} }}"#
        )
    };
    for (path, _) in all.iter().filter(|(path, _)| path.starts_with("say.")) {
        let read = || Locality::read_for(&file(path), &[tool]);
        let Ok(locality) = read() else { continue };
        assert!(locality.against(&first).is_ok(), "{path}");
    }
    let strange = Locality::read_for(&file("say.keep.no_such"), &[tool]).map_err(|faults| format!("{faults:?}"))?;
    assert!(strange.clone().against(&first).is_ok(), "it cannot be known yet");
    assert!(strange.against(&all).is_err(), "and is known with all words");
    Ok(())
}
