//! Walks through the waiting list, matching and the plan.

use super::super::lists::open_file_in;
use super::super::page::Page;
use super::visit::Visit;
use serde_json::json;

async fn opened<'a>(page: &'a Page<'a>, name: &'static str) -> Result<Visit<'a>, String> {
    let mut visit = Visit::begin(page, name, "waiting-list.html", "care-allocation", 0).await?;
    visit.tool.wait_for("example-list.csv: 300 rows").await?;
    visit.tool.wait_for("Workers read: 24").await?;
    // A reference opens its row, wherever it stands.
    visit.same = Some("R-");
    Ok(visit)
}

/// The list, its filters, one person, two people, and rows with faults.
pub async fn list(page: &Page<'_>) -> Result<(), String> {
    let mut visit = opened(page, "list").await?;
    let tool = visit.tool;
    visit.see_first("the list").await?;
    tool.run("root.getElementById('ct-f-ref').focus()").await?;
    page.insert("R-10").await?;
    visit.hears("rows are shown").await?;
    tool.run("const it = root.getElementById('ct-f-ref'); it.value = ''; it.dispatchEvent(new InputEvent('input', { bubbles: true }))").await?;
    visit.skip().await?;
    tool.run("root.querySelector('tr[tabindex=\"0\"]').focus()").await?;
    for key in [" ", "\u{e015}", "\u{e015}", " "] {
        page.keys(key).await?;
    }
    visit.hears(" is before R-").await?;
    page.keys("?").await?;
    tool.wait_for("Ctrl+Up, Ctrl+Down").await?;
    visit.see("two people and the keys").await?;
    visit.press("#ct-show-needs_triage").await?;
    tool.wait_for_focus("ct-list-title").await?;
    visit.press(".ct-list__row .ct-link").await?;
    tool.wait_for_focus("ct-person-title").await?;
    visit.see("one person").await?;
    visit.press("#ct-close").await?;
    let rows = "ref,received,risk,immediate_danger,team\nR-1,31/11/2026,low,no,A\nR-2,01/11/2026,very big,no,A\n";
    tool.run("root.querySelector('.ct-files').open = true; root.getElementById('ct-paste').focus()").await?;
    tool.paste("#ct-paste", rows).await?;
    visit.hears("2 rows").await?;
    visit.press("#ct-show-data_problem").await?;
    visit.see("rows with faults").await?;
    tool.run("root.querySelector('.ct-list .ct-link').click()").await?;
    tool.wait_for_focus("ct-person-title").await?;
    visit.see("a row with faults").await?;
    visit.press("#ct-clear").await?;
    tool.wait_for_focus("ct-clear-no").await?;
    visit.see("before everything is cleared").await?;
    visit.press("#ct-clear-no").await?;
    tool.wait_for_focus("ct-clear").await?;
    visit.press("#ct-clear").await?;
    visit.press("#ct-clear-yes").await?;
    visit.hears("Everything is cleared.").await?;
    tool.wait_for("Open a waiting list").await?;
    visit.see("cleared").await?;
    visit.end().await
}

/// Finding a worker, and deciding.
pub async fn matching(page: &Page<'_>) -> Result<(), String> {
    let mut visit = opened(page, "match").await?;
    let tool = visit.tool;
    visit.press("#ct-tab-match").await?;
    visit.see("what is asked").await?;
    visit.set("ct-m-function", "care_act_assessment").await?;
    visit.set("ct-m-band", "b1").await?;
    tool.wait_for("Who could not").await?;
    visit.press("#ct-d-decide").await?;
    visit.see("who fits, and a decision that lacks something").await?;
    let nobody = json!([{ "id": "A2", "role": "student", "capacity": 10, "load": 0 }]);
    open_file_in(&tool, ".ct-files", "ct-file-workers", "workers.json", nobody.to_string().as_bytes()).await?;
    tool.wait_for("Nobody fits on their own").await?;
    visit.see("nobody fits").await?;
    visit.end().await
}

/// A plan for the meeting.
pub async fn plan(page: &Page<'_>) -> Result<(), String> {
    let mut visit = opened(page, "plan").await?;
    let tool = visit.tool;
    visit.press("#ct-tab-plan").await?;
    visit.see("before the plan").await?;
    visit.press("#ct-suggest").await?;
    visit.hears("plan").await?;
    tool.wait_for("need a decision").await?;
    visit.press("[id^='ct-otherwise-']").await?;
    tool.wait_for_focus("ct-o-worker").await?;
    visit.set("ct-o-worker", "W24").await?;
    visit.press("#ct-o-done").await?;
    tool.wait_for("Say why.").await?;
    visit.see("another worker without a reason").await?;
    visit.set("ct-o-reason", "Knows the family").await?;
    visit.press("#ct-o-done").await?;
    tool.wait_for("The tool suggested").await?;
    tool.run("const it = root.querySelector('[id^=\"ct-confirm-\"]'); it.focus(); it.click()").await?;
    tool.wait_for("Record 2 decisions").await?;
    visit.see("two decisions").await?;
    visit.press("#ct-finish").await?;
    tool.wait_for("Say who decides").await?;
    visit.see("decisions without a name").await?;
    visit.set("ct-d-by", "Team manager").await?;
    visit.press("#ct-finish").await?;
    visit.hears("2 decisions are recorded.").await?;
    visit.see("recorded").await?;
    visit.end().await
}
