//! Workers from a file.

use super::fault::FileFault;
use super::records::{Delimited, Record, delimiter, look};
use super::values::{as_id, date, matched, same, several};
use crate::engine::dates::to_iso;
use crate::json::{Json, MOST_FAULTS};
use std::collections::BTreeSet;

/// The longest JSON file of workers, in bytes. Five thousand workers are about three million.
pub const LONGEST: usize = 10_000_000;
/// The most workers that are read: ten times the largest service.
pub const MOST: usize = 50_000;

/// The columns that have one heading. Those that begin with one of [`KINDS`] are as many as an authority likes.
pub const COLUMNS: [&str; 12] = [
    "id",
    "role",
    "registration",
    "registration_to",
    "capacity",
    "load",
    "available_from",
    "leaving_on",
    "gender",
    "can_supervise",
    "languages",
    "conflicts",
];
/// What the heading of a skill, a training or an approval begins with: `skill:dementia`.
pub const KINDS: [&str; 3] = ["skill:", "training:", "approval:"];

/// What a file says about workers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workers {
    /// Each worker as an object, in the form of the cases of kind `match`.
    pub workers: Vec<Json>,
    /// What is wrong. A worker with a fault is not among `workers`: a guess could send somebody who may not go.
    /// The screen names each, so that nobody is lost without a word.
    pub faults: Vec<WorkerFault>,
    /// The headings of columns that are not read.
    pub ignored_columns: Vec<String>,
}

/// What is wrong with a worker in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerFault {
    /// The line of the file.
    pub line: u32,
    /// The worker, or empty where there is no id.
    pub id: String,
    /// The heading of the column.
    pub column: String,
    /// What is there.
    pub text: String,
    /// What is wrong with it.
    pub problem: WorkerProblem,
}

/// What is wrong with a cell about a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerProblem {
    /// There has to be something, and there is not.
    Missing,
    /// The same id is used more than once.
    Repeated,
    /// It is not a real date.
    BadDate,
    /// It is not a whole number.
    BadNumber,
    /// It is not a level from 0 to 3.
    BadLevel,
    /// It is none of the words that may stand here.
    BadWord,
}

impl WorkerProblem {
    /// The permanent id, under which the words stand.
    pub fn id(self) -> &'static str {
        match self {
            WorkerProblem::Missing => "missing",
            WorkerProblem::Repeated => "repeated",
            WorkerProblem::BadDate => "bad_date",
            WorkerProblem::BadNumber => "bad_number",
            WorkerProblem::BadLevel => "bad_level",
            WorkerProblem::BadWord => "bad_word",
        }
    }
}

/// The cells of a workbook, as `rows` of `care-tools-office` gives them, as CSV.
///
/// # Errors
/// When it is no list of lists of texts.
pub fn from_cells(json: &str) -> Result<String, String> {
    let rows = Json::read_within(json, LONGEST)?;
    let rows = rows.as_list().ok_or("the cells are not a list")?;
    let texts = |row: &Json| -> Vec<String> {
        let cells = row.as_list().unwrap_or_default().iter();
        cells.map(|cell| cell.as_text().unwrap_or_default().to_owned()).collect()
    };
    let mut rows = rows.iter().map(texts);
    Ok(super::export::write(rows.next().unwrap_or_default(), rows))
}

/// Reads a CSV or JSON file of workers.
///
/// JSON is a list of workers, or an object that has one under `workers`. It is passed on as it is.
///
/// # Errors
/// When it is no such file.
pub fn read(bytes: &[u8]) -> Result<Workers, FileFault> {
    look(bytes)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => Err(FileFault::Empty),
        Some(b'[' | b'{') => from_json(bytes),
        Some(_) => from_csv(bytes),
    }
}

fn from_json(bytes: &[u8]) -> Result<Workers, FileFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileFault::Json("its letters are not in UTF-8".into()))?;
    let workers = match Json::read_within(text, LONGEST).map_err(FileFault::Json)? {
        Json::List(workers) => workers,
        other => match other.get("workers") {
            Some(Json::List(workers)) => workers.clone(),
            _ => return Err(FileFault::Json("there is no list under `workers`".into())),
        },
    };
    if workers.len() > MOST {
        return Err(too_many());
    }
    match workers.iter().position(|worker| worker.as_object().is_none()) {
        Some(at) => Err(FileFault::Json(format!("worker {} is not an object", at + 1))),
        None => Ok(Workers { workers, ..Workers::default() }),
    }
}

