//! Table TB: which of two ranked people comes first, and why.

use super::bands::Band;
use super::list::Entry;

/// The step of the order at which two people differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One is in a more urgent band.
    QueueBand,
    /// One is in a more urgent band, to which waiting has lifted them.
    QueueBandWaiting,
    /// One has the more serious reason.
    SeriousReason,
    /// A higher level of this factor, by its place in [`Place::levels`](super::place::Place::levels).
    Level(usize),
    /// One is due before the other.
    DueDate,
    /// One was received before the other.
    Received,
    /// Nothing tells them apart but their references.
    Ref,
}

const LEVELS: [&str; 7] = ["risk", "exposure", "urgency", "deterioration", "need", "support", "fluctuation"];

impl Step {
    /// The id of the reason.
    pub fn id(self) -> &'static str {
        match self {
            Step::QueueBand => "queue_band",
            Step::QueueBandWaiting => "queue_band_waiting",
            Step::SeriousReason => "serious_reason",
            Step::Level(at) => LEVELS.get(at).copied().unwrap_or_default(),
            Step::DueDate => "due_date",
            Step::Received => "received",
            Step::Ref => "ref",
        }
    }
}

/// Whether the first comes before the second, and the step at which they differ.
pub fn compare(a: &Entry, b: &Entry) -> (bool, Step) {
    let (one, other) = (a.key(), b.key());
    let Some(at) = one.iter().zip(&other).position(|(one, other)| one != other) else {
        return (a.facts.reference <= b.facts.reference, Step::Ref);
    };
    let first = one < other;
    let before = if first { a } else { b };
    let urgent = a.place.queue.place() < Band::High.place();
    let step = match (at, urgent) {
        (0, _) if before.place.base != before.place.queue => Step::QueueBandWaiting,
        (0, _) => Step::QueueBand,
        (1, true) => Step::SeriousReason,
        (1, false) => Step::DueDate,
        (2..=8, _) => Step::Level(at - 2),
        (9, true) => Step::DueDate,
        _ => Step::Received,
    };
    (first, step)
}
