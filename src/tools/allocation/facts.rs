//! What is said about one referral in a list, compact enough for a hundred thousand of them.

use super::answers::*;
use super::files::values::{self, same};
use super::files::{Field, Row};
use crate::engine::{Answer, Answers, Choices, Given, Law, Shape, Sheet, dates};
use crate::tools::allocation::law_once;
use chrono::NaiveDate;

/// Kinds of event, those that ask for the answers again first.
pub const EVENTS: [&str; 15] = [
    "fall",
    "hospital_admission",
    "hospital_discharge",
    "carer_change",
    "safeguarding_concern",
    "support_change",
    "deadline_change",
    "health_change",
    "housing_change",
    "person_asked_review",
    "professional_information",
    "complaint",
    "councillor_or_mp_enquiry",
    "funding_change",
    "address_change_in_area",
];
/// How many kinds of event ask for the answers again. The others are recorded and never change priority.
pub const ASK_AGAIN: usize = 11;

/// The fields of a referral in the order of section 4, beside its reference.
pub const FIELDS: [usize; QUESTIONS - 1] = [
    RECEIVED.0,
    LAST_CONTACT.0,
    ANSWERED_ON.0,
    STATUS.0,
    ALLOCATED_ON.0,
    FUNCTION.0,
    IMMEDIATE_DANGER.0,
    ESSENTIAL_CARE_MISSED.0,
    SAFEGUARDING.0,
    CARER.0,
    CHILD_AT_RISK.0,
    END_OF_LIFE.0,
    RISK.0,
    NEED.0,
    SUPPORT.0,
    URGENCY.0,
    DETERIORATION.0,
    FLUCTUATION.0,
    DEADLINE_KIND.0,
    DEADLINE.0,
    ADVOCACY.0,
    INFORMED.0,
];

const NOTHING: i32 = i32::MIN;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place in [`EVENTS`].
    pub kind: usize,
    /// When.
    pub day: NaiveDate,
}

/// What is wrong with a row; also the order in which the first is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// There is no reference.
    MissingRef,
    /// Another row has the same reference.
    DuplicateRef,
    /// A date is not a real date, or an event has none.
    BadDate,
    /// There is no received date.
    MissingReceived,
    /// The received date is in the future.
    ReceivedInFuture,
    /// The last contact is in the future.
    LastContactInFuture,
    /// The date of the answers is in the future.
    AnsweredInFuture,
    /// A value is not in the vocabulary.
    BadValue,
}

impl Problem {
    /// The id; for a value, the field's id follows.
    pub fn id(self) -> &'static str {
        match self {
            Problem::MissingRef => "missing_ref",
            Problem::DuplicateRef => "duplicate_ref",
            Problem::BadDate => "bad_date",
            Problem::MissingReceived => "missing_received",
            Problem::ReceivedInFuture => "received_in_future",
            Problem::LastContactInFuture => "last_contact_in_future",
            Problem::AnsweredInFuture => "answered_in_future",
            Problem::BadValue => "bad_value",
        }
    }
}

/// Something in a row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub problem: Problem,
    /// The field's id.
    pub field: &'static str,
    /// What stands there.
    pub said: Box<str>,
}

/// What is said about one referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The reference, or empty.
    pub reference: Box<str>,
    /// The line in the file it came from; 0 where it did not come from one.
    pub line: u32,
    said: [i32; QUESTIONS],
    /// What happened, in the order told.
    pub events: Vec<Event>,
    /// What cannot be read.
    pub faults: Vec<Fault>,
    /// Whether the date of allocation cannot be read. It moves nobody, so it is no fault; it is only not counted.
    pub allocation_unread: bool,
}

impl Sheet for Facts {
    fn choice(&self, question: usize) -> Option<usize> {
        let choice = !is_day(question);
        self.said(question).filter(|_| choice).and_then(|said| usize::try_from(said).ok())
    }

    fn ticks(&self, _question: usize) -> u32 {
        0
    }

    fn day(&self, question: usize) -> Option<i32> {
        self.said(question).filter(|_| is_day(question))
    }
}

fn is_day(question: usize) -> bool {
    [RECEIVED.0, LAST_CONTACT.0, ANSWERED_ON.0, ALLOCATED_ON.0, DEADLINE.0, CHANGED_ON.0].contains(&question)
}

impl Facts {
    /// A referral of which nothing is known but its reference.
    pub fn new(reference: &str) -> Self {
        Facts {
            reference: reference.trim().into(),
            line: 0,
            said: [NOTHING; QUESTIONS],
            events: Vec::new(),
            faults: Vec::new(),
            allocation_unread: false,
        }
    }

    fn said(&self, question: usize) -> Option<i32> {
        self.said.get(question).copied().filter(|said| *said != NOTHING)
    }

    fn set(&mut self, question: usize, said: i32) {
        if let Some(slot) = self.said.get_mut(question) {
            *slot = said;
        }
    }

