//! What an authority supplies in one JSON file: words, links, contacts and dates.
//!
//! A file with any fault is not used at all, so that no team, link or date is
//! half right: the tool then shows its shipped words, no links, no contacts and
//! no dates, with a notice that lists every fault.

use crate::cases;
use crate::engine::{Calendar, Settings, dates};
use crate::json::{Json, MOST_FAULTS};
use crate::tools::given::is_address;
use crate::tools::{self, Tool};
use crate::words::Words;
use std::fmt;

/// The value of `format` in a locality file.
pub const FORMAT: &str = "care-tools-locality/1";
/// What is said of a path that names no text.
pub const NO_SUCH_WORDS: &str = "there are no such words";
/// What is said of a text that no council may change.
pub const FIXED_BY_LAW: &str = "says what the law is and cannot be changed here";
/// The longest text an authority may put in place of one of ours, in characters.
pub const LONGEST_TEXT: usize = 2_000;

/// An authority's settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locality {
    /// The authority's name, as it goes into records.
    pub authority: String,
    /// The file's version, as it goes into records.
    pub version: String,
    /// Words in place of ours: tool or `all`, path, text.
    words: Vec<(String, String, String)>,
    /// Addresses of procedure chapters by name.
    links: Vec<(String, String)>,
    /// Whom to ask or refer to.
    pub contacts: Vec<Contact>,
    /// Dates and numbers of days by tool.
    settings: Vec<(String, Settings)>,
    /// The part of the file that is about a tool with more settings than its law reads.
    parts: Vec<(String, Json)>,
    /// Working days, with the bank holidays that the file gives.
    calendar: Calendar,
    /// Minutes without input after which answers are covered; at most 15.
    pub idle_minutes: Option<u32>,
    /// Hours for which a draft may be kept on a computer; 0 is until the end of the working day. Nothing where none may.
    pub draft_hours: Option<u32>,
}

/// Whom to ask or refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The name of the service.
    pub name: String,
    /// How to reach it.
    pub detail: String,
    /// An address, or empty.
    pub link: String,
    /// The referral packs it takes.
    pub packs: Vec<String>,
}

/// One thing wrong with a locality file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, for example `contacts.2.link`; empty for the file as a whole.
    pub at: String,
    /// What, in a reader's words.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.at.is_empty() { f.write_str(&self.what) } else { write!(f, "`{}`: {}", self.at, self.what) }
    }
}

impl Locality {
    /// Reads a file.
    ///
    /// # Errors
    /// Every fault, each with its place, up to [`MOST_FAULTS`].
    pub fn read(text: &str) -> Result<Locality, Vec<Fault>> {
        let every: Vec<&'static Tool> = tools::all().iter().collect();
        Locality::read_for(text, &every)
    }

