//! An action plan as a document.

use super::document::{Document, Line};
use crate::engine::{Given, Question, Shape};
use crate::tools::action_planning::answers::{PRACTICE_CONCERN, RESTRICTION};
use crate::tools::action_planning::groups::{Action, Issue};
use crate::tools::action_planning::law_once;
use crate::tools::action_planning::outcomes::Level;
use crate::tools::action_planning::plan::Read;
use crate::words::Words;

/// Outcomes about a worker's practice: they are in no export.
const PRACTICE: [&str; 2] = ["AP-O-WHISTLEBLOW", "AP-O-WHISTLEBLOW-ADVICE"];
/// Outcomes of the safety check and of the question about restriction, which a copy for others leaves out.
const SAFETY: [&str; 9] = [
    "AP-O-EMERGENCY",
    "AP-O-EMERGENCY-CHECK",
    "AP-O-SAFEGUARD",
    "AP-O-SAFEGUARD-ADVICE",
    "AP-O-SG-PAUSE",
    "AP-O-CHILD",
    "AP-O-DOL",
    "AP-O-DOL-CHECK",
    "AP-O-EXCLUDE-CONCERNED",
];

/// What goes on top of an export.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// The authority's name; empty where none is known.
    pub authority: &'a str,
    /// When it was made, for people.
    pub made_at: &'a str,
    /// The code people quote.
    pub code: &'a str,
    /// Whether it is a copy for somebody else: then safety and restriction are left out.
    pub for_others: bool,
}

/// The plan. What is about a worker's practice is never in it.
pub fn plan(words: &Words, read: &Read<'_>, head: Head<'_>) -> Document {
    let say = |phrase: &str| words.say(phrase).to_owned();
    let mut document = Document::new(words.at("tool.title"));
    let stage = if read.plan.complete { "complete" } else { "draft" };
    let mut top = vec![Line::Text(say(stage))];
    for text in [head.authority, head.made_at, head.code] {
        if !text.is_empty() {
            top.push(Line::Text(text.to_owned()));
        }
    }
    top.push(Line::Text(format!("action_planning {}", super::VERSION)));
    document.part("", top);
    let hidden = |id: &str| PRACTICE.contains(&id) || (head.for_others && SAFETY.contains(&id));
    let outcomes = read.outcomes().into_iter().filter(|(id, _)| !hidden(id));
    document.part(&say("result"), outcomes.flat_map(|(id, level)| outcome(words, id, level)).collect());
    if !head.for_others {
        let warnings = read.warnings().into_iter();
        document.part(
            &say("warnings"),
            warnings.map(|id| Line::Item(words.at(&format!("warnings.{id}")).to_owned())).collect(),
        );
        let errors = read.errors().into_iter();
        document.part(
            &say("errors"),
            errors.map(|id| Line::Item(words.at(&format!("errors.{id}")).to_owned())).collect(),
        );
    }
    let unknowns = read.unknowns().into_iter().filter_map(|id| {
        let question = law_once().question(&id).filter(|question| shown(question, head.for_others))?;
        Some(Line::Item(words.of("questions", question.id, "question").to_owned()))
    });
    document.part(&say("unknown"), unknowns.collect());
    let mut number = 0;
    for section in &law_once().sections {
        let lines: Vec<Line> = section
            .questions
            .iter()
            .filter(|question| shown(question, head.for_others) && read.asked(question.at))
            .filter_map(|question| answer(words, read, question))
            .collect();
        if section.id == "worked_out" || (head.for_others && section.id == "safety") {
            continue;
        }
        number += 1;
        let title = |id: &str, number: usize| format!("{number}. {}", words.of("sections", id, "title"));
        document.part(&title(section.id, number), lines);
        if section.id == "people" {
            number += 1;
            let lines = read.plan.issues.iter().flat_map(|one| issue(words, read, one)).collect();
            document.part(&title("issues", number), lines);
        }
        if section.id == "options" {
            number += 1;
            let lines = read.plan.actions.iter().flat_map(|one| action(words, read, one)).collect();
            document.part(&title("actions", number), lines);
        }
    }
    document
}

fn shown(question: &Question, for_others: bool) -> bool {
    question.at != PRACTICE_CONCERN.0 && !(for_others && question.at == RESTRICTION.0)
}

