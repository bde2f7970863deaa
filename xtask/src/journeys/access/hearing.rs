//! A step as somebody hears it who uses a screen reader: the browser's own accessibility tree, a line for each thing
//! that is met on the way down.

use super::super::page::Page;
use super::super::widget::Widget;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Lines of a step, and what is wrong in them.
#[derive(Debug, Default)]
pub struct Heard {
    /// The lines.
    pub lines: Vec<String>,
    /// A sentence for each fault.
    pub faults: Vec<String>,
}

/// Reads a tool. Names that begin with `same` lead to the same place, wherever they stand.
pub async fn hear(page: &Page<'_>, tool: Widget<'_>, same: Option<&'static str>) -> Result<Heard, String> {
    let (name, nth) = tool.place();
    let found = json!({ "expression": format!("document.querySelectorAll({})[{nth}]", json!(name)) });
    let host = page.devtools("Runtime.evaluate", found).await?;
    let whole = json!({ "objectId": host["result"]["objectId"], "depth": -1, "pierce": true });
    let elements = page.devtools("DOM.describeNode", whole).await?;
    let tree = page.devtools("Accessibility.getFullAXTree", json!({})).await?;
    read(&elements["node"], &tree, same)
}

fn read(host: &Value, tree: &Value, same: Option<&'static str>) -> Result<Heard, String> {
    let tree = Tree::new(host, tree);
    let start = tree.of_element(&host["backendNodeId"]).ok_or("the tool is not in the accessibility tree")?;
    let mut heard = Heard::default();
    let mut reader = Reader {
        tree: &tree,
        heard: &mut heard,
        within: Vec::new(),
        names: HashMap::new(),
        links: HashMap::new(),
        level: 0,
        rows: 0,
        same,
    };
    reader.children(start, 0);
    reader.finish();
    Ok(heard)
}

struct Tree<'a> {
    nodes: HashMap<&'a str, &'a Value>,
    /// Where somebody is, which the browser's tree does not tell: what each element says of itself, by its number.
    here: HashMap<i64, &'a str>,
}

impl<'a> Tree<'a> {
    fn new(host: &'a Value, tree: &'a Value) -> Tree<'a> {
        let nodes = tree["nodes"].as_array().into_iter().flatten();
        let nodes = nodes.filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let mut here = HashMap::new();
        currents(host, &mut here);
        Tree { nodes, here }
    }

    fn is_here(&self, node: &Value) -> bool {
        node["backendDOMNodeId"].as_i64().is_some_and(|id| self.here.contains_key(&id))
    }

    fn of_element(&self, backend: &Value) -> Option<&'a Value> {
        self.nodes.values().copied().find(|node| &node["backendDOMNodeId"] == backend)
    }

    fn children(&self, node: &'a Value) -> Vec<&'a Value> {
        let ids = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
        ids.filter_map(|id| self.nodes.get(id).copied()).collect()
    }

    /// What is below a node and is not ignored, in its place.
    fn below(&self, node: &'a Value) -> Vec<&'a Value> {
        let mut below = Vec::new();
        for child in self.children(node) {
            if child["ignored"] == true || is_hollow(child) {
                below.extend(self.below(child))
            } else {
                below.push(child)
            }
        }
        below
    }
}

/// The elements with `aria-current`.
fn currents<'a>(element: &'a Value, found: &mut HashMap<i64, &'a str>) {
    let attributes: Vec<&str> =
        element["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for pair in attributes.chunks(2) {
        if let ([name, value], Some(id)) = (pair, element["backendNodeId"].as_i64())
            && *name == "aria-current"
        {
            found.insert(id, *value);
        }
    }
    for below in ["children", "shadowRoots"] {
        element[below].as_array().into_iter().flatten().for_each(|child| currents(child, found));
    }
}

/// Boxes that are there for the looks alone.
fn is_hollow(node: &Value) -> bool {
    let plain = ["generic", "none", "presentation", "GenericContainer", "Section"].contains(&role(node));
    plain && name(node).is_empty()
}

