//! What leaves the page, and what is cleared.

use super::cases::Case;
use super::faults::Fault;
use super::form::CHECK;
use super::page::Page;
use super::pages::chapter;
use super::widget::Widget;
use serde_json::{Value, json};

const OUTCOME: &str = "Make a Care Act independent advocate available (section 67)";
/// The heading of the outcome that comes first.
const OUTCOME_FIRST: &str = "Pause: the process has started without the support the law requires";
const LEFT_OF_PRINTING: &str = "
    return [document.querySelectorAll('[data-ct-left-out]').length, document.adoptedStyleSheets.length]";
const SEEN: &str = "
    const seen = (it) => it.checkVisibility({ visibilityProperty: true });
    return {
        blocks: Array.from(root.querySelectorAll('.ct-block'), (it) => seen(it) ? it.innerText : ''),
        buttons: Array.from(root.querySelectorAll('button'), (it) => seen(it) ? it.innerText : '').filter(Boolean),
    };";
const ASKS_BEFORE_LEAVING: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";

/// On paper.
pub async fn printed(page: &Page<'_>) -> Result<(), String> {
    result(page).await?;
    page.look(super::look::Look::Print).await?;
    let seen = page.advocacy().run(SEEN).await?;
    let blocks = seen["blocks"].to_string();
    for words in ["Must happen now", "Must not happen yet"] {
        page.same(&format!("whether “{words}” is printed"), blocks.contains(words), true)?;
    }
    page.same(
        "whether the answers are printed",
        page.advocacy().text().await?.contains("Who it is about: An adult"),
        true,
    )?;
    page.same("which buttons are printed", seen["buttons"].clone(), json!([]))?;
    page.prints().await?;
    page.sound().await
}

/// The tool's own button: the tool alone on paper, and the page as it was afterwards.
pub async fn print_button(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    // A browser without a screen has nothing to print to, and does not say when it has printed.
    page.run("window.print = () => { document.body.dataset.printing = 'yes'; }", vec![]).await?;
    tool.click("Print").await?;
    page.wait_for("document.body.dataset.printing === 'yes'").await?;
    page.look(super::look::Look::Print).await?;
    page.wait_for(&shown(false)).await?;
    page.same("whether the tool is printed", tool.text_of(".ct-outcome__title").await?.as_str(), OUTCOME_FIRST)?;
    page.look(super::look::Look::Plain).await?;
    page.run("dispatchEvent(new Event('afterprint'))", vec![]).await?;
    page.look(super::look::Look::Print).await?;
    page.wait_for(&shown(true)).await?;
    page.same("what is left of it", page.run(LEFT_OF_PRINTING, vec![]).await?, json!([0, 0]))
}

/// Whether the page's own title can be seen.
fn shown(wanted: bool) -> String {
    format!("document.querySelector('h1').checkVisibility() === {wanted}")
}

/// The clipboard.
pub async fn copied(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    page.allow_clipboard().await?;
    tool.click("Copy the record").await?;
    tool.wait_for("Copied. Paste it into the person’s record.").await?;
    let text = page.run("return navigator.clipboard.readText()", vec![]).await?;
    let text = text.as_str().unwrap_or_default();
    page.same("whether the record names the outcome", text.contains(OUTCOME), true)?;
    page.same("whether it says who it is about", text.contains("Who it is about: An adult"), true)?;
    page.sound().await
}

/// The clipboard, where the browser says no.
pub async fn not_copied(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    page.refuse_clipboard().await?;
    tool.click("Copy the record").await?;
    tool.wait_for("The browser did not let us copy. Download it as text instead.").await?;
    page.sound().await
}

