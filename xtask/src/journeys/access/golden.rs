//! What a walk sounded like the last time somebody read it, and what is different now.

use crate::build::files::said;
use crate::places;
use std::fs;
use std::path::PathBuf;

/// The words before and after a change that show where it is.
const AROUND: usize = 2;
/// More lines than this of a difference are counted only.
const MOST: usize = 80;

/// Compares with the file of this name, or writes it where `HEARD=write` asks for that.
pub fn compare(name: &str, steps: &[(String, Vec<String>)]) -> Result<Vec<String>, String> {
    let path = file(name)?;
    let now = text(steps);
    if std::env::var("HEARD").is_ok_and(|it| it == "write") {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|fault| said(folder, &fault))?;
        }
        fs::write(&path, &now).map_err(|fault| said(&path, &fault))?;
        return Ok(Vec::new());
    }
    let before = fs::read_to_string(&path).map_err(|fault| said(&path, &fault))?;
    Ok(difference(&before, &now))
}

fn file(name: &str) -> Result<PathBuf, String> {
    Ok(places::root()?.join("tests/golden/heard").join(name).with_extension("txt"))
}

fn text(steps: &[(String, Vec<String>)]) -> String {
    let steps = steps.iter().map(|(title, lines)| format!("## {title}\n{}\n", lines.join("\n")));
    steps.collect::<Vec<_>>().join("\n")
}

/// The lines that are gone, with a minus, and those that are new, with a plus, among the lines around them.
fn difference(before: &str, now: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let all = matched(&old, &new);
    let near = |at: usize| {
        let from = at.saturating_sub(AROUND);
        all.iter().skip(from).take(at + AROUND + 1 - from).any(|(sign, _)| *sign != ' ')
    };
    let mut title = "";
    let mut shown = Vec::new();
    for (at, (sign, line)) in all.iter().enumerate() {
        if line.starts_with("## ") {
            title = line;
        }
        if near(at) {
            if !title.is_empty() && *line != title {
                shown.push(title.to_owned());
            }
            title = "";
            shown.push(format!("{sign} {line}"));
        }
    }
    let more = shown.len().saturating_sub(MOST);
    shown.truncate(MOST);
    if more > 0 {
        shown.push(format!("and {more} lines more"));
    }
    shown
}

/// Both texts as one: each line is kept, gone or new.
fn matched<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    let start = old.iter().zip(new).take_while(|(one, two)| one == two).count();
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, two)| one == two).count();
    let inner = |list: &[&'a str]| list.get(..list.len() - end).unwrap_or_default().to_vec();
    let (old_inner, new_inner) = (inner(old_rest), inner(new_rest));
    // How long the longest common run of lines is from each pair of places on.
    let mut common = vec![vec![0_usize; new_inner.len() + 1]; old_inner.len() + 1];
    for (i, one) in old_inner.iter().enumerate().rev() {
        for (j, two) in new_inner.iter().enumerate().rev() {
            common[i][j] = if one == two { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let mut all: Vec<(char, &str)> = old.iter().take(start).map(|line| (' ', *line)).collect();
    let (mut i, mut j) = (0, 0);
    while i < old_inner.len() || j < new_inner.len() {
        match (old_inner.get(i), new_inner.get(j)) {
            (Some(one), Some(two)) if one == two => {
                all.push((' ', one));
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), two) if two.is_none() || common[i + 1][j] >= common[i][j + 1] => {
                all.push(('-', one));
                i += 1;
            }
            (_, Some(two)) => {
                all.push(('+', two));
                j += 1;
            }
            (Some(one), None) => {
                all.push(('-', one));
                i += 1;
            }
            (None, None) => break,
        }
    }
    all.extend(old.iter().skip(old.len() - end).map(|line| (' ', *line)));
    all
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn the_same_has_no_difference() {
        assert!(difference("## One\na\nb\n", "## One\na\nb\n").is_empty());
    }

    #[test]
    fn a_difference_shows_its_step_and_the_lines_around_it() {
        let before = "## One\na\n\n## Two\nb\nc\nd\ne\nf\n";
        let now = "## One\na\n\n## Two\nb\nc\nd\nnew\nf\n";
        assert_eq!(difference(before, now), ["## Two", "  c", "  d", "- e", "+ new", "  f"]);
    }

    #[test]
    fn lines_may_be_added_and_taken_at_both_ends() {
        assert_eq!(difference("a\nb", "x\na"), ["+ x", "  a", "- b"]);
    }
}
