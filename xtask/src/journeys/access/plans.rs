//! Walks through an action plan: written, and followed.

use super::super::form::STEP_TITLE;
use super::super::lists::open_file_in;
use super::super::page::Page;
use super::super::plans::{CHAPTER, Does, ELEMENT, EXAMPLE, FULL, TOOL};
use super::visit::Visit;

/// What is done on a page up to its button, and then the button.
async fn write(visit: &mut Visit<'_>, seen: impl Fn(usize) -> bool) -> Result<(), String> {
    let tool = visit.tool;
    let mut at = 0;
    for does in FULL {
        match does {
            Does::Choose(question, choice) => tool.answer(question, &[(*choice).to_owned()]).await?,
            Does::Tick(control) => tool.click_css(&format!("#{control}")).await?,
            Does::Type(control, words) => tool.write_css(&format!("#{control}"), words).await?,
            Does::Press(control) => {
                let here = tool.step().await?;
                if seen(at) {
                    // Each page says anew what follows so far.
                    visit.skip().await?;
                    visit.see(&format!("{}. {here}", at + 1)).await?;
                }
                at += 1;
                tool.click_css(&format!("#{control}")).await?;
                tool.step_after(&here).await?;
            }
        }
    }
    Ok(())
}

/// How many pages come before the one with the options.
fn half() -> usize {
    let presses = |does: &&Does| matches!(does, Does::Press(_));
    let before = FULL.iter().take_while(|does| !matches!(does, Does::Tick("ct-ap_options_considered-smaller_steps")));
    before.filter(presses).count()
}

/// The sections up to what was found not to work, with the list of sections and what is missing.
pub async fn sections(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "plan-sections", CHAPTER, ELEMENT, TOOL).await?;
    let tool = visit.tool;
    visit.see_first("the first screen").await?;
    for question in ["ap_immediate_danger", "ap_abuse_concern", "ap_practice_concern"] {
        tool.answer(question, &["no".to_owned()]).await?;
    }
    visit.press("#ct-continue").await?;
    for (part, typed) in [("day", "31"), ("month", "2"), ("year", "2026")] {
        tool.write_css(&format!("#ct-ap_agreed_on-{part}"), typed).await?;
    }
    visit.press("#ct-continue").await?;
    tool.wait_for_focus("ct-problems").await?;
    visit.see("a day that is wrong").await?;
    visit.press("#ct-part-write").await?;
    visit.see("the list of sections").await?;
    visit.press("#ct-task-actions").await?;
    for _ in 0..2 {
        visit.press("#ct-add").await?;
        tool.write_css("#ct-action-what-text", "Walk to the corner shop").await?;
        visit.press("#ct-continue").await?;
    }
    tool.wait_for_focus("ct-item-A2").await?;
    visit.skip().await?;
    visit.see("two actions").await?;
    visit.press("#ct-up-A2").await?;
    visit.hears("A2 is now 1 of 2.").await?;
    visit.press("#ct-remove-A1").await?;
    visit.hears("A1 is removed.").await?;
    visit.see("an action removed").await?;
    visit.press("#ct-undo").await?;
    visit.hears("A1 is back.").await?;
    visit.press("#ct-part-check").await?;
    visit.press("#ct-complete").await?;
    tool.wait_for_focus("ct-problems").await?;
    visit.see("what is missing").await?;
    visit.press("#ct-problems button").await?;
    visit.press("#ct-part-write").await?;
    visit.press("#ct-clear").await?;
    visit.see("whether to clear everything").await?;
    visit.press("#ct-clear-yes").await?;
    visit.hears("Everything is cleared.").await?;
    visit.end().await
}

/// A whole plan: the first half of its pages.
pub async fn written(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "plan-first-half", CHAPTER, ELEMENT, TOOL).await?;
    write(&mut visit, |at| at < half()).await?;
    visit.end().await
}

/// A whole plan: the second half of its pages, and the plan as it is complete.
pub async fn completed(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "plan-second-half", CHAPTER, ELEMENT, TOOL).await?;
    write(&mut visit, |at| at >= half()).await?;
    visit.tool.wait_for("The plan is complete.").await?;
    visit.tool.wait_for_focus(STEP_TITLE).await?;
    visit.see("complete").await?;
    visit.end().await
}

/// The example plan followed, with an update that lacks something, and a file that is none.
pub async fn followed(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "plan-followed", CHAPTER, ELEMENT, EXAMPLE).await?;
    let tool = visit.tool;
    tool.wait_for("of 5 actions done").await?;
    visit.see_first("followed").await?;
    visit.press("#ct-report-A5").await?;
    tool.wait_for("Update on A5").await?;
    visit.press("#ct-add-report").await?;
    tool.wait_for("Select how it is going").await?;
    visit.see("an update that lacks something").await?;
    tool.answer("progress-rating", &["some_progress".to_owned()]).await?;
    tool.write_css("#ct-progress-note-text", "One morning went well.").await?;
    visit.press("#ct-add-report").await?;
    tool.wait_for("Updates added since: 1.").await?;
    visit.see("an update added").await?;
    visit.press("#ct-part-write").await?;
    visit.press("#ct-task-about").await?;
    visit.see("what was agreed").await?;
    visit.press("#ct-part-write").await?;
    open_file_in(&tool, "#ct-open", "ct-file", "other.json", b"{ \"schema\": \"something\" }").await?;
    tool.wait_for("What stands here is not saved").await?;
    visit.see("whether another plan may take its place").await?;
    visit.press("#ct-waiting-yes").await?;
    tool.wait_for("This file could not be opened").await?;
    visit.see("a file that is none").await?;
    visit.end().await
}
