//! Why a file is refused as a whole.

use std::fmt;

/// Why a file is refused as a whole. What is wrong with a single row never refuses the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`LARGEST`](super::table::LARGEST).
    TooLarge,
    /// It is an XLSX file, for which there is another reader.
    Workbook,
    /// It is an Excel file of the old kind.
    OldWorkbook,
    /// The letters on this line are not in UTF-8. Which letters they are would be a guess.
    NotUtf8 {
        /// The line, from 1.
        line: u32,
    },
    /// A quotation mark that opens in the record of this line never closes, so that every row after it would
    /// be taken for one cell.
    OpenQuote {
        /// The line where the record begins, from 1.
        line: u32,
    },
    /// It is JSON, and has a fault. The text says what and where.
    Json(String),
}

impl FileFault {
    /// The permanent id, under which an authority or a translation may have other words.
    pub fn id(&self) -> &'static str {
        match self {
            FileFault::Empty => "empty",
            FileFault::TooLarge => "too_large",
            FileFault::Workbook => "workbook",
            FileFault::OldWorkbook => "old_workbook",
            FileFault::NotUtf8 { .. } => "not_utf8",
            FileFault::OpenQuote { .. } => "open_quote",
            FileFault::Json(_) => "json",
        }
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileFault::Empty => f.write_str("There is nothing in this file."),
            FileFault::TooLarge => {
                write!(f, "This file is larger than {} megabytes.", super::table::LARGEST / 1_000_000)
            }
            FileFault::Workbook => f.write_str("This is an Excel workbook. Open it as an XLSX file."),
            FileFault::OldWorkbook => f.write_str(
                "This is an Excel file protected by a password, or an old one (.xls). \
                 Open it and save it as \"Excel Workbook (.xlsx)\" or \"CSV UTF-8\".",
            ),
            FileFault::NotUtf8 { line } => write!(
                f,
                "The letters on line {line} cannot be read. Open the file in your spreadsheet program and save \
                 it as \"CSV UTF-8\"."
            ),
            FileFault::OpenQuote { line } => write!(
                f,
                "A quotation mark on line {line}, or in the cell that begins there, is never closed. The rows \
                 after it would be lost. Close it, or save the file again from your spreadsheet program."
            ),
            FileFault::Json(fault) => write!(f, "This file is not a list that the tool can read: {fault}."),
        }
    }
}

impl std::error::Error for FileFault {}