fn outcome(words: &Words, id: &str, level: Level) -> Vec<Line> {
    let text = |part: &str| words.at(&format!("outcomes.{id}.{part}")).to_owned();
    let pressing = matches!(level, Level::Stop | Level::ActNow);
    let heading = if pressing { format!("! {}", text("heading")) } else { text("heading") };
    vec![Line::Lead(heading), Line::Text(text("explanation"))]
}

fn answer(words: &Words, read: &Read<'_>, question: &Question) -> Option<Line> {
    let value = match read.answers.to(question.at) {
        None => read.plan.not_real.get(question.id)?.clone(),
        Some(Given::Day(day)) => words.day(day),
        Some(_) if read.plan.texts.contains_key(question.id) => read.plan.texts.get(question.id)?.trim().to_owned(),
        Some(_) if matches!(question.shape, Shape::One | Shape::Many) => {
            let ids = read.answers.ids(question).into_iter();
            let names = ids.map(|id| words.at(&format!("questions.{}.choices.{id}", question.id)).to_owned());
            names.collect::<Vec<_>>().join("; ")
        }
        Some(_) => return None,
    };
    Some(Line::Pair(words.of("questions", question.id, "name").to_owned(), value))
}

fn choice(words: &Words, group: &str, field: &str, id: &str) -> String {
    words.at(&format!("fields.{group}.{field}.choices.{id}")).to_owned()
}

fn pairs(words: &Words, group: &str, fields: &[(&str, String)]) -> Vec<Line> {
    let filled = fields.iter().filter(|(_, value)| !value.trim().is_empty());
    let name = |field: &str| words.at(&format!("fields.{group}.{field}.name")).to_owned();
    filled.map(|(field, value)| Line::Pair(name(field), value.trim().to_owned())).collect()
}

fn issue(words: &Words, read: &Read<'_>, issue: &Issue) -> Vec<Line> {
    let several = |field: &str, ids: &[String]| {
        ids.iter().map(|id| choice(words, "issue", field, id)).collect::<Vec<_>>().join("; ")
    };
    let fields = [
        ("description", issue.description.clone()),
        ("evidence", several("evidence", &issue.evidence)),
        ("impact", choice(words, "issue", "impact", &issue.impact)),
        ("relates_to", several("relates_to", &issue.relates_to)),
        ("state", choice(words, "issue", "state", &read.state(issue))),
    ];
    let title = format!("{} {}", issue.id, choice(words, "issue", "type", &issue.kind));
    std::iter::once(Line::Lead(title)).chain(pairs(words, "issue", &fields)).collect()
}

fn action(words: &Words, read: &Read<'_>, action: &Action) -> Vec<Line> {
    let due = action.due.day().map(|day| words.day(day)).unwrap_or_default();
    let status = words.at(&format!("status.{}", read.status(action).id())).to_owned();
    let late = read.late(&action.due).filter(|_| action.is_open());
    let status = match late {
        Some(days) => format!("{status}, {}", words.fill("days_late", &[("days", &days.to_string())])),
        None => status,
    };
    let fields = [
        ("owner", choice(words, "action", "owner", &action.owner)),
        ("owner_label", action.owner_label.clone()),
        ("owner_agreed", choice(words, "action", "owner_agreed", &action.owner_agreed)),
        ("due", due),
        ("status", status),
        ("measure", action.measure.clone()),
        ("issue", action.issue.clone()),
        ("support", action.support.clone()),
        ("risk", action.risk.clone()),
        ("contingency", action.contingency.clone()),
        ("done_on", action.done_on.day().map(|day| words.day(day)).unwrap_or_default()),
        ("stopped_reason", action.stopped_reason.clone()),
    ];
    let title = format!("{} {}", action.id, action.what.trim());
    let progress = action.progress.iter().map(|entry| {
        let on = entry.on.day().map(|day| words.day(day)).unwrap_or_default();
        let rating = choice(words, "progress", "rating", &entry.rating);
        let parts = [on, rating, entry.note.trim().to_owned()];
        Line::Item(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". "))
    });
    std::iter::once(Line::Lead(title)).chain(pairs(words, "action", &fields)).chain(progress).collect()
}
