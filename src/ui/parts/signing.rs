//! The practitioner's own decision: as the tool says or otherwise, on whose authority, and marked as complete.

use super::heading::heading;
use super::mark::{Mark, mark};
use super::question::{error, text_box};
use super::section::problems;
use crate::sheet::Agreement;
use crate::sheet::form::{NoteView, Problem};
use crate::sheet::report::{OutcomeText, Report};
use crate::sheet::signing::{SignView, VERSION_REASON, VIEW};
use crate::ui::form::View;
use crate::ui::state::Action;
use yew::prelude::*;

/// That something which was written looks like personal information, where it does.
pub fn personal(view: &View) -> Html {
    let names = view.desk().personal(&view.state.draft);
    if names.is_empty() {
        return Html::default();
    }
    let text = view.desk().words.fill("personal", &[("names", &names.join("; "))]);
    html! { <p class="ct-tick ct-below ct-noprint" id="ct-personal">{ mark(Mark::Warn) }<span>{ text }</span></p> }
}

/// "Do you decide as the tool says?", with who decides. Once the record is complete, what was said.
pub fn decide(view: &View, report: &Report) -> Html {
    let state = &view.state;
    if state.is_complete() {
        return done(view);
    }
    let words = &view.desk().words;
    let anew = !state.stamp.replaces.is_empty();
    let signing = state.desk.signing(&state.draft, anew);
    let mut wrong = state.desk.signing_problems(&state.draft, anew);
    wrong.extend(state.problems.iter().filter(|problem| !wrong.contains(problem)).cloned().collect::<Vec<_>>());
    let (first, others): (Vec<&SignView>, Vec<&SignView>) =
        signing.iter().partition(|each| each.id == VERSION_REASON);
    html! {
        <section class="ct-section ct-section--ruled ct-noprint">
            { problems(words, view.level, &view.acting(), &state.problems) }
            { for first.iter().map(|each| sign(view, each, &wrong)) }
            { agree(view, &wrong) }
            { seen(view, &report.outcomes, &wrong) }
            { personal(view) }
            <div class="ct-section ct-prose">{ for others.iter().map(|each| sign(view, each, &wrong)) }</div>
        </section>
    }
}

fn agree(view: &View, wrong: &[Problem]) -> Html {
    let choices = [(Agreement::Agrees, "agree.yes"), (Agreement::Departs, "agree.no")];
    let problem = wrong.iter().find(|problem| problem.about == "agree");
    let described = if problem.is_some() { "ct-agree-hint ct-agree-error" } else { "ct-agree-hint" };
    html! {
        <div class={classes!("ct-question", problem.map(|_| "ct-question--error"))} id="ct-agree" tabindex="-1">
            <fieldset class="ct-question__set" aria-describedby={described}>
                <legend class="ct-question__legend">{ view.say("agree.question") }</legend>
                <p class="ct-question__hint" id="ct-agree-hint">{ view.say("agree.hint") }</p>
                if let Some(problem) = problem { { error(&view.desk().words, "ct-agree-error", &problem.text) } }
                <div class="ct-choices">
                    { for choices.into_iter().map(|(agreement, phrase)| {
                        let id = format!("ct-agree-{}", agreement.id());
                        let onchange = view.on(move |_: Event| Action::Agree(agreement));
                        html! {
                            <div class="ct-choice" key={agreement.id()}>
                                <input class="ct-choice__input" type="radio" id={id.clone()} name="ct-agree" value={agreement.id()}
                                    checked={view.state.draft.agreement == agreement} autocomplete="off" {onchange} />
                                <label class="ct-choice__label" for={id}>{ view.say(phrase) }</label>
                            </div>
                        }
                    }) }
                </div>
            </fieldset>
        </div>
    }
}

/// Urgent outcomes, each to be ticked once it was read.
fn seen(view: &View, outcomes: &[OutcomeText], wrong: &[Problem]) -> Html {
    let urgent: Vec<&OutcomeText> = outcomes.iter().filter(|outcome| outcome.urgent).collect();
    if urgent.is_empty() {
        return Html::default();
    }
    let problem = wrong.iter().find(|problem| problem.about == "seen");
    html! {
        <div class={classes!("ct-question", problem.map(|_| "ct-question--error"))}>
            <fieldset class="ct-question__set" aria-describedby={problem.map(|_| "ct-seen-error")}>
                <legend class="ct-question__legend">{ view.say("seen.question") }</legend>
                if let Some(problem) = problem { { error(&view.desk().words, "ct-seen-error", &problem.text) } }
                <div class="ct-choices">
                    { for urgent.iter().map(|outcome| {
                        let (id, outcome_id) = (format!("ct-seen-{}", outcome.id), outcome.id);
                        let onchange = view.on(move |_: Event| Action::Seen(outcome_id));
                        html! {
                            <div class="ct-choice" key={outcome.id}>
                                <input class="ct-choice__input" type="checkbox" id={id.clone()} value={outcome.id}
                                    checked={view.state.draft.seen.contains(outcome.id)} autocomplete="off" {onchange} />
                                <label class="ct-choice__label" for={id}>{ outcome.heading.clone() }</label>
                            </div>
                        }
                    }) }
                </div>
            </fieldset>
        </div>
    }
}

fn sign(view: &View, each: &SignView, wrong: &[Problem]) -> Html {
    if each.choices.is_empty() {
        let boxed = NoteView {
            id: each.id,
            label: each.label.clone(),
            hint: each.hint.clone(),
            text: each.said.clone(),
            long: each.long,
        };
        return text_box(&view.desk().words, &view.acting(), &boxed, wrong, !each.required);
    }
    let id = each.id;
    html! {
        <fieldset class="ct-field ct-question__set" key={id}>
            <legend class="ct-field__label">{ each.label.clone() }{ " " }<span class="ct-plain">{ view.say("optional") }</span></legend>
            <div class="ct-choices">
                { for each.choices.iter().map(|(choice, words)| {
                    let (at, said) = (format!("ct-{id}-{}", if choice.is_empty() { "none" } else { choice }), *choice);
                    let onchange = view.on(move |_: Event| Action::Note(id, said.to_owned()));
                    html! {
                        <div class="ct-choice" key={*choice}>
                            <input class="ct-choice__input" type="radio" id={at.clone()} name={format!("ct-{id}")} value={*choice}
                                checked={each.said == *choice} autocomplete="off" {onchange} />
                            <label class="ct-choice__label" for={at}>{ words.clone() }</label>
                        </div>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// What was said, once nothing can be changed any more.
fn done(view: &View) -> Html {
    let state = &view.state;
    let phrase = if state.draft.agreement == Agreement::Departs { "agree.departs" } else { "agree.agrees" };
    let own_words = (view.desk().words.say("sign.person_view.label").to_owned(), state.draft.note(VIEW).to_owned());
    let own_words = Some(own_words).filter(|(_, words)| !words.trim().is_empty());
    let said = state.desk.signed(&state.draft, !state.stamp.replaces.is_empty());
    let said = own_words.into_iter().chain(said);
    html! {
        <section class="ct-section ct-section--ruled ct-noprint" id="ct-signed">
            { heading(view.level, 2, "ct-heading", view.say("agree.title")) }
            <p class="ct-prose">{ view.say(phrase) }</p>
            <dl class="ct-rows ct-rows--plain">
                { for said.map(|(label, text)| html! {
                    <div class="ct-rows__row"><dt class="ct-rows__key">{ label }</dt><dd class="ct-rows__value">{ text }</dd></div>
                }) }
            </dl>
        </section>
    }
}
