//! Table N: what to do where nobody is suitable. All that apply, in order.

use super::exclusion::{ASYE, Rule, for_need, leaves_soon, missing_training};
use super::worker::Worker;
use super::{Ask, order};
use crate::tools::allocation::bands::Band;

/// Something to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The permanent id.
    pub id: &'static str,
    /// The worker it is about, by place.
    pub worker: Option<usize>,
    /// A second worker, by place.
    pub with: Option<usize>,
}

/// Whether the second of two workers makes up for what the first lacks, each with the rules that exclude them.
type Partner<'a> = &'a dyn Fn(&Worker, &[Rule], &Worker, &[Rule]) -> bool;

/// Everything that applies.
pub fn all(ask: Ask<'_>, workers: &[Worker], excluded: &[(usize, Vec<Rule>)]) -> Vec<Alternative> {
    let mut ranked: Vec<(usize, &Worker, &[Rule])> = excluded
        .iter()
        .filter_map(|(at, rules)| workers.get(*at).map(|worker| (*at, worker, rules.as_slice())))
        .collect();
    ranked.sort_by_cached_key(|(_, worker, _)| (order::key(ask, worker), worker.id.clone()));
    let mut found = Vec::new();
    let mut add = |id, worker, with| found.push(Alternative { id, worker, with });
    let urgent = ask.referral.band.is_some_and(|band| band.place() < Band::High.place());
    if urgent {
        add("alt_duty_now", None, None);
    }
    let only = |rules: &[Rule], allowed: &[u8]| rules.iter().all(|rule| allowed.contains(&rule.0));
    let first = |test: &dyn Fn(&Worker, &[Rule]) -> bool| {
        ranked.iter().find(|(_, worker, rules)| test(worker, rules)).map(|(at, _, _)| *at)
    };
    let pair = |lead: &dyn Fn(&Worker, &[Rule]) -> bool, partner: Partner<'_>| {
        ranked.iter().filter(|(_, worker, rules)| lead(worker, rules)).find_map(|(at, worker, rules)| {
            let others = ranked.iter().filter(|(other, _, _)| other != at);
            let mut fitting = others.filter(|(_, other, other_rules)| partner(worker, rules, other, other_rules));
            fitting.next().map(|(other, _, _)| (*at, *other))
        })
    };
    if let Some((lead, with)) = pair(&|_, rules| only(rules, &[6, 10, 12]), &|worker, rules, other, theirs| {
        coworks(ask, (worker, rules), other, theirs)
    }) {
        add("alt_cowork", Some(lead), Some(with));
    }
    let supervised = |worker: &Worker, rules: &[Rule]| match rules {
        [Rule(10)] => true,
        [Rule(12)] => ask.min_level() - worker.skill(&ask.referral.function) == 1,
        _ => false,
    };
    if let Some((lead, with)) = pair(&supervised, &|_, _, other, theirs| {
        other.can_supervise && other.skill(&ask.referral.function) >= 2 && free_of(theirs, &[1, 2, 4, 7, 8, 11])
    }) {
        add("alt_supervise", Some(lead), Some(with));
    }
    if let Some(at) = first(&|_, rules| only(rules, &[9])) {
        add("alt_rebalance", Some(at), None);
    }
    let waits = ranked.iter().filter(|(_, worker, rules)| only(rules, &[8]) && starts_soon(ask, worker));
    // The earliest starter; of several, the first in the order. `min_by_key` keeps the first.
    if let Some((at, _, _)) = waits.min_by_key(|(_, worker, _)| worker.available_from)
        && !urgent
        && ask.referral.band.is_some()
    {
        add("alt_wait_for", Some(*at), None);
    }
    if let Some(at) = first(&|_, rules| only(rules, &[2, 11])) {
        add("alt_talk_to_person", Some(at), None);
    }
    if excluded.iter().all(|(_, rules)| rules.iter().any(|rule| [5, 6].contains(&rule.0))) {
        add("alt_specialist", None, None);
    }
    add("alt_other_team", None, None);
    add("alt_escalate", None, None);
    found
}

fn free_of(rules: &[Rule], numbers: &[u8]) -> bool {
    !rules.iter().any(|rule| numbers.contains(&rule.0))
}

/// Whether a second worker makes up for what the first lacks.
fn coworks(ask: Ask<'_>, (worker, rules): (&Worker, &[Rule]), other: &Worker, theirs: &[Rule]) -> bool {
    let missing: Vec<&str> = missing_training(ask, worker).collect();
    let room = other.load + ask.config.cowork_points <= other.capacity;
    let holds = missing.iter().all(|id| other.trained(id, ask.today));
    let deafblind = ask.referral.needs.iter().any(|need| need == "deafblind")
        && for_need(ask, "deafblind").any(|id| missing.contains(&id.as_str()));
    let leads = deafblind || rules.iter().any(|rule| [10, 12].contains(&rule.0));
    let skill = other.skill(&ask.referral.function);
    let able = free_of(theirs, &[3]) && other.role != ASYE && skill >= 2 && skill >= ask.min_level();
    free_of(theirs, &[1, 2, 4, 7, 8, 11]) && room && holds && (!leads || able)
}

/// Whether they start only a little late, and then stay.
fn starts_soon(ask: Ask<'_>, worker: &Worker) -> bool {
    let late = worker.available_from.map(|day| (day, (day - ask.need_by()).num_days()));
    late.is_some_and(|(day, late)| {
        (1..=i64::from(ask.config.wait_tolerance)).contains(&late) && !leaves_soon(ask, worker, day)
    })
}
