//! The pages that are measured: the same questions by each contender, alone on a page and as a guest.

use super::govuk;
use super::lists;
use super::rivals::{self, Made};
use super::served::{Contents, Policy};
use super::table::COLUMNS;
use crate::build::files::Files;
use crate::build::package::snippets::{AHEAD, MODULE, fill};
use crate::example_list::{AS_OF, SEED, waiting_list, workers};
use care_tools::engine::dates::from_iso;
use care_tools::tools::{self, Tool};
use care_tools::words::Words;

/// The tool that is measured: the first to be built, and the one whose questions the others are given.
pub const TOOL: &str = "advocacy";
/// How many widgets stand on the page of many.
pub const MANY: usize = 20;

/// How many stand on the page whose longest task is measured.
pub const SOME: usize = 10;

const HOST: &str = "actions-and-next-steps-reablement.html";
const OURS: &str =
    r#"<link rel="stylesheet" href="care-tools.css"><script type="module" src="care-tools.js"></script>"#;
const GOVUK: &str = r#"<link rel="stylesheet" href="govuk.css">"#;
/// All widgets are in view at once, so that all of them start.
const STACKED: &str = r#"<link rel="stylesheet" href="stacked.css">"#;
const STACKED_CSS: &str = "care-advocacy { display: block; height: 30px; overflow: hidden; }";

/// Who is measured, in the order of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contender {
    /// Ourselves.
    Care,
    /// SurveyJS.
    Survey,
    /// React JSON Schema Form.
    Rjsf,
    /// LHC-Forms, for FHIR questionnaires.
    Lhc,
    /// Plain GOV.UK Frontend HTML.
    Govuk,
}

impl Contender {
    /// All of them.
    pub const ALL: [Contender; COLUMNS] =
        [Contender::Care, Contender::Survey, Contender::Rjsf, Contender::Lhc, Contender::Govuk];
    /// Those that are made from our logic.
    pub const RIVALS: [Contender; 3] = [Contender::Survey, Contender::Rjsf, Contender::Lhc];

    /// The name of its pages.
    pub fn name(self) -> &'static str {
        match self {
            Contender::Care => "care",
            Contender::Survey => "survey",
            Contender::Rjsf => "rjsf",
            Contender::Lhc => "lhc",
            Contender::Govuk => "govuk",
        }
    }
}

/// All files, and why a contender is not among them.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What is served.
    pub contents: Contents,
    missing: [Option<String>; COLUMNS],
}

impl Pages {
    /// Fails with the reason when a contender is not there.
    ///
    /// # Errors
    /// The reason.
    pub fn has(&self, contender: Contender) -> Result<(), String> {
        let reason = self.missing.get(contender as usize).cloned().flatten();
        reason.map_or(Ok(()), Err)
    }
}

/// Our own build, and the pages around it and the others.
///
/// # Errors
/// When our own questions or the example page are not as they should be.
pub fn all(built: &Files, rivals: &Result<Made, String>, govuk: &Result<String, String>) -> Result<Pages, String> {
    let tool = tools::named(TOOL).ok_or_else(|| format!("there is no tool `{TOOL}`"))?;
    let words = tools::words(TOOL)?;
    let mut contents = Contents::default();
    let is_widget = |name: &str| {
        name.starts_with("care-")
            || name.starts_with("lists-words-")
            || name.starts_with("words-")
            || name.starts_with("later-words-")
            || name.starts_with("law-")
            || name == "host.css"
    };
    built.iter().filter(|(name, _)| is_widget(name)).for_each(|(name, bytes)| contents.add(name, bytes));
    let host = Host::read(built)?;
    let day = from_iso(AS_OF).ok_or("the day of the example list is no date")?;
    contents.add(lists::LIST, waiting_list(100_000, SEED, day));
    contents.add(lists::WORKERS, workers(5_000, SEED, day));
    contents.add(lists::PAGE, bare(OURS, "<care-allocation view=\"list\"></care-allocation>"));
    contents.add("blank.html", bare("", ""));
    ours(&mut contents, tool, &host)?;
    if let Ok(made) = rivals {
        made.iter().for_each(|(name, bytes)| contents.add_under(Policy::OwnSite, name, bytes.as_slice()));
        for rival in Contender::RIVALS {
            let page = made.get(&format!("{}.html", rival.name())).ok_or("a form of another has no page")?;
            let head = rivals::head(&String::from_utf8_lossy(page));
            // As SurveyJS' guide says it; for the load it is let off the fonts of another site.
            host.add(&mut contents, rival.name(), &head.replace("survey.css", "survey-fonts.css"), &placed(""));
        }
    }
    let govuk = govuk.as_ref().map(|css| plain(&mut contents, tool, &words, css, &host));
    let rivals = || rivals.as_ref().err().cloned();
    Ok(Pages { contents, missing: [None, rivals(), rivals(), rivals(), govuk.err().cloned()] })
}