    /// Reads a file where only these tools are known; what it says of others is left to them.
    ///
    /// # Errors
    /// Every fault, each with its place, up to [`MOST_FAULTS`].
    pub fn read_for(text: &str, tools: &[&'static Tool]) -> Result<Locality, Vec<Fault>> {
        let file = Json::read(text).map_err(|what| vec![Fault { at: String::new(), what }])?;
        let mut reading = Reading { locality: Locality::default(), faults: Vec::new(), tools: tools.to_vec() };
        reading.file(&file);
        if reading.faults.is_empty() { Ok(reading.locality) } else { Err(reading.faults) }
    }

    /// The same, where every phrase of the screen that it replaces is one that the screen has. A phrase of a group that
    /// this screen does not have at all, such as `say.list.title` in a form, is another screen's to judge.
    ///
    /// # Errors
    /// A fault for each phrase that there is not.
    pub fn against(self, words: &Words) -> Result<Locality, Vec<Fault>> {
        let of_this_screen = |path: &str| {
            let group = path.match_indices('.').nth(1).and_then(|(end, _)| path.get(..end));
            group.is_none_or(|group| words.has_below(group))
        };
        let strange = self
            .words
            .iter()
            .filter(|(_, path, _)| path.starts_with("say.") && !words.has(path) && of_this_screen(path));
        let faults: Vec<Fault> = strange
            .map(|(whose, path, _)| Fault { at: format!("words.{whose}.{path}"), what: NO_SUCH_WORDS.to_owned() })
            .take(MOST_FAULTS)
            .collect();
        if faults.is_empty() { Ok(self) } else { Err(faults) }
    }

    /// The shipped words of a tool with the authority's own in place.
    #[must_use]
    pub fn apply(&self, tool: &Tool, mut words: Words) -> Words {
        // What is said for one tool wins over what is said for all, wherever it stands in the file.
        self.replaced(&mut words, "all");
        self.replaced(&mut words, tool.id);
        words
    }

    /// Words that are no tool's own, with what the authority says for all tools in place.
    #[must_use]
    pub fn apply_to_all(&self, mut words: Words) -> Words {
        self.replaced(&mut words, "all");
        words
    }

    fn replaced(&self, words: &mut Words, owner: &str) {
        for (_, path, text) in self.words.iter().filter(|(whose, _, _)| whose == owner) {
            if words.has(path) {
                words.replace(path, text);
            }
        }
    }

    /// The words in place of ours: `all` or a tool, path, text.
    pub fn own_words(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.words.iter().map(|(whose, path, text)| (whose.as_str(), path.as_str(), text.as_str()))
    }

    /// The address of a procedure chapter, where the authority gave one.
    pub fn link(&self, chapter: &str) -> Option<&str> {
        self.links.iter().find(|(name, _)| name == chapter).map(|(_, address)| address.as_str())
    }

    /// What the file says about a tool, for those with more settings than their law reads.
    pub fn part(&self, tool: &str) -> Option<&Json> {
        self.parts.iter().find(|(id, _)| id == tool).map(|(_, part)| part)
    }

    /// The dates and numbers set for a tool.
    pub fn settings(&self, tool: &Tool) -> Settings {
        let own = self.settings.iter().find(|(id, _)| id == tool.id);
        let settings = match (own, tool.reads_settings) {
            (Some((_, settings)), _) => settings.clone(),
            (None, Some(read)) => read(None).unwrap_or_default(),
            (None, None) => Settings { days: vec![None; tool.law.settings.len()], ..Settings::default() },
        };
        Settings { calendar: self.calendar.clone(), ..settings }
    }
}

struct Reading {
    locality: Locality,
    faults: Vec<Fault>,
    /// The tools that are known here.
    tools: Vec<&'static Tool>,
}

impl Reading {
    fn tool(&self, id: &str) -> Option<&'static Tool> {
        self.tools.iter().find(|tool| tool.id == id).copied()
    }

    /// Whether it is the id of a tool that is left to read its own part.
    fn elsewhere(&self, id: &str) -> bool {
        tools::IDS.contains(&id) && self.tool(id).is_none()
    }

