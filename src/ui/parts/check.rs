//! Check your answers.

use super::heading::{heading, step_heading};
use super::mark::{Mark, mark};
use super::section::buttons;
use crate::record::code_of;
use crate::sheet::check::{CheckRow, CheckSection};
use crate::ui::form::View;
use crate::ui::state::Action;
use yew::prelude::*;

/// Draws the check page.
pub fn check(view: &View) -> Html {
    let state = &view.state;
    let sections = state.desk.check(&state.draft);
    let open = sections.iter().flat_map(|section| &section.rows).filter(|row| row.open).count();
    let lead = match open {
        0 => state.desk.words.say("check.all_known").to_owned(),
        1 => state.desk.words.say("check.one_open").to_owned(),
        n => state.desk.words.fill("check.open", &[("n", &n.to_string())]),
    };
    let aside = state.desk.set_aside(&state.draft);
    html! {
        <>
            { step_heading(view.level, "ct-heading", view.say("check.title")) }
            if !state.stamp.replaces.is_empty() {
                <p class="ct-prose ct-strong">{ state.desk.words.fill("reopen.version", &[("code", &code_of(&state.stamp.replaces))]) }</p>
            }
            if !state.said.is_empty() {
                <div class="ct-block">
                    { heading(view.level, 2, "ct-heading ct-heading--small", view.say("reopen.said")) }
                    <div class="ct-prose"><ul>{ for state.said.iter().map(|text| html! { <li>{ text.clone() }</li> }) }</ul></div>
                </div>
            }
            <p class="ct-prose">{ lead }</p>
            { for sections.iter().map(|each| section(view, each)) }
            if !aside.is_empty() {
                <div class="ct-block">
                    { heading(view.level, 2, "ct-heading ct-heading--small", view.say("check.aside")) }
                    <p class="ct-prose">{ view.say("check.aside_text") }</p>
                    <div class="ct-prose"><ul>{ for aside.iter().map(|name| html! { <li>{ name.clone() }</li> }) }</ul></div>
                </div>
            }
            { super::signing::personal(view) }
            { buttons(view, "check.to_result", true) }
        </>
    }
}

fn section(view: &View, section: &CheckSection) -> Html {
    html! {
        <section class="ct-section" key={section.at}>
            { heading(view.level, 2, "ct-heading ct-heading--small", section.title.clone()) }
            <dl class="ct-rows">{ for section.rows.iter().map(|each| row(view, section.at, each)) }</dl>
        </section>
    }
}

fn row(view: &View, section: usize, row: &CheckRow) -> Html {
    let said =
        row.said.iter().map(|text| html! { <span class="ct-rows__said">{ text.clone() }</span> }).collect::<Html>();
    html! {
        <div class="ct-rows__row" key={row.id}>
            <dt class="ct-rows__key">{ row.name.clone() }</dt>
            <dd class="ct-rows__value">
                if row.open { <span class="ct-rows__value--open">{ mark(Mark::Open) }<span>{ said }</span></span> } else { { said } }
                { for row.notes.iter().map(|(label, text)| html! {
                    <span class="ct-rows__note"><span class="ct-soft ct-small">{ label.clone() }</span><br />{ text.clone() }</span>
                }) }
            </dd>
            <dd class="ct-rows__action">
                <button type="button" class="ct-link ct-link--button" onclick={view.press(Action::Change(section, row.id))}>
                    { view.say("change_answer") }<span class="ct-hidden">{ format!(": {}", row.name) }</span>
                </button>
            </dd>
        </div>
    }
}
