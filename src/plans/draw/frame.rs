//! What stands around every place: title, notices, the safety messages, and the ways to other places.

use super::Seen;
use crate::plans::items::{Removed, UNDO};
use crate::plans::keep::Waiting;
use crate::plans::msg::Msg;
use crate::plans::place::{ACTIONS, ISSUES, Place, SAFETY, SECTIONS};
use crate::record::code_of;
use crate::tools::action_planning::outcomes::PINNED;
use crate::ui::cover::{Cleared, Cover};
use crate::ui::parts::heading::step_heading;
use crate::ui::parts::mark::{Mark, mark};
use crate::ui::parts::notice::pin;
use crate::ui::parts::{header as titles, interruption, notice};
use yew::prelude::*;

/// Title, and on the first screen what the tool is and what becomes of what is typed.
pub fn header(seen: Seen<'_>) -> Html {
    let first = seen.model.place == Place::Section(SAFETY);
    let title = seen.model.at(if first { "tool.title" } else { "tool.title_of_plan" });
    html! {
        <>
            { titles::draw(&seen.model.desk.words, &title, seen.level, first) }
            if first { { open_file(seen) } } else { { which(seen) } }
        </>
    }
}

/// The way to open a plan that was saved.
pub fn open_file(seen: Seen<'_>) -> Html {
    html! {
        <details class="ct-why ct-noprint ct-below" id="ct-open">
            <summary class="ct-why__summary"><span>{ seen.say("plan.open") }</span></summary>
            <div class="ct-why__body ct-field">
                <label class="ct-field__label" for="ct-file">{ seen.say("plan.file") }</label>
                <span class="ct-field__hint" id="ct-file-hint">{ seen.say("plan.open_hint") }</span>
                <input type="file" class="ct-file" id="ct-file" accept=".json,application/json" data-ct-file="plan" aria-describedby="ct-file-hint" />
            </div>
        </details>
    }
}

/// Which plan it is: code, stage, and what it is part of.
fn which(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let stage = seen.say(seen.stage());
    let code = code_of(&model.stamp.id);
    let context = seen.read.one(crate::tools::action_planning::answers::CONTEXT.0);
    let mut parts = vec![model.fill("plan.which", &[("code", &code), ("stage", &stage)])];
    if !context.is_empty() && context != "other_process" {
        let name = model.at(&format!("questions.ap_context.choices.{context}"));
        parts.push(model.fill("plan.part_of", &[("what", &name)]));
    }
    if let Some(day) = seen.read.day(crate::tools::action_planning::answers::AGREED_ON.0) {
        parts.push(model.fill("plan.agreed_on", &[("day", &model.day(day))]));
    }
    html! { <p class="ct-outcome__kind">{ parts.join(" ") }</p> }
}

/// Notices, a warning before the cover, and what is wrong with a file.
pub fn notices(seen: Seen<'_>) -> Html {
    let model = seen.model;
    html! {
        <>
            { for model.notices.iter().map(notice::draw) }
            if let Cover::Warned(minutes) = model.cover { { interruption::warning(&seen.model.desk.words, minutes, seen.act.press(Msg::Uncover)) } }
            { waiting(seen) }
            if model.changed {
                <div class="ct-notice ct-notice--warn" id="ct-changed" tabindex="-1">
                    { mark(Mark::Warn) }
                    <div><p class="ct-notice__title">{ seen.say("plan.changed.title") }</p><p>{ seen.say("plan.changed.text") }</p></div>
                </div>
            }
            if !model.faults.is_empty() {
                <div class="ct-notice ct-notice--warn" role="alert" id="ct-file-faults" tabindex="-1">
                    { mark(Mark::Warn) }
                    <div>
                        <p class="ct-notice__title">{ seen.say("plan.not_opened") }</p>
                        <p>{ seen.say("plan.not_opened_text") }</p>
                        <div class="ct-prose"><ul>{ for model.faults.iter().map(|fault| html! { <li>{ fault.clone() }</li> }) }</ul></div>
                    </div>
                </div>
            }
        </>
    }
}

/// Whether what is not saved may be replaced.
fn waiting(seen: Seen<'_>) -> Html {
    let phrase = match &seen.model.waiting {
        None => return Html::default(),
        Some(Waiting::Open(_)) => "plan.waiting.open",
        Some(Waiting::NewVersion) => "plan.waiting.new_version",
    };
    html! {
        <div class="ct-notice ct-notice--warn ct-noprint" role="alert">
            { mark(Mark::Warn) }
            <div>
                <p class="ct-notice__title">{ seen.say("plan.waiting.title") }</p>
                <p>{ seen.say(phrase) }</p>
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class="ct-button ct-button--primary" id="ct-waiting-no" onclick={seen.act.press(Msg::Waited(false))}>{ seen.say("plan.waiting.no") }</button>
                    <button type="button" class="ct-button" id="ct-waiting-yes" onclick={seen.act.press(Msg::Waited(true))}>{ seen.say("plan.waiting.yes") }</button>
                </div>
            </div>
        </div>
    }
}

/// The messages of the safety check, on every page.
pub fn pinned(seen: Seen<'_>) -> Html {
    let shown = seen.read.outcomes();
    let text = |id: &str, part: &str| seen.model.at(&format!("outcomes.{id}.{part}"));
    let pinned = shown.iter().filter(|(id, _)| PINNED.iter().any(|pin| pin_id(*pin) == *id));
    pinned
        .map(|(id, _)| {
            let emergency = *id == "AP-O-EMERGENCY";
            pin(text(id, "heading"), text(id, "explanation"), emergency)
        })
        .collect()
}

