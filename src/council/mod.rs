//! For those who make the tools a council's own: what is wrong with a settings file and what it changes, every word
//! there is, what a translation lacks, and what changes in the law between two days.

pub mod catalogue;
pub mod changes;
pub mod check;
pub mod language;
pub mod lines;
pub mod remedy;
