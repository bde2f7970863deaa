//! The actions over time, as a picture and as a table that says the same.

use super::Seen;
use crate::tools::action_planning::answers as a;
use crate::tools::action_planning::day::between;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::progress::Status;
use crate::ui::parts::heading::heading;
use chrono::{Days, NaiveDate};
use yew::prelude::*;

/// The height of a row.
const ROW: usize = 50;
/// Where the rows begin.
const TOP: usize = 30;

/// From when to when the picture goes.
struct Scale {
    from: NaiveDate,
    to: NaiveDate,
}

impl Scale {
    fn at(&self, day: NaiveDate) -> String {
        let whole = between(self.from, self.to).max(1);
        let part = between(self.from, day).clamp(0, whole);
        // Tenths of a per cent, in whole numbers.
        let tenths = part * 1_000 / whole;
        format!("{}.{}%", tenths / 10, tenths % 10)
    }

    fn width(&self, from: NaiveDate, to: NaiveDate) -> String {
        let whole = between(self.from, self.to).max(1);
        let part = between(from.max(self.from), to.min(self.to)).max(0);
        let tenths = (part * 1_000 / whole).max(6);
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}

/// Draws both; nothing where there is no day to draw.
pub fn timeline(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let Some(scale) = scale(seen) else { return Html::default() };
    let dated: Vec<&Action> = seen
        .read
        .plan
        .actions
        .iter()
        .filter(|action| action.due.day().is_some() || action.done_on.day().is_some())
        .collect();
    let height = TOP + dated.len() * ROW;
    let ends = [scale.from, scale.to].map(|day| model.day(day));
    let about = model.fill("plan.picture.about", &[("from", &ends[0]), ("to", &ends[1])]);
    let today = model.today.filter(|today| *today >= scale.from && *today <= scale.to);
    let near_end = |day: NaiveDate| between(day, scale.to) * 8 < between(scale.from, scale.to);
    let near_start = |day: NaiveDate| between(scale.from, day) * 8 < between(scale.from, scale.to);
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("plan.picture.title")) }
            <figure>
                <svg class="ct-picture" height={height.to_string()} role="img" aria-labelledby="ct-time-t ct-time-d">
                    <title id="ct-time-t">{ seen.say("plan.picture.title") }</title><desc id="ct-time-d">{ about }</desc>
                    // The description says all of it.
                    <g aria-hidden="true">
                        if !today.is_some_and(near_start) { <text class="ct-picture__soft" x="0" y="12">{ model.short_day(scale.from) }</text> }
                        if !today.is_some_and(near_end) { <text class="ct-picture__soft" x="100%" y="12" text-anchor="end">{ model.short_day(scale.to) }</text> }
                        <line class="ct-picture__axis" x1="0" x2="0" y1="20" y2={height.to_string()} />
                        <line class="ct-picture__axis" x1="100%" x2="100%" y1="20" y2={height.to_string()} />
                        if let Some(today) = today {
                            <line class="ct-picture__today" x1={scale.at(today)} x2={scale.at(today)} y1="18" y2={height.to_string()} />
                            <text class="ct-picture__strong" x={scale.at(today)} y="12"
                                text-anchor={if near_start(today) { "start" } else if near_end(today) { "end" } else { "middle" }}>{ seen.say("plan.picture.today") }</text>
                        }
                        { for dated.iter().enumerate().map(|(at, action)| bar(seen, &scale, action, TOP + at * ROW)) }
                    </g>
                </svg>
                <figcaption class="ct-caption">{ seen.say("plan.picture.caption") }</figcaption>
            </figure>
            <details class="ct-why">
                <summary class="ct-why__summary"><span>{ seen.say("plan.picture.table") }</span></summary>
                { table(seen) }
            </details>
        </section>
    }
}

fn scale(seen: Seen<'_>) -> Option<Scale> {
    let plan = seen.read.plan;
    let days = plan.actions.iter().flat_map(|action| [action.due.day(), action.done_on.day()]).flatten();
    let first = plan.actions.iter().filter_map(|action| seen.model.action(&action.id)?.due.day());
    let more = [seen.read.day(a::AGREED_ON.0), seen.read.day(a::REVIEW_DATE.0), plan.today];
    let all: Vec<NaiveDate> = days.chain(first).chain(more.into_iter().flatten()).collect();
    let any = plan.actions.iter().any(|action| action.due.day().is_some() || action.done_on.day().is_some());
    let from = seen.read.day(a::AGREED_ON.0).or(all.iter().min().copied())?.min(all.iter().min().copied()?);
    let to = all.iter().max().copied()?;
    let to = if to == from { to.checked_add_days(Days::new(1))? } else { to };
    any.then_some(Scale { from, to })
}

