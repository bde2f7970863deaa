//! The days and names beside a result of the team suitability tool, worked out by hand.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::cases::Case;
use care_tools::engine::dates::from_iso;
use care_tools::json::Json;
use care_tools::tools::team_suitability::figures;
use care_tools::tools::{self, FigureValue, Tool};
use chrono::NaiveDate;

fn tool() -> &'static Tool {
    tools::named("team_suitability").expect("the tool")
}

fn day(iso: &str) -> NaiveDate {
    from_iso(iso).expect("a day")
}

/// The figures of a case on a day: Friday 27 November 2026, where nothing else is said.
fn on(today: Option<&str>, case: &str) -> Vec<(&'static str, FigureValue)> {
    let case = Case::read(tool(), &Json::read(case).expect("JSON")).expect("a case");
    let settings = care_tools::engine::Settings { today: today.map(day), ..case.settings.clone() };
    let figures = figures::of(&tool().law, &case.answers, &settings);
    figures.into_iter().map(|figure| (figure.id, figure.value)).collect()
}

fn value(figures: &[(&'static str, FigureValue)], id: &str) -> Option<FigureValue> {
    figures.iter().find(|(known, _)| *known == id).map(|(_, value)| value.clone())
}

/// A transfer that was asked for, and what came of it.
fn transfer(agreed: &str, facts: &str, more: &str) -> String {
    format!(
        r#"{{"kind": "transfer", "facts": {{"safe_now": "no", "reasons": ["age_transition"], "consent": "agrees",
        "views": "no_preference", "our_function": "no", "our_person": "no", "receiver": "our_authority_team",
        "their_function": "yes", "their_person": "yes", {facts} "agreed": "{agreed}"}} {more}}}"#
    )
}

#[test]
fn a_manager_is_told_five_days_after_asking_and_until_then_the_day_is_shown() {
    let escalates = |agreed: &str, days: &str, more: &str| {
        value(&on(Some("2026-11-27"), &transfer(agreed, days, more)), "escalate_on")
    };
    let on_day = |iso: &str| Some(FigureValue::Day(day(iso)));
    assert_eq!(escalates("no_reply", r#""days_since_asked": 0,"#, ""), on_day("2026-12-02"));
    assert_eq!(escalates("no_reply", r#""days_since_asked": 3,"#, ""), on_day("2026-11-29"));
    assert_eq!(escalates("no_reply", "", ""), on_day("2026-12-02"), "blank is none");
    assert_eq!(escalates("no_reply", r#""days_since_asked": 5,"#, ""), None, "the manager is told now");
    let ten = r#", "config": {"escalate_days": 10}"#;
    assert_eq!(escalates("no_reply", r#""days_since_asked": 3,"#, ten), on_day("2026-12-04"));
    let figures = on(None, &transfer("no_reply", r#""days_since_asked": 3,"#, ""));
    assert_eq!(value(&figures, "escalate_on"), None, "without today there is no day");
}

#[test]
fn the_day_from_which_another_team_holds_the_case_is_shown_once_it_has_agreed() {
    let from = |agreed: &str| {
        value(&on(Some("2026-11-27"), &transfer(agreed, r#""holds_from": "2026-12-10","#, "")), "holds_from")
    };
    assert_eq!(from("yes"), Some(FigureValue::Day(day("2026-12-10"))));
    assert_eq!(from("no_reply"), None, "it is not asked");
    assert_eq!(value(&on(Some("2026-11-27"), &transfer("yes", "", "")), "holds_from"), None);
}

#[test]
fn a_dispute_goes_to_the_secretary_of_state_within_four_months() {
    let by = |facts: &str| {
        let case = format!(
            r#"{{"kind": "transfer", "facts": {{"safe_now": "no", "reasons": ["not_ordinarily_resident"],
            "consent": "agrees", "views": "no_preference", "our_function": "yes", "our_person": "no",
            "receiver": "other_authority", "their_function": "yes", "their_person": "yes", "joint_enough": "no",
            "harm_of_change": "none", "live_process": "none", "gap": "not_covered", "agreed": "yes",
            "info_ready": "yes", "residence": "other_disputed", "meeting_needs_now": "nobody", {facts}
            "living_in": "our_area"}}}}"#
        );
        value(&on(Some("2026-11-27"), &case), "secretary_of_state")
    };
    assert_eq!(by(r#""dispute_arose": "2026-10-15","#), Some(FigureValue::Day(day("2027-02-15"))));
    // February has no 31st day: its last one counts.
    assert_eq!(by(r#""dispute_arose": "2026-10-31","#), Some(FigureValue::Day(day("2027-02-28"))));
    assert_eq!(by(""), None);
}

#[test]
fn every_figure_of_the_worked_cases_is_one_that_their_outcome_has() {
    let file = Json::read(care_tools::tools::team_suitability::CASES).expect("JSON");
    let mut seen = std::collections::BTreeMap::new();
    for case in file.get("cases").and_then(Json::as_list).expect("cases") {
        let id = case.get("id").and_then(Json::as_text).expect("an id");
        let read = Case::read(tool(), case).expect("a case");
        let settings = care_tools::engine::Settings { today: Some(day("2026-11-27")), ..read.settings.clone() };
        let figures = figures::of(&tool().law, &read.answers, &settings);
        let expected = case.get("expected").expect("expected");
        let outcome = expected.get("outcome").and_then(Json::as_text).expect("an outcome");
        let actions = expected.get("actions").and_then(Json::as_list).expect("actions");
        let says = |id: &str| actions.iter().any(|action| action.as_text() == Some(id));
        let has = |id: &str| figures.iter().any(|figure| figure.id == id);
        let missing = expected.get("missing").and_then(Json::as_list).is_some_and(|missing| !missing.is_empty());
        assert_eq!(has("missing"), missing, "{id}");
        assert_eq!(has("holder"), expected.get("holder").is_some(), "{id}");
        assert_eq!(has("reply_by"), says("at_two_day_reply"), "{id}");
        let waits = ["t_no_reply", "t_declined_ask_reasons"].contains(&outcome) && !says("at_escalate");
        assert_eq!(has("escalate_on"), waits, "{id}");
        for figure in &figures {
            assert!(figures::IDS.contains(&figure.id), "{id}: {}", figure.id);
            *seen.entry(figure.id).or_insert(0) += 1;
            if figure.id == "reply_by" {
                // Two working days after a Friday.
                assert_eq!(figure.value, FigureValue::WorkingDay(day("2026-12-01"), true), "{id}");
            }
        }
    }
    for figure in ["holder", "missing", "reply_by", "escalate_on"] {
        assert!(seen.contains_key(figure), "{seen:?}");
    }
}
