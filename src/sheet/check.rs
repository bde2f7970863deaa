//! The answers, to look over.

use super::report::DEPARTURE_REASON;
use super::{Agreement, Desk, Draft};
use crate::engine::{Reader, Reading};
use crate::tools::Place;

/// A section's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckSection {
    /// Its place.
    pub at: usize,
    /// Its title.
    pub title: String,
    /// Its answers.
    pub rows: Vec<CheckRow>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// The question's permanent id.
    pub id: &'static str,
    /// The question's short name.
    pub name: String,
    /// What was said, a text for each choice.
    pub said: Vec<String>,
    /// Whether it is still to be found out.
    pub open: bool,
    /// Notes beside it: label and text.
    pub notes: Vec<(String, String)>,
}

impl Desk {
    /// The answers to the questions asked now, by section.
    pub fn check(&self, draft: &Draft) -> Vec<CheckSection> {
        let law = &self.tool.law;
        let visible = Reader::new(law, &draft.answers, &self.settings, Reading::AsItStands).visible();
        let mut sections = Vec::new();
        for (at, section) in law.sections.iter().enumerate() {
            let asked = section.questions.iter().filter(|question| visible.contains(&question.at));
            let rows: Vec<CheckRow> = asked
                .map(|question| CheckRow {
                    id: question.id,
                    name: self.name(question).to_owned(),
                    said: self.said(question, &draft.answers),
                    open: draft.answers.is_open(question),
                    notes: self.notes_of(draft, question.at),
                })
                .collect();
            if !rows.is_empty() {
                sections.push(CheckSection {
                    at,
                    title: self.words.of("sections", section.id, "title").to_owned(),
                    rows,
                });
            }
        }
        sections
    }

    /// Whether a note goes into the record: it is filled in, and is not beside a question that is not asked.
    pub fn in_record(&self, asked: &[usize], draft: &Draft, note: &str) -> bool {
        let place = self.tool.notes.iter().find(|known| known.id == note).map(|known| known.place);
        let aside = match place {
            Some(Place::Beside(question)) => !asked.contains(&question),
            Some(Place::Record) => false,
            None => note == DEPARTURE_REASON && draft.agreement != Agreement::Departs,
        };
        !aside && !draft.note(note).is_empty()
    }

    /// The filled-in notes beside a question: label and text.
    pub fn notes_of(&self, draft: &Draft, question: usize) -> Vec<(String, String)> {
        let beside = self.tool.notes.iter().filter(|note| note.place == Place::Beside(question));
        beside
            .filter(|note| !draft.note(note.id).is_empty())
            .map(|note| (self.words.of("notes", note.id, "label").to_owned(), draft.note(note.id).to_owned()))
            .collect()
    }

    /// Names of questions whose answers are set aside because they are not asked now.
    pub fn set_aside(&self, draft: &Draft) -> Vec<String> {
        let law = &self.tool.law;
        let visible = Reader::new(law, &draft.answers, &self.settings, Reading::AsItStands).visible();
        let answered = law.questions().filter(|question| draft.answers.to(question.at).is_some());
        answered.filter(|q| !visible.contains(&q.at)).map(|question| self.name(question).to_owned()).collect()
    }
}
