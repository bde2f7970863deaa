//! Waiting for something to become true, and never longer than needed.

use std::time::{Duration, Instant};
use tokio::time::sleep;

const LONGEST: Duration = Duration::from_secs(10);
const EVERY: Duration = Duration::from_millis(50);

/// Tries until it works.
///
/// # Errors
/// What the last try said, after ten seconds.
pub async fn until<T>(mut attempt: impl AsyncFnMut() -> Result<T, String>) -> Result<T, String> {
    let start = Instant::now();
    loop {
        match attempt().await {
            Ok(found) => return Ok(found),
            Err(reason) if start.elapsed() >= LONGEST => {
                return Err(format!("{reason} (after waiting for {} seconds)", LONGEST.as_secs()));
            }
            Err(_) => sleep(EVERY).await,
        }
    }
}
