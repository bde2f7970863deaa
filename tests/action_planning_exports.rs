//! What leaves an action plan: words for everything, the text, the table and the calendar file.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::json::Json;
use care_tools::record::plan::{Head, plan as document};
use care_tools::tools::action_planning::plan::Plan;
use care_tools::tools::action_planning::{CASES, WORDING, decide, groups, law, table};
use care_tools::tools::{self};
use care_tools::words::Words;

fn words() -> Words {
    Words::read(tools::SCREEN_WORDING).unwrap().and(Words::read(WORDING).expect("the wording can be read"))
}

fn plans() -> Vec<Plan> {
    let Json::List(cases) = Json::read(CASES).unwrap() else { panic!("a list of cases") };
    let facts = cases.iter().filter_map(|case| case.get("facts")).filter(|facts| facts.get("calc").is_none());
    facts.map(|facts| decide::plan(facts).expect("a plan").0).collect()
}

#[test]
fn everything_has_words() {
    let words = words();
    let mut needed: Vec<String> = Vec::new();
    let law = law();
    for section in law.sections.iter().filter(|section| section.id != "worked_out") {
        needed.extend(["title", "lead"].map(|part| format!("sections.{}.{part}", section.id)));
        for question in &section.questions {
            needed.extend(["name", "question", "why"].map(|part| format!("questions.{}.{part}", question.id)));
            let choices = question.choices.iter().filter(|choice| choice.id != "written");
            needed.extend(choices.map(|choice| format!("questions.{}.choices.{}", question.id, choice.id)));
            if question.not_known() != 0 {
                needed.push(format!("questions.{}.find_out", question.id));
            }
        }
    }
    for outcome in &law.outcomes {
        needed.extend(["heading", "explanation"].map(|part| format!("outcomes.{}.{part}", outcome.id)));
    }
    for (group, fields) in [("issue", groups::ISSUE), ("action", groups::ACTION), ("progress", groups::PROGRESS)] {
        for field in fields {
            needed.extend(["name", "question"].map(|part| format!("fields.{group}.{}.{part}", field.id)));
            let choices = field.choices().into_iter();
            needed.extend(choices.map(|id| format!("fields.{group}.{}.choices.{id}", field.id)));
        }
    }
    let missing: Vec<&String> = needed.iter().filter(|path| !words.has(path) || words.at(path).is_empty()).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_error_and_warning_that_comes_has_words() {
    let words = words();
    for plan in plans() {
        let complete = Plan { complete: true, ..plan };
        let read = complete.read();
        for id in read.errors() {
            assert!(!words.at(&format!("errors.{id}")).is_empty(), "{id}");
        }
        for id in read.warnings() {
            assert!(!words.at(&format!("warnings.{id}")).is_empty(), "{id}");
        }
    }
}

#[test]
fn the_text_is_narrow_and_names_no_practice_concern() {
    let words = words();
    let mut concerns = 0;
    for plan in plans() {
        let read = plan.read();
        let whole = document(&words, &read, Head::default());
        let text = whole.to_text_within(80);
        let long = text.lines().find(|line| line.chars().count() > 80 && line.trim().contains(' '));
        assert_eq!(long, None);
        assert!(!text.contains("whistleblowing") && !text.contains("Concern about a worker"), "{text}");
        let other = document(&words, &read, Head { for_others: true, ..Head::default() }).to_text();
        for secret in ["Call 999", "safeguarding concern today", "Immediate danger", "Deprivation of liberty"] {
            assert!(!other.contains(secret), "{secret} in\n{other}");
        }
        concerns += usize::from(text.contains("safeguarding concern today"));
        for action in &plan.actions {
            assert!(other.contains(action.what.trim()));
        }
    }
    assert!(concerns > 0, "no case with a concern was looked at");
}

#[test]
fn the_table_has_a_row_for_each_action_and_no_formula() {
    for plan in plans() {
        let read = plan.read();
        let csv = table::write(&read, "ABCD-1234");
        assert!(csv.starts_with("\u{FEFF}record_code,action_id,"));
        assert!(csv.ends_with("\r\n"));
        let rows = csv.matches("\r\nABCD-1234,").count();
        assert_eq!(rows, plan.actions.len());
    }
    let mut plan = plans().into_iter().find(|plan| !plan.actions.is_empty()).expect("a plan with actions");
    plan.actions[0].what = "=1+1".to_owned();
    let csv = table::write(&plan.read(), "");
    assert!(csv.contains("'=1+1"), "{csv}");
}
