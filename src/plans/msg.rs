//! What somebody does on the screen, and what the page tells it.

use super::export::{Format, Switch};
use super::place::Place;
use crate::ui::cover::Cleared;
use crate::ui::state::Action;

/// What happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// Went somewhere.
    Go(Place),
    /// Went on from where they stand, or came back from an item to its list.
    Continue,
    /// Answered a question of the plan.
    Answer(Action),
    /// Filled in a field of the item, or of the report, that is open.
    Field(Action),
    /// Went to what a problem is about.
    PutRight(String),
    /// Added an issue or an action.
    Add(&'static str),
    /// Removed an issue or an action, by id.
    Remove(String),
    /// Took the last removal back.
    Undo,
    /// Moved an issue or an action up or down, by id.
    Move(String, bool),
    /// Folded or unfolded the panel.
    Fold,
    /// Says that the plan is complete.
    Complete,
    /// Makes a new version of a plan that is complete.
    NewVersion,
    /// Said whether what waits may replace what is not saved.
    Waited(bool),
    /// Wrote why there is a new version.
    VersionReason(String),
    /// Why it is written up later than when it was agreed.
    LateReason(String),
    /// Has seen a warning, or not after all.
    Acknowledge(String, bool),
    /// Has read a pressing outcome, or not after all.
    HasRead(&'static str),
    /// Wrote why a warning may stand.
    AcknowledgeReason(String, String),
    /// Adds the report that was written.
    AddReport,
    /// Asked for something in an export, or not.
    Switch(Switch),
    /// Takes the plan out in a form.
    Export(Format),
    /// A file that somebody opened, or that the page brings along: its text.
    Arrived(String, bool),
    /// A file could not be read; why.
    NotArrived(String),
    /// A phrase to be said, such as that something was copied.
    Word(&'static str),
    /// Nobody has used it for so many minutes.
    Idle(u32),
    /// Covers the screen; until when the plan is kept.
    Cover(String),
    /// Lifts the cover.
    Uncover,
    /// Somebody is here again.
    Awake,
    /// Asks whether to clear everything, or takes that back.
    AskToClear(bool),
    /// Clears everything.
    Clear(Cleared),
}
