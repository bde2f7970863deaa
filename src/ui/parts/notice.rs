//! Notices: what to know about the tool itself.

use super::mark::{Mark, mark};
use crate::ui::form::View;
use yew::prelude::*;

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Particulars, for example the faults of a file.
    pub list: Vec<String>,
    /// Whether it belongs to what is printed.
    pub printed: bool,
}

/// Draws a notice.
pub fn draw(notice: &Notice) -> Html {
    let class = if notice.printed { "ct-notice ct-notice--warn" } else { "ct-notice ct-notice--warn ct-noprint" };
    html! {
        <div {class} part="notice">
            { mark(Mark::Warn) }
            <div>
                <p class="ct-notice__title">{ notice.title.clone() }</p>
                <p>{ notice.text.clone() }</p>
                if !notice.list.is_empty() {
                    <div class="ct-prose"><ul>{ for notice.list.iter().map(|fault| html! { <li>{ fault.clone() }</li> }) }</ul></div>
                }
            </div>
        </div>
    }
}

/// What stays in sight on every step while the answers give it.
pub fn pinned(view: &View) -> Html {
    let state = &view.state;
    state
        .desk
        .pinned(&state.draft)
        .into_iter()
        .map(|(heading, text, emergency)| pin(heading, text, emergency))
        .collect()
}

/// One of those messages.
pub fn pin(heading: String, text: String, emergency: bool) -> Html {
    let class = if emergency { "ct-emergency" } else { "ct-notice ct-notice--now" };
    html! {
        <div {class}>
            if !emergency { { mark(Mark::Now) } }
            <div><p class="ct-notice__title">{ heading }</p><p>{ text }</p></div>
        </div>
    }
}
