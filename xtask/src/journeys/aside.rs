//! Scripts that run beside a page, and see its elements.
//!
//! In Chromium they have a world of their own: they see none of the page's variables and leave none behind. That is how
//! the journeys watch a page without adding a global to it, and how the accessibility checker runs although the page's
//! policy forbids scripts like it. Other drivers have no such world. There the record is a script of the site, which the
//! journeys' server puts first in every page ([`RECORD`]), and keeps under a symbol, which is no name of the page.

use super::session::Session;
use crate::test::engine::Engine;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

const WORLD: &str = "journeys";

macro_rules! looks {
    () => {
        "Symbol.for('looks')"
    };
}
pub(super) use looks;

/// A mark on the page's window while a check of ours looks at what is at fault on purpose: with a world of its own it
/// does not see that fault, and without one the fault has to spare it.
pub const LOOKS: &str = looks!();

/// Keeps what broke the policy, and what the widgets told.
macro_rules! watch {
    () => {
        "
    const kept = globalThis[Symbol.for('journeys')] = { broken: [], told: [], said: [] };
    // For a site's icon a browser asks by itself, and Firefox tells the page that it may not.
    const itsOwn = ({ blockedURI }) => blockedURI === `${location.origin}/favicon.ico`;
    addEventListener('securitypolicyviolation', (event) => itsOwn(event) || kept.broken.push(
        `the policy forbids ${event.blockedURI || 'this'} (${event.effectiveDirective}) ${event.sample}`.trim()));
    for (const state of ['ready', 'changed', 'completed', 'failed', 'cleared']) {
        addEventListener(`care-${state}`, ({ target, detail }) => kept.told.push({
            ...detail,
            event: state,
            name: target.localName,
            nth: Array.from(document.querySelectorAll(target.localName)).indexOf(target),
        }));
    }
"
    };
}
const WATCH: &str = watch!();

/// The same as a script of the page. It also keeps errors and warnings, as only Chromium's driver tells the console.
pub const RECORD: &str = concat!(
    "{",
    watch!(),
    "
    // What another listener deals with is no surprise; the console does not show it either.
    const unless = (event, words) => setTimeout(() => event.defaultPrevented || kept.said.push(words));
    addEventListener('error', (event) => unless(event, `an error: ${event.message}`));
    addEventListener('unhandledrejection', (event) => unless(event, `a rejection: ${event.reason}`));
    for (const level of ['error', 'warn']) {
        const real = console[level];
        console[level] = (...words) => {
            kept.said.push(`${level}: ${words.join(' ')}`);
            real.apply(console, words);
        };
    }
    // Runs a script file in the page itself, for a driver whose own imports run beside it.
    const run = (address) => import(new URL(address, document.baseURI).href);
    addEventListener('journeys-module', ({ detail }) => run(detail).then(() => dispatchEvent(new Event('journeys-module-has-run'))));
}
"
);

/// Keeps a record of broken policies, and of what the widgets tell, in every page from now on.
///
/// # Errors
/// When the browser does not answer.
pub async fn before_every_page(session: &Session) -> Result<(), String> {
    if session.engine != Engine::Chromium {
        return Ok(());
    }
    let script = json!({ "source": WATCH, "worldName": WORLD });
    devtools(&session.driver, "Page.addScriptToEvaluateOnNewDocument", script).await.map(drop)
}

/// What broke the policy of the page that is open.
///
/// # Errors
/// When the browser does not answer.
pub async fn broken_policies(session: &Session) -> Result<Vec<String>, String> {
    lines(session, "broken").await
}

/// Warnings and errors of the page that is open, where the driver does not tell the console.
///
/// # Errors
/// When the browser does not answer.
pub async fn said(session: &Session) -> Result<Vec<String>, String> {
    lines(session, "said").await
}

/// What the widgets told the page that is open, in order.
///
/// # Errors
/// When the browser does not answer.
pub async fn told(session: &Session) -> Result<Vec<Value>, String> {
    let told = evaluate(session, &kept("told")).await?;
    Ok(told.as_array().cloned().unwrap_or_default())
}

async fn lines(session: &Session, list: &str) -> Result<Vec<String>, String> {
    let lines = evaluate(session, &kept(list)).await?;
    Ok(lines.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

fn kept(list: &str) -> String {
    let owner = "(typeof window === 'undefined' ? globalThis : window)";
    format!("{owner}[Symbol.for('journeys')]?.{list} ?? []")
}

/// The value of an expression, or of its promise.
///
/// # Errors
/// When it throws, or the browser does not answer.
pub async fn evaluate(session: &Session, expression: &str) -> Result<Value, String> {
    match session.engine {
        Engine::Chromium => evaluate_aside(&session.driver, expression).await,
        Engine::Firefox | Engine::WebKit => evaluate_inside(&session.driver, expression).await,
    }
}

/// Runs a whole script, and another after it.
///
/// # Errors
/// When one throws, or the browser does not answer.
pub async fn load(session: &Session, script: &str, then: &str) -> Result<(), String> {
    let script = format!("{script}\n;{then}");
    match session.engine {
        Engine::Chromium => evaluate_aside(&session.driver, &format!("{script}; 0")).await.map(drop),
        Engine::Firefox | Engine::WebKit => session
            .driver
            .execute(script, vec![])
            .await
            .map(drop)
            .map_err(|fault| format!("a script failed: {fault}")),
    }
}

async fn evaluate_aside(driver: &WebDriver, expression: &str) -> Result<Value, String> {
    let frames = devtools(driver, "Page.getFrameTree", json!({})).await?;
    let frame = &frames["frameTree"]["frame"]["id"];
    // The same world again, when the page has it.
    let world = devtools(driver, "Page.createIsolatedWorld", json!({ "frameId": frame, "worldName": WORLD })).await?;
    let question = json!({
        "expression": expression,
        "contextId": world["executionContextId"],
        "awaitPromise": true,
        "returnByValue": true,
    });
    let answer = devtools(driver, "Runtime.evaluate", question).await?;
    match answer.get("exceptionDetails") {
        None => Ok(answer["result"]["value"].clone()),
        Some(details) => {
            Err(format!("a script threw {}", details["exception"]["description"].as_str().unwrap_or("an error")))
        }
    }
}

async fn evaluate_inside(driver: &WebDriver, expression: &str) -> Result<Value, String> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         Promise.resolve().then(() => ({expression})).then(
            (value) => done({{ value: value ?? null }}), (fault) => done({{ threw: String(fault) }}));"
    );
    let answer = driver.execute_async(script, vec![]).await.map_err(|fault| format!("a script failed: {fault}"))?;
    match answer.json().get("threw") {
        None => Ok(answer.json()["value"].clone()),
        Some(fault) => Err(format!("a script threw {fault}")),
    }
}

/// A command of Chrome's devtools.
///
/// # Errors
/// When the browser refuses it.
pub async fn devtools(driver: &WebDriver, method: &str, parameters: Value) -> Result<Value, String> {
    driver.cdp().send_raw(method, parameters).await.map_err(|fault| format!("{method}: {fault}"))
}
