//! The published schema of a council's settings file says what the reader says.
//!
//! A file that uses everything is changed in every place and in every way; the reader and the schema have to agree
//! about each of them, but for what is listed here.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::json::Json;
use care_tools::locality::{FORMAT, Fault, LONGEST_TEXT, Locality};
use care_tools::locality_schema;
use care_tools::tools::allocation::settings::Config;
use care_tools::tools::{self, Tool};
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What only the reader can know: where the fault is, what it says, and why the schema cannot.
const ONLY_THE_READER: &[(&str, &str, &str)] = &[
    ("words.", "there are no such words", "the catalogue of words lists the paths, and the schema does not"),
    ("words.", "says what the law is", "the same"),
    ("bank_holidays.", "is not a year from", "a key with a number in it"),
    ("bank_holidays.", "is not a date in", "a value against its key"),
    ("allocation.target_days.", "a more urgent band never waits longer", "one number against another"),
    ("allocation.review_days.", "a more urgent band never waits longer", "one number against another"),
    ("allocation.escalate_after_days.", "a more urgent band never waits longer", "one number against another"),
    ("allocation.ageing.", "never downwards", "one band against another"),
    ("allocation.ageing", "b4 reaches b2, so b3 must reach it too", "one entry of a list against another"),
    ("allocation.ageing", "b4 never reaches b2 sooner than b3 does", "one entry of a list against another"),
    ("team_suitability.teams.", "is the id of an earlier team", "one entry of a list against another"),
];

/// What the reader lets through and the schema does not, on purpose: where, what, and why.
fn only_the_schema() -> Vec<(&'static str, Value, &'static str)> {
    let spaces = "the reader takes the spaces around an id away; a list of choices cannot";
    vec![
        ("contacts/0/packs/0", json!(" R1 "), spaces),
        ("bank_holidays/2029/0", json!(" 2029-01-01 "), spaces),
        ("allocation/ageing/0/from", json!(" b3"), spaces),
        ("allocation/registered_roles/social_worker", json!("swe "), spaces),
        ("allocation/functions/dols_bia/approval", json!(" bia"), spaces),
        ("allocation/functions/ot_assessment/approval", json!(" bia"), spaces),
        ("team_suitability/teams/0/kind", json!(" nhs "), spaces),
        ("team_suitability/teams/0/functions/0", json!(" dols_bia "), spaces),
        ("team_suitability/teams/0/person_skills/0", json!(" autism "), spaces),
    ]
}

/// The keywords that the form is made from, with the two of the head.
const KEYWORDS: &[&str] = &[
    "$schema",
    "additionalProperties",
    "default",
    "description",
    "enum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
];

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&locality_schema::schema().write()).expect("the schema is JSON"));
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(&SCHEMA));

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).unwrap_or_else(|fault| panic!("{fault}\nin {schema}"))
}

