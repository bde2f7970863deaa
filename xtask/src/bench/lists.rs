//! The waiting list at its largest: reading it, one changed answer, and a match over many workers.

use super::browser::Bench;
use super::table::{Row, Unit};
use serde_json::json;

const SCRIPT: &str = include_str!("lists.js");
/// The page, the list and the workers that are measured.
pub const PAGE: &str = "lists.html";
/// A list of a hundred thousand rows.
pub const LIST: &str = "many.csv";
/// Five thousand workers.
pub const WORKERS: &str = "many-workers.csv";

/// The rows about lists.
pub async fn rows(bench: &Bench) -> Vec<Row> {
    let measured = bench
        .browse(async |tab| {
            tab.open(PAGE).await?;
            tab.run(&format!("return (async () => {{ {SCRIPT} }})(...arguments)"), vec![json!(LIST), json!(WORKERS)])
                .await
        })
        .await;
    let figure = |key: &str| {
        let value = measured.clone()?[key].as_f64();
        value.ok_or_else(|| format!("nothing was measured for {key}"))
    };
    vec![
        Row::ours("waiting list of 100,000: import, rank, first screen", Unit::Milliseconds, figure("read"))
            .bar(3_000.0, 1_000.0),
        Row::ours("the longest the page stood still meanwhile", Unit::Milliseconds, figure("frozen"))
            .bar(100.0, 50.0),
        Row::ours("one answer changed in a list of 100,000, to screen", Unit::Milliseconds, figure("change"))
            .bar(16.0, 4.0),
        Row::ours("match over 5,000 workers, to screen", Unit::Milliseconds, figure("match")).bar(50.0, 10.0),
    ]
}
