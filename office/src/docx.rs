//! Writes a DOCX file that a screen reader can find its way in.

mod document;
mod package;

use document::{Document, Line, Part, Points, Table};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, Footer, IndentLevel, Level, LevelJc, LevelText, LineSpacing, LineSpacingType,
    NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Run, RunFonts, SpecialIndentType,
    Start, Style, StyleType, TableCell, TableCellMargins, TableRow, WidthType,
};
use wasm_bindgen::prelude::wasm_bindgen;

// Lengths are in twentieths of a point, as in the file.

/// The width and the height of A4 paper.
const A4: (u32, u32) = (11_906, 16_838);
/// The margin on each side of a page: two centimetres.
const MARGIN: i32 = 1_134;
/// From the edge of the paper to the page number: one centimetre.
const TO_FOOTER: i32 = 567;
/// What is left for text between the margins.
const TEXT_WIDTH: usize = 9_638;
/// From the margin to the text of a bulleted list.
const INDENT: i32 = 360;
/// The whole width between the margins, in fiftieths of a per cent.
const FULL_WIDTH: usize = 5_000;
/// The numbering of our bulleted lists. The library has one of its own, with the number 1.
const BULLETS: usize = 2;
/// A font that every computer has, or has one of the same widths for.
const FONT: &str = "Arial";

/// A document as a DOCX file.
///
/// `document` is JSON: `{"title": text, "points": 12 or 18, "parts": [{"heading": text, "lines": [...]}]}`.
/// A line is one of `{"text": text}`, `{"lead": text}` for a heading one level below the part's,
/// `{"item": text}` in a bulleted list, `{"name": text, "value": text}`, and
/// `{"head": [text, ...], "rows": [[text, ...], ...]}` for a table whose head is repeated on each page. An
/// empty title or heading is left out. Line breaks and tabs in a text are kept; characters that no such file
/// can hold are dropped.
///
/// The same document gives the same bytes: nothing in the file says when it was made.
///
/// # Errors
/// Where the document has another shape, in a sentence.
#[wasm_bindgen]
pub fn docx(document: &str) -> Result<Vec<u8>, String> {
    let document = Document::read(document)?;
    let titled = with_heading(blank(document.points), "Heading1", &document.title);
    let whole = document.parts.iter().fold(titled, with_part);
    package::pack(whole.build(), &document.title)
}

/// A document with everything but its content.
fn blank(points: Points) -> Docx {
    let margin = PageMargin {
        top: MARGIN,
        left: MARGIN,
        bottom: MARGIN,
        right: MARGIN,
        header: TO_FOOTER,
        footer: TO_FOOTER,
        gutter: 0,
    };
    let blank = Docx::new()
        .page_size(A4.0, A4.1)
        .page_margin(margin)
        .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT))
        .default_size(points.halves())
        .default_line_spacing(spacing(0, 120).line_rule(LineSpacingType::Auto).line(276))
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet()))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .footer(Footer::new().add_paragraph(page_number()));
    styles(points).into_iter().fold(blank, Docx::add_style)
}

/// The styles that the document uses. A program knows the levels of the headings, and a screen reader the
/// headings, by these names.
fn styles(points: Points) -> Vec<Style> {
    let body = points.halves();
    let item = paragraph_style("ListBullet", "List Bullet").line_spacing(spacing(0, 60));
    let cell = paragraph_style("TableText", "Table Text").line_spacing(spacing(40, 40));
    let footer = paragraph_style("Footer", "footer").line_spacing(spacing(0, 0));
    vec![
        heading_style(1, body * 5 / 3, spacing(0, 240)),
        heading_style(2, body * 4 / 3, spacing(360, 120)),
        heading_style(3, body * 7 / 6, spacing(240, 80)),
        item,
        cell,
        footer.align(docx_rs::AlignmentType::Center),
    ]
}

fn paragraph_style(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal")
}

fn heading_style(level: usize, halves: usize, around: LineSpacing) -> Style {
    let mut style = paragraph_style(&format!("Heading{level}"), &format!("heading {level}"))
        .next("Normal")
        .size(halves)
        .bold()
        .line_spacing(around)
        .outline_lvl(level - 1);
    // A heading at the foot of a page, with its text on the next, is easily lost.
    style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
    style
}

fn spacing(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}

fn bullet() -> Level {
    Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left")).indent(
        Some(INDENT),
        Some(SpecialIndentType::Hanging(INDENT)),
        None,
        None,
    )
}

fn page_number() -> Paragraph {
    Paragraph::new()
        .style("Footer")
        .add_run(Run::new().add_text("Page "))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new())
}

/// A heading that is not there is no stop for a screen reader.
fn with_heading(docx: Docx, style: &str, text: &str) -> Docx {
    if text.trim().is_empty() { docx } else { docx.add_paragraph(paragraph(text).style(style)) }
}

fn with_part(docx: Docx, part: &Part) -> Docx {
    part.lines.iter().fold(with_heading(docx, "Heading2", &part.heading), with_line)
}

fn with_line(docx: Docx, line: &Line) -> Docx {
    match line {
        Line::Text(text) => docx.add_paragraph(paragraph(text)),
        Line::Lead(text) => with_heading(docx, "Heading3", text),
        Line::Item(text) => docx.add_paragraph(
            paragraph(text).style("ListBullet").numbering(NumberingId::new(BULLETS), IndentLevel::new(0)),
        ),
        Line::Named { name, value } => docx.add_paragraph(
            Paragraph::new().add_run(run(name).bold()).add_run(Run::new().add_text(": ")).add_run(run(value)),
        ),
        // Two tables with nothing between them would be one, and no document may end with a table.
        Line::Table(rows) => docx.add_table(table(rows)).add_paragraph(Paragraph::new().style("TableText")),
    }
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new().add_run(run(text))
}

/// A text with its line breaks and tabs.
fn run(text: &str) -> Run {
    text.split('\n').enumerate().fold(Run::new(), |run, (at, line)| {
        let run = if at == 0 { run } else { run.add_break(BreakType::TextWrapping) };
        line.split('\t').enumerate().fold(run, |run, (at, piece)| {
            let run = if at == 0 { run } else { run.add_tab() };
            if piece.is_empty() { run } else { run.add_text(piece) }
        })
    })
}

fn table(table: &Table) -> docx_rs::Table {
    // Only a head is kept whole: `package::pack` tells heads by that.
    let head = TableRow::new(table.head.iter().map(|text| cell(run(text).bold())).collect()).cant_split();
    let rows = table.rows.iter().map(|row| TableRow::new(row.iter().map(|text| cell(run(text))).collect()));
    let columns = table.head.len();
    docx_rs::Table::new(std::iter::once(head).chain(rows).collect())
        .set_grid(vec![TEXT_WIDTH / columns.max(1); columns])
        .width(FULL_WIDTH, WidthType::Pct)
        .margins(TableCellMargins::new().margin_left(100, WidthType::Dxa).margin_right(100, WidthType::Dxa))
}

fn cell(run: Run) -> TableCell {
    TableCell::new().add_paragraph(Paragraph::new().style("TableText").add_run(run))
}
