//! Supervision: records opened together, challenged, countersigned and compared.

use super::keyboard::tab_to;
use super::look::Look;
use super::page::Page;
use super::widget::Widget;
use serde_json::json;
use thirtyfour::Key;

const ELEMENT: &str = "care-supervision";
const EXAMPLES: &str = "supervision-example.html";
const EMPTY: &str = "supervision.html";

async fn opened<'a>(page: &'a Page<'_>, chapter: &str) -> Result<Widget<'a>, String> {
    page.open(chapter).await?;
    let tool = page.widget(ELEMENT, 0);
    tool.live().await?;
    Ok(tool)
}

async fn with_examples<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    let tool = opened(page, EXAMPLES).await?;
    tool.wait_for("6 of 6 records").await?;
    Ok(tool)
}

/// The agenda is made from the records, and every place has no accessibility fault.
pub async fn agenda(page: &Page<'_>) -> Result<(), String> {
    let tool = with_examples(page).await?;
    for words in [
        "1. Anything urgent",
        "An advocate is needed, and no referral is recorded",
        "the file has changed since it was completed",
        "departs from the tool’s result, with a reason",
        "the view came through somebody who supports the person",
        "Draft: not for decision",
        "Replaced",
        "no counts are shown",
    ] {
        tool.wait_for(words).await?;
    }
    page.same("headings of the agenda", tool.count("li.ct-do > .ct-do__what").await?, 8)?;
    page.sound().await?;
    tool.click_css("#ct-of-tool").await?;
    tool.run("const it = root.querySelector('#ct-of-tool'); it.value = 'advocacy'; it.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    tool.wait_for("3 of 6 records").await?;
    tool.click("Look for like facts decided unlike").await?;
    tool.wait_for("The result is the same. One practitioner decided as the tool says, the other did not.").await?;
    page.sound().await
}

/// The whole hour without a mouse: open, challenge, answer, check, countersign, save.
pub async fn by_keyboard(page: &Page<'_>) -> Result<(), String> {
    let tool = with_examples(page).await?;
    tool.run("root.querySelector('#ct-records button').focus()").await?;
    press(page, tool, "Start with 7C1E-40B9").await?;
    tool.wait_for("The rules of today give the same result").await?;
    page.sound().await?;

    tab_to(page, tool, "ct-challenge").await?;
    page.keys("Using or").await?;
    press(page, tool, "Challenge this answer").await?;
    tool.wait_for_focus("ct-challenged").await?;
    tab_to(page, tool, "ct-challenge-note").await?;
    page.keys("What did you see?").await?;
    tab_to(page, tool, "ct-challenge-role").await?;
    page.keys("Team manager").await?;
    press(page, tool, "Add this challenge").await?;
    tool.wait_for_focus("ct-entries").await?;
    tool.wait_for("Practitioner: not answered yet").await?;
    page.sound().await?;

    tab_to(page, tool, "ct-about-DA-03").await?;
    page.keys(Key::Enter).await?;
    tool.wait_for_focus("ct-challenged").await?;
    press(page, tool, "Add this view").await?;
    tool.wait_for_focus("ct-challenge-problems").await?;
    tool.wait_for("Write a note.").await?;
    page.sound().await?;
    tab_to(page, tool, "ct-challenge-note").await?;
    page.keys("Only for one of the four areas.").await?;
    press(page, tool, "Add this view").await?;
    tool.wait_for("Seen differently: Only for one of the four areas.").await?;

    tab_to(page, tool, "ct-entry-kind-discussion").await?;
    page.keys(Key::Down).await?;
    tab_to(page, tool, "name=ct-entry-result").await?;
    page.keys(Key::Down).await?;
    tool.wait_for("An urgent message has not been acknowledged.").await?;
    press(page, tool, "Add this entry").await?;
    tool.wait_for("Write a note: an urgent message has not been acknowledged.").await?;
    page.sound().await?;
    tab_to(page, tool, "ct-entry-note").await?;
    page.keys("Refer today.").await?;
    press(page, tool, "Add this entry").await?;
    tool.wait_for("The entry is added to 7C1E-40B9.").await?;
    tool.wait_for("Complete, reviewed").await?;
    let files = page.downloads().await?;
    press(page, tool, "Save the record").await?;
    let (_, saved) = files.file("json").await?;
    let record: serde_json::Value = serde_json::from_str(&saved).map_err(|fault| fault.to_string())?;
    page.same("the entries", record["supervision"].as_array().map(Vec::len), Some(3))?;
    page.same("the status", &record["status"], &json!("reviewed"))?;
    page.sound().await
}

/// Presses the button with this label, found with the Tab key.
async fn press(page: &Page<'_>, tool: Widget<'_>, label: &str) -> Result<(), String> {
    for _ in 0..400 {
        if tool.focused().await? == label {
            return page.keys(Key::Enter).await;
        }
        page.keys(Key::Tab).await?;
    }
    Err(format!("the Tab key does not reach “{label}”"))
}

/// What the record says when it has changed, is a draft, or was made under other rules.
pub async fn not_to_rely_on(page: &Page<'_>) -> Result<(), String> {
    let tool = with_examples(page).await?;
    tool.click("C4D2-A7F0").await?;
    tool.wait_for("This file has changed since it was completed.").await?;
    page.same("ways to add an entry", tool.count("#ct-entry-note").await?, 0)?;
    page.sound().await?;
    tool.click("Back to the agenda").await?;
    tool.click("0A77-E1D4").await?;
    tool.wait_for("This is a draft. Talk about it.").await?;
    tool.click("Back to the agenda").await?;
    tool.click("E90B-13F6").await?;
    tool.wait_for("This record was made with other rules. Both results are shown.").await?;
    tool.wait_for("As recorded, rules version 0").await?;
    tool.wait_for("Under today’s rules, version 1").await?;
    page.sound().await
}

/// Two versions side by side.
pub async fn compared(page: &Page<'_>) -> Result<(), String> {
    let tool = with_examples(page).await?;
    tool.click("7C1E-40B9").await?;
    tool.click("Compare with the earlier version").await?;
    tool.wait_for("What changed between two versions").await?;
    tool.wait_for("Second visit with an easy read plan.").await?;
    tool.wait_for("The rules were not the same").await?;
    page.sound().await?;
    let few = tool.count("#ct-compared tbody tr").await?;
    tool.click_css(".ct-buttons .ct-button").await?;
    let all = tool.count("#ct-compared tbody tr").await?;
    page.same("whether all answers are more than those that changed", all > few, true)
}

/// An answer changed on a copy, and the law of another day. The record stays as it was.
pub async fn what_if(page: &Page<'_>) -> Result<(), String> {
    let tool = with_examples(page).await?;
    tool.click("7C1E-40B9").await?;
    tool.click("What if an answer were different?").await?;
    tool.wait_for("The same as on the record’s own answers.").await?;
    page.sound().await?;
    let section = "const it = root.querySelector('#ct-section');
         it.value = Array.from(it.options).find((option) => option.text === 'Taking part').value;
         it.dispatchEvent(new Event('change', { bubbles: true }));";
    tool.run(section).await?;
    tool.click_css("#ct-difficulty_understand-none").await?;
    tool.click_css("#ct-difficulty_use_weigh-none").await?;
    tool.wait_for("Would be gone").await?;
    tool.wait_for("Would be added").await?;
    tool.write_css("#ct-law-on", "40 1 2027").await?;
    tool.wait_for("Write a real date, such as 1 3 2027.").await?;
    page.sound().await?;
    tool.write_css("#ct-law-on", "1 3 2020").await?;
    tool.wait_until_gone("Write a real date").await?;
    tool.click("Back to the record").await?;
    tool.wait_for("File matches").await?;
    let files = page.downloads().await?;
    tool.click("Save the record").await?;
    let (_, saved) = files.file("json").await?;
    page.same("whether the record is as it was", saved.contains("\"difficulty_understand\":\"substantial\""), true)
}

/// Files that are no records are named with every fault, and the others are opened.
pub async fn refused(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, EMPTY).await?;
    page.sound().await?;
    tool.paste("#ct-paste", "This is no record.").await?;
    tool.wait_for("The file is not a saved record").await?;
    tool.paste("#ct-paste", r#"{"schema":"asc-decision-record/2"}"#).await?;
    tool.wait_for("saved by a newer version of the tools").await?;
    let fetched =
        page.run("return fetch('example-record-advocacy.json').then((answer) => answer.text())", vec![]).await?;
    let text = fetched.as_str().unwrap_or_default();
    tool.paste("#ct-paste", &text.replace("\"status\":\"completed\"", "\"status\":\"finished\",\"more\":1")).await?;
    tool.wait_for("status: “finished” is not allowed here.").await?;
    tool.wait_for("more: a record does not have this entry.").await?;
    page.sound().await?;
    tool.paste("#ct-paste", text).await?;
    tool.wait_for("7C1E-40B9 is open. Records open: 1.").await?;
    tool.paste("#ct-paste", text).await?;
    tool.wait_for("7C1E-40B9 was open already.").await?;
    tool.click("Clear everything").await?;
    tool.click("Yes, clear everything").await?;
    tool.wait_for("Everything is cleared. No record is open.").await?;
    page.same("what is left of the record", tool.text().await?.contains("7C1E"), false)
}

/// Records that are dropped, and words that must turn up nowhere else.
pub async fn nothing_left(page: &Page<'_>) -> Result<(), String> {
    const WORD: &str = "SENTINEL-7";
    let tool = opened(page, EMPTY).await?;
    let fetched =
        page.run("return fetch('example-record-advocacy.json').then((answer) => answer.text())", vec![]).await?;
    let text = fetched.as_str().unwrap_or_default().replace("EXAMPLE 2", WORD);
    let script = format!(
        "const data = new DataTransfer();
         data.items.add(new File([{}], 'a.json', {{ type: 'application/json' }}));
         root.querySelector('#ct-open').dispatchEvent(
             new DragEvent('drop', {{ dataTransfer: data, bubbles: true, composed: true, cancelable: true }}));",
        json!(text)
    );
    tool.run(&script).await?;
    tool.wait_for("7C1E-40B9 is open.").await?;
    tool.click("7C1E-40B9").await?;
    // Its text was changed on the way, and it says so.
    tool.wait_for("This file has changed since it was completed.").await?;
    tool.click("Back to the agenda").await?;
    page.same("whether leaving is asked about", page.run(ASKS_BEFORE_LEAVING, vec![]).await? == true, false)?;
    tool.paste("#ct-paste", fetched.as_str().unwrap_or_default()).await?;
    page.same("where the word is", super::drafts::left_of(page, WORD).await?, json!([]))?;
    let asked = page.asked().into_iter().filter(|path| path.contains("SENTINEL")).collect();
    page.none("requests with what was opened", asked)?;
    let told = page.told().await?;
    let told = told.iter().filter(|told| told.to_string().contains("SENTINEL")).map(ToString::to_string);
    page.none("events with what was opened", told.collect())?;
    page.sound().await
}

const ASKS_BEFORE_LEAVING: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";

/// A page that only checks.
pub async fn verified(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, "verify.html").await?;
    for (file, says) in [
        ("example-record-advocacy.json", "The file matches its hashes"),
        ("example-record-allocation-changed.json", "The file has changed since it was made."),
        ("example-plan.json", "Receipt for record 51D0-A2C7"),
    ] {
        let script = format!("return fetch('{file}').then((answer) => answer.text())");
        let text = page.run(&script, vec![]).await?;
        tool.paste("#ct-paste", text.as_str().unwrap_or_default()).await?;
        tool.wait_for(says).await?;
    }
    page.sound().await
}

