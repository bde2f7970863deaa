//! States that interrupt: about to be covered, covered, and "clear everything?".

use super::heading::{heading, step_heading};
use super::mark::{Mark, mark};
use crate::ui::form::View;
use crate::ui::state::{Action, Cover};
use yew::prelude::*;

/// The warning before answers are covered.
pub fn warning(view: &View) -> Html {
    let Cover::Warned(minutes) = view.state.cover else { return Html::default() };
    let text = view.desk().words.fill("idle.warning", &[("minutes", &minutes.to_string())]);
    let onclick = {
        let host = view.host.clone();
        Callback::from(move |_: MouseEvent| host.0.awake())
    };
    html! {
        <div class="ct-notice ct-notice--warn ct-noprint" role="alert">
            { mark(Mark::Warn) }
            <div>
                <p class="ct-notice__title">{ view.say("idle.warning_title") }</p>
                <p>{ text }</p>
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class="ct-button ct-button--primary" {onclick}>{ view.say("idle.here") }</button>
                </div>
            </div>
        </div>
    }
}

/// The cover over the answers.
pub fn cover(view: &View, until: &str) -> Html {
    let text = view.desk().words.fill("idle.covered", &[("until", until)]);
    let lift = {
        let (host, act) = (view.host.clone(), view.acting());
        Callback::from(move |_: MouseEvent| {
            host.0.awake();
            act.emit(Action::Uncover);
        })
    };
    html! {
        <div class="ct-cover">
            <div class="ct-cover__card ct-stack">
                { step_heading(view.level.saturating_sub(1), "ct-heading", view.say("idle.covered_title")) }
                <p>{ text }</p>
                <p class="ct-soft ct-small">{ view.say("idle.not_a_lock") }</p>
                <div class="ct-buttons">
                    <button type="button" class="ct-button ct-button--primary" onclick={lift}>{ view.say("idle.show") }</button>
                    <button type="button" class="ct-button" onclick={clear(view)}>{ view.say("clear") }</button>
                </div>
            </div>
        </div>
    }
}

/// The question whether to clear everything, once it was pressed.
pub fn clearing(view: &View) -> Html {
    if !view.state.clearing {
        return Html::default();
    }
    html! {
        <div class="ct-notice ct-notice--warn ct-below" role="group" aria-label={view.say("clear_ask.title")}>
            { mark(Mark::Warn) }
            <div>
                { heading(view.level, 2, "ct-notice__title", view.say("clear_ask.title")) }
                <p>{ view.say("clear_ask.text") }</p>
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class="ct-button ct-button--primary" id="ct-clear-yes" onclick={clear(view)}>{ view.say("clear_ask.yes") }</button>
                    <button type="button" class="ct-button" id="ct-clear-no" onclick={view.press(Action::AskToClear(false))}>{ view.say("clear_ask.no") }</button>
                </div>
            </div>
        </div>
    }
}

fn clear(view: &View) -> Callback<MouseEvent> {
    let host = view.host.clone();
    let act = view.acting();
    Callback::from(move |_: MouseEvent| {
        host.0.awake();
        act.emit(Action::Clear(host.0.today(), host.0.stamp()));
        host.0.tell(crate::ui::host::Event::Cleared);
    })
}
