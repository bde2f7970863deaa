//! Pictures drawn by us, with the same figures in a table beside them.

use super::model::Model;
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::monitoring::WAITS;
use yew::prelude::*;

fn percent(part: usize, whole: usize, room: f64) -> String {
    let share = if whole == 0 { 0.0 } else { part as f64 * room / whole as f64 };
    let tenths = (share * 10.0) as u32;
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// People waiting by band, with those past their date, and by time waited.
pub fn waiting(model: &Model) -> Html {
    let (counts, late) = (model.seen.counts, model.seen.late);
    let most = counts.iter().copied().max().unwrap_or_default();
    let bars = Band::ALL.map(|band| {
        let (count, past) = (*band.of(&counts), *band.of(&late));
        let y = band.place() * 34;
        let (filled, rest) = (percent(past, most, 56.0), percent(count - past, most, 56.0));
        let start = percent(past, most, 56.0);
        let from = 24.0 + start.trim_end_matches('%').parse::<f64>().unwrap_or_default();
        let end = from + rest.trim_end_matches('%').parse::<f64>().unwrap_or_default() + 1.5;
        let words = if past > 0 {
            model.fill("picture.count_late", &[("n", &count.to_string()), ("late", &past.to_string())])
        } else {
            count.to_string()
        };
        html! {
            <>
                <text class="ct-picture__text" x="0" y={(y + 21).to_string()}>{ model.band(band) }</text>
                if past > 0 { <rect class="ct-picture__bar--now" x="24%" y={(y + 6).to_string()} width={filled} height="20" /> }
                if count > past { <rect class="ct-picture__bar--rest" x={format!("{from:.1}%")} y={(y + 6).to_string()} width={rest} height="20" /> }
                <text class="ct-picture__text" x={format!("{end:.1}%")} y={(y + 21).to_string()}>{ words }</text>
            </>
        }
    });
    let said = Band::ALL.map(|band| format!("{} {}", model.band(band), band.of(&counts))).join(", ");
    let grid = model.seen.grid;
    let columns = (0..=WAITS.len()).map(|at| match (at.checked_sub(1).and_then(|at| WAITS.get(at)), WAITS.get(at)) {
        (None, Some(to)) => model.fill("picture.up_to", &[("to", &to.to_string())]),
        (Some(from), Some(to)) => {
            model.fill("picture.from_to", &[("from", &(from + 1).to_string()), ("to", &to.to_string())])
        }
        (from, None) => model.fill("picture.more_than", &[("from", &from.copied().unwrap_or_default().to_string())]),
    });
    let columns: Vec<String> = columns.collect();
    let heads = columns.iter().map(|text| html! { <th class="ct-table__head" scope="col">{ text.clone() }</th> });
    let rows = Band::ALL.map(|band| {
        let cells = columns.iter().zip(*band.of(&grid)).map(|(label, count)| {
            html! { <td class="ct-table__cell" data-label={label.clone()}>{ count }</td> }
        });
        html! {
            <tr class="ct-table__row" key={band.id()}>
                <th class="ct-table__cell ct-table__cell--key" scope="row">{ model.band(band) }</th>
                <td class="ct-table__cell" data-label={model.say("picture.people")}>{ *band.of(&counts) }</td>
                <td class="ct-table__cell" data-label={model.say("picture.late")}>{ *band.of(&late) }</td>
                { for cells }
            </tr>
        }
    });
    html! {
        <section class="ct-section" id="ct-pictures">
            <@{model.heading(1)} class="ct-heading ct-heading--small">{ model.say("picture.waiting") }</@>
            <figure>
                <svg class="ct-picture" height="176" role="img" aria-labelledby="ct-pic-t ct-pic-d">
                    <title id="ct-pic-t">{ model.say("picture.waiting") }</title><desc id="ct-pic-d">{ said }</desc>
                    <g aria-hidden="true">{ for bars }</g>
                </svg>
                <figcaption class="ct-caption">{ model.say("picture.caption") }</figcaption>
            </figure>
            <div class="ct-scroll" tabindex="0" role="region" aria-label={model.say("picture.table")}>
                <table class="ct-table ct-table--stack">
                    <caption class="ct-table__caption">{ model.say("picture.table") }</caption>
                    <thead class="ct-table__top"><tr>
                        <th class="ct-table__head" scope="col">{ model.say("picture.band") }</th>
                        <th class="ct-table__head" scope="col">{ model.say("picture.people") }</th>
                        <th class="ct-table__head" scope="col">{ model.say("picture.late") }</th>
                        { for heads }
                    </tr></thead>
                    <tbody class="ct-table__body">{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

/// A worker's load: id and role, points now, points more, capacity.
pub type Load = (String, i64, i64, i64);

/// Load against capacity of each worker, with what would be added.
pub fn loads(model: &Model, title: &str, loads: &[Load]) -> Html {
    if loads.is_empty() {
        return Html::default();
    }
    let most = loads.iter().map(|(_, load, more, capacity)| (*load + *more).max(*capacity)).max().unwrap_or(1).max(1);
    let share = |points: i64| points.max(0) as f64 * 78.0 / most as f64;
    let of = |load: i64, more: i64, capacity: i64| {
        let (load, capacity) = ((load + more).to_string(), capacity.to_string());
        model.fill("picture.of", &[("load", &load), ("capacity", &capacity)])
    };
    let bar = |(at, (name, load, more, capacity)): (usize, &Load)| {
        let y = at * 46;
        let (now, more_wide, limit) = (share(*load), share(*more), share(*capacity));
        let end = (now + more_wide).max(limit) + 1.5;
        html! {
            <>
                <text class="ct-picture__text" x="0" y={(y + 14).to_string()}>{ name.clone() }</text>
                <rect class="ct-picture__rail" x="0" y={(y + 20).to_string()} width={format!("{limit:.1}%")} height="16" />
                <rect class="ct-picture__bar" x="0" y={(y + 20).to_string()} width={format!("{now:.1}%")} height="16" />
                if *more > 0 { <rect class="ct-picture__bar--more" x={format!("{now:.1}%")} y={(y + 21).to_string()} width={format!("{more_wide:.1}%")} height="14" /> }
                <line class="ct-picture__limit" x1={format!("{limit:.1}%")} x2={format!("{limit:.1}%")} y1={(y + 17).to_string()} y2={(y + 39).to_string()} />
                <text class="ct-picture__soft" x={format!("{end:.1}%")} y={(y + 33).to_string()}>{ of(*load, *more, *capacity) }</text>
            </>
        }
    };
    let rows = loads.iter().map(|(name, load, more, capacity)| {
        html! {
            <tr class="ct-table__row" key={name.clone()}>
                <th class="ct-table__cell ct-table__cell--key" scope="row">{ name.clone() }</th>
                <td class="ct-table__cell" data-label={model.say("picture.load_now")}>{ *load }</td>
                <td class="ct-table__cell" data-label={model.say("picture.load_more")}>{ *more }</td>
                <td class="ct-table__cell" data-label={model.say("picture.capacity")}>{ *capacity }</td>
            </tr>
        }
    });
    let said = loads.iter().map(|(name, load, more, capacity)| format!("{name}: {}", of(*load, *more, *capacity)));
    let said = said.collect::<Vec<_>>().join(". ");
    html! {
        <section class="ct-section" id="ct-loads">
            <@{model.heading(2)} class="ct-heading">{ title.to_owned() }</@>
            <figure>
                <svg class="ct-picture" height={(loads.len() * 46 + 8).to_string()} role="img" aria-labelledby="ct-load-t ct-load-d">
                    <title id="ct-load-t">{ title.to_owned() }</title><desc id="ct-load-d">{ said }</desc>
                    <g aria-hidden="true">{ for loads.iter().enumerate().map(bar) }</g>
                </svg>
                <figcaption class="ct-caption">{ model.say("picture.load_caption") }</figcaption>
            </figure>
            <details><summary>{ model.say("picture.load_table") }</summary>
                <table class="ct-table ct-table--stack" aria-label={title.to_owned()}>
                    <thead class="ct-table__top"><tr>
                        <th class="ct-table__head" scope="col">{ model.say("picture.worker") }</th>
                        <th class="ct-table__head" scope="col">{ model.say("picture.load_now") }</th>
                        <th class="ct-table__head" scope="col">{ model.say("picture.load_more") }</th>
                        <th class="ct-table__head" scope="col">{ model.say("picture.capacity") }</th>
                    </tr></thead>
                    <tbody class="ct-table__body">{ for rows }</tbody>
                </table>
            </details>
        </section>
    }
}
