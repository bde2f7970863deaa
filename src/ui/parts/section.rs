//! A section being answered, with the steps, the error summary and the panel.

use super::heading::step_heading;
use super::panel::{Frame, panel, waiting};
use super::question::question;
use crate::sheet::form::{Mark, Problem, StepView};
use crate::sheet::panel::Panel;
use crate::ui::form::View;
use crate::ui::state::{Action, PROBLEMS};
use crate::words::Words;
use yew::prelude::*;

/// Draws a section.
pub fn section(view: &View, at: usize, so_far: Option<&Panel>) -> Html {
    let state = &view.state;
    let Some(asked) = state.desk.section(&state.draft, at) else { return Html::default() };
    let act = view.acting();
    let words = &state.desk.words;
    let first = state.desk.section_before(&state.draft, at).is_none() && !state.returning;
    let on = if state.returning && state.opened_after(at).is_none() { "back_to_check" } else { "continue" };
    html! {
        <>
            { steps(words, state.desk.title(&state.draft), &state.desk.steps(&state.draft, state.step, state.reached), Some(&act)) }
            <div>
                <div class="ct-layout">
                    { match so_far {
                        Some(so_far) => panel(frame(view), so_far, view.press(Action::Fold)),
                        None => waiting(frame(view), state.stand_in(), view.press(Action::Fold)),
                    } }
                    <div>
                        { problems(words, view.level, &act, &state.problems) }
                        { step_heading(view.level, "ct-heading", asked.title.clone()) }
                        <p class="ct-prose ct-soft">{ asked.lead.clone() }</p>
                        { guidance("section", asked.id) }
                        <div class="ct-section" key={asked.id}>
                            { for asked.questions.iter().map(|each| question(words, &act, each, &state.problems)) }
                        </div>
                        { buttons(view, on, !first) }
                        if first { { saved_record(view) } }
                    </div>
                </div>
            </div>
        </>
    }
}

/// The place for a council's own guidance, which the page puts inside the element: `slot="section-person"`.
pub fn guidance(about: &str, id: &str) -> Html {
    html! { <slot name={format!("{about}-{id}")} /> }
}

/// The way to open a record that was saved, as long as nothing is typed that it would replace.
fn saved_record(view: &View) -> Html {
    if !view.state.is_fresh() {
        return Html::default();
    }
    html! {
        <details class="ct-why ct-below ct-noprint" open={!view.state.refused.is_empty()}>
            <summary class="ct-why__summary"><span>{ view.say("reopen.title") }</span></summary>
            <div class="ct-why__body">
                if !view.state.refused.is_empty() {
                    <div id="ct-refused" tabindex="-1">
                        <p class="ct-strong">{ view.say("reopen.refused") }</p>
                        <ul>{ for view.state.refused.lines().map(|line| html! { <li>{ line.to_owned() }</li> }) }</ul>
                    </div>
                }
                <label class="ct-field__label" for="ct-reopen">{ view.say("reopen.file") }</label>
                <span class="ct-field__hint" id="ct-reopen-hint">{ view.say("reopen.hint") }</span>
                <input type="file" id="ct-reopen" accept=".json,application/json" data-ct-file="reopen" aria-describedby="ct-reopen-hint" />
            </div>
        </details>
    }
}

fn frame(view: &View) -> Frame<'_> {
    Frame {
        words: &view.state.desk.words,
        level: view.level,
        unfolded: view.state.unfolded,
        heads: ["panel.settled", "panel.open"],
        toggles: ["panel.show", "panel.hide"],
    }
}

/// The steps. Without an action they are only a list.
pub fn steps(words: &Words, title: &str, steps: &[StepView], act: Option<&Callback<Action>>) -> Html {
    let here = steps.iter().position(|step| step.mark == Mark::Here).map_or(0, |at| at + 1);
    let count = words.fill("steps.count", &[("n", &here.to_string()), ("of", &steps.len().to_string())]);
    html! {
        <nav class="ct-steps" aria-label={words.fill("steps.label", &[("title", title)])}>
            <ol class="ct-steps__list">{ for steps.iter().map(|each| step(words, each, act)) }</ol>
            <p class="ct-steps__count">{ count }</p>
        </nav>
    }
}

fn step(words: &Words, step: &StepView, act: Option<&Callback<Action>>) -> Html {
    let (class, state) = match step.mark {
        Mark::Done => ("ct-steps__step", "steps.done"),
        Mark::Here => ("ct-steps__step ct-steps__step--here", ""),
        Mark::ToCome => ("ct-steps__step ct-steps__step--todo", "steps.to_come"),
        Mark::Skipped => ("ct-steps__step ct-steps__step--skipped", "steps.skipped"),
    };
    let at = step.at;
    let title = match act.filter(|_| step.mark == Mark::Done) {
        Some(act) => {
            let onclick = act.reform(move |_: MouseEvent| Action::Go(at));
            html! { <button type="button" class="ct-link ct-link--button" {onclick}>{ step.title.clone() }</button> }
        }
        None => html! { { step.title.clone() } },
    };
    let current = (step.mark == Mark::Here).then_some("step");
    html! {
        <li key={at} class={class} aria-current={current}>
            <span class="ct-steps__label">
                { title }
                if !state.is_empty() { <span class="ct-hidden">{ format!(" ({})", words.say(state)) }</span> }
            </span>
        </li>
    }
}

/// The error summary.
pub fn problems(words: &Words, level: u8, act: &Callback<Action>, problems: &[Problem]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ct-summary-error" role="alert" tabindex="-1" id={PROBLEMS} aria-labelledby="ct-problems-title">
            <@{super::heading::tag(level, 1)} class="ct-summary-error__title" id="ct-problems-title">{ words.say("problems.title").to_owned() }</@>
            <ul class="ct-summary-error__list">
                { for problems.iter().map(|problem| {
                    let goto = format!("ct-{}", problem.goto);
                    let onclick = act.reform(move |_: MouseEvent| Action::PutRight(goto.clone()));
                    html! {
                        <li key={problem.goto.clone()}>
                            <button type="button" class="ct-link ct-link--button ct-summary-error__link"
                                {onclick}>{ problem.text.clone() }</button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// "Continue" in its words for this step, "Back" where there is something before, and "Clear everything".
pub fn buttons(view: &View, on: &str, back: bool) -> Html {
    html! {
        <>
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" part="button button-primary" onclick={view.press(Action::Continue)}>{ view.say(on) }</button>
                if back {
                    <button type="button" class="ct-button" part="button" onclick={view.press(Action::Back)}>{ view.say("back") }</button>
                }
                <button type="button" class="ct-link ct-link--button ct-buttons__end" id="ct-clear"
                    onclick={view.press(Action::AskToClear(true))}>{ view.say("clear") }</button>
            </div>
            { super::cover::clearing(view) }
        </>
    }
}
