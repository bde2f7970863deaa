//! `cargo xtask test`: every test, native and in a browser. It never passes by leaving something out.

mod axe_core;
pub mod browser;
pub mod driver;
pub mod engine;
mod hosts;
mod options;
mod readers;
mod screen;

use crate::build::{self, Flavour, compiled};
use crate::journeys::journey::Dist;
use crate::journeys::runner::{self, Tools};
use crate::{commands, places::Places, setup};
use browser::Browser;
use engine::Engine;
use options::{Half, Options};
use std::{fs, thread};

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
        let browsers: Result<Vec<_>, _> =
            options.engines().into_iter().map(|it| browser::find(&places, it)).collect();
        Some((browsers?, axe_core::text(&places)?))
    } else {
        None
    };
    let native = options.runs(Half::Native);
    if native {
        run_native(&places, &["--no-run"])?;
    }
    // Neither keeps both processors busy: some tests are long, and so is the last step of each module.
    let [tested, built] = thread::scope(|scope| {
        let built = (tools.is_some() && !options.again).then(|| scope.spawn(|| build_both(&places)));
        let tested = if native { run_native(&places, &[]) } else { Ok(()) };
        [tested, built.map_or(Ok(()), joined)]
    });
    tested.and(built)?;
    if options.runs(Half::Readers) {
        readers::run(&places)?;
    }
    let Some((browsers, axe_core)) = tools else { return Ok(()) };
    if options.again {
        println!("The journeys run on what was built the last time");
    }
    let mut faults = Vec::new();
    // Every engine, even after one has failed: each says something else.
    for browser in browsers {
        let tools = with(&places, browser, axe_core.clone());
        faults.extend(runner::run(&places, &tools, options.only.as_deref(), options.every_fault).err());
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// The native tests of everything but what is there for mutating the rules alone.
fn run_native(places: &Places, more: &[&str]) -> Result<(), String> {
    let all = ["test", "--workspace", "--exclude", "care-tools-deciding"];
    commands::run(commands::cargo().current_dir(&places.root).args(all).args(more))
}

/// What journeys in one engine need. What is missing is installed where it may be.
///
/// # Errors
/// When it cannot be had.
pub fn tools(places: &Places, engine: Engine) -> Result<Tools, String> {
    Ok(with(places, browser::find(places, engine)?, axe_core::text(places)?))
}

fn with(places: &Places, browser: Browser, axe_core: String) -> Tools {
    let log = places.journeys().join(format!("driver-{}.log", browser.engine.name()));
    Tools { browser, log, axe_core }
}

/// Builds the widgets as published and with faults, and makes sure that a build can be repeated.
fn build_both(places: &Places) -> Result<(), String> {
    fs::create_dir_all(places.journeys()).map_err(|fault| build::files::said(&places.journeys(), &fault))?;
    setup::wasm_target()?;
    let [faulty, shipped] = compiled::all(places, [Flavour::Faults, Flavour::Shipped])?;
    // Each works on one processor for half a minute.
    let [faults, first, second] = thread::scope(|scope| {
        [&faulty, &shipped, &shipped].map(|it| scope.spawn(|| build::bundle(places, it))).map(joined)
    });
    let (faults, first, second) = (faults?, first?, second?);
    faults.replace(&Dist::Faults.folder(places))?;
    first.replace(&Dist::Shipped.folder(places))?;
    let named = build::wasm::named_of_this_machine(&first, places);
    if !named.is_empty() {
        return Err(named.join("; "));
    }
    match first.differences(&second).as_slice() {
        [] => hosts::build(places, &first, &faults),
        names => Err(format!("two builds of the same sources differ in {}", names.join(", "))),
    }
}

fn joined<T>(work: thread::ScopedJoinHandle<'_, Result<T, String>>) -> Result<T, String> {
    work.join().unwrap_or_else(|_| Err("a part of the work ended early".to_owned()))
}
