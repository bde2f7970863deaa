//! A plan for the whole list: a suggestion for a meeting. Nothing is allocated until somebody confirms it.

mod draw;

pub use draw::view;

use crate::engine::dates;
use crate::json::Json;
use crate::lists::app::Page;
use crate::lists::model::Model;
use crate::lists::msg::Msg;
use crate::tools::allocation::answers::{ALLOCATED_ON, STATUS};
use crate::tools::allocation::files::export;
use crate::tools::allocation::matching::Ask;
use crate::tools::allocation::matching::plan::Walk;
use crate::tools::allocation::matching::referral::Referral;
use crate::tools::allocation::matching::worker::Worker;
use std::collections::BTreeMap;

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

    /// What can be done where nobody is suitable for a line, with the loads that the walk had when it came there.
    fn instead(&self, plan: &Plan, at: usize, row: u32) -> Vec<String> {
        let mut workers = plan.workers.clone();
        for (row, worker) in plan.rows.iter().zip(&plan.lines).skip(at) {
            let later = worker.filter(|_| !plan.said.contains_key(row)).and_then(|at| workers.get_mut(at));
            if let (Some(worker), Some(referral)) = (later, self.planned(*row)) {
                worker.load -= self.points(&referral);
            }
        }
        let referral = self.planned(row).unwrap_or_default();
        let walk = Walk::new(&self.config, self.today, workers);
        walk.matched(&referral).alternatives.iter().map(|each| self.alternative(each, &walk.workers)).collect()
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
        let stamp = page.stamp();
        // All are written down before the first leaves the list: places are those that they had.
        for (row, said) in &plan.said {
            let Some(entry) = self.list.entry(*row) else { continue };
            let text = self.line_text(&entry.facts.reference, said);
            let text: Vec<String> = std::iter::once(text).chain(self.stood(Some(*row), &stamp)).collect();
            self.write_down(text.join("\n"), Some(*row), stamp.clone());
        }
        for (row, said) in &plan.said {
            let (Said::Confirmed(id) | Said::Changed(id, ..)) = said else { continue };
            let Some(mut facts) = self.list.entry(*row).map(|entry| entry.facts.clone()) else { continue };
            let points = self.planned(*row).map_or(0, |referral| self.points(&referral));
            self.give(id, points);
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
