//! Clicking one element, and nothing else.

use serde_json::Value;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use tokio::time::sleep;

/// How long a click may be on its way.
const ARRIVES_WITHIN: Duration = Duration::from_secs(1);

/// Noted at the element, so that the page has no new name; heard before anything in the page can stop it.
const LISTEN: &str = "const it = arguments[0];
    it.arrived = false;
    addEventListener('click', function heard(event) {
        if (!event.composedPath().includes(it)) return;
        it.arrived = true;
        removeEventListener('click', heard, true);
    }, true)";

/// Clicks this element. A driver asks where it stands and then clicks there, whatever stands there by then: in a page that
/// grows in between the click comes to nothing, so it is looked whether it arrived. `name` is for the message.
///
/// # Errors
/// The element cannot be clicked, or the click did not arrive.
pub async fn press(driver: &WebDriver, element: &WebElement, name: &str) -> Result<(), String> {
    let fault = |fault: WebDriverError| format!("{name} cannot be clicked: {fault}");
    let it = element.to_json().map_err(fault)?;
    for _ in 0..3 {
        driver.execute(LISTEN, vec![it.clone()]).await.map_err(fault)?;
        match element.click().await {
            // A driver may leave it under something that sticks to the edge of the window. A person scrolls on.
            Err(refusal) if refusal.to_string().contains("intercepted") => {
                element.scroll_into_view().await.map_err(fault)?;
                element.click().await.map_err(fault)?;
            }
            clicked => clicked.map_err(fault)?,
        }
        if arrived(driver, &it).await {
            return Ok(());
        }
    }
    Err(format!("a click on {name} does not arrive there"))
}

/// Whether the click arrived. What is gone by then, with its page or because the button was pressed down, was clicked.
async fn arrived(driver: &WebDriver, it: &Value) -> bool {
    let start = Instant::now();
    loop {
        match driver.execute("return !arguments[0].isConnected || arguments[0].arrived", vec![it.clone()]).await {
            Ok(seen) if *seen.json() == Value::Bool(false) => {}
            _ => return true,
        }
        if start.elapsed() > ARRIVES_WITHIN {
            return false;
        }
        sleep(Duration::from_millis(20)).await;
    }
}
