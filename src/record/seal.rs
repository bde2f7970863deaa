//! Whether a record is as it was made: a hash over what is agreed, and a chain over what is added later.
//!
//! A hash shows whether a file has changed since it was made. It is not a signature: it does not show who made the
//! file, and does not stop anybody from making a new one.

use super::canonical::{canonical, canonical_without, sha256};
use crate::json::Json;

/// The one algorithm.
pub const ALGORITHM: &str = "SHA-256";
/// What of a record may change after it is complete, and is not in the hash of its content.
const CHANGES_LATER: [&str; 4] = ["integrity", "status", "supervision", "superseded_by"];
/// What of the tool's own part is added later: entries, each chained to the one before.
const ADDED_LATER: [&str; 2] = ["progress", "closing"];

/// Whether a record is as it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// Every hash is right.
    Matches,
    /// Some hash is not.
    Changed,
    /// The record was made before records had hashes.
    NotChecked,
}

impl Integrity {
    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Integrity::Matches => "matches",
            Integrity::Changed => "changed",
            Integrity::NotChecked => "not_checked",
        }
    }
}

/// The hash of what is agreed in a record: all but what may change or be added later.
pub fn content_hash(record: &Json) -> String {
    let mut record = record.clone();
    if let Some(Json::Object(tool)) = record.get_mut("tool") {
        tool.retain(|(key, _)| !ADDED_LATER.contains(&key.as_str()));
    }
    sha256(&canonical_without(&record, &CHANGES_LATER))
}

/// The hash of an entry of the chain: over all of it but the hash itself, so over the hash before it too.
pub fn entry_hash(entry: &Json) -> String {
    sha256(&canonical_without(entry, &["hash"]))
}

/// The hash of the file as it is, but for the hash itself.
fn whole_hash(record: &Json) -> String {
    let mut record = record.clone();
    if let Some(Json::Object(integrity)) = record.get_mut("integrity") {
        integrity.retain(|(key, _)| key != "whole");
    }
    sha256(&canonical(&record))
}

/// The entries of the chain, wherever they stand.
fn entries(record: &Json) -> Vec<&Json> {
    let tool = record.get("tool");
    let added = ADDED_LATER.iter().filter_map(|key| tool?.get(key)?.as_list());
    let supervision = record.get("supervision").and_then(Json::as_list);
    added.chain(supervision).flatten().collect()
}

/// Whether the record is as it was made.
pub fn check(record: &Json) -> Integrity {
    let Some(integrity) = record.get("integrity").filter(|integrity| integrity.as_object().is_some()) else {
        return Integrity::NotChecked;
    };
    let mut latest = content_hash(record);
    let mut right = integrity.text_at("content") == latest && integrity.text_at("whole") == whole_hash(record);
    let mut left = entries(record);
    while let Some(at) = left.iter().position(|entry| entry.text_at("prev") == latest) {
        let entry = left.remove(at);
        latest = entry_hash(entry);
        right &= entry.text_at("hash") == latest;
    }
    right &= left.is_empty() && integrity.text_at("latest") == latest;
    if right { Integrity::Matches } else { Integrity::Changed }
}

/// The hash to quote: that of the last entry, or of the content where nothing was added.
pub fn latest(record: &Json) -> &str {
    record.get("integrity").map_or("", |integrity| integrity.text_at("latest"))
}

/// The hash to quote, as it is shown to people: its first 16 digits.
pub fn short(record: &Json) -> String {
    latest(record).chars().take(16).collect()
}

/// The record with its hashes. What was added is chained anew, in the order in which it stands.
#[must_use]
pub fn sealed(mut record: Json) -> Json {
    let content = content_hash(&record);
    let mut latest = content.clone();
    for path in [&["tool", "progress"][..], &["tool", "closing"], &["supervision"]] {
        let list = path.iter().try_fold(&mut record, |at, key| at.get_mut(key));
        if let Some(Json::List(list)) = list {
            for entry in list {
                latest = chained(entry, &latest);
            }
        }
    }
    record.set("integrity", integrity(&content, &latest));
    closed(record)
}

/// Adds an entry to a record that has its hashes: `path` says to which list.
#[must_use]
pub fn added(mut record: Json, path: &[&str], mut entry: Json) -> Json {
    let latest = chained(&mut entry, latest(&record));
    if let Some(Json::List(list)) = path.iter().try_fold(&mut record, |at, key| at.get_mut(key)) {
        list.push(entry);
    }
    if let Some(integrity) = record.get_mut("integrity") {
        integrity.set("latest", Json::text(latest));
    }
    record
}

/// The record with the hash of the file as it now is. A record that has changed since it was made stays changed.
#[must_use]
pub fn closed(mut record: Json) -> Json {
    let whole = whole_hash(&record);
    if let Some(integrity) = record.get_mut("integrity") {
        integrity.set("whole", Json::text(whole));
    }
    record
}

fn integrity(content: &str, latest: &str) -> Json {
    Json::object([
        ("algorithm", Json::text(ALGORITHM)),
        ("content", Json::text(content)),
        ("latest", Json::text(latest)),
    ])
}

/// Gives an entry the hash before it and its own; returns its own.
fn chained(entry: &mut Json, before: &str) -> String {
    entry.set("prev", Json::text(before));
    let hash = entry_hash(entry);
    entry.set("hash", Json::text(hash.clone()));
    hash
}
