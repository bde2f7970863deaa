//! Walks through the guided form, for each tool that has one.

use super::super::cases::Case;
use super::super::form::{CHECK, STEP_TITLE};
use super::super::page::Page;
use super::super::pages::CHAPTER;
use super::visit::Visit;

const TEAMS: &str = "care-team-suitability";
const DUTY: &str = "actions-and-next-steps-duty.html";
const JOINT: &str = "joint-work.html";
const MAIN: &str = ".ct-buttons > .ct-button--primary";

/// Each section once it is answered, the check page and the result.
async fn through(visit: &mut Visit<'_>, case: &Case) -> Result<(), String> {
    let tool = visit.tool;
    loop {
        let here = tool.step().await?;
        if here == CHECK {
            break;
        }
        tool.answer_section(case).await?;
        visit.see(&here).await?;
        on(visit).await?;
    }
    visit.see(CHECK).await?;
    on(visit).await?;
    visit.see("the result").await
}

/// The main button, which leads to the heading of the next step.
async fn on(visit: &mut Visit<'_>) -> Result<(), String> {
    visit.tool.go_on().await?;
    visit.tool.wait_for_focus(STEP_TITLE).await
}

/// What is asked before everything is cleared.
async fn clearing(visit: &mut Visit<'_>) -> Result<(), String> {
    visit.press("#ct-clear").await?;
    visit.see("whether to clear everything").await?;
    visit.press("#ct-clear-no").await
}

/// Advocacy: two kinds of advocate at once, with a date that is wrong on the way, and an answer that is changed.
pub async fn advocacy(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "advocacy", CHAPTER, "care-advocacy", 0).await?;
    let tool = visit.tool;
    visit.see_first("the first screen").await?;
    for (part, typed) in [("day", "31"), ("month", "2"), ("year", "2026")] {
        tool.write_css(&format!("#ct-decision_date-{part}"), typed).await?;
    }
    visit.press(MAIN).await?;
    tool.wait_for_focus("ct-problems").await?;
    visit.see("a date that is wrong").await?;
    visit.press(".ct-summary-error__link").await?;
    tool.wait_for_focus("ct-decision_date-day").await?;
    for (part, typed) in [("day", "20"), ("month", "11")] {
        tool.write_css(&format!("#ct-decision_date-{part}"), typed).await?;
    }
    through(&mut visit, &Case::named("adv-007")?).await?;
    visit.end().await
}

/// Advocacy: what can be done at the result, from copying to clearing, and the way back to one answer.
pub async fn left_alone(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "advocacy-result", CHAPTER, "care-advocacy", 0).await?;
    page.allow_clipboard().await?;
    let tool = visit.tool;
    let case = Case::named("adv-001")?;
    tool.click_css("summary").await?;
    tool.fill(&case, async || Ok(())).await?;
    visit.skip().await?;
    visit.press(".ct-rows__action button").await?;
    visit.see("one answer to change").await?;
    on(&mut visit).await?;
    visit.press_named("Back").await?;
    visit.see("the last section again").await?;
    on(&mut visit).await?;
    on(&mut visit).await?;
    visit.press_named("Copy the record").await?;
    visit.hears("Copied").await?;
    visit.see("copied").await?;
    visit.press_named("Copy the record").await?;
    visit.hears("Copied").await?;
    visit.press("#ct-complete").await?;
    visit.see("marked as complete too early").await?;
    visit.press("#ct-agree-departs").await?;
    visit.see("another decision than the tool’s").await?;
    clearing(&mut visit).await?;
    page.pass_minutes(13.5).await?;
    tool.wait_for("Your answers will be covered in 2 minutes").await?;
    visit.see_untouched("a warning that nobody is there").await?;
    page.pass_minutes(16.0).await?;
    tool.wait_for("Covered, so nobody else can read it").await?;
    visit.see_first("covered").await?;
    visit.press("#ct-uncover").await?;
    visit.press("#ct-clear").await?;
    visit.press("#ct-clear-yes").await?;
    visit.hears("cleared").await?;
    visit.see("cleared").await?;
    visit.end().await
}

