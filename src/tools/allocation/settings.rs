//! What an authority sets for allocation. Section 12 of the specification.
//!
//! A file gives any part; what it does not name keeps the shipped value, and a list is replaced whole. With one
//! fault the file is not used at all. The law-bound parts cannot be switched off.

use super::answers::Function;
use super::bands::Band;
use super::timescales::Timescales;
use crate::engine::{Choices, Sort};
use crate::json::Json;
use crate::tools::given::Faults;

/// In the browser's guided form only the numbers of days matter. The rest of a file is read, and its faults are
/// named, by the lists and by every command; leaving it out here keeps the first load small.
const DAYS_ONLY: bool = cfg!(all(target_arch = "wasm32", not(feature = "lists")));

/// The keys that the guided form does not read.
const BEYOND_DAYS: [&str; 11] = [
    "points",
    "min_function_level",
    "cowork_points",
    "min_stay_days",
    "wait_tolerance_days",
    "workload_warn_percent",
    "registered_roles",
    "need_training",
    "functions",
    "contacts",
    "links",
];

/// The bodies that register roles.
pub(crate) const BODIES: [&str; 2] = ["swe", "hcpc"];
/// The approvals that work may need.
pub(crate) const APPROVALS: [&str; 2] = ["amhp", "bia"];
/// Work with the approval that it needs by law.
pub(crate) const BY_LAW: [(&str, &str); 2] = [("dols_bia", "bia"), ("mha_assessment", "amhp")];
/// The keys under `links`.
pub(crate) const LINKS: [&str; 5] = ["safeguarding", "amhp", "children", "advocacy", "team_suitability"];

/// The most days that may be set.
pub const MOST_DAYS: i64 = 3650;

/// Who may do one kind of work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Roles permitted.
    pub roles: Vec<String>,
    /// Training that everyone needs for it.
    pub training: Vec<String>,
    /// The approval it needs by law: `amhp`, `bia` or none.
    pub approval: Option<String>,
    /// Whether the worker must be registered with a professional body.
    pub registered: bool,
    /// Limits for single roles: role, the most complex work, further training.
    pub limits: Vec<(String, Complexity, Vec<String>)>,
}

/// How complex the work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Complexity {
    /// One clear need, everyone agrees, low risk.
    Simple,
    /// Neither simple nor complex; also where nobody said.
    #[default]
    Standard,
    /// Several services, disputed capacity or risk, court, or serious disagreement.
    Complex,
}

impl Complexity {
    /// All, with their permanent ids.
    pub const ALL: [(Complexity, &'static str); 3] =
        [(Complexity::Simple, "simple"), (Complexity::Standard, "standard"), (Complexity::Complex, "complex")];

    /// The complexity with this id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == id).map(|(complexity, _)| *complexity)
    }

    /// The permanent id.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, id)| id)
    }
}

/// Everything an authority sets for allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Numbers of days for the waiting list.
    pub times: Timescales,
    /// Points of work by complexity.
    pub points: [i64; 3],
    /// Points of a second worker who supports.
    pub cowork_points: i64,
    /// The least skill in the work, by complexity.
    pub min_level: [i64; 3],
    /// How long a worker must stay after the day the work is needed, in days.
    pub min_stay: i32,
    /// How many days late a starter may be waited for.
    pub wait_tolerance: i32,
    /// Nearly full from this share of the capacity, in hundredths.
    pub warn_percent: i64,
    /// Roles whose title the law protects, with the body that registers them.
    pub registered_roles: Vec<(String, String)>,
    /// Training that a need calls for.
    pub need_training: Vec<(String, Vec<String>)>,
    /// Who may do what, by function.
    pub functions: Vec<(String, Work)>,
    /// Whom to reach for an action: action, label, value, address.
    pub contacts: Vec<[String; 4]>,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            times: Timescales::default(),
            points: [1, 2, 4],
            cowork_points: 1,
            min_level: [1, 1, 2],
            min_stay: 28,
            wait_tolerance: 14,
            warn_percent: 90,
            registered_roles: [
                ("social_worker", "swe"),
                ("senior_social_worker", "swe"),
                ("asye_social_worker", "swe"),
                ("occupational_therapist", "hcpc"),
            ]
            .map(|(role, body)| (role.to_owned(), body.to_owned()))
            .into(),
            need_training: [("autism", "autism_assessor"), ("deafblind", "deafblind_assessor")]
                .map(|(need, training)| (need.to_owned(), vec![training.to_owned()]))
                .into(),
            functions: if DAYS_ONLY { Vec::new() } else { functions() },
            contacts: Vec::new(),
        }
    }
}

