//! Plain data handed to the screen, to records and to pages, in the words a reader sees.
//!
//! Everything here is worked out from a [`Tool`], its [`Words`], the
//! [`Locality`] and a [`Draft`]. No view needs to know what a rule is.

pub mod check;
pub mod draft;
pub mod figures;
pub mod form;
pub mod offer;
pub mod outcomes;
pub mod panel;
pub mod report;
pub mod signing;
pub mod teams;

pub use draft::{Agreement, Draft};

use crate::engine::{Answers, Citation, Given, Question, Settings};
use crate::locality::Locality;
use crate::tools::Tool;
use crate::words::Words;

/// What lies ready before anybody types: a tool, its words and the authority's settings.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The tool.
    pub tool: &'static Tool,
    /// Its words, with the authority's own in place.
    pub words: Words,
    /// The authority's settings.
    pub locality: Locality,
    /// The dates the authority has set for this tool.
    pub settings: Settings,
    /// The day whose law is read, where the page asks for another than today's: a preview, and records say so.
    pub preview: Option<chrono::NaiveDate>,
}

impl Desk {
    /// A desk for a tool in an authority.
    pub fn new(tool: &'static Tool, words: Words, locality: Locality) -> Self {
        let words = locality.apply(tool, words);
        let settings = locality.settings(tool);
        Self { tool, words, locality, settings, preview: None }
    }

    /// The same desk as a preview of the law of a day, or not.
    #[must_use]
    pub fn previewing(self, day: Option<chrono::NaiveDate>) -> Self {
        Self { preview: day, ..self }
    }

    /// The same desk on a day.
    #[must_use]
    pub fn on(mut self, today: Option<chrono::NaiveDate>) -> Self {
        self.settings.today = today;
        self
    }

    /// The tool's title, as the page's own answer makes it.
    pub fn title(&self, draft: &Draft) -> &str {
        let first = self.tool.page_answers.first().and_then(|at| self.tool.law.question_at(*at));
        let said = first.and_then(|question| draft.answers.ids(question).pop());
        match said {
            Some(choice) => self.words.at(&format!("tool.titles.{choice}")),
            None => self.words.at("tool.title"),
        }
    }

    /// A question's short name.
    pub fn name(&self, question: &Question) -> &str {
        self.words.of("questions", question.id, "name")
    }

    /// A choice's words.
    pub fn choice(&self, question: &Question, choice: usize) -> &str {
        let id = question.choices.get(choice).map_or("", |choice| choice.id);
        self.words.at(&format!("questions.{}.choices.{id}", question.id))
    }

    /// What was said to a question, a text for each choice; "not answered" where nothing was.
    pub fn said(&self, question: &Question, answers: &Answers) -> Vec<String> {
        match answers.to(question.at) {
            None => vec![self.words.say("not_answered").to_owned()],
            Some(given) => self.given(question, given),
        }
    }

    /// An answer in words, a text for each choice.
    pub fn given(&self, question: &Question, given: Given) -> Vec<String> {
        match given {
            Given::Day(day) => vec![self.words.day(day)],
            Given::Number(number) => vec![number.to_string()],
            Given::One(choice) => vec![self.choice(question, choice).to_owned()],
            Given::Many(mask) => (0..question.choices.len())
                .filter(|choice| mask & (1 << choice) != 0)
                .map(|choice| self.choice(question, choice).to_owned())
                .collect(),
        }
    }

    /// Sources as a reader sees them.
    pub fn sources(&self, citations: &[Citation]) -> Vec<Link> {
        citations.iter().map(|citation| Link { text: citation.text(), address: citation.address() }).collect()
    }
}

/// A text that may lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text.
    pub text: String,
    /// The address, where there is one.
    pub address: Option<String>,
}
