//! What cases, kept drafts and files say of a referral and of a worker, key by key, and what is refused.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::dates;
use care_tools::json::Json;
use care_tools::tools::allocation::bands::Band;
use care_tools::tools::allocation::matching::referral::{Prior, Referral, Relationship};
use care_tools::tools::allocation::matching::worker::{Worker, all, iso};
use care_tools::tools::allocation::settings::Complexity;
use chrono::NaiveDate;

fn json(text: &str) -> Json {
    Json::read(text).expect("JSON")
}

fn day(iso: &str) -> Option<NaiveDate> {
    dates::from_iso(iso)
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn every_key_of_a_referral_is_read() {
    let text = r#"{
        "ref": " R1 ", "function": "ot_assessment", "band": "b1", "need_by": "2026-12-01", "complexity": "complex",
        "needs": ["autism", "dementia"], "communication": ["bsl"], "views_recorded": "yes", "named_worker_wanted": "W1",
        "not_wanted": ["W2"], "gender_wanted": "female", "gender_strength": "must", "continuity_wanted": "no",
        "prior_workers": [{"worker": "W3", "relationship": "worked_before", "ended_badly": true}, {"worker": "W4"}],
        "party_ids": ["P1"], "two_workers": "yes", "advocacy": "needed_not_arranged", "something_else": 1
    }"#;
    let whole = Referral {
        reference: "R1".into(),
        function: "ot_assessment".into(),
        band: Some(Band::Urgent),
        need_by: day("2026-12-01"),
        complexity: Complexity::Complex,
        needs: texts(&["autism", "dementia"]),
        communication: texts(&["bsl"]),
        views_recorded: true,
        named: Some("W1".into()),
        not_wanted: texts(&["W2"]),
        gender: Some("female".into()),
        gender_must: true,
        no_continuity: true,
        prior: vec![
            Prior { worker: "W3".into(), relationship: Some(Relationship::Before), ended_badly: true },
            Prior { worker: "W4".into(), relationship: None, ended_badly: false },
        ],
        parties: texts(&["P1"]),
        two_workers: true,
        advocate_missing: true,
    };
    assert_eq!(Referral::read(&json(text)), Ok(whole));
}

#[test]
fn what_is_blank_in_a_referral_says_nothing_and_no_is_not_yes() {
    let blank = r#"{
        "ref": null, "function": "unknown", "band": "", "need_by": "", "complexity": "", "needs": null,
        "communication": null, "views_recorded": "not_yet_asked", "named_worker_wanted": " ", "not_wanted": null,
        "gender_wanted": "", "gender_strength": "", "continuity_wanted": "yes", "prior_workers": null,
        "party_ids": null, "two_workers": "no", "advocacy": "not_needed"
    }"#;
    assert_eq!(Referral::read(&json(blank)), Ok(Referral::default()));
    assert_eq!(Referral::read(&json("{}")), Ok(Referral::default()));
    assert_eq!(Referral::default().complexity, Complexity::Standard);
    let gender = |strength: &str| {
        let text = format!(r#"{{"gender_wanted": "male", "gender_strength": "{strength}"}}"#);
        Referral::read(&json(&text)).map(|read| (read.gender, read.gender_must))
    };
    assert_eq!(gender("must"), Ok((Some("male".into()), true)));
    assert_eq!(gender("prefer"), Ok((Some("male".into()), false)));
    assert_eq!([gender("none"), gender("")], [Ok((None, false)), Ok((None, false))], "it has no effect");
}

