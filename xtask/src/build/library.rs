//! Every tool's law and words in one file, for the view that opens the records of all of them.

use care_tools::json::Json;
use care_tools::tools::{self, WORDING, packed};

/// The file's text.
///
/// # Errors
/// When words are not JSON.
pub fn text() -> Result<String, String> {
    let mut whole = Vec::new();
    for tool in tools::all() {
        let words = WORDING.iter().find(|(id, _)| *id == tool.id).map_or("{}", |(_, text)| *text);
        let words = Json::read(words).map_err(|fault| format!("the words of `{}`: {fault}", tool.id))?;
        // A tool whose parts repeat has its law in the module.
        let law = tool.groups.is_empty().then(|| ("law".to_owned(), packed::write(tool)));
        let parts = law.into_iter().chain([("words".to_owned(), words)]).collect();
        whole.push((tool.id.to_owned(), Json::Object(parts)));
    }
    Ok(Json::Object(whole).write())
}
