//! Runs the journeys, two at a time, and says how each went.

use super::cannot::CANNOT;
use super::faults::Faults;
use super::journey::Journey;
use super::page::Page;
use super::session::Session;
use super::{cannot, console};
use crate::build::files::said;
use crate::http::Server;
use crate::http::site::Site;
use crate::places::Places;
use crate::test::browser::Browser;
use crate::test::engine::Engine;
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::time::timeout;

const LIMIT: Duration = Duration::from_secs(90);
/// For what happens around a journey: the picture of a failure, and the end of the browser.
const AROUND: Duration = Duration::from_secs(60);

/// What the journeys run with.
#[derive(Debug)]
pub struct Tools {
    /// The browser and its driver.
    pub browser: Browser,
    /// What the driver writes.
    pub log: PathBuf,
    /// The text of the accessibility checker.
    pub axe_core: String,
}

struct Run<'a> {
    places: &'a Places,
    tools: &'a Tools,
    left: RefCell<std::vec::IntoIter<Journey>>,
    failed: RefCell<Vec<&'static str>>,
    /// What the engine could not do, and in which journey.
    lacked: RefCell<Vec<(String, &'static str)>>,
}

/// Runs those whose name has the words, or all. The table of faults takes as long as all else together: outside Chromium
/// it is left out unless `every_fault` asks for it, and that is said.
///
/// # Errors
/// When one fails, or none has the words.
pub fn run(places: &Places, tools: &Tools, only: Option<&str>, every_fault: bool) -> Result<(), String> {
    let engine = tools.browser.engine;
    let every_fault = every_fault || engine == Engine::Chromium || only.is_some();
    let journeys: Vec<Journey> = super::all()
        .into_iter()
        .filter(|it| only.is_none_or(|words| words.split('|').any(|words| it.name.contains(words))))
        .filter(|it| every_fault || !it.is_a_fault())
        .collect();
    if journeys.is_empty() {
        return Err(format!("no journey has `{}` in its name", only.unwrap_or_default()));
    }
    if !every_fault {
        println!("The table of faults is left to Chromium; `--every-fault` runs it here too");
    }
    let lacked = these(places, tools, journeys)?;
    if only.is_none() && every_fault { all_needed(engine, &lacked) } else { Ok(()) }
}

/// Runs these journeys, and gives what the engine could not do in which of them.
///
/// # Errors
/// When one fails.
pub fn these(places: &Places, tools: &Tools, journeys: Vec<Journey>) -> Result<Vec<(String, &'static str)>, String> {
    let engine = tools.browser.engine;
    let count = journeys.len();
    println!("{count} journeys in {}", engine.name());
    let failures = failures(places, engine);
    drop(fs::remove_dir_all(&failures));
    fs::create_dir_all(&failures).map_err(|fault| said(&failures, &fault))?;
    let (failed, lacked) = (RefCell::default(), RefCell::default());
    let run = Run { places, tools, left: RefCell::new(journeys.into_iter()), failed, lacked };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|fault| format!("the journeys cannot start: {fault}"))?.block_on(async {
        tokio::join!(run.one_after_another(), run.one_after_another());
    });
    let (failed, lacked) = (run.failed.into_inner(), run.lacked.into_inner());
    println!(
        "{count} journeys in {}, {} failed, {} not to their end, for the reasons above",
        engine.name(),
        failed.len(),
        lacked.len()
    );
    if failed.is_empty() {
        Ok(lacked)
    } else {
        Err(format!("pictures and logs of the failures are in {}", failures.display()))
    }
}

