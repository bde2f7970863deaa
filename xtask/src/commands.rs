//! Running other programs, with errors that name the program.

use std::ffi::OsString;
use std::process::Command;

/// Cargo, as the one that started us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// Runs a program with our own output, and waits for it.
///
/// # Errors
/// When it cannot be started, or ends with a failure.
pub fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|fault| not_started(command, &fault))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// What a program prints.
///
/// # Errors
/// When it cannot be started, or ends with a failure; then with the program's own words.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|fault| not_started(command, &fault))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let words = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{}` failed ({}): {}", line(command), output.status, words.trim()))
    }
}

/// Refuses words that a command does not know.
///
/// # Errors
/// When there are any.
pub fn no_more(words: &[String]) -> Result<(), String> {
    match words.first() {
        None => Ok(()),
        Some(word) => Err(format!("this command does not know `{word}`")),
    }
}

fn not_started(command: &Command, fault: &std::io::Error) -> String {
    format!("`{}` could not be started: {fault}", line(command))
}

/// A program and its arguments as one would type them, without the program's folder.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
