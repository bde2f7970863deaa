//! Outcomes that some answers word otherwise.

use super::answers::*;
use super::outcomes::Id;
use crate::engine::{Cond, OutcomeId, all, any};
use crate::tools::Wording;

/// Each with its parts and when.
pub fn wordings() -> Vec<Wording> {
    let wording = |outcome: Id, id, parts, when| Wording { outcome: outcome.number(), id, parts, when };
    let enquiry = any([PART_OF_SAFEGUARDING.is(Plain::Yes), SAFE_NOW.is(Safe::AbuseConcern)]);
    let risk = any([
        Cond::present(Id::TSafeguardingFirst),
        Cond::present(Id::TRefusalKeepOpen),
        all([PATH.is(Path::Joint), enquiry]),
    ]);
    let unmet = any([GAP.is(Gap::NotCovered), GAP.unknown()]);
    vec![
        wording(Id::TellPerson, "risk", &["heading"], risk),
        wording(Id::TFindOutFirst, "safety", &["timescale"], SAFE_NOW.unknown()),
        wording(Id::TNoTeam, "unmet", &["timescale"], unmet),
        wording(Id::Interim, "asked", &["heading", "who"], PATH.is(Path::Asked)),
        wording(Id::JointRequest, "asked", &["explanation"], PATH.is(Path::Asked)),
        wording(Id::TTransfer, "no_date", &["explanation"], HOLDS_FROM.blank()),
        wording(Id::UrgentNow, "unknown", &["explanation"], URGENT_NEED.unknown()),
        wording(Id::ConfirmDate, "joint", &["explanation"], ASKED_FOR.is(AskedFor::JointWork)),
        wording(Id::Record, "transfer", &["heading"], PATH.is(Path::Transfer)),
        wording(Id::AskSafe, "asked", &["heading"], PATH.is(Path::Asked)),
    ]
}
