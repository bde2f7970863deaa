//! Programs that cargo compiles for us once, under its target folder: those that no distribution packs.

use crate::commands;
use crate::places::Places;
use std::path::PathBuf;

/// The program of a crate, as name and version. Compiled when it is not there yet. `features` are cargo's words about
/// its features.
///
/// # Errors
/// When cargo refuses.
pub fn compiled(
    places: &Places,
    [name, version]: [&str; 2],
    what: &str,
    features: &[&str],
) -> Result<PathBuf, String> {
    if let Some(program) = there(places, [name, version]) {
        return Ok(program);
    }
    let root = root(places, [name, version]);
    println!("Compiling {name} {version}, {what}");
    let mut cargo = commands::cargo();
    cargo.args(["install", name, "--version", version, "--locked", "--quiet", "--root"]).arg(&root).args(features);
    // Built for one use: as quickly as may be. Not in the folder of this project, whose settings are its own.
    cargo.current_dir(&places.target).env("CARGO_TARGET_DIR", root.join("target"));
    for (setting, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        cargo.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    commands::run(&mut cargo)?;
    // Only the program is needed again.
    drop(std::fs::remove_dir_all(root.join("target")));
    there(places, [name, version]).ok_or_else(|| format!("cargo installed no program `{name}`"))
}

/// The same, when it was compiled before.
pub fn there(places: &Places, [name, version]: [&str; 2]) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Some(root(places, [name, version]).join("bin").join(file)).filter(|it| it.is_file())
}

fn root(places: &Places, [name, version]: [&str; 2]) -> PathBuf {
    places.target.join("tools").join(format!("{name}-{version}"))
}
