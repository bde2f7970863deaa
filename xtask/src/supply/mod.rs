//! `cargo xtask supply`: what comes from others, and whether what we publish can be built again.
//!
//! Licences, banned crates and sources are cargo-deny's to check, by `deny.toml`. Known faults are looked up in a copy of
//! the RustSec database, when somebody gives one: its date is printed, as what came later is not in it. At last the
//! modules are compiled once more in another folder, and have to be the same byte for byte.

mod again;
mod known_faults;

use crate::places::Places;
use crate::{commands, tools};
use std::path::PathBuf;

const CARGO_DENY: [&str; 2] = ["cargo-deny", "0.20.2"];

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    database: Option<PathBuf>,
    modules: again::Modules,
}

/// Checks everything.
///
/// # Errors
/// What is not as it should be, or cannot be checked.
pub fn run(words: &[String]) -> Result<(), String> {
    let options = read(words)?;
    let places = Places::find()?;
    let deny = tools::compiled(&places, CARGO_DENY, "the check of licences, bans and sources", &[])?;
    let mut command = std::process::Command::new(deny);
    command.current_dir(&places.root).args(["check", "--hide-inclusion-graph"]);
    commands::run(command.args(["licenses", "bans", "sources"]))?;
    match options.database {
        Some(folder) => known_faults::check(&places.root.join("Cargo.lock"), &folder)?,
        None => println!("Known faults: not checked, as no copy of the RustSec database was given (`--advisories`)"),
    }
    again::check(&places, options.modules)
}

fn read(words: &[String]) -> Result<Options, String> {
    let mut options = Options::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--advisories" => {
                let folder = words.next().ok_or("`--advisories` needs the folder of the database")?;
                options.database = Some(PathBuf::from(folder));
            }
            "--quick" => options.modules = again::Modules::Form,
            other => return Err(format!("`supply` does not know `{other}`")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_may_be_given() {
        let words = ["--advisories", "db", "--quick"].map(str::to_owned);
        let options = Options { database: Some(PathBuf::from("db")), modules: again::Modules::Form };
        assert_eq!(read(&words), Ok(options));
        assert!(read(&["--advisories".to_owned()]).is_err());
        assert!(read(&["--all".to_owned()]).is_err());
    }
}
