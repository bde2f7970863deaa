//! What is held about a worker. Section 11.2.

use crate::engine::dates;
use crate::json::{Json, MOST_FAULTS};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A worker. "Valid to" dates count up to and including that day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worker {
    /// The id.
    pub id: String,
    /// The role, by id.
    pub role: String,
    /// The body with which they are registered, and until when.
    pub registration: Option<(String, Option<NaiveDate>)>,
    /// Approvals, each with its last day; one without a day does not count.
    pub approvals: Vec<(String, Option<NaiveDate>)>,
    /// Training, each with its last day, where it has one.
    pub training: Vec<(String, Option<NaiveDate>)>,
    /// Skill by function or need, 0 to 3.
    pub skills: Vec<(String, i64)>,
    /// Languages and ways of communicating, by code.
    pub languages: Vec<String>,
    /// Gender, where they agreed that it is held.
    pub gender: String,
    /// How much they can carry, in points.
    pub capacity: i64,
    /// How much they carry, in points.
    pub load: i64,
    /// The first day they can begin.
    pub available_from: Option<NaiveDate>,
    /// The last day.
    pub leaving_on: Option<NaiveDate>,
    /// Codes of people with whom they have a conflict of interest.
    pub conflicts: Vec<String>,
    /// Whether they may supervise.
    pub can_supervise: bool,
}

impl Worker {
    /// Reads a worker.
    ///
    /// # Errors
    /// What is wrong, with the worker's id and the key.
    pub fn read(json: &Json) -> Result<Worker, String> {
        let object =
            json.as_object().ok_or_else(|| format!("a worker is {} and should be an object", json.kind()))?;
        let mut worker = Worker { gender: "not_held".into(), ..Worker::default() };
        worker.id = json.get("id").and_then(Json::as_text).unwrap_or_default().trim().to_owned();
        if worker.id.is_empty() {
            return Err("a worker has no `id`".into());
        }
        let mut registered_to = None;
        let mut body = String::new();
        for (key, value) in object {
            let told = |what: String| format!("worker `{}`: `{key}` {what}", worker.id);
            match key.as_str() {
                "role" => worker.role = text(value).map_err(told)?,
                "registration" => body = text(value).map_err(told)?,
                "registration_to" => registered_to = day(value).map_err(told)?,
                "approvals" => worker.approvals = dated(value).map_err(told)?,
                "training" => worker.training = dated(value).map_err(told)?,
                "skills" => worker.skills = skills(value).map_err(told)?,
                "languages" => worker.languages = list(value).map_err(told)?,
                "conflicts" => worker.conflicts = list(value).map_err(told)?,
                "gender" => {
                    let gender = text(value).map_err(told)?;
                    if !["female", "male", "other", "not_held", ""].contains(&gender.as_str()) {
                        return Err(told(format!("`{gender}` should be female, male, other or not_held")));
                    }
                    worker.gender = if gender.is_empty() { "not_held".into() } else { gender };
                }
                "capacity" => worker.capacity = points(value).map_err(told)?,
                "load" => worker.load = points(value).map_err(told)?,
                "available_from" => worker.available_from = day(value).map_err(told)?,
                "leaving_on" => worker.leaving_on = day(value).map_err(told)?,
                "can_supervise" => {
                    worker.can_supervise = matches!(value, Json::Bool(true)) || value.as_text() == Some("yes")
                }
                _ => {}
            }
        }
        let held = !body.is_empty() && body != "none";
        worker.registration = held.then_some((body, registered_to));
        Ok(worker)
    }

    /// The skill in a function or need.
    pub fn skill(&self, id: &str) -> i64 {
        self.skills.iter().find(|(known, _)| known == id).map_or(0, |(_, level)| *level)
    }

    /// Whether training is held and in date.
    pub fn trained(&self, id: &str, today: NaiveDate) -> bool {
        self.training.iter().any(|(known, to)| known == id && to.is_none_or(|day| day >= today))
    }
}

/// Reads a list of workers, or an object that has one under `workers`.
///
/// # Errors
/// Every fault, in a reader's words, up to [`MOST_FAULTS`].
pub fn all(json: &Json) -> Result<Vec<Worker>, Vec<String>> {
    let Some(list) = json.get("workers").unwrap_or(json).as_list() else {
        return Err(vec!["the workers should be a list".into()]);
    };
    let (mut workers, mut faults): (Vec<Worker>, Vec<String>) = (Vec::new(), Vec::new());
    let mut known = BTreeSet::new();
    for each in list {
        match Worker::read(each) {
            Ok(worker) if !known.insert(worker.id.clone()) => {
                faults.push(format!("the worker `{}` is listed twice", worker.id));
            }
            Ok(worker) => workers.push(worker),
            Err(fault) => faults.push(fault),
        }
        if faults.len() == MOST_FAULTS {
            break;
        }
    }
    if faults.is_empty() { Ok(workers) } else { Err(faults) }
}

fn text(value: &Json) -> Result<String, String> {
    match value {
        Json::Null => Ok(String::new()),
        Json::Text(text) => Ok(text.trim().to_owned()),
        other => Err(format!("is {} and should be a text", other.kind())),
    }
}

fn list(value: &Json) -> Result<Vec<String>, String> {
    match value {
        Json::Null => Ok(Vec::new()),
        Json::List(list) => list.iter().map(text).collect(),
        other => Err(format!("is {} and should be a list", other.kind())),
    }
}

fn day(value: &Json) -> Result<Option<NaiveDate>, String> {
    let said = text(value)?;
    if said.is_empty() {
        return Ok(None);
    }
    let day = crate::tools::allocation::files::values::date(&said);
    day.map(Some).ok_or_else(|| format!("`{said}` is not a real date. Use 30/06/2026 or 2026-06-30"))
}

fn points(value: &Json) -> Result<i64, String> {
    match value {
        Json::Whole(points @ 0..=1_000_000) => Ok(*points),
        Json::Null => Ok(0),
        _ => Err("should be a whole number of points".into()),
    }
}

fn dated(value: &Json) -> Result<Vec<(String, Option<NaiveDate>)>, String> {
    let entries = match value {
        Json::Null => return Ok(Vec::new()),
        Json::List(list) => list,
        other => return Err(format!("is {} and should be a list", other.kind())),
    };
    let one = |entry: &Json| match entry {
        Json::Text(id) => Ok((id.clone(), None)),
        entry => {
            let id = entry.get("id").and_then(Json::as_text).ok_or("has an entry without `id`")?;
            Ok((id.to_owned(), entry.get("valid_to").map_or(Ok(None), day)?))
        }
    };
    entries.iter().map(one).collect()
}

fn skills(value: &Json) -> Result<Vec<(String, i64)>, String> {
    let pairs = match value {
        Json::Null => return Ok(Vec::new()),
        Json::Object(pairs) => pairs,
        other => return Err(format!("is {} and should be an object", other.kind())),
    };
    let one = |(id, level): &(String, Json)| match level {
        Json::Whole(level @ 0..=3) => Ok((id.clone(), *level)),
        _ => Err(format!("`{id}` should be a level from 0 to 3")),
    };
    pairs.iter().map(one).collect()
}

/// Writes a day as records do; empty where there is none.
pub fn iso(day: Option<NaiveDate>) -> String {
    day.map(dates::to_iso).unwrap_or_default()
}
