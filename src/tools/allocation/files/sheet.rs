//! Rows of a sheet, as the reader of XLSX files hands them over.

use super::fault::FileFault;
use super::records::Record;
use crate::json::Json;

/// Where a list of rows has been read up to.
///
/// The list is JSON with one row on each line, so that it can be taken up line by line: a whole list at once
/// would freeze the page, and be longer than [`crate::json::LONGEST`].
#[derive(Debug, Default)]
pub(super) struct Sheet {
    at: usize,
    rows: u32,
}

impl Sheet {
    /// How many bytes are done.
    pub fn done(&self) -> usize {
        self.at
    }

    /// Reads the next row, or says that there is none.
    pub fn read(&mut self, text: &str, record: &mut Record) -> Result<bool, FileFault> {
        while let Some(rest) = text.get(self.at..).filter(|rest| !rest.is_empty()) {
            let line = rest.split('\n').next().unwrap_or_default();
            self.at = (self.at + line.len() + 1).min(text.len());
            let line = line.trim().trim_end_matches(',');
            // The brackets around the rows, or both of a list without rows.
            if matches!(line, "" | "[" | "]") || (line == "[]" && self.rows == 0 && text.trim() == "[]") {
                continue;
            }
            self.rows += 1;
            record.begin(self.rows);
            for cell in cells(line, self.rows)? {
                record.push(&cell);
            }
            return Ok(true);
        }
        Ok(false)
    }
}

fn cells(line: &str, row: u32) -> Result<Vec<String>, FileFault> {
    let fault = |why: String| FileFault::Json(format!("row {row}: {why}"));
    let Json::List(cells) = Json::read(line).map_err(fault)? else {
        return Err(fault("it is not a list of texts".into()));
    };
    let text = |cell| match cell {
        Json::Text(text) => Ok(text),
        other => Err(fault(format!("a cell is {} and should be a text", other.kind()))),
    };
    cells.into_iter().map(text).collect()
}
