//! `licences.txt`: the licences of everything inside the shipped modules, with their texts.

use super::crates::Crate;
use crate::build::files::{read, said};
use std::fs;
use std::path::Path;

const OPENING: &str = "\
Care Tools contains the work of others. Here is each part, the licence under which it is offered, and the text.
Where a licence gives a choice (“OR”), every text that comes with the part is here.
";

/// What a licence's file is called, before its ending.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Texts that stand once each, with a number.
#[derive(Debug, Default)]
struct Texts(Vec<String>);

impl Texts {
    /// The number of a text, which is kept if it is new. Line ends and spaces at the end of lines make no difference.
    fn number(&mut self, text: &str) -> usize {
        let text = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned();
        let known = self.0.iter().position(|it| *it == text);
        let at = known.unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        });
        at + 1
    }
}

/// The standard texts, for parts that come without a file.
#[derive(Debug)]
pub struct Standard {
    /// MIT, without a line of copyright.
    pub mit: String,
    /// Apache 2.0.
    pub apache: String,
}

impl Standard {
    /// From our own licence files.
    ///
    /// # Errors
    /// When they are not there.
    pub fn of(root: &Path) -> Result<Standard, String> {
        let mit = read(&root.join("LICENSE-MIT"))?;
        let kept: Vec<&str> = mit.lines().filter(|line| !line.starts_with("Copyright")).collect();
        Ok(Standard { mit: kept.join("\n").replace("\n\n\n", "\n\n"), apache: read(&root.join("LICENSE-APACHE"))? })
    }

    /// The texts of the licences that an expression names and that we have.
    fn named(&self, expression: &str) -> Vec<(&'static str, &str)> {
        let words: Vec<&str> = expression.split([' ', '(', ')']).collect();
        let both = [("MIT", self.mit.as_str()), ("Apache-2.0", self.apache.as_str())];
        both.into_iter().filter(|(name, _)| words.contains(name)).collect()
    }
}

/// One part of what is inside.
struct Part<'a> {
    name: String,
    licence: &'a str,
    authors: &'a [String],
    files: Vec<(String, String)>,
}

/// The file's text.
///
/// # Errors
/// When a licence's file cannot be read, or a part comes without one under a licence whose text we do not have.
pub fn text(crates: &[Crate], standard: &Standard, compiler: &str) -> Result<String, String> {
    let library = format!("The standard library of Rust {compiler}");
    let mut parts = vec![Part { name: library, licence: "MIT OR Apache-2.0", authors: &[], files: Vec::new() }];
    for it in crates.iter().filter(|it| !it.ours) {
        let name = format!("{} {}", it.key.0, it.key.1);
        parts.push(Part { name, licence: &it.licence, authors: &it.authors, files: files(it)? });
    }
    let mut texts = Texts::default();
    let listed: Result<Vec<String>, String> = parts.iter().map(|part| entry(part, standard, &mut texts)).collect();
    let rule = "=".repeat(80);
    let numbered = texts.0.iter().enumerate();
    let texts = numbered.map(|(at, text)| format!("{rule}\nText {}\n{rule}\n\n{text}\n\n", at + 1));
    Ok(format!("{OPENING}\n{}\n{}", listed?.join("\n"), texts.collect::<String>()))
}

/// What is said of a part, with the numbers of its texts.
fn entry(part: &Part<'_>, standard: &Standard, texts: &mut Texts) -> Result<String, String> {
    let Part { name, licence, authors, files } = part;
    let begins = format!("{name}\n  Licence: {licence}\n");
    if !files.is_empty() {
        let numbers = files.iter().map(|(name, text)| format!("{} ({name})", texts.number(text)));
        return Ok(format!("{begins}  Texts: {}\n", numbers.collect::<Vec<_>>().join(", ")));
    }
    let known = standard.named(licence);
    if known.is_empty() {
        return Err(format!(
            "`{name}` comes without the text of its licence, `{licence}`, and there is none here for it: find the text \
             and add it to `xtask/src/build/package/licences.rs`"
        ));
    }
    let numbers = known.iter().map(|(name, text)| format!("{name} is text {}", texts.number(text)));
    let numbers = numbers.collect::<Vec<_>>().join(", ");
    let by = if authors.is_empty() { String::new() } else { format!(" Authors: {}.", authors.join(", ")) };
    Ok(format!("{begins}  It comes without a file of its licence. The standard text applies: {numbers}.{by}\n"))
}

