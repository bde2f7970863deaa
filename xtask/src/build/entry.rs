//! `care-tools.js`: the one file that a page names. It knows the names of all others, and their hashes.

use super::files::{Files, read};
use super::lighter;
use super::wasm::Pair;
use super::words::Named;
use serde_json::Value;
use std::path::Path;

/// Where the names go.
pub const FILES: &str = "/* files */ {}";
const WORDS: &str = "/* words */ {}";

/// The files that the entry fetches.
#[derive(Debug)]
pub struct Parts {
    /// Code.
    pub glue_and_wasm: Pair,
    /// The style sheet.
    pub css: String,
    /// Screens and the files of their words.
    pub words: Named,
    /// Tools and the files of their law.
    pub laws: Vec<(String, String)>,
    /// Code of the lists.
    pub lists: Pair,
    /// Their style sheet, beside the other.
    pub lists_css: String,
    /// Code of the action plan.
    pub plans: Pair,
    /// Its style sheet, beside the other two.
    pub plans_css: String,
    /// Code of supervision.
    pub supervision: Pair,
    /// Its style sheet, beside the others.
    pub supervision_css: String,
    /// Every tool's law and words.
    pub library: String,
    /// Other languages by their tags, and the files of their words.
    pub languages: Vec<(String, String)>,
    /// Drafts that are kept on a computer.
    pub drafts: String,
    /// The reader of workbooks.
    pub office: Pair,
    /// The writer of documents for Word.
    pub word: Pair,
}

/// The parts of the entry's source, in the order in which they stand in the one file.
const SOURCES: [&str; 8] = ["names", "fetching", "around", "notice", "print", "element", "offline", "define"];

/// The entry's source, whole.
///
/// # Errors
/// When a part of it is not there.
pub fn source(root: &Path) -> Result<String, String> {
    SOURCES.iter().map(|part| read(&root.join(format!("src/edge/element/{part}.js")))).collect()
}

/// Adds the entry, and the same for bundlers.
///
/// # Errors
/// When its source or its words are not there, or it has no place for the names.
pub fn add(files: &mut Files, root: &Path, parts: &Parts, version: &str) -> Result<(), String> {
    let source = source(root)?;
    let words = own_words(root)?.to_string();
    let with_words = filled(&source, WORDS, &words)?;
    let all_hashed = names(files, parts, version, file)?;
    files.add("care-tools.js", lighter::script(&filled(&with_words, FILES, &all_hashed)?))?;
    let for_bundlers = names(files, parts, version, file_for_bundlers)?;
    files.add("index.js", lighter::script(&filled(&with_words, FILES, &for_bundlers)?))
}

/// The entry's own words, for what it has to say before a tool is there.
///
/// # Errors
/// When they are not JSON.
pub fn own_words(root: &Path) -> Result<Value, String> {
    let path = root.join("src/edge/words.json");
    serde_json::from_str(&read(&path)?).map_err(|fault| format!("`src/edge/words.json`: {fault}"))
}

