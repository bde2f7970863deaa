//! `cargo xtask verify FILE`: what anybody can check of a saved record, without a browser.

use care_tools::record::plan_file;
use care_tools::record::read::{LARGEST, open};
use care_tools::record::receipt::receipt;
use care_tools::record::replay::replay;
use care_tools::record::seal::Integrity;
use care_tools::record::shape::Fault;
use care_tools::tools;

/// A line of the receipt has at most so many characters.
const WIDTH: usize = 80;

/// Reads a record, prints its receipt, and says whether it can be relied on.
///
/// # Errors
/// When the file cannot be read, has changed since it was made, or is decided otherwise by the rules of today.
pub fn run(words: &[String]) -> Result<(), String> {
    let [file] = words else { return Err("say which file to check: `cargo xtask verify FILE`".to_owned()) };
    let size = std::fs::metadata(file).map_err(|fault| format!("`{file}`: {fault}"))?.len();
    if usize::try_from(size).map_or(true, |size| size > LARGEST) {
        return Err(format!("`{file}` is larger than {} megabytes", LARGEST / 1_000_000));
    }
    let text = std::fs::read_to_string(file).map_err(|fault| format!("`{file}`: {fault}"))?;
    let said = tools::supervision_words()?;
    let every: Vec<&'static tools::Tool> = tools::all().iter().collect();
    let named = |faults: Vec<Fault>| {
        let faults: Vec<String> = faults.iter().map(|fault| fault.say(&said)).collect();
        format!("`{file}` was not read:\n{}", faults.join("\n"))
    };
    let opened = open(&text, &every).map_err(named)?;
    if opened.record.text_at("tool_id") == "action_planning" {
        plan_file::of(&opened.record).map_err(named)?;
    }
    let tool = tools::named(opened.record.text_at("tool_id")).ok_or("there is no such tool")?;
    let words = tools::words(tool.id)?.and(said.clone());
    print!("{}", receipt(&opened, tool, &words).to_text_within(WIDTH));
    let same = replay(&opened.record, tool).is_some_and(|replay| replay.agrees());
    match (opened.integrity, same) {
        (Integrity::Changed, _) => Err(format!("`{file}` has changed since it was made")),
        (_, false) => Err(format!("the rules of today decide `{file}` otherwise")),
        _ => Ok(()),
    }
}
