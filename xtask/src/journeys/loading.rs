//! A tool that does not arrive, or comes late.

use super::faults::Fault;
use super::page::Page;
use super::pages::CHAPTER;
use super::widget::Widget;
use serde_json::json;
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

/// Everything of the first section is used while the rest of the code is on its way: nothing of it is needed, which a
/// widget would show by starting anew. “Continue” waits for it.
pub async fn first_file(page: &Page<'_>) -> Result<(), String> {
    let pages: [(&str, &[(&str, &str)]); 6] = [
        (CHAPTER, &[]),
        (CHAPTER, &[("law-on", "2027-04-01"), ("reference", "AB-9"), ("heading-level", "3")]),
        (CHAPTER, &[("language", "en-XA")]),
        (CHAPTER, &[("locality", "no-such-file.json")]),
        ("council-county.html", &[]),
        ("keeping-drafts.html", &[]),
    ];
    for (path, attributes) in pages {
        page.fault("/care-tools-rest-", Fault::Stalled(Duration::from_secs(20)));
        page.fault("/care-tools.js", Fault::Instead(""));
        page.open(path).await?;
        page.fault("/care-tools.js", Fault::Stalled(Duration::ZERO));
        page.run(
            "const tool = document.querySelector('care-advocacy');
             for (const [name, value] of arguments[0]) tool.setAttribute(name, value);
             tool.querySelector('#ct-person_role-carer_of_adult').click();
             tool.querySelector('#ct-case_reference').value = 'AB/12';",
            vec![json!(attributes)],
        )
        .await?;
        page.module("./care-tools.js?first").await?;
        let tool = page.advocacy();
        let used = used_alone(&tool).await;
        used.map_err(|fault| format!("in {path} with {attributes:?}: {fault}"))?;
        page.no_faults();
    }
    // Whoever is quick waits a moment, and no more.
    page.fault("/care-tools-rest-", Fault::Stalled(Duration::from_secs(4)));
    page.open(CHAPTER).await?;
    let tool = page.advocacy();
    tool.live().await?;
    tool.run("root.querySelector('form').dataset.same = 'yes'").await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    // Pressed twice, it goes on once.
    let twice = "const go = root.querySelector('.ct-buttons > .ct-button--primary'); go.click(); go.click()";
    tool.run(twice).await?;
    page.same("the step", tool.step().await?.as_str(), "About this decision")?;
    let after = tool.step_after("About this decision").await?;
    page.same("the step after it", after.as_str(), "Mental Health Act")?;
    page.same(
        "whether it started anew",
        tool.run("return root.querySelector('form').dataset.same ?? 'no'").await?,
        json!("yes"),
    )?;
    page.sound().await
}

async fn used_alone(tool: &Widget<'_>) -> Result<(), String> {
    tool.show().await?;
    tool.live().await?;
    tool.page().same("the note", tool.value(NOTE).await?.as_str(), Some(TYPED))?;
    tool.run(
        "root.querySelector('form').dataset.same = 'yes';
         for (const it of root.querySelectorAll('summary')) it.click();",
    )
    .await?;
    for role in ["adult", "young_carer", "carer_of_adult"] {
        tool.answer("person_role", &[role.to_owned()]).await?;
    }
    let all = "
        for (const box of root.querySelectorAll('.ct-section input:not([type=radio], [type=file]), .ct-section textarea')) {
            if (box.type === 'checkbox') { box.click(); box.click(); continue; }
            for (const text of ['4', '31', 'x'.repeat(5_000)]) {
                box.value = text;
                for (const kind of ['input', 'change']) box.dispatchEvent(new InputEvent(kind, { bubbles: true, composed: true }));
            }
        }
        for (const it of root.querySelectorAll('input[type=radio]')) it.click();
        return new Promise((go) => setTimeout(go, 500)).then(() => root.querySelector('form').dataset.same ?? 'no')";
    tool.page().same("whether it started anew", tool.run(all).await?, json!("yes"))
}
