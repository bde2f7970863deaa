//! The record as JSON: the common decision record of every tool with a guided form.

use super::seal::sealed;
use super::{Stamp, VERSION};
use crate::engine::{Decision, Given, Kind, Question, QuestionSet, Shape, dates};
use crate::json::Json;
use crate::sheet::report::DEPARTURE_REASON;
use crate::sheet::{Agreement, Desk, Draft, signing};
use chrono::NaiveDate;

/// The value of `schema`.
pub const SCHEMA: &str = "asc-decision-record/1";

fn maybe(text: &str) -> Json {
    let text = text.trim();
    if text.is_empty() { Json::Null } else { Json::text(text) }
}

fn day(day: Option<NaiveDate>) -> Json {
    day.map_or(Json::Null, |day| Json::text(dates::to_iso(day)))
}

fn yes_no(yes: bool) -> Json {
    Json::text(if yes { "yes" } else { "no" })
}

/// The level of an outcome, as the records of all tools name it.
pub fn level(kind: Kind, urgent: bool) -> &'static str {
    match kind {
        _ if urgent => "act_now",
        Kind::Decision | Kind::Duty | Kind::Action | Kind::SeekAdvice | Kind::Undecided => "do",
        Kind::Power => "consider",
        Kind::Reason | Kind::Signpost | Kind::NoDuty => "info",
    }
}

/// The record, with its hashes.
pub fn data(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Json {
    let law = &desk.tool.law;
    let decision = law.decide(&draft.answers, &desk.settings);
    let asked = || decision.asked.iter().filter_map(|at| law.question_at(*at));
    let is_open = |question: &&Question| draft.answers.is_open(question);
    let was_said = |question: &&Question| draft.answers.to(question.at).is_some();
    let answers = asked().filter(was_said).map(|question| (question.id.to_owned(), said(draft, question)));
    let warnings = desk.report(draft).warnings.into_iter().map(|warning| {
        Json::object([
            ("id", Json::text(warning.id)),
            ("question", Json::Null),
            ("acknowledged", Json::Null),
            ("reason", Json::Null),
        ])
    });
    let years: Vec<String> = desk.settings.calendar.years().iter().map(ToString::to_string).collect();
    let status = if stamp.completed_at.is_empty() { "draft" } else { "completed" };
    sealed(Json::object([
        ("schema", Json::text(SCHEMA)),
        ("record_id", maybe(&stamp.id)),
        ("record_code", maybe(&stamp.code())),
        ("tool_id", Json::text(desk.tool.id)),
        ("tool_version", Json::text(VERSION)),
        ("content_version", Json::text(desk.tool.rules_version)),
        ("locality", maybe(&desk.locality.authority)),
        ("locality_version", maybe(&desk.locality.version)),
        ("dates_version", Json::text(years.join(" "))),
        ("law_on", day(decision.day)),
        ("status", Json::text(status)),
        ("reference", maybe(draft.note("case_reference"))),
        ("conversation_on", day(desk.conversation(draft).unwrap_or_default())),
        ("created_at", maybe(&stamp.made_at)),
        ("completed_at", maybe(&stamp.completed_at)),
        ("prepared_role", maybe(draft.note(signing::ROLE))),
        ("answers", Json::Object(answers.collect())),
        ("unknowns", Json::texts(asked().filter(is_open).filter(was_said).map(|question| question.id))),
        ("not_answered", Json::texts(asked().filter(|question| !was_said(question)).map(|question| question.id))),
        ("outcomes", outcomes(desk, draft, &decision)),
        ("warnings", Json::List(warnings.collect())),
        ("person_voice", voice(desk, draft, &decision)),
        ("capacity", capacity(desk, draft, &decision)),
        ("agreement", agreement(desk, draft, &decision)),
        ("decision", own_decision(desk, draft)),
        ("review", review(desk, draft)),
        ("sharing", Json::List(Vec::new())),
        ("tool", own(desk, draft, stamp, &decision)),
        ("supervision", Json::List(Vec::new())),
        ("supersedes", maybe(&stamp.replaces)),
        ("superseded_by", Json::Null),
    ]))
}

fn said(draft: &Draft, question: &Question) -> Json {
    let ids = draft.answers.ids(question);
    match (question.shape, ids.as_slice()) {
        (Shape::Many, _) => Json::texts(ids),
        (Shape::Number, [number]) => Json::Whole(number.parse().unwrap_or_default()),
        (_, ids) => Json::text(ids.join("")),
    }
}

fn outcomes(desk: &Desk, draft: &Draft, decision: &Decision) -> Json {
    let law = &desk.tool.law;
    let given = decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at).map(|outcome| (*at, outcome)));
    let object = |(at, outcome): (usize, &crate::engine::Outcome)| {
        let reasons = law.reasons(&draft.answers, &desk.settings, at);
        let rules = reasons.iter().filter_map(|reason| law.rows().nth(reason.rule)).map(|(_, row)| row.id);
        let mut led = QuestionSet::default();
        reasons.iter().flat_map(|reason| &reason.answers).for_each(|at| led.insert(*at));
        let questions = led.iter().filter_map(|at| law.question_at(at)).map(|question| question.id);
        let urgent = desk.tool.is_urgent(at);
        Json::object([
            ("id", Json::text(outcome.id)),
            ("kind", Json::text(outcome.kind.id())),
            ("level", Json::text(level(outcome.kind, urgent))),
            ("rules", Json::texts(rules)),
            ("questions", Json::texts(questions)),
            ("acknowledged", if urgent { yes_no(draft.seen.contains(outcome.id)) } else { Json::Null }),
        ])
    };
    Json::List(given.map(object).collect())
}

