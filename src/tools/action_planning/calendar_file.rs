//! The calendar file, after RFC 5545: whole days, no times, no names. Section 13.1 of the specification.

use super::answers::REVIEW_DATE;
use super::plan::Read;
use crate::engine::dates;
use chrono::{Days, NaiveDate};

/// The most octets of a line.
const FOLD: usize = 75;

/// What a calendar file needs beside the plan.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The record's id: a random UUID, made once.
    pub record: &'a str,
    /// The code people quote for it.
    pub code: &'a str,
    /// The time of the export in UTC, as `20260603T000000Z`.
    pub stamp: &'a str,
    /// The version of this software.
    pub version: &'a str,
}

/// The file: an event for each open action with a real day, and one for the review while the plan is open. Days
/// before today are left out.
pub fn write(read: &Read<'_>, export: Export<'_>) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = |text: String| lines.push(text);
    line("BEGIN:VCALENDAR".into());
    line("VERSION:2.0".into());
    line(format!("PRODID:-//Care Tools//care-tools {}//EN", export.version));
    line("CALSCALE:GREGORIAN".into());
    line("METHOD:PUBLISH".into());
    let ahead = |day: &NaiveDate| read.plan.today.is_none_or(|today| *day >= today);
    let mut events: Vec<(String, u32, NaiveDate, String)> = Vec::new();
    for action in read.plan.actions.iter().filter(|action| action.is_open()) {
        if let Some(due) = action.due.day().filter(ahead) {
            let role = if action.role().is_empty() { String::new() } else { format!(": {}", action.role()) };
            let summary = format!("Action {} due{role}", action.id);
            events.push((format!("{}-{}", export.record, action.id), action.seq, due, summary));
        }
    }
    if !read.is_closed()
        && let Some(review) = read.day(REVIEW_DATE.0).filter(ahead)
    {
        events.push((format!("{}-review", export.record), 0, review, "Review action plan".into()));
    }
    for (uid, seq, day, summary) in events {
        let end = day.checked_add_days(Days::new(1)).unwrap_or(day);
        line("BEGIN:VEVENT".into());
        line(format!("UID:{uid}"));
        line(format!("SEQUENCE:{seq}"));
        line(format!("DTSTAMP:{}", export.stamp));
        line(format!("LAST-MODIFIED:{}", export.stamp));
        line(format!("DTSTART;VALUE=DATE:{}", compact(day)));
        line(format!("DTEND;VALUE=DATE:{}", compact(end)));
        line(format!("SUMMARY:{}", escaped(&summary)));
        line(format!("DESCRIPTION:{}", escaped(&format!("Record {}. See the case record", export.code))));
        line("CATEGORIES:Action plan".into());
        line("CLASS:PRIVATE".into());
        line("TRANSP:TRANSPARENT".into());
        line("STATUS:CONFIRMED".into());
        line("END:VEVENT".into());
    }
    line("END:VCALENDAR".into());
    lines.iter().map(|text| folded(text) + "\r\n").collect()
}

/// A day as calendars write it: 20260612.
pub fn compact(day: NaiveDate) -> String {
    dates::to_iso(day).replace('-', "")
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace('\n', "\\n")
}

/// A line in pieces of at most 75 octets, never inside a letter; a piece that goes on begins with a space, which
/// counts.
fn folded(text: &str) -> String {
    let mut out = String::new();
    let mut octets = 0;
    for letter in text.chars() {
        if octets + letter.len_utf8() > FOLD {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{FOLD, escaped, folded};

    #[test]
    fn a_long_line_is_folded_at_octets_and_not_inside_a_letter() {
        let text = format!("SUMMARY:{}", "é".repeat(120));
        let folded = folded(&text);
        assert!(folded.split("\r\n").all(|line| line.len() <= FOLD));
        assert_eq!(folded.replace("\r\n ", ""), text);
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a\\b;c,d\ne"), "a\\\\b\\;c\\,d\\ne");
    }
}
