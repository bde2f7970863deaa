//! The one record of all tools: its hashes and chain, what is refused, what is migrated, and its published schema.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::record::canonical::canonical;
use care_tools::record::read::{LARGEST, Opened, open};
use care_tools::record::replay::replay;
use care_tools::record::seal::{self, Integrity};
use care_tools::record::{self, Stamp, plan_file};
use care_tools::sheet::{Agreement, Desk, Draft};
use care_tools::tools::{self, Tool};
use support::Dice;

const EARLY: [(&str, &str); 4] = [
    ("advocacy", include_str!("golden/1/advocacy-before-hashes.json")),
    ("allocation", include_str!("golden/1/allocation-before-hashes.json")),
    ("team_suitability", include_str!("golden/1/team_suitability-before-hashes.json")),
    ("action_planning", include_str!("golden/1/action_planning-before-hashes.json")),
];
const GOLDEN: [(&str, &str); 4] = [
    ("advocacy", include_str!("golden/1/advocacy.json")),
    ("allocation", include_str!("golden/1/allocation.json")),
    ("team_suitability", include_str!("golden/1/team_suitability.json")),
    ("action_planning", include_str!("golden/1/action_planning.json")),
];

fn every() -> Vec<&'static Tool> {
    tools::all().iter().collect()
}