const SW: &str = "social_worker";
const SSW: &str = "senior_social_worker";
const ASYE: &str = "asye_social_worker";
const SCP: &str = "social_care_practitioner";
const OT: &str = "occupational_therapist";
const OTA: &str = "ot_assistant";
const RO: &str = "rehab_officer";
const RE: &str = "reablement_officer";

/// Roles that are known without a file; an authority may name others for its functions.
pub const ROLES: [&str; 9] = [SW, SSW, ASYE, SCP, OT, OTA, RO, RE, "student"];

fn functions() -> Vec<(String, Work)> {
    let work = |roles: &[&str], training: &[&str]| Work {
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        training: training.iter().map(|id| (*id).to_owned()).collect(),
        ..Work::default()
    };
    let registered = |roles: &[&str], training: &[&str], approval: Option<&str>| Work {
        approval: approval.map(str::to_owned),
        registered: true,
        ..work(roles, training)
    };
    let care_act = || work(&[SW, SSW, ASYE, SCP, OT], &["care_act_assessment"]);
    let assistant = vec![(OTA.to_owned(), Complexity::Simple, vec!["trusted_assessor".to_owned()])];
    let all = [
        ("care_act_assessment", care_act()),
        ("carer_assessment", work(&[SW, SSW, ASYE, SCP], &["carer_assessment"])),
        ("planned_review", care_act()),
        ("unplanned_review", care_act()),
        ("reablement_assessment", work(&[RE, OT, OTA, SCP, SW, SSW], &["reablement"])),
        ("support_planning", care_act()),
        ("hospital_discharge", care_act()),
        ("transition_assessment", work(&[SW, SSW, ASYE, SCP], &["care_act_assessment"])),
        ("ot_assessment", Work { limits: assistant, ..work(&[OT, OTA], &[]) }),
        ("ot_major_adaptation", registered(&[OT], &[], None)),
        ("sensory_rehab", work(&[RO], &[])),
        ("safeguarding_enquiry", registered(&[SW, SSW], &["safeguarding_enquiry"], None)),
        ("capacity_assessment", registered(&[SW, SSW, OT], &["mca"], None)),
        ("dols_bia", registered(&[SW, SSW, OT], &[], Some("bia"))),
        ("mha_assessment", registered(&[SW, SSW, OT], &[], Some("amhp"))),
    ];
    all.map(|(id, work)| (id.to_owned(), work)).into()
}

impl Config {
    /// Who may do a function; nothing where it is not known.
    pub fn work(&self, function: &str) -> Option<&Work> {
        self.functions.iter().find(|(id, _)| id == function).map(|(_, work)| work)
    }

    /// Reads an authority's settings over the shipped ones.
    ///
    /// # Errors
    /// Every fault: its place, and what is wrong.
    pub fn read(file: &Json) -> Result<Config, Vec<(String, String)>> {
        let mut reading = Reading { config: Config::default(), faults: Faults::default() };
        match file.as_object() {
            Some(pairs) => pairs.iter().for_each(|(key, value)| reading.key(key, value)),
            None => reading.fault("", format!("is {} and should be an object", file.kind())),
        }
        reading.check();
        if reading.faults.0.is_empty() { Ok(reading.config) } else { Err(reading.faults.0) }
    }
}

struct Reading {
    config: Config,
    faults: Faults,
}

impl Reading {
    fn fault(&mut self, at: &str, what: impl Into<String>) {
        self.faults.fault(at, what);
    }

    fn key(&mut self, key: &str, value: &Json) {
        match key {
            _ if DAYS_ONLY && BEYOND_DAYS.contains(&key) => {}
            "schema" if *value == Json::Whole(1) => {}
            "schema" => self.fault(key, "should be 1"),
            "authority" => drop(self.faults.text(key, value)),
            "target_days" => self.days(key, value, |times| &mut times.target),
            "review_days" => self.days(key, value, |times| &mut times.review),
            "escalate_after_days" => self.days(key, value, |times| &mut times.escalate),
            "triage_days" => self.config.times.triage = self.day(key, value),
            "ageing" => self.ageing(value),
            _ if DAYS_ONLY => self.fault(key, "is not a key of this file"),
            "points" => self.by_complexity(key, value, |config| &mut config.points),
            "min_function_level" => self.by_complexity(key, value, |config| &mut config.min_level),
            "cowork_points" => self.config.cowork_points = self.faults.whole(key, value, 0, 1_000),
            "min_stay_days" => self.config.min_stay = self.day(key, value),
            "wait_tolerance_days" => self.config.wait_tolerance = self.day(key, value),
            "workload_warn_percent" => self.config.warn_percent = self.faults.whole(key, value, 0, 100),
            "registered_roles" => self.registered_roles(value),
            "need_training" => self.need_training(value),
            "functions" => self.functions(value),
            "contacts" => self.contacts(value),
            "links" => {
                for (name, address) in self.faults.pairs(key, value) {
                    let at = format!("links.{name}");
                    if LINKS.contains(&name.as_str()) {
                        drop(self.faults.address(&at, address));
                    } else {
                        self.fault(&at, "is not a key of this file");
                    }
                }
            }
            _ => self.fault(key, "is not a key of this file"),
        }
    }

