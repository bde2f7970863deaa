//! From asking for a page to its first question: seen, and live.

use super::browser::{Bench, Network, OFFICE, SLOW, SLOW_3G};
use super::numbers::median;
use super::pages::Contender;
use super::table::{COLUMNS, Cell, Row, Unit};

/// Milliseconds of one load.
#[derive(Debug, Clone, Copy)]
struct Load {
    visible: f64,
    live: f64,
}

/// The rows about loading.
pub async fn rows(bench: &Bench) -> Vec<Row> {
    let mut loads: [Vec<Result<Load, String>>; COLUMNS] = Default::default();
    for _ in 0..bench.effort.samples {
        // In turn, so that whatever else the machine does meets all of them.
        for (contender, loads) in Contender::ALL.into_iter().zip(&mut loads) {
            loads.push(load(bench, contender, SLOW).await);
        }
    }
    let mut elsewhere: [Vec<Result<Load, String>>; 2] = Default::default();
    for _ in 0..bench.effort.samples {
        for (network, loads) in [OFFICE, SLOW_3G].into_iter().zip(&mut elsewhere) {
            loads.push(load(bench, Contender::Care, network).await);
        }
    }
    let [office, mobile] = elsewhere.map(|loads| middle(&loads, |it| it.live));
    let column = |of: fn(&Load) -> f64| loads.each_ref().map(|loads| middle(loads, of));
    vec![
        Row::new("first question visible, slow profile", Unit::Milliseconds, column(|it| it.visible))
            .bar(1_000.0, 600.0),
        Row::new("first question live, slow profile", Unit::Milliseconds, column(|it| it.live)).bar(1_600.0, 1_100.0),
        Row::ours("first question live, 2 Mbit/s and 100 ms, processor slowed 4 times", Unit::Milliseconds, office)
            .bar(2_000.0, 2_000.0),
        Row::ours("first question live, 400 kbit/s and 400 ms, processor slowed 4 times", Unit::Milliseconds, mobile)
            .bar(8_000.0, 8_000.0),
    ]
}

async fn load(bench: &Bench, contender: Contender, network: Network) -> Result<Load, String> {
    bench.pages.has(contender)?;
    bench
        .browse(async |tab| {
            tab.slow_network(network).await?;
            tab.slow_processor().await?;
            tab.open(&format!("{}.html", contender.name())).await?;
            let visible = tab.number("visible").await?;
            // What the others draw is live at once, and plain HTML needs no script.
            let live = if contender == Contender::Care { tab.number("live(1)").await? } else { visible };
            Ok(Load { visible, live })
        })
        .await
}

/// One failure is enough to have no figure: a load that sometimes fails has no time.
fn middle(loads: &[Result<Load, String>], of: fn(&Load) -> f64) -> Cell {
    let times: Result<Vec<f64>, String> = loads.iter().map(|it| it.as_ref().map(of).map_err(Clone::clone)).collect();
    times.and_then(|times| median(&times).ok_or_else(|| "no sample".to_owned())).into()
}
