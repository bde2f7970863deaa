//! An action plan as a document.

use super::document::{Document, Line};
use crate::engine::{Given, Question, Shape};
use crate::tools::action_planning::answers::{
    ABOUT, CARER_COPY_WISH, CONCERNED_RISK, PRACTICE_CONCERN, REQUESTED_INVOLVED, RESTRICTION, SHARE_RISK,
};
use crate::tools::action_planning::day::Written;
use crate::tools::action_planning::found::{Found, Gap, parts};
use crate::tools::action_planning::groups::{Action, Issue, Item, Kind, Value, field};
use crate::tools::action_planning::law_once;
use crate::tools::action_planning::outcomes::Level;
use crate::tools::action_planning::plan::Read;
use crate::words::Words;

/// Outcomes about a worker's practice: they are in no export.
pub const PRACTICE: [&str; 2] = ["AP-O-WHISTLEBLOW", "AP-O-WHISTLEBLOW-ADVICE"];
/// Outcomes that a copy for others leaves out: those of the safety check and of the question about restriction, as
/// the specification says, and those that tell whom not to contact. The copy may come into just those hands.
const NOT_FOR_OTHERS: [&str; 14] = [
    "AP-O-EMERGENCY",
    "AP-O-EMERGENCY-CHECK",
    "AP-O-SAFEGUARD",
    "AP-O-SAFEGUARD-ADVICE",
    "AP-O-SG-PAUSE",
    "AP-O-CHILD",
    "AP-O-DOL",
    "AP-O-DOL-CHECK",
    "AP-O-EXCLUDE-CONCERNED",
    "AP-O-CHECK-RISK-FIRST",
    "AP-O-MANAGER",
    "AP-O-COPY-RISK",
    "AP-O-COPY-CARER-WITHHOLD",
    "AP-O-COPY-CARER-PART",
];
/// Questions that a copy for others leaves out, beside all of the safety check.
const QUESTIONS_NOT_FOR_OTHERS: [usize; 5] =
    [RESTRICTION.0, CONCERNED_RISK.0, REQUESTED_INVOLVED.0, SHARE_RISK.0, CARER_COPY_WISH.0];

/// What goes on top of an export.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// The authority's name; empty where none is known.
    pub authority: &'a str,
    /// The day whose law is read, where that is a preview; otherwise empty.
    pub law_on: &'a str,
    /// When it was made, for people.
    pub made_at: &'a str,
    /// The code people quote.
    pub code: &'a str,
    /// The code of the record that this one replaces; empty where it replaces none.
    pub replaces: &'a str,
    /// Why there is a new version; empty where there is none.
    pub version_reason: &'a str,
    /// Why it was written up later than when it was agreed; empty where nobody said.
    pub late_reason: &'a str,
    /// The start of the latest hash; empty for a draft.
    pub hash: &'a str,
    /// Whether a newer version takes its place.
    pub replaced: bool,
    /// Whether it is a copy for somebody else: then safety and restriction are left out.
    pub for_others: bool,
    /// The actions as they were agreed, so that moved days can be told.
    pub agreed: &'a [Action],
}

/// The plan. What is about a worker's practice is never in it.
pub fn plan(words: &Words, read: &Read<'_>, head: Head<'_>) -> Document {
    let say = |phrase: &str| words.say(phrase).to_owned();
    let mut document = Document::new(words.at("tool.title_of_plan"));
    document.part("", top(words, read, head));
    if !read.plan.actions.is_empty() {
        document.part(&say("at_a_glance"), glance(words, read));
    }
    let hidden = |id: &str| PRACTICE.contains(&id) || (head.for_others && NOT_FOR_OTHERS.contains(&id));
    let outcomes = read.outcomes().into_iter().filter(|(id, _)| !hidden(id));
    document.part(&say("result"), outcomes.flat_map(|(id, level)| outcome(words, id, level)).collect());
    if !head.for_others {
        let warnings = read.warnings_found();
        document.part(&say("warnings"), warnings.iter().map(|found| Line::Item(warning(words, found))).collect());
        let errors = read.errors_found();
        document.part(&say("errors"), errors.iter().map(|found| Line::Item(error(words, found))).collect());
    }
    document.part(&say("unknown"), unknowns(words, read, head.for_others));
    let mut number = 0;
    let mut title = |id: &str| {
        number += 1;
        format!("{number}. {}", words.of("sections", id, "title"))
    };
    for section in &law_once().sections {
        if section.id == "worked_out" || (head.for_others && section.id == "safety") {
            continue;
        }
        let asked = section.questions.iter().filter(|question| shown(question, head.for_others));
        let asked = asked.filter(|question| read.asked(question.at));
        let lines: Vec<Line> = asked.filter_map(|question| answer(words, read, question)).collect();
        document.part(&title(section.id), lines);
        if section.id == "people" {
            let lines = read.plan.issues.iter().flat_map(|one| issue(words, read, one)).collect();
            document.part(&title("issues"), lines);
        }
        if section.id == "options" {
            document.part(&title("actions"), actions(words, read, head.agreed));
        }
    }
    document.part(&say("record.fixed"), fixed(words, head));
    document
}

