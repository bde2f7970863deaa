//! How big it is, as a browser downloads it.

use super::files::Files;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Mutex;

const BROTLI_QUALITY: i32 = 11;
const BROTLI_WINDOW: i32 = 22;

struct Row<'a> {
    name: &'a str,
    bytes: usize,
    brotli: usize,
}

/// The files that the widgets need, and the sum before the first question of each tool.
pub fn table(files: &Files) -> String {
    let rows = rows(files, is_widget);
    let lines = rows.iter().map(|it| line(it.name, it.bytes, it.brotli));
    let sums = sums(&rows)
        .into_iter()
        .map(|(of, bytes, brotli)| line(&format!("before the first question of {of}"), bytes, brotli));
    std::iter::once(format!("{:<44}{:>10}{:>10}\n", "file", "bytes", "Brotli")).chain(lines).chain(sums).collect()
}

/// The same as data, with every file that is shipped.
pub fn json(files: &Files, is_shipped: impl Fn(&str) -> bool) -> Value {
    let rows = rows(files, is_shipped);
    let each: Vec<Value> =
        rows.iter().map(|it| json!({ "name": it.name, "bytes": it.bytes, "brotli": it.brotli })).collect();
    let sums: Map<String, Value> = sums(&rows)
        .into_iter()
        .map(|(of, bytes, brotli)| (of.to_owned(), json!({ "bytes": bytes, "brotli": brotli })))
        .collect();
    json!({ "files": each, "before_the_first_question": sums })
}

fn rows<'a>(files: &'a Files, counts: impl Fn(&str) -> bool) -> Vec<Row<'a>> {
    let row = |(name, bytes): (&'a str, &[u8])| Row { name, bytes: bytes.len(), brotli: brotli_length(bytes) };
    files.iter().filter(|(name, _)| counts(name)).map(row).collect()
}

/// Screens, with the bytes and the packed bytes before the first question of each.
fn sums<'a>(rows: &[Row<'a>]) -> Vec<(&'a str, usize, usize)> {
    let screens = rows.iter().filter_map(|it| screen(it.name).filter(|_| it.name.contains("words-")));
    screens
        .map(|of| {
            let needed = || rows.iter().filter(|it| is_widget(it.name) && needs(of, it.name));
            (of, needed().map(|it| it.bytes).sum(), needed().map(|it| it.brotli).sum())
        })
        .collect()
}

/// Whether a screen's first question waits for a file.
fn needs(of: &str, name: &str) -> bool {
    let module = match of {
        "lists" => "care-lists",
        "action_planning" => "care-plans",
        "supervision" => "care-supervision",
        _ => "care-tools",
    };
    if let Some(screen) = screen(name) {
        return screen == of;
    }
    // Style sheets stand one on the other, in this order.
    let sheets = ["care-tools", "care-lists", "care-plans", "care-supervision"];
    let place = |stem: &str| sheets.iter().position(|it| stem.starts_with(it));
    match name.ends_with(".css") {
        true => place(name) <= place(module),
        // The second file of the form's code comes once advocacy is live; the other forms wait for it.
        false if of == "advocacy" && name.starts_with("care-tools-rest-") => false,
        false => name == "care-tools.js" || name.starts_with(module),
    }
}

fn line(name: &str, bytes: usize, brotli: usize) -> String {
    format!("{name:<44}{bytes:>10}{brotli:>10}\n")
}

/// The style sheet and the module that a page names are left out: they hold the same bytes as those counted, and a page may
/// go without.
/// So are the entry under its second name, words that come once the tool is live, and what is fetched only once somebody
/// asks for it.
fn is_widget(name: &str) -> bool {
    let code = ["care-tools", "care-lists", "care-plans", "care-supervision"].iter().any(|it| name.starts_with(it));
    (code || screen(name).is_some()) && !is_counted_elsewhere(name)
}

