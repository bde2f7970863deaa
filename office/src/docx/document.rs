//! The document as it comes in: its shape is checked here, once.

use serde_json::{Map, Value};

/// The most columns that a table in such a file can have.
const COLUMNS: usize = 63;

/// What is written.
pub struct Document {
    pub title: String,
    pub points: Points,
    pub parts: Vec<Part>,
}

/// The size of the body.
#[derive(Clone, Copy)]
pub enum Points {
    Twelve,
    /// Large print.
    Eighteen,
}

/// What stands under one heading.
pub struct Part {
    /// Empty where the part has none.
    pub heading: String,
    pub lines: Vec<Line>,
}

/// One thing below the other.
pub enum Line {
    Text(String),
    /// A heading one level below the part's.
    Lead(String),
    /// An entry of a bulleted list.
    Item(String),
    Named {
        name: String,
        value: String,
    },
    Table(Table),
}

/// Each row has as many cells as the head.
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Points {
    /// The size in half points, as in the file.
    pub fn halves(self) -> usize {
        match self {
            Points::Twelve => 24,
            Points::Eighteen => 36,
        }
    }
}

impl Document {
    /// Reads a document from JSON.
    ///
    /// # Errors
    /// What is wrong with its shape, and where.
    pub fn read(json: &str) -> Result<Document, String> {
        let value: Value =
            serde_json::from_str(json).map_err(|fault| format!("This document is not JSON ({fault})."))?;
        let mut fields = Fields::of(value, "The document")?;
        let document = Document {
            title: fields.text("title")?,
            points: points(&fields.take("points")?)?,
            parts: each(fields.list("parts")?, "Part", part)?,
        };
        fields.end()?;
        Ok(document)
    }
}

fn points(value: &Value) -> Result<Points, String> {
    match value.as_u64() {
        Some(12) => Ok(Points::Twelve),
        Some(18) => Ok(Points::Eighteen),
        _ => Err(format!("The document has `{value}` for `points`, which is 12 or 18.")),
    }
}

fn part(value: Value, place: &str) -> Result<Part, String> {
    let mut fields = Fields::of(value, place)?;
    let heading = fields.text("heading")?;
    let lines = each(fields.list("lines")?, &format!("{place}, line"), line)?;
    fields.end()?;
    Ok(Part { heading, lines })
}

fn line(value: Value, place: &str) -> Result<Line, String> {
    let mut fields = Fields::of(value, place)?;
    let line = if fields.has("text") {
        Line::Text(fields.text("text")?)
    } else if fields.has("lead") {
        Line::Lead(fields.text("lead")?)
    } else if fields.has("item") {
        Line::Item(fields.text("item")?)
    } else if fields.has("name") {
        Line::Named { name: fields.text("name")?, value: fields.text("value")? }
    } else if fields.has("head") {
        Line::Table(table(&mut fields)?)
    } else {
        return Err(format!("{place} has none of `text`, `lead`, `item`, `name` and `head`."));
    };
    fields.end()?;
    Ok(line)
}

fn table(fields: &mut Fields<'_>) -> Result<Table, String> {
    let place = fields.place;
    let head = texts(Value::Array(fields.list("head")?), place)?;
    if head.is_empty() || head.len() > COLUMNS {
        return Err(format!("{place} is a table with {} columns. It can have 1 to {COLUMNS}.", head.len()));
    }
    let rows = each(fields.list("rows")?, &format!("{place}, row"), |row, place| {
        let row = texts(row, place)?;
        if row.len() == head.len() {
            Ok(row)
        } else {
            Err(format!("{place} has {} cells, and the head of its table has {}.", row.len(), head.len()))
        }
    })?;
    Ok(Table { head, rows })
}

fn texts(value: Value, place: &str) -> Result<Vec<String>, String> {
    let Value::Array(items) = value else { return Err(format!("{place} is not a list.")) };
    each(items, &format!("{place}, cell"), |item, place| match item {
        Value::String(text) => Ok(clean(&text)),
        _ => Err(format!("{place} is not a text.")),
    })
}

/// Reads the items of a list, each with its place as a person counts.
fn each<T>(items: Vec<Value>, what: &str, read: impl Fn(Value, &str) -> Result<T, String>) -> Result<Vec<T>, String> {
    items.into_iter().enumerate().map(|(at, item)| read(item, &format!("{what} {}", at + 1))).collect()
}

/// The fields of one object, taken out one by one, so that what is left over is known to be none of ours.
struct Fields<'a> {
    fields: Map<String, Value>,
    /// Where the object is, to begin a sentence with.
    place: &'a str,
}

impl<'a> Fields<'a> {
    fn of(value: Value, place: &'a str) -> Result<Fields<'a>, String> {
        match value {
            Value::Object(fields) => Ok(Fields { fields, place }),
            _ => Err(format!("{place} is not an object.")),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    fn take(&mut self, name: &str) -> Result<Value, String> {
        self.fields.remove(name).ok_or_else(|| format!("{} has no `{name}`.", self.place))
    }

    fn text(&mut self, name: &str) -> Result<String, String> {
        match self.take(name)? {
            Value::String(text) => Ok(clean(&text)),
            _ => Err(format!("{} has a `{name}` that is not a text.", self.place)),
        }
    }

    fn list(&mut self, name: &str) -> Result<Vec<Value>, String> {
        match self.take(name)? {
            Value::Array(items) => Ok(items),
            _ => Err(format!("{} has a `{name}` that is not a list.", self.place)),
        }
    }

    fn end(self) -> Result<(), String> {
        match self.fields.keys().next() {
            None => Ok(()),
            Some(name) => Err(format!("{} has a `{name}`, which does not belong there.", self.place)),
        }
    }
}

/// A text without what XML forbids, and with one kind of line break.
fn clean(text: &str) -> String {
    let one_kind = text.replace("\r\n", "\n").replace('\r', "\n");
    let allowed = |letter: &char| !matches!(letter, '\0'..='\x08' | '\x0B'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
    one_kind.chars().filter(allowed).collect()
}
