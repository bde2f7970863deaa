//! One worked case in, its result out. The form of the cases is section 15 of the specification.

use super::answers::*;
use super::calendar_file::{self, Export};
use super::day::{Written, between, in_england, is_valid, moment};
use super::groups::*;
use super::law_once;
use super::plan::Plan;
use crate::engine::{Answer, Calendar, Choices, Given, Shape, dates};
use crate::json::Json;
use chrono::NaiveDate;

/// The record's id in the worked cases.
const RECORD: &str = "00000000-0000-4000-8000-000000000000";

/// The result of a case.
///
/// # Errors
/// What is wrong with the case, in a reader's words.
pub fn decide(case: &Json) -> Result<Json, String> {
    let facts = match case.get("facts") {
        Some(facts @ Json::Object(_)) => facts,
        Some(other) => return Err(format!("`facts` is {} and should be an object", other.kind())),
        None => return Err("`facts` is missing".to_owned()),
    };
    match facts.get("calc") {
        Some(calc) => Ok(Json::object([("value", calculate(calc)?)])),
        None => plan(facts).map(|(plan, stamp)| result(&plan, &stamp)),
    }
}

/// The plan of a case, with the time of its export.
///
/// # Errors
/// What is wrong with the case.
pub fn plan(facts: &Json) -> Result<(Plan, String), String> {
    let law = law_once();
    let mut plan = Plan { calendar: Calendar::default(), ..Plan::default() };
    let mut stamp = String::new();
    for (key, value) in facts.as_object().unwrap_or_default() {
        match key.as_str() {
            "_stage" => {
                plan.complete = match value.as_text() {
                    Some("complete") => true,
                    Some("draft") | None => false,
                    Some(other) => return Err(format!("`_stage` is `{other}` and should be draft or complete")),
                }
            }
            "_today" => {
                let day = value.as_text().and_then(dates::from_iso).ok_or("`_today` is not a date")?;
                plan.today = Some(day);
                stamp = format!("{}T000000Z", calendar_file::compact(day));
            }
            "_now_utc" => {
                let text = value.as_text().unwrap_or_default().trim();
                plan.today = Some(in_england(moment(text).ok_or("`_now_utc` is not a moment of UTC")?));
                stamp = text.replace(['-', ':'], "");
            }
            "ap_issues" => plan.issues = list(value, key)?.iter().enumerate().map(issue).collect::<Result<_, _>>()?,
            "ap_actions" => {
                plan.actions = list(value, key)?.iter().enumerate().map(action).collect::<Result<_, _>>()?
            }
            _ if key.starts_with("worked_out") => return Err(format!("there is no question `{key}`")),
            _ => {
                let question = law.question(key).ok_or_else(|| format!("there is no question `{key}`"))?;
                answer(&mut plan, question, value)?;
            }
        }
    }
    Ok((plan, stamp))
}

fn is_blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::List(list) => list.is_empty(),
        _ => false,
    }
}

