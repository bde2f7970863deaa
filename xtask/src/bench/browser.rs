//! Browsers for measuring: a new one for each sample, slowed where the measurement asks for it.

use super::Effort;
use super::aside;
use super::pages::Pages;
use super::served::Served;
use super::session::Session;
use crate::http::Server;
use crate::journeys::runner::Tools;
use crate::test::browser::Browser;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// For one browser with all that is measured in it.
const LIMIT: Duration = Duration::from_secs(100);
/// A script may take as long as the browser's driver waits for an answer.
const SCRIPT: Duration = Duration::from_secs(55);
/// The world that [`aside`] looks into.
const WORLD: &str = "journeys";
const TIMING: &str = include_str!("timing.js");
const SLOWER: u32 = 4;

/// A network that is slower than that of a developer.
#[derive(Debug, Clone, Copy)]
pub struct Network {
    /// Bytes in a second.
    down: u32,
    /// Milliseconds there and back.
    round_trip: u32,
}

/// 1.6 Mbit/s: the slow profile.
pub const SLOW: Network = Network { down: 1_600_000 / 8, round_trip: 150 };
/// 2 Mbit/s.
pub const OFFICE: Network = Network { down: 2_000_000 / 8, round_trip: 100 };
/// 400 kbit/s, a slow mobile network of the third generation.
pub const SLOW_3G: Network = Network { down: 400_000 / 8, round_trip: 400 };

/// What every measurement in a browser uses.
#[derive(Debug)]
pub struct Bench {
    /// What is measured.
    pub pages: Pages,
    /// How much is measured.
    pub effort: Effort,
    served: Arc<Served>,
    server: Server,
    programs: Browser,
    log: PathBuf,
}

impl Bench {
    /// Starts the server. The drivers write what they do into the log.
    ///
    /// # Errors
    /// When no port is free.
    pub fn new(pages: Pages, programs: Browser, log: PathBuf, effort: Effort) -> Result<Bench, String> {
        let served = Arc::new(Served::new(pages.contents.clone()));
        let server =
            Server::start(0, Arc::<Served>::clone(&served)).map_err(|fault| format!("no free port: {fault}"))?;
        Ok(Bench { pages, effort, served, server, programs, log })
    }

    /// Runs steps in a new browser, without a past, and ends it whatever comes of them.
    ///
    /// # Errors
    /// When a step fails, or they take too long.
    pub async fn browse<T>(&self, steps: impl AsyncFnOnce(&Tab<'_>) -> Result<T, String>) -> Result<T, String> {
        let (browser, log, axe_core) = (self.programs.clone(), self.log.clone(), String::new());
        let session = Session::start(&Tools { browser, log, axe_core }).await?;
        let tab = Tab { session: &session, bench: self };
        let outcome = timeout(LIMIT, async {
            tab.prepare().await?;
            steps(&tab).await
        });
        let outcome = outcome.await.unwrap_or_else(|_| Err(format!("not over after {} seconds", LIMIT.as_secs())));
        let ended = session.end().await;
        // Why a step failed says more than that the browser then did not end.
        let value = outcome?;
        ended.map(|()| value)
    }

    /// The day, the browser and the machine, in a line.
    pub async fn about(&self) -> String {
        let script = "[new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
            navigator.userAgent.match(/Chrome\\/\\d+/)?.[0].replace('/', ' ') ?? 'unknown browser',
            `${navigator.hardwareConcurrency} processors`].join(', ')";
        let words = self.browse(async |tab| tab.value(script).await).await;
        let words = words.map(|it| it.as_str().unwrap_or_default().to_owned());
        let samples = self.effort.samples;
        format!(
            "Measured on {}. Loads are the median of {samples}. A factor in brackets compares with the first column; \
             a time alone, on a shared machine, is a hint.",
            words.unwrap_or_else(|fault| format!("an unknown machine ({fault})"))
        )
    }
}

/// The page that is open in a browser.
#[derive(Debug)]
pub struct Tab<'a> {
    session: &'a Session,
    bench: &'a Bench,
}

impl Tab<'_> {
    async fn prepare(&self) -> Result<(), String> {
        self.session.driver.set_script_timeout(SCRIPT).await.map_err(|fault| fault.to_string())?;
        // A window of a usual size.
        let size = json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        let script = json!({ "source": TIMING, "worldName": WORLD });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
        // The first page of a browser also starts a process; that is not what we measure.
        self.open("blank.html").await
    }

    /// Runs a script before every page from now on, where the page's own scripts run.
    pub async fn before_every_page(&self, script: &str) -> Result<(), String> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    /// Slows the network from now on. A new browser has kept nothing, so every file comes over it.
    pub async fn slow_network(&self, network: Network) -> Result<(), String> {
        self.devtools("Network.enable", json!({})).await?;
        let Network { down, round_trip } = network;
        // Nothing is sent up but requests.
        let slow = json!({
            "offline": false, "latency": round_trip, "downloadThroughput": down, "uploadThroughput": down / 2,
        });
        self.devtools("Network.emulateNetworkConditions", slow).await.map(drop)
    }

    /// Slows the processor from now on.
    pub async fn slow_processor(&self) -> Result<(), String> {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await.map(drop)
    }

    /// Opens a page and waits until it has loaded.
    pub async fn open(&self, path: &str) -> Result<(), String> {
        let address = self.bench.server.url(path);
        self.session.driver.goto(address).await.map_err(|fault| format!("`{path}` did not open: {fault}"))
    }

    /// The value of an expression, or of its promise, beside the page: it sees elements, not variables.
    pub async fn value(&self, expression: &str) -> Result<Value, String> {
        aside::evaluate(self.session, expression).await
    }

    /// A number from [`Tab::value`].
    pub async fn number(&self, expression: &str) -> Result<f64, String> {
        self.value(expression).await?.as_f64().ok_or_else(|| format!("`{expression}` is not a number"))
    }

    /// What the body of an async function, run in the page, comes to.
    pub async fn run(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let script = format!("return (async (...given) => {{ {body} }})(...arguments)");
        let result = self.session.driver.execute(script, arguments).await;
        result.map(|it| it.json().clone()).map_err(|fault| format!("a script failed: {}", without_trace(&fault)))
    }

    /// A command of Chrome's devtools.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, String> {
        aside::devtools(&self.session.driver, method, parameters).await
    }

    /// What broke the policy of the page, a line each.
    pub async fn broken_policies(&self) -> Result<Vec<String>, String> {
        aside::broken_policies(self.session).await
    }

    /// What the browser has asked the server for since the last time.
    pub fn asked(&self) -> Vec<String> {
        self.bench.served.asked()
    }
}

/// What went wrong, without the driver's own stack.
fn without_trace(fault: &impl ToString) -> String {
    let words = fault.to_string();
    words.split("(Session info").next().unwrap_or_default().trim().to_owned()
}
