//! What is written down beside the answers, what people are told, and what a manager would ask.
//!
//! Sections 13 and 15 of the specification.

use super::answers::*;
use super::bands::{LIST, List};
use super::outcomes::Id;
use crate::engine::{Cond, OutcomeId};
use crate::tools::{Common, Note, Pack, PackItem, Place, Probe, Size};

/// The text boxes, in the order they are shown.
pub fn notes() -> Vec<Note> {
    let waits = || LIST.is_not(List::Closed);
    vec![
        Note { id: "case_reference", place: Place::Beside(RECEIVED.0), asked: Cond::Always, size: Size::Line },
        Note { id: "risk_evidence", place: Place::Beside(RISK.0), asked: Cond::Always, size: Size::Text },
        Note { id: "person_views", place: Place::Record, asked: waits(), size: Size::Text },
        Note { id: "interim_plan", place: Place::Record, asked: waits(), size: Size::Text },
        Note { id: "told", place: Place::Record, asked: waits(), size: Size::Text },
    ]
}

/// Which of this say what every record holds.
pub fn common() -> Common {
    let urgent = [
        Id::AmhpNow,
        Id::SafeguardingToday,
        Id::UrgentNeeds,
        Id::ChildrenReferralToday,
        Id::FindOutToday,
        Id::TriageToday,
    ];
    Common {
        voice: vec!["person_views"],
        evidence: vec!["risk_evidence"],
        advocacy: vec![ADVOCACY.0],
        advocate_needed: vec![Id::Advocacy.number()],
        carer: vec![CARER.0],
        urgent: urgent.map(OutcomeId::number).to_vec(),
        safety: vec![IMMEDIATE_DANGER.0, ESSENTIAL_CARE_MISSED.0, SAFEGUARDING.0, CHILD_AT_RISK.0],
        ..Common::default()
    }
}

/// What the person and the worker are told. Nobody is ever told their rank.
pub fn packs() -> Vec<Pack> {
    let by_hand = |id| PackItem { id, questions: &[], notes: &[], figures: &[], legal_basis: false };
    let answers = |id, questions| PackItem { id, questions, notes: &[], figures: &[], legal_basis: false };
    let written = |id, notes| PackItem { id, questions: &[], notes, figures: &[], legal_basis: false };
    let figures = |id, questions, figures| PackItem { id, questions, notes: &[], figures, legal_basis: false };
    vec![
        Pack {
            id: "WP",
            adds_to: "",
            items: vec![
                by_hand("waiting"),
                answers("work", &[FUNCTION.0]),
                figures("when", &[], &["due"]),
                written("until_then", &["interim_plan"]),
                by_hand("call"),
                by_hand("other_worker"),
                by_hand("complain"),
                by_hand("advocate"),
            ],
        },
        Pack {
            id: "WW",
            adds_to: "",
            items: vec![
                written("reference", &["case_reference"]),
                figures(
                    "work",
                    &[FUNCTION.0, RECEIVED.0, DEADLINE_KIND.0, DEADLINE.0],
                    &["band", "queue_band", "due", "next_contact"],
                ),
                PackItem {
                    id: "risks",
                    questions: &[RISK.0, SAFEGUARDING.0, FLUCTUATION.0],
                    notes: &["risk_evidence"],
                    figures: &[],
                    legal_basis: false,
                },
                by_hand("communication"),
                written("wishes", &["person_views"]),
                answers("advocate", &[ADVOCACY.0]),
                written("done", &["interim_plan", "told"]),
                answers("others", &[CARER.0]),
                by_hand("supervision"),
                by_hand("cannot_start"),
            ],
        },
    ]
}

/// What a manager would ask in supervision.
pub fn probes() -> Vec<Probe> {
    vec![
        Probe { id: "how_known", questions: &[RISK.0, LAST_CONTACT.0] },
        Probe { id: "what_would_move", questions: &[RISK.0, SUPPORT.0, DETERIORATION.0] },
        Probe { id: "safe_tonight", questions: &[IMMEDIATE_DANGER.0, ESSENTIAL_CARE_MISSED.0, SAFEGUARDING.0] },
        Probe { id: "not_known", questions: &REQUIRED },
        Probe { id: "longest", questions: &[RECEIVED.0] },
        Probe { id: "groups", questions: &[RECEIVED.0] },
        Probe { id: "departed", questions: &[STATUS.0] },
        Probe { id: "asked", questions: &[INFORMED.0] },
        Probe { id: "same_worker", questions: &[FUNCTION.0] },
        Probe { id: "newly_qualified", questions: &[FUNCTION.0] },
    ]
}
