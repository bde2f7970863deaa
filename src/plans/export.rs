//! How a plan leaves the page: as text, for Word, as a table, for a calendar, in plain words, and to be opened again.

use super::model::Model;
use crate::record::Document;
use crate::record::plan::{Head, plan as document, top as plan_top, unknowns};
use crate::record::{Line, POINTS, code_of, seal};
use crate::tools::action_planning::calendar_file::{self, Options};
use crate::tools::action_planning::day::{moment, time_in_england};
use crate::tools::action_planning::table;
use chrono::Timelike;

/// What is asked for in exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// A copy for somebody else: without safety and restriction.
    pub for_others: bool,
    /// Large print.
    pub large: bool,
    /// What a calendar file has beyond the usual.
    pub calendar: Options,
}

impl Default for Choices {
    /// A copy is for somebody else until somebody says that it is not.
    fn default() -> Self {
        Choices { for_others: true, large: false, calendar: Options::default() }
    }
}

/// Something that may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// A copy for somebody else.
    ForOthers,
    /// Large print.
    Large,
    /// Days that are past.
    Overdue,
    /// Actions that are done or stopped.
    Ended,
    /// A reminder.
    Reminder,
    /// The text of each action.
    Text,
    /// Tasks instead of entries.
    Tasks,
}

impl Switch {
    /// Those of a calendar file.
    pub const CALENDAR: [Switch; 5] = [Switch::Overdue, Switch::Ended, Switch::Reminder, Switch::Text, Switch::Tasks];

    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Switch::ForOthers => "for_others",
            Switch::Large => "large",
            Switch::Overdue => "overdue",
            Switch::Ended => "ended",
            Switch::Reminder => "reminder",
            Switch::Text => "text",
            Switch::Tasks => "tasks",
        }
    }
}

impl Choices {
    /// The slot of a switch.
    pub fn slot(&mut self, switch: Switch) -> &mut bool {
        match switch {
            Switch::ForOthers => &mut self.for_others,
            Switch::Large => &mut self.large,
            Switch::Overdue => &mut self.calendar.overdue,
            Switch::Ended => &mut self.calendar.ended,
            Switch::Reminder => &mut self.calendar.reminder,
            Switch::Text => &mut self.calendar.text,
            Switch::Tasks => &mut self.calendar.tasks,
        }
    }

    /// Whether something is asked for.
    pub fn is_on(mut self, switch: Switch) -> bool {
        *self.slot(switch)
    }
}

/// A form in which a plan is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Copied whole for the person's record, as plain and as rich text.
    Record,
    /// Plain text of the whole, for the person's record.
    RecordText,
    /// Copied, as plain and as rich text.
    Copy,
    /// Printed.
    Print,
    /// Plain text.
    Text,
    /// A Word document.
    Word,
    /// A table of the actions.
    Table,
    /// A calendar file.
    Calendar,
    /// A start for an easy-read version.
    EasyRead,
    /// The record itself, to be opened again.
    Data,
}

/// What goes to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// For the clipboard: plain, rich.
    Copy(String, String),
    /// Prints.
    Print,
    /// A file: name, kind, content.
    File(String, &'static str, String),
    /// A document for the writer of office files: name, the document as data.
    Word(String, String),
}

impl Model {
    /// The plan in a form, once what was added to it is fixed. `now` is the time, as UTC date and time.
    pub fn taken_out(&mut self, format: Format, now: &str) -> Out {
        if format == Format::Data {
            self.seal(now);
        }
        self.export(format, now)
    }

    /// The plan in a form. `now` is the time, as UTC date and time.
    pub fn export(&self, format: Format, now: &str) -> Out {
        let plan = self.plan();
        let read = plan.read();
        match format {
            Format::Record | Format::Copy => {
                let document = self.document_for(format == Format::Copy && self.choices.for_others, now);
                Out::Copy(document.to_text_within(WIDTH), document.to_html())
            }
            Format::RecordText => {
                let text = self.document_for(false, now).to_text_within(WIDTH);
                Out::File(self.file_name("txt"), "text/plain", text)
            }
            Format::Print => Out::Print,
            Format::Text => Out::File(self.file_name("txt"), "text/plain", self.document(now).to_text_within(WIDTH)),
            Format::Word => {
                let points = if self.choices.large { LARGE } else { POINTS };
                Out::Word(self.file_name("docx"), self.document(now).to_json(points).write())
            }
            Format::Table => {
                let code = code_of(&self.stamp.id);
                Out::File(self.file_name("csv"), "text/csv", table::write(&read, &code))
            }
            Format::Calendar => {
                let code = code_of(&self.stamp.id);
                let (stamp, changed) = (compact(now), compact(&self.times.1));
                let export = calendar_file::Export {
                    record: &self.calendar_id,
                    code: &code,
                    stamp: &stamp,
                    changed: if changed.is_empty() { &stamp } else { &changed },
                    review_seq: self.review_seq,
                    version: env!("CARGO_PKG_VERSION"),
                    options: self.choices.calendar,
                    words: &self.desk.words,
                };
                let name = format!("action-plan-{code}.ics");
                Out::File(name, "text/calendar", calendar_file::write(&read, export))
            }
            Format::EasyRead => {
                let text = self.easy_read(now).to_text_within(WIDTH);
                Out::File(self.file_name("easy.txt"), "text/plain", text)
            }
            Format::Data => Out::File(self.file_name("json"), "application/json", self.record(now).write()),
        }
    }

