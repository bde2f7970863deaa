//! What has to hold of what the tools read. It is compiled twice: for the fuzzer, and as a test of the product.

use care_tools::cases::{self, Case};
use care_tools::council::{check, language, lines::line_of};
use care_tools::engine::{Cond, Law, Outcome, Packed, Packer, Question, Row, Table, Unpacker, dates};
use care_tools::json::{Json, MOST_KEYS};
use care_tools::lists;
use care_tools::locality::Locality;
use care_tools::plans::{self, keep::without_practice};
use care_tools::record::canonical::canonical;
use care_tools::record::seal::{self, Integrity};
use care_tools::record::shape::{self, Fault};
use care_tools::record::{Stamp, plan_file, read, receipt, replay};
use care_tools::sheet::{Desk, Draft};
use care_tools::supervision::{self, Library, held::Held, reopen};
use care_tools::tools::action_planning::{self, day};
use care_tools::tools::allocation::facts::Facts;
use care_tools::tools::allocation::files::{Field, FileFault, Progress, Reading, Row as Cells, Table as Cellular};
use care_tools::tools::allocation::files::{export, values, workers as worker_files};
use care_tools::tools::allocation::list::WaitingList;
use care_tools::tools::allocation::matching::worker;
use care_tools::tools::allocation::{self, timescales::Timescales};
use care_tools::tools::{self, Tool};
use care_tools::ui::state::State;
use care_tools::words::Words;
use chrono::NaiveDate;
use std::rc::Rc;
use std::sync::OnceLock;

/// A check of one target.
pub type Check = fn(&[u8]);

/// Every target of this file, by name.
pub const TARGETS: [(&str, Check); 13] = [
    ("json", json),
    ("locality", locality),
    ("language", translation),
    ("settings", settings),
    ("record", record),
    ("plan", plan),
    ("cases", worked_cases),
    ("packed", packed),
    ("waiting_list", waiting_list),
    ("sheet", sheet),
    ("workers", workers),
    ("dates", days),
    ("kept", kept),
];

/// How deep the reader of JSON goes.
const DEEPEST: usize = 128;
/// The day on which everything is read.
const TODAY: &str = "2026-06-10";

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn today() -> NaiveDate {
    dates::from_iso(TODAY).unwrap_or(NaiveDate::MIN)
}

fn every() -> Vec<&'static Tool> {
    tools::all().iter().collect()
}

// JSON

/// JSON is refused with its place, or written and read again the same.
pub fn json(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let read = match Json::read(text) {
        Ok(read) => read,
        Err(fault) => return assert!(fault.contains("line ") && fault.contains("column "), "no place: {fault}"),
    };
    assert!(is_sound(&read, 1), "too deep, too wide, or a key twice: {read:?}");
    if has_fraction(&read) {
        return;
    }
    let pretty = read.write_pretty();
    for written in [read.write(), pretty.clone()] {
        assert_eq!(Json::read(&written).as_ref(), Ok(&read), "written as {written}");
    }
    let once = canonical(&read);
    match Json::read(&once) {
        Ok(again) => assert_eq!(canonical(&again), once),
        // Two keys that are written otherwise and are the same letters.
        Err(fault) => assert!(fault.contains("is there twice"), "{fault}: {once}"),
    }
    if has_plain_keys(&read) {
        stands_on(&read, "", &mut 1, &pretty);
    }
}

fn is_sound(json: &Json, depth: usize) -> bool {
    let pairs = json.as_object().unwrap_or_default();
    let mut keys: Vec<&str> = pairs.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    depth <= DEEPEST
        && keys.len() <= MOST_KEYS
        && keys.windows(2).all(|pair| pair.first() != pair.last())
        && pairs.iter().all(|(_, value)| is_sound(value, depth + 1))
        && json.as_list().unwrap_or_default().iter().all(|value| is_sound(value, depth + 1))
}

