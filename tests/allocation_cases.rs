//! Every worked case of the allocation tool.

#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use care_tools::json::Json;
use care_tools::tools::allocation::{CASES, decide};

/// The pairs of an object have no order.
fn sorted(json: Json) -> Json {
    match json {
        Json::Object(mut pairs) => {
            pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
            Json::Object(pairs.into_iter().map(|(key, value)| (key, sorted(value))).collect())
        }
        Json::List(list) => Json::List(list.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[test]
fn every_worked_case_gives_what_it_expects() {
    let file = Json::read(CASES).expect("the cases are JSON");
    let cases = file.get("cases").and_then(Json::as_list).expect("there are cases");
    let mut kinds = std::collections::BTreeMap::new();
    for case in cases {
        let text = |key| case.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
        *kinds.entry(text("kind")).or_insert(0) += 1;
        let (result, _) = decide::decide(case).unwrap_or_else(|fault| panic!("{}: {fault}", text("id")));
        let expected = case.get("expected").expect("expected");
        assert_eq!(sorted(result).write(), sorted(expected.clone()).write(), "{}", text("id"));
    }
    let kinds: Vec<(&str, i32)> = kinds.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    assert_eq!(kinds, [("import", 2), ("match", 15), ("plan", 2), ("priority", 36), ("queue", 11)]);
}
