//! Matching: a second plain reading of tables H and S, the plan against a plain walk, and every check of the settings.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::dates;
use care_tools::json::Json;
use care_tools::tools::allocation::bands::Band;
use care_tools::tools::allocation::matching::plan::Walk;
use care_tools::tools::allocation::matching::referral::{Prior, Referral, Relationship};
use care_tools::tools::allocation::matching::worker::Worker;
use care_tools::tools::allocation::matching::{Ask, matched};
use care_tools::tools::allocation::settings::{Complexity, Config, ROLES};
use chrono::{Days, NaiveDate};
use std::time::Instant;

struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

fn today() -> NaiveDate {
    dates::from_iso("2026-11-27").expect("a day")
}

fn day(dice: &mut Dice, back: u64, ahead: u64) -> NaiveDate {
    let start = today() - Days::new(back);
    start + Days::new(dice.below((back + ahead) as usize) as u64)
}

const FUNCTIONS: [&str; 8] = [
    "care_act_assessment",
    "carer_assessment",
    "ot_assessment",
    "ot_major_adaptation",
    "safeguarding_enquiry",
    "capacity_assessment",
    "dols_bia",
    "mha_assessment",
];
const NEEDS: [&str; 4] = ["autism", "deafblind", "dementia", "mental_health"];
const TRAINING: [&str; 7] = [
    "care_act_assessment",
    "carer_assessment",
    "mca",
    "safeguarding_enquiry",
    "autism_assessor",
    "deafblind_assessor",
    "trusted_assessor",
];

fn worker(dice: &mut Dice, name: usize) -> Worker {
    let held = |dice: &mut Dice| (!dice.chance(30)).then(|| day(dice, 5, 60));
    let mut skills: Vec<(String, i64)> = Vec::new();
    for id in FUNCTIONS.iter().chain(&NEEDS) {
        skills.push(((*id).to_owned(), dice.below(4) as i64));
    }
    let training = TRAINING.iter().filter(|_| dice.chance(80)).map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let approvals = ["amhp", "bia"].iter().filter(|_| dice.chance(60)).map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let approvals = approvals.into_iter().map(|id| (id, held(dice))).collect();
    Worker {
        id: format!("W{name:03}"),
        role: (*dice.pick(&ROLES)).to_owned(),
        registration: dice.chance(85).then(|| ((*dice.pick(&["swe", "hcpc"])).to_owned(), held(dice))),
        approvals,
        training: training.into_iter().map(|id| (id, held(dice))).collect(),
        skills,
        languages: ["bsl", "lang:gu"].iter().filter(|_| dice.chance(30)).map(|id| (*id).to_owned()).collect(),
        gender: (*dice.pick(&["female", "male", "other", "not_held"])).to_owned(),
        capacity: *dice.pick(&[0, 10, 20, 30]),
        load: dice.below(25) as i64,
        available_from: dice.chance(30).then(|| day(dice, 20, 40)),
        leaving_on: dice.chance(20).then(|| day(dice, 0, 80)),
        conflicts: if dice.chance(5) { vec!["P1".to_owned()] } else { Vec::new() },
        can_supervise: dice.chance(40),
    }
}

fn referral(dice: &mut Dice, workers: usize) -> Referral {
    let id = |dice: &mut Dice| format!("W{:03}", dice.below(workers));
    let relationships = [Relationship::Before, Relationship::LastYear, Relationship::Current];
    Referral {
        reference: "R1".into(),
        function: if dice.chance(3) { String::new() } else { (*dice.pick(&FUNCTIONS)).to_owned() },
        band: Some(*dice.pick(&Band::ALL)),
        need_by: dice.chance(80).then(|| day(dice, 10, 40)),
        complexity: Complexity::ALL[dice.below(3)].0,
        needs: NEEDS.iter().filter(|_| dice.chance(30)).map(|id| (*id).to_owned()).collect(),
        communication: ["bsl", "lang:gu"].iter().filter(|_| dice.chance(25)).map(|id| (*id).to_owned()).collect(),
        views_recorded: dice.chance(50),
        named: dice.chance(20).then(|| id(dice)),
        not_wanted: if dice.chance(20) { vec![id(dice)] } else { Vec::new() },
        gender: dice.chance(40).then(|| (*dice.pick(&["female", "male"])).to_owned()),
        gender_must: dice.chance(50),
        no_continuity: dice.chance(30),
        prior: (0..dice.below(4))
            .map(|_| Prior {
                worker: id(dice),
                relationship: Some(*dice.pick(&relationships)),
                ended_badly: dice.chance(20),
            })
            .collect(),
        parties: if dice.chance(30) { vec!["P1".into()] } else { Vec::new() },
        two_workers: dice.chance(20),
        advocate_missing: dice.chance(20),
    }
}

