//! What is inside a widget's shadow root.

use super::page::Page;
use super::press::press;
use super::wait::until;
use serde_json::{Value, json};
use thirtyfour::{TypingData, WebElement};

const FIND: &str = include_str!("find.js");

/// One custom element on the page.
#[derive(Debug, Clone, Copy)]
pub struct Widget<'a> {
    page: &'a Page<'a>,
    name: &'static str,
    nth: usize,
}

impl<'a> Widget<'a> {
    /// The nth element of a name, counted from 0.
    pub fn new(page: &'a Page<'a>, name: &'static str, nth: usize) -> Widget<'a> {
        Widget { page, name, nth }
    }

    /// The page it stands in.
    pub(super) fn page(&self) -> &'a Page<'a> {
        self.page
    }

    /// Its element's name, and its place among the elements of that name.
    pub(super) fn place(&self) -> (&'static str, usize) {
        (self.name, self.nth)
    }

    /// Brings the element into view. A widget may not start before that.
    pub async fn show(&self) -> Result<(), String> {
        let script =
            "const it = document.querySelectorAll(arguments[0])[arguments[1]]; it?.scrollIntoView(); return !!it";
        // A page may put it there a moment after it has loaded.
        until(async || match self.page.run(script, vec![json!(self.name), json!(self.nth)]).await? {
            Value::Bool(true) => Ok(()),
            _ => Err(format!("{self} is not in the page")),
        })
        .await
    }

    /// The first element that a CSS selector finds.
    pub async fn find(&self, css: &str) -> Result<WebElement, String> {
        self.found(json!({ "css": css })).await
    }

    /// The one control, button or link with this visible label. Part of the label will do, as long as only
    /// one has it.
    pub async fn labelled(&self, label: &str) -> Result<WebElement, String> {
        self.found(json!({ "label": label })).await
    }

    /// Clicks what has this label.
    pub async fn click(&self, label: &str) -> Result<(), String> {
        self.press(&self.labelled(label).await?, label).await
    }

    /// Clicks what a CSS selector finds.
    pub async fn click_css(&self, css: &str) -> Result<(), String> {
        self.press(&self.find(css).await?, css).await
    }

    /// Gives a choice as the answer to a question, which is a fieldset with a legend.
    pub async fn choose(&self, question: &str, choice: &str) -> Result<(), String> {
        self.press(&self.found(json!({ "label": choice, "question": question })).await?, choice).await
    }

    /// Writes into what has this label, in place of what is there.
    pub async fn write(&self, label: &str, words: impl Into<TypingData>) -> Result<(), String> {
        let control = self.labelled(label).await?;
        let written = async {
            control.clear().await?;
            control.send_keys(words).await
        };
        written.await.map_err(|fault| format!("“{label}” cannot be written to: {fault}"))
    }

    /// Writes into what a CSS selector finds, in place of what is there.
    pub async fn write_css(&self, css: &str, words: &str) -> Result<(), String> {
        let control = self.find(css).await?;
        let written = async {
            control.clear().await?;
            control.send_keys(words).await
        };
        written.await.map_err(|fault| format!("`{css}` cannot be written to: {fault}"))
    }

    /// Pastes a text into what a CSS selector finds, as the clipboard does. The event is made by hand, as Firefox takes no
    /// data for one of its own.
    pub async fn paste(&self, css: &str, text: &str) -> Result<(), String> {
        let script = format!(
            "const event = new Event('paste', {{ bubbles: true, composed: true, cancelable: true }});
             const getData = (kind) => kind === 'text/plain' ? {} : '';
             Object.defineProperty(event, 'clipboardData', {{ value: {{ getData, files: [], items: [] }} }});
             root.querySelector({}).dispatchEvent(event);",
            json!(text),
            json!(css)
        );
        self.run(&script).await.map(drop)
    }

    /// What is in the box that a CSS selector finds, or whether the choice is ticked.
    pub async fn value(&self, css: &str) -> Result<Value, String> {
        let control = format!("root.querySelector({})", json!(css));
        let value =
            format!("const it = {control}; return /radio|checkbox/.test(it?.type) ? it.checked : it?.value ?? null");
        self.run(&value).await
    }

    /// The id of what has the focus; empty when the focus is outside the widget.
    pub async fn focus(&self) -> Result<String, String> {
        self.words("return document.activeElement === host ? root.activeElement?.id ?? '' : ''").await
    }

    /// Waits until what has this id has the focus.
    pub async fn wait_for_focus(&self, id: &str) -> Result<(), String> {
        until(async || match self.focus().await? {
            focus if focus == id => Ok(()),
            focus => Err(format!("in {self} the focus is on “{focus}” and should be on “{id}”")),
        })
        .await
    }

    /// Everything that can be read in the widget.
    pub async fn text(&self) -> Result<String, String> {
        self.words("return Array.from(root.children, (it) => it.innerText ?? '').join('\\n')").await
    }

    /// What can be read in the first element that a CSS selector finds.
    pub async fn text_of(&self, css: &str) -> Result<String, String> {
        self.find(css).await?.text().await.map_err(|fault| format!("`{css}`: {fault}"))
    }

    /// How many elements a CSS selector finds now.
    pub async fn count(&self, css: &str) -> Result<u64, String> {
        let count = self.run(&format!("return root.querySelectorAll({}).length", json!(css))).await?;
        count.as_u64().ok_or_else(|| format!("`{css}` cannot be counted"))
    }

    /// Waits until the widget says this.
    pub async fn wait_for(&self, words: &str) -> Result<(), String> {
        until(async || match self.text().await? {
            text if text.contains(words) => Ok(()),
            text => Err(format!("{self} does not say “{words}”. It says:\n{text}")),
        })
        .await
    }

    /// Waits until the widget no longer says this.
    pub async fn wait_until_gone(&self, words: &str) -> Result<(), String> {
        until(async || match self.text().await? {
            text if text.contains(words) => Err(format!("{self} still says “{words}”")),
            _ => Ok(()),
        })
        .await
    }

    /// The label or the text of what has the focus; empty when the focus is outside the widget.
    pub async fn focused(&self) -> Result<String, String> {
        self.words(
            "const it = root.activeElement;
             const words = it?.labels?.[0]?.innerText ?? it?.getAttribute('aria-label') ?? it?.innerText ?? '';
             return words.replace(/\\s+/g, ' ').trim()",
        )
        .await
    }

    /// The result of the body of a JavaScript function that knows the element as `host` and its shadow root
    /// as `root`.
    pub async fn run(&self, script: &str) -> Result<Value, String> {
        let host = format!("const host = document.querySelectorAll({})[{}];", json!(self.name), self.nth);
        let there = format!(
            "if (!host?.shadowRoot) throw new Error({});",
            json!(format!("{self} is not there, or has no shadow root"))
        );
        self.page.run(&format!("{host} {there} const root = host.shadowRoot; {script}"), vec![]).await
    }

    /// What reaches beyond the right edge of the window, by class or name. What scrolls inside the widget does not.
    pub async fn too_wide(&self) -> Result<Value, String> {
        self.run(
            "return Array.from(root.querySelectorAll('.ct-widget *')).filter((it) => it.checkVisibility() && it.getClientRects().length &&
                it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.ct-hidden, .ct-scroll, .ct-steps__step:not(.ct-steps__step--here) > .ct-steps__label'))
                .map((it) => it.className || it.localName)",
        )
        .await
    }

    async fn words(&self, script: &str) -> Result<String, String> {
        Ok(self.run(script).await?.as_str().unwrap_or_default().to_owned())
    }

    async fn press(&self, element: &WebElement, name: &str) -> Result<(), String> {
        press(self.page.driver(), element, &format!("“{name}”")).await
    }

    async fn found(&self, wanted: Value) -> Result<WebElement, String> {
        until(async || {
            let arguments = vec![json!(self.name), json!(self.nth), wanted.clone()];
            let found = self.page.driver().execute(FIND, arguments).await.map_err(|fault| fault.to_string())?;
            match found.json() {
                Value::String(reason) => Err(format!("{self}: {reason}")),
                _ => found.element().map_err(|fault| fault.to_string()),
            }
        })
        .await
    }
}

impl std::fmt::Display for Widget<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} number {}", self.name, self.nth + 1)
    }
}
