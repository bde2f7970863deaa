//! For those who make the tools a council's own: faults with their lines, what a file changes, translations, dated law.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::council::{catalogue, changes, check, language};
use care_tools::engine::{Period, Start, dates};
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::tools;
use std::collections::BTreeSet;

fn said(text: &str) -> Vec<(usize, String)> {
    let checked = check::check(text).expect("our own words");
    checked.faults.iter().map(|it| (it.line, format!("{} {} {}", it.at, it.what, it.remedy))).collect()
}

#[test]
fn every_fault_has_its_line_and_a_remedy() {
    let text = r#"{
  "format": "care-tools-locality/1",
  "authority": "Example Council",
  "version": "1",
  "idle_minutes": 2,
  "contacts": [
    { "name": "One", "packs": ["R99"] },
    { "detail": "nobody" }
  ],
  "words": {
    "advocacy": {
      "outcomes.refer_now.heading": "Later",
      "questions.person_rol.hint": "x"
    },
    "all": { "say.contnue": "On" }
  },
  "team_suitability": {
    "teams": [
      { "id": "a", "name": "A", "kind": "none" }
    ]
  }
}"#;
    let faults = said(text);
    let on = |line: usize, words: &str| {
        assert!(faults.iter().any(|(at, said)| *at == line && said.contains(words)), "{line} {words}: {faults:#?}");
    };
    on(5, "from 3 to 15");
    on(7, "R99");
    on(8, "Add `name`");
    on(12, "what the law asks for");
    on(13, "questions.person_role.hint");
    on(19, "is not a kind of team");
    assert!(faults.iter().all(|(_, said)| said.split_whitespace().count() > 3));
    assert!(faults.windows(2).all(|pair| pair[0].0 <= pair[1].0), "in order of lines");
}

#[test]
fn a_phrase_that_no_screen_has_is_a_fault_and_one_that_some_have_is_not() {
    let with = |path: &str| {
        format!(
            r#"{{"format":"care-tools-locality/1","authority":"A","version":"1","words":{{"all":{{"{path}":"x"}}}}}}"#
        )
    };
    assert!(said(&with("say.continue")).is_empty());
    let of_lists = tools::list_words().expect("words");
    let screen = tools::words("advocacy").expect("words");
    let open = |path: &&str| tools::open_to_authorities(path) && !screen.has(path);
    let of_lists_alone = of_lists.paths().find(open).expect("a phrase of the lists").to_owned();
    assert!(said(&with(&of_lists_alone)).is_empty(), "{of_lists_alone}");
    assert_eq!(said(&with("say.list.no_such_phrase")).len(), 1);
    assert_eq!(said(&with("say.nothing.at_all")).len(), 1);
}

#[test]
fn what_is_no_json_is_named_with_its_line() {
    let faults = said("{\n  \"format\": \"care-tools-locality/1\",\n  \"authority\" \"A\"\n}");
    assert_eq!(faults.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3]);
}

#[test]
fn changed_words_stand_beside_the_shipped_ones() {
    let text = r#"{"format":"care-tools-locality/1","authority":"A","version":"1",
        "words":{"advocacy":{"questions.person_role.hint":"Ask the duty desk."},"all":{"say.continue":"Next"}}}"#;
    let checked = check::check(text).expect("our own words");
    assert_eq!(checked.faults, []);
    let advocacy = tools::words("advocacy").expect("words");
    for changed in &checked.changed {
        assert_eq!(changed.shipped, advocacy.at(&changed.path));
        assert_ne!(changed.shipped, changed.now);
        assert!(!changed.place.is_empty());
    }
    assert_eq!(checked.changed.len(), 2);
}

#[test]
fn the_catalogue_has_every_word_once_with_its_place() {
    let entries = catalogue::entries().expect("words");
    let mut seen = BTreeSet::new();
    for entry in &entries {
        assert!(seen.insert((entry.kind, entry.path.clone())), "{} {}", entry.kind, entry.path);
        assert!(entry.place.len() > 5 && !entry.place.contains("“”"), "{}: {}", entry.path, entry.place);
    }
    for (kind, text) in catalogue::files() {
        let words = care_tools::words::Words::read(text).expect("words");
        assert_eq!(entries.iter().filter(|entry| entry.kind == kind).count(), words.paths().count(), "{kind}");
    }
}

/// What the law says is open in no file of words.
#[test]
fn the_law_is_open_nowhere() {
    for entry in catalogue::entries().expect("words").iter().filter(|entry| entry.open) {
        let fixed = ["rules.", "tables.", "warnings.", "sources."].iter().any(|start| entry.path.starts_with(start));
        assert!(!fixed, "{}", entry.path);
        let outcome = entry.path.strip_prefix("outcomes.").and_then(|rest| rest.split('.').nth(1));
        assert!(outcome.is_none_or(|part| part == "timescale" || part == "who"), "{}", entry.path);
    }
}

/// Texts by path.
type Texts = Vec<(String, String)>;
/// Texts by kind.
type Kinds = Vec<(String, Texts)>;