fn has_fraction(json: &Json) -> bool {
    match json {
        Json::Fraction => true,
        Json::List(list) => list.iter().any(has_fraction),
        Json::Object(pairs) => pairs.iter().any(|(_, value)| has_fraction(value)),
        Json::Null | Json::Bool(_) | Json::Whole(_) | Json::Text(_) => false,
    }
}

/// Whether every path has one meaning.
fn has_plain_keys(json: &Json) -> bool {
    json.as_list().unwrap_or_default().iter().all(has_plain_keys)
        && json
            .as_object()
            .unwrap_or_default()
            .iter()
            .all(|(key, value)| !key.is_empty() && !key.contains('.') && has_plain_keys(value))
}

/// Each thing stands on the line where it was written. `line` is the one that is being written.
fn stands_on(json: &Json, path: &str, line: &mut usize, pretty: &str) {
    let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") };
    if !path.is_empty() {
        assert_eq!(line_of(pretty, path), *line, "`{path}` in {pretty}");
    }
    let (list, pairs) = (json.as_list().unwrap_or_default(), json.as_object().unwrap_or_default());
    for (at, value) in list.iter().enumerate() {
        *line += 1;
        stands_on(value, &below(&(at + 1).to_string()), line, pretty);
    }
    for (key, value) in pairs {
        *line += 1;
        stands_on(value, &below(key), line, pretty);
    }
    if !list.is_empty() || !pairs.is_empty() {
        *line += 1;
    }
}

fn lines(text: &str) -> usize {
    1 + text.bytes().filter(|byte| *byte == b'\n').count()
}

// What a council supplies

/// A settings file is refused with faults that have places, or read the same each time and by each tool alone.
pub fn locality(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let checked = check::check(text).unwrap_or_else(|fault| stop(&fault));
    let found = || checked.faults.iter().chain(&checked.notes);
    assert!(found().all(|it| (1..=lines(text)).contains(&it.line) && !it.what.is_empty() && !it.remedy.is_empty()));
    assert!(checked.faults.windows(2).all(|pair| pair.first().map(|it| it.line) <= pair.last().map(|it| it.line)));
    assert!(checked.faults.is_empty() || checked.changed.is_empty(), "half of a file with faults is shown");
    assert!(Json::read(&checked.json().write()).is_ok());
    let read = match Locality::read(text) {
        Ok(read) => read,
        Err(faults) => {
            assert!(!faults.is_empty() && !checked.faults.is_empty(), "refused without a fault");
            let whole = faults.iter().filter(|fault| fault.at.is_empty()).count();
            return assert!(whole == 0 || faults.len() == 1, "a fault without a place: {faults:?}");
        }
    };
    assert_eq!(Locality::read(text).as_ref(), Ok(&read));
    if let Some(json) = Json::read(text).ok().filter(|json| !has_fraction(json)) {
        assert_eq!(Locality::read(&json.write_pretty()).as_ref(), Ok(&read), "otherwise once it is written");
    }
    for tool in every() {
        assert!(Locality::read_for(text, &[tool]).is_ok(), "`{}` alone refuses it", tool.id);
        let settings = read.settings(tool);
        let law = tool.law.decide(&care_tools::engine::Answers::none(), &settings);
        assert!(law.outcomes.iter().all(|at| *at < tool.law.outcomes.len()));
    }
    for it in &checked.changed {
        assert!(tools::open_to_authorities(&it.path), "the law in other words: {}", it.path);
    }
}

/// A translation that lacks nothing is whole; whatever lacks has its line.
pub fn translation(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match language::check(text) {
        Err(fault) => assert!(fault.contains("line "), "no place: {fault}"),
        Ok(lacks) => {
            assert!(lacks.iter().all(|it| (1..=lines(text)).contains(&it.line) && !it.at.is_empty()));
            assert!(lacks.iter().any(|it| it.stops), "so short a text has every word of English");
            assert!(language::text(&lacks).contains("to put right"));
        }
    }
}

