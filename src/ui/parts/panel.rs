//! What this means so far.

use super::heading::heading;
use super::mark::{Mark, mark};
use crate::sheet::panel::{Panel, Point, Settled};
use crate::ui::form::View;
use crate::ui::state::Action;
use yew::prelude::*;

/// Draws the panel.
pub fn panel(view: &View, panel: &Panel) -> Html {
    let words = &view.desk().words;
    let (lead_mark, so_far) = match panel.state {
        Settled::Yes => (Mark::Stop, ""),
        Settled::SoFar => (Mark::Open, "panel.so_far"),
        Settled::Nothing => (Mark::Open, ""),
    };
    let counts = [("settled", panel.settled.len().to_string()), ("open", panel.open.len().to_string())];
    let gaps = [("settled", counts[0].1.as_str()), ("open", counts[1].1.as_str())];
    let toggle = words.fill(if view.state.unfolded { "panel.hide" } else { "panel.show" }, &gaps);
    let class = classes!("ct-panel", view.state.unfolded.then_some("ct-panel--open"));
    html! {
        <div class={class} role="group" aria-labelledby="ct-panel-title">
            <@{super::heading::tag(view.level, 1)} class="ct-panel__title" id="ct-panel-title">{ view.say("panel.title") }</@>
            <p class="ct-panel__lead">
                { mark(lead_mark) }
                <span>
                    { panel.lead.clone() }
                    if !so_far.is_empty() { <span class="ct-plain ct-soft">{ " " }{ view.say(so_far) }</span> }
                </span>
            </p>
            <button type="button" class="ct-link ct-link--button ct-panel__toggle"
                aria-expanded={view.state.unfolded.to_string()} aria-controls="ct-panel-body"
                onclick={view.press(Action::Fold)}>{ toggle }</button>
            <div class="ct-panel__body" id="ct-panel-body">
                { group(view, "panel.settled", Mark::Ok, &panel.settled) }
                { group(view, "panel.open", Mark::Open, &panel.open) }
            </div>
        </div>
    }
}

fn group(view: &View, title: &str, kind: Mark, points: &[Point]) -> Html {
    if points.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ct-panel__group">
            { heading(view.level, 2, "ct-panel__head", view.say(title)) }
            <ul>
                { for points.iter().map(|point| html! {
                    <li class="ct-point" key={point.id.clone()}>
                        { mark(kind) }
                        <span>{ point.text.clone() }<span class="ct-point__more">{ point.more.clone() }</span></span>
                    </li>
                }) }
            </ul>
        </div>
    }
}
