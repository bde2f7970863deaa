//! Entries that were made, and one being written: a note of a discussion, or a countersign.

use super::{Seen, frame};
use crate::supervision::entry::{closed, problems, same_role, unread};
use crate::supervision::held::Held;
use crate::supervision::msg::Msg;
use crate::tools::action_planning::personal::looks_personal;
use crate::ui::parts::heading::{heading, tag};
use crate::ui::parts::mark::{Mark, mark};
use crate::ui::parts::question::error;
use crate::ui::state::PROBLEMS;
use yew::prelude::*;

/// What may come of a discussion; nothing yet, so that a choice can be taken back.
const WITH_NONE: &[&str] = &["", "agree", "agree_with_actions", "not_agree", "more_information"];

/// A field with something wrong in it: its id, and the id of the words.
type Wrong = (&'static str, &'static str);

/// What was said before, in order.
pub fn entries(seen: Seen<'_>, held: &Held) -> Html {
    if held.entries().is_empty() {
        return html! { <div id="ct-entries" tabindex="-1"></div> };
    }
    html! {
        <section class="ct-section" id="ct-entries" tabindex="-1" aria-labelledby="ct-entries-title">
            <@{tag(seen.level, 2)} class="ct-heading" id="ct-entries-title">{ seen.say("entry.entries") }</@>
            { for held.entries().iter().map(|entry| {
                let (title, lines) = seen.model.entry_lines(held, entry);
                html! {
                    <div class="ct-block ct-below" key={entry.text_at("entry_id").to_owned()}>
                        { heading(seen.level, 3, "ct-strong", title) }
                        { frame::lines(&lines) }
                    </div>
                }
            }) }
        </section>
    }
}

/// The entry that is being written.
pub fn write(seen: Seen<'_>, held: &Held) -> Html {
    let model = seen.model;
    if let Some(why) = closed(held) {
        return html! {
            <section class="ct-section ct-section--ruled ct-noprint">
                { heading(seen.level, 2, "ct-heading", seen.say("entry.title")) }
                <p class="ct-prose">{ seen.say(why) }</p>
            </section>
        };
    }
    let entry = &held.entry;
    let wrong = if model.tried.0 { problems(held, entry, &model.role) } else { Vec::new() };
    let listed: Vec<(String, String)> = wrong.iter().map(|(field, phrase)| (goto(field), seen.say(phrase))).collect();
    let apart = ["not_agree", "more_information"].contains(&entry.result.as_str());
    let field = |id: &'static str, label: &str, hint: &str, value: &str| {
        text(seen, "entry", id, label, hint, value, &wrong, Msg::Field)
    };
    html! {
        <section class="ct-section ct-section--ruled ct-noprint">
            { heading(seen.level, 2, "ct-heading", seen.say("entry.title")) }
            { frame::problems(seen, PROBLEMS, &listed) }
            { choices(seen, "kind", "entry.kind", "entry.kind_hint", &["discussion", "countersign"], "kind_of", &entry.kind, &wrong) }
            { choices(seen, "result", "entry.result", "entry.result_hint", WITH_NONE, "result_of", &entry.result, &wrong) }
            { warned(seen, held) }
            <div class="ct-section ct-prose">
                { field("note", "entry.note", "", &entry.note) }
                if apart { { field("next_step", "entry.next_step", "", &entry.next_step) } }
                { field("actions", "entry.actions", "entry.actions_hint", &entry.actions) }
                { field("response", "entry.response", "", &entry.response) }
                { role(seen, "ct-role", &wrong) }
            </div>
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" onclick={seen.act.press(Msg::Add)}>{ seen.say("entry.add") }</button>
            </div>
        </section>
    }
}

fn goto(field: &str) -> String {
    match field {
        "role" => "ct-role".to_owned(),
        "result" => "ct-entry-result-agree".to_owned(),
        field => format!("ct-entry-{field}"),
    }
}

/// RS-W-04 and RS-W-05.
fn warned(seen: Seen<'_>, held: &Held) -> Html {
    let entry = &held.entry;
    let found = [
        ("RS-W-04", entry.result.starts_with("agree") && !unread(held).is_empty()),
        ("RS-W-05", entry.kind == "countersign" && same_role(held, &seen.model.role)),
    ];
    let texts = [&entry.note, &entry.next_step, &entry.actions, &entry.response];
    let personal = texts.into_iter().any(|text| looks_personal(text));
    html! {
        <div role="status">
            if personal { <p class="ct-tick ct-below">{ mark(Mark::Warn) }<span>{ seen.say("warning.personal") }</span></p> }
            { for found.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| html! {
                <p class="ct-tick ct-below" key={id}>{ mark(Mark::Warn) }<span>{ seen.say(&format!("warning.{id}")) }</span></p>
            }) }
        </div>
    }
}

