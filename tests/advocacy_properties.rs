//! Section 13 of the advocacy specification, as properties over many sheets.
//!
//! What is found out later may end a duty only where a rule says so; a refusal
//! and the checks on a supporter reach no further than their own tables.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod support;

use care_tools::engine::{Answer, Given, Kind, Law, Question, Shape};
use care_tools::tools::{self, Tool};
use std::collections::BTreeSet;
use support::{Dice, Property, Sheet, any_sheet, case_sheets, check, near};

fn tool() -> &'static Tool {
    tools::named("advocacy").expect("the advocacy tool")
}

/// Outcomes and rules of a sheet, by id.
struct Read {
    outcomes: BTreeSet<&'static str>,
    duties: BTreeSet<&'static str>,
    rules: BTreeSet<&'static str>,
}

fn read(law: &Law, sheet: &Sheet) -> Read {
    let decision = law.decide(&sheet.answers, &sheet.settings);
    let given = || decision.outcomes.iter().map(|at| &law.outcomes[*at]);
    let rows: Vec<&'static str> = law.rows().map(|(_, row)| row.id).collect();
    Read {
        outcomes: given().map(|outcome| outcome.id).collect(),
        duties: given().filter(|outcome| outcome.kind == Kind::Duty).map(|outcome| outcome.id).collect(),
        rules: decision.rules.iter().map(|at| rows[*at]).collect(),
    }
}

fn said(law: &Law, sheet: &Sheet, question: &str) -> String {
    let question = law.question(question).expect("a question");
    sheet.answers.ids(question).join(" ")
}

fn with(sheet: &Sheet, question: &Question, given: Given) -> Sheet {
    let answer = Answer::to(question, given).expect("an answer");
    Sheet { answers: sheet.answers.clone().with(answer), settings: sheet.settings.clone() }
}

/// Everything known that an open answer may become in one step; ticks that are known stay.
fn known(law: &Law, sheet: &Sheet, question: &Question) -> Vec<Given> {
    let known = (0..question.choices.len()).filter(|choice| question.not_known() & (1 << choice) == 0);
    match question.shape {
        Shape::One => known.map(Given::One).collect(),
        Shape::Number => support::NUMBERS.map(Given::Number).to_vec(),
        Shape::Day => support::days(law, &sheet.settings).into_iter().map(Given::Day).collect(),
        Shape::Many => {
            let ticks = match sheet.answers.to(question.at) {
                Some(Given::Many(ticks)) => ticks & !question.not_known(),
                _ => 0,
            };
            known.map(|choice| Given::Many(ticks | 1 << choice)).collect()
        }
    }
}

/// Sheets at which something is decided: near the worked cases, with answers opened again.
fn sheets(tool: &Tool, dice: &mut Dice) -> Sheet {
    let mut sheet =
        if dice.chance(30) { any_sheet(tool, dice) } else { near(tool, dice.pick(case_sheets(tool)).clone(), dice) };
    let asked = tool.law.decide(&sheet.answers, &sheet.settings).asked;
    for _ in 0..dice.below(3) {
        sheet.answers.withdraw(*dice.pick(&asked));
    }
    sheet
}

/// What must hold when one question is found out: before, after, the sheet and the question.
type Holds<'a> = &'a dyn Fn(&Read, &Read, &Sheet, &Question) -> Result<(), String>;

/// Each sheet with one open answer become known, tried one by one.
fn found_out(rounds: usize, holds: Holds<'_>) {
    let property: &Property<'_> = &|tool, sheet, _| {
        let law = &tool.law;
        let before = read(law, sheet);
        for question in law.questions().filter(|question| sheet.answers.is_open(question)) {
            for given in known(law, sheet, question) {
                let then = with(sheet, question, given);
                holds(&before, &read(law, &then), &then, question)
                    .map_err(|fault| format!("{} became {}: {fault}", question.id, said(law, &then, question.id)))?;
            }
        }
        Ok(())
    };
    check(tool(), rounds, sheets, property);
}

