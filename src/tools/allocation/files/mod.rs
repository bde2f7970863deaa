//! What comes in and goes out as a file: waiting lists, workers, and the blank template.
//!
//! Nothing here decides anything or guesses. A file becomes rows of texts with the line each stands on;
//! what a text means to the rules is for the rules to say, with the help of [`values`].
//!
//! A list may have a hundred thousand rows, so that [`table::Reading`] goes on in slices, and the page
//! can show how far it is and stop.

pub mod columns;
pub mod export;
mod fault;
mod records;
mod sheet;
pub mod table;
pub mod values;
pub mod workers;

pub use columns::Field;
pub use fault::FileFault;
pub use table::{Progress, Reading, Row, Table};
