//! CSV files for a spreadsheet.

use super::columns::Field;
use super::table::Row;

/// A CSV file while it is written, so that a long one can be written in slices.
///
/// It begins with a byte order mark and its lines end as on Windows, because that is what makes Excel show
/// every letter as it is. A cell that a spreadsheet could take for a formula gets an apostrophe, which
/// reading takes off again.
#[derive(Clone, Debug)]
pub struct Csv {
    text: String,
}

impl Csv {
    /// A file with these headings.
    pub fn new<T: AsRef<str>>(headings: impl IntoIterator<Item = T>) -> Csv {
        let mut csv = Csv { text: String::from('\u{FEFF}') };
        csv.row(headings);
        csv
    }

    /// A waiting list that [`Reading`](super::Reading) takes back as it was.
    pub fn waiting_list() -> Csv {
        Csv::new(Field::ALL.iter().map(|field| field.id()))
    }

    /// Adds a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.text.push_str("\r\n");
    }

    /// Adds a row of a waiting list, in the order of the fields.
    pub fn waiting_row(&mut self, row: &Row) {
        self.row(Field::ALL.iter().map(|field| row.cell(*field)));
    }

    /// The whole file.
    pub fn finish(self) -> String {
        self.text
    }

    fn cell(&mut self, cell: &str) {
        let guard = if could_be_formula(cell) { "'" } else { "" };
        let plain = cell.trim() == cell && !cell.contains([',', '"', '\n', '\r', '\t', ';']);
        if plain {
            self.text.push_str(guard);
            self.text.push_str(cell);
        } else {
            self.text.push('"');
            self.text.push_str(guard);
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        }
    }
}

/// Whether a spreadsheet could take a cell for a formula, or reading could take off an apostrophe of its own.
fn could_be_formula(cell: &str) -> bool {
    const FULL_WIDTH: [char; 4] = ['＝', '＋', '－', '＠'];
    let start = cell.trim_start();
    start.starts_with(['=', '+', '-', '@', '\''])
        || start.starts_with(FULL_WIDTH)
        || cell.starts_with(['\t', '\r', '\n', '\0'])
}

/// A whole CSV file.
pub fn write<H, R, C>(headings: impl IntoIterator<Item = H>, rows: impl IntoIterator<Item = R>) -> String
where
    H: AsRef<str>,
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut csv = Csv::new(headings);
    for row in rows {
        csv.row(row);
    }
    csv.finish()
}

/// The blank template of a waiting list: every heading, and no rows.
pub fn template() -> String {
    Csv::waiting_list().finish()
}