fn role(node: &Value) -> &str {
    node["role"]["value"].as_str().unwrap_or_default()
}

fn name(node: &Value) -> String {
    tidy(node["name"]["value"].as_str().unwrap_or_default())
}

fn description(node: &Value) -> String {
    tidy(node["description"]["value"].as_str().unwrap_or_default())
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn property<'a>(node: &'a Value, wanted: &str) -> &'a Value {
    let found = node["properties"].as_array().into_iter().flatten().find(|it| it["name"] == wanted);
    found.map_or(&Value::Null, |it| &it["value"]["value"])
}

/// Words, and the marks inside them that are no things of their own.
const WORDS: &[&str] = &[
    "StaticText",
    "InlineTextBox",
    "LineBreak",
    "strong",
    "emphasis",
    "code",
    "time",
    "Abbr",
    "mark",
    "superscript",
    "subscript",
    "insertion",
    "deletion",
    "Ruby",
];
const CONTROLS: &[&str] = &[
    "button",
    "link",
    "checkbox",
    "radio",
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "spinbutton",
    "switch",
    "tab",
    "slider",
    "DisclosureTriangle",
    "DisclosureTriangleGrouped",
    "Date",
];
/// Symbols that a reader would say by their names, in the middle of a sentence.
const SYMBOLS: &str = "↑↓→←▲▼◀▶✓✔✗✘●○■□★☆•◆◇";
/// More rows of one table than this are checked, and counted, but not written down.
const ROWS: usize = 6;
/// More than this and nobody can tell afterwards what was said.
const LONGEST_NAME: usize = 250;

struct Reader<'a, 'h> {
    tree: &'a Tree<'a>,
    heard: &'h mut Heard,
    /// The names of the groups, tables and rows around.
    within: Vec<String>,
    names: HashMap<String, usize>,
    /// Where the links of each name lead.
    links: HashMap<String, String>,
    level: i64,
    /// How many rows of the table have been read.
    rows: usize,
    /// Names that begin so lead to the same place, wherever they stand.
    same: Option<&'static str>,
}

