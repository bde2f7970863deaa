//! Which rows are shown. Filters never change a place.

use super::app::Act;
use super::model::{Model, Shown};
use super::msg::Msg;
use crate::engine::Choices;
use crate::tools::allocation::answers::FUNCTION;
use crate::tools::allocation::bands::Band;
use yew::prelude::*;

/// Five bars, more of them filled the more urgent the band.
pub fn bars(band: Band) -> Html {
    let class = if band == Band::ActNow { "ct-band ct-band--now" } else { "ct-band" };
    let bar = |at: usize| {
        let on = at + band.place() < 5;
        let (x, y) = (format!("{}.5", at * 5), format!("{}.5", 11 - 3 * at as i32));
        let height = (4 + 3 * at).to_string();
        html! { <rect class={if on { "ct-band__on" } else { "ct-band__off" }} x={x} y={y} width="3" height={height} /> }
    };
    html! { <svg class={class} viewBox="0 0 24 16" aria-hidden="true">{ for (0..5).map(bar) }</svg> }
}

/// The filters.
pub fn filters(model: &Model, act: &Act) -> Html {
    let counts = model.seen.counts;
    let chip = |band: Band| {
        let id = format!("ct-f-{}", band.id());
        let checked = model.filter.bands.get(band.place()).copied().unwrap_or(true);
        html! {
            <span class="ct-chip">
                <input class="ct-chip__input" type="checkbox" id={id.clone()} checked={checked} onchange={act.on(Msg::Band(band))} />
                <label class="ct-chip__label" for={id}>{ bars(band) }<span>{ model.band(band) }</span><span class="ct-chip__count">{ *band.of(&counts) }</span></label>
            </span>
        }
    };
    let works = crate::tools::allocation::answers::Function::LIST.iter().enumerate();
    let works = works.map(|(at, choice)| {
        let name = model.short_choice(FUNCTION.0, at);
        html! { <option value={at.to_string()} selected={model.filter.work == Some(at)} key={choice.id}>{ name }</option> }
    });
    let shows = Shown::ALL.map(|shown| {
        let count = model.count_of(shown);
        let pressed = model.shown == shown;
        html! {
            <li key={shown.id()}><button type="button" class={if pressed { "ct-shown ct-shown--here" } else { "ct-shown" }}
                aria-pressed={if pressed { "true" } else { "false" }} id={format!("ct-show-{}", shown.id())} onclick={act.press(Msg::Show(shown))}>
                { model.say(&format!("list.shown.{}", shown.id())) }{ " " }<span class="ct-chip__count">{ count }</span></button></li>
        }
    });
    html! {
        <>
            <nav aria-label={model.say("list.lists")}><ul class="ct-showns">{ for shows }</ul></nav>
            <div class="ct-filters">
                <fieldset class="ct-filters__group">
                    <legend class="ct-filters__name">{ model.say("list.bands_shown") }</legend>
                    <div class="ct-chips">{ for Band::ALL.map(chip) }</div>
                </fieldset>
                <div class="ct-filters__group">
                    <label class="ct-filters__name" for="ct-f-work">{ model.say("list.work") }</label>
                    <select class="ct-input ct-input--10" id="ct-f-work" onchange={act.chosen(|value| Msg::Work(value.parse().ok()))}>
                        <option value="" selected={model.filter.work.is_none()}>{ model.say("list.all_work") }</option>
                        { for works }
                    </select>
                </div>
                <div class="ct-filters__group">
                    <label class="ct-filters__name" for="ct-f-ref">{ model.say("list.find") }</label>
                    <input class="ct-input ct-input--10" id="ct-f-ref" type="text" autocomplete="off" value={model.filter.reference.clone()} oninput={act.typed(Msg::Find)} />
                </div>
            </div>
        </>
    }
}
