//! One way to write a record, so that equal records have equal bytes and one hash.
//!
//! Keys in order of code point, no spaces, text in Unicode's composed form (NFC), whole numbers only: the way of
//! RFC 8785 for what our records hold.

use crate::json::Json;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
#[cfg(target_arch = "wasm32")]
use std::sync::OnceLock;

/// Below this letter every text is composed already.
const FIRST_TO_COMPOSE: char = '\u{300}';

#[cfg(target_arch = "wasm32")]
static COMPOSER: OnceLock<fn(&str) -> String> = OnceLock::new();

/// Says how texts are composed. The browser knows it, so that no module carries the tables.
#[cfg(target_arch = "wasm32")]
pub fn compose_with(composer: fn(&str) -> String) {
    let _ = COMPOSER.set(composer);
}

#[cfg(target_arch = "wasm32")]
fn whole(text: &str) -> String {
    COMPOSER.get().map_or_else(|| text.to_owned(), |composer| composer(text))
}

#[cfg(not(target_arch = "wasm32"))]
fn whole(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfc(text).collect()
}

fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| letter < FIRST_TO_COMPOSE) { Cow::Borrowed(text) } else { Cow::Owned(whole(text)) }
}

/// The canonical text of a value, without the keys that are left out of its topmost object.
pub fn canonical_without(value: &Json, left_out: &[&str]) -> String {
    let mut value = sorted(value);
    if let Json::Object(pairs) = &mut value {
        pairs.retain(|(key, _)| !left_out.contains(&key.as_str()));
    }
    value.write()
}

/// The canonical text of a value.
pub fn canonical(value: &Json) -> String {
    sorted(value).write()
}

fn sorted(value: &Json) -> Json {
    match value {
        Json::Text(text) => Json::text(composed(text)),
        Json::List(list) => Json::List(list.iter().map(sorted).collect()),
        Json::Object(pairs) => {
            let mut pairs: Vec<(String, Json)> =
                pairs.iter().map(|(key, value)| (composed(key).into_owned(), sorted(value))).collect();
            pairs.sort_by(|one, two| one.0.cmp(&two.0));
            Json::Object(pairs)
        }
        plain => plain.clone(),
    }
}

/// The SHA-256 of a text, as 64 hexadecimal digits.
pub fn sha256(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit));
    Sha256::digest(text.as_bytes()).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_vectors() {
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn order_of_keys_spaces_and_composition_do_not_matter() -> Result<(), String> {
        let one = Json::read("{\"b\": [1, \"caf\u{e9}\"], \"a\": {\"d\": null, \"c\": \"n\u{303}\"}}")?;
        let two = Json::read("{\"a\":{\"c\":\"\u{f1}\",\"d\":null},\"b\":[1,\"cafe\u{301}\"]}")?;
        assert_eq!(canonical(&one), canonical(&two));
        assert_eq!(canonical(&one), "{\"a\":{\"c\":\"\u{f1}\",\"d\":null},\"b\":[1,\"caf\u{e9}\"]}");
        Ok(())
    }
}
