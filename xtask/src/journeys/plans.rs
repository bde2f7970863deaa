//! Action planning: a plan written, completed, saved, opened again and followed.

use super::form::STEP_TITLE;
use super::keyboard::tab_to;
use super::look::Look;
use super::page::Page;
use super::widget::Widget;
use serde_json::json;
use thirtyfour::Key;

pub(super) const ELEMENT: &str = "care-action-plan";
pub(super) const CHAPTER: &str = "monitoring-reablement.html";
/// The tool in section 3, and the example below it.
pub(super) const TOOL: usize = 0;
pub(super) const EXAMPLE: usize = 1;
/// Two of the same element on a page have the same ids, each in a root of its own; the first screen of one stands in
/// the page until it is live.
pub const TWICE: &[&str] = &["landmark-unique"];

async fn opened<'a>(page: &'a Page<'_>, nth: usize) -> Result<Widget<'a>, String> {
    page.open(CHAPTER).await?;
    let tool = page.widget(ELEMENT, nth);
    tool.live().await?;
    Ok(tool)
}

/// What somebody does at a control.
pub(super) enum Does {
    /// Chooses among radio buttons: the question, the choice.
    Choose(&'static str, &'static str),
    /// Ticks a box.
    Tick(&'static str),
    /// Types into a box.
    Type(&'static str, &'static str),
    /// Presses a button.
    Press(&'static str),
}
use Does::{Choose, Press, Tick, Type};

pub(super) const FULL: &[Does] = &[
    Choose("ap_immediate_danger", "no"),
    Choose("ap_abuse_concern", "no"),
    Choose("ap_practice_concern", "no"),
    Press("ct-continue"),
    Type("ct-ap_ref-text", "Example 1"),
    Choose("ap_about", "adult"),
    Choose("ap_context", "care_support_plan"),
    Type("ct-ap_agreed_on-day", "9"),
    Type("ct-ap_agreed_on-month", "November"),
    Type("ct-ap_agreed_on-year", "2026"),
    Type("ct-ap_prepared_role-text", "Social worker"),
    Press("ct-continue"),
    Choose("ap_capacity", "has_capacity"),
    Choose("ap_person_involved", "yes"),
    Choose("ap_substantial_difficulty", "no"),
    Choose("ap_carer_exists", "no"),
    Choose("ap_requested", "no"),
    Choose("ap_others_needed", "no"),
    Press("ct-continue"),
    Press("ct-add"),
    Choose("issue-type", "losing_motivation"),
    Type("ct-issue-description-text", "Stayed in bed on four mornings of seven."),
    Tick("ct-issue-evidence-person_said"),
    Choose("issue-impact", "reducing_benefit"),
    Tick("ct-issue-relates_to-person"),
    Press("ct-continue"),
    Press("ct-continue"),
    Type("ct-ap_person_view-text", "Mornings are bad."),
    Type("ct-ap_strengths-text", "Makes tea alone."),
    Press("ct-continue"),
    Tick("ct-ap_options_considered-smaller_steps"),
    Tick("ct-ap_options_chosen-smaller_steps"),
    Type("ct-ap_options_reason-text", "It is what the person wants."),
    Press("ct-continue"),
    Press("ct-add"),
    Type("ct-action-what-text", "Walk to the corner shop"),
    Choose("action-owner", "person"),
    Choose("action-owner_agreed", "yes"),
    Type("ct-action-due-day", "1"),
    Type("ct-action-due-month", "dec"),
    Type("ct-action-due-year", "2026"),
    Type("ct-action-measure-text", "Two walks a week"),
    Press("ct-continue"),
    Press("ct-continue"),
    Choose("ap_change", "none"),
    Press("ct-continue"),
    Tick("ct-ap_monitor_how-visit"),
    Choose("ap_monitor_often", "weekly"),
    Type("ct-ap_review_date-day", "1"),
    Type("ct-ap_review_date-month", "2"),
    Type("ct-ap_review_date-year", "2027"),
    Choose("ap_review_by", "me"),
    Press("ct-continue"),
    Tick("ct-ap_copy_to-person"),
    Choose("ap_share_risk", "no"),
    Tick("ct-ap_copy_method-in_person"),
    Tick("ct-ap_format-standard"),
    Press("ct-continue"),
    Press("ct-continue"),
    Press("ct-complete"),
];

/// A whole plan without a mouse, from the first question to complete.
pub async fn by_keyboard(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, TOOL).await?;
    tool.run("root.querySelector('summary').focus()").await?;
    for does in FULL {
        match does {
            Choose(question, choice) => {
                let control = format!("ct-{question}-{choice}");
                tab_to(page, tool, &format!("name=ct-{question}")).await?;
                page.keys(" ").await?;
                while tool.focus().await? != control {
                    page.keys(Key::Down).await?;
                }
                page.same(&control, tool.value(&format!("#{control}")).await? == true, true)?;
                page.same("what has the focus", tool.focus().await?, control)?;
            }
            Tick(control) => {
                tab_to(page, tool, control).await?;
                page.keys(" ").await?;
                page.same(control, tool.value(&format!("#{control}")).await? == true, true)?;
            }
            Type(control, words) => {
                tab_to(page, tool, control).await?;
                page.keys(*words).await?;
            }
            Press(control) => {
                tab_to(page, tool, control).await?;
                let before = tool.step().await?;
                page.keys(Key::Enter).await?;
                tool.step_after(&before).await?;
                // Each kind of page is looked at once; every one of them would take minutes.
                if ["People", "Issue I1", "Action A1", "Monitoring and review", "Check your answers"]
                    .contains(&tool.step().await?.as_str())
                {
                    page.sound_but_for(TWICE).await?;
                }
            }
        }
    }
    tool.wait_for("The plan is complete.").await?;
    tool.wait_for_focus(STEP_TITLE).await?;
    tool.wait_for("No other plan changes").await?;
    page.same("the outcomes", tool.told("completed").await?, vec!["AP-O-NO-PLAN-CHANGE".to_owned()])
}

async fn type_day(tool: &Widget<'_>, control: &str, parts: [&str; 3]) -> Result<(), String> {
    for (part, typed) in ["day", "month", "year"].into_iter().zip(parts) {
        tool.write_css(&format!("#ct-{control}-{part}"), typed).await?;
    }
    Ok(())
}

async fn choose(tool: &Widget<'_>, question: &str, choice: &str) -> Result<(), String> {
    tool.answer(question, &[choice.to_owned()]).await
}

/// The example is followed: a day moves with a reason; saved, cleared and opened again, it is where it was left.
pub async fn reopened(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, EXAMPLE).await?;
    tool.wait_for("Since it was saved on 20 November 2026").await?;
    tool.wait_for("of 5 actions done").await?;
    tool.wait_for("Date moved once, from 20 November 2026.").await?;
    page.sound_but_for(TWICE).await?;
    tool.click_css("#ct-report-A5").await?;
    tool.wait_for("Update on A5").await?;
    tool.click_css("#ct-add-report").await?;
    tool.wait_for("Select how it is going").await?;
    page.sound_but_for(TWICE).await?;
    choose(&tool, "progress-rating", "some_progress").await?;
    tool.write_css("#ct-progress-note-text", "One morning went well.").await?;
    type_day(&tool, "progress-due", ["8", "1", "2027"]).await?;
    tool.click_css("#ct-add-report").await?;
    tool.wait_for("Enter why the date moves").await?;
    tool.write_css("#ct-progress-due_reason-text", "A cold").await?;
    tool.click_css("#ct-add-report").await?;
    tool.wait_for("Date moved once, from 11 December 2026.").await?;
    tool.wait_for("Updates added since: 1.").await?;
    // What was agreed is only shown.
    tool.click_css("#ct-part-write").await?;
    tool.click_css("#ct-task-about").await?;
    tool.wait_for("what was agreed is only shown").await?;
    page.same("whether it can be changed", tool.count("#ct-ap_ref-text").await?, 0)?;
    tool.click_css("#ct-part-follow").await?;
    let files = page.downloads().await?;
    tool.click_css("#ct-export-data").await?;
    let (name, text) = files.file("json").await?;
    page.same("the name of the file", name.starts_with("action-plan-51D0-A2C7-"), true)?;
    tool.click_css("#ct-clear").await?;
    tool.click_css("#ct-clear-yes").await?;
    tool.wait_for("Everything is cleared.").await?;
    tool.wait_for("Make an action plan").await?;
    open_file(&tool, "again.json", text.as_bytes()).await?;
    tool.wait_for("Date moved once, from 11 December 2026.").await?;
    tool.wait_for("One morning went well.").await?;
    tool.wait_for("Plan 51D0-A2C7 is open.").await?;
    // A file that is none changes nothing.
    open_file(&tool, "other.json", b"{ \"schema\": \"something\" }").await?;
    tool.wait_for("This file could not be opened").await?;
    tool.wait_for("The file is not a saved record").await?;
    tool.wait_for("One morning went well.").await?;
    page.sound_but_for(TWICE).await
}

