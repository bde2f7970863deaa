//! A waiting list as rows of texts, read in slices.

use super::columns::Field;
use super::fault::FileFault;
use super::records::{Delimited, Record, delimiter, look};
use super::sheet::Sheet;

/// The largest file that is read, in bytes. A hundred thousand rows with every column filled are about 25 million.
pub const LARGEST: usize = 100_000_000;

/// The most rows that are read: twice the longest list that the tool is made for, as of a sheet.
pub const MOST_ROWS: usize = 200_000;

/// A row of a waiting list: what its cells say, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file where the row begins, or the number of the row in a sheet. From 1.
    pub line: u32,
    // INVARIANT: the cells, one after the other in the order of `Field::ALL`; `ends` are where each ends. One
    // text for a row instead of one for each cell: a hundred thousand rows have two million cells.
    text: Box<str>,
    ends: [u32; Field::COUNT],
}

impl Row {
    /// A row from its cells, without outside spaces. Of two with the same field the first that says something
    /// counts.
    pub fn of<'a>(line: u32, cells: impl IntoIterator<Item = (Field, &'a str)>) -> Row {
        let mut found = [""; Field::COUNT];
        for (field, cell) in cells {
            if let Some(place) = found.get_mut(field.place()).filter(|place| place.is_empty()) {
                *place = cell.trim();
            }
        }
        let mut text = String::with_capacity(found.iter().map(|cell| cell.len()).sum());
        let ends = found.map(|cell| {
            text.push_str(cell);
            u32::try_from(text.len()).unwrap_or(u32::MAX)
        });
        Row { line, text: text.into_boxed_str(), ends }
    }

    /// What the cell says, or empty where nobody has said anything.
    pub fn cell(&self, field: Field) -> &str {
        let end = |place: usize| self.ends.get(place).map_or(0, |end| *end as usize);
        let start = field.place().checked_sub(1).map_or(0, end);
        self.text.get(start..end(field.place())).unwrap_or_default()
    }

    /// The same row with another text in one cell.
    pub fn with(&self, field: Field, text: &str) -> Row {
        let cell = |known: &Field| (*known, if *known == field { text } else { self.cell(*known) });
        Row::of(self.line, Field::ALL.iter().map(cell))
    }

    /// The cells that say something, in the order of the fields.
    pub fn cells(&self) -> impl Iterator<Item = (Field, &str)> {
        Field::ALL.iter().map(|field| (*field, self.cell(*field))).filter(|(_, cell)| !cell.is_empty())
    }
}

/// A whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Every row that is not blank, in the order of the file.
    pub rows: Vec<Row>,
    /// The headings of columns that are not read, as they are written, in order.
    pub ignored_columns: Vec<String>,
    /// The required columns that are not there. Then every row is a data problem, and the screen says so first.
    pub missing_columns: Vec<Field>,
}

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to read.
    More {
        /// Bytes that are done.
        done: usize,
        /// Bytes in all.
        of: usize,
    },
    /// Everything is read.
    Done,
}

/// A file while it is read.
///
/// ```
/// use care_tools::tools::allocation::files::{Field, Progress, Reading};
///
/// let mut reading = Reading::new("ref,received\n1001,30/06/2025\n")?;
/// while reading.step(500)? != Progress::Done {
///     // Let the page draw how far we are.
/// }
/// assert_eq!(reading.finish()?.rows[0].cell(Field::Received), "30/06/2025");
/// # Ok::<(), care_tools::tools::allocation::files::FileFault>(())
/// ```
#[derive(Debug)]
pub struct Reading {
    source: Source,
    record: Record,
    /// The field of each column, once the headings are read.
    columns: Option<Vec<Option<Field>>>,
    table: Table,
}

#[derive(Debug)]
enum Source {
    Text(Vec<u8>, Delimited),
    Sheet(String, Sheet),
}

impl Reading {
    /// Begins to read a CSV file, or cells copied from a spreadsheet.
    ///
    /// # Errors
    /// When it is another kind of file, or too large.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Result<Reading, FileFault> {
        let bytes = bytes.into();
        look(&bytes)?;
        let delimiter = delimiter(&bytes, |heading| Field::headed(heading).is_some());
        let delimited = Delimited::new(&bytes, delimiter);
        Ok(Reading::from(Source::Text(bytes, delimited)))
    }

    /// Begins to read a sheet: the text that `rows` of `care-tools-office` gives, a JSON list of lists of
    /// texts with each row on a line of its own.
    ///
    /// # Errors
    /// When it is too large.
    pub fn of_sheet(rows: impl Into<String>) -> Result<Reading, FileFault> {
        let rows = rows.into();
        if rows.len() > LARGEST {
            Err(FileFault::TooLarge)
        } else {
            Ok(Reading::from(Source::Sheet(rows, Sheet::default())))
        }
    }

    fn from(source: Source) -> Reading {
        Reading { source, record: Record::default(), columns: None, table: Table::default() }
    }

    /// Reads at most so many further records. Blank ones count.
    ///
    /// # Errors
    /// When the file cannot be read any further; then it is refused as a whole.
    pub fn step(&mut self, most: usize) -> Result<Progress, FileFault> {
        for _ in 0..most {
            let more = match &mut self.source {
                Source::Text(bytes, delimited) => delimited.read(bytes, &mut self.record)?,
                Source::Sheet(text, sheet) => sheet.read(text, &mut self.record)?,
            };
            if !more {
                return if self.columns.is_some() { Ok(Progress::Done) } else { Err(FileFault::Empty) };
            }
            self.take();
            if self.table.rows.len() > MOST_ROWS {
                return Err(FileFault::Json(format!("it has more than {MOST_ROWS} rows")));
            }
        }
        Ok(match &self.source {
            Source::Text(bytes, delimited) => Progress::More { done: delimited.done(), of: bytes.len() },
            Source::Sheet(text, sheet) => Progress::More { done: sheet.done(), of: text.len() },
        })
    }

    /// Reads whatever is left, and gives the whole.
    ///
    /// # Errors
    /// As for [`Reading::step`].
    pub fn finish(mut self) -> Result<Table, FileFault> {
        while self.step(usize::MAX)? != Progress::Done {}
        Ok(self.table)
    }

    fn take(&mut self) {
        if self.record.is_blank() {
            return;
        }
        match &self.columns {
            Some(columns) => {
                let cells = columns.iter().zip(self.record.cells());
                let read = cells.filter_map(|(column, cell)| column.map(|field| (field, cell)));
                self.table.rows.push(Row::of(self.record.line, read));
            }
            None => {
                let columns: Vec<Option<Field>> = self.record.cells().map(Field::headed).collect();
                let ignored = columns.iter().zip(self.record.cells()).filter(|(field, _)| field.is_none());
                let named = ignored.map(|(_, heading)| heading).filter(|heading| !heading.is_empty());
                self.table.ignored_columns = named.map(str::to_owned).collect();
                let missing = Field::REQUIRED.into_iter().filter(|field| !columns.contains(&Some(*field)));
                self.table.missing_columns = missing.collect();
                self.columns = Some(columns);
            }
        }
    }
}

/// Reads a whole CSV file, or cells copied from a spreadsheet, at once.
///
/// # Errors
/// When it is not such a file.
pub fn read(bytes: impl Into<Vec<u8>>) -> Result<Table, FileFault> {
    Reading::new(bytes)?.finish()
}
