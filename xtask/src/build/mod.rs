//! `cargo xtask build`: writes `dist/`, what a web editor uploads.

mod entry;
pub mod files;
mod glue;
mod lighter;
pub mod pages;
mod sizes;
mod styles;
mod wasm;
mod words;

use crate::{commands, places::Places, setup};
use files::Files;
use std::path::Path;

/// Which widgets are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// As published.
    Shipped,
    /// With the switch that makes a widget crash when asked to. For the browser journeys only.
    Faults,
}

/// Builds into `dist/` and prints what was built.
///
/// # Errors
/// When any step fails. The last good `dist/` is then still there.
pub fn run(words: &[String]) -> Result<(), String> {
    commands::no_more(words)?;
    let places = Places::find()?;
    let files = build(&places, Flavour::Shipped, &places.dist())?;
    print!("{}", sizes::table(&files));
    println!("Written to {}", places.dist().display());
    Ok(())
}

/// Builds into a folder, which is replaced as a whole once everything has been built.
///
/// # Errors
/// When any step fails.
pub fn build(places: &Places, flavour: Flavour, folder: &Path) -> Result<Files, String> {
    setup::wasm_target()?;
    let files = bundle(places, &wasm::compile(places, flavour)?)?;
    files.replace(folder)?;
    Ok(files)
}

/// Everything in `dist/`, from the compiled widgets. The same input gives the same bytes.
///
/// # Errors
/// When any step fails.
pub fn bundle(places: &Places, compiled: &[u8]) -> Result<Files, String> {
    let mut files = Files::default();
    let parts = entry::Parts {
        glue_and_wasm: wasm::bind(&mut files, compiled)?,
        css: styles::add(&mut files, &places.root)?,
        words: words::add(&mut files)?,
    };
    entry::add(&mut files, &places.root, &parts, &places.version)?;
    pages::examples(&mut files, &places.root.join("www"), &parts.css)?;
    pages::paper(&mut files)?;
    pages::logic(&mut files, "logic/")?;
    Ok(files)
}
