//! A plan for the whole list: a suggestion for a meeting. Nothing is allocated until somebody confirms it.

use super::app::{Act, Page};
use super::model::{Model, WINDOW};
use super::msg::Msg;
use super::{notices, picture};
use crate::engine::dates;
use crate::json::Json;
use crate::tools::allocation::answers::{ALLOCATED_ON, STATUS};
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::files::export;
use crate::tools::allocation::matching::Ask;
use crate::tools::allocation::matching::plan::Walk;
use crate::tools::allocation::matching::referral::Referral;
use crate::tools::allocation::matching::worker::Worker;
use std::collections::BTreeMap;
use yew::prelude::*;

/// How many referrals a slice matches at most, counted in workers looked at.
const SLICE: usize = 40_000;

/// What a manager said about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// As suggested: the worker.
    Confirmed(String),
    /// Somebody else, with the reason and whom the tool suggested, if anybody.
    Changed(String, String, String),
    /// Nobody for now, with the same.
    Refused(String, String),
}

impl Said {
    /// What it is called in a file, the worker, the reason and whom the tool suggested.
    fn parts(&self) -> [&str; 4] {
        match self {
            Said::Confirmed(id) => ["confirmed", id, "", id],
            Said::Changed(id, reason, suggested) => ["changed", id, reason, suggested],
            Said::Refused(reason, suggested) => ["refused", "", reason, suggested],
        }
    }

    fn of([decision, worker, reason, suggested]: [&str; 4]) -> Option<Said> {
        match decision {
            "confirmed" => Some(Said::Confirmed(worker.to_owned())),
            "changed" => Some(Said::Changed(worker.to_owned(), reason.to_owned(), suggested.to_owned())),
            "refused" => Some(Said::Refused(reason.to_owned(), suggested.to_owned())),
            _ => None,
        }
    }
}

/// What was said of lines, for a restart.
pub fn kept(said: &BTreeMap<u32, Said>) -> Json {
    let line = |(row, said): (&u32, &Said)| {
        let parts = said.parts().map(Json::text);
        Json::List(std::iter::once(Json::Whole((*row).into())).chain(parts).collect())
    };
    Json::List(said.iter().map(line).collect())
}

/// What [`kept`] wrote.
pub fn resumed(kept: &[Json]) -> BTreeMap<u32, Said> {
    let line = |line: &Json| match line.as_list()? {
        [Json::Whole(row), Json::Text(decision), Json::Text(worker), Json::Text(reason), Json::Text(suggested)] => {
            Some((u32::try_from(*row).ok()?, Said::of([decision, worker, reason, suggested])?))
        }
        _ => None,
    };
    kept.iter().filter_map(line).collect()
}

/// A plan being made, or made.
#[derive(Default)]
pub struct Plan {
    /// The rows of the list in their order, when the plan was begun.
    pub rows: Vec<u32>,
    /// The suggested worker of each, by place among the workers; nothing where nobody is suitable.
    pub lines: Vec<Option<usize>>,
    /// The workers with the loads they would have.
    pub workers: Vec<Worker>,
    /// What was said, by row.
    pub said: BTreeMap<u32, Said>,
    /// Where the focus goes once every line is there: meanwhile there is none of them.
    pub then: String,
    /// The first line drawn.
    pub window: usize,
    /// The line that is being decided otherwise, with the worker and the reason so far.
    pub editing: Option<(u32, String, String)>,
    /// What is wrong with it.
    pub fault: String,
    /// Whether somebody wanted to finish without saying who decides.
    pub unnamed: bool,
    /// The line of which the alternatives are shown.
    pub open: Option<u32>,
}

impl Model {
    fn planned(&self, row: u32) -> Option<Referral> {
        let entry = self.list.entry(row)?;
        let asked = self.asked_of(&entry.facts.reference);
        Some(Referral::read(&asked).unwrap_or_default().of_entry(entry))
    }

