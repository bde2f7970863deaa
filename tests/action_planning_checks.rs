//! Errors, warnings, flags, status and counts of action plans, read a second time over random plans, and their edges.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "plain/action_planning.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain;
#[path = "plain/plan_checks.rs"]
mod plan_checks;
#[path = "support/plans.rs"]
mod plans;
mod support;

use care_tools::json::Json;
use care_tools::tools::action_planning::checks::{is_longer, limit};
use care_tools::tools::action_planning::day::{Written, is_valid, moment, time_in_england};
use care_tools::tools::action_planning::{answers, decide};
use plan_checks::{Checks, SUGGESTED};
use std::collections::{BTreeMap, BTreeSet};
use support::Dice;

fn result(facts: &Json, complete: bool) -> Json {
    let stage = if complete { "complete" } else { "draft" };
    let mut facts = facts.clone();
    facts.set("_stage", Json::text(stage));
    decide::decide(&Json::object([("facts", facts)])).unwrap_or_else(|fault| panic!("{fault}"))
}

fn ids(result: &Json, key: &str) -> BTreeSet<String> {
    let list = result.get(key).and_then(Json::as_list).unwrap_or_default();
    list.iter().filter_map(Json::as_text).map(str::to_owned).collect()
}

/// A part of a result as the plain reading writes it.
fn said(json: Option<&Json>) -> String {
    match json {
        Some(Json::Text(text)) => text.clone(),
        Some(Json::Whole(number)) => number.to_string(),
        _ => "null".to_owned(),
    }
}

#[test]
fn a_second_reading_of_errors_warnings_flags_status_and_counts_agrees() {
    let mut dice = Dice::new(31);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for round in 0..3_000 {
        let facts = plans::whole(&mut dice);
        let plain = Checks::new(&facts);
        for complete in [false, true] {
            let result = result(&facts, complete);
            let owned = |set: BTreeSet<&str>| set.into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
            let mut errors = ids(&result, "errors");
            errors.remove("AP-E-99");
            assert_eq!(errors, owned(plain.errors(complete)), "{round}: {}", facts.write());
            let mut warnings = ids(&result, "warnings");
            warnings.remove("AP-W-10");
            assert_eq!(warnings, owned(plain.warnings()), "{round}: {}", facts.write());
            let flags = ids(&result, "flags");
            assert_eq!(flags, owned(plain.flags()), "{round}: {}", facts.write());
            for id in errors.into_iter().chain(warnings).chain(flags) {
                *seen.entry(id).or_default() += 1;
            }
            let actions = result.get("actions").and_then(Json::as_object).expect("actions");
            let found: BTreeMap<String, String> = actions
                .iter()
                .map(|(id, action)| {
                    let smart = |letter| said(action.get("smart").and_then(|smart| smart.get(letter)));
                    let parts = [
                        said(action.get("status")),
                        smart("S"),
                        smart("M"),
                        smart("A"),
                        smart("R"),
                        smart("T"),
                        said(action.get("days_overdue")),
                        said(action.get("working_days_overdue")),
                    ];
                    (id.clone(), parts.join(" "))
                })
                .collect();
            assert_eq!(found, plain.said_of_actions(), "{round}: {}", facts.write());
            let plan = result.get("plan").expect("a plan");
            let counts = ["total", "done", "done_late", "stopped", "open", "overdue", "percent_done", "next_due"]
                .map(|key| said(plan.get(key)));
            assert_eq!(counts.join(" "), plain.counts(), "{round}: {}", facts.write());
        }
    }
    let every = (1..=32).map(|n| format!("AP-E-{n:02}")).chain((1..=10).map(|n| format!("AP-F-{n:02}")));
    let warnings = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16, 17].map(|n| format!("AP-W-{n:02}"));
    let rare: Vec<String> = every.chain(warnings).filter(|id| seen.get(id).is_none_or(|times| *times < 20)).collect();
    assert!(rare.is_empty(), "hardly ever: {rare:?}");
}

#[test]
fn suggestions_are_those_of_the_table_and_a_review_at_the_end_where_progress_has_stopped() {
    for (kind, options) in SUGGESTED {
        for impact in ["stopping_progress", "reducing_benefit", ""] {
            let issue = Json::object([("type", Json::text(kind)), ("impact", Json::text(impact))]);
            let facts = Json::object([("ap_issues", Json::List(vec![issue]))]);
            let result = result(&facts, false);
            let found =
                result.get("suggestions").and_then(|all| all.get("I1")).and_then(Json::as_list).expect("a list");
            let mut expected: Vec<&str> = options.split(", ").filter(|option| !option.is_empty()).collect();
            if impact == "stopping_progress" && !expected.is_empty() && !expected.contains(&"formal_review") {
                expected.push("formal_review");
            }
            assert_eq!(found.iter().filter_map(Json::as_text).collect::<Vec<_>>(), expected, "{kind} {impact}");
        }
    }
}

