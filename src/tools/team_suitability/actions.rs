//! Table AT: what has to be done, in the order of each path.

use super::answers::*;
use super::findings::*;
use super::outcomes::Id;
use super::transfer::{NOT_A_REASON, external};
use crate::engine::{Citation, Cond, Row, Table, all, any, not};
use crate::tools::sources::{CARE_ACT, DISPUTES, DUTY, JOINT_WORK, MCA, REABLEMENT, cite};

fn present<const N: usize>(outcomes: [Id; N]) -> Cond {
    Cond::Any(outcomes.map(Cond::present).into())
}

/// A row is named after its action.
fn row(outcome: Id, when: Cond, source: Citation) -> Row {
    Row::when(outcome.id(), when).gives(outcome).because([source])
}

fn unsafe_now() -> Cond {
    SAFE_NOW.any([Safe::AbuseConcern, Safe::DangerNow])
}

fn advocate_needed() -> Cond {
    ADVOCATE.is(Advocate::NeededNotArranged)
}

/// Before anybody has said what is to be decided, danger is still answered.
pub fn start() -> Table {
    let duty = || cite(&DUTY, "");
    START_ACTIONS
        .every_fit()
        .only_if(PATH.blank())
        .row(row(Id::Call999, SAFE_NOW.is(Safe::DangerNow), duty()))
        .row(row(Id::Safeguarding, unsafe_now(), cite(&CARE_ACT, "s.42(1)")))
}

/// On the path `contact`.
pub fn contact() -> Table {
    let duty = || cite(&DUTY, "");
    let messages = || present([Id::CMessageTimeKnown, Id::CMessageTimeUnknown, Id::CMessageWritten]);
    let handles = || Cond::present(Id::CDutyHandles);
    let urgent = any([URGENT_NEED.is(YesNo::Yes), all([URGENT_NEED.unknown(), messages()])]);
    let somebody = || ALLOCATED.any([Allocated::NamedWorker, Allocated::OtherWorker, Allocated::TeamOnly]);
    let told = any([
        present([Id::CEmergency, Id::CSafeguarding, Id::CDutyHandles, Id::CColleague]),
        present([Id::CTransferWritten, Id::CRedirect]),
        messages(),
    ]);
    let wrong_name = any([Cond::present(Id::CRedirect), all([handles(), ALLOCATED.is(Allocated::Nobody)])]);
    let in_writing = [Id::CTransferWritten, Id::CMessageWritten, Id::CColleague, Id::CSendReview, Id::CRedirect];
    CONTACT_ACTIONS
        .every_fit()
        .only_if(PATH.is(Path::Contact))
        .row(row(Id::Call999, Cond::present(Id::CEmergency), duty()))
        .row(row(Id::Safeguarding, unsafe_now(), cite(&CARE_ACT, "s.42(1)")))
        .row(row(Id::AskSafe, Cond::present(Id::CCheckSafe), duty()))
        .row(row(Id::CheckSystems, Cond::present(Id::CCheckSystems), duty()))
        .row(row(Id::UrgentNow, urgent, duty()))
        .row(row(Id::ResolveWhatYouCan, any([handles(), Cond::present(Id::CColleague), messages()]), duty()))
        .row(row(Id::DoNotTransferToNamed, wrong_name, duty()))
        .row(row(Id::AlertWorker, all([somebody(), told]), duty()))
        .row(row(Id::TellWhen, Cond::present(Id::CMessageTimeKnown), duty()))
        .row(row(Id::TellNotKnown, Cond::present(Id::CMessageTimeUnknown), duty()))
        .row(row(Id::TellDelay, Cond::present(Id::CMessageWritten), duty()))
        .row(row(Id::AgreeFallback, messages(), duty()))
        .row(row(Id::SecureMessage, all([MEDIUM.is(Medium::Written), present(in_writing)]), duty()))
        .row(row(Id::WhoReplies, Cond::present(Id::CTransferWritten), duty()))
        .row(row(Id::Advocate, advocate_needed(), cite(&CARE_ACT, "s.67")))
        .row(row(Id::MoneyInformation, Cond::present(Id::CSendReview), cite(&CARE_ACT, "s.4")))
        .row(row(Id::FollowUp, all([handles(), somebody()]), duty()))
        .row(row(Id::Record, Cond::Always, duty()))
}

