//! The commands for those who make the tools a council's own.

use care_tools::council::{catalogue, changes, check, language};
use care_tools::engine::dates;
use care_tools::locality::Locality;
use care_tools::tools;

use crate::places::Places;

/// `cargo xtask check-locality FILE`: every fault with its line, and what the file changes.
///
/// # Errors
/// When the file cannot be read, or has a fault.
pub fn check_locality(words: &[String]) -> Result<(), String> {
    let [file] = words else {
        return Err("say which file to check: `cargo xtask check-locality FILE`".to_owned());
    };
    let checked = check::check(&read(file)?)?;
    print!("{}", checked.text());
    match checked.faults.len() {
        0 => Ok(()),
        1 => Err(format!("`{file}` has 1 fault")),
        count => Err(format!("`{file}` has {count} faults")),
    }
}

/// `cargo xtask check-language FILE`: what a translation lacks.
///
/// # Errors
/// When the file cannot be read, or something is missing.
pub fn check_language(words: &[String]) -> Result<(), String> {
    let [file] = words else {
        return Err("say which file to check: `cargo xtask check-language FILE`".to_owned());
    };
    let lacks = language::check(&read(file)?)?;
    print!("{}", language::text(&lacks));
    if lacks.iter().any(|lack| lack.stops) { Err(format!("`{file}` is not whole")) } else { Ok(()) }
}

/// `cargo xtask catalogue [--language TAG]`: every text with where it stands as JSON; or an empty translation.
///
/// # Errors
/// A fault in our own words.
pub fn catalogue(words: &[String]) -> Result<(), String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let json = match words.as_slice() {
        [] => catalogue::json()?,
        ["--language", tag] => language::template(tag, "ltr")?,
        ["--language", tag, "--rtl"] => language::template(tag, "rtl")?,
        _ => return Err("say `cargo xtask catalogue`, or with `--language TAG`, and `--rtl` after it".to_owned()),
    };
    println!("{}", json.write_pretty());
    Ok(())
}

/// `cargo xtask changes FROM TO [--locality FILE]`: rules that begin or end, and worked cases decided otherwise.
///
/// # Errors
/// When a day is none, or the file has a fault.
pub fn changes(words: &[String]) -> Result<(), String> {
    let (from, to, file) = match words {
        [from, to] => (from, to, None),
        [from, to, flag, file] if flag == "--locality" => (from, to, Some(file)),
        _ => {
            return Err("say from when to when: `cargo xtask changes 2026-11-27 2027-11-27 [--locality FILE]`".into());
        }
    };
    let day =
        |text: &String| dates::from_iso(text).ok_or_else(|| format!("`{text}` is not a date such as 2026-11-27"));
    let locality = match file {
        None => Locality::default(),
        Some(file) => Locality::read(&read(file)?)
            .map_err(|_| format!("`{file}` has a fault; see `cargo xtask check-locality {file}`"))?,
    };
    let root = Places::find()?.root;
    let mut worked = Vec::new();
    for id in tools::IDS {
        worked.push((id, crate::build::files::read(&root.join(format!("src/tools/{id}/cases.json")))?));
    }
    let worked: Vec<(&str, &str)> = worked.iter().map(|(id, text)| (*id, text.as_str())).collect();
    print!("{}", changes::between(day(from)?, day(to)?, &locality, &worked)?.text());
    Ok(())
}

fn read(file: &str) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|fault| format!("`{file}`: {fault}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_translation_lacks_everything_and_nothing_else() -> Result<(), String> {
        let template = language::template("cy", "ltr")?;
        let lacks = language::check(&template.write_pretty())?;
        assert!(lacks.len() > 1_000, "{}", lacks.len());
        assert!(lacks.iter().all(|lack| lack.what.starts_with("is empty")));
        Ok(())
    }
}
