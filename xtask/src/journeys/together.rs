//! Two tools on one page, and one that crashes.

use super::page::Page;
use super::pages::{CHAPTER, chapter};
use super::widget::Widget;
use crate::test::engine::Engine;

const ADD_SECOND: &str = "
    const second = document.createElement('care-advocacy');
    second.setAttribute('heading-level', '4');
    document.querySelector('care-advocacy').after(second);";
const NOTE: &str = "#ct-case_reference";
/// Two tools of one kind on one page have the same title, so their regions and lists have the same names. A
/// page that wants them apart has to say so itself.
const SAME_TOOL_TWICE: &[&str] = &["landmark-unique"];

/// Side by side.
pub async fn side_by_side(page: &Page<'_>) -> Result<(), String> {
    let (first, second) = two(page).await?;
    let mut wasm: Vec<String> = page.asked().into_iter().filter(|path| path.ends_with(".wasm")).collect();
    let all = wasm.len();
    wasm.sort();
    wasm.dedup();
    page.same("how often a file of code was asked for again", all - wasm.len(), 0)?;
    first.write_css(NOTE, "first").await?;
    first.answer("person_role", &["adult".to_owned()]).await?;
    second.write_css(NOTE, "second").await?;
    second.answer("person_role", &["young_carer".to_owned()]).await?;
    page.same("the first note", first.value(NOTE).await?.as_str(), Some("first"))?;
    page.same("the second note", second.value(NOTE).await?.as_str(), Some("second"))?;
    page.same("the first answer", first.value("#ct-person_role-adult").await? == true, true)?;
    page.same("the second answer", second.value("#ct-person_role-adult").await? == true, false)?;
    page.sound_but_for(SAME_TOOL_TWICE).await?;
    first.go_on().await?;
    page.same("the second step", second.step().await?.as_str(), "About this decision")?;
    page.sound_but_for(SAME_TOOL_TWICE).await
}

/// A crash, and another within a minute.
pub async fn crash(page: &Page<'_>) -> Result<(), String> {
    let (first, second) = two(page).await?;
    second.write_css(NOTE, "second").await?;
    first.answer("person_role", &["adult".to_owned()]).await?;
    first.write_css(NOTE, "AB 12 crash now").await?;
    first.wait_for("The tool had to restart").await?;
    kept(page, first).await?;
    page.sound_but_for(SAME_TOOL_TWICE).await?;
    unharmed(page, second).await?;

    // The last letter went down with the tool. Typed once more, it brings it down again.
    first.run(&format!("root.querySelector('{NOTE}').focus()")).await?;
    page.keys(thirtyfour::Key::End).await?;
    page.keys("w").await?;
    first.wait_for("Something went wrong inside it, and starting it again did not help.").await?;
    first.wait_for("What you typed is still here.").await?;
    page.same("how often the page is told", first.all_told("failed").await?.len(), 1)?;
    page.sound_but_for(SAME_TOOL_TWICE).await?;
    unharmed(page, second).await?;
    saved(page, first).await?;
    first.click("Try again").await?;
    first.wait_until_gone("starting it again did not help").await?;
    kept(page, first).await
}

async fn two<'a>(page: &'a Page<'_>) -> Result<(Widget<'a>, Widget<'a>), String> {
    page.open(CHAPTER).await?;
    page.run(ADD_SECOND, vec![]).await?;
    let both = (page.advocacy(), page.widget("care-advocacy", 1));
    both.0.live().await?;
    both.1.live().await?;
    Ok(both)
}

async fn kept(page: &Page<'_>, tool: Widget<'_>) -> Result<(), String> {
    let note = tool.value(NOTE).await?;
    // WebKitGTK had put the last letter into the box before the tool went down, and it is kept as well.
    let with_last = page.engine() == Engine::WebKit && note == "AB 12 crash now";
    page.same("the note", with_last || note == "AB 12 crash no", true)?;
    page.same("the answer", tool.value("#ct-person_role-adult").await? == true, true)
}

async fn unharmed(page: &Page<'_>, tool: Widget<'_>) -> Result<(), String> {
    page.same("the other note", tool.value(NOTE).await?.as_str(), Some("second"))?;
    tool.answer("person_role", &["carer_of_adult".to_owned()]).await?;
    tool.answer("person_role", &["adult".to_owned()]).await
}

async fn saved(page: &Page<'_>, tool: Widget<'_>) -> Result<(), String> {
    let downloads = page.downloads().await?;
    tool.click("Save what you typed").await?;
    let (name, text) = downloads.file("json").await?;
    page.same("the name of the file", name.as_str(), "advocacy.json")?;
    page.same("whether the note is in it", text.contains("AB 12 crash no"), true)
}

/// A crash on the way to the result comes back to the same step.
pub async fn crash_later(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    let case = super::cases::Case::named("adv-001")?;
    tool.answer_section(&case).await?;
    tool.go_on().await?;
    tool.answer_section(&case).await?;
    tool.write_css("#ct-evidence_understand", "crash no").await?;
    page.same("the step", tool.step().await?.as_str(), "Taking part")?;
    page.keys("w").await?;
    tool.wait_for("The tool had to restart").await?;
    page.same("the step", tool.step().await?.as_str(), "Taking part")?;
    page.same("the note", tool.value("#ct-evidence_understand").await?.as_str(), Some("crash no"))?;
    tool.write_css("#ct-evidence_understand", "What we saw").await?;
    page.sound().await?;
    tool.result(&case, async || Ok(())).await
}
