//! What is asked about a referral before it is matched.

use super::list_of;
use crate::engine::dates;
use crate::json::Json;
use crate::lists::app::Act;
use crate::lists::model::Model;
use crate::lists::msg::Msg;
use crate::tools::allocation::answers::{ADVOCACY, FUNCTION};
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::files::values;
use yew::prelude::*;

/// Needs, as they are offered.
pub const NEEDS: [&str; 16] = [
    "autism",
    "deafblind",
    "learning_disability",
    "dementia",
    "mental_health",
    "physical_disability",
    "sight_loss",
    "hearing_loss",
    "acquired_brain_injury",
    "substance_use",
    "self_neglect",
    "end_of_life_care",
    "moving_handling",
    "domestic_abuse",
    "forensic",
    "homelessness",
];
const METHODS: [&str; 4] = ["bsl", "deafblind_manual", "makaton", "aac"];
/// The questions.
pub fn form(model: &Model, act: &Act) -> Html {
    let (reference, asked) = model.asked_here();
    let text = |key: &str| asked.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let row = model.matching.and_then(|row| model.list.entry(row));
    let select = |key: &'static str, options: Vec<(String, String)>| {
        let now = text(key);
        let id = format!("ct-m-{key}");
        html! {
            <div class="ct-edit__field"><label class="ct-edit__label" for={id.clone()}>{ model.say(&format!("match.ask.{key}")) }</label>
                <select class="ct-input" id={id} onchange={act.chosen(move |value| Msg::Ask(key, value))}>
                    <option value="" selected={now.is_empty()}>{ model.say("list.choose") }</option>
                    { for options.into_iter().map(|(value, name)| html! { <option value={value.clone()} selected={now == value}>{ name }</option> }) }
                </select></div>
        }
    };
    let phrases = |kind: &str, ids: &[&str]| -> Vec<(String, String)> {
        ids.iter().map(|id| ((*id).to_owned(), model.named(kind, id))).collect()
    };
    let ids = |key: &'static str| {
        let id = format!("ct-m-{key}");
        html! {
            <div class="ct-edit__field"><label class="ct-edit__label" for={id.clone()}>{ model.say(&format!("match.ask.{key}")) }</label>
                <input class="ct-input" id={id} type="text" autocomplete="off" value={list_of(&asked, key).join(", ")} onchange={act.changed(move |value| Msg::AskIds(key, value))} /></div>
        }
    };
    let ticks = |key: &'static str, kind: &'static str, all: Vec<String>| {
        let now = list_of(&asked, key);
        html! {
            <fieldset class="ct-edit ct-edit--ticks"><legend class="ct-edit__label">{ model.say(&format!("match.ask.{key}")) }</legend>
                { for all.into_iter().map(|id| {
                    let element = format!("ct-m-{key}-{}", id.replace(':', "-"));
                    html! { <span class="ct-chip"><input class="ct-chip__input" type="checkbox" id={element.clone()} checked={now.contains(&id)} onchange={act.on(Msg::Tick(key, id.clone()))} />
                        <label class="ct-chip__label" for={element}>{ model.named(kind, &id) }</label></span> }
                }) }
            </fieldset>
        }
    };
    let questions = |at: usize| {
        let question = model.list.law().question_at(at);
        let choices = question.map_or(&[][..], |question| question.choices).iter().enumerate();
        let name =
            |place: usize| question.map(|question| model.desk.choice(question, place).to_owned()).unwrap_or_default();
        choices.map(|(place, choice)| (choice.id.to_owned(), name(place))).collect::<Vec<_>>()
    };
    let mut needs: Vec<String> = NEEDS.iter().map(|id| (*id).to_owned()).collect();
    needs.extend(
        model.config.need_training.iter().map(|(id, _)| id.clone()).filter(|id| !NEEDS.contains(&id.as_str())),
    );
    let mut methods: Vec<String> = METHODS.iter().map(|id| (*id).to_owned()).collect();
    methods.extend(list_of(&asked, "communication").into_iter().filter(|id| !METHODS.contains(&id.as_str())));
    let head = match row {
        Some(entry) => {
            let need_by = entry.place.due.map(|day| model.day(day)).unwrap_or_default();
            let gaps = [
                ("ref", &*entry.facts.reference),
                ("band", &model.band(entry.place.queue)),
                ("day", need_by.as_str()),
            ];
            html! { <p class="ct-outcome__kind">{ model.fill("match.for", &gaps) }</p> }
        }
        None => html! {
            <>
                { select("function", questions(FUNCTION.0)) }
                { select("band", Band::ALL.map(|band| (band.id().to_owned(), model.band(band))).into()) }
                <div class="ct-edit__field"><label class="ct-edit__label" for="ct-m-need_by">{ model.say("match.ask.need_by") }</label>
                    <input class="ct-input ct-input--10" id="ct-m-need_by" type="text" placeholder={model.say("list.date_like")} value={text("need_by")}
                        onchange={act.changed(|value| Msg::Ask("need_by", values::date(&value).map(dates::to_iso).unwrap_or(value)))} /></div>
                { select("advocacy", questions(ADVOCACY.0)) }
            </>
        },
    };
    html! {
        <fieldset class="ct-edit" key={reference}>
            <legend class="ct-heading ct-heading--small">{ model.say("match.asked") }</legend>
            { head }
            { select("complexity", phrases("complexity", &["simple", "standard", "complex"])) }
            { ticks("needs", "need", needs) }
            { ticks("communication", "method", methods) }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-m-lang">{ model.say("match.ask.language") }</label>
                <input class="ct-input ct-input--10" id="ct-m-lang" type="text" autocomplete="off" onchange={act.changed(|value| {
                    let code: String = value.trim().to_lowercase().chars().take(12).collect();
                    Msg::Tick("communication", if code.starts_with("lang:") { code } else { format!("lang:{code}") })
                })} /></div>
            { select("views_recorded", phrases("answer", &["yes", "not_yet_asked"])) }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-m-named">{ model.say("match.ask.named_worker_wanted") }</label>
                <input class="ct-input ct-input--10" id="ct-m-named" type="text" autocomplete="off" value={text("named_worker_wanted")} onchange={act.changed(|value| Msg::Ask("named_worker_wanted", value.trim().to_owned()))} /></div>
            { ids("not_wanted") }
            { select("gender_wanted", phrases("gender", &["female", "male"])) }
            { select("gender_strength", phrases("strength", &["must", "prefer", "none"])) }
            { select("continuity_wanted", phrases("answer", &["yes", "no", "unknown"])) }
            { priors(model, act, &asked) }
            { ids("party_ids") }
            { select("two_workers", phrases("answer", &["yes", "no"])) }
        </fieldset>
    }
}

