//! `web-types.json`: the same for the editors of JetBrains.

use super::elements::{Attribute, EVENTS, Element, Kind, SETTINGS};
use super::tokens::Token;
use super::typings::SETTINGS_TYPE;
use serde_json::{Map, Value, json};

/// The types, for a version of the package.
pub fn web_types(elements: &[Element], tokens: &[Token], version: &str) -> Value {
    let properties: Vec<Value> =
        tokens.iter().map(|it| json!({ "name": it.name, "description": it.description })).collect();
    json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": "care-tools",
        "version": version,
        "js-types-syntax": "typescript",
        "description-markup": "markdown",
        "contributions": {
            "html": { "elements": elements.iter().map(one).collect::<Vec<Value>>() },
            "css": { "properties": properties },
        },
    })
}

fn one(element: &Element) -> Value {
    let named = |name: &str, description: &str| json!({ "name": name, "description": description });
    let parts: Vec<Value> = element.parts().map(|part| named(part.name, part.description)).collect();
    let slots: Vec<Value> = element.slots.iter().map(|slot| named(&slot.name, &slot.description)).collect();
    let events: Vec<Value> = EVENTS.iter().map(|event| named(event.name, event.description)).collect();
    let properties = element.attributes.iter().map(|it| property(it.property, it.description, &it.type_text()));
    let properties: Vec<Value> =
        properties.chain([property(SETTINGS.name, SETTINGS.description, SETTINGS_TYPE)]).collect();
    json!({
        "name": element.name,
        "description": element.summary,
        "attributes": element.attributes.iter().map(attribute).collect::<Vec<Value>>(),
        "slots": slots,
        "js": { "properties": properties, "events": events },
        "css": { "parts": parts },
    })
}

fn property(name: &str, description: &str, kind: &str) -> Value {
    json!({ "name": name, "description": description, "value": { "type": kind } })
}

fn attribute(it: &Attribute) -> Value {
    let mut value = Map::new();
    value.insert("name".into(), json!(it.name));
    value.insert("description".into(), json!(it.description));
    value.insert("required".into(), json!(false));
    let kind = match it.kind {
        Kind::Boolean => json!({ "kind": "no-value", "type": "boolean" }),
        _ => json!({ "kind": "plain", "type": it.type_text() }),
    };
    value.insert("value".into(), kind);
    if !it.default.is_empty() {
        value.insert("default".into(), json!(it.default));
    }
    Value::Object(value)
}

#[cfg(test)]
mod tests {
    use super::super::elements;
    use super::*;

    #[test]
    fn it_names_every_element_and_attribute() -> Result<(), String> {
        let elements = elements::all()?;
        let written = web_types(&elements, &[], "1.2.3");
        assert_eq!(written["version"], "1.2.3");
        for (at, element) in elements.iter().enumerate() {
            let one = &written["contributions"]["html"]["elements"][at];
            assert_eq!(one["name"], element.name);
            assert_eq!(one["attributes"].as_array().map(Vec::len), Some(element.attributes.len()));
            assert_eq!(one["js"]["properties"].as_array().map(Vec::len), Some(element.attributes.len() + 1));
        }
        Ok(())
    }
}
