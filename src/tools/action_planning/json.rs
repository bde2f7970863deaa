//! What is said about a plan as JSON, in the form of section 15 of the specification: read from a case or a saved
//! plan, and written.

use super::answers::PRACTICE_CONCERN;
use super::day::Written;
use super::groups::{Action, Issue, Item, Kind, Progress, Value, field};
use super::law_once;
use super::plan::{Plan, Read};
use crate::engine::{Answer, Given, Question, Shape, dates};
use crate::json::Json;

/// Takes in what is said under one key: a question, `ap_issues` or `ap_actions`.
///
/// # Errors
/// What is wrong with it, in a reader's words.
pub fn said(plan: &mut Plan, key: &str, value: &Json) -> Result<(), String> {
    match key {
        "ap_issues" => plan.issues = list(value, key)?.iter().enumerate().map(issue).collect::<Result<_, _>>()?,
        "ap_actions" => plan.actions = list(value, key)?.iter().enumerate().map(action).collect::<Result<_, _>>()?,
        _ => {
            let known = law_once().question(key).filter(|_| !key.starts_with("worked_out"));
            answer(plan, known.ok_or_else(|| format!("there is no question `{key}`"))?, value)?;
        }
    }
    Ok(())
}

fn is_blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::List(list) => list.is_empty(),
        _ => false,
    }
}

fn answer(plan: &mut Plan, question: &'static Question, value: &Json) -> Result<(), String> {
    if is_blank(value) {
        return Ok(());
    }
    let given = match (question.shape, value) {
        (Shape::One, Json::Text(text)) if question.is_written() => {
            plan.texts.insert(question.id, text.clone());
            Some(Given::One(0))
        }
        (Shape::Day, Json::Text(text)) => match Written::read(text) {
            Written::Day(day) => Some(Given::Day(day)),
            Written::NotReal(text) => {
                plan.not_real.insert(question.id, text);
                None
            }
            Written::Blank => None,
        },
        (Shape::One, Json::Text(text)) => {
            let read = Answer::read(question, &[text]).map_err(|fault| fault.to_string())?;
            Some(read.given())
        }
        (Shape::Many, Json::List(list)) => {
            let said: Option<Vec<&str>> = list.iter().map(Json::as_text).collect();
            let said = said.ok_or_else(|| format!("`{}` should be a list of texts", question.id))?;
            Some(Answer::read(question, &said).map_err(|fault| fault.to_string())?.given())
        }
        _ => return Err(format!("`{}` is {} and cannot be an answer", question.id, value.kind())),
    };
    if let Some(answer) = given.and_then(|given| Answer::to(question, given)) {
        plan.answers.give(answer);
    }
    Ok(())
}

/// The items of a list; none where there is nothing.
///
/// # Errors
/// It is no list.
pub fn list<'a>(value: &'a Json, at: &str) -> Result<&'a [Json], String> {
    match value {
        Json::Null => Ok(&[]),
        Json::List(list) => Ok(list),
        other => Err(format!("`{at}` is {} and should be a list", other.kind())),
    }
}

/// A text; empty where there is nothing.
///
/// # Errors
/// It is no text.
pub fn text(value: &Json, at: &str) -> Result<String, String> {
    match value {
        Json::Null => Ok(String::new()),
        Json::Text(text) => Ok(text.clone()),
        other => Err(format!("`{at}` is {} and should be a text", other.kind())),
    }
}

fn issue((number, given): (usize, &Json)) -> Result<Issue, String> {
    let mut issue = Issue { id: format!("I{}", number + 1), ..Issue::default() };
    for (key, value) in given.as_object().ok_or("an issue should be an object")? {
        let at = format!("ap_issues[{}].{key}", number + 1);
        match key.as_str() {
            "id" => issue.id = text(value, &at)?,
            key => set(&mut issue, key, value, &at)?,
        }
    }
    Ok(issue)
}

fn action((number, given): (usize, &Json)) -> Result<Action, String> {
    let mut action = Action { id: format!("A{}", number + 1), ..Action::default() };
    for (key, value) in given.as_object().ok_or("an action should be an object")? {
        let at = format!("ap_actions[{}].{key}", number + 1);
        match (key.as_str(), value) {
            ("id", _) => action.id = text(value, &at)?,
            ("seq", Json::Whole(seq)) => {
                action.seq = u32::try_from(*seq).map_err(|_| format!("`{at}` is out of range"))?;
            }
            ("progress", _) => {
                for (number, entry) in list(value, &at)?.iter().enumerate() {
                    action.progress.push(report(number, entry, &at)?);
                }
            }
            (key, _) => set(&mut action, key, value, &at)?,
        }
    }
    Ok(action)
}

