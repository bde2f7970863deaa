//! Finding a worker for one referral, and deciding.

use super::app::{Act, Page};
use super::model::{Model, Msg, Tab};
use super::picture;
use crate::engine::{Choices, dates};
use crate::json::Json;
use crate::tools::allocation::answers::{ADVOCACY, FUNCTION};
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::files::values;
use crate::tools::allocation::matching::alternatives::Alternative;
use crate::tools::allocation::matching::exclusion::{Rule, missing_training};
use crate::tools::allocation::matching::referral::Referral;
use crate::tools::allocation::matching::worker::Worker;
use crate::tools::allocation::matching::{Ask, Match, matched, order};
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// How many workers are shown in the order, and how many of those excluded before "show all".
const FIRST: usize = 10;
const EXCLUDED: usize = 100;

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

impl Model {
    /// The referral to be matched: what was asked here, with what the list knows of an open row.
    pub fn referral(&self) -> Result<Referral, String> {
        let entry = self.matching.and_then(|row| self.list.entry(row));
        let reference = entry.map(|entry| entry.facts.reference.to_string()).unwrap_or_default();
        let referral = Referral::read(&self.asked_of(&reference))?;
        Ok(match entry {
            Some(entry) => referral.of_entry(entry),
            None => referral,
        })
    }

    /// What was asked about a reference before matching it.
    pub fn asked_of(&self, reference: &str) -> Json {
        self.asked.get(reference).cloned().unwrap_or_else(|| Json::Object(Vec::new()))
    }

    fn asked_here(&self) -> (String, Json) {
        let entry = self.matching.and_then(|row| self.list.entry(row));
        let reference = entry.map(|entry| entry.facts.reference.to_string()).unwrap_or_default();
        let asked = self.asked_of(&reference);
        (reference, asked)
    }

    fn ask(&mut self, key: &str, value: Json) {
        let (reference, asked) = self.asked_here();
        let mut pairs = asked.as_object().unwrap_or_default().to_vec();
        pairs.retain(|(known, _)| known != key);
        pairs.push((key.to_owned(), value));
        self.asked.insert(reference, Json::Object(pairs));
        self.dirty = true;
    }

