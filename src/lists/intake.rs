//! Reading a file in slices, with progress and a way to stop.

use crate::tools::allocation::bands::Band;
use crate::tools::allocation::facts::Facts;
use crate::tools::allocation::files::{FileFault, Progress, Reading, Table};
use crate::tools::allocation::list::WaitingList;

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
    Placing(Table, usize),
    Ranking(Table, usize),
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
                Progress::Done => Stage::Placing(reading.finish()?, 0),
            },
            Stage::Placing(table, at) => {
                let rows = table.rows.get(at..).unwrap_or_default();
                self.list.add(rows.iter().take(SLICE).map(Facts::of_row).collect());
                let at = at + SLICE;
                self.done = 500 + 400 * at.min(table.rows.len()) / table.rows.len().max(1);
                if at < table.rows.len() { Stage::Placing(table, at) } else { Stage::Ranking(table, 0) }
            }
            Stage::Ranking(table, slice) => {
                finished = self.list.rank_slice(slice);
                self.done = 900 + 100 * slice / (Band::ALL.len() + 2);
                Stage::Ranking(table, slice + 1)
            }
        };
        Ok((self, finished))
    }

    /// The list and the report.
    pub fn finish(self) -> (WaitingList, Report) {
        let (rows, ignored, missing) = match self.stage {
            Stage::Placing(table, _) | Stage::Ranking(table, _) => {
                (table.rows.len(), table.ignored_columns, table.missing_columns)
            }
            Stage::Reading(_) => Default::default(),
        };
        let lacks = missing.into_iter().map(|field| field.id()).collect();
        (self.list, Report { name: self.name, rows, ignored, lacks })
    }
}
