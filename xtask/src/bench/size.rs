//! How much a browser downloads, with Brotli at its best.

use super::pages::{Contender, Pages, TOOL};
use super::rivals;
use super::table::{COLUMNS, Cell, Row, Unit};
use crate::build::sizes::is_counted_elsewhere;

/// How the names begin of the code and words that come after the first question.
const REST: [&str; 2] = ["care-tools-rest-", "later-words-advocacy-"];

/// The rows about sizes.
pub fn rows(pages: &Pages) -> Vec<Row> {
    let ours: Vec<&str> = pages.contents.paths().filter(|path| is_ours(path)).collect();
    let rest: Vec<&str> = pages.contents.paths().filter(|path| is_rest(path)).collect();
    vec![
        Row::new("Brotli bytes before the first question is live", Unit::Kilobytes, cells(pages, &ours))
            .bar(150_000.0, 110_000.0),
        Row::new(
            "Brotli bytes before the first question can be answered (ours: drawn in the page, and the style sheet)",
            Unit::Kilobytes,
            cells(pages, &["care.html", "care-tools.css"]),
        ),
        Row::ours(
            "Brotli bytes of the rest of the form’s code and words, fetched once the first question is live",
            Unit::Kilobytes,
            pages.contents.packed_length(rest).map(to_float),
        ),
    ]
}

/// Ours, and every file that the page of each other names, with the page.
fn cells(pages: &Pages, ours: &[&str]) -> [Cell; COLUMNS] {
    Contender::ALL.map(|contender| -> Cell {
        let size = || {
            pages.has(contender)?;
            if contender == Contender::Care {
                return pages.contents.packed_length(ours.to_vec());
            }
            let name = format!("{}.html", contender.name());
            let page = pages.contents.file(&name).ok_or_else(|| format!("there is no `{name}`"))?;
            let text = String::from_utf8_lossy(&page.bytes);
            let files = rivals::named(&text).into_iter().chain([name.as_str()]);
            pages.contents.packed_length(files.collect::<Vec<_>>())
        };
        size().map(to_float).into()
    })
}

/// Everything that the element fetches for one tool. The style sheet and the module that a page names hold the same
/// bytes as those that the element fetches, so only one of each is counted.
fn is_ours(path: &str) -> bool {
    let own = ["words", "law"].map(|kind| format!("{kind}-{TOOL}-"));
    let other = is_rest(path) || is_counted_elsewhere(path);
    (path.starts_with("care-tools") && !other) || own.iter().any(|own| path.starts_with(own))
}

fn is_rest(path: &str) -> bool {
    REST.iter().any(|start| path.starts_with(start))
}

#[allow(clippy::cast_precision_loss, reason = "no page is that big")]
fn to_float(bytes: usize) -> f64 {
    bytes as f64
}
