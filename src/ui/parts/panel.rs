//! What this means so far.

use super::heading::heading;
use super::mark::{Mark, mark};
use crate::sheet::panel::{Panel, Point, Settled};
use crate::words::Words;
use yew::prelude::*;

const BODY: &str = "ct-panel-body";

/// What the panel needs beside what it says.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The words of the screen.
    pub words: &'a Words,
    /// The heading level of the tool's title.
    pub level: u8,
    /// Whether it is unfolded in a narrow column.
    pub unfolded: bool,
    /// The phrases over what is settled and what is open.
    pub heads: [&'a str; 2],
    /// The phrases of the button that shows and hides them.
    pub toggles: [&'a str; 2],
}

/// What the page showed in the panel's place before the tool was live: it holds as long as nobody has answered.
#[derive(Clone, Debug, PartialEq)]
pub struct StandIn {
    /// The most pressing thing.
    pub lead: AttrValue,
    /// The button that shows the body.
    pub toggle: AttrValue,
    /// What is settled and what is open.
    pub body: Html,
}

/// Draws the panel.
pub fn panel(frame: Frame<'_>, panel: &Panel, onfold: Callback<MouseEvent>) -> Html {
    let Frame { words, unfolded, heads, toggles, .. } = frame;
    let (lead_mark, so_far) = match panel.state {
        Settled::Yes => (Mark::Stop, ""),
        Settled::SoFar => (Mark::Open, "panel.so_far"),
        Settled::Nothing => (Mark::Open, ""),
    };
    let counts = [("settled", panel.settled.len().to_string()), ("open", panel.open.len().to_string())];
    let gaps = [("settled", counts[0].1.as_str()), ("open", counts[1].1.as_str())];
    let toggle = words.fill(if unfolded { toggles[1] } else { toggles[0] }, &gaps);
    let lead = html! {
        <>
            { panel.lead.clone() }
            if !so_far.is_empty() { <span class="ct-plain ct-soft">{ " " }{ words.say(so_far).to_owned() }</span> }
        </>
    };
    let body = html! {
        <div class="ct-panel__body" id={BODY}>
            { group(frame, heads[0], Mark::Ok, &panel.settled) }
            { group(frame, heads[1], Mark::Open, &panel.open) }
        </div>
    };
    drawn(frame, false, (lead_mark, lead), toggle.into(), body, onfold)
}

/// The panel before it is known what answers mean: what stood in for it, or that it is being worked out.
pub fn waiting(frame: Frame<'_>, stand_in: Option<&StandIn>, onfold: Callback<MouseEvent>) -> Html {
    let words = frame.words;
    let (lead, toggle, body) = match stand_in {
        Some(StandIn { lead, toggle, body }) => (lead.clone(), toggle.clone(), body.clone()),
        None => (
            words.say("panel.waiting").to_owned().into(),
            words.say("panel.why").to_owned().into(),
            html! { <div class="ct-panel__body" id={BODY}></div> },
        ),
    };
    drawn(frame, true, (Mark::Open, html! { { lead } }), toggle, body, onfold)
}

fn drawn(
    frame: Frame<'_>,
    busy: bool,
    (lead_mark, lead): (Mark, Html),
    toggle: AttrValue,
    body: Html,
    onfold: Callback<MouseEvent>,
) -> Html {
    let Frame { words, level, unfolded, .. } = frame;
    let class = classes!("ct-panel", unfolded.then_some("ct-panel--open"));
    html! {
        <div class={class} part="panel" role="group" aria-labelledby="ct-panel-title" aria-busy={busy.then_some("true")}>
            <@{super::heading::tag(level, 1)} class="ct-panel__title" id="ct-panel-title">{ words.say("panel.title").to_owned() }</@>
            <p class="ct-panel__lead">
                { mark(lead_mark) }
                <span>{ lead }</span>
            </p>
            <button type="button" class="ct-link ct-link--button ct-panel__toggle"
                aria-expanded={unfolded.to_string()} aria-controls={BODY} onclick={onfold}>{ toggle }</button>
            { body }
        </div>
    }
}

fn group(frame: Frame<'_>, title: &str, kind: Mark, points: &[Point]) -> Html {
    if points.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ct-panel__group">
            { heading(frame.level, 2, "ct-panel__head", frame.words.say(title).to_owned()) }
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
