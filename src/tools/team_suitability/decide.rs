//! A result as the worked cases write it. Their form is section 13 of the specification.

use super::figures::{found, missing};
use super::findings::{ASKED, CONTACT, HOLDER, JOINT, START, TRANSFER};
use crate::engine::{Answers, Kind, Law, Settings};
use crate::json::Json;

/// The result.
pub fn result(law: &Law, answers: &Answers, settings: &Settings) -> Vec<(&'static str, Json)> {
    let decision = law.decide(answers, settings);
    let outcomes: Vec<_> = decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at)).collect();
    let leads = |kind| matches!(kind, Kind::Decision | Kind::Undecided);
    let tables = [START, CONTACT, TRANSFER, JOINT, ASKED].map(|table| table.number());
    let rows: Vec<_> = law.rows().collect();
    let mut fitted = decision.rules.iter().filter_map(|rule| rows.get(*rule));
    let rule = fitted.find(|(table, _)| tables.contains(&table.at)).map_or("", |(_, row)| row.id);
    let outcome = outcomes.iter().find(|outcome| leads(outcome.kind)).map_or("", |outcome| outcome.id);
    let actions = outcomes.iter().filter(|outcome| !leads(outcome.kind)).map(|outcome| outcome.id);
    let mut result =
        vec![("outcome", Json::text(outcome)), ("rule", Json::text(rule)), ("actions", Json::texts(actions))];
    let holder = found(law, &decision.rules, HOLDER.number());
    let holder = holder.and_then(|at| law.tables.get(HOLDER.number())?.findings.get(at));
    if let Some(holder) = holder {
        result.push(("holder", Json::text(holder.id)));
    }
    if answers.ids_of(law, "path").iter().any(|path| path == "transfer") {
        let missing = missing(law, answers, settings);
        let ids = missing.into_iter().filter_map(|at| law.question_at(at)).map(|question| question.id);
        result.push(("missing", Json::texts(ids)));
    }
    result
}
