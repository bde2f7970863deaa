//! The rooms of the source, and which way their imports go.
//!
//! A room may use itself and every room to its left:
//!
//! `engine, json, words ← tools ← cases, locality ← sheet ← record ← ui ← lists, plans, supervision, council ← pages, edge ← lib`
//!
//! Only `edge` knows the browser, only the screen and the pages know Yew, and
//! nothing left of `edge` has a clock, dice or a drawer to keep things in.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may use besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("engine", &[]),
    ("json", &[]),
    ("words", &["json"]),
    ("tools", &["engine", "json", "words"]),
    ("cases", &["engine", "json", "words", "tools"]),
    ("locality", &["engine", "json", "words", "tools", "cases"]),
    ("locality_schema", &["engine", "json", "words", "tools", "cases", "locality"]),
    ("sheet", &["engine", "json", "words", "tools", "cases", "locality"]),
    ("record", &["engine", "json", "words", "tools", "cases", "locality", "sheet"]),
    ("ui", &["engine", "json", "words", "tools", "cases", "locality", "sheet", "record"]),
    ("lists", &["engine", "json", "words", "tools", "cases", "locality", "sheet", "record", "ui"]),
    ("plans", &["engine", "json", "words", "tools", "cases", "locality", "sheet", "record", "ui"]),
    ("supervision", &["engine", "json", "words", "tools", "cases", "locality", "sheet", "record", "ui"]),
    ("council", &["engine", "json", "words", "tools", "cases", "locality", "sheet", "record"]),
    ("pages", &["engine", "json", "words", "tools", "cases", "locality", "sheet", "record", "ui", "plans"]),
    (
        "edge",
        &[
            "engine",
            "json",
            "words",
            "tools",
            "cases",
            "locality",
            "sheet",
            "record",
            "ui",
            "lists",
            "plans",
            "supervision",
            "council",
        ],
    ),
    (
        "lib",
        &[
            "engine",
            "json",
            "words",
            "tools",
            "cases",
            "locality",
            "sheet",
            "record",
            "ui",
            "lists",
            "plans",
            "supervision",
            "council",
            "pages",
            "edge",
        ],
    ),
];

/// Macros, which stand at the root of the crate wherever they are written.
const MACROS: &[(&str, &str)] = &[
    ("choices", "engine"),
    ("numbered", "engine"),
    ("outcomes", "engine"),
    ("packed", "engine"),
    ("packed_plain", "engine"),
];

/// Crates that reach the browser, and who may use them.
const BROWSER: &[&str] = &["web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures"];

/// Crates and modules that only some rooms may use.
const KEPT: &[(&str, &[&str])] = &[
    ("yew", &["ui", "lists", "plans", "supervision", "pages", "edge"]),
    ("serde", &["json"]),
    ("serde_json", &["json"]),
    ("futures", &["pages"]),
];

/// A clock, dice, or somewhere to keep things.
const OUTSIDE: &[&str] = &[
    "SystemTime",
    "Instant",
    "Utc",
    "Local",
    "rand",
    "getrandom",
    "Storage",
    "LocalStorage",
    "SessionStorage",
    "local_storage",
    "session_storage",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time",
];

/// Input types of the browser that the screen may name, beside every type that ends in `Event`.
const INPUTS: &[&str] = &["HtmlInputElement", "HtmlTextAreaElement", "HtmlSelectElement", "HtmlButtonElement"];

