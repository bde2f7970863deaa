//! What a practitioner does in the form.

use super::host::Told;
use crate::record::Stamp;
use crate::sheet::Agreement;
use chrono::NaiveDate;

/// What somebody did.
#[derive(Clone, Debug)]
pub enum Action {
    /// Chose the one answer.
    Choose(usize, usize),
    /// Ticked or unticked.
    Toggle(usize, usize),
    /// Typed into a box of a date, or of a number.
    Box(usize, usize, String),
    /// Typed into a note.
    Note(&'static str, String),
    /// Took over what another tool on the page knows, or left it.
    Take(bool),
    /// Went on.
    Continue,
    /// Went back.
    Back,
    /// Went to a section by the list of steps.
    Go(usize),
    /// Went from the check page to change an answer.
    Change(usize, &'static str),
    /// Went to the control a problem is about.
    PutRight(String),
    /// Folded or unfolded the panel.
    Fold,
    /// Agreed with the result, or departed from it.
    Agree(Agreement),
    /// Ticked an urgent outcome as read, or unticked it.
    Seen(&'static str),
    /// Marked the record as complete.
    Complete(Stamp),
    /// Made a new version of the record.
    NewVersion(Stamp),
    /// Pressed "clear everything" or "start again", or took it back.
    AskToClear(bool),
    /// Cleared everything.
    Clear(Option<NaiveDate>, Stamp),
    /// The page said something.
    Told(Told, Option<NaiveDate>, Stamp),
    /// Lifted the cover.
    Uncover,
}

impl Action {
    /// Whether it would change a record, or leave it for its answers.
    pub fn changes(&self) -> bool {
        match self {
            Action::NewVersion(_)
            | Action::AskToClear(_)
            | Action::Clear(..)
            | Action::Told(..)
            | Action::Uncover
            | Action::PutRight(_)
            | Action::Fold => false,
            Action::Choose(..)
            | Action::Toggle(..)
            | Action::Box(..)
            | Action::Note(..)
            | Action::Take(_)
            | Action::Continue
            | Action::Back
            | Action::Go(_)
            | Action::Change(..)
            | Action::Agree(_)
            | Action::Seen(_)
            | Action::Complete(_) => true,
        }
    }
}
