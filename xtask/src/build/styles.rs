//! The style sheet, under two names.

use super::files::{Files, read};
use super::lighter;
use std::path::Path;

/// Adds the style sheet for the page to link, which keeps its name so that a page never changes, and
/// for the widgets to fetch, which may be kept for ever. Returns the second name.
///
/// # Errors
/// When it is not there.
pub fn add(files: &mut Files, root: &Path) -> Result<String, String> {
    let css = lighter::styles(&read(&root.join("src/ui/widgets.css"))?)?;
    files.add("care-tools.css", css.clone())?;
    files.add_hashed("care-tools", "css", css)
}

/// Adds the style sheet of the lists. Returns its name.
///
/// # Errors
/// When it is not there.
pub fn add_lists(files: &mut Files, root: &Path) -> Result<String, String> {
    files.add_hashed("care-lists", "css", lighter::styles(&read(&root.join("src/lists/lists.css"))?)?)
}

/// Adds the style sheet of the action plan. Returns its name.
///
/// # Errors
/// When it is not there.
pub fn add_plans(files: &mut Files, root: &Path) -> Result<String, String> {
    files.add_hashed("care-plans", "css", lighter::styles(&read(&root.join("src/plans/plans.css"))?)?)
}

/// Adds the style sheet of supervision. Returns its name.
///
/// # Errors
/// When it is not there.
pub fn add_supervision(files: &mut Files, root: &Path) -> Result<String, String> {
    let css = read(&root.join("src/supervision/supervision.css"))?;
    files.add_hashed("care-supervision", "css", lighter::styles(&css)?)
}
