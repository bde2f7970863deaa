//! What makes the build a product: manifests and types for editors, the package for npm, pages for frames, snippets to
//! paste, and what is inside.

pub mod crates;
pub mod elements;
mod frame;
mod licences;
mod manifest;
mod npm;
mod sbom;
pub mod snippets;
mod tokens;
mod typings;
mod web_types;

use super::files::{Files, hash8, read};
use super::{Linked, sizes};
use crate::places::Places;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
pub use npm::is_shipped;
use serde_json::Value;
use sha2::{Digest, Sha384};
use snippets::Pinned;

const ENTRY: &str = "care-tools.js";
/// What the page “Get the code” and `cargo xtask snippet` read.
pub const SNIPPETS: &str = "snippets.json";

/// Adds all of it. Everything else that is shipped has to be there before.
///
/// # Errors
/// When the build lacks something, cargo refuses to say what is inside, or a licence has no text.
pub fn add(files: &mut Files, places: &Places, linked: Linked<'_>) -> Result<(), String> {
    let elements = elements::all()?;
    let tokens = tokens::of(&places.root)?;
    let pinned = pinned(files, linked)?;
    for name in ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"] {
        files.add(name, read(&places.root.join(name))?)?;
    }
    files.add("custom-elements.json", pretty(&manifest::manifest(&elements, &tokens)))?;
    files.add("web-types.json", pretty(&web_types::web_types(&elements, &tokens, &places.version)))?;
    files.add("care-tools.d.ts", typings::types(&elements))?;
    files.add("react.d.ts", typings::react(&elements))?;
    frame::add(files, &elements, linked)?;
    files.add(SNIPPETS, snippets::data(&elements, &pinned).to_string())?;
    let (crates, compiler) = (crates::shipped(places)?, crates::compiler(places)?);
    files.add("sbom.cdx.json", pretty(&sbom::document(&crates, &places.version, &compiler)))?;
    let standard = licences::Standard::of(&places.root)?;
    files.add("licences.txt", licences::text(&crates, &standard, &compiler)?)?;
    files.add("README.md", npm::readme(&places.version))?;
    npm::nothing_left_out(files)?;
    // Of itself the list of sizes cannot say how big it is.
    files.add("sizes.json", pretty(&sizes::json(files, npm::is_shipped)))?;
    files.add("package.json", pretty(&npm::package(files, &places.version)))
}

/// Adds the entry under a name that changes with its content, and hashes what a pinned page links.
fn pinned(files: &mut Files, linked: Linked<'_>) -> Result<Pinned, String> {
    let entry = files.content(ENTRY)?.to_vec();
    let script = format!("care-tools-{}.js", hash8(&entry));
    files.add(script.clone(), entry)?;
    Ok(Pinned {
        script_integrity: integrity(files.content(&script)?),
        script,
        css_integrity: integrity(files.content(linked.css)?),
        css: linked.css.to_owned(),
        module: linked.module.to_owned(),
    })
}

/// A hash as a page's markup has it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKED: Linked<'_> = Linked { css: "care-tools-00000000.css", module: "care-tools-00000000.wasm" };

    #[test]
    fn an_entry_is_pinned_with_the_same_bytes() -> Result<(), String> {
        let mut files = Files::default();
        files.add(ENTRY, "abc")?;
        files.add(LINKED.css, "")?;
        let pinned = pinned(&mut files, LINKED)?;
        assert_eq!(pinned.script, "care-tools-ba7816bf.js");
        assert_eq!(files.content(&pinned.script)?, b"abc");
        let known = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(pinned.script_integrity, known);
        Ok(())
    }

    #[test]
    fn the_whole_is_added_to_a_build() -> Result<(), String> {
        let places = Places::find()?;
        let whole = || {
            let mut files = Files::default();
            for name in [ENTRY, LINKED.css, "care-tools.css", "record.schema.json", "example-plan.json"] {
                files.add(name, "x")?;
            }
            add(&mut files, &places, LINKED)?;
            Ok::<_, String>(files)
        };
        let files = whole()?;
        assert_eq!(files.differences(&whole()?), Vec::<&str>::new());
        for name in
            ["custom-elements.json", "web-types.json", "package.json", "sbom.cdx.json", "sizes.json", SNIPPETS]
        {
            let read: Result<Value, _> = serde_json::from_slice(files.content(name)?);
            assert!(read.is_ok(), "`{name}`");
        }
        let sizes: Value = serde_json::from_slice(files.content("sizes.json")?).map_err(|fault| fault.to_string())?;
        let listed: Vec<&str> =
            sizes["files"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()).collect();
        assert!(listed.contains(&"frame/frame.js") && !listed.contains(&"example-plan.json"));
        Ok(())
    }
}
