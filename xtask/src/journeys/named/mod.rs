//! Faults on purpose: the one table of what goes wrong, and of what has to hold then.
//!
//! Each [`Row`] is a journey of its own name. It makes one fault against each of its tools, all of which stand on one
//! page, so that each is the others' neighbour; what fails is reported with the tool that it failed in. The sections
//! follow `quality.md`, 1 to 4: the network, the policy, storage, crashes, the page's life, time, the page around,
//! and files from elsewhere.
//!
//! - `table.rs` is the table;
//! - `tools.rs` says which tools there are, and what somebody does in each before something goes wrong;
//! - `making.rs` says when each fault is made, and `storage.rs`, `crashes.rs`, `life.rs`, `page_around.rs` and `imports.rs`
//!   how;
//! - `holding.rs` has each invariant as a function, and a journey in which every one of them is broken on purpose.
//!
//! A new fault is a new line in the table. Where it is made in a way that there is not yet, that is a new kind of [`Made`].

mod crashes;
mod holding;
mod imports;
mod life;
mod making;
mod page_around;
mod storage;
mod table;
mod tools;

use super::journey::{Dist, Journey};
use super::page::Page;
use holding::Holds;
use making::Made;
use serde_json::Value;
use table::TABLE;
use tools::{Stand, Tool};

/// A fault, the tools that it is made against, and what has to hold.
#[derive(Debug)]
pub struct Row {
    /// A sentence that is true when the journey passes.
    pub name: &'static str,
    /// How the fault is made.
    made: Made,
    /// Against which tools.
    tools: &'static [&'static Tool],
    /// What holds while the fault lasts, in this order.
    holds: &'static [Holds],
    /// What holds once it is over; nothing where it does not end.
    after: &'static [Holds],
    /// Words that the console shows, because the fault writes them. Each has to turn up.
    pub console: &'static [&'static str],
    /// Which build it needs.
    pub dist: Dist,
}

const fn row(name: &'static str, made: Made, tools: &'static [&'static Tool], holds: &'static [Holds]) -> Row {
    Row { name, made, tools, holds, after: &[], console: &[], dist: Dist::Shipped }
}

impl Row {
    const fn after(self, after: &'static [Holds]) -> Row {
        Row { after, ..self }
    }

    const fn console(self, console: &'static [&'static str]) -> Row {
        Row { console, ..self }
    }

    const fn with(self, dist: Dist) -> Row {
        Row { dist, ..self }
    }
}

/// A journey for each row, and one in which every invariant is broken on purpose.
pub fn journeys() -> Vec<Journey> {
    let mut journeys = holding::broken_on_purpose();
    journeys.extend(TABLE.iter().copied().flatten().map(Journey::of));
    journeys
}

impl Row {
    /// Makes the fault against every tool, and says what did not hold in which.
    ///
    /// # Errors
    /// What did not hold.
    pub async fn walk(&'static self, page: &Page<'_>) -> Result<(), String> {
        match self.made {
            Made::StoreNth(fault) => {
                storage::each_call(page, fault, async || {
                    self.once(page).await?;
                    for tool in self.tools {
                        storage::asks_to_delete(&Stand::on(page, self.tools, tool)).await?;
                    }
                    Ok(())
                })
                .await
            }
            _ => self.once(page).await,
        }
    }

    async fn once(&'static self, page: &Page<'_>) -> Result<(), String> {
        let tools = self.made.beside(self.tools);
        self.made.before(page, tools).await?;
        page.open(tools::PAGE).await?;
        let stands: Vec<Stand<'_>> = tools.iter().map(|tool| Stand::on(page, tools, tool)).collect();
        let mut at = holding::Site { page, stands: &stands, done: Vec::new() };
        if self.made.is_early() {
            for stand in &stands {
                stand.type_early().await?;
            }
        }
        making::show(page).await?;
        if self.made.is_late() {
            for stand in &stands {
                stand.live().await.map_err(|reason| format!("{stand}: {reason}"))?;
            }
            for stand in &stands {
                let done = if self.made.is_fresh() {
                    Value::Null
                } else {
                    stand.work().await.map_err(|reason| format!("{stand}, at work: {reason}"))?
                };
                at.done.push(done);
            }
        }
        let mut failures = Vec::new();
        self.made.to_page(page).await?;
        for stand in stands.iter().filter(|stand| self.tools.contains(&stand.tool)) {
            if let Err(reason) = self.made.to_tool(stand).await {
                failures.push(format!("{stand}, when the fault was made: {reason}"));
            }
            at.hold(*stand, self.holds, &mut failures).await;
        }
        if failures.is_empty() && !self.after.is_empty() {
            self.made.over(page).await?;
            for stand in stands.iter().filter(|stand| self.tools.contains(&stand.tool)) {
                at.hold(*stand, self.after, &mut failures).await;
            }
        }
        page.none("what did not hold", failures)
    }
}
