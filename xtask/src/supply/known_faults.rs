//! Faults of other people's crates that somebody has made known.

use rustsec::report::{Report, Settings};
use rustsec::{Database, Lockfile};
use std::path::Path;

/// Looks up every locked crate. What is no longer looked after is told; a fault is an error.
///
/// # Errors
/// When a crate has a known fault, or the database cannot be read.
pub fn check(lock: &Path, folder: &Path) -> Result<(), String> {
    let database =
        Database::open(folder).map_err(|fault| format!("the database in `{}`: {fault}", folder.display()))?;
    let lock = Lockfile::load(lock).map_err(|fault| format!("Cargo.lock: {fault}"))?;
    let newest = database.iter().map(|it| it.date().as_str().to_owned()).max();
    let newest = newest.ok_or_else(|| format!("there is no advisory in `{}`", folder.display()))?;
    let report = Report::generate(&database, &lock, &Settings::default());
    println!(
        "Known faults: {} crates against {} advisories, the newest of {newest}; later ones are not in it",
        lock.packages.len(),
        database.iter().count()
    );
    for warning in report.warnings.values().flatten() {
        let title = warning.advisory.as_ref().map(|it| format!("{} {}", it.id, it.title)).unwrap_or_default();
        println!("  to know: {} {}, {:?}: {title}", warning.package.name, warning.package.version, warning.kind);
    }
    let faults: Vec<String> = report
        .vulnerabilities
        .list
        .iter()
        .map(|it| format!("{} {}: {} {}", it.package.name, it.package.version, it.advisory.id, it.advisory.title))
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(format!("crates with known faults:\n{}", faults.join("\n"))) }
}