/// What an authority sets for a tool is read whole, or every fault has its words.
pub fn settings(bytes: &[u8]) {
    let Some(json) = text(bytes).and_then(|text| Json::read(text).ok()) else { return };
    let named = |faults: Vec<(String, String)>| {
        assert!(!faults.is_empty() && faults.iter().all(|(_, what)| !what.is_empty()), "refused without a fault");
    };
    for tool in every() {
        if let Some(read) = tool.reads_settings {
            match read(Some(&json)) {
                Ok(settings) => assert_eq!(read(Some(&json)), Ok(settings)),
                Err(faults) => named(faults),
            }
        }
        match cases::settings(tool, Some(&json)) {
            Ok(settings) => assert_eq!(settings.days.len(), tool.law.settings.len()),
            Err(fault) => assert!(!fault.is_empty()),
        }
    }
    if let Err(faults) = allocation::settings::Config::read(&json) {
        named(faults);
    }
}

// Records

fn library() -> Rc<Library> {
    thread_local! {
        static LIBRARY: Rc<Library> = Rc::new(Library::shipped().unwrap_or_else(|fault| stop(&fault)));
    }
    LIBRARY.with(Rc::clone)
}

fn said(faults: &[Fault], words: &Words) {
    assert!(!faults.is_empty() && faults.len() <= 100, "{} faults", faults.len());
    for fault in faults {
        assert!(!fault.say(words).trim().is_empty(), "a fault without words: {fault:?}");
        assert!(!fault.at.is_empty() || faults.len() == 1 || fault.kind == "plan", "no place: {fault:?}");
    }
}

/// A record is refused with every fault named, or opened, and its hashes say whether it has changed.
pub fn record(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let library = library();
    let opened = match read::open(text, &every()) {
        Ok(opened) => opened,
        Err(faults) => {
            assert!(Held::open("", text, &library).is_err());
            return said(&faults, &library.words);
        }
    };
    let again = |record: &Json| read::open(&record.write(), &every()).unwrap_or_else(|it| stop(&format!("{it:?}")));
    // What an older file lacks is filled in at the end: the order of keys may differ, and nothing else.
    assert_eq!(canonical(&again(&opened.record).record), canonical(&opened.record), "otherwise once it is written");
    if opened.integrity == Integrity::Matches {
        assert_eq!(again(&opened.record).integrity, Integrity::Matches);
        let mut changed = opened.record.clone();
        changed.set("reference", Json::text(format!("{} ", changed.text_at("reference"))));
        assert_eq!(again(&changed).integrity, Integrity::Changed, "a change that no hash shows");
    }
    let sealed = again(&seal::sealed(opened.record.clone()));
    assert_eq!(sealed.integrity, Integrity::Matches);
    assert_eq!(seal::sealed(sealed.record.clone()), sealed.record);
    let Some(tool) = tools::named(opened.record.text_at("tool_id")) else { stop("a record of no tool") };
    let words = library.desk(tool.id).map(|desk| desk.words.clone().and(library.words.clone())).unwrap_or_default();
    assert!(!receipt::receipt(&opened, tool, &words).to_text_within(80).is_empty());
    let plan = (!tool.groups.is_empty()).then(|| plan_file::of(&opened.record));
    let faulty = plan.as_ref().is_some_and(Result::is_err);
    match Held::open("a.json", text, &library) {
        Ok(held) => {
            assert!(!faulty, "a plan with faults is opened");
            assert!(held.record == opened.record && held.integrity == opened.integrity);
            assert!(plan.is_some() || replay::replay(&opened.record, tool).is_some());
        }
        Err(faults) => assert!(faulty && !faults.is_empty(), "{faults:?}"),
    }
    let anew = Stamp { id: "11111111-2222-4333-8444-555555555555".to_owned(), ..Stamp::default() };
    match reopen::reopened(text, tool.id, &library, &anew) {
        Ok(state) => {
            assert!(opened.integrity != Integrity::Changed, "a record that has changed is gone on with");
            let said = |part: &Json| part.get("answers").and_then(Json::as_object).map_or(0, <[_]>::len);
            let draft = Draft::from_json(tool, state.get("draft").unwrap_or(&Json::Null)).to_json(&tool.law);
            let blank = opened.record.get("answers").and_then(Json::as_object).unwrap_or_default().iter();
            let blank = blank.filter(|(_, said)| *said == Json::List(Vec::new())).count();
            assert_eq!(said(&draft), said(&opened.record) - blank, "an answer is lost");
        }
        Err(faults) => assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.is_empty())),
    }
}