fn opened(text: &str) -> Opened {
    open(text, &every()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn stamp(complete: bool) -> Stamp {
    Stamp {
        id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".into(),
        made_at: "2026-11-22T10:00:00.000Z".into(),
        completed_at: if complete { "2026-11-22T10:30:00.000Z".into() } else { String::new() },
        ..Stamp::default()
    }
}

/// A desk and a filled-in sheet for every worked case of every tool with a form.
fn sheets(holds: impl Fn(&str, &Desk, Draft)) {
    for tool in tools::all().iter().filter(|tool| tool.groups.is_empty()) {
        for case in support::cases(tool) {
            let mut desk = Desk::new(tool, tools::words(tool.id).expect("words"), Locality::default());
            desk.settings = case.settings.clone();
            holds(&case.id, &desk, Draft { answers: case.answers.clone(), ..Draft::default() });
        }
    }
}

/// The record of each of them, with every box filled in.
fn records(holds: impl Fn(&'static Tool, &str, Json)) {
    sheets(|case, desk, mut draft| {
        draft.agreement = Agreement::Agrees;
        for note in &desk.tool.notes {
            draft.type_note(note.id, "Words, cafe\u{301}.");
        }
        holds(desk.tool, case, record::data(desk, &draft, &stamp(true)));
    });
}

fn some_record() -> Json {
    Json::read(GOLDEN[0].1).expect("JSON")
}

#[test]
fn every_record_is_read_back_matches_and_is_decided_the_same() {
    records(|tool, case, record| {
        let back = opened(&record.write());
        assert_eq!(canonical(&back.record), canonical(&record), "{case}");
        assert_eq!(back.integrity, Integrity::Matches, "{case}");
        let replay = replay(&back.record, tool).unwrap_or_else(|| panic!("{case}"));
        assert!(replay.agrees(), "{case}: {replay:?}");
    });
}

#[test]
fn the_hash_does_not_depend_on_order_spaces_or_how_letters_are_composed() {
    let record = some_record();
    let Json::Object(mut pairs) = record.clone() else { panic!("no object") };
    pairs.reverse();
    let other = Json::Object(pairs).write_pretty().replace('\u{e9}', "e\u{301}");
    assert_eq!(opened(&other).integrity, Integrity::Matches);
}

#[test]
fn the_golden_records_of_today_stay_readable_and_match() {
    for (tool, text) in GOLDEN {
        let back = opened(text);
        assert_eq!(back.record.text_at("tool_id"), tool);
        assert_eq!(back.integrity, Integrity::Matches, "{tool}");
        let replay = replay(&back.record, tools::named(tool).expect("a tool")).expect("a replay");
        assert!(replay.agrees(), "{tool}: {replay:?}");
    }
}

#[test]
fn records_from_before_hashes_are_migrated_and_nothing_that_was_said_is_lost() {
    for (tool, text) in EARLY {
        let file = Json::read(text).expect("JSON");
        let back = opened(text);
        assert_eq!(back.integrity, Integrity::NotChecked, "{tool}");
        for key in ["record_id", "answers", "unknowns", "law_on", "status", "supersedes"] {
            assert_eq!(back.record.get(key), file.get(key), "{tool}: {key}");
        }
        assert_eq!(back.record.list_at("outcomes").len(), file.list_at("outcomes").len(), "{tool}");
        let replay = replay(&back.record, tools::named(tool).expect("a tool")).expect("a replay");
        assert!(replay.agrees(), "{tool}: {replay:?}");
        let again = opened(&seal::sealed(back.record).write());
        assert_eq!(again.integrity, Integrity::Matches, "{tool}");
    }
}

#[test]
fn a_record_cut_anywhere_is_refused() {
    for (tool, text) in GOLDEN {
        let text = Json::read(text).expect("JSON").write();
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            assert!(open(&text[..cut], &every()).is_err(), "{tool}: cut at {cut}");
        }
    }
}

#[test]
fn a_record_with_any_byte_changed_is_refused_changed_or_the_same() {
    for (tool, text) in GOLDEN {
        let record = Json::read(text).expect("JSON");
        let (text, whole) = (record.write(), canonical(&record));
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(flipped) = String::from_utf8(bytes) else { continue };
            if let Ok(back) = open(&flipped, &every()) {
                let same = canonical(&back.record) == whole;
                assert!(same || back.integrity == Integrity::Changed, "{tool}: byte {at} went unseen");
            }
        }
    }
}

#[test]
fn whatever_is_wrong_is_named_with_its_place() {
    let good = some_record();
    let bad = |change: &dyn Fn(&mut Json)| {
        let mut record = good.clone();
        change(&mut record);
        let faults = open(&record.write(), &every()).expect_err("a fault");
        faults.into_iter().map(|fault| (fault.at, fault.kind)).collect::<Vec<_>>()
    };
    let one = |at: &str, kind: &'static str| vec![(at.to_owned(), kind)];
    assert_eq!(bad(&|it| it.set("schema", Json::text("asc-decision-record/2"))), one("", "newer"));
    assert_eq!(bad(&|it| it.set("schema", Json::text("other"))), one("", "no_record"));
    assert_eq!(bad(&|it| it.set("tool_id", Json::text("other"))), one("", "other_tool"));
    assert_eq!(bad(&|it| it.set("more", Json::Null)), one("more", "no_key"));
    assert_eq!(bad(&|it| it.set("law_on", Json::text("2026-02-30"))), one("law_on", "no_day"));
    assert_eq!(bad(&|it| it.set("created_at", Json::text("now"))), one("created_at", "no_moment"));
    assert_eq!(bad(&|it| it.set("record_id", Json::text("x"))), one("record_id", "no_uuid"));
    assert_eq!(bad(&|it| it.set("status", Json::text("done"))), one("status", "no_choice"));
    assert_eq!(bad(&|it| it.set("answers", Json::Null)), one("answers", "other_kind"));
    let two = bad(&|it| {
        it.set("status", Json::Whole(1));
        it.set("law_on", Json::text("soon"));
    });
    assert_eq!(two.len(), 2, "{two:?}");
    let unknown = bad(&|it| it.get_mut("answers").expect("answers").set("shoe_size", Json::text("9")));
    assert_eq!(unknown, one("answers.shoe_size", "answer"));
}

#[test]
fn what_is_too_large_or_too_deep_is_refused_at_once() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(open(&deep, &every()).is_err());
    assert!(open(&" ".repeat(LARGEST + 1), &every()).is_err());
    let wide = format!("{{{}}}", (0..20_000).map(|n| format!("\"k{n}\":1")).collect::<Vec<_>>().join(","));
    assert!(open(&wide, &every()).is_err());
}

fn entry(number: usize) -> Json {
    Json::object([
        ("entry_id", Json::text(format!("3f2504e0-4f89-41d3-9a0c-{number:012}"))),
        ("on", Json::text("2026-11-23")),
        ("supervisor_role", Json::text("Team manager")),
        ("kind", Json::text("discussion")),
        ("about", Json::Null),
        ("result", Json::Null),
        ("note", Json::text(format!("Note {number}."))),
        ("next_step", Json::Null),
        ("actions", Json::List(Vec::new())),
        ("practitioner_response", Json::Null),
    ])
}

fn chained(count: usize) -> Json {
    (0..count)
        .fold(some_record(), |record, number| seal::closed(seal::added(record, &["supervision"], entry(number))))
}

