//! Team suitability: each path in the chapter where it is decided.

use super::cases::Case;
use super::form::STEP_TITLE;
use super::keyboard::tab_through_step;
use super::page::Page;
use super::pages::CHAPTER;
use super::widget::Widget;

const ELEMENT: &str = "care-team-suitability";
const DUTY: &str = "actions-and-next-steps-duty.html";
const JOINT: &str = "joint-work.html";
/// Where the first two stand in their chapters, and the second two.
const FIRST: usize = 0;
const SECOND: usize = 1;
async fn opened<'a>(page: &'a Page<'_>, chapter: &str, nth: usize) -> Result<Widget<'a>, String> {
    page.open(chapter).await?;
    let tool = page.widget(ELEMENT, nth);
    tool.live().await?;
    Ok(tool)
}

/// A worker who is out until three.
pub async fn contact(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, DUTY, FIRST).await?;
    tool.wait_for("Decide where this contact should go").await?;
    tool.wait_for("Section 1 of 3").await?;
    tool.result(&Case::named("ts-c03")?, async || page.sound().await).await?;
    tool.wait_for("Who holds the case").await?;
    page.same("who holds the case", tool.text_of(".ct-figures .ct-rows__said").await?.as_str(), "Duty")?;
    tool.wait_for("Message for the worker or team").await
}

/// A move to a team that has not answered for nine days; then it answers and gives no reasons.
pub async fn transfer(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, DUTY, SECOND).await?;
    tool.result(&Case::named("ts-t18")?, async || page.sound().await).await?;
    tool.wait_for("Take it to a senior manager").await?;
    page.same("who holds the case", tool.text_of(".ct-figures .ct-rows__said").await?.as_str(), "Your team")?;
    tool.click("Teams in your council’s list").await?;
    tool.write("Search all teams", "sensory").await?;
    tool.wait_for("Sensory team").await?;
    tool.write("Search all teams", "no such team").await?;
    tool.wait_for("No team in the list has these words.").await?;
    page.sound().await
}

/// A number that is not one is named, and nothing that was typed is lost.
pub async fn wrong_number(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, DUTY, SECOND).await?;
    let case = Case::named("ts-t18")?;
    while tool.count("#ct-agreed").await? == 0 {
        tool.answer_section(&case).await?;
        tool.go_on().await?;
    }
    tool.answer_section(&case).await?;
    let number = "#ct-days_since_asked-number";
    tool.write_css(number, "about nine").await?;
    tool.click_css(".ct-buttons > .ct-button--primary").await?;
    tool.wait_for("Days since you asked: write a whole number in figures, such as 5").await?;
    page.sound().await?;
    page.same("what was typed", tool.value(number).await?.as_str(), Some("about nine"))?;
    tool.write_css(number, "9").await?;
    tool.go_on().await?;
    tool.go_on().await?;
    tool.has_outcomes(&case).await
}

/// What was said of one receiver is put aside for another, and comes back with the first.
pub async fn other_receiver(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, DUTY, SECOND).await?;
    let case = Case::named("ts-t01")?;
    while tool.count("#ct-receiver").await? == 0 {
        tool.answer_section(&case).await?;
        tool.go_on().await?;
    }
    tool.answer_section(&case).await?;
    tool.write_css("#ct-receiver_name", "East team").await?;
    tool.answer("receiver", &["nhs".to_owned()]).await?;
    page.same("the other team’s skills", tool.value("#ct-their_function-yes").await? == true, false)?;
    page.same("the name of the team", tool.value("#ct-receiver_name").await?.as_str(), Some(""))?;
    tool.answer("receiver", &["our_authority_team".to_owned()]).await?;
    page.same("the other team’s skills", tool.value("#ct-their_function-yes").await? == true, true)?;
    page.same("the name of the team", tool.value("#ct-receiver_name").await?.as_str(), Some("East team"))?;
    tool.go_on().await?;
    // Whether something is in progress has to be said.
    tool.answer("joint_enough", &["no".to_owned()]).await?;
    tool.click_css(".ct-buttons > .ct-button--primary").await?;
    tool.wait_for("In progress: choose an answer").await?;
    page.sound().await?;
    tool.result(&case, async || Ok(())).await?;
    tool.wait_for("Agree the date with the other team first").await?;
    tool.write_css("#ct-decided_by", &"x".repeat(201)).await?;
    tool.click("Copy the record").await?;
    tool.wait_for_focus("ct-decided_by").await?;
    tool.wait_for("use 200 characters or fewer").await
}

