//! What is asked about one referral, in order.

use super::answers::*;
use super::priority::dated;
use crate::engine::{Citation, Cond, Question, Section, any};
use crate::tools::sources::{ALLOCATION, ASSESSMENT_REGS, CARE_ACT, CHILDREN, DUTY, MONITORING, NOTE, cite};

/// The sections.
pub fn sections() -> Vec<Section> {
    vec![
        Section { id: "safety", questions: safety() },
        Section { id: "referral", questions: referral() },
        Section { id: "factors", questions: factors() },
        Section { id: "dates", questions: dates() },
    ]
}

/// The answers that can decide the matter alone; danger comes first of all.
fn safety() -> Vec<Question> {
    vec![
        IMMEDIATE_DANGER.asked(Cond::Always).because([cite(&ALLOCATION, ""), cite(&MONITORING, ""), cite(&DUTY, "")]),
        ESSENTIAL_CARE_MISSED.asked(Cond::Always).because([cite(&ALLOCATION, ""), cite(&CARE_ACT, "s.19(3)")]),
        SAFEGUARDING.asked(Cond::Always).because([cite(&CARE_ACT, "s.42"), cite(&ALLOCATION, "")]),
        CARER
            .asked(Cond::Always)
            .not_known_counts_as(Carer::Strained)
            .because([cite(&ALLOCATION, "sustainability of support"), cite(&NOTE, "Argyll and Bute; Aberdeenshire")]),
        CHILD_AT_RISK.asked(Cond::Always).because([cite(&CHILDREN, "")]),
        END_OF_LIFE.asked(Cond::Always).because([cite(&NOTE, "Orkney, critical risk")]),
    ]
}

fn referral() -> Vec<Question> {
    let allocated = STATUS.is(Status::Allocated);
    vec![
        RECEIVED.asked(Cond::Always).because([cite(&ALLOCATION, "")]),
        LAST_CONTACT.asked(Cond::Always).optional().because([cite(&MONITORING, "")]),
        ANSWERED_ON.asked(Cond::Always).optional(),
        STATUS.asked(Cond::Always).optional(),
        ALLOCATED_ON.asked(any([allocated, ALLOCATED_ON.given()])).optional(),
        FUNCTION.asked(Cond::Always).because([cite(&ALLOCATION, "")]),
    ]
}

fn factors() -> Vec<Question> {
    let six = |question: Question| question.because::<1>([six_factors()]);
    vec![
        six(RISK.asked(Cond::Always).not_known_counts_as(Risk::High)),
        six(NEED.asked(Cond::Always).not_known_counts_as(Need::High)),
        six(SUPPORT.asked(Cond::Always).not_known_counts_as(Support::Fragile)),
        six(URGENCY.asked(Cond::Always).not_known_counts_as(Urgency::WithinMonth)),
        six(DETERIORATION.asked(Cond::Always).not_known_counts_as(Deterioration::Likely)),
        FLUCTUATION
            .asked(Cond::Always)
            .not_known_counts_as(Fluctuation::Some)
            .because([six_factors(), cite(&ASSESSMENT_REGS, "reg 3(3)")]),
    ]
}

fn six_factors() -> Citation {
    cite(&ALLOCATION, "the six things to look at")
}

fn dates() -> Vec<Question> {
    vec![
        DEADLINE_KIND.asked(Cond::Always),
        // A date that somebody gave is never ignored, whatever is said about its kind.
        DEADLINE.asked(any([dated(), DEADLINE.given()])),
        ADVOCACY.asked(Cond::Always).because([cite(&ALLOCATION, ""), cite(&CARE_ACT, "s.67")]),
        INFORMED.asked(Cond::Always).because([cite(&MONITORING, "")]),
        CHANGED_ON.asked(CHANGED_ON.given()).optional().because([cite(&MONITORING, "")]),
    ]
}
