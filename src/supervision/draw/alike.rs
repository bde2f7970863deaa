//! Like facts decided unlike.

use super::Seen;
use super::compare::row;
use crate::supervision::alike::{Unlike, unlike};
use crate::supervision::held::Held;
use crate::supervision::model::Place;
use crate::supervision::msg::Msg;
use crate::ui::parts::heading::{heading, step_heading};
use yew::prelude::*;

/// Draws them.
pub fn alike(seen: Seen<'_>) -> Html {
    let found = unlike(seen.model);
    html! {
        <>
            { step_heading(seen.level, "ct-outcome__title", seen.say("alike.title")) }
            <p class="ct-outcome__text">{ seen.say(if found.is_empty() { "alike.none" } else { "alike.lead" }) }</p>
            { for found.iter().map(|each| pair(seen, each)) }
        </>
    }
}

fn pair(seen: Seen<'_>, unlike: &Unlike) -> Html {
    let (first, second) = unlike.pair;
    let (Some(one), Some(two)) = (seen.held(first), seen.held(second)) else { return Html::default() };
    let codes = [("one", one.code()), ("two", two.code())];
    let gaps = codes.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let card = |held: &Held| {
        let heading_of = held.outcomes().first().map_or_else(|| seen.say("record.nothing"), |it| it.heading.clone());
        let own = match held.departs() {
            Some(true) => seen.say("record.departs"),
            Some(false) => seen.say("record.agrees"),
            None => String::new(),
        };
        html! {
            <div class="ct-card">
                { heading(seen.level, 3, "ct-soft ct-small", held.code()) }
                <p class="ct-card__title">{ heading_of }</p>
                if !own.is_empty() { <p>{ own }</p> }
            </div>
        }
    };
    let why = match (unlike.outcomes, unlike.departure) {
        (true, true) => "alike.both",
        (true, false) => "alike.outcomes",
        _ => "alike.departure",
    };
    html! {
        <section class="ct-section" key={format!("{first}-{second}")}>
            { heading(seen.level, 2, "ct-heading", seen.model.fill("alike.pair", &gaps)) }
            <p class="ct-prose">{ seen.say(why) } if !unlike.same_rules { { " " }{ seen.say("compare.other_rules_text") } }</p>
            <div class="ct-pair ct-pair--early ct-below">{ card(one) }{ card(two) }</div>
            if unlike.differs.is_empty() {
                <p class="ct-prose ct-below">{ seen.say("alike.same_answers") }</p>
            } else {
                <table class="ct-table ct-table--stack ct-below">
                    <caption class="ct-hidden">{ seen.say("compare.caption") }</caption>
                    <thead class="ct-table__top">
                        <tr>
                            <th class="ct-table__head" scope="col">{ seen.say("compare.question") }</th>
                            <th class="ct-table__head" scope="col">{ one.code() }</th>
                            <th class="ct-table__head" scope="col">{ two.code() }</th>
                            <th class="ct-table__head" scope="col">{ seen.say("compare.change") }</th>
                        </tr>
                    </thead>
                    <tbody class="ct-table__body">{ for unlike.differs.iter().map(|each| row(seen, each, [one.code(), two.code()])) }</tbody>
                </table>
            }
            <div class="ct-buttons ct-noprint">
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Compare(first, second)))}>{ seen.model.fill("alike.compare", &gaps) }</button>
            </div>
        </section>
    }
}
