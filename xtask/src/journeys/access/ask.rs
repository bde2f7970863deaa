//! Asks the script that looks at a tool from the inside.

use super::super::page::Page;
use super::super::widget::Widget;
use crate::test::engine::Engine;
use serde_json::{Value, json};

const SCRIPT: &str = include_str!("access.js");

/// The answer to an expression that knows the checks as `access`, turned to this tool.
pub async fn ask(page: &Page<'_>, tool: Widget<'_>, question: &str) -> Result<Value, String> {
    if page.engine() != Engine::Chromium {
        // What a screen reader is told, which each walk begins with, only Chromium's driver gives.
        return Err(page.cannot("Accessibility.getFullAXTree"));
    }
    let (name, nth) = tool.place();
    let there = format!("access.at({}, {nth})", json!(name));
    let guarded = |text: &str| format!("typeof access === 'object' ? ({there}, {text}) : 'not there'");
    let answer = page.aside(&guarded(question)).await?;
    if answer != "not there" {
        return Ok(answer);
    }
    page.aside(SCRIPT).await?;
    page.aside(&guarded(question)).await
}

/// The same, for an answer that is a list of sentences.
pub async fn asked(page: &Page<'_>, tool: Widget<'_>, question: &str) -> Result<Vec<String>, String> {
    ask(page, tool, question).await.map(|answer| sentences(&answer))
}

/// A list of sentences.
pub fn sentences(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
