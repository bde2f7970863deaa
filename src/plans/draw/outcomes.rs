//! What follows from a plan: by how pressing it is, with the answers, the rule and the source behind each.

use super::{Seen, exports, warnings};
use crate::engine::{Change, Reason, Settings};
use crate::plans::msg::Msg;
use crate::record::plan as record;
use crate::tools::action_planning::answers::PRACTICE_CONCERN;
use crate::tools::action_planning::law_once;
use crate::tools::action_planning::outcomes::{self, Level};
use crate::ui::parts::heading::{heading, step_heading};
use crate::ui::parts::paper::document;
use crate::ui::parts::result::change;
use crate::ui::parts::section::guidance;
use yew::prelude::*;

/// Draws the page.
pub fn result(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let outcomes = seen.read.outcomes();
    let of = |level: Level| -> Vec<&'static str> {
        outcomes.iter().filter(|(_, known)| *known == level).map(|(id, _)| *id).collect()
    };
    html! {
        <>
            <div class="ct-noprint">
                { step_heading(seen.level, "ct-outcome__title", seen.say("plan.result")) }
                <p class="ct-prose ct-soft">{ seen.say(if model.complete { "plan.result_complete" } else { "plan.result_draft" }) }</p>
                if outcomes.is_empty() { <p class="ct-prose">{ seen.say("plan.panel.nothing") }</p> }
                { level(seen, Level::Stop, "ct-block ct-block--stop", of(Level::Stop)) }
                { level(seen, Level::ActNow, "ct-block ct-block--now", of(Level::ActNow)) }
                { level(seen, Level::Do, "ct-section", of(Level::Do)) }
                { level(seen, Level::Consider, "ct-section", of(Level::Consider)) }
                { level(seen, Level::Info, "ct-section", of(Level::Info)) }
                { open(seen) }
                { warnings::warnings(seen) }
                { changes(seen) }
                { exports::keep(seen) }
            </div>
            { paper(seen) }
        </>
    }
}

/// The plan on paper, at the time of the last thing that was done.
pub fn paper(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let class = if model.choices.large { "ct-large" } else { "" };
    html! { <div {class}>{ document(seen.level, model.document(&model.now)) }</div> }
}

fn level(seen: Seen<'_>, level: Level, class: &'static str, ids: Vec<&'static str>) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    html! {
        <section {class} id={format!("ct-level-{}", level.id())}>
            { heading(seen.level, 2, "ct-heading", seen.model.at(&format!("levels.{}", level.id()))) }
            { for ids.into_iter().map(|id| outcome(seen, id)) }
        </section>
    }
}

fn outcome(seen: Seen<'_>, id: &'static str) -> Html {
    let model = seen.model;
    let text = |part: &str| model.at(&format!("outcomes.{id}.{part}"));
    let law = law_once();
    let at = law.outcomes.iter().position(|outcome| outcome.id == id).unwrap_or_default();
    let reasons = law.reasons(&seen.read.answers, &Settings::default(), at);
    let level = seen.read.outcomes().into_iter().find(|(known, _)| *known == id).map(|(_, level)| level);
    let pressing = level.is_some_and(|level| outcomes::must_be_read(at, level)) && !record::PRACTICE.contains(&id);
    let (control, has_read) = (format!("ct-read-{id}"), model.acknowledged.contains(id));
    html! {
        <section class="ct-reason" key={id} id={format!("ct-outcome-{id}")}>
            { heading(seen.level, 3, "ct-reason__title", text("heading")) }
            <p class="ct-prose">{ text("explanation") }</p>
            <p class="ct-prose"><strong class="ct-strong">{ seen.say("plan.next") }</strong>{ " " }{ text("must.0") }</p>
            { guidance("outcome", id) }
            { for reasons.iter().map(|reason| because(seen, reason)) }
            if pressing && !model.complete {
                <div class="ct-choice ct-noprint">
                    <input class="ct-choice__input" type="checkbox" id={control.clone()} checked={has_read} autocomplete="off"
                        onchange={seen.act.on(Msg::HasRead(id))} />
                    <label class="ct-choice__label" for={control}>{ seen.say("plan.has_read") }<span class="ct-hidden">{ format!(": {}", text("heading")) }</span></label>
                </div>
            }
        </section>
    }
}

