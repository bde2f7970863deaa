//! Memory after many complete runs in one widget.

use super::browser::{Bench, Tab};
use super::many::WATCH;
use super::table::{Row, Unit};
use serde_json::json;

/// What a widget does in a run.
pub const RUNS: &str = include_str!("runs.js");
/// Runs before the first look, in which the browser compiles what is used and fills its caches.
const FIRST: u32 = 10;
const MANY: u32 = 200;

/// Bytes in use.
#[derive(Debug, Clone, Copy)]
struct Memory {
    heap: f64,
    wasm: f64,
}

impl Memory {
    fn sum(self) -> f64 {
        self.heap + self.wasm
    }
}

/// The rows about memory.
pub async fn rows(bench: &Bench) -> Vec<Row> {
    let seen = bench
        .browse(async |tab| {
            tab.before_every_page(WATCH).await?;
            tab.open("care.html").await?;
            tab.number("live(1)").await?;
            let before = after(tab, FIRST).await?;
            Ok((before, after(tab, MANY).await?))
        })
        .await;
    let growth = |of: fn(Memory) -> f64| {
        let seen = seen.clone();
        seen.map(|(before, after)| 100.0 * (of(after) - of(before)) / of(before))
    };
    vec![
        Row::ours(format!("memory after {MANY} runs: growth, heap and wasm"), Unit::Percent, growth(Memory::sum))
            .bar(10.0, 2.0),
        Row::ours("of it: the browser's heap", Unit::Percent, growth(|it| it.heap)),
        Row::ours("of it: the wasm", Unit::Percent, growth(|it| it.wasm)),
        Row::ours("memory in use before that", Unit::Kilobytes, seen.map(|(before, _)| before.sum())),
    ]
}

/// What is in use after so many more runs, once nothing is left to be thrown away.
async fn after(tab: &Tab<'_>, runs: u32) -> Result<Memory, String> {
    let wasm = tab.run(RUNS, vec![json!(runs)]).await?.as_f64().filter(|bytes| *bytes > 0.0);
    let wasm = wasm.ok_or("the memory of the wasm was not seen")?;
    // The journeys' record of events, which we do not need here and must not count.
    tab.value("void (globalThis[Symbol.for('journeys')].told.length = 0)").await?;
    for _ in 0..2 {
        tab.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let usage = tab.devtools("Runtime.getHeapUsage", json!({})).await?;
    let part = |name: &str| usage[name].as_f64().unwrap_or_default();
    // Scripts' objects, and the elements of the page.
    Ok(Memory { heap: part("usedSize") + part("embedderHeapUsedSize"), wasm })
}
