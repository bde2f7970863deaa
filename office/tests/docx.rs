//! Documents made here, and what is in their files.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools_office::docx;
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A document of one part with these lines.
fn document(lines: Value) -> Value {
    json!({ "title": "A plan", "points": 12, "parts": [{ "heading": "Actions", "lines": lines }] })
}

fn made(document: &Value) -> Vec<u8> {
    docx(&document.to_string()).expect("a document")
}

/// One file of the document.
fn file(document: &Value, name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(made(document))).expect("a zip file");
    let mut text = String::new();
    zip.by_name(name).expect("the file").read_to_string(&mut text).expect("text");
    text
}

fn body(lines: Value) -> String {
    file(&document(lines), "word/document.xml")
}

/// The paragraph that has this text, from its beginning to its end.
fn paragraph<'a>(xml: &'a str, text: &str) -> &'a str {
    let at = xml.find(text).unwrap_or_else(|| panic!("no `{text}` in {xml}"));
    let start = xml[..at].rfind("<w:p ").expect("a start");
    let end = xml[at..].find("</w:p>").expect("an end");
    &xml[start..at + end]
}

/// The definition of a style.
fn style<'a>(xml: &'a str, id: &str) -> &'a str {
    let at = xml.find(&format!("w:styleId=\"{id}\"")).unwrap_or_else(|| panic!("no style `{id}` in {xml}"));
    &xml[at..at + xml[at..].find("</w:style>").expect("an end")]
}

#[track_caller]
fn has(xml: &str, part: &str) {
    assert!(xml.contains(part), "no `{part}` in {xml}");
}

#[test]
fn texts_are_escaped_once() {
    let xml = body(json!([{ "text": "<b>&amp; \"it's\"" }]));
    assert!(!xml.contains("<b>"));
    has(&xml, "&lt;b&gt;&amp;amp; ");
    has(&xml, ">Actions</w:t>");
    let mut titled = document(json!([]));
    titled["title"] = json!("Ann & <Bo>\nplan");
    has(&file(&titled, "docProps/core.xml"), "<dc:title>Ann &amp; &lt;Bo&gt; plan</dc:title>");
}

#[test]
fn line_breaks_and_tabs_are_kept_and_control_characters_dropped() {
    let xml = body(json!([{ "text": "on\u{0}e\u{7}\u{B}\u{1F}\u{FFFE}\ntwo\r\nthree\tfour é \u{1F600}" }]));
    let one = paragraph(&xml, ">one<");
    assert_eq!(one.matches("<w:br ").count(), 2);
    assert_eq!(one.matches("<w:tab />").count(), 1);
    has(one, ">four é \u{1F600}<");
    assert!(!xml.chars().any(|letter| letter.is_control() || letter == '\u{FFFE}'));
}

#[test]
fn headings_have_styles_with_levels() {
    let whole = document(json!([{ "lead": "First" }, { "text": "words" }]));
    let xml = file(&whole, "word/document.xml");
    has(paragraph(&xml, "A plan"), "<w:pStyle w:val=\"Heading1\" />");
    has(paragraph(&xml, "Actions"), "<w:pStyle w:val=\"Heading2\" />");
    has(paragraph(&xml, "First"), "<w:pStyle w:val=\"Heading3\" />");
    assert!(!paragraph(&xml, "words").contains("pStyle"));
    let styles = file(&whole, "word/styles.xml");
    for (level, halves) in [(1, 40), (2, 32), (3, 28)] {
        let heading = style(&styles, &format!("Heading{level}"));
        has(heading, &format!("<w:name w:val=\"heading {level}\" />"));
        has(heading, &format!("<w:outlineLvl w:val=\"{}\" />", level - 1));
        has(heading, &format!("<w:sz w:val=\"{halves}\" />"));
        has(heading, "<w:keepNext />");
    }
}

#[test]
fn headings_with_nothing_in_them_are_left_out() {
    let xml = file(
        &json!({ "title": "", "points": 12, "parts": [{ "heading": "", "lines": [{ "lead": " " }] }] }),
        "word/document.xml",
    );
    assert!(!xml.contains("Heading"));
}

#[test]
fn names_are_bold_and_values_are_not() {
    let xml = body(json!([{ "name": "Born", "value": "1940" }]));
    let line = paragraph(&xml, ">Born<");
    let (name, value) = line.split_once(">Born<").expect("the name");
    has(name, "<w:b />");
    has(value, ">: </w:t>");
    has(value, ">1940</w:t>");
    assert!(!value.contains("<w:b />"));
}

#[test]
fn list_entries_are_numbered_with_bullets() {
    let whole = document(json!([{ "item": "milk" }]));
    has(paragraph(&file(&whole, "word/document.xml"), "milk"), "<w:numId w:val=\"2\" />");
    let numbering = file(&whole, "word/numbering.xml");
    has(&numbering, "<w:numFmt w:val=\"bullet\" />");
    has(&numbering, "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\" /></w:num>");
    has(&file(&whole, "word/_rels/document.xml.rels"), "numbering.xml");
}

#[test]
fn the_head_of_a_table_is_marked_and_its_rows_are_not() {
    let xml = body(json!([{ "head": ["Action", "By"], "rows": [["Call <w:cantSplit />", "Ann"], ["", "Bo\nCy"]] }]));
    assert_eq!(xml.matches("<w:tblHeader />").count(), 1);
    let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
    assert_eq!(rows.len(), 3);
    has(rows[0], "<w:tblHeader />");
    assert_eq!(rows[0].matches("<w:b />").count(), 2);
    assert!(!rows[1].contains("<w:b />"));
    assert!(rows.iter().all(|row| row.matches("<w:tc>").count() == 2));
    has(&xml, "<w:tblW w:w=\"5000\" w:type=\"pct\" />");
    has(&xml, "<w:insideH ");
    // A document may not end with a table.
    assert!(xml.rfind("<w:p ") > xml.rfind("</w:tbl>"));
}

