//! What the practitioner has put in, and how it survives a restart.

use crate::engine::dates::{self, DateFault};
use crate::engine::{Answer, Answers, Given, Law, Question, Shape, number};
use crate::json::Json;
use crate::tools::{About, Tool};
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Whether the practitioner decides as the tool says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agreement {
    /// Nothing was said.
    #[default]
    NotSaid,
    /// As the tool says.
    Agrees,
    /// Otherwise, with reasons kept beside the tool's result.
    Departs,
}

impl Agreement {
    /// All, with their permanent ids.
    pub const ALL: [(Agreement, &'static str); 3] =
        [(Agreement::NotSaid, "not_said"), (Agreement::Agrees, "agrees"), (Agreement::Departs, "departs")];

    /// The permanent id.
    pub fn id(self) -> &'static str {
        Agreement::ALL.iter().find(|(this, _)| *this == self).map_or("", |(_, id)| id)
    }
}

/// Answers, notes and dates half typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The answers.
    pub answers: Answers,
    /// Text boxes by id. Nothing here reaches a rule.
    pub notes: BTreeMap<String, String>,
    /// Day, month and year as typed, by question; a number stands in the first box.
    pub dates: Vec<(usize, [String; 3])>,
    /// Whether the practitioner decides as the tool says.
    pub agreement: Agreement,
    /// Questions and text boxes that were taken over from another tool on the page: id, and the tool's title.
    pub taken: BTreeMap<String, String>,
    /// Whether an answer that leaves a trace was given and changed.
    pub remembered: bool,
    /// Urgent outcomes that the practitioner says they have read, by id.
    pub seen: BTreeSet<String>,
    /// What was said about something that is not named now, by the choice that named it.
    pub aside: BTreeMap<String, Draft>,
}

impl Draft {
    /// An empty draft with today's date filled in where a tool asks for the day of the decision.
    pub fn new(law: &Law, today: Option<NaiveDate>) -> Self {
        let mut draft = Draft::default();
        if let (Some(question), Some(day)) = (law.day_asked.and_then(|at| law.question_at(at)), today) {
            draft.set_day(question, day);
        }
        draft
    }

    /// Gives a day and writes it into its three boxes.
    pub fn set_day(&mut self, question: &Question, day: NaiveDate) {
        use chrono::Datelike;
        self.set_boxes(question.at, [day.day().to_string(), day.month().to_string(), day.year().to_string()]);
        self.give(question, Given::Day(day));
    }

    /// Gives an answer, in place of any earlier one. What cannot be said to the question is not taken.
    pub fn give(&mut self, question: &Question, given: Given) {
        if let Some(answer) = Answer::to(question, given) {
            self.answers.give(answer);
        }
    }

    /// Gives another draft what the page answered here, where it has no answer of its own.
    pub fn page_answers(&self, tool: &Tool, other: &mut Draft) {
        for question in tool.page_answers.iter().filter_map(|at| tool.law.question_at(*at)) {
            if let (Some(given), None) = (self.answers.to(question.at), other.answers.to(question.at)) {
                other.give(question, given);
            }
        }
    }

    /// Chooses, and puts aside what was said about what the last choice named.
    pub fn choose(&mut self, tool: &Tool, question: &Question, choice: usize) {
        let named = |draft: &Draft| draft.answers.ids(question).pop();
        let before = named(self);
        self.give(question, Given::One(choice));
        let Some(about) = tool.about.as_ref().filter(|about| about.question == question.at) else { return };
        if named(self) == before {
            return;
        }
        let mut aside = Draft::default();
        self.hand_over(tool, about, &mut aside);
        if let Some(before) = before {
            self.aside.insert(before, aside);
        }
        if let Some(mut back) = named(self).and_then(|now| self.aside.remove(&now)) {
            back.hand_over(tool, about, self);
        }
    }

    /// Gives another draft the answers and texts about one thing, and has them no more.
    fn hand_over(&mut self, tool: &Tool, about: &About, other: &mut Draft) {
        for question in about.answers.iter().filter_map(|at| tool.law.question_at(*at)) {
            let boxes = self.boxes(question.at);
            if boxes.iter().any(|typed| !typed.is_empty()) {
                other.set_boxes(question.at, boxes);
                self.dates.retain(|(at, _)| *at != question.at);
            }
            if let Some(given) = self.answers.to(question.at) {
                other.give(question, given);
                self.answers.withdraw(question.at);
            }
        }
        for note in &about.notes {
            let text = self.notes.remove(*note).unwrap_or_default();
            other.type_note(note, &text);
        }
    }

    /// What was typed in a date's three boxes.
    pub fn boxes(&self, at: usize) -> [String; 3] {
        self.dates.iter().find(|(known, _)| *known == at).map(|(_, boxes)| boxes.clone()).unwrap_or_default()
    }

    /// Writes a date's three boxes.
    pub fn set_boxes(&mut self, at: usize, boxes: [String; 3]) {
        self.dates.retain(|(known, _)| *known != at);
        self.dates.push((at, boxes));
    }

