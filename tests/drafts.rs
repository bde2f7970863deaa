//! A draft of a form, written down and read back.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod support;

use care_tools::engine::{Given, Shape};
use care_tools::json::Json;
use care_tools::sheet::{Agreement, Draft};
use care_tools::tools::{self, Tool};
use care_tools::words::Words;
use support::{Dice, Sheet, any_sheet, check};

/// A draft with answers, notes and dates, some of them taken back again.
fn draft(tool: &Tool, sheet: &Sheet, dice: &mut Dice) -> Draft {
    let mut draft = Draft { answers: sheet.answers.clone(), ..Draft::default() };
    let texts = ["a", "Ünïcode – “quotes”", "two\nlines", "<script>alert(1)</script>", "\\ \" \u{7} {}"];
    for note in &tool.notes {
        if dice.chance(30) {
            draft.type_note(note.id, texts[dice.below(texts.len())]);
        }
    }
    for question in tool.law.questions() {
        match draft.answers.to(question.at) {
            Some(Given::Day(day)) => draft.set_day(question, day),
            Some(Given::Number(number)) => {
                draft.set_boxes(question.at, [number.to_string(), String::new(), String::new()])
            }
            _ if question.shape == Shape::Number && dice.chance(50) => {
                draft.type_box(question, 0, "about 5", &Words::default())
            }
            _ if question.shape == Shape::Day && dice.chance(50) => {
                // Half a date: no answer, and still not lost.
                draft.type_box(question, 0, "31", &Words::default());
                draft.type_box(question, 2, "20", &Words::default());
            }
            _ => {}
        }
    }
    draft.agreement = dice.pick(&Agreement::ALL).0;
    draft
}

#[test]
fn a_draft_can_be_read_back() {
    let property: &support::Property<'_> = &|tool, sheet, dice| {
        let draft = draft(tool, sheet, dice);
        let text = draft.to_json(&tool.law).write();
        let back = Draft::from_json(tool, &Json::read(&text)?);
        let answers = tool.law.questions().all(|q| back.answers.to(q.at) == draft.answers.to(q.at));
        let boxes = tool.law.questions().all(|q| back.boxes(q.at) == draft.boxes(q.at));
        let rest = back.notes == draft.notes && back.agreement == draft.agreement;
        if !answers || !boxes || !rest {
            return Err(format!("{back:?}\nis not\n{draft:?}"));
        }
        Ok(())
    };
    tools::all().iter().for_each(|tool| check(tool, 3_000, any_sheet, property));
}
