//! What plans and supervision may ask of the page they stand in.

use super::host::NoPage;
use crate::record::Stamp;
use chrono::NaiveDate;

/// The page, as a plan and supervision see it.
pub trait Page {
    /// Today in England, or on the device.
    fn today(&self) -> Option<NaiveDate>;
    /// A fresh id for a record, and the time now.
    fn stamp(&self) -> Stamp;
    /// Keeps the state where a restarted tool finds it.
    fn keep(&self, state: &str);
    /// Tells the page what happened, by ids and states only.
    fn tell(&self, event: &str, outcomes: &str);
    /// Puts a text on the clipboard.
    fn copy(&self, text: &str, html: &str);
    /// Offers a file to save.
    fn download(&self, name: &str, kind: &str, content: &str);
    /// Offers a Word document to save, made by the module that writes office files.
    fn word(&self, name: &str, document: &str);
    /// Prints the tool.
    fn print(&self);
    /// Moves the focus.
    fn focus(&self, id: &str);
    /// Somebody is here.
    fn awake(&self);
}

impl Page for NoPage {
    fn today(&self) -> Option<NaiveDate> {
        None
    }
    fn stamp(&self) -> Stamp {
        Stamp::default()
    }
    fn keep(&self, _: &str) {}
    fn tell(&self, _: &str, _: &str) {}
    fn copy(&self, _: &str, _: &str) {}
    fn download(&self, _: &str, _: &str, _: &str) {}
    fn word(&self, _: &str, _: &str) {}
    fn print(&self) {}
    fn focus(&self, _: &str) {}
    fn awake(&self) {}
}
