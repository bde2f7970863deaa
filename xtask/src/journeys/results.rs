//! From the first question to a result.

use super::cases::Case;
use super::form::CHECK;
use super::page::Page;
use super::pages::chapter;
use super::widget::Widget;

/// Nothing is known, and the tool says so.
pub async fn nothing_known(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    tool.fill(&Case::unknown(), async || page.sound().await).await?;
    tool.wait_for("answers are not known yet").await?;
    tool.go_on().await?;
    tool.wait_for("Not decided yet").await?;
    tool.wait_for("Find out").await?;
    let duties = "return root.querySelector('.ct-block--now').innerText.includes('Duty')";
    page.same("whether it says that there is a duty", tool.run(duties).await?, false.into())?;
    page.same("whether it lists what to find out", tool.count(".ct-block--open li").await? > 0, true)?;
    page.sound().await
}

/// R (SG) v Haringey.
pub async fn required(page: &Page<'_>) -> Result<(), String> {
    let tool = acted_out(page, &Case::named("adv-001")?).await?;
    tool.wait_for("Make a Care Act independent advocate available (section 67)").await?;
    tool.wait_for("Must not happen yet").await
}

/// A relative who is suspected cannot be the one who speaks for the person.
pub async fn implicated_relative(page: &Page<'_>) -> Result<(), String> {
    let tool = acted_out(page, &Case::named("adv-017")?).await?;
    tool.wait_for("Implicated in abuse or neglect: Yes").await
}

/// Somebody appropriate, and an advocate all the same.
pub async fn hospital_stay(page: &Page<'_>) -> Result<(), String> {
    let case = Case::named("adv-012")?.but("nhs_stay", "hospital_28_days_or_more");
    let tool = acted_out(page, &case).await?;
    tool.wait_for("NHS stay likely: Yes, in hospital for 28 days or more").await
}

/// One advocate for both.
pub async fn two_roles(page: &Page<'_>) -> Result<(), String> {
    let tool = acted_out(page, &Case::named("adv-007")?).await?;
    page.same("how many referrals there are", tool.count("#ct-packs > .ct-below").await?, 2)
}

/// A branch closes and opens again.
pub async fn changed_answer(page: &Page<'_>) -> Result<(), String> {
    let case = Case::named("adv-017")?;
    let tool = chapter(page).await?;
    tool.fill(&case, async || Ok(())).await?;
    change(page, tool, "no").await?;
    tool.wait_for("Set aside").await?;
    page.same("whether the check page names what is set aside", aside(tool).await?.contains("Willing"), true)?;
    page.sound().await?;
    change(page, tool, "yes").await?;
    tool.wait_until_gone("Set aside").await?;
    tool.go_on().await?;
    tool.has_outcomes(&case).await?;
    page.sound().await
}

/// From the check page to one question and back.
async fn change(page: &Page<'_>, tool: Widget<'_>, to: &str) -> Result<(), String> {
    tool.click("Someone who might support them").await?;
    tool.wait_for_focus("ct-ap_candidate").await?;
    page.sound().await?;
    tool.answer("ap_candidate", &[to.to_owned()]).await?;
    page.same("the next step", tool.go_on().await?.as_str(), CHECK)
}

async fn aside(tool: Widget<'_>) -> Result<String, String> {
    tool.text_of(".ct-block").await
}

async fn acted_out<'a>(page: &'a Page<'_>, case: &Case) -> Result<Widget<'a>, String> {
    let tool = chapter(page).await?;
    tool.result(case, async || page.sound().await).await?;
    Ok(tool)
}