    /// Begins a plan: work already confirmed is in the loads before anything else is suggested.
    pub fn begin_plan(&mut self, said: BTreeMap<u32, Said>, then: String) {
        let mut workers = self.workers.clone();
        for (row, said) in &said {
            let id = match said {
                Said::Confirmed(id) | Said::Changed(id, ..) => id,
                Said::Refused(..) => continue,
            };
            let points = self.planned(*row).map_or(0, |referral| self.points(&referral));
            if let Some(worker) = workers.iter_mut().find(|worker| worker.id == *id) {
                worker.load += points;
            }
        }
        let window = self.plan.as_ref().map_or(0, |plan| plan.window);
        self.plan =
            Some(Plan { rows: self.list.lists().ranked.clone(), workers, said, then, window, ..Plan::default() });
    }

    fn points(&self, referral: &Referral) -> i64 {
        Ask { referral, config: &self.config, today: self.today }.points()
    }

    /// A slice of the walk; true when it is done.
    fn walk(&mut self) -> bool {
        let Some(mut plan) = self.plan.take() else { return true };
        let mut walk = Walk::new(&self.config, self.today, std::mem::take(&mut plan.workers));
        let most = (SLICE / walk.workers.len().max(1)).max(1);
        let mut looked = 0;
        while let Some(row) = plan.rows.get(plan.lines.len()).copied()
            && looked < most
        {
            let suggestion = match plan.said.get(&row) {
                Some(Said::Confirmed(id) | Said::Changed(id, ..)) => {
                    walk.workers.iter().position(|worker| worker.id == *id)
                }
                Some(Said::Refused(..)) => None,
                None => match self.planned(row) {
                    Some(referral) => {
                        looked += usize::from(!walk.is_full(&referral));
                        walk.step(&referral);
                        walk.lines.last().and_then(|line| line.worker)
                    }
                    None => None,
                },
            };
            plan.lines.push(suggestion);
            // A full house costs almost nothing, but a hundred thousand of almost nothing is something.
            looked += usize::from(plan.lines.len() % 200 == 0);
        }
        plan.workers = walk.workers;
        let done = plan.lines.len() >= plan.rows.len();
        self.plan = Some(plan);
        done
    }

    /// A decision on a line, after which the lines that nobody has decided are suggested again.
    fn say_of_line(&mut self, row: u32, said: Option<Said>, then: &str, page: &dyn Page) {
        let mut all = self.plan.as_ref().map(|plan| plan.said.clone()).unwrap_or_default();
        match said {
            Some(said) => drop(all.insert(row, said)),
            None => drop(all.remove(&row)),
        }
        self.begin_plan(all, format!("{then}-{row}"));
        self.dirty = true;
        page.later();
    }

    /// Marks the confirmed as allocated today, and keeps what was decided.
    fn finish_plan(&mut self, page: &dyn Page) {
        if self.decision.by.trim().is_empty() {
            if let Some(plan) = &mut self.plan {
                plan.unnamed = true;
            }
            self.go = "ct-d-by".into();
            return;
        }
        let Some(plan) = self.plan.take() else { return };
        for (row, said) in &plan.said {
            let Some(entry) = self.list.entry(*row) else { continue };
            let mut facts = entry.facts.clone();
            self.decisions.push(self.line_text(&facts.reference, said));
            let id = match said {
                Said::Confirmed(id) | Said::Changed(id, ..) => id.clone(),
                Said::Refused(..) => continue,
            };
            let points = self.planned(*row).map_or(0, |referral| self.points(&referral));
            if let Some(worker) = self.workers.iter_mut().find(|worker| worker.id == id) {
                worker.load += points;
            }
            facts.read(STATUS.0, "allocated");
            facts.read(ALLOCATED_ON.0, &dates::to_iso(self.today));
            self.changed.insert(*row);
            self.list.change(Some(*row as usize), facts);
        }
        self.look();
        self.refresh();
        self.said = self.fill("plan.finished", &[("n", &plan.said.len().to_string())]);
        self.word = self.said.clone();
        self.go = "ct-tool-title".into();
        page.keep(&self.kept());
    }

