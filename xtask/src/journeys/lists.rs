//! The waiting list, matching and the plan, as a manager uses them.

use super::faults::Fault;
use super::page::Page;
use super::wait::until;
use super::widget::Widget;
use crate::example_list::{AS_OF, SEED, waiting_list};
use care_tools::engine::dates::from_iso;
use serde_json::{Value, json};
use std::path::PathBuf;
use thirtyfour::Key;

const PAGE: &str = "waiting-list.html";
const MANY: u64 = 100_000;

/// The example list, live and read.
async fn opened<'a>(page: &'a Page<'a>) -> Result<Widget<'a>, String> {
    page.open(PAGE).await?;
    let tool = page.widget("care-allocation", 0);
    tool.wait_for("example-list.csv: 300 rows").await?;
    tool.wait_for("Workers read: 24").await?;
    Ok(tool)
}

/// Sets a control as a person does who chooses from a list, or types and leaves the box.
async fn set(tool: &Widget<'_>, id: &str, value: &str) -> Result<(), String> {
    let script = format!(
        "const it = root.getElementById({}); it.value = {}; it.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return it.value",
        json!(id),
        json!(value)
    );
    let now = tool.run(&script).await?;
    if now == value { Ok(()) } else { Err(format!("`{id}` did not take `{value}`, it is {now}")) }
}

async fn paste(tool: &Widget<'_>, text: &str) -> Result<(), String> {
    tool.run("root.querySelector('.ct-files').open = true").await?;
    tool.paste("#ct-paste", text).await
}

/// Opens a file through the control for it, as a person does.
async fn open_file(tool: &Widget<'_>, control: &str, name: &str, content: &[u8]) -> Result<(), String> {
    open_file_in(tool, ".ct-files", control, name, content).await
}

/// The same, where the control stands in something that is folded.
pub(super) async fn open_file_in(
    tool: &Widget<'_>,
    folded: &str,
    control: &str,
    name: &str,
    content: &[u8],
) -> Result<(), String> {
    let path: PathBuf = std::env::temp_dir().join(format!("care-{}-{name}", std::process::id()));
    std::fs::write(&path, content).map_err(|fault| format!("no file to open: {fault}"))?;
    tool.run(&format!("root.querySelector('{folded}').open = true")).await?;
    let input = tool.find(&format!("#{control}")).await?;
    input.send_keys(path.to_string_lossy().as_ref()).await.map_err(|fault| format!("the file was not taken: {fault}"))
}

async fn number(tool: &Widget<'_>, script: &str) -> Result<i64, String> {
    tool.run(script).await?.as_i64().ok_or_else(|| format!("no number: {script}"))
}

/// Answers what nobody asked, and sees the row in its place.
pub async fn triage(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    page.sound().await?;
    let before =
        number(&tool, "return Number(root.querySelector('#ct-show-needs_triage .ct-chip__count').textContent)")
            .await?;
    tool.click_css("#ct-show-needs_triage").await?;
    tool.wait_for_focus("ct-list-title").await?;
    tool.click_css(".ct-list__row .ct-link").await?;
    tool.wait_for_focus("ct-person-title").await?;
    page.sound().await?;
    let blank = "return [...root.querySelectorAll('.ct-person select')].filter((it) => it.value === '' &&
        !['ct-ev-kind', 'ct-e-status', 'ct-e-advocacy', 'ct-e-informed'].includes(it.id)).map((it) => it.id)";
    for _ in 0..20 {
        let open = tool.run(blank).await?;
        let Some(id) = open.as_array().and_then(|ids| ids.first()).and_then(Value::as_str).map(str::to_owned) else {
            break;
        };
        let first = format!(
            "const values = [...root.getElementById('{id}').options].map((it) => it.value);
             return values.includes('no') ? 'no' : values[1]"
        );
        let value = tool.run(&first).await?;
        set(&tool, &id, value.as_str().unwrap_or_default()).await?;
    }
    tool.wait_for("This row moved.").await?;
    let said = tool.run("return root.getElementById('ct-said').textContent").await?;
    page.same("whether the move is said", said.as_str().is_some_and(|it| it.contains("moved. Before: Needs")), true)?;
    tool.click_css("#ct-goto").await?;
    until(async || {
        let at = tool.focused().await?;
        if at.contains("R-") { Ok(()) } else { Err(format!("the focus is on “{at}”")) }
    })
    .await?;
    let after =
        number(&tool, "return Number(root.querySelector('#ct-show-needs_triage .ct-chip__count').textContent)")
            .await?;
    page.same("how many need triage", after, before - 1)
}

