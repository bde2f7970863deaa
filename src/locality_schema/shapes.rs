//! The pieces that the schema is put together from.

use crate::json::Json;
use crate::locality::LONGEST_TEXT;
use crate::tools::allocation::settings::MOST_DAYS;

/// Keys with their shapes.
pub type Properties = Vec<(String, Json)>;

/// What an address may be, in words.
pub const ADDRESSED: &str = "A web address, a page of this site, an e-mail (`mailto:`) or a telephone link (`tel:`).";

/// Something other than spaces. Anchored, as every pattern here, so that it means the same in the box of a form.
const FILLED: &str = r"^[\s\S]*\S[\s\S]*$";
/// A day that there is, such as `2028-02-29`, without its anchors.
const DAY: &str = concat!(
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))",
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29",
);

/// Ids with what they mean.
pub fn meanings(named: &[(String, String)]) -> String {
    let each: Vec<String> = named.iter().map(|(id, meaning)| format!("`{id}`: {meaning}")).collect();
    format!("{}.", each.join("; "))
}

/// Ids in a row.
pub fn ticked(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

/// An id as a title.
pub fn sentence(id: &str) -> String {
    let spaced = id.replace('_', " ");
    let mut letters = spaced.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A key with what stands under it.
pub fn property(key: &str, title: impl AsRef<str>, what: impl Into<String>, shape: Json) -> (String, Json) {
    (key.to_owned(), about(title.as_ref(), what, shape))
}

/// A shape with its title and description.
pub fn about(title: &str, what: impl Into<String>, shape: Json) -> Json {
    joined([("title", Json::text(title)), ("description", Json::text(what))], shape)
}

/// A number of days.
pub fn days(key: &str, title: &str, what: &str, default: i32) -> (String, Json) {
    number(key, title, what, (0, MOST_DAYS), i64::from(default))
}

/// A whole number between two, both included, and what holds where it is left out.
pub fn number(key: &str, title: &str, what: &str, (least, most): (i64, i64), default: i64) -> (String, Json) {
    let what = format!("{what} A whole number from {least} to {most}, both included. Left out: {default}.");
    property(key, title, what, with(whole(least, most), "default", Json::Whole(default)))
}

pub fn whole(least: i64, most: i64) -> Json {
    let bounds = [("minimum", Json::Whole(least)), ("maximum", Json::Whole(most))];
    joined([("type", Json::text("integer"))], Json::object(bounds))
}

pub fn of_type(name: &str) -> Json {
    Json::object([("type", Json::text(name))])
}

pub fn longest() -> Json {
    Json::Whole(i64::try_from(LONGEST_TEXT).unwrap_or(i64::MAX))
}

pub fn text_up_to_longest() -> Json {
    with(of_type("string"), "maxLength", longest())
}

/// One of these texts.
pub fn text_of(ids: impl IntoIterator<Item = String>) -> Json {
    with(of_type("string"), "enum", Json::texts(ids))
}

/// A text that is not spaces alone.
pub fn filled() -> Json {
    with(with(of_type("string"), "minLength", Json::Whole(1)), "pattern", Json::text(FILLED))
}

/// An address, or nothing, of at most so many characters as we read.
pub fn address() -> Json {
    with(address_of_any_length(), "maxLength", longest())
}

/// What `given::is_address` takes, or nothing.
pub fn address_of_any_length() -> Json {
    let no = r#"\s\\"<\x00-\x1f\x7f-\x9f"#;
    let pattern = format!(
        r"^\s*(?:(?:https?:\/\/|mailto:|tel:)[^{no}]*|[^:\/?#{no}]+(?:[\/?#][^{no}]*)?|[?#][^{no}]*|\/(?:[^\/{no}][^{no}]*)?)?\s*$"
    );
    with(of_type("string"), "pattern", Json::text(pattern))
}

/// A day that there is.
pub fn day() -> Json {
    dated(Json::text("string"), &format!("^(?:{DAY})$"))
}

/// A day that there is, nothing, or an empty text. `format` only tells a form to offer a date.
pub fn day_or_nothing() -> Json {
    dated(Json::texts(["string", "null"]), &format!("^(?:{DAY})?$"))
}

fn dated(of: Json, pattern: &str) -> Json {
    Json::object([("type", of), ("format", Json::text("date")), ("pattern", Json::text(pattern))])
}

pub fn list(items: Json) -> Json {
    Json::object([("type", Json::text("array")), ("items", items)])
}

/// An object with these keys and no others.
pub fn closed(properties: Properties, required: &[&str]) -> Json {
    let object = Json::object([("type", Json::text("object")), ("properties", Json::Object(properties))]);
    let object = if required.is_empty() { object } else { with(object, "required", Json::texts(required.to_vec())) };
    with(object, "additionalProperties", Json::Bool(false))
}

/// An object with these keys, and with others that are all of one shape.
pub fn open(properties: Properties, others: Json) -> Json {
    let object = Json::object([("type", Json::text("object")), ("properties", Json::Object(properties))]);
    with(object, "additionalProperties", others)
}

/// An object with any keys, whose values are all of one shape.
pub fn map(of: Json) -> Json {
    with(of_type("object"), "additionalProperties", of)
}

/// The shape with one more keyword.
pub fn with(mut shape: Json, key: &str, value: Json) -> Json {
    shape.set(key, value);
    shape
}

/// The shape after other keywords.
pub fn joined<const N: usize>(head: [(&str, Json); N], rest: Json) -> Json {
    let head = head.into_iter().map(|(key, value)| (key.to_owned(), value));
    Json::Object(head.chain(rest.as_object().unwrap_or_default().to_vec()).collect())
}
