//! Whether an advocate must, may or need not be made available; which kind; and what may not begin until then.
//!
//! Law of England. Read with the specification open: the tables here stand in
//! its order and carry its ids.

pub mod answers;
pub mod care_act;
pub mod dols;
pub mod findings;
pub mod imca;
pub mod mental_health;
pub mod notes;
pub mod outcomes;
pub mod questions;
pub mod warnings;

use super::Tool;
use crate::engine::{Cond, Index, Law, OutcomeId, Row, Table, all, any, not};
use crate::tools::sources::{GUIDANCE, NOTE, REABLEMENT, cite};
use chrono::NaiveDate;
use findings::{
    COMBINED, DIFFICULTY, DOLS, IMCA_COUNCIL, IMCA_NHS, IMCA_OTHER, IMCA_REVIEW, IMCA_SAFEGUARDING, IMCA_TREATMENT,
    IMHA, IN_PLAY, REABLEMENT_RESULT, SECTION_67, SECTION_68, SUPPORTER, TIMING, VIEW,
};
use outcomes::Id;

/// The tool.
pub fn tool() -> Tool {
    Tool {
        id: "advocacy",
        element: "care-advocacy",
        rules_version: "1",
        law: law(),
        topics: topics(),
        notes: notes::notes(),
        packs: notes::packs(),
        probes: notes::probes(),
        reads_settings: None,
        figures: None,
        figure_ids: &[],
        page_answers: &[],
        teams: None,
        links: &[],
        about: None,
        remembers: None,
        pinned: Vec::new(),
        wordings: Vec::new(),
        groups: &[],
        common: notes::common(),
    }
}

/// The law. Its newest source is [2026] UKSC 16 of 2 June 2026, so earlier days are not covered.
pub fn law() -> Law {
    let mut tables = care_act::tables();
    tables.extend(mental_health::tables());
    tables.push(dols::table());
    tables.extend(imca::tables());
    tables.push(combined());
    Law {
        covers_from: NaiveDate::from_ymd_opt(2026, 6, 2).unwrap_or_default(),
        checked_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        day_asked: Some(answers::DECISION_DATE.0),
        sections: questions::sections(),
        tables,
        outcomes: outcomes::all(),
        shown_first: outcomes::SHOWN_FIRST.map(OutcomeId::number).to_vec(),
        warnings: warnings::all_warnings(),
        settings: findings::settings::IDS,
        counts: &[],
        index: Index::default(),
    }
    .ready()
}

/// What a reader follows in "what this means so far".
fn topics() -> Vec<usize> {
    let mut topics = vec![IN_PLAY.number(), DIFFICULTY.number(), SUPPORTER.number()];
    topics.extend([SECTION_67, SECTION_68, REABLEMENT_RESULT].map(|table| table.number()));
    topics.extend([TIMING, VIEW, IMHA, IMCA_OTHER].map(|table| table.number()));
    topics.extend([IMCA_TREATMENT, IMCA_NHS, IMCA_COUNCIL].map(|table| table.number()));
    topics.extend([IMCA_REVIEW, IMCA_SAFEGUARDING].map(|table| table.number()));
    topics.push(DOLS.number());
    topics
}

/// T10: one advocate in two roles, and the result where nothing else holds.
fn combined() -> Table {
    let present = |ids: &[Id]| Cond::Any(ids.iter().map(|id| Cond::present(*id)).collect());
    let care_act = || findings::required();
    let capacity = || {
        present(&[
            Id::ImcaS37Required,
            Id::ImcaS38Required,
            Id::ImcaS39Required,
            Id::ImcaReviewMay,
            Id::ImcaSafeguardingMay,
            Id::Dols39aRequired,
            Id::Dols39cRequired,
            Id::Dols39dRequired,
        ])
    };
    let mental_health = || present(&[Id::ImhaQualifies, Id::ImhaQualifiesInformal]);
    let two_roles =
        any([all([care_act(), capacity()]), all([care_act(), mental_health()]), all([capacity(), mental_health()])]);
    let own = [Id::OneAdvocateTwoRoles.number(), Id::NoStatutoryAdvocacy.number()];
    let others = (0..outcomes::all().len()).filter(|outcome| !own.contains(outcome));
    let nothing = not(Cond::Any(others.map(Cond::Present).collect()));
    COMBINED
        .every_fit()
        .row(Row::when("X1", two_roles).gives(Id::OneAdvocateTwoRoles).because([
            cite(&GUIDANCE, "ch.7"),
            cite(&NOTE, "Social Care Institute for Excellence, interaction page"),
            cite(&REABLEMENT, ""),
        ]))
        .row(Row::when("X2", nothing).gives(Id::NoStatutoryAdvocacy))
}
