//! Table H: who is excluded. Every reason is given, never only the first.

use super::Ask;
use super::referral::Relationship;
use super::worker::Worker;
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::settings::Complexity;

/// Why a worker is excluded; the number is that of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule(pub u8);

impl Rule {
    /// A conflict of interest: never overridden.
    pub const CONFLICT: Rule = Rule(1);

    /// The rule's id.
    pub fn id(self) -> &'static str {
        const IDS: [&str; 12] = ["H01", "H02", "H03", "H04", "H05", "H06", "H07", "H08", "H09", "H10", "H11", "H12"];
        IDS.get(usize::from(self.0).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

/// The newly qualified.
pub const ASYE: &str = "asye_social_worker";

/// Every rule that excludes a worker, in order.
pub fn rules(ask: Ask<'_>, worker: &Worker) -> Vec<Rule> {
    let tests: [fn(Ask<'_>, &Worker) -> bool; 12] = [
        conflict,
        not_wanted,
        role,
        registration,
        approval,
        training,
        involved,
        availability,
        full,
        first_year,
        gender,
        experience,
    ];
    let numbered = (1..).zip(tests);
    numbered.filter(|(_, excludes)| excludes(ask, worker)).map(|(number, _)| Rule(number)).collect()
}

fn conflict(ask: Ask<'_>, worker: &Worker) -> bool {
    let referral = ask.referral;
    worker.conflicts.iter().any(|code| *code == referral.reference || referral.parties.contains(code))
}

fn not_wanted(ask: Ask<'_>, worker: &Worker) -> bool {
    let badly = ask.referral.prior.iter().any(|prior| prior.worker == worker.id && prior.ended_badly);
    badly || ask.referral.not_wanted.contains(&worker.id)
}

fn role(ask: Ask<'_>, worker: &Worker) -> bool {
    let Some(work) = ask.config.work(&ask.referral.function) else { return true };
    let limit = work.limits.iter().find(|(role, _, _)| *role == worker.role);
    !work.roles.contains(&worker.role) || limit.is_some_and(|(_, most, _)| ask.referral.complexity > *most)
}

fn registration(ask: Ask<'_>, worker: &Worker) -> bool {
    let needed = ask.config.work(&ask.referral.function).is_some_and(|work| work.registered);
    let body = ask.config.registered_roles.iter().find(|(role, _)| *role == worker.role).map(|(_, body)| body);
    if !needed && body.is_none() {
        return false;
    }
    let held = worker
        .registration
        .as_ref()
        .filter(|(with, to)| to.is_some_and(|day| day >= ask.today) && body.is_none_or(|body| body == with));
    held.is_none()
}

fn approval(ask: Ask<'_>, worker: &Worker) -> bool {
    let needed = ask.config.work(&ask.referral.function).and_then(|work| work.approval.as_ref());
    needed.is_some_and(|needed| {
        let mut held = worker.approvals.iter().filter(|(id, _)| id == needed);
        !held.any(|(_, to)| to.is_some_and(|day| day >= ask.today))
    })
}

fn training(ask: Ask<'_>, worker: &Worker) -> bool {
    missing_training(ask, worker).next().is_some()
}

/// The training that is needed and not held or not in date.
pub fn missing_training<'a>(ask: Ask<'a>, worker: &'a Worker) -> impl Iterator<Item = &'a str> {
    let work = ask.config.work(&ask.referral.function);
    let own = work.into_iter().flat_map(|work| &work.training);
    let limits = work.into_iter().flat_map(|work| &work.limits).filter(|(role, _, _)| *role == worker.role);
    let limits = limits.flat_map(|(_, _, training)| training);
    let needs = ask.referral.needs.iter().flat_map(move |need| for_need(ask, need));
    let needed = own.chain(limits).chain(needs).map(String::as_str);
    needed.filter(move |id| !worker.trained(id, ask.today))
}

/// The training that a need calls for.
pub fn for_need<'a>(ask: Ask<'a>, need: &str) -> impl Iterator<Item = &'a String> {
    let known = ask.config.need_training.iter().find(|(known, _)| known == need);
    known.into_iter().flat_map(|(_, training)| training)
}

fn involved(ask: Ask<'_>, worker: &Worker) -> bool {
    let knows = ask.referral.relationship(&worker.id);
    ask.referral.function == "dols_bia" && matches!(knows, Some(Relationship::Current | Relationship::LastYear))
}

fn availability(ask: Ask<'_>, worker: &Worker) -> bool {
    let need_by = ask.need_by();
    let late = worker.available_from.is_some_and(|day| day > need_by);
    late || leaves_soon(ask, worker, need_by)
}

/// Whether they leave fewer days than the authority wants after a day.
pub fn leaves_soon(ask: Ask<'_>, worker: &Worker, after: chrono::NaiveDate) -> bool {
    worker.leaving_on.is_some_and(|day| (day - after).num_days() < i64::from(ask.config.min_stay))
}

fn full(ask: Ask<'_>, worker: &Worker) -> bool {
    ask.referral.band != Some(Band::ActNow) && worker.load + ask.points() > worker.capacity
}

fn first_year(ask: Ask<'_>, worker: &Worker) -> bool {
    worker.role == ASYE && ask.referral.complexity == Complexity::Complex
}

fn gender(ask: Ask<'_>, worker: &Worker) -> bool {
    ask.referral.gender_must && ask.referral.gender.as_ref().is_some_and(|wanted| *wanted != worker.gender)
}

fn experience(ask: Ask<'_>, worker: &Worker) -> bool {
    worker.skill(&ask.referral.function) < ask.min_level()
}