/// The licence files in a crate's folder: names and texts, in order of name.
fn files(it: &Crate) -> Result<Vec<(String, String)>, String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(&it.folder).map_err(|fault| said(&it.folder, &fault))? {
        let path = entry.map_err(|fault| said(&it.folder, &fault))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && is_licence(&name) {
            names.push(name);
        }
    }
    names.extend(it.licence_file.clone().filter(|name| it.folder.join(name).is_file()));
    names.sort();
    names.dedup();
    names.into_iter().map(|name| Ok((name.clone(), read(&it.folder.join(&name))?))).collect()
}

/// `LICENSE-MIT`, `license.md` and the like, but no program of that name.
fn is_licence(name: &str) -> bool {
    let upper = name.to_uppercase();
    let ending = upper.rsplit_once('.').map(|(_, ending)| ending.to_owned());
    let text = ending.is_none_or(|it| ["TXT", "MD", "0"].contains(&it.as_str()) || it.contains('-'));
    text && NAMES.iter().any(|known| upper.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::super::crates;
    use super::*;
    use crate::places::Places;

    #[test]
    fn names_of_licence_files() {
        let licences = ["LICENSE", "LICENSE-MIT", "license.md", "COPYING", "UNLICENSE", "LICENSE-Apache-2.0"];
        assert!(licences.into_iter().all(is_licence));
        assert!(!["README.md", "licenses.rs", "Cargo.toml"].map(is_licence).iter().any(|it| *it));
    }

    #[test]
    fn every_crate_is_named_and_every_text_stands_once() -> Result<(), String> {
        let places = Places::find()?;
        let crates = crates::shipped(&places)?;
        let text = text(&crates, &Standard::of(&places.root)?, "1.2.3")?;
        for it in crates.iter().filter(|it| !it.ours) {
            assert!(text.contains(&format!("\n{} {}\n  Licence: {}\n", it.key.0, it.key.1, it.licence)));
        }
        let (list, _) = text.split_once("\nText 1\n").ok_or("no texts")?;
        assert!(list.contains("docx-rs") && list.contains("The standard text applies"));
        assert!(!text.contains(&*places.root.to_string_lossy()));
        let home = std::env::home_dir().unwrap_or_default();
        assert!(home.as_os_str().is_empty() || !text.contains(&format!("{}/", home.display())));
        Ok(())
    }

    #[test]
    fn a_licence_without_a_text_stops_the_build() {
        let it = Crate {
            key: ("a".into(), "1.0.0".into()),
            licence: "Unheard-of-1.0".into(),
            ours: false,
            checksum: None,
            folder: std::env::temp_dir(),
            licence_file: None,
            authors: Vec::new(),
            uses: std::collections::BTreeSet::new(),
        };
        let standard = Standard { mit: "M".into(), apache: "A".into() };
        let empty = std::env::temp_dir().join(format!("care-tools-licences-{}", std::process::id()));
        assert!(fs::create_dir_all(&empty).is_ok());
        let bare = |licence: &str| Crate { licence: licence.into(), folder: empty.clone(), ..it.clone() };
        assert!(
            text(&[bare("Unheard-of-1.0")], &standard, "1").is_err_and(|words| words.contains("`Unheard-of-1.0`"))
        );
        let found = text(&[bare("MIT OR Zlib")], &standard, "1").unwrap_or_default();
        assert!(found.contains("The standard text applies: MIT is text"));
        assert!(fs::remove_dir_all(&empty).is_ok());
    }
}