/// The case moves, or is on its way.
fn moving() -> Cond {
    present([
        Id::TTransfer,
        Id::TInterimThenTransfer,
        Id::TPrepareHandover,
        Id::TPropose,
        Id::TOrHandover,
        Id::TOrContinuity,
    ])
}

/// On the path `transfer`.
pub fn transfer() -> Table {
    let procedure = || cite(&REABLEMENT, "");
    let refuses = || CONSENT.is(Consent::RefusesAll);
    let abuse = any([unsafe_now(), all([refuses(), AT_RISK_OF_ABUSE.is(YesNo::Yes)])]);
    let gap = any([GAP.is(Gap::NotCovered), GAP.said_unknown(), all([GAP.blank(), moving()])]);
    let find_out = all([Cond::present(Id::TFindOutFirst), not(SAFE_NOW.unknown())]);
    let other_council = [Id::TOrDispute, Id::TOrPlacingAuthority, Id::TOrHandover, Id::TOrContinuity];
    let talk = any([
        present([Id::TPropose, Id::TDeclinedJoint, Id::TDeclinedEscalate, Id::TKeepJoint]),
        present([Id::TWaitSafePoint, Id::TNoReply, Id::TOtherTeam]),
    ]);
    let late = all([present([Id::TNoReply, Id::TDeclinedAskReasons]), DAYS_SINCE_ASKED.at_least(ESCALATE)]);
    let escalate = any([present([Id::TDeclinedEscalate, Id::TNoTeam, Id::TOrDispute]), late]);
    let overruled = all([
        VIEWS.is(Views::WantsToStay),
        present([Id::TTransfer, Id::TInterimThenTransfer, Id::TPrepareHandover, Id::TPropose]),
    ]);
    TRANSFER_ACTIONS
        .every_fit()
        .only_if(PATH.is(Path::Transfer))
        .row(row(Id::Call999, Cond::present(Id::TEmergency), procedure()))
        .row(row(Id::Safeguarding, abuse, cite(&CARE_ACT, "s.42(1)")))
        .row(row(Id::AskSafe, all([Cond::present(Id::TFindOutFirst), SAFE_NOW.unknown()]), procedure()))
        .row(row(Id::Interim, gap, procedure()))
        .row(row(Id::AskPerson, any([CONSENT.unknown(), VIEWS.unknown()]), procedure()))
        .row(row(
            Id::Capacity,
            CONSENT.any([Consent::NoBestInterestsYet, Consent::CapacityUnclear]),
            cite(&MCA, "s.4"),
        ))
        .row(row(Id::FindOut, find_out, procedure()))
        .row(row(Id::Advocate, advocate_needed(), cite(&CARE_ACT, "s.67")))
        .row(row(Id::CheckAdvocacy, ADVOCATE.unknown(), cite(&CARE_ACT, "s.67")))
        .row(row(Id::ResidenceCheck, Cond::present(Id::TOrCheck), cite(&CARE_ACT, "s.39")))
        .row(row(Id::ResidenceDispute, Cond::present(Id::TOrDispute), cite(&DISPUTES, "")))
        .row(row(Id::NotifyOtherAuthority, present(other_council), cite(&DISPUTES, "")))
        .row(row(Id::TalkBetweenTeams, talk, procedure()))
        .row(row(Id::WrittenReasons, Cond::present(Id::TDeclinedAskReasons), cite(&CARE_ACT, "s.7")))
        .row(row(Id::Escalate, escalate, procedure()))
        .row(row(Id::JointRequest, present([Id::TKeepJoint, Id::TDeclinedJoint]), cite(&JOINT_WORK, "")))
        .row(row(Id::HandoverPack, moving(), procedure()))
        .row(row(Id::ConsentToShare, all([INFO_READY.is(InfoReady::NoConsentToShare), moving()]), procedure()))
        .row(row(Id::DutiesRemain, all([moving(), external()]), cite(&CARE_ACT, "s.9")))
        .row(row(Id::NoRepeat, moving(), procedure()))
        .row(row(Id::MoneyInformation, moving(), cite(&CARE_ACT, "s.4")))
        .row(row(
            Id::InformationInWriting,
            present([Id::TCloseNoConsent, Id::TRefusalKeepOpen, Id::TPersonSaysNo]),
            cite(&CARE_ACT, "s.4"),
        ))
        .row(row(Id::TellReferrer, Cond::present(Id::TCloseNoConsent), procedure()))
        .row(row(Id::CapacityPlan, REASONS.any(NOT_A_REASON), procedure()))
        .row(row(Id::ViewsOverruled, overruled, procedure()))
        .row(row(Id::TellPerson, not(Cond::present(Id::TEmergency)), procedure()))
        .row(row(Id::NamedContact, HOLDER.is(Holder::Us), procedure()))
        .row(row(Id::Record, Cond::Always, procedure()))
}

