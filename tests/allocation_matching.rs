//! Matching: a second plain reading of tables H, S and N, the plan against a plain walk, and every check of the settings.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "plain/matching.rs"]
mod plain;
mod support;
#[path = "support/workers.rs"]
mod workers;

use care_tools::json::Json;
use care_tools::tools::allocation::bands::Band;
use care_tools::tools::allocation::matching::plan::Walk;
use care_tools::tools::allocation::matching::referral::Referral;
use care_tools::tools::allocation::matching::worker::Worker;
use care_tools::tools::allocation::matching::{Ask, matched};
use care_tools::tools::allocation::settings::{Complexity, Config};
use std::time::Instant;
use support::Dice;
use workers::{nearly, referral, today, worker};

#[test]
fn a_second_reading_of_tables_h_and_s_agrees() {
    let config = Config::default();
    let mut dice = Dice::new(1);
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..4_000 {
        let workers: Vec<Worker> = (0..8).map(|name| worker(&mut dice, name)).collect();
        let referral = referral(&mut dice, 8);
        let found = matched(Ask { referral: &referral, config: &config, today: today() }, &workers);
        for (at, worker) in workers.iter().enumerate() {
            let given = found.excluded.iter().find(|(known, _)| *known == at);
            let given: Vec<&str> =
                given.map_or(Vec::new(), |(_, rules)| rules.iter().map(|rule| rule.id()).collect());
            let plain = plain::reasons(&referral, worker);
            assert_eq!(given, plain, "{referral:?}\n{worker:?}");
            assert_eq!(found.ranked.contains(&at), plain.is_empty());
            reached.extend(plain);
        }
        for pair in found.ranked.windows(2) {
            assert!(plain::before(&referral, &workers[pair[0]], &workers[pair[1]]), "{referral:?}\n{workers:#?}");
        }
    }
    assert_eq!(reached.len(), 12, "every rule comes up: {reached:?}");
}

/// Referrals with workers who nearly fit, so that what stands late in a table decides as well.
#[test]
fn a_second_reading_of_table_n_and_of_the_warnings_agrees() {
    let config = Config::default();
    let mut dice = Dice::new(5);
    let mut reached = std::collections::BTreeMap::new();
    for round in 0..12_000 {
        let referral = referral(&mut dice, 4);
        let count = dice.below(5);
        let workers: Vec<Worker> = (0..count)
            .map(|name| if round % 8 == 0 { worker(&mut dice, name) } else { nearly(&mut dice, name, &referral) })
            .collect();
        let found = matched(Ask { referral: &referral, config: &config, today: today() }, &workers);
        let id = |at: usize| workers[at].id.as_str();
        let given: Vec<(&str, Vec<&str>)> = found
            .alternatives
            .iter()
            .map(|each| (each.id, each.worker.into_iter().chain(each.with).map(id).collect()))
            .collect();
        let left: Vec<&Worker> = found.ranked.iter().map(|at| &workers[*at]).collect();
        let plain = if left.is_empty() { plain::alternatives(&referral, &workers) } else { Vec::new() };
        assert_eq!(given, plain, "{round}: {referral:?}\n{workers:#?}");
        assert_eq!(found.warnings, plain::warnings(&referral, &left), "{round}: {referral:?}\n{workers:#?}");
        for pair in found.ranked.windows(2) {
            assert!(plain::before(&referral, &workers[pair[0]], &workers[pair[1]]), "{referral:?}\n{workers:#?}");
        }
        for id in given.iter().map(|(id, _)| *id).chain(found.warnings.iter().copied()) {
            *reached.entry(id).or_insert(0) += 1;
        }
    }
    assert_eq!(reached.len(), 19, "{reached:?}");
    assert!(reached.values().all(|times| *times > 20), "{reached:?}");
}

