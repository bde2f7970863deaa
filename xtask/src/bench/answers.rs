//! From an answer to a screen that stands still, with a slow processor.

use super::browser::Bench;
use super::numbers::share;
use super::pages::{Contender, TOOL};
use super::table::{COLUMNS, Cell, Row, Unit};
use care_tools::tools;
use serde_json::{Map, Value, json};

const CASES: &str = include_str!("../../../src/tools/advocacy/cases.json");
const SCRIPT: &str = concat!(include_str!("others/rival.js"), include_str!("answers.js"));
/// How many answers are timed at least.
const WANTED: usize = 100;
/// Below this, a percentile says little.
const FEWEST: usize = 60;

/// The rows about answering.
pub async fn rows(bench: &Bench) -> Vec<Row> {
    let mut all = vec![times(bench, Contender::Care, "live(1)").await];
    for rival in Contender::RIVALS {
        all.push(times(bench, rival, "visible").await);
    }
    let cells = |part: f64| {
        let of = |times: &Result<Vec<f64>, String>| -> Cell {
            let times = times.clone();
            times.and_then(|times| share(&times, part).ok_or_else(|| "no answer".to_owned())).into()
        };
        // Plain HTML does nothing when it is answered.
        let mut figures = all.iter().map(of);
        [(); COLUMNS].map(|()| figures.next().unwrap_or(Cell::Nothing))
    };
    vec![
        Row::new(
            "answer to settled screen, processor slowed 4 times, 95th percentile",
            Unit::Milliseconds,
            cells(0.95),
        )
        .bar(50.0, 16.0),
        Row::new("answer to settled screen, processor slowed 4 times, median", Unit::Milliseconds, cells(0.5)),
    ]
}

async fn times(bench: &Bench, contender: Contender, ready: &str) -> Result<Vec<f64>, String> {
    bench.pages.has(contender)?;
    let cases = cases()?;
    bench
        .browse(async |tab| {
            tab.open(&format!("{}.html", contender.name())).await?;
            tab.value(ready).await?;
            tab.slow_processor().await?;
            let said = tab.run(SCRIPT, vec![json!(contender.name()), cases, json!(WANTED)]).await?;
            let times: Vec<f64> = said["times"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            if times.len() < FEWEST {
                return Err(format!("only {} answers could be given; {FEWEST} are needed", times.len()));
            }
            match said["drawn"].as_u64() {
                Some(drawn) if drawn > 0 => Ok(times),
                _ => Err("no answer changed the screen".to_owned()),
            }
        })
        .await
}

/// The facts of the worked cases, as lists of choices. Days are left as they are filled in.
fn cases() -> Result<Value, String> {
    let tool = tools::named(TOOL).ok_or_else(|| format!("there is no tool `{TOOL}`"))?;
    let cases: Vec<Value> = serde_json::from_str(CASES).map_err(|fault| format!("the cases: {fault}"))?;
    let has_choices = |id: &str| tool.law.question(id).is_some_and(|it| !it.choices.is_empty());
    let facts = |case: &Value| -> Map<String, Value> {
        let facts = case["facts"].as_object().into_iter().flatten().filter(|(id, _)| has_choices(id));
        facts.map(|(id, said)| (id.clone(), if said.is_array() { said.clone() } else { json!([said]) })).collect()
    };
    Ok(cases.iter().map(|case| Value::Object(facts(case))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_lists_of_choices() -> Result<(), String> {
        let cases = cases()?;
        assert_eq!(cases[0]["person_role"], json!(["adult"]));
        assert!(cases[0]["processes"].is_array() && cases[0]["decision_date"].is_null());
        Ok(())
    }
}
