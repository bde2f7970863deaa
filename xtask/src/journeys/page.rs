//! The page that is open in a journey's browser.

use super::aside;
use super::axe::{self, Rules};
use super::console;
use super::downloads::Downloads;
use super::faults::{Fault, Faults};
use super::look::Look;
use super::runner::Tools;
use super::session::Session;
use super::wait::until;
use super::widget::Widget;
use crate::http::Server;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::{By, TypingData, WebDriver};

/// What a journey can do and see. What is inside a widget is behind [`Page::widget`].
#[derive(Debug)]
pub struct Page<'a> {
    session: &'a Session,
    server: &'a Server,
    faults: &'a Faults,
    tools: &'a Tools,
    pictures: PathBuf,
    console: RefCell<Vec<String>>,
    unsound: RefCell<Vec<String>>,
}

impl<'a> Page<'a> {
    /// A browser with no page open yet.
    pub fn new(
        session: &'a Session,
        server: &'a Server,
        faults: &'a Faults,
        tools: &'a Tools,
        pictures: PathBuf,
    ) -> Page<'a> {
        Page { session, server, faults, tools, pictures, console: RefCell::default(), unsound: RefCell::default() }
    }

    /// Opens a page of the site, such as `index.html`, and waits until it has loaded.
    pub async fn open(&self, path: &str) -> Result<(), String> {
        self.note_broken_policies().await?;
        self.driver().goto(self.server.url(path)).await.map_err(|fault| format!("`{path}` did not open: {fault}"))
    }

    /// Loads the page once more.
    pub async fn reload(&self) -> Result<(), String> {
        self.note_broken_policies().await?;
        self.driver().refresh().await.map_err(|fault| format!("the page did not load again: {fault}"))
    }

    /// The nth element of a name, such as the first `care-advocacy`, counted from 0.
    pub fn widget(&self, name: &'static str, nth: usize) -> Widget<'_> {
        Widget::new(self, name, nth)
    }

    /// The first advocacy tool.
    pub fn advocacy(&self) -> Widget<'_> {
        self.widget("care-advocacy", 0)
    }

    /// Everything that can be read on the page outside the widgets' shadow roots.
    pub async fn text(&self) -> Result<String, String> {
        let text = self.run("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits for words outside the widgets' shadow roots.
    pub async fn wait_for_text(&self, words: &str) -> Result<(), String> {
        until(async || {
            let text = self.text().await?;
            if text.contains(words) { Ok(()) } else { Err(format!("the page does not say “{words}”")) }
        })
        .await
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_for(&self, condition: &str) -> Result<(), String> {
        until(async || match self.run(&format!("return Boolean({condition})"), vec![]).await? {
            Value::Bool(true) => Ok(()),
            _ => Err(format!("not true: `{condition}`")),
        })
        .await
    }

    /// The result of the body of a JavaScript function, run in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let result = self.driver().execute(script, arguments).await;
        result.map(|it| it.json().clone()).map_err(|fault| format!("a script failed: {fault}"))
    }

    /// Presses keys, one after another, wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<(), String> {
        self.driver().action_chain().send_keys(keys).perform().await.map_err(|fault| format!("keys: {fault}"))
    }

    /// Gives the page a window of this size, in CSS pixels. A width of 320 is one of 1280 at 400% zoom.
    pub async fn size(&self, width: u32, height: u32) -> Result<(), String> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Shows the page in another way from now on.
    pub async fn look(&self, look: Look) -> Result<(), String> {
        self.devtools("Emulation.setEmulatedMedia", look.parameters()).await.map(drop)
    }

    /// Any command of Chrome's devtools, as for a slow processor or another time zone.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, String> {
        aside::devtools(self.driver(), method, parameters).await
    }

    /// From now on this goes wrong with every file whose path has these words. A file that the browser has
    /// kept is not asked for again, so faults are set before it is first needed.
    pub fn fault(&self, words: &str, fault: Fault) {
        self.faults.set(words, fault);
    }

    /// From now on nothing goes wrong.
    pub fn no_faults(&self) {
        self.faults.clear();
    }

    /// Every path that the browser has asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.faults.asked()
    }

    /// A picture of the window, under `target/journeys/failures/`. Returns where it is.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf, String> {
        let path = self.pictures.join(name).with_extension("png");
        self.driver().screenshot(&path).await.map(|()| path).map_err(|fault| format!("no picture: {fault}"))
    }

    /// What the page prints as a PDF.
    pub async fn pdf(&self) -> Result<Vec<u8>, String> {
        self.driver().print_page(PrintParameters::default()).await.map_err(|fault| format!("no PDF: {fault}"))
    }

    /// Keeps a text beside the pictures and logs of the run.
    pub fn keep(&self, name: &str, text: &str) -> Result<(), String> {
        let path = self.pictures.join(name);
        std::fs::write(&path, text).map_err(|fault| format!("`{}`: {fault}", path.display()))
    }

    /// Goes back to the page before.
    pub async fn back(&self) -> Result<(), String> {
        self.note_broken_policies().await?;
        self.driver().back().await.map_err(|fault| format!("the browser did not go back: {fault}"))
    }

    /// Clicks what a CSS selector finds outside the widgets' shadow roots.
    pub async fn click_css(&self, css: &str) -> Result<(), String> {
        until(async || {
            let found = self.driver().find(By::Css(css)).await.map_err(|_| format!("nothing is found by `{css}`"))?;
            found.click().await.map_err(|fault| format!("`{css}` cannot be clicked: {fault}"))
        })
        .await
    }

    /// What the widgets told the page, in order.
    pub async fn told(&self) -> Result<Vec<Value>, String> {
        aside::told(self.driver()).await
    }

    /// Files that the page saves from now on.
    pub async fn downloads(&self) -> Result<Downloads, String> {
        let downloads = Downloads::new()?;
        let folder = downloads.folder().to_string_lossy().into_owned();
        let allow = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", allow).await?;
        Ok(downloads)
    }

    /// Notes whatever axe-core finds against WCAG 2.2 A and AA and what it calls best practice. The journey
    /// fails for it at its end, so that one such fault does not hide what comes after.
    pub async fn sound(&self) -> Result<(), String> {
        self.sound_but_for(&[]).await
    }

    /// As [`Page::sound`], but for rules that cannot hold there. Say why at each use.
    pub async fn sound_but_for(&self, rules: &[&str]) -> Result<(), String> {
        let found = self.axe_with(Rules::WcagAndBestPractice).await?;
        let exempt = |line: &String| rules.iter().any(|rule| line.contains(&format!("({rule})")));
        let mut unsound = self.unsound.borrow_mut();
        let new: Vec<String> = found.into_iter().filter(|line| !exempt(line) && !unsound.contains(line)).collect();
        unsound.extend(new);
        Ok(())
    }

    /// What [`Page::sound`] has noted.
    pub fn unsound(&self) -> Vec<String> {
        self.unsound.borrow().clone()
    }

    /// The accessibility faults against WCAG 2.2 A and AA, a sentence each.
    pub async fn axe(&self) -> Result<Vec<String>, String> {
        self.axe_with(Rules::Wcag).await
    }

    /// The accessibility faults against a choice of rules, a sentence each.
    pub async fn axe_with(&self, rules: Rules) -> Result<Vec<String>, String> {
        axe::check(self.driver(), &self.tools.axe_core, rules).await
    }

    /// Warnings and errors in the console so far, and whatever broke the page's policy.
    pub async fn console(&self) -> Result<Vec<String>, String> {
        self.note_broken_policies().await?;
        let new: Vec<String> = self.session.log().await?.iter().filter_map(console::line).collect();
        self.console.borrow_mut().extend(new);
        Ok(self.console.borrow().clone())
    }

    /// Fails with both when two things are not the same.
    pub fn same<T: PartialEq + std::fmt::Debug>(&self, what: &str, is: T, should_be: T) -> Result<(), String> {
        if is == should_be { Ok(()) } else { Err(format!("{what} is {is:?} and should be {should_be:?}")) }
    }

    /// Fails with the list when it has anything in it.
    pub fn none(&self, what: &str, list: Vec<String>) -> Result<(), String> {
        if list.is_empty() { Ok(()) } else { Err(format!("{what}: {}", list.join("\n"))) }
    }

    /// Another browser on the same site, with a profile that outlives it.
    pub async fn another_browser(&self, profile: &Path) -> Result<Session, String> {
        Session::start_in(self.tools, Some(profile)).await
    }

    /// A page of another browser on the same site.
    pub fn in_browser<'b>(&'b self, session: &'b Session) -> Page<'b> {
        Page::new(session, self.server, self.faults, self.tools, self.pictures.clone())
    }

    pub(super) fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// A page takes its record along when it is left.
    async fn note_broken_policies(&self) -> Result<(), String> {
        let broken = aside::broken_policies(self.driver()).await?;
        let mut console = self.console.borrow_mut();
        let new: Vec<String> = broken.into_iter().filter(|line| !console.contains(line)).collect();
        console.extend(new);
        Ok(())
    }
}
