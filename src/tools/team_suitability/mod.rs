//! Whether a contact goes on, whether a case moves, whether joint work may start, and whether we may say no.
//!
//! One rule runs through all four paths: whoever holds the case keeps it until someone else has said yes, on a
//! date, and the person is safe in between. Read with the specification open: the tables here stand in its order
//! and carry its ids.

pub mod actions;
pub mod answers;
pub mod asked;
pub mod contact;
pub mod decide;
pub mod figures;
pub mod findings;
pub mod holder;
pub mod joint;
pub mod notes;
pub mod outcomes;
pub mod questions;
pub mod settings;
pub mod teams;
pub mod transfer;
pub mod warnings;
pub mod wordings;

use super::{About, Remembers, Tool};
use crate::engine::{Choices, Index, Law, OutcomeId, Row, Table};
use answers::{
    AGREED, DAYS_SINCE_ASKED, HOLDS_FROM, INFO_READY, PATH, RECEIVER, SAFE_NOW, Safe, THEIR_FUNCTION, THEIR_PERSON,
};
use chrono::NaiveDate;
use findings::{ASKED, CONTACT, HOLDER, JOINT, START, TRANSFER};
use outcomes::Id;

/// The tool.
pub fn tool() -> Tool {
    Tool {
        id: "team_suitability",
        element: "care-team-suitability",
        rules_version: "1",
        law: law(),
        topics: [CONTACT, TRANSFER, JOINT, ASKED]
            .map(|table| table.number())
            .into_iter()
            .chain([HOLDER.number()])
            .collect(),
        notes: notes::notes(),
        packs: notes::packs(),
        probes: notes::probes(),
        reads_settings: Some(settings::read),
        figures: Some(figures::of),
        figure_ids: figures::IDS,
        page_answers: &[PATH.0],
        teams: Some(teams::finder()),
        links: settings::LINKS,
        about: Some(about_the_receiver()),
        remembers: Some(Remembers {
            question: SAFE_NOW.0,
            choices: Safe::mask([Safe::AbuseConcern, Safe::DangerNow]),
            note: "concern_reference",
            warning: "w_concern_reference",
        }),
        pinned: outcomes::SHOWN_FIRST.map(OutcomeId::number).to_vec(),
        wordings: wordings::wordings(),
        groups: &[],
        common: notes::common(),
    }
}

/// The law. Its rules hold on every day; only days that run are counted from the day the caller gives.
pub fn law() -> Law {
    Law {
        covers_from: NaiveDate::MIN,
        checked_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        day_asked: None,
        sections: questions::sections(),
        tables: vec![
            start(),
            contact::table(),
            transfer::table(),
            joint::table(),
            asked::table(),
            transfer::in_dispute(),
            holder::table(),
            actions::start(),
            actions::contact(),
            actions::transfer(),
            actions::joint(),
            actions::asked(),
        ],
        outcomes: outcomes::all(),
        shown_first: outcomes::SHOWN_FIRST.map(OutcomeId::number).to_vec(),
        warnings: warnings::all_warnings(),
        settings: &[],
        counts: findings::COUNTS,
        index: Index::default(),
    }
    .ready()
}

/// What is said of one receiver is not said of another.
fn about_the_receiver() -> About {
    About {
        question: RECEIVER.0,
        answers: vec![THEIR_FUNCTION.0, THEIR_PERSON.0, AGREED.0, DAYS_SINCE_ASKED.0, INFO_READY.0, HOLDS_FROM.0],
        notes: vec!["receiver_name", "their_skills", "their_answer", "shared", "accepted_by"],
    }
}

/// Nothing can be decided before somebody says what.
fn start() -> Table {
    START.first_fit().row(Row::when("ST1", PATH.blank()).gives(Id::ChoosePath))
}

/// The worked cases, as text.
#[cfg(not(target_arch = "wasm32"))]
pub const CASES: &str = include_str!("cases.json");
