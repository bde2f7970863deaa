//! When a question is asked, in the words of SurveyJS.

use care_tools::engine::{Cond, Law};

/// The expression for `visibleIf`; nothing where the question is always shown.
///
/// What depends on a finding of our tables is left out: SurveyJS has no tables, and the question is then
/// shown more often than ours. That costs it nothing that we measure.
pub fn visible_if(law: &Law, asked: &Cond) -> Option<String> {
    match asked {
        Cond::All(parts) => {
            let known: Vec<String> = parts.iter().filter_map(|part| visible_if(law, part)).collect();
            (!known.is_empty()).then(|| joined(&known, " and "))
        }
        other => exact(law, other),
    }
}

/// An expression with the very same meaning.
fn exact(law: &Law, condition: &Cond) -> Option<String> {
    let all = |parts: &[Cond]| parts.iter().map(|part| exact(law, part)).collect::<Option<Vec<String>>>();
    match condition {
        Cond::Chose(question, mask) => chose(law, *question, *mask),
        Cond::Ticked(question, mask) => one_of(law, *question, *mask),
        Cond::Blank(question) => Some(format!("({{{}}} empty)", law.question_at(*question)?.id)),
        Cond::All(parts) => all(parts).map(|parts| joined(&parts, " and ")),
        Cond::Any(parts) => all(parts).map(|parts| joined(&parts, " or ")),
        Cond::Not(part) => exact(law, part).map(|part| format!("!({part})")),
        Cond::Always
        | Cond::Asked(_)
        | Cond::Misfit(_)
        | Cond::Found(..)
        | Cond::Present(_)
        | Cond::InForce(_)
        | Cond::Unset(_)
        | Cond::Given(_)
        | Cond::AtLeast(..)
        | Cond::Apart(_) => None,
    }
}

/// With us, no answer is the same as "not known".
fn chose(law: &Law, question: usize, mask: u32) -> Option<String> {
    let asked = law.question_at(question)?;
    let given = one_of(law, question, mask)?;
    let blank = asked.not_known() & mask != 0;
    Some(if blank { format!("({{{}}} empty or {given})", asked.id) } else { given })
}

fn one_of(law: &Law, question: usize, mask: u32) -> Option<String> {
    let question = law.question_at(question)?;
    let choices = question.choices.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
    let ids: Vec<String> = choices.map(|(_, choice)| format!("'{}'", choice.id)).collect();
    Some(format!("({{{}}} anyof [{}])", question.id, ids.join(", ")))
}

fn joined(parts: &[String], word: &str) -> String {
    format!("({})", parts.join(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use care_tools::tools;

    fn expression(id: &str) -> Option<String> {
        let law = &tools::named("advocacy")?.law;
        visible_if(law, &law.question(id)?.asked)
    }

    #[test]
    fn ticked_choices_become_an_expression() {
        let expected = "({processes} anyof ['safeguarding_enquiry', 'safeguarding_adults_review'])";
        assert_eq!(expression("in_custody").as_deref(), Some(expected));
    }

    #[test]
    fn findings_and_always_have_none() {
        assert_eq!(expression("person_role"), None);
        assert_eq!(expression("adjustments_made"), None);
    }
}