    fn toggle(&mut self, key: &str, id: &str) {
        let (_, asked) = self.asked_here();
        let mut ids = list_of(&asked, key);
        match ids.iter().position(|known| known == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id.to_owned()),
        }
        self.ask(key, Json::texts(ids));
    }

    /// A name in the words of the lists, or the id where it is an authority's own.
    pub fn named(&self, kind: &str, id: &str) -> String {
        let path = format!("match.{kind}.{id}");
        let text = self.say(&path);
        if text.is_empty() { id.replace('_', " ") } else { text }
    }

    /// A worker's id and role.
    pub fn worker(&self, worker: &Worker) -> String {
        format!("{}, {}", worker.id, self.named("role", &worker.role).to_lowercase())
    }

    /// Why a worker is excluded, with the figures behind it.
    fn excluded(&self, ask: Ask<'_>, worker: &Worker, rule: Rule) -> String {
        let plain = self.say(&format!("match.rule.{}", rule.id()));
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| self.desk.words.day(day)).unwrap_or_default();
        let more = match rule.0 {
            4 => day(worker.registration.as_ref().and_then(|(_, to)| *to)),
            6 => missing_training(ask, worker).map(|id| self.named("training", id)).collect::<Vec<_>>().join(", "),
            8 => {
                let from = worker.available_from.filter(|from| *from > ask.need_by());
                let starts = from.map(|from| self.fill("match.starts", &[("day", &day(Some(from)))]));
                let leaves = worker.leaving_on.map(|on| self.fill("match.leaves", &[("day", &day(Some(on)))]));
                [starts, leaves].into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            9 => self.fill(
                "match.load",
                &[
                    ("load", &worker.load.to_string()),
                    ("capacity", &worker.capacity.to_string()),
                    ("points", &ask.points().to_string()),
                ],
            ),
            12 => self.fill(
                "match.level",
                &[
                    ("level", &worker.skill(&ask.referral.function).to_string()),
                    ("least", &ask.min_level().to_string()),
                ],
            ),
            _ => String::new(),
        };
        if more.is_empty() { plain } else { format!("{plain}: {more}") }
    }

    /// What speaks for a worker, in the order of the steps.
    fn speaks_for(&self, referral: &Referral, worker: &Worker) -> String {
        let mut parts = Vec::new();
        if referral.named.as_ref() == Some(&worker.id) {
            parts.push(self.say("match.fits.choice"));
        }
        if let Some(relationship) = referral.relationship(&worker.id) {
            let all = crate::tools::allocation::matching::referral::Relationship::ALL;
            let id = all.iter().find(|(known, _)| *known == relationship).map_or("", |(_, id)| *id);
            parts.push(self.named("relationship", id));
        }
        let skilled: Vec<String> = referral
            .needs
            .iter()
            .filter(|need| worker.skill(need) >= 2)
            .map(|need| self.named("need", need).to_lowercase())
            .collect();
        if !skilled.is_empty() {
            parts.push(self.fill("match.fits.experience", &[("needs", &skilled.join(", "))]));
        }
        let direct: Vec<String> = referral
            .communication
            .iter()
            .filter(|code| worker.languages.contains(code))
            .map(|code| self.named("method", code))
            .collect();
        if !direct.is_empty() {
            parts.push(self.fill("match.fits.uses", &[("methods", &direct.join(", "))]));
        }
        parts.push(self.fill("match.fits.work", &[("level", &worker.skill(&referral.function).to_string())]));
        let gaps: Vec<String> = order::gaps(referral, worker).map(|gap| self.gap(referral, gap)).collect();
        if !gaps.is_empty() {
            parts.push(self.fill("match.fits.gaps", &[("gaps", &gaps.join("; "))]));
        }
        parts.join(". ")
    }

    /// A gap with the support to add.
    fn gap(&self, referral: &Referral, gap: &str) -> String {
        if referral.communication.iter().any(|code| code == gap) {
            self.fill("match.gap.method", &[("what", &self.named("method", gap))])
        } else {
            self.fill("match.gap.need", &[("what", &self.named("need", gap).to_lowercase())])
        }
    }

    fn alternative(&self, alternative: &Alternative) -> String {
        let name =
            |at: Option<usize>| at.and_then(|at| self.workers.get(at)).map(|w| w.id.clone()).unwrap_or_default();
        let (worker, with) = (name(alternative.worker), name(alternative.with));
        let gaps = [("worker", worker.as_str()), ("with", with.as_str())];
        let heading = self.say(&format!("match.alternative.{}.heading", alternative.id));
        format!("{heading}. {}", self.fill(&format!("match.alternative.{}.gives", alternative.id), &gaps))
    }

    /// Takes the decision on the open match: the row is allocated, the load grows, and it is written down.
    fn decide(&mut self, page: &dyn Page) {
        let Ok(referral) = self.referral() else { return };
        let ask = Ask { referral: &referral, config: &self.config, today: self.today };
        let found = matched(ask, &self.workers);
        let points = ask.points();
        let first = found.ranked.first().copied();
        let chosen = self.workers.iter().position(|worker| worker.id == self.decision.worker);
        let Some(chosen) = chosen else {
            self.decision.fault = self.say("match.choose_worker");
            return;
        };
        if self.decision.by.trim().is_empty() {
            self.decision.fault = self.say("match.who_decides");
            return;
        }
        if Some(chosen) != first && self.decision.reason.trim().is_empty() {
            self.decision.fault = self.say("match.why_departs");
            return;
        }
        self.decision.fault.clear();
        let text = self.decision_text(&referral, &found, first, chosen);
        if let Some(worker) = self.workers.get_mut(chosen) {
            worker.load += points;
        }
        if let Some(row) = self.matching
            && let Some(entry) = self.list.entry(row)
        {
            let mut facts = entry.facts.clone();
            facts.read(crate::tools::allocation::answers::STATUS.0, "allocated");
            facts.read(crate::tools::allocation::answers::ALLOCATED_ON.0, &dates::to_iso(self.today));
            self.changed.insert(row);
            self.change(row, facts);
        }
        self.decisions.push(text);
        self.decision = Default::default();
        self.said = self.say("match.decided");
        self.dirty = true;
        self.matching = None;
        page.keep(&self.kept());
        self.go = "ct-decisions".into();
    }

    /// The record of a decision: who was considered, who was not and why, who was chosen, and why.
    fn decision_text(&self, referral: &Referral, found: &Match, first: Option<usize>, chosen: usize) -> String {
        let ask = Ask { referral, config: &self.config, today: self.today };
        let id = |at: usize| self.workers.get(at).map(|worker| worker.id.clone()).unwrap_or_default();
        let mut lines =
            vec![self.fill(
                "match.record.head",
                &[("ref", &referral.reference), ("day", &self.desk.words.day(self.today))],
            )];
        let mut pair = |phrase: &str, value: String| {
            if !value.trim().is_empty() {
                lines.push(format!("{}: {value}", self.say(&format!("match.record.{phrase}"))));
            }
        };
        pair("chosen", id(chosen));
        pair("suggested", first.map(id).unwrap_or_else(|| self.say("match.outcome.match_none.heading")));
        pair("departure", if first == Some(chosen) { String::new() } else { self.decision.reason.clone() });
        pair("order", found.ranked.iter().map(|at| id(*at)).collect::<Vec<_>>().join(", "));
        pair("why_first", found.why_first().map(|step| self.say(&format!("match.step.{step}"))).unwrap_or_default());
        let excluded = found.excluded.iter().filter_map(|(at, rules)| {
            let worker = self.workers.get(*at)?;
            let reasons: Vec<String> = rules.iter().map(|rule| self.excluded(ask, worker, *rule)).collect();
            Some(format!("{} ({})", worker.id, reasons.join("; ")))
        });
        pair("excluded", excluded.collect::<Vec<_>>().join("; "));
        let worker = self.workers.get(chosen);
        let gaps =
            worker.map(|worker| order::gaps(referral, worker).map(|gap| self.gap(referral, gap)).collect::<Vec<_>>());
        pair("gaps", gaps.unwrap_or_default().join("; "));
        pair("support", self.decision.support.clone());
        pair("views", self.decision.views.clone());
        pair("interim", self.decision.interim.clone());
        pair("by", self.decision.by.clone());
        pair("told", self.decision.told.clone());
        lines.join("\n")
    }
}

