//! What one tool knows and another may take over.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod support;

use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::sheet::offer::Known;
use care_tools::sheet::{Desk, Draft};
use care_tools::tools::same::{ALIKE, Fact, NOTES, SAME};
use care_tools::tools::{self, Tool};
use support::{Dice, any_sheet};

fn tool(id: &str) -> &'static Tool {
    tools::named(id).unwrap_or_else(|| panic!("a tool {id}"))
}

fn desk(id: &str) -> Desk {
    Desk::new(tool(id), tools::words(id).expect("words"), Locality::default()).on(Some(support::day("2026-11-27")))
}

fn draft(desk: &Desk, said: &[(&str, &[&str])], notes: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (id, said) in said {
        draft.answers.read(&desk.tool.law, id, said).expect("an answer");
    }
    notes.iter().for_each(|(id, text)| draft.type_note(id, text));
    draft
}

fn known(desk: &Desk, draft: &Draft) -> Known {
    Known::read(&Json::read(&Known::of(desk, draft).write()).expect("JSON"))
}

#[test]
fn every_line_names_what_there_is() {
    let said = |id: &str, question: &str, choice: &str| {
        let question = tool(id).law.question(question).unwrap_or_else(|| panic!("{id} asks no {question}"));
        assert!(question.choices.iter().any(|it| it.id == choice), "{id}.{} has no {choice}", question.id);
    };
    for line in SAME {
        said(line.to, line.question, line.choice);
        for fact in line.facts {
            match fact {
                Fact::Said(question, choice) => said(line.from, question, choice),
                Fact::Came(outcome) => {
                    assert!(tool(line.from).law.outcomes.iter().any(|it| it.id == *outcome), "{outcome}");
                }
            }
        }
    }
    for (from, answered, to, asked) in ALIKE {
        let choices = |id: &str, question: &str| -> Vec<&str> {
            tool(id).law.question(question).expect("a question").choices.iter().map(|choice| choice.id).collect()
        };
        assert_eq!(choices(from, answered), choices(to, asked));
    }
    for note in NOTES {
        assert!(
            tools::all().iter().filter(|tool| tool.notes.iter().any(|known| known.id == *note)).count() > 1,
            "{note}"
        );
    }
}

#[test]
fn advocacy_is_taken_over_into_a_move_and_nothing_is_overwritten() {
    let advocacy = desk("advocacy");
    let said: &[(&str, &[&str])] = &[
        ("person_role", &["adult"]),
        ("processes", &["needs_assessment"]),
        ("advocate_status", &["care_act_in_place"]),
    ];
    let first = known(&advocacy, &draft(&advocacy, said, &[("case_reference", "A1")]));
    let teams = desk("team_suitability");
    let mut sheet = draft(&teams, &[("path", &["transfer"]), ("safe_now", &["no"])], &[]);
    let offer = teams.offer(&sheet, &first).expect("an offer");
    let names: Vec<(&str, &str)> = offer.taken.iter().map(|item| (item.name.as_str(), item.value.as_str())).collect();
    let expected =
        [("Work needed", "Care Act assessment"), ("Advocate", "In place"), ("What is the case reference?", "A1")];
    assert_eq!(names, expected);
    sheet.take(&teams, &offer);
    assert_eq!(sheet.answers.ids_of(&teams.tool.law, "advocate"), ["in_place"]);
    assert_eq!(sheet.taken.len(), 3);
    assert!(teams.offer(&sheet, &first).is_none(), "there is nothing more to take");

    let other = draft(&teams, &[("path", &["transfer"]), ("advocate", &["not_needed"])], &[("case_reference", "B2")]);
    let offer = teams.offer(&other, &first).expect("an offer");
    assert_eq!(offer.stays, [("Advocate".to_owned(), "In place".to_owned())]);
    assert_eq!(offer.references, Some(("A1".to_owned(), "B2".to_owned())));
    let mut taken = other.clone();
    taken.take(&teams, &offer);
    assert_eq!(taken.answers.ids_of(&teams.tool.law, "advocate"), ["not_needed"]);
    assert_eq!(taken.note("case_reference"), "B2");
}

#[test]
fn the_same_tool_on_another_path_takes_all_but_the_path() {
    let teams = desk("team_suitability");
    let said: &[(&str, &[&str])] = &[("path", &["contact"]), ("safe_now", &["no"]), ("advocate", &["in_place"])];
    let first = known(&teams, &draft(&teams, said, &[]));
    let sheet = draft(&teams, &[("path", &["joint"])], &[]);
    let offer = teams.offer(&sheet, &first).expect("an offer");
    let names: Vec<&str> = offer.taken.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["Danger or concern now", "Advocate"]);
}

/// Whatever two tools know of each other: what is taken is what was offered, and no answer is lost.
#[test]
fn taking_over_adds_and_never_changes() {
    let mut dice = Dice::new(9);
    for _ in 0..400 {
        let (from, to) = (dice.pick(tools::all()), dice.pick(tools::all()));
        let sheet = |tool: &'static Tool, dice: &mut Dice| Draft {
            answers: any_sheet(tool, dice).answers,
            ..Draft::default()
        };
        let first = known(&desk(from.id), &sheet(from, &mut dice));
        let desk = desk(to.id);
        let before = sheet(to, &mut dice);
        if let Some(offer) = desk.offer(&before, &first) {
            let mut after = before.clone();
            after.take(&desk, &offer);
            assert_eq!(after.taken.len(), offer.taken.len());
            for question in to.law.questions() {
                let (was, is) = (before.answers.to(question.at), after.answers.to(question.at));
                assert!(was == is || was.is_none(), "{}", question.id);
            }
        }
    }
}

#[test]
fn not_knowing_stays_and_a_concern_leaves_its_trace_in_the_next_tool() {
    let teams = desk("team_suitability");
    let mut before =
        draft(&teams, &[("path", &["contact"]), ("safe_now", &["no"]), ("advocate", &["in_place"])], &[]);
    before.remembered = true;
    let first = known(&teams, &before);
    let mut sheet = draft(&teams, &[("path", &["joint"]), ("safe_now", &["unknown"])], &[]);
    let offer = teams.offer(&sheet, &first).expect("an offer");
    assert_eq!(offer.stays, [("Danger or concern now".to_owned(), "No".to_owned())]);
    sheet.take(&teams, &offer);
    assert_eq!(sheet.answers.ids_of(&teams.tool.law, "safe_now"), ["unknown"]);
    let report = teams.report(&sheet);
    assert!(report.warnings.iter().any(|warning| warning.id == "w_concern_reference"));
}

/// A text is taken only where there is a box for it.
#[test]
fn a_text_without_a_box_is_not_taken() {
    let teams = desk("team_suitability");
    let said: &[(&str, &[&str])] = &[("path", &["transfer"]), ("views", &["wants_to_stay"]), ("gap", &["covered"])];
    let notes = [("person_views", "I like it here"), ("interim_plan", "A neighbour until Friday")];
    let first = known(&teams, &draft(&teams, said, &notes));
    let sheet = draft(&teams, &[("path", &["joint"])], &[]);
    let offer = teams.offer(&sheet, &first).expect("an offer");
    let names: Vec<&str> = offer.taken.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["Needs that would go unmet", "Interim support, and when it ends"]);
}
