//! The parts of the file, packed, and what the library leaves out of them.

use docx_rs::XMLDocx;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the texts are written in, for spelling and for a voice that reads them out.
const LANGUAGE: &str = "en-GB";

/// The whole file.
///
/// The library could pack it too, and would bring a second copy of all that packs and unpacks here.
///
/// # Errors
/// When the library writes something that we do not know; our tests would say so first.
pub fn pack(parts: XMLDocx, title: &str) -> Result<Vec<u8>, String> {
    let core = core(title);
    let document = with_heads(parts.document)?;
    let styles = with_language(parts.styles)?;
    let mut files: Vec<(String, &[u8])> = [
        ("[Content_Types].xml", parts.content_type.as_slice()),
        ("_rels/.rels", &parts.rels),
        ("docProps/app.xml", &parts.doc_props.app),
        ("docProps/core.xml", core.as_bytes()),
        ("docProps/custom.xml", &parts.doc_props.custom),
        ("word/_rels/document.xml.rels", &parts.document_rels),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/settings.xml", &parts.settings),
        ("word/fontTable.xml", &parts.font_table),
        ("word/comments.xml", &parts.comments),
        ("word/commentsExtended.xml", &parts.comments_extended),
        ("word/numbering.xml", &parts.numberings),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into();
    let footers = parts.footers.iter().enumerate();
    files.extend(footers.map(|(at, footer)| (format!("word/footer{}.xml", at + 1), footer.as_slice())));
    zipped(&files).map_err(|fault| format!("This document cannot be packed ({fault})."))
}

fn zipped(files: &[(String, &[u8])]) -> zip::result::ZipResult<Vec<u8>> {
    // A day of its own for each file would make two of the same document different.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Marks the heads of tables, which are then repeated on each page and read out with each cell.
fn with_heads(document: Vec<u8>) -> Result<String, String> {
    // In a text these signs are escaped, so the mark stands nowhere else.
    Ok(text(document)?.replace("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />"))
}

/// Says what language the document is in, and which style a paragraph has that names none.
fn with_language(styles: Vec<u8>) -> Result<String, String> {
    let styles = text(styles)?;
    let language = format!("<w:lang w:val=\"{LANGUAGE}\" w:eastAsia=\"{LANGUAGE}\" /></w:rPr></w:rPrDefault>");
    let styles = replaced(&styles, "</w:rPr></w:rPrDefault>", &language)?;
    replaced(&styles, " w:styleId=\"Normal\">", " w:default=\"1\" w:styleId=\"Normal\">")
}

/// What a file says about itself. The library would name an unknown author and the year 1970.
fn core(title: &str) -> String {
    let title = title.replace(['\n', '\t'], " ").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{title}</dc:title><dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )
}

fn text(part: Vec<u8>) -> Result<String, String> {
    String::from_utf8(part).map_err(|fault| format!("This document cannot be packed ({fault})."))
}

fn replaced(part: &str, from: &str, to: &str) -> Result<String, String> {
    if part.contains(from) {
        Ok(part.replacen(from, to, 1))
    } else {
        Err(format!("This document cannot be packed (`{from}` is missing)."))
    }
}