/// What the text can later be compared with, and what that is worth.
fn fixed(words: &Words, head: Head<'_>) -> Vec<Line> {
    if head.hash.is_empty() {
        return Vec::new();
    }
    vec![
        Line::Pair(words.say("code").to_owned(), head.code.to_owned()),
        Line::Pair(words.say("hash").to_owned(), head.hash.to_owned()),
        Line::Text(words.say("record.hash_means").to_owned()),
    ]
}

/// What stands on top of every export.
pub fn top(words: &Words, read: &Read<'_>, head: Head<'_>) -> Vec<Line> {
    let say = |phrase: &str| words.say(phrase).to_owned();
    let mut top = Vec::new();
    if !head.authority.is_empty() {
        top.push(Line::Text(head.authority.to_owned()));
    }
    top.push(Line::Text(say(match (head.replaced, read.plan.complete) {
        (true, _) => "replaced",
        (false, true) => "complete",
        (false, false) => "draft",
    })));
    if read.one(ABOUT.0) == "team_or_service" {
        top.push(Line::Text(say("about_a_team")));
    }
    let pairs = [
        ("record.law_on", head.law_on),
        ("made_at", head.made_at),
        ("code", head.code),
        ("replaces", head.replaces),
        ("version_reason", head.version_reason),
        ("late_reason", head.late_reason),
        ("hash", head.hash),
    ];
    for (name, text) in pairs {
        if !text.is_empty() {
            top.push(Line::Pair(say(name), text.to_owned()));
        }
    }
    let versions = format!("action_planning {} ({})", super::VERSION, crate::tools::action_planning::RULES);
    top.push(Line::Pair(say("version"), versions));
    top.push(Line::Text(words.say("record.working_copy").to_owned()));
    top
}

/// Counts, the next day that anything is due, and when the plan is reviewed.
fn glance(words: &Words, read: &Read<'_>) -> Vec<Line> {
    let counts = read.counts();
    let gaps = [("done", counts.done), ("total", counts.total - counts.stopped), ("overdue", counts.overdue)];
    let gaps = gaps.map(|(gap, value)| (gap, value.to_string()));
    let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let mut lines = vec![Line::Text(words.fill("counts", &gaps))];
    if let Some(day) = counts.next_due {
        lines.push(Line::Pair(words.say("next").to_owned(), words.day(day)));
    }
    lines
}

/// The words of a question or field by its place, and whether it is answered by choosing.
fn question_at(words: &Words, at: &str) -> (String, bool) {
    if let Some((group, _, id)) = parts(at) {
        let known = if group == "issue" { field::<Issue>(id) } else { field::<Action>(id) };
        let chosen = known.is_some_and(|field| !matches!(field.kind, Kind::Line | Kind::Text | Kind::Day));
        return (words.at(&format!("fields.{group}.{id}.question")).to_owned(), chosen);
    }
    let question = law_once().question(at);
    let chosen = question.is_some_and(|question| !question.is_written() && !question.choices.is_empty());
    (words.of("questions", at, "question").to_owned(), chosen)
}

/// An error in words, with the item it is about in front.
pub fn error(words: &Words, found: &Found) -> String {
    let text = match (&found.gap, found.id) {
        (Gap::Limit(limit), _) => words.fill("plan.too_long", &[("limit", &crate::sheet::form::thousands(*limit))]),
        (_, "AP-E-99") => {
            let (question, chosen) = question_at(words, &found.at);
            words.fill(if chosen { "plan.select" } else { "plan.enter" }, &[("question", &question)])
        }
        (_, id) => words.at(&format!("errors.{id}")).to_owned(),
    };
    // These words do not say which question they are about.
    let bare = found.id == "AP-E-12" || matches!(found.gap, Gap::Limit(_));
    match (parts(&found.at), law_once().question(&found.at)) {
        (Some((_, id, _)), _) => format!("{id}: {text}"),
        (None, Some(question)) if bare => format!("{}: {text}", words.of("questions", question.id, "name")),
        _ => text,
    }
}

