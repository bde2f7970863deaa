//! The agenda, made from the open records, and the records in a table.

use super::{Seen, frame, table};
use crate::supervision::agenda::{Item, agenda as items};
use crate::supervision::held::capital;
use crate::supervision::model::Place;
use crate::supervision::msg::{Format, Msg};
use crate::ui::parts::heading::{step_heading, tag};
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// Draws it.
pub fn agenda(seen: Seen<'_>) -> Html {
    let model = seen.model;
    if model.records.is_empty() {
        return Html::default();
    }
    let day = model.today.map(|today| model.words().day(today)).unwrap_or_default();
    let count = model.records.len().to_string();
    let first = items(model).into_iter().flat_map(|item| item.points).next();
    let first = first.map_or_else(
        || (0, model.records.first().map(|held| held.code()).unwrap_or_default()),
        |point| (point.at, point.code),
    );
    html! {
        <>
            { step_heading(seen.level, "ct-outcome__title", model.fill("agenda.title", &[("day", &day)])) }
            <p class="ct-outcome__text">{ model.fill("agenda.lead", &[("n", &count)]) }</p>
            <section class="ct-section"><ol class="ct-agenda">{ for items(model).iter().enumerate().map(|(number, each)| item(seen, number + 1, each)) }</ol></section>
            { table::table(seen) }
            <div class="ct-buttons ct-noprint">
                <button type="button" class="ct-button ct-button--primary" onclick={seen.act.press(Msg::Go(Place::Record(first.0)))}>{ model.fill("agenda.start", &[("code", &first.1)]) }</button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Export(Format::Print))}>{ seen.say("agenda.print") }</button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Alike))}>{ seen.say("alike.button") }</button>
            </div>
            <details class="ct-why ct-noprint ct-below">
                <summary class="ct-why__summary"><span>{ seen.say("open.more") }</span></summary>
                <div class="ct-why__body">{ frame::open(seen) }</div>
            </details>
        </>
    }
}

fn item(seen: Seen<'_>, number: usize, item: &Item) -> Html {
    let title = format!("{number}. {}", seen.say(&format!("agenda.{}.title", item.id)));
    let pressing = item.id == "urgent" && !item.points.is_empty();
    // Points of one record stand together.
    let mut records: Vec<(usize, &str, Vec<&str>)> = Vec::new();
    for point in &item.points {
        match records.iter_mut().find(|(at, ..)| *at == point.at) {
            Some((.., texts)) => texts.push(&point.text),
            None => records.push((point.at, &point.code, vec![&point.text])),
        }
    }
    html! {
        <li class="ct-do" key={item.id}>
            <@{tag(seen.level, 2)} class={classes!("ct-do__what", pressing.then_some("ct-do__what--now"))}>
                if pressing { { mark(Mark::Now) } }
                <span>{ title }</span>
            </@>
            if records.is_empty() { <p class="ct-do__more">{ seen.say(&format!("agenda.{}.none", item.id)) }</p> }
            { for records.into_iter().map(|(at, code, texts)| html! {
                <div class="ct-do__more ct-prose" key={at}>
                    <p>
                        <button type="button" class="ct-link ct-link--button" onclick={seen.act.press(Msg::Go(Place::Record(at)))}>{ code.to_owned() }<span class="ct-hidden">{ format!(", {}", seen.say(&format!("agenda.{}.title", item.id))) }</span></button>{ ": " }
                        if let [only] = texts.as_slice() { { sentence(only) } }
                    </p>
                    if texts.len() > 1 { <ul>{ for texts.iter().map(|text| html! { <li>{ capital(&sentence(text)) }</li> }) }</ul> }
                </div>
            }) }
            if item.id == "actions" { <p class="ct-do__more ct-soft ct-small">{ seen.say("agenda.actions.plan") }</p> }
        </li>
    }
}

fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}
