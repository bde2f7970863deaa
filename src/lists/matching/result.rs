//! Who could do it, who could not, and the decision.

use crate::lists::app::Act;
use crate::lists::model::Model;
use crate::lists::msg::Msg;
use crate::lists::picture;
use crate::tools::allocation::matching::referral::Referral;
use crate::tools::allocation::matching::{Ask, Match, matched};
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// How many workers are shown in the order, and how many of those excluded before "show all".
const FIRST: usize = 10;
const EXCLUDED: usize = 100;

/// The result of the match: in a few words, and drawn.
pub fn result(model: &Model, act: &Act, referral: &Referral) -> (String, Html) {
    let ask = Ask { referral, config: &model.config, today: model.today };
    let found = matched(ask, &model.workers);
    let outcome = found.outcome(ask, &model.workers);
    let first = found.ranked.first().and_then(|at| model.workers.get(*at));
    let heading = model.say(&format!("match.outcome.{outcome}.heading"));
    let title = first.map_or(heading.clone(), |first| format!("{heading}: {}", first.id));
    let second = found.ranked.get(1).and_then(|at| model.workers.get(*at));
    let why_first = found.why_first().zip(first).zip(second).map(|((step, first), second)| {
        let step = model.say(&format!("match.step.{step}"));
        model.fill("match.why_first", &[("first", &first.id), ("second", &second.id), ("step", &step)])
    });
    let loads: Vec<picture::Load> = found
        .ranked
        .iter()
        .take(5)
        .filter_map(|at| model.workers.get(*at))
        .map(|worker| (model.worker(worker), worker.load, ask.points(), worker.capacity))
        .collect();
    let drawn = html! {
        <section class="ct-section" id="ct-match-result">
            <@{model.heading(1)} class="ct-outcome__title" id="ct-match-title" tabindex="-1">{ title.clone() }</@>
            <section class="ct-block ct-block--now">
                <@{model.heading(2)} class="ct-heading">{ model.say("now.title") }</@>
                <p class="ct-do__what">{ model.say(&format!("match.outcome.{outcome}.must")) }</p>
                if !found.alternatives.is_empty() { <ol>{ for found.alternatives.iter().map(|each| html! { <li class="ct-do" key={each.id}><p class="ct-do__what">{ model.alternative(each, &model.workers) }</p></li> }) }</ol> }
            </section>
            if !found.warnings.is_empty() {
                <ul class="ct-ticks">{ for found.warnings.iter().map(|id| html! { <li class="ct-tick" key={*id}>{ mark(Mark::Warn) }<span>{ model.say(&format!("match.warning.{id}")) }</span></li> }) }</ul>
            }
            if !found.ranked.is_empty() {
                <section class="ct-section">
                    <@{model.heading(2)} class="ct-heading">{ model.say("match.order") }</@>
                    <p class="ct-prose ct-soft">{ model.say("match.order_lead") }</p>
                    { for why_first.map(|text| html! { <p id="ct-why-first">{ text }</p> }) }
                    <ol>{ for found.ranked.iter().take(FIRST).enumerate().filter_map(|(place, at)| model.workers.get(*at).map(|worker| html! {
                        <li class="ct-do" key={worker.id.clone()}><p class="ct-do__what">{ format!("{}. {}", place + 1, model.worker(worker)) }</p><p class="ct-do__more">{ model.speaks_for(referral, worker) }</p></li>
                    })) }</ol>
                    if found.ranked.len() > FIRST { <p class="ct-soft">{ model.fill("list.more", &[("n", &(found.ranked.len() - FIRST).to_string())]) }</p> }
                    if referral.two_workers { <p>{ second.map_or_else(|| model.say("match.warning.w_second_worker_missing"), |second| model.fill("match.second", &[("worker", &second.id)])) }</p> }
                </section>
            }
            { picture::loads(model, &model.say("picture.load_if"), &loads) }
            { excluded(model, act, ask, &found) }
            { decision(model, act, &found) }
            { words(model, referral) }
        </section>
    };
    (title, drawn)
}