/// Allocation: how urgent one referral is.
pub async fn allocation(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "allocation", "allocating-work.html", "care-allocation", 0).await?;
    visit.see_first("the first screen").await?;
    through(&mut visit, &Case::named("al-p01")?).await?;
    clearing(&mut visit).await?;
    visit.end().await
}

/// Team suitability: where a contact goes.
pub async fn contact(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "team-contact", DUTY, TEAMS, 0).await?;
    visit.see_first("the first screen").await?;
    through(&mut visit, &Case::named("ts-c03")?).await?;
    visit.end().await
}

/// Team suitability: whether a case moves, with a number that is none and the teams of the council.
pub async fn transfer(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "team-transfer", DUTY, TEAMS, 1).await?;
    let tool = visit.tool;
    let case = Case::named("ts-t18")?;
    let mut wrong = true;
    loop {
        let here = tool.step().await?;
        if here == CHECK {
            break;
        }
        tool.answer_section(&case).await?;
        if wrong && tool.count("#ct-days_since_asked-number").await? > 0 {
            wrong = false;
            tool.write_css("#ct-days_since_asked-number", "about nine").await?;
            visit.press(MAIN).await?;
            visit.see("a number that is none").await?;
            tool.write_css("#ct-days_since_asked-number", "9").await?;
        }
        visit.see(&here).await?;
        on(&mut visit).await?;
    }
    visit.see(CHECK).await?;
    on(&mut visit).await?;
    tool.click("Teams in your council’s list").await?;
    tool.write("Search all teams", "sensory").await?;
    tool.wait_for("Sensory team").await?;
    // How many there are is said at each letter.
    visit.skip().await?;
    visit.see("the result, with the teams").await?;
    tool.write("Search all teams", "no such team").await?;
    visit.hears("No team in the list has these words.").await?;
    visit.end().await
}

/// Team suitability: whether joint work may start.
pub async fn joint(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "team-joint", JOINT, TEAMS, 0).await?;
    visit.tool.answer("safe_now", &["danger_now".to_owned()]).await?;
    visit.see("danger").await?;
    through(&mut visit, &Case::named("ts-j03")?).await?;
    visit.end().await
}

/// Team suitability: whether we may say no.
pub async fn asked(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "team-asked", JOINT, TEAMS, 1).await?;
    through(&mut visit, &Case::named("ts-a01")?).await?;
    visit.end().await
}

/// A draft on this computer, and what another tool of the page already knows.
pub async fn drafts(page: &Page<'_>) -> Result<(), String> {
    const DRAFTS: &str = "keeping-drafts.html";
    let mut visit = Visit::begin(page, "drafts", DRAFTS, "care-advocacy", 0).await?;
    let tool = visit.tool;
    tool.wait_for("You can keep a draft").await?;
    visit.see_first("a draft may be kept").await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.write("Passphrase (optional)", "eight times eight").await?;
    visit.press_named("Keep a draft").await?;
    visit.hears("Saved at").await?;
    visit.see("a draft is kept").await?;
    visit.again(DRAFTS).await?;
    tool.wait_for("Carry on").await?;
    visit.see_first("a draft is found").await?;
    tool.write("Passphrase of this draft", "something else").await?;
    tool.run(
        "[...root.querySelectorAll('.ct-draft button')].find((it) => it.innerText.startsWith('Carry on')).click()",
    )
    .await?;
    tool.wait_for("This passphrase does not open the draft.").await?;
    visit.see("a passphrase that does not open it").await?;
    visit.end().await
}

/// What advocacy knows is offered to the other tool of the page.
pub async fn offered(page: &Page<'_>) -> Result<(), String> {
    let mut visit = Visit::begin(page, "offer", CHAPTER, TEAMS, 0).await?;
    let advocacy = page.advocacy();
    advocacy.live().await?;
    advocacy.result(&Case::named("adv-001")?, async || Ok(())).await?;
    visit.tool.wait_for("You have already answered some of this").await?;
    visit.see_first("something is offered").await?;
    visit.press_named("Use what I have already answered").await?;
    visit.hears("The answers are taken over.").await?;
    visit.see("taken over").await?;
    visit.end().await
}
