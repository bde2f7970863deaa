//! What a council's file says for one tool, and what the reader has to be told beforehand.

use crate::engine::dates;
use crate::json::Json;
use crate::locality::{Fault, Locality};
use crate::tools::Tool;
use crate::ui::parts::notice::Notice;
use crate::words::Words;
use chrono::NaiveDate;

/// Reads the file for some tools. A file with a fault is not used, and the notices say what is wrong with it; they also
/// say that the tool had to restart, that the law of another day is read, or that words did not arrive, where `options`
/// says so.
pub fn read(words: &Words, tools: &[&'static Tool], file: Option<&str>, options: &Json) -> (Locality, Vec<Notice>) {
    let mut notices = Vec::new();
    if options.get("restarted").is_some() {
        notices.push(notice(words, "restart", Vec::new()));
    }
    if let Some(day) = preview(options) {
        let text = words.fill("law_on.text", &[("day", &words.day(day))]);
        notices.push(Notice { text, printed: true, ..notice(words, "law_on", Vec::new()) });
    }
    if options.get("aside").is_some() {
        notices.push(notice(words, "aside", Vec::new()));
    }
    if let Some(text) = options.get("unspoken").and_then(Json::as_text) {
        notices.push(Notice { title: text.to_owned(), text: String::new(), list: Vec::new(), printed: false });
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

/// The day whose law is read, where the page asks for another than today's.
pub fn preview(options: &Json) -> Option<NaiveDate> {
    options.get("law_on").and_then(Json::as_text).and_then(dates::from_iso)
}

fn notice(words: &Words, about: &str, list: Vec<String>) -> Notice {
    let text = |part| words.say(&format!("{about}.{part}")).to_owned();
    Notice { title: text("title"), text: text("text"), list, printed: false }
}
