//! What the commands are built from is what the tests are built from: no crate is compiled once for each.

use crate::{commands, places::Places};
use std::collections::BTreeSet;

/// Crates that cargo would compile once for `cargo xtask` and once more for the tests, because the tests ask them for
/// more features.
fn compiled_twice() -> Result<Vec<String>, String> {
    let tests = with_features(&["--workspace", "--exclude", "care-tools-deciding", "--edges", "normal,build,dev"])?;
    let commands = with_features(&["--package", "xtask", "--edges", "normal,build"])?;
    Ok(commands.difference(&tests).cloned().collect())
}

/// Every crate of these packages with its features.
fn with_features(packages: &[&str]) -> Result<BTreeSet<String>, String> {
    let places = Places::find()?;
    let mut cargo = commands::cargo();
    cargo.current_dir(&places.root).args(["tree", "--locked", "--prefix", "none", "--format", "{p} with {f}"]);
    let tree = commands::output(cargo.args(packages))?;
    Ok(tree.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect())
}

#[test]
fn what_the_commands_need_is_compiled_once() {
    let twice = compiled_twice().unwrap_or_else(|fault| vec![fault]);
    assert!(twice.is_empty(), "give these the features that the tests give them, in `xtask/Cargo.toml`: {twice:#?}");
}
