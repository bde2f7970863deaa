//! The time, as a page sees it.

use super::page::Page;
use serde_json::json;

/// Moves the page's clock when asked to. An event is the handle, so that the page has no new name.
const CLOCK: &str = "{
    const Real = Date;
    let ahead = 0;
    addEventListener('journey-clock', ({ detail }) => { ahead += detail; });
    globalThis.Date = class Date extends Real {
        constructor(...all) { all.length ? super(...all) : super(Real.now() + ahead); }
        static now() { return Real.now() + ahead; }
    };
}";

const PASS: &str = "
    dispatchEvent(new CustomEvent('journey-clock', { detail: arguments[0] * 60_000 }));
    document.dispatchEvent(new Event('visibilitychange'));";

impl Page<'_> {
    /// Gives the pages that are opened from now on a clock that can be moved.
    pub async fn movable_clock(&self) -> Result<(), String> {
        self.before_every_page(CLOCK).await.map(drop)
    }

    /// Lets time pass at once, and makes the page look at its clock as if somebody came back to its tab.
    pub async fn pass_minutes(&self, minutes: f64) -> Result<(), String> {
        self.run(PASS, vec![json!(minutes)]).await.map(drop)
    }
}