/// A warning in words, with what it is about in front.
pub fn warning(words: &Words, found: &Found) -> String {
    let text = words.at(&format!("warnings.{}", found.id)).to_owned();
    let text = match &found.gap {
        Gap::Day(Some(day)) => text.replace("{date}", &words.day(*day)),
        _ => text,
    };
    match (parts(&found.at), law_once().question(&found.at)) {
        (Some((_, id, _)), _) => format!("{id}: {text}"),
        (None, Some(question)) => format!("{}: {text}", words.of("questions", question.id, "name")),
        (None, None) => text,
    }
}

/// What is still to find out.
pub fn unknowns(words: &Words, read: &Read<'_>, for_others: bool) -> Vec<Line> {
    let known = read.unknowns().into_iter();
    known
        .filter_map(|id| match parts(&id) {
            Some((group, item, field)) => {
                let question = words.at(&format!("fields.{group}.{field}.question"));
                Some(Line::Item(format!("{item}: {question}")))
            }
            None => {
                let question = law_once().question(&id).filter(|question| shown(question, for_others))?;
                let of_safety = law_once().section_of(question.at) == Some(0);
                (!(for_others && of_safety))
                    .then(|| Line::Item(words.of("questions", question.id, "question").to_owned()))
            }
        })
        .collect()
}

fn shown(question: &Question, for_others: bool) -> bool {
    question.at != PRACTICE_CONCERN.0 && !(for_others && QUESTIONS_NOT_FOR_OTHERS.contains(&question.at))
}

fn outcome(words: &Words, id: &str, level: Level) -> Vec<Line> {
    let text = |part: &str| words.at(&format!("outcomes.{id}.{part}")).to_owned();
    let heading = format!("{}: {}", words.at(&format!("levels.{}", level.id())), text("heading"));
    vec![Line::Lead(heading), Line::Text(text("explanation")), Line::Text(text("must.0"))]
}

/// An answer in words; nothing where the question is blank.
pub fn answer(words: &Words, read: &Read<'_>, question: &Question) -> Option<Line> {
    let value = said(words, read, question)?;
    Some(Line::Pair(words.of("questions", question.id, "name").to_owned(), value))
}

/// What was said to a question, in words; nothing where it is blank.
pub fn said(words: &Words, read: &Read<'_>, question: &Question) -> Option<String> {
    Some(match read.answers.to(question.at) {
        None => read.plan.not_real.get(question.id)?.clone(),
        Some(Given::Day(day)) => words.day(day),
        Some(_) if read.plan.texts.contains_key(question.id) => read.plan.texts.get(question.id)?.trim().to_owned(),
        Some(_) if matches!(question.shape, Shape::One | Shape::Many) => {
            let ids = read.answers.ids(question).into_iter();
            let names = ids.map(|id| words.at(&format!("questions.{}.choices.{id}", question.id)).to_owned());
            names.collect::<Vec<_>>().join("; ")
        }
        Some(_) => return None,
    })
}

fn choice(words: &Words, group: &str, field: &str, id: &str) -> String {
    words.at(&format!("fields.{group}.{field}.choices.{id}")).to_owned()
}

fn pairs(words: &Words, group: &str, fields: &[(&str, String)]) -> Vec<Line> {
    let filled = fields.iter().filter(|(_, value)| !value.trim().is_empty());
    let name = |field: &str| words.at(&format!("fields.{group}.{field}.name")).to_owned();
    filled.map(|(field, value)| Line::Pair(name(field), value.trim().to_owned())).collect()
}

/// What was said of an issue, in words, by field.
pub fn issue_fields(words: &Words, read: &Read<'_>, issue: &Issue) -> Vec<(&'static str, String)> {
    let several = |field: &str, ids: &[String]| {
        ids.iter().map(|id| choice(words, "issue", field, id)).collect::<Vec<_>>().join("; ")
    };
    vec![
        ("description", issue.description.clone()),
        ("evidence", several("evidence", &issue.evidence)),
        ("impact", choice(words, "issue", "impact", &issue.impact)),
        ("relates_to", several("relates_to", &issue.relates_to)),
        ("state", choice(words, "issue", "state", &read.state(issue))),
    ]
}

fn issue(words: &Words, read: &Read<'_>, issue: &Issue) -> Vec<Line> {
    let title = format!("{} {}", issue.id, choice(words, "issue", "type", &issue.kind));
    std::iter::once(Line::Lead(title)).chain(pairs(words, "issue", &issue_fields(words, read, issue))).collect()
}