impl<'a> Reader<'a, '_> {
    fn children(&mut self, node: &'a Value, depth: usize) {
        let mut text = String::new();
        let below = self.tree.below(node);
        let alone = below.iter().all(|child| WORDS.contains(&role(child)));
        let groups = radios(&below, self.tree);
        for child in below {
            if WORDS.contains(&role(child)) && !self.has_things(child) {
                text.push_str(&self.text(child));
                text.push(' ');
                continue;
            }
            self.words(&mut text, depth, alone);
            self.thing(child, depth, &groups);
        }
        self.words(&mut text, depth, alone);
    }

    /// Says the words collected so far. Between two links there may be a comma and no more.
    fn words(&mut self, text: &mut String, depth: usize, alone: bool) {
        let said = tidy(&std::mem::take(text));
        match (said.is_empty(), said.chars().any(char::is_alphanumeric)) {
            (true, _) => {}
            (false, true) => self.say(depth, &said),
            (false, false) if alone => self.wrong(format!("“{said}” is read aloud and says nothing")),
            (false, false) => {}
        }
    }

    fn say(&mut self, depth: usize, line: &str) {
        let line = format!("{}{line}", "  ".repeat(depth));
        if line.chars().any(|it| SYMBOLS.contains(it)) {
            self.wrong(format!("a symbol is read aloud in “{}”", line.trim()));
        }
        let cell = line.trim_start().starts_with("cell");
        if !cell
            && line.trim().chars().count() > 3
            && self.heard.lines.last().is_some_and(|last| last.trim() == line.trim())
        {
            self.wrong(format!("“{}” is heard twice in a row", line.trim()));
        }
        self.heard.lines.push(line);
    }

    fn wrong(&mut self, fault: String) {
        if !self.heard.faults.contains(&fault) {
            self.heard.faults.push(fault);
        }
    }

    fn thing(&mut self, node: &'a Value, depth: usize, groups: &HashMap<&'a str, (usize, usize)>) {
        let (role, name) = (role(node), name(node));
        match role {
            "InlineTextBox" | "LineBreak" | "ListMarker" | "MenuListPopup" | "option" => {}
            "heading" => self.heading(node, &name, depth),
            "figure" if name.is_empty() => self.children(node, depth),
            "image" | "img" | "SvgRoot" | "figure" | "graphics-document" => {
                if name.is_empty() {
                    self.wrong(format!("a {role} without a name is read aloud"));
                }
                self.say(depth, &format!("picture: {name}"));
                self.children(node, depth + 1);
            }
            "LabelText" | "Legend" => {
                // It is heard with its control. What else stands in it is not.
                if self.has_things(node) {
                    self.children(node, depth);
                }
            }
            "term" | "DescriptionListTerm" => {
                let text = tidy(&self.text(node));
                self.say(depth, &format!("{text}:"));
                self.things(node, depth + 1);
            }
            "definition" | "DescriptionListDetail" => self.children(node, depth + 1),
            "paragraph" | "Details" | "details" | "DescriptionList" | "rowgroup" | "Figcaption" | "blockquote"
            | "Pre" | "Label" | "Canvas" | "search" | "generic" | "section" | "sectionheader" | "sectionfooter" => {
                self.children(node, depth)
            }
            "list" => {
                let count = self.tree.below(node).len();
                if count == 0 {
                    self.wrong("a list without anything in it is read aloud".into());
                }
                self.say(depth, &format!("list of {count}{}", called(&name)));
                self.children(node, depth + 1);
            }
            "listitem" => {
                let start = self.heard.lines.len();
                self.children(node, depth);
                self.marked(start, depth, node);
            }
            "status" | "alert" | "log" => {
                let start = self.heard.lines.len();
                self.say(depth, &format!("{role}{}", called(&name)));
                self.children(node, depth + 1);
                if self.heard.lines.len() == start + 1 {
                    self.heard.lines.truncate(start);
                    self.say(depth, &format!("{role}, empty"));
                }
            }
            "table" | "grid" => {
                if name.is_empty() {
                    self.wrong(format!("a {role} without a name is read aloud"));
                }
                self.named(role, &name);
                self.say(depth, &format!("{role}{}{}", called(&name), hint(node)));
                let outer = std::mem::take(&mut self.rows);
                self.inside(node, depth, &name);
                let more = std::mem::replace(&mut self.rows, outer).saturating_sub(ROWS);
                if more > 0 {
                    self.say(depth + 1, &format!("rows more: {more}"));
                }
            }
            "row" => {
                let start = self.heard.lines.len();
                let states = states(node);
                self.say(depth, &format!("row{states}"));
                let key = self.tree.below(node).first().map(|it| super::hearing::name(it)).unwrap_or_default();
                self.inside(node, depth, &format!("row {key}"));
                if self.heard.lines.len() == start + 1 {
                    self.wrong("a row without anything in it is read aloud".into());
                }
                self.rows += 1;
                if self.rows > ROWS {
                    self.heard.lines.truncate(start);
                }
            }
            "cell" | "gridcell" | "columnheader" | "rowheader" => self.cell(node, role, depth),
            "group" | "region" | "navigation" | "radiogroup" | "toolbar" | "form" | "article" | "complementary"
            | "banner" | "contentinfo" | "main" | "dialog" => {
                if name.is_empty() && ["region", "navigation", "radiogroup", "dialog"].contains(&role) {
                    self.wrong(format!("a {role} without a name is read aloud"));
                }
                if name.is_empty() && role == "group" && !self.is_details(node) {
                    self.wrong("a group without a name is read aloud".into());
                }
                if name.is_empty() {
                    return self.children(node, depth);
                }
                self.named(role, &name);
                self.say(depth, &format!("{role}: {name}{}", hint(node)));
                self.inside(node, depth, &name);
            }
            _ if CONTROLS.contains(&role) => self.control(node, &name, depth, groups),
            "progressbar" | "meter" | "separator" => self.say(depth, &format!("{role}{}", called(&name))),
            "caption" | "Caption" => {}
            other => {
                self.say(depth, &format!("{other}{}", called(&name)));
                self.children(node, depth + 1);
            }
        }
    }

    fn inside(&mut self, node: &'a Value, depth: usize, name: &str) {
        self.within.push(name.to_owned());
        self.children(node, depth + 1);
        self.within.pop();
    }

    fn heading(&mut self, node: &'a Value, name: &str, depth: usize) {
        let level = property(node, "level").as_i64().unwrap_or(0);
        if name.is_empty() {
            self.wrong("a heading without words is read aloud".into());
        }
        if self.level > 0 && level > self.level + 1 {
            self.wrong(format!("from a heading of level {} to “{name}” of level {level}", self.level));
        }
        self.level = level;
        self.say(depth, &format!("heading {level}: {name}"));
        self.things(node, depth + 1);
    }

    fn cell(&mut self, node: &'a Value, role: &str, depth: usize) {
        let kind = match role {
            "columnheader" => "column heading",
            "rowheader" => "row heading",
            _ => "cell",
        };
        let sorted = property(node, "sort").as_str().map(|it| format!(", sorted {it}")).unwrap_or_default();
        if self.has_things(node) {
            self.say(depth, &format!("{kind}{sorted}:"));
            self.children(node, depth + 1);
        } else {
            let text = tidy(&self.text(node));
            self.say(depth, &format!("{kind}{sorted}: {}", if text.is_empty() { "blank" } else { &text }));
        }
    }

    fn control(&mut self, node: &'a Value, name: &str, depth: usize, groups: &HashMap<&'a str, (usize, usize)>) {
        let role = role(node);
        let kind = match role {
            "DisclosureTriangle" | "DisclosureTriangleGrouped" => "opens",
            "textbox" if property(node, "multiline") == &json!(true) => "text box of several lines",
            "textbox" => "text box",
            "searchbox" => "search box",
            "combobox" => "list to choose from",
            "radio" => "radio button",
            "checkbox" => "tick box",
            other => other,
        };
        if name.is_empty() {
            self.wrong(format!("a {kind} without a name is read aloud"));
        }
        if name.chars().count() > LONGEST_NAME {
            self.wrong(format!("a {kind} has a name of {} letters: “{name}”", name.chars().count()));
        }
        // Two links of the same words that lead to the same place are one thing met twice.
        let to = property(node, "url").as_str().unwrap_or_default();
        if to.is_empty() || self.links.insert(name.to_owned(), to.to_owned()).is_none_or(|before| before != to) {
            self.named(role, name);
        }
        let value = node["value"]["value"].as_str().map(tidy).unwrap_or_default();
        let value = if value.is_empty() { String::new() } else { format!(" = {value}") };
        let place = node["nodeId"].as_str().and_then(|id| groups.get(id));
        let place = place.map(|(at, of)| format!(", {at} of {of}")).unwrap_or_default();
        let here = if self.tree.is_here(node) { ", here" } else { "" };
        self.say(depth, &format!("{kind}: {name}{value}{}{here}{place}{}", states(node), hint(node)));
        if role == "combobox" {
            let options = self.options(node);
            self.say(depth + 1, &format!("to choose from: {}", options.join("; ")));
        }
        self.things(node, depth + 1);
    }

    /// Things inside something whose words have been heard with it.
    fn things(&mut self, node: &'a Value, depth: usize) {
        for child in self.tree.below(node) {
            if CONTROLS.contains(&role(child)) || role(child) == "heading" {
                self.thing(child, depth, &HashMap::new());
            }
        }
    }

    fn options(&self, node: &'a Value) -> Vec<String> {
        let mut options = Vec::new();
        for child in self.tree.children(node) {
            if role(child) == "option" || role(child) == "menuitem" {
                options.push(name(child));
            } else {
                options.extend(self.options(child));
            }
        }
        options
    }

    /// Names are unique in a step: what has the same name twice cannot be told apart, or said to a speech control.
    fn named(&mut self, role: &str, name: &str) {
        if self.same.is_some_and(|start| name.starts_with(start)) {
            return;
        }
        let alone = ["button", "link", "DisclosureTriangle", "DisclosureTriangleGrouped"].contains(&role);
        let around = if alone { String::new() } else { self.within.join(" > ") };
        let kind = if alone { "pressed" } else { role };
        *self.names.entry(format!("{kind} “{name}” in “{around}”")).or_default() += 1;
    }

    fn finish(&mut self) {
        let mut twice: Vec<String> =
            self.names.iter().filter(|(_, n)| **n > 1).map(|(name, n)| format!("{n} times: {name}")).collect();
        twice.sort();
        self.heard.faults.extend(twice.into_iter().map(|name| format!("names that are not unique: {name}")));
    }

    /// Puts a dash before the lines of an item.
    fn marked(&mut self, start: usize, depth: usize, node: &'a Value) {
        let current = if self.tree.is_here(node) { "here: " } else { "" };
        if self.heard.lines.len() == start {
            self.wrong("an item of a list without anything in it is read aloud".into());
        }
        for (at, line) in self.heard.lines.iter_mut().enumerate().skip(start) {
            let bare = line.get(2 * depth..).unwrap_or_default().to_owned();
            let lead = if at == start { format!("- {current}") } else { "  ".to_owned() };
            *line = format!("{}{lead}{bare}", "  ".repeat(depth));
        }
    }

    fn is_details(&self, node: &'a Value) -> bool {
        self.tree.below(node).first().is_some_and(|first| role(first).starts_with("Disclosure"))
    }

    fn has_things(&self, node: &'a Value) -> bool {
        self.tree.below(node).iter().any(|child| !WORDS.contains(&role(child)) || self.has_things(child))
    }

    fn text(&self, node: &'a Value) -> String {
        match role(node) {
            "StaticText" => name(node),
            "InlineTextBox" => String::new(),
            "LineBreak" => " ".into(),
            _ => self.tree.below(node).iter().map(|child| self.text(child)).collect::<Vec<_>>().join(" "),
        }
    }
}