/// Every wrong import of one file, in a sentence each.
fn check(path: &str, text: &str) -> Vec<String> {
    let code = code_only(text);
    let place = module(path);
    let room = place.first().cloned().unwrap_or_else(|| "lib".to_owned());
    let Some((_, may_use)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{path}: there is no room `{room}`; give it a place in the order of rooms")];
    };
    let mut faults = Vec::new();
    for found in paths(&code) {
        let steps = absolute(&place, &found);
        let whole = steps.join("::");
        let first = steps.first().map_or("", String::as_str);
        if first == "crate" {
            let next = steps.get(1).map_or("", String::as_str);
            let is_macro = MACROS.iter().find(|(name, _)| *name == next).map(|(_, home)| *home);
            let target = is_macro.unwrap_or(next);
            let known = ROOMS.iter().any(|(name, _)| *name == target);
            if known && target != room && !may_use.contains(&target) {
                faults.push(format!("{path}: `{room}` may not use `{whole}`"));
            } else if !known && found.starts_with(&["crate".to_owned()]) {
                faults.push(format!("{path}: `{whole}` is in no known room"));
            }
        } else if BROWSER.iter().any(|name| first == *name || first.starts_with("gloo")) && room != "edge" {
            let last = steps.last().map_or("", String::as_str);
            let named_only = first == "web_sys" && (INPUTS.contains(&last) || last.ends_with("Event"));
            if !["ui", "lists", "plans", "supervision"].contains(&room.as_str()) || !named_only {
                faults.push(format!("{path}: `{whole}` belongs to `edge`"));
            }
        } else if let Some((name, homes)) = KEPT.iter().find(|(name, _)| *name == first)
            && !homes.contains(&room.as_str())
        {
            faults.push(format!("{path}: `{name}` belongs to {homes:?}"));
        }
    }
    if room != "edge" {
        let words = names(&code);
        let joined: BTreeSet<String> = paths(&code).into_iter().flat_map(|p| starts(&p)).collect();
        for outside in OUTSIDE {
            if words.contains(*outside) || joined.contains(*outside) {
                faults.push(format!("{path}: `{outside}` is outside the core"));
            }
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

/// The module a file is, in steps from the root: `src/ui/parts/mark.rs` is `ui`, `parts`, `mark`.
fn module(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut steps: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if steps.last().is_some_and(|last| last == "mod" || last == "lib") {
        steps.pop();
    }
    steps
}

/// A path from the root, where it begins with `self` or `super`.
fn absolute(place: &[String], path: &[String]) -> Vec<String> {
    let mut at: Vec<String> = place.to_vec();
    let mut rest = path;
    if !matches!(rest.first().map(String::as_str), Some("self" | "super")) {
        return path.to_vec();
    }
    while let Some((first, more)) = rest.split_first() {
        match first.as_str() {
            "self" => {}
            "super" => {
                at.pop();
            }
            _ => break,
        }
        rest = more;
    }
    let mut whole = vec!["crate".to_owned()];
    whole.extend(at);
    whole.extend(rest.iter().cloned());
    whole
}

/// The first one, two, … steps of a path, each joined.
fn starts(path: &[String]) -> Vec<String> {
    (1..=path.len()).map(|end| path[..end].join("::")).collect()
}

/// The code without comments, strings and letters in quotes.
fn code_only(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or('\0');
    let mut code = String::new();
    let mut i = 0;
    while i < letters.len() {
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < letters.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                while i < letters.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    i += 1;
                }
                i += 2;
            }
            'r' if (at(i + 1) == '"' || at(i + 1) == '#') && !is_name(at(i.wrapping_sub(1))) => {
                let hashes = (1..).take_while(|n| at(i + n) == '#').count();
                if at(i + hashes + 1) == '"' {
                    i += hashes + 2;
                    let closes = |i: usize| at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#');
                    while i < letters.len() && !closes(i) {
                        i += 1;
                    }
                    i += hashes + 1;
                    code.push_str("\"\"");
                } else {
                    code.push('r');
                    i += 1;
                }
            }
            '"' => {
                i += 1;
                while i < letters.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                i += 1;
                code.push_str("\"\"");
            }
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < letters.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            other => {
                code.push(other);
                i += 1;
            }
        }
    }
    code
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Every name in the code.
fn names(code: &str) -> BTreeSet<&str> {
    code.split(|letter| !is_name(letter)).filter(|name| !name.is_empty()).collect()
}

/// Every path in the code, with the branches of `use` trees apart.
fn paths(code: &str) -> Vec<Vec<String>> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let in_a_path = at > 0 && matches!(tokens[at - 1].as_str(), "::" | "$");
        if is_word(&tokens[at]) && !in_a_path && tokens.get(at + 1).is_some_and(|t| t == "::") {
            at = tree(&tokens, at, &[], &mut found);
        } else if tokens[at] == "use" && tokens.get(at + 1).is_some_and(|t| is_word(t)) {
            at = tree(&tokens, at + 1, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

fn is_word(token: &str) -> bool {
    token.chars().next().is_some_and(is_name)
}

fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_whitespace() {
            continue;
        }
        let mut token = letter.to_string();
        if is_name(letter) {
            while let Some(next) = letters.next_if(|next| is_name(*next)) {
                token.push(next);
            }
        } else if letter == ':' && letters.next_if_eq(&':').is_some() {
            token.push(':');
        }
        tokens.push(token);
    }
    tokens
}

/// Reads one path or tree from `at`; where it ends.
fn tree(tokens: &[String], at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    let mut at = at;
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|t| t != "}") {
                    let next = tree(tokens, at, &path, found);
                    at = if next == at { at + 1 } else { next };
                    // `as` and a name, or a comma.
                    while tokens.get(at).is_some_and(|t| t != "}" && t != "{" && !is_start(tokens, at)) {
                        at += 1;
                    }
                }
                return at + 1;
            }
            Some(word) if is_word(word) || word == "*" => {
                path.push(word.to_owned());
                at += 1;
                if tokens.get(at).is_none_or(|t| t != "::") {
                    found.push(path);
                    return at;
                }
                at += 1;
            }
            _ => {
                found.push(path);
                return at;
            }
        }
    }
}

