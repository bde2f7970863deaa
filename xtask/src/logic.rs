//! `cargo xtask logic`: every question, rule, outcome and source, for a solicitor or policy lead to read.

use crate::build::{files::Files, pages};
use crate::{commands, places::Places};

/// Writes the pages into `dist/logic/`. Nothing else in `dist/` changes.
///
/// # Errors
/// When a page cannot be written, or there are words that we do not know.
pub fn run(words: &[String]) -> Result<(), String> {
    commands::no_more(words)?;
    let places = Places::find()?;
    let mut files = Files::default();
    pages::logic(&mut files, "")?;
    let folder = places.dist().join("logic");
    std::fs::create_dir_all(places.dist()).map_err(|fault| format!("`dist` cannot be made: {fault}"))?;
    files.replace(&folder)?;
    println!("The logic pages are in {}", folder.join("index.html").display());
    Ok(())
}
