//! What a record holds, key by key: one table that files are checked against and that the published schema is made
//! from.

use crate::engine::dates;
use crate::json::{Json, MOST_FAULTS};
use crate::words::Words;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;

/// What a value may be.
#[derive(Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// One of these texts.
    One(&'static [&'static str]),
    /// A calendar day, as `2026-11-22`.
    Day,
    /// A moment of UTC, as `2026-11-22T10:15:00.000Z`.
    Moment,
    /// A random UUID.
    Uuid,
    /// A SHA-256 in hexadecimal digits.
    Hash,
    /// A whole number, not below nothing.
    Whole,
    /// Nothing, or this.
    Maybe(&'static Shape),
    /// A list of these.
    List(&'static Shape),
    /// An object with keys of a tool or an authority, and these values.
    Map(&'static Shape),
    /// An object with these keys and no others.
    Object(&'static [Field]),
    /// What only the tool can check: an answer, an issue, an action, a report.
    Tools,
}

/// A key of an object.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What stands there.
    pub shape: Shape,
    /// Whether it may be missing.
    pub optional: bool,
}

/// A key that is always there.
pub const fn field(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, optional: false }
}

/// A key that may be missing.
pub const fn maybe(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, optional: true }
}

/// One thing wrong with a file. Its words stand under `say.file.<kind>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, as `warnings.2.id`; empty for the file as a whole.
    pub at: String,
    /// What sort of fault.
    pub kind: &'static str,
    /// What belongs into the words.
    pub detail: String,
}

impl Fault {
    /// The fault in a reader's words.
    pub fn say(&self, words: &Words) -> String {
        let gaps = [("at", self.at.as_str()), ("detail", self.detail.as_str())];
        words.fill(&format!("file.{}", self.kind), &gaps)
    }

    /// A fault at a place.
    pub fn new(at: &str, kind: &'static str, detail: impl Into<String>) -> Fault {
        Fault { at: at.to_owned(), kind, detail: detail.into() }
    }
}

/// Whether a text is a moment of UTC.
pub fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else { return false };
    let time = time.strip_suffix('Z').unwrap_or_default();
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let parts: Vec<Option<u8>> = clock.split(':').map(two_digits).collect();
    let in_day = matches!(parts.as_slice(), [Some(0..=23), Some(0..=59), Some(0..=59)]);
    let digits = !fraction.is_empty() && fraction.len() <= 9 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    dates::from_iso(day).is_some() && in_day && digits
}

fn two_digits(text: &str) -> Option<u8> {
    text.parse().ok().filter(|_| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text is a UUID in its usual form.
pub fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || is_hex(byte))
}

fn has_fraction(value: &Json) -> bool {
    match value {
        Json::Fraction => true,
        Json::List(list) => list.iter().any(has_fraction),
        Json::Object(pairs) => pairs.iter().any(|(_, value)| has_fraction(value)),
        Json::Null | Json::Bool(_) | Json::Whole(_) | Json::Text(_) => false,
    }
}

fn is_hex(byte: u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)
}

impl Shape {
    /// Adds what is wrong with a value at a place, where not enough is wrong already.
    pub fn check(&self, value: &Json, at: &str, faults: &mut Vec<Fault>) {
        if faults.len() >= MOST_FAULTS {
            return;
        }
        let inner = |key: &str| {
            // An entry without a name has to be told from none.
            let key = if key.is_empty() { "\"\"" } else { key };
            if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
        };
        match (self, value) {
            // No hash knows which number it is.
            (Shape::Tools, value) if has_fraction(value) => {
                faults.push(Fault::new(at, "other_kind", Json::Fraction.kind()));
            }
            (Shape::Tools, _) | (Shape::Maybe(_), Json::Null) | (Shape::Text, Json::Text(_)) => {}
            (Shape::Maybe(shape), _) => shape.check(value, at, faults),
            (Shape::One(choices), Json::Text(text)) => {
                if !choices.contains(&text.as_str()) {
                    faults.push(Fault::new(at, "no_choice", text.clone()));
                }
            }
            (Shape::Day, Json::Text(text)) if dates::from_iso(text).is_some() => {}
            (Shape::Moment, Json::Text(text)) if is_moment(text) => {}
            (Shape::Uuid, Json::Text(text)) if is_uuid(text) => {}
            (Shape::Hash, Json::Text(text)) if text.len() == 64 && text.bytes().all(is_hex) => {}
            (Shape::Day, Json::Text(text)) => faults.push(Fault::new(at, "no_day", text.clone())),
            (Shape::Moment, Json::Text(text)) => faults.push(Fault::new(at, "no_moment", text.clone())),
            (Shape::Uuid, Json::Text(text)) => faults.push(Fault::new(at, "no_uuid", text.clone())),
            (Shape::Hash, Json::Text(text)) => faults.push(Fault::new(at, "no_hash", text.clone())),
            (Shape::Whole, Json::Whole(number)) if *number >= 0 => {}
            (Shape::List(shape), Json::List(list)) => {
                for (number, value) in list.iter().enumerate() {
                    shape.check(value, &inner(&(number + 1).to_string()), faults);
                }
            }
            (Shape::Map(shape), Json::Object(pairs)) => {
                pairs.iter().for_each(|(key, value)| shape.check(value, &inner(key), faults));
            }
            (Shape::Object(fields), Json::Object(pairs)) => {
                for (key, value) in pairs {
                    match fields.iter().find(|field| field.key == key) {
                        Some(field) => field.shape.check(value, &inner(key), faults),
                        None => faults.push(Fault::new(&inner(key), "no_key", key.clone())),
                    }
                }
                let missing = fields.iter().filter(|field| !field.optional && value.get(field.key).is_none());
                faults.extend(missing.map(|field| Fault::new(&inner(field.key), "missing", field.key)));
            }
            (_, other) => faults.push(Fault::new(at, "other_kind", other.kind())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_ids() {
        assert!(is_moment("2026-11-22T10:15:00.000Z") && is_moment("2026-11-22T10:15:00Z"));
        for bad in ["2026-11-22", "2026-02-30T10:15:00Z", "2026-11-22T24:15:00Z", "2026-11-22T10:15:00", "T"] {
            assert!(!is_moment(bad), "{bad}");
        }
        assert!(is_uuid("51d0a2c7-0e1f-4a6b-9c3d-000000000001"));
        assert!(!is_uuid("51D0A2C7-0e1f-4a6b-9c3d-000000000001") && !is_uuid("51d0a2c7"));
    }
}
