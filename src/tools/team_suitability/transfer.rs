//! Tables TR and OR: whether a case moves, to whom, and who holds it while two councils disagree.

use super::answers::*;
use super::findings::{IN_DISPUTE, InDispute, TRANSFER};
use super::outcomes::Id;
use super::questions::SECTIONS_39_40;
use crate::engine::{Citation, Cond, Row, Table, all, any, not};
use crate::tools::sources::{CARE_ACT, DISPUTES, JOINT_WORK, MCA, NOTE, ORDINARY_RESIDENCE, REABLEMENT, cite};

/// Workload and cost, which never justify a move.
pub const NOT_A_REASON: [Why; 2] = [Why::TeamCapacity, Why::Cost];

/// Reasons about where somebody lives.
const RESIDENCE_REASONS: [Why; 2] = [Why::NotOrdinarilyResident, Why::MovedArea];

/// The reasons that are about the person, and not about where they live.
const OTHER_REASONS: [Why; 9] = [
    Why::NeedsChanged,
    Why::CannotEngageReablement,
    Why::ConsentWithdrawn,
    Why::OtherFunction,
    Why::SpecialistSkills,
    Why::PersonAsked,
    Why::AgeTransition,
    Why::HospitalMove,
    Why::Other,
];

/// Every reason is workload or cost.
fn only_workload() -> Cond {
    let real = any([
        REASONS.any(RESIDENCE_REASONS),
        REASONS.any(OTHER_REASONS),
        REASONS.includes(Why::RelationshipWithWorker),
    ]);
    all([REASONS.any(NOT_A_REASON), not(real)])
}

/// Apart from workload and cost the reasons are only about residence.
fn only_residence() -> Cond {
    not(any([REASONS.any(OTHER_REASONS), REASONS.includes(Why::RelationshipWithWorker)]))
}

/// Apart from workload and cost the only reason is the relationship with the worker.
fn only_relationship() -> Cond {
    let others = any([REASONS.any(OTHER_REASONS), REASONS.any(RESIDENCE_REASONS)]);
    all([REASONS.includes(Why::RelationshipWithWorker), not(others)])
}

/// A service that is neither ours nor another council’s.
pub fn external() -> Cond {
    RECEIVER.any([Receiver::Nhs, Receiver::Housing, Receiver::ChildrensServices, Receiver::VoluntaryOrPrevention])
}

fn no_receiver() -> Cond {
    any([RECEIVER.blank(), RECEIVER.is(Receiver::NoneFound)])
}

fn theirs(answer: Theirs) -> Cond {
    any([THEIR_FUNCTION.is(answer), THEIR_PERSON.is(answer)])
}

fn procedure() -> Citation {
    cite(&REABLEMENT, "")
}