/// The first that is filled in of some text boxes that belong to what is asked.
fn first_note<'a>(desk: &Desk, draft: &'a Draft, decision: &Decision, ids: &[&'static str]) -> &'a str {
    let filled = ids.iter().find(|id| desk.in_record(&decision.asked, draft, id));
    filled.map_or("", |id| draft.note(id))
}

/// What the person said: in a box of the tool's own, or else at the end.
fn own_words<'a>(desk: &Desk, draft: &'a Draft, decision: &Decision) -> &'a str {
    match first_note(desk, draft, decision, &desk.tool.common.voice) {
        "" => draft.note(signing::VIEW),
        words => words,
    }
}

fn voice(desk: &Desk, draft: &Draft, decision: &Decision) -> Json {
    let how = draft.note(signing::OBTAINED);
    let why_not = if how == "not_obtained" { draft.note(signing::NOT_OBTAINED) } else { "" };
    Json::object([
        ("view", maybe(own_words(desk, draft, decision))),
        ("how_obtained", maybe(how)),
        ("reason_if_not", maybe(why_not)),
    ])
}

fn capacity(desk: &Desk, draft: &Draft, decision: &Decision) -> Json {
    let law = &desk.tool.law;
    let asked = desk.tool.common.capacity.iter().filter(|at| decision.asked.contains(at));
    let Some(question) = asked.filter_map(|at| law.question_at(*at)).next() else { return Json::Null };
    Json::object([
        ("answer", maybe(&draft.answers.ids(question).join(" "))),
        ("decision", maybe(desk.name(question))),
        ("recorded_where", maybe(first_note(desk, draft, decision, &desk.tool.common.capacity_where))),
    ])
}

fn agreement(desk: &Desk, draft: &Draft, decision: &Decision) -> Json {
    let asked = desk.tool.common.agrees.iter().filter(|agrees| decision.asked.contains(&agrees.question));
    let said = asked.filter_map(|agrees| {
        let Some(Given::One(choice)) = draft.answers.to(agrees.question) else { return None };
        let is = |choices: u32| choices & (1 << choice) != 0;
        // A wish is not an objection: whoever wanted what was decided agrees with it.
        let overrules = |(choices, outcome): &(u32, usize)| is(*choices) && decision.outcomes.contains(outcome);
        let overruled = desk.tool.common.overruled.iter().any(overrules);
        let followed = |outcome: &usize| decision.outcomes.contains(outcome);
        let unfollowed = !agrees.followed_by.is_empty() && !agrees.followed_by.iter().any(followed);
        let agreed = match choice {
            _ if is(agrees.not_asked) || is(agrees.yes) && unfollowed => "not_asked",
            _ if !is(agrees.yes | agrees.no) => return None,
            _ if overruled => "no",
            _ => "yes",
        };
        let view = own_words(desk, draft, decision);
        Some(Json::object([("who", Json::text(agrees.who)), ("agrees", Json::text(agreed)), ("view", maybe(view))]))
    });
    Json::List(said.collect())
}