    fn day(&mut self, at: &str, value: &Json) -> i32 {
        match value {
            Json::Whole(days @ 0..=MOST_DAYS) => i32::try_from(*days).unwrap_or_default(),
            _ => {
                self.fault(at, format!("should be a whole number of days from 0 to {MOST_DAYS}"));
                0
            }
        }
    }

    fn band(&mut self, at: &str, id: &str) -> Option<Band> {
        let band = Band::ALL.into_iter().find(|band| band.id() == id);
        if band.is_none() {
            self.fault(at, format!("`{id}` is not a band; there are b0, b1, b2, b3 and b4"));
        }
        band
    }

    fn days(&mut self, key: &str, value: &Json, of: impl Fn(&mut Timescales) -> &mut [i32; 5]) {
        for (id, days) in self.faults.pairs(key, value) {
            let at = format!("{key}.{id}");
            let Some(band) = self.band(&at, id) else { continue };
            let days = self.day(&at, days);
            if let Some(slot) = of(&mut self.config.times).get_mut(band.place()) {
                *slot = days;
            }
        }
    }

    fn by_complexity(&mut self, key: &str, value: &Json, of: impl Fn(&mut Config) -> &mut [i64; 3]) {
        for (id, number) in self.faults.pairs(key, value) {
            let at = format!("{key}.{id}");
            match Complexity::named(id) {
                Some(complexity) => {
                    let most = if key == "points" { 1_000 } else { 3 };
                    let number = self.faults.whole(&at, number, 0, most);
                    if let Some(slot) = of(&mut self.config).get_mut(complexity as usize) {
                        *slot = number;
                    }
                }
                None => self.fault(&at, "is not a key of this file"),
            }
        }
    }

    fn ageing(&mut self, value: &Json) {
        let Some(list) = value.as_list() else {
            return self.fault("ageing", format!("is {} and should be a list", value.kind()));
        };
        let mut lifts = Vec::new();
        for (number, lift) in list.iter().enumerate() {
            let at = format!("ageing.{}", number + 1);
            let (mut from, mut after, mut to) = (None, None, None);
            for (key, value) in self.faults.pairs(&at, lift) {
                let place = format!("{at}.{key}");
                match key.as_str() {
                    "from" => {
                        let id = self.faults.text(&place, value);
                        from = self.band(&place, &id);
                    }
                    "to" => {
                        let id = self.faults.text(&place, value);
                        to = self.band(&place, &id);
                    }
                    "after_days" => after = Some(self.day(&place, value)),
                    _ => self.fault(&place, "is not a key of this file"),
                }
            }
            match (from, after, to) {
                (Some(from), Some(after), Some(to)) => {
                    if to.place() < Band::High.place() {
                        self.fault(&at, "no wait lifts anyone to b0 or b1: only facts about harm do");
                    } else if to.place() >= from.place() {
                        self.fault(&at, "a wait lifts people to a more urgent band, never downwards");
                    } else {
                        lifts.push((from, after, to));
                    }
                }
                _ => self.fault(&at, "needs `from`, `after_days` and `to`"),
            }
        }
        self.config.times.ageing = lifts;
    }

    fn registered_roles(&mut self, value: &Json) {
        for (role, body) in self.faults.pairs("registered_roles", value) {
            let at = format!("registered_roles.{role}");
            let body = self.faults.text(&at, body);
            if !BODIES.contains(&body.as_str()) {
                self.fault(&at, format!("`{body}` should be `swe` or `hcpc`"));
            }
            self.config.registered_roles.retain(|(known, _)| known != role);
            self.config.registered_roles.push((role.clone(), body));
        }
    }

    fn need_training(&mut self, value: &Json) {
        for (need, training) in self.faults.pairs("need_training", value) {
            let training = self.faults.texts(&format!("need_training.{need}"), training);
            self.config.need_training.retain(|(known, _)| known != need);
            self.config.need_training.push((need.clone(), training));
        }
    }

