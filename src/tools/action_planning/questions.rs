//! What is asked about a plan, in order. Issues and actions are in `groups.rs`.

use super::answers::*;
use super::sources;
use crate::engine::{Cond, Question, Section, all, any};

/// The sections, and after them the facts that are worked out.
pub fn sections() -> Vec<Section> {
    let mut sections = vec![
        Section { id: "safety", questions: safety() },
        Section { id: "about", questions: about() },
        Section { id: "people", questions: people() },
        Section { id: "strengths", questions: strengths() },
        Section { id: "options", questions: options() },
        Section { id: "agreement", questions: agreement() },
        Section { id: "monitoring", questions: monitoring() },
        Section { id: "sharing", questions: sharing() },
        Section { id: "closing", questions: closing() },
        Section { id: "worked_out", questions: worked_out() },
    ];
    for question in sections.iter_mut().flat_map(|section| &mut section.questions) {
        question.sources = sources::of_question(question.id);
    }
    sections
}

fn safety() -> Vec<Question> {
    vec![
        IMMEDIATE_DANGER.asked(Cond::Always),
        ABUSE_CONCERN.asked(Cond::Always),
        CONCERN_ABOUT.asked(ABUSE_CONCERN.is(Ynu::Yes)),
        PRACTICE_CONCERN.asked(Cond::Always),
    ]
}

fn about() -> Vec<Question> {
    vec![
        REF.asked(Cond::Always),
        ABOUT.asked(Cond::Always),
        CONTEXT.asked(Cond::Always),
        CONTEXT_OTHER.asked(CONTEXT.is(Context::OtherProcess)),
        PROCESS_START.asked(CONTEXT.is(Context::ReablementPlan)),
        AGREED_ON.asked(Cond::Always),
        PREPARED_ROLE.asked(Cond::Always),
    ]
}

/// A plan about a person, and not about a team.
pub fn about_somebody() -> Cond {
    ABOUT.any([About::Adult, About::Carer])
}

fn people() -> Vec<Question> {
    let lacks = || CAPACITY.is(Capacity::Lacks);
    let represented = [RepType::AttorneyHw, RepType::DeputyPw, RepType::FamilyFriend, RepType::Advocate];
    vec![
        CAPACITY.asked(about_somebody()),
        PERSON_INVOLVED.asked(about_somebody()),
        NOT_INVOLVED_REASON.asked(PERSON_INVOLVED.any([PersonInvolved::Declined, PersonInvolved::CouldNot])),
        SUBSTANTIAL_DIFFICULTY.asked(about_somebody()),
        APPROPRIATE_PERSON.asked(any([SUBSTANTIAL_DIFFICULTY.is(Ynu::Yes), lacks()])),
        REP_TYPE.asked(lacks()),
        REP_INVOLVED.asked(REP_TYPE.any(represented)),
        CARER_EXISTS.asked(ABOUT.is(About::Adult)),
        CARER_INVOLVED.asked(CARER_EXISTS.is(Ynu::Yes)),
        CONCERNED_RISK.asked(all([about_somebody(), somebody_concerned()])),
        CONCERNED_INVOLVED.asked(CONCERNED_RISK.is(Ynu::No)),
        REQUESTED.asked(about_somebody()),
        REQUESTED_INVOLVED.asked(REQUESTED.is(Ynu::Yes)),
        OTHERS_NEEDED.asked(about_somebody()),
        OTHERS_BASIS.asked(OTHERS_NEEDED.is(Yn::Yes)),
        RESTRICTION.asked(any([lacks(), CAPACITY.said_unknown()])),
    ]
}

/// An issue relates to somebody other than the person.
pub fn somebody_concerned() -> Cond {
    Cond::Not(Box::new(CONCERNED.empty()))
}

fn strengths() -> Vec<Question> {
    vec![
        PERSON_VIEW.asked(about_somebody()),
        STRENGTHS.asked(about_somebody()),
        CARER_VIEW.asked(CARER_EXISTS.is(Ynu::Yes)),
        LEARNING.asked(Cond::Always),
    ]
}

