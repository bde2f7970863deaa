//! Records that were opened, and where somebody stands among them.

use super::held::Held;
use super::library::Library;
use super::what_if::WhatIf;
use crate::record::canonical::canonical;
use crate::ui::cover::Cover;
use crate::ui::parts::notice::Notice;
use crate::ui::state::STEP_TITLE;
use crate::words::Words;
use chrono::NaiveDate;
use std::rc::Rc;

/// Where somebody stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The agenda and the table.
    #[default]
    Agenda,
    /// A record, by its place among those that are open.
    Record(usize),
    /// Two records side by side: the earlier, the later.
    Compare(usize, usize),
    /// What another answer would have brought.
    WhatIf,
    /// Like facts decided unlike.
    Alike,
}

/// A file that was not opened, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What the file is called.
    pub name: String,
    /// What is wrong with it.
    pub faults: Vec<String>,
}

/// The records and where somebody stands among them.
pub struct Model {
    /// The tools and the words.
    pub library: Rc<Library>,
    /// Today in England.
    pub today: Option<NaiveDate>,
    /// Whether only files are checked, and nothing is talked about.
    pub verify: bool,
    /// The open records, in the order in which they were opened.
    pub records: Vec<Held>,
    /// Files that were not opened.
    pub refused: Vec<Refused>,
    /// Where somebody stands.
    pub place: Place,
    /// The supervisor's role, as it was typed.
    pub role: String,
    /// The question that was picked to be challenged; empty for none.
    pub picked: String,
    /// The record that is to be closed although something about it is not saved, by place.
    pub closing: Option<usize>,
    /// Whether what is wrong with the entry, or with the challenge, is shown.
    pub tried: (bool, bool),
    /// The copy that is being changed.
    pub what_if: Option<WhatIf>,
    /// Whether every answer is shown in a comparison, or only those that changed.
    pub all_answers: bool,
    /// The column by which the table is sorted, and whether downwards.
    pub sorted_by: (usize, bool),
    /// The tool whose records are shown; empty for all.
    pub tool_shown: String,
    /// The status of the records that are shown; empty for all.
    pub status_shown: String,
    /// The theme whose questions are shown; empty for none.
    pub theme: String,
    /// What to know beforehand.
    pub notices: Vec<Notice>,
    /// A sentence for those who do not see the screen, seen too.
    pub said: String,
    /// What a filter or a sorted column has done, for those who do not see the table.
    pub in_table: String,
    /// Whether the screen is covered.
    pub cover: Cover,
    /// Whether "clear everything" waits to be confirmed.
    pub clearing: bool,
    /// The control that takes the focus once the screen is drawn.
    pub go: String,
    /// Whether the page is printed once it is drawn.
    pub printing: bool,
}

impl Model {
    /// Nothing is open.
    pub fn new(library: Rc<Library>, today: Option<NaiveDate>, verify: bool) -> Model {
        Model {
            library,
            today,
            verify,
            records: Vec::new(),
            refused: Vec::new(),
            place: Place::default(),
            role: String::new(),
            picked: String::new(),
            closing: None,
            tried: (false, false),
            what_if: None,
            all_answers: false,
            sorted_by: (0, false),
            tool_shown: String::new(),
            status_shown: String::new(),
            theme: String::new(),
            notices: Vec::new(),
            said: String::new(),
            in_table: String::new(),
            cover: Cover::Open,
            clearing: false,
            go: String::new(),
            printing: false,
        }
    }

    /// The words.
    pub fn words(&self) -> &Words {
        &self.library.words
    }

    /// A phrase.
    pub fn say(&self, phrase: &str) -> String {
        self.words().say(phrase).to_owned()
    }

    /// A phrase with its gaps filled.
    pub fn fill(&self, phrase: &str, gaps: &[(&str, &str)]) -> String {
        self.words().fill(phrase, gaps)
    }

    /// A number of working days in words.
    pub fn working_days(&self, days: i64) -> String {
        match days {
            1 => self.say("one_working_day"),
            days => self.fill("working_days", &[("n", &days.to_string())]),
        }
    }

    /// A day in few letters: 22 Nov, with the year where it is another one.
    pub fn short_day(&self, day: NaiveDate) -> String {
        self.words().short_day(day, self.today)
    }

