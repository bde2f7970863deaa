//! The widgets, compiled and bound to JavaScript.

use super::compiled::Compiled;
use super::files::{Files, said};
use super::lighter;
use super::split::{self, Split};
use super::{Flavour, glue};
use crate::{commands, places::Places, setup::WASM};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

/// What is compiled for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Module {
    /// The guided form.
    Form,
    /// The waiting list, matching and the plan.
    Lists,
    /// The action plan.
    Plans,
    /// Records opened together.
    Supervision,
    /// For those who make the tools a council's own.
    Council,
    /// The reader of workbooks.
    Office,
    /// The writer of documents for Word.
    Word,
}

impl Module {
    /// Every module.
    pub const ALL: [Module; 7] = [
        Module::Form,
        Module::Lists,
        Module::Plans,
        Module::Supervision,
        Module::Council,
        Module::Office,
        Module::Word,
    ];

    fn name(self) -> &'static str {
        match self {
            Module::Form => "care-tools",
            Module::Lists => "care-lists",
            Module::Plans => "care-plans",
            Module::Supervision => "care-supervision",
            Module::Council => "care-council",
            Module::Office => "care-office",
            Module::Word => "care-word",
        }
    }

    /// Of the form the first questions are the measure; everything else is opened by somebody who wants the whole.
    fn in_two(self) -> bool {
        self == Module::Form
    }

    /// Lists are measured by their speed over a hundred thousand rows, forms by their size.
    fn profile(self) -> &'static str {
        match self {
            Module::Lists => "lists",
            Module::Plans => "plans",
            Module::Supervision => "supervision",
            Module::Council => "council",
            Module::Form | Module::Office | Module::Word => "release",
        }
    }
}

/// The names of the files that go together.
#[derive(Debug)]
pub struct Pair {
    /// The JavaScript.
    pub glue: String,
    /// The compiled widgets.
    pub wasm: String,
    /// What of them the first questions do without, where it is a file of its own.
    pub rest: Option<String>,
}

/// Compiles the library for the browser, and returns the bytes before binding.
///
/// # Errors
/// When the compiler refuses; its words are on the screen by then.
pub fn compile(places: &Places, flavour: Flavour, module: Module) -> Result<Vec<u8>, String> {
    let mut cargo = commands::cargo();
    let office = matches!(module, Module::Office | Module::Word);
    let package = if office { "care-tools-office" } else { "care-tools" };
    let in_two = module.in_two();
    let command = if in_two { "rustc" } else { "build" };
    cargo.current_dir(&places.root).args([command, "--package", package, "--lib", "--target", WASM]);
    cargo.args(["--profile", module.profile()]);
    // Wherever the environment puts it: a second build has a folder of its own.
    cargo.arg("--target-dir").arg(&places.target);
    cargo.arg("--config").arg(flags(places));
    // They would win over the setting above.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    let features = match (module, flavour) {
        (Module::Lists, Flavour::Shipped | Flavour::Counted) => "lists",
        (Module::Lists, Flavour::Faults) => "lists,faults",
        (Module::Plans, Flavour::Shipped | Flavour::Counted) => "plans",
        (Module::Plans, Flavour::Faults) => "plans,faults",
        (Module::Supervision, Flavour::Shipped | Flavour::Counted) => "supervision",
        (Module::Supervision, Flavour::Faults) => "supervision,faults",
        (Module::Form, Flavour::Faults) => "faults",
        (Module::Form, Flavour::Shipped | Flavour::Counted) => "",
        (Module::Council, _) => "council",
        (Module::Office, _) => "read",
        (Module::Word, _) => "write",
    };
    if office {
        cargo.arg("--no-default-features");
    }
    if !features.is_empty() {
        cargo.args(["--features", features]);
    }
    if in_two {
        // So that the linker says which data belongs to which functions.
        cargo.args(["--", "-Clink-arg=--emit-relocs"]);
    }
    commands::run(&mut cargo)?;
    let file = format!("{}/{}.wasm", module.profile(), package.replace('-', "_"));
    let path = places.target.join(WASM).join(file);
    std::fs::read(&path).map_err(|fault| said(&path, &fault))
}

