//! A plan that is saved and opened again, kept over a restart, and taken out in every form.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/plans.rs"]
mod random;
mod support;

use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::plans::Model;
use care_tools::plans::export::{Format, Out, Switch};
use care_tools::plans::place::Place;
use care_tools::record::Stamp;
use care_tools::record::plan_file::{self, Saved};
use care_tools::sheet::Desk;
use care_tools::tools;
use care_tools::tools::action_planning::day::Written;
use care_tools::tools::action_planning::groups::Progress;
use care_tools::tools::action_planning::plan::Plan;
use care_tools::tools::action_planning::{CASES, decide, tool_once};
use chrono::NaiveDate;
use std::rc::Rc;

const NOW: &str = "2026-06-10T09:30:00.000Z";
const ID: &str = "11111111-2222-4333-8444-555555555555";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn model() -> Model {
    let words = tools::words("action_planning").expect("words");
    let desk = Rc::new(Desk::new(tool_once(), words, Locality::default()));
    let stamp = Stamp { id: ID.into(), made_at: NOW.into(), ..Stamp::default() };
    Model::new(desk, Some(day("2026-06-10")), stamp)
}

/// Every plan of the worked cases, each with a report that moves a day.
fn plans() -> Vec<Plan> {
    let Json::List(cases) = Json::read(CASES).unwrap() else { panic!("a list of cases") };
    let facts = cases.iter().filter_map(|case| case.get("facts")).filter(|facts| facts.get("calc").is_none());
    facts.map(|facts| decide::plan(facts).expect("a plan").0).collect()
}

fn saved(plan: Plan) -> Saved {
    let made = (plan.issues.len(), plan.actions.len());
    let stamp = Stamp { id: ID.into(), made_at: NOW.into(), ..Stamp::default() };
    Saved {
        saved_on: plan.today,
        plan,
        stamp,
        calendar_id: ID.into(),
        saved_at: NOW.into(),
        made,
        ..Saved::default()
    }
}

fn written(model: &Model) -> String {
    model.record(NOW).write()
}

#[test]
fn a_plan_that_is_saved_opened_and_saved_again_is_the_same() {
    for plan in plans() {
        let mut first = model();
        first.today = plan.today;
        first.take_up(saved(plan));
        let text = written(&first);
        let mut second = model();
        second.today = first.today;
        second.take_up(plan_file::read(&text).unwrap_or_else(|faults| panic!("{faults:?} in\n{text}")));
        assert_eq!(written(&second), text);
        assert_eq!(second.outcomes_but_for_practice(), first.outcomes_but_for_practice());
    }
}

#[test]
fn random_plans_come_back_as_they_were_saved() {
    let mut dice = support::Dice::new(7);
    for _ in 0..2_000 {
        let (plan, _) = decide::plan(&random::plan(&mut dice)).expect("a plan");
        let mut first = model();
        first.today = plan.today;
        first.take_up(saved(plan));
        let text = written(&first);
        let mut second = model();
        second.today = first.today;
        second.take_up(plan_file::read(&text).unwrap_or_else(|faults| panic!("{faults:?} in\n{text}")));
        assert_eq!(written(&second), text);
        assert_eq!(second.outcomes_but_for_practice(), first.outcomes_but_for_practice());
    }
}

trait WithoutPractice {
    fn outcomes_but_for_practice(&self) -> Vec<&'static str>;
}

impl WithoutPractice for Model {
    fn outcomes_but_for_practice(&self) -> Vec<&'static str> {
        let mut outcomes = self.outcomes();
        outcomes.retain(|id| !id.starts_with("AP-O-WHISTLEBLOW"));
        outcomes
    }
}

#[test]
fn what_is_about_a_workers_practice_is_in_no_export() {
    let mut seen = 0;
    for plan in plans() {
        let mut model = model();
        model.take_up(saved(plan));
        seen += usize::from(model.outcomes().iter().any(|id| id.starts_with("AP-O-WHISTLEBLOW")));
        for format in [
            Format::Copy,
            Format::Text,
            Format::Word,
            Format::Table,
            Format::Calendar,
            Format::EasyRead,
            Format::Data,
        ] {
            let text = match model.export(format, NOW) {
                Out::Copy(plain, rich) => plain + &rich,
                Out::File(_, _, text) | Out::Word(_, text) => text,
                Out::Print => String::new(),
            };
            for secret in ["WHISTLEBLOW", "whistleblowing", "practice_concern", "Concern about a worker"] {
                assert!(!text.contains(secret), "`{secret}` in {format:?}");
            }
        }
    }
    assert!(seen > 1, "no case with a concern about practice was looked at");
}

