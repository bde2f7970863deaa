//! What stands around every place: title, the way to open files, notices, and clearing everything.

use super::Seen;
use crate::record::Line;
use crate::supervision::model::Place;
use crate::supervision::msg::Msg;
use crate::ui::cover::{Cleared, Cover};
use crate::ui::parts::heading::tag;
use crate::ui::parts::mark::{Mark, mark};
use crate::ui::parts::{header as titles, interruption, notice};
use yew::prelude::*;

/// Title, and on the first screen what this is and what becomes of what is opened.
pub fn header(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let first = model.records.is_empty();
    let title = match (model.verify, model.here()) {
        (true, _) => seen.say("verify.title"),
        (false, Some(held)) => model.fill("title_of", &[("code", &held.code())]),
        (false, None) => model.words().at("tool.title").to_owned(),
    };
    html! {
        <>
            { titles::draw(model.words(), &title, seen.level, first && !model.verify) }
            if first && !model.verify { { open(seen) } }
        </>
    }
}

/// Choose, drop or paste.
pub fn open(seen: Seen<'_>) -> Html {
    html! {
        <div class="ct-open ct-noprint" data-ct-drop="record" id="ct-open">
            <div class="ct-field">
                <label class="ct-field__label" for="ct-file">{ seen.say("open.choose") }</label>
                <span class="ct-field__hint" id="ct-file-hint">{ seen.say("open.hint") }</span>
                <input type="file" class="ct-file" id="ct-file" accept=".json,application/json" multiple=true
                    data-ct-file="record" aria-describedby="ct-file-hint" />
            </div>
            <div class="ct-field">
                <label class="ct-field__label" for="ct-paste">{ seen.say("open.paste") }</label>
                <span class="ct-field__hint" id="ct-paste-hint">{ seen.say("open.paste_hint") }</span>
                <textarea class="ct-input ct-input--area" id="ct-paste" rows="2" data-ct-paste="record" autocomplete="off"
                    spellcheck="false" aria-describedby="ct-paste-hint" value="" />
            </div>
        </div>
    }
}

/// Notices, a warning before the cover, and files that were not opened.
pub fn notices(seen: Seen<'_>) -> Html {
    let model = seen.model;
    html! {
        <>
            { for model.notices.iter().map(notice::draw) }
            if let Cover::Warned(minutes) = model.cover { { interruption::warning(model.words(), minutes, seen.act.press(Msg::Uncover)) } }
            if !model.refused.is_empty() {
                <div class="ct-notice ct-notice--warn ct-noprint" id="ct-refused" tabindex="-1">
                    { mark(Mark::Warn) }
                    <div>
                        <p class="ct-notice__title">{ seen.say("open.not_opened") }</p>
                        { for model.refused.iter().map(|refused| html! {
                            <>
                                <p class="ct-strong">{ refused.name.clone() }</p>
                                <div class="ct-prose"><ul>{ for refused.faults.iter().map(|fault| html! { <li>{ fault.clone() }</li> }) }</ul></div>
                            </>
                        }) }
                    </div>
                </div>
            }
        </>
    }
}

/// The cover over everything.
pub fn covered(seen: Seen<'_>, until: &str) -> Html {
    let (show, clear) = (seen.act.press(Msg::Uncover), seen.act.press(Msg::Clear(Cleared::Here)));
    html! {
        <section class="ct-widget" aria-label={seen.model.words().at("tool.title").to_owned()}>
            { interruption::cover(seen.model.words(), seen.level, until, show, clear) }
        </section>
    }
}

/// The way back, and clearing everything.
pub fn end(seen: Seen<'_>) -> Html {
    let model = seen.model;
    html! {
        <div class="ct-noprint">
            <div class="ct-buttons">
                if model.place != Place::Agenda && !model.verify {
                    <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Agenda))}>{ seen.say("to_agenda") }</button>
                }
                <button type="button" class="ct-link ct-link--button ct-buttons__end" id="ct-clear" onclick={seen.act.press(Msg::AskToClear(true))}>{ seen.say("clear") }</button>
            </div>
            if model.clearing {
                { interruption::clearing(model.words(), seen.level, seen.act.press(Msg::Clear(Cleared::Here)), seen.act.press(Msg::AskToClear(false))) }
            }
        </div>
    }
}

/// A list of what has to be put right: the control to go to, and the words.
pub fn problems(seen: Seen<'_>, id: &'static str, problems: &[(String, String)]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ct-summary-error" role="alert" tabindex="-1" {id}>
            <@{tag(seen.level, 2)} class="ct-summary-error__title">{ seen.say("problems.title") }</@>
            <ul class="ct-summary-error__list">
                { for problems.iter().map(|(goto, text)| html! {
                    <li key={goto.clone()}>
                        <button type="button" class="ct-link ct-link--button ct-summary-error__link"
                            onclick={seen.act.press(Msg::PutRight(goto.clone()))}>{ text.clone() }</button>
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// Lines of a document, with real lists.
pub fn lines(lines: &[Line]) -> Html {
    lines
        .chunk_by(|one, two| matches!((one, two), (Line::Item(_), Line::Item(_))))
        .map(|run| match run {
            [Line::Item(_), ..] => html! {
                <div class="ct-prose"><ul>
                    { for run.iter().filter_map(|line| match line {
                        Line::Item(text) => Some(html! { <li>{ text.clone() }</li> }),
                        _ => None,
                    }) }
                </ul></div>
            },
            [Line::Pair(name, value), ..] => {
                html! { <p class="ct-prose"><span class="ct-strong">{ format!("{name}: ") }</span>{ value.clone() }</p> }
            }
            [Line::Text(text) | Line::Lead(text), ..] => html! { <p class="ct-prose">{ text.clone() }</p> },
            [Line::Table(..), ..] | [] => Html::default(),
        })
        .collect()
}

/// What is wrong with a challenge, a view or a response, as a list that leads to it.
pub fn challenge_problems(seen: Seen<'_>, wrong: &[(&'static str, &'static str)]) -> Html {
    let listed: Vec<(String, String)> =
        wrong.iter().map(|(field, phrase)| (format!("ct-challenge-{field}"), seen.say(phrase))).collect();
    problems(seen, "ct-challenge-problems", &listed)
}