fn answer(plan: &mut Plan, question: &'static crate::engine::Question, value: &Json) -> Result<(), String> {
    if is_blank(value) {
        return Ok(());
    }
    let written = question.choices.len() == 1 && question.choices.first().is_some_and(|it| it.id == "written");
    let given = match (question.shape, value) {
        (Shape::One, Json::Text(text)) if written => {
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

fn list<'a>(value: &'a Json, at: &str) -> Result<&'a [Json], String> {
    match value {
        Json::Null => Ok(&[]),
        Json::List(list) => Ok(list),
        other => Err(format!("`{at}` is {} and should be a list", other.kind())),
    }
}

fn text(value: &Json, at: &str) -> Result<String, String> {
    match value {
        Json::Null => Ok(String::new()),
        Json::Text(text) => Ok(text.clone()),
        other => Err(format!("`{at}` is {} and should be a text", other.kind())),
    }
}

/// A choice of a list that is known.
fn choice(value: &Json, at: &str, known: &[&str]) -> Result<String, String> {
    let said = text(value, at)?;
    match said.is_empty() || known.contains(&said.as_str()) {
        true => Ok(said),
        false => Err(format!("`{said}` is not a choice of `{at}`")),
    }
}

fn choices(value: &Json, at: &str, known: &[&str]) -> Result<Vec<String>, String> {
    list(value, at)?.iter().map(|one| choice(one, at, known)).collect()
}

fn issue((number, given): (usize, &Json)) -> Result<Issue, String> {
    let mut issue = Issue { id: format!("I{}", number + 1), ..Issue::default() };
    let relates: Vec<&str> = RelatesTo::LIST.iter().map(|choice| choice.id).collect();
    for (key, value) in given.as_object().ok_or("an issue should be an object")? {
        let at = format!("ap_issues[{}].{key}", number + 1);
        match key.as_str() {
            "id" => issue.id = text(value, &at)?,
            "type" => issue.kind = choice(value, &at, &ISSUE_TYPES)?,
            "description" => issue.description = text(value, &at)?,
            "evidence" => issue.evidence = choices(value, &at, &EVIDENCE_KINDS)?,
            "impact" => issue.impact = choice(value, &at, &IMPACTS)?,
            "relates_to" => issue.relates_to = choices(value, &at, &relates)?,
            "state" => issue.state = choice(value, &at, &STATES)?,
            _ => return Err(format!("there is no question `{at}`")),
        }
    }
    Ok(issue)
}

fn action((number, given): (usize, &Json)) -> Result<Action, String> {
    let mut action = Action { id: format!("A{}", number + 1), ..Action::default() };
    let owners: Vec<&str> = OWNERS.iter().map(|(id, _)| *id).collect();
    for (key, value) in given.as_object().ok_or("an action should be an object")? {
        let at = format!("ap_actions[{}].{key}", number + 1);
        match key.as_str() {
            "id" => action.id = text(value, &at)?,
            "what" => action.what = text(value, &at)?,
            "issue" => action.issue = text(value, &at)?,
            "owner" => action.owner = choice(value, &at, &owners)?,
            "owner_label" => action.owner_label = text(value, &at)?,
            "owner_agreed" => action.owner_agreed = choice(value, &at, &OWNER_AGREED)?,
            "due" => action.due = Written::read(&text(value, &at)?),
            "measure" => action.measure = text(value, &at)?,
            "support" => action.support = text(value, &at)?,
            "risk" => action.risk = text(value, &at)?,
            "contingency" => action.contingency = text(value, &at)?,
            "status" => action.status = choice(value, &at, &STATUSES)?,
            "done_on" => action.done_on = Written::read(&text(value, &at)?),
            "stopped_reason" => action.stopped_reason = text(value, &at)?,
            "progress" => {
                for entry in list(value, &at)? {
                    let mut progress = Progress::default();
                    for (key, value) in entry.as_object().ok_or("a report should be an object")? {
                        match key.as_str() {
                            "on" => progress.on = Written::read(&text(value, &at)?),
                            "rating" => progress.rating = choice(value, &at, &RATINGS)?,
                            "note" => progress.note = text(value, &at)?,
                            _ => return Err(format!("there is no question `{at}.{key}`")),
                        }
                    }
                    action.progress.push(progress);
                }
            }
            _ => return Err(format!("there is no question `{at}`")),
        }
    }
    Ok(action)
}

fn day(value: Option<NaiveDate>) -> Json {
    value.map_or(Json::Null, |day| Json::text(dates::to_iso(day)))
}

fn whole(number: usize) -> Json {
    Json::Whole(i64::try_from(number).unwrap_or_default())
}

fn result(plan: &Plan, stamp: &str) -> Json {
    let read = plan.read();
    let outcomes = read.outcomes();
    let levels = outcomes.iter().map(|(id, level)| ((*id).to_owned(), Json::text(level.id())));
    let suggestions = plan.issues.iter().map(|issue| (issue.id.clone(), Json::texts(read.suggestions(issue))));
    let maybe = |number: Option<i64>| number.map_or(Json::Null, Json::Whole);
    let actions = plan.actions.iter().map(|action| {
        let smart = read.smart(action).map(|(letter, met)| (letter.to_owned(), Json::text(met.id())));
        let open = action.is_open();
        let facts = Json::object([
            ("status", Json::text(read.status(action).id())),
            ("smart", Json::Object(smart.into())),
            ("days_overdue", maybe(read.late(&action.due).filter(|_| open))),
            ("working_days_overdue", maybe(read.working_days_late(&action.due).filter(|_| open))),
        ]);
        (action.id.clone(), facts)
    });
    let counts = read.counts();
    let export = Export { record: RECORD, code: "0000-0000", stamp, version: env!("CARGO_PKG_VERSION") };
    Json::object([
        ("outcomes", Json::texts(outcomes.iter().map(|(id, _)| *id))),
        ("levels", Json::Object(levels.collect())),
        ("errors", Json::texts(read.errors())),
        ("warnings", Json::texts(read.warnings())),
        ("flags", Json::texts(read.flags())),
        ("review_reasons", Json::texts(read.review_reasons())),
        ("unknowns", Json::texts(read.unknowns())),
        ("suggestions", Json::Object(suggestions.collect())),
        ("actions", Json::Object(actions.collect())),
        (
            "plan",
            Json::object([
                ("total", whole(counts.total)),
                ("done", whole(counts.done)),
                ("done_late", whole(counts.done_late)),
                ("stopped", whole(counts.stopped)),
                ("open", whole(counts.open)),
                ("overdue", whole(counts.overdue)),
                ("percent_done", counts.percent_done.map_or(Json::Null, whole)),
                ("next_due", day(counts.next_due)),
            ]),
        ),
        ("today", day(plan.today)),
        ("ics", Json::text(calendar_file::write(&read, export))),
    ])
}

/// A date function of section 8.
fn calculate(calc: &Json) -> Result<Json, String> {
    let op = calc.get("op").and_then(Json::as_text).ok_or("`op` is missing")?;
    let calendar = Calendar::default();
    let date = |key: &str| {
        let text = calc.get(key).and_then(Json::as_text);
        text.and_then(dates::from_iso).ok_or_else(|| format!("`{key}` is not a date"))
    };
    let number = |key: &str| match calc.get(key) {
        Some(Json::Whole(number)) => Ok(*number),
        _ => Err(format!("`{key}` is not a whole number")),
    };
    let count =
        |key: &str| number(key).and_then(|n| u16::try_from(n).map_err(|_| format!("`{key}` is out of range")));
    match op {
        "add_working_days" => Ok(day(calendar.later(date("from")?, count("days")?))),
        "next_working_day" => Ok(day(calendar.next(date("from")?))),
        "working_days_between" => Ok(Json::Whole(calendar.between(date("from")?, date("to")?))),
        "calendar_days_between" => Ok(Json::Whole(between(date("from")?, date("to")?))),
        "is_working_day" => Ok(Json::Bool(calendar.works(date("from")?))),
        "add_weeks" => {
            let weeks = u64::from(count("weeks")?);
            Ok(day(date("from")?.checked_add_days(chrono::Days::new(7 * weeks))))
        }
        "london_date" => {
            let now = calc.get("now_utc").and_then(Json::as_text).and_then(moment);
            Ok(day(Some(in_england(now.ok_or("`now_utc` is not a moment of UTC")?))))
        }
        "is_valid_date" => Ok(Json::Bool(is_valid(number("year")?, number("month")?, number("day")?))),
        other => Err(format!("there is no function `{other}`")),
    }
}
