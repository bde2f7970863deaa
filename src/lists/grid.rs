//! The list itself: a grid with one tab stop, of which a window of rows is drawn.

use super::app::Act;
use super::filters::bars;
use super::model::{Model, Shown, WINDOW};
use super::msg::Msg;
use crate::engine::Sheet;
use crate::tools::allocation::answers::FUNCTION;
use crate::tools::allocation::bands::{Band, List};
use crate::tools::allocation::list::Entry;
use yew::prelude::*;

/// The id of a row's element.
pub fn row_id(row: u32) -> String {
    format!("ct-row-{row}")
}

/// The keys that the list takes.
pub const KEYS: [&str; 12] = [
    "ArrowUp",
    "ArrowDown",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "ArrowRight",
    "ArrowLeft",
    "Enter",
    "Escape",
    " ",
    "?",
];

impl Model {
    /// A key pressed in the list.
    pub fn key(&mut self, key: &str, control: bool) {
        let at = self.focus;
        let row = self.rows.get(at).map(|(_, row)| *row);
        match (key, control) {
            ("ArrowDown", true) => self.focus_band(true),
            ("ArrowUp", true) => self.focus_band(false),
            ("ArrowDown", _) => self.focus_on(at + 1),
            ("ArrowUp", _) => self.focus_on(at.saturating_sub(1)),
            ("PageDown", _) => self.focus_on(at + 10),
            ("PageUp", _) => self.focus_on(at.saturating_sub(10)),
            ("Home", _) => self.focus_on(0),
            ("End", _) => self.focus_on(self.rows.len()),
            ("ArrowRight", _) => self.go = row.map(|row| format!("ct-open-{row}")).unwrap_or_default(),
            ("ArrowLeft" | "Escape", _) => self.focus_on(at),
            ("?", _) => self.keys = !self.keys,
            _ => {}
        }
    }
}

/// The list.
pub fn grid(model: &Model, act: &Act) -> Html {
    let shown = model.shown;
    let total = model.count_of(shown);
    let title = model.fill(
        "list.title",
        &[("list", &model.say(&format!("list.shown.{}", shown.id()))), ("day", &model.desk.words.day(model.today))],
    );
    let help = model.fill("list.help", &[("rows", &model.rows.len().to_string()), ("total", &total.to_string())]);
    if model.rows.is_empty() {
        let none = if total == 0 { "list.none" } else { "list.none_match" };
        return html! {
            <section class="ct-section" id="ct-list">
                <@{model.heading(1)} class="ct-heading ct-heading--small" id="ct-list-title" tabindex="-1">{ title }</@>
                <p class="ct-soft" id="ct-list-help">{ model.say(none) }</p>
            </section>
        };
    }
    let banded = shown == Shown::Ranked;
    let bands = if banded { band_starts(model) } else { Vec::new() };
    let last = (model.window + WINDOW).min(model.rows.len());
    let mut body: Vec<Html> = Vec::new();
    for at in model.window..last {
        let Some((place, row)) = model.rows.get(at).copied() else { continue };
        let Some(entry) = model.list.entry(row) else { continue };
        let start = bands.iter().rev().find(|(from, _, _)| *from <= at);
        let before = bands.iter().filter(|(from, _, _)| *from <= at).count();
        if let Some((from, band, count)) = start
            && (*from == at || at == model.window)
        {
            body.push(band_row(model, *band, *count, at + 1 + before));
        }
        body.push(line(model, act, (at, at + 2 + before), place, row, entry));
    }
    let top = ["place", "ref", "why", "work", "due", "contact"].map(|column| {
        html! { <th role="columnheader" scope="col" class={format!("ct-list__cell ct-list__cell--{column}")}>{ model.say(&format!("list.column.{column}")) }</th> }
    });
    let onkeydown = act.keys();
    html! {
        <section class="ct-section" id="ct-list">
            <@{model.heading(1)} class="ct-heading ct-heading--small" id="ct-list-title" tabindex="-1">{ title }</@>
            <p class="ct-soft ct-small" id="ct-list-help">{ help }</p>
            if model.keys { { keys(model) } }
            { window_buttons(model, act, false) }
            <table class="ct-list" role="grid" aria-labelledby="ct-list-title" aria-describedby="ct-list-help"
                aria-rowcount={(model.rows.len() + bands.len() + 1).to_string()} aria-multiselectable="true" onkeydown={onkeydown}>
                <thead class="ct-list__top" role="rowgroup"><tr class="ct-list__row ct-list__row--top" role="row" aria-rowindex="1">{ for top }</tr></thead>
                <tbody class="ct-list__body" role="rowgroup">{ for body }</tbody>
            </table>
            { window_buttons(model, act, true) }
        </section>
    }
}

/// Where each band begins among the ranked rows shown, and how many of it are shown.
fn band_starts(model: &Model) -> Vec<(usize, Band, usize)> {
    let mut starts = Vec::new();
    let mut from = 0;
    // They stand in the order of the bands, so a look at every row is not needed.
    for band in Band::ALL {
        let rest = model.rows.get(from..).unwrap_or_default();
        let of_it = |(_, row): &(u32, u32)| {
            model.list.entry(*row).is_some_and(|entry| entry.place.queue.place() <= band.place())
        };
        let count = rest.partition_point(of_it);
        if count > 0 {
            starts.push((from, band, count));
        }
        from += count;
    }
    starts
}

fn band_row(model: &Model, band: Band, count: usize, index: usize) -> Html {
    let text = model.fill("list.band", &[("band", &model.band(band)), ("n", &count.to_string())]);
    html! {
        <tr class="ct-list__band" role="row" aria-rowindex={index.to_string()} key={format!("band-{}", band.id())}>
            <th class="ct-list__bandname" role="columnheader" scope="rowgroup" colspan="6">{ bars(band) }<span class="ct-nowrap">{ text }</span></th>
        </tr>
    }
}

