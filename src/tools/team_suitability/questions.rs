//! What is asked on each path, in order.

use super::answers::*;
use crate::engine::{Cond, Question, Section, all, any, not};
use crate::tools::sources::{CARE_ACT, DISPUTES, DUTY, JOINT_WORK, MONITORING, PLAN, REABLEMENT, cite};

/// The sections. Each path passes through those in which it asks something.
pub fn sections() -> Vec<Section> {
    vec![
        Section { id: "start", questions: start() },
        Section { id: "contact", questions: contact() },
        Section { id: "person", questions: person() },
        Section { id: "teams", questions: teams() },
        Section { id: "moving", questions: moving() },
        Section { id: "joint", questions: joint() },
        Section { id: "asked", questions: asked() },
        Section { id: "meanwhile", questions: meanwhile() },
    ]
}

/// What has to be decided, and whether anyone is in danger.
fn start() -> Vec<Question> {
    vec![
        PATH.asked(Cond::Always).subject(),
        SAFE_NOW.asked(Cond::Always).because([cite(&REABLEMENT, ""), cite(&MONITORING, ""), cite(&DUTY, "")]),
    ]
}

/// The contact is about the case and somebody is responsible for it.
fn with_somebody() -> Cond {
    let elsewhere = [Subject::GeneralInformation, Subject::ReviewRequest, Subject::DutyTask];
    all([ALLOCATED.any([Allocated::NamedWorker, Allocated::TeamOnly]), not(SUBJECT.any(elsewhere))])
}

fn contact() -> Vec<Question> {
    let path = || PATH.is(Path::Contact);
    let written = || MEDIUM.is(Medium::Written);
    let not_at_once = any([
        all([not(written()), not(AVAILABLE.is(Available::Now))]),
        all([written(), not(IN_TIME.is(YesNo::Yes))]),
    ]);
    vec![
        MEDIUM.asked(path()).because([cite(&DUTY, "")]),
        SUBJECT.asked(path()).because([cite(&DUTY, "")]),
        ALLOCATED.asked(path()).because([cite(&DUTY, "")]),
        AVAILABLE.asked(with_somebody()).because([cite(&DUTY, "")]),
        IN_TIME.asked(all([written(), with_somebody()])).because([cite(&DUTY, "")]),
        COLLEAGUE.asked(all([with_somebody(), not_at_once])).because([cite(&DUTY, "")]),
        URGENT_NEED.asked(all([path(), not(SAFE_NOW.is(Safe::DangerNow))])).because([cite(&DUTY, "")]),
    ]
}

fn transfer() -> Cond {
    PATH.is(Path::Transfer)
}

fn person() -> Vec<Question> {
    let refuses = || CONSENT.is(Consent::RefusesAll);
    vec![
        REASONS.asked(transfer()).because([cite(&REABLEMENT, "")]),
        CONSENT.asked(transfer()).because([cite(&REABLEMENT, ""), cite(&PLAN, ""), cite(&JOINT_WORK, "")]),
        AT_RISK_OF_ABUSE.asked(refuses()).because([cite(&CARE_ACT, "s.11(2)(b)")]),
        VIEWS.asked(all([transfer(), not(refuses())])).because([cite(&REABLEMENT, "")]),
    ]
}

/// A receiver is named.
pub fn receiver_named() -> Cond {
    RECEIVER.none_of([Receiver::NoneFound])
}

fn teams() -> Vec<Question> {
    let residence =
        any([REASONS.any([Why::NotOrdinarilyResident, Why::MovedArea]), RECEIVER.is(Receiver::OtherAuthority)]);
    let elsewhere = || RESIDENCE.any([Residence::OtherDisputed, Residence::PlacedHereByOther]);
    let disputes = || [cite(&DISPUTES, "")];
    vec![
        OUR_FUNCTION.asked(transfer()).because([cite(&REABLEMENT, "")]),
        OUR_PERSON.asked(transfer()).because([cite(&REABLEMENT, ""), cite(&PLAN, "")]),
        WORK_NEEDED.asked(transfer()).optional(),
        SKILLS_NEEDED.asked(transfer()).optional(),
        RECEIVER.asked(transfer()),
        RESIDENCE.asked(residence).because([cite(&CARE_ACT, "ss.37 to 40").confirm(SECTIONS_39_40)]),
        MEETING_NEEDS_NOW.asked(elsewhere()).because(disputes()),
        LIVING_IN.asked(elsewhere()).because(disputes()),
        DISPUTE_AROSE.asked(RESIDENCE.is(Residence::OtherDisputed)).optional().because(disputes()),
        THEIR_FUNCTION.asked(receiver_named()).because([cite(&REABLEMENT, "")]),
        THEIR_PERSON.asked(receiver_named()).because([cite(&REABLEMENT, "")]),
    ]
}

