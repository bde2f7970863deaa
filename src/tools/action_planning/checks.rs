//! Errors: they stop "Mark as complete", not saving. Section 9 of the specification.

use super::answers::*;
use super::groups::Action;
use super::plan::Read;
use chrono::NaiveDate;

/// The most characters of a short and of a long text.
pub const LIMITS: (usize, usize) = (300, 4_000);

/// Questions that must be answered and have no error of their own.
const MUST: &[usize] = &[
    CONCERN_ABOUT.0,
    CONTEXT_OTHER.0,
    PREPARED_ROLE.0,
    PERSON_INVOLVED.0,
    SUBSTANTIAL_DIFFICULTY.0,
    APPROPRIATE_PERSON.0,
    REP_TYPE.0,
    REP_INVOLVED.0,
    CARER_EXISTS.0,
    CARER_INVOLVED.0,
    CONCERNED_INVOLVED.0,
    REQUESTED.0,
    REQUESTED_INVOLVED.0,
    OTHERS_NEEDED.0,
    OTHERS_BASIS.0,
    RESTRICTION.0,
    STRENGTHS.0,
    OPTIONS_CONSIDERED.0,
    OPTIONS_CHOSEN.0,
    CHANGE.0,
    PERSON_AGREES.0,
    REP_AGREES.0,
    BI_RECORDED.0,
    CARER_AGREES.0,
    OTHERS_AGREE.0,
    VIEWS.0,
    WELLBEING.0,
    RATIONALE.0,
    MONITOR_HOW.0,
    MONITOR_OFTEN.0,
    REVIEW_BY.0,
    COPY_TO.0,
    COPY_BASIS.0,
    SHARE_RISK.0,
    CLOSE_DATE.0,
    CARER_COPY_WISH.0,
    COPY_METHOD.0,
    FORMAT.0,
    CLOSE_SUMMARY.0,
    CLOSE_PERSON_VIEW.0,
];
/// Questions whose text is short.
const SHORT: [&str; 3] = ["ap_ref", "ap_context_other", "ap_prepared_role"];

fn before(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one < other)
}

