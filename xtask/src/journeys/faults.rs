//! A journey's own server: a built folder, and whatever goes wrong on the way.

use super::aside::RECORD;
use crate::http::site::{self, Site};
use crate::http::{Answer, Answers, Delivery};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What goes wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not there.
    NotFound,
    /// The connection ends in the middle.
    CutAtHalf,
    /// Half a file, as after a broken upload, though the connection is in order.
    Shortened,
    /// Nothing comes for a time.
    Stalled(Duration),
    /// Sent as plain text.
    WrongType,
    /// For pages: the policy lacks these words.
    Without(&'static str),
    /// Other words come in its place.
    Instead(&'static str),
    /// For pages: another policy.
    Policy(&'static str),
    /// For pages: another policy, and a browser may keep the page.
    Kept(&'static str),
    /// No answer at all, as without a network.
    Refused,
}

/// A module that any browser compiles, and that is not ours.
pub const ANOTHER_MODULE: &str = "\0asm\u{1}\0\0\0";

/// The site of one journey.
#[derive(Debug)]
pub struct Faults {
    site: Site,
    faults: Mutex<Vec<(String, Fault)>>,
    pages: Mutex<Vec<(String, String)>>,
    asked: Mutex<Vec<String>>,
    before: Mutex<Vec<(String, String)>>,
    records: bool,
}

/// The script that the server puts first in every page, where the driver cannot.
const BEFORE: &str = "/journeys-before.js";

impl Faults {
    /// A site where nothing goes wrong yet.
    pub fn new(site: Site) -> Faults {
        Faults {
            site,
            faults: Mutex::default(),
            pages: Mutex::default(),
            asked: Mutex::default(),
            before: Mutex::default(),
            records: false,
        }
    }

    /// The same for a browser whose driver can neither run scripts before a page nor forget files.
    pub fn recording(self) -> Faults {
        Faults { records: true, ..self }
    }

    /// Runs a script first in every page from now on. Gives a number by which it can be taken back.
    pub fn put_before(&self, script: &str) -> String {
        let mut before = locked(&self.before);
        let number = before.len().to_string();
        before.push((number.clone(), script.to_owned()));
        number
    }

    /// No longer runs it.
    pub fn take_back(&self, number: &str) {
        locked(&self.before).iter_mut().filter(|(it, _)| it == number).for_each(|(_, script)| script.clear());
    }

    /// Puts our script first, and lets nothing be kept: the driver could not make the browser forget it.
    fn with_record(&self, path: &str, mut answer: Answer) -> Answer {
        if path == BEFORE {
            // In braces, so that two may use the same names.
            let scripts =
                locked(&self.before).iter().map(|(_, script)| format!("{{ {script} }}\n")).collect::<String>();
            return site::answer("before.js", format!("{RECORD}\n{scripts}").into_bytes());
        }
        let is_page = answer.headers.iter().any(|(name, value)| *name == "Content-Type" && value.contains("html"));
        if let (true, Ok(text)) = (is_page, String::from_utf8(answer.body.clone())) {
            let script = format!("<head><script src=\"{BEFORE}\"></script>");
            answer.body = text.replacen("<head>", &script, 1).into_bytes();
        }
        answer.headers.iter_mut().filter(|(_, value)| value.contains("immutable")).for_each(|(_, value)| {
            // Asked for afresh each time, but a service worker may keep it.
            "no-cache".clone_into(value);
        });
        answer
    }

    /// From now on this goes wrong with every file whose path has these words. The newest fault counts.
    pub fn set(&self, words: &str, fault: Fault) {
        locked(&self.faults).push((words.to_owned(), fault));
    }

    /// From now on nothing goes wrong.
    pub fn clear(&self) {
        locked(&self.faults).clear();
    }

    /// From now on there is a page of this text at a path, such as `/every-tool.html`.
    pub fn put(&self, path: &str, text: String) {
        locked(&self.pages).push((path.to_owned(), text));
    }

    /// The text of a file as it was built, whatever goes wrong with it on the way.
    pub fn built(&self, path: &str) -> String {
        String::from_utf8(self.site.answer(path).body).unwrap_or_default()
    }

    /// Every path that was asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        locked(&self.asked).clone()
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        // What the journeys put before a page is no part of what is tested.
        if path == BEFORE {
            return None;
        }
        locked(&self.faults).iter().rev().find(|(words, _)| path.contains(words)).map(|(_, fault)| *fault)
    }
}

impl Answers for Faults {
    fn answer(&self, path: &str) -> Answer {
        if path != BEFORE {
            locked(&self.asked).push(path.to_owned());
        }
        let put = locked(&self.pages).iter().rev().find(|(known, _)| known == path).map(|(_, text)| text.clone());
        let mut answer = match put {
            Some(text) => site::answer(path, text.into_bytes()),
            None => self.site.answer(path),
        };
        if self.records {
            answer = self.with_record(path, answer);
        }
        match self.fault(path) {
            None => {}
            Some(Fault::NotFound) => answer = self.site.answer("/no such file"),
            Some(Fault::CutAtHalf) => answer.delivery = Delivery::CutAtHalf,
            Some(Fault::Shortened) => answer.body.truncate(answer.body.len() / 2),
            Some(Fault::Stalled(time)) => answer.delivery = Delivery::After(time),
            Some(Fault::WrongType) => change(&mut answer, "Content-Type", "text/plain; charset=utf-8"),
            Some(Fault::Without(words)) => {
                let policy = site::POLICY.replacen(words, "", 1);
                change(&mut answer, "Content-Security-Policy", &policy);
            }
            Some(Fault::Instead(words)) => answer.body = words.as_bytes().to_vec(),
            Some(Fault::Policy(policy)) => change(&mut answer, "Content-Security-Policy", policy),
            Some(Fault::Kept(policy)) => {
                change(&mut answer, "Content-Security-Policy", policy);
                change(&mut answer, "Cache-Control", "no-cache");
            }
            Some(Fault::Refused) => answer.delivery = Delivery::Never,
        }
        answer
    }
}

fn change(answer: &mut Answer, header: &str, to: &str) {
    answer.headers.iter_mut().filter(|(name, _)| *name == header).for_each(|(_, value)| to.clone_into(value));
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