#[test]
fn the_order_of_the_workers_means_nothing() {
    let config = Config::default();
    let mut dice = Dice::new(2);
    for _ in 0..500 {
        let workers: Vec<Worker> = (0..10).map(|name| worker(&mut dice, name)).collect();
        let referral = referral(&mut dice, 10);
        let mut shuffled = workers.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, dice.below(at + 1));
        }
        let names = |workers: &[Worker]| {
            let found = matched(Ask { referral: &referral, config: &config, today: today() }, workers);
            let ids: Vec<String> = found.ranked.iter().map(|at| workers[*at].id.clone()).collect();
            let others = found.alternatives.iter().map(|each| {
                (each.id, each.worker.map(|at| workers[at].id.clone()), each.with.map(|at| workers[at].id.clone()))
            });
            (ids, others.collect::<Vec<_>>(), found.warnings.clone())
        };
        assert_eq!(names(&workers), names(&shuffled));
    }
}

#[test]
fn nobody_suitable_always_leaves_something_to_do_and_the_plan_is_the_plain_walk() {
    let config = Config::default();
    let mut dice = Dice::new(3);
    for _ in 0..200 {
        let workers: Vec<Worker> = (0..6).map(|name| worker(&mut dice, name)).collect();
        let mut referrals: Vec<Referral> = (0..40).map(|_| referral(&mut dice, 6)).collect();
        referrals.sort_by_key(|referral| referral.band.map(Band::place));
        let mut walk = Walk::new(&config, today(), workers.clone());
        let mut plain = workers.clone();
        for referral in &referrals {
            walk.step(referral);
            let ask = Ask { referral, config: &config, today: today() };
            let found = matched(ask, &plain);
            let first = found.ranked.first().copied();
            if first.is_none() {
                assert!(found.alternatives.iter().any(|each| each.id == "alt_escalate"));
            }
            if let Some(at) = first {
                plain[at].load += ask.points();
            }
            assert_eq!(walk.lines.last().and_then(|line| line.worker), first);
        }
        assert_eq!(walk.workers, plain);
    }
}

#[test]
fn a_plan_stops_where_nobody_has_a_free_point_and_never_before() {
    let fits = |load: i64| Worker {
        id: "W1".into(),
        role: "social_care_practitioner".into(),
        training: vec![("carer_assessment".into(), None)],
        skills: vec![("carer_assessment".into(), 2)],
        capacity: 10,
        load,
        ..Worker::default()
    };
    let asks = |band| Referral {
        function: "carer_assessment".into(),
        band: Some(band),
        complexity: Complexity::Simple,
        ..Referral::default()
    };
    let planned = |points: [i64; 3], load: i64, band| {
        let config = Config { points, ..Config::default() };
        let mut walk = Walk::new(&config, today(), vec![fits(load)]);
        let full = walk.is_full(&asks(band));
        walk.step(&asks(band));
        (full, walk.lines[0].worker.is_some(), walk.workers[0].load)
    };
    assert_eq!(planned([1, 2, 4], 9, Band::Planned), (false, true, 10), "the last point");
    assert_eq!(planned([1, 2, 4], 10, Band::Planned), (true, false, 10));
    assert_eq!(planned([1, 2, 4], 10, Band::ActNow), (false, true, 11), "whoever is in danger does not wait");
    assert_eq!(planned([2, 3, 4], 9, Band::Planned), (true, false, 9), "the smallest work takes two");
    // Work that costs nothing can be given to somebody who is full.
    assert_eq!(planned([0, 2, 4], 10, Band::Planned), (true, true, 10));
    assert_eq!(planned([0, 0, 0], 10, Band::Planned), (true, true, 10));
}

#[test]
fn five_thousand_workers_are_matched_quickly() {
    let config = Config::default();
    let mut dice = Dice::new(4);
    let workers: Vec<Worker> = (0..5_000).map(|name| worker(&mut dice, name)).collect();
    let referral = referral(&mut dice, 5_000);
    let start = Instant::now();
    let found = matched(Ask { referral: &referral, config: &config, today: today() }, &workers);
    assert_eq!(found.ranked.len() + found.excluded.len(), 5_000);
    assert!(start.elapsed().as_millis() < 1_000, "{:?}", start.elapsed());
}

