//! Functions that nobody was seen to need for the first questions, though their room of the sources is needed.
//!
//! `seldom.txt` is written by `cargo xtask first-file`, which uses the first section in every way and looks which
//! functions ran. A name in it that is wrong costs a reader a second, as in [`rest`](super::rest). A function that was
//! written since is in no list, and stays in the first file until the command is run again: forgetting it costs bytes,
//! and never an answer.

use super::rest;
use std::collections::BTreeSet;

/// Smaller functions are not worth a line: this many instructions are about 80 bytes.
const WORTH: usize = 30;

/// The share of lines that may name nothing before it is said.
const STALE: f64 = 0.2;

/// The list.
#[derive(Debug)]
pub struct Seldom(BTreeSet<&'static str>);

/// What one function did in a walk.
#[derive(Debug)]
pub struct Walked {
    /// Its name, as the sources have it.
    pub name: String,
    /// How many instructions it has.
    pub size: usize,
    /// Whether it ran.
    pub ran: bool,
}

impl Seldom {
    /// The list as it was written the last time.
    pub fn read() -> Seldom {
        Seldom(include_str!("seldom.txt").lines().collect())
    }

    /// Whether a function of this name is in it.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// What is to be said when much of the list names no function of a module any more.
    pub fn note(&self, names: &[String]) -> Option<String> {
        let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let (gone, all) = (self.0.difference(&names).count(), self.0.len());
        (gone as f64 > all as f64 * STALE).then(|| {
            format!(
                "{gone} of {all} functions in `split/seldom.txt` are no longer there; `cargo xtask first-file` writes it anew"
            )
        })
    }
}

/// The text of the list after a walk.
pub fn text(walked: &[Walked]) -> String {
    let ran: BTreeSet<&str> = walked.iter().filter(|it| it.ran).map(|it| it.name.as_str()).collect();
    let seldom: BTreeSet<&str> = walked
        .iter()
        .filter(|it| it.size >= WORTH && !ran.contains(it.name.as_str()) && !rest::is_common(&it.name))
        .map(|it| it.name.as_str())
        .collect();
    seldom.into_iter().map(|name| format!("{name}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(name: &str, size: usize, ran: bool) -> Walked {
        Walked { name: name.to_owned(), size, ran }
    }

    #[test]
    fn what_ran_under_any_instance_of_its_name_is_not_seldom() {
        let all = [walked("twice", 90, false), walked("twice", 90, true), walked("once", 90, false)];
        assert_eq!(text(&all), "once\n");
    }

    #[test]
    fn small_and_common_functions_are_not_listed() {
        let all = [walked("small", WORTH - 1, false), walked("<alloc::rc::Rc<str>>::new", 90, false)];
        assert_eq!(text(&all), "");
    }

    #[test]
    fn a_list_of_another_time_is_said_to_be_one() {
        let list = Seldom(BTreeSet::from(["one", "two"]));
        assert_eq!(list.note(&["one".to_owned(), "two".to_owned(), "three".to_owned()]), None);
        assert!(list.note(&["one".to_owned()]).is_some_and(|it| it.starts_with("1 of 2 functions")));
    }
}
