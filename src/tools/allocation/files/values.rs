//! What the text of a cell stands for.

use crate::engine::dates;
use chrono::NaiveDate;

/// A cell as it is read: without outside spaces, and without the one apostrophe that spreadsheets, and our
/// own exports, put before a text so that it is not taken for a formula.
pub fn tidy(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').map_or(cell, str::trim)
}

/// Whether two texts are the same to the reader of a file.
///
/// Capitals and outside spaces do not matter, and a space counts as an underscore.
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    one.len() == other.len() && one.bytes().map(plain_byte).eq(other.bytes().map(plain_byte))
}

fn plain_byte(byte: u8) -> u8 {
    if byte == b' ' { b'_' } else { byte.to_ascii_lowercase() }
}

/// A text as an id is written: small letters, and underscores for spaces.
pub fn as_id(text: &str) -> String {
    text.trim().replace(' ', "_").to_ascii_lowercase()
}

/// The one of these ids that a text stands for.
pub fn matched<'a>(text: &str, ids: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    ids.into_iter().find(|id| same(text, id))
}

/// Reads `2025-06-30` or `30/06/2025`: four digits for a year, two for a day and a month, and only days that
/// are in the calendar. Never month first: `06/30/2025` is nothing, and `06/07/2025` is in July.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    dates::from_iso(text).or_else(|| {
        let mut parts = text.split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let none_left = parts.next().is_none() && !text.contains('-');
        none_left.then(|| dates::from_iso(&format!("{year}-{month}-{day}"))).flatten()
    })
}

/// One event as it is written in a cell. Both texts may be anything: the rules say what is wrong with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventText<'a> {
    /// What happened.
    pub kind: &'a str,
    /// When, or empty where nothing follows the kind.
    pub date: &'a str,
}

/// The events of a cell: `fall:2025-06-20; complaint:21/06/2025`.
pub fn events(cell: &str) -> impl Iterator<Item = EventText<'_>> {
    cell.split(';').map(str::trim).filter(|pair| !pair.is_empty()).map(|pair| {
        let (kind, date) = pair.split_once(':').unwrap_or((pair, ""));
        EventText { kind: kind.trim(), date: date.trim() }
    })
}

/// Writes events so that [`events`] reads the same again.
pub fn events_cell<'a>(events: impl IntoIterator<Item = EventText<'a>>) -> String {
    let pairs: Vec<String> = events
        .into_iter()
        .map(|event| format!("{}:{}", event.kind, event.date).trim_end_matches(':').into())
        .collect();
    pairs.join(";")
}

/// The parts of a cell that holds several, separated by semicolons.
pub fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}