fn own_decision(desk: &Desk, draft: &Draft) -> Json {
    let departs = draft.agreement == Agreement::Departs;
    let reason = if departs { draft.note(DEPARTURE_REASON) } else { "" };
    let first = || desk.report(draft).outcomes.into_iter().next().map(|outcome| outcome.heading).unwrap_or_default();
    let (text, said) = match draft.agreement {
        Agreement::NotSaid => (String::new(), Json::Null),
        Agreement::Agrees => (first(), yes_no(false)),
        Agreement::Departs => (reason.to_owned(), yes_no(true)),
    };
    Json::object([
        ("text", maybe(&text)),
        ("reasons", maybe(reason)),
        ("authority", maybe(draft.note(signing::AUTHORITY))),
        ("departs_from_tool", said),
        ("departure_reason", maybe(reason)),
    ])
}

fn review(desk: &Desk, draft: &Draft) -> Json {
    let text = draft.note(signing::REVIEW);
    if text.trim().is_empty() {
        return Json::Null;
    }
    let somebody_else = draft.note(signing::REVIEW_BY) == "someone_else";
    let handed_over = if somebody_else { draft.note(signing::HANDED_OVER) } else { "" };
    Json::object([
        ("date", day(desk.day_typed(text).unwrap_or_default())),
        ("by", maybe(draft.note(signing::REVIEW_BY))),
        ("handed_over", maybe(handed_over)),
        ("trigger", maybe(text)),
    ])
}

/// What of the end of the form has a place of its own in the record.
const ELSEWHERE: [&str; 11] = [
    signing::VERSION_REASON,
    DEPARTURE_REASON,
    signing::CONVERSATION,
    signing::LATE_REASON,
    signing::OBTAINED,
    signing::NOT_OBTAINED,
    signing::AUTHORITY,
    signing::ROLE,
    signing::REVIEW,
    signing::REVIEW_BY,
    signing::HANDED_OVER,
];

fn own(desk: &Desk, draft: &Draft, stamp: &Stamp, decision: &Decision) -> Json {
    let law = &desk.tool.law;
    let find_out = decision.find_out.iter().filter_map(|at| law.question_at(*at)).map(|question| question.id);
    let rules: Vec<&str> = law.rows().map(|(_, row)| row.id).collect();
    let rules = decision.rules.iter().filter_map(|rule| rules.get(*rule)).copied();
    let taken = draft.taken.iter().map(|(id, tool)| (id.clone(), Json::text(tool)));
    let settings = law.settings.iter().zip(&desk.settings.days).map(|(id, set)| ((*id).to_owned(), day(*set)));
    let counts = law.counts.iter().zip(&desk.settings.counts);
    let counts = counts.filter_map(|(id, days)| days.map(|days| ((*id).to_owned(), Json::Whole(days.into()))));
    let figures = desk.figures(draft).into_iter().map(|figure| (figure.label.clone(), Json::text(figure.value())));
    let kept = draft.notes.iter().filter(|(id, _)| !ELSEWHERE.contains(&id.as_str()));
    let kept = kept.filter(|(id, _)| desk.in_record(&decision.asked, draft, id));
    let late = if desk.is_late(draft) { draft.note(signing::LATE_REASON) } else { "" };
    let anew = if stamp.replaces.is_empty() { "" } else { draft.note(signing::VERSION_REASON) };
    let mut own = Json::object([
        ("settings", Json::Object(settings.collect())),
        ("days", Json::Object(counts.collect())),
        ("today", day(desk.settings.today)),
        ("figures", Json::Object(figures.collect())),
        ("find_out", Json::texts(find_out)),
        ("rule_ids", Json::texts(rules)),
        ("notes", Json::Object(kept.map(|(id, text)| (id.clone(), Json::text(text.clone()))).collect())),
        ("taken_over", Json::Object(taken.collect())),
        ("late_reason", maybe(late)),
        ("version_reason", maybe(anew)),
    ]);
    // An answer that leaves a trace leaves it in the record too.
    if draft.remembered {
        own.set("remembered", yes_no(true));
    }
    own
}