/// The answers, the rule and its source.
fn because(seen: Seen<'_>, reason: &Reason) -> Html {
    let model = seen.model;
    let law = law_once();
    let Some((_, row)) = law.rows().nth(reason.rule) else { return Html::default() };
    let asked = reason.answers.iter().filter_map(|at| law.question_at(*at));
    let given: Vec<(String, String)> = asked
        .filter(|question| question.at != PRACTICE_CONCERN.0 || !question.worked_out)
        .map(|question| {
            let said = if question.worked_out {
                model.desk.said(question, &seen.read.answers).join(", ")
            } else if question.is_written() {
                seen.say(if seen.read.answers.to(question.at).is_some() { "plan.written" } else { "not_answered" })
            } else {
                record::said(&model.desk.words, seen.read, question).unwrap_or_else(|| seen.say("not_answered"))
            };
            (model.desk.name(question).to_owned(), said)
        })
        .collect();
    let link = |phrase: &str, inside: Html| {
        html! { <div class="ct-chain__link"><dt class="ct-chain__name">{ seen.say(phrase) }</dt><dd>{ inside }</dd></div> }
    };
    let answers: Html = given
        .iter()
        .map(|(name, said)| html! { <span class="ct-rows__said">{ format!("{name}: {said}") }</span> })
        .collect();
    let sources: Html = model
        .desk
        .sources(&row.sources)
        .into_iter()
        .enumerate()
        .map(|(at, source)| {
            let text = source.text;
            html! {
                <>
                    if at > 0 { { "; " } }
                    if let Some(address) = source.address {
                        <a class="ct-link ct-link--cite" href={address} target="_blank" rel="noopener noreferrer">{ text }</a>
                    } else { { text } }
                </>
            }
        })
        .collect();
    html! {
        <dl class="ct-chain">
            if !given.is_empty() { { link("why.answers", answers) } }
            { link("why.rule", html! { { model.at(&format!("rules.{}", row.id)) } }) }
            if !row.sources.is_empty() { { link("why.source", html! { <cite class="ct-source">{ sources }</cite> }) } }
        </dl>
    }
}

/// Which different answer would bring or take away what is pressing. Answers that are worked out are not anybody's to
/// change, and what only adds a thing to do is left out: there would be very many.
fn changes(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let law = law_once();
    let pressing = |outcome: &usize| matches!(outcomes::level("", *outcome), Level::Stop | Level::ActNow);
    let asked = |change: &Change| {
        change
            .answers
            .iter()
            .all(|answer| law.question_at(answer.question()).is_some_and(|it| !it.worked_out && model.is_open(it)))
    };
    let mut changes = law.what_if(&model.draft.answers, &Settings::default()).changes;
    changes.retain(|change| asked(change) && change.gains.iter().chain(&change.loses).any(pressing));
    if changes.is_empty() {
        return Html::default();
    }
    let texts = model.desk.changes(&model.draft, &changes);
    html! {
        <section class="ct-section" id="ct-changes">
            { heading(seen.level, 2, "ct-heading", seen.say("change.title")) }
            <p class="ct-prose ct-soft">{ seen.say("plan.changes_lead") }</p>
            <ul>{ for texts.iter().map(|text| change(&model.desk.words, text)) }</ul>
        </section>
    }
}

/// What is still to find out.
fn open(seen: Seen<'_>) -> Html {
    let unknowns = seen.read.unknowns();
    if unknowns.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block ct-block--open">
            { heading(seen.level, 2, "ct-heading ct-heading--small", seen.say("unknown")) }
            <div class="ct-prose"><ul>{ for unknowns.iter().map(|id| {
                let how = match crate::tools::action_planning::found::parts(id) {
                    Some((group, _, field)) => seen.model.at(&format!("fields.{group}.{field}.find_out")),
                    None => seen.model.desk.words.of("questions", id, "find_out").to_owned(),
                };
                html! { <li>{ seen.model.open_question(id) }{ " " }<span class="ct-soft">{ how }</span></li> }
            }) }</ul></div>
        </section>
    }
}
