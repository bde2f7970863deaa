//! A council's settings file: every fault with its line and what to do about it, and every word that it changes beside
//! the shipped one.

use super::catalogue::{self, Entry};
use super::language::gaps;
use super::lines::line_of;
use super::remedy::remedy;
use crate::json::{Json, MOST_FAULTS};
use crate::locality::{Fault, Locality, NO_SUCH_WORDS};

/// What is said of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What is wrong, in the order of lines. With any fault the tools that read this part do not use the file.
    pub faults: Vec<Finding>,
    /// What is right, and may yet surprise somebody.
    pub notes: Vec<Finding>,
    /// Words that it changes; empty where there are faults.
    pub changed: Vec<Changed>,
}

/// A fault or a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, from 1.
    pub line: usize,
    /// Where, for example `contacts.2.link`; empty for the file as a whole.
    pub at: String,
    /// What.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// A word in other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// `all`, or a tool's id.
    pub whose: String,
    /// The path.
    pub path: String,
    /// Where a reader meets it.
    pub place: String,
    /// The shipped text.
    pub shipped: String,
    /// The council's.
    pub now: String,
}

/// Reads a file as every tool would.
///
/// # Errors
/// A fault in our own words.
pub fn check(text: &str) -> Result<Checked, String> {
    let entries = catalogue::entries()?;
    let locality = match Locality::read(text) {
        Ok(locality) => locality,
        Err(faults) => return Ok(Checked { faults: findings(text, &faults, &entries), ..Checked::default() }),
    };
    let strange =
        locality.own_words().filter(|(whose, path, _)| path.starts_with("say.") && nowhere(whose, path, &entries));
    let faults: Vec<Fault> = strange
        .map(|(whose, path, _)| Fault { at: format!("words.{whose}.{path}"), what: NO_SUCH_WORDS.to_owned() })
        .take(MOST_FAULTS)
        .collect();
    if !faults.is_empty() {
        return Ok(Checked { faults: findings(text, &faults, &entries), ..Checked::default() });
    }
    let changed = changed(&locality, &entries);
    let mut notes = notes(text, &locality);
    notes.extend(changed.iter().filter_map(|it| strange_gap(text, it)).take(MOST_FAULTS));
    notes.sort_by_key(|note| note.line);
    Ok(Checked { faults: Vec::new(), notes, changed })
}

/// A screen lets pass what may be another's phrase; what no screen has that this part of the file speaks to is a fault.
fn nowhere(whose: &str, path: &str, entries: &[Entry]) -> bool {
    let speaks_to = |kind: &str| match whose {
        catalogue::ALL => true,
        "allocation" => matches!(kind, "allocation" | catalogue::ALL | catalogue::LISTS),
        tool => kind == tool || kind == catalogue::ALL,
    };
    !entries.iter().any(|entry| entry.path == path && entry.open && speaks_to(entry.kind))
}

fn findings(text: &str, faults: &[Fault], entries: &[Entry]) -> Vec<Finding> {
    let known: Vec<String> = entries.iter().filter(|entry| entry.open).map(|entry| entry.path.clone()).collect();
    let mut findings: Vec<Finding> = faults
        .iter()
        .map(|fault| Finding {
            line: if fault.at.is_empty() { line_in(&fault.what) } else { line_of(text, &fault.at) },
            at: fault.at.clone(),
            what: fault.what.clone(),
            remedy: remedy(fault, &known),
        })
        .collect();
    findings.sort_by_key(|finding| finding.line);
    findings
}

/// The line that a fault of JSON itself names.
fn line_in(what: &str) -> usize {
    // At its end: what stands before may be the file's own words.
    let after = what.rsplit("line ").next().unwrap_or_default();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1).max(1)
}

