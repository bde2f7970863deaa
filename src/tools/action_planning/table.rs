//! The actions as a CSV file for a spreadsheet. Section 13 of the specification.

use super::groups::Item;
use super::plan::Read;
use crate::engine::dates;
use crate::tools::allocation::files::export;

/// The columns, in order.
const COLUMNS: [&str; 18] = [
    "record_code",
    "action_id",
    "issue_id",
    "what",
    "owner",
    "owner_label",
    "owner_agreed",
    "due",
    "status",
    "status_today",
    "days_overdue",
    "measure",
    "support",
    "risk",
    "contingency",
    "done_on",
    "last_update",
    "last_rating",
];

/// The file. A cell that a spreadsheet could take for a formula gets an apostrophe.
pub fn write(read: &Read<'_>, code: &str) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(dates::to_iso).unwrap_or_default();
    let rows = read.plan.actions.iter().map(|action| {
        // A field that is not asked now is in no export.
        let shown = |field: &str, text: &str| if action.asks(field) { text.to_owned() } else { String::new() };
        let last = action.progress.iter().max_by_key(|entry| entry.number);
        let late = read.late(&action.due).filter(|_| action.is_open());
        [
            code.to_owned(),
            action.id.clone(),
            action.issue.clone(),
            action.what.clone(),
            action.owner.clone(),
            shown("owner_label", &action.owner_label),
            action.owner_agreed.clone(),
            day(action.due.day()),
            if action.status.is_empty() { "not_started".to_owned() } else { action.status.clone() },
            read.status(action).id().to_owned(),
            late.map(|days| days.to_string()).unwrap_or_default(),
            action.measure.clone(),
            action.support.clone(),
            action.risk.clone(),
            shown("contingency", &action.contingency),
            day(action.done_on.day().filter(|_| action.asks("done_on"))),
            last.and_then(|entry| entry.on.day()).map(dates::to_iso).unwrap_or_default(),
            last.map(|entry| entry.rating.clone()).unwrap_or_default(),
        ]
    });
    export::write(COLUMNS, rows)
}
