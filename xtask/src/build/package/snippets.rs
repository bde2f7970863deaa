//! The lines that a page is made of, for `cargo xtask snippet` and for the page “Get the code”.
//!
//! Both fill the same templates: the page reads them from `snippets.json`, which the build writes from here.

use super::elements::{Attribute, Element, Framed, Kind, LISTS};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// Where the files lie, unless somebody says otherwise.
pub const BASE: &str = "/care-tools/";

/// The module of the forms, by the name that never changes.
pub const MODULE: &str = "care-tools.wasm";

const NEWEST: &str = "\
<link rel=\"stylesheet\" href=\"{base}care-tools.css\">
<script type=\"module\" src=\"{base}care-tools.js\"></script>
{ahead}
<{element}{attributes}>
  <p>{fallback}</p>
</{element}>
";

const PINNED: &str = "\
<link rel=\"stylesheet\" href=\"{base}{css}\" integrity=\"{css_integrity}\" crossorigin=\"anonymous\">
<script type=\"module\" src=\"{base}{script}\" integrity=\"{script_integrity}\" crossorigin=\"anonymous\"></script>
{ahead}
<{element}{attributes}>
  <p>{fallback}</p>
</{element}>
";

const NOT_NEEDED: &str =
    "<!-- Not needed: with this line a tool that is in sight as the page opens is ready sooner. -->";
/// Asks for the module before the script does. Without a hash, which browsers do not compare here: the script does. Without
/// `crossorigin`, with which WebKit downloads the file once more for the script; from another site all browsers would
/// without it, so there is no such line for one.
pub const AHEAD: &str = "<link rel=\"preload\" href=\"{base}{module}\" as=\"fetch\" type=\"application/wasm\">";

const FRAME: &str = "\
<iframe src=\"{base}frame/{element}.html{query}\" title=\"{title}\" allow=\"clipboard-write\" loading=\"lazy\" width=\"100%\" \
     height=\"900\"></iframe>
<p><a href=\"{base}frame/{element}.html{query}\">Open this tool on a page of its own</a></p>
<!-- Not needed: with this line the frame is as high as the tool. -->
<script type=\"module\" src=\"{base}care-tools-frame.js\"></script>
";

const WITH_PAPER: &str = "This tool needs scripts. <a href=\"{base}{paper}\">Use the paper form.</a>";
const WITHOUT_PAPER: &str = "This tool needs scripts.";

/// Which lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// With the names that never change: the page always has what was uploaded last.
    Newest,
    /// With names that change with the content, which a browser compares before it uses the files.
    Pinned(Pinned),
    /// A frame, for systems that let no script into a page.
    Frame,
}

/// The names that change with the content, and their hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    /// The script.
    pub script: String,
    /// Its hash.
    pub script_integrity: String,
    /// The style sheet.
    pub css: String,
    /// Its hash.
    pub css_integrity: String,
    /// The module of the forms.
    pub module: String,
}

impl Pinned {
    /// As the page reads it.
    pub fn write(&self) -> Value {
        json!({
            "script": self.script,
            "script_integrity": self.script_integrity,
            "css": self.css,
            "css_integrity": self.css_integrity,
            "module": self.module,
        })
    }

    /// From what was written.
    pub fn read(value: &Value) -> Option<Pinned> {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        Some(Pinned {
            script: text("script")?,
            script_integrity: text("script_integrity")?,
            css: text("css")?,
            css_integrity: text("css_integrity")?,
            module: text("module")?,
        })
    }
}

/// The lines for an element with these attributes.
///
/// # Errors
/// A frame cannot be told one of them; the message says why.
pub fn lines(element: &Element, given: &[(&Attribute, String)], base: &str, form: &Form) -> Result<String, String> {
    let base = escaped(&folder(base)).into_owned();
    // In the order of the table, however they were given.
    let mut given: Vec<&(&Attribute, String)> = given.iter().collect();
    given.sort_by_key(|(attribute, _)| element.attributes.iter().position(|it| it.name == attribute.name));
    let attributes: String = given.iter().map(|(attribute, value)| in_markup(attribute, value)).collect();
    let fallback = match &element.paper {
        Some(paper) => fill(WITH_PAPER, &[("base", &base), ("paper", &escaped(paper))]),
        None => WITHOUT_PAPER.to_owned(),
    };
    let ahead = ahead(element, &given, &base, form);
    let parts = [
        ("base", base.as_str()),
        ("element", element.name),
        ("attributes", &attributes),
        ("fallback", &fallback),
        ("ahead", &ahead),
    ];
    match form {
        Form::Newest => Ok(fill(NEWEST, &parts)),
        Form::Pinned(pinned) => {
            let own = [
                ("script", pinned.script.as_str()),
                ("script_integrity", &pinned.script_integrity),
                ("css", &pinned.css),
                ("css_integrity", &pinned.css_integrity),
            ];
            Ok(fill(PINNED, &[parts.as_slice(), own.as_slice()].concat()))
        }
        Form::Frame => {
            let query = query(&given)?;
            let own = [("query", &*escaped(&query)), ("title", &*escaped(&element.title))];
            Ok(fill(FRAME, &[parts.as_slice(), own.as_slice()].concat()))
        }
    }
}

