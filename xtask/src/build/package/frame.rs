//! A page for each element that another page may show in a frame, and the two scripts that go with them.

use super::elements::{Element, Framed, Kind};
use super::snippets::{AHEAD, escaped, fill, framed};
use crate::build::files::Files;
use crate::build::{Linked, lighter};
use serde_json::{Map, Value, json};

const PAGE: &str = include_str!("frame.html");
const STYLES: &str = include_str!("frame.css");
const INSIDE: &str = include_str!("frame.js");
const AROUND: &str = include_str!("care-tools-frame.js");
const PLACEHOLDER: &str = "/* attributes */ {}";

/// Adds the pages and scripts.
///
/// # Errors
/// When a script has no place for the attributes, or a file of the same name is there.
pub fn add(files: &mut Files, elements: &[Element], linked: Linked<'_>) -> Result<(), String> {
    for element in elements {
        files.add(format!("frame/{}.html", element.name), page(element, linked))?;
    }
    files.add("frame/frame.css", lighter::styles(STYLES)?)?;
    files.add("frame/frame.js", lighter::script(&inside(elements)?))?;
    files.add("care-tools-frame.js", lighter::script(AROUND))
}

fn page(element: &Element, linked: Linked<'_>) -> String {
    let title = escaped(&element.title);
    let fallback = match &element.paper {
        Some(paper) => format!("This tool needs scripts. <a href=\"../{paper}\">Use the paper form.</a>"),
        None => "This tool needs scripts.".to_owned(),
    };
    // Where the address of the frame may ask for a list, nobody knows yet which module it needs.
    let is_form = element.is_form() && element.attributes.iter().all(|it| it.name != "view");
    let ahead = fill(AHEAD, &[("base", "../"), ("module", linked.module)]);
    let ahead = if is_form { format!("\n    {ahead}") } else { String::new() };
    let css = linked.css;
    let parts =
        [("title", &*title), ("css", css), ("ahead", &ahead), ("element", element.name), ("fallback", &fallback)];
    fill(PAGE, &parts)
}

fn inside(elements: &[Element]) -> Result<String, String> {
    if INSIDE.matches(PLACEHOLDER).count() != 1 {
        return Err(format!("`frame.js` should have `{PLACEHOLDER}` once"));
    }
    Ok(INSIDE.replace(PLACEHOLDER, &attributes(elements).to_string()))
}

/// What the address of a frame may give: by element and attribute, where it stands and whether it names files.
fn attributes(elements: &[Element]) -> Value {
    let of = |element: &Element| -> Map<String, Value> {
        let may = element.attributes.iter().filter(|it| it.framed != Framed::No);
        may.map(|it| {
            let files = matches!(it.kind, Kind::Address | Kind::Addresses);
            (it.name.to_owned(), json!({ "from": framed(it.framed), "files": files }))
        })
        .collect()
    };
    elements.iter().map(|element| (element.name.to_owned(), Value::Object(of(element)))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::elements;
    use super::*;

    const LINKED: Linked<'_> = Linked { css: "care-tools-00000000.css", module: "care-tools-00000000.wasm" };

    #[test]
    fn there_is_a_page_for_each_element() -> Result<(), String> {
        let (mut files, elements) = (Files::default(), elements::all()?);
        add(&mut files, &elements, LINKED)?;
        for element in &elements {
            let page = files.content(&format!("frame/{}.html", element.name)).map(String::from_utf8_lossy)?;
            assert!(
                page.contains(&format!("<{0}>", element.name)) && page.contains(&format!("</{0}>", element.name))
            );
            assert!(page.contains("../care-tools-00000000.css") && !page.contains('{'));
            let is_form = ["care-advocacy", "care-team-suitability"].contains(&element.name);
            assert_eq!(page.contains("href=\"../care-tools-00000000.wasm\" as=\"fetch\""), is_form);
            // Nothing in the page itself, which a careful policy would refuse.
            assert!(!page.contains("style=") && !page.contains("<style") && !page.contains(" on"));
            assert_eq!(page.matches("<script").count(), 1);
        }
        Ok(())
    }

    #[test]
    fn a_link_decides_nothing_that_it_must_not() -> Result<(), String> {
        let known = attributes(&elements::all()?);
        let of = &known["care-allocation"];
        assert_eq!(of["locality"], json!({ "from": "query", "files": true }));
        assert_eq!(of["reference"], json!({ "from": "fragment", "files": false }));
        assert_eq!(of["view"], json!({ "from": "query", "files": false }));
        assert!(of.get("offline").is_none() && of.get("share-record").is_none() && of.get("settings").is_none());
        for name in ["locality", "list", "workers"] {
            assert_eq!(of[name]["files"], true);
        }
        Ok(())
    }

    #[test]
    fn the_script_has_a_place_for_them() -> Result<(), String> {
        let script = inside(&elements::all()?)?;
        assert!(script.contains("\"care-supervision\":{") && !script.contains(PLACEHOLDER));
        Ok(())
    }
}
