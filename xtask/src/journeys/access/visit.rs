//! A walk through a tool, with everything that is asked at each state on the way.

use super::super::page::Page;
use super::super::widget::Widget;
use super::announced::{self, Said};
use super::ask::ask;
use super::golden;
use super::hearing::hear;
use super::keys::walk;
use super::references::references;
use super::zoomed::{USUAL, zoomed};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// The same random numbers at each visit, so that the same is heard.
const SAME_NUMBERS: &str = "Crypto.prototype.getRandomValues = (array) => array.fill(0x5a)";

/// Puts aside what a long page says before and after its tools: it is not what is asked about here, and takes most of the
/// time. Headings and tools stay.
const ALONE: &str = "
    for (let at = document.querySelectorAll(arguments[0])[arguments[1]]; at && at.localName !== 'main'; at = at.parentElement) {
        for (const it of at.parentElement.children) if (it !== at && !/^h\\d$|-/.test(it.localName)) it.hidden = true;
    }";

/// How long a message may take.
const LONGEST_SILENCE: Duration = Duration::from_secs(5);
const LONGEST_LOSS: Duration = Duration::from_secs(1);

/// Two of one element on a page have the same ids and titles, each in a root of its own.
const TWICE: &[&str] = super::super::plans::TWICE;

const LOST: &str = "the focus is lost";

/// A walk.
pub struct Visit<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The tool.
    pub tool: Widget<'a>,
    /// Names that begin so lead to the same place, wherever they stand.
    pub same: Option<&'static str>,
    name: &'static str,
    steps: Vec<(String, Vec<String>)>,
    said: Vec<Said>,
    faults: Vec<String>,
    small: BTreeSet<String>,
}

