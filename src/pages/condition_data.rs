//! Conditions as data, for programs that read the logic: other forms are made from it.
//!
//! Each is an object with one key that says what is tested. Questions, choices, tables, findings, outcomes and
//! settings stand by their ids.

use crate::engine::{Apart, Choice, Cond, Count, Law, Period, Question, Row, Span, Start, When, dates};
use crate::json::Json;

/// A condition.
pub fn condition(law: &Law, tested: &Cond) -> Json {
    let question = |at: usize| Json::text(law.question_at(at).map_or("", |it| it.id));
    let choices = |at: usize, mask: u32| among(law.question_at(at).map(|it| it.choices).unwrap_or_default(), mask);
    let parts = |parts: &[Cond]| Json::List(parts.iter().map(|part| condition(law, part)).collect());
    match tested {
        Cond::Always => Json::object([("all", Json::List(Vec::new()))]),
        Cond::Asked(at) => Json::object([("asked", question(*at))]),
        Cond::Chose(at, mask) => Json::object([("chose", question(*at)), ("among", choices(*at, *mask))]),
        Cond::Ticked(at, mask) => Json::object([("ticked", question(*at)), ("among", choices(*at, *mask))]),
        Cond::Blank(at) => Json::object([("blank", question(*at))]),
        Cond::Given(at) => Json::object([("given", question(*at))]),
        Cond::Apart(days) => apart(law, *days),
        Cond::AtLeast(at, least) => Json::object([("number", question(*at)), ("at_least", count(law, *least))]),
        Cond::Misfit(at) => Json::object([("misfit", question(*at))]),
        Cond::Found(at, mask) => {
            let table = law.tables.get(*at);
            let findings = among(table.map(|it| it.findings).unwrap_or_default(), *mask);
            Json::object([("found", Json::text(table.map_or("", |it| it.id))), ("among", findings)])
        }
        Cond::Present(at) => Json::object([("present", Json::text(law.outcomes.get(*at).map_or("", |it| it.id)))]),
        Cond::InForce(days) => in_force(law, *days),
        Cond::Unset(at) => Json::object([("unset", setting(law, *at))]),
        Cond::All(all) => Json::object([("all", parts(all))]),
        Cond::Any(any) => Json::object([("any", parts(any))]),
        Cond::Not(part) => Json::object([("not", condition(law, part))]),
    }
}

/// What a row tests, with the days between which it is in force.
pub fn row(law: &Law, row: &Row) -> Json {
    match row.in_force {
        Some(days) => Json::object([("all", Json::List(vec![in_force(law, days), condition(law, &row.when)]))]),
        None => condition(law, &row.when),
    }
}

/// When each choice of a question may be used, for those that not always may.
pub fn fits(law: &Law, question: &Question) -> Json {
    let limited = question.choices.iter().zip(&question.fits).filter(|(_, fit)| **fit != Cond::Always);
    Json::Object(limited.map(|(choice, fit)| (choice.id.to_owned(), condition(law, fit))).collect())
}

/// The ids of the choices in a mask.
pub fn among(choices: &[Choice], mask: u32) -> Json {
    let chosen = choices.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
    Json::texts(chosen.map(|(_, choice)| choice.id))
}

fn in_force(law: &Law, days: Period) -> Json {
    let from = match days.from {
        Start::On(day) => ("from", Json::text(dates::to_iso(day))),
        Start::Setting(at) => ("from_setting", setting(law, at)),
    };
    let until = days.until.map_or(Json::Null, |day| Json::text(dates::to_iso(day)));
    Json::object([("in_force", Json::object([from, ("until", until)]))])
}

fn apart(law: &Law, days: Apart) -> Json {
    let day = |when| match when {
        When::Today => Json::Null,
        When::Answer(at) => Json::text(law.question_at(at).map_or("", |it| it.id)),
    };
    let span = match days.span {
        Span::AtLeast(least) => ("at_least", count(law, least)),
        Span::AtMost(most) => ("at_most", count(law, most)),
    };
    Json::object([("apart", Json::object([("from", day(days.from)), ("to", day(days.to)), span]))])
}

fn count(law: &Law, count: Count) -> Json {
    match count {
        Count::Days(days) => Json::Whole(days.into()),
        Count::Setting(at) => Json::text(law.counts.get(at).copied().unwrap_or_default()),
    }
}

fn setting(law: &Law, at: usize) -> Json {
    Json::text(law.settings.get(at).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools;

    fn asked(id: &str) -> Result<String, String> {
        let tool = tools::named("advocacy").ok_or("no tool")?;
        let question = tool.law.question(id).ok_or("no question")?;
        Ok(condition(&tool.law, &question.asked).write())
    }

    #[test]
    fn ids_stand_for_places() -> Result<(), String> {
        let ticked = r#"{"ticked":"processes","among":["safeguarding_adults_review"]}"#;
        assert_eq!(asked("sar_person_alive")?, ticked);
        assert_eq!(asked("dols_stage")?, r#"{"not":{"found":"age","among":["under_16"]}}"#);
        assert_eq!(asked("person_role")?, r#"{"all":[]}"#);
        Ok(())
    }
}