#[test]
fn a_text_is_too_long_by_the_letters_that_a_reader_sees() {
    // A letter with its accent as a second sign is one letter.
    let accented = "e\u{301}";
    for (text, limit, longer) in [
        ("abc", 3, false),
        ("abcd", 3, true),
        ("", 0, false),
        (&*accented.repeat(3), 3, false),
        (&*accented.repeat(4), 3, true),
    ] {
        assert_eq!(is_longer(text, limit), longer, "{text}");
    }
    let short = [answers::REF.0, answers::CONTEXT_OTHER.0, answers::PREPARED_ROLE.0];
    assert_eq!(short.map(limit), [300; 3]);
    assert_eq!(limit(answers::PERSON_VIEW.0), 4_000);
    let too_long = |id: &str, length: usize| {
        let facts = Json::object([("ap_about", Json::text("adult")), (id, Json::text("x".repeat(length)))]);
        let (plan, _) = decide::plan(&facts).expect("a plan");
        let read = plan.read();
        read.all_errors().iter().any(|found| found.at == id && found.id == "AP-E-99")
    };
    assert_eq!([300, 301].map(|length| too_long("ap_ref", length)), [false, true]);
    assert_eq!([4_000, 4_001].map(|length| too_long("ap_strengths", length)), [false, true]);
    let of_action = |field: &str, length: usize| {
        let action = Json::object([(field, Json::text("x".repeat(length)))]);
        let facts = Json::object([("ap_actions", Json::List(vec![action]))]);
        let (plan, _) = decide::plan(&facts).expect("a plan");
        let read = plan.read();
        read.all_errors().iter().any(|found| found.at == format!("ap_actions[A1].{field}") && found.id == "AP-E-99")
    };
    assert_eq!([300, 301].map(|length| of_action("what", length)), [false, true]);
}