/// A file that uses everything.
fn rich() -> Value {
    let team = |id: &str, kind: &str| {
        json!({
            "id": id, "name": "A team", "kind": kind, "functions": ["care_act_assessment", "dols_bia"],
            "person_skills": ["autism", "dementia"], "training": ["autism_assessor"], "criteria": "Adults",
            "contact": "01632 960110", "hours": "9 to 5", "request_by": "a letter", "url": "teams.html#one",
        })
    };
    json!({
        "$schema": "locality.schema.json",
        "format": FORMAT,
        "authority": "Example Council",
        "version": "2026-11",
        "words": {
            "advocacy": { "questions.person_role.hint": "Ask the duty desk.", "outcomes.refer_now.timescale": "Today." },
            "allocation": { "questions.function.hint": "Ask." },
            "team_suitability": {},
            "action_planning": {},
            "all": { "say.continue": "Next" },
        },
        "links": { "Safeguarding Adults": "https://example.invalid/safeguarding", "A chapter of ours": "" },
        "contacts": [
            { "name": "Advocacy", "detail": "01632 960100", "link": "tel:01632960100", "packs": ["R1", "R4"] },
            { "name": "Duty desk" },
        ],
        "idle_minutes": 10,
        "drafts": 12,
        "bank_holidays": { "2029": ["2029-01-01", "2029-12-25"], "2030": [] },
        "advocacy": { "imha_opt_out_from": "2027-04-01", "imha_informal_from": null, "lps_from": "" },
        "allocation": {
            "schema": 1,
            "authority": "Example Council",
            "target_days": { "b0": 0, "b1": 3, "b2": 14, "b3": 28, "b4": 56 },
            "review_days": { "b0": 1, "b1": 3, "b2": 7, "b3": 14, "b4": 28 },
            "escalate_after_days": { "b0": 1, "b1": 4, "b2": 28, "b3": 56, "b4": 112 },
            "triage_days": 1,
            "ageing": [
                { "from": "b3", "after_days": 56, "to": "b2" },
                { "from": "b4", "after_days": 84, "to": "b3" },
                { "from": "b4", "after_days": 126, "to": "b2" },
            ],
            "points": { "simple": 1, "standard": 2, "complex": 4 },
            "cowork_points": 1,
            "min_function_level": { "simple": 1, "standard": 1, "complex": 2 },
            "min_stay_days": 28,
            "wait_tolerance_days": 14,
            "workload_warn_percent": 90,
            "registered_roles": { "social_worker": "swe", "nurse": "hcpc" },
            "need_training": { "autism": ["autism_assessor"], "adhd": ["adhd_basic"] },
            "functions": {
                "ot_assessment": {
                    "roles": ["occupational_therapist", "ot_assistant"], "training": ["ours"], "approval": null,
                    "registered": false,
                    "role_limits": {
                        "ot_assistant": { "max_complexity": "simple", "training": ["trusted_assessor"] },
                        "helper": { "max_complexity": "standard", "training": [] },
                    },
                },
                "dols_bia": { "roles": ["nurse"], "approval": "bia" },
                "mha_assessment": { "approval": "amhp", "registered": true },
            },
            "contacts": [{ "action": "act_call_999", "label": "Emergency services", "value": "999", "url": "" }],
            "links": { "safeguarding": "", "amhp": "a.html", "children": "", "advocacy": "", "team_suitability": "" },
        },
        "team_suitability": {
            "schema": 1,
            "authority": "Example Council",
            "teams": [team("one", "our_authority_team"), team("two", "nhs")],
            "escalate_days": 5,
            "reply_working_days": 2,
            "protocols": [{ "label": "Joint working", "url": "joint-work.html" }],
            "links": {
                "safeguarding": "", "advocacy": "", "ordinary_residence": "", "complaints": "", "charging": "",
                "allocation": "a.html#b",
            },
            "emergency": { "label": "Emergency services", "value": "01632 960999" },
        },
        "action_planning": {
            "due_soon_working_days": 3, "overdue_flag_working_days": 4, "silent_days": 10,
            "service_days": ["monday", "sunday"],
        },
    })
}

/// What the reader finds wrong.
fn faults(file: &Value) -> Vec<Fault> {
    Locality::read(&file.to_string()).err().unwrap_or_default()
}

fn schema_takes(file: &Value) -> bool {
    VALIDATOR.is_valid(file)
}

fn why_not(file: &Value) -> String {
    VALIDATOR.iter_errors(file).map(|fault| format!("{}: {fault}\n", fault.instance_path())).collect()
}

/// The rich file with another value at a place; the steps are parted by a slash.
fn with(place: &str, value: Value) -> Value {
    let mut file = rich();
    *file.pointer_mut(&format!("/{place}")).unwrap_or_else(|| panic!("{place} is not in the file")) = value;
    file
}

/// Every place of a value, as a pointer.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(step, value)| places(value, &format!("{at}/{step}"), into));
        }
        Value::Object(pairs) => {
            pairs.iter().for_each(|(step, value)| places(value, &format!("{at}/{step}"), into));
        }
        _ => {}
    }
}

