//! Pages: the examples, the paper forms, and the logic for a solicitor to check.

use super::Linked;
use super::files::{Files, said};
use super::numbers::MARK as MARK_NUMBERS;
use care_tools::pages as written;
use care_tools::tools::WORDING;
use std::fs;
use std::path::Path;

const MARK: &str = "<!-- fallback: ";
const MARK_END: &str = " -->";

/// Adds all of `www/`, with the content for readers without script where a page asks for it.
///
/// The pages link the style sheet and the module by the names that the widgets fetch, so that each is downloaded once.
/// `numbers` are the figures that the last bench published.
///
/// # Errors
/// When a page names a tool that there is not, or cannot be read.
pub fn examples(files: &mut Files, www: &Path, linked: Linked<'_>, numbers: &str) -> Result<(), String> {
    add_folder(files, www, "", &|name, bytes| finished(name, bytes, linked, numbers))
}

/// Adds a paper form for each tool.
///
/// # Errors
/// When a form cannot be written.
pub fn paper(files: &mut Files) -> Result<(), String> {
    WORDING.iter().try_for_each(|(tool, _)| files.add(format!("paper/{tool}.html"), written::paper(tool)?))
}

/// Adds the logic pages, below a folder that is named with its final `/`, or empty.
///
/// # Errors
/// When a page cannot be written.
pub fn logic(files: &mut Files, folder: &str) -> Result<(), String> {
    files.add(format!("{folder}index.html"), written::logic_index()?)?;
    WORDING.iter().try_for_each(|(tool, _)| {
        files.add(format!("{folder}{tool}.html"), written::logic_page(tool)?)?;
        files.add(format!("{folder}{tool}.json"), written::logic_json(tool)?)
    })
}

type Finish<'a> = dyn Fn(&str, Vec<u8>) -> Result<Vec<u8>, String> + 'a;

fn add_folder(files: &mut Files, folder: &Path, below: &str, finish: &Finish<'_>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|fault| said(folder, &fault))? {
        let path = entry.map_err(|fault| said(folder, &fault))?.path();
        let name = format!("{below}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            add_folder(files, &path, &format!("{name}/"), finish)?;
        } else {
            let bytes = fs::read(&path).map_err(|fault| said(&path, &fault))?;
            files.add(name.clone(), finish(&name, bytes)?)?;
        }
    }
    Ok(())
}

fn finished(name: &str, bytes: Vec<u8>, linked: Linked<'_>, numbers: &str) -> Result<Vec<u8>, String> {
    if !name.ends_with(".html") {
        return Ok(bytes);
    }
    let page = String::from_utf8(bytes).map_err(|_| format!("`www/{name}` is not UTF-8 text"))?;
    let Linked { css, module } = linked;
    let names = [("care-tools.css", css), ("care-tools.wasm", module)];
    let page = names
        .iter()
        .fold(page, |page, (lasting, now)| page.replace(&format!("href=\"{lasting}\""), &format!("href=\"{now}\"")));
    let page = page.replace(MARK_NUMBERS, numbers);
    with_fallbacks(&page, written::fallback).map(String::into_bytes).map_err(|fault| format!("`www/{name}`: {fault}"))
}

fn with_fallbacks(page: &str, fallback: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let mut pieces = page.split(MARK);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (tool, rest) = piece.split_once(MARK_END).ok_or("a mark `<!-- fallback: … -->` has no end")?;
        whole.push_str(&fallback(tool)?);
        whole.push_str(rest);
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(tool: &str) -> Result<String, String> {
        Ok(format!("[{tool}]"))
    }

    #[test]
    fn every_mark_is_filled() {
        let page = "<a><!-- fallback: advocacy --></a><b><!-- fallback: allocation --></b>";
        assert_eq!(with_fallbacks(page, named), Ok("<a>[advocacy]</a><b>[allocation]</b>".to_owned()));
    }

    #[test]
    fn a_page_without_marks_is_as_it_was() {
        assert_eq!(with_fallbacks("<p>Words</p>", named), Ok("<p>Words</p>".to_owned()));
    }

    #[test]
    fn an_unknown_tool_stops_the_build() {
        assert!(with_fallbacks("<!-- fallback: x -->", |tool| Err(format!("no tool `{tool}`"))).is_err());
    }
}