fn notes(text: &str, locality: &Locality) -> Vec<Finding> {
    let mut notes = Vec::new();
    let mut note = |at: &str, what: &str, remedy: &str| {
        notes.push(Finding {
            line: line_of(text, at),
            at: at.to_owned(),
            what: what.to_owned(),
            remedy: remedy.to_owned(),
        });
    };
    if locality.draft_hours.is_some() {
        note(
            "drafts",
            "lets people keep drafts on their computers",
            "Leave it off where people share an account on a computer.",
        );
    }
    if locality.contacts.is_empty() {
        note("contacts", "lists nobody to refer to", "Results will name no service. Add the services you use.");
    }
    if locality.part("team_suitability").is_none() {
        note(
            "team_suitability",
            "lists no teams",
            "The team suitability tool will name no team, and say who decides. Add your teams.",
        );
    }
    notes
}

/// A gap that the shipped words do not have stays as it is written: nothing fills it.
fn strange_gap(text: &str, changed: &Changed) -> Option<Finding> {
    let known = gaps(&changed.shipped);
    let strange = gaps(&changed.now).into_iter().find(|gap| !known.contains(gap))?;
    let at = format!("words.{}.{}", changed.whose, changed.path);
    let known: Vec<String> = known.iter().map(|gap| format!("{{{gap}}}")).collect();
    let remedy = match known.as_slice() {
        [] => "The shipped words have no gap here: write the words themselves.".to_owned(),
        _ => format!("The shipped words have {}.", known.join(", ")),
    };
    Some(Finding {
        line: line_of(text, &at),
        at,
        what: format!("has the gap {{{strange}}}, which nothing fills"),
        remedy,
    })
}

fn changed(locality: &Locality, entries: &[Entry]) -> Vec<Changed> {
    let each = locality.own_words().map(|(whose, path, now)| {
        let of_kind = |entry: &&Entry| entry.path == path && (whose == "all" || entry.kind == whose);
        let shipped = entries.iter().find(of_kind).or_else(|| entries.iter().find(|entry| entry.path == path));
        Changed {
            whose: whose.to_owned(),
            path: path.to_owned(),
            place: shipped.map(|entry| entry.place.clone()).unwrap_or_default(),
            shipped: shipped.map(|entry| entry.text.clone()).unwrap_or_default(),
            now: now.to_owned(),
        }
    });
    each.collect()
}

impl Checked {
    /// As JSON, for the page.
    pub fn json(&self) -> Json {
        let finding = |it: &Finding| {
            Json::object([
                ("line", Json::Whole(i64::try_from(it.line).unwrap_or(1))),
                ("at", Json::text(it.at.clone())),
                ("what", Json::text(it.what.clone())),
                ("remedy", Json::text(it.remedy.clone())),
            ])
        };
        let changed = |it: &Changed| {
            Json::object([
                ("whose", Json::text(it.whose.clone())),
                ("path", Json::text(it.path.clone())),
                ("place", Json::text(it.place.clone())),
                ("shipped", Json::text(it.shipped.clone())),
                ("now", Json::text(it.now.clone())),
            ])
        };
        Json::object([
            ("faults", Json::List(self.faults.iter().map(finding).collect())),
            ("notes", Json::List(self.notes.iter().map(finding).collect())),
            ("changed", Json::List(self.changed.iter().map(changed).collect())),
        ])
    }

    /// As lines to print.
    pub fn text(&self) -> String {
        let place = |at: &str| if at.is_empty() { String::new() } else { format!("`{at}` ") };
        let finding = |it: &Finding| format!("line {}: {}{}\n    {}\n", it.line, place(&it.at), it.what, it.remedy);
        let mut said: String = self.faults.iter().map(finding).collect();
        if self.faults.is_empty() {
            said.push_str("No fault: every tool can use this file.\n");
        }
        for it in &self.notes {
            said.push_str(&format!("note, {}", finding(it)));
        }
        for it in &self.changed {
            said.push_str(&format!("{}\n    shipped: {}\n    now:     {}\n", it.place, it.shipped, it.now));
        }
        said
    }
}