#[test]
fn pages_are_a4_with_two_centimetres_and_a_number() {
    let whole = document(json!([]));
    let xml = file(&whole, "word/document.xml");
    has(&xml, "<w:pgSz w:w=\"11906\" w:h=\"16838\" />");
    has(&xml, "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\"");
    has(&xml, "<w:footerReference ");
    let footer = file(&whole, "word/footer1.xml");
    has(&footer, ">Page </w:t>");
    has(&footer, ">PAGE</w:instrText>");
    has(&footer, "> of </w:t>");
    has(&footer, ">NUMPAGES</w:instrText>");
}

#[test]
fn the_language_is_british_english() {
    let whole = document(json!([]));
    let styles = file(&whole, "word/styles.xml");
    let defaults = &styles[..styles.find("</w:rPrDefault>").expect("defaults")];
    has(defaults, "<w:lang w:val=\"en-GB\"");
    has(defaults, "w:ascii=\"Arial\"");
    has(&styles, "w:default=\"1\" w:styleId=\"Normal\"");
    has(&file(&whole, "docProps/core.xml"), "<dc:language>en-GB</dc:language>");
}

#[test]
fn large_print_is_larger_throughout() {
    let mut whole = document(json!([{ "text": "x" }]));
    whole["points"] = json!(18);
    let styles = file(&whole, "word/styles.xml");
    let defaults = &styles[..styles.find("</w:rPrDefault>").expect("defaults")];
    has(defaults, "<w:sz w:val=\"36\" />");
    has(style(&styles, "Heading1"), "<w:sz w:val=\"60\" />");
    has(style(&styles, "Heading3"), "<w:sz w:val=\"42\" />");
    // No size of its own for any paragraph.
    assert!(!file(&whole, "word/document.xml").contains("<w:sz "));
}

#[test]
fn every_file_that_is_named_is_there() {
    let mut zip = ZipArchive::new(Cursor::new(made(&document(json!([{ "item": "x" }]))))).expect("a zip file");
    let mut types = String::new();
    zip.by_name("[Content_Types].xml").unwrap().read_to_string(&mut types).unwrap();
    for name in types.split("PartName=\"/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(zip.by_name(name).is_ok(), "no {name}");
    }
    let mut rels = String::new();
    zip.by_name("word/_rels/document.xml.rels").unwrap().read_to_string(&mut rels).unwrap();
    for name in rels.split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(zip.by_name(&format!("word/{name}")).is_ok(), "no {name}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let whole = document(json!([{ "text": "x" }, { "item": "y" }, { "head": ["a"], "rows": [["b"]] }]));
    let first = made(&whole);
    assert_eq!(made(&whole), first);
    let elsewhere = std::thread::spawn(move || made(&whole)).join().unwrap();
    assert_eq!(elsewhere, first);
}

#[test]
fn other_shapes_are_refused_with_their_place() {
    let said = |json: &str| docx(json).expect_err("a fault");
    assert!(said("{").starts_with("This document is not JSON ("));
    assert_eq!(said("[]"), "The document is not an object.");
    assert_eq!(said("{}"), "The document has no `title`.");
    assert_eq!(said(r#"{"title": 1}"#), "The document has a `title` that is not a text.");
    for points in ["14", "\"12\"", "12.5", "-12", "null"] {
        let json = format!(r#"{{"title": "", "points": {points}, "parts": []}}"#);
        assert_eq!(said(&json), format!("The document has `{points}` for `points`, which is 12 or 18."));
    }
    let part = |part: Value| said(&json!({ "title": "", "points": 12, "parts": [part] }).to_string());
    assert_eq!(part(json!(1)), "Part 1 is not an object.");
    assert_eq!(part(json!({ "heading": "" })), "Part 1 has no `lines`.");
    assert_eq!(part(json!({ "heading": "", "lines": {} })), "Part 1 has a `lines` that is not a list.");
    assert_eq!(part(json!({ "heading": "", "lines": [], "x": 1 })), "Part 1 has a `x`, which does not belong there.");
    let line = |line: Value| said(&document(json!([{ "text": "" }, line])).to_string());
    assert_eq!(line(json!("x")), "Part 1, line 2 is not an object.");
    assert_eq!(line(json!({})), "Part 1, line 2 has none of `text`, `lead`, `item`, `name` and `head`.");
    assert_eq!(line(json!({ "item": null })), "Part 1, line 2 has a `item` that is not a text.");
    assert_eq!(line(json!({ "text": "", "lead": "" })), "Part 1, line 2 has a `lead`, which does not belong there.");
    assert_eq!(line(json!({ "name": "" })), "Part 1, line 2 has no `value`.");
    assert_eq!(line(json!({ "head": ["a"] })), "Part 1, line 2 has no `rows`.");
    assert_eq!(
        line(json!({ "head": [], "rows": [] })),
        "Part 1, line 2 is a table with 0 columns. It can have 1 to 63."
    );
    assert_eq!(line(json!({ "head": [1], "rows": [] })), "Part 1, line 2, cell 1 is not a text.");
    assert_eq!(line(json!({ "head": ["a"], "rows": ["b"] })), "Part 1, line 2, row 1 is not a list.");
    assert_eq!(
        line(json!({ "head": ["a"], "rows": [["b"], ["c", "d"]] })),
        "Part 1, line 2, row 2 has 2 cells, and the head of its table has 1."
    );
}
