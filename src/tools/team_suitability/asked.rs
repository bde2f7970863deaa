//! Table RQ: we have been asked to take a case or to work jointly.

use super::answers::*;
use super::findings::ASKED;
use super::outcomes::Id;
use crate::engine::{Row, Table, all};
use crate::tools::sources::{CARE_ACT, DISPUTES, DUTY, JOINT_WORK, cite};

/// Table RQ.
pub fn table() -> Table {
    let difficulty = |answer| DIFFICULTY.is(answer);
    let co_operate = |id, when, outcome: Id| {
        Row::when(id, when).gives(outcome).because([cite(&CARE_ACT, "s.6"), cite(&JOINT_WORK, "")])
    };
    let decline = |id, when, outcome: Id| {
        Row::when(id, when).gives(outcome).because([cite(&CARE_ACT, "s.7"), cite(&JOINT_WORK, "")])
    };
    ASKED
        .first_fit()
        .only_if(PATH.is(Path::Asked))
        .row(Row::when("RQ01", SAFE_NOW.is(Safe::DangerNow)).gives(Id::REmergency).because([cite(&DUTY, "")]))
        .row(Row::when("RQ02", SAFE_NOW.unknown()).gives(Id::RCheckSafe).because([cite(&DUTY, "")]))
        .row(co_operate("RQ03", DIFFICULTY.blank(), Id::RDecide))
        .row(co_operate(
            "RQ04",
            all([difficulty(Difficulty::Nothing), ASKED_FOR.is(AskedFor::JointWork)]),
            Id::RCooperate,
        ))
        .row(co_operate("RQ05", difficulty(Difficulty::Nothing), Id::RAccept))
        .row(co_operate("RQ06", difficulty(Difficulty::InformationMissing), Id::RAskInformation))
        .row(
            Row::when("RQ07", difficulty(Difficulty::ResidenceDoubt))
                .gives(Id::RResidence)
                .because([cite(&DISPUTES, "")]),
        )
        .row(co_operate("RQ08", difficulty(Difficulty::TooBusy), Id::RNotAReason))
        .row(co_operate("RQ09", difficulty(Difficulty::LacksSomeSkills), Id::RAcceptWithSupport))
        .row(decline("RQ10", difficulty(Difficulty::LacksKeySkills), Id::RDeclineSuggest))
        .row(co_operate("RQ11", difficulty(Difficulty::OutsideOurCriteria), Id::RCriteriaDiscuss))
        .row(
            Row::otherwise("RQ12")
                .gives(Id::RDeclineWritten)
                .because([cite(&CARE_ACT, "s.7"), cite(&JOINT_WORK, "")]),
        )
}