/// Binds the compiled library, and adds the two files.
///
/// # Errors
/// When it was not compiled, when wasm-bindgen refuses, or when its script has a form that we do not know.
pub fn bind(files: &mut Files, compiled: &Compiled, module: Module) -> Result<Pair, String> {
    let in_two = module.in_two();
    let (script, wasm) = bound(compiled.of(module)?, in_two).map_err(|fault| format!("wasm-bindgen: {fault}"))?;
    let (wasm, rest) = if in_two {
        let Split { first, rest } = match compiled.flavour {
            Flavour::Counted => split::counted(&wasm)?,
            Flavour::Shipped | Flavour::Faults => split::split(&wasm, compiled.of(module)?)?,
        };
        // As with the style sheet: a page may ask for it ahead of time, by a name that never changes.
        files.add(format!("{}.wasm", module.name()), first.clone())?;
        (first, Some(files.add_hashed(&format!("{}-rest", module.name()), "wasm", rest)?))
    } else {
        (wasm, None)
    };
    let script = lighter::script(&glue::factory(&script)?);
    Ok(Pair {
        glue: files.add_hashed(&format!("{}-glue", module.name()), "js", script)?,
        wasm: files.add_hashed(module.name(), "wasm", wasm)?,
        rest,
    })
}

/// The script and the module. Where the functions' names are wanted, they are as the compiler wrote them.
fn bound(compiled: &[u8], named: bool) -> Result<(String, Vec<u8>), String> {
    let words = |fault| format!("{fault:#}");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("care_tools", compiled.to_vec()).typescript(false);
    bindgen.remove_name_section(!named).demangle(false).remove_producers_section(true);
    let mut output = bindgen.no_modules(true).and_then(Bindgen::generate_output).map_err(words)?;
    let script = output.js().to_owned();
    Ok((script, output.wasm_mut().emit_wasm()))
}

/// Settings that keep the folders of this machine out of the shipped file, where the messages of a crash would name them,
/// and so make the bytes the same on every machine with the same compiler. And functions get names that say of what types
/// they are made: [`split`] reads them.
fn flags(places: &Places) -> String {
    let sources = cargo_home().map(|home| home.join("registry/src"));
    let each_registry = sources.and_then(|it| it.read_dir().ok()).into_iter().flatten().flatten().map(|it| it.path());
    let named = [(cargo_home(), "cargo"), (Some(places.target.clone()), "target"), (Some(places.root.clone()), "")];
    // The compiler takes the last that fits, so the longest come last.
    let flags: Vec<String> = named
        .into_iter()
        .filter_map(|(folder, name)| Some((folder?, name)))
        .chain(each_registry.map(|folder| (folder, "")))
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .chain(["-Csymbol-mangling-version=v0".to_owned()])
        .collect();
    format!("target.{WASM}.rustflags={}", serde_json::Value::from(flags))
}

/// What of this machine the modules of a build name, a sentence each. There should be nothing.
pub fn named_of_this_machine(files: &Files, places: &Places) -> Vec<String> {
    let folders = [cargo_home(), std::env::home_dir(), Some(places.target.clone()), Some(places.root.clone())];
    // A folder right below the root may have a name that stands in a module with a better reason, such as `/src`.
    let folders: Vec<PathBuf> = folders.into_iter().flatten().filter(|it| it.components().count() > 2).collect();
    named(files, &folders)
}

fn named(files: &Files, folders: &[PathBuf]) -> Vec<String> {
    let has = |bytes: &[u8], folder: &str| bytes.windows(folder.len()).any(|part| part == folder.as_bytes());
    let modules = files.iter().filter(|(name, _)| name.ends_with(".wasm"));
    modules
        .flat_map(|(name, bytes)| {
            let found = folders.iter().map(|it| format!("{}/", it.display())).filter(|it| has(bytes, it));
            found.map(|it| format!("`{name}` names the folder `{it}`")).collect::<Vec<_>>()
        })
        .collect()
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_machine_is_found_in_a_module() -> Result<(), String> {
        let mut files = Files::default();
        files.add("a.wasm", "\0asm /builds/of/somebody/src/lib.rs")?;
        files.add("b.wasm", "\0asm /src/lib.rs")?;
        files.add("c.txt", "/builds/of/somebody/src/lib.rs")?;
        let expected = vec!["`a.wasm` names the folder `/builds/of/somebody/`".to_owned()];
        assert_eq!(named(&files, &[PathBuf::from("/builds/of/somebody")]), expected);
        Ok(())
    }
}
