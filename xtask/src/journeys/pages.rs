//! The example pages.

use super::page::Page;
use super::widget::Widget;
use serde_json::json;

/// The index page.
pub async fn index(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    page.wait_for_text("Adult social care procedures").await?;
    page.none("accessibility", page.axe().await?)
}

/// What is inside the element before any script has run.
pub async fn fallback(page: &Page<'_>) -> Result<(), String> {
    page.no_scripts().await?;
    page.open(CHAPTER).await?;
    let shown =
        page.run("return document.querySelector('care-advocacy').innerText.trim().length > 0", vec![]).await?;
    page.same("whether the fallback is shown", shown, json!(true))
}

/// The chapter with a tool in it.
pub const CHAPTER: &str = "actions-and-next-steps-reablement.html";

/// Opens the chapter, and waits until its tool is live.
pub async fn chapter<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    page.open(CHAPTER).await?;
    let tool = page.advocacy();
    tool.live().await?;
    Ok(tool)
}

/// The first screen of a tool.
pub async fn starts(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    page.same("the first step", tool.step().await?.as_str(), "About this decision")?;
    page.sound().await
}