fn excluded(model: &Model, act: &Act, ask: Ask<'_>, found: &Match) -> Html {
    if found.excluded.is_empty() {
        return Html::default();
    }
    let most = if model.all_excluded { usize::MAX } else { EXCLUDED };
    let rows = found.excluded.iter().take(most).filter_map(|(at, rules)| {
        let worker = model.workers.get(*at)?;
        let reasons = rules
            .iter()
            .map(|rule| html! { <span class="ct-rows__said">{ model.excluded(ask, worker, *rule) }</span> });
        Some(html! {
            <tr class="ct-table__row" key={worker.id.clone()}>
                <th class="ct-table__cell ct-table__cell--key" scope="row">{ model.worker(worker) }</th>
                <td class="ct-table__cell">{ for reasons }</td>
            </tr>
        })
    });
    html! {
        <section class="ct-section" id="ct-excluded">
            <@{model.heading(2)} class="ct-heading" id="ct-excluded-title" tabindex="-1">{ model.fill("match.excluded", &[("n", &found.excluded.len().to_string())]) }</@>
            <table class="ct-table ct-table--stack" aria-labelledby="ct-excluded-title">
                <thead class="ct-table__top"><tr><th class="ct-table__head" scope="col">{ model.say("picture.worker") }</th><th class="ct-table__head" scope="col">{ model.say("match.why_not") }</th></tr></thead>
                <tbody class="ct-table__body">{ for rows }</tbody>
            </table>
            if found.excluded.len() > EXCLUDED && !model.all_excluded { <button type="button" class="ct-button" onclick={act.press(Msg::ShowAll)}>{ model.say("list.show_all") }</button> }
        </section>
    }
}

/// Where a manager decides. Another worker than the first needs a reason, which is kept beside the result.
fn decision(model: &Model, act: &Act, found: &Match) -> Html {
    if model.workers.is_empty() {
        return Html::default();
    }
    let decision = &model.decision;
    let text = |field: &'static str, value: &str| {
        let id = format!("ct-d-{field}");
        html! { <div class="ct-edit__field"><label class="ct-edit__label" for={id.clone()}>{ model.say(&format!("match.decide.{field}")) }</label>
        <textarea class="ct-input" rows="2" id={id} value={value.to_owned()} onchange={act.written(move |value| Msg::Decision(field, value))}/></div> }
    };
    let first = found.ranked.first().and_then(|at| model.workers.get(*at)).map(|worker| worker.id.clone());
    let departs = !decision.worker.is_empty() && Some(&decision.worker) != first.as_ref();
    html! {
        <fieldset class="ct-edit" id="ct-decide" aria-describedby={(!decision.fault.is_empty()).then_some("ct-d-fault")}>
            <legend class="ct-heading">{ model.say("match.decide.title") }</legend>
            <p class="ct-soft">{ model.say("match.decide.lead") }</p>
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-d-worker">{ model.say("match.decide.worker") }</label>
                <input class="ct-input ct-input--10" id="ct-d-worker" type="text" autocomplete="off" value={decision.worker.clone()} onchange={act.changed(|value| Msg::Decision("worker", value.trim().to_owned()))} /></div>
            if departs { { text("reason", &decision.reason) } }
            { text("support", &decision.support) }{ text("views", &decision.views) }{ text("interim", &decision.interim) }{ text("told", &decision.told) }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-d-by">{ model.say("match.decide.by") }</label>
                <input class="ct-input" id="ct-d-by" type="text" autocomplete="off" value={decision.by.clone()} onchange={act.changed(|value| Msg::Decision("by", value))} /></div>
            if !decision.fault.is_empty() { <p class="ct-error" role="alert" id="ct-d-fault">{ decision.fault.clone() }</p> }
            <button type="button" class="ct-button ct-button--primary" id="ct-d-decide" onclick={act.press(Msg::Decide)}>{ model.say("match.decide.do") }</button>
        </fieldset>
    }
}

/// What the person and the worker are told: the headings, to be filled in. Never a rank.
fn words(model: &Model, _: &Referral) -> Html {
    let list = |pack: &str| {
        let items = model.desk.tool.pack(pack).map_or(&[][..], |pack| pack.items.as_slice());
        items
            .iter()
            .map(|item| model.desk.words.at(&format!("packs.{pack}.items.{}", item.id)).to_owned())
            .collect::<Vec<_>>()
    };
    let part = |pack: &str| {
        html! {
            <details><summary>{ model.desk.words.of("packs", pack, "title").to_owned() }</summary><ul>{ for list(pack).into_iter().map(|text| html! { <li>{ text }</li> }) }</ul></details>
        }
    };
    html! { <>{ part("WP") }{ part("WW") }</> }
}