fn list_of(asked: &Json, key: &str) -> Vec<String> {
    let list = asked.get(key).and_then(Json::as_list).unwrap_or_default();
    list.iter().filter_map(Json::as_text).map(str::to_owned).collect()
}

/// Ids that were typed with commas or semicolons between them.
fn typed_ids(text: &str) -> Json {
    Json::texts(text.split([',', ';']).map(str::trim).filter(|id| !id.is_empty()))
}

/// What somebody did that is about workers, matching or the plan.
pub fn act(model: &mut Model, page: &dyn Page, msg: Msg) {
    match msg {
        Msg::Match(row) => {
            model.matching = Some(row);
            model.tab = Tab::Match;
            model.decision = Default::default();
            model.go = "ct-tool-title".into();
        }
        Msg::Ask(key, value) => model.ask(key, Json::text(value)),
        Msg::AskIds(key, value) => model.ask(key, typed_ids(&value)),
        Msg::Tick(key, id) => model.toggle(key, &id),
        Msg::Prior(worker, relationship, badly) => {
            let (_, asked) = model.asked_here();
            let mut priors = asked.get("prior_workers").and_then(Json::as_list).unwrap_or_default().to_vec();
            if !worker.trim().is_empty() {
                priors.push(Json::object([
                    ("worker", Json::text(worker.trim())),
                    ("relationship", Json::text(relationship)),
                    ("ended_badly", Json::Bool(badly)),
                ]));
            }
            model.prior = Default::default();
            model.ask("prior_workers", Json::List(priors));
        }
        Msg::PriorDraft(worker, relationship, badly) => model.prior = (worker, relationship, badly),
        Msg::PriorGone(at) => {
            let (_, asked) = model.asked_here();
            let mut priors = asked.get("prior_workers").and_then(Json::as_list).unwrap_or_default().to_vec();
            if at < priors.len() {
                priors.remove(at);
            }
            model.ask("prior_workers", Json::List(priors));
        }
        Msg::Decision(field, text) => {
            let decision = &mut model.decision;
            match field {
                "worker" => decision.worker = text,
                "reason" => decision.reason = text,
                "support" => decision.support = text,
                "views" => decision.views = text,
                "interim" => decision.interim = text,
                "told" => decision.told = text,
                _ => decision.by = text,
            }
        }
        Msg::Decide => model.decide(page),
        Msg::SaveDecisions => {
            let name = format!("allocation-decisions-{}.txt", dates::to_iso(model.today));
            page.download(&name, "text/plain", &model.decisions.join("\n\n"));
        }
        Msg::ShowAll => model.all_excluded = !model.all_excluded,
        Msg::Workers(name, text) => model.take_workers(&name, &text),
        other => super::plan::act(model, page, other),
    }
}