fn too_many() -> FileFault {
    FileFault::Json(format!("it has more than {MOST} workers"))
}

/// A heading as an id, where it is one of ours.
fn heading(text: &str) -> Option<String> {
    let id = as_id(text);
    let kind = KINDS.iter().find_map(|kind| Some((kind, id.strip_prefix(kind)?.trim_matches('_'))));
    match kind {
        Some((kind, what)) => (!what.is_empty()).then(|| format!("{kind}{what}")),
        None => COLUMNS.contains(&id.as_str()).then_some(id),
    }
}

fn from_csv(bytes: &[u8]) -> Result<Workers, FileFault> {
    let mut records = Delimited::new(bytes, delimiter(bytes, |text| heading(text).is_some()));
    let (mut record, mut found) = (Record::default(), Workers::default());
    let mut columns: Option<Vec<Option<String>>> = None;
    let mut ids: Vec<(u32, String)> = Vec::new();
    while records.read(bytes, &mut record)? {
        if record.is_blank() {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(record.cells().map(heading).collect());
            let ignored = record.cells().filter(|text| !text.is_empty() && heading(text).is_none());
            found.ignored_columns = ignored.map(str::to_owned).collect();
            continue;
        };
        let cells = columns.iter().zip(record.cells());
        let mut line = Line {
            line: record.line,
            cells: cells.filter_map(|(column, cell)| Some((column.as_deref()?, cell))).collect(),
            faults: Vec::new(),
        };
        if ids.len() == MOST {
            return Err(too_many());
        }
        let worker = line.worker();
        ids.push((record.line, line.cell("id").to_owned()));
        if line.faults.is_empty() {
            found.workers.push(worker);
        }
        found.faults.append(&mut line.faults);
        if found.faults.len() >= MOST_FAULTS {
            break;
        }
    }
    if columns.is_none() {
        return Err(FileFault::Empty);
    }
    refuse_repeated(&mut found, &ids);
    Ok(found)
}

/// Every copy of an id that is used twice is a fault: nobody can say which is meant.
fn refuse_repeated(found: &mut Workers, ids: &[(u32, String)]) {
    let mut sorted: Vec<&str> = ids.iter().map(|(_, id)| id.as_str()).filter(|id| !id.is_empty()).collect();
    sorted.sort_unstable();
    let twice: Vec<&str> = sorted
        .windows(2)
        .filter(|pair| pair.first() == pair.last())
        .filter_map(|pair| pair.first().copied())
        .collect();
    let is_twice = |id: &str| twice.binary_search(&id).is_ok();
    found.workers.retain(|worker| !worker.get("id").and_then(Json::as_text).is_some_and(is_twice));
    for (line, id) in ids.iter().filter(|(_, id)| is_twice(id)) {
        let (column, problem) = ("id".to_owned(), WorkerProblem::Repeated);
        found.faults.push(WorkerFault { line: *line, id: id.clone(), column, text: id.clone(), problem });
    }
    found.faults.sort_by_key(|fault| fault.line);
    found.faults.truncate(MOST_FAULTS);
}

/// One line about a worker.
struct Line<'a> {
    line: u32,
    cells: Vec<(&'a str, &'a str)>,
    faults: Vec<WorkerFault>,
}

impl<'a> Line<'a> {
    /// What the first column of this name that says something says.
    fn cell(&self, column: &str) -> &'a str {
        let named = self.cells.iter().filter(|(name, _)| *name == column).map(|(_, cell)| *cell);
        named.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// What is said about each thing of a kind, in the order of the columns.
    fn of_kind(&self, kind: &str) -> Vec<(&'a str, &'a str, &'a str)> {
        let mut known = BTreeSet::new();
        let said = self.cells.iter().filter(|(_, cell)| !cell.is_empty());
        let of_kind = said.filter_map(|(column, cell)| Some((*column, column.strip_prefix(kind)?, *cell)));
        of_kind.filter(|(_, id, _)| known.insert(*id)).collect()
    }