#[test]
fn a_copy_for_others_says_nothing_of_safety_restriction_or_whom_not_to_contact() {
    let words = tools::words("action_planning").expect("words");
    let secret = [
        "questions.ap_immediate_danger.name",
        "questions.ap_abuse_concern.name",
        "questions.ap_restriction.name",
        "questions.ap_concerned_risk.name",
        "questions.ap_share_risk.name",
        "outcomes.AP-O-SAFEGUARD.heading",
        "outcomes.AP-O-DOL.heading",
        "outcomes.AP-O-EXCLUDE-CONCERNED.heading",
        "outcomes.AP-O-CHECK-RISK-FIRST.heading",
        "outcomes.AP-O-COPY-RISK.heading",
        "sections.safety.title",
    ];
    let mut left_out = 0;
    for plan in plans() {
        let mut model = model();
        model.take_up(saved(plan));
        *model.choices.slot(Switch::ForOthers) = false;
        let whole = model.document(NOW).to_text();
        *model.choices.slot(Switch::ForOthers) = true;
        let for_others = model.document(NOW).to_text();
        for path in secret {
            let text = words.at(path);
            assert!(!for_others.contains(text), "`{text}` in\n{for_others}");
            left_out += usize::from(whole.contains(text));
        }
    }
    assert!(left_out > 100, "{left_out}");
}

#[test]
fn a_file_with_a_fault_is_refused_whole_and_says_what_is_wrong() {
    let mut model = model();
    model.take_up(saved(plans().remove(5)));
    let good = written(&model);
    assert!(plan_file::read(&good).is_ok());
    for (from, to, says) in [
        ("\"asc-decision-record/1\"", "\"asc-decision-record/2\"", "newer"),
        ("\"asc-decision-record/1\"", "\"something\"", "no_record"),
        ("\"tool_id\":\"action_planning\"", "\"tool_id\":\"advocacy\"", "other_tool"),
        ("\"law_on\"", "\"low_on\"", "low_on: no_key"),
        ("\"issues\"", "\"isues\"", "tool.isues: no_key"),
        ("\"status\":\"", "\"status\":\"x", "status: no_choice"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let faults = plan_file::read(&bad).expect_err(to);
        let named = faults.iter().map(|fault| match fault.at.as_str() {
            "" => fault.kind.to_owned(),
            at => format!("{at}: {}", fault.kind),
        });
        assert!(named.into_iter().any(|named| named == says), "{says}: {faults:?}");
    }
    for cut in [0, 1, good.len() / 2, good.len() - 1] {
        assert!(plan_file::read(&good[..cut]).is_err());
    }
    assert!(plan_file::read(&" ".repeat(care_tools::record::read::LARGEST + 1)).is_err());
    let before = written(&model);
    model.arrived("no plan", true);
    assert_eq!(written(&model), before);
    assert_eq!(model.faults.len(), 1);
}

#[test]
fn a_restart_takes_up_everything_hidden_answers_too() {
    for plan in plans() {
        let mut first = model();
        first.today = plan.today;
        first.take_up(saved(plan));
        first.place = Place::Section(7);
        first.boxes.insert("A1.due".into(), ["3".into(), "march".into(), String::new()]);
        for action in &mut first.actions {
            action.contingency = "kept although no risk is written".into();
        }
        first.settle();
        first.unsaved = true;
        let kept = first.kept(NOW);
        if first.is_fresh() {
            assert_eq!(kept, "");
            continue;
        }
        let mut second = model();
        second.today = first.today;
        second.resume(&kept);
        assert_eq!(second.kept(NOW), kept);
        assert_eq!(second.outcomes(), first.outcomes());
        assert_eq!(second.place, first.place);
        assert!(second.actions.iter().all(|action| action.contingency == "kept although no risk is written"));
    }
}

#[test]
fn ids_are_never_used_again() {
    let mut model = model();
    for _ in 0..3 {
        model.add("action");
    }
    model.remove("A3");
    model.add("action");
    assert_eq!(model.actions.iter().map(|action| action.id.as_str()).collect::<Vec<_>>(), ["A1", "A2", "A4"]);
    model.remove("A2");
    model.undo();
    assert_eq!(model.actions.iter().map(|action| action.id.as_str()).collect::<Vec<_>>(), ["A1", "A2", "A4"]);
    model.move_item("A4", true);
    assert_eq!(model.actions.iter().map(|action| action.id.as_str()).collect::<Vec<_>>(), ["A1", "A4", "A2"]);
    model.actions.iter_mut().for_each(|action| action.what = "Something".into());
    let mut again = self::model();
    again.take_up(plan_file::read(&written(&model)).expect("a plan"));
    again.remove("A4");
    again.add("action");
    assert_eq!(again.actions.last().map(|action| action.id.as_str()), Some("A5"));
}

#[test]
fn what_is_taken_back_needs_room() {
    let mut model = model();
    for _ in 0..20 {
        model.add("action");
    }
    model.remove("A7");
    model.add("action");
    model.undo();
    assert_eq!(model.actions.len(), 20);
    assert!(model.said.contains("20"), "{}", model.said);
    model.remove("A21");
    model.undo();
    model.remove("A1");
    model.remove("A2");
    model.undo();
    model.undo();
    model.actions.iter_mut().for_each(|action| action.what = "Something".into());
    assert!(plan_file::read(&written(&model)).is_ok());
}

#[test]
fn a_removed_issue_takes_its_actions_along_and_brings_them_back() {
    let mut model = model();
    model.add("issue");
    model.add("action");
    assert_eq!(model.actions[0].issue, "I1");
    model.remove("I1");
    assert_eq!(model.actions[0].issue, "");
    model.undo();
    assert_eq!(model.actions[0].issue, "I1");
    for _ in 0..30 {
        model.add("issue");
    }
    assert_eq!(model.issues.len(), 10);
    assert!(model.said.contains("10"));
}

/// A plan with an action due on the tenth, agreed on the first.
fn followed() -> Model {
    let mut model = model();
    let facts = Json::read(
        r#"{"_today":"2026-06-10","ap_about":"adult","ap_agreed_on":"2026-06-01","ap_review_date":"2026-06-20",
            "ap_actions":[{"what":"Phone","owner":"manager","due":"2026-06-10"}]}"#,
    );
    let (plan, _) = decide::plan(&facts.unwrap()).unwrap();
    model.take_up(Saved { plan: Plan { complete: true, ..plan.clone() }, ..saved(plan) });
    model
}

