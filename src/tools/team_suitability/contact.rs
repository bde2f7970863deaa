//! Table CT: a call or a message for a worker or a team.

use super::answers::*;
use super::findings::CONTACT;
use super::outcomes::Id;
use crate::engine::{Row, Table, all, any, not};
use crate::tools::sources::{CARE_ACT, DUTY, cite};

/// Table CT.
pub fn table() -> Table {
    let written = || MEDIUM.is(Medium::Written);
    let time_known = AVAILABLE.any([Available::FewHours, Available::FewDays, Available::Longer]);
    let row = |id, when, outcome: Id| Row::when(id, when).gives(outcome).because([cite(&DUTY, "")]);
    CONTACT
        .first_fit()
        .only_if(PATH.is(Path::Contact))
        .row(row("CT01", SAFE_NOW.is(Safe::DangerNow), Id::CEmergency))
        .row(
            Row::when("CT02", SAFE_NOW.is(Safe::AbuseConcern))
                .gives(Id::CSafeguarding)
                .because([cite(&DUTY, ""), cite(&CARE_ACT, "s.42(1)")]),
        )
        .row(row("CT03", SAFE_NOW.unknown(), Id::CCheckSafe))
        .row(row("CT04", SUBJECT.is(Subject::GeneralInformation), Id::CDutyHandles))
        .row(row("CT05", ALLOCATED.unknown(), Id::CCheckSystems))
        .row(row("CT06", ALLOCATED.is(Allocated::Nobody), Id::CDutyHandles))
        .row(row("CT07", SUBJECT.is(Subject::ReviewRequest), Id::CSendReview))
        .row(row("CT08", SUBJECT.is(Subject::DutyTask), Id::CDutyHandles))
        .row(row("CT09", ALLOCATED.is(Allocated::OtherWorker), Id::CRedirect))
        .row(row("CT10", all([not(written()), AVAILABLE.is(Available::Now)]), Id::CTransferCall))
        .row(row("CT11", all([written(), IN_TIME.is(YesNo::Yes)]), Id::CTransferWritten))
        .row(row("CT12", any([COLLEAGUE.is(YesNo::Yes)]), Id::CColleague))
        .row(row("CT13", written(), Id::CMessageWritten))
        .row(row("CT14", time_known, Id::CMessageTimeKnown))
        .row(Row::otherwise("CT15").gives(Id::CMessageTimeUnknown).because([cite(&DUTY, "")]))
}
