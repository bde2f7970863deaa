//! One new browser, without a past.

use super::aside;
use super::runner::Tools;
use crate::test::browser::is_root;
use std::path::Path;
use std::time::Duration;
use thirtyfour::{
    BrowserLogEntry, Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};

/// Usually no profile folder is named: the driver then makes a new one for each browser, and removes it.
const FLAGS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--lang=en-GB",
];
const LONGEST_COMMAND: Duration = Duration::from_secs(60);

/// A running browser.
#[derive(Debug)]
pub struct Session {
    /// How to steer it.
    pub driver: WebDriver,
}

impl Session {
    /// Starts a browser, and the record of broken policies in all its pages.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(tools: &Tools) -> Result<Session, String> {
        Session::start_in(tools, None).await
    }

    /// Starts a browser with a profile of its own that outlives it.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start_in(tools: &Tools, profile: Option<&Path>) -> Result<Session, String> {
        let capabilities =
            capabilities(tools, profile).map_err(|fault| format!("the browser's settings: {fault}"))?;
        // The driver is on this computer, whatever the environment says of proxies.
        let client = reqwest::Client::builder()
            .no_proxy()
            .timeout(LONGEST_COMMAND)
            .build()
            .map_err(|fault| fault.to_string())?;
        let driver = WebDriver::builder(&tools.driver, capabilities).client(client).connect().await;
        let session = Session { driver: driver.map_err(|fault| format!("the browser did not start: {fault}"))? };
        aside::before_every_page(&session.driver).await?;
        Ok(session)
    }

    /// What was written to the console since the last time.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn log(&self) -> Result<Vec<BrowserLogEntry>, String> {
        self.driver.browser_log().await.map_err(|fault| format!("the console cannot be read: {fault}"))
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn end(self) -> Result<(), String> {
        self.driver.quit().await.map_err(|fault| format!("the browser did not end: {fault}"))
    }
}

fn capabilities(tools: &Tools, profile: Option<&Path>) -> thirtyfour::error::WebDriverResult<Capabilities> {
    let mut chrome = DesiredCapabilities::chrome();
    chrome.set_binary(&tools.browser.to_string_lossy())?;
    chrome.set_browser_log_level(LoggingPrefsLogLevel::Warning)?;
    FLAGS.iter().try_for_each(|flag| chrome.add_arg(flag))?;
    if is_root() {
        chrome.add_arg("--no-sandbox")?;
    }
    if let Some(profile) = profile {
        chrome.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    }
    Ok(chrome.into())
}
