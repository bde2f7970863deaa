//! How each fault is made, and when.

use super::super::faults::Fault;
use super::super::page::Page;
use super::crashes::{self, Event};
use super::imports::{self, Import};
use super::life::{self, Life, Moment};
use super::page_around::Host;
use super::storage::{self, Store};
use super::tools::{self, ALL, Stand, Tool};
use crate::http::site::POLICY;

/// How a fault is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// Something happens to every file whose path has these words, before the tools are live.
    File(&'static str, Fault),
    /// The page's policy lacks these words.
    Policy(&'static str),
    /// The browser's storage is otherwise, where drafts are turned on.
    Store(Store),
    /// One call of the browser's storage does this in place of its work: the first one, then the second, and so on.
    StoreNth(&'static str),
    /// The tool panics.
    Crash(Event),
    /// The memory of the tool cannot grow.
    OutOfMemory,
    /// The browser does something with the page.
    Life(Life),
    /// The clock is otherwise.
    Time(Moment),
    /// The page around does harm.
    Host(Host),
    /// Somebody opens a file from elsewhere.
    Import(Import),
}

impl Made {
    /// The tools that stand on the page: those that the fault is made against, and their neighbours.
    pub fn beside(self, tools: &'static [&'static Tool]) -> &'static [&'static Tool] {
        match self {
            Made::Store(_) | Made::StoreNth(_) | Made::Import(_) => tools,
            Made::File(words, _) if words.contains("drafts") => tools,
            _ => ALL,
        }
    }

    /// Whether there is something to type into before the tools are live.
    pub fn is_early(self) -> bool {
        matches!(self, Made::File(..) | Made::Policy(_)) || matches!(self, Made::Host(_)) && !self.is_late()
    }

    /// Whether the fault is made once the tools are live and in use.
    pub fn is_late(self) -> bool {
        match self {
            Made::File(..) | Made::Policy(_) => false,
            Made::Host(host) => matches!(host, Host::Moves | Host::TakesAway),
            _ => true,
        }
    }

    /// Whether the tools stand as they came, because a file is only opened into such a one.
    pub fn is_fresh(self) -> bool {
        matches!(self, Made::Import(_))
    }

    fn council(self) -> &'static str {
        match self {
            Made::Store(Store::PlainThrows) => "locality.json",
            Made::Store(_) | Made::StoreNth(_) => "locality-drafts.json",
            Made::File(words, _) if words.contains("drafts") => "locality-drafts.json",
            _ => "locality.json",
        }
    }

    /// Before the page is opened.
    pub async fn before(self, page: &Page<'_>, tools: &[&Tool]) -> Result<(), String> {
        let sheet = if self == Made::Host(Host::Unset) { "hosted/hostile.css" } else { "" };
        page.put(tools::PAGE, tools::page_of(page, tools, self.council(), sheet)?);
        match self {
            Made::File(words, fault) => page.fault(words, fault),
            Made::Policy(words) => page.fault(tools::PAGE, Fault::Without(words)),
            Made::Store(store) => page.before_every_page(store.script()).await.map(drop)?,
            Made::OutOfMemory => crashes::little_memory(page).await?,
            Made::Crash(Event::Clock) => page.movable_clock().await?,
            Made::Time(moment) => {
                page.movable_clock().await?;
                page.before_every_page(&format!(
                    "dispatchEvent(new CustomEvent('journey-clock', {{ detail: {} }}))",
                    moment.begins()
                ))
                .await
                .map(drop)?;
            }
            Made::Host(host) => page.before_every_page(host.script()).await.map(drop)?,
            // A page that may not be kept does not come back from memory.
            Made::Life(Life::Back) => page.fault(tools::PAGE, Fault::Kept(POLICY)),
            Made::StoreNth(_) | Made::Crash(_) | Made::Life(_) | Made::Import(_) => {}
        }
        Ok(())
    }

    /// Once, when the tools are live.
    pub async fn to_page(self, page: &Page<'_>) -> Result<(), String> {
        match self {
            Made::Life(life) => life.happens(page).await,
            Made::Time(Moment::Zone) => {
                page.time_zone("Pacific/Kiritimati").await?;
                page.pass_minutes(0.0).await
            }
            Made::Time(Moment::Midnight) => {
                life::mark(page).await?;
                page.pass_minutes(Moment::Midnight.passes()).await
            }
            Made::Time(moment) => page.pass_minutes(moment.passes()).await,
            _ => Ok(()),
        }
    }

    /// To each tool in turn.
    pub async fn to_tool(self, stand: &Stand<'_>) -> Result<(), String> {
        match self {
            Made::Store(Store::PlainThrows) => Ok(()),
            Made::Store(_) | Made::StoreNth(_) => storage::asks_for_a_draft(stand).await,
            Made::Crash(Event::Clock) => {
                Event::Clock.crashes(stand).await?;
                stand.page.pass_minutes(13.5).await
            }
            Made::Crash(event) => event.crashes(stand).await,
            Made::OutOfMemory => crashes::fills_memory(stand).await,
            Made::Host(host) => host.happens(stand).await,
            Made::Import(import) => imports::opens(stand, import).await,
            _ => Ok(()),
        }
    }

    /// When it is over.
    pub async fn over(self, page: &Page<'_>) -> Result<(), String> {
        page.no_faults();
        Ok(())
    }
}

/// Brings every tool into view, one after another.
pub async fn show(page: &Page<'_>) -> Result<(), String> {
    let all = "(async () => {
        const frame = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
        for (const it of document.querySelectorAll('main > *')) {
            if (!it.localName.startsWith('care-')) continue;
            it.scrollIntoView();
            await frame();
        }
    })()";
    page.aside(all).await.map(drop)
}
