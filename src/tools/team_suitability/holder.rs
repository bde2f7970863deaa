//! Who holds the case: whoever has it keeps it until someone else has said yes, on a date.

use super::answers::*;
use super::findings::{HOLDER, Holder, IN_DISPUTE, InDispute};
use super::outcomes::Id;
use crate::engine::{Cond, Row, Table, all, any, not};
use crate::tools::sources::{DISPUTES, DUTY, NOTE, cite};

fn present<const N: usize>(outcomes: [Id; N]) -> Cond {
    Cond::Any(outcomes.map(Cond::present).into())
}

/// The holder on every path but joint work, which changes nobody’s hold.
pub fn table() -> Table {
    let responsible = [Id::CSendReview, Id::CTransferCall, Id::CTransferWritten, Id::CColleague];
    let placing = all([Cond::present(Id::TOrPlacingAuthority), MEETING_NEEDS_NOW.is(MeetingNeeds::OtherAuthority)]);
    let theirs = any([IN_DISPUTE.is(InDispute::OtherAuthority), placing]);
    let to_us = any([
        Cond::present(Id::RAccept),
        all([Cond::present(Id::RAcceptWithSupport), not(ASKED_FOR.is(AskedFor::JointWork))]),
    ]);
    let kept =
        || cite(&NOTE, "East London NHS Foundation Trust transfer policy: the holder keeps care until accepted");
    let row = |id, when, holder: Holder| Row::when(id, when).finds(holder);
    HOLDER
        .first_fit()
        .only_if(PATH.any([Path::Contact, Path::Transfer, Path::Asked]))
        .row(row("HO1", present(responsible), Holder::NamedWorkerOrTeam).because([cite(&DUTY, "")]))
        .row(row("HO2", Cond::present(Id::CRedirect), Holder::DutyUntilRightWorkerHasIt).because([cite(&DUTY, "")]))
        .row(row("HO3", PATH.is(Path::Contact), Holder::Duty).because([cite(&DUTY, "")]))
        .row(row("HO4", Cond::present(Id::TCloseNoConsent), Holder::NobodyCaseClosed))
        .row(row("HO5", Cond::present(Id::TTransfer), Holder::ReceivingFromAgreedDate).because([kept()]))
        .row(row("HO6", theirs, Holder::OtherAuthority).because([cite(&DISPUTES, "")]))
        .row(row("HO7", PATH.is(Path::Transfer), Holder::Us).because([kept()]))
        .row(row("HO8", to_us, Holder::UsFromAgreedDate).because([kept()]))
        .row(Row::otherwise("HO9").finds(Holder::Sender).because([kept()]))
}
