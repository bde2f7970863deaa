//! `cargo xtask example-list`: an invented waiting list, or invented workers, to try the tool with.
//!
//! The same seed gives the same file, so that the pages of the example site do not change by themselves.
//! Nobody in it is real, and there are no names.

mod dice;
mod list;
mod staff;

use care_tools::engine::dates::{from_iso, to_iso};
use chrono::{Days, NaiveDate};

pub use list::{faulty_list, waiting_list};
pub use staff::workers;

/// The day the example site is made for.
pub const AS_OF: &str = "2026-11-27";
/// The seed of the example site.
pub const SEED: u64 = 1;

/// Writes a list to standard output.
///
/// # Errors
/// When the words make no sense.
pub fn run(words: &[String]) -> Result<(), String> {
    print!("{}", asked(words)?);
    Ok(())
}

fn asked(words: &[String]) -> Result<String, String> {
    let (mut rows, mut staff, mut seed, mut as_of) = (None, None, SEED, AS_OF.to_owned());
    let mut list: fn(u64, u64, NaiveDate) -> String = waiting_list;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--rows" => rows = Some(number(word, words.next())?),
            "--workers" => staff = Some(number(word, words.next())?),
            "--seed" => seed = number(word, words.next())?,
            "--as-of" => as_of = words.next().cloned().unwrap_or_default(),
            "--faults" => list = faulty_list,
            other => return Err(format!("this command does not know `{other}`")),
        }
    }
    let day = from_iso(&as_of).ok_or_else(|| format!("`{as_of}` is not a date like {AS_OF}"))?;
    match (rows, staff) {
        (Some(rows), None) => Ok(list(rows, seed, day)),
        (None, Some(count)) => Ok(workers(count, seed, day)),
        _ => Err("say what to write: `--rows N` for a waiting list, or `--workers N`".into()),
    }
}

fn number<T: std::str::FromStr>(name: &str, word: Option<&String>) -> Result<T, String> {
    let word = word.map_or("", String::as_str);
    word.parse().map_err(|_| format!("`{name}` needs a number, and has `{word}`"))
}

/// A day before another, as it stands in a file.
fn before(day: NaiveDate, days: u64) -> String {
    to_iso(day.checked_sub_days(Days::new(days)).unwrap_or(day))
}

/// A day after another, as it stands in a file.
fn after(day: NaiveDate, days: u64) -> String {
    to_iso(day.checked_add_days(Days::new(days)).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use care_tools::tools::allocation::files::{Field, table, values, workers as staff};

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_list() {
        let one = asked(&words("--rows 50 --seed 7"));
        assert_eq!(one, asked(&words("--seed 7 --rows 50 --as-of 2026-11-27")));
        assert_ne!(one, asked(&words("--rows 50 --seed 8")));
        assert_ne!(one, asked(&words("--rows 50 --seed 7 --as-of 2026-11-26")));
    }

    #[test]
    fn a_list_reads_back_without_a_column_or_a_row_lost() {
        let text = asked(&words("--rows 300")).unwrap_or_default();
        let read = table::read(text).unwrap_or_default();
        assert_eq!(read.rows.len(), 300);
        assert!(read.ignored_columns.is_empty() && read.missing_columns.is_empty());
        let days = [Field::Received, Field::LastContact, Field::AnsweredOn, Field::AllocatedOn, Field::Deadline];
        let (first, last) = (from_iso("2026-04-01"), from_iso(AS_OF));
        for row in &read.rows {
            for field in days {
                let cell = row.cell(field);
                assert!(cell.is_empty() || values::date(cell).is_some(), "{}: {cell}", row.line);
                assert!(field == Field::Deadline || cell.is_empty() || values::date(cell) <= last, "{cell}");
            }
            assert!(values::date(row.cell(Field::Received)) > first);
        }
        let with = |field, text: &str| read.rows.iter().filter(|row| row.cell(field) == text).count();
        assert!(with(Field::Status, "allocated") > 15 && with(Field::Status, "on_hold") > 3);
        assert!(with(Field::Risk, "") > 5 && with(Field::Risk, "critical") < 5);
        assert!(with(Field::ImmediateDanger, "yes") < 5 && with(Field::Deadline, "") < 290);
    }

    #[test]
    fn faults_only_when_asked_for() {
        let text = asked(&words("--rows 300 --faults")).unwrap_or_default();
        let read = table::read(text).unwrap_or_default();
        let bad = |row: &&_| values::date(table::Row::cell(row, Field::Received)).is_none();
        assert!(read.rows.iter().any(|row| bad(&row)));
    }

    #[test]
    fn workers_read_back_without_a_fault() {
        let text = asked(&words("--workers 24")).unwrap_or_default();
        let read = staff::read(text.as_bytes()).unwrap_or_default();
        assert_eq!((read.workers.len(), read.faults.len(), read.ignored_columns.len()), (24, 0, 0));
        assert_eq!(read.workers[3].get("id").and_then(|id| id.as_text()), Some("W04"));
    }

    #[test]
    fn words_that_make_no_sense_are_refused() {
        for line in ["", "--rows", "--rows x", "--rows 1 --workers 1", "--rows 1 --as-of 27/11/2026", "--names"] {
            assert!(asked(&words(line)).is_err(), "{line}");
        }
    }
}
