//! Teams, protocols and numbers of days that an authority supplies. Section 10 of the specification.
//!
//! With one fault the file is not used at all. Unknown keys are refused.

use super::answers::{Receiver, Skill};
use crate::engine::{Choice, Choices, Settings, Sort};
use crate::json::Json;
use crate::tools::allocation::answers::Function;
use crate::tools::given::Faults;

/// Chapters and the keys of their addresses under `links`.
pub const LINKS: &[(&str, &str)] = &[
    ("Safeguarding Adults", "safeguarding"),
    ("Using Independent Advocacy", "advocacy"),
    ("Ordinary Residence", "ordinary_residence"),
    ("Complaints", "complaints"),
    ("Charging for Care and Support", "charging"),
    ("Allocation Support Tool", "allocation"),
];

/// The most teams a file may list.
pub const MOST_TEAMS: usize = 500;
/// Days after which a senior manager is told, unless the authority says otherwise.
const ESCALATE_DAYS: i32 = 5;
/// Working days within which a request is answered, unless the authority says otherwise.
const REPLY_WORKING_DAYS: i32 = 2;

/// A team that a case may go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// The permanent id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Which of the answers to "Who might take it?" it is.
    pub kind: String,
    /// The work it does, by id.
    pub functions: Vec<String>,
    /// What it is practised in, by id.
    pub person_skills: Vec<String>,
    /// Training its workers have.
    pub training: Vec<String>,
    /// Whom it takes, in words.
    pub criteria: String,
    /// How to reach it.
    pub contact: String,
    /// When it can be reached.
    pub hours: String,
    /// How it wants to be asked.
    pub request_by: String,
    /// Where more about it stands, or empty.
    pub url: String,
}

/// What an authority supplies for this tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Its teams and the services it works with.
    pub teams: Vec<Team>,
    /// Days after which a senior manager is told.
    pub escalate_days: i32,
    /// Working days within which a request is answered.
    pub reply_working_days: i32,
    /// Agreed ways of working: label and address.
    pub protocols: Vec<(String, String)>,
}

impl Default for Council {
    fn default() -> Self {
        Council {
            teams: Vec::new(),
            escalate_days: ESCALATE_DAYS,
            reply_working_days: REPLY_WORKING_DAYS,
            protocols: Vec::new(),
        }
    }
}

/// The settings of a locality file's part for the tool, or the shipped ones.
///
/// # Errors
/// Every fault with its place.
pub fn read(given: Option<&Json>) -> Result<Settings, Vec<(String, String)>> {
    Council::read(given).map(|council| council.settings())
}

/// A team that covers what is needed, and which of the skills that are needed it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit<'a> {
    /// The team.
    pub team: &'a Team,
    /// The skills it has of those needed.
    pub has: Vec<String>,
    /// The skills it lacks of those needed.
    pub lacks: Vec<String>,
}

impl Council {
    /// Reads an authority's part of the file over the shipped numbers.
    ///
    /// # Errors
    /// Every fault with its place.
    pub fn read(given: Option<&Json>) -> Result<Council, Vec<(String, String)>> {
        let mut reading = Reading { council: Council::default(), faults: Faults::default() };
        if let Some(file) = given {
            for (key, value) in reading.faults.pairs("", file) {
                reading.key(key, value);
            }
        }
        if reading.faults.0.is_empty() { Ok(reading.council) } else { Err(reading.faults.0) }
    }

    /// The numbers, for the tables.
    pub fn settings(&self) -> Settings {
        Settings { counts: vec![Some(self.escalate_days), Some(self.reply_working_days)], ..Settings::default() }
    }

    /// The teams that do all the work that is needed, those that cover most of the skills first, then by name.
    ///
    /// A team that covers none of the skills that are needed is not among them. `kind` leaves out teams of
    /// another kind.
    pub fn fitting(&self, work: &[String], skills: &[String], kind: Option<&str>) -> Vec<Fit<'_>> {
        let right_kind = |team: &&Team| kind.is_none_or(|kind| team.kind == kind);
        let does = |team: &&Team| work.iter().all(|needed| team.functions.contains(needed));
        let fits = self.teams.iter().filter(right_kind).filter(does).map(|team| {
            let (has, lacks) = skills.iter().cloned().partition(|skill| team.person_skills.contains(skill));
            Fit { team, has, lacks }
        });
        let mut fits: Vec<Fit<'_>> = fits.filter(|fit| skills.is_empty() || !fit.has.is_empty()).collect();
        fits.sort_by(|a, b| (b.has.len().cmp(&a.has.len())).then_with(|| a.team.name.cmp(&b.team.name)));
        fits
    }
}

struct Reading {
    council: Council,
    faults: Faults,
}

