//! The worked cases of the allocation tool that need no workers: one referral and whole lists.

use care_tools::engine::dates;
use care_tools::json::Json;
use care_tools::tools::allocation::list::WaitingList;
use care_tools::tools::allocation::timescales::Timescales;
use care_tools::tools::allocation::{intake, law_once, results};

fn cases(kind: &str) -> Vec<Json> {
    let file = Json::read(include_str!("../src/tools/allocation/cases.json")).expect("the cases are JSON");
    let cases = file.get("cases").and_then(Json::as_list).expect("there are cases");
    cases.iter().filter(|case| case.get("kind").and_then(Json::as_text) == Some(kind)).cloned().collect()
}

fn list(case: &Json, rows: &[Json]) -> WaitingList {
    let today = case.get("as_of").and_then(Json::as_text).and_then(dates::from_iso).expect("a day");
    let rows = rows.iter().map(|row| intake::facts(row).expect("a row")).collect();
    WaitingList::of(law_once(), Timescales::default(), today, rows)
}

fn agrees(case: &Json, result: &Json) {
    let id = case.get("id").and_then(Json::as_text).unwrap_or_default();
    for (key, expected) in case.get("expected").and_then(Json::as_object).expect("expected") {
        let got = result.get(key).cloned().unwrap_or(Json::Null);
        assert_eq!(sorted(got).write(), sorted(expected.clone()).write(), "{id}: {key}");
    }
}

/// The pairs of an object have no order.
fn sorted(json: Json) -> Json {
    match json {
        Json::Object(mut pairs) => {
            pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
            Json::Object(pairs)
        }
        other => other,
    }
}

#[test]
fn one_referral() {
    for case in cases("priority") {
        let list = list(&case, &[case.get("facts").cloned().expect("facts")]);
        agrees(&case, &results::priority(&list, &list.entries()[0]));
    }
}

#[test]
fn whole_lists() {
    for case in cases("queue") {
        let list = list(&case, case.get("referrals").and_then(Json::as_list).expect("referrals"));
        let pairs = case.get("pairs").and_then(Json::as_list).unwrap_or_default().iter();
        let text = |pair: &Json, at: usize| {
            pair.as_list().and_then(|pair| pair.get(at)).and_then(Json::as_text).unwrap_or_default().to_owned()
        };
        let pairs: Vec<_> = pairs.map(|pair| (text(pair, 0), text(pair, 1))).collect();
        agrees(&case, &results::queue(&list, &pairs));
    }
}