/// Two people chosen with the keyboard say why one is before the other.
pub async fn before(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    tool.run("root.querySelector('tr[tabindex=\"0\"]').focus()").await?;
    for key in [" ", "\u{e015}", "\u{e015}", " "] {
        page.keys(key).await?;
    }
    tool.wait_for(" is before ").await?;
    page.same("rows chosen", tool.count("tr[aria-selected='true']").await?, 2)?;
    page.keys("?").await?;
    tool.wait_for("Ctrl+Up, Ctrl+Down").await?;
    page.sound().await?;
    // One tab stop: the next stop is outside the list.
    page.keys(Key::Tab).await?;
    let inside = tool.run("return root.activeElement?.closest('.ct-list') != null").await?;
    page.same("whether Tab leaves the list", inside, Value::Bool(false))
}

/// Three kinds of fault are listed with their lines, and no row is lost.
pub async fn faulty(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    let rows = "ref,received,risk,immediate_danger,team\n1,31/11/2026,low,no,A\n2,01/11/2026,very big,no,A\n\n\
                3,02/11/2026,low,yes,B\n3,02/11/2026,low,no,B\n4,03/11/2026,low,no,C\n";
    paste(&tool, rows).await?;
    tool.wait_for("pasted rows: 5 rows. 4 have a problem, and none is dropped.").await?;
    tool.wait_for("Columns that are not used: team.").await?;
    tool.wait_for("Act now, and mend these rows").await?;
    tool.click_css("#ct-show-data_problem").await?;
    for words in [
        "Line 2, column “received”: A date is not a real date.",
        "Line 3, column “risk”: “very big” is not an answer to",
        "Line 5, column “ref”: This reference is used more than once.",
        "Line 6, column “ref”: This reference is used more than once.",
    ] {
        tool.wait_for(words).await?;
    }
    page.sound().await?;
    // A fault is mended in place.
    tool.run("[...root.querySelectorAll('.ct-list .ct-link')].find((it) => it.textContent === '2').click()").await?;
    tool.wait_for_focus("ct-person-title").await?;
    set(&tool, "ct-e-risk", "low").await?;
    tool.wait_for("Now: Needs triage").await
}

/// The reader of workbooks does not come: that is said in words, and the rows that are there stay.
pub async fn no_reader(page: &Page<'_>) -> Result<(), String> {
    page.fault("/care-office-", Fault::NotFound);
    let tool = opened(page).await?;
    let rows = tool.count(".ct-list__body .ct-list__row").await?;
    open_file(&tool, "ct-file-list", "rows.xlsx", b"PK\x03\x04 of a workbook").await?;
    tool.wait_for("Part of it was not found on this site.").await?;
    page.same("rows", tool.count(".ct-list__body .ct-list__row").await?, rows)?;
    page.no_faults();
    // The reader is there now, and says what is wrong with the file.
    open_file(&tool, "ct-file-list", "rows.xlsx", b"PK\x03\x04 of a workbook").await?;
    tool.wait_until_gone("Part of it was not found on this site.").await?;
    page.same("rows", tool.count(".ct-list__body .ct-list__row").await?, rows)
}

