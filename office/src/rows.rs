//! Reads an XLSX file. Texts come out, and `tools::allocation::files` of the widgets decides what they mean.

use calamine::{Cell, Data, DataRef, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use std::fmt::{self, Write};
use std::io::Cursor;
use wasm_bindgen::prelude::wasm_bindgen;

/// The largest file that is read, in bytes. A hundred thousand referrals are about 15 million.
pub const LARGEST: usize = 50_000_000;
/// The last row of a sheet that may have anything in it. Twice the longest list the tool is made for.
pub const LAST_ROW: u32 = 200_000;
/// The last column that is read. What is further right is left out: no column of ours is out there.
pub const LAST_COLUMN: u32 = 500;
/// The most that a file may unpack to, in bytes: a small file can hold a thousand times its size.
pub const UNPACKED: u64 = 500_000_000;
/// The longest result, in bytes. The widgets read no longer list.
pub const LONGEST: usize = 100_000_000;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is some other kind of file.
    NotXlsx,
    /// It is a workbook of Excel 2003 or earlier.
    OldExcel,
    /// It opens only with a password.
    Password,
    /// It has no sheet of cells that a reader can see.
    NoSheet,
    /// It is larger than we read.
    TooLarge,
    /// It is an XLSX file, and a part of it makes no sense. The text is the library's.
    Damaged(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NotXlsx => f.write_str(
                "This is not an XLSX file. Open it in your spreadsheet program and save it as \
                 \"Excel Workbook (.xlsx)\" or \"CSV UTF-8\".",
            ),
            Fault::OldExcel => f.write_str(
                "This is an old Excel file (.xls). Open it and save it as \"Excel Workbook (.xlsx)\" or \
                 \"CSV UTF-8\".",
            ),
            Fault::Password => f.write_str(
                "This file is protected by a password. Open it, take the password off a copy, and use the copy.",
            ),
            Fault::NoSheet => f.write_str("There is no sheet with cells in this file."),
            Fault::TooLarge => write!(
                f,
                "This file is too large. The tool reads {LAST_ROW} rows and {} megabytes.",
                LARGEST / 1_000_000
            ),
            Fault::Damaged(why) => {
                write!(f, "This file cannot be read ({why}). Open it in your spreadsheet program and save it again.")
            }
        }
    }
}

impl std::error::Error for Fault {}

/// The first sheet of an XLSX file, as a JSON list of rows, each a list of texts.
///
/// The first item is row 1 of the sheet, also where it is empty, so that a place in the list and the number
/// beside the row on screen agree. Each row is on a line of its own, so that a long list can be taken up
/// line by line.
///
/// # Errors
/// Why the file cannot be read, in a reader's words.
#[wasm_bindgen]
pub fn rows(bytes: &[u8]) -> Result<String, String> {
    read(bytes).map_err(|fault| fault.to_string())
}

/// The same as [`rows`], with a fault that a program can tell apart.
///
/// # Errors
/// [`Fault`].
pub fn read(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.len() > LARGEST || unpacked(bytes) > UNPACKED {
        return Err(Fault::TooLarge);
    }
    // Excel wraps a workbook with a password in the container of its old format.
    let wrapped = bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|fault| match fault {
        XlsxError::Password => Fault::Password,
        _ if wrapped => Fault::OldExcel,
        _ => Fault::NotXlsx,
    })?;
    let name = first_sheet(book.sheets_metadata()).ok_or(Fault::NoSheet)?.to_owned();
    let mut cells = book.worksheet_cells_reader(&name).map_err(damaged)?;
    let mut list = List::default();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        list.take(&cell)?;
    }
    list.finish()
}

/// How many bytes a file says it unpacks to; nothing where it is not packed.
fn unpacked(bytes: &[u8]) -> u64 {
    let Ok(mut packed) = zip::ZipArchive::new(Cursor::new(bytes)) else { return 0 };
    (0..packed.len()).map(|at| packed.by_index_raw(at).map_or(0, |part| part.size())).fold(0, u64::saturating_add)
}

/// What a reader calls the first sheet: the first tab on screen that has cells.
fn first_sheet(sheets: &[Sheet]) -> Option<&str> {
    let shown = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    sheets.iter().find(shown).map(|sheet| sheet.name.as_str())
}

fn damaged(fault: XlsxError) -> Fault {
    Fault::Damaged(fault.to_string())
}

/// Rows as they are written, one cell after the other.
///
/// The sheet is not laid out as a whole first: one stray cell in the far corner of a sheet would make that
/// seventeen thousand million cells.
#[derive(Default)]
struct List {
    text: String,
    /// How many rows are written.
    done: u32,
    row: Vec<String>,
}

impl List {
    fn take(&mut self, cell: &Cell<DataRef<'_>>) -> Result<(), Fault> {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value());
        if text.is_empty() || column >= LAST_COLUMN {
            return Ok(());
        }
        if row >= LAST_ROW || self.text.len() > LONGEST {
            return Err(Fault::TooLarge);
        }
        if row < self.done {
            return Err(Fault::Damaged("its rows are out of order".into()));
        }
        while self.done < row {
            self.end_row()?;
        }
        let column = column as usize;
        if self.row.len() <= column {
            self.row.resize(column + 1, String::new());
        }
        if let Some(place) = self.row.get_mut(column) {
            *place = text;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let row = serde_json::to_string(&self.row).map_err(|fault| Fault::Damaged(fault.to_string()))?;
        self.text.push_str(if self.done == 0 { "[\n" } else { ",\n" });
        self.text.push_str(&row);
        self.row.clear();
        self.done += 1;
        Ok(())
    }

    fn finish(mut self) -> Result<String, Fault> {
        if !self.row.is_empty() {
            self.end_row()?;
        }
        self.text.push_str(if self.done == 0 { "[]" } else { "\n]" });
        Ok(self.text)
    }
}

/// A cell as a person would type it.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) => day_of(moment),
        DataRef::DateTimeIso(moment) => moment.split('T').next().unwrap_or_default().to_owned(),
        // Not blank: somebody meant to say something here.
        DataRef::Error(_) => Data::from(value.clone()).to_string(),
    }
}

/// The day of a date cell. A time of day or a length of time is not a date, and stays the number it is.
fn day_of(moment: &ExcelDateTime) -> String {
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return moment.as_f64().to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    text
}