    /// Chooses an answer by place.
    pub fn choose(&mut self, question: usize, choice: usize) {
        self.set(question, i32::try_from(choice).unwrap_or(NOTHING));
    }

    /// Gives a day.
    pub fn give_day(&mut self, question: usize, day: i32) {
        self.set(question, day);
    }

    /// Takes an answer back, with any fault in its field.
    pub fn withdraw(&mut self, question: usize) {
        self.set(question, NOTHING);
        self.allocation_unread &= question != ALLOCATED_ON.0;
        let field = id(question);
        self.faults.retain(|fault| fault.field != field);
    }

    /// Whether nothing was said to a question.
    pub fn is_blank(&self, question: usize) -> bool {
        self.said(question).is_none()
    }

    /// Whether the answer is "I do not know", or there is none.
    pub fn is_unknown(&self, question: usize) -> bool {
        match self.choice(question) {
            Some(choice) => Some(choice) == unknown(question),
            None => !is_day(question) || self.is_blank(question),
        }
    }

    /// Reads what a file or a form says about a field, in place of what was there. What cannot be read
    /// becomes a fault, and the answer is blank.
    pub fn read(&mut self, question: usize, text: &str) {
        self.withdraw(question);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let fault = |problem| Fault { problem, field: id(question), said: text.into() };
        if is_day(question) {
            match values::date(text) {
                Some(day) => self.give_day(question, dates::number(day)),
                // A date of allocation moves nobody, so a bad one is only not counted.
                None if question == ALLOCATED_ON.0 => self.allocation_unread = true,
                None => self.faults.push(fault(Problem::BadDate)),
            }
        } else {
            let choices = law_once().question_at(question).map_or(&[][..], |question| question.choices);
            match choices.iter().position(|choice| same(text, choice.id)) {
                Some(place) => self.choose(question, place),
                None => self.faults.push(fault(Problem::BadValue)),
            }
        }
    }

    /// Reads a row of a file.
    pub fn of_row(row: &Row) -> Facts {
        let mut facts = Facts::new(row.cell(Field::Ref));
        facts.line = row.line;
        for (field, cell) in row.cells() {
            match field {
                Field::Ref => {}
                Field::Events => values::events(cell).for_each(|event| facts.happened(event.kind, event.date)),
                field => {
                    if let Some(question) = FIELDS.get(field.place() - 1) {
                        facts.read(*question, cell);
                    }
                }
            }
        }
        facts
    }

    /// The same as a row of a file.
    pub fn to_row(&self) -> Row {
        let answers = FIELDS.into_iter().map(|question| self.text(question));
        let texts: Vec<String> =
            std::iter::once(self.reference.to_string()).chain(answers).chain([self.events_text()]).collect();
        Row::of(self.line, Field::ALL.iter().copied().zip(texts.iter().map(String::as_str)))
    }

    /// Adds something that happened.
    pub fn happened(&mut self, kind: &str, day: &str) {
        let (kind, day) = (kind.trim(), day.trim());
        // What cannot be read is kept whole, kind and day: neither says enough alone.
        let mut unread = |problem| {
            let said = values::events_cell([values::EventText { kind, date: day }]).into();
            self.faults.push(Fault { problem, field: "events", said });
        };
        let Some(place) = EVENTS.iter().position(|id| same(kind, id)) else {
            return unread(Problem::BadValue);
        };
        match values::date(day) {
            Some(day) => {
                self.events.push(Event { kind: place, day });
                self.remember_change();
            }
            None => unread(Problem::BadDate),
        }
    }

    /// Works out the day of the latest event that asks for the answers again.
    pub fn remember_change(&mut self) {
        let asking = self.events.iter().filter(|event| event.kind < ASK_AGAIN);
        let latest = asking.map(|event| dates::number(event.day)).max();
        self.set(CHANGED_ON.0, latest.unwrap_or(NOTHING));
    }

    /// The first problem, fields in the order of section 4; nothing for a sound row.
    pub fn problem(&self, today: i32, twice: bool) -> Option<(Problem, &'static str)> {
        let future = |question: usize| self.day(question).is_some_and(|day| day > today);
        let bad = |problem| self.faults.iter().filter(move |fault| fault.problem == problem);
        let first = |problem| bad(problem).min_by_key(|fault| place(fault.field)).map(|fault| (problem, fault.field));
        if self.reference.is_empty() {
            return Some((Problem::MissingRef, "ref"));
        }
        if twice {
            return Some((Problem::DuplicateRef, "ref"));
        }
        if let Some(found) = first(Problem::BadDate) {
            return Some(found);
        }
        if self.is_blank(RECEIVED.0) {
            return Some((Problem::MissingReceived, "received"));
        }
        let late = [
            (RECEIVED.0, Problem::ReceivedInFuture),
            (LAST_CONTACT.0, Problem::LastContactInFuture),
            (ANSWERED_ON.0, Problem::AnsweredInFuture),
        ];
        let found = late.into_iter().find(|(question, _)| future(*question));
        found.map(|(question, problem)| (problem, id(question))).or_else(|| first(Problem::BadValue))
    }