/// A report; a key `action` is the caller's.
///
/// # Errors
/// What is wrong with it.
pub fn report(number: usize, given: &Json, at: &str) -> Result<Progress, String> {
    let mut report = Progress { number, ..Progress::default() };
    for (key, value) in given.as_object().ok_or_else(|| format!("`{at}`: a report should be an object"))? {
        if key != "action" {
            set(&mut report, key, value, &format!("{at}.{key}"))?;
        }
    }
    Ok(report)
}

/// Puts a value into a field of an item.
///
/// # Errors
/// There is no such field, or the value is none of its choices.
pub fn set<T: Item>(item: &mut T, key: &str, value: &Json, at: &str) -> Result<(), String> {
    let field = field::<T>(key).ok_or_else(|| format!("there is no question `{at}`"))?;
    let choices = field.choices();
    let choice = |value: &Json| {
        let said = text(value, at)?;
        match said.is_empty() || choices.contains(&said.as_str()) {
            true => Ok(said),
            false => Err(format!("`{said}` is not a choice of `{at}`")),
        }
    };
    let value = match field.kind {
        Kind::One(_) => Value::Text(choice(value)?),
        Kind::Many(_) | Kind::RelatesTo => {
            Value::Many(list(value, at)?.iter().map(choice).collect::<Result<_, _>>()?)
        }
        Kind::Line | Kind::Text | Kind::Issue => Value::Text(text(value, at)?),
        Kind::Day => Value::Day(Written::read(&text(value, at)?)),
    };
    item.set(field.id, value);
    Ok(())
}

/// An item as JSON: what was said, without what is blank or not asked.
pub fn item<T: Item>(item: &T) -> Vec<(String, Json)> {
    let mut said = every(item);
    said.retain(|(field, _)| item.asks(field) || ["state", "status"].contains(&field.as_str()));
    said
}

/// Every field of an item in which anything was said, those too that are not asked now.
pub fn every<T: Item>(item: &T) -> Vec<(String, Json)> {
    let said =
        T::FIELDS.iter().filter_map(|field| Some((field.id, item.get(field.id).filter(|value| !value.is_blank())?)));
    said.map(|(id, value)| {
        let value = match value {
            Value::Text(text) => Json::text(text),
            Value::Many(list) => Json::texts(list),
            Value::Day(Written::Day(day)) => Json::text(dates::to_iso(day)),
            Value::Day(Written::NotReal(text)) => Json::text(text),
            Value::Day(Written::Blank) => Json::Null,
        };
        (id.to_owned(), value)
    })
    .collect()
}

/// The issues of a plan.
pub fn issues(plan: &Plan) -> Json {
    let object = |issue: &Issue| {
        let id = ("id".to_owned(), Json::text(issue.id.clone()));
        Json::Object(std::iter::once(id).chain(item(issue)).collect())
    };
    Json::List(plan.issues.iter().map(object).collect())
}

/// The actions of a plan as they were agreed, without reports.
pub fn actions(actions: &[Action]) -> Json {
    let object = |action: &Action| {
        let id = ("id".to_owned(), Json::text(action.id.clone()));
        let seq = ("seq".to_owned(), Json::Whole(action.seq.into()));
        Json::Object([id].into_iter().chain(item(action)).chain([seq]).collect())
    };
    Json::List(actions.iter().map(object).collect())
}

/// All reports on the actions of a plan, in the order they were made.
pub fn progress(actions: &[Action]) -> Json {
    let of = |action: &'_ Action| -> Vec<(usize, Json)> {
        let object = |entry: &Progress| {
            let id = ("action".to_owned(), Json::text(action.id.clone()));
            (entry.number, Json::Object(std::iter::once(id).chain(item(entry)).collect()))
        };
        action.progress.iter().map(object).collect()
    };
    let mut all: Vec<(usize, Json)> = actions.iter().flat_map(of).collect();
    all.sort_by_key(|(number, _)| *number);
    Json::List(all.into_iter().map(|(_, entry)| entry).collect())
}

/// What was said to a question; nothing where it is blank. What is about a worker's practice is never written.
pub fn answered(read: &Read<'_>, question: &Question) -> Option<Json> {
    if question.at == PRACTICE_CONCERN.0 {
        return None;
    }
    if let Some(text) = read.plan.not_real.get(question.id) {
        return Some(Json::text(text.clone()));
    }
    let given = read.plan.answers.to(question.at)?;
    Some(match given {
        _ if question.is_written() => Json::text(read.plan.texts.get(question.id).cloned().unwrap_or_default()),
        Given::Many(_) => Json::texts(read.plan.answers.ids(question)),
        Given::Day(day) => Json::text(dates::to_iso(day)),
        Given::One(_) | Given::Number(_) => Json::text(read.plan.answers.ids(question).join("")),
    })
}