/// Danger on the first screen stays in sight, and leaves a trace when it is changed.
pub async fn danger(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, JOINT, FIRST).await?;
    tool.answer("safe_now", &["danger_now".to_owned()]).await?;
    page.same("what is pinned", tool.text_of(".ct-emergency").await?.starts_with("Call 999"), true)?;
    tool.go_on().await?;
    page.same("what is pinned", tool.text_of(".ct-emergency").await?.starts_with("Call 999"), true)?;
    page.sound().await?;
    tool.click("Back").await?;
    tool.answer("safe_now", &["no".to_owned()]).await?;
    page.same("what is pinned", tool.count(".ct-emergency").await?, 0)?;
    tool.fill(&Case::named("ts-j01")?, async || Ok(())).await?;
    tool.go_on().await?;
    tool.wait_for("Once it is raised, write its reference here.").await?;
    page.sound().await
}

/// Joint work without anybody’s agreement, for an enquiry.
pub async fn joint(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, JOINT, FIRST).await?;
    tool.result(&Case::named("ts-j03")?, async || page.sound().await).await?;
    tool.wait_for("Joint work does not change who holds the case.").await?;
    tool.wait_for("Tell the person what is happening, unless that puts someone at risk").await
}

/// We say no, with a ready text.
pub async fn asked(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, JOINT, SECOND).await?;
    let case = Case::named("ts-a01")?;
    tool.fill(&case, async || page.sound().await).await?;
    tool.go_on().await?;
    tool.has_outcomes(&case).await?;
    tool.wait_for("Written reasons for declining").await?;
    tool.wait_for("The team that asked").await?;
    page.sound().await
}

/// The keyboard alone, from the first question to the result.
pub async fn keys(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, JOINT, SECOND).await?;
    let case = Case::named("ts-a03")?;
    tool.run("root.querySelector('input').focus()").await?;
    loop {
        let here = tool.step().await?;
        if tool.count(".ct-outcome__kind").await? > 0 {
            return tool.has_outcomes(&case).await;
        }
        tab_through_step(page, tool, &case).await?;
        tool.step_after(&here).await?;
        tool.wait_for_focus(STEP_TITLE).await?;
    }
}

/// What advocacy knows is offered, shown, and taken over by choice.
pub async fn taken_over(page: &Page<'_>) -> Result<(), String> {
    page.open(CHAPTER).await?;
    let (advocacy, teams) = (page.advocacy(), page.widget(ELEMENT, 0));
    advocacy.live().await?;
    teams.live().await?;
    page.same("what is offered before there is a result", teams.count("#ct-offer").await?, 0)?;
    let case = Case::named("adv-001")?;
    advocacy.result(&case, async || Ok(())).await?;
    teams.wait_for("You have already answered some of this").await?;
    teams.wait_for("Work needed").await?;
    page.sound().await?;
    teams.click("Use what I have already answered").await?;
    teams.wait_for("The answers are taken over.").await?;
    page.same("what is offered then", teams.count("#ct-offer").await?, 0)?;
    teams.wait_for_focus(STEP_TITLE).await?;
    page.sound().await?;
    advocacy.click("Start again").await?;
    advocacy.click_css("#ct-clear-yes").await?;
    page.same("what is offered after it is cleared", teams.count("#ct-offer").await?, 0)
}
