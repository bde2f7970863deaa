//! One person of the list, opened: why here, what to do, and every answer to change in place.

use super::app::Act;
use super::model::Model;
use super::msg::Msg;
use crate::engine::{Question, Shape};
use crate::tools::allocation::answers::CHANGED_ON;
use crate::tools::allocation::bands::List;
use crate::tools::allocation::facts::EVENTS;
use crate::tools::allocation::list::Entry;
use crate::ui::parts::figures::figures;
use yew::prelude::*;

/// The id of the open person's heading.
pub const TITLE: &str = "ct-person-title";

/// The open person, where one is open.
pub fn person(model: &Model, act: &Act) -> Html {
    let Some((row, entry)) = model.open.and_then(|row| model.list.entry(row).map(|entry| (row, entry))) else {
        return Html::default();
    };
    let reference = if entry.facts.reference.is_empty() {
        model.say("list.no_reference")
    } else {
        entry.facts.reference.to_string()
    };
    let stands = model.stands(row);
    let title = reference.clone();
    html! {
        <section class="ct-section ct-person" aria-labelledby={TITLE} onkeydown={act.escape()}>
            <@{model.heading(1)} class="ct-heading" id={TITLE} tabindex="-1">{ reference }</@>
            <p class="ct-outcome__kind">{ stands }</p>
            if let Some((_, from, to)) = &model.moved { <p class="ct-notice ct-notice--ok">{ model.fill("list.moved_here", &[("from", from), ("to", to)]) }{ " " }
                <button type="button" class="ct-link ct-link--button" id="ct-goto" onclick={act.press(Msg::GoTo)}>{ model.say("list.go_there") }</button></p> }
            if entry.problem.is_some() { <p class="ct-notice ct-notice--warn">{ model.problem(entry) }</p> }
            { result(model, entry) }
            { edit(model, act, entry) }
            { events(model, act, entry) }
            <div class="ct-buttons">
                <button type="button" class="ct-button" id="ct-match-this" onclick={act.press(Msg::Match(row))}>{ model.say("list.find_worker") }<span class="ct-hidden">{ format!(": {title}") }</span></button>
                <button type="button" class="ct-button" onclick={act.press(Msg::Record(true))}>{ model.say("list.copy_record") }</button>
                <button type="button" class="ct-button" onclick={act.press(Msg::Record(false))}>{ model.say("list.save_record") }</button>
                <button type="button" class="ct-button" id="ct-close" onclick={act.press(Msg::Close)}>{ model.say("list.close") }</button>
            </div>
        </section>
    }
}

fn result(model: &Model, entry: &Entry) -> Html {
    let closed = entry.place.list == List::Closed;
    let report = model.desk.report(&model.draft(&entry.facts));
    html! {
        <>
            if entry.problem.is_none() && !closed { { figures(&report.figures) } }
            <section class="ct-block ct-block--now">
                <@{model.heading(2)} class="ct-heading ct-heading--small">{ model.say("now.title") }</@>
                <ol>{ for report.outcomes.iter().map(|outcome| html! {
                    <li class="ct-do" key={outcome.id}>
                        <p class="ct-do__what">{ outcome.heading.clone() }</p>
                        <p class="ct-do__when"><span class="ct-do__by">{ outcome.timescale.clone() }</span><span>{ outcome.who.clone() }</span></p>
                    </li>
                }) }</ol>
            </section>
            <details><summary>{ model.say("why.title") }</summary>
                <ul>{ for report.reasons.iter().map(|reason| html! {
                    <li key={reason.rule_id}><strong class="ct-strong">{ reason.rule.clone() }</strong>
                        { for reason.answers.iter().map(|(name, value)| html! { <span class="ct-rows__said">{ format!("{name}: {value}") }</span> }) }</li>
                }) }</ul>
            </details>
        </>
    }
}

