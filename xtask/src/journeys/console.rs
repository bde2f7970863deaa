//! What a page wrote to the console, and whether it should have.

use crate::test::engine::Engine;
use thirtyfour::BrowserLogEntry;

/// An entry as one line; nothing for an entry that is neither a warning nor an error.
pub fn line(entry: &BrowserLogEntry) -> Option<String> {
    matches!(entry.level.as_str(), "SEVERE" | "WARNING").then(|| format!("{}: {}", entry.level, entry.message))
}

/// Compares a console with the words expected in it. Each engine has its own words for what went wrong: where a journey
/// provokes a fault, only Chromium's are compared. A journey that provokes none has an empty console in every engine.
///
/// # Errors
/// When a line was not expected, or expected words are missing.
pub fn check(engine: Engine, lines: &[String], expected: &[&str]) -> Result<(), String> {
    if engine != Engine::Chromium && !expected.is_empty() {
        return Ok(());
    }
    let surprises = lines
        .iter()
        .filter(|line| !expected.iter().any(|words| line.contains(words)))
        .map(|line| format!("in the console: {line}"));
    let missing = expected
        .iter()
        .filter(|words| !lines.iter().any(|line| line.contains(**words)))
        .map(|words| format!("not in the console: {words}"));
    let faults: Vec<String> = surprises.chain(missing).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::test::engine::Engine;

    #[test]
    fn an_empty_console_is_in_order() {
        assert_eq!(check(Engine::Chromium, &[], &[]), Ok(()));
    }

    #[test]
    fn an_expected_line_has_to_turn_up_and_no_other_may() {
        let lines = ["SEVERE: a 404".to_owned(), "SEVERE: a crash".to_owned()];
        assert!(check(Engine::Chromium, &lines, &["404", "crash"]).is_ok());
        assert!(check(Engine::Chromium, &lines, &["404"]).is_err());
        assert!(check(Engine::Chromium, &lines, &["404", "crash", "policy"]).is_err());
    }
}