/// A hundred thousand rows: read with progress, and walked with the keyboard.
pub async fn many(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    let day = from_iso(AS_OF).ok_or("no day")?;
    let script = "window.longest = 0; new PerformanceObserver((list) => {
        for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
    }).observe({ type: 'longtask' })";
    page.run(script, vec![]).await?;
    open_file(&tool, "ct-file-list", "many.csv", waiting_list(MANY, SEED, day).as_bytes()).await?;
    tool.wait_for("100000 rows").await?;
    let ranked =
        number(&tool, "return Number(root.querySelector('table.ct-list').getAttribute('aria-rowcount'))").await?;
    page.same("whether most are ranked", ranked > 60_000, true)?;
    page.same("rows drawn", tool.count(".ct-list__body .ct-list__row").await?, 50)?;
    tool.run("root.querySelector('tr[tabindex=\"0\"]').focus()").await?;
    page.keys("\u{e010}").await?;
    at_row(&tool, ranked).await?;
    page.keys("\u{e00e}").await?;
    at_row(&tool, ranked - 10).await?;
    page.keys("\u{e011}").await?;
    at_row(&tool, 3).await?;
    tool.run("root.getElementById('ct-f-ref').focus()").await?;
    page.keys("R-100999").await?;
    until(async || match tool.count(".ct-list__body .ct-list__row").await? {
        0 | 1 => Ok(()),
        rows => Err(format!("{rows} rows are shown for one reference")),
    })
    .await?;
    page.sound().await
}

/// Waits until the row with this index has the focus. On a slow machine the page has its turn between the drawing of a
/// row and the focus on it, and nothing has the focus then.
async fn at_row(tool: &Widget<'_>, row: i64) -> Result<(), String> {
    let index = "return Number(root.activeElement?.getAttribute('aria-rowindex') ?? 0)";
    until(async || match number(tool, index).await? {
        at if at == row => Ok(()),
        at => Err(format!("the focus is on row {at}, and should be on row {row}")),
    })
    .await
}

/// Everybody is excluded: each is named with every reason, and there is something to do instead.
pub async fn nobody(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    let workers = json!([
        { "id": "A1", "role": "social_worker", "registration": "swe", "registration_to": "2020-01-01", "capacity": 10, "load": 10 },
        { "id": "A2", "role": "student", "capacity": 10, "load": 0, "conflicts": ["P1"] },
    ]);
    open_file(&tool, "ct-file-workers", "workers.json", workers.to_string().as_bytes()).await?;
    tool.wait_for("Workers: 2.").await?;
    tool.click_css("#ct-tab-match").await?;
    set(&tool, "ct-m-function", "care_act_assessment").await?;
    set(&tool, "ct-m-band", "b1").await?;
    tool.wait_for("Nobody fits on their own").await?;
    for words in [
        "Who could not, and every reason: 2",
        "Registration is not in date",
        "Required training is missing: care act assessment",
        "Full. Safe workload limit: 10 of 10 points, and this work adds 2",
        "Not a role that does this work here",
        "Duty acts today",
        "Tell the head of service",
    ] {
        tool.wait_for(words).await?;
    }
    page.sound().await?;
    // The one reason that nobody may decide against.
    set(&tool, "ct-m-party_ids", "P1").await?;
    set(&tool, "ct-d-worker", "A2").await?;
    set(&tool, "ct-d-reason", "Nobody else is free").await?;
    set(&tool, "ct-d-by", "Team manager").await?;
    tool.click_css("#ct-d-decide").await?;
    tool.wait_for("A2 has a conflict of interest with this referral.").await?;
    page.sound().await
}

