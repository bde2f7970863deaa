//! A question with its hint, why it is asked, its choices and its notes.

use super::mark::{Mark, mark};
use super::teams::{TeamList, TeamPhrases};
use crate::engine::Shape;
use crate::sheet::form::{ChoiceView, NoteView, Problem, QuestionView, WrittenView};
use crate::ui::state::Action;
use crate::words::Words;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What becomes of what somebody does in a question. Nothing, on a page without scripts.
pub type Act = Callback<Action>;

/// Draws a question.
pub fn question(words: &Words, act: &Act, view: &QuestionView, problems: &[Problem]) -> Html {
    let problem = problems.iter().find(|problem| problem.about == view.id);
    let id = format!("ct-{}", view.id);
    if let Some(text) = &view.written {
        return written(words, act, view, text, problem);
    }
    let described: Vec<String> =
        [(!view.hint.is_empty()).then(|| format!("{id}-hint")), problem.map(|_| format!("{id}-error"))]
            .into_iter()
            .flatten()
            .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let body = match view.shape {
        Shape::Day => date(words, act, view, problem.is_some()),
        Shape::Number => number(words, act, view, problem.is_some()),
        Shape::One | Shape::Many => choices(words, act, view, problems),
    };
    html! {
        <div key={view.id} class={classes!("ct-question", problem.map(|_| "ct-question--error"))} part="question" id={id.clone()} tabindex="-1">
            <fieldset class="ct-question__set" aria-describedby={described}>
                <legend class="ct-question__legend" part="legend">{ view.legend.clone() }</legend>
                if !view.hint.is_empty() {
                    <p class="ct-question__hint" part="hint" id={format!("{id}-hint")}>{ view.hint.clone() }</p>
                }
                if !view.why.is_empty() { { why(words, view) } }
                if let Some(problem) = problem { { error(words, &format!("{id}-error"), &problem.text) } }
                { body }
                if let Some(list) = view.teams.clone() {
                    <TeamList {list} say={TeamPhrases::of(words)} id={id.clone()} />
                }
                if view.shape != Shape::One {
                    <div class="ct-below">{ for view.notes.iter().map(|note| self::note(words, act, note, problems)) }</div>
                }
            </fieldset>
        </div>
    }
}