/// On the path `joint`.
pub fn joint() -> Table {
    let procedure = || cite(&JOINT_WORK, "");
    let roles = || present([Id::JGo, Id::JAssumed, Id::JStartAlone, Id::JSafeguardingWithoutConsent]);
    // By rule and not by outcome: a refusal that stands (JW04) asks for no lawyer.
    let lacks = || JOINT_CONSENT.is(JointConsent::LacksCapacity);
    let decided = any([
        present([Id::JDoNot]),
        all([Cond::present(Id::JSafeguardingWithoutConsent), DECIDER.is(Decider::AttorneyOrDeputyRefuses)]),
    ]);
    let open_gap = any([GAP.is(Gap::NotCovered), GAP.unknown()]);
    JOINT_ACTIONS
        .every_fit()
        .only_if(PATH.is(Path::Joint))
        .row(row(Id::Call999, Cond::present(Id::JEmergency), cite(&DUTY, "")))
        .row(row(Id::Safeguarding, unsafe_now(), cite(&CARE_ACT, "s.42(1)")))
        .row(row(Id::AskSafe, Cond::present(Id::JCheckSafe), cite(&DUTY, "")))
        .row(row(Id::AskPerson, Cond::present(Id::JAsk), procedure()))
        .row(row(Id::Capacity, Cond::present(Id::JBestInterests), cite(&MCA, "s.4")))
        .row(row(Id::LegalAdvice, all([lacks(), decided]), procedure()))
        .row(row(Id::LeastSharing, Cond::present(Id::JSafeguardingWithoutConsent), procedure()))
        .row(row(Id::Interim, all([present([Id::JWait, Id::JStartAlone]), open_gap]), procedure()))
        .row(row(Id::AgreeRoles, roles(), procedure()))
        .row(row(Id::ClearRequest, any([roles(), Cond::present(Id::JWait)]), procedure()))
        .row(row(Id::Advocate, advocate_needed(), cite(&CARE_ACT, "s.67")))
        .row(row(Id::TellPerson, not(Cond::present(Id::JEmergency)), procedure()))
        .row(row(Id::Record, Cond::Always, procedure()))
}

/// On the path `asked`.
pub fn asked() -> Table {
    let procedure = || cite(&JOINT_WORK, "");
    let gap = any([GAP.is(Gap::NotCovered), GAP.said_unknown()]);
    let yes = || present([Id::RAccept, Id::RCooperate, Id::RAcceptWithSupport]);
    let reply = any([
        present([Id::RAskInformation, Id::RDecide, Id::RResidence]),
        present([Id::RNotAReason, Id::RCriteriaDiscuss]),
    ]);
    ASKED_ACTIONS
        .every_fit()
        .only_if(PATH.is(Path::Asked))
        .row(row(Id::Call999, Cond::present(Id::REmergency), cite(&DUTY, "")))
        .row(row(Id::Safeguarding, unsafe_now(), cite(&CARE_ACT, "s.42(1)")))
        .row(row(Id::AskSafe, Cond::present(Id::RCheckSafe), cite(&DUTY, "")))
        .row(row(Id::Interim, gap, procedure()))
        .row(row(Id::ConfirmDate, yes(), procedure()))
        .row(row(Id::ReadFileFirst, yes(), procedure()))
        .row(row(Id::WrittenReasonsSend, present([Id::RDeclineWritten, Id::RDeclineSuggest]), cite(&CARE_ACT, "s.7")))
        .row(row(Id::SuggestTeam, Cond::present(Id::RDeclineSuggest), procedure()))
        .row(row(Id::JointRequest, Cond::present(Id::RAcceptWithSupport), procedure()))
        .row(row(Id::CapacityPlan, DIFFICULTY.is(Difficulty::TooBusy), procedure()))
        .row(row(Id::ResidenceCheck, Cond::present(Id::RResidence), cite(&CARE_ACT, "s.39")))
        .row(row(Id::TalkBetweenTeams, Cond::present(Id::RCriteriaDiscuss), procedure()))
        .row(row(Id::TwoDayReply, reply, procedure()))
        .row(row(Id::Record, Cond::Always, procedure()))
}
