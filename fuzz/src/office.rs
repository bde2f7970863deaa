//! What has to hold of office files. It is compiled twice: for the fuzzer, and as a test of the module.

use care_tools_office::{Fault, LAST_COLUMN, LAST_ROW, LONGEST, docx, read};
use serde_json::Value;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A check of one target.
pub type Check = fn(&[u8]);

/// Every target of this file, by name.
pub const TARGETS: [(&str, Check); 2] = [("xlsx", workbook), ("docx", document)];

/// What separates the parts of a workbook in an input.
const BETWEEN: u8 = 0;
/// The parts that an input may give, in order.
const GIVEN: [&str; 4] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
/// What stands in a part that the input leaves out.
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook is refused with why, or becomes rows of texts within the bounds, the same each time.
///
/// A file is read as it is. Anything else is the text of its parts, which are packed here, so that an input need not be
/// packed rightly by chance.
pub fn workbook(bytes: &[u8]) {
    let packed = if bytes.starts_with(b"PK") { Some(bytes.to_vec()) } else { pack(bytes) };
    let Some(packed) = packed else { return };
    let rows = match read(&packed) {
        Ok(rows) => rows,
        Err(Fault::Damaged(why)) => return assert!(!why.is_empty()),
        Err(fault) => return assert!(!fault.to_string().is_empty()),
    };
    assert_eq!(read(&packed).as_ref(), Ok(&rows));
    assert!(rows.len() <= LONGEST + 1_000_000, "{} bytes", rows.len());
    let Ok(Value::Array(list)) = serde_json::from_str(&rows) else { panic!("no list of rows: {rows}") };
    assert!(list.len() <= LAST_ROW as usize);
    for row in &list {
        let cells = row.as_array().map_or(&[][..], Vec::as_slice);
        assert!(row.is_array() && cells.len() <= LAST_COLUMN as usize && cells.iter().all(Value::is_string), "{row}");
    }
    // The widgets take the list up line by line.
    assert!(list.is_empty() || rows.lines().count() == list.len() + 2, "a row is not on one line");
}

fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut given = bytes.split(|byte| *byte == BETWEEN);
    for name in GIVEN {
        let part = given.next().filter(|part| !part.is_empty());
        let usual = if name.ends_with("workbook.xml") { Some(WORKBOOK.as_bytes()) } else { None };
        if let Some(part) = part.or(usual) {
            zip.start_file(name, options).ok()?;
            zip.write_all(part).ok()?;
        }
    }
    zip.start_file("xl/_rels/workbook.xml.rels", options).ok()?;
    zip.write_all(RELATIONS.as_bytes()).ok()?;
    Some(zip.finish().ok()?.into_inner())
}

/// A document is refused in a sentence, or written as parts that are XML, the same each time.
pub fn document(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let file = match docx(text) {
        Ok(file) => file,
        Err(fault) => return assert!(fault.ends_with('.'), "no sentence: {fault}"),
    };
    assert_eq!(docx(text).as_ref(), Ok(&file));
    let Ok(mut parts) = ZipArchive::new(Cursor::new(&file)) else { panic!("no packed file") };
    for at in 0..parts.len() {
        let mut part = String::new();
        let read = parts.by_index(at).map(|mut file| file.read_to_string(&mut part).is_ok());
        assert!(matches!(read, Ok(true)), "a part cannot be read");
        assert!(is_xml(&part), "no XML: {part}");
    }
}

/// Whether every element that opens closes, in order, and no letter stands there that XML forbids.
fn is_xml(text: &str) -> bool {
    let forbidden =
        |letter: char| matches!(letter, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
    if text.contains(forbidden) {
        return false;
    }
    let mut open: Vec<&str> = Vec::new();
    let mut pieces = text.split('<');
    let before = pieces.next().is_some_and(|piece| piece.trim().is_empty());
    for piece in pieces {
        let Some((tag, after)) = piece.split_once('>') else { return false };
        let name = tag.trim_matches('/').split_whitespace().next().unwrap_or_default();
        let fits = match tag {
            _ if tag.starts_with('?') => true,
            _ if tag.starts_with('/') => open.pop() == Some(name),
            _ if tag.ends_with('/') => true,
            _ => {
                open.push(name);
                true
            }
        };
        if !fits || name.is_empty() || !entities_are_known(tag) || !entities_are_known(after) {
            return false;
        }
    }
    before && open.is_empty()
}

fn entities_are_known(text: &str) -> bool {
    text.split('&').skip(1).all(|piece| {
        let name = piece.split_once(';').map_or("", |(name, _)| name);
        matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") || name.starts_with('#')
    })
}
