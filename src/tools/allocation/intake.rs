//! Referrals and settings as the worked cases write them.

use super::answers::QUESTIONS;
use super::facts::{Facts, id};
use crate::json::Json;

/// Reads `{"ref", "received", …, "events"}`. Other keys are not looked at: nothing outside section 4 counts.
///
/// # Errors
/// When it is not an object. A value that cannot be read is a fault of the row, not an error.
pub fn facts(json: &Json) -> Result<Facts, String> {
    let object = json.as_object().ok_or_else(|| format!("a referral is {} and should be an object", json.kind()))?;
    let reference = object.iter().find(|(key, _)| key == "ref").map(|(_, value)| text(value)).unwrap_or_default();
    let mut facts = Facts::new(&reference);
    for (key, value) in object {
        if let Some(question) = (0..QUESTIONS).find(|at| id(*at) == key && key != "changed_on") {
            facts.read(question, &text(value));
        }
        if key == "events" {
            for event in value.as_list().unwrap_or_default() {
                let part = |name| event.get(name).map(text).unwrap_or_default();
                facts.happened(&part("kind"), &part("date"));
            }
        }
    }
    Ok(facts)
}

fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Text(text) => text.clone(),
        other => other.write(),
    }
}