async fn open_file(tool: &Widget<'_>, name: &str, content: &[u8]) -> Result<(), String> {
    super::lists::open_file_in(tool, "#ct-open", "ct-file", name, content).await
}

/// Goes to a section by the list of sections.
async fn go_to(tool: &Widget<'_>, section: &str) -> Result<(), String> {
    // The first section has no way to the other parts, only to all sections.
    let way = if tool.count("#ct-part-write").await? > 0 { "#ct-part-write" } else { "#ct-all-sections" };
    tool.click_css(way).await?;
    tool.click_css(&format!("#ct-task-{section}")).await
}

/// The first answers, so that the parts of the tool are there.
async fn begun<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    let tool = opened(page, TOOL).await?;
    for question in ["ap_immediate_danger", "ap_abuse_concern", "ap_practice_concern"] {
        choose(&tool, question, "no").await?;
    }
    tool.click_css("#ct-continue").await?;
    choose(&tool, "ap_about", "adult").await?;
    Ok(tool)
}

async fn add_issue(tool: &Widget<'_>, relates_to: &str) -> Result<(), String> {
    go_to(tool, "issues").await?;
    tool.click_css("#ct-add").await?;
    choose(tool, "issue-type", "carer_not_encouraging").await?;
    tool.write_css("#ct-issue-description-text", "Visits were sent away twice.").await?;
    choose(tool, "issue-evidence", "worker_observed").await?;
    choose(tool, "issue-impact", "reducing_benefit").await?;
    choose(tool, "issue-relates_to", relates_to).await?;
    tool.click_css("#ct-continue").await
}

