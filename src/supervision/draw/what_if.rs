//! What would have followed. A copy is changed; the record stays as it was.

use super::Seen;
use crate::supervision::model::Place;
use crate::supervision::msg::Msg;
use crate::supervision::what_if::Followed;
use crate::ui::parts::heading::{heading, step_heading, tag};
use crate::ui::parts::question::{error, question};
use yew::prelude::*;

/// Draws it.
pub fn what_if(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let Some(copy) = &model.what_if else { return Html::default() };
    let Some(held) = seen.held(copy.at) else { return Html::default() };
    let desk = copy.desk(held);
    let open: Vec<usize> = desk.open_sections(&copy.draft).into_iter().filter(|at| is_shown(&desk, *at)).collect();
    let at = if open.contains(&copy.section) { copy.section } else { open.first().copied().unwrap_or_default() };
    let section = desk.section(&copy.draft, at);
    let no_day = copy.no_day(held);
    html! {
        <>
            { step_heading(seen.level, "ct-outcome__title", seen.say("what_if.title")) }
            <p class="ct-outcome__text">{ seen.say(if held.plan.is_some() { "what_if.lead_plan" } else { "what_if.lead" }) }</p>
            { followed(seen, &copy.followed(held)) }
            <div class="ct-section">
                <div class={classes!("ct-field", no_day.then_some("ct-question--error"))}>
                    <label class="ct-field__label" for="ct-law-on">{ seen.say("what_if.law_on") }</label>
                    <span class="ct-field__hint" id="ct-law-on-hint">{ seen.say("what_if.law_on_hint") }</span>
                    if no_day { { error(model.words(), "ct-law-on-error", &seen.say("what_if.no_day")) } }
                    <input class="ct-input" type="text" id="ct-law-on" autocomplete="off"
                        aria-describedby={if no_day { "ct-law-on-hint ct-law-on-error" } else { "ct-law-on-hint" }}
                        value={copy.day.clone()} oninput={seen.act.typed(Msg::LawOn)} />
                </div>
                <div class="ct-field">
                    <label class="ct-field__label" for="ct-section">{ seen.say("what_if.section") }</label>
                    <select class="ct-input" id="ct-section" onchange={seen.act.chosen(|at| Msg::Section(at.parse().unwrap_or_default()))}>
                        { for open.iter().map(|each| {
                            let id = desk.tool.law.sections.get(*each).map_or("", |section| section.id);
                            html! { <option value={each.to_string()} selected={*each == at}>{ desk.words.of("sections", id, "title").to_owned() }</option> }
                        }) }
                    </select>
                </div>
            </div>
            if let Some(section) = section {
                <section class="ct-section" key={section.id}>
                    <@{tag(seen.level, 2)} class="ct-heading" id="ct-section-title" tabindex="-1">{ section.title.clone() }</@>
                    { for section.questions.iter().map(|view| {
                        // What was written beside an answer reaches no rule.
                        let bare = crate::sheet::form::QuestionView { notes: Vec::new(), teams: None, ..view.clone() };
                        question(&desk.words, &seen.act.answers(), &bare, &[])
                    }) }
                </section>
            }
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" onclick={seen.act.press(Msg::Go(Place::Record(copy.at)))}>{ seen.say("what_if.back") }</button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Reset)}>{ seen.say("what_if.reset") }</button>
            </div>
        </>
    }
}

fn is_shown(desk: &crate::sheet::Desk, at: usize) -> bool {
    desk.tool.law.sections.get(at).is_some_and(|section| section.id != "worked_out")
}

fn followed(seen: Seen<'_>, followed: &Followed) -> Html {
    let list = |phrase: &str, headings: &[String]| match headings {
        [] => Html::default(),
        some => html! {
            <div class="ct-prose ct-below"><p class="ct-strong">{ seen.say(phrase) }</p><ul>{ for some.iter().map(|it| html! { <li>{ it.clone() }</li> }) }</ul></div>
        },
    };
    let same = followed.gained.is_empty() && followed.lost.is_empty();
    html! {
        <section class="ct-block ct-block--open" id="ct-followed">
            { heading(seen.level, 2, "ct-heading ct-heading--small", seen.say("what_if.followed")) }
            <div role="status">
                if same { <p class="ct-prose">{ seen.say("what_if.same") }</p> }
                { list("what_if.gained", &followed.gained) }
                { list("what_if.lost", &followed.lost) }
            </div>
            if !same { { list("what_if.all", &followed.all) } }
        </section>
    }
}
