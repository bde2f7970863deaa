//! What another tool on the page already knows, shown before anything is taken over.

use super::heading::heading;
use super::mark::{Mark, mark};
use crate::sheet::offer::Offer;
use crate::ui::form::View;
use crate::ui::state::Action;
use yew::prelude::*;

/// The offer, where there is one.
pub fn offer(view: &View) -> Html {
    let Some((_, offer)) = view.state.offer() else { return Html::default() };
    html! {
        <div class="ct-notice ct-below" role="group" aria-labelledby="ct-offer">
            { mark(Mark::Info) }
            <div>
                <@{super::heading::tag(view.level, 1)} class="ct-notice__title" id="ct-offer">{ view.say("offer.title") }</@>
                { one(view, &offer) }
                <div class="ct-buttons ct-buttons--tight">
                    if offer.taken.is_empty() {
                        <button type="button" class="ct-button" onclick={view.press(Action::Take(false))}>{ view.say("offer.seen") }</button>
                    } else {
                        <button type="button" class="ct-button" onclick={view.press(Action::Take(true))}>{ view.say("offer.take") }</button>
                        <button type="button" class="ct-link ct-link--button" onclick={view.press(Action::Take(false))}>{ view.say("offer.leave") }</button>
                    }
                </div>
            </div>
        </div>
    }
}

fn one(view: &View, offer: &Offer) -> Html {
    let words = &view.desk().words;
    let rows = |rows: Vec<(String, String)>| -> Html {
        rows.into_iter()
            .map(|(name, value)| {
                html! {
                    <div class="ct-rows__row"><dt class="ct-rows__key">{ name }</dt><dd class="ct-rows__value">{ value }</dd></div>
                }
            })
            .collect()
    };
    let taken: Vec<(String, String)> =
        offer.taken.iter().map(|item| (item.name.clone(), item.value.clone())).collect();
    html! {
        <div class="ct-below">
            <p>{ words.fill(if offer.taken.is_empty() { "offer.changed" } else { "offer.from" }, &[("title", &offer.title)]) }</p>
            if let Some((there, here)) = &offer.references {
                <p class="ct-strong">{ words.fill("offer.references", &[("there", there), ("here", here)]) }</p>
            }
            <dl class="ct-rows ct-rows--plain">{ rows(taken) }</dl>
            if !offer.stays.is_empty() {
                { heading(view.level, 2, "ct-strong", view.say("offer.stays")) }
                <dl class="ct-rows ct-rows--plain">{ rows(offer.stays.clone()) }</dl>
            }
        </div>
    }
}
