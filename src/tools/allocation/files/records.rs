//! Delimited text, record by record, with the line each begins on.

use super::fault::FileFault;
use super::values::tidy;

/// One record. It is filled again and again, so that a long file does not ask for new memory at each line.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// The line of the file where it begins, from 1.
    pub line: u32,
    text: String,
    ends: Vec<usize>,
}

impl Record {
    /// Empties it for the record that begins on this line.
    pub fn begin(&mut self, line: u32) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
    }

    /// Adds a cell.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    /// The cells, tidy, in order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| tidy(self.text.get(start..*end).unwrap_or_default()))
    }

    /// Whether nothing is in any cell.
    pub fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// Where a file of delimited text has been read up to.
#[derive(Debug)]
pub(super) struct Delimited {
    at: usize,
    line: u32,
    core: Box<csv_core::Reader>,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl Delimited {
    /// The beginning of a file, after a byte order mark.
    pub fn new(bytes: &[u8], delimiter: u8) -> Delimited {
        Delimited {
            at: if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 },
            line: 1,
            core: Box::new(csv_core::ReaderBuilder::new().delimiter(delimiter).build()),
            output: vec![0; 1_024],
            ends: vec![0; 32],
        }
    }

    /// How many bytes are done.
    pub fn done(&self) -> usize {
        self.at
    }

    /// Reads the next record, or says that there is none. Empty lines are passed over.
    pub fn read(&mut self, bytes: &[u8], record: &mut Record) -> Result<bool, FileFault> {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.go_to(self.at + empty, bytes);
        if self.at >= bytes.len() {
            return Ok(false);
        }
        let (start, line) = (self.at, self.line);
        let (length, count, end) = self.one(bytes)?;
        self.go_to(end, bytes);
        record.begin(line);
        let foreign =
            || FileFault::NotUtf8 { line: line_of_foreign(bytes.get(start..end).unwrap_or_default(), line) };
        let text =
            self.output.get(..length).and_then(|output| std::str::from_utf8(output).ok()).ok_or_else(foreign)?;
        let mut from = 0;
        for end in self.ends.iter().take(count) {
            // Half a letter in one cell and half in the next is no letter.
            record.push(text.get(from..*end).ok_or_else(foreign)?);
            from = *end;
        }
        Ok(true)
    }

    /// Takes one record into `output` and `ends`: the bytes and cells it has, and where it stops.
    fn one(&mut self, bytes: &[u8]) -> Result<(usize, usize, usize), FileFault> {
        use csv_core::ReadRecordResult as Found;
        let (mut at, mut length, mut count) = (self.at, 0, 0);
        loop {
            // A last line without an end gets one. Inside quotation marks it ends nothing: then they are open.
            let last = at >= bytes.len();
            let input = if last { b"\n" } else { bytes.get(at..).unwrap_or_default() };
            let output = self.output.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(count..).unwrap_or_default();
            let (found, read, written, ended) = self.core.read_record(input, output, ends);
            at += if last { 0 } else { read };
            length += written;
            count += ended;
            match found {
                Found::Record => return Ok((length, count, at)),
                Found::OutputFull => self.output.resize(self.output.len() * 2, 0),
                Found::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                Found::InputEmpty | Found::End if last => return Err(FileFault::OpenQuote { line: self.line }),
                Found::InputEmpty | Found::End => {}
            }
        }
    }

    fn go_to(&mut self, end: usize, bytes: &[u8]) {
        let ends = (self.at..end).filter(|at| ends_line(bytes, *at)).count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.at = end;
    }
}

/// Whether a line ends with the byte at this place: a line feed, or a return with no line feed after it.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'\n') => true,
        Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

fn line_of_foreign(raw: &[u8], first: u32) -> u32 {
    let upto = std::str::from_utf8(raw).map_or_else(|fault| fault.valid_up_to(), |_| 0);
    let before = (0..upto).filter(|at| ends_line(raw, *at)).count();
    first.saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
}

/// What separates the cells: a tab, as when cells are copied from a spreadsheet, where that makes more of
/// the headings known, otherwise a comma.
pub(super) fn delimiter(bytes: &[u8], known: impl Fn(&str) -> bool) -> u8 {
    let headings = |delimiter| {
        let (mut records, mut record) = (Delimited::new(bytes, delimiter), Record::default());
        while let Ok(true) = records.read(bytes, &mut record) {
            if !record.is_blank() {
                return record.cells().filter(|cell| known(cell)).count();
            }
        }
        0
    };
    if headings(b'\t') > headings(b',') { b'\t' } else { b',' }
}

/// What kind of file it is not, from its first bytes.
pub(super) fn look(bytes: &[u8]) -> Result<(), FileFault> {
    match bytes {
        _ if bytes.len() > super::table::LARGEST => Err(FileFault::TooLarge),
        [b'P', b'K', 3, 4, ..] => Err(FileFault::Workbook),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(FileFault::OldWorkbook),
        _ => Ok(()),
    }
}