/// The line that asks for the module of the forms, where it is what the element needs first.
fn ahead(element: &Element, given: &[&(&Attribute, String)], base: &str, form: &Form) -> String {
    let is_list = given.iter().any(|(it, value)| it.name == "view" && LISTS.contains(&value.as_str()));
    if !element.is_form() || is_list || !is_path(base) {
        return String::new();
    }
    let module = match form {
        Form::Pinned(pinned) => &pinned.module,
        Form::Newest | Form::Frame => MODULE,
    };
    fill(&ahead_template(), &[("base", base), ("module", module)])
}

fn ahead_template() -> String {
    format!("{NOT_NEEDED}\n{AHEAD}\n")
}

/// Everything that the page “Get the code” needs.
pub fn data(elements: &[Element], pinned: &Pinned) -> Value {
    json!({
        "base": BASE,
        "templates": {
            "newest": NEWEST,
            "pinned": PINNED,
            "frame": FRAME,
            "ahead": ahead_template(),
            "with_paper": WITH_PAPER,
            "without_paper": WITHOUT_PAPER,
        },
        "module": MODULE,
        "lists": LISTS,
        "pinned": pinned.write(),
        "elements": elements.iter().map(element).collect::<Vec<Value>>(),
    })
}

fn element(it: &Element) -> Value {
    json!({
        "name": it.name,
        "title": it.title,
        "summary": it.summary,
        "form": it.is_form(),
        "paper": it.paper,
        "attributes": it.attributes.iter().map(attribute).collect::<Vec<Value>>(),
    })
}

fn attribute(it: &Attribute) -> Value {
    let mut value = Map::new();
    value.insert("name".into(), json!(it.name));
    value.insert("kind".into(), json!(kind(it)));
    value.insert("default".into(), json!(it.default));
    value.insert("description".into(), json!(it.description));
    value.insert("framed".into(), json!(framed(it.framed)));
    match &it.kind {
        Kind::OneOf(values) => drop(value.insert("values".into(), json!(values))),
        Kind::Whole(least, most) => drop(value.insert("range".into(), json!([least, most]))),
        Kind::Text | Kind::Boolean | Kind::Day | Kind::Address | Kind::Addresses => {}
    }
    Value::Object(value)
}

/// What an attribute may be, in a word.
pub fn kind(attribute: &Attribute) -> &'static str {
    match attribute.kind {
        Kind::Text => "text",
        Kind::Boolean => "boolean",
        Kind::OneOf(_) => "one of",
        Kind::Day => "day",
        Kind::Whole(..) => "number",
        Kind::Address => "address",
        Kind::Addresses => "addresses",
    }
}

/// How the address of a frame gives an attribute, in a word.
pub fn framed(framed: Framed) -> &'static str {
    match framed {
        Framed::Query => "query",
        Framed::Fragment => "fragment",
        Framed::No => "no",
    }
}

fn in_markup(attribute: &Attribute, value: &str) -> String {
    match attribute.kind {
        Kind::Boolean => format!(" {}", attribute.name),
        _ => format!(" {}=\"{}\"", attribute.name, escaped(value)),
    }
}

/// What stands behind the address of a frame.
fn query(given: &[&(&Attribute, String)]) -> Result<String, String> {
    let (mut query, mut fragment) = (Vec::new(), Vec::new());
    for (attribute, value) in given {
        if matches!(attribute.kind, Kind::Address | Kind::Addresses) && !value.split(' ').all(is_path) {
            return Err(format!(
                "a frame opens only files of its own site: write `{}` without the name of a site",
                attribute.name
            ));
        }
        let pair = format!("{}={}", attribute.name, encoded(value));
        match attribute.framed {
            Framed::Query => query.push(pair),
            Framed::Fragment => fragment.push(pair),
            Framed::No => return Err(format!("a frame cannot be given `{}` by its address", attribute.name)),
        }
    }
    let joined = |mark: &str, pairs: Vec<String>| {
        if pairs.is_empty() { String::new() } else { format!("{mark}{}", pairs.join("&")) }
    };
    Ok(format!("{}{}", joined("?", query), joined("#", fragment)))
}

