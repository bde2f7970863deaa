//! Without a mouse.

use super::cases::Case;
use super::form::{CHECK, STEP_TITLE};
use super::page::Page;
use super::pages::CHAPTER;
use super::widget::Widget;
use serde_json::Value;
use thirtyfour::Key;

/// More stops than the page and the tool have between them.
const STOPS: usize = 400;

const INSIDE: &str = "return document.activeElement?.closest('care-advocacy') !== null";
const AT: &str = "
    const it = document.activeElement === host ? root.activeElement : null;
    if (!it) return null;
    return { id: it.id, name: it.name, value: it.value, checked: it.checked, kind: it.type ?? it.localName,
             main: it.classList.contains('ct-button--primary') };";

/// From the skip link to the result.
pub async fn to_the_result(page: &Page<'_>) -> Result<(), String> {
    let case = Case::named("adv-001")?;
    page.open(CHAPTER).await?;
    page.keys(Key::Tab).await?;
    let first = page.run("return document.activeElement.className", vec![]).await?;
    page.same("what has the focus first", first.as_str(), Some("host-skip"))?;
    page.keys(Key::Enter).await?;
    tab_into_tool(page).await?;
    let tool = page.advocacy();
    tool.told("ready").await?;
    loop {
        page.sound().await?;
        let here = tool.step().await?;
        if tool.count(".ct-outcome__kind").await? > 0 {
            return tool.has_outcomes(&case).await;
        }
        tab_through_step(page, tool, &case).await?;
        tool.step_after(&here).await?;
        tool.wait_for_focus(STEP_TITLE).await?;
    }
}

/// Why a question is asked, and the panel, open and close by keys.
pub async fn details(page: &Page<'_>) -> Result<(), String> {
    let tool = super::pages::chapter(page).await?;
    tool.run("root.querySelector('summary').focus()").await?;
    page.keys(Key::Enter).await?;
    page.same("whether it is open", tool.count("details[open]").await?, 1)?;
    page.keys(Key::Enter).await?;
    page.same("whether it is open", tool.count("details[open]").await?, 0)?;
    tool.run("root.querySelector('.ct-panel__toggle').focus()").await?;
    page.keys(" ").await?;
    tool.wait_for("Hide why").await?;
    page.same("what has the focus", tool.focused().await?.starts_with("Hide why"), true)?;
    page.sound().await
}

async fn tab_into_tool(page: &Page<'_>) -> Result<(), String> {
    for _ in 0..STOPS {
        page.keys(Key::Tab).await?;
        if page.run(INSIDE, vec![]).await? == true {
            return Ok(());
        }
    }
    Err("the tool cannot be reached with the Tab key".to_owned())
}

/// Answers what has the focus, goes on with the Tab key, and ends with Enter on the main button.
pub(super) async fn tab_through_step(page: &Page<'_>, tool: Widget<'_>, case: &Case) -> Result<(), String> {
    for _ in 0..STOPS {
        let at = tool.run(AT).await?;
        if at.is_null() {
            return Err(format!("the focus left the tool at “{}”", tool.step().await?));
        }
        if at["main"] == true {
            return page.keys(Key::Enter).await;
        }
        answer(page, &at, case).await?;
    }
    Err(format!("“{}” has no end", tool.step().await?))
}

/// Goes on with the Tab key to the control with this id, or with `name=`, to one of the radio buttons of this name.
pub(super) async fn tab_to(page: &Page<'_>, tool: Widget<'_>, wanted: &str) -> Result<(), String> {
    for _ in 0..STOPS {
        let at = tool.run(AT).await?;
        let there = match wanted.strip_prefix("name=") {
            Some(name) => at["name"] == name,
            None => at["id"] == wanted,
        };
        if there {
            return Ok(());
        }
        page.keys(Key::Tab).await?;
    }
    Err(format!("`{wanted}` cannot be reached with the Tab key at “{}”", tool.step().await?))
}

/// One key, or one box of a date and the key after it.
async fn answer(page: &Page<'_>, at: &Value, case: &Case) -> Result<(), String> {
    let text = |key: &str| at[key].as_str().unwrap_or_default();
    let said = case.said(text("name").trim_start_matches("ct-"));
    let wanted = said.iter().any(|choice| choice == text("value"));
    match (text("kind"), at["checked"] == true) {
        ("radio", false) if wanted => page.keys(" ").await,
        ("radio", _) if !wanted && !said.is_empty() => page.keys(Key::Down).await,
        ("checkbox", false) if wanted => page.keys(" ").await,
        ("text", _) => {
            let number =
                text("id").strip_suffix("-number").and_then(|id| case.said(id.trim_start_matches("ct-")).pop());
            if let Some(typed) = date_part(text("id"), case).or(number) {
                page.keys(typed).await?;
            }
            page.keys(Key::Tab).await
        }
        _ => page.keys(Key::Tab).await,
    }
}

/// What belongs in a box with an id such as `ct-decision_date-month`.
fn date_part(id: &str, case: &Case) -> Option<String> {
    let (question, part) = id.trim_start_matches("ct-").rsplit_once('-')?;
    let place = ["year", "month", "day"].iter().position(|name| *name == part)?;
    case.said(question).first()?.split('-').nth(place).map(str::to_owned)
}

/// From the check page to one question and back.
pub async fn change_by_keys(page: &Page<'_>) -> Result<(), String> {
    let tool = super::pages::chapter(page).await?;
    tool.fill(&Case::named("adv-002")?, async || Ok(())).await?;
    page.keys(Key::Tab).await?;
    page.keys(Key::Enter).await?;
    tool.wait_for_focus("ct-decision_date").await?;
    page.same("the next step", tool.go_on().await?.as_str(), CHECK)?;
    tool.wait_for_focus(STEP_TITLE).await
}