impl Read<'_> {
    /// Ids of the errors, each once, in order. Some are shown at all times, the rest once the plan is to be complete.
    pub fn errors(&self) -> Vec<&'static str> {
        let plan = self.plan;
        let blank = |text: &str| text.trim().is_empty();
        let actions = |wrong: &dyn Fn(&Action) -> bool| plan.actions.iter().any(wrong);
        let done = |action: &Action| action.status == "done";
        let agreed = self.day(AGREED_ON.0);
        let review = self.day(REVIEW_DATE.0);
        let best_interests = [OTHERS_BASIS.0, COPY_BASIS.0].iter().any(|at| self.one(*at) == "best_interests");
        let against_wish =
            self.one(CARER_COPY_WISH.0) == "all" && self.many(COPY_TO.0).iter().any(|to| to == "carer");
        let somebody = self.about_somebody();
        let involved = self.one(PERSON_INVOLVED.0);
        let absent = ["declined", "could_not"].contains(&involved.as_str());
        let safety = [IMMEDIATE_DANGER.0, ABUSE_CONCERN.0, PRACTICE_CONCERN.0];
        let handover = self.one(REVIEW_BY.0) == "someone_else" && self.one(REVIEW_HANDOVER.0) != "yes";
        let always = [
            ("AP-E-12", self.days_not_real()),
            ("AP-E-13", actions(&|a| before(a.due.day(), agreed))),
            ("AP-E-17", before(review, agreed)),
            ("AP-E-18", best_interests && !self.lacks()),
            ("AP-E-20", before(plan.today, agreed)),
            ("AP-E-21", actions(&|a| done(a) && a.done_on == super::day::Written::Blank)),
            ("AP-E-22", actions(&|a| done(a) && before(plan.today, a.done_on.day()))),
            ("AP-E-23", actions(&|a| done(a) && before(a.done_on.day(), agreed))),
            ("AP-E-24", actions(&|a| a.status == "stopped" && blank(&a.stopped_reason))),
            ("AP-E-30", against_wish),
        ];
        let complete = [
            ("AP-E-01", self.is_blank(CONTEXT.0)),
            ("AP-E-02", safety.iter().any(|at| self.is_blank(*at))),
            ("AP-E-03", self.is_blank(ABOUT.0)),
            ("AP-E-04", self.is_blank(CAPACITY.0)),
            ("AP-E-05", plan.issues.is_empty()),
            ("AP-E-06", plan.issues.iter().any(|issue| blank(&issue.description))),
            ("AP-E-07", plan.issues.iter().any(|issue| blank(&issue.kind))),
            ("AP-E-08", plan.actions.is_empty()),
            ("AP-E-09", actions(&|a| blank(&a.what))),
            ("AP-E-10", actions(&|a| blank(&a.owner))),
            ("AP-E-11", actions(&|a| a.due == super::day::Written::Blank)),
            ("AP-E-14", actions(&|a| blank(&a.measure))),
            ("AP-E-15", actions(&|a| !blank(&a.risk) && blank(&a.contingency))),
            ("AP-E-16", self.is_blank(REVIEW_DATE.0)),
            ("AP-E-19", self.is_blank(AGREED_ON.0)),
            ("AP-E-25", plan.issues.iter().any(|issue| issue.evidence.is_empty())),
            ("AP-E-26", self.is_blank(OPTIONS_REASON.0)),
            ("AP-E-27", self.is_blank(CONCERNED_RISK.0)),
            ("AP-E-28", handover),
            ("AP-E-29", self.many(COPY_METHOD.0).iter().any(|how| how == "ordinary_email")),
            ("AP-E-31", somebody && involved == "yes" && self.is_blank(PERSON_VIEW.0)),
            ("AP-E-32", absent && self.is_blank(NOT_INVOLVED_REASON.0)),
            ("AP-E-99", self.lacks_something() || self.too_long()),
        ];
        let wrong = always.into_iter().chain(complete.into_iter().filter(|_| plan.complete));
        let mut ids: Vec<&'static str> = wrong.filter(|(_, wrong)| *wrong).map(|(id, _)| id).collect();
        ids.sort_unstable();
        ids
    }

    fn days_not_real(&self) -> bool {
        let law = super::law_once();
        let shown = |id: &str| law.question(id).is_some_and(|question| self.asked(question.at));
        let of_action = |action: &Action| {
            self.not_real(&action.due)
                || (action.status == "done" && self.not_real(&action.done_on))
                || action.progress.iter().any(|entry| self.not_real(&entry.on))
        };
        self.plan.not_real.keys().any(|id| shown(id)) || self.plan.actions.iter().any(of_action)
    }

    /// Something that must be said and has no error of its own.
    fn lacks_something(&self) -> bool {
        let carer_may_speak = !self.carer_is_out() && self.is_blank(CARER_VIEW.0);
        let issue = self.plan.issues.iter().any(|issue| issue.impact.is_empty() || issue.relates_to.is_empty());
        let action = self.plan.actions.iter().any(|action| {
            action.owner_agreed.is_empty()
                || action
                    .progress
                    .iter()
                    .any(|entry| entry.on == super::day::Written::Blank || entry.rating.is_empty())
        });
        MUST.iter().any(|at| self.is_blank(*at)) || carer_may_speak || issue || action
    }

    /// The carer may not be told or asked, or nobody knows yet.
    pub fn carer_is_out(&self) -> bool {
        let about_carer = self.plan.issues.iter().any(|issue| issue.relates_to.iter().any(|who| who == "carer"));
        about_carer && self.one(CONCERNED_RISK.0) != "no"
    }

    fn too_long(&self) -> bool {
        let long = |text: &str, limit: usize| text.chars().count() > limit;
        let asked = self.plan.texts.iter().any(|(id, text)| {
            let shown = super::law_once().question(id).is_some_and(|question| self.asked(question.at));
            shown && long(text, if SHORT.contains(id) { LIMITS.0 } else { LIMITS.1 })
        });
        let issues = self.plan.issues.iter().any(|issue| long(&issue.description, LIMITS.1));
        let actions = self.plan.actions.iter().flat_map(Action::texts).any(|text| long(text, LIMITS.0));
        asked || issues || actions
    }
}
