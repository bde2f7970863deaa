//! The same questions for SurveyJS.

use super::expression::visible_if;
use care_tools::engine::{Law, Question, Section, Shape};
use care_tools::tools::Tool;
use care_tools::words::Words;
use serde_json::{Value, json};

/// The script of a page that shows them in the element `tool`, where it leaves the survey to be driven.
pub fn script(tool: &Tool, words: &Words) -> String {
    let survey = survey(tool, words);
    format!(
        "{{\n  const survey = new Survey.Model({survey});\n  const place = document.getElementById(\"tool\");\n  \
         survey.render(place);\n  place.survey = survey;\n}}\n"
    )
}

fn survey(tool: &Tool, words: &Words) -> Value {
    let pages: Vec<Value> = tool.law.sections.iter().map(|section| page(&tool.law, words, section)).collect();
    json!({
        "title": words.at("tool.title"),
        "description": words.at("tool.lead"),
        "showQuestionNumbers": false,
        "pages": pages,
    })
}

fn page(law: &Law, words: &Words, section: &Section) -> Value {
    json!({
        "name": section.id,
        "title": words.of("sections", section.id, "title"),
        "description": words.of("sections", section.id, "lead"),
        "elements": section.questions.iter().map(|it| element(law, words, it)).collect::<Vec<Value>>(),
    })
}

fn element(law: &Law, words: &Words, question: &Question) -> Value {
    let mut element = json!({
        "name": question.id,
        "title": words.of("questions", question.id, "question"),
        "description": words.of("questions", question.id, "hint"),
    });
    match question.shape {
        Shape::One => element["type"] = "radiogroup".into(),
        Shape::Many => element["type"] = "checkbox".into(),
        Shape::Day => {
            element["type"] = "text".into();
            element["inputType"] = "date".into();
            element["defaultValueExpression"] = "today()".into();
        }
        Shape::Number => {
            element["type"] = "text".into();
            element["inputType"] = "number".into();
        }
    }
    if !question.choices.is_empty() {
        let text = |id: &str| words.at(&format!("questions.{}.choices.{id}", question.id)).to_owned();
        let choices = question.choices.iter().map(|it| json!({ "value": it.id, "text": text(it.id) }));
        element["choices"] = choices.collect();
    }
    if let Some(expression) = visible_if(law, &question.asked) {
        element["visibleIf"] = expression.into();
    }
    element
}

#[cfg(test)]
mod tests {
    use super::*;
    use care_tools::tools;

    #[test]
    fn every_question_is_there() -> Result<(), String> {
        let tool = tools::named("advocacy").ok_or("no tool")?;
        let survey = survey(tool, &tools::words("advocacy")?);
        let elements = survey["pages"].as_array().into_iter().flatten();
        let count: usize = elements.map(|page| page["elements"].as_array().map_or(0, Vec::len)).sum();
        assert_eq!(count, tool.law.questions().count());
        Ok(())
    }
}
