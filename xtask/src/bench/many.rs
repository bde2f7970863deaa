//! Many widgets on one page: one download, one compilation, and hardly a later start.

use super::browser::{Bench, SLOW};
use super::numbers::median;
use super::pages::{MANY, SOME};
use super::table::{Row, Unit};

/// Counts compilations.
pub const WATCH: &str = include_str!("watch.js");
/// Remembers the longest task of a page.
const LONG_TASKS: &str = include_str!("long_tasks.js");
const SAMPLES: usize = 3;

/// What one load of a page showed.
#[derive(Debug, Clone, Copy, Default)]
struct Start {
    took: f64,
    /// Of one file, at most.
    downloads: f64,
    /// Of one file, at most.
    compilations: f64,
}

/// The rows about many widgets.
pub async fn rows(bench: &Bench) -> Vec<Row> {
    let slow = together(bench, true).await;
    let fast = together(bench, false).await;
    let count = |of: fn(&Start) -> f64| slow.clone().map(|[_, many, _]| of(&many));
    let ratio = |starts: &Result<[Start; 3], String>, which: fn(&[Start; 3]) -> f64| {
        starts.clone().map(|starts| which(&starts) / starts[0].took)
    };
    vec![
        Row::ours(
            format!("{MANY} widgets on a page: requests for a file of wasm"),
            Unit::Count,
            count(|it| it.downloads),
        )
        .bar(1.0, 1.0),
        Row::ours(format!("{MANY} widgets on a page: compilations of one"), Unit::Count, count(|it| it.compilations))
            .bar(1.0, 1.0),
        Row::ours(
            format!("{MANY} widgets, all in view: last one live, against one widget, slow profile"),
            Unit::Times,
            ratio(&slow, |[_, many, _]| many.took),
        )
        .bar(1.5, 1.2),
        Row::ours(
            format!("{MANY} widgets, all in view: last one live, against one widget, not slowed"),
            Unit::Times,
            ratio(&fast, |[_, many, _]| many.took),
        ),
        Row::ours(
            format!("{MANY} widgets, one below another: first one live, against one widget, slow profile"),
            Unit::Times,
            ratio(&slow, |[.., column]| column.took),
        ),
        Row::ours(
            format!("{SOME} widgets, one below another: longest task until one is live, processor slowed 4 times"),
            Unit::Milliseconds,
            longest_task(bench, "some-column", 1).await,
        )
        .bar(200.0, 200.0),
        Row::ours(
            format!("{SOME} widgets, all in view: longest task until all are live, processor slowed 4 times"),
            Unit::Milliseconds,
            longest_task(bench, "some", SOME).await,
        ),
    ]
}

/// How long a page with some widgets answers nobody, at most; the median of some loads.
async fn longest_task(bench: &Bench, page: &str, count: usize) -> Result<f64, String> {
    let mut longest = Vec::new();
    for _ in 0..SAMPLES {
        let one = bench.browse(async |tab| {
            tab.before_every_page(LONG_TASKS).await?;
            tab.slow_processor().await?;
            tab.open(&format!("{page}.html")).await?;
            tab.number(&format!("live({count})")).await?;
            let longest = tab.run("return globalThis[Symbol.for('longest')]()", vec![]).await?;
            longest.as_f64().ok_or_else(|| "nothing was counted".to_owned())
        });
        longest.push(one.await?);
    }
    median(&longest).ok_or_else(|| "no sample".to_owned())
}

/// One widget, many in view, and many in a column; the median of some loads each.
async fn together(bench: &Bench, slow: bool) -> Result<[Start; 3], String> {
    let mut starts: [Vec<Start>; 3] = Default::default();
    for _ in 0..SAMPLES {
        for ((page, count), starts) in [("one", 1), ("many", MANY), ("column", 1)].into_iter().zip(&mut starts) {
            starts.push(start(bench, page, count, slow).await?);
        }
    }
    let middle = |starts: &[Start], of: fn(&Start) -> f64| {
        median(&starts.iter().map(of).collect::<Vec<f64>>()).unwrap_or_default()
    };
    Ok(starts.each_ref().map(|starts| Start {
        took: middle(starts, |it| it.took),
        downloads: starts.iter().map(|it| it.downloads).fold(0.0, f64::max),
        compilations: starts.iter().map(|it| it.compilations).fold(0.0, f64::max),
    }))
}

#[allow(clippy::cast_precision_loss, reason = "a handful of requests")]
async fn start(bench: &Bench, page: &str, count: usize, slow: bool) -> Result<Start, String> {
    bench
        .browse(async |tab| {
            tab.before_every_page(WATCH).await?;
            if slow {
                tab.slow_network(SLOW).await?;
                tab.slow_processor().await?;
            }
            drop(tab.asked());
            tab.open(&format!("{page}.html")).await?;
            let took = tab.number(&format!("live({count})")).await?;
            let compiled = tab.run("return globalThis[Symbol.for('bench')].compiled", vec![]).await?;
            let asked = tab.asked();
            let times = |file: &String| asked.iter().filter(|path| *path == file).count();
            let downloads = asked.iter().filter(|path| path.ends_with(".wasm")).map(times).max().unwrap_or_default();
            let compilations = compiled.as_f64().ok_or("nothing was counted")?;
            Ok(Start { took, downloads: downloads as f64, compilations })
        })
        .await
}
