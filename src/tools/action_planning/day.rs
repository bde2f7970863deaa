//! Civil days as people write them, and today in England.

use crate::engine::dates;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// A day as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Nothing was written.
    #[default]
    Blank,
    /// Something that is not a real day, kept as it was.
    NotReal(String),
    /// A real day.
    Day(NaiveDate),
}

impl Written {
    /// Reads `YYYY-MM-DD`. A real day is one in the calendar with a year from 2000 to 2100.
    pub fn read(text: &str) -> Written {
        let text = text.trim();
        match dates::from_iso(text).filter(|day| is_real(day.year())) {
            _ if text.is_empty() => Written::Blank,
            Some(day) => Written::Day(day),
            None => Written::NotReal(text.to_owned()),
        }
    }

    /// The day, where it is real.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Written::Day(day) => Some(*day),
            Written::Blank | Written::NotReal(_) => None,
        }
    }
}

fn is_real(year: i32) -> bool {
    (2000..=2100).contains(&year)
}

/// Whether year, month and day are a real day.
pub fn is_valid(year: i64, month: i64, day: i64) -> bool {
    let (Ok(year), Ok(month), Ok(day)) = (i32::try_from(year), u32::try_from(month), u32::try_from(day)) else {
        return false;
    };
    is_real(year) && NaiveDate::from_ymd_opt(year, month, day).is_some()
}

/// The moment that `2026-03-29T00:30:00Z` names; parts of a second are passed over.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.trim().strip_suffix('Z')?.split_once('T')?;
    let time = time.split_once('.').map_or(time, |(whole, _)| whole);
    let two_digits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<u32> = time.split(':').filter(two_digits).filter_map(|part| part.parse().ok()).collect();
    match (parts.as_slice(), time.len()) {
        ([hour, minute, second], 8) => dates::from_iso(day)?.and_hms_opt(*hour, *minute, *second),
        _ => None,
    }
}

/// The civil day in England at a moment of UTC. Summer time runs from one in the morning UTC on the last Sunday
/// of March to the same on the last Sunday of October.
pub fn in_england(utc: NaiveDateTime) -> NaiveDate {
    time_in_england(utc).date()
}

/// The time on clocks in England at a moment of UTC.
pub fn time_in_england(utc: NaiveDateTime) -> NaiveDateTime {
    let change = |month| last_sunday(utc.year(), month).and_then(|day| day.and_hms_opt(1, 0, 0));
    let summer = match (change(3), change(10)) {
        (Some(start), Some(end)) => start <= utc && utc < end,
        _ => false,
    };
    utc.checked_add_signed(TimeDelta::hours(i64::from(summer))).unwrap_or(utc)
}

fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let mut day = NaiveDate::from_ymd_opt(year, month, 31)?;
    while day.weekday() != Weekday::Sun {
        day = day.pred_opt()?;
    }
    Some(day)
}

/// Days from one day to another; less than nothing where the second is the earlier.
pub fn between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}
