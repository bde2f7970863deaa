//! The worked cases of the team suitability tool, exactly.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::cases::Case;
use care_tools::json::Json;
use care_tools::tools::team_suitability::{CASES, decide};
use care_tools::tools::{self, Tool};

fn tool() -> &'static Tool {
    tools::named("team_suitability").expect("the tool")
}

fn cases() -> Vec<Json> {
    let file = Json::read(CASES).expect("the cases are JSON");
    file.get("cases").and_then(Json::as_list).expect("a list of cases").to_vec()
}

#[test]
fn every_worked_case_comes_out_as_expected() {
    let mut seen = 0;
    for case in cases() {
        let id = case.get("id").and_then(Json::as_text).unwrap_or_default().to_owned();
        let read = Case::read(tool(), &case).unwrap_or_else(|fault| panic!("{id}: {fault}"));
        let result = decide::result(&tool().law, &read.answers, &read.settings);
        let expected = case.get("expected").and_then(Json::as_object).expect("a case expects something");
        for (key, value) in expected {
            let found = result.iter().find(|(known, _)| known == key).map(|(_, found)| found);
            assert_eq!(found, Some(value), "{id}: {key}");
        }
        let holder = result.iter().any(|(key, _)| *key == "holder");
        assert_eq!(holder, case.get("kind").and_then(Json::as_text) != Some("joint"), "{id}: a holder");
        seen += 1;
    }
    assert_eq!(seen, 56);
}

#[test]
fn a_case_that_cannot_be_read_says_why() {
    let fault = |text: &str| Case::read(tool(), &Json::read(text).unwrap()).expect_err("a fault");
    let says = |text: &str, what: &str| assert!(fault(text).contains(what), "{}", fault(text));
    says(r#"{"kind": "moved", "facts": {}}"#, "`moved` is not a choice of the question `path`");
    says(r#"{"kind": "joint"}"#, "`facts` is missing");
    says(r#"{"kind": "transfer", "facts": {"days_since_asked": "many"}}"#, "is not a whole number from 0 to 9999");
    says(r#"{"kind": "transfer", "facts": {"days_since_asked": -1}}"#, "is not a whole number from 0 to 9999");
    says(r#"{"kind": "transfer", "facts": {}, "config": {"escalate_days": 1000}}"#, "from 1 to 365");
    says(r#"{"kind": "transfer", "facts": {}, "config": {"days": 1}}"#, "`config.days` is not a key of this file");
}

#[test]
fn the_authority_sets_when_a_manager_is_told() {
    let actions = |days: u16, config: &str| {
        let text = format!(
            r#"{{"kind": "transfer", "config": {config}, "facts": {{"safe_now": "no", "reasons": ["age_transition"],
            "consent": "agrees", "views": "no_preference", "our_function": "no", "our_person": "no",
            "receiver": "our_authority_team", "their_function": "yes", "their_person": "yes",
            "agreed": "no_reply", "days_since_asked": {days}}}}}"#
        );
        let case = Case::read(tool(), &Json::read(&text).unwrap()).unwrap();
        let result = decide::result(&tool().law, &case.answers, &case.settings);
        let actions = result.into_iter().find(|(key, _)| *key == "actions").map(|(_, actions)| actions.write());
        actions.unwrap().contains("at_escalate")
    };
    assert_eq!([4, 5].map(|days| actions(days, "null")), [false, true]);
    assert_eq!([9, 10].map(|days| actions(days, r#"{"escalate_days": 10}"#)), [false, true]);
}
