//! One record: what was decided, whether it can be relied on, what was said about it, and what is to be said now.

use super::{Seen, audit, challenge, countersign, reflect};
use crate::record::replay::Replay;
use crate::record::seal::Integrity;
use crate::record::{Document, Line, receipt};
use crate::sheet::signing::{REVIEWERS, YES_NO};
use crate::supervision::audit::written_up_after;
use crate::supervision::entry::{same_role, unread};
use crate::supervision::held::Held;
use crate::supervision::model::Place;
use crate::supervision::msg::{Format, Msg};
use crate::supervision::several::{flags, status};
use crate::tools::LATE_AFTER;
use crate::ui::parts::heading::{heading, step_heading};
use crate::ui::parts::mark::{Mark, mark};
use crate::ui::parts::paper;
use yew::prelude::*;

/// Draws it.
pub fn record(seen: Seen<'_>, at: usize) -> Html {
    let Some(held) = seen.held(at) else { return Html::default() };
    let outcomes = held.outcomes();
    let title = outcomes.first().map_or_else(|| seen.say("record.nothing"), |outcome| outcome.heading.clone());
    html! {
        <>
            <p class="ct-outcome__kind">{ kind(seen, held) }</p>
            { step_heading(seen.level, "ct-outcome__title", title) }
            { warnings(seen, held) }
            { both(seen, held) }
            { outcome_list(seen, held) }
            { decision(seen, held) }
            { said(seen, held) }
            { challenge::challenges(seen, held) }
            { reflect::questions(seen, held) }
            { audit::audit(seen, held) }
            { countersign::entries(seen, held) }
            { countersign::write(seen, held) }
            { take_out(seen, at) }
            { printed(seen, held) }
        </>
    }
}

/// Tool, status, day, and whether the file can be relied on.
fn kind(seen: Seen<'_>, held: &Held) -> String {
    let model = seen.model;
    let status = seen.say(&format!("status_is.{}", status(model, held)));
    let day = held.day_of_moment("completed_at").or_else(|| held.day_of_moment("created_at"));
    let day = day.map(|day| model.words().day(day)).unwrap_or_default();
    let file = seen.say(&format!("file_is.{}", held.integrity.id()));
    let rules = match held.replay.as_ref().map(Replay::agrees) {
        Some(true) => seen.say("record.same_result"),
        Some(false) => seen.say("record.other_result"),
        None => seen.say("record.no_replay"),
    };
    let tool = held.tool();
    let gaps = [
        ("tool", tool.as_str()),
        ("status", status.as_str()),
        ("day", day.as_str()),
        ("file", file.as_str()),
        ("rules", rules.as_str()),
    ];
    model.fill("record.kind", &gaps)
}