    fn line_text(&self, reference: &str, said: &Said) -> String {
        let day = self.desk.words.day(self.today);
        let by = self.decision.by.clone();
        let [decision, worker, reason, suggested] = said.parts();
        let nobody = self.say("plan.text.nobody");
        let suggested = if suggested.is_empty() { &nobody } else { suggested };
        self.fill(
            &format!("plan.text.{decision}"),
            &[
                ("ref", reference),
                ("worker", worker),
                ("suggested", suggested),
                ("reason", reason),
                ("day", &day),
                ("by", &by),
            ],
        )
    }

    /// Whom the tool suggests for a line, or suggested before somebody decided otherwise; blank for nobody.
    fn suggested(&self, at: usize, row: u32) -> String {
        let Some(plan) = &self.plan else { return String::new() };
        match plan.said.get(&row) {
            Some(said) => said.parts()[3].to_owned(),
            None => {
                let worker = plan.lines.get(at).copied().flatten().and_then(|at| plan.workers.get(at));
                worker.map(|worker| worker.id.clone()).unwrap_or_default()
            }
        }
    }

    fn plan_file(&self) -> String {
        let heads = ["place", "ref", "band", "suggested", "decision", "worker", "reason"];
        let Some(plan) = &self.plan else { return String::new() };
        let lines = plan.rows.iter().enumerate().filter_map(|(place, row)| {
            let entry = self.list.entry(*row)?;
            let suggested = self.suggested(place, *row);
            let [decision, worker, reason, _] = plan.said.get(row).map_or([""; 4], Said::parts);
            Some(vec![
                (place + 1).to_string(),
                entry.facts.reference.to_string(),
                self.band(entry.place.queue),
                suggested,
                decision.to_owned(),
                worker.to_owned(),
                reason.to_owned(),
            ])
        });
        export::write(heads, lines)
    }
}

/// What somebody did with the plan.
pub fn act(model: &mut Model, page: &dyn Page, msg: Msg) {
    match msg {
        Msg::Suggest => {
            model.begin_plan(BTreeMap::new(), "ct-plan-title".into());
            page.later();
        }
        Msg::Walk if model.plan.is_some() => {
            if model.walk() {
                model.said = model.say("plan.ready");
                model.go = model.plan.as_mut().map(|plan| std::mem::take(&mut plan.then)).unwrap_or_default();
            } else {
                page.later();
            }
        }
        Msg::StopPlan => {
            model.plan = None;
            model.go = "ct-suggest".into();
        }
        Msg::Confirm(row) => {
            let Some(plan) = &model.plan else { return };
            let at = plan.rows.iter().position(|known| *known == row);
            let suggested =
                at.and_then(|at| plan.lines.get(at).copied().flatten()).and_then(|at| plan.workers.get(at));
            let Some(id) = suggested.map(|worker| worker.id.clone()) else { return };
            let again = matches!(plan.said.get(&row), Some(Said::Confirmed(_)));
            model.say_of_line(row, (!again).then_some(Said::Confirmed(id)), "ct-confirm", page);
        }
        Msg::Otherwise(row) => {
            if let Some(plan) = &mut model.plan {
                plan.editing = Some((row, String::new(), String::new()));
                plan.fault.clear();
                model.go = "ct-o-worker".into();
            }
        }
        Msg::OtherwiseText(worker, reason) => {
            if let Some(Plan { editing: Some((_, known_worker, known_reason)), .. }) = &mut model.plan {
                (*known_worker, *known_reason) = (worker, reason);
            }
        }
        Msg::OtherwiseDone => {
            let Some(plan) = &model.plan else { return };
            let Some((row, worker, reason)) = plan.editing.clone() else { return };
            let (worker, reason) = (worker.trim(), reason.trim());
            let known = plan.workers.iter().find(|known| known.id == worker);
            let conflict = |known| model.planned(row).is_some_and(|referral| model.has_conflict(&referral, known));
            let gaps = [("worker", worker)];
            let fault = match known {
                _ if reason.is_empty() => model.say("plan.reason_needed"),
                None if !worker.is_empty() => model.fill("plan.no_such_worker", &gaps),
                Some(known) if conflict(known) => model.fill("match.conflict", &gaps),
                _ => String::new(),
            };
            let at = plan.rows.iter().position(|known| *known == row).unwrap_or_default();
            let suggested = model.suggested(at, row);
            let said = match worker {
                "" => Said::Refused(reason.to_owned(), suggested),
                worker => Said::Changed(worker.to_owned(), reason.to_owned(), suggested),
            };
            let sound = fault.is_empty();
            if let Some(plan) = &mut model.plan {
                plan.fault = fault;
            }
            if sound {
                model.say_of_line(row, Some(said), "ct-plan", page);
            }
        }
        Msg::Undo(row) => model.say_of_line(row, None, "ct-otherwise", page),
        Msg::OpenLine(row) => {
            if let Some(plan) = &mut model.plan {
                plan.open = if plan.open == Some(row) { None } else { Some(row) };
            }
        }
        Msg::PlanWindow(at) => {
            if let Some(plan) = &mut model.plan {
                plan.window = at;
                model.go = "ct-plan-title".into();
            }
        }
        Msg::Finish => model.finish_plan(page),
        Msg::SavePlan => {
            let name = format!("plan-{}.csv", dates::to_iso(model.today));
            page.download(&name, "text/csv", &model.plan_file());
        }
        _ => {}
    }
}