/// A question that is answered by a text: one label, one box.
fn written(words: &Words, act: &Act, view: &QuestionView, text: &WrittenView, problem: Option<&Problem>) -> Html {
    let id = format!("ct-{}", view.id);
    let (hint, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = [(!view.hint.is_empty()).then_some(hint.as_str()), problem.map(|_| error_id.as_str())];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let wrong = problem.map(|_| "ct-input--error");
    let invalid = problem.map(|_| "true");
    let question = view.id;
    html! {
        <div key={view.id} class={classes!("ct-question", problem.map(|_| "ct-question--error"))} part="question" id={id.clone()} tabindex="-1">
            <label class="ct-question__legend" part="legend" for={format!("{id}-text")}>{ view.legend.clone() }</label>
            if !view.hint.is_empty() { <p class="ct-question__hint" part="hint" id={hint.clone()}>{ view.hint.clone() }</p> }
            if !view.why.is_empty() { { why(words, view) } }
            if let Some(problem) = problem { { error(words, &error_id, &problem.text) } }
            if text.long {
                <textarea class={classes!("ct-input", "ct-input--area", wrong)} id={format!("{id}-text")} rows="4"
                    aria-describedby={described} aria-invalid={invalid} autocomplete="off" value={text.text.clone()}
                    oninput={act.reform(move |event: InputEvent| Action::Note(question, event.target_unchecked_into::<HtmlTextAreaElement>().value()))} />
            } else {
                <input class={classes!("ct-input", wrong)} type="text" id={format!("{id}-text")}
                    aria-describedby={described} aria-invalid={invalid} autocomplete="off" value={text.text.clone()}
                    oninput={act.reform(move |event: InputEvent| Action::Note(question, event.target_unchecked_into::<HtmlInputElement>().value()))} />
            }
        </div>
    }
}

/// An error beside the thing it is about.
pub fn error(words: &Words, id: &str, text: &str) -> Html {
    html! {
        <p class="ct-error" id={id.to_owned()}>
            { mark(Mark::Now) }
            <span><span class="ct-hidden">{ words.say("error").to_owned() }</span>{ text.to_owned() }</span>
        </p>
    }
}

fn why(words: &Words, view: &QuestionView) -> Html {
    html! {
        <details class="ct-why">
            <summary class="ct-why__summary">
                <span>{ words.say("why_we_ask").to_owned() }<span class="ct-hidden">{ format!(": {}", view.name) }</span></span>
            </summary>
            <div class="ct-why__body">
                <p>{ view.why.clone() }</p>
                if !view.sources.is_empty() { <cite class="ct-source">{ view.sources.clone() }</cite> }
            </div>
        </details>
    }
}

fn choices(words: &Words, act: &Act, view: &QuestionView, problems: &[Problem]) -> Html {
    html! {
        <div class="ct-choices">
            { for view.choices.iter().map(|each| html! {
                <>
                    { choice(act, view, each) }
                    { follow_up(words, act, view, each, problems) }
                </>
            }) }
        </div>
    }
}

fn choice(act: &Act, question: &QuestionView, choice: &ChoiceView) -> Html {
    let id = format!("ct-{}-{}", question.id, choice.id);
    let name = format!("ct-{}", question.id);
    let (question_at, choice_at) = (question.at, choice.at);
    let many = question.shape == Shape::Many;
    let onchange = act.reform(move |_: Event| {
        if many { Action::Toggle(question_at, choice_at) } else { Action::Choose(question_at, choice_at) }
    });
    let label =
        if choice.unused.is_empty() { choice.label.clone() } else { format!("{} {}", choice.label, choice.unused) };
    html! {
        <div class={classes!("ct-choice", choice.open.then_some("ct-choice--open"))} key={choice.id}>
            <input class="ct-choice__input" type={if many { "checkbox" } else { "radio" }} id={id.clone()} name={name}
                value={choice.id} checked={choice.chosen} autocomplete="off" {onchange} />
            <label class="ct-choice__label" for={id}>{ label }</label>
        </div>
    }
}

/// Under the chosen choice: its notes, or how to find out.
fn follow_up(words: &Words, act: &Act, question: &QuestionView, choice: &ChoiceView, problems: &[Problem]) -> Html {
    if !choice.chosen {
        return Html::default();
    }
    if choice.open {
        return html! {
            <div class="ct-followup ct-followup--open" key={format!("{}-find-out", choice.id)}>
                <p><strong class="ct-strong">{ words.say("to_find_out").to_owned() }</strong>{ " " }{ question.find_out.clone() }{ " " }{ words.say("carry_on").to_owned() }</p>
            </div>
        };
    }
    if question.notes.is_empty() || question.shape != Shape::One {
        return Html::default();
    }
    html! {
        <div class="ct-followup" key={format!("{}-notes", choice.id)}>
            { for question.notes.iter().map(|note| self::note(words, act, note, problems)) }
        </div>
    }
}

/// A text box.
pub fn note(words: &Words, act: &Act, view: &NoteView, problems: &[Problem]) -> Html {
    text_box(words, act, view, problems, true)
}

/// A text box that says whether it may be left blank.
pub fn text_box(words: &Words, act: &Act, view: &NoteView, problems: &[Problem], optional: bool) -> Html {
    let problem = problems.iter().find(|problem| problem.about == view.id);
    let id = format!("ct-{}", view.id);
    let hint = [view.hint.as_str(), words.say("note_hint")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let described = match problem {
        Some(_) => format!("{id}-hint {id}-error"),
        None => format!("{id}-hint"),
    };
    let note_id = view.id;
    html! {
        <div class="ct-field" key={view.id}>
            <label class="ct-field__label" for={id.clone()}>{ view.label.clone() } if optional { { " " }<span class="ct-plain">{ words.say("optional").to_owned() }</span> }</label>
            <span class="ct-field__hint" id={format!("{id}-hint")}>{ hint }</span>
            if let Some(problem) = problem { { error(words, &format!("{id}-error"), &problem.text) } }
            if view.long {
                <textarea class={classes!("ct-input", "ct-input--area", problem.map(|_| "ct-input--error"))} id={id} rows="3"
                    aria-describedby={described} aria-invalid={problem.map(|_| "true")} autocomplete="off" spellcheck="false" value={view.text.clone()}
                    oninput={act.reform(move |event: InputEvent| Action::Note(note_id, event.target_unchecked_into::<HtmlTextAreaElement>().value()))} />
            } else {
                <input class={classes!("ct-input", problem.map(|_| "ct-input--error"))} type="text" id={id}
                    aria-describedby={described} aria-invalid={problem.map(|_| "true")} autocomplete="off" spellcheck="false" value={view.text.clone()}
                    oninput={act.reform(move |event: InputEvent| Action::Note(note_id, event.target_unchecked_into::<HtmlInputElement>().value()))} />
            }
        </div>
    }
}

fn date(words: &Words, act: &Act, view: &QuestionView, wrong: bool) -> Html {
    let at = view.at;
    let parts = [("day", "ct-input--2"), ("month", "ct-input--2"), ("year", "ct-input--4")];
    html! {
        <div class="ct-date">
            { for parts.into_iter().zip(&view.boxes).enumerate().map(|(number, ((part, width), typed))| {
                let id = format!("ct-{}-{part}", view.id);
                let oninput = act.reform(move |event: InputEvent| {
                    Action::Box(at, number, event.target_unchecked_into::<HtmlInputElement>().value())
                });
                html! {
                    <div class="ct-date__part" key={part}>
                        <label class="ct-field__label" for={id.clone()}>{ words.say(part).to_owned() }</label>
                        <input class={classes!("ct-input", width, wrong.then_some("ct-input--error"))} {id} type="text"
                            inputmode={(part != "month").then_some("numeric")} aria-invalid={wrong.then_some("true")} autocomplete="off"
                            value={typed.clone()} {oninput} />
                    </div>
                }
            }) }
        </div>
    }
}

fn number(words: &Words, act: &Act, view: &QuestionView, wrong: bool) -> Html {
    let at = view.at;
    let id = format!("ct-{}-number", view.id);
    let [typed, ..] = view.boxes.clone();
    let oninput = act.reform(move |event: InputEvent| {
        Action::Box(at, 0, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="ct-date">
            <div class="ct-date__part">
                <label class="ct-field__label" for={id.clone()}>{ words.say("number").to_owned() }</label>
                <input class={classes!("ct-input", "ct-input--4", wrong.then_some("ct-input--error"))} {id} type="text"
                    inputmode="numeric" aria-invalid={wrong.then_some("true")} autocomplete="off" value={typed} {oninput} />
            </div>
        </div>
    }
}
