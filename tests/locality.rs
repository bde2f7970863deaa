//! What an authority supplies: taken whole where it is right, and not at all where anything is wrong.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::{Given, Settings};
use care_tools::locality::{FORMAT, LONGEST_TEXT, Locality};
use care_tools::sheet::{Desk, Draft};
use care_tools::tools::{self, Tool};
use care_tools::words::Words;
use proptest::prelude::*;
use serde_json::{Value, json};

fn tool() -> &'static Tool {
    tools::named("advocacy").expect("the advocacy tool")
}

fn words() -> Words {
    tools::words(tool().id).expect("words")
}

/// A file with nothing wrong in it.
fn good() -> Value {
    json!({
        "format": FORMAT,
        "authority": "Example Council",
        "version": "2026-11",
        "words": {
            "advocacy": { "questions.person_role.hint": "Ask the duty desk.", "outcomes.refer_now.timescale": "Today." },
            "all": { "say.continue": "Next" },
        },
        "links": { "Safeguarding Adults": "https://example.invalid/safeguarding", "Reviews": "reviews.html#top" },
        "contacts": [
            { "name": "Example Advocacy", "detail": "01632 960100", "link": "tel:01632960100", "packs": ["R1", "R4"] },
            { "name": "Duty desk", "link": "mailto:duty@example.invalid" },
        ],
        "advocacy": { "imha_opt_out_from": "2027-04-01", "imha_informal_from": null, "lps_from": "" },
        "idle_minutes": 10,
    })
}

/// The good file with something else at a place; the steps of a place are parted by a slash.
fn with(place: &str, value: Value) -> String {
    let mut file = good();
    let mut at = &mut file;
    let steps: Vec<&str> = place.split('/').collect();
    for step in &steps {
        at = match at {
            Value::Array(list) => list.get_mut(step.parse::<usize>().expect("a number")).expect("an entry"),
            other => &mut other[*step],
        };
    }
    *at = value;
    file.to_string()
}

/// The faults of a file as a reader sees them; and a faulty file changes nothing.
fn check(text: &str, expected: &[&str]) {
    let shown = match Locality::read(text).and_then(|read| read.against(&words())) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
    };
    assert_eq!(shown.len(), expected.len(), "{shown:#?}\nin {text}");
    for (fault, start) in shown.iter().zip(expected) {
        assert!(fault.starts_with(start), "`{fault}` does not begin `{start}`");
        assert!(!fault.ends_with('.'), "`{fault}` ends with a full stop");
    }
}

#[test]
fn a_good_file_is_taken_whole() {
    check(&good().to_string(), &[]);
    let locality = Locality::read(&good().to_string()).expect("a good file");
    assert_eq!((locality.authority.as_str(), locality.version.as_str()), ("Example Council", "2026-11"));
    assert_eq!(locality.link("Safeguarding Adults"), Some("https://example.invalid/safeguarding"));
    assert_eq!(locality.link("No such chapter"), None);
    assert_eq!(locality.idle_minutes, Some(10));
    assert_eq!(locality.contacts.len(), 2);
    assert_eq!(locality.contacts[0].packs, ["R1", "R4"]);
    let set = locality.settings(tool()).days;
    assert_eq!(set, vec![care_tools::engine::dates::from_iso("2027-04-01"), None, None]);
}

#[test]
fn the_example_file_is_good() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/locality.json")).expect("the example");
    check(&text, &[]);
    let locality = Locality::read(&text).expect("a good file");
    let packs: Vec<&str> = tool().packs.iter().map(|pack| pack.id).collect();
    let taken = |pack: &str| locality.contacts.iter().any(|contact| contact.packs.iter().any(|id| id == pack));
    assert!(packs.iter().all(|pack| taken(pack)), "a referral has no contact in the example");
}

#[test]
fn the_smallest_file_is_good() {
    check(&json!({ "format": FORMAT, "authority": "A", "version": "1" }).to_string(), &[]);
}

