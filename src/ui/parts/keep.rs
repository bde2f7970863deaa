//! The practitioner's own decision, the notes for the record, the referrals, and keeping it all.

use super::heading::heading;
use super::mark::{Mark, mark};
use super::question::note;
use crate::record::{self, Stamp};
use crate::sheet::Agreement;
use crate::sheet::form::{NoteView, Problem};
use crate::sheet::report::{DEPARTURE_REASON, OutcomeText, PackLine, PackText, Report, SIGNING};
use crate::ui::form::{View, copy};
use crate::ui::state::Action;
use yew::prelude::*;

/// The text boxes in which the practitioner signs.
fn signing(view: &View) -> Vec<NoteView> {
    let words = &view.desk().words;
    let asked =
        SIGNING.into_iter().filter(|id| *id != DEPARTURE_REASON || view.state.draft.agreement == Agreement::Departs);
    asked
        .map(|id| NoteView {
            id,
            label: words.say(&format!("sign.{id}.label")).to_owned(),
            hint: words.say(&format!("sign.{id}.hint")).to_owned(),
            text: view.state.draft.note(id).to_owned(),
            long: id == DEPARTURE_REASON,
        })
        .collect()
}

/// "Do you decide as the tool says?", with who decides.
pub fn decide(view: &View) -> Html {
    let words = &view.desk().words;
    let choices = [(Agreement::Agrees, "agree.yes"), (Agreement::Departs, "agree.no")];
    let signing = signing(view);
    let mut problems: Vec<Problem> =
        signing.iter().filter_map(|each| view.desk().note_problem(&view.state.draft, each)).collect();
    if view.state.draft.agreement == Agreement::Departs && view.state.draft.note(DEPARTURE_REASON).is_empty() {
        let text = words.say("agree.give_reason").to_owned();
        problems.push(Problem { about: DEPARTURE_REASON, goto: DEPARTURE_REASON.to_owned(), text });
    }
    html! {
        <section class="ct-section ct-section--ruled ct-noprint">
            <div class="ct-question" id="ct-agree">
                <fieldset class="ct-question__set" aria-describedby="ct-agree-hint">
                    <legend class="ct-question__legend">{ view.say("agree.question") }</legend>
                    <p class="ct-question__hint" id="ct-agree-hint">{ view.say("agree.hint") }</p>
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
            <div class="ct-section ct-prose">{ for signing.iter().map(|each| note(words, &view.acting(), each, &problems)) }</div>
        </section>
    }
}

/// The text boxes that belong to the record.
pub fn notes(view: &View) -> Html {
    let state = &view.state;
    let notes = state.desk.record_notes(&state.draft);
    if notes.is_empty() {
        return Html::default();
    }
    let problems: Vec<_> = notes.iter().filter_map(|note| state.desk.note_problem(&state.draft, note)).collect();
    html! {
        <section class="ct-section ct-noprint">
            { heading(view.level, 2, "ct-heading", view.say("record.notes")) }
            <div class="ct-prose">{ for notes.iter().map(|each| note(&state.desk.words, &view.acting(), each, &problems)) }</div>
        </section>
    }
}

/// What the record has to show.
pub fn shows(view: &View, report: &Report) -> Html {
    let asked: Vec<&OutcomeText> = report.outcomes.iter().filter(|outcome| !outcome.record.is_empty()).collect();
    html! {
        <section class="ct-section">
            { heading(view.level, 2, "ct-heading", view.say("record.shows")) }
            <div class="ct-prose">
                { for asked.iter().map(|outcome| html! {
                    <div key={outcome.id}>
                        <p><strong class="ct-strong">{ outcome.heading.clone() }</strong></p>
                        <ul>{ for outcome.record.iter().map(|text| html! { <li>{ text.clone() }</li> }) }</ul>
                    </div>
                }) }
            </div>
        </section>
    }
}

/// The referrals, filled from the answers.
pub fn packs(view: &View, report: &Report) -> Html {
    // Typing a note changes a referral but not the decision, so the packs are worked out here.
    let fresh = view.desk().report(&view.state.draft).packs;
    if report.packs.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-section" id="ct-packs">
            { heading(view.level, 2, "ct-heading", view.say("pack.title")) }
            <p class="ct-prose">{ view.say("pack.lead") }</p>
            { for fresh.iter().map(|each| pack(view, each)) }
        </section>
    }
}

fn pack(view: &View, pack: &PackText) -> Html {
    html! {
        <section class="ct-below" key={pack.id}>
            { heading(view.level, 3, "ct-heading ct-heading--small", pack.title.clone()) }
            { for pack.contacts.iter().map(|contact| html! {
                <p class="ct-prose">
                    { view.say("pack.send_to") }{ " " }
                    if contact.link.is_empty() { { contact.name.clone() } } else { <a class="ct-link" href={contact.link.clone()}>{ contact.name.clone() }</a> }
                    if !contact.detail.is_empty() { { ". " }{ contact.detail.clone() } }
                </p>
            }) }
            <dl class="ct-rows ct-rows--plain">{ for pack.lines.iter().map(|each| pack_line(view, each)) }</dl>
        </section>
    }
}

