//! `cargo xtask snippet ELEMENT`: the lines to paste into a page.

use crate::build::package::SNIPPETS;
use crate::build::package::elements::{self, Attribute, Element, Kind, named};
use crate::build::package::snippets::{BASE, Form, Pinned, lines};
use crate::places::Places;
use serde_json::Value;
use std::path::Path;

/// Prints the lines.
///
/// # Errors
/// There is no such element, attribute or value; or names with hashes are asked for and nothing is built.
pub fn run(words: &[String]) -> Result<(), String> {
    let elements = elements::all()?;
    let asked = Asked::read(&elements, words)?;
    let form = match asked.form {
        Wanted::Newest => Form::Newest,
        Wanted::Pinned => Form::Pinned(pinned(&Places::find()?.dist())?),
        Wanted::Frame => Form::Frame,
    };
    print!("{}", lines(asked.element, &asked.given, &asked.base, &form)?);
    Ok(())
}

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked<'a> {
    element: &'a Element,
    given: Vec<(&'a Attribute, String)>,
    base: String,
    form: Wanted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Newest,
    Pinned,
    Frame,
}

impl<'a> Asked<'a> {
    fn read(elements: &'a [Element], words: &[String]) -> Result<Asked<'a>, String> {
        let [name, rest @ ..] = words else {
            let known: Vec<&str> = elements.iter().map(|it| it.name).collect();
            return Err(format!("say for which element: {}", known.join(", ")));
        };
        let element = named(elements, name)?;
        let mut asked = Asked { element, given: Vec::new(), base: BASE.to_owned(), form: Wanted::Newest };
        let mut rest = rest.iter();
        while let Some(word) = rest.next() {
            let option = word.strip_prefix("--").ok_or_else(|| format!("this command does not know `{word}`"))?;
            let (option, mut own) = match option.split_once('=') {
                Some((option, value)) => (option, Some(value.to_owned())),
                None => (option, None),
            };
            let mut value = || {
                own.take()
                    .or_else(|| rest.next().cloned())
                    .ok_or_else(|| format!("`--{option}` needs a value behind it"))
            };
            match option {
                "pinned" => asked.wants(Wanted::Pinned)?,
                "frame" => asked.wants(Wanted::Frame)?,
                "base" => {
                    let base = value()?;
                    if base.is_empty() || base.contains(char::is_whitespace) {
                        return Err(format!("`--base` is `{base}`; it should be an address without spaces"));
                    }
                    asked.base = base;
                }
                other => {
                    let attribute = element.attribute(other)?;
                    let value = if attribute.kind == Kind::Boolean { String::new() } else { value()? };
                    if asked.given.iter().any(|(known, _)| known.name == attribute.name) {
                        return Err(format!("`--{other}` is given twice"));
                    }
                    asked.given.push((attribute, attribute.read(&value)?));
                }
            }
        }
        Ok(asked)
    }

    fn wants(&mut self, form: Wanted) -> Result<(), String> {
        if self.form != Wanted::Newest && self.form != form {
            return Err("`--pinned` and `--frame` do not go together: a frame shows what its site has".to_owned());
        }
        self.form = form;
        Ok(())
    }
}

/// The names and hashes of the last build.
fn pinned(dist: &Path) -> Result<Pinned, String> {
    let none = || "there is no build with names to pin: run `cargo xtask build` first".to_owned();
    let text = std::fs::read_to_string(dist.join(SNIPPETS)).map_err(|_| none())?;
    let data: Value = serde_json::from_str(&text).map_err(|fault| format!("`dist/{SNIPPETS}`: {fault}"))?;
    Pinned::read(&data["pinned"]).ok_or_else(none)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> Result<(Vec<String>, String, Wanted), String> {
        let elements = elements::all()?;
        let words: Vec<String> = words.split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect();
        let asked = Asked::read(&elements, &words)?;
        let given = asked.given.iter().map(|(attribute, value)| format!("{}={value}", attribute.name)).collect();
        Ok((given, asked.base, asked.form))
    }

    fn check(words: &str, part_of_the_error: &str) {
        let error = asked(words).err().unwrap_or_default();
        assert!(error.contains(part_of_the_error), "`{words}`: `{error}`");
    }

    #[test]
    fn words_are_read() {
        let (given, base, form) = asked("care-advocacy --heading-level 3 --share-record --base=/x/ --pinned")
            .unwrap_or_else(|it| (vec![it], String::new(), Wanted::Newest));
        assert_eq!(given, ["heading-level=3", "share-record="]);
        assert_eq!((base.as_str(), form), ("/x/", Wanted::Pinned));
    }

    #[test]
    fn what_there_is_not_is_refused_with_what_there_is() {
        check("", "care-advocacy, care-allocation");
        check("care-nothing", "there is no element `care-nothing`; there are `care-advocacy`");
        check(
            "care-advocacy --view list",
            "`care-advocacy` has no attribute `view`; it has `locality`, `heading-level`",
        );
        check("care-allocation --view table", "it should be one of `priority`, `list`, `match`, `plan`");
        check("care-advocacy --heading-level 5", "a whole number from 2 to 4");
        check("care-advocacy --heading-level", "needs a value");
        check("care-advocacy --law-on tomorrow", "a day, written as `2026-11-22`");
        check("care-advocacy word", "does not know `word`");
        check("care-advocacy --frame --pinned", "do not go together");
        check("care-advocacy --section about --section about", "given twice");
        check("care-advocacy --base", "needs a value");
    }

    #[test]
    fn pinned_names_need_a_build() {
        let nowhere = std::env::temp_dir().join("care-tools-no-build-here");
        assert!(pinned(&nowhere).is_err_and(|words| words.contains("run `cargo xtask build` first")));
    }
}
