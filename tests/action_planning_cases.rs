//! The worked cases of action planning.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::json::Json;
use care_tools::tools::action_planning::{CASES, decide, law};

fn texts(value: Option<&Json>) -> Vec<String> {
    let list = value.and_then(Json::as_list).unwrap_or_default();
    list.iter().filter_map(Json::as_text).map(str::to_owned).collect()
}

/// Objects are compared only on the keys given, lists inside them in order.
fn holds(found: Option<&Json>, expected: &Json) -> bool {
    match (expected, found) {
        (Json::Object(pairs), Some(found)) => pairs.iter().all(|(key, value)| holds(found.get(key), value)),
        (expected, found) => found == Some(expected),
    }
}

#[test]
fn the_law_is_sound() {
    assert_eq!(law().faults(), Vec::<String>::new());
}

#[test]
fn every_worked_case_comes_out_as_expected() {
    let Json::List(cases) = Json::read(CASES).expect("the cases are JSON") else { panic!("a list of cases") };
    assert_eq!(cases.len(), 70);
    let mut wrong: Vec<String> = Vec::new();
    for case in &cases {
        let id = case.get("id").and_then(Json::as_text).unwrap_or_default();
        let result = match decide::decide(case) {
            Ok(result) => result,
            Err(fault) => {
                wrong.push(format!("{id}: {fault}"));
                continue;
            }
        };
        for (key, expected) in case.get("expected").and_then(Json::as_object).expect("something expected") {
            let of = |ending: &str| key.strip_suffix(ending).map(|key| texts(result.get(key)));
            let wanted = texts(Some(expected));
            let fits = if let Some(found) = of("_include") {
                wanted.iter().all(|id| found.contains(id))
            } else if let Some(found) = of("_exclude") {
                !wanted.iter().any(|id| found.contains(id))
            } else if let Some(mut found) = of("_exact") {
                found.retain(|id| id != "AP-E-99" || wanted.contains(id));
                found.sort();
                let mut wanted = wanted.clone();
                wanted.sort();
                found == wanted
            } else if key == "ics_contains" {
                let file = result.get("ics").and_then(Json::as_text).unwrap_or_default().replace("\r\n ", "");
                wanted.iter().all(|line| file.split("\r\n").any(|known| known == line))
            } else if key == "ics_rules" {
                calendar_rules(case, &result, expected)
            } else {
                holds(result.get(key), expected)
            };
            if !fits {
                let base = ["_include", "_exclude", "_exact"].iter().find_map(|end| key.strip_suffix(end));
                let found = result.get(base.unwrap_or(key)).map(Json::write).unwrap_or_default();
                wrong.push(format!("{id}: {key} should be {}, and is {found}", expected.write()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn calendar_rules(case: &Json, result: &Json, rules: &Json) -> bool {
    let file = result.get("ics").and_then(Json::as_text).unwrap_or_default();
    let again = decide::decide(case).expect("a result");
    let uids = |file: &str| -> Vec<String> {
        file.split("\r\n").filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let written = ["what", "measure", "support", "risk", "contingency", "owner_label"];
    let actions = case.get("facts").and_then(|facts| facts.get("ap_actions")).and_then(Json::as_list);
    let typed: Vec<&str> = actions
        .unwrap_or_default()
        .iter()
        .flat_map(|action| written.iter().filter_map(|key| action.get(key).and_then(Json::as_text)))
        .filter(|text| text.len() > 3)
        .collect();
    rules.as_object().expect("rules").iter().all(|(rule, wanted)| match rule.as_str() {
        "vevent_count" => {
            let count = file.matches("BEGIN:VEVENT\r\n").count();
            *wanted == Json::Whole(count as i64)
        }
        "line_ending" => !file.replace("\r\n", "").contains(['\r', '\n']) && file.ends_with("\r\n"),
        "max_octets" => *wanted == Json::Whole(75) && file.split("\r\n").all(|line| line.len() <= 75),
        "no_names" => typed.iter().all(|text| !file.contains(text)),
        "uid_stable_on_reexport" => uids(file) == uids(again.get("ics").and_then(Json::as_text).unwrap_or_default()),
        other => panic!("there is no rule {other}"),
    })
}
