//! The record as JSON: the common decision record of every tool.

use super::{Stamp, VERSION};
use crate::engine::{QuestionSet, dates};
use crate::json::Json;
use crate::sheet::report::DEPARTURE_REASON;
use crate::sheet::{Agreement, Desk, Draft};

/// The value of `schema`.
pub const SCHEMA: &str = "asc-decision-record/1";

/// The record.
pub fn data(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Json {
    let law = &desk.tool.law;
    let decision = law.decide(&draft.answers, &desk.settings);
    let asked = || decision.asked.iter().filter_map(|at| law.question_at(*at));
    let answered = asked().filter(|question| draft.answers.to(question.at).is_some());
    let answers = answered.map(|question| {
        let ids = draft.answers.ids(question);
        let value = match (question.shape, ids.as_slice()) {
            (crate::engine::Shape::Many, _) => Json::texts(ids),
            (crate::engine::Shape::Number, [number]) => Json::Whole(number.parse().unwrap_or_default()),
            (_, ids) => Json::text(ids.join("")),
        };
        (question.id.to_owned(), value)
    });
    let is_open = |question: &&crate::engine::Question| draft.answers.is_open(question);
    let said = |question: &&crate::engine::Question| draft.answers.to(question.at).is_some();
    let outcomes = decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at).map(|outcome| (*at, outcome)));
    let outcomes = outcomes.map(|(at, outcome)| {
        let reasons = law.reasons(&draft.answers, &desk.settings, at);
        let rules = reasons.iter().filter_map(|reason| law.rows().nth(reason.rule)).map(|(_, row)| row.id);
        let mut led = QuestionSet::default();
        reasons.iter().flat_map(|reason| &reason.answers).for_each(|at| led.insert(*at));
        let questions = led.iter().filter_map(|at| law.question_at(at)).map(|question| question.id);
        Json::object([
            ("id", Json::text(outcome.id)),
            ("kind", Json::text(outcome.kind.id())),
            ("rules", Json::texts(rules)),
            ("questions", Json::texts(questions)),
        ])
    });
    let warnings = decision.warnings.iter().filter_map(|at| law.warnings.get(*at)).map(|warning| warning.id);
    let find_out = decision.find_out.iter().filter_map(|at| law.question_at(*at)).map(|question| question.id);
    let rules: Vec<&str> = law.rows().map(|(_, row)| row.id).collect();
    let rules = decision.rules.iter().filter_map(|rule| rules.get(*rule)).copied();
    let taken = draft.taken.iter().map(|(id, tool)| (id.clone(), Json::text(tool)));
    let settings = law
        .settings
        .iter()
        .zip(&desk.settings.days)
        .map(|(id, day)| ((*id).to_owned(), day.map_or(Json::Null, |day| Json::text(dates::to_iso(day)))));
    let counts = law.counts.iter().zip(&desk.settings.counts);
    let counts = counts.filter_map(|(id, days)| days.map(|days| ((*id).to_owned(), Json::Whole(days.into()))));
    let figures = desk.report(draft).figures.into_iter().map(|(label, value)| (label, Json::text(value)));
    let kept = draft.notes.iter().filter(|(id, _)| desk.in_record(&decision.asked, draft, id));
    let notes = kept.map(|(id, text)| (id.clone(), Json::text(text.clone())));
    let maybe = |text: &str| if text.is_empty() { Json::Null } else { Json::text(text) };
    Json::object([
        ("schema", Json::text(SCHEMA)),
        ("record_id", maybe(&stamp.id)),
        ("record_code", maybe(&stamp.code())),
        ("tool_id", Json::text(desk.tool.id)),
        ("tool_version", Json::text(VERSION)),
        ("content_version", Json::text(desk.tool.rules_version)),
        ("locality", maybe(&desk.locality.authority)),
        ("locality_version", maybe(&desk.locality.version)),
        ("law_on", decision.day.map_or(Json::Null, |day| Json::text(dates::to_iso(day)))),
        ("status", Json::text("completed")),
        ("reference", maybe(draft.note("case_reference"))),
        ("created_at", maybe(&stamp.made_at)),
        ("answers", Json::Object(answers.collect())),
        ("unknowns", Json::texts(asked().filter(is_open).filter(said).map(|question| question.id))),
        (
            "not_answered",
            Json::texts(asked().filter(|question| is_open(question) && !said(question)).map(|question| question.id)),
        ),
        ("outcomes", Json::List(outcomes.collect())),
        ("warnings", Json::texts(warnings)),
        (
            "decision",
            Json::object([
                (
                    "departs_from_tool",
                    match draft.agreement {
                        Agreement::NotSaid => Json::Null,
                        Agreement::Agrees => Json::text("no"),
                        Agreement::Departs => Json::text("yes"),
                    },
                ),
                (
                    "departure_reason",
                    maybe(if draft.agreement == Agreement::Departs { draft.note(DEPARTURE_REASON) } else { "" }),
                ),
            ]),
        ),
        (
            "tool",
            Json::object([
                ("settings", Json::Object(settings.collect())),
                ("days", Json::Object(counts.collect())),
                ("figures", Json::Object(figures.collect())),
                ("find_out", Json::texts(find_out)),
                ("rule_ids", Json::texts(rules)),
                ("notes", Json::Object(notes.collect())),
                ("taken_over", Json::Object(taken.collect())),
            ]),
        ),
        ("supersedes", maybe(&stamp.replaces)),
    ])
}