/// Somebody does not agree: it goes ahead only once views and wellbeing are written down.
pub async fn disagreement(page: &Page<'_>) -> Result<(), String> {
    let tool = begun(page).await?;
    go_to(&tool, "people").await?;
    choose(&tool, "ap_capacity", "has_capacity").await?;
    // A question that an answer opens takes the focus from nobody.
    tool.run("root.querySelector('#ct-ap_carer_exists-no').focus()").await?;
    page.keys(" ").await?;
    page.keys(Key::Up).await?;
    tool.wait_for("Has the carer been involved in making this plan?").await?;
    page.same("what has the focus", tool.focus().await?.as_str(), "ct-ap_carer_exists-yes")?;
    add_issue(&tool, "person").await?;
    go_to(&tool, "agreement").await?;
    choose(&tool, "ap_change", "reablement_plan").await?;
    choose(&tool, "ap_person_agrees", "yes").await?;
    choose(&tool, "ap_carer_agrees", "no").await?;
    choose(&tool, "ap_others_agree", "nobody_else").await?;
    tool.wait_for("You cannot go ahead yet: record views, wellbeing and reasons").await?;
    page.sound_but_for(TWICE).await?;
    tool.write_css("#ct-ap_views-text", "She thinks it is too soon.").await?;
    tool.write_css("#ct-ap_wellbeing-text", "Staying in bed weakens the legs.").await?;
    tool.write_css("#ct-ap_rationale-text", "The person wants to walk again.").await?;
    tool.click_css("#ct-part-result").await?;
    tool.wait_for("The change can go ahead without full agreement").await?;
    tool.wait_for("Tell people how to complain").await?;
    page.same("whether it may not go ahead", tool.text().await?.contains("You cannot go ahead yet"), false)?;
    page.sound_but_for(TWICE).await?;
    // An answer that is changed takes the views out of sight and brings them back.
    go_to(&tool, "agreement").await?;
    choose(&tool, "ap_carer_agrees", "yes").await?;
    page.same("how many boxes for views", tool.count("#ct-ap_views-text").await?, 0)?;
    choose(&tool, "ap_carer_agrees", "partly").await?;
    page.same("the views", tool.value("#ct-ap_views-text").await?.as_str(), Some("She thinks it is too soon."))
}

