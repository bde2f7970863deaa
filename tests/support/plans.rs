//! Random action plans, as cases write them.

use super::support::Dice;
use care_tools::engine::Shape;
use care_tools::json::Json;
use care_tools::tools::action_planning::law;
use std::collections::BTreeSet;

const RELATES: [&str; 6] = ["person", "carer", "family_friend", "health", "external_provider", "nobody_specific"];
const IMPACTS: [&str; 4] = ["none_yet", "reducing_benefit", "stopping_progress", "unknown"];
const STATUSES: [&str; 4] = ["not_started", "in_progress", "done", "stopped"];

/// A random plan as a case writes it.
pub fn plan(dice: &mut Dice) -> Json {
    let mut facts: Vec<(String, Json)> = Vec::new();
    let likely = [("ap_about", "adult"), ("ap_person_involved", "yes"), ("ap_carer_exists", "yes")];
    for question in law().questions().filter(|question| !question.id.starts_with("worked_out")) {
        let usual = likely.iter().find(|(id, _)| *id == question.id).filter(|_| dice.chance(60));
        let value = match (usual, question.choices) {
            (Some((_, said)), _) => Json::text(*said),
            (None, _) if dice.chance(12) => continue,
            (None, []) => {
                Json::text(*dice.pick(&["2026-06-01", "2026-06-09", "2026-06-10", "2026-06-11", "2026-02-30"]))
            }
            (None, [one]) if one.id == "written" => Json::text(*dice.pick(&["Words.", "  "])),
            (None, choices) if question.shape == Shape::Many => {
                let some = (0..1 + dice.below(2)).map(|_| choices[dice.below(choices.len())].id);
                Json::texts(some.collect::<BTreeSet<_>>())
            }
            (None, choices) => Json::text(choices[dice.below(choices.len())].id),
        };
        facts.push((question.id.to_owned(), value));
    }
    let issues = (0..dice.below(3)).map(|_| {
        Json::object([
            ("impact", Json::text(*dice.pick(&IMPACTS))),
            ("relates_to", Json::texts([*dice.pick(&RELATES)])),
            ("evidence", Json::texts([*dice.pick(&["none_yet", "records"])])),
        ])
    });
    facts.push(("ap_issues".to_owned(), Json::List(issues.collect())));
    let actions = (0..dice.below(3)).map(|_| {
        Json::object([
            ("status", Json::text(*dice.pick(&STATUSES))),
            ("due", Json::text(*dice.pick(&["", "2026-06-01", "2026-06-10", "2026-06-20", "no"]))),
        ])
    });
    facts.push(("ap_actions".to_owned(), Json::List(actions.collect())));
    facts.push(("_today".to_owned(), Json::text("2026-06-10")));
    Json::Object(facts)
}
