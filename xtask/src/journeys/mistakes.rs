//! What is typed wrong, and too much of it.

use super::cases::Case;
use super::form::STEP_TITLE;
use super::page::Page;
use super::pages::chapter;
use super::wait::until;
use super::widget::Widget;
use crate::test::engine::Engine;

const DESCRIBED: &str =
    "return root.querySelector('#ct-decision_date fieldset').getAttribute('aria-describedby') ?? ''";
/// From a click to the second picture after it, in milliseconds.
const HOW_LONG: &str = "
    const start = performance.now();
    root.querySelector('#ct-adjustments_made-no').click();
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(
        performance.now() - start))));";
const PASTED: usize = 1_000_000;

/// A day that there is not, and its correction.
pub async fn wrong_date(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    type_day(tool, ["31", "2", "2026"]).await?;
    tool.click("Continue").await?;
    tool.wait_for_focus("ct-problems").await?;
    let words = "Date of the decision: the date must be a real date";
    page.same("the summary", tool.text_of("#ct-problems").await?.contains(words), true)?;
    page.same("the message", tool.text_of("#ct-decision_date-error").await?.contains(words), true)?;
    let described = tool.run(DESCRIBED).await?;
    page.same("what describes it", described.as_str().unwrap_or_default().contains("ct-decision_date-error"), true)?;
    page.sound().await?;
    tool.click_css(".ct-summary-error__link").await?;
    tool.wait_for_focus("ct-decision_date-day").await?;
    type_day(tool, ["28", "February", "2026"]).await?;
    page.same("the next step", tool.go_on().await? == "About this decision", false)?;
    tool.wait_for_focus(STEP_TITLE).await?;
    page.same("whether there is a summary", tool.count("#ct-problems").await?, 0)?;
    page.sound().await
}

/// A million letters in a box meant for a sentence.
pub async fn too_much(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    let case = Case::named("adv-001")?;
    tool.answer_section(&case).await?;
    tool.go_on().await?;
    tool.answer_section(&case).await?;
    tool.click_css("#ct-adjustments_offered").await?;
    page.insert(&"word ".repeat(PASTED / 5)).await?;
    until(async || page.same("how many letters there are", length(tool).await?, PASTED)).await?;
    let took = tool.run(HOW_LONG).await?.as_f64().unwrap_or(f64::MAX);
    // About a second where nothing else runs; the journeys share their machine with one another. WebKitGTK, which lays
    // the whole box out anew at each letter, takes twice as long.
    let most = if page.engine() == Engine::WebKit { 12_000.0 } else { 3_000.0 };
    page.same(&format!("whether the page answers in time ({took:.0} ms)"), took < most, true)?;
    tool.click("Continue").await?;
    tool.wait_for_focus("ct-problems").await?;
    tool.wait_for("You have used 1,000,000.").await?;
    page.same("how many letters there are", length(tool).await?, PASTED)?;
    page.sound().await?;
    tool.click_css(".ct-summary-error__link").await?;
    tool.wait_for_focus("ct-adjustments_offered").await?;
    tool.write_css("#ct-adjustments_offered", "An interpreter").await?;
    page.same("the next step", tool.go_on().await?.as_str(), "Choice and support")
}

async fn type_day(tool: Widget<'_>, day: [&str; 3]) -> Result<(), String> {
    for (part, typed) in ["day", "month", "year"].into_iter().zip(day) {
        tool.write_css(&format!("#ct-decision_date-{part}"), typed).await?;
    }
    Ok(())
}

async fn length(tool: Widget<'_>) -> Result<usize, String> {
    let text = tool.run("return root.querySelector('#ct-adjustments_offered').value.length").await?;
    Ok(text.as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or_default())
}
