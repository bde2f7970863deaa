//! The tables of the team suitability tool, read a second time in plain code, over whole spaces and random sheets.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "plain/team_suitability.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain;
mod support;

use care_tools::engine::{Answer, Answers, Given, Law, Question, Settings, Shape};
use care_tools::json::Json;
use care_tools::tools::team_suitability::decide;
use care_tools::tools::{self, Tool};
use plain::{Facts, Sheet};
use std::collections::{BTreeMap, BTreeSet};
use support::Dice;

fn tool() -> &'static Tool {
    tools::named("team_suitability").expect("the tool")
}

fn settings() -> Settings {
    tool().reads_settings.expect("settings")(None).expect("the shipped settings")
}

/// What the law says of a sheet, in the words of the worked cases.
fn law(answers: &Answers) -> BTreeMap<&'static str, Json> {
    decide::result(&tool().law, answers, &settings()).into_iter().collect()
}

fn facts(law: &Law, answers: &Answers) -> Facts {
    let mut facts = Facts::new();
    for question in law.questions() {
        let said: Vec<&'static str> = match answers.to(question.at) {
            Some(Given::Number(number)) => vec![number.to_string().leak()],
            Some(Given::Day(_)) | None => Vec::new(),
            Some(_) => {
                let ids = answers.ids(question);
                let known = question.choices.iter().map(|choice| choice.id);
                known.filter(|id| ids.iter().any(|said| said == id)).collect()
            }
        };
        if !said.is_empty() {
            facts.insert(question.id, said);
        }
    }
    facts
}

/// The rule that both readings give.
fn agree(answers: &Answers) -> &'static str {
    let found = law(answers);
    let facts = facts(&tool().law, answers);
    let plain = Sheet::new(&facts).read();
    let text = |key: &str| found.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let list = |key: &str| found.get(key).map(Json::write).unwrap_or_else(|| "[]".to_owned());
    assert_eq!(text("rule"), plain.rule, "{facts:?}");
    assert_eq!(text("outcome"), plain.outcome, "{facts:?}");
    assert_eq!(text("holder"), plain.holder, "{facts:?}");
    assert_eq!(list("actions"), Json::texts(plain.actions).write(), "{facts:?}");
    assert_eq!(list("missing"), Json::texts(plain.missing).write(), "{facts:?}");
    plain.rule
}

/// Every sheet that answers these questions in every way, or not at all, and the others as `rest` says.
fn whole_space(path: &str, questions: &[&str], rest: &[&str], dice: &mut Dice, mut look: impl FnMut(&Answers)) {
    let law = &tool().law;
    let read = |answers: &mut Answers, id: &str, said: &str| answers.read(law, id, &[said]).expect("an answer");
    let space: Vec<&Question> = questions.iter().map(|id| law.question(id).expect("a question")).collect();
    let mut place = vec![0; space.len()];
    loop {
        let mut answers = Answers::none();
        read(&mut answers, "path", path);
        for (question, at) in space.iter().zip(&place) {
            if let Some(choice) = question.choices.get(*at) {
                read(&mut answers, question.id, choice.id);
            }
        }
        for id in rest {
            let question = law.question(id).expect("a question");
            if let Some(choice) = question.choices.get(dice.below(question.choices.len() + 1)) {
                read(&mut answers, id, choice.id);
            }
        }
        look(&answers);
        let Some(next) = (0..place.len()).rev().find(|at| place[*at] < space[*at].choices.len()) else { return };
        place[next] += 1;
        place[next + 1..].fill(0);
    }
}

fn reached(rules: &BTreeSet<&str>, start: &str, count: usize) {
    let these: Vec<_> = rules.iter().filter(|rule| rule.starts_with(start)).collect();
    assert_eq!(these.len(), count, "{these:?}");
}

#[test]
fn the_table_of_contacts_holds_over_its_whole_space() {
    let mut rules = BTreeSet::new();
    let questions = ["safe_now", "medium", "subject", "allocated", "available", "in_time", "colleague"];
    let mut dice = Dice::new(1);
    whole_space("contact", &questions, &["urgent_need", "advocate"], &mut dice, |sheet| {
        rules.insert(agree(sheet));
    });
    reached(&rules, "CT", 15);
}

#[test]
fn the_table_of_joint_work_holds_over_its_whole_space() {
    let mut rules = BTreeSet::new();
    let questions = ["safe_now", "who", "same_agency", "joint_consent", "only_to_arrange_agreed_service", "decider"];
    let rest = ["contact_with_person", "gap", "advocate"];
    let mut dice = Dice::new(2);
    let all: Vec<&str> = questions.into_iter().chain(["part_of_safeguarding", "partner_delay"]).collect();
    whole_space("joint", &all, &rest, &mut dice, |sheet| {
        rules.insert(agree(sheet));
    });
    reached(&rules, "JW", 14);
}

#[test]
fn the_table_of_requests_holds_over_its_whole_space() {
    let mut rules = BTreeSet::new();
    let questions = ["safe_now", "asked_for", "formal_request", "difficulty", "gap"];
    whole_space("asked", &questions, &[], &mut Dice::new(3), |sheet| {
        rules.insert(agree(sheet));
    });
    reached(&rules, "RQ", 12);
}

