//! `care-tools.d.ts` and `react.d.ts`: the elements for TypeScript.
//!
//! The module exports no classes, so the types are interfaces: nothing here promises a value that is not there.

use super::elements::{Attribute, EVENTS, Element, Kind, RECORD, SETTINGS, either};

/// What the property `settings` may be.
pub const SETTINGS_TYPE: &str = "object | string | null";

/// The types of the package.
pub fn types(elements: &[Element]) -> String {
    let mut text = String::from("// The elements that care-tools.js defines. Written by the build: do not edit.\n\n");
    for (name, values) in unions(elements) {
        text.push_str(&alias(&name, &values));
    }
    let outcomes: Vec<String> = elements.iter().filter(|it| !it.outcomes.is_empty()).map(outcome_type).collect();
    text.push_str(&doc("The id of an outcome of any tool.", ""));
    put(&mut text, &format!("export type CareOutcomeId = {};\n\n", outcomes.join(" | ")));
    text.push_str(&detail());
    for element in elements {
        text.push_str(&interface(element));
    }
    text.push_str(&globals(elements));
    text
}

/// The types of the elements in JSX, for React 19.
pub fn react(elements: &[Element]) -> String {
    let classes = elements.iter().map(|it| it.class.clone());
    let is_used = |name: &String| name != "CareToolId" && !name.ends_with("OutcomeId");
    let values = unions(elements).into_iter().map(|(name, _)| name).filter(is_used);
    let mut types: Vec<String> = classes.chain(values).chain(["CareEvent".to_owned()]).collect();
    types.sort();
    let mut text = String::from("// The elements in JSX, for React 19. Written by the build: do not edit.\n\n");
    put(&mut text, "import type { DetailedHTMLProps, HTMLAttributes } from \"react\";\n");
    put(&mut text, &format!("import type {{\n  {},\n}} from \"./care-tools.js\";\n\n", types.join(",\n  ")));
    put(&mut text, "interface CareEventProps {\n");
    for event in EVENTS {
        text.push_str(&doc(event.description, "  "));
        put(&mut text, &format!("  \"on{}\"?: (event: CareEvent) => void;\n", event.name));
    }
    put(&mut text, "}\n\n");
    put(
        &mut text,
        "type CareProps<E extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<E>, E> & CareEventProps;\n\n",
    );
    put(&mut text, "declare module \"react\" {\n  namespace JSX {\n    interface IntrinsicElements {\n");
    for element in elements {
        put(&mut text, &format!("      \"{}\": CareProps<{}> & {{\n", element.name, element.class));
        for attribute in &element.attributes {
            text.push_str(&doc(attribute.description, "        "));
            let given = given(element, attribute);
            put(&mut text, &format!("        \"{}\"?: {given};\n", attribute.name));
            if attribute.name != attribute.property {
                put(&mut text, &format!("        {}?: {given};\n", attribute.property));
            }
        }
        text.push_str(&doc(SETTINGS.description, "        "));
        put(&mut text, &format!("        {}?: {SETTINGS_TYPE};\n      }};\n", SETTINGS.name));
    }
    put(&mut text, "    }\n  }\n}\n");
    text
}

/// Adds to a text.
fn put(text: &mut String, more: &str) {
    text.push_str(more);
}

fn doc(words: &str, indent: &str) -> String {
    format!("{indent}/** {} */\n", words.replace("*/", "*\u{200b}/"))
}

fn alias(name: &str, values: &[&str]) -> String {
    format!("export type {name} = {};\n\n", either(values))
}

