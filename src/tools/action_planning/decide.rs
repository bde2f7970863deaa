//! One worked case in, its result out. The form of the cases is section 15 of the specification.

use super::calendar_file::{self, Export, Options};
use super::day::{between, in_england, is_valid, moment};
use super::json;
use super::plan::Plan;
use crate::engine::{Calendar, dates};
use crate::json::Json;
use crate::words::Words;
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
        None => {
            let words = Words::read(super::WORDING)?;
            plan(facts).map(|(plan, stamp)| result(&plan, &stamp, &words))
        }
    }
}

/// The plan of a case, with the time of its export.
///
/// # Errors
/// What is wrong with the case.
pub fn plan(facts: &Json) -> Result<(Plan, String), String> {
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
            _ => json::said(&mut plan, key, value)?,
        }
    }
    Ok((plan, stamp))
}

fn day(value: Option<NaiveDate>) -> Json {
    value.map_or(Json::Null, |day| Json::text(dates::to_iso(day)))
}

fn whole(number: usize) -> Json {
    Json::Whole(i64::try_from(number).unwrap_or_default())
}

fn result(plan: &Plan, stamp: &str, words: &Words) -> Json {
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
    let export = Export {
        record: RECORD,
        code: "0000-0000",
        stamp,
        changed: stamp,
        review_seq: 0,
        version: env!("CARGO_PKG_VERSION"),
        options: Options::default(),
        words,
    };
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