/// Involving the organisation concerned is a risk: nobody is told to contact it, and a copy for others does not say.
pub async fn risk(page: &Page<'_>) -> Result<(), String> {
    let tool = begun(page).await?;
    add_issue(&tool, "external_provider").await?;
    choose(&tool, "ap_concerned_risk", "unknown").await?;
    tool.wait_for("Decide about risk before you contact them").await?;
    choose(&tool, "ap_concerned_risk", "yes").await?;
    tool.wait_for("Talk to your manager or safeguarding lead today").await?;
    page.sound_but_for(TWICE).await?;
    tool.click_css("#ct-part-result").await?;
    let not_yet = tool.text_of("#ct-level-stop").await?;
    page.same("what is not to happen", not_yet.contains("Do not contact the person or organisation"), true)?;
    page.same("whether a copy is for somebody else", tool.value("#ct-switch-for_others").await? == true, true)?;
    let files = page.downloads().await?;
    tool.click_css("#ct-export-text").await?;
    let (_, text) = files.file("txt").await?;
    for secret in ["Do not contact", "manager or safeguarding lead", "SAFETY CHECK"] {
        page.same(secret, text.contains(secret), false)?;
    }
    page.same("the issue", text.contains("Visits were sent away twice."), true)
}

/// Twenty actions and no more; put in another order by keys; one removed and taken back.
pub async fn twenty(page: &Page<'_>) -> Result<(), String> {
    let tool = begun(page).await?;
    go_to(&tool, "actions").await?;
    for number in 1..=20 {
        tool.click_css("#ct-add").await?;
        tool.write_css("#ct-action-what-text", &format!("Step {number}")).await?;
        tool.click_css("#ct-continue").await?;
        tool.wait_for_focus(&format!("ct-item-A{number}")).await?;
    }
    tool.wait_for("There is room for 20 and no more.").await?;
    page.same("whether another can be added", tool.count("#ct-add").await?, 0)?;
    page.sound_but_for(TWICE).await?;
    tool.run("root.querySelector('#ct-up-A20').focus()").await?;
    page.keys(Key::Enter).await?;
    tool.wait_for("A20 is now 19 of 20.").await?;
    tool.wait_for_focus("ct-up-A20").await?;
    page.keys(Key::Enter).await?;
    tool.wait_for("A20 is now 18 of 20.").await?;
    tool.run("root.querySelector('#ct-remove-A3').focus()").await?;
    page.keys(Key::Enter).await?;
    tool.wait_for("A3 is removed.").await?;
    tool.wait_for_focus("ct-undo").await?;
    page.same("how many are left", tool.count("[id^=ct-item-]").await?, 19)?;
    page.keys(Key::Enter).await?;
    tool.wait_for("A3 is back.").await?;
    tool.wait_for_focus("ct-item-A3").await?;
    let order = "return Array.from(root.querySelectorAll('[id^=ct-item-]'), (it) => it.id.slice('ct-item-'.length)).slice(0, 4).join()";
    page.same("the order", tool.run(order).await?, json!("A1,A2,A3,A4"))?;
    // An item in which nothing was written is not kept, and its id is not used again.
    tool.click_css("#ct-remove-A20").await?;
    tool.click_css("#ct-add").await?;
    tool.wait_for("Action A21").await?;
    tool.click_css("#ct-part-follow").await?;
    tool.wait_for("0 of 19 actions done").await?;
    page.sound_but_for(TWICE).await
}