/// A plan that can be opened can be saved and opened again, and then stays as it is.
pub fn plan(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let mut saved = match plan_file::read(text) {
        Ok(saved) => saved,
        Err(faults) => return said(&faults, &library().words),
    };
    let once = written(&mut saved);
    if saved.changed && saved.plan.complete {
        let again = plan_file::read(&once.write()).map(|again| again.changed);
        return assert_eq!(again, Ok(true), "saving hides that a file has changed");
    }
    let read = |text: &str| plan_file::read(text).unwrap_or_else(|faults| stop(&format!("{faults:?}: {text}")));
    let mut again = read(&once.write());
    assert!(!again.changed, "a file that was just saved has changed");
    assert_eq!(again.plan.complete, saved.plan.complete);
    let twice = written(&mut again);
    assert_eq!(twice.write(), written(&mut read(&twice.write())).write());
    assert_eq!(again.plan.actions.len(), saved.plan.actions.len(), "an action is lost");
    assert_eq!(again.plan.issues.len(), saved.plan.issues.len(), "an issue is lost");
    let held = Held::open("plan.json", text, &library()).unwrap_or_else(|faults| stop(&faults.join("\n")));
    assert!(held.plan_on(Some(today())).is_some());
}

fn written(saved: &mut plan_file::Saved) -> Json {
    saved.plan.today = Some(today());
    let working = plan_file::write(saved, &saved.plan.read(), &Locality::default());
    plan_file::to_save(working, saved.sealed.as_ref(), &saved.saved_at)
}

/// A case is decided, or refused in words.
pub fn worked_cases(bytes: &[u8]) {
    let Some(case) = text(bytes).and_then(|text| Json::read(text).ok()) else { return };
    for tool in every() {
        match Case::read(tool, &case) {
            Err(fault) => assert!(!fault.is_empty()),
            Ok(read) => {
                let decided = tool.law.decide(&read.answers, &read.settings);
                assert_eq!(tool.law.decide(&read.answers, &read.settings).outcomes, decided.outcomes);
                for question in tool.law.questions().filter(|it| read.answers.to(it.at).is_some()) {
                    let ids = read.answers.ids(question);
                    let said: Vec<&str> = ids.iter().map(String::as_str).collect();
                    let mut again = care_tools::engine::Answers::none();
                    assert!(again.read(&tool.law, question.id, &said).is_ok(), "{} {said:?}", question.id);
                    assert_eq!(again.to(question.at), read.answers.to(question.at));
                }
            }
        }
    }
    if let Err(fault) = action_planning::decide::decide(&case) {
        assert!(!fault.is_empty());
    }
    match allocation::decide::decide(&case) {
        Ok((result, _)) => assert!(Json::read(&result.write()).is_ok()),
        Err(fault) => assert!(!fault.is_empty()),
    }
}

// The law as data

/// Words that a law may name in these checks: the ids of our tools among them.
const TEXTS: [&str; 8] = ["a", "b", "allocation", "team_suitability", "action_planning", "advocacy", "", "yes"];

/// Data that is no law is refused, and a law is read back as it was written.
///
/// The first byte says what is read: a condition, a table, a question, an outcome, a whole law or a tool; `{` is a file.
pub fn packed(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let numbers = numbers(rest);
    match first {
        b'{' => {
            let Some(file) = text(bytes).and_then(|text| Json::read(text).ok()) else { return };
            match tools::packed::read(&file) {
                Ok(tool) => {
                    let once = tools::packed::write(tool);
                    let again = tools::packed::read(&once).unwrap_or_else(|fault| stop(&fault));
                    assert_eq!(tools::packed::write(again), once);
                }
                Err(fault) => assert!(!fault.is_empty()),
            }
        }
        0 => same_again::<Cond>(&numbers),
        1 => same_again::<Table>(&numbers),
        2 => same_again::<Question>(&numbers),
        3 => same_again::<Outcome>(&numbers),
        4 => same_again::<Law>(&numbers),
        5 => same_again::<Row>(&numbers),
        _ => same_again::<Tool>(&numbers),
    }
}

