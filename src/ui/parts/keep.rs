//! The notes for the record, the referrals, and keeping it all.

use super::heading::heading;
use super::mark::{Mark, mark};
use super::question::note;
use crate::record::{self, Stamp};
use crate::sheet::form::Problem;
use crate::sheet::report::{OutcomeText, PackLine, PackText, Report};
use crate::ui::form::{View, copy};
use crate::ui::state::Action;
use yew::prelude::*;

/// The text boxes that belong to the record.
pub fn notes(view: &View) -> Html {
    let state = &view.state;
    let notes = state.desk.record_notes(&state.draft);
    // Once the record is complete they are read on paper and in what is kept.
    if notes.is_empty() || state.is_complete() {
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
                    if contact.link.is_empty() { { contact.name.clone() } } else { <a class="ct-link" href={contact.link.clone()} target={contact.link.starts_with("http").then_some("_blank")} rel="noopener noreferrer">{ contact.name.clone() }</a> }
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

/// Mark as complete, copy, print, download, new version, start again.
pub fn keep(view: &View, report: &Report) -> Html {
    let code = view.state.stamp.code();
    let complete = view.state.is_complete();
    let press = |work: fn(&View)| {
        let view = view.clone();
        // A text that is too long is put right first: what is kept is never cut, and never more than is read.
        Callback::from(move |_: MouseEvent| match too_long(&view) {
            Some(problem) => view.acting().emit(Action::PutRight(format!("ct-{}", problem.goto))),
            None => work(&view),
        })
    };
    let stamped = |action: fn(Stamp) -> Action| {
        let host = view.host.clone();
        view.on(move |_: MouseEvent| action(host.0.stamp()))
    };
    let message = view.state.message;
    let first = |is_first: bool| classes!("ct-button", is_first.then_some("ct-button--primary"));
    html! {
        <section class="ct-section ct-noprint" part="record">
            { heading(view.level, 2, "ct-heading", view.say("keep.title")) }
            <p class="ct-prose" id="ct-complete-state" tabindex="-1">{ view.say(if complete { "complete.is" } else { "complete.lead" }) }</p>
            if !complete {
                <div class="ct-buttons ct-buttons--tight">
                    <button type="button" class={first(true)} id="ct-complete" onclick={stamped(Action::Complete)}>{ view.say("complete.mark") }</button>
                </div>
            }
            <p class="ct-prose ct-below">{ view.say("keep.lead") }</p>
            <div class="ct-buttons ct-buttons--tight">
                <button type="button" class={first(complete)} onclick={press(copy_record)}>{ view.say("keep.copy") }</button>
                if !report.packs.is_empty() {
                    <button type="button" class="ct-button" onclick={press(copy_referral)}>{ view.say("keep.copy_referral") }</button>
                }
                <button type="button" class="ct-button" onclick={press(|view| view.host.0.print())}>{ view.say("keep.print") }</button>
                <button type="button" class="ct-button" onclick={press(save_text)}>{ view.say("keep.text") }</button>
                <button type="button" class="ct-button" onclick={press(save_word)}>{ view.say("keep.word") }</button>
                <button type="button" class="ct-button" onclick={press(save_data)}>{ view.say("keep.data") }</button>
            </div>
            if message.starts_with("keep.") || message.starts_with("complete.") {
                <p class="ct-prose ct-below ct-strong">{ view.say(message) }</p>
            }
            <p class="ct-prose ct-below ct-soft ct-small">{ view.say("keep.where") }</p>
            if !code.is_empty() {
                <p class="ct-below"><span class="ct-soft ct-small">{ view.say("keep.code") }</span><br /><span class="ct-code">{ code }</span></p>
            }
            <div class="ct-buttons">
                if complete {
                    <button type="button" class="ct-link ct-link--button" onclick={stamped(Action::NewVersion)}>{ view.say("keep.new_version") }</button>
                } else {
                    <button type="button" class="ct-link ct-link--button" onclick={view.press(Action::Back)}>{ view.say("keep.back") }</button>
                }
                <button type="button" class="ct-link ct-link--button" id="ct-clear" onclick={view.press(Action::AskToClear(true))}>{ view.say("keep.start_again") }</button>
            </div>
            { super::cover::clearing(view) }
        </section>
    }
}

/// The first text on this page that is longer than it may be.
fn too_long(view: &View) -> Option<Problem> {
    let (desk, draft) = (view.desk(), &view.state.draft);
    let notes = desk.record_notes(draft).into_iter().filter_map(|note| desk.note_problem(draft, &note));
    notes.chain(desk.signing_problems(draft, !view.state.stamp.replaces.is_empty())).next()
}

/// The record's id with the time now, since that is when this copy of a draft is made. A record that is complete was
/// made when it was.
fn stamp(view: &View) -> Stamp {
    if view.state.is_complete() {
        return view.state.stamp.clone();
    }
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

fn save_word(view: &View) {
    let state = &view.state;
    let document = record::record(&state.desk, &state.draft, &stamp(view));
    let name = record::file_name(&state.desk, &state.draft, &state.stamp, "docx");
    view.host.0.word(&name, &document.to_json(record::POINTS).write());
}

fn save_data(view: &View) {
    let state = &view.state;
    let data = state.record(&stamp(view)).write_pretty();
    let name = record::file_name(&state.desk, &state.draft, &state.stamp, "json");
    view.host.0.download(&name, "application/json", &data);
}