/// A row: its label above its bar. Solid is done or under way, dashed is still to do.
fn bar(seen: Seen<'_>, scale: &Scale, action: &Action, y: usize) -> Html {
    let model = seen.model;
    let status = seen.read.status(action);
    let word = match status {
        Status::Overdue => seen.say("plan.picture.late"),
        status if action.status == "in_progress" && status != Status::DueToday => {
            model.choice("action", "status", "in_progress")
        }
        status => model.at(&format!("status.{}", status.id())),
    };
    let label = format!("{}, {}", action.id, word.to_lowercase());
    let begin = seen.read.day(a::AGREED_ON.0).unwrap_or(scale.from);
    let due = action.due.day();
    let today = model.today.unwrap_or(scale.from);
    let done = action.done_on.day().filter(|_| action.status == "done");
    let started = action.status == "in_progress";
    let bar = |class: &'static str, to: NaiveDate| {
        html! { <rect {class} x={scale.at(begin)} y={(y + 22).to_string()} width={scale.width(begin, to)} height="14" /> }
    };
    let first = model.action(&action.id).and_then(|agreed| agreed.due.day()).filter(|first| Some(*first) != due);
    let class = if status == Status::Overdue { "ct-picture__now" } else { "ct-picture__text" };
    html! {
        <>
            <text {class} x="4" y={(y + 15).to_string()}>{ label }</text>
            { match (done, due, status) {
                (Some(done), ..) => bar("ct-picture__bar", done),
                (None, Some(due), Status::Overdue) => bar("ct-picture__bar--late", due),
                (None, Some(due), Status::Stopped) => bar("ct-picture__bar--rest", due),
                (None, Some(due), _) => bar("ct-picture__bar--open", due),
                (None, None, _) => Html::default(),
            } }
            if let (true, None) = (started, done) { { bar("ct-picture__bar", today.min(due.unwrap_or(today))) } }
            if let Some(first) = first {
                <line class="ct-picture__today" x1={scale.at(first)} x2={scale.at(first)} y1={(y + 17).to_string()} y2={(y + 41).to_string()} stroke-dasharray="3 2" />
            }
        </>
    }
}

/// The same as a table.
fn table(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let day = |day: Option<NaiveDate>| day.map(|day| model.day(day)).unwrap_or_else(|| "–".to_owned());
    let heads = [
        "plan.picture.action",
        "plan.picture.agreed",
        "plan.picture.first",
        "plan.picture.due",
        "plan.picture.status",
        "plan.picture.updates",
        "plan.picture.ended",
    ];
    let agreed_on = seen.read.day(a::AGREED_ON.0);
    let row = |action: &Action| {
        let agreed = model.action(&action.id);
        let status = model.at(&format!("status.{}", seen.read.status(action).id()));
        let stopped =
            action.progress.iter().rev().find(|entry| entry.status == "stopped").and_then(|entry| entry.on.day());
        let ended = match action.status.as_str() {
            "done" => action.done_on.day(),
            "stopped" => stopped,
            _ => None,
        };
        let reported: Vec<String> =
            action.progress.iter().filter_map(|entry| entry.on.day()).map(|day| model.short_day(day)).collect();
        let cells = [
            day(agreed_on),
            day(agreed.and_then(|agreed| agreed.due.day())),
            day(action.due.day()),
            status,
            if reported.is_empty() { "–".to_owned() } else { reported.join(", ") },
            day(ended),
        ];
        html! {
            <tr class="ct-table__row" key={action.id.clone()}>
                <th class="ct-table__cell ct-table__cell--key" scope="row">{ model.action_title(action) }</th>
                { for cells.into_iter().zip(&heads[1..]).map(|(cell, head)| html! { <td class="ct-table__cell" data-label={seen.say(head)}>{ cell }</td> }) }
            </tr>
        }
    };
    html! {
        <table class="ct-table ct-table--stack" aria-label={seen.say("plan.picture.title")}>
            <thead class="ct-table__top"><tr>{ for heads.iter().map(|head| html! { <th class="ct-table__head" scope="col">{ seen.say(head) }</th> }) }</tr></thead>
            <tbody class="ct-table__body">{ for seen.read.plan.actions.iter().map(row) }</tbody>
        </table>
    }
}