/// Files.
pub async fn saved(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    let downloads = page.downloads().await?;
    tool.click("Download as text").await?;
    let (name, text) = downloads.file("txt").await?;
    page.same("whether the text names the outcome", text.contains(OUTCOME), true)?;
    page.same("whether the name of the file says what it is", name.starts_with("advocacy-"), true)?;
    tool.click("Download data (JSON)").await?;
    let (_, data) = downloads.file("json").await?;
    let data: Value = serde_json::from_str(&data).map_err(|fault| format!("the data is not JSON: {fault}"))?;
    page.same("the schema", data["schema"].as_str(), Some("asc-decision-record/1"))?;
    tool.click("Download for Word").await?;
    let bytes = downloads.bytes("docx").await?;
    page.same("whether it is a packed file", bytes.starts_with(b"PK") && bytes.len() > 2_000, true)?;
    tool.write_css("#ct-review", "Ring 01632 960100 in March").await?;
    tool.wait_for("looks like a number, address or postcode of a person is written under: When to look again")
        .await?;
    let count = data["outcomes"].as_array().map(Vec::len);
    page.same("how many outcomes there are", count, Some(Case::named("adv-001")?.outcomes.len()))?;
    page.sound().await
}

/// Everything goes, once it was asked.
pub async fn start_again(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    page.same("whether leaving is asked about", page.run(ASKS_BEFORE_LEAVING, vec![]).await? == true, true)?;
    tool.click("Start again").await?;
    tool.wait_for_focus("ct-clear-no").await?;
    page.sound().await?;
    tool.click("No, keep my answers").await?;
    tool.wait_for_focus("ct-clear").await?;
    page.same("how often the page was told", tool.all_told("cleared").await?.len(), 0)?;
    tool.click("Start again").await?;
    tool.click("Yes, clear everything").await?;
    page.same("the next step", tool.step_after(OUTCOME_FIRST).await?.as_str(), "About this decision")?;
    tool.wait_for_focus("ct-step-title").await?;
    page.same("how often the page was told", tool.all_told("cleared").await?.len(), 1)?;
    page.same("how many are chosen", tool.count("input:checked").await?, 0)?;
    page.same("the note", tool.value("#ct-case_reference").await?.as_str(), Some(""))?;
    page.same("whether leaving is asked about", page.run(ASKS_BEFORE_LEAVING, vec![]).await? == true, false)?;
    page.sound().await
}

/// A record that replaces another.
pub async fn new_version(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    tool.run("host.setAttribute('share-record', '')").await?;
    let first = record(tool).await?;
    page.same("what the first record replaces", &first["supersedes"], &Value::Null)?;
    page.same("its status", first["status"].as_str(), Some("draft"))?;
    tool.click("Mark as complete").await?;
    tool.wait_for_focus("ct-problems").await?;
    tool.wait_for("Say whether you decide as the tool says.").await?;
    tool.wait_for("when you have read it.").await?;
    tool.wait_for("Say what your role is").await?;
    page.sound().await?;
    complete(tool).await?;
    page.sound().await?;
    let completed = record(tool).await?;
    page.same("its status", completed["status"].as_str(), Some("completed"))?;
    page.same("boxes that can be typed into", tool.count("#ct-role, #ct-departure_reason").await?, 0)?;
    tool.click("Make a new version").await?;
    page.same("the next step", tool.step_after(OUTCOME_FIRST).await?.as_str(), CHECK)?;
    tool.go_on().await?;
    let second = record(tool).await?;
    page.same("what the second record replaces", &second["supersedes"], &first["record_id"])?;
    page.same("whether it has a number of its own", second["record_id"] == first["record_id"], false)?;
    page.same("its status", second["status"].as_str(), Some("draft"))?;
    tool.click("Mark as complete").await?;
    tool.wait_for("Say why there is a new version.").await?;
    page.sound().await
}

/// Agrees, reads what is urgent, and marks the record as complete.
async fn complete(tool: Widget<'_>) -> Result<(), String> {
    tool.click_css("#ct-agree-agrees").await?;
    tool.write_css("#ct-role", "Social worker").await?;
    tool.run("root.querySelectorAll('[id^=ct-seen-]:not(:checked)').forEach((it) => it.click())").await?;
    tool.click("Mark as complete").await?;
    tool.wait_for("The record is complete. Copy it into the person’s record now.").await
}

