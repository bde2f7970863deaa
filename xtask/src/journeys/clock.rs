//! The time, as a page sees it.

use super::page::Page;
use serde_json::json;

/// Moves the page's clock when asked to. An event is the handle, so that the page has no new name.
const CLOCK: &str = "{
    const Real = Date;
    let ahead = 0;
    addEventListener('journey-clock', ({ detail }) => { ahead += detail; });
    const now = () => NOW + ahead;
    globalThis.Date = class Date extends Real {
        constructor(...all) { all.length ? super(...all) : super(now()); }
        static now() { return now(); }
    };
}";

/// Ten in the morning of a Friday, as every walk finds it.
const MORNING: &str = "Real.UTC(2026, 10, 27, 10, 0)";

const PASS: &str = "
    dispatchEvent(new CustomEvent('journey-clock', { detail: arguments[0] * 60_000 }));
    document.dispatchEvent(new Event('visibilitychange'));";

impl Page<'_> {
    /// Gives the pages that are opened from now on a clock that can be moved.
    pub async fn movable_clock(&self) -> Result<(), String> {
        self.before_every_page(&CLOCK.replace("NOW", "Real.now()")).await.map(drop)
    }

    /// Gives them one that stands still until it is moved.
    pub async fn still_clock(&self) -> Result<(), String> {
        self.before_every_page(&CLOCK.replace("NOW", MORNING)).await.map(drop)
    }

    /// Lets time pass at once, and makes the page look at its clock as if somebody came back to its tab.
    pub async fn pass_minutes(&self, minutes: f64) -> Result<(), String> {
        self.run(PASS, vec![json!(minutes)]).await.map(drop)
    }
}
