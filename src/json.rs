//! JSON that is not guessed at: duplicate keys are refused, order is kept, and
//! every fault can say where it is.

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

/// The longest text we read, in bytes. A whole tool's words are a tenth of this.
pub const LONGEST: usize = 2_000_000;
/// The most keys of one object. The largest of ours has a fiftieth.
pub const MOST_KEYS: usize = 5_000;
/// The most faults of a file that are named: whoever has put so many right sees the others.
pub const MOST_FAULTS: usize = 100;
/// The longest state that is taken up after a restart, in bytes: what was opened, what is agreed and what is typed, each
/// at its longest.
pub const LONGEST_KEPT: usize = 100_000_000;

/// A JSON value. Objects keep the order of their keys.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A number that is not whole. None of ours is; it is known only so that a fault can name it.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// The fault in a reader's words, with line and column.
    pub fn read(text: &str) -> Result<Json, String> {
        Json::read_within(text, LONGEST)
    }

    /// Reads a text of at most so many bytes, where a long one is to be expected.
    ///
    /// # Errors
    /// As for [`Json::read`].
    pub fn read_within(text: &str, longest: usize) -> Result<Json, String> {
        if text.len() > longest {
            return Err(format!("the text is longer than {longest} bytes"));
        }
        serde_json::from_str(text).map_err(|fault| fault.to_string())
    }

    /// Writes it on one line.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Writes it over several lines, for people.
    pub fn write_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// An object from pairs.
    pub fn object<const N: usize>(pairs: [(&str, Json); N]) -> Json {
        Json::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A text value.
    pub fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    /// A list of texts.
    pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Json {
        Json::List(texts.into_iter().map(Json::text).collect())
    }

    /// The value under a key of an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(pairs) => pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value under a key of an object, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        match self {
            Json::Object(pairs) => pairs.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Puts a value under a key of an object, in place of the one that is there. Anything else stays as it is.
    pub fn set(&mut self, key: &str, value: Json) {
        match self.get_mut(key) {
            Some(slot) => *slot = value,
            None => {
                if let Json::Object(pairs) = self {
                    pairs.push((key.to_owned(), value));
                }
            }
        }
    }

    /// The text under a key of an object; empty where there is none.
    pub fn text_at(&self, key: &str) -> &str {
        self.get(key).and_then(Json::as_text).unwrap_or_default()
    }

    /// The list under a key of an object; empty where there is none.
    pub fn list_at(&self, key: &str) -> &[Json] {
        self.get(key).and_then(Json::as_list).unwrap_or_default()
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The list, where it is one.
    pub fn as_list(&self) -> Option<&[Json]> {
        match self {
            Json::List(list) => Some(list),
            _ => None,
        }
    }

    /// The pairs, where it is an object.
    pub fn as_object(&self) -> Option<&[(String, Json)]> {
        match self {
            Json::Object(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// What it is, in a reader's words.
    pub fn kind(&self) -> &'static str {
        match self {
            Json::Null => "nothing",
            Json::Bool(_) => "true or false",
            Json::Whole(_) | Json::Fraction => "a number",
            Json::Text(_) => "a text",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        }
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Json, E> {
        i64::try_from(value).map(Json::Whole).map_err(|_| E::custom("the number is too large"))
    }
    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }
    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut pairs: Vec<(String, Json)> = Vec::new();
        // The places of the keys, in the order of the keys. To look through all of them for each would take seconds.
        let mut sorted: Vec<usize> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let known = |at: &usize| pairs.get(*at).map_or("", |(known, _)| known.as_str()).cmp(key.as_str());
            let Err(place) = sorted.binary_search_by(known) else {
                return Err(de::Error::custom(format_args!("the key `{key}` is there twice")));
            };
            sorted.insert(place, pairs.len());
            if pairs.len() == MOST_KEYS {
                return Err(de::Error::custom(format_args!("an object has more than {MOST_KEYS} keys")));
            }
            pairs.push((key, map.next_value()?));
        }
        Ok(Json::Object(pairs))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null | Json::Fraction => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Whole(value) => serializer.serialize_i64(*value),
            Json::Text(value) => serializer.serialize_str(value),
            Json::List(list) => serializer.collect_seq(list),
            Json::Object(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
