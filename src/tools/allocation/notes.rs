//! What is written down beside the answers, what people are told, and what a manager would ask.
//!
//! Sections 13 and 15 of the specification.

use super::answers::*;
use super::bands::{LIST, List};
use crate::engine::Cond;
use crate::tools::{Note, Pack, Place, Probe, Size};

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

/// What the person and the worker are told. Nobody is ever told their rank.
pub fn packs() -> Vec<Pack> {
    Vec::new()
}

/// What a manager would ask in supervision.
pub fn probes() -> Vec<Probe> {
    Vec::new()
}
