//! Tables H, S and N and the warnings of a match, read a second time from the specification, without the settings.

use crate::workers::today;
use care_tools::tools::allocation::bands::Band;
use care_tools::tools::allocation::matching::referral::{Referral, Relationship};
use care_tools::tools::allocation::matching::worker::Worker;
use care_tools::tools::allocation::settings::Complexity;
use chrono::NaiveDate;
use std::cmp::Reverse;

fn in_date(date: Option<NaiveDate>) -> bool {
    date.is_some_and(|date| date >= today())
}

fn trained(worker: &Worker, id: &str) -> bool {
    worker.training.iter().any(|(known, to)| known == id && to.is_none_or(|to| to >= today()))
}

/// Training that the work, the role or a need asks for, and that a worker lacks.
fn missing(referral: &Referral, worker: &Worker) -> Vec<&'static str> {
    let mut training = match referral.function.as_str() {
        "care_act_assessment" => vec!["care_act_assessment"],
        "carer_assessment" => vec!["carer_assessment"],
        "safeguarding_enquiry" => vec!["safeguarding_enquiry"],
        "capacity_assessment" => vec!["mca"],
        "ot_assessment" if worker.role == "ot_assistant" => vec!["trusted_assessor"],
        _ => vec![],
    };
    training.extend(referral.needs.iter().filter_map(|need| match need.as_str() {
        "autism" => Some("autism_assessor"),
        "deafblind" => Some("deafblind_assessor"),
        _ => None,
    }));
    training.retain(|id| !trained(worker, id));
    training
}

fn need_by(referral: &Referral) -> NaiveDate {
    match referral.need_by {
        Some(day) if day > today() && referral.band != Some(Band::ActNow) => day,
        _ => today(),
    }
}

fn points(referral: &Referral) -> i64 {
    match referral.complexity {
        Complexity::Simple => 1,
        Complexity::Standard => 2,
        Complexity::Complex => 4,
    }
}

fn skill(worker: &Worker, id: &str) -> i64 {
    worker.skills.iter().find(|(known, _)| known == id).map_or(0, |(_, level)| *level)
}

fn least(referral: &Referral) -> i64 {
    if referral.complexity == Complexity::Complex { 2 } else { 1 }
}

/// Why a worker is excluded, by table H.
pub fn reasons(referral: &Referral, worker: &Worker) -> Vec<&'static str> {
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
    let knows = |relationship| {
        referral.prior.iter().any(|prior| prior.worker == worker.id && prior.relationship == Some(relationship))
    };
    let now = referral.band == Some(Band::ActNow);
    let need_by = need_by(referral);
    let complex = referral.complexity == Complexity::Complex;
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
        ("H06", !missing(referral, worker).is_empty()),
        ("H07", function == "dols_bia" && (knows(Relationship::Current) || knows(Relationship::LastYear))),
        ("H08", worker.available_from.is_some_and(|from| from > need_by) || !stays),
        ("H09", !now && worker.load + points(referral) > worker.capacity),
        ("H10", role == "asye_social_worker" && complex),
        ("H11", referral.gender_must && referral.gender.as_ref().is_some_and(|wanted| *wanted != worker.gender)),
        ("H12", skill(worker, function) < least(referral)),
    ]
    .into_iter()
    .filter_map(|(id, holds)| holds.then_some(id))
    .collect()
}

/// Steps S0 to S8 of table S, each greater where the worker is the better one.
fn steps(referral: &Referral, worker: &Worker) -> impl PartialOrd + use<> {
    let own = referral.prior.iter().filter(|prior| prior.worker == worker.id && !referral.no_continuity);
    let knows = own.map(|prior| match prior.relationship {
        Some(Relationship::Current) => 3,
        Some(Relationship::LastYear) => 2,
        Some(Relationship::Before) => 1,
        None => 0,
    });
    let fits = referral.needs.iter().filter(|need| skill(worker, need) >= 2).count()
        + referral.communication.iter().filter(|code| worker.languages.contains(code)).count();
    let free = worker.capacity - worker.load - points(referral);
    let share = (free as f64 * 1000.0 / worker.capacity as f64).floor();
    (
        free >= 0,
        referral.named.as_ref() == Some(&worker.id),
        knows.max().unwrap_or(0),
        fits,
        skill(worker, &referral.function),
        referral.needs.iter().map(|need| skill(worker, need)).sum::<i64>(),
        !referral.gender_must && referral.gender.as_ref() == Some(&worker.gender),
        if worker.capacity == 0 { f64::NEG_INFINITY } else { share },
        Reverse(worker.available_from.unwrap_or(today()).max(today())),
    )
}

/// Whether one stands before the other by table S.
pub fn before(referral: &Referral, a: &Worker, b: &Worker) -> bool {
    let (one, other) = (steps(referral, a), steps(referral, b));
    one > other || one == other && a.id < b.id
}

