//! What is asked about a referral before it is matched.

use crate::engine::{Choices, Sheet, dates};
use crate::json::Json;
use crate::tools::allocation::answers::{ADVOCACY, Advocacy, FUNCTION};
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::list::Entry;
use crate::tools::allocation::settings::Complexity;
use chrono::NaiveDate;

/// How well a worker knows the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relationship {
    /// Worked with them more than 12 months ago.
    Before,
    /// Worked with them in the last 12 months.
    LastYear,
    /// Works with them now.
    Current,
}

impl Relationship {
    /// All, with their permanent ids.
    pub const ALL: [(Relationship, &'static str); 3] = [
        (Relationship::Current, "current_allocated"),
        (Relationship::LastYear, "worked_in_last_12m"),
        (Relationship::Before, "worked_before"),
    ];
}

/// Somebody who has worked with the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prior {
    /// The worker's id.
    pub worker: String,
    /// How well they know the person.
    pub relationship: Option<Relationship>,
    /// Whether the work ended badly.
    pub ended_badly: bool,
}

/// What is asked about a referral.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referral {
    /// The reference.
    pub reference: String,
    /// The work, by id; empty where it is not known.
    pub function: String,
    /// The band in the list.
    pub band: Option<Band>,
    /// When it is needed.
    pub need_by: Option<NaiveDate>,
    /// How complex the work is.
    pub complexity: Complexity,
    /// What the worker needs experience of.
    pub needs: Vec<String>,
    /// How the person communicates.
    pub communication: Vec<String>,
    /// Whether the person said who would best support them.
    pub views_recorded: bool,
    /// The worker they want.
    pub named: Option<String>,
    /// The workers they do not want.
    pub not_wanted: Vec<String>,
    /// The gender of worker they asked for.
    pub gender: Option<String>,
    /// Whether they must have it; false where they would prefer it.
    pub gender_must: bool,
    /// Whether they would rather not have somebody they know.
    pub no_continuity: bool,
    /// Who has worked with them.
    pub prior: Vec<Prior>,
    /// Codes of others involved.
    pub parties: Vec<String>,
    /// Whether two people must visit.
    pub two_workers: bool,
    /// Whether an advocate is needed and not arranged.
    pub advocate_missing: bool,
}

impl Referral {
    /// Reads the answers as cases and kept drafts write them.
    ///
    /// # Errors
    /// What is wrong, with the question's id. A key that is not a question is not looked at.
    pub fn read(json: &Json) -> Result<Referral, String> {
        let mut read = Referral::default();
        let mut strength = String::new();
        for (key, value) in json.as_object().ok_or("the referral should be an object")? {
            let one = || text(key, value);
            match key.as_str() {
                "ref" => read.reference = one()?,
                "function" => read.function = Some(one()?).filter(|id| id != "unknown").unwrap_or_default(),
                "band" => {
                    let id = one()?;
                    let band = Band::ALL.into_iter().find(|band| band.id() == id);
                    if band.is_none() && !id.is_empty() {
                        return Err(format!("`{id}` in `band` is not a band"));
                    }
                    read.band = band;
                }
                "need_by" => {
                    let day = one()?;
                    read.need_by = dates::from_iso(&day);
                    if read.need_by.is_none() && !day.is_empty() {
                        return Err(format!("`{day}` in `need_by` is not a date such as `2026-11-22`"));
                    }
                }
                "complexity" => {
                    let id = one()?;
                    read.complexity = match Complexity::named(&id) {
                        Some(complexity) => complexity,
                        None if id.is_empty() => Complexity::Standard,
                        None => return Err(format!("`{id}` is not a choice of `complexity`")),
                    };
                }
                "needs" => read.needs = texts(key, value)?,
                "communication" => read.communication = texts(key, value)?,
                "views_recorded" => read.views_recorded = choice(key, &one()?, &["yes", "not_yet_asked"])? == "yes",
                "named_worker_wanted" => read.named = Some(one()?).filter(|id| !id.is_empty()),
                "not_wanted" => read.not_wanted = texts(key, value)?,
                "gender_wanted" => {
                    read.gender = Some(choice(key, &one()?, &["female", "male"])?).filter(|id| !id.is_empty())
                }
                "gender_strength" => strength = choice(key, &one()?, &["must", "prefer", "none"])?,
                "continuity_wanted" => read.no_continuity = choice(key, &one()?, &["yes", "no", "unknown"])? == "no",
                "prior_workers" => read.prior = priors(value)?,
                "party_ids" => read.parties = texts(key, value)?,
                "two_workers" => read.two_workers = choice(key, &one()?, &["yes", "no"])? == "yes",
                "advocacy" => read.advocate_missing = one()? == "needed_not_arranged",
                _ => {}
            }
        }
        read.gender_must = strength == "must";
        if !["must", "prefer"].contains(&strength.as_str()) {
            read.gender = None;
        }
        Ok(read)
    }

    /// Takes what the list knows: the work, the band, the date and whether an advocate is still to be arranged.
    #[must_use]
    pub fn of_entry(mut self, entry: &Entry) -> Referral {
        self.reference = entry.facts.reference.to_string();
        self.function = Some(entry.facts.text(FUNCTION.0)).filter(|id| id != "unknown").unwrap_or_default();
        self.band = Some(entry.place.queue);
        self.need_by = entry.place.due.map(dates::numbered);
        self.advocate_missing = entry.facts.choice(ADVOCACY.0) == Some(Advocacy::NeededNotArranged.number());
        self
    }

    /// The strongest relationship with a worker.
    pub fn relationship(&self, worker: &str) -> Option<Relationship> {
        self.prior.iter().filter(|prior| prior.worker == worker).filter_map(|prior| prior.relationship).max()
    }
}

fn text(key: &str, value: &Json) -> Result<String, String> {
    match value {
        Json::Null => Ok(String::new()),
        Json::Text(text) => Ok(text.trim().to_owned()),
        other => Err(format!("`{key}` is {} and should be a text", other.kind())),
    }
}

fn texts(key: &str, value: &Json) -> Result<Vec<String>, String> {
    match value {
        Json::Null => Ok(Vec::new()),
        Json::List(list) => list.iter().map(|one| text(key, one)).collect(),
        other => Err(format!("`{key}` is {} and should be a list", other.kind())),
    }
}

fn choice(key: &str, id: &str, known: &[&str]) -> Result<String, String> {
    if id.is_empty() || known.contains(&id) {
        Ok(id.to_owned())
    } else {
        Err(format!("`{id}` is not a choice of `{key}`"))
    }
}

fn priors(value: &Json) -> Result<Vec<Prior>, String> {
    let list = match value {
        Json::Null => return Ok(Vec::new()),
        Json::List(list) => list,
        other => return Err(format!("`prior_workers` is {} and should be a list", other.kind())),
    };
    let one = |prior: &Json| {
        let part = |key| prior.get(key).map_or(Ok(String::new()), |value| text(key, value));
        let id = part("relationship")?;
        let relationship = Relationship::ALL.iter().find(|(_, known)| *known == id).map(|(this, _)| *this);
        if relationship.is_none() && !id.is_empty() {
            return Err(format!("`{id}` is not a choice of `relationship`"));
        }
        let ended_badly = matches!(prior.get("ended_badly"), Some(Json::Bool(true)))
            || prior.get("ended_badly").and_then(Json::as_text) == Some("yes");
        Ok(Prior { worker: part("worker")?, relationship, ended_badly })
    };
    list.iter().map(one).collect()
}
