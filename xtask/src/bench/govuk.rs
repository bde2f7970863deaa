//! The first section as plain GOV.UK Frontend HTML, without any script: the floor.

use care_tools::engine::{Cond, Question, Shape};
use care_tools::tools::Tool;
use care_tools::words::Words;

/// The questions of the first section that are asked of everybody.
pub fn first_section(tool: &Tool, words: &Words) -> String {
    let Some(section) = tool.law.sections.first() else { return String::new() };
    let asked = section.questions.iter().filter(|it| it.asked == Cond::Always);
    let questions: String = asked.map(|it| question(words, it)).collect();
    format!(
        r#"<div class="govuk-width-container"><main class="govuk-main-wrapper"><form>
<h1 class="govuk-heading-l">{}</h1>
<p class="govuk-body">{}</p>
<h2 class="govuk-heading-m">{}</h2>
<p class="govuk-body">{}</p>
{questions}<button type="submit" class="govuk-button">{}</button>
</form></main></div>
"#,
        text(words.at("tool.title")),
        text(words.at("tool.lead")),
        text(words.of("sections", section.id, "title")),
        text(words.of("sections", section.id, "lead")),
        text(words.say("continue")),
    )
}

fn question(words: &Words, question: &Question) -> String {
    let id = question.id;
    let hint = words.of("questions", id, "hint");
    let (described, hint) = if hint.is_empty() {
        (String::new(), String::new())
    } else {
        let hint = format!("<div id=\"{id}-hint\" class=\"govuk-hint\">{}</div>\n", text(hint));
        (format!(" aria-describedby=\"{id}-hint\""), hint)
    };
    let controls = match question.shape {
        Shape::One => choices(words, question, "radios", "radio"),
        Shape::Many => choices(words, question, "checkboxes", "checkbox"),
        Shape::Day => date(words, id),
        Shape::Number => {
            format!("<input class=\"govuk-input govuk-input--width-4\" id=\"{id}\" inputmode=\"numeric\">")
        }
    };
    format!(
        "<div class=\"govuk-form-group\"><fieldset class=\"govuk-fieldset\"{described}>\n\
         <legend class=\"govuk-fieldset__legend govuk-fieldset__legend--s\">{}</legend>\n{hint}{controls}\
         </fieldset></div>\n",
        text(words.of("questions", id, "question")),
    )
}

fn choices(words: &Words, question: &Question, kind: &str, input: &str) -> String {
    let one = |choice: &str| {
        let id = format!("{}-{choice}", question.id);
        let label = text(words.at(&format!("questions.{}.choices.{choice}", question.id)));
        format!(
            "<div class=\"govuk-{kind}__item\"><input class=\"govuk-{kind}__input\" id=\"{id}\" name=\"{}\" \
             type=\"{input}\" value=\"{choice}\"><label class=\"govuk-label govuk-{kind}__label\" for=\"{id}\">\
             {label}</label></div>\n",
            question.id
        )
    };
    let items: String = question.choices.iter().map(|choice| one(choice.id)).collect();
    format!("<div class=\"govuk-{kind}\">\n{items}</div>\n")
}

fn date(words: &Words, id: &str) -> String {
    let part = |part: &str, width: u8| {
        format!(
            "<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label \
             govuk-date-input__label\" for=\"{id}-{part}\">{}</label><input class=\"govuk-input \
             govuk-date-input__input govuk-input--width-{width}\" id=\"{id}-{part}\" name=\"{id}-{part}\" \
             type=\"text\" inputmode=\"numeric\"></div></div>\n",
            text(words.say(part))
        )
    };
    let parts = [part("day", 2), part("month", 2), part("year", 4)].concat();
    format!("<div class=\"govuk-date-input\" id=\"{id}\">\n{parts}</div>\n")
}

fn text(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use care_tools::tools;

    #[test]
    fn what_everybody_is_asked_is_there() -> Result<(), String> {
        let html = first_section(tools::named("advocacy").ok_or("no tool")?, &tools::words("advocacy")?);
        assert!(html.contains("id=\"person_role-adult\"") && html.contains("id=\"decision_date-day\""));
        assert!(!html.contains("age_band") && html.matches("<legend").count() == 3);
        Ok(())
    }
}
