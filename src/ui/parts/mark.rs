//! Small pictures that say with a shape what the words beside them say.

use yew::prelude::*;

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not yet.
    Stop,
    /// Settled.
    Ok,
    /// Open.
    Open,
    /// Keep in mind.
    Warn,
    /// Wrong.
    Now,
    /// For information.
    Info,
}

/// Draws a mark. Nothing is spoken: the words beside it say the same.
pub fn mark(mark: Mark) -> Html {
    let (class, shape) = match mark {
        Mark::Stop => ("ct-mark ct-mark--stop", disc("M5 10h10")),
        Mark::Ok => ("ct-mark ct-mark--ok", disc("M5.5 10.5l3 3 6-7")),
        Mark::Now => ("ct-mark ct-mark--now", disc("M6.5 6.5l7 7M13.5 6.5l-7 7")),
        Mark::Open => (
            "ct-mark ct-mark--open",
            html! { <circle class="ct-mark__line" cx="10" cy="10" r="8" stroke-dasharray="4 2.28" /> },
        ),
        Mark::Info => (
            "ct-mark ct-mark--open",
            html! {
                <><circle class="ct-mark__line" cx="10" cy="10" r="8" /><path class="ct-mark__line" d="M10 9v6M10 5v2" /></>
            },
        ),
        Mark::Warn => (
            "ct-mark ct-mark--warn",
            html! {
                <><path class="ct-mark__solid" d="M10 1.5l9 16.5H1z" /><path class="ct-mark__cut" d="M10 7.5v4.5M10 15v.1" /></>
            },
        ),
    };
    html! { <svg class={class} viewBox="0 0 20 20" aria-hidden="true">{ shape }</svg> }
}

fn disc(cut: &'static str) -> Html {
    html! { <><circle class="ct-mark__solid" cx="10" cy="10" r="9" /><path class="ct-mark__cut" d={cut} /></> }
}
