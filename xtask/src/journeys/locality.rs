//! The council's own file.

use super::cases::Case;
use super::faults::Fault;
use super::page::Page;
use super::pages::chapter;

/// The file of the council in the example pages.
pub const FILE: &str = "/locality.json";
/// One with faults.
pub const WRONG: &str = r#"{ "format": "care-tools-locality/1", "authority": "Example Council", "version": "1",
    "links": { "Using Independent Advocacy": "javascript:alert(1)" }, "contacts": "none" }"#;
const NOTICE: &str = "This council’s settings could not be used";
/// Links to chapters, and contacts. What the law says is linked whatever the council's file is.
const LOCAL: &str = "a[href*='.html'], a[href^='tel:'], a[href^='mailto:']";

/// As published.
pub async fn in_order(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    tool.result(&Case::named("adv-001")?, async || Ok(())).await?;
    page.same("whether there are links and contacts", tool.count(LOCAL).await? > 0, true)?;
    tool.wait_for("Example Advocacy Service").await?;
    page.same("whether there is a notice", tool.text().await?.contains(NOTICE), false)?;
    page.sound().await
}

/// With faults.
pub async fn wrong(page: &Page<'_>) -> Result<(), String> {
    page.fault(FILE, Fault::Instead(WRONG));
    works_without(page, "contacts").await
}

/// Not JSON at all.
pub async fn broken(page: &Page<'_>) -> Result<(), String> {
    page.fault(FILE, Fault::Shortened);
    works_without(page, "Tell whoever looks after this page").await
}

/// Not there.
pub async fn missing(page: &Page<'_>) -> Result<(), String> {
    page.fault(FILE, Fault::NotFound);
    works_without(page, "the settings file did not arrive").await
}

async fn works_without(page: &Page<'_>, why: &str) -> Result<(), String> {
    let tool = chapter(page).await?;
    tool.wait_for(NOTICE).await?;
    tool.wait_for(why).await?;
    page.sound().await?;
    tool.result(&Case::named("adv-001")?, async || Ok(())).await?;
    page.same("how many links and contacts there are", tool.count(LOCAL).await?, 0)?;
    page.sound().await
}
