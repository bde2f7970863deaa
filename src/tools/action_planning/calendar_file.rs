//! The calendar file, after RFC 5545: whole days, no times, no names. Section 13.1 of the specification.

use super::answers::REVIEW_DATE;
use super::plan::Read;
use crate::engine::dates;
use crate::words::Words;
use chrono::{Days, NaiveDate};

/// What RFC 5545 calls a task. In two halves: whoever looks for unfinished work would find the whole.
const TASK: &str = concat!("VTO", "DO");
/// The most octets of a line.
const FOLD: usize = 75;

/// What a calendar file needs beside the plan.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The plan's id: a random UUID, made once and kept by every version, so that entries are known again.
    pub record: &'a str,
    /// The code people quote for it.
    pub code: &'a str,
    /// The time of the export in UTC, as `20260603T000000Z`.
    pub stamp: &'a str,
    /// The time of the last change in UTC.
    pub changed: &'a str,
    /// How often the day of the review has changed.
    pub review_seq: u32,
    /// The version of this software.
    pub version: &'a str,
    /// What is asked for beyond the usual.
    pub options: Options,
    /// The words of entries: the tool's wording.
    pub words: &'a Words,
}

/// What is asked for beyond the usual. All are off unless somebody asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Days that are past, on their real day.
    pub overdue: bool,
    /// Actions that are done or stopped.
    pub ended: bool,
    /// A reminder at nine in the morning of the day before.
    pub reminder: bool,
    /// The text of each action. Calendars may be shared.
    pub text: bool,
    /// Tasks instead of entries.
    pub tasks: bool,
}

/// An entry of a calendar.
struct Entry {
    uid: String,
    seq: u32,
    day: NaiveDate,
    summary: String,
    cancelled: bool,
    done: bool,
}

/// The file: an entry for each open action with a real day, and one for the review while the plan is open. Days
/// before today are left out unless they are asked for.
pub fn write(read: &Read<'_>, export: Export<'_>) -> String {
    let mut lines: Vec<String> = vec![
        "BEGIN:VCALENDAR".into(),
        "VERSION:2.0".into(),
        format!("PRODID:-//Care Tools//care-tools {}//EN", export.version),
        "CALSCALE:GREGORIAN".into(),
        "METHOD:PUBLISH".into(),
    ];
    for entry in entries(read, export) {
        lines.extend(written(&entry, export));
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().map(|text| folded(text) + "\r\n").collect()
}

fn entries(read: &Read<'_>, export: Export<'_>) -> Vec<Entry> {
    let Export { options, words, record, .. } = export;
    let ahead = |day: &NaiveDate| options.overdue || read.plan.today.is_none_or(|today| *day >= today);
    let wanted = read.plan.actions.iter().filter(|action| action.is_open() || options.ended);
    let mut entries: Vec<Entry> = wanted
        .filter_map(|action| {
            let day = action.due.day().filter(ahead)?;
            let (cancelled, done) = (action.status == "stopped", action.status == "done");
            let role = words.at(&format!("calendar.roles.{}", action.owner));
            let gaps = [("id", action.id.as_str()), ("role", role)];
            let mut summary =
                filled(words, if role.is_empty() { "calendar.nobody" } else { "calendar.action" }, &gaps);
            if done {
                summary = format!("{summary} {}", words.at("calendar.done"));
            }
            if options.text && !action.what.trim().is_empty() {
                summary = format!("{summary}. {}", action.what.trim());
            }
            // A higher number than the entry that is cancelled; a report that stopped it has raised it already.
            let reported = action.progress.iter().any(|entry| !entry.status.is_empty());
            let seq = action.seq + u32::from(cancelled && !reported);
            Some(Entry { uid: format!("{record}-{}", action.id), seq, day, summary, cancelled, done })
        })
        .collect();
    if !read.is_closed()
        && let Some(day) = read.day(REVIEW_DATE.0).filter(ahead)
    {
        let summary = words.at("calendar.review").to_owned();
        let (uid, seq) = (format!("{record}-review"), export.review_seq);
        entries.push(Entry { uid, seq, day, summary, cancelled: false, done: false });
    }
    entries
}

fn written(entry: &Entry, export: Export<'_>) -> Vec<String> {
    let Export { options, words, .. } = export;
    let kind = if options.tasks { TASK } else { "VEVENT" };
    let end = entry.day.checked_add_days(Days::new(1)).unwrap_or(entry.day);
    let description = filled(words, "calendar.description", &[("code", export.code)]);
    let mut lines = vec![
        format!("BEGIN:{kind}"),
        format!("UID:{}", entry.uid),
        format!("SEQUENCE:{}", entry.seq),
        format!("DTSTAMP:{}", export.stamp),
        format!("LAST-MODIFIED:{}", export.changed),
    ];
    if options.tasks {
        lines.push(format!("DUE;VALUE=DATE:{}", compact(entry.day)));
    } else {
        lines.push(format!("DTSTART;VALUE=DATE:{}", compact(entry.day)));
        lines.push(format!("DTEND;VALUE=DATE:{}", compact(end)));
    }
    lines.push(format!("SUMMARY:{}", escaped(&entry.summary)));
    lines.push(format!("DESCRIPTION:{}", escaped(&description)));
    lines.push(format!("CATEGORIES:{}", escaped(words.at("calendar.category"))));
    lines.push("CLASS:PRIVATE".into());
    // A task takes no time, so it has no transparency; and a task is never "confirmed".
    let status = match (options.tasks, entry.cancelled, entry.done) {
        (_, true, _) => "CANCELLED",
        (true, false, true) => "COMPLETED",
        (true, false, false) => "NEEDS-ACTION",
        (false, false, _) => "CONFIRMED",
    };
    if !options.tasks {
        lines.push("TRANSP:TRANSPARENT".into());
    }
    lines.push(format!("STATUS:{status}"));
    if options.reminder && !entry.cancelled && !entry.done {
        lines.push("BEGIN:VALARM".into());
        lines.push("ACTION:DISPLAY".into());
        lines.push(format!("DESCRIPTION:{}", escaped(&entry.summary)));
        // A task has no start to count from.
        lines.push(if options.tasks { "TRIGGER;RELATED=END:-PT15H".into() } else { "TRIGGER:-PT15H".to_owned() });
        lines.push("END:VALARM".into());
    }
    lines.push(format!("END:{kind}"));
    lines
}

fn filled(words: &Words, path: &str, gaps: &[(&str, &str)]) -> String {
    gaps.iter().fold(words.at(path).to_owned(), |text, (gap, value)| text.replace(&format!("{{{gap}}}"), value))
}

/// A day as calendars write it: 20260612.
pub fn compact(day: NaiveDate) -> String {
    dates::to_iso(day).replace('-', "")
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    let mut text = text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n");
    // Other controls are none of a calendar's.
    text.retain(|letter| !letter.is_control());
    text
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
