//! Sentences about rows, in the words of the list.

use super::model::Model;
use crate::engine::dates;
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::facts::Problem;
use crate::tools::allocation::files::Field;
use crate::tools::allocation::list::Entry;
use crate::ui::parts::heading::tag;
use chrono::Datelike;

impl Model {
    /// A phrase.
    pub fn say(&self, phrase: &str) -> String {
        self.desk.words.say(phrase).to_owned()
    }

    /// A phrase with its gaps filled.
    pub fn fill(&self, phrase: &str, gaps: &[(&str, &str)]) -> String {
        self.desk.words.fill(phrase, gaps)
    }

    /// The name of the heading element `below` levels under the tool's title.
    pub fn heading(&self, below: u8) -> String {
        tag(self.level, below)
    }

    /// How many rows of the list are shown.
    pub fn how_many(&self) -> String {
        let (rows, total) = (self.rows.len().to_string(), self.count_of(self.shown).to_string());
        self.fill("list.found", &[("rows", &rows), ("total", &total)])
    }

    /// A band's heading.
    pub fn band(&self, band: Band) -> String {
        self.desk.words.at(&format!("tables.priority.findings.{}", band.id())).to_owned()
    }

    /// A day in words.
    pub fn day(&self, day: i32) -> String {
        self.desk.words.day(dates::numbered(day))
    }

    /// A day in few letters, for a column: 22 Nov, with the year where it is another one.
    pub fn short_day(&self, day: i32) -> String {
        let (day, this) = (dates::numbered(day), self.today.year());
        let months = self.desk.words.months();
        let month: String = months.get(day.month0() as usize).map_or("", String::as_str).chars().take(3).collect();
        if day.year() == this {
            format!("{} {month}", day.day())
        } else {
            format!("{} {month} {}", day.day(), day.year())
        }
    }

    /// A choice's words without its anchor.
    pub fn short_choice(&self, question: usize, choice: usize) -> String {
        let question = self.list.law().question_at(question);
        let words = question.map_or("", |question| self.desk.choice(question, choice));
        words.split(':').next().unwrap_or_default().to_owned()
    }

    /// A day in few letters, with how late it is, or that it is today.
    pub fn due(&self, day: i32) -> (String, Option<String>) {
        let late = dates::number(self.today) - day;
        let note = match late {
            0 => Some(self.say("list.today")),
            1.. => Some(self.fill("list.late", &[("days", &self.desk.words.days(late))])),
            _ => None,
        };
        (self.short_day(day), note)
    }

    /// The reason that puts a row where it is: the top rule's plain reason, with what an answer that is not known was
    /// counted as.
    pub fn why(&self, entry: &Entry) -> String {
        let (law, rule) = (self.list.law(), entry.place.top_rule);
        let id = law.rows().nth(rule).map_or("", |(_, row)| row.id);
        let plain = self.desk.words.at(&format!("rules.{id}"));
        if entry.facts.missing().is_empty() {
            return plain.to_owned();
        }
        let counted = law.counted_in(&entry.facts.answers(law), &self.desk.settings, rule);
        self.desk.counted(plain, &counted)
    }

    /// What is wrong with a row, with the line it came from, the column and what is there.
    pub fn problem(&self, entry: &Entry) -> String {
        let Some((problem, field)) = entry.problem else { return String::new() };
        let said = entry.facts.faults.iter().find(|fault| fault.problem == problem && fault.field == field);
        let stands = || Field::named(field).map(|field| entry.facts.to_row().cell(field).to_owned());
        let said = said.map(|fault| fault.said.to_string()).or_else(stands).unwrap_or_default();
        let said = shortened(&said);
        let what = if problem == Problem::BadValue {
            let question = self.desk.words.of("questions", field, "question");
            let question = if question.is_empty() { field } else { question };
            self.fill("list.problem.bad_value", &[("value", &said), ("question", question)])
        } else {
            self.say(&format!("list.problem.{}", problem.id()))
        };
        let line = match entry.facts.line {
            0 => String::new(),
            line => self.fill("list.problem.line", &[("line", &line.to_string()), ("column", field)]),
        };
        let shows = problem != Problem::BadValue && !said.is_empty();
        let there = if shows { self.fill("list.problem.there", &[("value", &said)]) } else { String::new() };
        [line, what, there].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A text at most sixty characters long.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
