//! The advocacy tables against a second plain reading, over random full sheets.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod plain;
#[path = "support/advocacy.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod support;

use plain::advocacy::{Kind, QUESTIONS, read};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::ours;

/// One answer: nothing, one choice, several choices, or a day near the commencement dates.
fn said(kind: &Kind, choices: &'static [&'static str]) -> BoxedStrategy<Value> {
    match kind {
        Kind::One => prop_oneof![
            1 => Just(Value::Null),
            9 => proptest::sample::select(choices).prop_map(|choice| json!(choice)),
        ]
        .boxed(),
        Kind::Many => prop_oneof![
            6 => proptest::sample::select(choices).prop_map(|choice| json!([choice])),
            6 => proptest::sample::subsequence(choices.to_vec(), 0..=choices.len().min(4)).prop_map(|some| json!(some)),
        ]
        .boxed(),
        Kind::Day => proptest::sample::select(vec![Value::Null, json!("2026-06-01"), json!("2026-11-22"), json!("2027-04-01"), json!("2027-04-02")]).boxed(),
    }
}

fn sheets() -> BoxedStrategy<Map<String, Value>> {
    let answers: Vec<_> =
        QUESTIONS.iter().map(|(id, kind, choices)| (Just((*id).to_owned()), said(kind, choices))).collect();
    answers.prop_map(|pairs| pairs.into_iter().collect()).boxed()
}

fn dates() -> BoxedStrategy<Map<String, Value>> {
    let date = || proptest::sample::select(vec![Value::Null, json!(""), json!("2027-04-01")]);
    (date(), date(), date())
        .prop_map(|(opt_out, informal, lps)| {
            let pairs = [("imha_opt_out_from", opt_out), ("imha_informal_from", informal), ("lps_from", lps)];
            pairs.into_iter().map(|(id, date)| (id.to_owned(), date)).collect()
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120_000, ..ProptestConfig::default() })]

    #[test]
    fn a_second_plain_reading_agrees(facts in sheets(), settings in dates()) {
        let (mine, plain) = (ours(&facts, &settings), read(&facts, &settings));
        prop_assert_eq!(mine.outcomes, plain.outcomes);
        prop_assert_eq!(mine.warnings, plain.warnings);
        prop_assert_eq!(mine.find_out, plain.find_out);
        prop_assert_eq!(mine.visible, plain.visible);
        prop_assert_eq!(mine.rules, plain.rules);
    }
}
