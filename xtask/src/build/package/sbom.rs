//! `sbom.cdx.json`: what is inside the shipped modules, in the form of CycloneDX 1.6.

use super::crates::{Crate, Key};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

const STD: &str = "rust-std";

/// The list, the same for the same crates. It has no time of day, and its number follows from its content.
pub fn document(crates: &[Crate], version: &str, compiler: &str) -> Value {
    let mut crates: Vec<&Crate> = crates.iter().collect();
    crates.sort_by(|one, two| one.key.cmp(&two.key));
    let package = format!("pkg:npm/care-tools@{version}");
    let std = format!("{STD}@{compiler}");
    let standard = json!({
        "type": "library",
        "bom-ref": std,
        "name": STD,
        "version": compiler,
        "description": "The standard library of Rust, compiled into every module.",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let components: Vec<Value> = crates.iter().map(|it| component(it)).chain([standard]).collect();
    let ours = crates.iter().filter(|it| it.ours).map(|it| json!(reference(&it.key)));
    let first = json!({ "ref": package, "dependsOn": ours.collect::<Vec<Value>>() });
    let each = crates.iter().map(|it| {
        let uses = it.uses.iter().map(reference).chain([std.clone()]);
        json!({ "ref": reference(&it.key), "dependsOn": uses.collect::<Vec<String>>() })
    });
    let last = json!({ "ref": std, "dependsOn": [] });
    let dependencies: Vec<Value> = std::iter::once(first).chain(each).chain([last]).collect();
    let mut document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": package,
                "name": "care-tools",
                "version": version,
                "purl": package,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    let number = number(&document.to_string());
    if let Some(document) = document.as_object_mut() {
        document.insert("serialNumber".to_owned(), json!(number));
    }
    document
}

fn reference(key: &Key) -> String {
    format!("{}@{}", key.0, key.1)
}

fn component(it: &Crate) -> Value {
    let mut value = Map::new();
    value.insert("type".into(), json!("library"));
    value.insert("bom-ref".into(), json!(reference(&it.key)));
    value.insert("name".into(), json!(it.key.0));
    value.insert("version".into(), json!(it.key.1));
    value.insert("licenses".into(), json!([{ "expression": it.licence }]));
    // Ours are on no registry: the address would be somebody else's crate.
    if !it.ours {
        value.insert("purl".into(), json!(format!("pkg:cargo/{}", reference(&it.key))));
    }
    if let Some(checksum) = &it.checksum {
        value.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    Value::Object(value)
}

/// A UUID of version 8, made from the content.
fn number(content: &str) -> String {
    let hash = Sha256::digest(content.as_bytes());
    let mut digits: Vec<char> =
        hash.iter().take(16).flat_map(|byte| format!("{byte:02x}").into_bytes()).map(char::from).collect();
    for (at, digit) in [(12, '8'), (16, '8')] {
        if let Some(place) = digits.get_mut(at) {
            *place = digit;
        }
    }
    let part = |from: usize, to: usize| digits.iter().skip(from).take(to - from).collect::<String>();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

#[cfg(test)]
mod tests {
    use super::super::crates;
    use super::*;
    use crate::places::Places;

    #[test]
    fn it_names_what_is_inside_and_nothing_else() -> Result<(), String> {
        let places = Places::find()?;
        let mut crates = crates::shipped(&places)?;
        let document_of = |crates: &[Crate]| document(crates, &places.version, "1.2.3");
        let first = document_of(&crates);
        crates.reverse();
        assert_eq!(first, document_of(&crates));
        let names: Vec<&str> =
            first["components"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()).collect();
        for inside in ["care-tools", "care-tools-office", "yew", "chrono", "calamine", "docx-rs", "sha2", STD] {
            assert!(names.contains(&inside), "`{inside}` is missing");
        }
        for outside in ["proptest", "brotli", "thirtyfour", "tokio", "syn", "yew-macro", "xtask", "jsonschema"] {
            assert!(!names.contains(&outside), "`{outside}` is not shipped");
        }
        for component in first["components"].as_array().into_iter().flatten() {
            let ours = component["name"].as_str().is_some_and(|it| it.starts_with("care-tools") || it == STD);
            assert_eq!(component["purl"].is_null(), ours, "{component}");
            assert_eq!(component["hashes"].is_null(), ours, "{component}");
            assert!(component["licenses"][0]["expression"].as_str().is_some_and(|it| !it.contains('/')));
        }
        let text = first.to_string();
        assert!(!text.contains(&*places.root.to_string_lossy()) && !text.contains("timestamp"));
        Ok(())
    }

    #[test]
    fn everything_that_is_used_is_there() -> Result<(), String> {
        let places = Places::find()?;
        let document = document(&crates::shipped(&places)?, "1.0.0", "1.2.3");
        let known: Vec<&Value> =
            document["components"].as_array().into_iter().flatten().map(|it| &it["bom-ref"]).collect();
        for dependency in document["dependencies"].as_array().into_iter().flatten() {
            for used in dependency["dependsOn"].as_array().into_iter().flatten() {
                assert!(known.contains(&used), "{used}");
            }
        }
        Ok(())
    }

    #[test]
    fn its_number_follows_from_its_content() {
        assert_eq!(number("a"), number("a"));
        assert_ne!(number("a"), number("b"));
        assert_eq!(number("a").len(), "urn:uuid:".len() + 36);
        assert_eq!(number("a").chars().nth(9 + 14), Some('8'));
    }
}