/// What keeps a plan from being complete is listed, and each line leads to where it is put right.
pub async fn incomplete(page: &Page<'_>) -> Result<(), String> {
    let tool = begun(page).await?;
    type_day(&tool, "ap_agreed_on", ["31", "2", "2026"]).await?;
    tool.wait_for("Enter a real date").await?;
    tool.click_css("#ct-continue").await?;
    tool.wait_for_focus("ct-problems").await?;
    tool.wait_for("You can go on and put this right later.").await?;
    page.sound_but_for(TWICE).await?;
    tool.click_css("#ct-continue").await?;
    tool.wait_for("Can the person make their own decision about this plan?").await?;
    tool.click_css("#ct-part-check").await?;
    tool.click_css("#ct-complete").await?;
    tool.wait_for_focus("ct-problems").await?;
    tool.wait_for("Add at least one action").await?;
    page.sound_but_for(TWICE).await?;
    tool.click_css("#ct-problems button").await?;
    tool.wait_for_focus("ct-ap_context-reablement_plan").await?;
    tool.wait_for("Select what the plan is part of").await?;
    page.same("what was typed", tool.value("#ct-ap_agreed_on-day").await?.as_str(), Some("31"))
}

/// On paper: the plan itself with its table, and no buttons. In large print on request.
pub async fn printed(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, EXAMPLE).await?;
    tool.wait_for("of 5 actions done").await?;
    tool.click_css("#ct-part-result").await?;
    page.look(Look::Print).await?;
    let seen = "return root.querySelector('.ct-widget').innerText";
    let text = tool.run(seen).await?;
    let text = text.as_str().unwrap_or_default();
    for words in
        ["Action plan", "Complete", "A5 Try washing without help on two mornings", "How we will know", "51D0-A2C7"]
    {
        page.same(words, text.contains(words), true)?;
    }
    for words in ["Download", "Clear everything", "I have seen this"] {
        page.same(words, text.contains(words), false)?;
    }
    let size = "return getComputedStyle(root.querySelector('.ct-printonly p')).fontSize";
    // Twelve points are sixteen CSS pixels.
    page.same("the size of print", tool.run(size).await?, json!("16px"))?;
    page.look(Look::Plain).await?;
    tool.click_css("#ct-switch-large").await?;
    page.look(Look::Print).await?;
    page.same("the size of large print", tool.run(size).await?, json!("24px"))?;
    page.prints().await
}

/// Every form in which the example can be saved.
pub async fn saved(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page, EXAMPLE).await?;
    tool.wait_for("of 5 actions done").await?;
    for (button, ending, begins) in [
        ("text", "txt", "Action plan\n"),
        ("table", "csv", "\u{feff}record_code,action_id"),
        ("calendar", "ics", "BEGIN:VCALENDAR\r\n"),
    ] {
        let files = page.downloads().await?;
        tool.click_css(&format!("#ct-export-{button}")).await?;
        let (_, text) = files.file(ending).await?;
        page.same(&format!("how the `.{ending}` file begins"), text.starts_with(begins), true)?;
    }
    page.same("what was asked for", page.asked().iter().any(|path| path.contains("care-word")), false)?;
    let files = page.downloads().await?;
    tool.click_css("#ct-export-word").await?;
    let bytes = files.bytes("docx").await?;
    page.same("whether it is a packed file", bytes.starts_with(b"PK") && bytes.len() > 2_000, true)?;
    tool.wait_for("The document is downloaded.").await
}