fn ours(contents: &mut Contents, tool: &Tool, host: &Host) -> Result<(), String> {
    let (element, drawn) = (tool.element, care_tools::pages::fallback(tool.id)?);
    let widget = format!("<{element} heading-level=\"4\">{drawn}</{element}>");
    let ahead = fill(AHEAD, &[("base", ""), ("module", MODULE)]);
    let ours = format!("{OURS}{ahead}");
    let stacked = format!("{ours}{STACKED}");
    contents.add("care.html", bare(&ours, &placed(&widget)));
    contents.add("stacked.css", STACKED_CSS);
    contents.add("one.html", bare(&stacked, &widget));
    contents.add("many.html", bare(&stacked, &widget.repeat(MANY)));
    contents.add("some.html", bare(&stacked, &widget.repeat(SOME)));
    contents.add("some-column.html", bare(&ours, &widget.repeat(SOME)));
    contents.add("column.html", bare(&ours, &widget.repeat(MANY)));
    host.add(contents, "base", "", &placed(""));
    host.add(contents, Contender::Care.name(), &ours, &placed(&widget));
    Ok(())
}

fn plain(contents: &mut Contents, tool: &Tool, words: &Words, css: &str, host: &Host) {
    let section = placed(&govuk::first_section(tool, words));
    contents.add("govuk.css", without_fonts(css));
    contents.add_under(Policy::OwnSite, "govuk.html", bare(GOVUK, &section));
    host.add(contents, Contender::Govuk.name(), GOVUK, &section);
}

/// The example page, with its tool taken out.
struct Host {
    before_head_ends: String,
    before_tool: String,
    after_tool: String,
}

impl Host {
    fn read(built: &Files) -> Result<Host, String> {
        let page = built.iter().find(|(name, _)| *name == HOST).map(|(_, bytes)| String::from_utf8_lossy(bytes));
        let page = page.ok_or_else(|| format!("there is no example page `{HOST}`"))?;
        let kept = |line: &&str| !line.contains("\"care-tools");
        let page: String = page.lines().filter(kept).flat_map(|line| [line, "\n"]).collect();
        let parts = || {
            let (before_head_ends, rest) = page.split_once("</head>")?;
            let (before_tool, rest) = rest.split_once("<care-advocacy")?;
            let (_, after_tool) = rest.split_once("</care-advocacy>")?;
            Some([before_head_ends, before_tool, after_tool].map(str::to_owned))
        };
        let [before_head_ends, before_tool, after_tool] =
            parts().ok_or_else(|| format!("`{HOST}` has no head or no `care-advocacy`"))?;
        Ok(Host { before_head_ends, before_tool, after_tool })
    }

    /// Adds the page with a guest, under either policy.
    fn add(&self, contents: &mut Contents, name: &str, head: &str, guest: &str) {
        let Host { before_head_ends, before_tool, after_tool } = self;
        let page = format!("{before_head_ends}{head}</head>{before_tool}{guest}{after_tool}");
        contents.add_under(Policy::OwnSite, &format!("host-{name}.html"), page.as_str());
        contents.add(&format!("host-{name}-strict.html"), page);
    }
}

/// A page with nothing else on it.
fn bare(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Bench</title>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// Where a contender stands on its page.
fn placed(content: &str) -> String {
    format!("<div id=\"tool\">{content}</div>")
}

/// The typeface of GOV.UK is for GOV.UK only: others build the style sheet without it.
fn without_fonts(css: &str) -> String {
    let mut pieces = css.split("@font-face{");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|piece| piece.split_once('}')).fold(first, |css, (_, rest)| css + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_left_out() {
        assert_eq!(without_fonts("a{}@font-face{x}b{}@font-face{y}c{}"), "a{}b{}c{}");
        assert_eq!(without_fonts("a{}"), "a{}");
    }

    #[test]
    fn a_guest_takes_the_place_of_the_tool() -> Result<(), String> {
        let mut built = Files::default();
        let page = "<head>\n<script src=\"care-tools.js\"></script>\n</head>a<care-advocacy>b</care-advocacy>c";
        built.add(HOST, page)?;
        let mut contents = Contents::default();
        Host::read(&built)?.add(&mut contents, "x", "[head]", "[guest]");
        let page = contents.file("host-x.html").map(|file| file.bytes.clone());
        assert_eq!(page.as_deref(), Some(b"<head>\n[head]</head>a[guest]c\n".as_slice()));
        Ok(())
    }
}
