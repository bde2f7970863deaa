//! Small windows, dark mode and the system's own colours.

use super::cases::Case;
use super::look::Look;
use super::page::Page;
use super::pages::chapter;

/// As on a small telephone, or in a window of 1280 pixels at 400% zoom.
pub async fn narrow(page: &Page<'_>) -> Result<(), String> {
    page.size(320, 640).await?;
    let tool = chapter(page).await?;
    let case = Case::named("adv-007")?;
    tool.result(&case, async || {
        no_sideways_scrolling(page).await?;
        page.sound().await
    })
    .await
}

/// Letters of twice the size.
pub async fn large_letters(page: &Page<'_>) -> Result<(), String> {
    page.size(640, 640).await?;
    let tool = chapter(page).await?;
    page.run("document.documentElement.style.fontSize = '200%'", vec![]).await?;
    tool.result(&Case::named("adv-007")?, async || no_sideways_scrolling(page).await).await
}

/// Dark mode.
pub async fn dark(page: &Page<'_>) -> Result<(), String> {
    page.look(Look::Dark).await?;
    let tool = chapter(page).await?;
    tool.result(&Case::named("adv-007")?, async || page.sound().await).await
}

/// The system's own colours.
pub async fn forced_colours(page: &Page<'_>) -> Result<(), String> {
    page.look(Look::ForcedColours).await?;
    let tool = chapter(page).await?;
    tool.result(&Case::named("adv-007")?, async || page.sound().await).await
}

async fn no_sideways_scrolling(page: &Page<'_>) -> Result<(), String> {
    let width = page.run("return document.documentElement.scrollWidth - innerWidth", vec![]).await?;
    let title = page.advocacy().step().await?;
    page.same(&format!("whether “{title}” is too wide ({width} pixels)"), width.as_i64().unwrap_or(0) > 0, false)
}