fn pack_line(view: &View, line: &PackLine) -> Html {
    html! {
        <div class="ct-rows__row">
            <dt class="ct-rows__key">{ line.label.clone() }</dt>
            <dd class="ct-rows__value">
                if line.filled.is_empty() {
                    <span class="ct-rows__value--open">{ mark(Mark::Open) }<span>{ view.say("pack.by_hand") }</span></span>
                } else {
                    { for line.filled.iter().map(|text| html! { <span class="ct-rows__said">{ text.clone() }</span> }) }
                }
            </dd>
        </div>
    }
}

/// Copy, print, download, new version, start again.
pub fn keep(view: &View, report: &Report) -> Html {
    let code = view.state.stamp.code();
    let press = |work: fn(&View)| {
        let view = view.clone();
        // A text that is too long is put right first: what is kept is never cut, and never more than is read.
        Callback::from(move |_: MouseEvent| match too_long(&view) {
            Some(problem) => view.acting().emit(Action::PutRight(format!("ct-{}", problem.goto))),
            None => work(&view),
        })
    };
    let version = {
        let host = view.host.clone();
        view.on(move |_: MouseEvent| Action::NewVersion(host.0.stamp()))
    };
    let message = view.state.message;
    html! {
        <section class="ct-section ct-noprint">
            { heading(view.level, 2, "ct-heading", view.say("keep.title")) }
            <p class="ct-prose">{ view.say("keep.lead") }</p>
            <div class="ct-buttons ct-buttons--tight">
                <button type="button" class="ct-button ct-button--primary" onclick={press(copy_record)}>{ view.say("keep.copy") }</button>
                if !report.packs.is_empty() {
                    <button type="button" class="ct-button" onclick={press(copy_referral)}>{ view.say("keep.copy_referral") }</button>
                }
                <button type="button" class="ct-button" onclick={press(|view| view.host.0.print())}>{ view.say("keep.print") }</button>
                <button type="button" class="ct-button" onclick={press(save_text)}>{ view.say("keep.text") }</button>
                <button type="button" class="ct-button" onclick={press(save_data)}>{ view.say("keep.data") }</button>
            </div>
            if message.starts_with("keep.") {
                <p class="ct-prose ct-below ct-strong">{ view.say(message) }</p>
            }
            <p class="ct-prose ct-below ct-soft ct-small">{ view.say("keep.where") }</p>
            if !code.is_empty() {
                <p class="ct-below"><span class="ct-soft ct-small">{ view.say("keep.code") }</span><br /><span class="ct-code">{ code }</span></p>
            }
            <div class="ct-buttons">
                <button type="button" class="ct-link ct-link--button" onclick={view.press(Action::Back)}>{ view.say("keep.back") }</button>
                <button type="button" class="ct-link ct-link--button" onclick={version}>{ view.say("keep.new_version") }</button>
                <button type="button" class="ct-link ct-link--button" id="ct-clear" onclick={view.press(Action::AskToClear(true))}>{ view.say("keep.start_again") }</button>
            </div>
            { super::cover::clearing(view) }
        </section>
    }
}

/// The first text on this page that is longer than it may be.
fn too_long(view: &View) -> Option<Problem> {
    let (desk, draft) = (view.desk(), &view.state.draft);
    let notes = desk.record_notes(draft).into_iter().chain(signing(view));
    notes.filter_map(|note| desk.note_problem(draft, &note)).next()
}

/// The record's id with the time now, since that is when this copy of it is made.
fn stamp(view: &View) -> Stamp {
    Stamp { made_at: view.host.0.stamp().made_at, ..view.state.stamp.clone() }
}

fn copy_record(view: &View) {
    let state = &view.state;
    copy(view, Some(record::record(&state.desk, &state.draft, &stamp(view))));
}

fn copy_referral(view: &View) {
    let state = &view.state;
    copy(view, record::referrals(&state.desk, &state.draft, &state.stamp));
}

fn save_text(view: &View) {
    let state = &view.state;
    let text = record::record(&state.desk, &state.draft, &stamp(view)).to_text();
    let name = record::file_name(&state.desk, &state.draft, &state.stamp, "txt");
    view.host.0.download(&name, "text/plain", &text);
}

fn save_data(view: &View) {
    let state = &view.state;
    let data = record::data(&state.desk, &state.draft, &stamp(view)).write_pretty();
    let name = record::file_name(&state.desk, &state.draft, &state.stamp, "json");
    view.host.0.download(&name, "application/json", &data);
}