#[test]
fn every_fault_has_its_place() {
    let long = "x".repeat(LONGEST_TEXT + 1);
    let rows: Vec<(String, Vec<&str>)> = vec![
        (String::new(), vec![""]),
        ("{".into(), vec![""]),
        ("[]".into(), vec!["the file is a list"]),
        ("null".into(), vec!["the file is nothing"]),
        ("{}".into(), vec!["`format`: is missing", "`authority`: is missing", "`version`: is missing"]),
        (with("format", json!("care-tools-locality/2")), vec!["`format`: should be"]),
        (with("format", json!(1)), vec!["`format`: should be"]),
        (with("authority", json!(5)), vec!["`authority`: is a number"]),
        (with("authority", json!(long)), vec!["`authority`: is longer than"]),
        (with("version", json!(["1"])), vec!["`version`: is a list"]),
        (with("colour", json!("red")), vec!["`colour`: is not a key"]),
        (with("team_planning", json!({})), vec!["`team_planning`: is not a key"]),
        (with("words", json!("x")), vec!["`words`: is a text"]),
        (with("words/nobody", json!({})), vec!["`words.nobody`: is neither"]),
        (with("words/advocacy", json!([])), vec!["`words.advocacy`: is a list"]),
        (
            with("words/advocacy", json!({ "questions.nothing.hint": "x" })),
            vec!["`words.advocacy.questions.nothing.hint`: there are no such words"],
        ),
        (
            with("words/advocacy", json!({ "questions.person_role.hint": "  " })),
            vec!["`words.advocacy.questions.person_role.hint`: is empty"],
        ),
        (with("links", json!([])), vec!["`links`: is a list"]),
        (with("links/Reviews", json!("javascript:alert(1)")), vec!["`links.Reviews`: `javascript:alert(1)` is not"]),
        (with("links/Reviews", json!("JavaScript:alert(1)")), vec!["`links.Reviews`: `JavaScript:alert(1)` is not"]),
        (with("links/Reviews", json!("data:text/html,x")), vec!["`links.Reviews`: `data:text/html,x` is not"]),
        (with("links/Reviews", json!("vbscript:x")), vec!["`links.Reviews`: `vbscript:x` is not"]),
        (with("links/Reviews", json!("//example.invalid/x")), vec!["`links.Reviews`: `//example.invalid/x` is not"]),
        (with("links/Reviews", json!("a b.html")), vec!["`links.Reviews`: `a b.html` is not"]),
        (with("links/Reviews", json!("x\" onclick=\"y")), vec!["`links.Reviews`: "]),
        (with("links/Reviews", json!(null)), vec!["`links.Reviews`: is nothing"]),
        (with("contacts", json!({})), vec!["`contacts`: is an object"]),
        (with("contacts/1", json!("x")), vec!["`contacts.2`: is a text", "`contacts.2.name`: is missing"]),
        (with("contacts/1/name", json!("")), vec!["`contacts.2.name`: is missing"]),
        (with("contacts/1/telephone", json!("1")), vec!["`contacts.2.telephone`: is not a key of a contact"]),
        (with("contacts/1/link", json!("javascript:1")), vec!["`contacts.2.link`: `javascript:1` is not"]),
        (with("contacts/0/packs", json!(["R9"])), vec!["`contacts.1.packs`: there is no referral pack `R9`"]),
        (with("contacts/0/packs", json!("R1")), vec!["`contacts.1.packs`: is a text"]),
        (with("advocacy", json!([])), vec!["`advocacy`: is a list"]),
        (with("advocacy/lps_from", json!("1 April 2027")), vec!["`advocacy.lps_from`: `1 April 2027`"]),
        (with("advocacy/lps_from", json!("2027-02-29")), vec!["`advocacy.lps_from`: `2027-02-29`"]),
        (with("advocacy/lps_from", json!(2027)), vec!["`advocacy.lps_from`: `lps_from` is a number"]),
        (with("advocacy/lps_until", json!("2027-04-01")), vec!["`advocacy.lps_until`: there is no setting"]),
        (with("idle_minutes", json!(2)), vec!["`idle_minutes`: should be"]),
        (with("idle_minutes", json!(16)), vec!["`idle_minutes`: should be"]),
        (with("idle_minutes", json!(5.5)), vec!["`idle_minutes`: should be"]),
        (with("idle_minutes", json!("10")), vec!["`idle_minutes`: should be"]),
    ];
    for (text, expected) in rows {
        check(&text, &expected);
    }
}