/// The list of entries of a record.
fn entries(record: &mut Json) -> &mut Vec<Json> {
    match record.get_mut("supervision") {
        Some(Json::List(list)) => list,
        _ => panic!("no entries"),
    }
}

#[test]
fn a_chain_of_entries_holds_and_breaks_with_any_change() {
    let mut dice = Dice::new(7);
    for count in 1..8 {
        let record = chained(count);
        assert_eq!(seal::check(&record), Integrity::Matches);
        assert_eq!(seal::content_hash(&record), seal::content_hash(&some_record()), "entries are not in the content");
        assert!(open(&record.write(), &every()).is_ok());
        for _ in 0..20 {
            let mut changed = record.clone();
            let list = entries(&mut changed);
            let at = dice.below(list.len());
            match dice.below(4) {
                0 => {
                    list.remove(at);
                }
                1 => list[at].set("note", Json::text("Something else.")),
                2 => list[at].set("on", Json::text("2020-01-01")),
                _ => {
                    let copy = list[at].clone();
                    list.push(copy);
                }
            }
            // Whoever changes a file can make its outer hash again, and still the chain shows it.
            let changed = seal::closed(changed);
            assert_eq!(seal::check(&changed), Integrity::Changed, "{count} {at}");
        }
    }
}

#[test]
fn what_is_agreed_cannot_change_under_a_chain() {
    let mut record = chained(3);
    record.set("prepared_role", Json::text("Somebody else"));
    assert_eq!(seal::check(&seal::closed(record)), Integrity::Changed);
}

#[test]
fn a_draft_says_that_it_is_one_and_a_complete_record_has_its_hash_in_its_text() {
    let tool = tools::named("advocacy").expect("a tool");
    let case = support::cases(tool).remove(0);
    let mut desk = Desk::new(tool, tools::words(tool.id).expect("words"), Locality::default());
    desk.settings = case.settings.clone();
    let draft = Draft { answers: case.answers.clone(), ..Draft::default() };
    let text = |complete| record::record(&desk, &draft, &stamp(complete)).to_text();
    let hash = seal::latest(&record::data(&desk, &draft, &stamp(true)))[..16].to_owned();
    assert!(text(false).contains("Draft: not for decision") && !text(false).contains(&hash));
    assert!(text(true).contains("Complete") && text(true).contains(&hash));
    assert_eq!(record::data(&desk, &draft, &stamp(false)).text_at("status"), "draft");
}

fn asked_at_the_end(desk: &Desk, draft: &Draft) -> Vec<&'static str> {
    desk.signing(draft, false).into_iter().map(|view| view.id).collect()
}

#[test]
fn what_the_person_said_has_one_box_and_is_never_lost() {
    sheets(|case, desk, mut draft| {
        let voice = &desk.tool.common.voice;
        // The boxes that a practitioner sees on these answers.
        let boxes = |draft: &Draft| {
            let sections = desk.tool.law.sections.len();
            let beside = (0..sections).filter_map(|at| desk.section(draft, at)).flat_map(|section| section.questions);
            let beside = beside.flat_map(|question| question.notes);
            let shown = beside.chain(desk.record_notes(draft)).map(|note| note.id).filter(|id| voice.contains(id));
            shown.chain(asked_at_the_end(desk, draft).into_iter().filter(|id| *id == "person_view")).count()
        };
        assert!(boxes(&draft) <= 1, "{case}: {} boxes", boxes(&draft));
        draft.type_note("person_view", "At the end.");
        let view = |draft: &Draft| {
            let data = record::data(desk, draft, &stamp(true));
            (data.get("person_voice").expect("a voice").text_at("view").to_owned(), data.write())
        };
        assert_eq!(view(&draft).0, "At the end.", "{case}");
        assert!(asked_at_the_end(desk, &draft).contains(&"person_view"), "{case}: what was typed is hidden");
        voice.iter().for_each(|note| draft.type_note(note, "In the box."));
        let (view, data) = view(&draft);
        assert!(data.contains("At the end."), "{case}: lost from the file");
        let text = record::record(desk, &draft, &stamp(true)).to_text();
        assert_eq!(text.matches("At the end.").count(), 1, "{case}");
        assert_eq!(text.contains("In the box."), view == "In the box.", "{case}");
    });
}