/// The names as the entry writes them. Each is a whole `new URL("…", import.meta.url)`, because that is what bundlers
/// look for: they then carry the file along unchanged.
fn names(
    files: &Files,
    parts: &Parts,
    version: &str,
    file: fn(&Files, &str) -> Result<String, String>,
) -> Result<String, String> {
    let one = |name: &str| file(files, name);
    let pair = |pair: &Pair| {
        let rest = pair.rest.as_deref().map(|name| Ok::<_, String>(format!(",rest:{}", one(name)?))).transpose()?;
        let rest = rest.unwrap_or_default();
        Ok::<_, String>(format!("wasm:{},glue:{}{rest}", one(&pair.wasm)?, one(&pair.glue)?))
    };
    let sheets = |names: &[&String]| {
        let each: Result<Vec<String>, String> = names.iter().map(|name| one(name)).collect();
        Ok::<_, String>(format!("css:[{}]", each?.join(",")))
    };
    let by_name = |names: &[(String, String)]| {
        let each: Result<Vec<String>, String> =
            names.iter().map(|(key, name)| Ok(format!("{key:?}:{}", one(name)?))).collect();
        Ok::<_, String>(format!("{{{}}}", each?.join(",")))
    };
    let words_of = |kind: &str| {
        let known = parts.words.first.iter().find(|(key, _)| key == kind);
        known.map_or_else(|| Err(format!("there are no words of `{kind}`")), |(_, name)| one(name))
    };
    let tools: Vec<(String, String)> =
        parts.words.first.iter().filter(|(kind, _)| kind != "lists" && kind != "supervision").cloned().collect();
    let paper: Vec<String> =
        tools.iter().map(|(tool, _)| format!("{tool}:{}", url(&format!("paper/{tool}.html")))).collect();
    let plans = &parts.plans_css;
    let mut all = String::from("{");
    let mut put = |text: String| {
        all.push_str(&text);
        all.push_str(",\n");
    };
    put(pair(&parts.glue_and_wasm)?);
    put(format!("css:{}", one(&parts.css)?));
    put(format!("words:{}", by_name(&tools)?));
    put(format!("later:{}", by_name(&parts.words.later)?));
    put(format!("laws:{}", by_name(&parts.laws)?));
    put(format!("lists:{{{},{},words:{}}}", pair(&parts.lists)?, sheets(&[&parts.lists_css])?, words_of("lists")?));
    put(format!("plans:{{{},{}}}", pair(&parts.plans)?, sheets(&[&parts.lists_css, plans])?));
    put(format!(
        "supervision:{{{},{},words:{},laws:{}}}",
        pair(&parts.supervision)?,
        sheets(&[&parts.lists_css, plans, &parts.supervision_css])?,
        words_of("supervision")?,
        one(&parts.library)?
    ));
    put(format!("languages:{}", by_name(&parts.languages)?));
    put(format!("drafts:{}", one(&parts.drafts)?));
    put(format!("office:{{{}}}", pair(&parts.office)?));
    put(format!("word:{{{}}}", pair(&parts.word)?));
    put(format!("paper:{{{}}}", paper.join(",")));
    put(format!("version:{version:?}"));
    all.push('}');
    Ok(all)
}

fn url(name: &str) -> String {
    format!("new URL(\"./{name}\",import.meta.url).href")
}

/// A file's address and its hash, as a script writes them.
///
/// # Errors
/// When there is none of that name.
pub fn file(files: &Files, name: &str) -> Result<String, String> {
    Ok(format!("[{},{:?}]", url(name), files.integrity(name)?))
}

/// The same for the package's entry: bundlers write scripts and style sheets anew, and carry all else along as it is.
fn file_for_bundlers(files: &Files, name: &str) -> Result<String, String> {
    if name.ends_with(".js") || name.ends_with(".css") { Ok(format!("[{}]", url(name))) } else { file(files, name) }
}

/// A source with a text in its one place for it.
///
/// # Errors
/// When it has no such place, or several.
pub fn filled(source: &str, place: &str, with: &str) -> Result<String, String> {
    match source.matches(place).count() {
        1 => Ok(source.replace(place, with)),
        count => Err(format!("a script of `src/edge` should have `{place}` once, and has it {count} times")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_the_place() {
        let filled = filled("const files = /* files */ {};", FILES, r#"{"css":"a.css"}"#);
        assert_eq!(filled, Ok(r#"const files = {"css":"a.css"};"#.to_owned()));
    }

    #[test]
    fn a_source_without_the_place_is_refused() {
        assert!(filled("const files = {};", FILES, "{}").is_err());
    }

    #[test]
    fn a_file_is_named_with_its_hash() -> Result<(), String> {
        let mut files = Files::default();
        files.add("a.css", "abc")?;
        let expected =
            r#"[new URL("./a.css",import.meta.url).href,"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="]"#;
        assert_eq!(file(&files, "a.css")?, expected);
        assert!(file(&files, "b.css").is_err());
        Ok(())
    }
}
