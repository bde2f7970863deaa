//! The page of numbers: what `cargo xtask bench --publish` measured the last time.

use super::files::read;
use serde_json::Value;
use std::path::Path;

/// Where the figures are kept.
pub const DATA: &str = "docs/numbers.json";
/// Where they stand in a page.
pub const MARK: &str = "<!-- numbers -->";

/// The figures as a paragraph and a table.
///
/// # Errors
/// When they cannot be read.
pub fn table(root: &Path) -> Result<String, String> {
    let data: Value = serde_json::from_str(&read(&root.join(DATA))?).map_err(|fault| format!("`{DATA}`: {fault}"))?;
    let texts = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(escaped).collect()
    };
    let about =
        data["about"].as_str().map(escaped).ok_or_else(|| format!("`{DATA}` does not say what it is about"))?;
    let heads: String = texts(&data["heads"]).iter().map(|head| head_cell(head)).collect();
    let rows = data["rows"].as_array().into_iter().flatten();
    let rows: String = rows.map(|row| format!("<tr>{}</tr>\n", cells(&texts(row)))).collect();
    if rows.is_empty() {
        return Err(format!("`{DATA}` has no figure"));
    }
    Ok(format!(
        "<p>{about}</p>\n<div class=\"host-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures\">\n<table class=\"host-table\">\n<thead><tr>{heads}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</div>"
    ))
}

fn head_cell(head: &str) -> String {
    // The last column says in words whether the bar is met.
    let head = if head.is_empty() { "met?" } else { head };
    format!("<th scope=\"col\">{head}</th>")
}

fn cells(texts: &[String]) -> String {
    let cell = |(at, text): (usize, &String)| match at {
        0 => format!("<th scope=\"row\">{}</th>", text.replace('`', "")),
        _ => format!("<td>{text}</td>"),
    };
    texts.iter().enumerate().map(cell).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
