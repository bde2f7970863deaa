//! The package as npm takes it: `package.json`, its README, and which files of the build belong to it.

use crate::build::files::Files;
use serde_json::{Map, Value, json};

const README: &str = include_str!("README.md");

/// What a page needs, by name; a `*` stands for any letters but `/`, and a final `/` for all of a folder. The example
/// pages with their lists and records, and the pages for a solicitor, are not among it.
const FILES: [&str; 25] = [
    "care-*.js",
    "care-*.wasm",
    "care-*.css",
    "care-tools.d.ts",
    "react.d.ts",
    "law-*.json",
    "words-*.json",
    "later-words-*.json",
    "lists-words-*.json",
    "supervision-words-*.json",
    "supervision-library-*.json",
    "language-*.json",
    "custom-elements.json",
    "web-types.json",
    "locality.schema.json",
    "record.schema.json",
    "frame/",
    "paper/",
    "index.js",
    "offline.js",
    "LICENSE*",
    "licences.txt",
    "sbom.cdx.json",
    "sizes.json",
    "README.md",
];

/// What only the pages for councils fetch, though its name is like the others'.
const NOT: &str = "care-council-";

/// What a page's bundler may ask for by name, beside the entry.
const EXPORTS: [&str; 11] = [
    "care-tools.js",
    "care-tools.css",
    "care-tools-frame.js",
    "offline.js",
    "custom-elements.json",
    "web-types.json",
    "locality.schema.json",
    "record.schema.json",
    "sbom.cdx.json",
    "licences.txt",
    "package.json",
];

/// Whether a file of the build belongs to the package.
pub fn is_shipped(name: &str) -> bool {
    name == "package.json" || (!name.starts_with(NOT) && FILES.iter().any(|pattern| fits(pattern, name)))
}

fn fits(pattern: &str, name: &str) -> bool {
    if pattern.ends_with('/') {
        return name.starts_with(pattern);
    }
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => name
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(|between| !between.contains('/')),
    }
}

/// `package.json`, for the files that there are.
pub fn package(files: &Files, version: &str) -> Value {
    let is_there = |name: &str| name == "package.json" || files.content(name).is_ok();
    let mut exports = Map::new();
    exports.insert(".".into(), json!({ "types": "./care-tools.d.ts", "default": "./index.js" }));
    exports.insert("./react".into(), json!({ "types": "./react.d.ts" }));
    for name in EXPORTS.into_iter().filter(|name| is_there(name)) {
        exports.insert(format!("./{name}"), json!(format!("./{name}")));
    }
    for folder in ["frame", "paper"] {
        if files.iter().any(|(name, _)| name.starts_with(&format!("{folder}/"))) {
            exports.insert(format!("./{folder}/*"), json!(format!("./{folder}/*")));
        }
    }
    let taken = FILES.into_iter().filter(|pattern| files.iter().any(|(name, _)| fits(pattern, name)));
    let taken: Vec<String> = taken.map(str::to_owned).chain([format!("!{NOT}*")]).collect();
    json!({
        "name": "care-tools",
        "version": version,
        "description": "Decision-support widgets for adult social care in England, as custom elements",
        "keywords": ["adult social care", "care act", "custom elements", "web components", "decision support"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./index.js",
        "types": "./care-tools.d.ts",
        "exports": exports,
        "customElements": "custom-elements.json",
        "web-types": "./web-types.json",
        "sideEffects": ["./index.js", "./care-tools.js", "./care-tools-frame.js", "./*.css"],
        "files": taken,
    })
}

/// The package's README.
pub fn readme(version: &str) -> String {
    README.replace("{version}", version)
}

/// Refuses a build whose entry names a file that the package leaves out: the tool would not load from it.
///
/// # Errors
/// The names of such files.
pub fn nothing_left_out(files: &Files) -> Result<(), String> {
    let entry = String::from_utf8_lossy(files.content("care-tools.js")?).into_owned();
    let named = |name: &str| entry.contains(&format!("\"{name}\"")) || entry.contains(&format!("/{name}\""));
    let out: Vec<String> = files
        .iter()
        .filter(|(name, _)| !is_shipped(name) && named(name))
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    if out.is_empty() {
        return Ok(());
    }
    Err(format!("`xtask/src/build/package/npm.rs` leaves out what `care-tools.js` fetches: {}", out.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_needs_is_taken_and_examples_are_not() {
        let taken = [
            "care-tools.js",
            "index.js",
            "care-tools-0011aabb.js",
            "care-tools-glue-0011aabb.js",
            "care-tools-0011aabb.wasm",
            "care-tools.css",
            "care-lists-0011aabb.css",
            "care-drafts-0011aabb.js",
            "care-tools.d.ts",
            "react.d.ts",
            "language-ar-XB-0011aabb.json",
            "law-advocacy-0011aabb.json",
            "words-action_planning-0011aabb.json",
            "lists-words-0011aabb.json",
            "supervision-library-0011aabb.json",
            "supervision-words-0011aabb.json",
            "paper/advocacy.html",
            "frame/care-advocacy.html",
            "frame/frame.js",
            "care-tools-frame.js",
            "custom-elements.json",
            "web-types.json",
            "record.schema.json",
            "locality.schema.json",
            "sbom.cdx.json",
            "licences.txt",
            "sizes.json",
            "LICENSE",
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "README.md",
            "package.json",
            "offline.js",
        ];
        assert_eq!(taken.iter().find(|name| !is_shipped(name)), None);
        let left = [
            "index.html",
            "host.css",
            "locality.json",
            "locality-drafts.json",
            "example-list.csv",
            "example-plan.json",
            "example-record-advocacy.json",
            "supervision.html",
            "supervision-example.html",
            "logic/advocacy.json",
            "get-the-code.html",
            "get-the-code.js",
            "snippets.json",
            "404.html",
            "deep/care-x.js",
            "care-council-0011aabb.wasm",
            "council.js",
            "parts.js",
            "catalogue.js",
            "check-locality/page.js",
            "cases-advocacy-0011aabb.json",
        ];
        assert_eq!(left.iter().find(|name| is_shipped(name)), None);
    }

    #[test]
    fn the_package_exports_only_what_is_there() -> Result<(), String> {
        let mut files = Files::default();
        for name in ["care-tools.js", "care-tools.css", "paper/advocacy.html", "example-plan.json"] {
            files.add(name, "1")?;
        }
        let package = package(&files, "1.2.3");
        let mut exports: Vec<&String> = package["exports"].as_object().into_iter().flat_map(Map::keys).collect();
        exports.sort();
        assert_eq!(exports, [".", "./care-tools.css", "./care-tools.js", "./package.json", "./paper/*", "./react"]);
        assert_eq!(package["files"], json!(["care-*.js", "care-*.css", "paper/", "!care-council-*"]));
        assert_eq!(package["version"], "1.2.3");
        Ok(())
    }

    #[test]
    fn an_entry_that_names_a_file_left_out_is_refused() -> Result<(), String> {
        let mut files = Files::default();
        files.add("care-tools.js", "new URL(\"care-a.wasm\"); new URL(\"other-1.json\")")?;
        files.add("care-a.wasm", "1")?;
        assert_eq!(nothing_left_out(&files), Ok(()));
        files.add("other-1.json", "1")?;
        assert!(nothing_left_out(&files).is_err_and(|words| words.contains("`other-1.json`")));
        Ok(())
    }

    #[test]
    fn the_readme_says_the_version() {
        assert!(readme("1.2.3").contains("1.2.3") && !readme("1.2.3").contains("{version}"));
    }
}
