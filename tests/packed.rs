//! A tool as data is the tool.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod support;

use care_tools::json::Json;
use care_tools::tools::{self, packed};
use support::{Dice, any_sheet};

#[test]
fn the_ids_are_those_of_the_register() {
    assert_eq!(tools::IDS.to_vec(), tools::all().iter().map(|tool| tool.id).collect::<Vec<_>>());
}

#[test]
fn every_tool_is_read_back_whole() {
    for tool in tools::all() {
        let text = packed::write(tool).write();
        let back = packed::read(&Json::read(&text).expect("JSON")).expect("the tool");
        // Functions have other addresses in print than in fact only across programs; here they are the same.
        assert_eq!(format!("{back:?}"), format!("{tool:?}"), "{}", tool.id);
        assert_eq!(packed::write(back).write(), text, "{}", tool.id);
    }
}

#[test]
fn a_tool_that_was_read_back_decides_the_same() {
    let mut dice = Dice::new(11);
    for tool in tools::all() {
        let back = packed::read(&packed::write(tool)).expect("the tool");
        for _ in 0..300 {
            let sheet = any_sheet(tool, &mut dice);
            let decide = |tool: &tools::Tool| tool.law.decide(&sheet.answers, &sheet.settings);
            assert_eq!(decide(back), decide(tool), "{}", tool.id);
        }
    }
}

#[test]
fn a_file_that_is_not_one_is_refused() {
    let tool = &tools::all()[0];
    let whole = packed::write(tool);
    let pairs = whole.as_object().expect("an object").to_vec();
    let with = |key: &str, value: Json| {
        let changed =
            pairs.iter().map(|(known, old)| (known.clone(), if known == key { value.clone() } else { old.clone() }));
        Json::Object(changed.collect())
    };
    let numbers = whole.get("numbers").and_then(Json::as_list).expect("numbers").to_vec();
    let short = Json::List(numbers[..numbers.len() - 1].to_vec());
    let long = Json::List([numbers.clone(), vec![Json::Whole(1)]].concat());
    for wrong in [
        Json::Null,
        Json::object([]),
        with("format", Json::text("care-tools-law/0")),
        with("texts", Json::List(Vec::new())),
        with("numbers", short),
        with("numbers", long),
    ] {
        assert!(packed::read(&wrong).is_err(), "{}", wrong.write().chars().take(80).collect::<String>());
    }
}