/// The page for the plan.
pub fn view(model: &Model, act: &Act) -> Html {
    if model.list.entries().is_empty() || model.workers.is_empty() {
        return html! { <p class="ct-prose ct-below">{ model.say("plan.needs_both") }</p> };
    }
    let Some(plan) = &model.plan else {
        return html! {
            <>
                <p class="ct-prose ct-below">{ model.say("plan.lead") }</p>
                <button type="button" class="ct-button ct-button--primary" id="ct-suggest" onclick={act.press(Msg::Suggest)}>{ model.say("plan.suggest") }</button>
            </>
        };
    };
    if plan.lines.len() < plan.rows.len() {
        let done = plan.lines.len() * 1000 / plan.rows.len().max(1);
        return html! {
            <div class="ct-card"><label for="ct-plan-bar">{ model.say("plan.walking") }</label>
                <progress id="ct-plan-bar" max="1000" value={done.to_string()}>{ format!("{}%", done / 10) }</progress>
                <button type="button" class="ct-button" onclick={act.press(Msg::StopPlan)}>{ model.say("import.stop") }</button></div>
        };
    }
    let matched = plan.lines.iter().flatten().count();
    let open = plan.lines.len() - matched;
    let lists = model.list.lists();
    let left_out = lists.needs_triage.len() + lists.on_hold.len() + lists.data_problem.len();
    let counts = [
        ("n", plan.rows.len().to_string()),
        ("matched", matched.to_string()),
        ("open", open.to_string()),
        ("out", left_out.to_string()),
        ("said", plan.said.len().to_string()),
    ];
    let gaps: Vec<(&str, &str)> = counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let last = (plan.window + WINDOW).min(plan.rows.len());
    let rows = (plan.window..last).filter_map(|at| plan.rows.get(at).map(|row| line(model, act, plan, at, *row)));
    let heads = ["place", "ref", "band", "suggested", "why", "decision"].map(
        |head| html! { <th class="ct-table__head" scope="col">{ model.say(&format!("plan.column.{head}")) }</th> },
    );
    let loads: Vec<picture::Load> = plan
        .workers
        .iter()
        .take(40)
        .map(|worker| {
            let now = model.workers.iter().find(|known| known.id == worker.id).map_or(0, |known| known.load);
            (model.worker(worker), now, worker.load - now, worker.capacity)
        })
        .collect();
    let unnamed = plan.unnamed && model.decision.by.trim().is_empty();
    html! {
        <>
            if !lists.act_now.is_empty() {
                <div class="ct-notice ct-notice--now" id="ct-plan-act-now"><div><p class="ct-notice__title">{ model.say("plan.act_now") }</p>
                    <p>{ for lists.act_now.iter().map(|at| html! { <>{ notices::open(model, act, *at) }{ " " }</> }) }</p></div></div>
            }
            <p class="ct-outcome__kind">{ model.fill("plan.kind", &[("n", &plan.rows.len().to_string()), ("day", &model.desk.words.day(model.today))]) }</p>
            <@{model.heading(1)} class="ct-outcome__title" id="ct-plan-title" tabindex="-1">{ model.fill("plan.title", &gaps) }</@>
            <p class="ct-outcome__text">{ model.fill("plan.text_lead", &gaps) }</p>
            <table class="ct-table ct-table--stack">
                <caption class="ct-hidden">{ model.say("plan.caption") }</caption>
                <thead class="ct-table__top"><tr>{ for heads }</tr></thead>
                <tbody class="ct-table__body">{ for rows }</tbody>
            </table>
            <p class="ct-window"><span class="ct-soft ct-small">{ model.fill("list.range", &[("from", &(plan.window + 1).to_string()), ("to", &last.to_string()), ("of", &plan.rows.len().to_string())]) }</span>{ " " }
                if plan.window > 0 { <button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::PlanWindow(plan.window.saturating_sub(WINDOW)))}>{ model.say("list.earlier") }</button> }{ " " }
                if last < plan.rows.len() { <button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::PlanWindow(last))}>{ model.say("list.later") }</button> }</p>
            { picture::loads(model, &model.say("picture.load_plan"), &loads) }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-d-by">{ model.say("match.decide.by") }</label>
                <input class="ct-input" id="ct-d-by" type="text" autocomplete="off" value={model.decision.by.clone()} onchange={act.changed(|value| Msg::Decision("by", value))}
                    aria-invalid={unnamed.then_some("true")} aria-describedby={unnamed.then_some("ct-d-fault")} />
                if unnamed { <p class="ct-error" role="alert" id="ct-d-fault">{ model.say("match.who_decides") }</p> }</div>
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" id="ct-finish" disabled={plan.said.is_empty()} onclick={act.press(Msg::Finish)}>{ model.fill("plan.finish", &gaps) }</button>
                <button type="button" class="ct-button" id="ct-save-plan" onclick={act.press(Msg::SavePlan)}>{ model.say("plan.save") }</button>
                <button type="button" class="ct-button" onclick={act.press(Msg::Suggest)}>{ model.say("plan.again") }</button>
            </div>
        </>
    }
}