/// Table TR.
pub fn table() -> Table {
    let suitable = all([OUR_FUNCTION.is(Ours::Yes), OUR_PERSON.is(Ours::Yes)]);
    let no_wish_to_go = VIEWS.any([Views::WantsToStay, Views::NoPreference, Views::Represented]);
    let together = || JOINT_ENOUGH.is(YesNo::Yes);
    let able = || not(OUR_FUNCTION.is(Ours::No));
    let costly = any([
        VIEWS.is(Views::WantsToStay),
        HARM_OF_CHANGE.is(Harm::Serious),
        all([HARM_OF_CHANGE.is(Harm::Unknown), not(HARM_OF_CHANGE.blank())]),
        theirs(Theirs::Partly),
    ]);
    let live = LIVE_PROCESS.none_of([Live::Nothing]);
    let safe_to_go = all([AGREED.is(Agreed::Yes), GAP.any([Gap::NoUnmetNeeds, Gap::Covered])]);
    let open_gap = any([GAP.is(Gap::NotCovered), GAP.unknown()]);
    let resident = |answer| RESIDENCE.is(answer);
    let row = |id, when, outcome: Id| Row::when(id, when).gives(outcome).because([procedure()]);
    let lives = |id, when, outcome: Id, at: Citation| Row::when(id, when).gives(outcome).because([at]);
    let residence_law = || cite(&CARE_ACT, "ss.37 to 40").confirm(SECTIONS_39_40);
    let co_operation = || [cite(&CARE_ACT, "s.7"), cite(&JOINT_WORK, "")];
    TRANSFER
        .first_fit()
        .only_if(PATH.is(Path::Transfer))
        .row(row("TR01", SAFE_NOW.is(Safe::DangerNow), Id::TEmergency))
        .row(
            Row::when("TR02", SAFE_NOW.is(Safe::AbuseConcern))
                .gives(Id::TSafeguardingFirst)
                .because([procedure(), cite(&CARE_ACT, "s.42(1)")]),
        )
        .row(row("TR03", SAFE_NOW.unknown(), Id::TFindOutFirst))
        .row(
            Row::when(
                "TR04",
                all([
                    CONSENT.is(Consent::RefusesAll),
                    any([AT_RISK_OF_ABUSE.is(YesNo::Yes), AT_RISK_OF_ABUSE.unknown()]),
                ]),
            )
            .gives(Id::TRefusalKeepOpen)
            .because([cite(&CARE_ACT, "s.11(2)(b)"), cite(&CARE_ACT, "s.42(1)")]),
        )
        .row(
            Row::when("TR05", CONSENT.is(Consent::RefusesAll))
                .gives(Id::TCloseNoConsent)
                .because([cite(&CARE_ACT, "s.11"), procedure()]),
        )
        .row(
            Row::when("TR06", CONSENT.any([Consent::NoBestInterestsYet, Consent::CapacityUnclear]))
                .gives(Id::TCapacityFirst)
                .because([cite(&MCA, "s.4"), cite(&JOINT_WORK, "")]),
        )
        .row(row("TR07", any([CONSENT.unknown(), VIEWS.unknown()]), Id::TAskPersonFirst))
        .row(row("TR08", any([REASONS.empty(), OUR_FUNCTION.blank(), OUR_PERSON.blank()]), Id::TFindOutFirst))
        .row(row("TR09", only_workload(), Id::TKeepNotAReason))
        .row(lives("TR10", RESIDENCE.unknown(), Id::TOrCheck, residence_law()))
        .row(
            Row::when("TR11", resident(Residence::OtherDisputed))
                .gives(Id::TOrDispute)
                .because([cite(&DISPUTES, "").confirm("regulation 3 was not seen"), cite(&CARE_ACT, "s.40")]),
        )
        .row(lives("TR12", resident(Residence::PlacedHereByOther), Id::TOrPlacingAuthority, residence_law()))
        .row(lives("TR13", resident(Residence::PlansToMove), Id::TOrContinuity, cite(&CARE_ACT, "s.37")))
        .row(lives("TR14", resident(Residence::OtherAgreed), Id::TOrHandover, residence_law()))
        .row(
            Row::when(
                "TR15",
                all([RESIDENCE.any([Residence::Ours, Residence::NoSettledHomeHere]), only_residence()]),
            )
            .gives(Id::TKeepOurs)
            .because([cite(&ORDINARY_RESIDENCE, ""), residence_law()]),
        )
        .row(row(
            "TR16",
            all([suitable, no_wish_to_go, not(REASONS.includes(Why::RelationshipWithWorker))]),
            Id::TKeepSuitable,
        ))
        .row(row("TR17", all([only_relationship(), able()]), Id::TChangeWorker))
        .row(row("TR18", all([no_receiver(), together()]), Id::TKeepJoint))
        .row(row("TR19", no_receiver(), Id::TNoTeam))
        .row(row("TR20", any([THEIR_FUNCTION.unknown(), THEIR_PERSON.unknown()]), Id::TFindOutFirst))
        .row(row("TR21", all([theirs(Theirs::No), together(), able()]), Id::TKeepJoint))
        .row(row("TR22", theirs(Theirs::No), Id::TOtherTeam))
        .row(row("TR23", all([together(), able(), costly]), Id::TKeepJoint))
        .row(row("TR24", all([external(), VIEWS.is(Views::WantsToStay)]), Id::TPersonSaysNo))
        .row(row("TR25", all([live, not(safe_to_go)]), Id::TWaitSafePoint))
        .row(
            Row::when("TR26", AGREED.is(Agreed::DeclinedWithoutReasons))
                .gives(Id::TDeclinedAskReasons)
                .because(co_operation()),
        )
        .row(
            Row::when("TR27", all([AGREED.is(Agreed::DeclinedWithReasons), together()]))
                .gives(Id::TDeclinedJoint)
                .because(co_operation()),
        )
        .row(
            Row::when("TR28", AGREED.is(Agreed::DeclinedWithReasons))
                .gives(Id::TDeclinedEscalate)
                .because(co_operation()),
        )
        .row(Row::when("TR29", AGREED.is(Agreed::NoReply)).gives(Id::TNoReply).because([
            procedure(),
            cite(&NOTE, "East London NHS Foundation Trust transfer policy: the holder keeps care until accepted"),
        ]))
        .row(row("TR30", AGREED.unknown(), Id::TPropose))
        .row(row("TR31", not(INFO_READY.is(InfoReady::Yes)), Id::TPrepareHandover))
        .row(row("TR32", open_gap, Id::TInterimThenTransfer))
        .row(Row::otherwise("TR33").gives(Id::TTransfer).because([
            procedure(),
            cite(&NOTE, "East London NHS Foundation Trust transfer policy: the holder keeps care until accepted"),
        ]))
}

/// Table OR, after the lead authority rule.
pub fn in_dispute() -> Table {
    let nobody = || any([MEETING_NEEDS_NOW.is(MeetingNeeds::Nobody), MEETING_NEEDS_NOW.blank()]);
    let row = |id, when, holder: InDispute| Row::when(id, when).finds(holder).because([cite(&DISPUTES, "")]);
    IN_DISPUTE
        .first_fit()
        .only_if(Cond::present(Id::TOrDispute))
        .row(row("OR1", MEETING_NEEDS_NOW.is(MeetingNeeds::Us), InDispute::Us))
        .row(row("OR2", MEETING_NEEDS_NOW.is(MeetingNeeds::OtherAuthority), InDispute::OtherAuthority))
        .row(row("OR3", all([nobody(), LIVING_IN.is(LivingIn::OtherArea)]), InDispute::OtherAuthority))
        .row(Row::otherwise("OR4").finds(InDispute::Us).because([cite(&DISPUTES, "")]))
}
