//! `cargo xtask test`: every test, native and in a browser. It never passes by leaving something out.

mod axe_core;
pub mod browser;
pub mod driver;
mod hosts;
mod options;
mod readers;

use crate::build::{self, Flavour};
use crate::journeys::journey::Dist;
use crate::journeys::runner::{self, Tools};
use crate::{commands, places::Places, setup};
use driver::Driver;
use options::{Half, Options};
use std::fs;

/// Runs the tests.
///
/// # Errors
/// When a test fails, or the machine lacks something that cannot be installed; the words say what.
pub fn run(words: &[String]) -> Result<(), String> {
    let options = Options::read(words)?;
    let places = Places::find()?;
    // Whatever is missing shows before the long work, not after it.
    setup::wasm_target()?;
    let tools = if options.runs(Half::Browser) {
        hosts::ready()?;
        Some((browser::find()?, axe_core::text(&places)?))
    } else {
        None
    };
    if options.runs(Half::Native) {
        commands::run(commands::cargo().current_dir(&places.root).args([
            "test",
            "--workspace",
            "--exclude",
            "care-tools-deciding",
        ]))?;
    }
    if options.runs(Half::Readers) {
        readers::run(&places)?;
    }
    let Some((browser, axe_core)) = tools else { return Ok(()) };
    build_both(&places)?;
    let driver = Driver::start(&browser.driver, &places.journeys().join("driver.log"))?;
    runner::run(
        &places,
        &Tools { browser: browser.browser, driver: driver.address(), axe_core },
        options.only.as_deref(),
    )
}

/// Builds the widgets as published and with faults, and makes sure that a build can be repeated.
fn build_both(places: &Places) -> Result<(), String> {
    fs::create_dir_all(places.journeys()).map_err(|fault| build::files::said(&places.journeys(), &fault))?;
    let faults = build::build(places, Flavour::Faults, &Dist::Faults.folder(places))?;
    let first = build::build(places, Flavour::Shipped, &Dist::Shipped.folder(places))?;
    let second = build::build(places, Flavour::Shipped, &Dist::Shipped.folder(places))?;
    match first.differences(&second).as_slice() {
        [] => hosts::build(places, &first, &faults),
        names => Err(format!("two builds of the same sources differ in {}", names.join(", "))),
    }
}
