//! Each tool's law as data, fetched with the tool: so that no page downloads the law of another.

use super::files::Files;
use care_tools::tools::{self, packed};

/// Adds a file for each tool. Returns the tools and the names.
///
/// # Errors
/// When a file cannot be added.
pub fn add(files: &mut Files) -> Result<Vec<(String, String)>, String> {
    let add_one = |tool: &tools::Tool| {
        let law = packed::write(tool).write();
        Ok((tool.id.to_owned(), files.add_hashed(&format!("law-{}", tool.id), "json", law)?))
    };
    // A tool whose parts repeat has a module of its own, with its law inside.
    tools::all().iter().filter(|tool| tool.groups.is_empty()).map(add_one).collect()
}
