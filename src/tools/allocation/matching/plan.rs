//! A suggested plan for a whole list, for a meeting. Nothing is allocated until a manager confirms each line.

use super::referral::Referral;
use super::worker::Worker;
use super::{Ask, Match, matched};
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::settings::Config;
use chrono::NaiveDate;

/// One line of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place of the referral in the list.
    pub at: usize,
    /// The suggested worker, by place; nothing where nobody is suitable.
    pub worker: Option<usize>,
}

/// A walk down the list, a step for each referral.
///
/// The work goes to the first worker, whose load grows; only theirs, since a second visitor is agreed at the
/// meeting. Where nobody is suitable the person keeps their place.
pub struct Walk<'a> {
    config: &'a Config,
    today: NaiveDate,
    /// The workers with their loads so far.
    pub workers: Vec<Worker>,
    /// The lines so far.
    pub lines: Vec<Line>,
}

impl<'a> Walk<'a> {
    /// Begins, with the loads the workers have now.
    pub fn new(config: &'a Config, today: NaiveDate, workers: Vec<Worker>) -> Self {
        Walk { config, today, workers, lines: Vec::new() }
    }

    /// Whether no further step can give work to anybody: nobody has a free point, and the band minds that.
    ///
    /// Since the list is in the order of bands, nobody further down can be given anything either.
    pub fn is_full(&self, referral: &Referral) -> bool {
        let least = self.config.points.iter().copied().min().unwrap_or_default().max(1);
        referral.band != Some(Band::ActNow) && self.workers.iter().all(|worker| worker.load + least > worker.capacity)
    }

    /// The next referral.
    pub fn step(&mut self, referral: &Referral) {
        let at = self.lines.len();
        let worker = if self.config.points.iter().all(|points| *points > 0) && self.is_full(referral) {
            None
        } else {
            self.matched(referral).ranked.first().copied()
        };
        let points = Ask { referral, config: self.config, today: self.today }.points();
        if let Some(worker) = worker.and_then(|at| self.workers.get_mut(at)) {
            worker.load += points;
        }
        self.lines.push(Line { at, worker });
    }

    /// The match of a referral with the loads so far: also what gives the alternatives of a line without a
    /// worker, when somebody opens it.
    pub fn matched(&self, referral: &Referral) -> Match {
        matched(Ask { referral, config: self.config, today: self.today }, &self.workers)
    }
}
