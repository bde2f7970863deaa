//! What may be decided.

use super::citation::Citation;

/// What sort of thing an outcome is; also the order in which outcomes are shown,
/// after those a law puts first for safety.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The answer to what was asked. What follows from it is given as outcomes of their own, and those that
    /// say neither who acts nor by when take both from it.
    Decision,
    /// The law or a procedure requires it.
    Duty,
    /// Why a duty applies although something would usually lift it.
    Reason,
    /// Something to do beside the duties.
    Action,
    /// Somebody else has to advise first.
    SeekAdvice,
    /// It may be done.
    Power,
    /// It cannot be decided on these answers.
    Undecided,
    /// Another service deals with it.
    Signpost,
    /// It was looked at and nothing is required.
    NoDuty,
}

impl Kind {
    /// All, in the order they are shown.
    pub const ALL: [Kind; 9] = [
        Kind::Decision,
        Kind::Duty,
        Kind::Reason,
        Kind::Action,
        Kind::SeekAdvice,
        Kind::Power,
        Kind::Undecided,
        Kind::Signpost,
        Kind::NoDuty,
    ];

    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Decision => "decision",
            Kind::Duty => "duty",
            Kind::Reason => "reason",
            Kind::Action => "action",
            Kind::SeekAdvice => "seek_advice",
            Kind::Power => "power",
            Kind::Undecided => "undecided",
            Kind::Signpost => "signpost",
            Kind::NoDuty => "no_duty",
        }
    }
}

/// A tool's outcome, as its own enum names it.
pub trait OutcomeId: Copy + 'static {
    /// Its place in the tool's list of outcomes.
    fn number(self) -> usize;
}

/// One outcome. Its words are in the tool's wording.
#[derive(Debug)]
pub struct Outcome {
    /// The permanent id.
    pub id: &'static str,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The id of the referral pack that goes with it, or empty.
    pub pack: &'static str,
    /// The law, guidance or procedure behind it.
    pub sources: Vec<Citation>,
}

/// Defines a tool's outcomes: the enum its rules name them by, and `all()` with the values.
///
/// One line is one outcome: variant, permanent id, kind, referral pack, sources.
#[macro_export]
macro_rules! outcomes {
    ($($variant:ident = $id:literal: $kind:ident, $pack:literal, [$($source:expr),* $(,)?];)+) => {
        /// The outcomes, in the order of the specification.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Id { $($variant),+ }
        impl $crate::engine::OutcomeId for Id {
            fn number(self) -> usize { self as usize }
        }
        impl Id {
            /// The permanent id.
            pub fn id(self) -> &'static str { match self { $(Id::$variant => $id),+ } }
        }
        /// The outcomes as values.
        pub fn all() -> Vec<$crate::engine::Outcome> {
            vec![$($crate::engine::Outcome {
                id: $id,
                kind: $crate::engine::Kind::$kind,
                pack: $pack,
                sources: vec![$($source),*],
            }),+]
        }
    };
}
