//! What a manager may do.

use super::export::Export;
use super::model::{Shown, Tab};
use crate::tools::allocation::bands::Band;
use crate::ui::cover::Cleared;

/// What somebody did.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A file or pasted text arrived: what it is called, its bytes, whether they are cells of a workbook, and
    /// whether somebody opened it, rather than the page.
    Arrived(String, Vec<u8>, bool, bool),
    /// The next slice of reading.
    Step,
    /// Stop reading.
    Stop,
    /// Show other rows.
    Show(Shown),
    /// Show or hide a band.
    Band(Band),
    /// Show one kind of work, or all.
    Work(Option<usize>),
    /// Show references that contain this.
    Find(String),
    /// Move the focus in the list to this row.
    Focus(usize),
    /// A key in the list: its name, and whether Control was held.
    Key(String, bool),
    /// Draw other rows, starting at this one.
    Window(usize),
    /// Open a person.
    Open(u32),
    /// Close the person, and go back to the row.
    Close,
    /// Begin a new row.
    New,
    /// Answer a question of the open person anew.
    Answer(usize, String),
    /// The open person's reference.
    Reference(String),
    /// Something happened: its kind and day.
    Happened(String, String),
    /// Typed into the event's kind or day before it is added.
    EventKind(String),
    /// The event's day.
    EventDay(String),
    /// Go to where the changed row now stands.
    GoTo,
    /// Save a list.
    Export(Export),
    /// Save or copy the open person's record.
    Record(bool),
    /// Covered because nobody uses it: until when it is kept.
    Cover(String),
    /// Somebody is back.
    Uncover,
    /// Pressed "clear everything", or took it back.
    AskToClear(bool),
    /// Everything goes.
    Clear(Cleared),
    /// The page's word about the clipboard or idleness.
    Word(&'static str),
    /// A file could not be read; why, in words.
    Failed(String),
    /// Another part is shown.
    Tab(Tab),
    /// Workers arrived: the file's name, and its text.
    Workers(String, String),
    /// Find a worker for a row.
    Match(u32),
    /// A question before matching: its id, and the answer.
    Ask(&'static str, String),
    /// A question that takes several ids.
    AskIds(&'static str, String),
    /// Ticked or unticked.
    Tick(&'static str, String),
    /// A worker who knows the person: id, relationship, and whether it ended badly.
    Prior(String, String, bool),
    /// The same, half typed.
    PriorDraft(String, String, bool),
    /// Takes one back.
    PriorGone(usize),
    /// Types into the decision.
    Decision(&'static str, String),
    /// Decides.
    Decide,
    /// Saves the decisions.
    SaveDecisions,
    /// Shows every excluded worker.
    ShowAll,
    /// Suggests a plan.
    Suggest,
    /// The next slice of it.
    Walk,
    /// Stops it.
    StopPlan,
    /// Confirms a line as suggested, or takes that back.
    Confirm(u32),
    /// Begins to decide a line otherwise.
    Otherwise(u32),
    /// Types the other worker and the reason.
    OtherwiseText(String, String),
    /// Keeps it.
    OtherwiseDone,
    /// Takes back what was said about a line.
    Undo(u32),
    /// Shows what to do instead.
    OpenLine(u32),
    /// Draws other lines of the plan.
    PlanWindow(usize),
    /// Marks the confirmed as allocated.
    Finish,
    /// Saves the plan.
    SavePlan,
}
