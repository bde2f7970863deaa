//! What leaves the page: the record as text, rich text and JSON, and the referrals.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod support;

use care_tools::cases::Case;
use care_tools::engine::Settings;
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::record::{self, Stamp, VERSION};
use care_tools::sheet::{Agreement, Desk, Draft};
use care_tools::tools::{self, Tool};
use std::collections::{BTreeMap, BTreeSet};

/// A desk and a draft for every worked case of every tool, with each note filled in by its own id.
fn every_case(holds: impl Fn(&Desk, &Draft, &Case)) {
    for tool in tools::all() {
        for case in support::cases(tool) {
            let (desk, draft) = filled(tool, &case);
            holds(&desk, &draft, &case);
        }
    }
}

fn filled(tool: &'static Tool, case: &Case) -> (Desk, Draft) {
    let mut desk = Desk::new(tool, tools::words(tool.id).expect("words"), Locality::default());
    desk.settings = case.settings.clone();
    let mut draft = Draft { answers: case.answers.clone(), ..Draft::default() };
    for note in &tool.notes {
        draft.type_note(note.id, &typed(note.id));
    }
    (desk, draft)
}

fn typed(note: &str) -> String {
    format!("note-about-{note}.")
}

fn stamp() -> Stamp {
    Stamp {
        id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".into(),
        made_at: "2026-11-22T10:00:00Z".into(),
        ..Stamp::default()
    }
}

/// The outcomes of a draft, by id.
fn outcomes(desk: &Desk, draft: &Draft) -> Vec<&'static str> {
    let law = &desk.tool.law;
    law.decide(&draft.answers, &desk.settings).outcomes.iter().map(|at| law.outcomes[*at].id).collect()
}

fn has(whole: &str, part: &str, what: &str, case: &Case) {
    assert!(whole.contains(part), "{}: the record does not have {what}: `{part}`", case.id);
}

#[test]
fn the_record_says_what_was_decided_and_why() {
    every_case(|desk, draft, case| {
        let text = record::record(desk, draft, &stamp()).to_text();
        let report = desk.full_report(draft);
        for outcome in &report.outcomes {
            has(&text, &outcome.heading, "the heading of an outcome", case);
            has(&text, &outcome.explanation, "its explanation", case);
            for line in outcome.must.iter().chain(&outcome.may_not).chain(&outcome.record) {
                has(&text, line, "what must or must not be done", case);
            }
            for source in &outcome.sources {
                has(&text, &source.text, "its source", case);
            }
        }
        assert!(!report.reasons.is_empty(), "{}: no reasons", case.id);
        for reason in &report.reasons {
            has(&text, &format!("{} [{}]", reason.rule, reason.rule_id), "a reason with its rule", case);
            for (name, value) in &reason.answers {
                has(&text, &format!("{name}: {value}"), "the answers behind a reason", case);
            }
        }
        for warning in &report.warnings {
            has(&text, &warning.text, "a warning", case);
        }
        for open in &report.find_out {
            has(&text, &format!("{}: {}", open.name, open.how), "what to find out", case);
        }
        for section in desk.check(draft) {
            for row in section.rows {
                has(&text, &format!("{}: {}", row.name, row.said.join("; ")), "an answer", case);
            }
        }
    });
}

#[test]
fn the_record_says_which_versions_were_used() {
    every_case(|desk, draft, case| {
        let text = record::record(desk, draft, &stamp()).to_text();
        has(&text, &format!("{} {VERSION}", desk.tool.id), "the version of the tool", case);
        let rules = format!("{}: {}", desk.words.say("record.rules"), desk.tool.rules_version);
        has(&text, &rules, "the version of the rules", case);
        has(&text, &desk.words.day(desk.tool.law.checked_on), "when the rules were checked", case);
        for (setting, day) in desk.tool.law.settings.iter().zip(&desk.settings.days) {
            let name = desk.words.at(&format!("settings.{setting}"));
            let value =
                day.map_or_else(|| desk.words.say("record.not_in_force").to_owned(), |day| desk.words.day(day));
            has(&text, &format!("{name}: {value}"), "the dates used", case);
        }
        has(&text, "3F25-04E0", "its code", case);
        has(&text, "2026-11-22T10:00:00Z", "when it was made", case);
    });
}

#[test]
fn every_note_is_in_the_record_once() {
    every_case(|desk, draft, case| {
        let text = record::record(desk, draft, &stamp()).to_text();
        let asked = desk.tool.law.decide(&draft.answers, &desk.settings).asked;
        for note in &desk.tool.notes {
            let times = text.matches(&typed(note.id)).count();
            let expected = match note.place {
                tools::Place::Beside(question) if !asked.contains(&question) => 0,
                // The case reference also stands at the head.
                _ if note.id == "case_reference" => 2,
                _ => 1,
            };
            assert_eq!(times, expected, "{}: the note {}", case.id, note.id);
        }
    });
}