fn whole() -> Kinds {
    let entries = catalogue::entries().expect("words");
    let of = |kind: &str| {
        let own = entries.iter().filter(|entry| entry.kind == kind);
        own.map(|entry| (entry.path.clone(), format!("§ {}", entry.text))).collect()
    };
    catalogue::files().map(|(kind, _)| (kind.to_owned(), of(kind))).collect()
}

fn file(words: &[(String, Texts)]) -> String {
    let words = words.iter().map(|(kind, texts)| {
        let texts = texts.iter().map(|(path, text)| (path.clone(), Json::text(text.clone()))).collect();
        (kind.clone(), Json::Object(texts))
    });
    Json::object([
        ("format", Json::text(language::FORMAT)),
        ("language", Json::text("cy")),
        ("direction", Json::text("ltr")),
        ("words", Json::Object(words.collect())),
    ])
    .write_pretty()
}

#[test]
fn a_whole_translation_lacks_nothing_and_every_lack_is_seen() {
    let words = whole();
    assert_eq!(language::check(&file(&words)).expect("JSON"), []);
    let lacks = |change: &dyn Fn(&mut Kinds)| {
        let mut words = words.clone();
        change(&mut words);
        let lacks = language::check(&file(&words)).expect("JSON");
        lacks.into_iter().map(|lack| format!("{} {}", lack.at, lack.what)).collect::<Vec<_>>()
    };
    let gone = lacks(&|words| drop(words[0].1.remove(3)));
    assert!(gone.len() == 1 && gone[0].contains("is missing. In English:"), "{gone:?}");
    let with_gap = |words: &[(String, Texts)]| words[0].1.iter().position(|(_, text)| text.contains("{")).or(None);
    let (kind, at) =
        (0..words.len()).find_map(|kind| with_gap(&words[kind..]).map(|at| (kind, at))).expect("a text with a gap");
    let no_gap = lacks(&|words| words[kind].1[at].1 = "nothing".to_owned());
    assert!(no_gap.len() == 1 && no_gap[0].contains("should have the gaps of the English: {"), "{no_gap:?}");
    let strange = lacks(&|words| words[1].1.push(("say.no.such".to_owned(), "x".to_owned())));
    assert!(strange.len() == 1 && strange[0].contains("no such words"), "{strange:?}");
}

/// Every day on which some rule begins or ends is found when it lies between two days, and not otherwise.
#[test]
fn what_begins_and_ends_is_found_by_its_day() {
    let none = Locality::default();
    let mut days = Vec::new();
    for tool in tools::all() {
        for (_, row) in tool.law.rows() {
            let Some(Period { from, until }) = row.in_force else { continue };
            let from = match from {
                Start::On(day) => Some(day),
                Start::Setting(_) => None,
            };
            days.extend(from.map(|day| (tool.id, row.id, day, true)));
            days.extend(until.map(|day| (tool.id, row.id, day, false)));
        }
    }
    for (tool, rule, day, begins) in days {
        let before = day.pred_opt().expect("a day");
        let found = changes::between(before, day, &none, &[]).expect("two days");
        assert!(found.turns.iter().any(|it| (it.tool, it.rule, it.begins) == (tool, rule, begins) && it.day == day));
        let later = changes::between(day, day.succ_opt().expect("a day"), &none, &[]).expect("two days");
        assert!(!later.turns.iter().any(|it| it.rule == rule && it.day == day));
    }
}

/// A council's date turns rules on, and a case that rests on them is decided otherwise from that day.
#[test]
fn a_date_of_the_council_decides_cases_otherwise() {
    let text = r#"{"format":"care-tools-locality/1","authority":"A","version":"1",
        "advocacy":{"imha_opt_out_from":"2027-04-01","imha_informal_from":"2027-04-01"}}"#;
    let council = Locality::read(text).expect("a good file");
    let (from, to) = (dates::from_iso("2027-03-31").expect("a day"), dates::from_iso("2027-04-01").expect("a day"));
    let cases = include_str!("../src/tools/advocacy/cases.json");
    let found = changes::between(from, to, &council, &[("advocacy", cases)]).expect("two days");
    assert!(!found.turns.is_empty() && found.turns.iter().all(|turn| turn.day == to));
    assert!(found.decided > 20);
    let without = changes::between(from, to, &Locality::default(), &[("advocacy", cases)]).expect("two days");
    assert!(without.turns.is_empty() && without.otherwise.is_empty());
    assert!(!without.unset.is_empty());
    assert!(changes::between(to, from, &council, &[]).is_err());
}

#[test]
fn the_line_is_that_of_the_fault_whatever_the_file_says() {
    let text = "{\n\"line 77\": 1,\n\"line 77\": 2}";
    let checked = check::check(text).expect("our own words");
    assert_eq!(checked.faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [3]);
    let nameless = check::check("{\"\": 1}").expect("our own words");
    assert!(nameless.faults.iter().all(|fault| !fault.at.is_empty()), "{nameless:?}");
}
