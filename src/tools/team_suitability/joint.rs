//! Table JW: whether joint work may start.

use super::answers::*;
use super::findings::JOINT;
use super::outcomes::Id;
use crate::engine::{Row, Table, all, any, not};
use crate::tools::sources::{CARE_ACT, DUTY, JOINT_WORK, MCA, cite};

/// Table JW.
pub fn table() -> Table {
    let refused = || JOINT_CONSENT.is(JointConsent::Refused);
    let not_asked = || JOINT_CONSENT.unknown();
    let lacks = || JOINT_CONSENT.is(JointConsent::LacksCapacity);
    let enquiry = || PART_OF_SAFEGUARDING.is(Plain::Yes);
    let deputy_refuses = || DECIDER.is(Decider::AttorneyOrDeputyRefuses);
    let undecided = || any([DECIDER.is(Decider::BestInterestsNotMade), DECIDER.blank()]);
    let same_service = all([ONLY_TO_ARRANGE.is(Plain::Yes), SAME_AGENCY.is(Plain::Yes)]);
    let row = |id, when, outcome: Id| Row::when(id, when).gives(outcome).because([cite(&JOINT_WORK, "")]);
    let shared = |id, when| {
        let sources = [cite(&JOINT_WORK, ""), cite(&CARE_ACT, "s.42")];
        Row::when(id, when).gives(Id::JSafeguardingWithoutConsent).because(sources)
    };
    JOINT
        .first_fit()
        .only_if(PATH.is(Path::Joint))
        .row(Row::when("JW01", SAFE_NOW.is(Safe::DangerNow)).gives(Id::JEmergency).because([cite(&DUTY, "")]))
        .row(Row::when("JW02", SAFE_NOW.unknown()).gives(Id::JCheckSafe).because([cite(&DUTY, "")]))
        .row(shared("JW03", all([refused(), enquiry(), WHO.is(Who::Adult)])))
        .row(row("JW04", refused(), Id::JDoNot))
        .row(row("JW05", all([not_asked(), same_service]), Id::JAssumed))
        .row(row("JW06", not_asked(), Id::JAsk))
        .row(
            Row::when("JW07", all([lacks(), not(WHO.is(Who::Adult))])).gives(Id::JDoNot).because([cite(
                &JOINT_WORK,
                "",
            )
            .confirm("the reading of the exception for carers")]),
        )
        .row(shared("JW08", all([lacks(), deputy_refuses(), enquiry()])))
        .row(row("JW09", all([lacks(), deputy_refuses()]), Id::JDoNot))
        .row(shared("JW10", all([lacks(), undecided(), enquiry()])))
        .row(
            Row::when("JW11", all([lacks(), undecided()]))
                .gives(Id::JBestInterests)
                .because([cite(&JOINT_WORK, ""), cite(&MCA, "s.4")]),
        )
        .row(row("JW12", PARTNER_DELAY.is(Delay::MustWait), Id::JWait))
        .row(row("JW13", PARTNER_DELAY.is(Delay::SafeToGoAhead), Id::JStartAlone))
        .row(Row::otherwise("JW14").gives(Id::JGo).because([cite(&JOINT_WORK, "")]))
}
