//! The page that is open in a journey's browser.

use super::aside::{self, LOOKS};
use super::axe::{self, Rules};
use super::boxes;
use super::cannot;
use super::console;
use super::downloads::Downloads;
use super::faults::{Fault, Faults};
use super::firefox;
use super::look::Look;
use super::press::press;
use super::runner::Tools;
use super::session::Session;
use super::wait::until;
use super::widget::Widget;
use crate::http::Server;
use crate::test::engine::Engine;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::{By, TypingData, WebDriver};

/// In a PDF that tells screen readers what is a heading, a list or a table.
const MARKED: &[u8] = b"/Marked true";

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
    lacks: RefCell<Option<String>>,
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
        let (console, unsound, lacks) = (RefCell::default(), RefCell::default(), RefCell::default());
        Page { session, server, faults, tools, pictures, console, unsound, lacks }
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

    /// Runs a script file of the site in the page, as its own pages do.
    pub async fn module(&self, address: &str) -> Result<(), String> {
        let script = match self.engine() {
            // What its driver imports runs beside the page, where what is drawn hears nothing.
            Engine::Firefox => {
                "return new Promise((done) => {
                     addEventListener('journeys-module-has-run', () => done(null), { once: true });
                     dispatchEvent(new CustomEvent('journeys-module', { detail: arguments[0] }));
                 })"
            }
            _ => "return import(arguments[0]).then(() => null)",
        };
        self.run(script, vec![json!(address)]).await.map(drop)
    }

    /// Presses keys, one after another, wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<(), String> {
        if self.engine() == Engine::Firefox {
            // The Tab key can lead out of the page into Firefox's own window. A person sees that; a driver goes on
            // sending keys to a page that no longer has the focus, and its buttons do not take them.
            self.run("if (!document.hasFocus()) window.focus()", vec![]).await?;
        }
        self.driver().action_chain().send_keys(keys).perform().await.map_err(|fault| format!("keys: {fault}"))
    }

    /// Gives the page a window of this size, in CSS pixels. A width of 320 is one of 1280 at 400% zoom.
    pub async fn size(&self, width: u32, height: u32) -> Result<(), String> {
        match self.engine() {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
            }
            Engine::Firefox => firefox::size(self.driver(), width, height).await,
            Engine::WebKit => self.size_by_window(width, height).await,
        }
    }

    /// Shows the page in another way from now on.
    pub async fn look(&self, look: Look) -> Result<(), String> {
        match self.engine() {
            Engine::Firefox => firefox::look(self.driver(), look).await,
            _ => self.devtools("Emulation.setEmulatedMedia", look.parameters()).await.map(drop),
        }
    }

    /// Any command of Chrome's devtools, as for a slow processor. Other engines cannot; see [`cannot`].
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, String> {
        match self.engine() {
            Engine::Chromium => aside::devtools(self.driver(), method, parameters).await,
            _ => Err(self.cannot(method)),
        }
    }

    /// The engine that shows the page.
    pub fn engine(&self) -> Engine {
        self.session.engine
    }

    /// What the engine was asked for and cannot do.
    pub fn lacks(&self) -> Option<String> {
        self.lacks.borrow().clone()
    }

    /// Notes that the engine's driver cannot do this. The runner knows whether that is so.
    pub(super) fn cannot(&self, what: &str) -> String {
        *self.lacks.borrow_mut() = Some(what.to_owned());
        let engine = self.engine();
        let why = cannot::reason(engine, what).unwrap_or("no reason is known");
        format!("{} cannot do `{what}`: {why}", engine.name())
    }

    /// Runs a script of the page's own world before every page from now on. Gives its number, by which
    /// [`Page::no_longer_before`] takes it back.
    pub async fn before_every_page(&self, script: &str) -> Result<String, String> {
        match self.engine() {
            Engine::Chromium => {
                let source = json!({ "source": script });
                let answer = self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
                Ok(answer["identifier"].as_str().unwrap_or_default().to_owned())
            }
            _ => Ok(self.faults.put_before(script)),
        }
    }

    /// Takes back a script that runs before every page.
    pub async fn no_longer_before(&self, number: &str) -> Result<(), String> {
        match self.engine() {
            Engine::Chromium => {
                let which = json!({ "identifier": number });
                self.devtools("Page.removeScriptToEvaluateOnNewDocument", which).await.map(drop)
            }
            _ => {
                self.faults.take_back(number);
                Ok(())
            }
        }
    }

    /// Shows pages as if the computer were in another time zone.
    pub async fn time_zone(&self, zone: &str) -> Result<(), String> {
        match self.engine() {
            Engine::Firefox => firefox::time_zone(self.driver(), zone).await,
            _ => self.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await.map(drop),
        }
    }

    /// Runs no script of pages that are opened from now on.
    pub async fn no_scripts(&self) -> Result<(), String> {
        match self.engine() {
            Engine::Firefox => firefox::no_scripts(self.driver()).await,
            _ => self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await.map(drop),
        }
    }

    /// Forgets what the browser has kept of files, so that they are asked for again.
    pub async fn forget_files(&self) -> Result<(), String> {
        match self.engine() {
            Engine::Chromium => self.devtools("Network.clearBrowserCache", json!({})).await.map(drop),
            // There the journeys' server lets no file be kept.
            _ => Ok(()),
        }
    }

    /// Lets pages read and write the clipboard.
    pub async fn allow_clipboard(&self) -> Result<(), String> {
        if self.engine() == Engine::Firefox {
            // A setting with which it was started lets every page.
            return Ok(());
        }
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", permissions).await.map(drop)
    }

    /// Refuses pages the clipboard.
    pub async fn refuse_clipboard(&self) -> Result<(), String> {
        let denied = json!({ "permission": { "name": "clipboard-write" }, "setting": "denied" });
        self.devtools("Browser.setPermission", denied).await.map(drop)
    }

    /// Puts text in at the caret at once, as from a clipboard.
    pub async fn insert(&self, text: &str) -> Result<(), String> {
        match self.engine() {
            Engine::Chromium => self.devtools("Input.insertText", json!({ "text": text })).await.map(drop),
            _ => {
                let script = "document.execCommand('insertText', false, arguments[0])";
                self.run(script, vec![json!(text)]).await.map(drop)
            }
        }
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

    /// From now on the site has a page of this text, at a path such as `every-tool.html`.
    pub fn put(&self, path: &str, text: String) {
        self.faults.put(&format!("/{path}"), text);
    }

    /// The text of a file of the site as it was built.
    pub fn built(&self, path: &str) -> String {
        self.faults.built(&format!("/{path}"))
    }

    /// The value of an expression, or of its promise, in a world beside the page: whatever the page did to its own
    /// `JSON`, `Date` or `Object` is not in there.
    pub async fn aside(&self, expression: &str) -> Result<Value, String> {
        aside::evaluate(self.session, expression).await
    }

    /// The same for a check that looks at what is at fault on purpose, and is spared the fault.
    pub async fn spared(&self, expression: &str) -> Result<Value, String> {
        let script = format!(
            "(async () => {{ window[{LOOKS}] = true; try {{ return await ({expression}); }} finally {{ window[{LOOKS}] = false; }} }})()"
        );
        self.aside(&script).await
    }

    /// What broke the page's policy so far.
    pub async fn broken_policies(&self) -> Result<Vec<String>, String> {
        aside::broken_policies(self.session).await
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

    /// Prints the page as a PDF, which has headings, lists and tables for screen readers where the engine writes such.
    pub async fn prints(&self) -> Result<(), String> {
        if self.engine() == Engine::WebKit {
            return Err(self.cannot("print"));
        }
        let pdf = self.driver().print_page(PrintParameters::default()).await;
        let pdf = pdf.map_err(|fault| format!("no PDF: {fault}"))?;
        self.same("whether it is a PDF", pdf.starts_with(b"%PDF-") && pdf.len() > 10_000, true)?;
        let tagged = pdf.windows(MARKED.len()).any(|words| words == MARKED);
        self.same("whether the PDF is tagged", tagged, self.engine() == Engine::Chromium)
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
            press(self.driver(), &found, &format!("`{css}`")).await
        })
        .await
    }

    /// What the widgets told the page, in order.
    pub async fn told(&self) -> Result<Vec<Value>, String> {
        aside::told(self.session).await
    }

    /// Files that the page saves from now on.
    pub async fn downloads(&self) -> Result<Downloads, String> {
        let downloads = Downloads::new()?;
        match self.engine() {
            Engine::Chromium => {
                let folder = downloads.folder().to_string_lossy().into_owned();
                let allow = json!({ "behavior": "allow", "downloadPath": folder });
                self.devtools("Browser.setDownloadBehavior", allow).await?;
            }
            Engine::Firefox => firefox::downloads(self.driver(), downloads.folder()).await?,
            Engine::WebKit => return Ok(Downloads::in_home(self.session.home())),
        }
        Ok(downloads)
    }

    /// Notes whatever axe-core finds against WCAG 2.2 A and AA and what it calls best practice, and boxes whose text a browser
    /// may keep or send away. The journey fails for it at its end, so that one such fault does not hide what comes after.
    pub async fn sound(&self) -> Result<(), String> {
        self.sound_but_for(&[]).await
    }

    /// As [`Page::sound`], but for rules that cannot hold there. Say why at each use.
    pub async fn sound_but_for(&self, rules: &[&str]) -> Result<(), String> {
        let mut found = self.axe_with(Rules::WcagAndBestPractice).await?;
        found.extend(self.boxes().await?);
        let exempt = |line: &String| rules.iter().any(|rule| line.contains(&format!("({rule})")));
        let mut unsound = self.unsound.borrow_mut();
        let new: Vec<String> = found.into_iter().filter(|line| !exempt(line) && !unsound.contains(line)).collect();
        unsound.extend(new);
        Ok(())
    }

    /// The boxes whose text a browser may keep or send away, a sentence for each.
    pub async fn boxes(&self) -> Result<Vec<String>, String> {
        boxes::check(self.session).await
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
        axe::check(self.session, &self.tools.axe_core, rules).await
    }

    /// Warnings and errors in the console so far, and whatever broke the page's policy.
    pub async fn console(&self) -> Result<Vec<String>, String> {
        self.note_broken_policies().await?;
        if self.engine() == Engine::Chromium {
            let log = self.driver().browser_log().await;
            let log = log.map_err(|fault| format!("the console cannot be read: {fault}"))?;
            self.console.borrow_mut().extend(log.iter().filter_map(console::line));
        }
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
        if self.engine() == Engine::WebKit {
            return Err(self.cannot("profile"));
        }
        Session::start_in(self.tools, Some(profile)).await
    }

    /// A page of another browser on the same site.
    pub fn in_browser<'b>(&'b self, session: &'b Session) -> Page<'b> {
        Page::new(session, self.server, self.faults, self.tools, self.pictures.clone())
    }

    pub(super) fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// Other engines have no way to give a page a size; the window around it does.
    async fn size_by_window(&self, width: u32, height: u32) -> Result<(), String> {
        let around = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let around = self.run(around, vec![]).await?;
        let more = |at: usize| around[at].as_u64().and_then(|it| u32::try_from(it).ok()).unwrap_or_default();
        let (width, height) = (width.saturating_add(more(0)), height.saturating_add(more(1)));
        let set = self.driver().set_window_rect(0, 0, width, height).await;
        set.map_err(|fault| format!("the size: {fault}"))?;
        let there = self.run("return outerWidth", vec![]).await?;
        if there.as_u64().is_some_and(|there| there > u64::from(width)) {
            return Err(self.cannot("a narrow window"));
        }
        Ok(())
    }

    /// A page takes its record along when it is left.
    async fn note_broken_policies(&self) -> Result<(), String> {
        let mut broken = aside::broken_policies(self.session).await?;
        if self.engine() != Engine::Chromium {
            broken.extend(aside::said(self.session).await?);
        }
        let mut console = self.console.borrow_mut();
        let new: Vec<String> = broken.into_iter().filter(|line| !console.contains(line)).collect();
        console.extend(new);
        Ok(())
    }
}