/// What a value is replaced by.
fn others(old: &Value) -> Vec<Value> {
    let mut others = vec![
        json!(null),
        json!(true),
        json!(""),
        json!(" "),
        json!("x"),
        json!(-1),
        json!(1e9),
        json!([]),
        json!({}),
    ];
    others.extend([json!(1.5), json!(["x"]), json!({ "x": "x" })]);
    others.push(json!("x".repeat(LONGEST_TEXT)));
    others.push(json!("x".repeat(LONGEST_TEXT + 1)));
    // Every bound and its neighbours.
    if old.is_number() {
        let near = [0, 3, 15, 60, 100, 168, 365, 1_000, 3_650].into_iter().flat_map(|n| [n - 1, n, n + 1]);
        others.extend(near.map(Value::from));
        others.extend(["off", "end_of_day"].map(Value::from));
    }
    match old {
        Value::Array(list) => {
            for at in 0..list.len() {
                let mut shorter = list.clone();
                let item = shorter.remove(at);
                let mut longer = list.clone();
                longer.push(item);
                others.extend([Value::Array(shorter), Value::Array(longer)]);
            }
        }
        Value::Object(pairs) => {
            for key in pairs.keys() {
                let mut fewer = pairs.clone();
                fewer.remove(key);
                others.push(Value::Object(fewer));
            }
            for value in [json!("x"), json!(1), json!([]), json!({}), json!(null)] {
                let mut more = pairs.clone();
                more.insert("no_such_key".to_owned(), value);
                others.push(Value::Object(more));
            }
        }
        _ => {}
    }
    others
}

/// Changes that only the reader can judge, where no change of a single place makes them.
fn by_hand() -> Vec<Value> {
    let lift = |from: &str, after: i64, to: &str| json!({ "from": from, "after_days": after, "to": to });
    vec![
        with("words/advocacy", json!({ "rules.B4": "Nothing is required." })),
        with("bank_holidays/2029/0", json!("2030-01-01")),
        with("bank_holidays", json!({ "1999": [] })),
        with("bank_holidays", json!({ "2101": [] })),
        with("allocation/ageing", json!([lift("b3", 9, "b3")])),
        with("allocation/ageing", json!([lift("b4", 9, "b2")])),
        with("allocation/ageing", json!([lift("b3", 9, "b2"), lift("b4", 8, "b2")])),
        with("allocation/ageing/0/from", json!("b1")),
        with("allocation/ageing/0/to", json!("b1")),
        with("allocation/ageing/0/to", json!("b4")),
        with("allocation/functions/dols_bia/approval", json!("amhp")),
        with("allocation/functions/mha_assessment/approval", json!("bia")),
        with("allocation/functions/ot_assessment/approval", json!("amhp")),
        with("allocation/functions", json!({ "unknown": {} })),
        with("allocation/functions/ot_assessment/role_limits/helper/max_complexity", json!("complex")),
        with("team_suitability/teams/0/kind", json!("none_found")),
    ]
}

#[test]
fn the_rich_file_uses_every_key_of_the_schema() {
    assert_eq!(faults(&rich()), []);
    assert!(schema_takes(&rich()), "{}", why_not(&rich()));
    let mut missing = Vec::new();
    unused(&SCHEMA, &rich(), "", &mut missing);
    assert_eq!(missing, Vec::<String>::new());
}

/// Keys of closed objects that the file does not have anywhere at their place.
fn unused(schema: &Value, file: &Value, at: &str, missing: &mut Vec<String>) {
    let closed = schema["additionalProperties"] == json!(false);
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        match file.get(key) {
            Some(value) => unused(inner, value, &format!("{at}/{key}"), missing),
            // One kind of work is like another, and so is one contact or team.
            None if closed && !at.starts_with("/allocation/functions") && at != "/contacts" => {
                missing.push(format!("{at}/{key}"));
            }
            None => {}
        }
    }
    for item in file.as_array().into_iter().flatten() {
        unused(&schema["items"], item, at, missing);
    }
}