/// What a lawyer has still to confirm about two sections.
pub const SECTIONS_39_40: &str = "the wording of sections 39 and 40 was not seen";

fn moving() -> Vec<Question> {
    vec![
        JOINT_ENOUGH.asked(transfer()).because([cite(&REABLEMENT, ""), cite(&JOINT_WORK, "")]),
        HARM_OF_CHANGE.asked(transfer()),
        LIVE_PROCESS.asked(transfer()).required().because([cite(&MONITORING, "")]),
    ]
}

fn joint() -> Vec<Question> {
    let path = || PATH.is(Path::Joint);
    let lacks = || JOINT_CONSENT.is(JointConsent::LacksCapacity);
    let agreed = || DECIDER.any([Decider::AttorneyOrDeputyAgrees, Decider::BestInterestsMade]);
    let undecided = all([lacks(), WHO.is(Who::Adult), not(agreed())]);
    let consent = || [cite(&JOINT_WORK, "")];
    vec![
        WHO.asked(path()).because(consent()),
        CONTACT_WITH_PERSON.asked(path()).because(consent()),
        SAME_AGENCY.asked(path()).because(consent()),
        JOINT_CONSENT.asked(path()).because(consent()),
        ONLY_TO_ARRANGE.asked(all([path(), JOINT_CONSENT.is(JointConsent::NotAsked)])).because(consent()),
        DECIDER.asked(all([lacks(), WHO.is(Who::Adult)])).because(consent()),
        PART_OF_SAFEGUARDING.asked(any([JOINT_CONSENT.is(JointConsent::Refused), undecided])).because(consent()),
        PARTNER_DELAY.asked(any([JOINT_CONSENT.is(JointConsent::Given), agreed()])).because(consent()),
        JOINT_FORMS.asked(path()).optional().because(consent()),
    ]
}

fn asked() -> Vec<Question> {
    let path = || PATH.is(Path::Asked);
    let law = || [cite(&CARE_ACT, "s.6, s.7"), cite(&JOINT_WORK, "")];
    vec![
        ASKED_FOR.asked(path()).because(law()),
        FORMAL_REQUEST.asked(path()).because(law()),
        DIFFICULTY.asked(path()).because(law()),
    ]
}

/// What holds until it is settled, and what the other team has said.
fn meanwhile() -> Vec<Question> {
    let said_yes = || AGREED.is(Agreed::Yes);
    let waits = AGREED.any([Agreed::NoReply, Agreed::DeclinedWithReasons, Agreed::DeclinedWithoutReasons]);
    let accepts = DIFFICULTY.any([Difficulty::Nothing, Difficulty::LacksSomeSkills]);
    vec![
        GAP.asked(PATH.any([Path::Transfer, Path::Joint, Path::Asked])).because([cite(&REABLEMENT, "")]),
        AGREED.asked(receiver_named()).because([cite(&REABLEMENT, ""), cite(&JOINT_WORK, "")]),
        DAYS_SINCE_ASKED.asked(waits).optional(),
        INFO_READY.asked(said_yes()).because([cite(&REABLEMENT, "")]),
        HOLDS_FROM.asked(any([said_yes(), all([accepts, not(ASKED_FOR.is(AskedFor::JointWork))])])).optional(),
        ADVOCATE
            .asked(PATH.any([Path::Contact, Path::Transfer, Path::Joint]))
            .because([cite(&CARE_ACT, "s.67"), cite(&DUTY, "")]),
    ]
}
