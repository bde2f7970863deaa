//! Flags for supervision: they start a conversation, and are never added up. Section 14 of the specification.

use super::answers::*;
use super::day::between;
use super::outcomes::Id;
use super::plan::Read;

impl Read<'_> {
    /// Ids of the flags, in order.
    pub fn flags(&self) -> Vec<&'static str> {
        let plan = self.plan;
        let open = || plan.actions.iter().filter(|action| action.is_open());
        let late = |days: Option<i64>| days.is_some_and(|days| days >= plan.times.overdue);
        let any = |outcomes: &[Id]| outcomes.iter().any(|outcome| self.has(*outcome));
        let heard = plan.actions.iter().flat_map(|action| &action.progress).filter_map(|entry| entry.on.day());
        let heard = heard.chain(self.day(AGREED_ON.0)).max();
        let silent =
            matches!((heard, plan.today), (Some(heard), Some(today)) if between(heard, today) > plan.times.silent);
        let absent = ["not_yet", "declined", "could_not"].contains(&self.one(PERSON_INVOLVED.0).as_str());
        let unresolved = plan.issues.iter().any(|issue| self.state(issue) != "resolved");
        let ended = ["partly", "not_achieved"].contains(&self.one(CLOSE.0).as_str());
        let safety = [Id::Emergency, Id::EmergencyCheck, Id::Safeguard, Id::SafeguardAdvice, Id::Child];
        let rights = [Id::Capacity, Id::Advocate, Id::AdvocateCheck, Id::Dol, Id::DolCheck];
        let all = [
            ("AP-F-01", open().any(|action| late(self.working_days_late(&action.due)))),
            ("AP-F-02", open().any(|action| action.owner_agreed != "yes")),
            ("AP-F-03", self.has(Id::GoAheadWithoutAgreement)),
            ("AP-F-04", any(&safety)),
            ("AP-F-05", self.has(Id::ReviewOverdue)),
            ("AP-F-06", !self.is_closed() && open().next().is_some() && silent),
            ("AP-F-07", absent),
            ("AP-F-08", self.has(Id::ExcludeConcerned)),
            ("AP-F-09", self.is_closed() && (ended || unresolved)),
            ("AP-F-10", any(&rights)),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| id).collect()
    }
}