/// Every field, to change in place. The list follows at once.
fn edit(model: &Model, act: &Act, entry: &Entry) -> Html {
    let reference = entry.facts.reference.to_string();
    let questions = model.list.law().questions().filter(|question| question.at != CHANGED_ON.0);
    html! {
        <fieldset class="ct-edit">
            <legend class="ct-heading ct-heading--small">{ model.say("list.answers") }</legend>
            <div class="ct-edit__field">
                <label class="ct-edit__label" for="ct-e-ref">{ model.say("list.column.ref") }</label>
                <input class="ct-input" id="ct-e-ref" type="text" autocomplete="off" value={reference} onchange={act.changed(Msg::Reference)} />
            </div>
            { for questions.map(|question| field(model, act, entry, question)) }
        </fieldset>
    }
}

fn field(model: &Model, act: &Act, entry: &Entry, question: &Question) -> Html {
    let at = question.at;
    let id = format!("ct-e-{}", question.id);
    let name = model.desk.name(question).to_owned();
    let said = entry.facts.text(at);
    let bad = entry.facts.faults.iter().any(|fault| fault.field == question.id);
    let faulty = bad.then(|| html! { <span class="ct-error" id={format!("{id}-fault")}>{ model.fill("list.not_read", &[("value", &said)]) }</span> });
    let described = bad.then(|| format!("{id}-fault"));
    let control = if question.shape == Shape::Day {
        html! { <input class="ct-input ct-input--10" id={id.clone()} aria-describedby={described} type="text" inputmode="numeric" autocomplete="off" placeholder={model.say("list.date_like")} value={said.clone()} onchange={act.changed(move |text| Msg::Answer(at, text))} /> }
    } else {
        let options = question.choices.iter().enumerate().map(|(place, choice)| {
            html! { <option value={choice.id} selected={!bad && said == choice.id} key={choice.id}>{ model.desk.choice(question, place).to_owned() }</option> }
        });
        html! {
            <select class="ct-input" id={id.clone()} aria-describedby={described} onchange={act.chosen(move |value| Msg::Answer(at, value))}>
                <option value="" selected={said.is_empty() || bad}>{ model.say("list.not_asked") }</option>
                { for options }
            </select>
        }
    };
    html! { <div class="ct-edit__field" key={question.id}><label class="ct-edit__label" for={id}>{ name }</label>{ control }{ for faulty }</div> }
}

fn events(model: &Model, act: &Act, entry: &Entry) -> Html {
    let name = |kind: usize| model.say(&format!("list.event.{}", EVENTS.get(kind).copied().unwrap_or_default()));
    let told = entry.facts.events.iter().map(|event| {
        html! { <li>{ format!("{}, {}", name(event.kind), model.desk.words.day(event.day)) }</li> }
    });
    let kinds = EVENTS.iter().enumerate().map(
        |(at, id)| html! { <option value={*id} selected={model.event.0 == *id} key={*id}>{ name(at) }</option> },
    );
    let (kind, day) = model.event.clone();
    html! {
        <fieldset class="ct-edit">
            <legend class="ct-heading ct-heading--small">{ model.say("list.events") }</legend>
            if !entry.facts.events.is_empty() { <ul>{ for told }</ul> }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-ev-kind">{ model.say("list.event_kind") }</label>
                <select class="ct-input" id="ct-ev-kind" onchange={act.chosen(Msg::EventKind)}><option value="" selected={kind.is_empty()}>{ model.say("list.choose") }</option>{ for kinds }</select></div>
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-ev-day">{ model.say("list.event_day") }</label>
                <input class="ct-input ct-input--10" id="ct-ev-day" type="text" autocomplete="off" placeholder={model.say("list.date_like")} value={day.clone()} onchange={act.changed(Msg::EventDay)} /></div>
            <button type="button" class="ct-button" id="ct-ev-add" onclick={act.press(Msg::Happened(kind, day))}>{ model.say("list.event_add") }</button>
        </fieldset>
    }
}
