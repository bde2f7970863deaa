//! The page, as the action plan and supervision see it.

use super::bridge::Bridge;
use crate::engine::dates;
use crate::record::Stamp;
use crate::ui::page::Page;
use chrono::NaiveDate;

/// An element of the page. What is kept goes to the page, and to whoever else wants it here.
pub struct Element {
    bridge: Bridge,
    kept: fn(&str),
}

impl Element {
    /// The page behind a bridge.
    pub fn of(bridge: Bridge, kept: fn(&str)) -> Element {
        Element { bridge, kept }
    }
}

impl Page for Element {
    fn today(&self) -> Option<NaiveDate> {
        dates::from_iso(&self.bridge.today())
    }
    fn stamp(&self) -> Stamp {
        self.bridge.stamp()
    }
    fn keep(&self, state: &str) {
        self.bridge.keep(state);
        (self.kept)(state);
    }
    fn tell(&self, event: &str, outcomes: &str) {
        self.bridge.tell(event, outcomes);
    }
    fn copy(&self, text: &str, html: &str) {
        self.bridge.copy(text, html);
    }
    fn download(&self, name: &str, kind: &str, content: &str) {
        self.bridge.download(name, kind, content);
    }
    fn word(&self, name: &str, document: &str) {
        self.bridge.word(name, document);
    }
    fn print(&self) {
        self.bridge.print();
    }
    fn focus(&self, id: &str) {
        self.bridge.focus(id);
    }
    fn awake(&self) {
        self.bridge.awake();
    }
}
