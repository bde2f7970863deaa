//! An invented waiting list and invented workers, for the example pages.

use super::files::Files;
use crate::example_list::{AS_OF, SEED, waiting_list, workers};
use care_tools::engine::dates::from_iso;

/// How many people and workers there are.
const PEOPLE: u64 = 300;
const WORKERS: u64 = 24;

/// Adds both files. They are the same on every machine.
///
/// # Errors
/// When a file of the same name is there.
pub fn add(files: &mut Files) -> Result<(), String> {
    let day = from_iso(AS_OF).ok_or("the day of the example list is no date")?;
    files.add("example-list.csv", waiting_list(PEOPLE, SEED, day))?;
    files.add("example-workers.csv", workers(WORKERS, SEED, day))
}