impl Run<'_> {
    async fn one_after_another(&self) {
        loop {
            // The borrow has to end before the journey begins.
            let next = self.left.borrow_mut().next();
            let Some(journey) = next else { return };
            let start = Instant::now();
            let mut outcome = self.one(&journey).await;
            if let Err(reason) = &outcome {
                // A browser that did not start, or a machine that was busy for ten seconds, is no fault of a tool. What
                // fails twice is; and what passes only the second time is told.
                let first = reason.lines().next().unwrap_or_default();
                println!("again  {}: {first}", journey.name);
                outcome = self.one(&journey).await;
            }
            let seconds = start.elapsed().as_secs_f32();
            match outcome {
                Ok(None) => println!("ok     {} ({seconds:.1} s)", journey.name),
                Ok(Some(what)) => {
                    let why = cannot::reason(self.tools.browser.engine, &what).unwrap_or_default();
                    println!("so far {} ({seconds:.1} s)\n       {why}", journey.name);
                    self.lacked.borrow_mut().push((what, journey.name));
                }
                Err(reason) => {
                    println!(
                        "FAILED {} ({seconds:.1} s)\n       {}",
                        journey.name,
                        reason.replace('\n', "\n       ")
                    );
                    self.failed.borrow_mut().push(journey.name);
                }
            }
        }
    }

    /// What the engine could not do, when the journey ended for that.
    async fn one(&self, journey: &Journey) -> Result<Option<String>, String> {
        let engine = self.tools.browser.engine;
        let faults = Faults::new(Site::new(journey.dist.folder(self.places)));
        let faults = Arc::new(if engine == Engine::Chromium { faults } else { faults.recording() });
        let server =
            Server::start(0, Arc::<Faults>::clone(&faults)).map_err(|fault| format!("no free port: {fault}"))?;
        let session = within(AROUND, Session::start(self.tools)).await?;
        let page = Page::new(&session, &server, &faults, self.tools, failures(self.places, engine));
        let outcome = match within(LIMIT, walked(journey, &page)).await {
            Ok(()) => Ok(None),
            Err(_) if page.lacks().is_some_and(|it| cannot::reason(engine, &it).is_some()) => Ok(page.lacks()),
            Err(reason) => Err(with_console(journey, &page, reason, &failures(self.places, engine)).await),
        };
        drop(page);
        let ended = within(AROUND, session.end()).await;
        outcome.and_then(|lacked| ended.map(|()| lacked))
    }
}

async fn walked(journey: &Journey, page: &Page<'_>) -> Result<(), String> {
    journey.walk(page).await?;
    page.none("accessibility", page.unsound())?;
    console::check(page.engine(), &page.console().await?, journey.expected)
}

/// Leaves a picture and a log of a failure, and adds to its reason what the console and axe-core say.
async fn with_console(journey: &Journey, page: &Page<'_>, reason: String, folder: &Path) -> String {
    let kept = async {
        page.screenshot(&journey.slug()).await?;
        page.console().await
    };
    let console =
        within(AROUND, kept).await.unwrap_or_else(|fault| vec![format!("no picture or no console: {fault}")]);
    let console = console.into_iter().map(|line| ("in the console", line));
    let unsound = page.unsound().into_iter().map(|line| ("accessibility", line));
    let unsaid = console.chain(unsound).filter(|(_, line)| !reason.contains(line));
    let unsaid = unsaid.map(|(where_from, line)| format!("{where_from}: {line}"));
    let reason = std::iter::once(reason.clone()).chain(unsaid).collect::<Vec<_>>().join("\n");
    let path = folder.join(journey.slug()).with_extension("log");
    match fs::write(&path, &reason) {
        Ok(()) => reason,
        Err(fault) => format!("{reason}\n{}", said(&path, &fault)),
    }
}

async fn within<T>(limit: Duration, steps: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    timeout(limit, steps).await.unwrap_or_else(|_| Err(format!("not over after {} seconds", limit.as_secs())))
}

fn failures(places: &Places, engine: Engine) -> PathBuf {
    places.journeys().join("failures").join(engine.name())
}

/// An excuse that no journey needs any more is one too many.
fn all_needed(engine: Engine, lacked: &[(String, &str)]) -> Result<(), String> {
    let unused = CANNOT.iter().filter(|(of, what, _)| *of == engine && !lacked.iter().any(|(it, _)| it == what));
    let unused: Vec<&str> = unused.map(|(_, what, _)| *what).collect();
    if unused.is_empty() {
        return Ok(());
    }
    Err(format!("no journey asked {} for {}: take it out of `cannot.rs`", engine.name(), unused.join(", ")))
}
