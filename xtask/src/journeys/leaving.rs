//! Nobody there, and somebody else there.

use super::page::Page;
use super::pages::{CHAPTER, chapter};
use super::widget::Widget;
use thirtyfour::Key;

const TYPED: &str = "AB/12";
const NOTE: &str = "#ct-case_reference";
const COVERED: &str = "Covered, so nobody else can read it";
const STANDING_IN: &str = "return document.querySelector('care-advocacy #ct-case_reference')?.value ?? ''";
const ASKS_BEFORE_LEAVING: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
const READABLE: &str = "
    const all = Array.from(root.querySelectorAll('input, textarea'));
    return all.filter((it) => it.checkVisibility() && (it.checked || /AB/.test(it.value))).length;";

/// The warning, the cover and the end of the answers.
pub async fn nobody_there(page: &Page<'_>) -> Result<(), String> {
    page.movable_clock().await?;
    let tool = started(page).await?;
    page.pass_minutes(13.5).await?;
    tool.wait_for("Your answers will be covered in 2 minutes").await?;
    page.sound().await?;
    tool.click("I am still here").await?;
    tool.wait_until_gone("Your answers will be covered").await?;
    page.pass_minutes(13.5).await?;
    tool.wait_for("Nobody has used this for 13 minutes").await?;
    page.pass_minutes(2.0).await?;
    tool.wait_for(COVERED).await?;
    page.same("how many answers can be read", tool.run(READABLE).await?, 0.into())?;
    page.sound().await?;
    tool.click("Show my answers").await?;
    tool.wait_until_gone(COVERED).await?;
    there(page, tool).await?;
    page.pass_minutes(16.0).await?;
    tool.wait_for(COVERED).await?;
    page.pass_minutes(45.0).await?;
    tool.wait_until_gone(COVERED).await?;
    tool.wait_for("Nobody came back, so the answers were deleted.").await?;
    page.same("the note", tool.value(NOTE).await?.as_str(), Some(""))?;
    page.same("how many are chosen", tool.count("input:checked").await?, 0)?;
    page.same("how often the page was told", tool.all_told("cleared").await?.len(), 1)?;
    page.sound().await
}

/// A plan is covered with everything in it, and deleted when nobody comes back.
pub async fn plan_alone(page: &Page<'_>) -> Result<(), String> {
    const CHOSEN: &str = "#ct-ap_immediate_danger-no";
    page.movable_clock().await?;
    page.open("monitoring-reablement.html").await?;
    let tool = page.widget("care-action-plan", 0);
    tool.live().await?;
    tool.click_css(CHOSEN).await?;
    page.pass_minutes(13.5).await?;
    tool.wait_for("Your answers will be covered in 2 minutes").await?;
    tool.click("I am still here").await?;
    tool.wait_until_gone("Your answers will be covered").await?;
    page.pass_minutes(16.0).await?;
    tool.wait_for(COVERED).await?;
    page.same("how many are chosen behind the cover", tool.count("input").await?, 0)?;
    page.sound_but_for(super::plans::TWICE).await?;
    tool.click("Show my answers").await?;
    tool.wait_until_gone(COVERED).await?;
    page.same("whether the answer is there", tool.value(CHOSEN).await? == true, true)?;
    page.pass_minutes(16.0).await?;
    tool.wait_for(COVERED).await?;
    page.pass_minutes(45.0).await?;
    tool.wait_for("Nobody came back, so the answers were deleted.").await?;
    page.same("how many are chosen", tool.count("input:checked").await?, 0)
}

/// Records open in supervision are covered, and closed when nobody comes back.
pub async fn records_alone(page: &Page<'_>) -> Result<(), String> {
    const OPEN: &str = "6 of 6 records";
    page.movable_clock().await?;
    page.open("supervision-example.html").await?;
    let tool = page.widget("care-supervision", 0);
    tool.wait_for(OPEN).await?;
    page.pass_minutes(13.5).await?;
    tool.wait_for("The records will be covered in 2 minutes").await?;
    tool.click("I am still here").await?;
    tool.wait_until_gone("The records will be covered").await?;
    page.pass_minutes(16.0).await?;
    tool.wait_for(COVERED).await?;
    page.same("whether a record can be read", tool.text().await?.contains("7C1E-40B9"), false)?;
    page.sound().await?;
    tool.click("Show the records").await?;
    tool.wait_for(OPEN).await?;
    page.pass_minutes(16.0).await?;
    tool.wait_for(COVERED).await?;
    page.pass_minutes(45.0).await?;
    tool.wait_for("Nobody came back, so the records were closed, and what was not saved was deleted.").await?;
    page.same("whether a record is open", tool.text().await?.contains("7C1E-40B9"), false)
}

/// Typing is enough of a sign.
pub async fn still_typing(page: &Page<'_>) -> Result<(), String> {
    page.movable_clock().await?;
    let tool = started(page).await?;
    for _ in 0..3 {
        page.pass_minutes(10.0).await?;
        page.keys("x").await?;
    }
    page.pass_minutes(13.5).await?;
    tool.wait_for("Your answers will be covered").await?;
    page.keys("x").await?;
    tool.wait_until_gone("Your answers will be covered").await?;
    page.same("the note", tool.value(NOTE).await?.as_str(), Some("AB/12xxxx"))
}

/// Back from another page.
pub async fn back_button(page: &Page<'_>) -> Result<(), String> {
    let tool = started(page).await?;
    page.same("whether leaving is asked about", page.run(ASKS_BEFORE_LEAVING, vec![]).await? == true, true)?;
    page.open("index.html").await?;
    page.back().await?;
    page.wait_for_text("Advocacy Decision Support Tool").await?;
    page.same("the text in the page", page.run(STANDING_IN, vec![]).await?.as_str(), Some(""))?;
    tool.live().await?;
    page.same("how many answers can be read", tool.run(READABLE).await?, 0.into())?;
    page.sound().await
}

/// Nothing to lose, nothing to ask.
pub async fn nothing_typed(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    tool.go_on().await?;
    page.same("whether leaving is asked about", page.run(ASKS_BEFORE_LEAVING, vec![]).await? == true, false)?;
    page.open(CHAPTER).await
}

/// A live tool with an answer and a note, and the caret at the note's end.
async fn started<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    let tool = chapter(page).await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.write_css(NOTE, TYPED).await?;
    page.keys(Key::End).await?;
    Ok(tool)
}

async fn there(page: &Page<'_>, tool: Widget<'_>) -> Result<(), String> {
    page.same("the note", tool.value(NOTE).await?.as_str(), Some(TYPED))?;
    page.same("the answer", tool.value("#ct-person_role-adult").await? == true, true)
}
