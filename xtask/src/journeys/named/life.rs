//! What the browser does with a page, and what the clock does meanwhile.

use super::super::page::Page;
use serde_json::json;

/// What the browser does with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Another tab is in front for a while.
    Hidden,
    /// It is frozen for a while.
    Frozen,
    /// It is told that it is left, and that it comes back from the browser's memory.
    Restored,
    /// Somebody goes to another page, and with Back to this one, which the browser has kept in its memory.
    Back,
}

/// What the clock does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// It passes midnight.
    Midnight,
    /// It is set back two days.
    Back,
    /// The computer is in another zone.
    Zone,
    /// In October one hour is there twice.
    HourTwice,
    /// Nobody was there for three days.
    DaysLater,
}

/// What the screens of the day before are marked with.
pub const BEFORE: &str = "data-journey-before";

/// Marks what is drawn now.
pub async fn mark(page: &Page<'_>) -> Result<(), String> {
    let mark = format!(
        "for (const it of document.querySelectorAll('main > *')) it.shadowRoot?.querySelector('form')?.setAttribute('{BEFORE}', '')"
    );
    page.run(&mark, vec![]).await.map(drop)
}

impl Moment {
    /// How far the clock is ahead when the page opens, as JavaScript.
    pub fn begins(self) -> &'static str {
        match self {
            // Three minutes before midnight in London, which is at most an hour from that in Greenwich.
            Moment::Midnight => {
                "(() => { const now = new Date(), [hour, minute] = now.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).split(':').map(Number);
                  return ((23 - hour) * 60 + 57 - minute) * 60_000; })()"
            }
            // 1.55 in summer time, five minutes before the clocks go back.
            Moment::HourTwice => "Date.UTC(2027, 9, 31, 0, 55) - Date.now()",
            Moment::Back | Moment::Zone | Moment::DaysLater => "0",
        }
    }

    /// The minutes that pass while the tools are in use.
    pub fn passes(self) -> f64 {
        match self {
            Moment::Midnight => 6.0,
            Moment::HourTwice => 10.0,
            Moment::Back => -2.0 * 24.0 * 60.0,
            Moment::DaysLater => 3.0 * 24.0 * 60.0,
            Moment::Zone => 0.0,
        }
    }
}

impl Life {
    /// Does it.
    pub async fn happens(self, page: &Page<'_>) -> Result<(), String> {
        let listen = "document.documentElement.dataset.life = '';
            for (const kind of ['visibilitychange', 'freeze', 'resume']) document.addEventListener(kind, () => { document.documentElement.dataset.life += ` ${kind}`; });";
        page.aside(listen).await?;
        let driver = page.driver();
        let wanted = match self {
            Life::Hidden => {
                let here = driver.window().await.map_err(|fault| fault.to_string())?;
                let other = driver.new_tab().await.map_err(|fault| fault.to_string())?;
                driver.switch_to_window(other).await.map_err(|fault| fault.to_string())?;
                driver.close_window().await.map_err(|fault| fault.to_string())?;
                driver.switch_to_window(here).await.map_err(|fault| fault.to_string())?;
                "visibilitychange"
            }
            Life::Frozen => {
                page.devtools("Page.setWebLifecycleState", json!({ "state": "frozen" })).await?;
                page.devtools("Page.setWebLifecycleState", json!({ "state": "active" })).await?;
                "freeze"
            }
            Life::Back => {
                let told = "addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.life += persisted ? ' persisted' : ' anew'; });";
                page.aside(told).await?;
                page.open("index.html").await?;
                driver.back().await.map_err(|fault| format!("Back: {fault}"))?;
                "persisted"
            }
            Life::Restored => {
                page.run("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))", vec![]).await?;
                let readable = "[...document.querySelectorAll('main > *')].filter((it) => it.shadowRoot && [...it.shadowRoot.querySelectorAll('input, textarea, td')].some((box) => box.checkVisibility({ visibilityProperty: true }))).map((it) => it.localName)";
                let readable = page.aside(readable).await?;
                page.same("what can be read when the page is left", readable, json!([]))?;
                return page
                    .run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))", vec![])
                    .await
                    .map(drop);
            }
        };
        // A fault that was not made proves nothing.
        let life = page.aside("document.documentElement.dataset.life").await?;
        let was = life.as_str().is_some_and(|life| life.contains(wanted));
        page.same(&format!("whether the page was told of “{wanted}” ({life})"), was, true)
    }
}
