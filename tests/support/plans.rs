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

const DAYS: [&str; 12] = [
    "",
    "2026-05-31",
    "2026-06-03",
    "2026-06-04",
    "2026-06-10",
    "2026-06-13",
    "2026-06-17",
    "2026-06-18",
    "2026-07-20",
    "2026-08-31",
    "2030-06-12",
    "2026-06-31",
];

/// The same with everything that a plan has filled in by dice.
#[allow(dead_code, reason = "each test file uses only some of this")]
pub fn whole(dice: &mut Dice) -> Json {
    let mut facts = plan(dice);
    let mut otherwise = |id: &str, days: &[&str], percent: usize| {
        if dice.chance(percent) {
            facts.set(id, Json::text(*dice.pick(days)));
        }
    };
    otherwise("ap_agreed_on", &["2026-05-20", "2026-05-26", "2026-05-27", "2026-06-10", "2026-06-11", ""], 70);
    otherwise("ap_review_date", &["2026-06-22", "2026-06-23", "2026-07-12", "2031-01-01", "2026-06-10"], 60);
    otherwise("ap_process_start", &["2026-05-01", "2026-06-01", "2026-06-08", "2026-07-21"], 60);
    otherwise("ap_about", &["adult"], 40);
    otherwise("ap_close", &["achieved", "open", ""], 60);
    let any = |dice: &mut Dice, from: &[&str]| Json::text(*dice.pick(from));
    let text = |dice: &mut Dice, full: usize| Json::text(if dice.chance(full) { "Words." } else { "  " });
    let kinds = ["not_engaging", "other", "risk_worry", ""];
    let count = dice.below(3);
    let issues = (0..count).map(|_| {
        Json::object([
            ("type", any(dice, &kinds)),
            ("description", text(dice, 80)),
            ("impact", Json::text(*dice.pick(&IMPACTS))),
            ("relates_to", Json::texts([*dice.pick(&RELATES)])),
            ("evidence", Json::texts(dice.pick(&[&["records"][..], &["none_yet"], &[]]).iter().copied())),
            ("state", any(dice, &["", "", "resolved", "open", "not_resolvable"])),
        ])
    });
    let issues = issues.collect();
    facts.set("ap_issues", Json::List(issues));
    let alike = dice.chance(30);
    let owner = *dice.pick(&["person", "manager", "carer"]);
    let actions = (0..dice.below(4)).map(|_| {
        let reports = (0..dice.below(2)).map(|_| {
            Json::object([
                ("on", any(dice, &["2026-05-26", "2026-05-27", "2026-06-05", "2026-05-32", ""])),
                ("rating", any(dice, &["no_change", "achieved"])),
            ])
        });
        let reports = reports.collect();
        Json::object([
            ("what", any(dice, &["Walk to the shop.", "walk to the shop. ", "Ring", " "])),
            ("issue", any(dice, &["I1", "I2", "I3", ""])),
            (
                "owner",
                if alike {
                    Json::text(owner)
                } else {
                    any(dice, &["person", "carer", "family_friend", "manager", "provider", ""])
                },
            ),
            ("owner_agreed", any(dice, &["yes", "no", "not_asked", ""])),
            ("due", any(dice, &DAYS)),
            ("measure", any(dice, &["Walk to the shop.", "Once a week", "", " "])),
            ("risk", text(dice, 50)),
            ("contingency", text(dice, 50)),
            ("status", any(dice, &["not_started", "in_progress", "done", "done", "stopped", ""])),
            ("done_on", any(dice, &DAYS)),
            ("stopped_reason", text(dice, 50)),
            ("progress", Json::List(reports)),
        ])
    });
    let actions = actions.collect();
    facts.set("ap_actions", Json::List(actions));
    facts
}