fn priors(model: &Model, act: &Act, asked: &Json) -> Html {
    let known = asked.get("prior_workers").and_then(Json::as_list).unwrap_or_default();
    let line = |(at, prior): (usize, &Json)| {
        let text = |key| prior.get(key).and_then(Json::as_text).unwrap_or_default();
        let badly = matches!(prior.get("ended_badly"), Some(Json::Bool(true)));
        let what = format!(
            "{}: {}{}",
            text("worker"),
            model.named("relationship", text("relationship")),
            if badly { format!(", {}", model.say("match.ended_badly")) } else { String::new() }
        );
        html! { <li>{ what }{ " " }<button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::PriorGone(at))}>{ model.say("match.remove") }</button></li> }
    };
    let (worker, relationship, badly) = model.prior.clone();
    let (w, r) = (worker.clone(), relationship.clone());
    let (w2, r2, w3) = (worker.clone(), relationship.clone(), worker.clone());
    let options = ["current_allocated", "worked_in_last_12m", "worked_before"];
    html! {
        <fieldset class="ct-edit"><legend class="ct-edit__label">{ model.say("match.ask.prior_workers") }</legend>
            if !known.is_empty() { <ul>{ for known.iter().enumerate().map(line) }</ul> }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-p-worker">{ model.say("match.worker_id") }</label>
                <input class="ct-input ct-input--10" id="ct-p-worker" type="text" autocomplete="off" value={worker} onchange={act.changed(move |value| Msg::PriorDraft(value, r.clone(), badly))} /></div>
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-p-rel">{ model.say("match.relationship_how") }</label>
                <select class="ct-input" id="ct-p-rel" onchange={act.chosen(move |value| Msg::PriorDraft(w.clone(), value, badly))}>
                    <option value="" selected={relationship.is_empty()}>{ model.say("list.choose") }</option>
                    { for options.map(|id| html! { <option value={id} selected={relationship == id}>{ model.named("relationship", id) }</option> }) }
                </select></div>
            <span class="ct-chip"><input class="ct-chip__input" type="checkbox" id="ct-p-badly" checked={badly} onchange={act.on(Msg::PriorDraft(w2, r2, !badly))} />
                <label class="ct-chip__label" for="ct-p-badly">{ model.say("match.ended_badly") }</label></span>
            <button type="button" class="ct-button" id="ct-p-add" onclick={act.press(Msg::Prior(w3, relationship, badly))}>{ model.say("match.add") }</button>
        </fieldset>
    }
}