#[test]
fn a_report_moves_a_day_with_a_reason_and_keeps_the_first() {
    let mut model = followed();
    model.open(Place::Report("A1".into()));
    model.report = Progress { due: Written::Day(day("2026-06-30")), ..model.report.clone() };
    model.add_report();
    let problems: Vec<&str> = model.report_problems().iter().map(|problem| problem.about).collect();
    assert_eq!(problems, ["progress-rating", "progress-due_reason"]);
    assert!(model.actions[0].progress.is_empty());
    model.report.rating = "some_progress".into();
    model.report.due_reason = "They asked for it".into();
    model.add_report();
    assert_eq!(model.place, Place::Follow);
    let now = model.plan();
    assert_eq!(now.actions[0].due.day(), Some(day("2026-06-30")));
    assert_eq!(now.actions[0].seq, 1);
    assert_eq!(model.actions[0].due.day(), Some(day("2026-06-10")), "what was agreed stays as it was");
    assert!(
        model.document(NOW).to_text().contains("The date moved from 10 June 2026 to 30 June 2026: They asked for it")
    );
    // The same plan, saved, opened and followed further.
    let mut again = self::model();
    again.take_up(plan_file::read(&written(&model)).expect("a plan"));
    assert_eq!(again.plan().actions[0].due.day(), Some(day("2026-06-30")));
    assert_eq!(again.actions[0].progress.len(), 1);
}

#[test]
fn what_has_changed_since_it_was_saved_is_told() {
    let model = followed();
    let mut again = self::model();
    again.today = Some(day("2026-06-22"));
    again.take_up(plan_file::read(&written(&model)).expect("a plan"));
    assert_eq!(again.since(), ["A1: “Due today” then, “Overdue” now.", "The review date has passed."]);
    assert_eq!(again.last.as_ref().map(|last| last.on), Some(day("2026-06-10")));
}

