//! The same sources in another folder: are the shipped modules the same?

use crate::build::files::said;
use crate::build::wasm::{Module, compile};
use crate::build::{Flavour, compiled};
use crate::commands;
use crate::places::Places;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is compiled once more.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Modules {
    /// Every module.
    #[default]
    All,
    /// The guided form alone: a few minutes less.
    Form,
}

/// Copies the sources into a folder with another name and compiles them there, with a target folder of its own.
///
/// # Errors
/// When a module differs, or does not compile.
pub fn check(places: &Places, modules: Modules) -> Result<(), String> {
    let elsewhere = Elsewhere::new(places)?;
    let there = Places { root: elsewhere.0.join("sources"), target: elsewhere.0.join("built"), ..places.clone() };
    copy(places, &there.root)?;
    let both = match modules {
        Modules::All => {
            let ([here], [there]) =
                (compiled::all(places, [Flavour::Shipped])?, compiled::all(&there, [Flavour::Shipped])?);
            Module::ALL.into_iter().map(|it| Ok((it, here.of(it)?.to_vec(), there.of(it)?.to_vec()))).collect()
        }
        Modules::Form => {
            let one = |places: &Places| compile(places, Flavour::Shipped, Module::Form);
            Ok::<_, String>(vec![(Module::Form, one(places)?, one(&there)?)])
        }
    }?;
    let mut differ = Vec::new();
    for (module, here, there) in both {
        println!("  {module:?}: sha256 {}", digest(&here));
        if here != there {
            differ.push(format!("{module:?}"));
        }
    }
    if differ.is_empty() {
        println!("Built again in another folder: the same, byte for byte");
        return Ok(());
    }
    Err(format!("built in another folder, these differ: {}", differ.join(", ")))
}

/// A folder that goes when this is dropped.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new(places: &Places) -> Result<Elsewhere, String> {
        // Longer than the folder of the checkout, so that the length of a name that slipped in would show as well.
        let folder = places.target.join("built-again-in-a-folder-with-a-longer-name");
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).map_err(|fault| said(&folder, &fault))?;
        Ok(Elsewhere(folder))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// What git knows of, as it is now.
fn copy(places: &Places, to: &Path) -> Result<(), String> {
    let mut git = Command::new("git");
    git.current_dir(&places.root).args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed = commands::output(&mut git)?;
    for name in listed.lines().filter(|name| places.root.join(name).is_file()) {
        let (from, to) = (places.root.join(name), to.join(name));
        let parent = to.parent().unwrap_or(&to);
        fs::create_dir_all(parent).and_then(|()| fs::copy(&from, &to)).map_err(|fault| said(&from, &fault))?;
    }
    Ok(())
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