#[test]
fn a_departure_stands_beside_the_result_and_never_instead_of_it() {
    every_case(|desk, draft, case| {
        let before = record::record(desk, draft, &stamp()).to_text();
        let mut departs = draft.clone();
        departs.agreement = Agreement::Departs;
        departs.type_note("departure_reason", "The daughter came today.");
        departs.type_note("decided_by", "A. Worker");
        departs.type_note("manager_agreed_by", "B. Manager");
        let after = record::record(desk, &departs, &stamp()).to_text();
        for part in ["The daughter came today.", "A. Worker", "B. Manager", desk.words.say("agree.departs")] {
            has(&after, part, "the departure", case);
        }
        let not_said = desk.words.say("agree.not_said");
        for line in before.lines().filter(|line| *line != not_said) {
            has(&after, line, "what was there before the departure", case);
        }
        assert_eq!(outcomes(desk, draft), outcomes(desk, &departs), "{}: a departure changed the result", case.id);
        let data = record::data(desk, &departs, &stamp());
        let decision = data.get("decision").expect("a decision");
        assert_eq!(decision.get("departs_from_tool").and_then(Json::as_text), Some("yes"));
        assert_eq!(decision.get("departure_reason").and_then(Json::as_text), Some("The daughter came today."));
    });
}

#[test]
fn nothing_typed_can_run_in_the_rich_text() {
    every_case(|desk, draft, case| {
        let mut draft = draft.clone();
        let evil = "<script>alert(\"1\")</script> & 'x' <img src=x onerror=y>";
        for note in &desk.tool.notes {
            draft.type_note(note.id, evil);
        }
        draft.type_note("departure_reason", evil);
        let made = Stamp { made_at: "<script>".into(), ..stamp() };
        let documents = [Some(record::record(desk, &draft, &made)), record::referrals(desk, &draft, &made)];
        for document in documents.into_iter().flatten() {
            let html = document.to_html();
            assert!(!html.contains("<script") && !html.contains("<img"), "{}: markup came through", case.id);
            has(&html, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;", "the text typed", case);
            let tags: BTreeSet<&str> =
                html.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default()).collect();
            let known = ["h1", "/h1", "h2", "/h2", "p", "/p", "b", "/b", "ul", "/ul", "li", "/li", "br"];
            assert!(tags.iter().all(|tag| known.contains(tag)), "{}: {tags:?}", case.id);
            for tag in ["h1", "h2", "p", "b", "ul", "li"] {
                let (opens, closes) = (format!("<{tag}>"), format!("</{tag}>"));
                assert_eq!(html.matches(&opens).count(), html.matches(&closes).count(), "{}: {tag}", case.id);
            }
        }
    });
}

fn keys(json: &Json) -> Vec<&str> {
    json.as_object().expect("an object").iter().map(|(key, _)| key.as_str()).collect()
}

fn texts(json: Option<&Json>) -> Vec<&str> {
    json.and_then(Json::as_list).unwrap_or_default().iter().filter_map(Json::as_text).collect()
}

#[test]
fn the_record_as_json_has_the_common_schema() {
    every_case(|desk, draft, case| {
        let written = record::data(desk, draft, &stamp()).write();
        let data = Json::read(&written).expect("JSON");
        let text = |key: &str| data.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
        assert_eq!(text("schema"), "asc-decision-record/1");
        assert_eq!(text("record_id"), stamp().id);
        assert_eq!(text("record_code"), "3F25-04E0");
        assert_eq!(text("tool_id"), desk.tool.id);
        assert_eq!(text("tool_version"), VERSION);
        assert_eq!(text("content_version"), desk.tool.rules_version);
        assert_eq!(text("reference"), typed("case_reference"));
        let listed = data.get("outcomes").and_then(Json::as_list).expect("outcomes");
        let ids: Vec<&str> = listed.iter().filter_map(|o| o.get("id")).filter_map(Json::as_text).collect();
        assert_eq!(ids, outcomes(desk, draft), "{}", case.id);
        for outcome in listed {
            assert!(!texts(outcome.get("rules")).is_empty(), "{}: an outcome without a rule", case.id);
        }
        let law = &desk.tool.law;
        let decision = law.decide(&draft.answers, &desk.settings);
        let rows: Vec<&str> = law.rows().map(|(_, row)| row.id).collect();
        let rules: Vec<&str> = decision.rules.iter().map(|at| rows[*at]).collect();
        let tool = data.get("tool").expect("the part of the tool");
        assert_eq!(texts(tool.get("rule_ids")), rules, "{}", case.id);
        let named = |at: &Vec<usize>| -> Vec<&str> {
            at.iter().filter_map(|at| law.question_at(*at)).map(|question| question.id).collect()
        };
        assert_eq!(texts(tool.get("find_out")), named(&decision.find_out), "{}", case.id);
        let open: BTreeSet<&str> =
            texts(data.get("unknowns")).into_iter().chain(texts(data.get("not_answered"))).collect();
        let asked = decision.asked.iter().filter_map(|at| law.question_at(*at));
        let blank = asked.filter(|question| draft.answers.to(question.at).is_none()).map(|question| question.id);
        assert_eq!(open, named(&decision.find_out).into_iter().chain(blank).collect(), "{}", case.id);
    });
}

