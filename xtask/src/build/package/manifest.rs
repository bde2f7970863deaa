//! `custom-elements.json`: what editors and catalogues read of the elements, as a Custom Elements Manifest.

use super::elements::{Attribute, EVENTS, Element, Kind, RECORD, SETTINGS, either};
use super::tokens::Token;
use super::typings::SETTINGS_TYPE;
use serde_json::{Map, Value, json};

const MODULE: &str = "care-tools.js";

/// The manifest.
pub fn manifest(elements: &[Element], tokens: &[Token]) -> Value {
    let declarations: Vec<Value> = elements.iter().map(|element| declaration(element, tokens)).collect();
    let exports: Vec<Value> = elements
        .iter()
        .map(|element| {
            json!({
                "kind": "custom-element-definition",
                "name": element.name,
                "declaration": { "name": element.class, "module": MODULE },
            })
        })
        .collect();
    json!({
        "schemaVersion": "1.0.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": declarations,
            "exports": exports,
        }],
    })
}

fn declaration(element: &Element, tokens: &[Token]) -> Value {
    let fields = element.attributes.iter().map(field);
    let settings = json!({
        "kind": "field",
        "name": SETTINGS.name,
        "type": { "text": SETTINGS_TYPE },
        "description": SETTINGS.description,
    });
    let record = json!({
        "kind": "method",
        "name": RECORD.name,
        "description": RECORD.description,
        "return": { "type": { "text": "object | null" } },
    });
    let members: Vec<Value> = fields.chain([settings, record]).collect();
    let events: Vec<Value> = EVENTS
        .iter()
        .map(|event| {
            json!({
                "name": event.name,
                "type": { "text": "CustomEvent<CareEventDetail>" },
                "description": event.description,
            })
        })
        .collect();
    let slots: Vec<Value> =
        element.slots.iter().map(|slot| json!({ "name": slot.name, "description": slot.description })).collect();
    let parts: Vec<Value> =
        element.parts().map(|part| json!({ "name": part.name, "description": part.description })).collect();
    let properties: Vec<Value> = tokens
        .iter()
        .map(|it| json!({ "name": it.name, "default": it.default, "description": it.description }))
        .collect();
    json!({
        "kind": "class",
        "customElement": true,
        "name": element.class,
        "tagName": element.name,
        "summary": element.title,
        "description": element.summary,
        "superclass": { "name": "HTMLElement" },
        "attributes": element.attributes.iter().map(attribute).collect::<Vec<Value>>(),
        "members": members,
        "events": events,
        "slots": slots,
        "cssParts": parts,
        "cssProperties": properties,
    })
}

fn attribute(it: &Attribute) -> Value {
    let mut value = Map::new();
    value.insert("name".into(), json!(it.name));
    value.insert("fieldName".into(), json!(it.property));
    value.insert("type".into(), json!({ "text": it.type_text() }));
    value.insert("description".into(), json!(it.description));
    if !it.default.is_empty() {
        value.insert("default".into(), json!(default_text(it)));
    }
    Value::Object(value)
}

fn field(it: &Attribute) -> Value {
    let mut value = Map::new();
    value.insert("kind".into(), json!("field"));
    value.insert("name".into(), json!(it.property));
    value.insert("attribute".into(), json!(it.name));
    value.insert("reflects".into(), json!(true));
    value.insert("type".into(), json!({ "text": it.type_text() }));
    value.insert("description".into(), json!(it.description));
    if !it.default.is_empty() {
        value.insert("default".into(), json!(default_text(it)));
    }
    Value::Object(value)
}

/// A default as one would write it in a script.
fn default_text(it: &Attribute) -> String {
    match it.kind {
        Kind::Whole(..) | Kind::Boolean => it.default.to_owned(),
        Kind::Text | Kind::OneOf(_) | Kind::Day | Kind::Address | Kind::Addresses => either(&[it.default]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::elements;
    use super::*;

    #[test]
    fn it_names_everything_that_the_table_has() -> Result<(), String> {
        let elements = elements::all()?;
        let token = Token { name: "--ct-a".into(), default: "1px".into(), description: "Words".into() };
        let text = manifest(&elements, &[token]).to_string();
        let read: Value = serde_json::from_str(&text).map_err(|fault| fault.to_string())?;
        assert_eq!(read["schemaVersion"], "1.0.0");
        for (at, element) in elements.iter().enumerate() {
            let written = &read["modules"][0]["declarations"][at];
            let names = |list: &str, key: &str| -> Vec<String> {
                let each = written[list].as_array().into_iter().flatten();
                each.filter_map(|it| it[key].as_str()).map(str::to_owned).collect()
            };
            assert_eq!(written["tagName"], element.name);
            assert_eq!(names("attributes", "name"), element.attributes.iter().map(|it| it.name).collect::<Vec<_>>());
            let properties: Vec<&str> =
                element.attributes.iter().map(|it| it.property).chain([SETTINGS.name, RECORD.name]).collect();
            assert_eq!(names("members", "name"), properties);
            assert_eq!(names("events", "name"), EVENTS.map(|it| it.name));
            assert_eq!(names("cssParts", "name"), element.parts().map(|it| it.name).collect::<Vec<_>>());
            assert_eq!(names("cssProperties", "name"), ["--ct-a"]);
            assert_eq!(names("slots", "name").len(), element.slots.len());
        }
        Ok(())
    }
}
