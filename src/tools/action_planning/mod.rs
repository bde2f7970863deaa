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
pub mod suggest;
pub mod table;
pub mod warnings;

use crate::engine::{Index, Law};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// The law. Its newest source is [2026] UKSC 16 of 2 June 2026.
pub fn law() -> Law {
    Law {
        covers_from: NaiveDate::from_ymd_opt(2026, 6, 2).unwrap_or_default(),
        checked_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        sections: questions::sections(),
        tables: rules::tables(),
        outcomes: outcomes::all(),
        index: Index::default(),
        ..Law::default()
    }
    .ready()
}

/// The same law, made once.
pub fn law_once() -> &'static Law {
    static LAW: OnceLock<Law> = OnceLock::new();
    LAW.get_or_init(law)
}

/// The words, as text.
#[cfg(not(target_arch = "wasm32"))]
pub const WORDING: &str = include_str!("wording.json");

/// The worked cases, as text.
#[cfg(not(target_arch = "wasm32"))]
pub const CASES: &str = include_str!("cases.json");