fn faults(text: &str) -> Vec<String> {
    match Config::read(&Json::read(text).expect("JSON")) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|(at, what)| format!("{at}: {what}")).collect(),
    }
}

#[test]
fn every_check_of_the_settings_has_a_clear_message() {
    for (text, says) in [
        (r#"{"target_days": {"b2": -1}}"#, "target_days.b2: should be a whole number of days from 0 to 3650"),
        (r#"{"target_days": {"b2": 3651}}"#, "target_days.b2: should be a whole number of days from 0 to 3650"),
        (r#"{"target_days": {"b2": 90}}"#, "target_days.b3: is less than for b2"),
        (r#"{"review_days": {"b4": 2}}"#, "review_days.b4: is less than for b3"),
        (r#"{"escalate_after_days": {"b1": 0}}"#, "escalate_after_days.b1: is less than for b0"),
        (r#"{"target_days": {"b9": 3}}"#, "target_days.b9: `b9` is not a band"),
        (r#"{"triage_days": "1"}"#, "triage_days: should be a whole number of days"),
        (r#"{"ageing": [{"from": "b3", "after_days": 9, "to": "b1"}]}"#, "no wait lifts anyone to b0 or b1"),
        (r#"{"ageing": [{"from": "b3", "after_days": 9, "to": "b4"}]}"#, "never downwards"),
        (r#"{"ageing": [{"from": "b4", "after_days": 9, "to": "b2"}]}"#, "b4 reaches b2, so b3 must reach it too"),
        (
            r#"{"ageing": [{"from": "b3", "after_days": 60, "to": "b2"}, {"from": "b4", "after_days": 50, "to": "b2"}]}"#,
            "b4 never reaches b2 sooner than b3 does",
        ),
        (r#"{"ageing": [{"from": "b3", "to": "b2"}]}"#, "needs `from`, `after_days` and `to`"),
        (r#"{"functions": {"dols_bia": {"approval": null}}}"#, "the law requires it and it cannot be switched off"),
        (r#"{"functions": {"mha_assessment": {"approval": "bia"}}}"#, "stays `amhp`"),
        (r#"{"functions": {"gardening": {}}}"#, "is not work that the tool knows"),
        (r#"{"functions": {"ot_assessment": {"registered": 1}}}"#, "should be true or false"),
        (r#"{"workload_warn_percent": 101}"#, "should be a whole number from 0 to 100"),
        (r#"{"registered_roles": {"nurse": "nmc"}}"#, "should be `swe` or `hcpc`"),
        (r#"{"colour": "red"}"#, "colour: is not a key of this file"),
        (r#"{"schema": 2}"#, "schema: should be 1"),
    ] {
        let found = faults(text);
        assert!(found.iter().any(|fault| fault.contains(says)), "{text}: {found:?}");
    }
    assert_eq!(faults("{}"), Vec::<String>::new());
    let local = r#"{"functions": {"dols_bia": {"roles": ["nurse"]}}, "target_days": {"b1": 2}, "ageing": []}"#;
    assert_eq!(faults(local), Vec::<String>::new());
}

#[test]
fn an_authoritys_settings_are_laid_over_the_shipped_ones() {
    let file = Json::read(r#"{"target_days": {"b1": 2}, "need_training": {"adhd": ["adhd_basic"]}}"#).expect("JSON");
    let config = Config::read(&file).expect("sound");
    assert_eq!(config.times.target, [0, 2, 14, 28, 56]);
    assert!(config.need_training.iter().any(|(need, _)| need == "autism"));
    assert!(config.need_training.iter().any(|(need, _)| need == "adhd"));
}
