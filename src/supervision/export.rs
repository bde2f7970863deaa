//! How supervision leaves the page: as the record with its entries, as text for the file, as a table.

use super::held::Held;
use super::model::Model;
use super::msg::Format;
use super::several;
use crate::engine::dates;
use crate::json::Json;
use crate::record::read::Opened;
use crate::record::{Document, Line, POINTS, receipt, seal};

/// What goes to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// For the clipboard: plain, rich.
    Copy(String, String),
    /// A file: name, kind, content.
    File(String, &'static str, String),
    /// A document for the writer of office files: name, the document as data.
    Word(String, String),
    /// Prints.
    Print,
    /// Nothing is open that could be taken out.
    Nothing,
}

/// A line of text has at most so many characters.
const WIDTH: usize = 80;

impl Model {
    /// Something in a form.
    pub fn export(&self, format: Format) -> Out {
        match (format, self.here()) {
            (Format::Print, _) => Out::Print,
            (Format::Table, _) => Out::File(self.file_name("records", "", "csv"), "text/csv", several::csv(self)),
            (_, None) => Out::Nothing,
            (Format::Record, Some(held)) => {
                let name = self.file_name(held.desk.tool.id, &held.code(), "json");
                Out::File(name, "application/json", held.record.write())
            }
            (Format::Copy, Some(held)) => {
                let document = self.discussion(held);
                Out::Copy(document.to_text_within(WIDTH), document.to_html())
            }
            (Format::Text, Some(held)) => {
                let name = self.file_name("supervision", &held.code(), "txt");
                Out::File(name, "text/plain", self.discussion(held).to_text_within(WIDTH))
            }
            (Format::Word, Some(held)) => {
                let name = self.file_name("supervision", &held.code(), "docx");
                Out::Word(name, self.discussion(held).to_json(POINTS).write())
            }
            (Format::Receipt, Some(held)) => {
                let name = self.file_name("receipt", &held.code(), "txt");
                Out::File(name, "text/plain", self.receipt(held).to_text_within(WIDTH))
            }
        }
    }

    /// A file name that says what it is, which record and which day, and nothing else.
    fn file_name(&self, what: &str, code: &str, ending: &str) -> String {
        let day = self.today.map(dates::to_iso).unwrap_or_default();
        let parts = [what, code, &day].into_iter().filter(|part| !part.is_empty());
        // A code may be a file's own name, where the record has none.
        let safe = |part: &str| -> String {
            part.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
        };
        format!("{}.{ending}", parts.map(safe).collect::<Vec<_>>().join("-"))
    }

    /// What anybody can check of a record.
    pub fn receipt(&self, held: &Held) -> Document {
        let opened = Opened { record: held.record.clone(), integrity: held.integrity };
        receipt::receipt(&opened, held.desk.tool, &held.desk.words.clone().and(self.words().clone()))
    }

    /// What was said about a record.
    pub fn discussion(&self, held: &Held) -> Document {
        let say = |phrase: &str| self.say(phrase);
        let mut document = Document::new(&self.fill("export.title", &[("code", &held.code())]));
        let latest = seal::short(&held.record);
        let mut head = vec![
            Line::Text(say("record.working_copy")),
            Line::Pair(say("export.tool"), held.tool()),
            Line::Pair(say("table.status"), say(&format!("status_is.{}", several::status(self, held)))),
        ];
        if self.is_superseded(held) {
            head.insert(0, Line::Text(say("status_is.superseded")));
        }
        let result = held.outcomes().into_iter().next().map(|outcome| outcome.heading);
        head.extend(result.map(|heading| Line::Pair(say("record.result"), heading)));
        document.part("", head);
        for entry in held.entries() {
            let (title, lines) = self.entry_lines(held, entry);
            document.part(&title, lines);
        }
        let mut end = vec![Line::Text(say("export.note"))];
        if !latest.is_empty() {
            end.push(Line::Pair(say("record.hash"), latest));
        }
        document.part(&say("record.fixed"), end);
        document
    }

    /// An entry: its title, and its lines.
    pub fn entry_lines(&self, held: &Held, entry: &Json) -> (String, Vec<Line>) {
        let kind = self.say(&format!("kind_of.{}", entry.text_at("kind")));
        let day = dates::from_iso(entry.text_at("on")).map(|day| self.words().day(day)).unwrap_or_default();
        let gaps = [("kind", kind.as_str()), ("role", entry.text_at("supervisor_role")), ("day", day.as_str())];
        let mut lines = Vec::new();
        if let Some(about) = entry.get("about").filter(|about| about.as_object().is_some()) {
            let what = match (about.text_at("kind"), about.text_at("id")) {
                ("question", id) => held.name_of(id),
                ("check", id) => self.say(&format!("check.{id}")),
                _ => self.say("export.response_to"),
            };
            lines.push(Line::Pair(self.say("export.about"), what));
        }
        if !entry.text_at("result").is_empty() {
            let result = self.say(&format!("result_of.{}", entry.text_at("result")));
            lines.push(Line::Pair(self.say("export.result"), result));
        }
        for (key, phrase) in [
            ("note", "export.note_text"),
            ("next_step", "export.next_step"),
            ("practitioner_response", "export.response"),
        ] {
            if !entry.text_at(key).is_empty() {
                lines.push(Line::Pair(self.say(phrase), entry.text_at(key).to_owned()));
            }
        }
        let actions = entry.list_at("actions").iter().filter_map(Json::as_text);
        lines.extend(actions.map(|action| Line::Item(action.to_owned())));
        (self.fill("export.entry", &gaps), lines)
    }
}
