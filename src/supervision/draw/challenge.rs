//! A challenge to one answer, with the practitioner's response.

use super::countersign::text;
use super::{Seen, frame};
use crate::engine::dates;
use crate::supervision::entry::{About, Entry, closed, problems};
use crate::supervision::held::Held;
use crate::supervision::msg::Msg;
use crate::ui::parts::heading::heading;
use yew::prelude::*;

/// Challenges that were made, and the way to make one.
pub fn challenges(seen: Seen<'_>, held: &Held) -> Html {
    let open = match &held.challenge {
        Some(entry) if !matches!(entry.about, Some(About::Check(_))) => write(seen, held, entry),
        _ => Html::default(),
    };
    let none = !held.entries().iter().any(is_challenge);
    html! {
        <section class={classes!("ct-section", none.then_some("ct-noprint"))}>
            { heading(seen.level, 2, "ct-heading", seen.say("challenge.title")) }
            <p class="ct-prose ct-soft ct-noprint">{ seen.say("challenge.lead") }</p>
            { for held.entries().iter().filter(|entry| is_challenge(entry)).map(|entry| made(seen, held, entry)) }
            if let Some(why) = closed(held) { <p class="ct-prose ct-noprint">{ seen.say(why) }</p> } else { { choose(seen, held) } }
            { open }
        </section>
    }
}

fn is_challenge(entry: &crate::json::Json) -> bool {
    entry.text_at("kind") == "challenge"
        && entry.get("about").is_some_and(|about| about.text_at("kind") == "question")
}

/// Which question. Choosing moves nothing: the button does.
fn choose(seen: Seen<'_>, held: &Held) -> Html {
    let picked = seen.model.picked.clone();
    let begin = Msg::About((!picked.is_empty()).then(|| About::Question(picked.clone())));
    html! {
        <div class="ct-field ct-noprint">
            <label class="ct-field__label" for="ct-challenge">{ seen.say("challenge.which") }</label>
            <select class="ct-input" id="ct-challenge" onchange={seen.act.chosen(Msg::Pick)}>
                <option value="" selected={picked.is_empty()}>{ seen.say("challenge.none") }</option>
                { for held.said().into_iter().map(|(question, said)| {
                    let name = format!("{}: {}", held.desk.name(question), short(&said.join("; ")));
                    html! { <option value={question.id} selected={picked == question.id}>{ name }</option> }
                }) }
            </select>
            if !picked.is_empty() {
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class="ct-button" id="ct-begin" onclick={seen.act.press(begin)}>{ seen.say("challenge.begin") }</button>
                </div>
            }
        </div>
    }
}

/// What fits into a list of choices.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The question and its answer, with the entry that is being written.
fn write(seen: Seen<'_>, held: &Held, entry: &Entry) -> Html {
    let wrong = if seen.model.tried.1 { problems(held, entry, &seen.model.role) } else { Vec::new() };
    let response = matches!(entry.about, Some(About::Entry(_)));
    let field = |id: &'static str, label: &str, value: &str| {
        text(seen, "challenge", id, label, "", value, &wrong, Msg::Challenged)
    };
    html! {
        <div class="ct-card ct-below ct-noprint" id="ct-challenged" tabindex="-1" role="group" aria-label={seen.say("challenge.title")}>
            { frame::challenge_problems(seen, &wrong) }
            if let Some(About::Question(id)) = &entry.about { { question(seen, held, id) } }
            <div class="ct-section ct-stack">
                if !response { { field("note", "challenge.note", &entry.note) } }
                { field("response", if response { "challenge.response_to" } else { "challenge.response" }, &entry.response) }
                { super::countersign::role(seen, "ct-challenge-role", &wrong) }
            </div>
            <div class="ct-buttons ct-buttons--tight">
                <button type="button" class="ct-button ct-button--primary" onclick={seen.act.press(Msg::AddChallenge)}>{ seen.say(if response { "challenge.add_response" } else { "challenge.add" }) }</button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::About(None))}>{ seen.say("challenge.leave") }</button>
            </div>
        </div>
    }
}

fn question(seen: Seen<'_>, held: &Held, id: &str) -> Html {
    let Some(question) = held.desk.tool.law.question(id) else { return Html::default() };
    html! {
        <>
            { heading(seen.level, 3, "ct-card__title", held.desk.words.of("questions", id, "question").to_owned()) }
            <p class="ct-prose">{ held.said_to(question).join("; ") }</p>
        </>
    }
}

/// A challenge, and what the practitioner said to it.
fn made(seen: Seen<'_>, held: &Held, entry: &crate::json::Json) -> Html {
    let id = entry.get("about").map_or("", |about| about.text_at("id"));
    let own = entry.text_at("entry_id").to_owned();
    let day = |entry: &crate::json::Json| {
        dates::from_iso(entry.text_at("on")).map(|day| seen.model.words().day(day)).unwrap_or_default()
    };
    let gaps = [("role", entry.text_at("supervisor_role").to_owned()), ("day", day(entry))];
    let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let answers = held.entries().iter().filter(|other| {
        other.get("about").is_some_and(|about| about.text_at("kind") == "entry" && about.text_at("id") == own)
    });
    let said: Vec<String> = std::iter::once(entry)
        .chain(answers)
        .map(|entry| entry.text_at("practitioner_response").to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    let respond = seen.act.press(Msg::About(Some(About::Entry(own.clone()))));
    html! {
        <div class="ct-card ct-below" key={own.clone()}>
            { question(seen, held, id) }
            <div class="ct-block">
                <p class="ct-strong">{ seen.model.fill("challenge.by", &gaps) }</p>
                <p class="ct-prose">{ entry.text_at("note").to_owned() }</p>
            </div>
            { for said.iter().map(|text| html! {
                <div class="ct-block"><p class="ct-strong">{ seen.say("challenge.practitioner") }</p><p class="ct-prose">{ text.clone() }</p></div>
            }) }
            if said.is_empty() && closed(held).is_none() {
                <div class="ct-block ct-block--open">
                    <p class="ct-strong">{ seen.say("challenge.not_answered") }</p>
                    <button type="button" class="ct-link ct-link--button ct-noprint" id={format!("ct-about-{own}")} onclick={respond}>{ seen.say("challenge.add_response") }</button>
                </div>
            }
        </div>
    }
}