#[test]
fn words_of_the_wrong_kind_or_too_long_are_one_fault_each() {
    let place = "`words.advocacy.questions.person_role.hint`";
    let hint = |value: Value| with("words/advocacy", json!({ "questions.person_role.hint": value }));
    check(&hint(json!(1)), &[&format!("{place}: is a number")]);
    check(&hint(json!("x".repeat(LONGEST_TEXT + 1))), &[&format!("{place}: is longer than")]);
}

#[test]
fn what_the_law_says_is_not_open_to_an_authority() {
    let closed = [
        "outcomes.refer_now.heading",
        "outcomes.refer_now.explanation",
        "warnings.w_shortage.text",
        "rules.B4",
        "tables.difficulty.subject",
        "tables.difficulty.findings.yes",
        "settings.lps_from",
        "probes.four_areas",
    ];
    for path in closed {
        let place = format!("`words.advocacy.{path}`: says what the law is");
        check(&with("words/advocacy", json!({ path: "Nothing is required." })), &[&place]);
    }
    for path in ["outcomes.refer_now.timescale", "outcomes.refer_now.who", "questions.person_role.question"] {
        check(&with("words/advocacy", json!({ path: "Ours." })), &[]);
    }
    let words = words();
    let lists: Vec<&str> =
        words.paths().filter(|path| path.contains(".must.") || path.contains(".may_not.")).collect();
    assert!(!lists.is_empty());
    for path in lists {
        let text = with("words/advocacy", json!({ path: "Nothing." }));
        assert!(Locality::read(&text).is_err(), "an authority may change {path}");
    }
}

#[test]
fn a_key_that_is_there_twice_is_refused() {
    let twice = good().to_string().replacen('{', "{\"authority\":\"Another\",", 1);
    check(&twice, &["the key `authority` is there twice"]);
    let inside = good().to_string().replacen("\"Reviews\"", "\"Safeguarding Adults\"", 1);
    check(&inside, &["the key `Safeguarding Adults` is there twice"]);
}

#[test]
fn every_fault_of_a_file_is_listed_at_once() {
    let mut file = good();
    file["colour"] = json!("red");
    file["links"]["Reviews"] = json!("javascript:alert(1)");
    file["contacts"][0]["packs"] = json!(["R8", "R9"]);
    file["advocacy"]["lps_from"] = json!("soon");
    file["idle_minutes"] = json!(0);
    let faults = Locality::read(&file.to_string()).expect_err("faults");
    let mut places: Vec<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
    places.sort_unstable();
    let expected =
        ["advocacy.lps_from", "colour", "contacts.1.packs", "contacts.1.packs", "idle_minutes", "links.Reviews"];
    assert_eq!(places, expected);
}

#[test]
fn a_text_longer_than_we_read_is_refused() {
    let text = format!("{{\"authority\": \"{}\"}}", "x".repeat(care_tools::json::LONGEST));
    check(&text, &["the text is longer than"]);
}

#[test]
fn a_faulty_file_changes_nothing() {
    // Everything is good but for one date; and still nothing of it is used.
    let text = with("advocacy/lps_from", json!("soon"));
    let read = Locality::read(&text).unwrap_or_default();
    let desk = Desk::new(tool(), words(), read);
    let plain = Desk::new(tool(), words(), Locality::default());
    assert_eq!((&desk.words, &desk.locality, &desk.settings), (&plain.words, &plain.locality, &plain.settings));
    assert_eq!(desk.words, words());
}

#[test]
fn words_are_put_in_place_by_their_ids() {
    let locality = Locality::read(&good().to_string()).expect("a good file");
    let desk = Desk::new(tool(), words(), locality);
    assert_eq!(desk.words.at("questions.person_role.hint"), "Ask the duty desk.");
    assert_eq!(desk.words.at("outcomes.refer_now.timescale"), "Today.");
    assert_eq!(desk.words.say("continue"), "Next");
    let own = ["questions.person_role.hint", "outcomes.refer_now.timescale", "say.continue"];
    let shipped = words();
    for path in shipped.paths().filter(|path| !own.contains(path)) {
        assert_eq!(desk.words.at(path), shipped.at(path), "{path}");
    }
    let draft = Draft::default();
    let section = desk.section(&draft, 0).expect("a section");
    let question = section.questions.iter().find(|question| question.id == "person_role").expect("the question");
    assert_eq!(question.hint, "Ask the duty desk.");
}

