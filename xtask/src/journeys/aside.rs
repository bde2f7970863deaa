//! Scripts that run beside a page: they see its elements, not its variables, and leave none behind.
//!
//! That is how the journeys watch a page without adding a global to it, and how the accessibility checker
//! runs although the page's policy forbids scripts like it.

use serde_json::{Value, json};
use thirtyfour::WebDriver;

const WORLD: &str = "journeys";
const RECORD: &str = "
    globalThis.broken = [];
    globalThis.told = [];
    addEventListener('securitypolicyviolation', (event) => broken.push(
        `the policy forbids ${event.blockedURI || 'this'} (${event.effectiveDirective}) ${event.sample}`.trim()));
    for (const state of ['ready', 'changed', 'completed', 'failed', 'cleared']) {
        addEventListener(`care-${state}`, ({ target, detail }) => told.push({
            ...detail,
            event: state,
            name: target.localName,
            nth: Array.from(document.querySelectorAll(target.localName)).indexOf(target),
        }));
    }
";

/// Keeps a record of broken policies, and of what the widgets tell, in every page from now on.
///
/// # Errors
/// When the browser does not answer.
pub async fn before_every_page(driver: &WebDriver) -> Result<(), String> {
    let script = json!({ "source": RECORD, "worldName": WORLD });
    devtools(driver, "Page.addScriptToEvaluateOnNewDocument", script).await.map(drop)
}

/// What broke the policy of the page that is open.
///
/// # Errors
/// When the browser does not answer.
pub async fn broken_policies(driver: &WebDriver) -> Result<Vec<String>, String> {
    let broken = evaluate(driver, "globalThis.broken ?? []").await?;
    Ok(broken.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What the widgets told the page that is open, in order.
///
/// # Errors
/// When the browser does not answer.
pub async fn told(driver: &WebDriver) -> Result<Vec<Value>, String> {
    let told = evaluate(driver, "globalThis.told ?? []").await?;
    Ok(told.as_array().cloned().unwrap_or_default())
}

/// The value of an expression, or of its promise.
///
/// # Errors
/// When it throws, or the browser does not answer.
pub async fn evaluate(driver: &WebDriver, expression: &str) -> Result<Value, String> {
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

/// A command of Chrome's devtools.
///
/// # Errors
/// When the browser refuses it.
pub async fn devtools(driver: &WebDriver, method: &str, parameters: Value) -> Result<Value, String> {
    driver.cdp().send_raw(method, parameters).await.map_err(|fault| format!("{method}: {fault}"))
}