/// A crash while something is being written.
pub async fn crash(page: &Page<'_>) -> Result<(), String> {
    let tool = with_examples(page).await?;
    tool.click("7C1E-40B9").await?;
    tool.write_css("#ct-role", "Team manager").await?;
    tool.write_css("#ct-entry-note", "Half a note, then crash now").await?;
    tool.wait_for("The tool had to restart").await?;
    page.same("the role", tool.value("#ct-role").await?, json!("Team manager"))?;
    let note = tool.value("#ct-entry-note").await?;
    page.same("whether the note is there", note.as_str().unwrap_or_default().starts_with("Half a note"), true)?;
    tool.click("Back to the agenda").await?;
    tool.wait_for("6 of 6 records").await
}

/// Small, dark, and in the colours of a reader.
pub async fn looks(page: &Page<'_>) -> Result<(), String> {
    page.size(320, 640).await?;
    let tool = with_examples(page).await?;
    tool.click("Open more records").await?;
    page.same("what is too wide in the agenda", tool.too_wide().await?, json!([]))?;
    tool.click("7C1E-40B9").await?;
    page.same("what is too wide in a record", tool.too_wide().await?, json!([]))?;
    tool.click("Compare with the earlier version").await?;
    page.same("what is too wide in a comparison", tool.too_wide().await?, json!([]))?;
    for look in [Look::Dark, Look::ForcedColours] {
        page.look(look).await?;
        page.sound().await?;
        tool.click("Back to the agenda").await?;
        page.sound().await?;
        tool.click("7C1E-40B9").await?;
        tool.click("Compare with the earlier version").await?;
    }
    Ok(())
}
