//! What Firefox lets its driver do in the browser's own window, around the page.

use super::look::Look;
use http::Method;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use thirtyfour::WebDriver;
use thirtyfour::common::command::{Command, ExtensionCommand};

/// Whether scripts run in the page, or in the window around it.
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        Arc::from("/moz/context")
    }
}

const SIZE: &str = "
    const { style } = gBrowser.selectedBrowser;
    for (const [name, length] of [['width', arguments[0]], ['height', arguments[1]]]) {
        for (const bound of [name, `min-${name}`, `max-${name}`]) style.setProperty(bound, `${length}px`, 'important');
    }
    style.flex = 'none';";

const LOOK: &str = "
    const [medium, scheme, forced, still] = arguments;
    const { browsingContext } = gBrowser.selectedBrowser;
    browsingContext.mediumOverride = medium;
    browsingContext.prefersColorSchemeOverride = scheme;
    browsingContext.forcedColorsOverride = forced;
    if (still) Services.prefs.setIntPref('ui.prefersReducedMotion', 1);
    else Services.prefs.clearUserPref('ui.prefersReducedMotion');";

/// Gives the page a window of this size, in CSS pixels.
///
/// # Errors
/// When Firefox refuses.
pub async fn size(driver: &WebDriver, width: u32, height: u32) -> Result<(), String> {
    around(driver, SIZE, vec![json!(width), json!(height)]).await
}

/// Shows the page in another way.
///
/// # Errors
/// When Firefox refuses.
pub async fn look(driver: &WebDriver, look: Look) -> Result<(), String> {
    let medium = if look == Look::Print { "print" } else { "" };
    let scheme = if look == Look::Dark { "dark" } else { "light" };
    let forced = if look == Look::ForcedColours { "active" } else { "none" };
    let still = look == Look::ReducedMotion;
    around(driver, LOOK, vec![json!(medium), json!(scheme), json!(forced), json!(still)]).await
}

/// Files are saved into this folder from now on.
///
/// # Errors
/// When Firefox refuses.
pub async fn downloads(driver: &WebDriver, folder: &Path) -> Result<(), String> {
    let script = "Services.prefs.setStringPref('browser.download.dir', arguments[0])";
    around(driver, script, vec![json!(folder.display().to_string())]).await
}

/// Runs no script of the page from the next page on.
///
/// # Errors
/// When Firefox refuses.
pub async fn no_scripts(driver: &WebDriver) -> Result<(), String> {
    around(driver, "gBrowser.selectedBrowser.browsingContext.allowJavascript = false", vec![]).await
}

/// Another time zone, for pages that are opened from now on.
///
/// # Errors
/// When Firefox refuses.
pub async fn time_zone(driver: &WebDriver, zone: &str) -> Result<(), String> {
    let script = "gBrowser.selectedBrowser.browsingContext.timezoneOverride = arguments[0]";
    around(driver, script, vec![json!(zone)]).await
}

/// Runs a script in the window around the page.
async fn around(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Result<(), String> {
    context(driver, "chrome").await?;
    let done = driver.execute(script, arguments).await.map(drop).map_err(|fault| format!("Firefox: {fault}"));
    // Back into the page, whatever came of it.
    context(driver, "content").await?;
    done
}

async fn context(driver: &WebDriver, name: &'static str) -> Result<(), String> {
    let command = Command::ExtensionCommand(Box::new(Context(name)));
    driver.handle().cmd(command).await.map(drop).map_err(|fault| format!("Firefox: {fault}"))
}
