//! A document with headings, lines and lists, and its two written forms.

use crate::json::Json;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading; empty for lines straight under the title.
    pub heading: String,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A line of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A sentence or more.
    Text(String),
    /// A name and what belongs to it.
    Pair(String, String),
    /// An entry of a list.
    Item(String),
    /// A line that introduces those after it.
    Lead(String),
    /// A table: its heads, and rows of as many cells. As plain text each row is a list, for a screen reader.
    Table(Vec<String>, Vec<Vec<String>>),
}

impl Document {
    /// A document without parts.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), parts: Vec::new() }
    }

    /// Adds a part, unless it has no lines.
    pub fn part(&mut self, heading: &str, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.parts.push(Part { heading: heading.to_owned(), lines });
        }
    }

    /// As plain text in lines of at most so many characters, where a word is not longer.
    pub fn to_text_within(&self, width: usize) -> String {
        self.to_text().lines().map(|line| wrapped(line, width)).collect()
    }

    /// As plain text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for part in &self.parts {
            text.push('\n');
            if !part.heading.is_empty() {
                text.push_str(&part.heading.to_ascii_uppercase());
                text.push('\n');
            }
            for line in &part.lines {
                match line {
                    Line::Text(line) => text.push_str(line),
                    Line::Lead(line) => {
                        text.push('\n');
                        text.push_str(line);
                    }
                    Line::Item(line) => text.push_str(&format!("- {}", line.replace('\n', "\n  "))),
                    Line::Pair(name, value) if value.contains('\n') => text.push_str(&format!("{name}:\n{value}")),
                    Line::Pair(name, value) => text.push_str(&format!("{name}: {value}")),
                    Line::Table(head, rows) => text.push_str(&rows_as_text(head, rows)),
                }
                text.push('\n');
            }
        }
        text
    }

    /// As data, for the writer of office files. `points` is the size of its text.
    pub fn to_json(&self, points: i64) -> Json {
        let line = |line: &Line| match line {
            Line::Text(text) => Json::object([("text", Json::text(text.clone()))]),
            Line::Lead(text) => Json::object([("lead", Json::text(text.clone()))]),
            Line::Item(text) => Json::object([("item", Json::text(text.clone()))]),
            Line::Pair(name, value) => {
                Json::object([("name", Json::text(name.clone())), ("value", Json::text(value.clone()))])
            }
            Line::Table(head, rows) => Json::object([
                ("head", Json::texts(head.clone())),
                ("rows", Json::List(rows.iter().map(|row| Json::texts(row.clone())).collect())),
            ]),
        };
        let part = |part: &Part| {
            Json::object([
                ("heading", Json::text(part.heading.clone())),
                ("lines", Json::List(part.lines.iter().map(line).collect())),
            ])
        };
        Json::object([
            ("title", Json::text(self.title.clone())),
            ("points", Json::Whole(points)),
            ("parts", Json::List(self.parts.iter().map(part).collect())),
        ])
    }

    /// As HTML for a rich-text clipboard: headings, paragraphs and lists, no styles.
    pub fn to_html(&self) -> String {
        let mut html = format!("<h1>{}</h1>", escape(&self.title));
        for part in &self.parts {
            if !part.heading.is_empty() {
                html.push_str(&format!("<h2>{}</h2>", escape(&part.heading)));
            }
            let mut in_list = false;
            for line in &part.lines {
                let item = matches!(line, Line::Item(_));
                if item != in_list {
                    html.push_str(if item { "<ul>" } else { "</ul>" });
                    in_list = item;
                }
                match line {
                    Line::Text(text) => html.push_str(&format!("<p>{}</p>", escape(text))),
                    Line::Lead(text) => html.push_str(&format!("<p><b>{}</b></p>", escape(text))),
                    Line::Item(text) => html.push_str(&format!("<li>{}</li>", escape(text))),
                    Line::Pair(name, value) => {
                        html.push_str(&format!("<p><b>{}:</b> {}</p>", escape(name), escape(value)));
                    }
                    Line::Table(head, rows) => html.push_str(&rows_as_html(head, rows)),
                }
            }
            if in_list {
                html.push_str("</ul>");
            }
        }
        html
    }
}

fn rows_as_text(head: &[String], rows: &[Vec<String>]) -> String {
    let row = |cells: &Vec<String>| -> String {
        let mut pairs = head.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let first = pairs.next().map(|(_, cell)| format!("\n{cell}")).unwrap_or_default();
        pairs.fold(first, |text, (name, cell)| format!("{text}\n{name}: {cell}"))
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn rows_as_html(head: &[String], rows: &[Vec<String>]) -> String {
    let cells = |tag: &str, cells: &[String]| -> String {
        let end = tag.split(' ').next().unwrap_or_default();
        cells.iter().map(|cell| format!("<{tag}>{}</{end}>", escape(cell))).collect()
    };
    let body: String = rows.iter().map(|row| format!("<tr>{}</tr>", cells("td", row))).collect();
    format!("<table><thead><tr>{}</tr></thead><tbody>{body}</tbody></table>", cells("th scope=\"col\"", head))
}

/// Text as it may stand in HTML. Line breaks become breaks.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push_str("<br>"),
            other => html.push(other),
        }
    }
    html
}

/// A line broken between words; what goes on is indented.
fn wrapped(line: &str, width: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in line.split(' ') {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > width {
            out.push_str("\n  ");
            length = 2;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += letters;
    }
    out.push('\n');
    out
}
