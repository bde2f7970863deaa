//! The same form as three others draw it, made from our own logic JSON by the scripts in `others/`.

use crate::build::files::{Files, said};
use crate::commands;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LOGIC: &str = "logic/advocacy.json";
/// The style sheet that SurveyJS' guide names. It asks another site for fonts.
const WITH_FONTS: (&str, &str) = ("node_modules/survey-core/survey-core.min.css", "survey-fonts.css");

/// Every file that was made, by name.
pub type Made = BTreeMap<String, Vec<u8>>;

/// Makes the three forms below a folder.
///
/// # Errors
/// When npm or one of the scripts refuses.
pub fn make(root: &Path, folder: &Path, built: &Files) -> Result<Made, String> {
    let (work, out) = (folder.join("others"), folder.join("others-made"));
    copy(&root.join("xtask/src/bench/others"), &work)?;
    drop(fs::remove_dir_all(&out));
    fs::create_dir_all(&out).map_err(|fault| said(&out, &fault))?;
    let logic = built.iter().find(|(name, _)| *name == LOGIC).map(|(_, bytes)| bytes);
    let file = work.join("logic.json");
    fs::write(&file, logic.ok_or_else(|| format!("there is no `{LOGIC}`"))?).map_err(|fault| said(&file, &fault))?;
    if !work.join("node_modules").is_dir() {
        commands::run(Command::new("npm").current_dir(&work).args(["ci", "--silent"]))?;
    }
    commands::run(Command::new("node").current_dir(&work).arg("build.mjs").arg(&file).arg(&out))?;
    let with_fonts = work.join(WITH_FONTS.0);
    fs::copy(&with_fonts, out.join(WITH_FONTS.1)).map_err(|fault| said(&with_fonts, &fault))?;
    let mut made = Made::new();
    for path in files(&out)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        made.insert(name, fs::read(&path).map_err(|fault| said(&path, &fault))?);
    }
    Ok(made)
}

/// The lines of a page's head that bring its files.
pub fn head(page: &str) -> String {
    page.lines().filter(|line| line.starts_with("<link") || line.starts_with("<script")).collect()
}

/// The files that a page names.
pub fn named(page: &str) -> Vec<&str> {
    let after = ["href=\"", "src=\""].into_iter().flat_map(|mark| page.split(mark).skip(1));
    after.filter_map(|rest| rest.split('"').next()).collect()
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|fault| said(to, &fault))?;
    for path in files(from)? {
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to).map_err(|fault| said(&path, &fault))?;
        }
    }
    Ok(())
}

/// What is in a folder, but for the packages that somebody installed there by hand.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|fault| said(folder, &fault))?;
    Ok(entries.flatten().map(|it| it.path()).filter(|path| !path.ends_with("node_modules")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_page_are_named() {
        let page = "<title>x</title>\n<link rel=\"stylesheet\" href=\"a.css\">\n<script defer src=\"b.js\"></script>";
        assert_eq!(named(page), ["a.css", "b.js"]);
        assert_eq!(head(page), page.replace("<title>x</title>\n", "").replace('\n', ""));
    }
}
