//! Who comes first, why, and who could do the work: one referral, the waiting list, matching and the plan.
//!
//! Read with the specification open: the tables here stand in its order and carry its ids. One law decides
//! about one referral and about a hundred thousand; the form reads it with evidence, the list without.

pub mod actions;
pub mod answers;
pub mod bands;
pub mod decide;
pub mod facts;
pub mod figures;
pub mod files;
pub mod intake;
pub mod list;
pub mod matching;
pub mod monitoring;
pub mod notes;
pub mod outcomes;
pub mod pairs;
pub mod place;
pub mod priority;
pub mod questions;
pub mod results;
pub mod settings;
pub mod timescales;
pub mod waiting;
pub mod warnings;

use super::Tool;
use crate::engine::{Index, Law, OutcomeId};
use bands::{ACTIONS, BASE_BAND, LIST};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// The tool.
pub fn tool() -> Tool {
    Tool {
        id: "allocation",
        element: "care-allocation",
        rules_version: "1",
        law: law(),
        topics: [BASE_BAND.number(), LIST.number(), ACTIONS.number()].into(),
        notes: notes::notes(),
        packs: notes::packs(),
        probes: notes::probes(),
        reads_settings: Some(timescales::read),
        figures: Some(figures::of),
        figure_ids: figures::IDS,
        page_answers: &[],
        teams: None,
        links: &[],
        about: None,
        remembers: None,
        pinned: vec![outcomes::Id::Call999.number()],
        wordings: Vec::new(),
        groups: &[],
        common: notes::common(),
    }
}

/// The law. Its rules are an authority's own policy, read on the day the caller gives.
pub fn law() -> Law {
    Law {
        covers_from: NaiveDate::MIN,
        checked_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        day_asked: None,
        sections: questions::sections(),
        tables: vec![
            priority::table(),
            priority::base_band(),
            waiting::required(),
            waiting::ageing(),
            waiting::list(),
            waiting::result(),
            actions::table(),
        ],
        outcomes: outcomes::all(),
        shown_first: outcomes::SHOWN_FIRST.map(OutcomeId::number).to_vec(),
        warnings: warnings::all_warnings(),
        settings: &[],
        counts: bands::COUNTS,
        index: Index::default(),
    }
    .ready()
}

/// The worked cases, as text.
#[cfg(not(target_arch = "wasm32"))]
pub const CASES: &str = include_str!("cases.json");

static LAW: OnceLock<&'static Law> = OnceLock::new();

/// The same law, made once, for reading files and lists.
pub fn law_once() -> &'static Law {
    LAW.get_or_init(|| Box::leak(Box::new(if AS_DATA { Law::default() } else { law() })))
}

/// In the guided form the law comes as data, and this is where it is put: so that its module carries none.
const AS_DATA: bool = cfg!(all(target_arch = "wasm32", not(feature = "lists")));

/// Takes a law that was read from data in place of one that is made here.
pub fn adopt(law: &'static Law) {
    // A second one is the same law again, read for another element.
    let _ = LAW.set(law);
}
