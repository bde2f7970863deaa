//! A tool that does not arrive, or comes late.

use super::drafts::NO_CRYPTOGRAPHY;
use super::faults::{ANOTHER_MODULE, Fault};
use super::page::Page;
use super::pages::CHAPTER;
use std::time::Duration;
use thirtyfour::Key;

const TITLE: &str = "The tool did not load";
const NOTE: &str = "#ct-case_reference";
const TYPED: &str = "AB/12";
const FOCUS: &str = "document.querySelector('care-advocacy #ct-case_reference').focus({ preventScroll: true })";
const STANDING_IN: &str = "
    const host = document.querySelector('care-advocacy');
    const note = host.querySelector('#ct-case_reference');
    return host.shadowRoot === null && note.checkVisibility() ? note.value : null;";
const AGAIN: &str = "care-advocacy .ct-notice--failed button";

/// Not there.
pub async fn missing(page: &Page<'_>) -> Result<(), String> {
    page.fault(".wasm", Fault::NotFound);
    fails(page, "Part of it was not found on this site.").await?;
    works_again(page).await
}

/// Where no script can compare hashes, the browser does.
pub async fn without_cryptography(page: &Page<'_>) -> Result<(), String> {
    page.before_every_page(NO_CRYPTOGRAPHY).await?;
    page.fault(".wasm", Fault::Instead(ANOTHER_MODULE));
    fails(page, "Part of it is not what its makers published.").await?;
    works_again(page).await
}

/// Forbidden. A policy comes with the page, so trying again does not help until the page is loaded anew.
pub async fn blocked(page: &Page<'_>) -> Result<(), String> {
    let cause = "This site’s security policy, or a setting of this computer, does not let it run.";
    page.fault(CHAPTER, Fault::Without(" 'wasm-unsafe-eval'"));
    fails(page, cause).await?;
    page.no_faults();
    page.click_css(AGAIN).await?;
    page.wait_for_text(cause).await?;
    page.same("what stands in the fallback", page.run(STANDING_IN, vec![]).await?.as_str(), Some(TYPED))?;
    page.reload().await?;
    page.advocacy().live().await
}

/// Any other file of ours that is missing or broken.
pub async fn other_files(page: &Page<'_>) -> Result<(), String> {
    for (file, fault, cause) in [
        ("/care-tools-glue-", Fault::NotFound, "Part of it was not found on this site."),
        ("/care-tools-glue-", Fault::WrongType, "This site sent part of it in the wrong form."),
        ("/words-advocacy-", Fault::NotFound, "Part of it was not found on this site."),
        ("/words-advocacy-", Fault::Shortened, "Part of it is not what its makers published."),
        ("/law-advocacy-", Fault::NotFound, "Part of it was not found on this site."),
        ("/law-advocacy-", Fault::Shortened, "Part of it is not what its makers published."),
    ] {
        // What the browser kept from the last time is not asked for again.
        page.forget_files().await?;
        page.fault(file, fault);
        fails(page, cause).await.map_err(|reason| format!("{file} {fault:?}: {reason}"))?;
        works_again(page).await.map_err(|reason| format!("after {file} {fault:?}: {reason}"))?;
    }
    Ok(())
}

/// Opens the page, types before the tool could be there, and reads the notice.
async fn fails(page: &Page<'_>, cause: &str) -> Result<(), String> {
    page.open(CHAPTER).await?;
    page.run(FOCUS, vec![]).await?;
    page.keys(TYPED).await?;
    page.advocacy().show().await?;
    page.wait_for_text(TITLE).await?;
    page.wait_for_text(cause).await?;
    page.wait_for_text("What you typed is still here.").await?;
    page.same("what stands in the fallback", page.run(STANDING_IN, vec![]).await?.as_str(), Some(TYPED))?;
    page.advocacy().told("failed").await?;
    page.sound().await
}

async fn works_again(page: &Page<'_>) -> Result<(), String> {
    page.no_faults();
    page.click_css(AGAIN).await?;
    let tool = page.advocacy();
    tool.told("ready").await?;
    page.same("the note", tool.value(NOTE).await?.as_str(), Some(TYPED))?;
    page.same("whether the notice is gone", page.text().await?.contains(TITLE), false)?;
    page.sound().await
}

/// Typed, ticked and half corrected while the wasm was on its way.
pub async fn late(page: &Page<'_>) -> Result<(), String> {
    page.fault(".wasm", Fault::Stalled(Duration::from_secs(5)));
    page.open(CHAPTER).await?;
    page.click_css("care-advocacy #ct-person_role-carer_of_adult").await?;
    page.run(FOCUS, vec![]).await?;
    page.keys(TYPED).await?;
    page.keys(Key::Left).await?;
    page.keys(Key::Left).await?;
    page.same("what stands in the fallback", page.run(STANDING_IN, vec![]).await?.as_str(), Some(TYPED))?;
    let tool = page.advocacy();
    tool.told("ready").await?;
    tool.wait_for_focus("ct-case_reference").await?;
    page.same("the note", tool.value(NOTE).await?.as_str(), Some(TYPED))?;
    page.same("the answer", tool.value("#ct-person_role-carer_of_adult").await? == true, true)?;
    page.keys("x").await?;
    page.same("the note", tool.value(NOTE).await?.as_str(), Some("AB/x12"))?;
    page.sound().await
}

/// A control without an id has the focus while the tool arrives.
pub async fn late_elsewhere(page: &Page<'_>) -> Result<(), String> {
    page.fault(".wasm", Fault::Stalled(Duration::from_secs(2)));
    page.open(CHAPTER).await?;
    page.run("document.querySelector('care-advocacy .ct-why__summary').focus()", vec![]).await?;
    let tool = page.advocacy();
    tool.told("ready").await?;
    page.same("whether the focus is in the tool", !tool.focused().await?.is_empty(), true)
}

/// “Continue” before there is anything to go on.
pub async fn early_continue(page: &Page<'_>) -> Result<(), String> {
    page.fault(".wasm", Fault::Stalled(Duration::from_secs(3)));
    page.open(CHAPTER).await?;
    page.click_css("care-advocacy #ct-person_role-adult").await?;
    page.click_css("care-advocacy .ct-button--primary").await?;
    let tool = page.advocacy();
    tool.told("ready").await?;
    tool.step_after("About this decision").await?;
    tool.wait_for_focus("ct-step-title").await?;
    page.sound().await
}
