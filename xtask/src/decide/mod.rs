//! `cargo xtask decide TOOL [FILE]`: a tool without a browser.

mod allocation;

use care_tools::cases::Case;
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::record::{self, Stamp};
use care_tools::sheet::{Desk, Draft};
use care_tools::tools::{self, Tool, action_planning, team_suitability};
use care_tools::words::Words;
use std::io::Read;

/// Reads cases from a file or standard input and prints their results as JSON.
///
/// # Errors
/// When there is no such tool, the input cannot be read, or a case is bad. The results of the other
/// cases are printed all the same.
pub fn run(words: &[String]) -> Result<(), String> {
    let (tool, file) = match words {
        [tool] => (tool, None),
        [tool, file] => (tool, Some(file)),
        _ => return Err("say which tool, and where to read the cases: `cargo xtask decide TOOL [FILE]`".into()),
    };
    if tool == PLAN {
        return printed(cases(&input(file)?)?.iter().map(planned).collect());
    }
    let known: Vec<&str> = tools::all().iter().map(|tool| tool.id).chain([PLAN]).collect();
    let tool =
        tools::named(tool).ok_or_else(|| format!("there is no tool `{tool}`; there is: {}", known.join(", ")))?;
    let cases = cases(&input(file)?)?;
    let words = tools::words(tool.id)?;
    printed(cases.iter().map(|case| result(tool, &words, case)).collect())
}

/// Action planning decides without a screen so far: its rules, dates, checks and calendar file.
const PLAN: &str = "action_planning";

fn planned(case: &Json) -> Result<Json, Json> {
    let id = case.get("id").cloned().unwrap_or(Json::Null);
    let text = |facts: &Json| -> Result<Json, String> {
        let words = Words::read(tools::SCREEN_WORDING)?.and(Words::read(action_planning::WORDING)?);
        let (plan, _) = action_planning::decide::plan(facts)?;
        let document = record::plan::plan(&words, &plan.read(), record::plan::Head::default());
        Ok(Json::text(document.to_text_within(80)))
    };
    let decided = action_planning::decide::decide(case).and_then(|result| {
        let mut pairs = result.as_object().unwrap_or_default().to_vec();
        if let Some(facts) = case.get("facts").filter(|facts| facts.get("calc").is_none()) {
            pairs.push(("text".to_owned(), text(facts)?));
        }
        Ok(Json::Object(pairs))
    });
    match decided {
        Ok(result) => Ok(Json::object([("id", id), ("result", result)])),
        Err(fault) => Err(Json::object([("id", id), ("error", Json::text(fault))])),
    }
}

fn printed(results: Vec<Result<Json, Json>>) -> Result<(), String> {
    let count = results.len();
    let bad = results.iter().filter(|result| result.is_err()).count();
    println!(
        "{}",
        Json::List(results.into_iter().map(|result| result.unwrap_or_else(|bad| bad)).collect()).write_pretty()
    );
    if bad == 0 { Ok(()) } else { Err(format!("{bad} of {count} cases could not be decided")) }
}

fn input(file: Option<&String>) -> Result<String, String> {
    match file {
        Some(file) => std::fs::read_to_string(file).map_err(|fault| format!("`{file}`: {fault}")),
        None => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(|fault| format!("standard input: {fault}"))?;
            Ok(text)
        }
    }
}

/// A list of cases, or an object that has one under `cases`.
fn cases(text: &str) -> Result<Vec<Json>, String> {
    let read = Json::read(text).map_err(|fault| format!("the cases are not JSON: {fault}"))?;
    match read.get("cases").unwrap_or(&read) {
        Json::List(cases) => Ok(cases.clone()),
        other => Err(format!("the cases are {} and should be a list", other.kind())),
    }
}

fn result(tool: &'static Tool, words: &Words, case: &Json) -> Result<Json, Json> {
    let id = case.get("id").cloned().unwrap_or(Json::Null);
    if tool.id == "allocation" {
        return match allocation::decided(tool, words, case) {
            Ok(result) => Ok(Json::object([("id", id), ("result", result)])),
            Err(fault) => Err(Json::object([("id", id), ("error", Json::text(fault))])),
        };
    }
    match Case::read(tool, case) {
        Ok(case) => Ok(Json::object([("id", id), ("result", decided(tool, words, &case))])),
        Err(fault) => Err(Json::object([("id", id), ("error", Json::text(fault))])),
    }
}

fn decided(tool: &'static Tool, words: &Words, case: &Case) -> Json {
    let law = &tool.law;
    let decision = law.decide(&case.answers, &case.settings);
    let own = match tool.id {
        "team_suitability" => team_suitability::decide::result(law, &case.answers, &case.settings),
        _ => Vec::new(),
    };
    let mut desk = Desk::new(tool, words.clone(), Locality::default());
    desk.settings = case.settings.clone();
    let draft = Draft { answers: case.answers.clone(), ..Draft::default() };
    let outcomes = decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at)).map(|outcome| outcome.id);
    let warnings = decision.warnings.iter().filter_map(|at| law.warnings.get(*at)).map(|warning| warning.id);
    let find_out = decision.find_out.iter().filter_map(|at| law.question_at(*at)).map(|question| question.id);
    let house = [
        ("outcomes", Json::texts(outcomes)),
        ("warnings", Json::texts(warnings)),
        ("find_out", Json::texts(find_out)),
        ("text", Json::text(record::record(&desk, &draft, &Stamp::default()).to_text())),
    ];
    Json::Object(own.into_iter().chain(house).map(|(key, value)| (key.to_owned(), value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(case: &str) -> Result<Json, Json> {
        let tool = tools::named("advocacy").ok_or(Json::Null)?;
        let words = tools::words("advocacy").map_err(Json::text)?;
        result(tool, &words, &Json::read(case).map_err(Json::text)?)
    }

    #[test]
    fn a_case_without_facts_has_a_result() {
        let result = one(r#"{"id": "empty", "facts": {}}"#);
        assert!(result.is_ok_and(|json| json.write().contains("ca_undecided_process")));
    }

    #[test]
    fn a_bad_case_says_what_is_wrong() {
        let result = one(r#"{"id": "bad", "facts": {"person_role": "giant"}}"#);
        assert!(
            result.is_err_and(|json| json.write().contains("`giant` is not a choice of the question `person_role`"))
        );
    }
}