fn options() -> Vec<Question> {
    vec![
        OPTIONS_CONSIDERED.asked(Cond::Always),
        OPTIONS_CHOSEN.asked(Cond::Always),
        OPTIONS_REASON.asked(Cond::Always),
    ]
}

/// The carer may not be told or asked: an issue is about them, and involving them is a risk.
pub fn carer_excluded() -> Cond {
    all([CONCERNED.includes(RelatesTo::Carer), CONCERNED_RISK.is(Ynu::Yes)])
}

/// Nobody knows yet whether the carer may be told.
pub fn carer_waits() -> Cond {
    all([CONCERNED.includes(RelatesTo::Carer), any([CONCERNED_RISK.unknown(), CONCERNED_RISK.blank()])])
}

fn agreement() -> Vec<Question> {
    let changes = || CHANGE.none_of([Change::Nothing]);
    let lacks = || CAPACITY.is(Capacity::Lacks);
    let decides = [RepType::AttorneyHw, RepType::DeputyPw];
    let disagrees = || {
        let not_all = [Agree::No, Agree::Partly];
        any([PERSON_AGREES.any(not_all), REP_AGREES.any(not_all), CARER_AGREES.any(not_all)])
    };
    vec![
        CHANGE.asked(about_somebody()),
        PERSON_AGREES.asked(all([changes(), crate::engine::not(lacks())])),
        REP_AGREES.asked(all([changes(), lacks(), REP_TYPE.none_of([RepType::Nobody, RepType::Unknown])])),
        // The question is asked while nobody with authority is named; not knowing is one of those ways.
        BI_RECORDED.asked(all([changes(), lacks(), REP_TYPE.none_of(decides), crate::engine::not(REP_TYPE.blank())])),
        CARER_AGREES.asked(all([changes(), CARER_EXISTS.is(Ynu::Yes), crate::engine::not(carer_excluded())])),
        OTHERS_AGREE.asked(CHANGE.any([Change::ReablementPlan, Change::Both, Change::OtherPlan])),
        VIEWS.asked(disagrees()),
        WELLBEING.asked(disagrees()),
        RATIONALE.asked(changes()),
    ]
}

fn monitoring() -> Vec<Question> {
    vec![
        MONITOR_HOW.asked(Cond::Always),
        MONITOR_OFTEN.asked(Cond::Always),
        REVIEW_DATE.asked(Cond::Always),
        REVIEW_BY.asked(Cond::Always),
        REVIEW_HANDOVER.asked(REVIEW_BY.is(ReviewBy::SomeoneElse)),
        REVIEW_REQUESTED.asked(about_somebody()),
        NO_LONGER_APPROPRIATE.asked(about_somebody()),
        UNRESOLVED.asked(about_somebody()),
        OUTCOMES_MET.asked(about_somebody()),
        NEW_INFO.asked(about_somebody()),
    ]
}

fn sharing() -> Vec<Question> {
    vec![
        COPY_TO.asked(about_somebody()),
        CARER_COPY_WISH.asked(all([CARER_EXISTS.is(Ynu::Yes), crate::engine::not(CAPACITY.is(Capacity::Lacks))])),
        COPY_BASIS.asked(COPY_TO.any([CopyTo::OtherProfessional, CopyTo::Concerned])),
        SHARE_RISK.asked(about_somebody()),
        COPY_METHOD.asked(about_somebody()),
        FORMAT.asked(about_somebody()),
    ]
}

/// The plan is finished.
pub fn closed() -> Cond {
    CLOSE.none_of([Close::Open])
}

fn closing() -> Vec<Question> {
    vec![
        CLOSE.asked(Cond::Always),
        CLOSE_DATE.asked(closed()),
        CLOSE_SUMMARY.asked(closed()),
        CLOSE_PERSON_VIEW.asked(all([closed(), about_somebody()])),
    ]
}

fn worked_out() -> Vec<Question> {
    vec![
        CONCERNED.asked(Cond::Always).worked_out(),
        EVIDENCE.asked(Cond::Always).worked_out(),
        SLOWED.asked(Cond::Always).worked_out(),
        ACTIONS_OPEN.asked(Cond::Always).worked_out(),
        REVIEW_LATE.asked(Cond::Always).worked_out(),
    ]
}
