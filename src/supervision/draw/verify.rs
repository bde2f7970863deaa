//! A page that only checks files: what anybody can check of a record.

use super::{Seen, frame};
use crate::record::{Document, Line};
use crate::ui::parts::heading::{heading, step_heading, tag};
use yew::prelude::*;

/// Draws it.
pub fn verify(seen: Seen<'_>) -> Html {
    let model = seen.model;
    html! {
        <>
            { step_heading(seen.level, "ct-heading", seen.say("verify.heading")) }
            <p class="ct-prose">{ seen.say("verify.lead") }</p>
            { frame::open(seen) }
            { for model.records.iter().enumerate().rev().map(|(at, held)| document(seen, at, &model.receipt(held))) }
        </>
    }
}

fn document(seen: Seen<'_>, at: usize, document: &Document) -> Html {
    html! {
        <section class="ct-section ct-receipt" key={at}>
            <@{tag(seen.level, 2)} class="ct-heading" id={format!("ct-receipt-{at}")} tabindex="-1">{ document.title.clone() }</@>
            { for document.parts.iter().map(|part| html! {
                <>
                    if !part.heading.is_empty() { { heading(seen.level, 3, "ct-heading ct-heading--small", part.heading.clone()) } }
                    <dl class="ct-rows ct-rows--plain">{ for part.lines.iter().filter_map(pair) }</dl>
                    { frame::lines(&part.lines.iter().filter(|line| !matches!(line, Line::Pair(..))).cloned().collect::<Vec<_>>()) }
                </>
            }) }
        </section>
    }
}

fn pair(line: &Line) -> Option<Html> {
    let Line::Pair(name, value) = line else { return None };
    Some(
        html! { <div class="ct-rows__row"><dt class="ct-rows__key">{ name.clone() }</dt><dd class="ct-rows__value">{ value.clone() }</dd></div> },
    )
}