fn pin_id(id: crate::tools::action_planning::outcomes::Id) -> &'static str {
    use crate::engine::OutcomeId;
    crate::tools::action_planning::law_once().outcomes.get(id.number()).map_or("", |outcome| outcome.id)
}

/// Takes back what was removed.
pub fn undo(seen: Seen<'_>) -> Html {
    let here =
        |removed: &&Removed| seen.model.place == Place::Section(if removed.is_issue() { ISSUES } else { ACTIONS });
    let Some(removed) = seen.model.removed.last().filter(here) else { return Html::default() };
    let text = seen.model.fill("plan.undo", &[("id", removed.id())]);
    html! {
        <div class="ct-buttons ct-buttons--tight ct-noprint">
            <button type="button" class="ct-button" id={UNDO} onclick={seen.act.press(Msg::Undo)}>{ text }</button>
        </div>
    }
}

/// The ways to the four parts of the tool; none in the first section, which is left by going on.
pub fn parts(seen: Seen<'_>) -> Html {
    let model = seen.model;
    // The first screen stays as it is while it is answered: nothing above an answer comes or goes.
    if model.place == Place::Section(SAFETY) {
        return Html::default();
    }
    let parts = [
        (Place::Tasks, "plan.parts.write"),
        (Place::Check, "plan.parts.check"),
        (Place::Result, "plan.parts.result"),
        (Place::Follow, "plan.parts.follow"),
    ];
    let part_of = match &model.place {
        Place::Tasks | Place::Section(_) | Place::Issue(_) | Place::Action(_) => Place::Tasks,
        Place::Report(_) => Place::Follow,
        place => place.clone(),
    };
    html! {
        <nav class="ct-noprint" aria-label={seen.say("plan.parts.label")}>
            <ul class="ct-showns">
                { for parts.into_iter().map(|(place, phrase)| {
                    let here = place == part_of;
                    let id = format!("ct-part-{}", phrase.rsplit('.').next().unwrap_or_default());
                    html! {
                        <li key={phrase}><button type="button" {id} class={if here { "ct-shown ct-shown--here" } else { "ct-shown" }}
                            aria-current={here.then_some("page")} onclick={seen.act.press(Msg::Go(place))}>{ seen.say(phrase) }</button></li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// The list of sections, each with how far it is.
pub fn tasks(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let unfinished = model.unfinished(seen.read);
    let row = |at: usize, id: &&'static str| {
        let asked = model.has_questions(seen.read, at);
        let (state, class) = match (asked, unfinished.contains(&at), model.passed.contains(&at)) {
            (false, ..) => ("plan.tasks.not_asked", "ct-tag ct-tag--plain"),
            (true, false, false) => ("plan.tasks.nothing_needed", "ct-tag ct-tag--plain"),
            (true, false, true) => ("plan.tasks.done", "ct-tag ct-tag--ok"),
            (true, true, true) => ("plan.tasks.missing", "ct-tag ct-tag--open"),
            (true, true, false) => ("plan.tasks.to_do", "ct-tag ct-tag--plain"),
        };
        let title = model.at(&format!("sections.{id}.title"));
        html! {
            <div class="ct-rows__row" key={*id}>
                <dt class="ct-rows__key">
                    if asked {
                        <button type="button" class="ct-link ct-link--button" id={format!("ct-task-{id}")} onclick={seen.act.press(Msg::Go(Place::Section(at)))}>{ title }</button>
                    } else { { title } }
                </dt>
                <dd class="ct-rows__value"><span {class}>{ seen.say(state) }</span></dd>
            </div>
        }
    };
    html! {
        <>
            { step_heading(seen.level, "ct-heading", seen.say("plan.tasks.title")) }
            <p class="ct-prose ct-soft">{ seen.say(if model.complete { "plan.tasks.complete" } else { "plan.tasks.lead" }) }</p>
            <dl class="ct-rows">{ for SECTIONS.iter().enumerate().map(|(at, id)| row(at, id)) }</dl>
            if model.complete {
                <div class="ct-buttons">
                    <button type="button" class="ct-button" id="ct-new-version" onclick={seen.act.press(Msg::NewVersion)}>{ seen.say("plan.new_version") }</button>
                </div>
            }
            { open_file(seen) }
            { clear(seen) }
        </>
    }
}

/// "Clear everything", and the question whether that is meant.
pub fn clear(seen: Seen<'_>) -> Html {
    if seen.model.clearing {
        let (yes, no) = (seen.act.press(Msg::Clear(Cleared::Here)), seen.act.press(Msg::AskToClear(false)));
        return interruption::clearing(&seen.model.desk.words, seen.level, yes, no);
    }
    html! {
        <div class="ct-buttons ct-noprint">
            <button type="button" class="ct-link ct-link--button" id="ct-clear" onclick={seen.act.press(Msg::AskToClear(true))}>{ seen.say("clear") }</button>
        </div>
    }
}

/// The cover over a plan that nobody uses.
pub fn covered(seen: Seen<'_>, until: &str) -> Html {
    let (show, clear) = (seen.act.press(Msg::Uncover), seen.act.press(Msg::Clear(Cleared::Here)));
    html! {
        <section class="ct-widget" aria-label={seen.model.at("tool.title_of_plan")}>
            { interruption::cover(&seen.model.desk.words, seen.level, until, show, clear) }
        </section>
    }
}
