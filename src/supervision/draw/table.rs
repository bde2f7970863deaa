//! The open records in a table, with counts where there are enough of them.

use super::Seen;
use crate::supervision::model::Place;
use crate::supervision::msg::{Format, Msg};
use crate::supervision::several::{COLUMNS, Counts, FEWEST, Row, caption, counts, rows, status};
use crate::ui::parts::heading::heading;
use std::collections::BTreeSet;
use yew::prelude::*;

/// Draws it.
pub fn table(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let rows = rows(model);
    let caption = caption(model);
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("table.title")) }
            { filters(seen) }
            <p class="ct-hidden" role="status">{ model.in_table.clone() }</p>
            <div class="ct-scroll" tabindex="0" role="region" aria-labelledby="ct-records-caption">
                <table class="ct-table ct-table--stack" id="ct-records">
                    <caption class="ct-table__caption" id="ct-records-caption">{ caption }</caption>
                    <thead class="ct-table__top">
                        <tr>{ for COLUMNS.iter().enumerate().map(|(at, id)| head(seen, at, id)) }</tr>
                    </thead>
                    <tbody class="ct-table__body">{ for rows.iter().map(|each| row(seen, each)) }</tbody>
                </table>
            </div>
            { tally(seen) }
            <div class="ct-buttons ct-noprint">
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Export(Format::Table))}>{ seen.say("table.csv") }</button>
            </div>
        </section>
    }
}

fn filters(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let tools: BTreeSet<(&str, String)> = model.records.iter().map(|held| (held.desk.tool.id, held.tool())).collect();
    let statuses: BTreeSet<&str> = model.records.iter().map(|held| status(model, held)).collect();
    let statuses: Vec<(&str, String)> =
        statuses.into_iter().map(|id| (id, seen.say(&format!("status_is.{id}")))).collect();
    let option = |id: &str, words: String, chosen: &str| {
        html! { <option value={id.to_owned()} selected={chosen == id}>{ words }</option> }
    };
    html! {
        <div class="ct-filters ct-noprint">
            <div class="ct-field">
                <label class="ct-field__label" for="ct-of-tool">{ seen.say("table.of_tool") }</label>
                <select class="ct-input" id="ct-of-tool" onchange={seen.act.chosen(Msg::Tool)}>
                    { option("", seen.say("table.all"), &model.tool_shown) }
                    { for tools.into_iter().map(|(id, words)| option(id, words, &model.tool_shown)) }
                </select>
            </div>
            <div class="ct-field">
                <label class="ct-field__label" for="ct-of-status">{ seen.say("table.of_status") }</label>
                <select class="ct-input" id="ct-of-status" onchange={seen.act.chosen(Msg::Status)}>
                    { option("", seen.say("table.all"), &model.status_shown) }
                    { for statuses.into_iter().map(|(id, words)| option(id, words, &model.status_shown)) }
                </select>
            </div>
        </div>
    }
}

fn head(seen: Seen<'_>, at: usize, id: &str) -> Html {
    let (column, down) = seen.model.sorted_by;
    let sorted = (column == at).then_some(if down { "descending" } else { "ascending" });
    let arrow = match sorted {
        Some("descending") => " ↓",
        Some(_) => " ↑",
        None => "",
    };
    html! {
        <th class="ct-table__head" scope="col" aria-sort={sorted} key={id.to_owned()}>
            <button type="button" class="ct-link ct-link--button ct-table__sort" onclick={seen.act.press(Msg::Sort(at))}>
                { seen.say(&format!("table.{id}")) }<span aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}

fn row(seen: Seen<'_>, row: &Row) -> Html {
    let [code, others @ ..] = &row.cells;
    html! {
        <tr class="ct-table__row" key={row.at}>
            <th class="ct-table__cell ct-table__cell--key ct-nowrap" scope="row">
                <button type="button" class="ct-link ct-link--button" onclick={seen.act.press(Msg::Go(Place::Record(row.at)))}>{ code.clone() }</button>
            </th>
            { for others.iter().zip(&COLUMNS[1..]).map(|(cell, id)| html! {
                <td class="ct-table__cell" data-label={seen.say(&format!("table.{id}"))} key={*id}>{ cell.clone() }</td>
            }) }
        </tr>
    }
}

fn tally(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let Counts { groups, left_out } = counts(model);
    if groups.is_empty() {
        return html! {
            <>
                <p class="ct-caption">{ model.fill("counts.too_few", &[("n", &FEWEST.to_string())]) }</p>
                { not_counted(seen, &left_out) }
            </>
        };
    }
    let day = model.today.map(|today| model.words().day(today)).unwrap_or_default();
    html! {
        <details class="ct-why">
            <summary class="ct-why__summary"><span>{ seen.say("counts.title") }</span></summary>
            <div class="ct-why__body">
                <p class="ct-prose ct-soft">{ model.fill("counts.lead", &[("day", &day)]) }</p>
                { for groups.iter().map(|(id, counts)| html! {
                    <section class="ct-below" key={*id}>
                        { heading(seen.level, 3, "ct-heading ct-heading--small", seen.say(id)) }
                        <dl class="ct-rows ct-rows--plain">
                            { for counts.iter().map(|(what, count)| html! {
                                <div class="ct-rows__row"><dt class="ct-rows__key">{ what.clone() }</dt><dd class="ct-rows__value">{ *count }</dd></div>
                            }) }
                        </dl>
                    </section>
                }) }
                { not_counted(seen, &left_out) }
            </div>
        </details>
    }
}

/// Which records are in no count, and why.
fn not_counted(seen: Seen<'_>, left_out: &[(&'static str, usize)]) -> Html {
    if left_out.is_empty() {
        return html! { <p class="ct-caption">{ seen.say("counts.none_left_out") }</p> };
    }
    html! {
        <div class="ct-caption">
            <p>{ seen.say("counts.left_out") }</p>
            <ul>{ for left_out.iter().map(|(why, count)| html! { <li>{ seen.model.fill(why, &[("n", &count.to_string())]) }</li> }) }</ul>
        </div>
    }
}