/// What the last file of workers held.
pub fn workers_report(model: &Model) -> Html {
    html! {
        <>
            if !model.workers.is_empty() { <p id="ct-workers-report">{ model.fill("import.workers_report", &[("n", &model.workers.len().to_string())]) }</p> }
            { for model.worker_faults.iter().map(|fault| html! { <p class="ct-error">{ fault.clone() }</p> }) }
        </>
    }
}

/// The page for matching.
pub fn view(model: &Model, act: &Act) -> Html {
    let referral = model.referral();
    html! {
        <>
            if model.workers.is_empty() { <p class="ct-prose ct-below">{ model.say("match.no_workers") }</p> }
            { form(model, act) }
            { match &referral {
                Ok(referral) if !referral.function.is_empty() || model.matching.is_some() => result(model, act, referral),
                Ok(_) => html! { <p class="ct-soft">{ model.say("match.say_work") }</p> },
                Err(fault) => html! { <p class="ct-error">{ fault.clone() }</p> },
            } }
            { decisions(model, act) }
        </>
    }
}

fn decisions(model: &Model, act: &Act) -> Html {
    if model.decisions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-section">
            <h3 class="ct-heading" id="ct-decisions" tabindex="-1">{ model.say("match.decisions") }</h3>
            <ul>{ for model.decisions.iter().map(|text| html! { <li class="ct-record">{ for text.lines().map(|line| html! { <span class="ct-rows__said">{ line.to_owned() }</span> }) }</li> }) }</ul>
            <button type="button" class="ct-button" id="ct-save-decisions" onclick={act.press(Msg::SaveDecisions)}>{ model.say("match.save_decisions") }</button>
        </section>
    }
}

fn form(model: &Model, act: &Act) -> Html {
    let (reference, asked) = model.asked_here();
    let text = |key: &str| asked.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let row = model.matching.and_then(|row| model.list.entry(row));
    let select = |key: &'static str, options: Vec<(String, String)>| {
        let now = text(key);
        let id = format!("ct-m-{key}");
        html! {
            <div class="ct-edit__field"><label class="ct-edit__label" for={id.clone()}>{ model.say(&format!("match.ask.{key}")) }</label>
                <select class="ct-input" id={id} onchange={act.select(move |value| Msg::Ask(key, value))}>
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
                <select class="ct-input" id="ct-p-rel" onchange={act.select(move |value| Msg::PriorDraft(w.clone(), value, badly))}>
                    <option value="" selected={relationship.is_empty()}>{ model.say("list.choose") }</option>
                    { for options.map(|id| html! { <option value={id} selected={relationship == id}>{ model.named("relationship", id) }</option> }) }
                </select></div>
            <span class="ct-chip"><input class="ct-chip__input" type="checkbox" id="ct-p-badly" checked={badly} onchange={act.on(Msg::PriorDraft(w2, r2, !badly))} />
                <label class="ct-chip__label" for="ct-p-badly">{ model.say("match.ended_badly") }</label></span>
            <button type="button" class="ct-button" id="ct-p-add" onclick={act.press(Msg::Prior(w3, relationship, badly))}>{ model.say("match.add") }</button>
        </fieldset>
    }
}

