//! `cargo xtask build`: writes `dist/`, what a web editor uploads.

pub mod compiled;
mod council;
mod drafts;
mod entry;
pub mod example_plan;
pub mod example_records;
mod examples;
pub mod files;
mod glue;
mod languages;
mod laws;
mod library;
mod lighter;
pub mod numbers;
pub mod package;
pub mod pages;
pub mod sizes;
pub mod split;
mod styles;
mod translations;
pub mod wasm;
mod words;

use crate::{commands, places::Places, setup};
use compiled::Compiled;
use files::Files;
use std::path::Path;
use wasm::Module;

/// What a page names beside the script, by the names that change with the content.
#[derive(Debug, Clone, Copy)]
pub struct Linked<'a> {
    /// The style sheet that the widgets fetch.
    pub css: &'a str,
    /// The module of the forms.
    pub module: &'a str,
}

/// Which widgets are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// As published.
    Shipped,
    /// With the switch that makes a widget crash when asked to. For the browser journeys only.
    Faults,
    /// As published, but each function of the first file notes that it ran. For `cargo xtask first-file` only.
    Counted,
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
    let [compiled] = compiled::all(places, [flavour])?;
    let files = bundle(places, &compiled)?;
    files.replace(folder)?;
    Ok(files)
}

/// Everything in `dist/`, from the compiled widgets. The same input gives the same bytes.
///
/// # Errors
/// When any step fails.
pub fn bundle(places: &Places, compiled: &Compiled) -> Result<Files, String> {
    let mut files = Files::default();
    let screens = words::screens()?;
    let library = library::text()?;
    let parts = entry::Parts {
        glue_and_wasm: wasm::bind(&mut files, compiled, Module::Form)?,
        css: styles::add(&mut files, &places.root)?,
        words: words::add(&mut files, &screens)?,
        laws: laws::add(&mut files)?,
        lists: wasm::bind(&mut files, compiled, Module::Lists)?,
        lists_css: styles::add_lists(&mut files, &places.root)?,
        plans: wasm::bind(&mut files, compiled, Module::Plans)?,
        plans_css: styles::add_plans(&mut files, &places.root)?,
        supervision: wasm::bind(&mut files, compiled, Module::Supervision)?,
        supervision_css: styles::add_supervision(&mut files, &places.root)?,
        languages: languages::add(&mut files, &places.root, &screens, &library)?,
        library: files.add_hashed("supervision-library", "json", library)?,
        drafts: drafts::add(&mut files, &places.root)?,
        office: wasm::bind(&mut files, compiled, Module::Office)?,
        word: wasm::bind(&mut files, compiled, Module::Word)?,
    };
    entry::add(&mut files, &places.root, &parts, &places.version)?;
    let of_council = wasm::bind(&mut files, compiled, Module::Council)?;
    council::add(&mut files, &places.root, &of_council)?;
    let linked = Linked { css: &parts.css, module: &parts.glue_and_wasm.wasm };
    pages::examples(&mut files, &places.root.join("www"), linked, &numbers::table(&places.root)?)?;
    examples::add(&mut files)?;
    example_plan::add(&mut files, &places.root)?;
    example_records::add(&mut files, &places.root)?;
    files.add("record.schema.json", care_tools::record::shape::schema::schema().write_pretty())?;
    pages::paper(&mut files)?;
    pages::logic(&mut files, "logic/")?;
    package::add(&mut files, places, linked)?;
    Ok(files)
}