/// Whole numbers from bytes, small ones short: below 128 one byte, then two, and from 240 on the eight that follow.
fn numbers(bytes: &[u8]) -> Vec<i64> {
    let mut rest = bytes.iter().copied();
    let mut numbers = Vec::new();
    while let Some(byte) = rest.next() {
        numbers.push(match byte {
            0..128 => i64::from(byte),
            128..240 => (i64::from(byte - 128) << 8) | i64::from(rest.next().unwrap_or_default()),
            _ => rest.by_ref().take(8).fold(0, |number, byte| (number << 8) | i64::from(byte)),
        });
    }
    numbers
}

fn same_again<T: Packed>(numbers: &[i64]) {
    let packed = |value: &T| {
        let mut packer = Packer { texts: TEXTS.map(str::to_owned).into(), numbers: Vec::new() };
        value.pack(&mut packer);
        packer.numbers
    };
    if let Some(read) = T::unpack(&mut Unpacker::new(TEXTS.into(), numbers)) {
        let once = packed(&read);
        let again = T::unpack(&mut Unpacker::new(TEXTS.into(), &once)).map(|again| packed(&again));
        assert_eq!(again.as_ref(), Some(&once), "otherwise once it is written");
    }
}

// Lists and workers

/// A waiting list is refused with why, or read the same in slices, and comes back from its own export.
pub fn waiting_list(bytes: &[u8]) {
    taken_in(Reading::new(bytes), Reading::new(bytes), bytes);
}

/// The rows of a sheet, in the same way.
pub fn sheet(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    taken_in(Reading::of_sheet(text), Reading::of_sheet(text), bytes);
    if let Ok(csv) = worker_files::from_cells(text) {
        workers(csv.as_bytes());
    }
}

fn taken_in(whole: Result<Reading, FileFault>, slices: Result<Reading, FileFault>, bytes: &[u8]) {
    let whole = whole.and_then(Reading::finish);
    let in_slices = slices.and_then(|mut reading| {
        let mut before = 0;
        while let Progress::More { done, of } = reading.step(1)? {
            assert!(done >= before && done <= of, "{done} of {of} after {before}");
            before = done;
        }
        reading.finish()
    });
    assert_eq!(whole, in_slices, "otherwise in slices");
    let table = match whole {
        Ok(table) => table,
        Err(fault) => return assert!(!fault.to_string().is_empty() && !fault.id().is_empty()),
    };
    assert!(table.rows.len() <= bytes.len());
    assert!(table.rows.windows(2).all(|pair| pair.first().map(|row| row.line) < pair.last().map(|row| row.line)));
    comes_back(&table);
    let facts: Vec<Facts> = table.rows.iter().map(Facts::of_row).collect();
    for fact in &facts {
        let (again, row) = (Facts::of_row(&fact.to_row()), fact.to_row());
        assert_eq!(again.to_row(), row, "a row that is kept is another row");
        if fact.faults.is_empty() {
            assert_eq!(again, *fact);
        }
    }
    let times = Timescales::of(&care_tools::engine::Settings::default());
    let list = WaitingList::of(allocation::law_once(), times, today(), facts);
    let lists = list.lists();
    assert_eq!(list.entries().len(), table.rows.len(), "a row is lost");
    assert!(lists.ranked.iter().all(|at| (*at as usize) < table.rows.len()));
}