fn result(model: &Model, act: &Act, referral: &Referral) -> Html {
    let ask = Ask { referral, config: &model.config, today: model.today };
    let found = matched(ask, &model.workers);
    let outcome = found.outcome(ask, &model.workers);
    let first = found.ranked.first().and_then(|at| model.workers.get(*at));
    let heading = model.say(&format!("match.outcome.{outcome}.heading"));
    let title = first.map_or(heading.clone(), |first| format!("{heading}: {}", first.id));
    let second = found.ranked.get(1).and_then(|at| model.workers.get(*at));
    let why_first = found.why_first().zip(first).zip(second).map(|((step, first), second)| {
        let step = model.say(&format!("match.step.{step}"));
        model.fill("match.why_first", &[("first", &first.id), ("second", &second.id), ("step", &step)])
    });
    let loads: Vec<picture::Load> = found
        .ranked
        .iter()
        .take(5)
        .filter_map(|at| model.workers.get(*at))
        .map(|worker| (model.worker(worker), worker.load, ask.points(), worker.capacity))
        .collect();
    html! {
        <section class="ct-section" id="ct-match-result">
            <h3 class="ct-outcome__title" id="ct-match-title" tabindex="-1">{ title }</h3>
            <section class="ct-block ct-block--now">
                <h4 class="ct-heading">{ model.say("now.title") }</h4>
                <p class="ct-do__what">{ model.say(&format!("match.outcome.{outcome}.must")) }</p>
                if !found.alternatives.is_empty() { <ol>{ for found.alternatives.iter().map(|each| html! { <li class="ct-do" key={each.id}><p class="ct-do__what">{ model.alternative(each) }</p></li> }) }</ol> }
            </section>
            if !found.warnings.is_empty() {
                <ul class="ct-ticks">{ for found.warnings.iter().map(|id| html! { <li class="ct-tick" key={*id}>{ mark(Mark::Warn) }<span>{ model.say(&format!("match.warning.{id}")) }</span></li> }) }</ul>
            }
            if !found.ranked.is_empty() {
                <section class="ct-section">
                    <h4 class="ct-heading">{ model.say("match.order") }</h4>
                    <p class="ct-prose ct-soft">{ model.say("match.order_lead") }</p>
                    { for why_first.map(|text| html! { <p id="ct-why-first">{ text }</p> }) }
                    <ol>{ for found.ranked.iter().take(FIRST).enumerate().filter_map(|(place, at)| model.workers.get(*at).map(|worker| html! {
                        <li class="ct-do" key={worker.id.clone()}><p class="ct-do__what">{ format!("{}. {}", place + 1, model.worker(worker)) }</p><p class="ct-do__more">{ model.speaks_for(referral, worker) }</p></li>
                    })) }</ol>
                    if found.ranked.len() > FIRST { <p class="ct-soft">{ model.fill("list.more", &[("n", &(found.ranked.len() - FIRST).to_string())]) }</p> }
                    if referral.two_workers { <p>{ second.map_or_else(|| model.say("match.warning.w_second_worker_missing"), |second| model.fill("match.second", &[("worker", &second.id)])) }</p> }
                </section>
            }
            { picture::loads(model, &model.say("picture.load_if"), &loads) }
            { excluded(model, act, ask, &found) }
            { decision(model, act, &found) }
            { words(model, referral) }
        </section>
    }
}

