//! Keep it: every form in which a plan leaves the page.

use super::{Seen, frame};
use crate::plans::export::{Format, Switch};
use crate::plans::msg::Msg;
use crate::record::code_of;
use crate::ui::parts::heading::heading;
use yew::prelude::*;

/// Draws the section.
pub fn keep(seen: Seen<'_>) -> Html {
    let model = seen.model;
    html! {
        <section class="ct-section ct-noprint" id="ct-keep">
            { heading(seen.level, 2, "ct-heading", seen.say("keep.title")) }
            <p class="ct-prose">{ seen.say("plan.keep_lead") }</p>
            <p class="ct-prose">{ seen.say("keep.code") }{ ": " }<code class="ct-code">{ code_of(&model.stamp.id) }</code></p>
            <div class="ct-buttons">
                { button(seen, "data", Format::Data, true) }
            </div>
            { heading(seen.level, 3, "ct-heading ct-heading--small", seen.say("plan.record")) }
            <p class="ct-prose ct-soft">{ seen.say("plan.record_hint") }</p>
            <div class="ct-buttons">
                { button(seen, "record", Format::Record, false) }
                { button(seen, "record_text", Format::RecordText, false) }
            </div>
            { heading(seen.level, 3, "ct-heading ct-heading--small", seen.say("plan.copies")) }
            { switch(seen, Switch::ForOthers) }
            { switch(seen, Switch::Large) }
            <div class="ct-buttons">
                { button(seen, "copy", Format::Copy, false) }
                { button(seen, "print", Format::Print, false) }
                { button(seen, "word", Format::Word, false) }
                { button(seen, "text", Format::Text, false) }
                { button(seen, "easy", Format::EasyRead, false) }
            </div>
            <p class="ct-prose ct-soft">{ seen.say("plan.easy_hint") }</p>
            { heading(seen.level, 3, "ct-heading ct-heading--small", seen.say("plan.table")) }
            <p class="ct-prose ct-soft">{ seen.say("plan.table_hint") }</p>
            <div class="ct-buttons">{ button(seen, "table", Format::Table, false) }</div>
            { calendar(seen) }
            <p class="ct-prose ct-soft">{ seen.say("keep.where") }</p>
            if model.complete {
                <div class="ct-buttons">
                    <button type="button" class="ct-button" id="ct-new-version" onclick={seen.act.press(Msg::NewVersion)}>{ seen.say("plan.new_version") }</button>
                </div>
            }
            { frame::clear(seen) }
        </section>
    }
}

/// The calendar file, with what may be asked for.
pub fn calendar(seen: Seen<'_>) -> Html {
    html! {
        <>
            { heading(seen.level, 3, "ct-heading ct-heading--small", seen.say("plan.calendar")) }
            <p class="ct-prose ct-soft">{ seen.say("plan.calendar_hint") }</p>
            { for Switch::CALENDAR.into_iter().map(|each| switch(seen, each)) }
            if seen.model.choices.is_on(Switch::Text) { <p class="ct-prose ct-strong">{ seen.say("plan.calendar_shared") }</p> }
            <div class="ct-buttons">{ button(seen, "calendar", Format::Calendar, false) }</div>
        </>
    }
}

fn button(seen: Seen<'_>, id: &str, format: Format, first: bool) -> Html {
    let class = if first { "ct-button ct-button--primary" } else { "ct-button" };
    html! {
        <button type="button" {class} id={format!("ct-export-{id}")} onclick={seen.act.press(Msg::Export(format))}>{ seen.say(&format!("plan.export.{id}")) }</button>
    }
}

fn switch(seen: Seen<'_>, switch: Switch) -> Html {
    let id = format!("ct-switch-{}", switch.id());
    html! {
        <div class="ct-choice" key={switch.id()}>
            <input class="ct-choice__input" type="checkbox" id={id.clone()} checked={seen.model.choices.is_on(switch)} onchange={seen.act.on(Msg::Switch(switch))} />
            <label class="ct-choice__label" for={id}>{ seen.say(&format!("plan.switch.{}", switch.id())) }</label>
        </div>
    }
}
