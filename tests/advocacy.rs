//! The advocacy tables against a second plain reading, over random full sheets.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod plain;

use care_tools::cases::Case;
use care_tools::json::Json;
use care_tools::tools;
use plain::advocacy::{Kind, QUESTIONS, Reading, read};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

fn tool() -> &'static tools::Tool {
    tools::named("advocacy").expect("the advocacy tool")
}

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

/// The same sheet read by the engine, in the words of the second reading.
fn ours(facts: &Map<String, Value>, settings: &Map<String, Value>) -> Reading {
    let case = json!({"id": "random", "facts": facts, "settings": settings}).to_string();
    let case = Case::read(tool(), &Json::read(&case).expect("JSON")).expect("a case");
    let law = &tool().law;
    let decision = law.decide(&case.answers, &case.settings);
    let rows: Vec<&'static str> = law.rows().map(|(_, row)| row.id).collect();
    let question = |at: &usize| law.question_at(*at).map(|question| question.id);
    let numbered = |id: &&str| {
        let mut letters = id.chars();
        letters.next().is_some_and(|first| "PBCVMIDX".contains(first))
            && letters.next().is_some_and(|c| c.is_ascii_digit())
    };
    // The plain reading has no ids for rows that give nothing: V3, M0 and D0.
    let unnamed = ["V3", "M0", "D0"];
    Reading {
        outcomes: decision.outcomes.iter().map(|at| law.outcomes[*at].id).collect(),
        warnings: decision.warnings.iter().map(|at| law.warnings[*at].id).collect(),
        find_out: decision.find_out.iter().filter_map(question).collect(),
        visible: decision.asked.iter().filter_map(question).collect(),
        rules: decision
            .rules
            .iter()
            .map(|at| rows[*at])
            .filter(|id| numbered(id) && !unnamed.contains(id))
            .collect::<BTreeSet<_>>(),
    }
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