fn line(model: &Model, act: &Act, plan: &Plan, at: usize, row: u32) -> Html {
    let Some(entry) = model.list.entry(row) else { return Html::default() };
    let reference = entry.facts.reference.to_string();
    let suggested = plan.lines.get(at).copied().flatten().and_then(|at| plan.workers.get(at));
    let said = plan.said.get(&row);
    let act_now = entry.place.queue == Band::ActNow;
    let why = match (said, suggested) {
        (Some(said), _) => model.line_text(&reference, said),
        (None, Some(worker)) => {
            let room = model.fill(
                "picture.of",
                &[("load", &worker.load.to_string()), ("capacity", &worker.capacity.to_string())],
            );
            model.fill(
                if act_now { "plan.why_now" } else { "plan.why" },
                &[("role", &model.named("role", &worker.role)), ("room", &room)],
            )
        }
        (None, None) => model.say("plan.nobody_lead"),
    };
    let alternatives = (plan.open == Some(row) && suggested.is_none()).then(|| {
        let referral = model.planned(row).unwrap_or_default();
        let walk = Walk::new(&model.config, model.today, plan.workers.clone());
        let found = walk.matched(&referral);
        html! { <ul>{ for found.alternatives.iter().map(|each| {
            let name = |at: Option<usize>| at.and_then(|at| plan.workers.get(at)).map(|worker| worker.id.clone()).unwrap_or_default();
            let (worker, with) = (name(each.worker), name(each.with));
            html! { <li>{ model.say(&format!("match.alternative.{}.heading", each.id)) }{ ". " }{ model.fill(&format!("match.alternative.{}.gives", each.id), &[("worker", &worker), ("with", &with)]) }</li> }
        }) }</ul> }
    });
    let id = format!("ct-confirm-{row}");
    let editing = plan.editing.as_ref().filter(|(known, _, _)| *known == row);
    html! {
        <tr class="ct-table__row" key={row} id={format!("ct-plan-{row}")} tabindex="-1">
            <td class="ct-table__cell" data-label={model.say("plan.column.place")}>{ at + 1 }</td>
            <th class="ct-table__cell ct-table__cell--key" scope="row">{ notices::open(model, act, row) }</th>
            <td class="ct-table__cell ct-nowrap" data-label={model.say("plan.column.band")}>{ model.band(entry.place.queue) }</td>
            <td class="ct-table__cell" data-label={model.say("plan.column.suggested")}>
                { match model.suggested(at, row) {
                    nobody if nobody.is_empty() => html! { <span class="ct-tag ct-tag--open">{ model.say("plan.nobody") }</span> },
                    worker => html! { <strong class="ct-strong">{ worker }</strong> },
                } }
            </td>
            <td class="ct-table__cell">{ why }{ " " }
                if suggested.is_none() && said.is_none() { <button type="button" class="ct-link ct-link--button" id={format!("ct-alt-{row}")} aria-expanded={if alternatives.is_some() { "true" } else { "false" }} onclick={act.press(Msg::OpenLine(row))}>{ model.say("plan.what_instead") }</button> }
                { for alternatives }</td>
            <td class="ct-table__cell ct-table__cell--control">
                if suggested.is_some() && !matches!(said, Some(Said::Changed(..) | Said::Refused(..))) {
                    <span class="ct-chip"><input class="ct-chip__input" type="checkbox" id={id.clone()} checked={matches!(said, Some(Said::Confirmed(_)))} onchange={act.on(Msg::Confirm(row))} />
                        <label class="ct-chip__label" for={id}>{ model.say("plan.confirm") }<span class="ct-hidden">{ format!(" {reference}") }</span></label></span>
                }
                if let Some((_, worker, reason)) = editing {
                    { otherwise(model, act, plan, worker, reason) }
                } else if said.is_some() {
                    <button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::Undo(row))}>{ model.say("plan.undo") }<span class="ct-hidden">{ format!(" {reference}") }</span></button>
                } else {
                    <button type="button" class="ct-link ct-link--button" id={format!("ct-otherwise-{row}")} onclick={act.press(Msg::Otherwise(row))}>{ model.say("plan.otherwise") }<span class="ct-hidden">{ format!(" {reference}") }</span></button>
                }
            </td>
        </tr>
    }
}

