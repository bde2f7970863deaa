//! What to do about a fault in a settings file.

use crate::locality::{FIXED_BY_LAW, Fault, NO_SUCH_WORDS};

/// What to do, in a sentence or two. `known` are the paths of all words.
pub fn remedy(fault: &Fault, known: &[String]) -> String {
    let what = fault.what.as_str();
    let last = fault.at.rsplit('.').next().unwrap_or_default();
    if fault.at.is_empty() {
        return "Put the text right where the message says, for example a missing comma or quotation mark. Then check it again.".to_owned();
    }
    if what == NO_SUCH_WORDS {
        let path = fault.at.splitn(3, '.').nth(2).unwrap_or_default();
        return match nearest(path, known) {
            Some(near) => format!("Did you mean `{near}`? The catalogue of words lists every path."),
            None => "Look the path up in the catalogue of words, or take this line out.".to_owned(),
        };
    }
    if what == FIXED_BY_LAW {
        return "Take this line out. These words say what the law asks for, and a record has to be able to rely on them. A \
                council may change questions, hints, notes, timescales, who acts, and the screen’s own phrases. If the \
                law is put wrongly here, tell the makers."
            .to_owned();
    }
    if what == "is missing" {
        return format!("Add `{last}`.");
    }
    if what.contains("is not a key") || what.contains("is neither `all` nor a tool") || what.contains("is not known")
    {
        return format!("Correct the spelling of `{last}`, or take it out.");
    }
    if what.contains("is empty") {
        return "Write a text, or take this line out to keep the shipped words.".to_owned();
    }
    if what.contains("is longer than") {
        return "Shorten it.".to_owned();
    }
    if what.contains("should be") || what.contains("there are ") || what.contains("such as") {
        return format!("Change `{last}` to what the message says.");
    }
    "Change it, or take this line out.".to_owned()
}

/// The known path that is most like one, where any is like it at all.
fn nearest<'a>(path: &str, known: &'a [String]) -> Option<&'a str> {
    // Of very unequal length nothing is alike, and to find that out letter by letter takes long.
    let is_near = |other: &&String| other.len().abs_diff(path.len()) * 10 <= other.len().max(path.len()) * 4;
    let likeness = |other: &&String| (strsim::normalized_levenshtein(path, other) * 1_000.0).round();
    let best = known.iter().filter(is_near).max_by(|one, two| likeness(one).total_cmp(&likeness(two)))?;
    (likeness(&best) >= 700.0).then_some(best.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(at: &str, what: &str) -> String {
        let known = ["questions.person_role.hint".to_owned(), "say.continue".to_owned()];
        remedy(&Fault { at: at.to_owned(), what: what.to_owned() }, &known)
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        assert!(
            said("words.advocacy.questions.person_rol.hint", NO_SUCH_WORDS).contains("`questions.person_role.hint`")
        );
        assert!(said("words.all.tables.x", NO_SUCH_WORDS).contains("Look the path up"));
    }

    #[test]
    fn the_law_says_why_it_stays() {
        assert!(said("words.advocacy.outcomes.refer_now.heading", FIXED_BY_LAW).contains("what the law asks for"));
    }
}
