//! How much a browser downloads, with Brotli at its best.

use super::pages::{Contender, Pages, TOOL};
use super::table::{Cell, Row, Unit};
use crate::build::sizes::is_pinned_entry;

const SURVEY: [&str; 4] = ["survey-core.js", "survey-ui.js", "survey.css", "survey-page.js"];

/// The rows about sizes.
pub fn rows(pages: &Pages) -> Vec<Row> {
    let ours: Vec<&str> = pages.contents.paths().filter(|path| is_ours(path)).collect();
    let live = [ours, SURVEY.to_vec(), vec!["govuk.html", "govuk.css"]];
    let all_of_survey: Vec<&str> = SURVEY.into_iter().chain(["survey.html"]).collect();
    let drawn = [vec!["care.html", "care-tools.css"], all_of_survey, vec!["govuk.html", "govuk.css"]];
    vec![
        Row::new("Brotli bytes before the first question is live", Unit::Kilobytes, cells(pages, live))
            .bar(150_000.0, 110_000.0),
        Row::new(
            "Brotli bytes before the first question can be answered (ours: drawn in the page, and the style sheet)",
            Unit::Kilobytes,
            cells(pages, drawn),
        ),
    ]
}

fn cells(pages: &Pages, paths: [Vec<&str>; 3]) -> [Cell; 3] {
    let [care, survey, govuk] = paths;
    let sum = |contender, paths| -> Cell {
        pages.has(contender).and_then(|()| pages.contents.packed_length(paths)).map(to_float).into()
    };
    [sum(Contender::Care, care), sum(Contender::Survey, survey), sum(Contender::Govuk, govuk)]
}

/// Everything that the element fetches for one tool. The style sheet that a page links holds the same
/// bytes as the one that the element fetches, so only one of them is counted.
fn is_ours(path: &str) -> bool {
    let own = ["words", "law"].map(|kind| format!("{kind}-{TOOL}-"));
    let other = ["care-tools.css", "care-tools-frame.js", "care-tools.d.ts"].contains(&path) || is_pinned_entry(path);
    (path.starts_with("care-tools") && !other) || own.iter().any(|own| path.starts_with(own))
}

#[allow(clippy::cast_precision_loss, reason = "no page is that big")]
fn to_float(bytes: usize) -> f64 {
    bytes as f64
}