fn otherwise(model: &Model, act: &Act, plan: &Plan, worker: &str, reason: &str) -> Html {
    let (w, r) = (worker.to_owned(), reason.to_owned());
    html! {
        <div class="ct-edit">
            <label class="ct-edit__label" for="ct-o-worker">{ model.say("plan.other_worker") }</label>
            <input class="ct-input ct-input--10" id="ct-o-worker" type="text" autocomplete="off" value={worker.to_owned()} onchange={act.changed(move |value| Msg::OtherwiseText(value, r.clone()))} />
            <label class="ct-edit__label" for="ct-o-reason">{ model.say("plan.reason") }</label>
            <textarea class="ct-input" rows="2" id="ct-o-reason" value={reason.to_owned()} onchange={act.written(move |value| Msg::OtherwiseText(w.clone(), value))}/>
            if !plan.fault.is_empty() { <p class="ct-error" role="alert">{ plan.fault.clone() }</p> }
            <button type="button" class="ct-button" id="ct-o-done" onclick={act.press(Msg::OtherwiseDone)}>{ model.say("plan.record") }</button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_of_lines_is_there_after_a_restart() {
        let said = BTreeMap::from([
            (3, Said::Confirmed("W1".into())),
            (7, Said::Changed("W24".into(), "Knows the family".into(), "W1".into())),
            (9, Said::Refused("Waits for a visit".into(), "".into())),
        ]);
        let written = kept(&said).write();
        let read = Json::read(&written).map(|json| resumed(json.as_list().unwrap_or_default()));
        assert_eq!(read, Ok(said));
    }
}