/// A plan with one line decided otherwise: the loads follow, and nothing is allocated before it is said.
pub async fn planned(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    tool.click_css("#ct-tab-plan").await?;
    tool.click_css("#ct-suggest").await?;
    tool.wait_for("need a decision").await?;
    page.sound().await?;
    page.same("whether it can be finished yet", tool.count("#ct-finish:disabled").await?, 1)?;
    tool.click_css("[id^='ct-otherwise-']").await?;
    tool.wait_for_focus("ct-o-worker").await?;
    set(&tool, "ct-o-worker", "W24").await?;
    tool.click_css("#ct-o-done").await?;
    tool.wait_for("Say why.").await?;
    set(&tool, "ct-o-reason", "Knows the family").await?;
    tool.click_css("#ct-o-done").await?;
    tool.wait_for("The tool suggested").await?;
    tool.wait_for("Knows the family").await?;
    tool.run("root.querySelector('[id^=\"ct-confirm-\"]').click()").await?;
    tool.wait_for("Record 2 decisions").await?;
    page.sound().await?;
    tool.click_css("#ct-finish").await?;
    tool.wait_for("Say who decides").await?;
    set(&tool, "ct-d-by", "Team manager").await?;
    tool.click_css("#ct-finish").await?;
    tool.wait_for("2 decisions are recorded.").await?;
    // Each decision is saved with the row as it stood: where it was, every answer and rule, and what decided.
    let files = page.downloads().await?;
    tool.click_css("#ct-save-decisions").await?;
    let (_, saved) = files.file("txt").await?;
    for words in
        ["Knows the family", "Band in the list: ", "Place ", "Record made at", "Rules version: ", "Waiting or not: "]
    {
        page.same(words, saved.contains(words), true)?;
    }
    tool.click_css("#ct-tab-list").await?;
    tool.click_css("#ct-show-closed").await?;
    page.same("closed rows", tool.count(".ct-list__body .ct-list__row").await? >= 2, true)
}

/// What is saved can be opened again, and gives the same list.
pub async fn again(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    let files = page.downloads().await?;
    tool.click_css("#ct-save-ranked").await?;
    let (_, first) = files.file("csv").await?;
    let files = page.downloads().await?;
    tool.click_css("#ct-save-everyone").await?;
    let (_, everyone) = files.file("csv").await?;
    open_file(&tool, "ct-file-list", "again.csv", everyone.as_bytes()).await?;
    tool.wait_for("again.csv: 300 rows").await?;
    let files = page.downloads().await?;
    tool.click_css("#ct-save-ranked").await?;
    let (_, second) = files.file("csv").await?;
    page.same("the list in order, saved again", second == first, true)?;
    page.same("lines", first.lines().count() > 200, true)
}

/// A crash: the files are read again, and what was changed is taken up.
pub async fn crash(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    let reference = tool.run("return root.querySelector('.ct-list__row .ct-link').textContent.trim()").await?;
    let reference = reference.as_str().unwrap_or_default().to_owned();
    tool.click_css(".ct-list__row .ct-link").await?;
    tool.wait_for_focus("ct-person-title").await?;
    let informed = "return root.getElementById('ct-e-informed')?.value ?? ''";
    let before = tool.run(informed).await?;
    let other = if before == "yes" { "no" } else { "yes" };
    set(&tool, "ct-e-informed", other).await?;
    tool.write_css("#ct-f-ref", "crash now").await?;
    tool.wait_for("Something went wrong inside it.").await?;
    tool.wait_for("example-list.csv: 300 rows").await?;
    page.sound().await?;
    tool.write_css("#ct-f-ref", &reference).await?;
    tool.click_css(".ct-list__row .ct-link").await?;
    tool.wait_for_focus("ct-person-title").await?;
    page.same("the answer that was changed", tool.run(informed).await?.as_str(), Some(other))
}

/// In a narrow column, in the dark and in forced colours.
pub async fn looks(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    page.size(320, 800).await?;
    let wide = tool.run("return document.documentElement.scrollWidth").await?;
    page.same("whether the page is too wide", wide.as_i64().is_some_and(|wide| wide <= 320), true)?;
    page.sound().await?;
    page.look(super::look::Look::Dark).await?;
    page.sound().await?;
    page.look(super::look::Look::ForcedColours).await?;
    page.sound().await
}