/// Rows in which something stands come back from the file that we write.
fn comes_back(table: &Cellular) {
    let mut csv = export::Csv::waiting_list();
    table.rows.iter().for_each(|row| csv.waiting_row(row));
    let text = csv.finish();
    for cell in table.rows.iter().flat_map(Cells::cells).map(|(_, cell)| cell) {
        let file = export::write(["a"], [[cell]]);
        let written = file.split_once("\r\n").map_or("", |(_, written)| written);
        // Of the quotes only the first is around the cell.
        let starts = written.strip_prefix('"').unwrap_or(written).trim_start();
        assert!(!starts.starts_with(['=', '+', '-', '@']), "a formula for a spreadsheet: {written:?}");
    }
    let again = Reading::new(text.as_bytes()).and_then(Reading::finish);
    let again = again.unwrap_or_else(|fault| stop(&fault.to_string()));
    let cells = |row: &Cells| Field::ALL.iter().map(|field| row.cell(*field).to_owned()).collect::<Vec<String>>();
    let rows: Vec<Vec<String>> = table.rows.iter().filter(|row| row.cells().next().is_some()).map(cells).collect();
    assert_eq!(again.rows.iter().map(cells).collect::<Vec<_>>(), rows, "otherwise from its own export");
}

/// Workers are read, or each fault has its line and its column; none is read that has a fault.
pub fn workers(bytes: &[u8]) {
    let file = match worker_files::read(bytes) {
        Ok(file) => file,
        Err(fault) => return assert!(!fault.to_string().is_empty()),
    };
    let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    for fault in &file.faults {
        assert!((1..=lines).contains(&(fault.line as usize)) && !fault.column.is_empty(), "{fault:?}");
        let read = file.workers.iter().any(|worker| !fault.id.is_empty() && worker.text_at("id") == fault.id);
        assert!(!read, "half of a worker is read: {fault:?}");
    }
    match worker::all(&Json::List(file.workers.clone())) {
        Ok(workers) => assert_eq!(workers.len(), file.workers.len()),
        Err(faults) => {
            assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.is_empty()));
        }
    }
}

// Days and moments

/// A day that is read is written as it was.
pub fn days(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Some(read) = dates::from_iso(text) {
        assert_eq!(dates::to_iso(read), text);
        assert_eq!(dates::numbered(dates::number(read)), read);
        assert_eq!(values::date(text), Some(read));
    }
    if let Some(read) = values::date(text) {
        use chrono::Datelike;
        let written = [dates::to_iso(read), format!("{:02}/{:02}/{:04}", read.day(), read.month(), read.year())];
        assert!(written.iter().any(|it| it == text.trim()), "{text:?} is no day");
    }
    match day::Written::read(text) {
        day::Written::Blank => assert!(text.trim().is_empty()),
        day::Written::NotReal(kept) => assert_eq!(kept, text.trim()),
        day::Written::Day(read) => assert_eq!(dates::to_iso(read), text.trim()),
    }
    let moment = day::moment(text);
    assert!(moment.is_some() || !shape::is_moment(text), "{text:?} is a moment in one place and none in another");
    if let Some(utc) = moment {
        use chrono::Timelike;
        let clock = [utc.hour(), utc.minute(), utc.second()].map(|part| format!("{part:02}")).join(":");
        let whole = text.trim().split(['.', 'Z']).next().unwrap_or_default();
        assert_eq!(format!("{}T{clock}", dates::to_iso(utc.date())), whole);
        let apart = day::time_in_england(utc) - utc;
        assert!(apart.num_minutes() == 0 || apart.num_minutes() == 60);
    }
    let months: Vec<String> = ["January", "February", "March"].map(str::to_owned).into();
    let mut boxes = text.splitn(3, '/');
    let mut next = || boxes.next().unwrap_or_default();
    if let Ok(Some(read)) = dates::from_boxes(next(), next(), next(), &months) {
        use chrono::Datelike;
        let [day, month, year] = [read.day().to_string(), read.month().to_string(), read.year().to_string()];
        let year = format!("{year:0>4}");
        assert_eq!(dates::from_boxes(&day, &month, &year, &months), Ok(Some(read)));
    }
    let events: Vec<values::EventText<'_>> = values::events(text).collect();
    let cell = values::events_cell(events.iter().copied());
    if events.iter().all(|event| !event.kind.is_empty() && !event.date.ends_with(':')) {
        assert_eq!(values::events(&cell).collect::<Vec<_>>(), events, "{cell:?}");
    }
    assert!(values::tidy(values::tidy(text)).len() <= text.len());
}

