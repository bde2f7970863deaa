//! Issues and actions: the parts of a plan that repeat.

use super::day::Written;

/// Ids of the kinds of issue, in order.
pub const ISSUE_TYPES: [&str; 13] = [
    "not_engaging",
    "losing_motivation",
    "carer_not_encouraging",
    "outcomes_unrealistic",
    "visits_not_right",
    "equipment_delay",
    "needs_changed",
    "provider_not_enabling",
    "communication_breakdown",
    "joint_work_delay",
    "risk_worry",
    "unhappy_with_service",
    "other",
];
/// Ids of what an issue may rest on; the last excludes the others.
pub const EVIDENCE_KINDS: [&str; 7] = [
    "worker_observed",
    "involved_professional",
    "other_professional",
    "person_said",
    "carer_said",
    "records",
    "none_yet",
];
/// Ids of what effect an issue has.
pub const IMPACTS: [&str; 4] = ["none_yet", "reducing_benefit", "stopping_progress", "unknown"];
/// Ids of where an issue has got to.
pub const STATES: [&str; 3] = ["open", "resolved", "not_resolvable"];
/// Who does an action: id, and the role as a calendar entry names it.
pub const OWNERS: [(&str, &str); 10] = [
    ("person", "The person"),
    ("carer", "Carer"),
    ("family_friend", "Relative or friend"),
    ("practitioner", "Practitioner"),
    ("manager", "Manager"),
    ("reablement_worker", "Reablement or support worker"),
    ("provider", "Care provider"),
    ("health", "Health professional"),
    ("other_professional", "Another professional"),
    ("voluntary_sector", "Voluntary or community organisation"),
];
/// Owners who live at weekends: a day that is not worked is no matter to them.
pub const AT_HOME: [&str; 3] = ["person", "carer", "family_friend"];
/// Ids of whether an owner agreed.
pub const OWNER_AGREED: [&str; 3] = ["yes", "no", "not_asked"];
/// Ids of where an action has got to.
pub const STATUSES: [&str; 4] = ["not_started", "in_progress", "done", "stopped"];
/// Ids of how it goes, in words and never as a score.
pub const RATINGS: [&str; 5] = ["gone_backwards", "no_change", "some_progress", "nearly_there", "achieved"];
/// The most issues and the most actions of a plan.
pub const MOST: (usize, usize) = (10, 20);

/// Something that is not working. A text is empty, and a choice too, while nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// I1 to I10; never used again after a deletion.
    pub id: String,
    /// One of [`ISSUE_TYPES`].
    pub kind: String,
    /// What is happening.
    pub description: String,
    /// Some of [`EVIDENCE`].
    pub evidence: Vec<String>,
    /// One of [`IMPACTS`].
    pub impact: String,
    /// Whom it relates to, by the ids of [`RelatesTo`](super::answers::RelatesTo) and `person`.
    pub relates_to: Vec<String>,
    /// One of [`STATES`].
    pub state: String,
}

/// Something that somebody does by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// A1 to A20; never used again after a deletion, because calendar entries are known by it.
    pub id: String,
    /// What will happen.
    pub what: String,
    /// The issue it helps with.
    pub issue: String,
    /// One of [`OWNERS`].
    pub owner: String,
    /// The owner's role or initials.
    pub owner_label: String,
    /// One of [`OWNER_AGREED`].
    pub owner_agreed: String,
    /// By when.
    pub due: Written,
    /// How it will be known.
    pub measure: String,
    /// What support it needs.
    pub support: String,
    /// What could stop it.
    pub risk: String,
    /// What then.
    pub contingency: String,
    /// One of [`STATUSES`].
    pub status: String,
    /// When it was done.
    pub done_on: Written,
    /// Why it was stopped.
    pub stopped_reason: String,
    /// What was reported; entries are added and never changed.
    pub progress: Vec<Progress>,
    /// How often what a calendar shows has changed.
    pub seq: u32,
}

/// A report on an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The day.
    pub on: Written,
    /// One of [`RATINGS`].
    pub rating: String,
    /// What happened.
    pub note: String,
}

impl Action {
    /// Everything that was written about it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let own = [&self.what, &self.owner_label, &self.measure, &self.support, &self.risk];
        let more = [&self.contingency, &self.stopped_reason];
        let notes = self.progress.iter().map(|entry| &entry.note);
        own.into_iter().chain(more).chain(notes).map(String::as_str)
    }

    /// Neither done nor stopped.
    pub fn is_open(&self) -> bool {
        !["done", "stopped"].contains(&self.status.as_str())
    }

    /// The role as a calendar entry names it; empty while nobody is chosen.
    pub fn role(&self) -> &'static str {
        OWNERS.iter().find(|(id, _)| *id == self.owner).map_or("", |(_, role)| role)
    }
}