// ---- Table H, read a second time, from the specification, without the settings. ----

fn in_date(date: Option<NaiveDate>) -> bool {
    date.is_some_and(|date| date >= today())
}

fn trained(worker: &Worker, id: &str) -> bool {
    worker.training.iter().any(|(known, to)| known == id && to.is_none_or(|to| to >= today()))
}

fn plain_reasons(referral: &Referral, worker: &Worker) -> Vec<&'static str> {
    let role = worker.role.as_str();
    let function = referral.function.as_str();
    let may = match function {
        "care_act_assessment" => matches!(
            role,
            "social_worker"
                | "senior_social_worker"
                | "asye_social_worker"
                | "social_care_practitioner"
                | "occupational_therapist"
        ),
        "carer_assessment" => matches!(
            role,
            "social_worker" | "senior_social_worker" | "asye_social_worker" | "social_care_practitioner"
        ),
        "ot_assessment" => {
            role == "occupational_therapist" || (role == "ot_assistant" && referral.complexity == Complexity::Simple)
        }
        "ot_major_adaptation" => role == "occupational_therapist",
        "safeguarding_enquiry" => matches!(role, "social_worker" | "senior_social_worker"),
        "capacity_assessment" | "dols_bia" | "mha_assessment" => {
            matches!(role, "social_worker" | "senior_social_worker" | "occupational_therapist")
        }
        _ => false,
    };
    let body = match role {
        "social_worker" | "senior_social_worker" | "asye_social_worker" => Some("swe"),
        "occupational_therapist" => Some("hcpc"),
        _ => None,
    };
    let register =
        ["ot_major_adaptation", "safeguarding_enquiry", "capacity_assessment", "dols_bia", "mha_assessment"]
            .contains(&function);
    let registered =
        worker.registration.as_ref().is_some_and(|(with, to)| in_date(*to) && body.is_none_or(|body| with == body));
    let approved = |id: &str| worker.approvals.iter().any(|(known, to)| known == id && in_date(*to));
    let mut training = match function {
        "care_act_assessment" => vec!["care_act_assessment"],
        "carer_assessment" => vec!["carer_assessment"],
        "safeguarding_enquiry" => vec!["safeguarding_enquiry"],
        "capacity_assessment" => vec!["mca"],
        "ot_assessment" if role == "ot_assistant" => vec!["trusted_assessor"],
        _ => vec![],
    };
    training.extend(referral.needs.iter().filter_map(|need| match need.as_str() {
        "autism" => Some("autism_assessor"),
        "deafblind" => Some("deafblind_assessor"),
        _ => None,
    }));
    let knows = |relationship| {
        referral.prior.iter().any(|prior| prior.worker == worker.id && prior.relationship == Some(relationship))
    };
    let now = referral.band == Some(Band::ActNow);
    let need_by = match referral.need_by {
        Some(day) if day > today() && !now => day,
        _ => today(),
    };
    let points = match referral.complexity {
        Complexity::Simple => 1,
        Complexity::Standard => 2,
        Complexity::Complex => 4,
    };
    let complex = referral.complexity == Complexity::Complex;
    let skill = worker.skills.iter().find(|(id, _)| id == function).map_or(0, |(_, level)| *level);
    let stays = worker.leaving_on.is_none_or(|leaving| (leaving - need_by).num_days() >= 28);
    [
        ("H01", worker.conflicts.iter().any(|code| code == "R1" || referral.parties.contains(code))),
        (
            "H02",
            referral.not_wanted.contains(&worker.id)
                || referral.prior.iter().any(|prior| prior.worker == worker.id && prior.ended_badly),
        ),
        ("H03", !may),
        ("H04", (register || body.is_some()) && !registered),
        ("H05", (function == "dols_bia" && !approved("bia")) || (function == "mha_assessment" && !approved("amhp"))),
        ("H06", training.iter().any(|id| !trained(worker, id))),
        ("H07", function == "dols_bia" && (knows(Relationship::Current) || knows(Relationship::LastYear))),
        ("H08", worker.available_from.is_some_and(|from| from > need_by) || !stays),
        ("H09", !now && worker.load + points > worker.capacity),
        ("H10", role == "asye_social_worker" && complex),
        ("H11", referral.gender_must && referral.gender.as_ref().is_some_and(|wanted| *wanted != worker.gender)),
        ("H12", skill < if complex { 2 } else { 1 }),
    ]
    .into_iter()
    .filter_map(|(id, holds)| holds.then_some(id))
    .collect()
}