#[test]
fn a_report_needs_a_day_and_a_word_on_how_it_goes() {
    let lacks = |report: &str| {
        let text = format!(r#"{{"ap_actions": [{{"what": "x", "progress": [{report}]}}]}}"#);
        let (plan, _) = decide::plan(&Json::read(&text).expect("JSON")).expect("a plan");
        let read = plan.read();
        let at = "ap_actions[A1].progress";
        read.all_errors().iter().filter(|found| found.at == at).map(|found| found.id).collect::<Vec<_>>()
    };
    assert_eq!(lacks(r#"{"on": "2026-06-01", "rating": "no_change"}"#), [""; 0]);
    assert_eq!(lacks(r#"{"on": "2026-06-01"}"#), ["AP-E-99"]);
    assert_eq!(lacks(r#"{"rating": "no_change"}"#), ["AP-E-99"]);
    assert_eq!(lacks(r#"{"on": "2026-06-31", "rating": "no_change"}"#), ["AP-E-12"]);
    let note = |length: usize| {
        lacks(&format!(r#"{{"on": "2026-06-01", "rating": "no_change", "note": "{}"}}"#, "x".repeat(length)))
    };
    assert_eq!([note(300), note(301)], [vec![], vec!["AP-E-99"]]);
}

#[test]
fn what_is_not_known_of_a_plan_is_named() {
    let text = r#"{"ap_about": "adult", "ap_immediate_danger": "unknown", "ap_capacity": "unknown",
        "ap_issues": [{"impact": "unknown"}, {"impact": "none_yet"}, {"impact": "unknown"}]}"#;
    let (plan, _) = decide::plan(&Json::read(text).expect("JSON")).expect("a plan");
    assert_eq!(
        plan.read().unknowns(),
        ["ap_immediate_danger", "ap_capacity", "ap_issues[I1].impact", "ap_issues[I3].impact"]
    );
}

#[test]
fn a_plan_is_written_up_late_after_two_working_days() {
    let late = |agreed: &str| {
        let text = format!(r#"{{"ap_agreed_on": "{agreed}", "_today": "2026-06-10"}}"#);
        let (plan, _) = decide::plan(&Json::read(&text).expect("JSON")).expect("a plan");
        plan.read().is_written_up_late()
    };
    // Today is a Wednesday: Monday is two working days ago, Friday three.
    assert_eq!(
        ["2026-06-10", "2026-06-08", "2026-06-07", "2026-06-05", "2026-07-01", ""].map(late),
        [false, false, true, true, false, false]
    );
}

#[test]
fn options_that_were_not_considered_were_not_chosen() {
    let chosen = |considered: &[&str], chosen: &[&str]| {
        let facts = Json::object([
            ("ap_options_considered", Json::texts(considered.iter().copied())),
            ("ap_options_chosen", Json::texts(chosen.iter().copied())),
        ]);
        let (plan, _) = decide::plan(&facts).expect("a plan");
        let read = plan.read();
        read.answers.ids_of(care_tools::tools::action_planning::law_once(), "ap_options_chosen").join(", ")
    };
    let (visits, steps, joint) = ("change_visits", "smaller_steps", "joint_work");
    assert_eq!(chosen(&[visits, joint], &[visits, joint]), "change_visits, joint_work");
    assert_eq!(chosen(&[visits, joint], &[visits, steps]), "change_visits");
    assert_eq!(chosen(&[visits], &[steps]), "");
    assert_eq!(chosen(&[], &[steps]), "");
}

#[test]
fn a_day_is_real_from_2000_to_2100_and_a_moment_is_whole() {
    let real = |text: &str| matches!(Written::read(text), Written::Day(_));
    assert_eq!(
        ["1999-12-31", "2000-01-01", "2100-12-31", "2101-01-01", "2027-02-29"].map(real),
        [false, true, true, false, false]
    );
    assert_eq!([Written::read(" "), Written::read("x")], [Written::Blank, Written::NotReal("x".into())]);
    let valid =
        [(1999, 12, 31), (2000, 1, 1), (2100, 12, 31), (2101, 1, 1), (2028, 2, 29), (2027, 2, 29), (2026, 13, 1)];
    assert_eq!(valid.map(|(y, m, d)| is_valid(y, m, d)), [false, true, true, false, true, false, false]);
    assert!(!is_valid(i64::MAX, 1, 1) && !is_valid(2026, -1, 1));
    for (text, whole) in [
        ("2026-03-29T00:30:00Z", true),
        ("2026-03-29T00:30:00.123Z", true),
        ("2026-03-29T00:30Z", false),
        ("2026-03-29T0:30:000Z", false),
        ("2026-03-29T00:3a:00Z", false),
        ("2026-03-29T24:00:00Z", false),
        ("2026-03-29T00:30:00", false),
        ("2026-03-29 00:30:00Z", false),
    ] {
        assert_eq!(moment(text).is_some(), whole, "{text}");
    }
}

/// What a plan lacks, by the question, where it is to be complete.
fn lacking(text: &str, more: impl Fn(&mut care_tools::tools::action_planning::plan::Plan)) -> Vec<String> {
    let (mut plan, _) = decide::plan(&Json::read(text).expect("JSON")).expect("a plan");
    plan.complete = true;
    more(&mut plan);
    let read = plan.read();
    read.errors_found().into_iter().map(|found| found.at).collect()
}

#[test]
fn the_carers_view_is_needed_unless_the_carer_may_not_be_asked() {
    let asks = |about: &str, risk: &str| {
        let text = format!(
            r#"{{"ap_about": "adult", "ap_carer_exists": "yes", "ap_concerned_risk": "{risk}",
            "ap_issues": [{{"relates_to": ["{about}"]}}]}}"#
        );
        lacking(&text, |_| {}).contains(&"ap_carer_view".to_owned())
    };
    assert!(asks("person", "") && asks("health", "yes"), "no issue is about the carer");
    assert!(asks("carer", "no"), "it is safe to ask");
    assert!(!asks("carer", "yes") && !asks("carer", "unknown") && !asks("carer", ""), "it may not be");
}

#[test]
fn a_locked_answer_is_not_asked_for_and_the_others_still_are() {
    let lacks = |locked: bool| {
        let at = lacking("{}", |plan| plan.locked = locked);
        ["ap_practice_concern", "ap_abuse_concern"].map(|id| at.contains(&id.to_owned()))
    };
    assert_eq!([lacks(false), lacks(true)], [[true, true], [false, true]]);
}

#[test]
fn a_day_that_is_not_sure_is_said() {
    let warns = |text: &str, device: bool| {
        let (mut plan, _) = decide::plan(&Json::read(text).expect("JSON")).expect("a plan");
        plan.device_clock = device;
        plan.read().warnings().contains(&"AP-W-14")
    };
    let dated = r#"{"_today": "2026-06-10"}"#;
    assert_eq!([warns(dated, false), warns(dated, true), warns("{}", false)], [false, true, true]);
}

#[test]
fn summer_time_begins_and_ends_at_one_in_the_morning() {
    for (utc, here) in [
        ("2026-03-29T00:59:59Z", "2026-03-29T00:59:59"),
        ("2026-03-29T01:00:00Z", "2026-03-29T02:00:00"),
        ("2026-10-25T00:59:59Z", "2026-10-25T01:59:59"),
        ("2026-10-25T01:00:00Z", "2026-10-25T01:00:00"),
        ("2026-06-30T23:30:00Z", "2026-07-01T00:30:00"),
    ] {
        let time = time_in_england(moment(utc).expect("a moment"));
        assert_eq!(time.to_string().replace(" ", "T"), here, "{utc}");
    }
}