#[test]
fn a_plan_that_is_complete_is_changed_only_by_what_follows_it() {
    let mut model = followed();
    let agreed = model.agreed();
    use care_tools::tools::action_planning::answers as a;
    use care_tools::ui::state::Action as Does;
    model.answer(&Does::Choose(a::IMMEDIATE_DANGER.0, 0));
    model.answer(&Does::Note("ap_strengths", "More".into()));
    model.open(Place::Action("A1".into()));
    model.fill_in(&Does::Note("action-what", "Something else".into()));
    let now = model.agreed();
    assert_eq!((now.answers, now.texts, now.actions), (agreed.answers, agreed.texts, agreed.actions));
    model.answer(&Does::Choose(a::OUTCOMES_MET.0, 0));
    assert_eq!(model.agreed().read().one(a::OUTCOMES_MET.0), "yes");
    model.new_version(Stamp { id: "22222222-2222-4333-8444-555555555555".into(), ..Stamp::default() });
    assert!(!model.complete);
    assert_eq!(model.stamp.replaces, ID);
    assert_eq!(model.calendar_id, ID, "calendars know the plan by its first version");
    model.answer(&Does::Note("ap_strengths", "More".into()));
    assert_eq!(model.draft.note("ap_strengths"), "More");
}

#[test]
fn nothing_is_taken_back_into_a_plan_that_is_complete() {
    let mut model = followed();
    model.complete = false;
    model.remove("A1");
    model.complete = true;
    model.undo();
    model.add("action");
    model.move_item("A1", true);
    assert!(model.actions.is_empty());
}

#[test]
fn a_plan_that_is_not_saved_is_replaced_only_when_somebody_says_so() {
    let mut model = followed();
    let other = written(&followed());
    model.unsaved = true;
    model.said.clear();
    model.arrived(&other, true);
    assert!(model.waiting.is_some() && model.said.is_empty());
    model.was_saved();
    model.waiting = None;
    model.arrived(&other, true);
    assert!(model.waiting.is_none() && !model.said.is_empty());
}

#[test]
fn a_warning_that_comes_again_was_not_seen() {
    use care_tools::record::plan_file::warning_key;
    let mut model = followed();
    let key = warning_key("AP-W-06", "ap_actions[A1].issue");
    model.seen.insert(key.clone(), "It stands alone".into());
    model.settle();
    assert_eq!(model.seen.get(&key).map(String::as_str), Some("It stands alone"));
    model.complete = false;
    model.add("issue");
    model.actions[0].issue = "I1".into();
    model.settle();
    assert!(model.seen.is_empty());
}

#[test]
fn a_number_in_a_calendar_never_stands_for_two_things() {
    let mut model = followed();
    let number = |model: &mut Model, status: &str| {
        if !status.is_empty() {
            let number = model.reports();
            model.actions[0].progress.push(Progress { status: status.into(), number, ..Progress::default() });
        }
        *model.choices.slot(Switch::Ended) = true;
        let Out::File(_, _, text) = model.export(Format::Calendar, NOW) else { panic!("a file") };
        let entry = text.split("UID:").find(|entry| entry.contains("-A1\r\n")).expect("an entry").to_owned();
        let line =
            |start: &str| entry.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default().to_owned();
        (line("SEQUENCE:").parse::<u32>().expect("a number"), line("STATUS:"))
    };
    let all: Vec<(u32, String)> = ["", "in_progress", "stopped", "in_progress", "done"]
        .into_iter()
        .map(|status| number(&mut model, status))
        .collect();
    let numbers: Vec<u32> = all.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4]);
    assert_eq!(all[2].1, "CANCELLED");
}

#[test]
fn a_restart_in_an_open_action_forgets_no_change_for_calendars() {
    let mut model = followed();
    model.complete = false;
    model.open(Place::Action("A1".into()));
    model.actions[0].owner = "carer".into();
    let mut again = self::model();
    again.resume(&model.kept(NOW));
    again.open(Place::Follow);
    assert_eq!(again.actions[0].seq, 1);
}

#[test]
fn a_new_version_is_complete_only_with_its_reason() {
    let complete =
        plans().into_iter().find(|plan| Plan { complete: true, ..plan.clone() }.read().all_errors().is_empty());
    let plan = complete.expect("a case that is complete");
    let mut model = model();
    model.today = plan.today;
    model.take_up(saved(Plan { complete: true, ..plan.clone() }));
    model.new_version(Stamp { id: "22222222-2222-4333-8444-555555555555".into(), ..Stamp::default() });
    // The file does not have what is about a worker's practice: it is asked again.
    use care_tools::tools::action_planning::answers as a;
    model.answer(&care_tools::ui::state::Action::Choose(a::PRACTICE_CONCERN.0, 1));
    model.complete(NOW);
    assert!(!model.complete);
    model.version_reason = "The person wants something else".into();
    model.complete(NOW);
    assert!(model.complete);
    assert!(model.document(NOW).to_text().contains("Why there is a new version: The person wants something else"));
}

