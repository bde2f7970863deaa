//! The figures where people read them: in the README, and as data from which the build makes a page.

use super::table::{Table, heads};
use crate::build::files::{read, said};
use crate::build::numbers::DATA;
use serde_json::json;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- numbers: written by `cargo xtask bench --publish` -->\n";
const END: &str = "<!-- end of numbers -->\n";

/// Writes both.
///
/// # Errors
/// When a figure is missing, the README has no place for them, or a file cannot be written.
pub fn write(root: &Path, table: &Table) -> Result<(), String> {
    if table.not_measured() > 0 {
        return Err("figures are published only when all could be measured".to_owned());
    }
    let rows: Vec<Vec<String>> = table.rows().iter().map(|row| row.texts()).collect();
    let data = json!({ "about": table.about, "heads": heads(), "rows": rows });
    let data = serde_json::to_string_pretty(&data).map_err(|fault| fault.to_string())? + "\n";
    let readme = with_numbers(&read(&root.join("README.md"))?, &table.markdown())?;
    for (name, text) in [(DATA, data), ("README.md", readme)] {
        let path = root.join(name);
        fs::write(&path, text).map_err(|fault| said(&path, &fault))?;
    }
    Ok(())
}

fn with_numbers(readme: &str, numbers: &str) -> Result<String, String> {
    let parts = readme.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or("the README has no place for the numbers")?;
    Ok(format!("{before}{BEGIN}\n{numbers}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_numbers_go() {
        let readme = format!("a\n{BEGIN}old\n{END}b\n");
        assert_eq!(with_numbers(&readme, "new\n"), Ok(format!("a\n{BEGIN}\nnew\n\n{END}b\n")));
        assert!(with_numbers("a", "new").is_err());
    }
}