/// A sheet on the path `transfer` that tends to get far down the table.
fn transfer_sheet(dice: &mut Dice) -> Answers {
    let law = &tool().law;
    let mut answers = Answers::none();
    answers.read(law, "path", &["transfer"]).unwrap();
    let likely = [("safe_now", "no"), ("consent", "agrees"), ("harm_of_change", "none"), ("info_ready", "yes")];
    let likely = likely.into_iter().chain([("live_process", "none"), ("receiver", "our_authority_team")]);
    let likely: Vec<(&str, &str)> = likely.collect();
    for question in law.questions().filter(|question| question.id != "path") {
        let usual = likely.iter().find(|(id, _)| *id == question.id).filter(|_| dice.chance(60));
        let given = match (usual, question.shape) {
            (Some((_, said)), _) => Answer::read(question, &[said]).expect("an answer"),
            (None, Shape::One) if dice.chance(92) => {
                Answer::to(question, Given::One(dice.below(question.choices.len()))).unwrap()
            }
            (None, Shape::Many) if dice.chance(95) => {
                let ticks = (0..1 + dice.below(2)).fold(0, |mask, _| mask | 1 << dice.below(question.choices.len()));
                Answer::to(question, Given::Many(ticks)).unwrap()
            }
            (None, Shape::Number) if dice.chance(80) => {
                Answer::to(question, Given::Number(*dice.pick(&support::NUMBERS))).unwrap()
            }
            _ => continue,
        };
        answers.give(given);
    }
    answers
}

#[test]
fn the_table_of_transfers_holds_over_random_sheets() {
    let mut rules = BTreeSet::new();
    let mut dice = Dice::new(4);
    for _ in 0..120_000 {
        rules.insert(agree(&transfer_sheet(&mut dice)));
    }
    reached(&rules, "TR", 33);
}

#[test]
fn who_holds_a_disputed_case_holds_over_its_whole_space() {
    let mut dice = Dice::new(5);
    let mut holders = BTreeSet::new();
    whole_space("transfer", &["meeting_needs_now", "living_in"], &[], &mut dice, |sheet| {
        let mut sheet = sheet.clone();
        let rest = [("safe_now", "no"), ("reasons", "moved_area"), ("consent", "agrees"), ("views", "no_preference")];
        let ours = [("our_function", "yes"), ("our_person", "no"), ("residence", "other_disputed")];
        for (id, said) in rest.into_iter().chain(ours) {
            sheet.read(&tool().law, id, &[said]).unwrap();
        }
        assert_eq!(agree(&sheet), "TR11");
        holders.insert(law(&sheet)["holder"].write());
    });
    assert_eq!(holders.len(), 2);
}

/// The invariants of section 8 that are about more than one table.
#[test]
fn the_invariants_hold() {
    let mut dice = Dice::new(6);
    let tool = tool();
    let text = |found: &BTreeMap<&'static str, Json>, key: &str| {
        found.get(key).and_then(Json::as_text).unwrap_or_default().to_owned()
    };
    for _ in 0..40_000 {
        let sheet = match dice.chance(60) {
            true => transfer_sheet(&mut dice),
            false => support::any_sheet(tool, &mut dice).answers,
        };
        let facts = facts(&tool.law, &sheet);
        let said = |id: &str| facts.get(id).and_then(|said| said.first()).copied().unwrap_or("");
        let found = law(&sheet);
        let (outcome, holder) = (text(&found, "outcome"), text(&found, "holder"));
        let actions = found["actions"].write();
        let path = said("path");
        assert!(!outcome.is_empty() && !text(&found, "rule").is_empty(), "{facts:?}");
        assert_eq!(holder.is_empty(), ["", "joint"].contains(&path), "a holder: {facts:?}");
        if said("safe_now") == "danger_now" {
            assert!(path.is_empty() || outcome.ends_with("_emergency"), "{facts:?}");
            assert!(actions.contains("at_call_999"), "{facts:?}");
        }
        if outcome == "t_transfer" {
            let ready = said("agreed") == "yes" && said("info_ready") == "yes";
            assert!(ready && ["no_unmet_needs", "covered"].contains(&said("gap")), "{facts:?}");
            assert!(["agrees", "best_interests_made"].contains(&said("consent")), "{facts:?}");
            assert!(facts["reasons"].iter().any(|reason| !["team_capacity", "cost"].contains(reason)), "{facts:?}");
        }
        assert_eq!(holder == "receiving_from_agreed_date", outcome == "t_transfer", "{facts:?}");
        if path == "transfer" && ["not_covered", "unknown"].contains(&said("gap")) {
            assert!(actions.contains("at_interim"), "{facts:?}");
        }
        if outcome == "c_transfer_call" {
            assert!(["named_worker", "team_only"].contains(&said("allocated")), "{facts:?}");
        }
        if said("who") != "adult" && ["refused", "lacks_capacity"].contains(&said("joint_consent")) && path == "joint"
        {
            let go = ["j_go", "j_start_alone", "j_wait", "j_assumed", "j_safeguarding_without_consent"];
            assert!(!go.contains(&outcome.as_str()), "{facts:?}");
        }
        if path == "transfer"
            && facts.get("reasons").is_some_and(|reasons| {
                !Sheet(facts.clone()).only("reasons", &["team_capacity", "cost"]) && !reasons.is_empty()
            })
        {
            let reasons = tool.law.question("reasons").unwrap();
            let mut more: Vec<&str> = facts["reasons"].clone();
            more.push(*dice.pick(&["team_capacity", "cost"]));
            let also = sheet.clone().with(Answer::read(reasons, &more).unwrap());
            assert_eq!(text(&law(&also), "outcome"), outcome, "{facts:?}");
        }
        // An answer to a question that is not asked changes nothing.
        let asked = tool.law.decide(&sheet, &settings()).asked;
        let mut bare = sheet.clone();
        tool.law.questions().filter(|q| !asked.contains(&q.at)).for_each(|q| bare.withdraw(q.at));
        assert_eq!(law(&bare), found, "{facts:?}");
    }
}