    /// Types into one of a date's boxes, or a number's. The answer follows: there is none while they say none.
    pub fn type_box(&mut self, question: &Question, part: usize, text: &str, words: &Words) {
        let mut boxes = self.boxes(question.at);
        if let Some(slot) = boxes.get_mut(part) {
            text.clone_into(slot);
        }
        self.set_boxes(question.at, boxes);
        match self.boxed(question, words) {
            Some(given) => self.give(question, given),
            None => self.answers.withdraw(question.at),
        }
    }

    /// The answer that the boxes say; nothing where they say none.
    pub fn boxed(&self, question: &Question, words: &Words) -> Option<Given> {
        match question.shape {
            Shape::Number => number(&self.boxes(question.at)[0]).map(Given::Number),
            _ => self.date(question.at, words).ok().flatten().map(Given::Day),
        }
    }

    /// Whether something other than a number stands in the box of a number.
    pub fn no_number(&self, at: usize) -> bool {
        let [typed, ..] = self.boxes(at);
        !typed.trim().is_empty() && number(&typed).is_none()
    }

    /// The date in the boxes.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn date(&self, at: usize, words: &Words) -> Result<Option<NaiveDate>, DateFault> {
        let [day, month, year] = self.boxes(at);
        dates::from_boxes(&day, &month, &year, &words.months())
    }

    /// The text of a note; empty where there is none.
    pub fn note(&self, id: &str) -> &str {
        self.notes.get(id).map_or("", String::as_str)
    }

    /// Types into a note.
    pub fn type_note(&mut self, id: &str, text: &str) {
        if text.is_empty() {
            self.notes.remove(id);
        } else {
            self.notes.insert(id.to_owned(), text.to_owned());
        }
    }

    /// Everything as JSON, for a restart of the widget.
    pub fn to_json(&self, law: &Law) -> Json {
        let given = law.questions().filter(|question| self.answers.to(question.at).is_some());
        let answers = given.map(|question| (question.id.to_owned(), Json::texts(self.answers.ids(question))));
        let boxes = self.dates.iter().filter_map(|(at, boxes)| {
            law.question_at(*at).map(|question| (question.id.to_owned(), Json::texts(boxes.iter().cloned())))
        });
        let notes = self.notes.iter().map(|(id, text)| (id.clone(), Json::text(text.clone())));
        Json::object([
            ("answers", Json::Object(answers.collect())),
            ("dates", Json::Object(boxes.collect())),
            ("notes", Json::Object(notes.collect())),
            ("agreement", Json::text(self.agreement.id())),
            ("remembered", Json::Bool(self.remembered)),
            ("seen", Json::texts(self.seen.iter().cloned())),
            ("aside", Json::Object(self.aside.iter().map(|(id, draft)| (id.clone(), draft.to_json(law))).collect())),
            ("taken", Json::Object(self.taken.iter().map(|(id, tool)| (id.clone(), Json::text(tool))).collect())),
        ])
    }

    /// Reads back what [`Draft::to_json`] wrote. What does not fit the tool is left out.
    pub fn from_json(tool: &Tool, json: &Json) -> Draft {
        let mut draft = Draft::default();
        let pairs = |key: &str| json.get(key).and_then(Json::as_object).unwrap_or_default();
        for (id, said) in pairs("answers") {
            let said: Vec<&str> = said.as_list().unwrap_or_default().iter().filter_map(Json::as_text).collect();
            if let Some(Ok(answer)) = tool.law.question(id).map(|question| Answer::read(question, &said)) {
                draft.answers.give(answer);
            }
        }
        for (id, boxes) in pairs("dates") {
            if let (Some(question), Some([day, month, year])) = (tool.law.question(id), boxes.as_list()) {
                let text = |part: &Json| part.as_text().unwrap_or_default().to_owned();
                draft.set_boxes(question.at, [text(day), text(month), text(year)]);
            }
        }
        for (id, text) in pairs("notes") {
            draft.type_note(id, text.as_text().unwrap_or_default());
        }
        for (id, aside) in pairs("aside") {
            draft.aside.insert(id.clone(), Draft::from_json(tool, aside));
        }
        draft.remembered = json.get("remembered") == Some(&Json::Bool(true));
        draft.seen = json.list_at("seen").iter().filter_map(Json::as_text).map(str::to_owned).collect();
        for (id, from) in pairs("taken") {
            draft.taken.insert(id.clone(), from.as_text().unwrap_or_default().to_owned());
        }
        let agreement = json.get("agreement").and_then(Json::as_text).unwrap_or_default();
        let known = Agreement::ALL.iter().find(|(_, id)| *id == agreement);
        draft.agreement = known.map_or(Agreement::NotSaid, |(this, _)| *this);
        draft
    }

    /// The ticks of a checkbox question.
    pub fn ticks(&self, at: usize) -> u32 {
        match self.answers.to(at) {
            Some(Given::Many(mask)) => mask,
            _ => 0,
        }
    }
}
