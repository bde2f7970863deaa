//! Results of matching as the worked cases write them.

use super::referral::Referral;
use super::worker::Worker;
use super::{Ask, Match, order};
use crate::json::Json;

fn id(workers: &[Worker], at: usize) -> Json {
    Json::text(workers.get(at).map(|worker| worker.id.clone()).unwrap_or_default())
}

/// A match.
pub fn matched(ask: Ask<'_>, workers: &[Worker], found: &Match) -> Json {
    let excluded = found.excluded.iter().filter_map(|(at, rules)| {
        let worker = workers.get(*at)?;
        Some((worker.id.clone(), Json::texts(rules.iter().map(|rule| rule.id()))))
    });
    let gaps = found.ranked.iter().filter_map(|at| workers.get(*at)).filter_map(|worker| {
        let gaps: Vec<&str> = order::gaps(ask.referral, worker).collect();
        (!gaps.is_empty()).then(|| (worker.id.clone(), Json::texts(gaps)))
    });
    let alternatives = found.alternatives.iter().map(|alternative| {
        let mut pairs = vec![("id".to_owned(), Json::text(alternative.id))];
        let named = [("worker", alternative.worker), ("with", alternative.with)];
        pairs.extend(named.into_iter().filter_map(|(key, at)| Some((key.to_owned(), id(workers, at?)))));
        Json::Object(pairs)
    });
    let mut pairs = vec![
        ("ranked", Json::List(found.ranked.iter().map(|at| id(workers, *at)).collect())),
        ("excluded", Json::Object(excluded.collect())),
        ("gaps", Json::Object(gaps.collect())),
        ("outcome", Json::text(found.outcome(ask, workers))),
        ("alternatives", Json::List(alternatives.collect())),
        ("tie", Json::Bool(found.tie())),
        ("warnings", Json::texts(found.warnings.iter().copied())),
    ];
    if let Some(step) = found.why_first() {
        pairs.push(("why_first", Json::text(step)));
    }
    if ask.referral.two_workers {
        pairs.push(("second_worker", found.ranked.get(1).map_or(Json::Null, |at| id(workers, *at))));
    }
    Json::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A plan over these referrals, in the order of the list.
pub fn plan(walk: &mut super::plan::Walk<'_>, referrals: &[Referral], not_planned: Vec<String>) -> Json {
    let (mut assign, mut unassigned) = (Vec::new(), Vec::new());
    for referral in referrals {
        walk.step(referral);
        let reference = ("ref", Json::text(referral.reference.clone()));
        match walk.lines.last().and_then(|line| line.worker) {
            Some(worker) => assign.push(Json::object([reference, ("worker", id(&walk.workers, worker))])),
            None => {
                let ids = walk.matched(referral).alternatives.into_iter().map(|alternative| alternative.id);
                unassigned.push(Json::object([reference, ("alternatives", Json::texts(ids))]));
            }
        }
    }
    Json::object([
        ("assign", Json::List(assign)),
        ("unassigned", Json::List(unassigned)),
        ("not_planned", Json::texts(not_planned)),
    ])
}
