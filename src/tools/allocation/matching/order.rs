//! Table S: the order of those who are left.

use super::Ask;
use super::referral::{Referral, Relationship};
use super::worker::Worker;

/// Steps S0 to S8, smaller first; the worker's id comes after them.
pub type Key = [i64; 9];

const STEPS: [&str; 9] = ["S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"];

/// The key of a worker.
pub fn key(ask: Ask<'_>, worker: &Worker) -> Key {
    let referral = ask.referral;
    let over = i64::from(worker.load + ask.points() > worker.capacity);
    let named = i64::from(referral.named.as_ref() != Some(&worker.id));
    let knows = match referral.relationship(&worker.id).filter(|_| !referral.no_continuity) {
        Some(Relationship::Current) => 3,
        Some(Relationship::LastYear) => 2,
        Some(Relationship::Before) => 1,
        None => 0,
    };
    let fits = referral.needs.iter().filter(|need| worker.skill(need) >= 2).count()
        + referral.communication.iter().filter(|code| worker.languages.contains(code)).count();
    let depth: i64 = referral.needs.iter().map(|need| worker.skill(need)).sum();
    let gender =
        i64::from(!referral.gender.as_ref().is_some_and(|wanted| !referral.gender_must && *wanted == worker.gender));
    let free = worker.capacity - worker.load - ask.points();
    // The greatest number, so that a worker without any capacity comes last.
    let share = if worker.capacity == 0 { i64::MAX } else { -(free * 1000).div_euclid(worker.capacity) };
    let from = worker.available_from.map_or(0, |day| (day - ask.today).num_days().max(0));
    [
        over,
        named,
        -knows,
        -i64::try_from(fits).unwrap_or(i64::MAX),
        -worker.skill(&referral.function),
        -depth,
        gender,
        share,
        from,
    ]
}

/// The step at which two differ.
pub fn step(one: &Key, other: &Key) -> &'static str {
    let at = one.iter().zip(other).position(|(one, other)| one != other);
    at.and_then(|at| STEPS.get(at)).copied().unwrap_or("S9")
}

/// What a worker lacks for this person: needs below skill 2, then ways of communicating, as asked.
pub fn gaps<'a>(referral: &'a Referral, worker: &'a Worker) -> impl Iterator<Item = &'a str> {
    let needs = referral.needs.iter().filter(|need| worker.skill(need) < 2);
    let methods = referral.communication.iter().filter(|code| !worker.languages.contains(code));
    needs.chain(methods).map(String::as_str)
}