#[test]
fn good_files_are_taken() {
    let read = |name: &str| -> Value {
        let path = format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).expect("the file")).expect("JSON")
    };
    let part = |tool: &str, part: Value| json!({ "format": FORMAT, "authority": "A", "version": "1", tool: part });
    let mut files = vec![
        read("locality.json"),
        read("locality-drafts.json"),
        read("councils/borough.json"),
        read("councils/county.json"),
        read("councils/unitary.json"),
        json!({ "format": FORMAT, "authority": "A", "version": "1" }),
        json!({
            "format": FORMAT, "authority": "Example Council", "version": "2026-11",
            "words": {
                "advocacy": {
                    "questions.person_role.hint": "Ask the duty desk.", "outcomes.refer_now.timescale": "Today.",
                },
                "all": { "say.continue": "Next" },
            },
            "links": { "Safeguarding Adults": "https://example.invalid/safeguarding", "Reviews": "reviews.html#top" },
            "contacts": [
                { "name": "Example Advocacy", "detail": "01632 960100", "link": "tel:01632960100", "packs": ["R1"] },
                { "name": "Duty desk", "link": "mailto:duty@example.invalid" },
            ],
            "advocacy": { "imha_opt_out_from": "2027-04-01", "imha_informal_from": null, "lps_from": "" },
            "idle_minutes": 10,
        }),
        part("allocation", json!({})),
        part(
            "allocation",
            json!({ "functions": { "dols_bia": { "roles": ["nurse"] } }, "target_days": { "b1": 2 }, "ageing": [] }),
        ),
        part("allocation", json!({ "need_training": { "adhd": ["adhd_basic"] } })),
        part("team_suitability", json!({ "escalate_days": 10 })),
        part("action_planning", json!({ "due_soon_working_days": 3, "service_days": ["monday", "sunday"] })),
    ];
    files.extend(["off", "end_of_day"].map(|drafts| with("drafts", json!(drafts))));
    for file in files {
        assert_eq!(faults(&file), [], "{file}");
        assert!(schema_takes(&file), "{}in {file}", why_not(&file));
    }
}

/// Every change of the rich file with what the reader finds wrong.
static CHANGES: LazyLock<Vec<(Value, Vec<Fault>)>> = LazyLock::new(|| {
    let mut every = Vec::new();
    places(&rich(), "", &mut every);
    let changed = every.iter().flat_map(|place| {
        let old = rich().pointer(place).cloned().expect("a place");
        others(&old).into_iter().map(move |value| {
            let mut file = rich();
            *file.pointer_mut(place).expect("a place") = value;
            file
        })
    });
    let judged = |file: Value| {
        let faults = faults(&file);
        (file, faults)
    };
    changed.chain(by_hand()).map(judged).collect()
});

/// Where reader and schema differ, and which of the exceptions were needed.
fn differences(validator: &Validator) -> (BTreeSet<String>, BTreeSet<usize>) {
    let known = |fault: &Fault| {
        let is = |(at, what, _): &(&str, &str, &str)| fault.at.starts_with(at) && fault.what.contains(what);
        ONLY_THE_READER.iter().position(is)
    };
    let (mut apart, mut used) = (BTreeSet::new(), BTreeSet::new());
    for (file, faults) in CHANGES.iter() {
        match (faults.is_empty(), validator.is_valid(file)) {
            (true, true) | (false, false) => {}
            (true, false) => {
                let faults = validator.iter_errors(file);
                apart.extend(faults.map(|fault| format!("only the schema: {}: {fault}", fault.instance_path())));
            }
            (false, true) => {
                used.extend(faults.iter().filter_map(known));
                let strange = faults.iter().filter(|fault| known(fault).is_none());
                apart.extend(strange.map(|fault| format!("only the reader: {fault}")));
            }
        }
    }
    (apart, used)
}

