//! Headings at the level the host page asks for.

use yew::prelude::*;

/// A heading `below` levels under the tool's title.
pub fn heading(level: u8, below: u8, class: &'static str, text: impl Into<AttrValue>) -> Html {
    let text: AttrValue = text.into();
    html! { <@{tag(level, below)} class={class}>{ text }</@> }
}

/// The heading of a step, which takes the focus when the step begins.
pub fn step_heading(level: u8, class: &'static str, text: impl Into<AttrValue>) -> Html {
    let text: AttrValue = text.into();
    html! { <@{tag(level, 1)} class={class} part="step-title" id={super::super::state::STEP_TITLE} tabindex="-1">{ text }</@> }
}

/// The name of the heading element.
pub fn tag(level: u8, below: u8) -> String {
    format!("h{}", (level + below).clamp(1, 6))
}