impl Reading {
    fn key(&mut self, key: &str, value: &Json) {
        match key {
            "schema" if *value == Json::Whole(1) => {}
            "schema" => self.faults.fault(key, "should be 1"),
            "authority" => drop(self.faults.text(key, value)),
            "teams" => self.teams(value),
            "escalate_days" => self.council.escalate_days = self.days(key, value),
            "reply_working_days" => self.council.reply_working_days = self.days(key, value),
            "protocols" => self.protocols(value),
            "links" => self.links(value),
            "emergency" => self.emergency(value),
            _ => self.faults.fault(key, "is not a key of this file"),
        }
    }

    fn days(&mut self, key: &str, value: &Json) -> i32 {
        i32::try_from(self.faults.whole(key, value, 1, 365)).unwrap_or_default()
    }

    fn teams(&mut self, value: &Json) {
        let list = self.faults.items("teams", value);
        if list.is_empty() || list.len() > MOST_TEAMS {
            self.faults.fault("teams", format!("should list from 1 to {MOST_TEAMS} teams, and lists {}", list.len()));
        }
        for (number, given) in list.iter().enumerate() {
            let at = format!("teams.{}", number + 1);
            let mut team = Team::default();
            for (key, value) in self.faults.pairs(&at, given) {
                let place = format!("{at}.{key}");
                match key.as_str() {
                    "id" => team.id = self.faults.text(&place, value),
                    "name" => team.name = self.faults.text(&place, value),
                    "kind" => team.kind = self.faults.text(&place, value),
                    "functions" => team.functions = self.faults.texts(&place, value),
                    "person_skills" => team.person_skills = self.faults.texts(&place, value),
                    "training" => team.training = self.faults.texts(&place, value),
                    "criteria" => team.criteria = self.faults.text(&place, value),
                    "contact" => team.contact = self.faults.text(&place, value),
                    "hours" => team.hours = self.faults.text(&place, value),
                    "request_by" => team.request_by = self.faults.text(&place, value),
                    "url" => team.url = self.faults.address(&place, value),
                    _ => self.faults.fault(&place, "is not a key of a team"),
                }
            }
            self.check(&at, &team);
            self.council.teams.push(team);
        }
    }

    fn check(&mut self, at: &str, team: &Team) {
        for (key, text) in [("id", &team.id), ("name", &team.name), ("kind", &team.kind)] {
            if text.is_empty() {
                self.faults.fault(&format!("{at}.{key}"), "is missing");
            }
        }
        let kinds = || Receiver::LIST.iter().map(|kind| kind.id).filter(|kind| *kind != "none_found");
        if !team.kind.is_empty() && !kinds().any(|kind| kind == team.kind) {
            let known: Vec<&str> = kinds().collect();
            let what = format!("`{}` is not a kind of team; there are {}", team.kind, known.join(", "));
            self.faults.fault(&format!("{at}.kind"), what);
        }
        self.known(&format!("{at}.functions"), &team.functions, Function::LIST);
        self.known(&format!("{at}.person_skills"), &team.person_skills, Skill::LIST);
        if self.council.teams.iter().any(|known| known.id == team.id && !team.id.is_empty()) {
            self.faults.fault(&format!("{at}.id"), format!("`{}` is the id of an earlier team", team.id));
        }
    }

    /// What nobody can choose would never be found: a slip of the pen is told.
    fn known(&mut self, at: &str, ids: &[String], choices: &[Choice]) {
        let known: Vec<&str> = choices.iter().filter(|it| it.sort == Sort::Plain).map(|it| it.id).collect();
        for id in ids.iter().filter(|id| !known.contains(&id.as_str())) {
            self.faults.fault(at, format!("`{id}` is not known; there are {}", known.join(", ")));
        }
    }

    fn protocols(&mut self, value: &Json) {
        for (number, given) in self.faults.items("protocols", value).iter().enumerate() {
            let at = format!("protocols.{}", number + 1);
            let mut protocol = (String::new(), String::new());
            for (key, value) in self.faults.pairs(&at, given) {
                let place = format!("{at}.{key}");
                match key.as_str() {
                    "label" => protocol.0 = self.faults.text(&place, value),
                    "url" => protocol.1 = self.faults.address(&place, value),
                    _ => self.faults.fault(&place, "is not a key of a protocol"),
                }
            }
            if protocol.0.is_empty() {
                self.faults.fault(&format!("{at}.label"), "is missing");
            }
            self.council.protocols.push(protocol);
        }
    }

    fn links(&mut self, value: &Json) {
        for (subject, address) in self.faults.pairs("links", value) {
            let at = format!("links.{subject}");
            if LINKS.iter().any(|(_, key)| key == subject) {
                drop(self.faults.address(&at, address));
            } else {
                self.faults.fault(&at, "is not a key of this file");
            }
        }
    }

    /// Shown beside 999 and never instead of it.
    fn emergency(&mut self, value: &Json) {
        for (key, value) in self.faults.pairs("emergency", value) {
            match key.as_str() {
                "label" => drop(self.faults.text("emergency.label", value)),
                "value" => drop(self.faults.text("emergency.value", value)),
                _ => self.faults.fault(&format!("emergency.{key}"), "is not a key of this file"),
            }
        }
    }
}