#[test]
fn the_answers_of_a_record_read_back_give_the_same_outcomes() {
    every_case(|desk, draft, case| {
        let data = Json::read(&record::data(desk, draft, &stamp()).write()).expect("JSON");
        let settings = data.get("tool").and_then(|tool| tool.get("settings")).expect("settings").clone();
        let answers = data.get("answers").expect("answers").clone();
        let again = Json::object([("id", Json::text("again")), ("facts", answers), ("settings", settings)]);
        let back = Case::read(desk.tool, &again).unwrap_or_else(|fault| panic!("{}: {fault}", case.id));
        let law = &desk.tool.law;
        // Today and an authority's numbers of days come from outside the answers.
        let settings = Settings { days: back.settings.days, ..desk.settings.clone() };
        let (here, there) = (law.decide(&draft.answers, &desk.settings), law.decide(&back.answers, &settings));
        assert_eq!(here, there, "{}", case.id);
    });
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_is_in_no_record() {
    for tool in tools::all() {
        support::check(tool, 40, support::any_sheet, &|tool, sheet, _| {
            let tool = tools::named(tool.id).expect("the tool");
            let case = Case { id: "random".into(), answers: sheet.answers.clone(), settings: sheet.settings.clone() };
            let (desk, draft) = filled(tool, &case);
            let asked = tool.law.decide(&sheet.answers, &sheet.settings).asked;
            let data = record::data(&desk, &draft, &stamp());
            for id in keys(data.get("answers").expect("answers")) {
                if !asked.contains(&tool.law.question(id).expect("a question").at) {
                    return Err(format!("{id} is not asked and is in the record"));
                }
            }
            Ok(())
        });
    }
}

/// The items of a pack with those of the packs it builds on, each with its label.
fn items(desk: &Desk, pack: &str) -> Vec<String> {
    let pack = desk.tool.pack(pack).expect("a pack");
    desk.tool
        .pack_items(pack)
        .into_iter()
        // The legal basis of a pack takes the place of the one it builds on.
        .filter(|(owner, item)| !item.legal_basis || owner.id == pack.id)
        .map(|(owner, item)| desk.words.at(&format!("packs.{}.items.{}", owner.id, item.id)).to_owned())
        .collect()
}

#[test]
fn a_referral_has_every_item_and_each_note_once() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for tool in tools::all() {
        for case in support::cases(tool) {
            let (desk, mut draft) = filled(tool, &case);
            let asked = tool.law.decide(&draft.answers, &desk.settings).asked;
            let beside_nothing = |note: &tools::Note| match note.place {
                tools::Place::Beside(question) => !asked.contains(&question),
                tools::Place::Record => false,
            };
            for note in tool.notes.iter().filter(|note| beside_nothing(note)) {
                draft.type_note(note.id, "");
            }
            let wanted: BTreeSet<&str> = tool
                .law
                .decide(&draft.answers, &desk.settings)
                .outcomes
                .iter()
                .map(|at| tool.law.outcomes[*at].pack)
                .filter(|pack| !pack.is_empty())
                .collect();
            let report = desk.report(&draft);
            let given: BTreeSet<&str> = report.packs.iter().map(|pack| pack.id).collect();
            assert_eq!(given, wanted, "{}: the referrals", case.id);
            assert_eq!(record::referrals(&desk, &draft, &stamp()).is_some(), !wanted.is_empty(), "{}", case.id);
            for pack in &report.packs {
                *seen.entry(pack.id).or_default() += 1;
                let labels: Vec<&str> = pack.lines.iter().map(|line| line.label.as_str()).collect();
                assert_eq!(labels, items(&desk, pack.id), "{}: the lines of {}", case.id, pack.id);
                let filled: Vec<&String> = pack.lines.iter().flat_map(|line| &line.filled).collect();
                for note in &tool.notes {
                    let times = filled.iter().filter(|text| text.contains(&typed(note.id))).count();
                    let own = tool.pack(pack.id).expect("a pack");
                    let named = tool.pack_items(own).iter().any(|(_, item)| item.notes.contains(&note.id));
                    let expected = usize::from(named && !beside_nothing(note));
                    assert_eq!(times, expected, "{}: {} in {}", case.id, note.id, pack.id);
                }
            }
        }
    }
    let expected: BTreeSet<&str> =
        tools::all().iter().flat_map(|tool| tool.packs.iter().map(|pack| pack.id)).collect();
    assert_eq!(seen.keys().copied().collect::<BTreeSet<_>>(), expected, "no case calls for some referral");
}