fn excluded(model: &Model, act: &Act, ask: Ask<'_>, found: &Match) -> Html {
    if found.excluded.is_empty() {
        return Html::default();
    }
    let most = if model.all_excluded { usize::MAX } else { EXCLUDED };
    let rows = found.excluded.iter().take(most).filter_map(|(at, rules)| {
        let worker = model.workers.get(*at)?;
        let reasons = rules
            .iter()
            .map(|rule| html! { <span class="ct-rows__said">{ model.excluded(ask, worker, *rule) }</span> });
        Some(html! {
            <tr class="ct-table__row" key={worker.id.clone()}>
                <th class="ct-table__cell ct-table__cell--key" scope="row">{ model.worker(worker) }</th>
                <td class="ct-table__cell">{ for reasons }</td>
            </tr>
        })
    });
    html! {
        <section class="ct-section" id="ct-excluded">
            <h4 class="ct-heading">{ model.fill("match.excluded", &[("n", &found.excluded.len().to_string())]) }</h4>
            <table class="ct-table ct-table--stack">
                <thead class="ct-table__top"><tr><th class="ct-table__head" scope="col">{ model.say("picture.worker") }</th><th class="ct-table__head" scope="col">{ model.say("match.why_not") }</th></tr></thead>
                <tbody class="ct-table__body">{ for rows }</tbody>
            </table>
            if found.excluded.len() > EXCLUDED && !model.all_excluded { <button type="button" class="ct-button" onclick={act.press(Msg::ShowAll)}>{ model.say("list.show_all") }</button> }
        </section>
    }
}

/// Where a manager decides. Another worker than the first needs a reason, which is kept beside the result.
fn decision(model: &Model, act: &Act, found: &Match) -> Html {
    if model.workers.is_empty() {
        return Html::default();
    }
    let decision = &model.decision;
    let text = |field: &'static str, value: &str| {
        let id = format!("ct-d-{field}");
        html! { <div class="ct-edit__field"><label class="ct-edit__label" for={id.clone()}>{ model.say(&format!("match.decide.{field}")) }</label>
        <textarea class="ct-input" rows="2" id={id} value={value.to_owned()} onchange={act.written(move |value| Msg::Decision(field, value))}/></div> }
    };
    let first = found.ranked.first().and_then(|at| model.workers.get(*at)).map(|worker| worker.id.clone());
    let departs = !decision.worker.is_empty() && Some(&decision.worker) != first.as_ref();
    html! {
        <fieldset class="ct-edit" id="ct-decide">
            <legend class="ct-heading">{ model.say("match.decide.title") }</legend>
            <p class="ct-soft">{ model.say("match.decide.lead") }</p>
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-d-worker">{ model.say("match.decide.worker") }</label>
                <input class="ct-input ct-input--10" id="ct-d-worker" type="text" autocomplete="off" value={decision.worker.clone()} onchange={act.changed(|value| Msg::Decision("worker", value.trim().to_owned()))} /></div>
            if departs { { text("reason", &decision.reason) } }
            { text("support", &decision.support) }{ text("views", &decision.views) }{ text("interim", &decision.interim) }{ text("told", &decision.told) }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-d-by">{ model.say("match.decide.by") }</label>
                <input class="ct-input" id="ct-d-by" type="text" autocomplete="off" value={decision.by.clone()} onchange={act.changed(|value| Msg::Decision("by", value))} /></div>
            if !decision.fault.is_empty() { <p class="ct-error" role="alert" id="ct-d-fault">{ decision.fault.clone() }</p> }
            <button type="button" class="ct-button ct-button--primary" id="ct-d-decide" onclick={act.press(Msg::Decide)}>{ model.say("match.decide.do") }</button>
        </fieldset>
    }
}

/// What the person and the worker are told: the headings, to be filled in. Never a rank.
fn words(model: &Model, _: &Referral) -> Html {
    let list = |pack: &str| {
        let items = model.desk.tool.pack(pack).map_or(&[][..], |pack| pack.items.as_slice());
        items
            .iter()
            .map(|item| model.desk.words.at(&format!("packs.{pack}.items.{}", item.id)).to_owned())
            .collect::<Vec<_>>()
    };
    let part = |pack: &str| {
        html! {
            <details><summary>{ model.desk.words.of("packs", pack, "title").to_owned() }</summary><ul>{ for list(pack).into_iter().map(|text| html! { <li>{ text }</li> }) }</ul></details>
        }
    };
    html! { <>{ part("WP") }{ part("WW") }</> }
}

/// The ids of a vocabulary.
pub fn vocabulary<C: Choices>() -> Vec<&'static str> {
    C::LIST.iter().map(|choice| choice.id).collect()
}