#[test]
fn what_is_found_out_ends_do_not_start_only_where_a_rule_says_so() {
    let law = &tool().law;
    found_out(450, &|before, after, then, question| {
        if !before.outcomes.contains("do_not_start") || after.outcomes.contains("do_not_start") {
            return Ok(());
        }
        let req67 = ["ca_s67_required", "ca_reablement_required"].iter().any(|id| after.outcomes.contains(id));
        let req68 = after.outcomes.contains("ca_s68_required");
        let in_place = said(law, then, "advocate_status") == "care_act_in_place";
        let urgent = question.id == "urgent_risk" && said(law, then, "urgent_risk") == "yes";
        if (!req67 && !req68) || in_place || (!req67 && urgent) { Ok(()) } else { Err("do_not_start is gone".into()) }
    });
}

#[test]
fn what_is_found_out_ends_a_duty_only_where_a_rule_says_so() {
    let law = &tool().law;
    found_out(450, &|before, after, then, question| {
        for duty in before.duties.difference(&after.duties) {
            let now = said(law, then, question.id);
            let care_act = ["ca_s67_required", "ca_s68_required", "ca_reablement_required"].contains(duty);
            let accommodation = ["imca_s38_required", "imca_s39_required"].contains(duty);
            let age = question.id == "age_band" || question.id == "person_role";
            let rule = |id: &str| after.rules.contains(id);
            let allowed = match question.id {
                // T2: capacity is found to be lacking, and best interests takes the place of the person's word.
                "capacity_choose_support" => care_act && now == "lacks",
                _ if accommodation && rule("I3") && question.id.ends_with("_length") => true,
                _ if accommodation && rule("I4") => true,
                // D2, P10, and no T8 or T9 below 16.
                _ if age && (rule("D2") || rule("P10") || rule("age_under_16")) => !care_act,
                "decision_date" => rule("M3") || rule("D3"),
                _ => false,
            };
            if !allowed {
                return Err(format!("{duty} is gone"));
            }
        }
        Ok(())
    });
}

#[test]
fn a_person_who_declines_never_loses_a_duty() {
    let law = &tool().law;
    let question = law.question("view_on_advocate").expect("a question");
    let declines = question.choices.iter().position(|choice| choice.id == "declines").expect("a choice");
    check(tool(), 4_000, sheets, &|_, sheet, _| {
        let (before, after) = (read(law, sheet), read(law, &with(sheet, question, Given::One(declines))));
        if before.duties == after.duties {
            return Ok(());
        }
        Err(format!("the duties were {:?} and are {:?}", before.duties, after.duties))
    });
}

#[test]
fn the_checks_on_a_supporter_never_reach_imca_dols_or_imha() {
    let law = &tool().law;
    let own = |read: &Read| -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
        let starts = ["imca_", "dols_", "imha_", "court_dol"];
        let outcomes = read.outcomes.iter().copied().filter(|id| starts.iter().any(|start| id.starts_with(start)));
        let rule = |id: &&str| {
            let mut letters = id.chars();
            letters.next().is_some_and(|first| "IDM".contains(first))
                && letters.next().is_some_and(|c| c.is_ascii_digit())
        };
        (outcomes.collect(), read.rules.iter().copied().filter(rule).collect())
    };
    check(tool(), 700, sheets, &|_, sheet, _| {
        let before = own(&read(law, sheet));
        for question in law.questions().filter(|question| question.id.starts_with("ap_")) {
            for choice in 0..question.choices.len() {
                if own(&read(law, &with(sheet, question, Given::One(choice)))) != before {
                    return Err(format!("{} reaches them", question.id));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_warning_never_changes_an_outcome() {
    let bare = support::copy(&tool().law, support::copy_table);
    let bare = care_tools::engine::Law { warnings: Vec::new(), ..bare }.ready();
    check(tool(), 3_000, sheets, &|tool, sheet, _| {
        let with = tool.law.decide(&sheet.answers, &sheet.settings);
        let without = bare.decide(&sheet.answers, &sheet.settings);
        if with.outcomes == without.outcomes && with.rules == without.rules { Ok(()) } else { Err("it does".into()) }
    });
}
