//! Reads and writes office files in the browser.
//!
//! This is a module apart from the widgets, so that the first question costs nothing more for those who
//! never open or keep such a file, and it is compiled twice, for reading and for writing. It knows nothing of any tool: [`rows()`] gives the texts of a workbook,
//! and [`docx()`] sets texts that are ready as a document.

// What is shipped does not end where a list is shorter than somebody thought. Tests may.
#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

#[cfg(feature = "write")]
mod docx;
#[cfg(feature = "read")]
mod rows;

#[cfg(feature = "write")]
pub use docx::docx;
#[cfg(feature = "read")]
pub use rows::{Fault, LARGEST, LAST_COLUMN, LAST_ROW, LONGEST, UNPACKED, read, rows};
