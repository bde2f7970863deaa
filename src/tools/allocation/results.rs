//! Results as the worked cases write them.

use super::bands::List;
use super::facts::{Problem, id};
use super::list::{Entry, WaitingList};
use super::pairs;
use crate::engine::{Choices, dates};
use crate::json::Json;

/// The result for one referral.
pub fn priority(list: &WaitingList, entry: &Entry) -> Json {
    let reference = ("ref", Json::text(entry.facts.reference.to_string()));
    if let Some((problem, field)) = entry.problem {
        return Json::object([
            reference,
            ("list", Json::text("data_problem")),
            ("problem", Json::text(problem_id(problem, field))),
        ]);
    }
    let place = &entry.place;
    let mut placer = list.placer();
    let list_id = List::LIST.get(place.list.number()).map_or("", |list| list.id);
    let outcome = outcome(entry);
    if place.list == List::Closed {
        return Json::object([reference, ("list", Json::text(list_id)), ("outcome", Json::text(outcome))]);
    }
    let day = |day: Option<i32>| day.map_or(Json::Null, |day| Json::text(dates::to_iso(dates::numbered(day))));
    let missing = entry.facts.missing();
    let (most, least) = placer.range(&entry.facts, place.base);
    let due = entry.contact_due(dates::number(list.today()));
    Json::object([
        reference,
        ("list", Json::text(list_id)),
        ("outcome", Json::text(outcome)),
        ("base_band", Json::text(place.base.id())),
        ("queue_band", Json::text(place.queue.id())),
        ("top_rule", Json::text(placer.rule_id(place.top_rule))),
        ("rules", Json::texts(placer.rules(place))),
        ("provisional", Json::Bool(!missing.is_empty())),
        ("missing", Json::texts(missing.into_iter().map(id))),
        ("band_range", Json::texts([most.id(), least.id()])),
        ("wait_days", place.wait.map_or(Json::Null, |wait| Json::Whole(wait.into()))),
        ("due", day(place.due)),
        ("order_due", day(place.order_due)),
        ("next_review", day(place.next_contact)),
        ("review_due", Json::Bool(due)),
        ("kept_visible", Json::Bool(entry.kept_visible())),
        ("actions", Json::texts(placer.actions(place))),
    ])
}

/// The id of a row's outcome.
pub fn outcome(entry: &Entry) -> &'static str {
    match entry.place.list {
        List::Closed => "pri_not_waiting",
        List::NeedsTriage => "pri_needs_triage",
        List::OnHold => "pri_on_hold",
        List::Ranked => {
            let ids = ["pri_act_now", "pri_urgent", "pri_high", "pri_standard", "pri_planned"];
            ids.get(entry.place.base.place()).copied().unwrap_or_default()
        }
    }
}

/// A problem's id, with the field where it is about a value.
pub fn problem_id(problem: Problem, field: &str) -> String {
    match problem {
        Problem::BadValue => format!("{}:{field}", problem.id()),
        _ => problem.id().to_owned(),
    }
}

fn references(list: &WaitingList, rows: &[u32]) -> Json {
    Json::texts(rows.iter().filter_map(|at| list.entry(*at)).map(|entry| entry.facts.reference.to_string()))
}

/// The five lists and those in danger among the rows with a problem.
pub fn lists(list: &WaitingList) -> Vec<(&'static str, Json)> {
    let lists = list.lists();
    let problems = lists.data_problem.iter().filter_map(|at| list.entry(*at)).filter_map(|entry| {
        let (problem, field) = entry.problem?;
        Some(Json::texts([entry.facts.reference.to_string(), problem_id(problem, field)]))
    });
    vec![
        ("ranked", references(list, &lists.ranked)),
        ("needs_triage", references(list, &lists.needs_triage)),
        ("on_hold", references(list, &lists.on_hold)),
        ("closed", references(list, &lists.closed)),
        ("data_problem", Json::List(problems.collect())),
        ("act_now", references(list, &lists.act_now)),
    ]
}

/// The result for a whole list, with the pairs that were asked about.
pub fn queue(list: &WaitingList, asked: &[(String, String)]) -> Json {
    let ranked = list.lists().ranked.iter().filter_map(|at| list.entry(*at));
    let bands = ranked.map(|entry| (entry.facts.reference.to_string(), Json::text(entry.place.queue.id())));
    let mut result = lists(list);
    result.insert(1, ("bands", Json::Object(bands.collect())));
    result.push(("contact_today", references(list, &list.contact_today())));
    result.push(("escalate", references(list, &list.escalated())));
    let pairs = asked.iter().filter_map(|(one, other)| {
        let (a, b) = (ranked_entry(list, one)?, ranked_entry(list, other)?);
        let (first, step) = pairs::compare(a, b);
        let (before, after) = if first { (one, other) } else { (other, one) };
        Some(Json::object([
            ("before", Json::text(before.clone())),
            ("after", Json::text(after.clone())),
            ("reason", Json::text(step.id())),
        ]))
    });
    result.push(("pairs", Json::List(pairs.collect())));
    Json::Object(result.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The ranked row with this reference.
pub fn ranked_entry<'a>(list: &'a WaitingList, reference: &str) -> Option<&'a Entry> {
    let rows = list.find(reference);
    let mut entries = rows.iter().filter_map(|at| list.entry(*at));
    entries.find(|entry| entry.problem.is_none() && entry.place.list == List::Ranked)
}