#[test]
fn the_reader_and_the_schema_agree_about_every_change() {
    let (apart, used) = differences(&VALIDATOR);
    assert!(apart.is_empty(), "{apart:#?}");
    assert!(CHANGES.len() > 3_000, "{} changes", CHANGES.len());
    let idle: Vec<_> = ONLY_THE_READER.iter().enumerate().filter(|(at, _)| !used.contains(at)).collect();
    assert!(idle.is_empty(), "exceptions that nothing needs: {idle:#?}");
}

#[test]
fn a_planted_wrong_schema_is_caught() {
    let teams = "/properties/team_suitability/properties/teams";
    let allocation = "/properties/allocation/properties";
    for (place, key, value) in [
        (String::new(), "required", json!(["format"])),
        ("/properties/idle_minutes".to_owned(), "maximum", json!(16)),
        ("/properties/drafts/oneOf/1".to_owned(), "minimum", json!(2)),
        ("/properties/contacts/items".to_owned(), "additionalProperties", json!(true)),
        ("/properties/links/additionalProperties".to_owned(), "maxLength", json!(2_001)),
        ("/properties/advocacy/properties/lps_from".to_owned(), "type", json!("string")),
        (format!("{allocation}/functions/properties/dols_bia/properties/approval"), "enum", json!(["amhp", "bia"])),
        (format!("{allocation}/points/properties/complex"), "maximum", json!(999)),
        (format!("{teams}/items"), "required", json!(["id", "name"])),
        (format!("{teams}/items/properties/kind"), "enum", json!(["our_authority_team", "nhs", "none_found"])),
        (teams.to_owned(), "minItems", json!(0)),
        ("/properties/action_planning/properties/silent_days".to_owned(), "maximum", json!(61)),
    ] {
        let mut schema = SCHEMA.clone();
        let shape = schema.pointer_mut(&place).unwrap_or_else(|| panic!("{place} is not in the schema"));
        assert_ne!(shape[key], value, "{place}: {key}");
        shape[key] = value;
        assert!(!differences(&validator(&schema)).0.is_empty(), "{place}: {key}");
    }
}

#[test]
fn where_the_schema_is_narrower_it_is_so_on_purpose() {
    for (place, value, why) in only_the_schema() {
        let file = with(place, value);
        assert_eq!(faults(&file), [], "{place} ({why})");
        assert!(!schema_takes(&file), "{place} ({why})");
    }
}

/// Neither is a matter of the values in a file, so no schema can say it.
#[test]
fn two_faults_are_of_how_a_file_is_written() {
    let text = rich().to_string();
    let twice = text.replacen('{', "{\"authority\":\"Another\",", 1);
    let point = text.replacen("\"idle_minutes\":10", "\"idle_minutes\":10.0", 1);
    for text in [twice, point] {
        assert!(Locality::read(&text).is_err());
        assert!(schema_takes(&serde_json::from_str(&text).expect("JSON")));
    }
}

#[test]
fn addresses_and_days_are_the_same_to_both() {
    let pieces = [
        "",
        "https://",
        "http://",
        "HTTP://",
        "mailto:",
        "tel:",
        "javascript:",
        "/",
        "//",
        "?",
        "#",
        ":",
        "a",
        "é",
        " ",
        "\t",
        "\\",
        "\"",
        "<",
        "\u{7}",
    ];
    let small = |links: &str| json!({ "format": FORMAT, "authority": "A", "version": "1", "links": { "x": links } });
    for one in pieces {
        for two in pieces {
            for three in pieces {
                let file = small(&format!("{one}{two}{three}"));
                assert_eq!(faults(&file).is_empty(), schema_takes(&file), "{file}");
            }
        }
    }
    let day =
        |day: &str| json!({ "format": FORMAT, "authority": "A", "version": "1", "advocacy": { "lps_from": day } });
    for year in [0, 1900, 2000, 2023, 2024, 2100, 2400, 9999] {
        for month in 0..=13 {
            for date in 0..=32 {
                let file = day(&format!("{year:04}-{month:02}-{date:02}"));
                assert_eq!(faults(&file).is_empty(), schema_takes(&file), "{file}");
            }
        }
    }
    for wrong in ["2027-4-1", "2027-04-01 ", "1 April 2027", "20270401", "+2027-04-01"] {
        assert!(!faults(&day(wrong)).is_empty() && !schema_takes(&day(wrong)), "{wrong}");
    }
}