impl<'a> Visit<'a> {
    /// Opens a page, waits for its tool and listens. What is heard is kept under this name.
    pub async fn begin(
        page: &'a Page<'a>,
        name: &'static str,
        path: &str,
        element: &'static str,
        nth: usize,
    ) -> Result<Visit<'a>, String> {
        page.still_clock().await?;
        page.before_every_page(SAME_NUMBERS).await?;
        page.size(USUAL.0, USUAL.1).await?;
        page.open(path).await?;
        let tool = page.widget(element, nth);
        page.run(ALONE, vec![json!(element), json!(nth)]).await?;
        tool.live().await?;
        announced::listen(page, tool).await?;
        Ok(Visit {
            page,
            tool,
            same: None,
            name,
            steps: Vec::new(),
            said: Vec::new(),
            faults: Vec::new(),
            small: BTreeSet::new(),
        })
    }

    /// Asks everything about the state that the tool is in.
    pub async fn see(&mut self, state: &str) -> Result<(), String> {
        self.state(state, true, true).await
    }

    /// The same, where nobody has done anything yet, so that the focus is still in the page.
    pub async fn see_first(&mut self, state: &str) -> Result<(), String> {
        self.state(state, false, true).await
    }

    /// The same without a key, where a key is somebody being there, and would end the state.
    pub async fn see_untouched(&mut self, state: &str) -> Result<(), String> {
        self.state(state, true, false).await
    }

    /// Forgets what was said on the way here.
    pub async fn skip(&mut self) -> Result<(), String> {
        self.said.clear();
        announced::heard(self.page, self.tool).await.map(drop)
    }

    /// Opens the page again, as somebody who comes back later.
    pub async fn again(&self, path: &str) -> Result<(), String> {
        self.page.open("index.html").await?;
        self.page.open(path).await?;
        let (element, nth) = self.tool.place();
        self.page.run(ALONE, vec![json!(element), json!(nth)]).await?;
        self.tool.live().await?;
        announced::listen(self.page, self.tool).await
    }

    /// Waits until this is said. It has to be said politely, and once.
    pub async fn hears(&mut self, words: &str) -> Result<(), String> {
        let start = Instant::now();
        while !self.said.iter().any(|one| one.text.contains(words)) && start.elapsed() < LONGEST_SILENCE {
            let new = announced::heard(self.page, self.tool).await?;
            self.said.extend(new);
        }
        if let Err(fault) = announced::has(&self.said, words) {
            self.wrong("what is said", vec![fault]);
        }
        Ok(())
    }

    /// Clicks, where that has to leave the focus in the tool.
    pub async fn press(&mut self, css: &str) -> Result<(), String> {
        self.tool.click_css(css).await?;
        self.keeps_focus(css).await
    }

    /// Presses a button by its words, where that has to leave the focus in the tool.
    pub async fn press_named(&mut self, label: &str) -> Result<(), String> {
        self.tool.click(label).await?;
        self.keeps_focus(label).await
    }

    /// Sets a control as a person does who chooses from a list, or types and leaves the box.
    pub async fn set(&self, id: &str, value: &str) -> Result<(), String> {
        let script = format!(
            "const it = root.getElementById({}); it.focus(); it.value = {};
             it.dispatchEvent(new Event('change', {{ bubbles: true }})); return it.value",
            json!(id),
            json!(value)
        );
        let now = self.tool.run(&script).await?;
        if now == value { Ok(()) } else { Err(format!("`{id}` did not take `{value}`, it is {now}")) }
    }

    /// Ends the walk: what was wrong, and what is heard otherwise than the last time.
    pub async fn end(self) -> Result<(), String> {
        let mut faults = self.faults;
        let steps: Vec<(String, Vec<String>)> = self.steps;
        let difference = golden::compare(self.name, &steps)?;
        if !difference.is_empty() {
            faults.push(format!("another thing is heard than in {}.txt:\n{}", self.name, difference.join("\n")));
        }
        let small = self.small.into_iter().collect::<Vec<_>>().join("\n");
        self.page.keep(&format!("{}-under-44-pixels.txt", self.name), &small)?;
        if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
    }

    async fn state(&mut self, state: &str, acted: bool, keys: bool) -> Result<(), String> {
        ask(self.page, self.tool, "access.settled()").await?;
        let focus = ask(self.page, self.tool, "access.focus()").await?;
        let focus = focus.as_str().unwrap_or_default().to_owned();
        if acted && focus.is_empty() {
            self.wrong(state, vec![LOST.into()]);
        }
        let new = announced::heard(self.page, self.tool).await?;
        self.said.extend(new);
        let said = std::mem::take(&mut self.said);
        self.wrong(state, announced::faults(&said));
        let heard = hear(self.page, self.tool, self.same).await?;
        self.wrong(state, heard.faults);
        // What is said by itself is judged above; how much of it comes between two looks depends on the computer.
        let lead = (!focus.is_empty()).then(|| format!("focus: {focus}")).into_iter();
        // A file that a journey opens has the number of this run in its name.
        let run = format!("care-{}-", std::process::id());
        let lines = lead.chain(heard.lines).map(|line| line.replace(&run, "")).collect();
        self.steps.push((state.to_owned(), lines));
        let found = references(self.page, self.tool).await?;
        self.wrong(state, found);
        self.page.sound_but_for(TWICE).await?;
        if keys {
            let found = walk(self.page, self.tool).await?;
            self.wrong(state, found);
        }
        let sizes = zoomed(self.page, self.tool, self.steps.len() == 1).await?;
        self.wrong(state, sizes.faults);
        self.small.extend(sizes.under);
        // What the checks did themselves is not said by the tool.
        announced::heard(self.page, self.tool).await.map(drop)
    }

    /// A focus that is not back in a second is lost for somebody who types.
    async fn keeps_focus(&mut self, after: &str) -> Result<(), String> {
        let start = Instant::now();
        loop {
            ask(self.page, self.tool, "access.settled()").await?;
            let focus = ask(self.page, self.tool, "access.focus()").await?;
            if focus.as_str().is_some_and(|it| !it.is_empty()) {
                return Ok(());
            }
            if start.elapsed() > LONGEST_LOSS {
                self.wrong(after, vec![LOST.into()]);
                return Ok(());
            }
        }
    }

    /// Notes faults, each only where it is met first.
    fn wrong(&mut self, state: &str, faults: Vec<String>) {
        for fault in faults {
            let known = |it: &String| it.ends_with(&fault) && (fault != LOST || it.starts_with(state));
            if !self.faults.iter().any(known) {
                self.faults.push(format!("{state}: {fault}"));
            }
        }
    }
}