// What is taken up after a crash

fn desks() -> &'static [(&'static Tool, Words)] {
    static DESKS: OnceLock<Vec<(&'static Tool, Words)>> = OnceLock::new();
    let made = || every().into_iter().map(|tool| (tool, tools::words(tool.id).unwrap_or_default())).collect();
    DESKS.get_or_init(made)
}

fn desk(id: &str) -> Rc<Desk> {
    let found = desks().iter().find(|(tool, _)| tool.id == id);
    let (tool, words) = found.unwrap_or_else(|| stop("no such tool"));
    Rc::new(Desk::new(tool, words.clone(), Locality::default()))
}

/// Whatever text is taken up, what is kept of it is taken up the same again.
///
/// The first byte says by whom: `f` a form, `p` a plan, `l` a list, `s` supervision.
pub fn kept(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Some(text) = text(rest) else { return };
    match first {
        b'f' => kept_form(text),
        b'p' => kept_plan(text),
        b'l' => kept_list(text),
        b's' => kept_supervision(text),
        _ => {}
    }
}

fn kept_form(text: &str) {
    let Ok(json) = Json::read(text) else { return };
    for (tool, _) in desks().iter().filter(|(tool, _)| tool.groups.is_empty()) {
        let taken_up = |json: &Json| {
            let draft = Draft::new(&tool.law, Some(today()));
            let mut state =
                State::new(Rc::new(Desk::clone(&desk(tool.id)).on(Some(today()))), draft, Stamp::default());
            state.resume(json);
            state
        };
        let state = taken_up(&json);
        let once = state.to_json();
        assert_eq!(taken_up(&once).to_json(), once, "otherwise when it is taken up again");
        let report = state.desk.report(&state.draft);
        assert!(!report.figures.iter().any(|figure| figure.label.is_empty() || figure.value().is_empty()));
        let record = state.record(&Stamp::default());
        assert!(Json::read(&record.write()).is_ok());
    }
}

fn kept_plan(text: &str) {
    let taken_up = |text: &str| {
        let mut model = plans::Model::new(desk("action_planning"), Some(today()), Stamp::default());
        model.resume(text);
        model
    };
    let moment = "2026-06-10T09:30:00.000Z";
    let once = taken_up(&taken_up(text).kept(moment)).kept(moment);
    assert_eq!(taken_up(&once).kept(moment), once, "otherwise when it is taken up again");
    assert!(!without_practice(&once).contains("\"ap_practice_concern\""), "what is about practice is kept");
}

fn kept_list(text: &str) {
    let taken_up = |text: &str| {
        let mut model = lists::Model::new(Desk::clone(&desk("allocation")), today());
        model.resume(text);
        model
    };
    let once = taken_up(text).kept();
    assert_eq!(taken_up(&once).kept(), once, "otherwise when it is taken up again");
    let mut model = taken_up(text);
    model.resume_waiting();
    let kept = model.kept();
    let mut again = taken_up(&kept);
    again.resume_waiting();
    assert_eq!(again.list.entries().len(), model.list.entries().len(), "a row is lost");
}

fn kept_supervision(text: &str) {
    let taken_up = |text: &str| {
        let mut model = supervision::Model::new(library(), Some(today()), false);
        model.resume(text);
        model
    };
    let model = taken_up(text);
    let once = model.kept();
    let again = taken_up(&once);
    assert_eq!(again.kept(), once, "otherwise when it is taken up again");
    assert_eq!(again.records.len(), model.records.len());
}

fn stop(fault: &str) -> ! {
    panic!("{fault}")
}