#[test]
fn what_is_wrong_in_a_referral_is_said() {
    let fault = |text: &str| Referral::read(&json(text)).expect_err(text);
    for (text, says) in [
        ("[]", "the referral should be an object"),
        (r#"{"band": "b9"}"#, "`b9` in `band` is not a band"),
        (r#"{"need_by": "31/02/2026"}"#, "`31/02/2026` in `need_by` is not a date such as `2026-11-22`"),
        (r#"{"complexity": "hard"}"#, "`hard` is not a choice of `complexity`"),
        (r#"{"needs": "autism"}"#, "`needs` is a text and should be a list"),
        (r#"{"views_recorded": "no"}"#, "`no` is not a choice of `views_recorded`"),
        (r#"{"gender_wanted": "any"}"#, "`any` is not a choice of `gender_wanted`"),
        (r#"{"two_workers": true}"#, "`two_workers` is true or false and should be a text"),
        (r#"{"prior_workers": {}}"#, "`prior_workers` is an object and should be a list"),
        (r#"{"prior_workers": [{"relationship": "friend"}]}"#, "`friend` is not a choice of `relationship`"),
    ] {
        assert_eq!(fault(text), says, "{text}");
    }
}

#[test]
fn every_key_of_a_worker_is_read() {
    let text = r#"{
        "id": " W1 ", "role": "social_worker", "registration": "swe", "registration_to": "2027-01-31",
        "approvals": [{"id": "bia", "valid_to": "2027-02-01"}, "amhp"], "training": ["mca"], "skills": {"autism": 2},
        "languages": ["bsl"], "gender": "female", "capacity": 20, "load": 7, "available_from": "01/12/2026",
        "leaving_on": "2027-03-01", "conflicts": ["P1"], "can_supervise": "yes", "something_else": 1
    }"#;
    let whole = Worker {
        id: "W1".into(),
        role: "social_worker".into(),
        registration: Some(("swe".into(), day("2027-01-31"))),
        approvals: vec![("bia".into(), day("2027-02-01")), ("amhp".into(), None)],
        training: vec![("mca".into(), None)],
        skills: vec![("autism".into(), 2)],
        languages: texts(&["bsl"]),
        gender: "female".into(),
        capacity: 20,
        load: 7,
        available_from: day("2026-12-01"),
        leaving_on: day("2027-03-01"),
        conflicts: texts(&["P1"]),
        can_supervise: true,
    };
    assert_eq!(Worker::read(&json(text)), Ok(whole));
    let supervises = |said: &str| {
        Worker::read(&json(&format!(r#"{{"id": "W", "can_supervise": {said}}}"#))).map(|read| read.can_supervise)
    };
    assert_eq!(["true", "false", r#""no""#, "null"].map(supervises), [Ok(true), Ok(false), Ok(false), Ok(false)]);
}

#[test]
fn what_is_blank_in_a_worker_says_nothing_and_no_body_is_no_registration() {
    let plain = Worker { id: "W1".into(), gender: "not_held".into(), ..Worker::default() };
    let blank = r#"{
        "id": "W1", "role": null, "registration": "none", "registration_to": "2027-01-31", "approvals": null,
        "training": null, "skills": null, "languages": null, "gender": "", "capacity": null, "load": null,
        "available_from": "", "leaving_on": null, "conflicts": null
    }"#;
    assert_eq!(Worker::read(&json(blank)), Ok(plain.clone()));
    assert_eq!(Worker::read(&json(r#"{"id": "W1", "registration": ""}"#)), Ok(plain.clone()));
    assert_eq!(Worker::read(&json(r#"{"id": "W1"}"#)), Ok(plain));
    assert_eq!([iso(day("2026-12-01")), iso(None)], ["2026-12-01", ""]);
}

#[test]
fn what_is_wrong_in_a_worker_is_said_with_the_id() {
    let fault = |text: &str| Worker::read(&json(text)).expect_err(text);
    for (text, says) in [
        ("1", "a worker is a number and should be an object"),
        (r#"{"id": " "}"#, "a worker has no `id`"),
        (r#"{"id": "W1", "gender": "f"}"#, "worker `W1`: `gender` `f` should be female, male, other or not_held"),
        (r#"{"id": "W1", "capacity": -1}"#, "worker `W1`: `capacity` should be a whole number of points"),
        (r#"{"id": "W1", "skills": {"autism": 4}}"#, "worker `W1`: `skills` `autism` should be a level from 0 to 3"),
        (
            r#"{"id": "W1", "leaving_on": "soon"}"#,
            "worker `W1`: `leaving_on` `soon` is not a real date. Use 30/06/2026 or 2026-06-30",
        ),
        (r#"{"id": "W1", "training": [1]}"#, "worker `W1`: `training` has an entry without `id`"),
    ] {
        assert_eq!(fault(text), says, "{text}");
    }
    let twice = all(&json(r#"{"workers": [{"id": "W1"}, {"id": "W1"}, {"id": "W2"}]}"#));
    assert_eq!(twice, Err(vec!["the worker `W1` is listed twice".to_owned()]));
}