#[test]
fn what_is_open_about_safety_stands_first_and_apart() {
    let seen = [false; 3].map(std::cell::Cell::new);
    sheets(|case, desk, draft| {
        let Some(missing) = desk.figures(&draft).into_iter().find(|figure| figure.id == "missing") else { return };
        let safety =
            |name: &str| name == "Immediate danger" || name.starts_with("Abuse") || name.starts_with("Essential");
        let names = |text: &str| text.split_once(": ").map_or(text, |(_, names)| names).to_owned();
        assert!(names(&missing.rest).split(", ").all(|name| !safety(name)), "{case}: {missing:?}");
        assert_eq!(missing.first.is_empty(), !missing.value().contains("for safety"), "{case}");
        let kind = match (missing.first.is_empty(), missing.rest.is_empty()) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        };
        seen[kind].set(true);
    });
    assert!(seen[0].get() && seen[1].get(), "without safety, with both, with safety alone: {seen:?}");
}

#[test]
fn no_record_is_complete_without_a_role() {
    sheets(|case, desk, mut draft| {
        draft.agreement = Agreement::Agrees;
        let missing = |draft: &Draft| {
            let problems = desk.incomplete(draft, &[], false);
            problems.iter().any(|problem| problem.goto == "role")
        };
        draft.type_note("role", "  ");
        assert!(missing(&draft), "{case}");
        draft.type_note("role", "Social worker");
        assert!(!missing(&draft), "{case}");
    });
}

#[test]
fn whoever_looks_again_is_in_the_record_with_whether_they_know() {
    sheets(|case, desk, mut draft| {
        let review =
            |draft: &Draft| record::data(desk, draft, &stamp(true)).get("review").cloned().expect("a review");
        let asked = |draft: &Draft| {
            let asked = asked_at_the_end(desk, draft);
            (asked.contains(&"review_by"), asked.contains(&"review_handed_over"))
        };
        assert_eq!((asked(&draft), review(&draft)), ((false, false), Json::Null), "{case}");
        draft.type_note("review", "In spring");
        draft.type_note("review_handed_over", "yes");
        draft.type_note("review_by", "me");
        assert_eq!(asked(&draft), (true, false), "{case}");
        assert_eq!((review(&draft).text_at("by"), review(&draft).text_at("handed_over")), ("me", ""), "{case}");
        draft.type_note("review_by", "someone_else");
        assert_eq!(asked(&draft), (true, true), "{case}");
        assert_eq!(review(&draft).text_at("handed_over"), "yes", "{case}");
    });
}

#[test]
fn a_file_that_lost_its_hashes_is_not_taken_for_one_from_before_them() {
    for (tool, text) in GOLDEN {
        let mut record = Json::read(text).expect("JSON");
        if let Json::Object(pairs) = &mut record {
            pairs.retain(|(key, _)| key != "integrity");
        }
        assert_eq!(opened(&record.write()).integrity, Integrity::Changed, "{tool}");
    }
}

#[test]
fn an_answer_that_only_other_rules_knew_does_not_keep_a_record_from_being_read() {
    let mut record = some_record();
    record.get_mut("answers").expect("answers").set("shoe_size", Json::text("9"));
    record.set("content_version", Json::text("0"));
    let back = opened(&seal::sealed(record).write());
    assert_eq!(back.integrity, Integrity::Matches);
    assert_eq!(back.record.get("answers").map(|answers| answers.text_at("shoe_size").to_owned()), Some("9".into()));
}

#[test]
fn a_number_that_is_not_whole_stands_nowhere() {
    let mut record = Json::read(GOLDEN[2].1).expect("the record");
    // Under other rules an answer that is not known is passed over; a hash would pass it over too.
    record.set("content_version", Json::text("0"));
    record.get_mut("answers").expect("answers").set("other_question", Json::List(vec![Json::Fraction]));
    let text = record.write().replace("[null]", "[1.5]");
    let faults = open(&text, &every()).expect_err("refused");
    assert!(faults.iter().any(|fault| fault.at == "answers.other_question"), "{faults:?}");
}

#[test]
fn saving_never_hides_that_a_plan_has_changed() {
    let mut record = Json::read(GOLDEN[3].1).expect("the record");
    assert_eq!(seal::check(&record), Integrity::Matches);
    // Of the file only, not of what was agreed.
    record.set("superseded_by", Json::text("11111111-2222-4333-8444-555555555555"));
    assert_eq!(seal::check(&record), Integrity::Changed);
    let saved = plan_file::to_save(record.clone(), Some(&record), "2026-11-27T10:00:00.000Z");
    assert_eq!(seal::check(&saved), Integrity::Changed);
}
