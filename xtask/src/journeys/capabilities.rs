//! What each browser is started with.

use super::runner::Tools;
use crate::test::browser::is_root;
use crate::test::engine::Engine;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Capabilities;

/// Usually no profile folder is named: the driver then makes a new one for each browser, and removes it.
const CHROMIUM: &[&str] = &[
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

/// What one engine is started with.
pub fn of(tools: &Tools, profile: Option<&Path>) -> Capabilities {
    let browser = tools.browser.browser.display().to_string();
    let profile = profile.map(|it| it.display().to_string());
    let wanted = match tools.browser.engine {
        Engine::Chromium => chromium(&browser, profile.as_deref()),
        Engine::Firefox => firefox(&browser, profile.as_deref()),
        Engine::WebKit => webkit(&browser),
    };
    match wanted {
        Value::Object(wanted) => Capabilities::from(wanted),
        _ => Capabilities::new(),
    }
}

fn chromium(browser: &str, profile: Option<&str>) -> Value {
    let root = is_root().then_some("--no-sandbox").into_iter();
    let profile = profile.map(|it| format!("--user-data-dir={it}"));
    let flags: Vec<String> = CHROMIUM.iter().copied().chain(root).map(str::to_owned).chain(profile).collect();
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": browser, "args": flags },
        "goog:loggingPrefs": { "browser": "WARNING" },
    })
}

fn firefox(browser: &str, profile: Option<&str>) -> Value {
    // Without a profile of ours the driver makes one.
    let profile = profile.into_iter().flat_map(|it| ["-profile", it]);
    let flags: Vec<&str> = ["-headless"].into_iter().chain(profile).collect();
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": flags,
            "prefs": {
                "intl.accept_languages": "en-GB",
                "intl.locale.requested": "en-GB",
                // Files are saved without a question, where the journey says.
                "browser.download.folderList": 2,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.alwaysOpenPanel": false,
                "browser.helperApps.neverAsk.saveToDisk":
                    "text/plain,text/csv,text/calendar,application/json,application/rtf,application/octet-stream",
                // Tab stops at links and buttons too, as on Windows.
                "accessibility.tabfocus": 7,
                // The clipboard of this browser alone, which every page may read and write.
                "dom.events.testing.asyncClipboard": true,
                "network.proxy.type": 0,
            },
        },
    })
}

fn webkit(browser: &str) -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    })
}
