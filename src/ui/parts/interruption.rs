//! What stands in the way of reading on, alike in every tool: the warning before the cover, the cover itself, and the
//! question whether to clear everything.

use super::heading::{heading, tag};
use super::mark::{Mark, mark};
use crate::ui::state::STEP_TITLE;
use crate::words::Words;
use yew::prelude::*;

/// The warning before everything is covered, after `minutes` without anybody.
pub fn warning(words: &Words, minutes: u32, here: Callback<MouseEvent>) -> Html {
    html! {
        <div class="ct-notice ct-notice--warn ct-noprint" role="alert">
            { mark(Mark::Warn) }
            <div>
                <p class="ct-notice__title">{ words.say("idle.warning_title").to_owned() }</p>
                <p>{ words.fill("idle.warning", &[("minutes", &minutes.to_string())]) }</p>
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class="ct-button ct-button--primary" onclick={here}>{ words.say("idle.here").to_owned() }</button>
                </div>
            </div>
        </div>
    }
}

/// The cover, which says until when what is behind it is kept.
pub fn cover(words: &Words, level: u8, until: &str, show: Callback<MouseEvent>, clear: Callback<MouseEvent>) -> Html {
    html! {
        <div class="ct-cover">
            <div class="ct-cover__card ct-stack">
                <@{tag(level, 0)} class="ct-heading" id={STEP_TITLE} tabindex="-1">{ words.say("idle.covered_title").to_owned() }</@>
                <p>{ words.fill("idle.covered", &[("until", until)]) }</p>
                <p class="ct-soft ct-small">{ words.say("idle.not_a_lock").to_owned() }</p>
                <div class="ct-buttons">
                    <button type="button" class="ct-button ct-button--primary" id="ct-uncover" onclick={show}>{ words.say("idle.show").to_owned() }</button>
                    <button type="button" class="ct-button" onclick={clear}>{ words.say("clear").to_owned() }</button>
                </div>
            </div>
        </div>
    }
}

/// The question whether to clear everything.
pub fn clearing(words: &Words, level: u8, yes: Callback<MouseEvent>, no: Callback<MouseEvent>) -> Html {
    let title = words.say("clear_ask.title").to_owned();
    html! {
        <div class="ct-notice ct-notice--warn ct-below ct-noprint" role="group" aria-label={title.clone()}>
            { mark(Mark::Warn) }
            <div>
                { heading(level, 2, "ct-notice__title", title) }
                <p>{ words.say("clear_ask.text").to_owned() }</p>
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class="ct-button ct-button--primary" id="ct-clear-yes" onclick={yes}>{ words.say("clear_ask.yes").to_owned() }</button>
                    <button type="button" class="ct-button" id="ct-clear-no" onclick={no}>{ words.say("clear_ask.no").to_owned() }</button>
                </div>
            </div>
        </div>
    }
}