    fn fault(&mut self, at: &str, what: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { at: at.to_owned(), what: what.into() });
        }
    }

    fn file(&mut self, file: &Json) {
        let Some(pairs) = file.as_object() else {
            return self.fault("", format!("the file is {} and should be an object", file.kind()));
        };
        for (key, value) in pairs {
            match key.as_str() {
                "format" => {
                    if value.as_text() != Some(FORMAT) {
                        self.fault("format", format!("should be `{FORMAT}`"));
                    }
                }
                // Where an editor finds the schema.
                "$schema" => drop(self.text(key, value)),
                "authority" => self.locality.authority = self.needed(key, value),
                "version" => self.locality.version = self.needed(key, value),
                "words" => self.words(value),
                "links" => self.links(value),
                "contacts" => self.contacts(value),
                "idle_minutes" => self.idle(value),
                "drafts" => self.drafts(value),
                "bank_holidays" => self.bank_holidays(value),
                tool => match self.tool(tool) {
                    Some(tool) => self.settings(tool, value),
                    None if self.elsewhere(tool) => {}
                    None if key.is_empty() => self.fault("\"\"", "is not a key of this file"),
                    None => self.fault(key, "is not a key of this file"),
                },
            }
        }
        for needed in ["format", "authority", "version"] {
            if file.get(needed).is_none() {
                self.fault(needed, "is missing");
            }
        }
    }

    fn text(&mut self, at: &str, value: &Json) -> String {
        match value.as_text() {
            Some(text) if text.chars().count() > LONGEST_TEXT => {
                self.fault(at, format!("is longer than {LONGEST_TEXT} characters"));
                String::new()
            }
            Some(text) => text.trim().to_owned(),
            None => {
                self.fault(at, format!("is {} and should be a text", value.kind()));
                String::new()
            }
        }
    }

    /// A text that goes into every record, and is not empty.
    fn needed(&mut self, at: &str, value: &Json) -> String {
        let text = self.text(at, value);
        if text.is_empty() && value.as_text().is_some_and(|text| text.trim().is_empty()) {
            self.fault(at, "is empty");
        }
        text
    }

    fn pairs<'a>(&mut self, at: &str, value: &'a Json) -> &'a [(String, Json)] {
        value.as_object().unwrap_or_else(|| {
            self.fault(at, format!("is {} and should be an object", value.kind()));
            &[]
        })
    }

    fn words(&mut self, value: &Json) {
        for (whose, texts) in self.pairs("words", value) {
            if self.elsewhere(whose) {
                continue;
            }
            if whose != "all" && self.tool(whose).is_none() {
                self.fault(&format!("words.{whose}"), "is neither `all` nor a tool");
                continue;
            }
            let meant = self.tools.iter().filter(|tool| whose == "all" || tool.id == whose);
            let known: Vec<String> = meant.flat_map(|tool| tools::paths(tool)).collect();
            for (path, text) in self.pairs(&format!("words.{whose}"), texts) {
                let at = format!("words.{whose}.{path}");
                let faults = self.faults.len();
                let text = self.text(&at, text);
                if self.faults.len() > faults {
                    continue;
                }
                let elsewhere = whose == "all" && tools::IDS.iter().any(|tool| self.elsewhere(tool));
                if !path.starts_with("say.") && !known.contains(path) && !elsewhere {
                    self.fault(&at, NO_SUCH_WORDS);
                } else if !tools::open_to_authorities(path) {
                    self.fault(&at, FIXED_BY_LAW);
                } else if text.is_empty() {
                    self.fault(&at, "is empty");
                } else {
                    self.locality.words.push((whose.clone(), path.clone(), text));
                }
            }
        }
    }

    fn address(&mut self, at: &str, value: &Json) -> String {
        let address = self.text(at, value);
        if !address.is_empty() && !is_address(&address) {
            self.fault(
                at,
                format!("`{address}` is not a web address, a page of this site, an e-mail or a telephone link"),
            );
        }
        address
    }

    fn links(&mut self, value: &Json) {
        for (chapter, address) in self.pairs("links", value) {
            let address = self.address(&format!("links.{chapter}"), address);
            self.locality.links.push((chapter.clone(), address));
        }
    }

    fn contacts(&mut self, value: &Json) {
        let Some(list) = value.as_list() else {
            return self.fault("contacts", format!("is {} and should be a list", value.kind()));
        };
        for (number, contact) in list.iter().enumerate() {
            let at = format!("contacts.{}", number + 1);
            let mut read =
                Contact { name: String::new(), detail: String::new(), link: String::new(), packs: Vec::new() };
            for (key, value) in self.pairs(&at, contact) {
                let place = format!("{at}.{key}");
                match key.as_str() {
                    "name" => read.name = self.text(&place, value),
                    "detail" => read.detail = self.text(&place, value),
                    "link" => read.link = self.address(&place, value),
                    "packs" => read.packs = self.packs(&place, value),
                    _ => self.fault(&place, "is not a key of a contact"),
                }
            }
            if read.name.is_empty() {
                self.fault(&format!("{at}.name"), "is missing");
            }
            self.locality.contacts.push(read);
        }
    }

    fn packs(&mut self, at: &str, value: &Json) -> Vec<String> {
        let Some(list) = value.as_list() else {
            self.fault(at, format!("is {} and should be a list", value.kind()));
            return Vec::new();
        };
        let mut packs = Vec::new();
        for pack in list {
            let id = self.text(at, pack);
            let some_elsewhere = tools::IDS.iter().any(|tool| self.elsewhere(tool));
            if some_elsewhere || self.tools.iter().any(|tool| tool.pack(&id).is_some()) {
                packs.push(id);
            } else {
                self.fault(at, format!("there is no referral pack `{id}`"));
            }
        }
        packs
    }

    fn idle(&mut self, value: &Json) {
        match value {
            Json::Whole(minutes @ 3..=15) => self.locality.idle_minutes = u32::try_from(*minutes).ok(),
            _ => self.fault("idle_minutes", "should be a whole number from 3 to 15"),
        }
    }

    /// Whether drafts may be kept on a computer, and for how long. Off where nothing is said.
    fn drafts(&mut self, value: &Json) {
        match value {
            Json::Text(text) if text == "end_of_day" => self.locality.draft_hours = Some(0),
            Json::Text(text) if text == "off" => self.locality.draft_hours = None,
            Json::Whole(hours @ 1..=168) => self.locality.draft_hours = u32::try_from(*hours).ok(),
            _ => self.fault("drafts", "should be `off`, `end_of_day` or a whole number of hours from 1 to 168"),
        }
    }

    /// By year, so that a year is known whole or not at all.
    fn bank_holidays(&mut self, value: &Json) {
        for (year, days) in self.pairs("bank_holidays", value) {
            let at = format!("bank_holidays.{year}");
            let digits = year.bytes().all(|byte| byte.is_ascii_digit());
            let Some(number) = year.parse().ok().filter(|number| digits && (2000..=2100).contains(number)) else {
                self.fault(&at, "is not a year from 2000 to 2100");
                continue;
            };
            let Some(list) = days.as_list() else {
                self.fault(&at, format!("is {} and should be a list", days.kind()));
                continue;
            };
            let mut holidays = Vec::new();
            for day in list {
                let text = self.text(&at, day);
                match dates::from_iso(&text) {
                    Some(day) if text.starts_with(year) => holidays.push(day),
                    _ => self.fault(&at, format!("`{text}` is not a date in {year}, such as `{year}-12-25`")),
                }
            }
            self.locality.calendar = std::mem::take(&mut self.locality.calendar).with(number, holidays);
        }
    }

    fn settings(&mut self, tool: &Tool, value: &Json) {
        if let Some(read) = tool.reads_settings {
            match read(Some(value)) {
                Ok(settings) => self.locality.settings.push((tool.id.to_owned(), settings)),
                Err(faults) => faults.into_iter().for_each(|(at, what)| {
                    let place = if at.is_empty() { tool.id.to_owned() } else { format!("{}.{at}", tool.id) };
                    self.fault(&place, what);
                }),
            }
            self.locality.parts.push((tool.id.to_owned(), value.clone()));
            return;
        }
        for pair in self.pairs(tool.id, value) {
            let one = Json::Object(vec![pair.clone()]);
            if let Err(what) = cases::settings(tool, Some(&one)) {
                self.fault(&format!("{}.{}", tool.id, pair.0), what);
            }
        }
        if let Ok(settings) = cases::settings(tool, Some(value)) {
            self.locality.settings.push((tool.id.to_owned(), settings));
        }
    }
}
