//! Two records side by side.

use super::Seen;
use crate::supervision::compare::{Comparison, Row, compare as differences};
use crate::supervision::held::Held;
use crate::supervision::model::Place;
use crate::supervision::msg::Msg;
use crate::ui::parts::heading::{heading, step_heading};
use yew::prelude::*;

/// Draws them.
pub fn compare(seen: Seen<'_>, earlier: usize, later: usize) -> Html {
    let model = seen.model;
    let (Some(one), Some(two)) = (seen.held(earlier), seen.held(later)) else { return Html::default() };
    let found = differences(one, two);
    let versions = two.record.text_at("supersedes") == one.record.text_at("record_id");
    let (changed, gone) = found.counts();
    let result = !found.gone.is_empty() || !found.new.is_empty();
    let counts = [("n", changed.to_string()), ("of", found.rows.len().to_string()), ("gone", gone.to_string())];
    let gaps = counts.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let reason = two.record.get("tool").map_or("", |tool| tool.text_at("version_reason"));
    html! {
        <>
            { step_heading(seen.level, "ct-outcome__title", seen.say(if versions { "compare.versions" } else { "compare.records" })) }
            <p class="ct-outcome__text">
                { model.fill("compare.lead", &gaps) }{ " " }
                { seen.say(if result { "compare.result_changed" } else { "compare.result_same" }) }
                if versions && !reason.is_empty() { { " " }{ model.fill("compare.reason", &[("reason", reason)]) } }
            </p>
            <section class="ct-section ct-pair ct-pair--early">
                { card(seen, one, "compare.earlier", "ct-card") }
                { card(seen, two, "compare.later", "ct-card ct-card--wash") }
            </section>
            { outcomes(seen, &found) }
            { answers(seen, &found, one, two) }
            <section class="ct-block">
                { heading(seen.level, 2, "ct-heading ct-heading--small", seen.say(if found.same_rules { "compare.same_rules" } else { "compare.other_rules" })) }
                <p class="ct-prose">{ seen.say(if found.same_rules { "compare.same_rules_text" } else { "compare.other_rules_text" }) }</p>
            </section>
            <div class="ct-buttons ct-noprint">
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::AllAnswers(!model.all_answers))}>
                    { model.fill(if model.all_answers { "compare.changed_only" } else { "compare.all" }, &gaps) }
                </button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Record(later)))}>{ seen.say("compare.back") }</button>
            </div>
        </>
    }
}

fn card(seen: Seen<'_>, held: &Held, phrase: &str, class: &'static str) -> Html {
    let model = seen.model;
    let day = held.day_of_moment("completed_at").or_else(|| held.day_of_moment("created_at"));
    let day = day.map(|day| model.words().day(day)).unwrap_or_default();
    let status = seen.say(&format!("status_is.{}", crate::supervision::several::status(model, held)));
    let code = held.code();
    let gaps = [("code", code.as_str()), ("day", day.as_str()), ("status", status.as_str())];
    let departs = held.departs() == Some(true);
    html! {
        <div {class}>
            { heading(seen.level, 2, "ct-soft ct-small", model.fill(phrase, &gaps)) }
            <p class="ct-card__title">{ held.outcomes().first().map_or_else(|| seen.say("record.nothing"), |it| it.heading.clone()) }</p>
            if departs { <p>{ seen.say("record.departs") }</p> }
        </div>
    }
}

fn outcomes(seen: Seen<'_>, found: &Comparison) -> Html {
    let list = |phrase: &str, headings: &[String], gone: bool| {
        if headings.is_empty() {
            return Html::default();
        }
        let text = |heading: &String| match gone {
            true => html! { <li><del class="ct-del">{ heading.clone() }</del></li> },
            false => html! { <li><ins class="ct-ins">{ heading.clone() }</ins></li> },
        };
        html! { <div class="ct-prose ct-below"><p class="ct-strong">{ seen.say(phrase) }</p><ul>{ for headings.iter().map(text) }</ul></div> }
    };
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("record.result")) }
            { list("compare.gone", &found.gone, true) }
            { list("compare.new", &found.new, false) }
            if found.gone.is_empty() && found.new.is_empty() { <p class="ct-prose">{ seen.say("compare.result_same") }</p> }
        </section>
    }
}

fn answers(seen: Seen<'_>, found: &Comparison, one: &Held, two: &Held) -> Html {
    let model = seen.model;
    let shown: Vec<&Row> = found.rows.iter().filter(|row| model.all_answers || !row.is_same()).collect();
    let head = |phrase: &str, held: &Held| model.fill(phrase, &[("code", &held.code())]);
    let (earlier, later) = (head("compare.in_earlier", one), head("compare.in_later", two));
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("record.answers")) }
            <table class="ct-table ct-table--stack" id="ct-compared">
                <caption class="ct-hidden">{ seen.say("compare.caption") }</caption>
                <thead class="ct-table__top">
                    <tr>
                        <th class="ct-table__head" scope="col">{ seen.say("compare.question") }</th>
                        <th class="ct-table__head" scope="col">{ earlier.clone() }</th>
                        <th class="ct-table__head" scope="col">{ later.clone() }</th>
                        <th class="ct-table__head" scope="col">{ seen.say("compare.change") }</th>
                    </tr>
                </thead>
                <tbody class="ct-table__body">
                    { for shown.into_iter().map(|each| row(seen, each, [earlier.clone(), later.clone()])) }
                </tbody>
            </table>
        </section>
    }
}

/// A question with both answers.
pub fn row(seen: Seen<'_>, row: &Row, labels: [String; 2]) -> Html {
    let [earlier, later] = labels;
    let said = |said: &Option<String>| said.clone().unwrap_or_else(|| seen.say("compare.not_asked"));
    let (before, after) = (said(&row.earlier), said(&row.later));
    html! {
        <tr class="ct-table__row" key={row.id}>
            <th class="ct-table__cell ct-table__cell--key" scope="row">{ row.name.clone() }</th>
            <td class="ct-table__cell" data-label={earlier}>
                if row.is_same() { { before } } else { <del class="ct-del">{ before }</del> }
            </td>
            <td class="ct-table__cell" data-label={later}>
                if row.is_same() { { after } } else { <ins class="ct-ins">{ after }</ins> }
            </td>
            <td class="ct-table__cell">
                if row.is_same() { <span class="ct-soft">{ seen.say("compare.same") }</span> } else { <span class="ct-tag">{ seen.say("compare.changed") }</span> }
            </td>
        </tr>
    }
}