    fn worker(&mut self) -> Json {
        let mut pairs = vec![("id", self.text("id")), ("role", Json::text(as_id(self.required("role"))))];
        let registration = as_id(self.cell("registration"));
        if !matches!(registration.as_str(), "" | "none") {
            pairs.push(("registration", Json::text(registration)));
        }
        pairs.extend(self.day("registration_to"));
        pairs.push(("approvals", self.approvals()));
        pairs.push(("training", self.training()));
        pairs.push(("skills", self.skills()));
        pairs.push(("languages", Json::texts(several(self.cell("languages")).map(as_id))));
        pairs.push(("gender", self.word("gender", &["not_held", "female", "male", "other"])));
        pairs.push(("capacity", self.number("capacity")));
        pairs.push(("load", self.number("load")));
        pairs.extend(self.day("available_from"));
        pairs.extend(self.day("leaving_on"));
        pairs.push(("conflicts", Json::texts(several(self.cell("conflicts")))));
        let supervises = self.word("can_supervise", &["no", "yes", "false", "true"]);
        pairs.push(("can_supervise", Json::Bool(matches!(supervises.as_text(), Some("yes" | "true")))));
        Json::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    fn fault(&mut self, column: &str, text: &str, problem: WorkerProblem) {
        let (id, column, text) = (self.cell("id").to_owned(), column.to_owned(), text.to_owned());
        self.faults.push(WorkerFault { line: self.line, id, column, text, problem });
    }

    fn required(&mut self, column: &'static str) -> &'a str {
        let cell = self.cell(column);
        if cell.is_empty() {
            self.fault(column, "", WorkerProblem::Missing);
        }
        cell
    }

    fn text(&mut self, column: &'static str) -> Json {
        Json::text(self.required(column))
    }

    /// A whole number. Blank is not nought: it would make a full worker look free.
    fn number(&mut self, column: &'static str) -> Json {
        let cell = self.required(column);
        match cell.parse::<u32>() {
            Ok(number) => Json::Whole(i64::from(number)),
            Err(_) if cell.is_empty() => Json::Null,
            Err(_) => {
                self.fault(column, cell, WorkerProblem::BadNumber);
                Json::Null
            }
        }
    }

    /// One of these words, of which the first is meant by a blank.
    fn word(&mut self, column: &'static str, words: &[&'static str]) -> Json {
        let cell = self.cell(column);
        let found = if cell.is_empty() { words.first().copied() } else { matched(cell, words.iter().copied()) };
        match found {
            Some(word) => Json::text(word),
            None => {
                self.fault(column, cell, WorkerProblem::BadWord);
                Json::Null
            }
        }
    }

    fn iso(&mut self, column: &str, cell: &str) -> Option<String> {
        let day = date(cell).map(to_iso);
        if day.is_none() {
            self.fault(column, cell, WorkerProblem::BadDate);
        }
        day
    }

    fn day(&mut self, column: &'static str) -> Option<(&'static str, Json)> {
        let cell = self.cell(column);
        if cell.is_empty() { None } else { self.iso(column, cell).map(|day| (column, Json::Text(day))) }
    }

    fn skills(&mut self) -> Json {
        let mut skills = Vec::new();
        for (column, id, cell) in self.of_kind("skill:") {
            match cell.parse::<u8>() {
                Ok(level @ 0..=3) => skills.push((id.to_owned(), Json::Whole(i64::from(level)))),
                _ => self.fault(column, cell, WorkerProblem::BadLevel),
            }
        }
        Json::Object(skills)
    }

    /// Training is there with a date, or with `yes` where it does not run out.
    fn training(&mut self) -> Json {
        let mut training = Vec::new();
        for (column, id, cell) in self.of_kind("training:") {
            if same(cell, "yes") {
                training.push(Json::object([("id", Json::text(id))]));
            } else if !same(cell, "no") {
                training.extend(self.valid(column, id, cell));
            }
        }
        Json::List(training)
    }

    /// An approval counts only with a date, so that `yes` is a fault and not an approval.
    fn approvals(&mut self) -> Json {
        let mut approvals = Vec::new();
        for (column, id, cell) in self.of_kind("approval:") {
            if !same(cell, "no") {
                approvals.extend(self.valid(column, id, cell));
            }
        }
        Json::List(approvals)
    }

    fn valid(&mut self, column: &str, id: &str, cell: &str) -> Option<Json> {
        let day = self.iso(column, cell)?;
        Some(Json::object([("id", Json::text(id)), ("valid_to", Json::Text(day))]))
    }
}