#[test]
fn a_plan_that_is_written_up_late_says_why() {
    use care_tools::tools::action_planning::answers as a;
    let is_whole = |plan: &Plan| Plan { complete: true, ..plan.clone() }.read().all_errors().is_empty();
    let agreed = |plan: &Plan| plan.read().day(a::AGREED_ON.0);
    let plan = plans().into_iter().find(|plan| is_whole(plan) && agreed(plan).is_some()).expect("a plan");
    let on = agreed(&plan).expect("a day");
    let working_days =
        |count: i64| on.iter_days().find(|day| plan.calendar.between(on, *day) == count).expect("a working day");
    let late = |today| Plan { today: Some(today), ..plan.clone() }.read().is_written_up_late();
    assert_eq!([0, 2, 3].map(|days| late(working_days(days))), [false, false, true]);
    for (days, kept) in [(2, ""), (3, "Leave.")] {
        let mut model = model();
        model.today = Some(working_days(days));
        model.take_up(saved(plan.clone()));
        model.late_reason = "Leave.".into();
        model.complete(NOW);
        assert!(model.complete, "{days}");
        let record = Json::read(&written(&model)).expect("JSON");
        assert_eq!(record.get("tool").expect("the tool's part").text_at("late_reason"), kept);
        assert_eq!(plan_file::read(&written(&model)).expect("a plan").late_reason, kept);
        let line = "Why it was written up later: Leave.";
        assert!(!model.document(NOW).to_text().contains(line), "a copy for others");
        *model.choices.slot(Switch::ForOthers) = false;
        assert_eq!(model.document(NOW).to_text().contains(line), !kept.is_empty());
        model.new_version(Stamp { id: "22222222-2222-4333-8444-555555555555".into(), ..Stamp::default() });
        assert_eq!(model.late_reason, kept, "a new version of what was agreed on the same day");
    }
}

#[test]
fn a_plan_is_complete_only_when_nothing_is_missing() {
    let mut complete = 0;
    for plan in plans() {
        let whole = Plan { complete: true, ..plan.clone() };
        let fine = whole.read().all_errors().is_empty();
        let mut model = model();
        model.today = plan.today;
        model.take_up(saved(Plan { complete: false, ..plan }));
        model.complete(NOW);
        assert_eq!(model.complete, fine);
        assert_eq!(model.tried, !fine);
        complete += usize::from(fine);
    }
    assert!(complete > 0, "no case is complete");
}

#[test]
fn the_same_calendar_entry_is_known_again_and_its_number_goes_up() {
    let mut model = followed();
    let calendar = |model: &Model| match model.export(Format::Calendar, NOW) {
        Out::File(_, "text/calendar", text) => text,
        other => panic!("{other:?}"),
    };
    let first = calendar(&model);
    assert!(first.contains(&format!("UID:{ID}-A1\r\nSEQUENCE:0\r\n")), "{first}");
    model.actions[0].progress.push(Progress { due: Written::Day(day("2026-06-12")), ..Progress::default() });
    let second = calendar(&model);
    assert!(second.contains(&format!("UID:{ID}-A1\r\nSEQUENCE:1\r\n")), "{second}");
    *model.choices.slot(Switch::Reminder) = true;
    *model.choices.slot(Switch::Text) = true;
    let third = calendar(&model);
    assert!(third.contains("TRIGGER:-PT15H") && third.contains("SUMMARY:Action A1 due: Manager. Phone"), "{third}");
    assert!(!first.contains("Phone") && !first.contains("TRIGGER"));
}

#[test]
fn where_it_stands_does_not_depend_on_the_hour() {
    // The day is an argument: two moments of one day in England give one plan.
    let facts = |now: &str| {
        let text = format!(r#"{{"_now_utc":"{now}","ap_actions":[{{"due":"2026-06-10"}}]}}"#);
        Json::object([("facts", Json::read(&text).unwrap())])
    };
    let at = |now: &str| decide::decide(&facts(now)).unwrap().get("actions").map(Json::write);
    assert_eq!(at("2026-06-09T23:00:00Z"), at("2026-06-10T22:59:59Z"));
    assert_ne!(at("2026-06-09T22:59:59Z"), at("2026-06-09T23:00:00Z"));
}
