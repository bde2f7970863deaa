//! The custom properties that a page may set, read from the style sheet itself with its comments as descriptions.

use crate::build::files::read;
use std::path::Path;

const FROM: &str = "--- tokens */";

/// A custom property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its name, with `--`.
    pub name: String,
    /// What it is where the page sets nothing.
    pub default: String,
    /// What it is for.
    pub description: String,
}

/// Reads them from the sheet of the widgets.
///
/// # Errors
/// When it is not there, or has no tokens.
pub fn of(root: &Path) -> Result<Vec<Token>, String> {
    let tokens = tokens(&read(&root.join("src/ui/widgets.css"))?);
    if tokens.is_empty() { Err("`src/ui/widgets.css` has no tokens".to_owned()) } else { Ok(tokens) }
}

/// The first block after the heading “tokens”. A comment on a line of its own is about the lines below it, one behind a
/// value is about that value.
fn tokens(sheet: &str) -> Vec<Token> {
    let block = sheet.split_once(FROM).map_or("", |(_, rest)| rest);
    let mut rest = block.split_once('{').map_or("", |(_, rest)| rest);
    let (mut found, mut about) = (Vec::new(), String::new());
    loop {
        rest = rest.trim_start();
        if let Some((comment, after)) = comment(rest) {
            about = first_sentence(&one_line(comment));
            rest = after;
            continue;
        }
        let declared = rest.split_once(';').and_then(|(declared, after)| Some((declared.split_once(':')?, after)));
        let Some(((name, default), after)) = declared.filter(|_| rest.starts_with("--")) else { return found };
        let behind = after.trim_start_matches(' ');
        let (said, after) = comment(behind).unwrap_or(("", after));
        let said = without_numbers(&one_line(said));
        let description = if said.is_empty() { of_group(&about, name) } else { said };
        found.push(Token { name: name.trim().to_owned(), default: one_line(default), description });
        rest = after;
    }
}

/// What is said of a property without a comment: its group, and the rest of its name.
fn of_group(about: &str, name: &str) -> String {
    format!("{about}: {}", name.trim().trim_start_matches("--ct-").replace('-', " "))
}

/// A comment at the start of a text, and what follows it.
fn comment(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("/*")?.split_once("*/")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_sentence(text: &str) -> String {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches(['.', ':']).to_owned()
}

/// The comments begin with measured sizes or contrasts, which are for those who change the sheet.
fn without_numbers(comment: &str) -> String {
    let is_number = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '/');
    comment.split(' ').skip_while(is_number).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "/* -- tokens */ .a { --x: 1; }\n/* --- tokens */\n:host,\n:where(.p) {\n  /* Space. More. */\n  \
                         --ct-a: 1px; /* 4px */\n  --ct-b: calc(2 * var(--ct-a)); /* 1.5 / 2 links,\n   borders */\n\n  /* Colour */\n  \
                         --ct-c: #fff;\n}\n/* --- reset */\n.b { --ct-d: 1; }";

    #[test]
    fn a_comment_says_what_a_property_is_for() {
        let token = |name: &str, default: &str, description: &str| Token {
            name: name.to_owned(),
            default: default.to_owned(),
            description: description.to_owned(),
        };
        let expected = [
            token("--ct-a", "1px", "Space: a"),
            token("--ct-b", "calc(2 * var(--ct-a))", "links, borders"),
            token("--ct-c", "#fff", "Colour: c"),
        ];
        assert_eq!(tokens(SHEET), expected);
    }

    #[test]
    fn the_sheet_of_the_widgets_has_them() {
        let found = tokens(include_str!("../../../../src/ui/widgets.css"));
        assert!(found.iter().any(|token| token.name == "--ct-accent"));
        assert!(found.iter().all(|token| token.name.starts_with("--ct-") && !token.default.is_empty()));
        assert!(found.iter().all(|token| !token.description.is_empty()));
    }
}
