//! What must hold for every tool, whatever it decides.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::cases::Case;
use care_tools::json::Json;
use care_tools::tools::{self, Tool};
use care_tools::words::Words;
use std::collections::BTreeSet;

fn shipped_cases(tool: &Tool) -> Vec<Json> {
    let path = format!("{}/src/tools/{}/cases.json", env!("CARGO_MANIFEST_DIR"), tool.id);
    let text = std::fs::read_to_string(path).expect("every tool has cases");
    match Json::read(&text).expect("cases are JSON") {
        Json::List(cases) if tool.groups.is_empty() => cases,
        // Cases of several kinds have a test of their own.
        Json::List(_) => Vec::new(),
        Json::Object(_) if ["allocation", "team_suitability"].contains(&tool.id) => Vec::new(),
        _ => panic!("the cases are not a list"),
    }
}

fn list(value: Option<&Json>) -> Vec<String> {
    match value {
        Some(Json::List(list)) => list.iter().filter_map(Json::as_text).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_law_of_every_tool_is_sound() {
    for tool in tools::all() {
        assert_eq!(tool.law.faults(), Vec::<String>::new(), "{}", tool.id);
    }
}

#[test]
fn every_id_has_words_and_no_words_lack_an_id() {
    for tool in tools::all() {
        let words = tools::words(tool.id).expect("the wording can be read");
        let needed: BTreeSet<String> = tools::paths(tool).into_iter().collect();
        let missing: Vec<&String> = needed.iter().filter(|path| !words.has(path)).collect();
        assert!(missing.is_empty(), "no words for {missing:?}");
        let lists = ["must", "may_not", "record", "see"];
        // What a tool with a screen of its own says beside its law: its own tests ask for these.
        let own = [
            "errors.",
            "warnings.",
            "status.",
            "calendar.",
            "fields.progress.",
            "fields.issue.type.explore.",
            "fields.issue.impact.find_out",
            "levels.",
            "tool.title_of_plan",
        ];
        let is_own = |path: &str| !tool.groups.is_empty() && own.iter().any(|start| path.starts_with(start));
        let extra: Vec<&str> = words
            .paths()
            .filter(|path| !path.starts_with("say.") && !path.starts_with("tool.by_hand.") && !needed.contains(*path))
            .filter(|path| !is_own(path))
            .filter(|path| {
                !lists.iter().any(|list| path.starts_with("outcomes.") && path.contains(&format!(".{list}.")))
            })
            .collect();
        assert!(extra.is_empty(), "words for nothing: {extra:?}");
    }
}

#[test]
fn every_worked_case_comes_out_as_expected() {
    for tool in tools::all() {
        for case in shipped_cases(tool) {
            let id = case.get("id").and_then(Json::as_text).unwrap_or_default().to_owned();
            let read = Case::read(tool, &case).unwrap_or_else(|fault| panic!("{id}: {fault}"));
            let decision = tool.law.decide(&read.answers, &read.settings);
            let expected = case.get("expected").expect("a case expects something");
            let outcomes: BTreeSet<String> =
                decision.outcomes.iter().map(|at| tool.law.outcomes[*at].id.to_owned()).collect();
            assert_eq!(outcomes, list(expected.get("outcomes")).into_iter().collect(), "{id}: outcomes");
            let warnings: BTreeSet<String> =
                decision.warnings.iter().map(|at| tool.law.warnings[*at].id.to_owned()).collect();
            assert_eq!(warnings, list(expected.get("warnings")).into_iter().collect(), "{id}: warnings");
            let find_out: Vec<String> = decision
                .find_out
                .iter()
                .filter_map(|at| tool.law.question_at(*at))
                .map(|q| q.id.to_owned())
                .collect();
            assert_eq!(find_out, list(expected.get("find_out")), "{id}: find out");
        }
    }
}

#[test]
fn the_texts_of_every_case_mention_what_they_must() {
    use care_tools::locality::Locality;
    use care_tools::sheet::{Desk, Draft};
    for tool in tools::all() {
        for case in shipped_cases(tool) {
            let read = Case::read(tool, &case).expect("a case");
            let mut desk = Desk::new(tool, tools::words(tool.id).expect("words"), Locality::default());
            desk.settings = read.settings.clone();
            let draft = Draft { answers: read.answers.clone(), ..Draft::default() };
            let report = desk.report(&draft);
            let mut texts: Vec<String> = Vec::new();
            for outcome in &report.outcomes {
                texts.extend(
                    [&outcome.heading, &outcome.explanation, &outcome.timescale, &outcome.who].map(Clone::clone),
                );
                texts.extend([&outcome.must, &outcome.may_not, &outcome.record].into_iter().flatten().cloned());
            }
            texts.extend(report.warnings.iter().map(|warning| warning.text.clone()));
            texts.extend(report.find_out.iter().map(|open| open.how.clone()));
            let all = texts.join("\n").to_lowercase();
            let expected = case.get("expected").expect("expected");
            for phrase in list(expected.get("must_mention")) {
                assert!(all.contains(&phrase.to_lowercase()), "{}: does not mention `{phrase}`", read.id);
            }
            for phrase in list(expected.get("must_not_mention")) {
                assert!(!all.contains(&phrase.to_lowercase()), "{}: mentions `{phrase}`", read.id);
            }
            let ids: Vec<&str> = report.outcomes.iter().map(|outcome| outcome.id).collect();
            for id in list(expected.get("must_not_include")) {
                assert!(!ids.contains(&id.as_str()), "{}: includes `{id}`", read.id);
            }
            let full = desk.full_report(&draft);
            assert!(
                full.reasons.iter().all(|reason| !reason.rule.is_empty() && !reason.title.is_empty()),
                "{}",
                read.id
            );
        }
    }
}

#[test]
fn every_phrase_the_screen_uses_has_words() {
    let words = tools::words(tools::all()[0].id).expect("words");
    let words = words.and(Words::read(tools::LISTS_WORDING).expect("the words of the lists"));
    let words = words.and(Words::read(tools::action_planning::WORDING).expect("the words of action planning"));
    let words = words.and(Words::read(tools::SUPERVISION_WORDING).expect("the words of supervision"));
    let mut missing = BTreeSet::new();
    let mut files = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a file");
            for start in ["say(\"", "fill(\"", "fill(\n                \""] {
                for (at, _) in text.match_indices(start) {
                    let rest = &text[at + start.len()..];
                    let phrase = &rest[..rest.find('"').unwrap_or(0)];
                    if !words.has(&format!("say.{phrase}")) && !words.has(&format!("say.{phrase}.0")) {
                        missing.insert(phrase.to_owned());
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "no words for {missing:?}");
}

/// A page styles the element, and what stands in for the tool takes its sizes from there.
#[test]
fn the_styles_and_the_page_know_every_element() {
    let read = |path: &str| std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path);
    let (css, script) = (read("src/ui/widgets.css"), read("src/edge/element/names.js"));
    let rules: Vec<&str> = css.lines().filter(|line| line.contains(":where(care-")).collect();
    assert!(!rules.is_empty());
    for tool in tools::all() {
        assert!(rules.iter().all(|rule| rule.contains(tool.element)), "{} in {rules:?}", tool.element);
        assert!(script.contains(&format!("\"{}\": \"{}\"", tool.element, tool.id)), "{} in names.js", tool.element);
    }
}
