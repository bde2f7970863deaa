//! Cases from outside the screen: facts by id in, a result by id out.

use crate::engine::{AnswerFault, Answers, Settings, dates};
use crate::json::Json;
use crate::tools::Tool;

/// A case: its id, what was said, and the dates set.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The id, as given.
    pub id: String,
    /// The answers.
    pub answers: Answers,
    /// The dates an authority has set.
    pub settings: Settings,
}

impl Case {
    /// Reads `{"id", "facts", "settings"}`. Other keys belong to whoever keeps the cases and are not looked at.
    ///
    /// For a tool whose first question a page may answer, `kind` is that answer; for a tool that reads settings of
    /// its own, they stand under `config`.
    ///
    /// # Errors
    /// The first fault, in a reader's words.
    pub fn read(tool: &Tool, case: &Json) -> Result<Case, String> {
        let id = case.get("id").and_then(Json::as_text).unwrap_or_default().to_owned();
        let facts = match case.get("facts") {
            Some(Json::Object(facts)) => facts.as_slice(),
            Some(other) => return Err(format!("`facts` is {} and should be an object", other.kind())),
            None => return Err("`facts` is missing".to_owned()),
        };
        let mut answers = Answers::none();
        for (question, said) in facts {
            let said = texts(said).ok_or_else(|| format!("`{question}` should be a text or a list of texts"))?;
            match said {
                Said::Number(number) => {
                    answers.read(&tool.law, question, &[&number.to_string()]).map_err(|fault| fault.to_string())?;
                }
                Said::Nothing if tool.law.question(question).is_none() => {
                    return Err(AnswerFault::NoSuchQuestion(question.clone()).to_string());
                }
                Said::Nothing => {}
                Said::Texts(said) => answers.read(&tool.law, question, &said).map_err(|fault| fault.to_string())?,
            }
        }
        if let (Some(kind), Some(at)) = (case.get("kind").and_then(Json::as_text), tool.page_answers.first()) {
            let question = tool.law.question_at(*at).map(|question| question.id).unwrap_or_default();
            answers.read(&tool.law, question, &[kind]).map_err(|fault| fault.to_string())?;
        }
        let plain = settings(tool, case.get("settings"))?;
        let settings = match tool.reads_settings {
            Some(read) => read(case.get("config").filter(|config| **config != Json::Null)).map_err(|faults| {
                let faults = faults.into_iter().map(|(at, what)| format!("`config.{at}` {what}"));
                faults.collect::<Vec<_>>().join("; ")
            })?,
            None => plain,
        };
        Ok(Case { id, answers, settings })
    }
}

enum Said<'a> {
    Nothing,
    Texts(Vec<&'a str>),
    Number(i64),
}

fn texts(said: &Json) -> Option<Said<'_>> {
    match said {
        Json::Null => Some(Said::Nothing),
        Json::Text(text) => Some(Said::Texts(vec![text])),
        Json::List(list) if list.is_empty() => Some(Said::Nothing),
        Json::List(list) => list.iter().map(Json::as_text).collect::<Option<Vec<&str>>>().map(Said::Texts),
        Json::Whole(number) => Some(Said::Number(*number)),
        Json::Bool(_) | Json::Fraction | Json::Object(_) => None,
    }
}

/// Reads the dates an authority has set. Absent, null and empty all mean "not in force".
///
/// # Errors
/// An unknown setting, or something that is not a date.
pub fn settings(tool: &Tool, given: Option<&Json>) -> Result<Settings, String> {
    let mut settings = Settings { days: vec![None; tool.law.settings.len()], ..Settings::default() };
    let pairs = match given {
        None | Some(Json::Null) => return Ok(settings),
        Some(Json::Object(pairs)) => pairs,
        Some(other) => return Err(format!("`settings` is {} and should be an object", other.kind())),
    };
    for (id, value) in pairs {
        let at = tool.law.settings.iter().position(|setting| setting == id);
        let slot =
            at.and_then(|at| settings.days.get_mut(at)).ok_or_else(|| format!("there is no setting `{id}`"))?;
        *slot = match value {
            Json::Null => None,
            Json::Text(text) if text.is_empty() => None,
            Json::Text(text) => {
                let day = dates::from_iso(text);
                Some(day.ok_or_else(|| format!("`{text}` in `{id}` is not a date such as `2026-11-22`"))?)
            }
            other => return Err(format!("`{id}` is {} and should be a date", other.kind())),
        };
    }
    Ok(settings)
}
