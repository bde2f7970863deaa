//! A build in a process of its own.
//!
//! These commands hold the library and its words as they were when cargo compiled the commands. Only a new
//! process, started through cargo, has the words of today.

use crate::commands;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

/// Builds `dist/`.
///
/// # Errors
/// The compiler's words, which are on the screen too.
pub fn rebuild(root: &Path) -> Result<(), String> {
    let mut cargo = commands::cargo();
    cargo.current_dir(root).args(["run", "--quiet", "--package=xtask", "--", "build"]).stderr(Stdio::piped());
    let mut child = cargo.spawn().map_err(|fault| format!("cargo could not be started: {fault}"))?;
    let words = child.stderr.take().map(shown).unwrap_or_default();
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(words),
        Err(fault) => Err(format!("{words}{fault}")),
    }
}

/// Passes lines on to the screen as they come, and returns them all.
fn shown(source: impl std::io::Read) -> String {
    let mut words = String::new();
    for line in BufReader::new(source).lines().map_while(Result::ok) {
        eprintln!("{line}");
        words.push_str(&line);
        words.push('\n');
    }
    words
}
