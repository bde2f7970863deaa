//! Workbooks made here and read back.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools_office::{Fault, LARGEST, LAST_ROW, UNPACKED, read, rows};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::Write;

fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

fn read_back(book: Workbook) -> Vec<Vec<String>> {
    serde_json::from_str(&read(&saved(book)).expect("rows")).expect("a list of lists of texts")
}

fn date(year: u16, month: u8, day: u8) -> ExcelDateTime {
    ExcelDateTime::from_ymd(year, month, day).expect("a date")
}

#[test]
fn cells_come_out_as_a_person_would_type_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let uk = Format::new().set_num_format("dd/mm/yyyy");
    let stamp = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let hours = Format::new().set_num_format("[h]:mm");
    sheet.write(0, 0, "Referral ID").unwrap();
    sheet.write(0, 1, "Date received").unwrap();
    sheet.write(1, 0, 1001).unwrap();
    sheet.write_with_format(1, 1, date(2025, 6, 30), &uk).unwrap();
    sheet.write_with_format(1, 2, date(2024, 2, 29).and_hms(23, 59, 59).unwrap(), &stamp).unwrap();
    sheet.write(2, 0, 1.5).unwrap();
    sheet.write(2, 1, true).unwrap();
    sheet.write(2, 2, "a, \"b\"\nc é").unwrap();
    sheet.write_with_format(2, 3, 1.25, &hours).unwrap();
    sheet.write(3, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(3, 1, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(3, 2, -7).unwrap();
    assert_eq!(
        read_back(book),
        [
            vec!["Referral ID", "Date received"],
            vec!["1001", "2025-06-30", "2024-02-29"],
            vec!["1.5", "yes", "a, \"b\"\nc é", "1.25"],
            vec!["#DIV/0!", "2", "-7"],
        ]
    );
}

#[test]
fn places_in_the_list_are_row_numbers() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(2, 1, "ref").unwrap();
    sheet.write(5, 1, "R-1").unwrap();
    let none: Vec<&str> = vec![];
    assert_eq!(read_back(book), [none.clone(), none.clone(), vec!["", "ref"], none.clone(), none, vec!["", "R-1"]]);
}

#[test]
fn each_row_has_a_line_of_its_own() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "two\nlines").unwrap();
    sheet.write(1, 0, "x").unwrap();
    assert_eq!(read(&saved(book)).unwrap(), "[\n[\"two\\nlines\"],\n[\"x\"]\n]");
    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert_eq!(read(&saved(empty)).unwrap(), "[]");
}

#[test]
fn the_first_sheet_is_the_first_a_reader_sees() {
    let mut book = Workbook::new();
    book.add_worksheet().set_hidden(true).write(0, 0, "lists").unwrap();
    let shown = book.add_worksheet();
    shown.set_active(true).write(0, 0, "seen").unwrap();
    book.add_worksheet().write(0, 0, "later").unwrap();
    assert_eq!(read_back(book), [["seen"]]);
}

#[test]
fn stray_cells_are_no_trouble() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "x").unwrap();
    sheet.write(0, 16_383, "far right").unwrap();
    sheet.write_blank(1_048_575, 0, &Format::new().set_bold()).unwrap();
    assert_eq!(read_back(book), [["x"]]);
}

#[test]
fn what_cannot_be_read_is_said_in_plain_words() {
    let not = |bytes: &[u8]| read(bytes).expect_err("a fault");
    assert_eq!(not(b"ref,received\n1,2025-06-30\n"), Fault::NotXlsx);
    assert_eq!(not(b""), Fault::NotXlsx);
    assert_eq!(not(b"PK\x03\x04 and nothing more"), Fault::NotXlsx);
    assert_eq!(not(&vec![0; LARGEST + 1]), Fault::TooLarge);
    assert_eq!(not(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), Fault::OldExcel);
    assert!(rows(b"x").expect_err("a fault").starts_with("This is not an XLSX file."));

    let mut long = Workbook::new();
    long.add_worksheet().write(LAST_ROW, 0, "too far").unwrap();
    assert_eq!(not(&saved(long)), Fault::TooLarge);

    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "x").unwrap();
    let mut bytes = saved(book);
    // A part that says it unpacks to two thousand million bytes.
    let part = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let mut bomb = bytes.clone();
    bomb[part + 24..part + 28].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0x7F]);
    assert_eq!(not(&bomb), Fault::TooLarge);

    for at in (0..bytes.len()).step_by(7) {
        let kept = bytes[at];
        bytes[at] ^= 0x55;
        // Any answer will do, as long as there is one.
        let _ = read(&bytes);
        bytes[at] = kept;
        let _ = read(&bytes[..at]);
    }
}

/// A workbook whose sheet is far longer than it says of itself, and than what is read.
fn larger_than_it_says() -> Vec<u8> {
    const PART: &str = "xl/worksheets/sheet1.xml";
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    file.start_file(PART, zip::write::SimpleFileOptions::default()).unwrap();
    let spaces = vec![b' '; 1_000_000];
    for _ in 0..=UNPACKED / 1_000_000 {
        file.write_all(&spaces).unwrap();
    }
    let mut bytes = file.finish().unwrap().into_inner();
    // Before the part and in the list of parts, it says that it unpacks to sixteen bytes.
    for (mark, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let at = bytes.windows(4).position(|four| four == mark).unwrap() + size;
        bytes[at..at + 4].copy_from_slice(&[16, 0, 0, 0]);
    }
    bytes
}

#[test]
fn a_file_that_lies_about_its_length_is_refused() {
    let bomb = larger_than_it_says();
    assert!(bomb.len() < 5_000_000, "{} bytes are no bomb", bomb.len());
    // What unpacks it stops where a part has become as long as it says: there is no workbook in what is left.
    assert_eq!(read(&bomb), Err(Fault::NotXlsx));
}

#[test]
#[allow(clippy::print_stdout)]
fn a_long_list_is_read_in_reasonable_time() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..20_000 {
        for column in 0..20 {
            sheet.write(row, column, format!("value {}", (row + u32::from(column)) % 50)).unwrap();
        }
    }
    let bytes = saved(book);
    let start = std::time::Instant::now();
    let text = read(&bytes).unwrap();
    println!("20,000 rows of 20: {} bytes to {} in {:?}", bytes.len(), text.len(), start.elapsed());
    assert_eq!(text.lines().count(), 20_002);
}