/// A saved record is opened again: a complete one becomes a new version, and what is no record is refused.
pub async fn reopened(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    complete(tool).await?;
    let downloads = page.downloads().await?;
    tool.click("Download data (JSON)").await?;
    let (path, data) = downloads.file("json").await?;
    let first: Value = serde_json::from_str(&data).map_err(|fault| format!("the data is not JSON: {fault}"))?;
    let tool = chapter(page).await?;
    tool.run("host.setAttribute('share-record', '')").await?;
    tool.click("Open a saved record").await?;
    page.sound().await?;
    open_file(tool, "no record").await?;
    tool.wait_for_focus("ct-refused").await?;
    tool.wait_for("The file is not a saved record").await?;
    page.sound().await?;
    open_file(tool, &data).await?;
    tool.wait_for(CHECK).await?;
    tool.wait_for("AB/12").await?;
    page.same("the name of the file", path.starts_with("advocacy-"), true)?;
    tool.go_on().await?;
    let second = record(tool).await?;
    page.same("what it replaces", &second["supersedes"], &first["record_id"])?;
    page.same("its answers", &second["answers"], &first["answers"])?;
    page.sound().await
}

/// What is fetched only when somebody asks for it does not come: that is said, nothing is lost, and later it works.
pub async fn not_fetched(page: &Page<'_>) -> Result<(), String> {
    page.fault("/care-word-", Fault::NotFound);
    page.fault("/care-supervision-", Fault::NotFound);
    let tool = result(page).await?;
    tool.click("Download for Word").await?;
    tool.wait_for("The document could not be made, because a part of the tool did not arrive.").await?;
    page.same("whether the outcome is there", tool.text().await?.contains(OUTCOME), true)?;
    page.no_faults();
    let downloads = page.downloads().await?;
    tool.click("Download for Word").await?;
    let bytes = downloads.bytes("docx").await?;
    page.same("whether it is a packed file", bytes.starts_with(b"PK"), true)?;
    let downloads = page.downloads().await?;
    complete(tool).await?;
    tool.click("Download data (JSON)").await?;
    let (_, data) = downloads.file("json").await?;
    page.fault("/care-supervision-", Fault::NotFound);
    let tool = chapter(page).await?;
    tool.click("Open a saved record").await?;
    open_file(tool, &data).await?;
    tool.wait_for("Part of it did not arrive.").await?;
    page.no_faults();
    open_file(tool, &data).await?;
    tool.wait_for(CHECK).await
}

/// Chooses a file with this text.
async fn open_file(tool: Widget<'_>, text: &str) -> Result<(), String> {
    let script = format!(
        "const box = root.querySelector('#ct-reopen');
         const data = new DataTransfer();
         data.items.add(new File([{}], 'record.json', {{ type: 'application/json' }}));
         box.files = data.files;
         box.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(text)
    );
    tool.run(&script).await.map(drop)
}

/// Where the page may not have the record, it gets none.
pub async fn not_shared(page: &Page<'_>) -> Result<(), String> {
    let tool = result(page).await?;
    page.same("the record", record(tool).await?, Value::Null)?;
    let told = page.told().await?;
    let typed = told.iter().filter(|it| it.to_string().contains("AB/12")).count();
    page.same("how many events have what was typed", typed, 0)
}

async fn record(tool: Widget<'_>) -> Result<Value, String> {
    tool.run("return host.record()").await
}

/// The result of the first case, with a case reference.
async fn result<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    let tool = chapter(page).await?;
    tool.write_css("#ct-case_reference", "AB/12").await?;
    tool.result(&Case::named("adv-001")?, async || Ok(())).await?;
    Ok(tool)
}
