//! Every outcome can be understood alone: on a card, in a record, read out over the telephone.
//!
//! Its words say what must, may or need not happen, who acts, and by when. Three things may stand elsewhere,
//! because they are always shown with it: who and when of an action that follows from a decision are the
//! decision's; those of a reason are the duty's that it goes with; and in a tool with a screen of its own the
//! level above the outcome says when ("Today"), while whoever reads the plan acts. No text leans on another
//! place: not "see above", not a question by its number, not a rule by its id, and none begins with a "this" or
//! an "it" that means something else.

use care_tools::engine::Kind;
use care_tools::tools::{self, Tool};
use care_tools::words::Words;

/// Outcomes with nothing left to do, so that nobody does it by any day.
const NOTHING_TO_DO: [&str; 1] = ["pri_not_waiting"];

/// Words that lean on another place.
const ELSEWHERE: [&str; 9] = [
    "see above",
    "see below",
    "as above",
    "mentioned above",
    "named above",
    "the above",
    "the list above",
    "previous question",
    "last question",
];

/// Every outcome that cannot be understood alone, and why.
pub fn faults() -> Vec<String> {
    let mut faults = Vec::new();
    let mut done = Vec::new();
    for tool in tools::all() {
        let words = tools::words(tool.id).expect("the words");
        let rules: Vec<&str> = tool.law.rows().map(|(_, row)| row.id).collect();
        for outcome in &tool.law.outcomes {
            let card = Card::read(&words, outcome.id);
            let found = card.faults(&rules, &elsewhere(tool, outcome.kind, &words));
            if NOTHING_TO_DO.contains(&outcome.id) {
                // An entry that is not needed is a fault.
                done.extend((!found.is_empty()).then_some(outcome.id));
            } else {
                faults.extend(found.iter().map(|fault| format!("{}: outcome {}: {fault}", tool.id, outcome.id)));
            }
        }
    }
    assert_eq!(done, NOTHING_TO_DO);
    faults
}

/// What is shown with an outcome and may say who acts and when.
fn elsewhere(tool: &Tool, kind: Kind, words: &Words) -> Elsewhere {
    let decides = tool.law.outcomes.iter().any(|outcome| outcome.kind == Kind::Decision);
    let own_screen = !tool.groups.is_empty() && words.has_below("levels");
    match kind {
        Kind::Decision => Elsewhere::Nothing,
        _ if decides || own_screen || kind == Kind::Reason => Elsewhere::WhoAndWhen,
        _ => Elsewhere::Nothing,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Elsewhere {
    Nothing,
    WhoAndWhen,
}

/// The words of one outcome.
struct Card {
    heading: String,
    explanation: String,
    steps: Vec<String>,
    timescale: String,
    who: String,
}

impl Card {
    fn read(words: &Words, id: &str) -> Card {
        let of = |part: &str| words.of("outcomes", id, part).to_owned();
        let list = |part: &str| words.list(&format!("outcomes.{id}.{part}")).into_iter().map(str::to_owned);
        Card {
            heading: of("heading"),
            explanation: of("explanation"),
            steps: list("must").chain(list("may_not")).collect(),
            timescale: of("timescale"),
            who: of("who"),
        }
    }

    fn faults(&self, rules: &[&str], elsewhere: &Elsewhere) -> Vec<String> {
        let mut faults = Vec::new();
        if self.heading.is_empty() || (self.explanation.is_empty() && self.steps.is_empty()) {
            faults.push("does not say what happens".to_owned());
        }
        if *elsewhere == Elsewhere::Nothing {
            faults.extend(self.who.is_empty().then(|| "does not say who acts".to_owned()));
            faults.extend(self.timescale.is_empty().then(|| "does not say by when".to_owned()));
        }
        let parts = [&self.heading, &self.explanation, &self.timescale, &self.who].into_iter().chain(&self.steps);
        faults.extend(parts.flat_map(|text| leaning(text, rules)));
        faults
    }
}

/// In what ways a text leans on another place.
fn leaning(text: &str, rules: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let small = text.to_lowercase();
    if let Some(place) = ELSEWHERE.iter().find(|it| small.contains(*it)) {
        faults.push(format!("says “{place}”: {text}"));
    }
    if begins_with_pronoun(&small) {
        faults.push(format!("begins with a word for something else: {text}"));
    }
    let words: Vec<&str> = text.split(|it: char| !it.is_alphanumeric() && it != '-').collect();
    if words.windows(2).any(is_numbered_question) {
        faults.push(format!("names a question by its number: {text}"));
    }
    let is_id = |word: &&&str| rules.contains(*word) && word.contains(|it: char| it.is_ascii_digit());
    if let Some(rule) = words.iter().find(is_id) {
        faults.push(format!("names the rule {rule}: {text}"));
    }
    faults
}

fn is_numbered_question(pair: &[&str]) -> bool {
    matches!(pair, [word, number] if word.eq_ignore_ascii_case("question")
        && !number.is_empty() && number.chars().all(|it| it.is_ascii_digit()))
}

/// Whether the first word is "it", or "this" or "that" with no noun: a verb follows.
fn begins_with_pronoun(small: &str) -> bool {
    const VERBS: [&str; 24] = [
        "is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "can", "could", "may", "might",
        "must", "will", "would", "should", "cannot", "applies", "apply", "means", "holds", "goes",
    ];
    let mut words = small.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    match (words.next(), words.next()) {
        (Some("it" | "its"), _) => true,
        (Some("this" | "that" | "these" | "those"), Some(next)) => VERBS.contains(&next),
        _ => false,
    }
}

#[cfg(test)]
fn card(explanation: &str, timescale: &str, who: &str) -> Card {
    Card {
        heading: "Refer for an advocate".to_owned(),
        explanation: explanation.to_owned(),
        steps: vec!["Refer now.".to_owned()],
        timescale: timescale.to_owned(),
        who: who.to_owned(),
    }
}

#[test]
fn an_outcome_that_leans_on_another_place_is_found() {
    let found = |text: &str| card(text, "Today.", "You.").faults(&["B5", "emergency"], &Elsewhere::Nothing).len();
    assert_eq!(found("The duty applies. This duty is the council’s, and emergency steps may come first."), 0);
    assert_eq!(found("Do it as above."), 1);
    assert_eq!(found("See above."), 1);
    assert_eq!(found("It has to be done."), 1);
    assert_eq!(found("This applies to carers."), 1);
    assert_eq!(found("These are the steps."), 1);
    assert_eq!(found("As you answered in question 12."), 1);
    assert_eq!(found("Rule B5 applies."), 1);
}

#[test]
fn an_outcome_without_who_or_when_is_found() {
    let found = |timescale: &str, who: &str, with: Elsewhere| card("", timescale, who).faults(&[], &with).len();
    assert_eq!(found("Today.", "You.", Elsewhere::Nothing), 0);
    assert_eq!(found("", "You.", Elsewhere::Nothing), 1);
    assert_eq!(found("", "", Elsewhere::Nothing), 2);
    assert_eq!(found("", "", Elsewhere::WhoAndWhen), 0);
    let mut empty = card("", "Today.", "You.");
    empty.steps.clear();
    assert_eq!(empty.faults(&[], &Elsewhere::Nothing).len(), 1);
}
