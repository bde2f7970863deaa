//! All texts that a reader sees, each with the place where it is read.

use care_tools::council::catalogue;
use care_tools::engine::Citation;
use care_tools::tools;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What a text is for, which says what it is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// For the person whom the work is about: the start for easy read, and what is said to them of a wait.
    Person,
    /// For whoever uses a tool: questions, hints, results, the screen.
    Instruction,
    /// A rule in one or two sentences, given as a reason. It joins the law's conditions, so it may be longer.
    Reason,
    /// The prose of a page, and sentences written in the code for those who keep a settings file.
    Page,
    /// Law, guidance or procedure, as it is cited.
    Citation,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Text {
    /// The tool or screen, or the file.
    pub source: String,
    /// What is read together with it: a question with its hint and choices, an outcome, a section, a page.
    pub unit: String,
    /// Its path in the words, or its number on the page.
    pub path: String,
    /// The text.
    pub text: String,
    /// What it is for.
    pub manner: Manner,
}

impl Text {
    /// A text of the catalogue of words.
    pub fn of_catalogue(kind: &str, path: &str, text: &str) -> Text {
        let steps: Vec<&str> = path.split('.').collect();
        let unit = steps.iter().take(2).copied().collect::<Vec<_>>().join(".");
        let person = path.starts_with("say.easy.") || path.starts_with("packs.WP.");
        let manner = match steps.first() {
            _ if person => Manner::Person,
            Some(&"rules") => Manner::Reason,
            _ => Manner::Instruction,
        };
        Text { source: kind.to_owned(), unit, path: path.to_owned(), text: text.to_owned(), manner }
    }

    /// Where it stands, for a message.
    pub fn place(&self) -> String {
        format!("{}: {}", self.source, self.path)
    }

    /// The text with every gap filled by a word: `{day}` is read as one.
    pub fn filled(&self) -> String {
        filled(&self.text)
    }
}

fn filled(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str("name");
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The catalogue, the pages and the sentences in the code.
///
/// The code of the pages is read as the code of the tools is: literals between quotation marks.
pub fn prose() -> Vec<Text> {
    let mut all: Vec<Text> = catalogue::entries()
        .expect("the catalogue")
        .iter()
        .map(|entry| Text::of_catalogue(entry.kind, &entry.path, &entry.text))
        .collect();
    all.extend(files("www", "html").iter().flat_map(|path| page(path, &read(path))));
    for (folder, ending) in [("src", "rs"), ("src", "js"), ("www", "js")] {
        all.extend(files(folder, ending).iter().flat_map(|path| code(path, &read(path))));
    }
    all.retain(|text| !text.text.is_empty());
    all
}

/// Every citation of every tool, once, and what is said to be confirmed in it.
pub fn citations() -> Vec<Text> {
    let mut all = BTreeSet::new();
    for tool in tools::all() {
        let law = &tool.law;
        let mut cited: Vec<&Citation> = Vec::new();
        cited.extend(law.rows().flat_map(|(_, row)| &row.sources));
        cited.extend(law.questions().flat_map(|question| &question.sources));
        cited.extend(law.outcomes.iter().flat_map(|outcome| &outcome.sources));
        cited.extend(law.warnings.iter().flat_map(|warning| &warning.sources));
        all.extend(cited.iter().map(|citation| (tool.id, citation.text(), Manner::Citation)));
        all.extend(cited.iter().map(|citation| (tool.id, citation.confirm.to_owned(), Manner::Page)));
    }
    all.retain(|(_, text, _)| !text.is_empty());
    let cited = |(tool, text, manner): (&str, String, Manner)| Text {
        source: tool.to_owned(),
        unit: text.clone(),
        path: "citation".to_owned(),
        text,
        manner,
    };
    all.into_iter().map(cited).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("a file")
}

/// The files below a folder with an ending, by their path from the root, in order.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).expect("a folder") {
            let path = folder.join(entry.expect("an entry").file_name());
            if root().join(&path).is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path.to_str().expect("a path").to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Elements that stand within a sentence: all others begin and end a text.
const INLINE: [&str; 11] = ["a", "abbr", "b", "cite", "em", "i", "q", "s", "small", "span", "strong"];

/// Elements whose content is not prose. Where one stands within a sentence it counts as one word.
const NO_PROSE: [&str; 6] = ["script", "style", "pre", "svg", "code", "kbd"];

/// Attributes whose values are shown or read out.
const READ_OUT: [&str; 4] = ["alt", "aria-label", "placeholder", "title"];

/// The texts of a page. The whole page is read together.
fn page(path: &str, html: &str) -> Vec<Text> {
    let (mut texts, mut attributes) = (String::new(), String::new());
    let mut rest = html;
    while let Some((prose, after)) = rest.split_once('<') {
        // A blank line in the file is none for a reader; here one divides texts.
        texts.push_str(&prose.replace('\n', " "));
        if let Some(comment) = after.strip_prefix("!--") {
            rest = behind(comment, "-->");
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        for attribute in READ_OUT {
            let value = behind(tag, &format!(" {attribute}=\"")).split('"').next().unwrap_or_default();
            attributes.push_str(&format!("\n{}", value.replace('\n', " ")));
        }
        let is_name = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
        let name: String = tag.trim_start_matches('/').chars().take_while(is_name).collect();
        let is_skipped = NO_PROSE.contains(&name.as_str()) && !tag.starts_with('/');
        rest = if is_skipped { behind(behind(after, &format!("</{name}")), ">") } else { after };
        match name.as_str() {
            "code" | "kbd" => texts.push_str("code"),
            name if INLINE.contains(&name) => {}
            _ => texts.push('\n'),
        }
    }
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    texts.push_str(&attributes);
    let texts = texts.lines().map(one_line).map(|text| text.replace("&amp;", "&").replace("&nbsp;", " "));
    let entry = |(at, text)| Text {
        source: path.to_owned(),
        unit: "page".to_owned(),
        path: at_number(at),
        text,
        manner: Manner::Page,
    };
    texts.filter(|text| !text.is_empty()).enumerate().map(entry).collect()
}

/// What comes after a mark; nothing where there is none.
fn behind<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, behind)| behind)
}