    fn functions(&mut self, value: &Json) {
        for (id, work) in self.faults.pairs("functions", value) {
            let at = format!("functions.{id}");
            let known = Function::LIST.iter().any(|choice| choice.id == id && choice.sort == Sort::Plain);
            if !known {
                self.fault(&at, "is not work that the tool knows");
                continue;
            }
            let mut read = self.config.work(id).cloned().unwrap_or_default();
            for (key, value) in self.faults.pairs(&at, work) {
                let place = format!("{at}.{key}");
                match key.as_str() {
                    "roles" => read.roles = self.faults.texts(&place, value),
                    "training" => read.training = self.faults.texts(&place, value),
                    "approval" if *value == Json::Null => read.approval = None,
                    "approval" => {
                        let approval = self.faults.text(&place, value);
                        if !APPROVALS.contains(&approval.as_str()) {
                            self.fault(&place, format!("`{approval}` should be `amhp`, `bia` or null"));
                        }
                        read.approval = Some(approval);
                    }
                    "registered" => match value {
                        Json::Bool(registered) => read.registered = *registered,
                        other => self.fault(&place, format!("is {} and should be true or false", other.kind())),
                    },
                    "role_limits" => self.limits(&place, value, &mut read),
                    _ => self.fault(&place, "is not a key of this file"),
                }
            }
            for (function, approval) in BY_LAW {
                if id == function && read.approval.as_deref() != Some(approval) {
                    self.fault(
                        &format!("{at}.approval"),
                        format!("stays `{approval}`: the law requires it and it cannot be switched off"),
                    );
                }
            }
            self.config.functions.retain(|(known, _)| known != id);
            self.config.functions.push((id.clone(), read));
        }
    }

    fn limits(&mut self, at: &str, value: &Json, into: &mut Work) {
        for (role, limit) in self.faults.pairs(at, value) {
            let old = into.limits.iter().find(|(known, _, _)| known == role).cloned();
            let (_, mut most, mut training) = old.unwrap_or((role.clone(), Complexity::Complex, Vec::new()));
            for (key, value) in self.faults.pairs(&format!("{at}.{role}"), limit) {
                let place = format!("{at}.{role}.{key}");
                match key.as_str() {
                    "max_complexity" => match value.as_text().and_then(Complexity::named) {
                        Some(complexity) => most = complexity,
                        None => self.fault(&place, "should be `simple`, `standard` or `complex`"),
                    },
                    "training" => training = self.faults.texts(&place, value),
                    _ => self.fault(&place, "is not a key of this file"),
                }
            }
            into.limits.retain(|(known, _, _)| known != role);
            into.limits.push((role.clone(), most, training));
        }
    }

    fn contacts(&mut self, value: &Json) {
        let Some(list) = value.as_list() else {
            return self.fault("contacts", format!("is {} and should be a list", value.kind()));
        };
        let mut contacts = Vec::new();
        for (number, contact) in list.iter().enumerate() {
            let at = format!("contacts.{}", number + 1);
            let mut read = [const { String::new() }; 4];
            for (key, value) in self.faults.pairs(&at, contact) {
                let place = format!("{at}.{key}");
                match ["action", "label", "value", "url"].iter().position(|known| known == key) {
                    Some(slot) => {
                        let text = match key.as_str() {
                            "url" => self.faults.address(&place, value),
                            _ => self.faults.text(&place, value),
                        };
                        if let Some(slot) = read.get_mut(slot) {
                            *slot = text;
                        }
                    }
                    None => self.fault(&place, "is not a key of this file"),
                }
            }
            contacts.push(read);
        }
        self.config.contacts = contacts;
    }

    /// What must hold of the whole.
    fn check(&mut self) {
        let times = self.config.times.clone();
        let named =
            [("target_days", times.target), ("review_days", times.review), ("escalate_after_days", times.escalate)];
        for (key, days) in named {
            if let Some(at) = days.windows(2).position(|pair| matches!(pair, [a, b] if a > b)) {
                let place = format!("{key}.b{}", at + 1);
                self.fault(&place, format!("is less than for b{at}: a more urgent band never waits longer"));
            }
        }
        let (standard, planned) = (times.lift(Band::Standard, Band::High), times.lift(Band::Planned, Band::High));
        match (standard, planned) {
            (None, Some(_)) => self.fault("ageing", "b4 reaches b2, so b3 must reach it too"),
            (Some(standard), Some(planned)) if planned < standard => {
                self.fault("ageing", "b4 never reaches b2 sooner than b3 does");
            }
            _ => {}
        }
    }
}
