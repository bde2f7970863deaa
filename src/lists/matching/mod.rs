//! Finding a worker for one referral, and deciding.

mod form;
mod result;

use super::app::{Act, Page};
use super::decided;
use super::model::{Model, Tab};
use super::msg::Msg;
use crate::engine::dates;
use crate::json::Json;
use crate::tools::allocation::matching::alternatives::Alternative;
use crate::tools::allocation::matching::exclusion::{Rule, missing_training, rules};
use crate::tools::allocation::matching::referral::Referral;
use crate::tools::allocation::matching::worker::Worker;
use crate::tools::allocation::matching::{Ask, Match, matched, order};
use yew::prelude::*;

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

    /// Something that can be done where nobody is suitable among these workers.
    pub fn alternative(&self, alternative: &Alternative, workers: &[Worker]) -> String {
        let name = |at: Option<usize>| at.and_then(|at| workers.get(at)).map(|w| w.id.clone()).unwrap_or_default();
        let (worker, with) = (name(alternative.worker), name(alternative.with));
        let gaps = [("worker", worker.as_str()), ("with", with.as_str())];
        let heading = self.say(&format!("match.alternative.{}.heading", alternative.id));
        format!("{heading}. {}", self.fill(&format!("match.alternative.{}.gives", alternative.id), &gaps))
    }

    /// Whether a worker has a conflict of interest with a referral: the one reason that nobody may decide against.
    pub fn has_conflict(&self, referral: &Referral, worker: &Worker) -> bool {
        let ask = Ask { referral, config: &self.config, today: self.today };
        rules(ask, worker).contains(&Rule::CONFLICT)
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
        if self.workers.get(chosen).is_some_and(|worker| self.has_conflict(&referral, worker)) {
            self.decision.fault = self.fill("match.conflict", &[("worker", &self.decision.worker)]);
            return;
        }
        if Some(chosen) != first && self.decision.reason.trim().is_empty() {
            self.decision.fault = self.say("match.why_departs");
            return;
        }
        self.decision.fault.clear();
        let stamp = page.stamp();
        let mut text = self.decision_text(&referral, &found, first, chosen);
        text.extend(self.stood(self.matching, &stamp));
        self.write_down(text.join("\n"), self.matching, stamp);
        if let Some(id) = self.workers.get(chosen).map(|worker| worker.id.clone()) {
            self.give(&id, points);
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
        self.decision = Default::default();
        self.said = self.say("match.decided");
        self.dirty = true;
        self.matching = None;
        page.keep(&self.kept());
        self.go = "ct-decisions".into();
    }

    /// The record of a decision: who was considered, who was not and why, who was chosen, and why.
    fn decision_text(&self, referral: &Referral, found: &Match, first: Option<usize>, chosen: usize) -> Vec<String> {
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
        lines
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
            model.dirty = true;
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
            page.download(&name, "text/plain", &model.decisions_file());
        }
        Msg::ShowAll => {
            model.all_excluded = !model.all_excluded;
            model.go = "ct-excluded-title".into();
        }
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
    let (said, drawn) = match model.referral() {
        Ok(referral) if !referral.function.is_empty() || model.matching.is_some() => {
            result::result(model, act, &referral)
        }
        Ok(_) => (String::new(), html! { <p class="ct-soft">{ model.say("match.say_work") }</p> }),
        Err(fault) => (fault.clone(), html! { <p class="ct-error">{ fault }</p> }),
    };
    html! {
        <>
            // Who comes first may change with each answer, far below it.
            <p class="ct-hidden" role="status">{ said }</p>
            if model.workers.is_empty() { <p class="ct-prose ct-below">{ model.say("match.no_workers") }</p> }
            { form::form(model, act) }
            { drawn }
            { decided::view(model, act) }
        </>
    }
}
