//! What a council's file says for one tool, and what the reader has to be told beforehand.

use crate::json::Json;
use crate::locality::{Fault, Locality};
use crate::tools::Tool;
use crate::ui::parts::notice::Notice;
use crate::words::Words;

/// Reads the file for some tools. A file with a fault is not used, and the notices say what is wrong with it; they also
/// say that the tool had to restart, where `options` says so.
pub fn read(words: &Words, tools: &[&'static Tool], file: Option<&str>, options: &Json) -> (Locality, Vec<Notice>) {
    let mut notices = Vec::new();
    if options.get("restarted").is_some() {
        notices.push(notice(words, "restart", Vec::new()));
    }
    let locality = match file.map(|text| Locality::read_for(text, tools).and_then(|read| read.against(words))) {
        Some(Ok(locality)) => locality,
        Some(Err(faults)) => {
            notices.push(notice(words, "locality", faults.iter().map(Fault::to_string).collect()));
            Locality::default()
        }
        None => {
            let missing = options.get("locality_missing").map(|_| words.say("locality.missing").to_owned());
            notices.extend(missing.map(|what| notice(words, "locality", vec![what])));
            Locality::default()
        }
    };
    (locality, notices)
}

fn notice(words: &Words, about: &str, list: Vec<String>) -> Notice {
    let text = |part| words.say(&format!("{about}.{part}")).to_owned();
    Notice { title: text("title"), text: text("text"), list }
}
