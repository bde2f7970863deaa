//! The boxes that people type into: no browser keeps what is typed there, or sends it away to have its spelling checked.

use super::aside;
use super::session::Session;
use serde_json::Value;

/// Every box of a tool that is live, with what a browser may do with it.
const FOUND: &str = "(() => {
    const boxes = 'textarea, input:not([type=radio], [type=checkbox], [type=file], [type=button], [type=hidden])';
    const roots = [...document.querySelectorAll('*')].map((it) => it.shadowRoot).filter(Boolean);
    const kept = (it) => (it.autocomplete || it.form?.autocomplete) !== 'off' && 'may be kept by the browser';
    const sent = (it) => it.spellcheck && 'may be sent to have its spelling checked';
    return roots.flatMap((root) => [...root.querySelectorAll(boxes)]).flatMap((it) =>
        [kept(it), sent(it)].filter(Boolean).map((fault) => `the box \\u201c${it.id || it.name}\\u201d ${fault}`));
})()";

/// A sentence for each box that is not as it should be.
///
/// # Errors
/// When the check cannot be made.
pub async fn check(session: &Session) -> Result<Vec<String>, String> {
    let found = aside::evaluate(session, FOUND).await?;
    let lines = found.as_array().ok_or("there is no list of boxes")?;
    Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}
