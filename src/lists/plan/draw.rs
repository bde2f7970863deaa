//! The screen of the plan.

use super::{Plan, Said};
use crate::lists::app::Act;
use crate::lists::model::{Model, WINDOW};
use crate::lists::msg::Msg;
use crate::lists::{decided, notices, picture};
use crate::tools::allocation::bands::Band;
use yew::prelude::*;

/// The page for the plan.
pub fn view(model: &Model, act: &Act) -> Html {
    if model.list.entries().is_empty() || model.workers.is_empty() {
        return html! { <p class="ct-prose ct-below">{ model.say("plan.needs_both") }</p> };
    }
    let Some(plan) = &model.plan else {
        return html! {
            <>
                <p class="ct-prose ct-below">{ model.say("plan.lead") }</p>
                <button type="button" class="ct-button ct-button--primary" id="ct-suggest" onclick={act.press(Msg::Suggest)}>{ model.say("plan.suggest") }</button>
                { decided::view(model, act) }
            </>
        };
    };
    if plan.lines.len() < plan.rows.len() {
        let done = plan.lines.len() * 1000 / plan.rows.len().max(1);
        return html! {
            <div class="ct-card"><label for="ct-plan-bar">{ model.say("plan.walking") }</label>
                <progress id="ct-plan-bar" max="1000" value={done.to_string()}>{ format!("{}%", done / 10) }</progress>
                <button type="button" class="ct-button" onclick={act.press(Msg::StopPlan)}>{ model.say("import.stop") }</button></div>
        };
    }
    let matched = plan.lines.iter().flatten().count();
    let open = plan.lines.len() - matched;
    let lists = model.list.lists();
    let left_out = lists.needs_triage.len() + lists.on_hold.len() + lists.data_problem.len();
    let counts = [
        ("n", plan.rows.len().to_string()),
        ("matched", matched.to_string()),
        ("open", open.to_string()),
        ("out", left_out.to_string()),
        ("said", plan.said.len().to_string()),
    ];
    let gaps: Vec<(&str, &str)> = counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let last = (plan.window + WINDOW).min(plan.rows.len());
    let rows = (plan.window..last).filter_map(|at| plan.rows.get(at).map(|row| line(model, act, plan, at, *row)));
    let heads = ["place", "ref", "band", "suggested", "why", "decision"].map(
        |head| html! { <th class="ct-table__head" scope="col">{ model.say(&format!("plan.column.{head}")) }</th> },
    );
    let loads: Vec<picture::Load> = plan
        .workers
        .iter()
        .take(40)
        .map(|worker| {
            let now = model.workers.iter().find(|known| known.id == worker.id).map_or(0, |known| known.load);
            (model.worker(worker), now, worker.load - now, worker.capacity)
        })
        .collect();
    let unnamed = plan.unnamed && model.decision.by.trim().is_empty();
    html! {
        <>
            if !lists.act_now.is_empty() {
                <div class="ct-notice ct-notice--now" id="ct-plan-act-now"><div><p class="ct-notice__title">{ model.say("plan.act_now") }</p>
                    <p>{ for lists.act_now.iter().map(|at| html! { <>{ notices::open(model, act, *at) }{ " " }</> }) }</p></div></div>
            }
            <p class="ct-outcome__kind">{ model.fill("plan.kind", &[("n", &plan.rows.len().to_string()), ("day", &model.desk.words.day(model.today))]) }</p>
            <@{model.heading(1)} class="ct-outcome__title" id="ct-plan-title" tabindex="-1">{ model.fill("plan.title", &gaps) }</@>
            <p class="ct-outcome__text">{ model.fill("plan.text_lead", &gaps) }</p>
            <table class="ct-table ct-table--stack">
                <caption class="ct-hidden">{ model.say("plan.caption") }</caption>
                <thead class="ct-table__top"><tr>{ for heads }</tr></thead>
                <tbody class="ct-table__body">{ for rows }</tbody>
            </table>
            <p class="ct-window"><span class="ct-soft ct-small">{ model.fill("list.range", &[("from", &(plan.window + 1).to_string()), ("to", &last.to_string()), ("of", &plan.rows.len().to_string())]) }</span>{ " " }
                if plan.window > 0 { <button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::PlanWindow(plan.window.saturating_sub(WINDOW)))}>{ model.say("list.earlier") }</button> }{ " " }
                if last < plan.rows.len() { <button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::PlanWindow(last))}>{ model.say("list.later") }</button> }</p>
            { picture::loads(model, &model.say("picture.load_plan"), &loads) }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-d-by">{ model.say("match.decide.by") }</label>
                <input class="ct-input" id="ct-d-by" type="text" autocomplete="off" value={model.decision.by.clone()} onchange={act.changed(|value| Msg::Decision("by", value))}
                    aria-invalid={unnamed.then_some("true")} aria-describedby={unnamed.then_some("ct-d-fault")} />
                if unnamed { <p class="ct-error" role="alert" id="ct-d-fault">{ model.say("match.who_decides") }</p> }</div>
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" id="ct-finish" disabled={plan.said.is_empty()} onclick={act.press(Msg::Finish)}>{ model.fill("plan.finish", &gaps) }</button>
                <button type="button" class="ct-button" id="ct-save-plan" onclick={act.press(Msg::SavePlan)}>{ model.say("plan.save") }</button>
                <button type="button" class="ct-button" onclick={act.press(Msg::Suggest)}>{ model.say("plan.again") }</button>
            </div>
            { decided::view(model, act) }
        </>
    }
}

