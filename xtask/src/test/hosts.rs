//! Pages of others: the package is packed by npm, installed into a project with five frameworks, and built by Vite.

use super::browser;
use crate::build::files::{Files, said};
use crate::build::package::is_shipped;
use crate::commands;
use crate::journeys::journey::Dist;
use crate::places::Places;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the pages stand in the built folder: those that Vite built, and those that load the script themselves.
const BUILT: &str = "hosts";
const PLAIN: &str = "hosted";

/// The oldest Node.js that Vite runs on. Where there is only an older one, npm brings this package of a newer.
const OLDEST: [u32; 2] = [20, 19];
const NEWER: &str = "node@22.23.3";

/// Makes sure that npm is there. Without it nobody can say that the package installs.
///
/// # Errors
/// What to install, where it cannot be installed from here.
pub fn ready() -> Result<(), String> {
    if is_there() {
        return Ok(());
    }
    let why = if browser::is_root() { browser::install(&["nodejs", "npm"]).err() } else { None };
    if is_there() {
        return Ok(());
    }
    let why = why.map(|why| format!(" {why}")).unwrap_or_default();
    Err(format!(
        "Node.js is needed, with npm: the tests install our package into pages of others. Install it from \
         https://nodejs.org.{why}"
    ))
}

fn is_there() -> bool {
    let there = |name: &str| commands::output(Command::new(name).arg("--version")).is_ok();
    there("node") && there("npm")
}

fn is_new_enough() -> bool {
    let version = commands::output(Command::new("node").arg("--version")).unwrap_or_default();
    let numbers: Vec<u32> =
        version.trim().trim_start_matches('v').split('.').map_while(|it| it.parse().ok()).collect();
    numbers.as_slice() >= OLDEST.as_slice()
}

/// Packs the built widgets, builds the pages around them, and puts them beside what was built. `other` is a second
/// version of the widgets, for a page with both and for one whose files are being replaced.
///
/// # Errors
/// When npm or Vite refuses; their words are on the screen by then.
pub fn build(places: &Places, shipped: &Files, other: &Files) -> Result<(), String> {
    let dist = Dist::Shipped.folder(places);
    let work = places.journeys().join("hosts");
    let source = places.root.join("tests/hosts");
    fresh(&work)?;
    copy(&source, &work)?;
    let packed = commands::output(
        Command::new("npm").current_dir(&dist).args(["pack", "--json", "--pack-destination"]).arg(&work),
    )?;
    let packed: Value = serde_json::from_str(&packed).map_err(|fault| format!("what npm packed: {fault}"))?;
    holds(&packed[0], shipped)?;
    let (from, to) = (work.join(packed[0]["filename"].as_str().unwrap_or_default()), work.join("care-tools.tgz"));
    fs::rename(&from, &to).map_err(|fault| said(&from, &fault))?;
    let npm = |words: &[&str]| commands::run(Command::new("npm").current_dir(&work).args(words));
    npm(&["install", "--silent", "--no-audit", "--no-fund"])?;
    if !is_new_enough() {
        npm(&["install", "--silent", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts=false", NEWER])?;
    }
    npm(&["run", "--silent", "types"])?;
    npm(&["run", "--silent", "build"])?;
    copy(&work.join("dist"), &dist.join(BUILT))?;
    copy(&source.join("static"), &dist.join(PLAIN))?;
    two_versions(&dist.join(PLAIN).join("other"), shipped, other)
}

/// Whether the package has every file that is shipped, and none else.
fn holds(packed: &Value, shipped: &Files) -> Result<(), String> {
    let listed = packed["files"].as_array().into_iter().flatten();
    let there: BTreeSet<&str> = listed.filter_map(|file| file["path"].as_str()).collect();
    let meant: BTreeSet<&str> = shipped.iter().map(|(name, _)| name).filter(|name| is_shipped(name)).collect();
    let unlike: Vec<&str> = there.symmetric_difference(&meant).copied().collect();
    if !unlike.is_empty() {
        return Err(format!("the package and what is shipped differ in {}", unlike.join(", ")));
    }
    println!("The package holds {} files, {} bytes packed", there.len(), packed["size"]);
    Ok(())
}

/// A folder as it is while a new version is put over an old one: the new entry, the hashed files of both, and the old
/// entry as a browser may still hold it.
fn two_versions(folder: &Path, old: &Files, new: &Files) -> Result<(), String> {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).and_then(|()| fs::write(&path, bytes)).map_err(|fault| said(&path, &fault))
    };
    for (name, bytes) in old.iter().chain(new.iter()).filter(|(name, _)| crate::http::site::is_hashed(name)) {
        write(name, bytes)?;
    }
    write("care-tools-before.js", old.content("care-tools.js")?)?;
    write("care-tools.js", new.content("care-tools.js")?)
}

/// An empty folder. What npm has fetched before may stay, but for our own package.
fn fresh(work: &Path) -> Result<(), String> {
    let ours = [PathBuf::from("node_modules/care-tools"), PathBuf::from("node_modules/.package-lock.json")];
    for path in ours.iter().map(|it| work.join(it)).filter(|it| it.exists()) {
        let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        gone.map_err(|fault| said(&path, &fault))?;
    }
    let built = work.join("dist");
    if built.exists() {
        fs::remove_dir_all(&built).map_err(|fault| said(&built, &fault))?;
    }
    fs::create_dir_all(work).map_err(|fault| said(work, &fault))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|fault| said(to, &fault))?;
    for entry in fs::read_dir(from).map_err(|fault| said(from, &fault))? {
        let path = entry.map_err(|fault| said(from, &fault))?.path();
        let name = path.file_name().unwrap_or_default();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        let target = to.join(name);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(|fault| said(&path, &fault))?;
        }
    }
    Ok(())
}
