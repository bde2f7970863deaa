//! Questions to think with. The supervisor picks.

use super::Seen;
use crate::supervision::held::Held;
use crate::supervision::msg::Msg;
use crate::supervision::reflect::{probes, themes};
use crate::ui::parts::heading::heading;
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// How many questions about the record stand there at once.
const SHOWN: usize = 4;
/// The theme of the others.
const OWN: &str = "own";

/// Draws them.
pub fn questions(seen: Seen<'_>, held: &Held) -> Html {
    let model = seen.model;
    let (own, themes) = (probes(held), themes(held));
    let theme = model.theme.as_str();
    let list = match theme {
        "" => Vec::new(),
        theme => model.words().list(&format!("reflect.{theme}.questions")).into_iter().map(str::to_owned).collect(),
    };
    let (first, more) = own.split_at(own.len().min(SHOWN));
    let list = if theme == OWN { more.to_vec() } else { list };
    let tick = |text: &String| html! { <li class="ct-tick">{ mark(Mark::Info) }<span>{ text.clone() }</span></li> };
    html! {
        <section class="ct-section ct-noprint">
            { heading(seen.level, 2, "ct-heading", seen.say("reflect.title")) }
            <p class="ct-prose ct-soft">{ seen.say("reflect.lead") }</p>
            if !first.is_empty() { <ul class="ct-ticks">{ for first.iter().map(tick) }</ul> }
            <div class="ct-field">
                <label class="ct-field__label" for="ct-theme">{ seen.say("reflect.theme") }</label>
                <select class="ct-input" id="ct-theme" onchange={seen.act.chosen(Msg::Theme)}>
                    <option value="" selected={theme.is_empty()}>{ seen.say("reflect.no_theme") }</option>
                    if !more.is_empty() { <option value={OWN} selected={theme == OWN}>{ seen.say("reflect.more") }</option> }
                    { for themes.iter().map(|id| html! {
                        <option value={*id} selected={theme == *id}>{ model.words().at(&format!("reflect.{id}.title")).to_owned() }</option>
                    }) }
                </select>
            </div>
            if !list.is_empty() { <ul class="ct-ticks ct-below">{ for list.iter().map(tick) }</ul> }
        </section>
    }
}