#[test]
fn a_referral_as_text_has_every_line_and_says_what_to_fill_in() {
    every_case(|desk, draft, case| {
        let Some(document) = record::referrals(desk, draft, &stamp()) else { return };
        let text = document.to_text();
        for pack in desk.report(draft).packs {
            has(&text, &pack.title.to_uppercase(), "the title of a referral", case);
            for line in pack.lines {
                has(&text, &line.label, "a line of a referral", case);
                line.filled.iter().for_each(|filled| has(&text, filled, "what fills it", case));
                if line.filled.is_empty() {
                    let by_hand = format!("{}: {}", line.label, desk.words.say("pack.by_hand"));
                    has(&text, &by_hand, "a line to fill in", case);
                }
            }
        }
    });
}

#[test]
fn a_note_beside_a_question_that_is_not_asked_is_in_no_referral() {
    for tool in tools::all() {
        let asked_somewhere = |case: &Case| {
            let (desk, draft) = filled(tool, case);
            let asked = tool.law.decide(&draft.answers, &desk.settings).asked;
            for pack in desk.report(&draft).packs {
                let text: Vec<String> = pack.lines.into_iter().flat_map(|line| line.filled).collect();
                for note in &tool.notes {
                    if let tools::Place::Beside(question) = note.place
                        && !asked.contains(&question)
                    {
                        let there = text.iter().any(|text| text.contains(&typed(note.id)));
                        assert!(!there, "{}: {} is in {} and its question is not asked", case.id, note.id, pack.id);
                    }
                }
            }
        };
        support::cases(tool).iter().for_each(asked_somewhere);
    }
}

#[test]
fn the_text_and_the_json_of_a_record_have_the_same_notes() {
    every_case(|desk, draft, case| {
        let text = record::record(desk, draft, &stamp()).to_text();
        let data = record::data(desk, draft, &stamp());
        let notes = data.get("tool").and_then(|tool| tool.get("notes")).expect("notes");
        let in_json: BTreeSet<&str> = keys(notes).into_iter().collect();
        let noted = desk.tool.notes.iter().map(|note| note.id);
        let in_text: BTreeSet<&str> = noted.filter(|id| text.contains(&typed(id))).collect();
        assert_eq!(in_json, in_text, "{}", case.id);
    });
}

#[test]
fn a_file_name_says_the_tool_the_record_and_the_day_and_nothing_else() {
    every_case(|desk, draft, case| {
        let name = record::file_name(desk, draft, &stamp(), "txt");
        let law = &desk.tool.law;
        let day = law.day_asked.and_then(|at| law.question_at(at)).map(|q| draft.answers.ids(q).join(""));
        // Where no day is asked for, it is the day on which the tool is used.
        let today = || desk.settings.today.map(|day| day.to_string());
        let day = if law.day_asked.is_some() { day.filter(|day| !day.is_empty()) } else { today() };
        let day = day.map(|day| format!("-{day}")).unwrap_or_default();
        assert_eq!(name, format!("{}-3F25-04E0{day}.txt", desk.tool.id), "{}", case.id);
    });
}

/// What a person says about having an advocate is agreement only where there is to be one.
#[test]
fn who_wanted_an_advocate_and_gets_none_did_not_agree_to_that() {
    let (mut with, mut without) = (0, 0);
    for case in support::cases(tools::named("advocacy").expect("the tool")) {
        let (desk, draft) = filled(tools::named("advocacy").expect("the tool"), &case);
        let data = record::data(&desk, &draft, &stamp());
        let person = data.get("agreement").and_then(Json::as_list).and_then(<[Json]>::first);
        let said = person.and_then(|person| person.get("agrees")).and_then(Json::as_text);
        let view = desk.tool.law.question("view_on_advocate").map(|view| draft.answers.ids(view).join(" "));
        if view.as_deref() != Some("wants") || person.is_none() {
            continue;
        }
        let needed = ["_required", "refer_now"];
        let outcomes = outcomes(&desk, &draft);
        if outcomes.iter().any(|id| needed.iter().any(|end| id.ends_with(end))) {
            assert_eq!(said, Some("yes"), "{}: {outcomes:?}", case.id);
            with += 1;
        } else {
            assert_eq!(said, Some("not_asked"), "{}: {outcomes:?}", case.id);
            without += 1;
        }
    }
    assert!(with > 3 && without > 3, "{with} with an advocate, {without} without");
}
