//! Matching one referral to the most suitable worker, and a plan for a whole list. Section 11.

pub mod alternatives;
pub mod exclusion;
pub mod order;
pub mod plan;
pub mod referral;
pub mod results;
pub mod warnings;
pub mod worker;

use super::settings::Config;
use alternatives::Alternative;
use chrono::NaiveDate;
use exclusion::Rule;
use order::Key;
use referral::Referral;
use worker::Worker;

/// What a match rests on.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// The referral.
    pub referral: &'a Referral,
    /// What the authority has set.
    pub config: &'a Config,
    /// Today.
    pub today: NaiveDate,
}

impl Ask<'_> {
    /// The points of this work.
    pub fn points(&self) -> i64 {
        self.config.points.get(self.referral.complexity as usize).copied().unwrap_or_default()
    }

    /// The least skill in this work.
    pub fn min_level(&self) -> i64 {
        self.config.min_level.get(self.referral.complexity as usize).copied().unwrap_or_default()
    }

    /// When it is needed: today for a past or blank date, and where somebody must act now.
    pub fn need_by(&self) -> NaiveDate {
        let act_now = self.referral.band == Some(super::bands::Band::ActNow);
        self.referral.need_by.filter(|day| *day >= self.today && !act_now).unwrap_or(self.today)
    }
}

/// Who could do it, who could not, and what then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Places of those left, best first.
    pub ranked: Vec<usize>,
    /// The keys by which they are in order.
    pub keys: Vec<Key>,
    /// The places of those excluded, each with every reason.
    pub excluded: Vec<(usize, Vec<Rule>)>,
    /// What to do where nobody is left.
    pub alternatives: Vec<Alternative>,
    /// Warnings by id, in order.
    pub warnings: Vec<&'static str>,
}

impl Match {
    /// The id of the outcome.
    pub fn outcome(&self, ask: Ask<'_>, workers: &[Worker]) -> &'static str {
        match self.ranked.first().and_then(|at| workers.get(*at)) {
            None => "match_none",
            Some(first) if order::gaps(ask.referral, first).next().is_some() => "match_with_support",
            Some(_) => "match_found",
        }
    }

    /// The step at which the first two differ; nothing where fewer than two are left.
    pub fn why_first(&self) -> Option<&'static str> {
        match self.keys.as_slice() {
            [one, other, ..] => Some(order::step(one, other)),
            _ => None,
        }
    }

    /// Whether nothing but their ids tells the first two apart.
    pub fn tie(&self) -> bool {
        self.why_first() == Some("S9")
    }
}

/// Matches a referral.
pub fn matched(ask: Ask<'_>, workers: &[Worker]) -> Match {
    let mut found = Match::default();
    let mut left: Vec<(Key, usize)> = Vec::new();
    for (at, worker) in workers.iter().enumerate() {
        let rules = exclusion::rules(ask, worker);
        if rules.is_empty() {
            left.push((order::key(ask, worker), at));
        } else {
            found.excluded.push((at, rules));
        }
    }
    let id = |at: &usize| workers.get(*at).map_or("", |worker| worker.id.as_str());
    left.sort_by(|(key, at), (other, other_at)| key.cmp(other).then_with(|| id(at).cmp(id(other_at))));
    (found.keys, found.ranked) = left.into_iter().unzip();
    if found.ranked.is_empty() {
        found.alternatives = alternatives::all(ask, workers, &found.excluded);
    }
    found.warnings = warnings::all(ask, workers, &found);
    found
}
