//! Workers and referrals thrown with dice: some of which nothing is sure, and some of which nearly everything fits.

use crate::support::Dice;
use care_tools::engine::dates;
use care_tools::tools::allocation::bands::Band;
use care_tools::tools::allocation::matching::referral::{Prior, Referral, Relationship};
use care_tools::tools::allocation::matching::worker::Worker;
use care_tools::tools::allocation::settings::{Complexity, ROLES};
use chrono::{Days, NaiveDate};

/// The day on which all of them are matched.
pub fn today() -> NaiveDate {
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

/// A worker of whom nothing is sure.
pub fn worker(dice: &mut Dice, name: usize) -> Worker {
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

/// A referral of which nothing is sure, to be matched with so many workers.
pub fn referral(dice: &mut Dice, workers: usize) -> Referral {
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

/// A worker who fits, but for one thing or two.
pub fn nearly(dice: &mut Dice, name: usize, referral: &Referral) -> Worker {
    let far = Some(today() + Days::new(400));
    let all = |ids: &[&str], to| ids.iter().map(|id| ((*id).to_owned(), to)).collect::<Vec<_>>();
    let mut one = Worker {
        id: format!("W{name:03}"),
        role: (*dice.pick(&["senior_social_worker", "social_worker", "occupational_therapist"])).to_owned(),
        registration: None,
        approvals: all(&["amhp", "bia"], far),
        training: all(&TRAINING, None),
        skills: FUNCTIONS.iter().chain(&NEEDS).map(|id| ((*id).to_owned(), 2)).collect(),
        languages: Vec::new(),
        gender: "female".into(),
        capacity: 30,
        load: 0,
        available_from: None,
        leaving_on: None,
        conflicts: Vec::new(),
        can_supervise: true,
    };
    for _ in 0..=dice.below(2) {
        spoil(dice, &mut one, referral);
    }
    if one.registration.is_none() && dice.chance(95) {
        let body = if one.role == "occupational_therapist" { "hcpc" } else { "swe" };
        one.registration = Some((body.to_owned(), far));
    }
    one
}

/// Something about a worker is otherwise.
fn spoil(dice: &mut Dice, one: &mut Worker, referral: &Referral) {
    let points = [1, 2, 4][referral.complexity as usize];
    let need_by = referral.need_by.filter(|day| *day > today()).unwrap_or(today());
    match dice.below(14) {
        0 => one.conflicts = vec!["P1".into()],
        1 => one.role = (*dice.pick(&ROLES)).to_owned(),
        2 => one.registration = Some(("swe".into(), Some(day(dice, 3, 3)))),
        3 => one.approvals.clear(),
        4 => drop(one.training.remove(dice.below(one.training.len()))),
        5 => one.role = "asye_social_worker".into(),
        6 => one.available_from = Some(need_by + Days::new(dice.below(18) as u64)),
        7 => one.leaving_on = Some(need_by + Days::new(24 + dice.below(24) as u64)),
        8 => (one.capacity, one.load) = (10, 10 - points + dice.below(3) as i64 - 1),
        9 => one.gender = (*dice.pick(&["male", "other", "not_held"])).to_owned(),
        10 => one.can_supervise = false,
        11 => one.languages = vec![(*dice.pick(&["bsl", "lang:gu"])).to_owned()],
        _ => {
            let at = dice.below(one.skills.len());
            let function = one.skills.iter().position(|(id, _)| *id == referral.function).unwrap_or(at);
            let which = if dice.chance(70) { function } else { at };
            one.skills[which].1 = dice.below(4) as i64;
        }
    }
}
