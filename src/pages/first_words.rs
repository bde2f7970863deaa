//! Which of a tool's words its first questions need. The others come in a file of their own.
//!
//! A word that is missing from the first questions would be a gap in a sentence: `tests/first_words.rs` draws them with
//! these words alone and with all, on every sheet of answers to them, and finds them the same.

use crate::tools::{Place, Tool};

/// Groups of phrases of the screen that are said on a later step only, or once somebody has pressed a button.
const LATER: &[&str] = &[
    "agree",
    "change",
    "check",
    "clear_ask",
    "complete",
    "cond",
    "figure",
    "find_out",
    "keep",
    "kind",
    "logic",
    "offer",
    "pack",
    "paper",
    "record",
    "result",
    "seen",
    "sign",
    "stop",
    "teams",
    "warn",
    "why",
];

/// Whether the first questions need the words at a path. Of groups of words the whole is needed, or nothing.
pub fn needs(tool: &Tool, path: &[&str]) -> bool {
    let first = tool.law.sections.first();
    let asked = |id: &str| first.is_some_and(|section| section.questions.iter().any(|question| question.id == id));
    let beside = |id: &str| {
        let question = tool.notes.iter().find(|note| note.id == id).and_then(|note| match note.place {
            Place::Beside(at) => tool.law.question_at(at),
            Place::Record => None,
        });
        question.is_some_and(|question| asked(question.id))
    };
    match path {
        ["packs" | "probes" | "settings" | "warnings", ..] | ["tool", "by_hand"] => false,
        // What the panel says, which waits, and what stays in sight whatever is answered, which does not.
        ["rules" | "tables", ..] => false,
        ["outcomes", id, ..] => {
            tool.pinned.iter().any(|at| tool.law.outcomes.get(*at).is_some_and(|outcome| outcome.id == *id))
        }
        ["questions", id, ..] => asked(id),
        ["notes", id, ..] => beside(id),
        ["say", group, ..] => !LATER.contains(group),
        _ => true,
    }
}
