//! What was said.

use super::dates;
use super::law::Law;
use super::question::{LARGEST, Question, Shape};
use chrono::NaiveDate;
use std::fmt;

/// What was said to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The place of the one choice in the question's list.
    One(usize),
    /// The ticked choices, a bit each. No bit set is the same as no answer.
    Many(u32),
    /// A calendar day.
    Day(NaiveDate),
    /// A whole number.
    Number(u16),
}

/// An answer that knows its question, so that nothing can be stored under the wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    question: usize,
    given: Given,
}

impl Answer {
    pub(super) fn new(question: usize, given: Given) -> Self {
        Self { question, given }
    }

    /// An answer to a question by place; nothing where the question cannot be answered like that.
    pub fn to(question: &Question, given: Given) -> Option<Answer> {
        let possible = match (question.shape, given) {
            (Shape::One, Given::One(choice)) => choice < question.choices.len(),
            (Shape::Many, Given::Many(mask)) => mask & !question.every() == 0,
            (Shape::Day, Given::Day(_)) => true,
            (Shape::Number, Given::Number(number)) => number <= LARGEST,
            (Shape::One | Shape::Many | Shape::Day | Shape::Number, _) => false,
        };
        possible.then(|| Answer::new(question.at, given))
    }

    /// Its question's place among all questions.
    pub fn question(&self) -> usize {
        self.question
    }

    /// What was said.
    pub fn given(&self) -> Given {
        self.given
    }

    /// Reads an answer to a question from the ids that records and cases use.
    ///
    /// # Errors
    /// [`AnswerFault`] when the words are not an answer to this question.
    pub fn read(question: &Question, said: &[&str]) -> Result<Answer, AnswerFault> {
        let place = |id: &str| {
            let at = question.choices.iter().position(|choice| choice.id == id);
            at.ok_or_else(|| AnswerFault::NoSuchChoice { question: question.id.into(), said: id.into() })
        };
        let given = match (question.shape, said) {
            (Shape::One, [id]) => Given::One(place(id)?),
            (Shape::Day, [text]) => Given::Day(
                dates::from_iso(text)
                    .ok_or_else(|| AnswerFault::NotADay { question: question.id.into(), said: (*text).into() })?,
            ),
            (Shape::Number, [text]) => Given::Number(
                number(text)
                    .ok_or_else(|| AnswerFault::NotANumber { question: question.id.into(), said: (*text).into() })?,
            ),
            (Shape::Many, ids) => {
                let mut mask = 0;
                for id in ids {
                    mask |= 1 << place(id)?;
                }
                Given::Many(mask)
            }
            (Shape::One | Shape::Day | Shape::Number, _) => {
                return Err(AnswerFault::NotOne { question: question.id.into() });
            }
        };
        Ok(Answer::new(question.at, given))
    }
}

/// The number that digits say; nothing where they say none that can be an answer.
pub fn number(text: &str) -> Option<u16> {
    let digits = text.trim();
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && *number <= LARGEST)
}

/// Why something is not an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// The tool asks no such question.
    NoSuchQuestion(String),
    /// The question has no such choice.
    NoSuchChoice {
        /// The question's id.
        question: String,
        /// What was given.
        said: String,
    },
    /// The text is not a date such as `2026-11-22`.
    NotADay {
        /// The question's id.
        question: String,
        /// What was given.
        said: String,
    },
    /// The text is not a whole number from 0 to [`LARGEST`].
    NotANumber {
        /// The question's id.
        question: String,
        /// What was given.
        said: String,
    },
    /// The question takes one answer.
    NotOne {
        /// The question's id.
        question: String,
    },
}

impl fmt::Display for AnswerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnswerFault::NoSuchQuestion(id) => write!(f, "there is no question `{id}`"),
            AnswerFault::NoSuchChoice { question, said } => {
                write!(f, "`{said}` is not a choice of the question `{question}`")
            }
            AnswerFault::NotADay { question, said } => {
                write!(f, "`{said}` in `{question}` is not a date such as `2026-11-22`")
            }
            AnswerFault::NotANumber { question, said } => {
                write!(f, "`{said}` in `{question}` is not a whole number from 0 to {LARGEST}")
            }
            AnswerFault::NotOne { question } => write!(f, "the question `{question}` takes one answer"),
        }
    }
}

/// All that was said, whether or not its question is asked now.
///
/// An answer to a question that is not asked has no effect and is kept: it comes
/// back when the question is asked again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Option<Given>>);

impl Answers {
    /// No answer at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// Gives an answer, in place of any earlier one.
    pub fn give(&mut self, answer: Answer) {
        if self.0.len() <= answer.question {
            self.0.resize(answer.question + 1, None);
        }
        if let Some(slot) = self.0.get_mut(answer.question) {
            *slot = match answer.given {
                Given::Many(0) => None,
                given => Some(given),
            };
        }
        self.trim();
    }

    /// The same answers with one more, or one changed.
    #[must_use]
    pub fn with(mut self, answer: Answer) -> Self {
        self.give(answer);
        self
    }

    /// Takes an answer back.
    pub fn withdraw(&mut self, question: usize) {
        if let Some(slot) = self.0.get_mut(question) {
            *slot = None;
        }
        self.trim();
    }

    // INVARIANT: the last entry is an answer, so that equal sheets are equal values.
    fn trim(&mut self) {
        while let Some(None) = self.0.last() {
            self.0.pop();
        }
    }

    /// What was said to the question at this place.
    pub fn to(&self, question: usize) -> Option<Given> {
        self.0.get(question).copied().flatten()
    }

    /// The answer to a question in the ids that records and cases use; empty where there is none.
    pub fn ids(&self, question: &Question) -> Vec<String> {
        match self.to(question.at) {
            None => Vec::new(),
            Some(Given::Day(day)) => vec![dates::to_iso(day)],
            Some(Given::Number(number)) => vec![number.to_string()],
            Some(Given::One(at)) => question.choices.get(at).map(|c| c.id.to_owned()).into_iter().collect(),
            Some(Given::Many(mask)) => {
                let numbered = question.choices.iter().enumerate();
                numbered.filter(|(at, _)| mask & (1 << at) != 0).map(|(_, c)| c.id.to_owned()).collect()
            }
        }
    }

    /// The answer to the question with this id, in the ids that records and cases use.
    pub fn ids_of(&self, law: &Law, question: &str) -> Vec<String> {
        law.question(question).map(|question| self.ids(question)).unwrap_or_default()
    }

    /// Whether the question is still to be found out: nothing was said, or what was said is "not known".
    pub fn is_open(&self, question: &Question) -> bool {
        match self.to(question.at) {
            None => !question.optional,
            Some(Given::Day(_) | Given::Number(_)) => false,
            Some(Given::One(at)) => question.not_known() & (1 << at) != 0,
            Some(Given::Many(mask)) => question.not_known() & mask != 0,
        }
    }

    /// Reads one answer by the ids that records and cases use.
    ///
    /// # Errors
    /// [`AnswerFault`] when the law asks no such question or it has no such answer.
    pub fn read(&mut self, law: &Law, id: &str, said: &[&str]) -> Result<(), AnswerFault> {
        let question = law.question(id).ok_or_else(|| AnswerFault::NoSuchQuestion(id.into()))?;
        self.give(Answer::read(question, said)?);
        Ok(())
    }
}
