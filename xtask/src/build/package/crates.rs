//! The crates whose code is inside the shipped modules, as cargo says.
//!
//! Macros and build scripts run while the modules are compiled and are not in them, so they are not here either.

use crate::build::files::read;
use crate::commands;
use crate::places::Places;
use crate::setup::WASM;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Our own crates, with the features of every module that is made from them: see `wasm.rs`.
const OURS: [(&str, &str); 2] =
    [("care-tools", "lists,plans,supervision,council"), ("care-tools-office", "read,write")];

/// A crate's name and version.
pub type Key = (String, String);

/// A crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crate {
    /// Name and version.
    pub key: Key,
    /// Its licence as an expression.
    pub licence: String,
    /// Whether it is one of ours, which no registry has.
    pub ours: bool,
    /// The SHA-256 of its source, as the registry has it.
    pub checksum: Option<String>,
    /// The folder of its source.
    pub folder: PathBuf,
    /// The file that its own description names as its licence.
    pub licence_file: Option<String>,
    /// Who wrote it, where it says so.
    pub authors: Vec<String>,
    /// The crates that it uses, in the modules.
    pub uses: BTreeSet<Key>,
}

/// The crates of all shipped modules, in order of name.
///
/// # Errors
/// When cargo refuses, or does not describe one of them.
pub fn shipped(places: &Places) -> Result<Vec<Crate>, String> {
    let mut uses: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for (package, features) in OURS {
        let mut cargo = commands::cargo();
        cargo.current_dir(&places.root).args(["tree", "--package", package, "--target", WASM]);
        cargo.args(["--no-default-features", "--features", features]);
        cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", "{p}"]);
        add_tree(&mut uses, &commands::output(&mut cargo)?)?;
    }
    let text = commands::output(commands::cargo().current_dir(&places.root).args([
        "metadata",
        "--format-version=1",
        "--filter-platform",
        WASM,
    ]))?;
    let metadata: Value = serde_json::from_str(&text).map_err(|fault| format!("cargo's description: {fault}"))?;
    let checksums = checksums(&read(&places.root.join("Cargo.lock"))?);
    described(uses, &metadata, &checksums)
}

/// The version of the compiler, whose standard library is in every module.
///
/// # Errors
/// When it cannot be started, or says something else.
pub fn compiler(places: &Places) -> Result<String, String> {
    let name = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = commands::output(std::process::Command::new(name).current_dir(&places.root).arg("--version"))?;
    let version = said.split_whitespace().nth(1).map(str::to_owned);
    version.ok_or_else(|| format!("the compiler does not say its version: `{}`", said.trim()))
}

/// Reads lines such as `2serde v1.0.229 (*)`, where the number is how deep a crate stands below the first.
fn add_tree(uses: &mut BTreeMap<Key, BTreeSet<Key>>, tree: &str) -> Result<(), String> {
    let mut above: Vec<Key> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let unknown = || format!("cargo's tree has a line of another form: `{line}`");
        let name_at = line.find(|letter: char| !letter.is_ascii_digit()).ok_or_else(unknown)?;
        let (depth, rest) = line.split_at(name_at);
        let depth: usize = depth.parse().map_err(|_| unknown())?;
        let (name, rest) = rest.split_once(" v").ok_or_else(unknown)?;
        let version = rest.split_whitespace().next().ok_or_else(unknown)?;
        let key = (name.to_owned(), version.to_owned());
        above.truncate(depth);
        if let Some(parent) = above.last() {
            uses.entry(parent.clone()).or_default().insert(key.clone());
        }
        uses.entry(key.clone()).or_default();
        above.push(key);
    }
    Ok(())
}

fn described(
    uses: BTreeMap<Key, BTreeSet<Key>>,
    metadata: &Value,
    checksums: &BTreeMap<Key, String>,
) -> Result<Vec<Crate>, String> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let one = |(key, uses): (Key, BTreeSet<Key>)| {
        let found = packages.iter().find(|it| it["name"] == *key.0 && it["version"] == *key.1);
        let package = found.ok_or_else(|| format!("cargo does not describe `{} {}`", key.0, key.1))?;
        let text = |name: &str| package[name].as_str().map(str::to_owned);
        let licence = text("license").map(|it| expression(&it));
        let manifest = text("manifest_path").map(PathBuf::from);
        Ok(Crate {
            licence: licence.ok_or_else(|| format!("`{} {}` does not say its licence", key.0, key.1))?,
            ours: package["source"].is_null(),
            checksum: checksums.get(&key).cloned(),
            folder: manifest.as_deref().and_then(Path::parent).map(Path::to_owned).unwrap_or_default(),
            licence_file: text("license_file"),
            authors: package["authors"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(name)
                .collect(),
            key,
            uses,
        })
    };
    uses.into_iter().map(one).collect()
}

/// A name without the address behind it.
fn name(author: &str) -> String {
    author.split('<').next().unwrap_or_default().trim().to_owned()
}

/// Older crates write `MIT/Apache-2.0`.
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

fn checksums(lock: &str) -> BTreeMap<Key, String> {
    let value = |entry: &str, key: &str| {
        let line = entry.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")))?;
        line.strip_suffix('"').map(str::to_owned)
    };
    let entries = lock.split("[[package]]");
    entries
        .filter_map(|entry| Some(((value(entry, "name")?, value(entry, "version")?), value(entry, "checksum")?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, version: &str) -> Key {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn a_tree_says_who_uses_whom() -> Result<(), String> {
        let mut uses = BTreeMap::new();
        add_tree(&mut uses, "0a v1.0.0 (somewhere)\n1b v2.0.0\n2c v3.0.0\n1c v3.0.0 (*)\n")?;
        assert_eq!(uses[&key("a", "1.0.0")], [key("b", "2.0.0"), key("c", "3.0.0")].into());
        assert_eq!(uses[&key("b", "2.0.0")], [key("c", "3.0.0")].into());
        assert!(uses[&key("c", "3.0.0")].is_empty());
        assert!(add_tree(&mut uses, "no tree").is_err());
        Ok(())
    }

    #[test]
    fn a_lock_file_says_the_hashes() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"12\"\n\n[[package]]\n\
                    name = \"ours\"\nversion = \"0.1.0\"\n";
        assert_eq!(checksums(lock), [(key("a", "1.0.0"), "12".to_owned())].into());
    }

    #[test]
    fn older_expressions_are_written_anew() {
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(expression("(MIT OR Apache-2.0) AND Unicode-3.0"), "(MIT OR Apache-2.0) AND Unicode-3.0");
    }
}
