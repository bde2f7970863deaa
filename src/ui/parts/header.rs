//! The tool's title, and on the first screen what it is and what becomes of what is typed.

use super::heading::tag;
use super::mark::{Mark, mark};
use crate::sheet::form::Step;
use crate::ui::form::View;
use crate::words::Words;
use yew::prelude::*;

/// The header as the state calls for it.
pub fn header(view: &View) -> Html {
    let first = view.state.step == Step::Section(0);
    draw(&view.desk().words, view.desk().title(&view.state.draft), view.level, first)
}

/// The full header, or the small one.
pub fn draw(words: &Words, title: &str, level: u8, full: bool) -> Html {
    let title = title.to_owned();
    if !full {
        return html! {
            <header class="ct-header ct-header--small">
                <@{tag(level, 0)} class="ct-header__title ct-header__title--small" part="title" id="ct-title">{ title }</@>
            </header>
        };
    }
    html! {
        <header class="ct-header">
            <p class="ct-header__kind">{ words.say("kind_of_tool").to_owned() }</p>
            <@{tag(level, 0)} class="ct-header__title" part="title" id="ct-title">{ title }</@>
            <p class="ct-header__lead">{ words.at("tool.lead").to_owned() }</p>
            <p class="ct-header__promise">{ mark(Mark::Info) }<span>{ words.at("tool.promise").to_owned() }</span></p>
        </header>
    }
}