#[allow(clippy::too_many_arguments)]
fn choices(
    seen: Seen<'_>,
    field: &'static str,
    label: &str,
    hint: &str,
    choices: &'static [&'static str],
    words: &str,
    said: &str,
    wrong: &[Wrong],
) -> Html {
    let problem = wrong.iter().find(|(id, _)| *id == field);
    let (hint_id, error_id) = (format!("ct-entry-{field}-hint"), format!("ct-entry-{field}-error"));
    let described = match problem {
        Some(_) => format!("{hint_id} {error_id}"),
        None => hint_id.clone(),
    };
    html! {
        <div class={classes!("ct-question", problem.map(|_| "ct-question--error"))}>
            <fieldset class="ct-question__set" aria-describedby={described}>
                <legend class="ct-question__legend">{ seen.say(label) }</legend>
                <p class="ct-question__hint" id={hint_id}>{ seen.say(hint) }</p>
                if let Some((_, phrase)) = problem { { error(seen.model.words(), &error_id, &seen.say(phrase)) } }
                <div class="ct-choices">
                    { for choices.iter().map(|choice| {
                        let id = format!("ct-entry-{field}-{}", if choice.is_empty() { "none" } else { choice });
                        let words_id = if choice.is_empty() { "none" } else { choice };
                        // Whatever is not said is a note of a discussion.
                        let checked = said == *choice || (said.is_empty() && *choice == "discussion");
                        html! {
                            <div class="ct-choice" key={*choice}>
                                <input class="ct-choice__input" type="radio" id={id.clone()} name={format!("ct-entry-{field}")} value={*choice}
                                    {checked} autocomplete="off" onchange={seen.act.on(Msg::Field(field, (*choice).to_owned()))} />
                                <label class="ct-choice__label" for={id}>{ seen.say(&format!("{words}.{words_id}")) }</label>
                            </div>
                        }
                    }) }
                </div>
            </fieldset>
        </div>
    }
}

/// A text box of an entry.
#[allow(clippy::too_many_arguments)]
pub fn text(
    seen: Seen<'_>,
    of: &str,
    field: &'static str,
    label: &str,
    hint: &str,
    value: &str,
    wrong: &[Wrong],
    make: impl Fn(&'static str, String) -> Msg + 'static,
) -> Html {
    let problem = wrong.iter().find(|(id, _)| *id == field);
    let id = format!("ct-{of}-{field}");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = [(!hint.is_empty()).then_some(hint_id.as_str()), problem.map(|_| error_id.as_str())];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        <div class="ct-field">
            <label class="ct-field__label" for={id.clone()}>{ seen.say(label) }</label>
            if !hint.is_empty() { <span class="ct-field__hint" id={hint_id.clone()}>{ seen.say(hint) }</span> }
            if let Some((_, phrase)) = problem { { error(seen.model.words(), &error_id, &seen.say(phrase)) } }
            <textarea class={classes!("ct-input", "ct-input--area", problem.map(|_| "ct-input--error"))} {id} rows="3" autocomplete="off"
                aria-describedby={described} value={value.to_owned()} oninput={seen.act.typed(move |text| make(field, text))} />
        </div>
    }
}

/// The supervisor's role. Nobody is named.
pub fn role(seen: Seen<'_>, id: &'static str, wrong: &[Wrong]) -> Html {
    let problem = wrong.iter().find(|(id, _)| *id == "role");
    let (hint, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = if problem.is_some() { format!("{hint} {error_id}") } else { hint.clone() };
    html! {
        <div class="ct-field">
            <label class="ct-field__label" for={id}>{ seen.say("entry.role") }</label>
            <span class="ct-field__hint" id={hint}>{ seen.say("entry.role_hint") }</span>
            if let Some((_, phrase)) = problem { { error(seen.model.words(), &error_id, &seen.say(phrase)) } }
            <input class={classes!("ct-input", problem.map(|_| "ct-input--error"))} type="text" {id} autocomplete="off"
                aria-describedby={described} value={seen.model.role.clone()} oninput={seen.act.typed(Msg::Role)} />
        </div>
    }
}