/// RS-W-01 to RS-W-07, each with its words.
fn warnings(seen: Seen<'_>, held: &Held) -> Html {
    let model = seen.model;
    let reason = held.record.get("tool").map_or("", |tool| tool.text_at("late_reason"));
    let late = written_up_after(held).is_some_and(|days| days > LATE_AFTER);
    let ahead =
        |day: Option<chrono::NaiveDate>| matches!((day, model.today), (Some(day), Some(today)) if day > today);
    let clock = ["created_at", "completed_at"].into_iter().any(|key| ahead(held.day_of_moment(key)));
    let signed_alike = held
        .entries()
        .iter()
        .any(|entry| entry.text_at("kind") == "countersign" && same_role(held, entry.text_at("supervisor_role")));
    let found = [
        ("RS-W-03", held.integrity == Integrity::Changed),
        ("RS-W-02", held.replay.as_ref().is_some_and(|replay| !replay.agrees())),
        ("RS-W-04", !unread(held).is_empty()),
        ("RS-W-05", signed_alike),
        ("RS-W-01", late),
        ("RS-W-07", clock),
        ("draft", held.is_draft()),
        ("superseded", model.is_superseded(held)),
    ];
    let found: Vec<&str> = found.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| id).collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block ct-block--warn ct-below">
            { heading(seen.level, 2, "ct-heading ct-heading--small", seen.say("warn.title")) }
            <ul class="ct-ticks">
                { for found.into_iter().map(|id| html! {
                    <li class="ct-tick" key={id.to_owned()}>
                        { mark(Mark::Warn) }
                        <span>
                            { seen.say(&format!("warning.{id}")) }
                            if id == "RS-W-01" && !reason.is_empty() { { " " }{ model.fill("warning.reason_given", &[("reason", reason)]) } }
                            if id == "RS-W-04" { <span class="ct-point__more">{ unread(held).join("; ") }</span> }
                        </span>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// Both results, where the rules of today give another.
fn both(seen: Seen<'_>, held: &Held) -> Html {
    let Some(replay) = held.replay.as_ref().filter(|replay| !replay.agrees()) else { return Html::default() };
    let list =
        |ids: &[String]| -> Html { ids.iter().map(|id| html! { <li>{ held.desk.heading_of(id) }</li> }).collect() };
    html! {
        <section class="ct-section ct-pair ct-pair--early" id="ct-both">
            <div class="ct-card">
                { heading(seen.level, 2, "ct-soft ct-small", seen.model.fill("record.then", &[("version", &replay.rules_then)])) }
                <div class="ct-prose"><ul>{ list(&replay.then) }</ul></div>
            </div>
            <div class="ct-card ct-card--wash">
                { heading(seen.level, 2, "ct-soft ct-small", seen.model.fill("record.now", &[("version", &replay.rules_now)])) }
                <div class="ct-prose"><ul>{ list(&replay.now) }</ul></div>
            </div>
        </section>
    }
}

fn outcome_list(seen: Seen<'_>, held: &Held) -> Html {
    let words = |id: &str, part: &str| held.desk.words.of("outcomes", id, part).to_owned();
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("record.recorded")) }
            <ol>
                { for held.outcomes().iter().map(|outcome| html! {
                    <li class="ct-do" key={outcome.id.clone()}>
                        { heading(seen.level, 3, "ct-do__what", outcome.heading.clone()) }
                        <div class="ct-do__more ct-prose"><p>{ words(&outcome.id, "explanation") }</p></div>
                        <p class="ct-do__when">
                            <span class="ct-do__kind">{ seen.say(&format!("level_is.{}", outcome.level)) }</span>
                            if let Some(read) = outcome.acknowledged {
                                <span class="ct-do__by">{ seen.say(if read { "record.read" } else { "record.not_read" }) }</span>
                            }
                        </p>
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// What the practitioner decided, the person's view, and who agrees.
fn decision(seen: Seen<'_>, held: &Held) -> Html {
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |phrase: &str, text: String| {
        if !text.is_empty() {
            rows.push((seen.say(phrase), text));
        }
    };
    row(
        "record.departs_label",
        match held.departs() {
            Some(true) => seen.say("record.departs"),
            Some(false) => seen.say("record.agrees"),
            None => String::new(),
        },
    );
    row("record.reasons", held.decision("reasons").to_owned());
    let authority = held.decision("authority");
    if !authority.is_empty() {
        row("record.authority", seen.say(&format!("sign.authority.{authority}")));
    }
    let late = held.record.get("tool").map_or("", |tool| tool.text_at("late_reason"));
    row("record.late", late.to_owned());
    row("record.role", held.record.text_at("prepared_role").to_owned());
    row("record.view", held.voice("view").to_owned());
    let how = held.voice("how_obtained");
    if !how.is_empty() {
        row("record.how", seen.say(&format!("sign.view_obtained.{how}")));
    }
    row("record.why_not", held.voice("reason_if_not").to_owned());
    let review = held.record.get("review");
    row("record.trigger", review.map_or("", |review| review.text_at("trigger")).to_owned());
    for (part, phrase, known) in
        [("by", "sign.review_by", REVIEWERS), ("handed_over", "sign.review_handed_over", YES_NO)]
    {
        let said = review.map_or("", |review| review.text_at(part));
        if known.contains(&said) {
            row(&format!("{phrase}.label"), seen.say(&format!("{phrase}.{said}")));
        }
    }
    row("table.review", held.review().map(|day| seen.model.words().day(day)).unwrap_or_default());
    let flags: Vec<String> = flags(seen.model, held).iter().map(|id| seen.say(&format!("flags.{id}"))).collect();
    row("table.flags", flags.join(", "));
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("record.decided")) }
            <dl class="ct-rows ct-rows--plain">{ for rows.into_iter().map(pair) }</dl>
        </section>
    }
}

fn pair((name, value): (String, String)) -> Html {
    html! { <div class="ct-rows__row"><dt class="ct-rows__key">{ name }</dt><dd class="ct-rows__value">{ value }</dd></div> }
}

/// Every answer and every text, folded away: they are there to be looked up.
fn said(seen: Seen<'_>, held: &Held) -> Html {
    let notes = held.record.get("tool").and_then(|tool| tool.get("notes")).and_then(crate::json::Json::as_object);
    let notes = notes.unwrap_or_default().iter().filter_map(|(id, text)| {
        let label = held.desk.words.of("notes", id, "label");
        let label = if label.is_empty() { held.desk.words.say(&format!("sign.{id}.label")) } else { label };
        Some((label.to_owned(), text.as_text()?.to_owned()))
    });
    let rows: Vec<(String, String)> = held
        .said()
        .into_iter()
        .map(|(question, said)| (held.desk.name(question).to_owned(), said.join("; ")))
        .chain(notes)
        .chain(unknown_answers(held))
        .chain(items(held))
        .collect();
    html! {
        <details class="ct-why">
            <summary class="ct-why__summary"><span>{ seen.model.fill("record.answers_shown", &[("n", &rows.len().to_string())]) }</span></summary>
            <div class="ct-why__body"><dl class="ct-rows ct-rows--plain">{ for rows.into_iter().map(pair) }</dl></div>
        </details>
    }
}

/// Answers of other rules that those of today do not know, as they stand in the file.
fn unknown_answers(held: &Held) -> Vec<(String, String)> {
    let answers = held.record.get("answers").and_then(crate::json::Json::as_object).unwrap_or_default().iter();
    let strange =
        answers.filter(|(id, _)| held.desk.tool.law.question(id).is_none_or(|it| held.answers.to(it.at).is_none()));
    let text = |value: &crate::json::Json| value.as_text().map_or_else(|| value.write(), str::to_owned);
    strange.filter(|_| held.plan.is_none()).map(|(id, value)| (id.clone(), text(value))).collect()
}

/// Issues and actions of a plan: their ids, and what was written.
fn items(held: &Held) -> Vec<(String, String)> {
    let Some(plan) = held.plan_on(None) else { return Vec::new() };
    let issues = plan.issues.iter().map(|issue| (issue.id.clone(), issue.description.clone()));
    let actions = plan.actions.iter().map(|action| (action.id.clone(), action.what.clone()));
    issues.chain(actions).collect()
}

/// Compare, what if, and keeping it.
fn take_out(seen: Seen<'_>, at: usize) -> Html {
    let earlier = seen.model.earlier_than(at);
    let button = |phrase: &str, msg: Msg, first: bool| {
        let class = classes!("ct-button", first.then_some("ct-button--primary"));
        html! { <button type="button" {class} onclick={seen.act.press(msg)}>{ seen.say(phrase) }</button> }
    };
    let same_tool: Vec<usize> = seen
        .model
        .records
        .iter()
        .enumerate()
        .filter(|(other, held)| {
            *other != at && seen.held(at).is_some_and(|this| this.desk.tool.id == held.desk.tool.id)
        })
        .map(|(other, _)| other)
        .collect();
    html! {
        <>
            <section class="ct-section ct-noprint">
                { heading(seen.level, 2, "ct-heading", seen.say("look.title")) }
                <div class="ct-buttons ct-buttons--tight">
                    { button("look.what_if", Msg::WhatIf(at), false) }
                    if let Some(earlier) = earlier { { button("look.earlier", Msg::Go(Place::Compare(earlier, at)), false) } }
                    { for same_tool.iter().filter(|other| Some(**other) != earlier).map(|other| {
                        let code = seen.held(*other).map(Held::code).unwrap_or_default();
                        html! { <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Compare(*other, at)))}>{ seen.model.fill("look.with", &[("code", &code)]) }</button> }
                    }) }
                </div>
            </section>
            <section class="ct-section ct-noprint">
                { heading(seen.level, 2, "ct-heading", seen.say("keep.title")) }
                <p class="ct-prose">{ seen.say("export.lead") }</p>
                <div class="ct-buttons ct-buttons--tight">
                    { button("export.record", Msg::Export(Format::Record), true) }
                    { button("export.copy", Msg::Export(Format::Copy), false) }
                    { button("export.text", Msg::Export(Format::Text), false) }
                    { button("keep.word", Msg::Export(Format::Word), false) }
                    { button("export.receipt", Msg::Export(Format::Receipt), false) }
                    { button("keep.print", Msg::Export(Format::Print), false) }
                </div>
                <p class="ct-prose ct-below ct-soft ct-small">{ seen.say("keep.where") }</p>
                <div class="ct-buttons"><button type="button" class="ct-link ct-link--button" id="ct-close" onclick={seen.act.press(Msg::Close(at, false))}>{ seen.say("export.close") }</button></div>
                if seen.model.closing == Some(at) {
                    <div class="ct-notice ct-notice--warn ct-below" role="group" aria-label={seen.say("closing.title")}>
                        { mark(Mark::Warn) }
                        <div>
                            <p class="ct-notice__title">{ seen.say("closing.title") }</p>
                            <p>{ seen.say("closing.text") }</p>
                            <div class="ct-buttons ct-buttons--tight">
                                <button type="button" class="ct-button ct-button--primary" id="ct-close-no" onclick={seen.act.press(Msg::KeepOpen)}>{ seen.say("closing.no") }</button>
                                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Close(at, true))}>{ seen.say("closing.yes") }</button>
                            </div>
                        </div>
                    </div>
                }
            </section>
        </>
    }
}

/// On paper: whether the file can be relied on.
fn printed(seen: Seen<'_>, held: &Held) -> Html {
    let opened = crate::record::read::Opened { record: held.record.clone(), integrity: held.integrity };
    let words = held.desk.words.clone().and(seen.model.words().clone());
    let lines = receipt::verdict(&opened, held.replay.as_ref(), held.desk.tool, &words);
    let mut document = Document::new(&seen.say("record.fixed"));
    document.part("", vec![Line::Text(seen.say("record.working_copy"))]);
    document.part("", lines);
    let latest = crate::record::seal::short(&held.record);
    document.part("", vec![Line::Pair(seen.say("record.hash"), latest), Line::Text(seen.say("export.note"))]);
    paper::document(seen.level, document)
}
