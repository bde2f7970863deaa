//! Nobody there, and somebody else there.

use super::faults::Fault;
use super::page::Page;
use super::pages::{CHAPTER, chapter};
use super::widget::Widget;
use std::time::Duration;
use thirtyfour::Key;
use tokio::time::sleep;

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

/// An authority may have answers covered sooner than after fifteen minutes.
pub async fn sooner(page: &Page<'_>) -> Result<(), String> {
    page.movable_clock().await?;
    let settings =
        r#"{ "format": "care-tools-locality/1", "authority": "Example Council", "version": "1", "idle_minutes": 5 }"#;
    page.fault("/locality.json", Fault::Instead(settings));
    let tool = started(page).await?;
    page.pass_minutes(2.5).await?;
    page.same("whether it warns too early", tool.text().await?.contains("will be covered"), false)?;
    page.pass_minutes(1.0).await?;
    tool.wait_for("Your answers will be covered in 2 minutes").await?;
    page.pass_minutes(2.0).await?;
    tool.wait_for(COVERED).await?;
    page.same("how many answers can be read", tool.run(READABLE).await?, 0.into())
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

/// What was typed before the tool was live has no cover: it goes when the page is left, and when nobody comes back.
pub async fn early(page: &Page<'_>) -> Result<(), String> {
    const FOUND: &str = "return document.querySelectorAll('care-advocacy input:checked').length
        + document.querySelector('care-advocacy #ct-case_reference').value.length";
    const TYPE: &str = "document.querySelector('care-advocacy #ct-person_role-adult').checked = true;
        document.querySelector('care-advocacy #ct-case_reference').value = 'AB/12'";
    const BACK: &str = "for (const kind of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(kind, { persisted: true }))";
    page.movable_clock().await?;
    page.fault(".wasm", Fault::NotFound);
    page.open(CHAPTER).await?;
    page.advocacy().show().await?;
    page.wait_for("document.querySelector('care-advocacy .ct-notice--failed')").await?;
    page.run(TYPE, vec![]).await?;
    page.run(BACK, vec![]).await?;
    page.same("what is left when the page comes back", page.run(FOUND, vec![]).await?, 0.into())?;
    page.run(TYPE, vec![]).await?;
    page.pass_minutes(45.0).await?;
    page.same("what is left after three quarters of an hour", page.run(FOUND, vec![]).await?, 6.into())?;
    page.pass_minutes(16.0).await?;
    page.same("what is left after an hour", page.run(FOUND, vec![]).await?, 0.into())?;
    page.wait_for_text("Nothing is lost: you had not typed anything.").await
}

/// A tool waits behind its notice for the rest of the code, and nobody comes back: when the rest is there, the answers are
/// gone from the instance too.
pub async fn behind_the_notice(page: &Page<'_>) -> Result<(), String> {
    page.movable_clock().await?;
    page.fault("/care-tools-rest-", Fault::Stalled(Duration::from_secs(40)));
    page.open(CHAPTER).await?;
    let tool = page.advocacy();
    tool.begun().await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.write_css(NOTE, TYPED).await?;
    tool.run("root.querySelector('.ct-button--primary').click()").await?;
    sleep(Duration::from_secs(21)).await;
    tool.wait_for("The tool is still loading").await?;
    page.same("what can be read behind the notice", tool.run(READABLE).await?, 0.into())?;
    page.pass_minutes(61.0).await?;
    sleep(Duration::from_secs(20)).await;
    page.no_faults();
    tool.live().await?;
    page.same("what can be read", tool.run(READABLE).await?, 0.into())?;
    page.same("the note", tool.value(NOTE).await?.as_str(), Some(""))
}

/// Two windows, one cleared: of the same reference the other one's answers go too. Without a reference they may be about
/// somebody else, and are covered.
pub async fn two_windows(page: &Page<'_>) -> Result<(), String> {
    for reference in ["AB-1", ""] {
        let first = page.driver().window().await.map_err(|fault| fault.to_string())?;
        let tool = of_reference(page, reference).await?;
        let second = page.driver().new_window().await.map_err(|fault| fault.to_string())?;
        page.driver().switch_to_window(second).await.map_err(|fault| fault.to_string())?;
        let other = of_reference(page, reference).await?;
        other.click_css("#ct-clear").await?;
        other.click_css("#ct-clear-yes").await?;
        other.wait_for("Everything is cleared").await?;
        page.driver().close_window().await.map_err(|fault| fault.to_string())?;
        page.driver().switch_to_window(first).await.map_err(|fault| fault.to_string())?;
        if reference.is_empty() {
            tool.wait_for(COVERED).await?;
            tool.click("Show my answers").await?;
            there(page, tool).await?;
        } else {
            tool.wait_for("Everything was cleared in another window, so the answers were deleted.").await?;
            page.same("how many answers are there", tool.run(READABLE).await?, 0.into())?;
        }
    }
    Ok(())
}

/// A tool in which somebody is at work, of this reference.
async fn of_reference<'a>(page: &'a Page<'_>, reference: &str) -> Result<Widget<'a>, String> {
    page.open(CHAPTER).await?;
    let tool = page.advocacy();
    if !reference.is_empty() {
        let name = "document.querySelector('care-advocacy').setAttribute('reference', arguments[0])";
        page.run(name, vec![reference.into()]).await?;
    }
    tool.show().await?;
    // What a second window is told is not recorded.
    page.wait_for("document.querySelector('care-advocacy').shadowRoot?.querySelector('#ct-case_reference')").await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.write_css(NOTE, TYPED).await?;
    Ok(tool)
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
