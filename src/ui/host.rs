//! What the screen may ask of the page it stands in.

use super::cover::Cleared;
use super::form::Ready;
use super::parts::notice::Notice;
use super::parts::panel::StandIn;
use super::state::State;
use crate::record::Stamp;
use crate::sheet::offer::Known;
use chrono::NaiveDate;
use std::rc::Rc;

/// The page, as the screen sees it.
pub trait Host {
    /// Today in England.
    fn today(&self) -> Option<NaiveDate>;
    /// A fresh id for a record, and the time now.
    fn stamp(&self) -> Stamp;
    /// Keeps the state where a restarted widget, and the page's code, find it.
    fn keep(&self, state: &State);
    /// Tells the page what happened, by ids and states only.
    fn tell(&self, event: Event<'_>);
    /// Puts a text on the clipboard; the page answers with [`Told`].
    fn copy(&self, text: &str, html: &str);
    /// Offers a file to save.
    fn download(&self, name: &str, kind: &str, content: &str);
    /// Offers a Word document to save, made by the module that writes office files.
    fn word(&self, name: &str, document: &str);
    /// Prints the widget.
    fn print(&self);
    /// Moves the focus to the element with this id.
    fn focus(&self, id: &str);
    /// Somebody is here: the time without input starts again.
    fn awake(&self);
    /// What the page shows in the panel's place until the tool is live, if anything.
    fn stand_in(&self) -> Option<StandIn>;
}

/// What happened, for the page. Nothing a person typed is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// The widget is live.
    Ready,
    /// The answers changed; the ids of the outcomes so far.
    Changed(&'a [&'static str]),
    /// The result is shown; the ids of its outcomes.
    Completed(&'a [&'static str]),
    /// Everything was cleared.
    Cleared,
}

/// What the page tells the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The text is on the clipboard.
    Copied,
    /// The browser refused the clipboard.
    NotCopied,
    /// A Word document was written, or could not be.
    Word(bool),
    /// Nobody has used the widget for a while; how long, in minutes.
    IdleWarning(u32),
    /// Nobody has used the widget for longer; when the answers will be deleted.
    Cover(String),
    /// Nobody came back: the answers are to be deleted.
    Clear(Cleared),
    /// Somebody is here again.
    Awake,
    /// A saved record could not be opened; a line for each fault.
    Refused(String),
    /// What other tools on the page know, now that their results are shown.
    Known(Vec<Known>),
    /// The same desk with all of its words, and what to tell the reader beforehand.
    Desk(Ready, Rc<Vec<Notice>>),
}

/// No page at all: for drawing the first screen before there is a browser.
pub struct NoPage;

impl Host for NoPage {
    fn today(&self) -> Option<NaiveDate> {
        None
    }
    fn stamp(&self) -> Stamp {
        Stamp::default()
    }
    fn keep(&self, _: &State) {}
    fn tell(&self, _: Event<'_>) {}
    fn copy(&self, _: &str, _: &str) {}
    fn download(&self, _: &str, _: &str, _: &str) {}
    fn word(&self, _: &str, _: &str) {}
    fn print(&self) {}
    fn focus(&self, _: &str) {}
    fn awake(&self) {}
    fn stand_in(&self) -> Option<StandIn> {
        None
    }
}

/// A host that can be handed to components.
#[derive(Clone)]
pub struct HostHandle(pub Rc<dyn Host>);

impl PartialEq for HostHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
