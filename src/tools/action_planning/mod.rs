//! From what is not working to who does what by when: what a plan says, and what follows from it.
//!
//! Read with the specification open: the rules stand in its order and carry its ids. The rules about people, changes
//! and sharing are one law of the house's engine; issues and actions repeat, and what the rules need of them is
//! worked out first.

pub mod answers;
pub mod calendar_file;
pub mod checks;
pub mod day;
#[cfg(not(target_arch = "wasm32"))]
pub mod decide;
pub mod flags;
pub mod found;
pub mod groups;
pub mod json;
pub mod outcomes;
pub mod personal;
pub mod plan;
pub mod progress;
pub mod questions;
pub mod rules;
pub mod settings;
pub mod sources;
pub mod suggest;
pub mod table;
pub mod warnings;

use super::{Common, Group, Tool};
use crate::engine::{Index, Law, OutcomeId};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// The parts of a plan that repeat.
pub const GROUPS: &[Group] = &[
    Group { id: "issue", section: "issues", after: "people", most: groups::MOST.0, fields: groups::ISSUE },
    Group { id: "action", section: "actions", after: "options", most: groups::MOST.1, fields: groups::ACTION },
];

/// The version of the rules and questions.
pub const RULES: &str = "1";

/// The tool.
pub fn tool() -> Tool {
    Tool {
        id: "action_planning",
        element: "care-action-plan",
        rules_version: RULES,
        law: law(),
        topics: Vec::new(),
        notes: Vec::new(),
        packs: Vec::new(),
        probes: Vec::new(),
        reads_settings: Some(settings::read),
        figures: None,
        figure_ids: &[],
        page_answers: &[],
        teams: None,
        links: &[],
        about: None,
        remembers: None,
        pinned: outcomes::PINNED.map(OutcomeId::number).to_vec(),
        wordings: Vec::new(),
        groups: GROUPS,
        common: common(),
    }
}

fn common() -> Common {
    use answers::{
        ABUSE_CONCERN, APPROPRIATE_PERSON, CAPACITY, CARER_EXISTS, CARER_INVOLVED, IMMEDIATE_DANGER,
        SUBSTANTIAL_DIFFICULTY,
    };
    use outcomes::Id;
    Common {
        capacity: vec![CAPACITY.0],
        advocacy: vec![SUBSTANTIAL_DIFFICULTY.0, APPROPRIATE_PERSON.0],
        advocate_needed: vec![Id::Advocate.number()],
        carer: vec![CARER_EXISTS.0, CARER_INVOLVED.0],
        safety: vec![IMMEDIATE_DANGER.0, ABUSE_CONCERN.0],
        urgent: [
            Id::Emergency,
            Id::EmergencyCheck,
            Id::Safeguard,
            Id::SafeguardAdvice,
            Id::SgPause,
            Id::Child,
            Id::Dol,
            Id::DolCheck,
            Id::Advocate,
        ]
        .map(OutcomeId::number)
        .to_vec(),
        ..Common::default()
    }
}

/// The law. Its newest source is [2026] UKSC 16 of 2 June 2026.
pub fn law() -> Law {
    Law {
        covers_from: NaiveDate::from_ymd_opt(2026, 6, 2).unwrap_or_default(),
        checked_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        sections: questions::sections(),
        tables: rules::tables(),
        outcomes: outcomes::all(),
        counts: settings::COUNTS,
        index: Index::default(),
        ..Law::default()
    }
    .ready()
}

/// The tool, made once.
pub fn tool_once() -> &'static Tool {
    static TOOL: OnceLock<Tool> = OnceLock::new();
    TOOL.get_or_init(tool)
}

/// Its law.
pub fn law_once() -> &'static Law {
    &tool_once().law
}

/// The words, as text.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub const WORDING: &str = include_str!("wording.json");

/// The worked cases, as text.
#[cfg(not(target_arch = "wasm32"))]
pub const CASES: &str = include_str!("cases.json");