fn line(model: &Model, act: &Act, (at, index): (usize, usize), place: u32, row: u32, entry: &Entry) -> Html {
    let chosen = model.chosen.contains(&row);
    let class = if chosen { "ct-list__row ct-list__row--chosen" } else { "ct-list__row" };
    let work =
        entry.facts.choice(FUNCTION.0).map(|choice| model.short_choice(FUNCTION.0, choice)).unwrap_or_default();
    let reference = if entry.facts.reference.is_empty() {
        model.say("list.no_reference")
    } else {
        entry.facts.reference.to_string()
    };
    let known = entry.problem.is_none() && entry.place.list != List::Closed;
    let due = entry.place.due.filter(|_| known).map(|day| dated(model, day, "list.by"));
    let contact = entry.place.next_contact.filter(|_| known).map(|day| dated(model, day, "list.contact"));
    let why = match (entry.problem, entry.place.list) {
        (Some(_), _) => model.problem(entry),
        (None, List::Closed) => model.say("list.closed_row"),
        (None, List::NeedsTriage) => model.say("list.triage_row"),
        (None, _) => model.why(entry),
    };
    let tab = if at == model.focus { "0" } else { "-1" };
    html! {
        <tr class={class} role="row" id={row_id(row)} key={row_id(row)} aria-rowindex={index.to_string()} tabindex={tab}
            aria-selected={if chosen { "true" } else { "false" }} onclick={act.row(Msg::Focus(at))} ondblclick={act.row(Msg::Open(row))}>
            <td role="gridcell" class="ct-list__cell ct-list__cell--place">{ place + 1 }</td>
            <th role="rowheader" class="ct-list__cell ct-list__cell--ref" scope="row">
                <button type="button" class="ct-link ct-link--button" tabindex="-1" id={format!("ct-open-{row}")} onclick={act.press(Msg::Open(row))}>{ reference }</button>
            </th>
            <td role="gridcell" class="ct-list__cell ct-list__cell--why"><span>{ why }</span>{ notes(model, entry) }</td>
            <td role="gridcell" class="ct-list__cell ct-list__cell--work">{ work }</td>
            <td role="gridcell" class="ct-list__cell ct-list__cell--due">{ for due }</td>
            <td role="gridcell" class="ct-list__cell ct-list__cell--contact">{ for contact }</td>
        </tr>
    }
}

fn dated(model: &Model, day: i32, prefix: &str) -> Html {
    let (text, note) = model.due(day);
    let today = day == crate::engine::dates::number(model.today);
    let class = if today { "ct-list__today" } else { "ct-list__late" };
    html! { <><span class="ct-list__prefix">{ model.say(prefix) }{ " " }</span>{ text }{ for note.map(|note| html! { <>{ " " }<span class={class}>{ note }</span></> }) }</> }
}

/// What to know about a row at a glance.
fn notes(model: &Model, entry: &Entry) -> Html {
    let fits = |rule| entry.place.fits(model.list.law(), rule);
    let mut notes: Vec<(&str, String)> = Vec::new();
    if entry.acts_now() {
        notes.push(("ct-tag ct-tag--now", model.say("list.tag.act_and_mend")));
    }
    if entry.problem.is_none() && entry.place.list != List::Closed {
        if fits("act_escalate") {
            notes.push(("ct-tag ct-tag--now", model.say("list.tag.escalate")));
        }
        if fits("act_reprioritise") {
            notes.push(("ct-tag ct-tag--open", model.say("list.tag.stale")));
        }
        if !entry.facts.missing().is_empty() {
            notes.push(("ct-tag ct-tag--open", model.say("list.tag.provisional")));
        }
        if entry.kept_visible() {
            notes.push(("ct-tag", model.say("list.tag.kept_visible")));
        }
        if let (true, Some(wait)) = (entry.place.base != entry.place.queue, entry.place.wait) {
            notes.push(("ct-tag", model.fill("list.tag.lifted", &[("days", &model.desk.words.days(wait))])));
        }
    }
    if notes.is_empty() {
        return Html::default();
    }
    html! { <span class="ct-list__notes">{ for notes.into_iter().map(|(class, text)| html! { <span class={class.to_owned()}>{ text }</span> }) }</span> }
}

fn window_buttons(model: &Model, act: &Act, below: bool) -> Html {
    let last = (model.window + WINDOW).min(model.rows.len());
    let more = if below { last < model.rows.len() } else { model.window > 0 };
    if !more {
        return Html::default();
    }
    let (phrase, to) =
        if below { ("list.later", last) } else { ("list.earlier", model.window.saturating_sub(WINDOW)) };
    let range = model.fill(
        "list.range",
        &[
            ("from", &(model.window + 1).to_string()),
            ("to", &last.to_string()),
            ("of", &model.rows.len().to_string()),
        ],
    );
    html! {
        <p class="ct-window"><span class="ct-soft ct-small">{ range }</span>{ " " }
            <button type="button" class="ct-link ct-link--button" id={if below { "ct-later" } else { "ct-earlier" }} onclick={act.press(Msg::Window(to))}>{ model.say(phrase) }</button></p>
    }
}

fn keys(model: &Model) -> Html {
    let keys = ["move", "ten", "ends", "bands", "links", "open", "choose", "leave"];
    html! {
        <dl class="ct-rows" id="ct-keys">
            { for keys.into_iter().map(|key| html! {
                <div class="ct-rows__row"><dt class="ct-rows__name">{ model.say(&format!("keys.{key}.key")) }</dt><dd class="ct-rows__said">{ model.say(&format!("keys.{key}.does")) }</dd></div>
            }) }
        </dl>
    }
}
