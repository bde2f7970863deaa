//! The five bands, what the tables find, and the numbers an authority sets.

use crate::engine::{Count, Finding, NoFinding};
use crate::{choices, numbered};

choices! {
    /// How soon somebody must be allocated, most urgent first.
    pub enum Band {
        ActNow = "b0",
        Urgent = "b1",
        High = "b2",
        Standard = "b3",
        Planned = "b4",
    }

    /// Whether every required answer was asked for.
    pub enum Asked {
        Blank = "blank",
        Complete = "complete",
    }

    /// The list a referral is in, data problems aside.
    pub enum List {
        Closed = "closed",
        NeedsTriage = "needs_triage",
        OnHold = "on_hold",
        Ranked = "ranked",
    }
}

impl Band {
    /// All, most urgent first.
    pub const ALL: [Band; 5] = [Band::ActNow, Band::Urgent, Band::High, Band::Standard, Band::Planned];

    /// Its place, most urgent first.
    pub fn place(self) -> usize {
        self as usize
    }

    /// This band's of what there is one for each.
    pub fn of<T>(self, each: &[T; 5]) -> &T {
        let [act_now, urgent, high, standard, planned] = each;
        match self {
            Band::ActNow => act_now,
            Band::Urgent => urgent,
            Band::High => high,
            Band::Standard => standard,
            Band::Planned => planned,
        }
    }

    /// The permanent id.
    pub fn id(self) -> &'static str {
        ["b0", "b1", "b2", "b3", "b4"].get(self as usize).copied().unwrap_or_default()
    }

    /// The band at a place; the least urgent beyond the last.
    pub fn at(place: usize) -> Band {
        Band::ALL.get(place).copied().unwrap_or(Band::Planned)
    }
}

numbered! {
    PRIORITY: Finding<Band> = "priority";
    BASE_BAND: Finding<Band> = "base_band";
    REQUIRED_ANSWERS: Finding<Asked> = "required";
    QUEUE_BAND: Finding<Band> = "queue_band";
    LIST: Finding<List> = "list";
    RESULT: Finding<NoFinding> = "result";
    ACTIONS: Finding<NoFinding> = "actions";
}

/// Ids of the numbers of days that an authority sets, in order.
pub const COUNTS: &[&str] = &[
    "review_b0",
    "review_b1",
    "review_b2",
    "review_b3",
    "review_b4",
    "escalate_b0",
    "escalate_b1",
    "escalate_b2",
    "escalate_b3",
    "escalate_b4",
    "triage",
    "triage_escalate",
    "standard_to_high",
    "planned_to_standard",
    "planned_to_high",
    "target_b0",
    "target_b1",
    "target_b2",
    "target_b3",
    "target_b4",
];

/// Contact is due this many days after the last, by band.
pub fn review(band: Band) -> Count {
    Count::Setting(band.place())
}

/// The senior manager decides once the wait reaches this, by band.
pub fn escalate(band: Band) -> Count {
    Count::Setting(5 + band.place())
}

/// Questions that nobody has asked are answered within this.
pub const TRIAGE: Count = Count::Setting(10);
/// The senior manager is told of questions nobody has asked after this.
pub const TRIAGE_ESCALATE: Count = Count::Setting(11);
/// A wait that lifts standard to high.
pub const STANDARD_TO_HIGH: Count = Count::Setting(12);
/// A wait that lifts planned to standard.
pub const PLANNED_TO_STANDARD: Count = Count::Setting(13);
/// A wait that lifts planned to high.
pub const PLANNED_TO_HIGH: Count = Count::Setting(14);