#[test]
fn words_of_the_screen_that_do_not_exist_are_a_fault() {
    check(
        &with("words/all", json!({ "say.no_such_phrase": "x" })),
        &["`words.all.say.no_such_phrase`: there are no such words"],
    );
}

#[test]
fn contacts_reach_the_referrals_they_take() {
    let locality = Locality::read(&good().to_string()).expect("a good file");
    let desk = Desk::new(tool(), words(), locality);
    let mut draft = Draft::default();
    for (id, said) in [
        ("person_role", "adult"),
        ("processes", "needs_assessment"),
        ("difficulty_retain", "substantial"),
        ("ap_candidate", "no"),
        ("mha_status", "detained"),
    ] {
        draft.answers.read(&tool().law, id, &[said]).expect("an answer");
    }
    let report = desk.report(&draft);
    let packs: Vec<&str> = report.packs.iter().map(|pack| pack.id).collect();
    assert_eq!(packs, ["R1", "R4"]);
    for pack in report.packs {
        let names: Vec<&str> = pack.contacts.iter().map(|contact| contact.name.as_str()).collect();
        assert_eq!(names, ["Example Advocacy"]);
    }
}

#[test]
fn dates_reach_the_decision() {
    let locality = Locality::read(&good().to_string()).expect("a good file");
    let desk = Desk::new(tool(), words(), locality);
    let law = &tool().law;
    let outcome = law.outcomes.iter().position(|outcome| outcome.id == "imha_automatic_referral").expect("it");
    let mut draft = Draft::default();
    draft.answers.read(law, "mha_status", &["detained"]).expect("an answer");
    let question = law.question("decision_date").expect("a question");
    for (day, given) in [("2027-03-31", false), ("2027-04-01", true), ("2027-04-02", true)] {
        let day = care_tools::engine::dates::from_iso(day).expect("a day");
        draft.give(question, Given::Day(day));
        let with = law.decide(&draft.answers, &desk.settings);
        assert_eq!(with.outcomes.contains(&outcome), given, "{day}");
        let without = law.decide(&draft.answers, &Settings::default());
        assert!(!without.outcomes.contains(&outcome), "{day}");
    }
    let record = care_tools::record::record(&desk, &draft, &Default::default()).to_text();
    assert!(record.contains("1 April 2027 (2027-04-01)"), "the record does not show the date used");
    assert!(record.contains("Example Council, 2026-11"), "the record does not show whose settings were used");
}

/// Any JSON, now and then with the keys of a locality file.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        proptest::sample::select(vec!["2027-04-01", "R1", FORMAT, "tel:1", "javascript:1"]).prop_map(Value::from),
    ];
    let keys = [
        "format",
        "authority",
        "version",
        "words",
        "links",
        "contacts",
        "advocacy",
        "idle_minutes",
        "all",
        "name",
        "packs",
        "link",
        "lps_from",
        "say.continue",
        "questions.person_role.hint",
    ];
    let key = prop_oneof![proptest::sample::select(keys.to_vec()).prop_map(str::to_owned), any::<String>()];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((key.clone(), inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// Reading never fails otherwise than with a list, and what was read can be used.
fn read_and_use(text: &str) {
    match Locality::read(text) {
        Ok(locality) => {
            let desk = Desk::new(tool(), Words::default(), locality);
            let _ = desk.report(&Draft::default());
        }
        Err(faults) => assert!(!faults.is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read_without_a_crash(text in any::<String>()) {
        read_and_use(&text);
    }

    #[test]
    fn any_json_can_be_read_without_a_crash(json in any_json()) {
        read_and_use(&json.to_string());
    }

    #[test]
    fn a_good_file_with_any_json_in_one_place_can_be_read_without_a_crash(
        json in any_json(),
        key in proptest::sample::select(vec!["words", "links", "contacts", "advocacy", "idle_minutes", "authority"]),
    ) {
        read_and_use(&with(key, json));
    }
}