/// What is named like a file that the widgets fetch, and is the same bytes by another name or not fetched by them.
pub fn is_counted_elsewhere(name: &str) -> bool {
    ["care-tools.css", "care-tools.wasm", "care-tools.d.ts", "care-tools-frame.js"].contains(&name)
        || is_pinned_entry(name)
}

/// `care-tools-0011aabb.js`, the same bytes as `care-tools.js`.
fn is_pinned_entry(name: &str) -> bool {
    let hash = name.strip_prefix("care-tools-").and_then(|rest| rest.strip_suffix(".js"));
    hash.is_some_and(|it| it.len() == 8 && it.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The screen whose words or law these are: a tool's, or that of lists or supervision.
fn screen(name: &str) -> Option<&str> {
    let (stem, _hash) = name.strip_suffix(".json")?.rsplit_once('-')?;
    match stem {
        "lists-words" => Some("lists"),
        "supervision-words" | "supervision-library" => Some("supervision"),
        _ => stem.strip_prefix("words-").or_else(|| stem.strip_prefix("law-")),
    }
}

/// Packing as well as it can be done takes seconds, so the same bytes are packed once.
fn brotli_length(bytes: &[u8]) -> usize {
    static KNOWN: Mutex<Option<HashMap<[u8; 32], usize>>> = Mutex::new(None);
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let find = || KNOWN.lock().ok()?.as_ref()?.get(&hash).copied();
    if let Some(length) = find() {
        return length;
    }
    let length = packed(bytes);
    if let Ok(mut known) = KNOWN.lock() {
        known.get_or_insert_default().insert(hash, length);
    }
    length
}

fn packed(bytes: &[u8]) -> usize {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: BROTLI_QUALITY, lgwin: BROTLI_WINDOW, ..Default::default() };
    let mut packed = Vec::new();
    // Writing to memory cannot fail.
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed.len(),
        Err(_) => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_words_names_its_tool() {
        assert_eq!(screen("words-team-suitability-0011aabb.json"), Some("team-suitability"));
        assert_eq!(screen("supervision-library-0011aabb.json"), Some("supervision"));
        assert_eq!(screen("care-tools.js"), None);
    }

    #[test]
    fn a_sum_leaves_out_the_words_of_others() -> Result<(), String> {
        let mut files = Files::default();
        for name in ["care-tools.js", "care-tools.css", "words-a-00000000.json", "words-b-00000000.json"] {
            files.add(name, "0123456789")?;
        }
        let table = table(&files);
        assert_eq!(table.lines().filter(|line| line.starts_with("before") && line.contains("20")).count(), 2);
        Ok(())
    }

    #[test]
    fn a_screen_waits_for_its_own_module_and_sheets() -> Result<(), String> {
        let mut files = Files::default();
        let each = [
            ("care-tools.js", 1),
            ("care-tools-0011aabb.js", 1_000),
            ("care-tools-frame.js", 1_000),
            ("care-tools-glue-0011aabb.js", 2),
            ("care-tools-0011aabb.css", 10),
            ("care-lists-0011aabb.css", 20),
            ("care-lists-0011aabb.wasm", 100),
            ("care-plans-0011aabb.css", 40),
            ("care-plans-0011aabb.wasm", 200),
            ("lists-words-0011aabb.json", 4),
            ("words-advocacy-0011aabb.json", 8),
            ("words-action_planning-0011aabb.json", 16),
        ];
        for (name, length) in each {
            files.add(name, vec![b'a'; length])?;
        }
        let sums = json(&files, |_| true)["before_the_first_question"].clone();
        assert_eq!(sums["advocacy"]["bytes"], 1 + 2 + 10 + 8);
        assert_eq!(sums["lists"]["bytes"], 1 + 10 + 20 + 100 + 4);
        assert_eq!(sums["action_planning"]["bytes"], 1 + 10 + 20 + 40 + 200 + 16);
        Ok(())
    }
}