    /// Whether another open record replaces this one, or this one says so itself. A draft replaces nothing yet, and a
    /// file that has changed cannot be trusted to.
    pub fn is_superseded(&self, held: &Held) -> bool {
        let id = held.record.text_at("record_id");
        let by_another = self
            .records
            .iter()
            .any(|other| !id.is_empty() && other.record.text_at("supersedes") == id && other.stands());
        by_another || held.record.text_at("status") == "superseded"
    }

    /// The open records that no other replaces, with their places.
    pub fn current(&self) -> impl Iterator<Item = (usize, &Held)> {
        self.records.iter().enumerate().filter(|(_, held)| !self.is_superseded(held))
    }

    /// The record that this one replaces, where it is open.
    pub fn earlier_than(&self, at: usize) -> Option<usize> {
        let replaced = self.records.get(at)?.record.text_at("supersedes");
        let is_it = |held: &Held| !replaced.is_empty() && held.record.text_at("record_id") == replaced;
        self.records.iter().position(is_it)
    }

    /// The record that somebody looks at.
    pub fn here(&self) -> Option<&Held> {
        match self.place {
            Place::Record(at) => self.records.get(at),
            Place::WhatIf => self.records.get(self.what_if.as_ref()?.at),
            Place::Agenda | Place::Compare(..) | Place::Alike => None,
        }
    }

    /// Goes to a place.
    pub fn open_place(&mut self, place: Place) {
        self.place = place;
        self.tried = (false, false);
        self.picked.clear();
        self.refused.clear();
        self.said.clear();
        self.in_table.clear();
        (self.clearing, self.closing) = (false, None);
        self.go = STEP_TITLE.into();
    }

    /// The record that somebody looks at, to be written about.
    pub fn here_mut(&mut self) -> Option<&mut Held> {
        match self.place {
            Place::Record(at) => self.records.get_mut(at),
            _ => None,
        }
    }

    /// Opens a file. `asked` says that somebody chose it, and not the page.
    pub fn arrived(&mut self, name: &str, text: &str, asked: bool) {
        match Held::open(name, text, &self.library) {
            Ok(held) => {
                let first = self.records.is_empty();
                self.take_in(held);
                // What was pressed to open it is gone with the first one.
                if self.verify {
                    self.go = format!("ct-receipt-{}", self.records.len().saturating_sub(1));
                } else if first && asked {
                    self.go = STEP_TITLE.into();
                }
            }
            Err(faults) => {
                let name = if name.is_empty() { self.say("open.pasted") } else { name.to_owned() };
                self.said = self.fill("open.refused", &[("name", &name)]);
                self.refused.push(Refused { name, faults });
                self.go = "ct-refused".into();
            }
        }
    }

    /// Of two files with one id the better one stays: unchanged before changed, complete before draft, and then the one
    /// with more entries. What was written and not saved is never replaced. A page that only checks shows every file.
    fn take_in(&mut self, held: Held) {
        let id = held.record.text_at("record_id").to_owned();
        let same = |known: &Held| !id.is_empty() && known.record.text_at("record_id") == id;
        let (code, verify) = (held.code(), self.verify);
        match self.records.iter_mut().find(|known| !verify && same(known)) {
            Some(known) if known.is_unsaved() || known.worth() >= held.worth() => {
                let same = canonical(&known.record) == canonical(&held.record);
                let phrase = if same { "open.twice_kept" } else { "open.twice_differs" };
                self.said = self.fill(phrase, &[("code", &code)]);
            }
            Some(known) => {
                *known = held;
                self.said = self.fill("open.twice_replaced", &[("code", &code)]);
            }
            None => {
                self.records.push(held);
                let count = self.records.len().to_string();
                self.said = self.fill("open.opened", &[("code", &code), ("n", &count)]);
            }
        }
    }

    /// The replaced records get their mark, once both are open.
    pub fn mark_replaced(&mut self) {
        if self.verify {
            return;
        }
        let pairs: Vec<(String, String)> = self
            .records
            .iter()
            .filter(|held| held.stands())
            .map(|held| (held.record.text_at("supersedes").to_owned(), held.record.text_at("record_id").to_owned()))
            .filter(|(replaced, by)| !replaced.is_empty() && !by.is_empty())
            .collect();
        for (replaced, by) in pairs {
            for held in &mut self.records {
                if held.record.text_at("record_id") == replaced {
                    held.replaced_by(&by);
                }
            }
        }
    }
}