/// Every shape in the schema with its place.
fn shapes<'a>(schema: &'a Value, at: &str, into: &mut Vec<(String, &'a Map<String, Value>)>) {
    let Some(shape) = schema.as_object() else { return };
    into.push((at.to_owned(), shape));
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        shapes(inner, &format!("{at}/{key}"), into);
    }
    shapes(&schema["items"], &format!("{at}/#"), into);
    shapes(&schema["additionalProperties"], &format!("{at}/*"), into);
    for inner in schema["oneOf"].as_array().into_iter().flatten() {
        shapes(inner, &format!("{at}/|"), into);
    }
}

#[test]
fn every_part_has_a_title_and_says_what_it_does() {
    let mut every = Vec::new();
    shapes(&SCHEMA, "", &mut every);
    assert!(every.len() > 200, "{}", every.len());
    for (at, shape) in every {
        for key in ["title", "description"] {
            let text = shape.get(key).and_then(Value::as_str).unwrap_or_default();
            assert!(!text.trim().is_empty(), "{at} has no {key}");
            assert!(
                !text.contains("  ") && !text.contains(": ;") && !text.contains("..") && !text.contains(": ."),
                "{at}: {text}"
            );
        }
        let description = shape["description"].as_str().unwrap_or_default();
        assert!(description.ends_with('.'), "{at}: {description}");
        let strange: Vec<_> = shape.keys().filter(|key| !KEYWORDS.contains(&key.as_str())).collect();
        assert!(strange.is_empty(), "{at}: {strange:?}");
        if let Some(default) = shape.get("default") {
            let own = validator(&Value::Object(shape.clone()));
            assert!(own.is_valid(default), "{at}: the default {default} is not one that may be given");
        }
    }
}

/// The defaults below a closed object, as somebody would write them.
fn defaults(schema: &Value) -> Option<Value> {
    if let Some(default) = schema.get("default") {
        return Some(default.clone());
    }
    let closed = schema["additionalProperties"] == json!(false);
    let properties = schema["properties"].as_object().filter(|_| closed)?;
    let given = properties.iter().filter_map(|(key, inner)| Some((key.clone(), defaults(inner)?)));
    Some(Value::Object(given.collect()))
}

#[test]
fn a_file_with_every_default_written_out_changes_nothing() {
    let mut file = defaults(&SCHEMA).expect("defaults");
    for (key, value) in [("format", FORMAT), ("authority", "A"), ("version", "1")] {
        file[key] = json!(value);
    }
    assert!(schema_takes(&file), "{}", why_not(&file));
    let written = Locality::read(&file.to_string()).expect("a good file");
    for tool in tools::all() {
        assert_eq!(written.settings(tool), Locality::default().settings(tool), "{}", tool.id);
    }
    assert_eq!((written.idle_minutes, written.draft_hours), (Some(15), None));
    let part = Json::read(&file["allocation"].to_string()).expect("JSON");
    let (mut read, mut shipped) = (Config::read(&part).expect("sound"), Config::default());
    read.functions.sort_by(|a, b| a.0.cmp(&b.0));
    shipped.functions.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(read, shipped);
}

#[test]
fn every_tool_has_its_part() {
    let something =
        |tool: &Tool| SCHEMA["properties"][tool.id]["properties"].as_object().is_some_and(|it| !it.is_empty());
    for tool in tools::all() {
        assert!(something(tool) || (tool.reads_settings.is_none() && tool.law.settings.is_empty()), "{}", tool.id);
        let words = &SCHEMA["properties"]["words"]["properties"][tool.id];
        assert!(words.is_object(), "{} has no words", tool.id);
    }
}
