//! Reading is bounded in size, depth and time: what is far too much is refused soon, and never read in part.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::council::{check, language};
use care_tools::engine::{Cond, Packed, Unpacker};
use care_tools::json::{Json, MOST_FAULTS};
use care_tools::locality::Locality;
use care_tools::record::{Stamp, plan_file, read};
use care_tools::sheet::Desk;
use care_tools::tools::action_planning::day::moment;
use care_tools::tools::allocation::files::{FileFault, table, workers};
use care_tools::tools::allocation::matching::worker;
use care_tools::tools::{self, Tool};
use std::fmt::Write;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Longer than any of these takes on a slow and busy computer, and a small part of what it took when every entry was
/// looked for among all the others.
const SOON: Duration = Duration::from_secs(20);

fn soon<T>(what: &str, read: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let read = read();
    assert!(start.elapsed() < SOON, "{what} took {:?}", start.elapsed());
    read
}

fn every() -> Vec<&'static Tool> {
    tools::all().iter().collect()
}

/// A list of as many copies as fit into so many bytes.
fn list_of(entry: &str, bytes: usize) -> String {
    let copies = bytes / (entry.len() + 1);
    format!("[{}]", vec![entry; copies].join(","))
}

#[test]
fn many_objects_with_the_most_keys_are_read_soon() {
    let keys: Vec<String> = (0..5_000).map(|key| format!("\"{key:04x}\":1")).collect();
    let text = list_of(&format!("{{{}}}", keys.join(",")), 10_000_000);
    assert!(soon("the list", || Json::read_within(&text, text.len())).is_ok());
    let twice = format!("{{{},\"0007\":1}}", keys[..100].join(","));
    assert!(Json::read(&twice).is_err_and(|fault| fault.contains("the key `0007` is there twice")));
}

#[test]
fn a_settings_file_with_a_million_faults_names_the_first_soon() {
    let head = r#""format":"care-tools-locality/1","authority":"A","version":"1""#;
    let text = format!("{{{head},\"contacts\":{}}}", list_of("1", 1_900_000));
    let faults = soon("reading", || Locality::read(&text)).expect_err("faults");
    assert_eq!(faults.len(), MOST_FAULTS);
    assert_eq!(faults.first().map(|fault| fault.at.as_str()), Some("contacts.1"));
    let checked = soon("checking", || check::check(&text)).expect("our own words");
    assert_eq!(checked.faults.len(), MOST_FAULTS);
}

#[test]
fn a_path_of_a_million_letters_is_like_no_other() {
    let path = "questions.".repeat(100_000);
    let text = format!(
        r#"{{"format":"care-tools-locality/1","authority":"A","version":"1","words":{{"advocacy":{{"{path}":"x"}}}}}}"#
    );
    let checked = soon("checking", || check::check(&text)).expect("our own words");
    assert!(checked.faults.iter().any(|fault| fault.remedy.starts_with("Look the path up")));
}