/// What is late and what is due is the same wherever the computer thinks it is.
pub async fn zones(page: &Page<'_>) -> Result<(), String> {
    let mut said = Vec::new();
    for zone in ["America/Los_Angeles", "Pacific/Auckland", "Europe/London"] {
        page.time_zone(zone).await?;
        let tool = opened(page, EXAMPLE).await?;
        tool.wait_for("of 5 actions done").await?;
        said.push(format!("{}{}", tool.step().await?, tool.text_of("#ct-follow-A2").await?));
    }
    page.same("what is late in Los Angeles", said[0].as_str(), said[2].as_str())?;
    page.same("what is late in Auckland", said[1].as_str(), said[2].as_str())
}

/// A crash in the middle of an action comes back to the same action, and the next crash is a notice.
pub async fn crash(page: &Page<'_>) -> Result<(), String> {
    let tool = begun(page).await?;
    go_to(&tool, "actions").await?;
    tool.click_css("#ct-add").await?;
    tool.write_css("#ct-action-measure-text", "Two walks").await?;
    tool.write_css("#ct-action-what-text", "crash no").await?;
    page.keys("w").await?;
    tool.wait_for("The tool had to restart").await?;
    page.same("the step", tool.step().await?.as_str(), "Action A1")?;
    page.same("what was typed", tool.value("#ct-action-what-text").await?.as_str(), Some("crash no"))?;
    page.same("what was typed before", tool.value("#ct-action-measure-text").await?.as_str(), Some("Two walks"))?;
    tool.click_css("#ct-part-write").await?;
    tool.click_css("#ct-task-safety").await?;
    page.same("the safety check", tool.value("#ct-ap_practice_concern-no").await? == true, true)
}

/// Nothing is too wide in 320 pixels, on any page of the tool.
pub async fn narrow(page: &Page<'_>) -> Result<(), String> {
    page.size(320, 640).await?;
    let tool = opened(page, EXAMPLE).await?;
    tool.wait_for("of 5 actions done").await?;
    for part in ["follow", "write", "check", "result"] {
        tool.click_css(&format!("#ct-part-{part}")).await?;
        page.same(&format!("what is too wide under “{part}”"), tool.too_wide().await?, json!([]))?;
    }
    for section in SECTIONS {
        go_to(&tool, section).await?;
        page.same(&format!("what is too wide in “{section}”"), tool.too_wide().await?, json!([]))?;
    }
    for look in [Look::Dark, Look::ForcedColours] {
        page.look(look).await?;
        tool.click_css("#ct-part-follow").await?;
        page.sound_but_for(TWICE).await?;
        tool.click_css("#ct-part-result").await?;
        page.sound_but_for(TWICE).await?;
    }
    Ok(())
}

const SECTIONS: [&str; 4] = ["safety", "people", "actions", "monitoring"];

/// A megabyte that was pasted is counted, and nothing of it is lost.
pub async fn too_much(page: &Page<'_>) -> Result<(), String> {
    let tool = begun(page).await?;
    go_to(&tool, "strengths").await?;
    let paste = "const it = root.querySelector('#ct-ap_strengths-text'); it.value = 'long words '.repeat(100000);
        it.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    tool.run(paste).await?;
    tool.click_css("#ct-part-check").await?;
    tool.click_css("#ct-complete").await?;
    tool.wait_for("Use 4,000 characters or fewer").await?;
    go_to(&tool, "strengths").await?;
    let length = "return root.querySelector('#ct-ap_strengths-text').value.length";
    page.same("what is left of it", tool.run(length).await?, json!(1_100_000))
}