/// Every set of texts with a name of its own: tools, outcomes, and attributes with few values.
fn unions(elements: &[Element]) -> Vec<(String, Vec<&'static str>)> {
    let mut named = vec![("CareToolId".to_owned(), elements.iter().map(|it| it.tool).collect())];
    for element in elements {
        for attribute in &element.attributes {
            if let Kind::OneOf(values) = &attribute.kind {
                named.push((value_type(element, attribute), values.clone()));
            }
        }
        if !element.outcomes.is_empty() {
            named.push((outcome_type(element), element.outcomes.clone()));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    named.retain(|(name, _)| seen.insert(name.clone()));
    named
}

fn stem(element: &Element) -> &str {
    element.class.trim_end_matches("Element")
}

fn outcome_type(element: &Element) -> String {
    format!("{}OutcomeId", stem(element))
}

/// `CareAllocationView`. Languages are the same for every element.
fn value_type(element: &Element, attribute: &Attribute) -> String {
    let owner = if attribute.name == "language" { "Care" } else { stem(element) };
    let mut letters = attribute.property.chars();
    let capital = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{owner}{capital}{}", letters.as_str())
}

/// What page code may give an attribute or its property.
fn given(element: &Element, attribute: &Attribute) -> String {
    match &attribute.kind {
        Kind::Boolean => "boolean".to_owned(),
        Kind::OneOf(_) => value_type(element, attribute),
        Kind::Whole(least, most) => {
            let each = (*least..=*most).flat_map(|number| [number.to_string(), format!("\"{number}\"")]);
            each.collect::<Vec<_>>().join(" | ")
        }
        Kind::Text | Kind::Day | Kind::Address | Kind::Addresses => "string".to_owned(),
    }
}

fn detail() -> String {
    let states: Vec<&str> = EVENTS.iter().map(|it| it.name.trim_start_matches("care-")).collect();
    let events: Vec<&str> = EVENTS.iter().map(|it| it.name).collect();
    let mut text = alias("CareEventName", &events);
    text.push_str(&alias("CareState", &states));
    text.push_str(&doc("What an event carries: ids and states, and never anything that a person typed.", ""));
    put(&mut text, "export interface CareEventDetail {\n");
    put(&mut text, "  readonly tool: CareToolId;\n  readonly state: CareState;\n");
    put(&mut text, "  readonly outcomes: readonly CareOutcomeId[];\n}\n\n");
    put(&mut text, "export type CareEvent = CustomEvent<CareEventDetail>;\n\n");
    text
}

fn interface(element: &Element) -> String {
    let mut text = doc(&format!("`<{}>`: {}", element.name, element.summary), "");
    put(&mut text, &format!("export interface {} extends HTMLElement {{\n", element.class));
    for attribute in &element.attributes {
        text.push_str(&doc(attribute.description, "  "));
        let (name, given) = (attribute.property, given(element, attribute));
        if attribute.kind == Kind::Boolean {
            put(&mut text, &format!("  {name}: boolean;\n"));
        } else {
            // What is read back is the attribute's text, whatever stands there.
            put(&mut text, &format!("  get {name}(): string;\n  set {name}(value: {given} | null | undefined);\n"));
        }
    }
    text.push_str(&doc(SETTINGS.description, "  "));
    put(&mut text, &format!("  {}: {SETTINGS_TYPE};\n", SETTINGS.name));
    text.push_str(&doc(RECORD.description, "  "));
    put(&mut text, &format!("  {}(): object | object[] | null;\n}}\n\n", RECORD.name));
    text
}

fn globals(elements: &[Element]) -> String {
    let mut text = String::from("declare global {\n  interface HTMLElementTagNameMap {\n");
    for element in elements {
        put(&mut text, &format!("    \"{}\": {};\n", element.name, element.class));
    }
    put(&mut text, "  }\n");
    for map in ["HTMLElementEventMap", "DocumentEventMap"] {
        put(&mut text, &format!("\n  interface {map} {{\n"));
        for event in EVENTS {
            put(&mut text, &format!("    \"{}\": CareEvent;\n", event.name));
        }
        put(&mut text, "  }\n");
    }
    put(&mut text, "}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::super::elements;
    use super::*;

    #[test]
    fn the_types_name_everything_that_the_table_has() -> Result<(), String> {
        let elements = elements::all()?;
        let (types, react) = (types(&elements), react(&elements));
        for element in &elements {
            assert!(types.contains(&format!("\"{}\": {};", element.name, element.class)));
            let (_, own) = types.split_once(&format!("interface {} ", element.class)).ok_or("no interface")?;
            let own = own.split("\n}\n").next().unwrap_or_default();
            for attribute in &element.attributes {
                assert!(own.contains(&format!("{}(", attribute.property)) || own.contains("shareRecord: boolean;"));
            }
            assert!(
                own.contains("settings: object | string | null;")
                    && own.contains("record(): object | object[] | null;")
            );
            assert!(react.contains(&format!("\"{}\": CareProps<{}>", element.name, element.class)));
            assert!(element.outcomes.iter().all(|outcome| types.contains(&format!("\"{outcome}\""))));
        }
        for event in EVENTS {
            assert_eq!(types.matches(&format!("\"{}\": CareEvent;", event.name)).count(), 2);
            assert!(react.contains(&format!("\"on{}\"?:", event.name)));
        }
        for (name, _) in unions(&elements).iter().filter(|(name, _)| react.contains(&format!("?: {name};"))) {
            assert!(react.contains(&format!("\n  {name},\n")), "`{name}` is not imported");
        }
        assert!(types.contains("export type CareAllocationView = \"priority\" | \"list\" | \"match\" | \"plan\";"));
        assert!(types.contains("export type CareTeamSuitabilityPath = \"contact\" |"));
        Ok(())
    }

    #[test]
    fn braces_come_in_pairs() -> Result<(), String> {
        let elements = elements::all()?;
        for text in [types(&elements), react(&elements)] {
            assert_eq!(text.matches('{').count(), text.matches('}').count());
        }
        Ok(())
    }
}
