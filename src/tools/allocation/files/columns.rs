//! The columns of a waiting list, and the headings each is known by.

use super::values::same;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $id:literal $(, $also:literal)*;)*) => {
        /// A column that is read. The order is the order in which questions are asked.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $name,)* }

        impl Field {
            /// Every field, in order.
            pub const ALL: &[Field] = &[$(Field::$name,)*];

            /// The permanent id, which is also the heading in every file that the tool writes.
            pub fn id(self) -> &'static str {
                match self { $(Field::$name => $id,)* }
            }

            /// Other headings that are accepted, as they are usually written.
            pub fn also(self) -> &'static [&'static str] {
                match self { $(Field::$name => &[$($also),*],)* }
            }
        }
    };
}

fields! {
    /// The referral's reference.
    Ref = "ref", "Referral reference", "Case reference", "Referral ID";
    /// The day the council first received it.
    Received = "received", "Date received", "Referral date", "Contact date";
    /// The day anyone last spoke to the person or their carer.
    LastContact = "last_contact", "Date of last contact";
    /// The day the answers were given.
    AnsweredOn = "answered_on", "Triage date", "Date triaged";
    /// Whether the person is waiting.
    Status = "status";
    /// The day it was allocated.
    AllocatedOn = "allocated_on", "Date allocated", "Allocation date";
    /// The work that is needed.
    Function = "function", "Work type", "Referral type";
    /// Whether anyone is in immediate danger.
    ImmediateDanger = "immediate_danger";
    /// Whether essential care is missed today.
    EssentialCareMissed = "essential_care_missed";
    /// A concern about abuse, neglect or self-neglect.
    Safeguarding = "safeguarding";
    /// The situation of any carer.
    Carer = "carer", "Carer situation";
    /// Whether a child is at risk.
    ChildAtRisk = "child_at_risk";
    /// Whether the person is near the end of life.
    EndOfLife = "end_of_life";
    /// The first factor.
    Risk = "risk", "Level of risk";
    /// The second factor.
    Need = "need", "Level of need";
    /// The third factor.
    Support = "support", "Current support";
    /// The fourth factor.
    Urgency = "urgency";
    /// The fifth factor.
    Deterioration = "deterioration", "Likelihood of deterioration";
    /// The sixth factor.
    Fluctuation = "fluctuation";
    /// What kind of fixed date there is.
    DeadlineKind = "deadline_kind", "Deadline type";
    /// The fixed date.
    Deadline = "deadline", "Deadline date";
    /// Whether an advocate has been considered.
    Advocacy = "advocacy";
    /// Whether the person has been told that they are waiting.
    Informed = "informed", "Person informed";
    /// What has happened since the answers, as [`values::events`](super::values::events) reads it.
    Events = "events";
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = Field::ALL.len();
    /// The columns without which every row is a data problem.
    pub const REQUIRED: [Field; 2] = [Field::Ref, Field::Received];

    /// Its place among all fields, from 0.
    pub fn place(self) -> usize {
        self as usize
    }

    /// The field with this id, exactly.
    pub fn named(id: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// The field a heading stands for.
    ///
    /// Capitals and outside spaces do not matter, and a space counts as an underscore. Anything else does:
    /// a heading that only looks like one of ours may mean something else.
    pub fn headed(heading: &str) -> Option<Field> {
        let fits = |field: &Field| same(heading, field.id()) || field.also().iter().any(|also| same(heading, also));
        Field::ALL.iter().copied().find(fits)
    }
}
