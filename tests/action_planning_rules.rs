//! The rules of action planning, read a second time in plain code over random plans, and what must hold for any plan.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "plain/action_planning.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain;
#[path = "support/plans.rs"]
mod plans;
mod support;

use care_tools::json::Json;
use care_tools::tools::action_planning::{decide, law};
use plain::Sheet;
use plans::plan;
use std::collections::BTreeSet;
use support::Dice;

fn case(facts: Json) -> Json {
    Json::object([("facts", facts)])
}

fn texts(result: &Json, key: &str) -> Vec<String> {
    let list = result.get(key).and_then(Json::as_list).unwrap_or_default();
    list.iter().filter_map(Json::as_text).map(str::to_owned).collect()
}

#[test]
fn a_second_reading_of_the_rules_gives_the_same_outcomes() {
    let mut dice = Dice::new(21);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for _ in 0..20_000 {
        let facts = plan(&mut dice);
        let result = decide::decide(&case(facts.clone())).unwrap_or_else(|fault| panic!("{fault}"));
        let found: BTreeSet<String> = texts(&result, "outcomes").into_iter().collect();
        let expected: BTreeSet<String> = Sheet::new(&facts).outcomes().into_iter().map(str::to_owned).collect();
        assert_eq!(found, expected, "{}", facts.write());
        seen.extend(found);
    }
    let every: BTreeSet<String> = law().outcomes.iter().map(|outcome| outcome.id.to_owned()).collect();
    assert_eq!(every.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new(), "never reached");
}

#[test]
fn what_must_hold_for_any_plan() {
    let mut dice = Dice::new(22);
    let rank = |level: &str| ["stop", "act_now", "do", "consider", "info"].iter().position(|known| *known == level);
    for _ in 0..8_000 {
        let facts = plan(&mut dice);
        let result = decide::decide(&case(facts.clone())).expect("a result");
        let outcomes = texts(&result, "outcomes");
        let levels: Vec<_> = outcomes
            .iter()
            .map(|id| result.get("levels").and_then(|levels| levels.get(id)).and_then(Json::as_text).and_then(rank))
            .collect();
        assert!(levels.iter().all(Option::is_some) && levels.is_sorted(), "{outcomes:?} {levels:?}");
        let once: BTreeSet<&String> = outcomes.iter().collect();
        assert_eq!(once.len(), outcomes.len(), "{outcomes:?}");
        let counts = |key: &str| match result.get("plan").and_then(|plan| plan.get(key)) {
            Some(Json::Whole(number)) => *number,
            _ => 0,
        };
        assert_eq!(counts("total"), counts("done") + counts("stopped") + counts("open"));
        // Errors shown at all times are shown on a draft; the others only once the plan is to be complete.
        let draft = texts(&result, "errors");
        let mut pairs = facts.as_object().unwrap().to_vec();
        pairs.push(("_stage".to_owned(), Json::text("complete")));
        let complete = decide::decide(&case(Json::Object(pairs))).expect("a result");
        let all = texts(&complete, "errors");
        assert!(draft.iter().all(|id| all.contains(id)), "{draft:?} {all:?}");
        assert_eq!(texts(&complete, "outcomes"), outcomes, "drafts and complete plans alike");
    }
}

#[test]
fn a_bad_case_says_what_is_wrong() {
    let fault = |text: &str| decide::decide(&Json::read(text).unwrap()).expect_err("a fault");
    let says = |text: &str, what: &str| assert!(fault(text).contains(what), "{}", fault(text));
    says(r#"{}"#, "`facts` is missing");
    says(r#"{"facts": {"ap_abuot": "adult"}}"#, "there is no question `ap_abuot`");
    says(r#"{"facts": {"ap_about": "giant"}}"#, "`giant` is not a choice");
    says(r#"{"facts": {"worked_out_evidence": "yes"}}"#, "there is no question");
    says(r#"{"facts": {"ap_issues": [{"type": "x"}]}}"#, "`x` is not a choice of `ap_issues[1].type`");
    says(r#"{"facts": {"ap_actions": [{"who": "x"}]}}"#, "there is no question `ap_actions[1].who`");
    says(r#"{"facts": {"_now_utc": "noon"}}"#, "`_now_utc` is not a moment of UTC");
    says(r#"{"facts": {"calc": {"op": "guess"}}}"#, "there is no function `guess`");
}
