//! What to talk about, made from the open records. Flags start a conversation: nothing is added up. Free text that
//! somebody wrote is not shown here.

use super::audit::{advocate_needed, is_planned_for, is_referred};
use super::held::Held;
use super::model::Model;
use crate::record::seal::Integrity;

/// Outcomes that a manager has to decide.
const NEEDS_MANAGER: [&str; 6] = [
    "AP-O-MANAGER",
    "AP-O-DECISION-MAKER-DISAGREES",
    "at_escalate",
    "act_escalate",
    // Of tools to come.
    "RF-O-MANAGER",
    "JW-O-ESCALATE",
];

/// A thing to talk about: the record it is about, and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The place of the record among those that are open.
    pub at: usize,
    /// The record's code.
    pub code: String,
    /// What there is to talk about.
    pub text: String,
}

/// A heading of the agenda with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The permanent id; its words stand under `say.agenda.<id>`.
    pub id: &'static str,
    /// The points.
    pub points: Vec<Point>,
}

/// The headings, in order.
pub const ITEMS: [&str; 8] = ["urgent", "you", "no_agreement", "overdue", "voice", "unknown", "went_well", "actions"];

/// The agenda.
pub fn agenda(model: &Model) -> Vec<Item> {
    ITEMS
        .into_iter()
        .map(|id| {
            let mut points = Vec::new();
            for (at, held) in model.current() {
                let texts = texts(model, held, id).into_iter();
                points.extend(texts.map(|text| Point { at, code: held.code(), text }));
            }
            // What waits for a manager comes before everything else.
            points.sort_by_key(|point| point.text != model.say("agenda.needs_manager"));
            Item { id, points }
        })
        .collect()
}

/// Whether a manager has to decide and nobody has countersigned.
pub fn waits_for_manager(held: &Held) -> bool {
    let needed = held.outcomes().iter().any(|outcome| NEEDS_MANAGER.contains(&outcome.id.as_str()));
    needed && !held.is_countersigned()
}

fn texts(model: &Model, held: &Held, item: &str) -> Vec<String> {
    let today = model.today;
    let say = |phrase: &str| model.say(phrase);
    let fill = |phrase: &str, what: &str| model.fill(phrase, &[("what", what)]);
    let mut texts = Vec::new();
    match item {
        "urgent" => {
            if waits_for_manager(held) {
                texts.push(say("agenda.needs_manager"));
            }
            let urgent = held.outcomes().into_iter().filter(|outcome| outcome.urgent);
            texts.extend(urgent.map(|outcome| match outcome.acknowledged {
                Some(true) => outcome.heading,
                _ => fill("agenda.not_read", &outcome.heading),
            }));
            if advocate_needed(held) && !is_referred(held) {
                texts.push(say("agenda.advocate"));
            }
            let rights = held.plan_flags(today).into_iter().filter(|flag| ["AP-F-04", "AP-F-10"].contains(flag));
            texts.extend(rights.map(|flag| model.say(&format!("flags.{flag}"))));
            if held.integrity == Integrity::Changed {
                texts.push(say("agenda.changed"));
            }
        }
        "no_agreement" => {
            match (held.departs(), held.decision("departure_reason").is_empty()) {
                (Some(true), false) => texts.push(say("agenda.departs")),
                (Some(true), true) => texts.push(say("agenda.departs_no_reason")),
                _ => {}
            }
            if held.is_disputed() {
                texts.push(say("agenda.disputed"));
            }
            if held.record.list_at("agreement").iter().any(|one| one.text_at("agrees") == "not_asked") {
                texts.push(say("agenda.not_asked"));
            }
            let flags = held.plan_flags(today).into_iter().filter(|flag| ["AP-F-03", "AP-F-08"].contains(flag));
            texts.extend(flags.map(|flag| model.say(&format!("flags.{flag}"))));
        }
        "overdue" => {
            texts.extend(held.late(today).into_iter().map(|(id, days)| {
                let days = model.working_days(days);
                model.fill("agenda.late", &[("id", &id), ("days", &days)])
            }));
            texts.extend(held.not_agreed(today).iter().map(|id| model.fill("agenda.no_owner", &[("id", id)])));
            if held.review_late(today) {
                texts.push(say("agenda.review_late"));
            }
            if held.plan_flags(today).contains(&"AP-F-06") {
                texts.push(say("flags.AP-F-06"));
            }
        }
        "voice" => match (held.voice("view").is_empty(), held.voice("how_obtained")) {
            (_, "not_obtained") if held.voice("reason_if_not").is_empty() => texts.push(say("agenda.no_view")),
            (_, "not_obtained") => texts.push(say("agenda.not_obtained")),
            (_, how @ ("through_supporter" | "advocate" | "observation")) => {
                texts.push(say(&format!("agenda.view_{how}")));
            }
            (true, _) if held.voice("reason_if_not").is_empty() => texts.push(say("agenda.no_view")),
            (true, _) => texts.push(say("agenda.not_obtained")),
            (false, _) => {}
        },
        "unknown" => {
            texts.extend(held.unknowns());
            if !texts.is_empty() && !is_planned_for(held, today) {
                texts.push(say("agenda.nothing_planned"));
            }
        }
        "went_well" => {
            let strengths = held.plan.as_ref().and_then(|plan| plan.texts.get("ap_strengths"));
            if strengths.is_some_and(|text| !text.trim().is_empty()) {
                texts.push(say("agenda.strengths"));
            }
        }
        "actions" => {
            let count: usize = held.entries().iter().map(|entry| entry.list_at("actions").len()).sum();
            if held.answers.ids_of(&held.desk.tool.law, "ap_context") == ["supervision"] {
                texts.push(say("agenda.plan_of_supervision"));
            }
            if count > 0 {
                texts.push(model.fill("agenda.actions_agreed", &[("n", &count.to_string())]));
            }
        }
        _ => {}
    }
    texts
}