fn line(model: &Model, act: &Act, plan: &Plan, at: usize, row: u32) -> Html {
    let Some(entry) = model.list.entry(row) else { return Html::default() };
    let reference = entry.facts.reference.to_string();
    let suggested = plan.lines.get(at).copied().flatten().and_then(|at| plan.workers.get(at));
    let said = plan.said.get(&row);
    let act_now = entry.place.queue == Band::ActNow;
    let why = match (said, suggested) {
        (Some(said), _) => model.line_text(&reference, said),
        (None, Some(worker)) => {
            let room = model.fill(
                "picture.of",
                &[("load", &worker.load.to_string()), ("capacity", &worker.capacity.to_string())],
            );
            model.fill(
                if act_now { "plan.why_now" } else { "plan.why" },
                &[("role", &model.named("role", &worker.role)), ("room", &room)],
            )
        }
        (None, None) => model.say("plan.nobody_lead"),
    };
    let alternatives = (plan.open == Some(row) && suggested.is_none()).then(|| {
        html! { <ul>{ for model.instead(plan, at, row).into_iter().map(|text| html! { <li>{ text }</li> }) }</ul> }
    });
    let id = format!("ct-confirm-{row}");
    let editing = plan.editing.as_ref().filter(|(known, _, _)| *known == row);
    html! {
        <tr class="ct-table__row" key={row} id={format!("ct-plan-{row}")} tabindex="-1">
            <td class="ct-table__cell" data-label={model.say("plan.column.place")}>{ at + 1 }</td>
            <th class="ct-table__cell ct-table__cell--key" scope="row">{ notices::open(model, act, row) }</th>
            <td class="ct-table__cell ct-nowrap" data-label={model.say("plan.column.band")}>{ model.band(entry.place.queue) }</td>
            <td class="ct-table__cell" data-label={model.say("plan.column.suggested")}>
                { match model.suggested(at, row) {
                    nobody if nobody.is_empty() => html! { <span class="ct-tag ct-tag--open">{ model.say("plan.nobody") }</span> },
                    worker => html! { <strong class="ct-strong">{ worker }</strong> },
                } }
            </td>
            <td class="ct-table__cell">{ why }{ " " }
                if suggested.is_none() && said.is_none() { <button type="button" class="ct-link ct-link--button" id={format!("ct-alt-{row}")} aria-expanded={if alternatives.is_some() { "true" } else { "false" }} onclick={act.press(Msg::OpenLine(row))}>{ model.say("plan.what_instead") }</button> }
                { for alternatives }</td>
            <td class="ct-table__cell ct-table__cell--control">
                if suggested.is_some() && !matches!(said, Some(Said::Changed(..) | Said::Refused(..))) {
                    <span class="ct-chip"><input class="ct-chip__input" type="checkbox" id={id.clone()} checked={matches!(said, Some(Said::Confirmed(_)))} onchange={act.on(Msg::Confirm(row))} />
                        <label class="ct-chip__label" for={id}>{ model.say("plan.confirm") }<span class="ct-hidden">{ format!(" {reference}") }</span></label></span>
                }
                if let Some((_, worker, reason)) = editing {
                    { otherwise(model, act, plan, worker, reason) }
                } else if said.is_some() {
                    <button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::Undo(row))}>{ model.say("plan.undo") }<span class="ct-hidden">{ format!(" {reference}") }</span></button>
                } else {
                    <button type="button" class="ct-link ct-link--button" id={format!("ct-otherwise-{row}")} onclick={act.press(Msg::Otherwise(row))}>{ model.say("plan.otherwise") }<span class="ct-hidden">{ format!(" {reference}") }</span></button>
                }
            </td>
        </tr>
    }
}

fn otherwise(model: &Model, act: &Act, plan: &Plan, worker: &str, reason: &str) -> Html {
    let (w, r) = (worker.to_owned(), reason.to_owned());
    html! {
        <div class="ct-edit">
            <label class="ct-edit__label" for="ct-o-worker">{ model.say("plan.other_worker") }</label>
            <input class="ct-input ct-input--10" id="ct-o-worker" type="text" autocomplete="off" value={worker.to_owned()} onchange={act.changed(move |value| Msg::OtherwiseText(value, r.clone()))} />
            <label class="ct-edit__label" for="ct-o-reason">{ model.say("plan.reason") }</label>
            <textarea class="ct-input" rows="2" id="ct-o-reason" value={reason.to_owned()} onchange={act.written(move |value| Msg::OtherwiseText(w.clone(), value))}/>
            if !plan.fault.is_empty() { <p class="ct-error" role="alert">{ plan.fault.clone() }</p> }
            <button type="button" class="ct-button" id="ct-o-done" onclick={act.press(Msg::OtherwiseDone)}>{ model.say("plan.record") }</button>
        </div>
    }
}
