//! What a guest does to the page it stands in.

use super::browser::{Bench, Tab};
use super::memory::RUNS;
use super::pages::Contender;
use super::table::{Cell, Row, Unit};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

const STYLES: &str = include_str!("guest.js");
const SAMPLE: usize = 200;
/// For what a guest does after it has loaded.
const AFTERWARDS: Duration = Duration::from_millis(1_500);

/// A page as it can be compared with another.
#[derive(Debug)]
struct Seen {
    /// The host's own elements.
    count: u64,
    styles: BTreeSet<(usize, String)>,
    globals: BTreeSet<String>,
    /// Under a policy that allows everything from its own site, what is refused was asked of another.
    elsewhere: BTreeSet<String>,
}

/// What is not as it was without the guest: counts, and names for whoever has to put it right.
#[derive(Debug, Clone)]
struct Changes {
    styles: Vec<String>,
    globals: Vec<String>,
    elsewhere: Vec<String>,
    violations: Vec<String>,
}

/// The rows about the host page.
pub async fn rows(bench: &Bench) -> Vec<Row> {
    let all = bench
        .browse(async |tab| {
            tab.open("host-base.html").await?;
            let base = seen(tab, None).await?;
            let mut all = Vec::new();
            for contender in Contender::ALL {
                all.push(changes(bench, tab, contender, &base).await);
            }
            Ok(all)
        })
        .await;
    let of = |contender: Contender| -> Result<Changes, String> {
        all.clone()?.into_iter().nth(contender as usize).ok_or("not looked at")?
    };
    if let Ok(Changes { styles, globals, elsewhere, violations }) = of(Contender::Care) {
        let named = [styles, globals, elsewhere, violations].concat();
        named.iter().take(20).for_each(|what| eprintln!("the host page is not as it was: {what}"));
    }
    let row = |what: &str, part: fn(&Changes) -> &Vec<String>| {
        #[allow(clippy::cast_precision_loss, reason = "counts of this size are exact")]
        let cells = Contender::ALL.map(|it| Cell::from(of(it).map(|changes| part(&changes).len() as f64)));
        Row::new(format!("host page: {what}"), Unit::Count, cells).bar(0.0, 0.0)
    };
    vec![
        row(&format!("computed styles changed ({SAMPLE} elements, every property)"), |it| &it.styles),
        row("new globals", |it| &it.globals),
        row("things asked of other sites", |it| &it.elsewhere),
        row("violations of a strict policy", |it| &it.violations),
    ]
}

async fn changes(bench: &Bench, tab: &Tab<'_>, contender: Contender, base: &Seen) -> Result<Changes, String> {
    bench.pages.has(contender)?;
    let name = contender.name();
    tab.open(&format!("host-{name}.html")).await?;
    settled(tab, contender, "visible").await?;
    let now = seen(tab, Some(base.count)).await?;
    let new = |now: &BTreeSet<String>, base: &BTreeSet<String>| now.difference(base).cloned().collect();
    tab.open(&format!("host-{name}-strict.html")).await?;
    // Another guest may not come up at all under this policy, and need not be waited for.
    settled(tab, contender, "null").await?;
    if contender == Contender::Care {
        tab.run(RUNS, vec![json!(1)]).await?;
    }
    Ok(Changes {
        styles: now.styles.difference(&base.styles).map(|(_, style)| style.clone()).collect(),
        globals: new(&now.globals, &base.globals),
        elsewhere: new(&now.elsewhere, &base.elsewhere),
        violations: tab.broken_policies().await?,
    })
}

async fn settled(tab: &Tab<'_>, contender: Contender, others: &str) -> Result<(), String> {
    // It starts only when it is about to be seen.
    tab.value("document.getElementById('tool').scrollIntoView()").await?;
    tab.value(if contender == Contender::Care { "live(1)" } else { others }).await?;
    tokio::time::sleep(AFTERWARDS).await;
    Ok(())
}

async fn seen(tab: &Tab<'_>, count: Option<u64>) -> Result<Seen, String> {
    let globals = tab.run("return Object.getOwnPropertyNames(globalThis)", vec![]).await?;
    let elsewhere = tab.broken_policies().await?;
    let count = count.map_or("Infinity".to_owned(), |count| count.to_string());
    let script = STYLES.replace("COUNT", &count).replace("SAMPLE", &SAMPLE.to_string());
    let found = tab.value(&script).await?;
    let texts = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let each = found["styles"].as_array().into_iter().flatten().enumerate();
    let styles: BTreeSet<(usize, String)> =
        each.flat_map(|(at, list)| texts(list).into_iter().map(move |style| (at, style))).collect();
    if styles.is_empty() {
        return Err("no style was read".to_owned());
    }
    Ok(Seen {
        count: found["count"].as_u64().unwrap_or_default(),
        styles,
        globals: texts(&globals).into_iter().collect(),
        elsewhere: elsewhere.into_iter().collect(),
    })
}
