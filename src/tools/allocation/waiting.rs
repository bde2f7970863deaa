//! Table AG, the lists of section 7 and the result: where a referral stands while it waits.

use super::answers::*;
use super::bands::*;
use super::outcomes::Id;
use crate::engine::{Citation, Cond, Row, Table, all, any, not};
use crate::tools::sources::{ALLOCATION, LOCAL, MONITORING, cite};

fn local() -> Citation {
    cite(&LOCAL, "timescales")
}

/// Whether nobody has asked for some required answer. An answer of "I do not know" is one that was asked for.
pub fn required() -> Table {
    let blank = [
        FUNCTION.blank(),
        IMMEDIATE_DANGER.blank(),
        ESSENTIAL_CARE_MISSED.blank(),
        SAFEGUARDING.blank(),
        CARER.blank(),
        CHILD_AT_RISK.blank(),
        END_OF_LIFE.blank(),
        RISK.blank(),
        NEED.blank(),
        SUPPORT.blank(),
        URGENCY.blank(),
        DETERIORATION.blank(),
        FLUCTUATION.blank(),
        DEADLINE_KIND.blank(),
    ];
    REQUIRED_ANSWERS
        .first_fit()
        .row(Row::when("RQ1", any(blank)).finds(Asked::Blank).because([cite(&ALLOCATION, "")]))
        .row(Row::otherwise("RQ2").finds(Asked::Complete))
}

/// Table AG. No wait lifts anyone above high: only facts about harm do.
pub fn ageing() -> Table {
    let lift = |id, from, after, to| {
        let when = all([BASE_BAND.is(from), RECEIVED.ago(after)]);
        Row::when(id, when).finds(to).because([local(), cite(&ALLOCATION, "")])
    };
    let stays = |band| Row::when("AG0", BASE_BAND.is(band)).finds(band).because([local()]);
    QUEUE_BAND
        .first_fit()
        .row(lift("AG1", Band::Standard, STANDARD_TO_HIGH, Band::High))
        .row(lift("AG2b", Band::Planned, PLANNED_TO_HIGH, Band::High))
        .row(lift("AG2a", Band::Planned, PLANNED_TO_STANDARD, Band::Standard))
        .row(stays(Band::ActNow))
        .row(stays(Band::Urgent))
        .row(stays(Band::High))
        .row(stays(Band::Standard))
        .row(stays(Band::Planned))
}

/// A person who withdrew stays in view while danger is known, or was asked about and could not be found out.
fn danger_after_withdrawal() -> Cond {
    any([
        IMMEDIATE_DANGER.is(YesNo::Yes),
        SAFEGUARDING.is(Safeguarding::NotProtected),
        all([IMMEDIATE_DANGER.unknown(), not(IMMEDIATE_DANGER.blank())]),
        all([SAFEGUARDING.unknown(), not(SAFEGUARDING.blank())]),
    ])
}

/// Which list.
pub fn list() -> Table {
    let gone = STATUS.any([Status::Allocated, Status::Died, Status::Transferred]);
    let withdrawn = all([STATUS.is(Status::Withdrawn), not(danger_after_withdrawal())]);
    let triage = all([REQUIRED_ANSWERS.is(Asked::Blank), BASE_BAND.is_not(Band::ActNow)]);
    let hold = all([STATUS.is(Status::OnHold), BASE_BAND.any([Band::High, Band::Standard, Band::Planned])]);
    LIST.first_fit()
        .row(Row::when("L1", any([gone, withdrawn])).finds(List::Closed).because([cite(&MONITORING, "")]))
        .row(Row::when("L2", triage).finds(List::NeedsTriage).because([cite(&ALLOCATION, "")]))
        .row(Row::when("L3", hold).finds(List::OnHold).because([cite(&MONITORING, "")]))
        .row(Row::otherwise("L4").finds(List::Ranked).because([cite(&ALLOCATION, "")]))
}

/// The result.
pub fn result() -> Table {
    let ranked = |id, band, outcome| {
        Row::when(id, all([LIST.is(List::Ranked), BASE_BAND.is(band)])).gives(outcome).because([local()])
    };
    RESULT
        .every_fit()
        .row(ranked("R0", Band::ActNow, Id::PriActNow))
        .row(ranked("R1", Band::Urgent, Id::PriUrgent))
        .row(ranked("R2", Band::High, Id::PriHigh))
        .row(ranked("R3", Band::Standard, Id::PriStandard))
        .row(ranked("R4", Band::Planned, Id::PriPlanned))
        .row(Row::when("R_triage", LIST.is(List::NeedsTriage)).gives(Id::PriNeedsTriage))
        .row(Row::when("R_hold", LIST.is(List::OnHold)).gives(Id::PriOnHold))
        .row(Row::when("R_closed", LIST.is(List::Closed)).gives(Id::PriNotWaiting))
}
