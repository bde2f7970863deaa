//! What is true of every decision of every tool, tried over many sheets.
//!
//! * Every outcome, warning and row can be reached, and no decision is empty.
//! * A question that is not asked never matters, nor does the order of rows
//!   of which every one that fits is used.
//! * What is called settled survives every completion of the open answers, and
//!   a question called idle changes nothing, whatever the others become.
//! * "What would change this" says the truth and leaves nothing out.
//! * A case that is written down can be read back.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod support;

use care_tools::cases::Case;
use care_tools::engine::{
    Answer, Answers, Given, Hit, Kind, Law, Question, Quick, Reader, Reading, Settings, Shape, Truth,
};
use care_tools::engine::{Apart, Cond, Span, When};
use care_tools::json::Json;
use care_tools::tools::{self, Tool};
use std::collections::BTreeSet;
use support::{
    Dice, Property, Sheet, any_sheet, check, complete, completions, copy, copy_table, fill, how_many, sheet,
};

/// Rows that no sheet can reach, with the reason: tool, table, row, and which of that id in the table, from 0.
///
/// Rule B6, and B5, are not in the table for section 68 at all: regulation 4 is
/// made for section 67, so there is no exception that could hold or be unknown.
const UNREACHABLE: &[(&str, &str, &str, usize)] = &[];

/// Tries a property of every tool.
fn every_tool(rounds: usize, make: impl Fn(&Tool, &mut Dice) -> Sheet, property: &Property<'_>) {
    for tool in tools::all() {
        check(tool, rounds, &make, property);
    }
}

fn outcomes(law: &Law, sheet: &Sheet) -> Vec<usize> {
    law.decide(&sheet.answers, &sheet.settings).outcomes
}

fn ids(law: &Law, outcomes: &[usize]) -> Vec<&'static str> {
    outcomes.iter().map(|at| law.outcomes[*at].id).collect()
}

/// Table, id and place among rows of that id, for every row in order.
fn row_names(law: &Law) -> Vec<(&'static str, &'static str, usize)> {
    let mut names: Vec<(&'static str, &'static str, usize)> = Vec::new();
    for (table, row) in law.rows() {
        let before = names.iter().filter(|(t, r, _)| *t == table.id && *r == row.id).count();
        names.push((table.id, row.id, before));
    }
    names
}

/// Sheets as random as any, near those that reached something new: tables stand behind one another.
struct Search<'a> {
    tool: &'a Tool,
    dice: Dice,
    near: Vec<Sheet>,
}

impl<'a> Search<'a> {
    fn new(tool: &'a Tool) -> Self {
        Self { tool, dice: Dice::new(1), near: support::case_sheets(tool).to_vec() }
    }

    fn next(&mut self) -> Sheet {
        if self.near.is_empty() || self.dice.chance(30) {
            return any_sheet(self.tool, &mut self.dice);
        }
        let from = self.dice.pick(&self.near).clone();
        support::near(self.tool, from, &mut self.dice)
    }
}

#[test]
fn every_outcome_warning_and_row_is_reached_and_every_such_row_is_a_reason() {
    for tool in tools::all() {
        let law = &tool.law;
        let names = row_names(law);
        let mut outcomes: BTreeSet<&str> = law.outcomes.iter().map(|outcome| outcome.id).collect();
        let mut warnings: BTreeSet<&str> = law.warnings.iter().map(|warning| warning.id).collect();
        let mut rows: BTreeSet<usize> = (0..names.len()).collect();
        let gives = |row: &(usize, (&_, &care_tools::engine::Row))| !row.1.1.outcomes.is_empty();
        let mut reasons: BTreeSet<usize> = law.rows().enumerate().filter(gives).map(|(at, _)| at).collect();
        let never: BTreeSet<_> = UNREACHABLE
            .iter()
            .filter(|(id, ..)| *id == tool.id)
            .map(|(_, table, row, nth)| (*table, *row, *nth))
            .collect();
        let mut search = Search::new(tool);
        for _ in 0..60_000 {
            let sheet = search.next();
            let decision = law.decide(&sheet.answers, &sheet.settings);
            decision.outcomes.iter().for_each(|at| {
                outcomes.remove(law.outcomes[*at].id);
            });
            decision.warnings.iter().for_each(|at| {
                warnings.remove(law.warnings[*at].id);
            });
            let new = decision.rules.iter().filter(|row| rows.remove(row)).count();
            if decision.rules.iter().any(|row| reasons.contains(row)) {
                for outcome in &decision.outcomes {
                    for reason in law.reasons(&sheet.answers, &sheet.settings, *outcome) {
                        reasons.remove(&reason.rule);
                    }
                }
            }
            if new > 0 {
                search.near.push(sheet);
            }
            if outcomes.is_empty() && warnings.is_empty() && reasons.len() <= never.len() && rows.len() <= never.len()
            {
                break;
            }
        }
        assert!(outcomes.is_empty(), "{}: no sheet gives {outcomes:?}", tool.id);
        assert!(warnings.is_empty(), "{}: no sheet gives {warnings:?}", tool.id);
        let missed: BTreeSet<_> = rows.into_iter().map(|at| names[at]).collect();
        assert_eq!(missed, never, "{}: rows that no sheet reaches", tool.id);
        let silent: BTreeSet<_> = reasons.into_iter().map(|at| names[at]).collect();
        assert!(silent.is_subset(&never), "{}: never a reason: {silent:?}", tool.id);
    }
}

