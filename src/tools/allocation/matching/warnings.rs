//! What to keep in mind about a match. "First" is the first worker in the order.

use super::exclusion::ASYE;
use super::worker::Worker;
use super::{Ask, Match};
use crate::tools::allocation::bands::Band;

/// The warnings, in order.
pub fn all(ask: Ask<'_>, workers: &[Worker], found: &Match) -> Vec<&'static str> {
    let referral = ask.referral;
    let first = found.ranked.first().and_then(|at| workers.get(*at));
    let ranked = |id: &String| found.ranked.iter().filter_map(|at| workers.get(*at)).any(|worker| worker.id == *id);
    let unused = |first: &Worker| referral.communication.iter().any(|code| !first.languages.contains(code));
    let after = |first: &Worker| first.load + ask.points();
    let act_now = referral.band == Some(Band::ActNow);
    let all = [
        ("w_ask_person", !referral.views_recorded),
        ("w_named_unsuitable", referral.named.as_ref().is_some_and(|id| !ranked(id))),
        ("w_interpreter", first.map_or(!referral.communication.is_empty(), unused)),
        ("w_advocate_first", referral.advocate_missing),
        ("w_second_worker_missing", referral.two_workers && found.ranked.len() < 2),
        (
            "w_gender_prefer_unmet",
            !referral.gender_must
                && first.is_some_and(|first| referral.gender.as_ref().is_some_and(|wanted| *wanted != first.gender)),
        ),
        ("w_over_capacity", act_now && first.is_some_and(|first| after(first) > first.capacity)),
        (
            "w_workload",
            first.is_some_and(|first| {
                after(first) <= first.capacity && after(first) * 100 >= first.capacity * ask.config.warn_percent
            }),
        ),
        ("w_asye_supervision", first.is_some_and(|first| first.role == ASYE)),
        ("w_tie", found.tie()),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| id).collect()
}
