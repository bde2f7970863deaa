//! What the pages for councils need: a module, the worked cases, the schema of the settings file, and a script that knows
//! where they are.

use super::entry::{FILES as PLACE, file, filled};
use super::files::{Files, read};
use super::lighter;
use super::wasm::Pair;
use care_tools::{locality_schema, tools};
use std::path::Path;

/// Adds `council.js` and what it fetches.
///
/// # Errors
/// When a source is not there, or the script has no place for the names.
pub fn add(files: &mut Files, root: &Path, module: &Pair) -> Result<(), String> {
    files.add("locality.schema.json", locality_schema::schema().write_pretty())?;
    let mut cases = Vec::new();
    for id in tools::IDS {
        let text = read(&root.join(format!("src/tools/{id}/cases.json")))?;
        let name = files.add_hashed(&format!("cases-{id}"), "json", text)?;
        cases.push(format!("{id}:{}", file(files, &name)?));
    }
    let names = format!(
        "{{wasm:{},glue:{},schema:{},cases:{{{}}}}}",
        file(files, &module.wasm)?,
        file(files, &module.glue)?,
        file(files, "locality.schema.json")?,
        cases.join(",")
    );
    let source = read(&root.join("src/edge/council_entry.js"))?;
    files.add("council.js", lighter::script(&filled(&source, PLACE, &names)?))
}