/// Which of how many each radio button is.
fn radios<'a>(below: &[&'a Value], tree: &Tree<'a>) -> HashMap<&'a str, (usize, usize)> {
    fn collect<'a>(node: &'a Value, tree: &Tree<'a>, found: &mut Vec<&'a str>) {
        match role(node) {
            "radio" => found.extend(node["nodeId"].as_str()),
            "group" | "radiogroup" => {}
            _ => tree.below(node).into_iter().for_each(|child| collect(child, tree, found)),
        }
    }
    let mut found = Vec::new();
    below.iter().for_each(|node| collect(node, tree, &mut found));
    let of = found.len();
    found.into_iter().enumerate().map(|(at, id)| (id, (at + 1, of))).collect()
}

fn called(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(": {name}") }
}

fn hint(node: &Value) -> String {
    let text = description(node);
    if text.is_empty() { String::new() } else { format!(" ({text})") }
}

fn states(node: &Value) -> String {
    let mut states = String::new();
    let is = |wanted: &str| property(node, wanted);
    match is("checked").as_str() {
        Some("true") => states.push_str(", chosen"),
        Some("mixed") => states.push_str(", partly chosen"),
        _ => {}
    }
    match is("expanded").as_bool() {
        Some(true) => states.push_str(", open"),
        Some(false) if role(node) != "combobox" => states.push_str(", closed"),
        _ => {}
    }
    match is("pressed").as_str() {
        Some("true") => states.push_str(", pressed"),
        Some("false") => states.push_str(", not pressed"),
        _ => {}
    }
    if is("selected") == &json!(true) {
        states.push_str(", selected");
    }
    if is("disabled") == &json!(true) {
        states.push_str(", cannot be used");
    }
    if is("required") == &json!(true) {
        states.push_str(", required");
    }
    if is("invalid").as_str().is_some_and(|it| it != "false") {
        states.push_str(", wrong");
    }
    states
}