#[test]
fn no_decision_is_empty_and_every_outcome_has_a_reason() {
    every_tool(6_000, any_sheet, &|tool, sheet, _| {
        let law = &tool.law;
        let decision = law.decide(&sheet.answers, &sheet.settings);
        // A plan is no decision: nothing may follow from it yet.
        if decision.outcomes.is_empty() && tool.groups.is_empty() {
            return Err("there is no outcome".into());
        }
        for outcome in decision.outcomes {
            let reasons = law.reasons(&sheet.answers, &sheet.settings, outcome);
            let gives = |rule: usize| law.rows().nth(rule).is_some_and(|(_, row)| row.outcomes.contains(&outcome));
            if !reasons.last().is_some_and(|reason| gives(reason.rule)) {
                return Err(format!("the reasons of {} do not end with its rule", law.outcomes[outcome].id));
            }
            for reason in reasons {
                if !decision.rules.contains(&reason.rule) {
                    return Err(format!("rule {:?} is a reason and does not fit", row_names(law)[reason.rule]));
                }
                if let Some(at) = reason.answers.iter().find(|at| !decision.asked.contains(at)) {
                    // A question that is not asked may be named: that it is not asked is what counts then.
                    let asked = &law.question_at(*at).expect("a question").asked;
                    if *asked == care_tools::engine::Cond::Always {
                        return Err(format!("question {at} is relied on and not asked"));
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_a_reason_counted_is_what_its_rule_by_itself_counted() {
    every_tool(1_500, any_sheet, &|tool, sheet, _| {
        let law = &tool.law;
        let decision = law.decide(&sheet.answers, &sheet.settings);
        for outcome in decision.outcomes {
            for reason in law.reasons(&sheet.answers, &sheet.settings, outcome) {
                let alone = law.counted_in(&sheet.answers, &sheet.settings, reason.rule);
                if alone != reason.counted {
                    return Err(format!("rule {:?} counted {alone:?}", row_names(law)[reason.rule]));
                }
            }
        }
        for rule in (0..law.rows().count()).filter(|rule| !decision.rules.contains(rule)) {
            if !law.counted_in(&sheet.answers, &sheet.settings, rule).is_empty() {
                return Err(format!("rule {:?} does not fit and counted something", row_names(law)[rule]));
            }
        }
        Ok(())
    });
}

#[test]
fn a_quick_reading_finds_the_rows_that_a_reading_with_evidence_finds() {
    every_tool(400, any_sheet, &|tool, sheet, _| {
        let law = &tool.law;
        let quick = Quick::new(law, &sheet.settings).rows(&sheet.answers);
        let mut reader = Reader::new(law, &sheet.answers, &sheet.settings, Reading::AsItStands);
        for table in &law.tables {
            let _ = reader.table(table.at);
        }
        for (at, (_, row)) in law.rows().enumerate() {
            if (reader.row(at).truth == Truth::Holds) != quick.has(at) {
                return Err(format!("row `{}`", row.id));
            }
        }
        Ok(())
    });
}

#[test]
fn the_empty_sheet_has_a_decision() {
    for tool in tools::all() {
        let decision = tool.law.decide(&Answers::none(), &Settings::default());
        assert!(!decision.outcomes.is_empty() || !tool.groups.is_empty(), "{}", tool.id);
        let needed = |at: &usize| !tool.law.question_at(*at).expect("a question").optional;
        let asked: Vec<usize> = decision.asked.into_iter().filter(needed).collect();
        assert_eq!(asked, decision.find_out, "{}: what is asked is open", tool.id);
    }
}

#[test]
fn a_question_that_is_not_asked_never_matters() {
    every_tool(1_500, any_sheet, &|tool, given, dice| {
        let law = &tool.law;
        let before = law.decide(&given.answers, &given.settings);
        let other = sheet(law, dice, 20);
        // A question that an answer brings to light is asked as soon as there is one.
        let shows_itself = |q: &Question| {
            let mut itself = false;
            q.asked.each(&mut |part| itself |= *part == Cond::Given(q.at));
            itself
        };
        let hidden: Vec<&Question> =
            law.questions().filter(|q| !before.asked.contains(&q.at) && !shows_itself(q)).collect();
        let differently = |at: usize, sheet: &mut Answers| match other.answers.to(at) {
            Some(given) => {
                let question = law.question_at(at).expect("a question");
                sheet.give(Answer::to(question, given).expect("an answer"));
            }
            None => sheet.withdraw(at),
        };
        let mut all = given.answers.clone();
        let mut none = given.answers.clone();
        for question in &hidden {
            let mut one = given.answers.clone();
            differently(question.at, &mut one);
            if law.decide(&one, &given.settings) != before {
                return Err(format!("{} is not asked and matters", question.id));
            }
            differently(question.at, &mut all);
            none.withdraw(question.at);
        }
        for answers in [all, none] {
            if law.decide(&answers, &given.settings) != before {
                return Err("the questions that are not asked matter together".into());
            }
        }
        Ok(())
    });
}

/// What `standing` calls settled on a sheet, tried on a sheet with more answers.
fn settled_survives(law: &Law, now: &Sheet, then: &Sheet) -> Result<(), String> {
    let standing = law.standing(&now.answers, &now.settings);
    let decision = law.decide(&then.answers, &then.settings);
    let with = || format!("with\n{}from", then.show(law));
    for (at, truth) in standing.outcomes.iter().enumerate() {
        let given = decision.outcomes.contains(&at);
        if (*truth == Truth::Holds && !given) || (*truth == Truth::Fails && given) {
            return Err(format!("{} was settled as {truth:?} {}", law.outcomes[at].id, with()));
        }
    }
    for topic in &standing.topics {
        for row in &topic.settled {
            if !decision.rules.contains(row) {
                return Err(format!("row {:?} was settled {}", row_names(law)[*row], with()));
            }
        }
        let start = law.first_row(topic.table);
        let rows = start..law.first_row(topic.table + 1);
        let fitting: Vec<usize> = decision.rules.iter().copied().filter(|row| rows.contains(row)).collect();
        if topic.open.is_empty() && fitting != topic.settled {
            return Err(format!("table {} had nothing open and changed {}", law.tables[topic.table].id, with()));
        }
    }
    Ok(())
}

#[test]
fn what_is_settled_survives_random_completions() {
    every_tool(1_500, any_sheet, &|tool, now, dice| {
        for _ in 0..15 {
            settled_survives(&tool.law, now, &complete(&tool.law, now, dice, |_| true))?;
        }
        Ok(())
    });
}

#[test]
fn what_is_settled_is_also_true_as_it_stands() {
    every_tool(6_000, any_sheet, &|tool, now, _| settled_survives(&tool.law, now, now));
}

/// A full sheet of which up to three asked questions are opened again, those with many choices left out.
fn nearly_full(tool: &Tool, dice: &mut Dice) -> Sheet {
    let law = &tool.law;
    let mut sheet = fill(law, &any_sheet(tool, dice), dice);
    let asked = law.decide(&sheet.answers, &sheet.settings).asked;
    for _ in 0..3 {
        let question = law.question_at(*dice.pick(&asked)).expect("a question");
        if how_many(law, &sheet, question) > 10 {
            continue;
        }
        sheet.answers.withdraw(question.at);
        let not_known = question.not_known();
        if not_known != 0 && dice.chance(50) {
            let given = match question.shape {
                Shape::One => Given::One(not_known.trailing_zeros() as usize),
                Shape::Many => Given::Many(not_known),
                Shape::Day | Shape::Number => continue,
            };
            sheet.answers.give(Answer::to(question, given).expect("an answer"));
        }
    }
    sheet
}

/// Every completion of a sheet, where there are not too many.
fn all_completions(law: &Law, sheet: &Sheet) -> Option<Vec<Sheet>> {
    let open: Vec<&Question> = law.questions().filter(|q| sheet.answers.is_open(q)).collect();
    let count: usize = open.iter().map(|q| how_many(law, sheet, q)).product();
    if open.len() > 3 || count > 600 {
        return None;
    }
    let mut sheets = vec![sheet.clone()];
    for question in open {
        let each = |sheet: Sheet| {
            completions(law, &sheet, question).into_iter().map(move |given| Sheet {
                answers: sheet.answers.clone().with(Answer::to(question, given).expect("an answer")),
                settings: sheet.settings.clone(),
            })
        };
        sheets = sheets.into_iter().flat_map(each).collect();
    }
    Some(sheets)
}

#[test]
fn what_is_settled_survives_every_completion_of_up_to_three_open_answers() {
    let tried = std::cell::Cell::new(0);
    every_tool(800, nearly_full, &|tool, now, _| {
        let then = all_completions(&tool.law, now).unwrap_or_default();
        tried.set(tried.get() + then.len());
        then.iter().try_for_each(|then| settled_survives(&tool.law, now, then))
    });
    assert!(tried.get() > 5_000, "only {} completions were tried", tried.get());
}

#[test]
fn an_idle_question_changes_no_outcome_whatever_the_others_become() {
    every_tool(3_000, any_sheet, &|tool, now, dice| {
        let law = &tool.law;
        let idle = law.standing(&now.answers, &now.settings).idle;
        if idle.is_empty() {
            return Ok(());
        }
        for _ in 0..5 {
            let others = complete(law, now, dice, |q| !idle.contains(&q.at));
            let before = outcomes(law, &others);
            for _ in 0..4 {
                let then = complete(law, &others, dice, |q| idle.contains(&q.at));
                if outcomes(law, &then) != before {
                    let names: Vec<&str> = idle.iter().filter_map(|at| law.question_at(*at)).map(|q| q.id).collect();
                    return Err(format!("{names:?} were idle and changed the outcomes with\n{}from", then.show(law)));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_order_of_rows_means_nothing_where_every_row_is_used() {
    for tool in tools::all() {
        let turned = copy(&tool.law, |table| {
            let mut table = copy_table(table);
            if table.hit == Hit::Every {
                table.rows.reverse();
            }
            table
        });
        assert_eq!(turned.faults(), Vec::<String>::new());
        check(tool, 4_000, any_sheet, &|tool, sheet, _| {
            let (here, there) =
                (tool.law.decide(&sheet.answers, &sheet.settings), turned.decide(&sheet.answers, &sheet.settings));
            let rules = |law: &Law, rules: &[usize]| -> Vec<String> {
                let mut ids: Vec<String> = law
                    .rows()
                    .enumerate()
                    .filter(|(at, _)| rules.contains(at))
                    .map(|(_, (table, row))| format!("{} {} {:?}", table.id, row.id, row.outcomes))
                    .collect();
                ids.sort_unstable();
                ids
            };
            if rules(&tool.law, &here.rules) != rules(&turned, &there.rules) {
                return Err("other rows fit when the rows are turned round".into());
            }
            // The order in which outcomes of one kind are shown is the order of the rows, and nothing else is.
            let same: BTreeSet<usize> = there.outcomes.iter().copied().collect();
            if same != here.outcomes.iter().copied().collect() {
                return Err("the outcomes are others when the rows are turned round".into());
            }
            let (rules, outcomes) = (here.rules.clone(), here.outcomes.clone());
            let without_rules = care_tools::engine::Decision { rules, outcomes, ..there };
            if without_rules != here {
                return Err("the decision is another when the rows are turned round".into());
            }
            Ok(())
        });
    }
}

/// Whether a rule asks how near this question's day is.
fn ahead(law: &Law, question: usize) -> bool {
    let mut ahead = false;
    for (_, row) in law.rows() {
        row.when.each(&mut |part| {
            ahead |= matches!(part, Cond::Apart(Apart { from: When::Today, to: When::Answer(at), span: Span::AtMost(_) }) if *at == question);
        });
    }
    ahead
}

/// Every other answer that a practitioner can give to a question in one step.
fn one_step(law: &Law, sheet: &Sheet, question: &Question) -> Vec<Given> {
    let now = sheet.answers.to(question.at);
    match question.shape {
        // Saying that one does not know what one has not said is nothing a practitioner would look for here.
        Shape::One => (0..question.choices.len())
            .filter(|choice| now.is_some() || question.not_known() & (1 << choice) == 0)
            .map(Given::One)
            .filter(|given| Some(*given) != now)
            .collect(),
        Shape::Many => {
            let ticks = match now {
                Some(Given::Many(mask)) => mask,
                _ => 0,
            };
            let mut reader = Reader::new(law, &sheet.answers, &sheet.settings, Reading::AsItStands);
            // The form shows the choices that may be used, and any other that is ticked.
            let shown = (0..question.choices.len())
                .filter(|choice| reader.fits(question.at, *choice) || ticks & (1 << choice) != 0);
            shown.map(|choice| Given::Many(question.toggled(ticks, choice))).collect()
        }
        // Days that are only counted back from, such as the day of receipt, are facts that nobody would vary.
        Shape::Day if law.day_asked != Some(question.at) && !ahead(law, question.at) => Vec::new(),
        Shape::Day => support::days(law, &sheet.settings).into_iter().map(Given::Day).collect(),
        Shape::Number => (0..=130).chain([9_999]).map(Given::Number).filter(|given| Some(*given) != now).collect(),
    }
}

type Effect = (Vec<&'static str>, Vec<&'static str>);

fn effect(law: &Law, now: &[usize], then: &[usize]) -> Effect {
    let without = |these: &[usize], those: &[usize]| -> Vec<&'static str> {
        ids(law, &these.iter().copied().filter(|at| !those.contains(at)).collect::<Vec<_>>())
    };
    (without(then, now), without(now, then))
}

/// What different answers would change, worked out by trying them all. Days are compared by effect alone.
fn by_trying(law: &Law, sheet: &Sheet, together: usize) -> BTreeSet<(Vec<String>, Effect)> {
    let now = law.decide(&sheet.answers, &sheet.settings);
    // What is decided is not something that could be otherwise.
    let asked = now.asked.iter().filter_map(|at| law.question_at(*at)).filter(|question| !question.subject);
    let asked: Vec<&Question> = asked.collect();
    let steps: Vec<Answer> = asked
        .iter()
        .flat_map(|q| one_step(law, sheet, q).into_iter().filter_map(|given| Answer::to(q, given)))
        .collect();
    let mut found = BTreeSet::new();
    let mut tried = |answers: &[Answer]| {
        let then = answers.iter().fold(sheet.answers.clone(), |sheet, answer| sheet.with(*answer));
        let effect = effect(law, &now.outcomes, &law.decide(&then, &sheet.settings).outcomes);
        if !effect.0.is_empty() || !effect.1.is_empty() {
            found.insert((named(law, answers), effect));
        }
    };
    for (at, first) in steps.iter().enumerate() {
        if together == 1 {
            tried(&[*first]);
            continue;
        }
        for second in steps.iter().skip(at + 1).filter(|second| second.question() != first.question()) {
            tried(&[*first, *second]);
        }
    }
    found
}

/// Answers by ids; a day or a number only by its question, because any on that side of a boundary is the same.
fn named(law: &Law, answers: &[Answer]) -> Vec<String> {
    let one = |answer: &Answer| {
        let question = law.question_at(answer.question()).expect("a question");
        match answer.given() {
            Given::Day(_) | Given::Number(_) => question.id.to_owned(),
            _ => format!("{}: {}", question.id, Answers::none().with(*answer).ids(question).join(", ")),
        }
    };
    answers.iter().map(one).collect()
}

fn as_reported(law: &Law, changes: &[care_tools::engine::Change]) -> BTreeSet<(Vec<String>, Effect)> {
    changes.iter().map(|c| (named(law, &c.answers), (ids(law, &c.gains), ids(law, &c.loses)))).collect()
}

#[test]
fn what_would_change_this_says_the_truth() {
    every_tool(150, any_sheet, &|tool, sheet, _| {
        let law = &tool.law;
        let now = outcomes(law, sheet);
        let what_if = law.what_if(&sheet.answers, &sheet.settings);
        for change in &what_if.changes {
            let then = change.answers.iter().fold(sheet.answers.clone(), |sheet, answer| sheet.with(*answer));
            let then = law.decide(&then, &sheet.settings).outcomes;
            let promised = (ids(law, &change.gains), ids(law, &change.loses));
            if effect(law, &now, &then) != promised {
                return Err(format!("{:?} does not do what it promises", named(law, &change.answers)));
            }
        }
        let asked = law.decide(&sheet.answers, &sheet.settings).asked;
        let changing: BTreeSet<usize> = what_if
            .changes
            .iter()
            .filter(|change| change.answers.len() == 1)
            .flat_map(|change| change.answers.iter().map(Answer::question))
            .collect();
        let subject = |at: usize| law.question_at(at).is_some_and(|question| question.subject);
        let same: Vec<usize> = asked.into_iter().filter(|at| !changing.contains(at) && !subject(*at)).collect();
        if same != what_if.same {
            return Err("the questions that change nothing are not those listed".into());
        }
        Ok(())
    });
}

#[test]
fn no_single_different_answer_that_changes_the_outcomes_is_left_out() {
    every_tool(150, any_sheet, &|tool, sheet, _| {
        let law = &tool.law;
        let reported = law.what_if(&sheet.answers, &sheet.settings).changes;
        let expected = by_trying(law, sheet, 1);
        if expected.is_empty() {
            return Ok(());
        }
        let reported = as_reported(law, &reported);
        let missing: Vec<_> = expected.difference(&reported).collect();
        let extra: Vec<_> = reported.difference(&expected).collect();
        if !missing.is_empty() || !extra.is_empty() {
            return Err(format!("left out: {missing:?}; too many: {extra:?}"));
        }
        Ok(())
    });
}

/// Sheets on which no single different answer changes the outcomes, where the dice find any.
fn firm_sheets(tool: &Tool, wanted: usize) -> Vec<Sheet> {
    let law = &tool.law;
    let mut dice = Dice::new(5);
    let sheets = (0..400).map(|_| any_sheet(tool, &mut dice));
    sheets.filter(|sheet| by_trying(law, sheet, 1).is_empty()).take(wanted).collect()
}

#[test]
fn pairs_are_given_only_where_no_single_answer_changes_the_outcomes() {
    for tool in tools::all() {
        let law = &tool.law;
        let mut dice = Dice::new(4);
        for _ in 0..100 {
            let sheet = any_sheet(tool, &mut dice);
            let changes = law.what_if(&sheet.answers, &sheet.settings).changes;
            let singles = changes.iter().filter(|change| change.answers.len() == 1).count();
            assert!(singles == 0 || singles == changes.len(), "both kinds on\n{}", sheet.show(law));
        }
        for sheet in firm_sheets(tool, 3) {
            let reported = as_reported(law, &law.what_if(&sheet.answers, &sheet.settings).changes);
            assert_eq!(reported, by_trying(law, &sheet, 2), "on\n{}", sheet.show(law));
        }
    }
}

#[test]
fn an_answer_taken_back_leaves_the_sheet_as_it_was() {
    every_tool(300, any_sheet, &|tool, sheet, dice| {
        for question in tool.law.questions() {
            let mut answers = sheet.answers.clone();
            answers.withdraw(question.at);
            let before = answers.clone();
            let given = *dice.pick(&completions_of(&tool.law, sheet, question));
            answers.give(Answer::to(question, given).expect("an answer"));
            answers.withdraw(question.at);
            if answers != before {
                return Err(format!("{} given and taken back is not the same sheet", question.id));
            }
        }
        Ok(())
    });
}

/// A few things that may be said to a question.
fn completions_of(law: &Law, sheet: &Sheet, question: &Question) -> Vec<Given> {
    match question.shape {
        Shape::Many => (0..question.choices.len()).map(|choice| Given::Many(1 << choice)).collect(),
        Shape::One | Shape::Day | Shape::Number => completions(law, sheet, question),
    }
}

#[test]
fn a_case_can_be_read_back() {
    every_tool(3_000, any_sheet, &|tool, sheet, _| {
        let answered = tool.law.questions().filter(|q| sheet.answers.to(q.at).is_some());
        let facts = answered.map(|q| {
            let ids = sheet.answers.ids(q);
            let value = if q.shape == Shape::Many { Json::texts(ids) } else { Json::text(ids.join("")) };
            (q.id.to_owned(), value)
        });
        let set = tool.law.settings.iter().zip(&sheet.settings.days);
        let set = set.map(|(id, day)| {
            ((*id).to_owned(), day.map_or(Json::Null, |day| Json::text(care_tools::engine::dates::to_iso(day))))
        });
        let case = Json::object([
            ("id", Json::text("round")),
            ("facts", Json::Object(facts.collect())),
            ("settings", Json::Object(set.collect())),
        ]);
        let back = Case::read(tool, &Json::read(&case.write())?)?;
        let (here, there) = (&sheet.answers, &back.answers);
        let same = tool.law.questions().all(|q| here.to(q.at) == there.to(q.at));
        // Numbers of days are read by the tool's own reader.
        let settings = !tool.law.counts.is_empty() || back.settings == sheet.settings;
        if !same || !settings || back.id != "round" {
            return Err(format!("read back as {back:?}"));
        }
        Ok(())
    });
}

#[test]
fn what_is_not_an_answer_is_refused() {
    for tool in tools::all() {
        let question = tool.law.questions().find(|q| q.shape == Shape::One).expect("a question of one choice");
        let id = question.id;
        let wrong = [
            Json::object([("no_such_question", Json::text("yes"))]),
            Json::object([(id, Json::text("no_such_choice"))]),
            Json::object([(id, Json::texts([question.choices[0].id, question.choices[1].id]))]),
            Json::object([(id, Json::Bool(true))]),
            Json::object([(id, Json::object([]))]),
        ];
        for facts in wrong {
            let case = Json::object([("id", Json::text("wrong")), ("facts", facts.clone())]);
            assert!(Case::read(tool, &case).is_err(), "{} took {facts:?}", tool.id);
        }
        let settings = [("no_such_setting", Json::text("2026-11-22"))];
        let case = Json::object([("facts", Json::object([])), ("settings", Json::object(settings))]);
        assert!(Case::read(tool, &case).is_err(), "{} took an unknown setting", tool.id);
    }
}

#[test]
fn a_decision_before_the_rules_were_written_says_so() {
    use care_tools::engine::Notice;
    for tool in tools::all() {
        let Some(question) = tool.law.day_asked.and_then(|at| tool.law.question_at(at)) else { continue };
        let from = tool.law.covers_from;
        let notices = |day: Option<chrono::NaiveDate>| {
            let mut answers = Answers::none();
            if let Some(day) = day {
                answers.give(Answer::to(question, Given::Day(day)).expect("a day"));
            }
            tool.law.decide(&answers, &Settings::default()).notices
        };
        assert_eq!(notices(from.pred_opt()), vec![Notice::NotCovered(from)], "{}", tool.id);
        assert_eq!(notices(Some(from)), Vec::new(), "{}", tool.id);
        assert_eq!(notices(None), vec![Notice::NoDay], "{}", tool.id);
    }
}

#[test]
fn outcomes_are_shown_decision_first_then_safety_and_then_by_kind() {
    every_tool(2_000, any_sheet, &|tool, sheet, _| {
        let law = &tool.law;
        let rank = |at: &usize| -> (usize, Option<Kind>) {
            let first = law.shown_first.iter().position(|shown| shown == at);
            let kind = law.outcomes[*at].kind;
            if kind == Kind::Decision {
                return (0, None);
            }
            (1 + first.unwrap_or(law.shown_first.len()), first.is_none().then_some(kind))
        };
        let shown = outcomes(law, sheet);
        let sorted = shown.windows(2).all(|pair| rank(&pair[0]) <= rank(&pair[1]));
        let once = shown.iter().collect::<BTreeSet<_>>().len() == shown.len();
        if sorted && once { Ok(()) } else { Err(format!("shown as {:?}", ids(law, &shown))) }
    });
}
