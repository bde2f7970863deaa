//! Walks through supervision.

use super::super::page::Page;
use super::super::widget::Widget;
use super::visit::Visit;
use serde_json::json;

const ELEMENT: &str = "care-supervision";

async fn with_examples<'a>(page: &'a Page<'a>, name: &'static str) -> Result<Visit<'a>, String> {
    let mut visit = Visit::begin(page, name, "supervision-example.html", ELEMENT, 0).await?;
    visit.tool.wait_for("6 of 6 records").await?;
    // Which of the records is still read when the walk begins is chance.
    visit.skip().await?;
    Ok(visit)
}

/// Puts a text into the box for pasting, as the clipboard does.
async fn paste(tool: Widget<'_>, text: &str) -> Result<(), String> {
    let script = format!(
        "const box = root.querySelector('#ct-paste');
         box.focus();
         const data = new DataTransfer();
         data.setData('text/plain', {});
         box.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));",
        json!(text)
    );
    tool.run(&script).await.map(drop)
}

/// The hour itself: the agenda, a record, a challenge, an entry.
pub async fn hour(page: &Page<'_>) -> Result<(), String> {
    let mut visit = with_examples(page, "supervision-hour").await?;
    let tool = visit.tool;
    visit.see_first("the agenda").await?;
    visit.press("#ct-records th:nth-child(2) button").await?;
    visit.hears("Sorted by “Tool”").await?;
    visit.set("ct-of-tool", "advocacy").await?;
    visit.hears("3 of 6 records").await?;
    visit.see("sorted, and of one tool").await?;
    visit.press_named("Start with 7C1E-40B9").await?;
    tool.wait_for("The rules of today give the same result").await?;
    visit.see("a record").await?;
    tool.run("const it = root.querySelector('#ct-challenge'); it.focus(); it.value = it.options[3].value; it.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    visit.press("#ct-begin").await?;
    tool.wait_for_focus("ct-challenged").await?;
    visit.press_named("Add this challenge").await?;
    tool.wait_for_focus("ct-challenge-problems").await?;
    visit.see("a challenge that lacks something").await?;
    tool.write_css("#ct-challenge-note", "What did you see?").await?;
    tool.write_css("#ct-challenge-role", "Team manager").await?;
    visit.press_named("Add this challenge").await?;
    tool.wait_for_focus("ct-entries").await?;
    tool.click_css("#ct-entry-kind-countersign").await?;
    tool.click_css("#ct-entry-result-agree").await?;
    visit.hears("An urgent message has not been acknowledged.").await?;
    visit.press_named("Add this entry").await?;
    visit.see("an entry that lacks something").await?;
    tool.write_css("#ct-entry-note", "Refer today.").await?;
    visit.press_named("Add this entry").await?;
    visit.hears("The entry is added to 7C1E-40B9.").await?;
    visit.see("countersigned").await?;
    visit.end().await
}

/// The other places: nothing open, what is no record, two versions, another answer, like facts, and checking alone.
pub async fn others(page: &Page<'_>) -> Result<(), String> {
    let mut visit = with_examples(page, "supervision-others").await?;
    let tool = visit.tool;
    visit.press_named("Look for like facts decided unlike").await?;
    visit.see("like facts").await?;
    visit.press_named("Back to the agenda").await?;
    visit.press("#ct-records tbody button").await?;
    visit.press_named("Back to the agenda").await?;
    tool.click("7C1E-40B9").await?;
    visit.press_named("Compare with the earlier version").await?;
    visit.see("two versions").await?;
    visit.press_named("Back to the agenda").await?;
    tool.click("7C1E-40B9").await?;
    visit.press_named("What if an answer were different?").await?;
    tool.write_css("#ct-law-on", "40 1 2027").await?;
    tool.wait_for("Write a real date, such as 1 3 2027.").await?;
    visit.see("what if, on a day that there is not").await?;
    visit.press("#ct-clear").await?;
    visit.see("whether to clear everything").await?;
    visit.press("#ct-clear-yes").await?;
    visit.hears("Everything is cleared. No record is open.").await?;
    visit.see("nothing open").await?;
    paste(tool, "This is no record.").await?;
    tool.wait_for("The file is not a saved record").await?;
    visit.see("what is no record").await?;
    visit.end().await
}

/// A page that only checks records.
pub async fn checking(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "supervision-checking", "verify.html", ELEMENT, 0).await?;
    visit.see_first("nothing checked").await?;
    let fetched =
        page.run("return fetch('example-record-advocacy.json').then((answer) => answer.text())", vec![]).await?;
    paste(visit.tool, fetched.as_str().unwrap_or_default()).await?;
    visit.tool.wait_for("The file matches its hashes").await?;
    visit.see("a record checked").await?;
    visit.end().await
}
