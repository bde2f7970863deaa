//! The example pages.

use super::page::Page;
use serde_json::json;

/// The index page.
pub async fn index(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    page.wait_for_text("Adult social care procedures").await?;
    page.none("accessibility", page.axe().await?)
}

/// What is inside the element before any script has run.
pub async fn fallback(page: &Page<'_>) -> Result<(), String> {
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    page.open("actions-and-next-steps-reablement.html").await?;
    let shown =
        page.run("return document.querySelector('care-advocacy').innerText.trim().length > 0", vec![]).await?;
    page.same("whether the fallback is shown", shown, json!(true))
}

/// The chapter with a tool in it.
pub async fn chapter(page: &Page<'_>) -> Result<(), String> {
    page.open("actions-and-next-steps-reablement.html").await?;
    page.advocacy().show().await?;
    page.advocacy().find("button").await.map(drop)
}
