//! One new browser, without a past.

use super::runner::Tools;
use super::{aside, capabilities};
use crate::test::driver::Driver;
use crate::test::engine::Engine;
use std::path::Path;
use std::time::Duration;
use thirtyfour::WebDriver;

const LONGEST_COMMAND: Duration = Duration::from_secs(60);

/// A running browser.
#[derive(Debug)]
pub struct Session {
    /// How to steer it.
    pub driver: WebDriver,
    /// Which it is.
    pub engine: Engine,
    process: Driver,
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
        let process = Driver::start(&tools.browser, &tools.log)?;
        // The driver is on this computer, whatever the environment says of proxies.
        let client = reqwest::Client::builder()
            .no_proxy()
            .timeout(LONGEST_COMMAND)
            .build()
            .map_err(|fault| fault.to_string())?;
        let wanted = capabilities::of(tools, profile);
        let driver = WebDriver::builder(process.address(), wanted).client(client).connect().await;
        let driver = driver.map_err(|fault| format!("the browser did not start: {fault}"))?;
        let session = Session { driver, engine: tools.browser.engine, process };
        aside::before_every_page(&session).await?;
        Ok(session)
    }

    /// The folder that the browser takes for its user's own.
    pub fn home(&self) -> &Path {
        self.process.home()
    }

    /// Says no goodbye to a browser that was killed: its driver would wait for an answer. It ends the driver.
    pub fn abandon(self) {
        // It can only have ended already, which is as good.
        let _ = self.driver.leak();
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn end(self) -> Result<(), String> {
        self.driver.quit().await.map_err(|fault| format!("the browser did not end: {fault}"))
    }
}
