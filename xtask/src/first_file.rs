//! `cargo xtask first-file`: looks which functions the first questions need, and writes down which of the others the
//! build may leave to the second file of code.
//!
//! To be run when the form's code has changed much, or the build says that the list is of another time.

use crate::build::{self, Flavour};
use crate::journeys::first_file;
use crate::journeys::journey::Dist;
use crate::journeys::runner;
use crate::places::Places;
use crate::test::engine::Engine;
use crate::{commands, test};
use std::fs;

/// Builds the tools with functions that note that they ran, uses the first section in every way, and writes the list.
///
/// # Errors
/// When the tools cannot be built, or the walk does not come to its end.
pub fn run(words: &[String]) -> Result<(), String> {
    commands::no_more(words)?;
    let places = Places::find()?;
    let tools = test::tools(&places, Engine::Chromium)?;
    let folder = Dist::Counted.folder(&places);
    fs::create_dir_all(places.journeys()).map_err(|fault| build::files::said(&places.journeys(), &fault))?;
    build::build(&places, Flavour::Counted, &folder)?;
    runner::these(&places, &tools, vec![first_file::recording()])?;
    println!("Written to {}", first_file::list()?.display());
    Ok(())
}
