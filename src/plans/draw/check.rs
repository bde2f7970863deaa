//! Check your answers: everything that was said, what keeps the plan from being complete, and what to keep in mind.

use super::{Seen, warnings};
use crate::plans::msg::Msg;
use crate::plans::place::{Place, SECTIONS};
use crate::record::plan as record;
use crate::sheet::form::Problem;
use crate::tools::action_planning::found::at;
use crate::ui::parts::heading::{heading, step_heading};
use crate::ui::parts::question::error;
use crate::ui::parts::section::problems;
use yew::prelude::*;

/// Draws the page.
pub fn check(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let mut wrong: Vec<_> = model.wrong(seen.read).iter().map(|found| model.problem(found)).collect();
    if model.tried && model.lacks_version_reason() {
        let goto = crate::plans::problems::VERSION_REASON.to_owned();
        wrong.push(Problem { about: "", goto, text: seen.say("plan.version_reason_missing") });
    }
    html! {
        <>
            { problems(&model.desk.words, seen.level, &seen.act.answers(), &wrong) }
            { step_heading(seen.level, "ct-heading", seen.say("check.title")) }
            <p class="ct-prose ct-soft">{ seen.say(if model.complete { "plan.check_complete" } else { "plan.check_lead" }) }</p>
            { for (0..SECTIONS.len()).map(|at| section(seen, at)) }
            { warnings::warnings(seen) }
            if !model.complete { { completing(seen) } }
        </>
    }
}

fn completing(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let missing = model.tried && model.lacks_version_reason();
    html! {
        <div class="ct-section">
            if !model.stamp.replaces.is_empty() {
                <div class="ct-field">
                    <label class="ct-field__label" for="ct-version-reason">{ seen.say("plan.version_reason") }</label>
                    if missing { { error(&model.desk.words, "ct-version-reason-error", &seen.say("plan.version_reason_missing")) } }
                    <input class="ct-input" type="text" id="ct-version-reason" autocomplete="off" value={model.version_reason.clone()}
                        aria-describedby={missing.then_some("ct-version-reason-error")}
                        oninput={seen.act.typed(Msg::VersionReason)} />
                </div>
            }
            if seen.read.is_written_up_late() {
                <div class="ct-field">
                    <label class="ct-field__label" for="ct-late-reason">
                        { model.desk.words.say("sign.late_reason.label").to_owned() }{ " " }<span class="ct-plain">{ seen.say("optional") }</span>
                    </label>
                    <span class="ct-field__hint" id="ct-late-reason-hint">{ seen.say("plan.late_hint") }</span>
                    <input class="ct-input" type="text" id="ct-late-reason" autocomplete="off" value={model.late_reason.clone()}
                        aria-describedby="ct-late-reason-hint" oninput={seen.act.typed(Msg::LateReason)} />
                </div>
            }
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" id="ct-complete" onclick={seen.act.press(Msg::Complete)}>{ seen.say("plan.complete") }</button>
                <button type="button" class="ct-button" id="ct-to-result" onclick={seen.act.press(Msg::Go(Place::Result))}>{ seen.say("plan.to_result") }</button>
            </div>
        </div>
    }
}

fn section(seen: Seen<'_>, place: usize) -> Html {
    let model = seen.model;
    let id = SECTIONS.get(place).copied().unwrap_or_default();
    let title = model.at(&format!("sections.{id}.title"));
    let rows: Vec<Html> = match (id, model.law_section(place)) {
        ("issues", _) => model.issues.iter().map(|issue| issue_row(seen, &issue.id)).collect(),
        ("actions", _) => seen.read.plan.actions.iter().map(|action| action_row(seen, &action.id)).collect(),
        (_, Some((_, section))) => section
            .questions
            .iter()
            .filter(|question| seen.read.asked(question.at))
            .map(|question| {
                let said = record::said(&model.desk.words, seen.read, question);
                let known = said.clone().unwrap_or_else(|| seen.say("not_answered"));
                let open = said.is_none() && seen.read.is_needed(question.at);
                row(seen, model.desk.name(question), known, open, question.id, model.is_open(question))
            })
            .collect(),
        _ => Vec::new(),
    };
    if rows.is_empty() && !["issues", "actions"].contains(&id) {
        return Html::default();
    }
    html! {
        <section class="ct-section" key={id}>
            { heading(seen.level, 2, "ct-heading ct-heading--small", title.clone()) }
            if rows.is_empty() {
                <p class="ct-prose">{ seen.say(if id == "issues" { "plan.issue.none" } else { "plan.action.none" }) }
                    { " " }<button type="button" class="ct-link ct-link--button" onclick={seen.act.press(Msg::Go(Place::Section(place)))}>{ seen.say("change_answer") }<span class="ct-hidden">{ format!(": {title}") }</span></button>
                </p>
            } else {
                <dl class="ct-rows">{ for rows }</dl>
            }
        </section>
    }
}

fn issue_row(seen: Seen<'_>, id: &str) -> Html {
    let model = seen.model;
    let said = model.issue(id).map(|issue| issue.description.trim().to_owned()).unwrap_or_default();
    row(seen, &model.issue_title(id), said, false, &at("issue", id, "type"), true)
}

fn action_row(seen: Seen<'_>, id: &str) -> Html {
    let model = seen.model;
    let Some(action) = seen.read.plan.actions.iter().find(|action| action.id == id) else { return Html::default() };
    let said = format!("{}. {}", model.owner(action), model.stands(seen.read, action));
    row(seen, &model.action_title(action), said, false, &at("action", id, "what"), true)
}

fn row(seen: Seen<'_>, name: &str, said: String, open: bool, goto: &str, changeable: bool) -> Html {
    let goto = goto.to_owned();
    html! {
        <div class="ct-rows__row" key={goto.clone()}>
            <dt class="ct-rows__key">{ name.to_owned() }</dt>
            <dd class="ct-rows__value ct-rows__value--text">
                if open { <span class="ct-rows__value--open">{ crate::ui::parts::mark::mark(crate::ui::parts::mark::Mark::Open) }<span>{ said }</span></span> } else { { said } }
            </dd>
            <dd class="ct-rows__action">
                if changeable {
                    <button type="button" class="ct-link ct-link--button" onclick={seen.act.press(Msg::PutRight(goto))}>
                        { seen.say(if seen.model.complete { "plan.look" } else { "change_answer" }) }<span class="ct-hidden">{ format!(": {name}") }</span>
                    </button>
                }
            </dd>
        </div>
    }
}