/// Whether an address names no site.
fn is_path(address: &str) -> bool {
    let scheme = address.split_once(':').is_some_and(|(before, _)| !before.contains(['/', '?', '#']));
    !scheme && !address.starts_with("//") && !address.contains('\\')
}

/// A folder's address ends with a `/`.
fn folder(base: &str) -> String {
    if base.ends_with('/') { base.to_owned() } else { format!("{base}/") }
}

/// Puts values in the place of `{names}`. What is put in is not read again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = template.split('{');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let known = piece.split_once('}').and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        match known {
            Some((value, rest)) => {
                whole.push_str(value);
                whole.push_str(rest);
            }
            None => {
                whole.push('{');
                whole.push_str(piece);
            }
        }
    }
    whole
}

/// A text as it stands in markup, between quotation marks or outside.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

/// A text as it stands in an address, in the way of `encodeURIComponent`.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
        b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::super::elements::{self, named};
    use super::*;
    use std::process::Command;

    fn pinned() -> Pinned {
        Pinned {
            script: "care-tools-0011aabb.js".into(),
            script_integrity: "sha384-abc".into(),
            css: "care-tools-2233ccdd.css".into(),
            css_integrity: "sha384-def".into(),
            module: "care-tools-4455eeff.wasm".into(),
        }
    }

    fn said(element: &str, given: &[(&str, &str)], base: &str, form: &Form) -> Result<String, String> {
        let elements = elements::all()?;
        let element = named(&elements, element)?;
        let read = |(name, value): &(&str, &str)| {
            let attribute = element.attribute(name)?;
            Ok((attribute, attribute.read(value)?))
        };
        let given: Result<Vec<(&Attribute, String)>, String> = given.iter().map(read).collect();
        lines(element, &given?, base, form)
    }

    #[test]
    fn the_lines_of_the_newest() {
        let expected = "\
<link rel=\"stylesheet\" href=\"/care-tools/care-tools.css\">
<script type=\"module\" src=\"/care-tools/care-tools.js\"></script>
<!-- Not needed: with this line a tool that is in sight as the page opens is ready sooner. -->
<link rel=\"preload\" href=\"/care-tools/care-tools.wasm\" as=\"fetch\" type=\"application/wasm\">

<care-advocacy locality=\"/care-tools/locality.json\" heading-level=\"3\" share-record>
  <p>This tool needs scripts. <a href=\"/care-tools/paper/advocacy.html\">Use the paper form.</a></p>
</care-advocacy>
";
        let given = [("share-record", ""), ("heading-level", "3"), ("locality", "/care-tools/locality.json")];
        assert_eq!(said("care-advocacy", &given, "/care-tools", &Form::Newest), Ok(expected.to_owned()));
    }

    #[test]
    fn what_was_given_cannot_leave_its_quotation_marks() -> Result<(), String> {
        let text = said("care-advocacy", &[("reference", "\"><script>&")], "/a\"b/", &Form::Newest)?;
        assert!(text.contains("reference=\"&quot;&gt;&lt;script&gt;&amp;\""));
        assert!(text.contains("href=\"/a&quot;b/care-tools.css\""));
        // A value that looks like a place for another is left as it is.
        let text = said("care-advocacy", &[("reference", "{base}")], "/x/", &Form::Newest)?;
        assert!(text.contains("reference=\"{base}\""));
        Ok(())
    }

    #[test]
    fn pinned_lines_have_names_and_hashes() -> Result<(), String> {
        let text = said("care-supervision", &[], "/t/", &Form::Pinned(pinned()))?;
        assert!(
            text.contains("src=\"/t/care-tools-0011aabb.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\"")
        );
        assert!(text.contains("<p>This tool needs scripts.</p>") && !text.contains('{'));
        Ok(())
    }

    #[test]
    fn only_forms_ask_for_the_module_of_forms() -> Result<(), String> {
        let asks = |element: &str, given: &[(&str, &str)]| {
            said(element, given, "/t/", &Form::Newest).map(|text| text.contains("href=\"/t/care-tools.wasm\""))
        };
        for element in ["care-advocacy", "care-allocation", "care-team-suitability"] {
            assert_eq!(asks(element, &[]), Ok(true), "{element}");
        }
        assert_eq!(asks("care-allocation", &[("view", "priority")]), Ok(true));
        for view in LISTS {
            assert_eq!(asks("care-allocation", &[("view", view)]), Ok(false), "{view}");
        }
        for element in ["care-action-plan", "care-supervision"] {
            assert_eq!(asks(element, &[]), Ok(false), "{element}");
        }
        let elsewhere = said("care-advocacy", &[], "https://other.example/t/", &Form::Newest)?;
        assert!(!elsewhere.contains("preload"));
        let text = said("care-advocacy", &[], "/t/", &Form::Pinned(pinned()))?;
        assert!(
            text.contains("href=\"/t/care-tools-4455eeff.wasm\" as=\"fetch\"") && !text.contains("care-tools.wasm")
        );
        Ok(())
    }

    #[test]
    fn a_frame_has_what_it_is_told_in_its_address() -> Result<(), String> {
        let given = [("path", "joint"), ("reference", "AB 1&2"), ("locality", "locality.json")];
        let text = said("care-team-suitability", &given, "/t/", &Form::Frame)?;
        let address =
            "/t/frame/care-team-suitability.html?locality=locality.json&amp;path=joint#reference=AB%201%262";
        assert_eq!(text.matches(&format!("\"{address}\"")).count(), 2);
        assert!(text.contains("title=\"Decide who should hold this case\"") && !text.contains('{'));
        Ok(())
    }

    #[test]
    fn a_frame_is_not_told_what_a_link_must_not_decide() {
        let frame = |given: &[(&str, &str)]| said("care-advocacy", given, "/t/", &Form::Frame);
        assert!(frame(&[("offline", "/offline.js")]).is_err_and(|words| words.contains("`offline`")));
        for other in ["https://other.example/a.json", "//other.example/a.json", "data:text/plain,a", "\\\\other\\a"] {
            assert!(frame(&[("locality", other)]).is_err_and(|words| words.contains("own site")), "{other}");
        }
        assert!(frame(&[("locality", "/a/b.json?v=a:b")]).is_ok());
    }

    #[test]
    fn every_place_of_a_template_is_filled() -> Result<(), String> {
        for element in elements::all()? {
            for form in [Form::Newest, Form::Pinned(pinned()), Form::Frame] {
                assert!(!lines(&element, &[], BASE, &form)?.contains(['{', '}']));
            }
        }
        Ok(())
    }

    /// An element, what its attributes are given, and where the files lie.
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

    /// The page writes what the command writes.
    #[test]
    fn the_page_writes_the_same_lines() -> Result<(), String> {
        let elements = elements::all()?;
        let cases: [Case; 7] = [
            ("care-advocacy", &[], "/care-tools/"),
            (
                "care-advocacy",
                &[("heading-level", "3"), ("reference", "A\"<&> é/'?"), ("law-on", "2027-04-01")],
                "/x",
            ),
            (
                "care-allocation",
                &[("view", "list"), ("list", "/a/list.csv"), ("language", "ar-XB")],
                "https://a.example/t",
            ),
            ("care-team-suitability", &[("path", "asked"), ("section", "teams")], "/t/"),
            ("care-advocacy", &[], "https://a.example/t"),
            ("care-team-suitability", &[], "//a.example/t/"),
            ("care-supervision", &[("records", "a.json b.json"), ("view", "verify")], "/t/"),
        ];
        let forms = [("newest", Form::Newest), ("pinned", Form::Pinned(pinned())), ("frame", Form::Frame)];
        let mut expected = Vec::new();
        let mut asked = Vec::new();
        for (name, given, base) in cases {
            let element = named(&elements, name)?;
            let mut read = Vec::new();
            for (it, value) in given {
                let attribute = element.attribute(it)?;
                read.push((attribute, attribute.read(value)?));
            }
            for (word, form) in &forms {
                expected.push(lines(element, &read, base, form)?);
                let given: Map<String, Value> =
                    read.iter().map(|(it, value)| (it.name.to_owned(), json!(value))).collect();
                asked.push(json!({ "element": name, "given": given, "base": base, "form": word }));
            }
        }
        let page = include_str!("../../../../www/get-the-code.js");
        let script = format!(
            "{page}\nconst data = {};\nconsole.log(JSON.stringify({}.map((it) => lines(data, it))));",
            data(&elements, &pinned()),
            Value::from(asked)
        );
        let folder = std::env::temp_dir().join(format!("care-tools-snippets-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|fault| fault.to_string())?;
        let file = folder.join("lines.mjs");
        std::fs::write(&file, script).map_err(|fault| fault.to_string())?;
        let output = Command::new("node").arg(&file).output();
        std::fs::remove_dir_all(&folder).map_err(|fault| fault.to_string())?;
        let output = output.map_err(|_| "Node.js is needed: the page’s script is compared with ours".to_owned())?;
        let written: Vec<String> = serde_json::from_slice(&output.stdout)
            .map_err(|fault| format!("{fault}: {}", String::from_utf8_lossy(&output.stderr)))?;
        assert_eq!(written, expected);
        Ok(())
    }
}