/// Whether a branch of a `use` tree begins here.
fn is_start(tokens: &[String], at: usize) -> bool {
    let after_comma = at > 0 && tokens[at - 1] == ",";
    after_comma && (is_word(&tokens[at]) || tokens[at] == "*")
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Every file below a folder of the repository: its path from the root, and its text where it has one.
fn texts(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    files(&root.join(folder), &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
    found.iter().filter_map(|path| Some((name(path), std::fs::read_to_string(path).ok()?))).collect()
}

#[test]
fn imports_go_one_way() {
    let sources = texts("src");
    assert!(sources.len() > 40, "the source was not found");
    let rust = sources.iter().filter(|(path, _)| path.ends_with(".rs"));
    let faults: Vec<String> = rust.flat_map(|(path, text)| check(path, text)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_room_of_the_order_is_there() {
    let rooms: BTreeSet<String> = texts("src")
        .iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, _)| module(path).first().cloned().unwrap_or_else(|| "lib".to_owned()))
        .collect();
    assert_eq!(rooms, ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect());
}

#[test]
fn a_planted_wrong_line_is_caught() {
    let wrong = [
        ("src/engine/law.rs", "use crate::tools::Tool;"),
        ("src/engine/law.rs", "use super::super::words::Words;"),
        ("src/engine/law.rs", "use crate::{json::Json, engine::Cond};"),
        ("src/engine/mod.rs", "use super::json;"),
        ("src/engine/law.rs", "use std::time::Instant;"),
        ("src/engine/law.rs", "fn f() -> chrono::DateTime<chrono::Utc> { chrono::Utc::now() }"),
        ("src/engine/law.rs", "use chrono::{Datelike, Local};"),
        ("src/engine/law.rs", "use yew::prelude::*;"),
        ("src/json.rs", "use crate::engine::Law;"),
        ("src/words.rs", "use crate::outcomes;"),
        ("src/tools/advocacy/mod.rs", "use crate::cases::Case;"),
        ("src/tools/advocacy/mod.rs", "use super::super::super::sheet::Desk;"),
        ("src/locality.rs", "fn f(d: &crate::sheet::Desk) {}"),
        ("src/locality.rs", "fn f() -> bool { rand::random() }"),
        ("src/cases.rs", "use crate::nowhere::Thing;"),
        ("src/sheet/panel.rs", "use crate::{\n    engine::{Kind, Truth},\n    record::{self, Stamp},\n};"),
        ("src/record/json.rs", "use crate::ui::state::State;"),
        ("src/ui/host.rs", "use crate::pages;"),
        ("src/ui/parts/mark.rs", "use super::super::super::edge::start;"),
        ("src/ui/parts/question.rs", "use web_sys::{HtmlInputElement, Window};"),
        ("src/ui/parts/question.rs", "let w = web_sys::window();"),
        ("src/ui/parts/question.rs", "use wasm_bindgen::JsCast;"),
        ("src/ui/parts/question.rs", "use gloo_timers::callback::Timeout;"),
        ("src/ui/form.rs", "fn f(s: &Storage) {}"),
        ("src/pages/paper.rs", "use crate::edge;"),
        ("src/pages/paper.rs", "let t = std::fs::read_to_string(path);"),
        ("src/attic/mod.rs", "use crate::engine::Law;"),
    ];
    for (path, line) in wrong {
        assert!(!check(path, line).is_empty(), "`{line}` in {path} was not caught");
    }
    let right = [
        ("src/engine/law.rs", "use super::condition::Cond; use chrono::NaiveDate;"),
        (
            "src/engine/law.rs",
            "/// See [`Tool`](crate::tools::Tool).\nconst A: &str = \"crate::ui\"; // crate::ui::form",
        ),
        ("src/engine/question.rs", "macro_rules! m { () => { $crate::engine::Choice } }"),
        ("src/tools/advocacy/answers.rs", "use crate::engine::{Day, Many, One};\nuse crate::{choices, numbered};"),
        ("src/tools/advocacy/findings.rs", "pub mod settings { use super::SettingDay; }"),
        ("src/ui/parts/question.rs", "use web_sys::{HtmlInputElement, HtmlTextAreaElement, InputEvent};"),
        ("src/pages/fallback.rs", "yew::LocalServerRenderer::<crate::ui::GuidedForm>::new();"),
        ("src/locality.rs", "let c = '\"'; let quoted = |x: &'static str| x; let d = '\\''; use crate::cases;"),
        ("src/edge/mod.rs", "use wasm_bindgen::prelude::*; use crate::ui::Props;"),
        ("src/lib.rs", "pub mod edge;"),
    ];
    for (path, line) in right {
        assert_eq!(check(path, line), Vec::<String>::new(), "`{line}` in {path}");
    }
}

/// Words of unfinished work, put together here so that this file does not say them.
fn unfinished() -> [String; 4] {
    [["TO", "DO"].concat(), ["#[", "ignore"].concat(), ["unimplemented", "!"].concat(), ["todo", "!"].concat()]
}

#[test]
fn nothing_is_left_unfinished() {
    let mut found = Vec::new();
    for (path, text) in ["src", "tests", "xtask"].into_iter().flat_map(texts) {
        for (number, line) in text.lines().enumerate() {
            if unfinished().iter().any(|word| line.contains(word)) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