/// The sentences in the code: literals that begin with a capital and end as a sentence does. What stands in
/// comments and in tests is no reader's.
fn code(path: &str, rust: &str) -> Vec<Text> {
    let rust = rust.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = rust.lines().filter(|line| !line.trim_start().starts_with("//"));
    let rust = lines.collect::<Vec<_>>().join("\n").replace("'\"'", "").replace("b'\"'", "");
    let mut texts = Vec::new();
    let mut rest = rust.as_str();
    while let Some((_, after)) = rest.split_once('"') {
        let mut literal = String::new();
        let mut letters = after.char_indices();
        let mut end = after.len();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    end = at + 1;
                    break;
                }
                '\\' => match letters.next() {
                    // A literal goes on in the next line, without the spaces before it.
                    Some((_, '\n')) => literal.push('\u{1}'),
                    Some((_, 'n')) => literal.push('\n'),
                    Some((_, other)) => literal.push(other),
                    None => {}
                },
                _ => literal.push(letter),
            }
        }
        rest = after.get(end..).unwrap_or_default();
        let whole: Vec<&str> = literal.split('\u{1}').collect();
        let text = whole.iter().enumerate().map(|(at, it)| if at == 0 { it } else { it.trim_start() });
        texts.push(text.collect::<String>());
    }
    let is_sentence = |text: &String| {
        text.chars().next().is_some_and(char::is_uppercase)
            && text.trim_end().ends_with(['.', '?'])
            && text.split_whitespace().count() >= 3
    };
    let entry = |(at, text): (usize, String)| Text {
        source: path.to_owned(),
        unit: at_number(at),
        path: at_number(at),
        text,
        manner: Manner::Page,
    };
    texts.into_iter().filter(is_sentence).enumerate().map(entry).collect()
}

fn at_number(at: usize) -> String {
    format!("text {}", at + 1)
}

#[test]
fn a_page_is_read_as_its_reader_does() {
    let html = "<head><title>One</title><style>p { color: red }</style></head><body><!-- no <b>word</b> -->\n\
                <p>Press <a href=\"x\" title=\"To see\">the\n button</a> and <code>x.y</code>.</p><script>let two = 1 < 2;</script>\
                <care-advocacy><p>This tool needs scripts.</p></care-advocacy>";
    let read: Vec<String> = page("a.html", html).into_iter().map(|it| it.text).collect();
    assert_eq!(read, ["One", "Press the button and code.", "This tool needs scripts.", "To see"]);
}

#[test]
fn a_sentence_in_the_code_is_read_whole() {
    let rust = "/// Not \"This comment here.\"\nlet a = \"One thing \\\n    and another.\"; let b = \"no-sentence\";\n\
                let c = format!(\"It said \\\"{x}\\\" and left.\");\n#[cfg(test)]\nlet d = \"This is a test.\";";
    let read: Vec<String> = code("a.rs", rust).into_iter().map(|it| it.text).collect();
    assert_eq!(read, ["One thing and another.", "It said \"{x}\" and left."]);
}

#[test]
fn gaps_are_words() {
    assert_eq!(filled("Due in {n} days, by {day}."), "Due in name days, by name.");
}
