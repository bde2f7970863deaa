//! Calendar days. The core has no clock: every day is an argument.

use chrono::{Datelike, NaiveDate};

/// Reads `2026-11-22`. Nothing else is a date here.
pub fn from_iso(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A day as a number; the next day is one more.
pub fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The day with this number; the last one there is where it lies beyond the calendar.
pub fn numbered(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(NaiveDate::MAX)
}

/// Writes `2026-11-22`.
pub fn to_iso(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Why three boxes are not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// The day box is empty.
    NoDay,
    /// The month box is empty.
    NoMonth,
    /// The year box is empty.
    NoYear,
    /// The year is not four digits.
    Year,
    /// There is no such day in the calendar.
    NotReal,
}

/// Reads a date from three boxes, or nothing where all three are empty.
///
/// The month may be a number, a name or the first three letters or more of one.
///
/// # Errors
/// [`DateFault`] says which box is wrong.
pub fn from_boxes(day: &str, month: &str, year: &str, months: &[String]) -> Result<Option<NaiveDate>, DateFault> {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    match (day.is_empty(), month.is_empty(), year.is_empty()) {
        (true, true, true) => return Ok(None),
        (true, _, _) => return Err(DateFault::NoDay),
        (_, true, _) => return Err(DateFault::NoMonth),
        (_, _, true) => return Err(DateFault::NoYear),
        (false, false, false) => {}
    }
    if year.len() != 4 || !year.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(DateFault::Year);
    }
    let year = year.parse().map_err(|_| DateFault::Year)?;
    let number = month.parse().ok().or_else(|| month_named(month, months)).ok_or(DateFault::NotReal)?;
    let day = day.parse().map_err(|_| DateFault::NotReal)?;
    NaiveDate::from_ymd_opt(year, number, day).map(Some).ok_or(DateFault::NotReal)
}

fn month_named(typed: &str, months: &[String]) -> Option<u32> {
    let typed = typed.to_ascii_lowercase();
    if typed.chars().count() < 3 {
        return None;
    }
    let at = months.iter().position(|month| month.to_ascii_lowercase().starts_with(&typed))?;
    u32::try_from(at + 1).ok()
}
