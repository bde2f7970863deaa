//! `cargo xtask bench`: sizes and times, side by side with what an embedder would use instead.
//!
//! Everything is measured in one run, on the same machine, so that the ratios mean something; a time alone
//! is a hint. What cannot be measured says so in its place of the table, and the command then fails.

mod answers;
mod browser;
mod decide;
mod govuk;
mod guest;
mod lists;
mod load;
mod many;
mod memory;
mod npm;
mod numbers;
mod pages;
mod publish;
mod rivals;
mod served;
mod size;
mod table;

use crate::build::files::said;
use crate::build::{self, Flavour};
use crate::journeys::{aside, session};
use crate::places::Places;
use crate::test::browser as programs;
use crate::test::engine::Engine;
use browser::Bench;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;
use table::{Row, Table};

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Effort {
    /// How often a load is repeated. The median counts.
    samples: usize,
    /// Whether the long measurements run: many widgets, and memory.
    long: bool,
    /// Whether the figures go into the README and the page of numbers.
    publish: bool,
}

/// Measures, prints the table and writes it to `bench.md` in cargo's target folder.
///
/// # Errors
/// When a figure cannot be had. The others are printed all the same.
pub fn run(words: &[String]) -> Result<(), String> {
    let effort = effort(words)?;
    let places = Places::find()?;
    let programs = programs::find(&places, Engine::Chromium)?;
    let folder = folder(&places);
    fs::create_dir_all(&folder).map_err(|fault| said(&folder, &fault))?;
    let built = build::build(&places, Flavour::Shipped, &folder.join("dist"))?;
    let rivals = rivals::make(&places.root, &folder, &built);
    let pages = pages::all(&built, &rivals, &npm::govuk(&folder))?;
    let bench = Bench::new(pages, programs, folder.join("driver.log"), effort)?;
    let mut table = Table::default();
    table.extend(stage("sizes", || size::rows(&bench.pages)));
    table.extend(stage("decide", || decide::rows(&places)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|fault| format!("the measurements cannot start: {fault}"))?;
    table.about = runtime.block_on(bench.about());
    table.extend(stage("load", || runtime.block_on(load::rows(&bench))));
    table.extend(stage("answers", || runtime.block_on(answers::rows(&bench))));
    table.extend(stage("host page", || runtime.block_on(guest::rows(&bench))));
    table.extend(stage("lists", || runtime.block_on(lists::rows(&bench))));
    if effort.long {
        table.extend(stage("20 widgets", || runtime.block_on(many::rows(&bench))));
        table.extend(stage("memory", || runtime.block_on(memory::rows(&bench))));
    }
    let text = table.markdown();
    print!("{text}");
    let path = places.target.join("bench.md");
    fs::write(&path, &text).map_err(|fault| said(&path, &fault))?;
    if effort.publish {
        publish::write(&places.root, &table)?;
    }
    match table.not_measured() {
        0 => Ok(()),
        count => Err(format!("{count} figures could not be measured; the table says why")),
    }
}

fn effort(words: &[String]) -> Result<Effort, String> {
    match words {
        [] => Ok(Effort { samples: 5, long: true, publish: false }),
        [flag] if flag == "--publish" => Ok(Effort { samples: 5, long: true, publish: true }),
        [flag] if flag == "--quick" => Ok(Effort { samples: 1, long: false, publish: false }),
        _ => Err("`bench` knows only `--quick` or `--publish`".to_owned()),
    }
}

fn folder(places: &Places) -> PathBuf {
    places.target.join("bench")
}

/// Says what is being measured, as the whole takes minutes.
fn stage(name: &str, measure: impl FnOnce() -> Vec<Row>) -> Vec<Row> {
    let start = Instant::now();
    eprint!("{name} … ");
    let rows = measure();
    eprintln!("{:.0} s", start.elapsed().as_secs_f32());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quick_is_known() {
        assert!(effort(&[]).is_ok_and(|it| it.long && it.samples == 5));
        assert!(effort(&["--quick".to_owned()]).is_ok_and(|it| !it.long && it.samples == 1));
        assert!(effort(&["--slow".to_owned()]).is_err());
    }
}