    /// The plan as a document, for whom it was asked.
    pub fn document(&self, now: &str) -> Document {
        self.document_for(self.choices.for_others, now)
    }

    fn document_for(&self, for_others: bool, now: &str) -> Document {
        let plan = self.plan();
        let read = plan.read();
        let agreed = self.agreed().actions;
        let (code, replaces) = (code_of(&self.stamp.id), code_of(&self.stamp.replaces));
        let hash = self.sealed.as_ref().map(|_| seal::short(&self.record(now))).unwrap_or_default();
        let made_at = self.moment(now);
        let law_on = self.desk.preview.map(|day| self.day(day)).unwrap_or_default();
        let late = self.complete || read.is_written_up_late();
        let head = Head {
            authority: &self.desk.locality.authority,
            law_on: &law_on,
            made_at: &made_at,
            code: &code,
            replaces: &replaces,
            for_others,
            hash: &hash,
            replaced: self.is_replaced(),
            version_reason: if self.stamp.replaces.is_empty() { "" } else { self.version_reason.trim() },
            late_reason: if for_others || !late { "" } else { self.late_reason.trim() },
            agreed: &agreed,
        };
        document(&self.desk.words, &read, head)
    }

    /// A moment of UTC as people in England read it.
    fn moment(&self, now: &str) -> String {
        match moment(now).map(time_in_england) {
            Some(there) => {
                let time = format!("{:02}:{:02}", there.hour(), there.minute());
                self.fill("plan.moment", &[("day", &self.day(there.date())), ("time", &time)])
            }
            None => String::new(),
        }
    }

    /// A start for an easy-read version: one idea on a line, and room for pictures.
    fn easy_read(&self, now: &str) -> Document {
        let plan = self.plan();
        let read = plan.read();
        let words = &self.desk.words;
        let picture = || Line::Text(words.say("easy.picture").to_owned());
        let text = |path: &str| Line::Text(words.say(path).to_owned());
        let mut easy = Document::new(words.say("easy.title"));
        let code = code_of(&self.stamp.id);
        let head = Head {
            authority: &self.desk.locality.authority,
            made_at: &self.moment(now),
            code: &code,
            for_others: true,
            ..Head::default()
        };
        let mut top = plan_top(words, &read, head);
        top.push(text("easy.check"));
        easy.part("", top);
        let idea = |text: &str| -> Vec<Line> {
            let sentences =
                text.split_inclusive(['.', '!', '?', '\n']).map(str::trim).filter(|idea| !idea.is_empty());
            sentences.map(|idea| Line::Text(idea.to_owned())).collect()
        };
        let note = |id: &str| {
            let asked = crate::tools::action_planning::law_once()
                .question(id)
                .is_some_and(|question| read.asked(question.at));
            if asked { self.draft.note(id).to_owned() } else { String::new() }
        };
        let wanted = idea(&note("ap_person_view"));
        easy.part(words.say("easy.you_said"), with_picture(picture(), wanted));
        let good = idea(&note("ap_strengths"));
        easy.part(words.say("easy.good"), with_picture(picture(), good));
        for action in plan.actions.iter().filter(|action| action.is_open()) {
            let mut lines = idea(action.what.trim());
            lines.push(Line::Text(self.fill("easy.who", &[("who", &self.owner(action))])));
            if let Some(due) = action.due.day() {
                lines.push(Line::Text(self.fill("easy.when", &[("day", &self.day(due))])));
            }
            easy.part(&self.fill("easy.action", &[("id", &action.id)]), with_picture(picture(), lines));
        }
        if let Some(review) = read.day(crate::tools::action_planning::answers::REVIEW_DATE.0) {
            let line = Line::Text(self.fill("easy.review", &[("day", &self.day(review))]));
            easy.part(words.say("easy.then"), with_picture(picture(), vec![line]));
        }
        easy.part(words.say("unknown"), unknowns(words, &read, true));
        easy
    }
}

fn with_picture(picture: Line, mut lines: Vec<Line>) -> Vec<Line> {
    if !lines.is_empty() {
        lines.insert(0, picture);
    }
    lines
}

/// A line of text has at most so many characters.
const WIDTH: usize = 80;
/// The size of large print, in points.
const LARGE: i64 = 18;

/// A moment as calendars write it: 20260603T101500Z.
fn compact(moment: &str) -> String {
    let whole = moment.split('.').next().unwrap_or_default().trim_end_matches('Z');
    if whole.is_empty() { String::new() } else { format!("{}Z", whole.replace(['-', ':'], "")) }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn a_moment_is_written_as_calendars_do() {
        assert_eq!(compact("2026-06-03T10:15:00.123Z"), "20260603T101500Z");
        assert_eq!(compact("2026-06-03T10:15:00Z"), "20260603T101500Z");
        assert_eq!(compact(""), "");
    }
}
