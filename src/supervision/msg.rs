//! What can happen in supervision.

use super::entry::About;
use super::model::Place;
use crate::ui::cover::Cleared;
use crate::ui::state::Action;

/// A form in which something is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The record with its entries, as a file to be opened again.
    Record,
    /// What was said about the record, copied as text.
    Copy,
    /// The same as a text file.
    Text,
    /// The same as a Word document.
    Word,
    /// The table as CSV.
    Table,
    /// What can be checked of the record, as a text file.
    Receipt,
    /// On paper.
    Print,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A file arrived: what it is called, its text, and whether somebody chose it.
    Arrived(String, String, bool),
    /// A file could not be read; why.
    NotArrived(String),
    /// Closes a record, by place; for sure, although something about it is not saved.
    Close(usize, bool),
    /// Keeps it open after all.
    KeepOpen,
    /// Picked a question to challenge, by id.
    Pick(String),
    /// Went to a place.
    Go(Place),
    /// Typed the supervisor's role.
    Role(String),
    /// Typed into a field of the entry.
    Field(&'static str, String),
    /// Typed into a field of the challenge.
    Challenged(&'static str, String),
    /// Began a challenge, a view of a check, or a response; or left it.
    About(Option<About>),
    /// Adds the entry.
    Add,
    /// Adds the challenge, the view or the response.
    AddChallenge,
    /// Went to a control.
    PutRight(String),
    /// Chose a theme.
    Theme(String),
    /// Began a copy to be changed.
    WhatIf(usize),
    /// Did something to a question of the copy.
    Answer(Action),
    /// Went to a section of the copy.
    Section(usize),
    /// Typed the day whose law is read.
    LawOn(String),
    /// Made the copy as the record is again.
    Reset,
    /// Shows every answer of a comparison, or only those that changed.
    AllAnswers(bool),
    /// Sorted the table by a column.
    Sort(usize),
    /// Shows the records of one tool.
    Tool(String),
    /// Shows the records of one status.
    Status(String),
    /// Takes something out.
    Export(Format),
    /// A phrase to be said.
    Word(&'static str),
    /// Nobody has used it for so many minutes.
    Idle(u32),
    /// Covers the screen; until when things are kept.
    Cover(String),
    /// Lifts the cover.
    Uncover,
    /// Somebody is here again.
    Awake,
    /// Pressed "clear everything", or took it back.
    AskToClear(bool),
    /// Clears everything.
    Clear(Cleared),
}
