//! The Tab key from before a tool to behind it, and Shift and Tab back again.

use super::super::page::Page;
use super::super::widget::Widget;
use super::ask::{ask, asked};
use thirtyfour::Key;

/// More stops than a step has.
const MOST: usize = 400;

/// Walks through the tool. What had the focus has it again.
pub async fn walk(page: &Page<'_>, tool: Widget<'_>) -> Result<Vec<String>, String> {
    let stops =
        ask(page, tool, "access.begin()").await?.as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
    tabs(page, stops + 1, false).await?;
    // A list that scrolls, or guidance of the page inside the tool, may be a stop that was not counted.
    let mut taken = stops + 1;
    while ask(page, tool, "access.ended()").await? != "after" && taken < (stops + 12).min(MOST) {
        tabs(page, 1, false).await?;
        taken += 1;
    }
    if ask(page, tool, "access.ended()").await? == "after" {
        tabs(page, taken, true).await?;
    }
    asked(page, tool, "access.finish()").await
}

/// Presses the Tab key this often, in one go: the page notes where the focus is at each.
async fn tabs(page: &Page<'_>, times: usize, back: bool) -> Result<(), String> {
    let mut chain = page.driver().action_chain();
    if back {
        chain = chain.key_down(Key::Shift);
    }
    for _ in 0..times {
        chain = chain.key_down(Key::Tab).key_up(Key::Tab);
    }
    if back {
        chain = chain.key_up(Key::Shift);
    }
    chain.perform().await.map_err(|fault| format!("the Tab key: {fault}"))
}