/// What was said of an action, in words, by field; what is not asked now is left out.
pub fn action_fields(words: &Words, action: &Action) -> Vec<(&'static str, String)> {
    let asked = Action::FIELDS.iter().filter(|field| action.asks(field.id));
    asked
        .filter_map(|field| {
            let value = match action.get(field.id)? {
                Value::Text(id) if matches!(field.kind, Kind::One(_)) => choice(words, "action", field.id, &id),
                Value::Text(text) => text,
                Value::Many(_) => return None,
                Value::Day(day) => day.day().map(|day| words.day(day)).unwrap_or_default(),
            };
            Some((field.id, value.trim().to_owned()))
        })
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// A table of all actions, and after it what else was said of each.
fn actions(words: &Words, read: &Read<'_>, agreed: &[Action]) -> Vec<Line> {
    if read.plan.actions.is_empty() {
        return Vec::new();
    }
    let name = |field: &str| words.at(&format!("fields.action.{field}.name")).to_owned();
    let head = ["what", "owner", "due", "status", "measure"].map(name).to_vec();
    let rows = read.plan.actions.iter().map(|action| row(words, read, action)).collect();
    let mut lines = vec![Line::Table(head, rows)];
    for action in &read.plan.actions {
        lines.extend(more(words, action, agreed));
    }
    lines
}

/// The owner in words, with role or initials; empty while nobody is chosen.
pub fn owner(words: &Words, action: &Action) -> String {
    let role = words.at(&format!("calendar.roles.{}", action.owner)).to_owned();
    match action.owner_label.trim() {
        label if label.is_empty() || !action.asks("owner_label") => role,
        label => format!("{role}, {label}"),
    }
}

fn row(words: &Words, read: &Read<'_>, action: &Action) -> Vec<String> {
    let status = words.at(&format!("status.{}", read.status(action).id())).to_owned();
    let late = read.late(&action.due).filter(|_| action.is_open());
    let status = match late {
        Some(1) => format!("{status}, {}", words.say("day_late")),
        Some(days) => format!("{status}, {}", words.fill("days_late", &[("days", &days.to_string())])),
        None => status,
    };
    let started = action.status == "in_progress";
    let status =
        if started { format!("{}. {status}", choice(words, "action", "status", "in_progress")) } else { status };
    let due = match (&action.due, action.due.day()) {
        (_, Some(day)) => words.day(day),
        (Written::NotReal(text), None) => text.clone(),
        _ => String::new(),
    };
    vec![
        format!("{} {}", action.id, action.what.trim()),
        owner(words, action),
        due,
        status,
        action.measure.trim().to_owned(),
    ]
}

/// What the table has no room for.
fn more(words: &Words, action: &Action, agreed: &[Action]) -> Vec<Line> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let fields = [
        ("owner_agreed", choice(words, "action", "owner_agreed", &action.owner_agreed)),
        ("issue", action.issue.clone()),
        ("support", action.support.clone()),
        ("risk", action.risk.clone()),
        ("contingency", if action.risk.trim().is_empty() { String::new() } else { action.contingency.clone() }),
        ("done_on", if action.status == "done" { day(action.done_on.day()) } else { String::new() }),
        ("stopped_reason", if action.status == "stopped" { action.stopped_reason.clone() } else { String::new() }),
    ];
    let mut lines = pairs(words, "action", &fields);
    if let Some(first) = agreed.iter().find(|known| known.id == action.id) {
        lines.extend(action.moves(first).into_iter().map(|moved| {
            let gaps = [day(moved.from.day()), day(moved.to.day()), moved.by.due_reason.trim().to_owned()];
            Line::Item(words.fill("moved_because", &[("from", &gaps[0]), ("to", &gaps[1]), ("why", &gaps[2])]))
        }));
    }
    lines.extend(action.progress.iter().map(|entry| {
        let rating = choice(words, "progress", "rating", &entry.rating);
        let status = match entry.status.as_str() {
            "" => String::new(),
            status => words.fill("plan.follow.now", &[("status", &choice(words, "progress", "status", status))]),
        };
        let parts = [day(entry.on.day()), rating, entry.note.trim().to_owned(), status];
        let parts = parts.into_iter().map(|part| part.trim_end_matches('.').to_owned());
        Line::Item(parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". "))
    }));
    if !lines.is_empty() {
        lines.insert(0, Line::Lead(words.fill("more", &[("id", &action.id)])));
    }
    lines
}
