//! Reading a file in slices, with progress and a way to stop.

use crate::tools::allocation::facts::Facts;
use crate::tools::allocation::files::{FileFault, Progress, Reading, Row};
use crate::tools::allocation::list::WaitingList;
use std::vec::IntoIter;

/// How many rows a slice reads, or places: short enough that the page never stands still.
const SLICE: usize = 1_000;

/// A file being read. The list that is shown stays as it is until the whole file is in.
pub struct Intake {
    /// What the file is called.
    pub name: String,
    stage: Stage,
    list: WaitingList,
    done: usize,
}

enum Stage {
    Reading(Reading),
    // Each slice takes its rows along: to give back a hundred thousand at once would hold the page up.
    Placing(IntoIter<Row>, Report),
    Ranking(usize, Report),
}

/// What a reading found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What the file is called.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
    /// Headings of columns that are not used.
    pub ignored: Vec<String>,
    /// Required columns that it does not have.
    pub lacks: Vec<&'static str>,
}

impl Intake {
    /// Begins with a file's bytes, or with the cells that the reader of workbooks gave.
    ///
    /// # Errors
    /// It is another kind of file, or too large.
    pub fn new(name: String, bytes: Vec<u8>, sheet: bool, empty: WaitingList) -> Result<Self, FileFault> {
        let reading = if sheet {
            Reading::of_sheet(String::from_utf8_lossy(&bytes).into_owned())?
        } else {
            Reading::new(bytes)?
        };
        Ok(Intake { name, stage: Stage::Reading(reading), list: empty, done: 0 })
    }

    /// How much is done, in thousandths: a half is reading, four tenths are placing, the rest is ranking.
    pub fn done(&self) -> usize {
        self.done
    }

    /// A slice more; true when all is done.
    ///
    /// # Errors
    /// The file cannot be read any further, and is refused as a whole.
    pub fn step(mut self) -> Result<(Self, bool), FileFault> {
        let mut finished = false;
        self.stage = match self.stage {
            Stage::Reading(mut reading) => match reading.step(SLICE)? {
                Progress::More { done, of } => {
                    self.done = done * 500 / of.max(1);
                    Stage::Reading(reading)
                }
                Progress::Done => {
                    let table = reading.finish()?;
                    self.list.make_room(table.rows.len());
                    let lacks = table.missing_columns.into_iter().map(|field| field.id()).collect();
                    let (rows, ignored) = (table.rows.len(), table.ignored_columns);
                    let report = Report { name: self.name.clone(), rows, ignored, lacks };
                    Stage::Placing(table.rows.into_iter(), report)
                }
            },
            Stage::Placing(mut rows, report) => {
                self.list.add(rows.by_ref().take(SLICE).map(|row| Facts::of_row(&row)).collect());
                self.done = 500 + 400 * (report.rows - rows.len()) / report.rows.max(1);
                if rows.len() > 0 { Stage::Placing(rows, report) } else { Stage::Ranking(0, report) }
            }
            Stage::Ranking(slice, report) => {
                finished = self.list.rank_slice(slice);
                self.done = 900 + 100 * slice / self.list.slices();
                Stage::Ranking(slice + 1, report)
            }
        };
        Ok((self, finished))
    }

    /// The list and the report.
    pub fn finish(self) -> (WaitingList, Report) {
        match self.stage {
            Stage::Placing(_, report) | Stage::Ranking(_, report) => (self.list, report),
            Stage::Reading(_) => (self.list, Report { name: self.name, ..Report::default() }),
        }
    }
}
