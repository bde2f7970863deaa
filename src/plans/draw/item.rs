//! An issue or an action being written.

use super::Seen;
use super::section::steps;
use super::warnings::of_item;
use crate::plans::msg::Msg;
use crate::plans::place::{ACTIONS, ISSUES, Place};
use crate::record::plan as record;
use crate::sheet::form::QuestionView;
use crate::tools::action_planning::groups::{Action, Issue, Item};
use crate::tools::action_planning::progress::Met;
use crate::ui::parts::heading::{heading, step_heading};
use crate::ui::parts::mark::{Mark, mark};
use crate::ui::parts::question::question;
use crate::ui::parts::section::problems;
use yew::prelude::*;

/// An issue.
pub fn issue(seen: Seen<'_>, id: &str) -> Html {
    let model = seen.model;
    let Some(issue) = model.issue(id) else { return gone(seen) };
    // Where it has got to is asked while a plan is followed; then the rest is only shown.
    let followed = model.complete || model.followed || model.reports() > 0 || seen.read.is_closed();
    let views = model.item_questions::<Issue>(issue, id, |field| match field {
        "state" => followed,
        field => !model.complete && issue.asks(field),
    });
    let mut rows = record::issue_fields(&model.desk.words, seen.read, issue);
    rows.retain(|(field, _)| model.complete && *field != "state");
    let inside = rows_of(seen, "issue", rows);
    let back = if model.complete { Place::Follow } else { Place::Section(ISSUES) };
    form(seen, ISSUES, id, "issue", views, inside, back)
}

/// An action.
pub fn action(seen: Seen<'_>, id: &str) -> Html {
    let model = seen.model;
    let Some(action) = model.action(id) else { return gone(seen) };
    let moved = model.has_moved(id);
    let views = model.item_questions::<Action>(action, id, |field| {
        // What reports say of an action is not written over here.
        let by_report = ["status", "done_on", "stopped_reason"].contains(&field) || (moved && field == "due");
        !model.complete && !by_report && action.asks(field)
    });
    let now = action.current();
    let mut rows = record::action_fields(&model.desk.words, &now);
    rows.retain(|_| model.complete);
    let inside = html! {
        <>
            { rows_of(seen, "action", rows) }
            if moved { <p class="ct-prose">{ model.fill("plan.moved_by_report", &[("day", &now.due.day().map(|day| model.day(day)).unwrap_or_default())]) }</p> }
            if model.fresh != id { { checks(seen, &now) }{ of_item(seen, id) } }
        </>
    };
    form(seen, ACTIONS, id, "action", views, inside, Place::Section(ACTIONS))
}

/// What was agreed, only shown.
fn rows_of(seen: Seen<'_>, group: &str, rows: Vec<(&'static str, String)>) -> Html {
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty());
    html! {
        <dl class="ct-rows">
            { for rows.map(|(field, said)| html! {
                <div class="ct-rows__row" key={field}>
                    <dt class="ct-rows__key">{ seen.model.at(&format!("fields.{group}.{field}.name")) }</dt>
                    <dd class="ct-rows__value ct-rows__value--text">{ said }</dd>
                </div>
            }) }
        </dl>
    }
}

fn form(
    seen: Seen<'_>,
    at: usize,
    id: &str,
    group: &'static str,
    views: Vec<QuestionView>,
    inside: Html,
    back: Place,
) -> Html {
    let model = seen.model;
    let wrong = model.problems_here(seen.read);
    let shown = if model.is_warned() || model.tried { wrong.as_slice() } else { &[] };
    let title = model.fill(&format!("plan.{group}.title"), &[("id", id)]);
    html! {
        <>
            { steps(seen, at) }
            <div class="ct-section">
                { problems(&model.desk.words, seen.level, &seen.act.fields(), shown) }
                { step_heading(seen.level, "ct-heading", title) }
                <div>{ for views.iter().map(|view| question(&model.desk.words, &seen.act.fields(), view, &wrong)) }</div>
                { inside }
                <div class="ct-buttons">
                    if model.complete {
                        <button type="button" class="ct-button ct-button--primary" id="ct-continue" onclick={seen.act.press(Msg::Go(back))}>{ seen.say("back") }</button>
                    } else {
                        <button type="button" class="ct-button ct-button--primary" id="ct-continue" onclick={seen.act.press(Msg::Continue)}>{ seen.say(&format!("plan.{group}.done")) }</button>
                        <button type="button" class="ct-button" id="ct-remove" onclick={seen.act.press(Msg::Remove(id.to_owned()))}>{ seen.say(&format!("plan.{group}.remove")) }</button>
                    }
                </div>
            </div>
        </>
    }
}

/// The factual checks of an action, in words and never as a score.
fn checks(seen: Seen<'_>, action: &Action) -> Html {
    let model = seen.model;
    let title = model.fill("plan.checks", &[("id", &action.id)]);
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading ct-heading--small", title) }
            <p class="ct-prose ct-soft">{ seen.say("plan.checks_lead") }</p>
            <dl class="ct-rows ct-rows--plain">
                { for seen.read.smart(action).into_iter().map(|(letter, met)| {
                    let said = seen.say(&format!("plan.met.{}", met.id()));
                    html! {
                        <div class="ct-rows__row" key={letter}>
                            <dt class="ct-rows__key">{ seen.say(&format!("plan.smart.{letter}")) }</dt>
                            <dd class="ct-rows__value">
                                if met == Met::Met { { said } } else { <span class="ct-rows__value--open">{ mark(Mark::Open) }<span>{ said }</span></span> }
                            </dd>
                        </div>
                    }
                }) }
            </dl>
        </section>
    }
}

/// The item is not there any more.
fn gone(seen: Seen<'_>) -> Html {
    html! {
        <>
            { step_heading(seen.level, "ct-heading", seen.say("plan.gone")) }
            <div class="ct-buttons">
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Tasks))}>{ seen.say("back") }</button>
            </div>
        </>
    }
}