#[test]
fn a_translation_with_strange_words_only_names_some_of_them() {
    let strange: Vec<String> = (0..300).map(|word| format!("\"strange.{word}\":\"x\"")).collect();
    let kinds: Vec<String> = (0..10).map(|kind| format!("\"kind{kind}\":{{{}}}", strange.join(","))).collect();
    let text = format!(r#"{{"format":"care-tools-language/1","words":{{{}}}}}"#, kinds.join(","));
    let lacks = language::check(&text).expect("our own words");
    let named = lacks.iter().filter(|lack| lack.what.contains("no such words")).count();
    assert_eq!(named, MOST_FAULTS);
}

#[test]
fn a_record_with_a_million_faults_names_the_first_soon() {
    let text = format!(
        r#"{{"schema":"asc-decision-record/1","tool_id":"advocacy","warnings":{},"integrity":{{}}}}"#,
        list_of("1", 4_000_000)
    );
    let faults = soon("the record", || read::open(&text, &every())).expect_err("faults");
    assert_eq!(faults.len(), MOST_FAULTS);
}

#[test]
fn a_plan_with_a_million_issues_or_reports_is_refused_soon() {
    let golden = include_str!("golden/1/action_planning.json");
    let with = |part: &str, entry: &str, bytes: usize| {
        let mut record = Json::read(golden).expect("the record");
        let list = Json::read_within(&list_of(entry, bytes), bytes + 10).expect("a list");
        record.get_mut("tool").expect("its part").set(part, list);
        record.write()
    };
    for (part, entry) in [("issues", "{}"), ("actions", "{}"), ("progress", r#"{"action":"A99"}"#)] {
        let text = with(part, entry, 3_000_000);
        let faults = soon(part, || plan_file::read(&text)).expect_err(part);
        assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS, "{part}: {}", faults.len());
    }
    let faults = plan_file::read(&with("issues", "{}", 40)).expect_err("too many");
    assert!(faults.iter().any(|fault| fault.detail.contains("at most 10 issues")), "{faults:?}");
}

#[test]
fn lists_and_workers_have_a_most() {
    let rows = format!("ref,received\n{}", "1,2\n".repeat(table::MOST_ROWS));
    assert_eq!(table::read(rows.as_str()).expect("a list").rows.len(), table::MOST_ROWS);
    let more = table::read(format!("{rows}1,2\n"));
    assert_eq!(more, Err(FileFault::Json("it has more than 200000 rows".to_owned())));

    let mut text = "id,role,capacity,load\n".to_owned();
    (0..workers::MOST).for_each(|id| writeln!(text, "w{id},ot,1,0").expect("a text"));
    assert_eq!(workers::read(text.as_bytes()).expect("workers").workers.len(), workers::MOST);
    text.push_str("last,ot,1,0\n");
    assert!(matches!(workers::read(text.as_bytes()), Err(FileFault::Json(_))));
    let json = list_of(r#"{"id":"a"}"#, 1_000_000);
    assert!(matches!(workers::read(json.as_bytes()), Err(FileFault::Json(_))));
}

#[test]
fn workers_with_faults_and_wide_files_are_read_soon() {
    let ids: Vec<Json> = (0..workers::MOST).map(|id| Json::object([("id", Json::text(id.to_string()))])).collect();
    let twice = Json::List(ids.iter().chain(&ids).cloned().collect());
    let faults = soon("the workers", || worker::all(&twice)).expect_err("each twice");
    assert_eq!(faults.len(), MOST_FAULTS);
    let faulty = format!("id,role,capacity,load\n{}", ",,,x\n".repeat(100_000));
    let file = workers::read(faulty.as_bytes()).expect("a file with faults");
    assert!((1..=100).contains(&file.faults.len()), "{}", file.faults.len());
    let headings: Vec<String> = (0..60_000).map(|at| format!("skill:{at}")).collect();
    let wide = format!("id,role,capacity,load,{}\na,ot,1,0{}\n", headings.join(","), ",1".repeat(60_000));
    let file = soon("the columns", || workers::read(wide.as_bytes())).expect("a file");
    assert_eq!(file.faults.len() + file.workers.len(), 1);
}

#[test]
fn a_condition_that_goes_too_deep_is_no_law() {
    let not = 15;
    let deep = |depth: usize| [vec![not; depth], vec![0]].concat();
    assert!(Cond::unpack(&mut Unpacker::new(Vec::new(), &deep(60))).is_some());
    assert!(Cond::unpack(&mut Unpacker::new(Vec::new(), &deep(1_000_000))).is_none());
}

#[test]
fn a_moment_has_digits_only() {
    assert!(moment("2026-03-29T01:30:00Z").is_some());
    assert!(moment("2026-03-29T+1:30:00Z").is_none());
}

#[test]
fn what_was_typed_is_taken_up_however_long_it_is() {
    let words = tools::words("action_planning").expect("words");
    let desk = Rc::new(Desk::new(tools::action_planning::tool_once(), words, Locality::default()));
    let model = || care_tools::plans::Model::new(desk.clone(), None, Stamp::default());
    let mut typed = model();
    typed.draft.type_note("ap_person_view", &"x".repeat(2_100_000));
    let mut again = model();
    again.resume(&typed.kept("2026-06-10T09:30:00.000Z"));
    assert_eq!(again.draft.note("ap_person_view").len(), 2_100_000);
}
