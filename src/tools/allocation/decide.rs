//! One worked case in, its result out. The form of the cases is section 17 of the specification.

use super::facts::Facts;
use super::files::table;
use super::list::WaitingList;
use super::matching::plan::Walk;
use super::matching::referral::Referral;
use super::matching::{Ask, matched, results as match_results, worker};
use super::settings::Config;
use super::{intake, law_once, results};
use crate::engine::dates;
use crate::json::Json;
use chrono::NaiveDate;

/// What a case is about once it is decided: for its text, beside its result.
pub enum Decided {
    /// One referral, or a list.
    List(Box<WaitingList>),
    /// Something about workers.
    Workers,
}

/// Decides a case.
///
/// # Errors
/// What is wrong with it, in a reader's words.
pub fn decide(case: &Json) -> Result<(Json, Decided), String> {
    let today = case.get("as_of").and_then(Json::as_text).ok_or("`as_of` is missing")?;
    let today =
        dates::from_iso(today).ok_or_else(|| format!("`{today}` in `as_of` is not a date such as `2026-11-22`"))?;
    let empty = Json::Object(Vec::new());
    let config = Config::read(case.get("config").unwrap_or(&empty)).map_err(|faults| {
        let each: Vec<String> = faults.iter().map(|(at, what)| format!("`config.{at}` {what}")).collect();
        each.join("; ")
    })?;
    let needed = |key: &str| case.get(key).ok_or_else(|| format!("`{key}` is missing"));
    match case.get("kind").and_then(Json::as_text) {
        Some("priority") => {
            let list = list(&config, today, std::slice::from_ref(needed("facts")?))?;
            let entry = list.entries().first().ok_or("`facts` is missing")?;
            Ok((results::priority(&list, entry), Decided::List(Box::new(list))))
        }
        Some("queue") => {
            let list = list(&config, today, rows(needed("referrals")?)?)?;
            let pairs = pairs(case.get("pairs"))?;
            Ok((results::queue(&list, &pairs), Decided::List(Box::new(list))))
        }
        Some("match") => {
            let referral = Referral::read(needed("referral")?)?;
            let workers = worker::all(needed("workers")?).map_err(|faults| faults.join("; "))?;
            let ask = Ask { referral: &referral, config: &config, today };
            let found = matched(ask, &workers);
            Ok((match_results::matched(ask, &workers, &found), Decided::Workers))
        }
        Some("plan") => {
            let referrals = rows(needed("referrals")?)?;
            let list = list(&config, today, referrals)?;
            let workers = worker::all(needed("workers")?).map_err(|faults| faults.join("; "))?;
            let mut walk = Walk::new(&config, today, workers);
            let mut asked = Vec::new();
            for at in &list.lists().ranked {
                let said = referrals.get(*at as usize).and_then(|row| row.get("match")).unwrap_or(&empty);
                let referral = Referral::read(said)?;
                asked.extend(list.entry(*at).map(|entry| referral.of_entry(entry)));
            }
            let lists = list.lists();
            let others = [&lists.needs_triage, &lists.on_hold, &lists.data_problem].into_iter().flatten();
            let others = others.filter_map(|at| list.entry(*at)).map(|entry| entry.facts.reference.to_string());
            let not_planned = others.collect();
            Ok((match_results::plan(&mut walk, &asked, not_planned), Decided::Workers))
        }
        Some("import") => {
            let text = needed("csv")?.as_text().ok_or("`csv` should be a text")?;
            let table = table::read(text).map_err(|fault| fault.to_string())?;
            let rows = table.rows.iter().map(Facts::of_row).collect();
            let list = WaitingList::of(law_once(), config.times, today, rows);
            let mut pairs = vec![
                ("rows".to_owned(), Json::Whole(i64::try_from(table.rows.len()).unwrap_or(i64::MAX))),
                ("ignored_columns".to_owned(), Json::texts(table.ignored_columns)),
            ];
            pairs.extend(results::lists(&list).into_iter().map(|(key, value)| (key.to_owned(), value)));
            Ok((Json::Object(pairs), Decided::List(Box::new(list))))
        }
        Some(other) => Err(format!("`{other}` is not a kind of case: priority, queue, match, plan or import")),
        None => Err("`kind` is missing: priority, queue, match, plan or import".into()),
    }
}

fn rows(json: &Json) -> Result<&[Json], String> {
    json.as_list().ok_or_else(|| format!("`referrals` is {} and should be a list", json.kind()))
}

fn list(config: &Config, today: NaiveDate, rows: &[Json]) -> Result<WaitingList, String> {
    let rows = rows.iter().map(intake::facts).collect::<Result<Vec<_>, String>>()?;
    Ok(WaitingList::of(law_once(), config.times.clone(), today, rows))
}

fn pairs(json: Option<&Json>) -> Result<Vec<(String, String)>, String> {
    let pairs = match json {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(json) => json.as_list().ok_or("`pairs` should be a list")?,
    };
    let pair = |pair: &Json| match pair.as_list() {
        Some([Json::Text(one), Json::Text(other)]) => Ok((one.clone(), other.clone())),
        _ => Err("a pair should be a list of two references".to_owned()),
    };
    pairs.iter().map(pair).collect()
}