/// Whether one stands before the other by table S, read a second time, step by step.
fn plainly_before(referral: &Referral, a: &Worker, b: &Worker) -> bool {
    let points = [1, 2, 4][referral.complexity as usize];
    let skill =
        |worker: &Worker, id: &str| worker.skills.iter().find(|(known, _)| known == id).map_or(0, |(_, l)| *l);
    let knows = |worker: &Worker| {
        if referral.no_continuity {
            return 0;
        }
        let own = referral.prior.iter().filter(|prior| prior.worker == worker.id);
        own.map(|prior| match prior.relationship {
            Some(Relationship::Current) => 3,
            Some(Relationship::LastYear) => 2,
            Some(Relationship::Before) => 1,
            None => 0,
        })
        .max()
        .unwrap_or(0)
    };
    let fits = |worker: &Worker| {
        referral.needs.iter().filter(|need| skill(worker, need) >= 2).count()
            + referral.communication.iter().filter(|code| worker.languages.contains(code)).count()
    };
    let likes = |worker: &Worker| !referral.gender_must && referral.gender.as_ref() == Some(&worker.gender);
    let free = |worker: &Worker| {
        if worker.capacity == 0 {
            return f64::NEG_INFINITY;
        }
        ((worker.capacity - worker.load - points) as f64 * 1000.0 / worker.capacity as f64).floor()
    };
    let steps = |worker: &Worker| {
        (
            worker.load + points <= worker.capacity,
            referral.named.as_ref() == Some(&worker.id),
            knows(worker),
            fits(worker),
            skill(worker, &referral.function),
            referral.needs.iter().map(|need| skill(worker, need)).sum::<i64>(),
            likes(worker),
        )
    };
    let (one, other) = (steps(a), steps(b));
    if one != other {
        return one > other;
    }
    if free(a) != free(b) {
        return free(a) > free(b);
    }
    let from = |worker: &Worker| worker.available_from.unwrap_or(today()).max(today());
    if from(a) != from(b) { from(a) < from(b) } else { a.id < b.id }
}

#[test]
fn a_second_reading_of_tables_h_and_s_agrees() {
    let config = Config::default();
    let mut dice = Dice(1);
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..4_000 {
        let workers: Vec<Worker> = (0..8).map(|name| worker(&mut dice, name)).collect();
        let referral = referral(&mut dice, 8);
        let found = matched(Ask { referral: &referral, config: &config, today: today() }, &workers);
        for (at, worker) in workers.iter().enumerate() {
            let given = found.excluded.iter().find(|(known, _)| *known == at);
            let given: Vec<&str> =
                given.map_or(Vec::new(), |(_, rules)| rules.iter().map(|rule| rule.id()).collect());
            let plain = plain_reasons(&referral, worker);
            assert_eq!(given, plain, "{referral:?}\n{worker:?}");
            assert_eq!(found.ranked.contains(&at), plain.is_empty());
            reached.extend(plain);
        }
        for pair in found.ranked.windows(2) {
            assert!(plainly_before(&referral, &workers[pair[0]], &workers[pair[1]]), "{referral:?}\n{workers:#?}");
        }
    }
    assert_eq!(reached.len(), 12, "every rule comes up: {reached:?}");
}

#[test]
fn the_order_of_the_workers_means_nothing() {
    let config = Config::default();
    let mut dice = Dice(2);
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
    let mut dice = Dice(3);
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
fn five_thousand_workers_are_matched_quickly() {
    let config = Config::default();
    let mut dice = Dice(4);
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