    /// The same answers as a form keeps them.
    pub fn answers(&self, law: &Law) -> Answers {
        let given = law.questions().filter_map(|question| match question.shape {
            Shape::Day => self.day(question.at).map(|day| (question, Given::Day(dates::numbered(day)))),
            Shape::One | Shape::Many | Shape::Number => {
                self.choice(question.at).map(|choice| (question, Given::One(choice)))
            }
        });
        let answers = given.filter_map(|(question, given)| Answer::to(question, given));
        answers.fold(Answers::none(), Answers::with)
    }

    /// A referral from the answers of a form.
    pub fn from_answers(reference: &str, law: &Law, answers: &Answers) -> Facts {
        let mut facts = Facts::new(reference);
        for question in law.questions() {
            match answers.to(question.at) {
                Some(Given::One(choice)) => facts.choose(question.at, choice),
                Some(Given::Day(day)) => facts.give_day(question.at, dates::number(day)),
                Some(Given::Many(_) | Given::Number(_)) | None => {}
            }
        }
        facts
    }

    /// What is said about a field, as files write it; empty where nothing is.
    pub fn text(&self, question: usize) -> String {
        if let Some(fault) = self.faults.iter().find(|fault| fault.field == id(question)) {
            return fault.said.to_string();
        }
        if is_day(question) {
            return self.day(question).map(|day| dates::to_iso(dates::numbered(day))).unwrap_or_default();
        }
        let choices = law_once().question_at(question).map_or(&[][..], |question| question.choices);
        let chosen = self.choice(question).and_then(|choice| choices.get(choice));
        chosen.map(|choice| choice.id.to_owned()).unwrap_or_default()
    }

    /// What happened, as files write it, with what could not be read.
    fn events_text(&self) -> String {
        let told = self.events.iter().map(|event| {
            format!("{}:{}", EVENTS.get(event.kind).copied().unwrap_or_default(), dates::to_iso(event.day))
        });
        let unread = self.faults.iter().filter(|fault| fault.field == "events").map(|fault| fault.said.to_string());
        told.chain(unread).collect::<Vec<_>>().join(";")
    }

    /// The level of a factor: what was said, or what "not known" counts as.
    pub fn level(&self, question: usize) -> i32 {
        let (known, counts) = match question {
            q if q == RISK.0 => (Risk::Unknown.number(), 3),
            q if q == NEED.0 => (Need::Unknown.number(), 3),
            q if q == SUPPORT.0 => (Support::Unknown.number(), 2),
            q if q == URGENCY.0 => (Urgency::Unknown.number(), 2),
            q if q == DETERIORATION.0 => (Deterioration::Unknown.number(), 2),
            _ => (Fluctuation::Unknown.number(), 1),
        };
        self.choice(question).filter(|choice| *choice != known).and_then(|c| i32::try_from(c).ok()).unwrap_or(counts)
    }

    /// The level of a fixed date: 4 where it is 2 days away or past.
    pub fn deadline_level(&self, today: i32) -> i32 {
        match self.day(DEADLINE.0).map(|day| day - today) {
            Some(..=2) => 4,
            Some(..=7) => 3,
            Some(..=28) => 2,
            Some(..=84) => 1,
            Some(_) => 0,
            None if self.choice(DEADLINE_KIND.0) == Some(DeadlineKind::None.number()) => 0,
            None => 2,
        }
    }

    /// A kind of date is named and the date is missing.
    pub fn date_missing(&self) -> bool {
        let kind = self.choice(DEADLINE_KIND.0);
        let none = [DeadlineKind::None.number(), DeadlineKind::Unknown.number()];
        kind.is_some_and(|kind| !none.contains(&kind)) && self.is_blank(DEADLINE.0)
    }

    /// What is not known: required answers in order, then the date of a named kind.
    pub fn missing(&self) -> Vec<usize> {
        let mut missing: Vec<usize> = REQUIRED.into_iter().filter(|at| self.is_unknown(*at)).collect();
        if self.date_missing() {
            missing.push(DEADLINE.0);
        }
        missing
    }
}

/// A question's id.
pub fn id(question: usize) -> &'static str {
    law_once().question_at(question).map_or("", |question| question.id)
}

/// The place of "I do not know" among a question's choices.
fn unknown(question: usize) -> Option<usize> {
    let choices = law_once().question_at(question)?.choices;
    choices.iter().position(|choice| choice.sort == crate::engine::Sort::NotKnown)
}

/// The place of a field in the order of section 4; events come last.
fn place(field: &str) -> usize {
    FIELDS.iter().position(|question| id(*question) == field).unwrap_or(FIELDS.len())
}
