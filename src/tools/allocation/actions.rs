//! Table AC: what must happen now. Every row that is true counts, in this order.

use super::answers::*;
use super::bands::*;
use super::outcomes::Id;
use super::priority::{date_missing, need_high};
use crate::engine::{Cond, Row, Table, all, any, not};
use crate::tools::sources::{ALLOCATION, CARE_ACT, CHILDREN, DUTY, LOCAL, MHA, MONITORING, NOTE, cite};

fn carer_stops() -> Cond {
    CARER.any([Carer::AtRisk, Carer::BrokenDown])
}

/// Contact is due: in triage from the day it was received; else from the later of that day and the last contact.
fn contact_due() -> Cond {
    let triage = all([LIST.is(List::NeedsTriage), RECEIVED.ago(TRIAGE)]);
    let due = |band| {
        let spoken = any([not(LAST_CONTACT.given()), LAST_CONTACT.ago(review(band))]);
        all([QUEUE_BAND.is(band), RECEIVED.ago(review(band)), spoken])
    };
    let by_band = Cond::Any(Band::ALL.map(due).into());
    any([triage, all([LIST.is_not(List::NeedsTriage), by_band])])
}

/// The wait has reached what the authority set for the senior manager. A hold is the person's own wish.
fn escalated() -> Cond {
    let waited = |band| all([BASE_BAND.is(band), RECEIVED.ago(escalate(band))]);
    let by_band = Cond::Any(Band::ALL.map(waited).into());
    any([all([LIST.is(List::NeedsTriage), RECEIVED.ago(TRIAGE_ESCALATE)]), all([LIST.is(List::Ranked), by_band])])
}

/// A required answer beyond the three about safety is one that nobody could find out.
fn not_known_otherwise() -> Cond {
    any([
        FUNCTION.said_unknown(),
        CARER.said_unknown(),
        CHILD_AT_RISK.said_unknown(),
        END_OF_LIFE.said_unknown(),
        RISK.said_unknown(),
        NEED.said_unknown(),
        SUPPORT.said_unknown(),
        URGENCY.said_unknown(),
        DETERIORATION.said_unknown(),
        FLUCTUATION.said_unknown(),
        DEADLINE_KIND.said_unknown(),
        date_missing(),
    ])
}

fn safety_not_found_out() -> Cond {
    any([IMMEDIATE_DANGER.said_unknown(), ESSENTIAL_CARE_MISSED.said_unknown(), SAFEGUARDING.said_unknown()])
}

/// Table AC.
pub fn table() -> Table {
    let urgent_needs = any([
        ESSENTIAL_CARE_MISSED.is(YesNo::Yes),
        CARER.is(Carer::BrokenDown),
        RISK.is(Risk::Critical),
        all([SUPPORT.is(Support::Absent), need_high()]),
    ]);
    let from_hospital = all([DEADLINE_KIND.is(DeadlineKind::HospitalDischarge), DEADLINE.within(7)]);
    let home = all([DEADLINE_KIND.is(DeadlineKind::LossOfHome), DEADLINE.within(28)]);
    let changed = any([not(ANSWERED_ON.given()), CHANGED_ON.after(ANSWERED_ON.day())]);
    let waits = all([LIST.is(List::Ranked), QUEUE_BAND.any([Band::High, Band::Standard, Band::Planned])]);
    let row = |outcome: Id, when| Row::when(outcome.id(), when).gives(outcome);
    let local = || cite(&LOCAL, "timescales");
    ACTIONS
        .every_fit()
        .only_if(LIST.is_not(List::Closed))
        .row(row(Id::Call999, IMMEDIATE_DANGER.is(YesNo::Yes)).because([cite(&ALLOCATION, ""), cite(&DUTY, "")]))
        .row(row(Id::AmhpNow, FUNCTION.is(Function::MhaAssessment)).because([cite(&MHA, "s.13")]))
        .row(
            row(Id::SafeguardingToday, SAFEGUARDING.is(Safeguarding::NotProtected))
                .because([cite(&CARE_ACT, "s.42")]),
        )
        .row(row(Id::UrgentNeeds, urgent_needs).because([cite(&CARE_ACT, "s.19(3)")]))
        .row(row(Id::ChildrenReferralToday, CHILD_AT_RISK.is(YesNo::Yes)).because([cite(&CHILDREN, "")]))
        .row(row(Id::CarerPlan, carer_stops()).because([cite(&ALLOCATION, "sustainability of support")]))
        .row(
            row(Id::OfferCarerAssessment, CARER.any([Carer::Strained, Carer::AtRisk, Carer::BrokenDown]))
                .because([cite(&CARE_ACT, "s.10")]),
        )
        .row(row(Id::EndOfLife, END_OF_LIFE.is(EndOfLife::Weeks)).because([cite(&NOTE, "Orkney, critical risk")]))
        .row(row(Id::Discharge, from_hospital).because([cite(&ALLOCATION, "")]))
        .row(row(Id::Housing, home).because([cite(&ALLOCATION, "")]))
        .row(
            row(Id::Advocacy, ADVOCACY.is(Advocacy::NeededNotArranged))
                .because([cite(&CARE_ACT, "s.67(2)"), cite(&ALLOCATION, "")]),
        )
        .row(row(Id::TriageToday, REQUIRED_ANSWERS.is(Asked::Blank)).because([local()]))
        .row(row(Id::FindOutToday, safety_not_found_out()).because([local()]))
        .row(row(Id::FindOutSoon, not_known_otherwise()).because([local()]))
        .row(row(Id::Reprioritise, all([CHANGED_ON.given(), changed])).because([cite(&MONITORING, "")]))
        .row(row(Id::ContactDue, contact_due()).because([local(), cite(&MONITORING, "")]))
        .row(row(Id::Escalate, escalated()).because([local()]))
        .row(row(Id::TellPerson, INFORMED.none_of([YesNo::Yes])).because([cite(&MONITORING, "")]))
        .row(row(Id::WaitWell, waits).because([cite(&CARE_ACT, "s.2, s.4"), cite(&MONITORING, "")]))
}