/// What to do where nobody is suitable, by table N: the id, and the workers it is about by their ids.
pub fn alternatives<'a>(referral: &Referral, workers: &'a [Worker]) -> Vec<(&'static str, Vec<&'a str>)> {
    let mut order: Vec<(&Worker, Vec<&str>)> = workers.iter().map(|it| (it, reasons(referral, it))).collect();
    order.sort_by(
        |(a, _), (b, _)| if before(referral, a, b) { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater },
    );
    let only = |reasons: &[&str], allowed: &[&str]| reasons.iter().all(|reason| allowed.contains(reason));
    let apart = |reasons: &[&str]| !reasons.iter().any(|it| ["H01", "H02", "H04", "H07", "H08", "H11"].contains(it));
    let function = referral.function.as_str();
    let mut found: Vec<(&'static str, Vec<&str>)> = Vec::new();
    let urgent = matches!(referral.band, Some(Band::ActNow | Band::Urgent));
    if urgent {
        found.push(("alt_duty_now", vec![]));
    }
    let mut cowork = None;
    let mut supervise = None;
    for (lead, why) in &order {
        for (other, theirs) in order.iter().filter(|(other, _)| other.id != lead.id) {
            if cowork.is_none() && only(why, &["H06", "H10", "H12"]) && apart(theirs) {
                let lacks = missing(referral, lead);
                let holds = lacks.iter().all(|id| trained(other, id));
                let leads = why.contains(&"H10") || why.contains(&"H12") || lacks.contains(&"deafblind_assessor");
                let able = !theirs.contains(&"H03")
                    && other.role != "asye_social_worker"
                    && skill(other, function) >= least(referral).max(2);
                if holds && other.load < other.capacity && (able || !leads) {
                    cowork = Some((lead, other));
                }
            }
            let one_level = why.as_slice() == ["H12"] && skill(lead, function) + 1 == least(referral);
            let learns = why.as_slice() == ["H10"] || one_level;
            if supervise.is_none() && learns && other.can_supervise && skill(other, function) >= 2 && apart(theirs) {
                supervise = Some((lead, other));
            }
        }
    }
    found.extend(cowork.map(|(one, other)| ("alt_cowork", vec![one.id.as_str(), &other.id])));
    found.extend(supervise.map(|(one, other)| ("alt_supervise", vec![one.id.as_str(), &other.id])));
    let full = order.iter().find(|(_, why)| why.as_slice() == ["H09"]);
    found.extend(full.map(|(one, _)| ("alt_rebalance", vec![one.id.as_str()])));
    let late = |one: &Worker| {
        let from = one.available_from?;
        let late = (from - need_by(referral)).num_days();
        let stays = one.leaving_on.is_none_or(|leaving| (leaving - from).num_days() >= 28);
        (late > 0 && late <= 14 && stays).then_some(late)
    };
    let mut starter: Option<(i64, &Worker)> = None;
    for (one, why) in &order {
        if why.as_slice() == ["H08"]
            && let Some(late) = late(one)
            && starter.is_none_or(|(earliest, _)| late < earliest)
        {
            starter = Some((late, one));
        }
    }
    if !urgent && referral.band.is_some() {
        found.extend(starter.map(|(_, one)| ("alt_wait_for", vec![one.id.as_str()])));
    }
    let asked = order.iter().find(|(_, why)| only(why, &["H02", "H11"]));
    found.extend(asked.map(|(one, _)| ("alt_talk_to_person", vec![one.id.as_str()])));
    if order.iter().all(|(_, why)| why.contains(&"H05") || why.contains(&"H06")) {
        found.push(("alt_specialist", vec![]));
    }
    found.extend([("alt_other_team", vec![]), ("alt_escalate", vec![])]);
    found
}

/// The warnings, with the workers who are left in their order.
pub fn warnings(referral: &Referral, left: &[&Worker]) -> Vec<&'static str> {
    let first = left.first();
    let after = |one: &Worker| one.load + points(referral);
    let unused = referral.communication.iter().any(|code| first.is_none_or(|one| !one.languages.contains(code)));
    let alike = matches!(left, [one, other, ..] if steps(referral, one) == steps(referral, other));
    let all = [
        ("w_ask_person", !referral.views_recorded),
        ("w_named_unsuitable", referral.named.as_ref().is_some_and(|id| left.iter().all(|one| one.id != *id))),
        ("w_interpreter", unused),
        ("w_advocate_first", referral.advocate_missing),
        ("w_second_worker_missing", referral.two_workers && left.len() < 2),
        (
            "w_gender_prefer_unmet",
            first.is_some_and(|one| {
                !referral.gender_must && referral.gender.as_ref().is_some_and(|it| *it != one.gender)
            }),
        ),
        (
            "w_over_capacity",
            first.is_some_and(|one| after(one) > one.capacity && referral.band == Some(Band::ActNow)),
        ),
        ("w_workload", first.is_some_and(|one| after(one) <= one.capacity && after(one) * 10 >= one.capacity * 9)),
        ("w_asye_supervision", first.is_some_and(|one| one.role == "asye_social_worker")),
        ("w_tie", alike),
    ];
    all.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
}
