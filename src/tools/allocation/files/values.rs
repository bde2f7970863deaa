//! Values as files write them.

use chrono::NaiveDate;

/// Reads `2026-11-22` or `22/11/2026`; the month never comes first.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(day) = crate::engine::dates::from_iso(text) {
        return Some(day);
    }
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits =
        |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(day, 2) || !digits(month, 2) || year.len() != 4 || !digits(year, 4) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The place of a value in a vocabulary.
pub fn place<'a>(text: &str, ids: impl Iterator<Item = &'a str>) -> Option<usize> {
    let wanted = text.trim().to_lowercase().replace(' ', "_");
    let mut ids = ids;
    ids.position(|id| id == wanted)
}
