//! The numbers of days that an authority sets for the waiting list.

use super::bands::{Band, COUNTS};
use super::settings::Config;
use crate::engine::Settings;
use crate::json::Json;
use chrono::NaiveDate;

/// Numbers of days, by band from the most urgent. Each is a whole number from 0 to 3650.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timescales {
    /// From received to allocated.
    pub target: [i32; 5],
    /// From one contact to the next.
    pub review: [i32; 5],
    /// The wait at which the senior manager decides.
    pub escalate: [i32; 5],
    /// From received to the last open question asked.
    pub triage: i32,
    /// Lifts by waiting: from, after so many days, to.
    pub ageing: Vec<(Band, i32, Band)>,
}

impl Default for Timescales {
    fn default() -> Self {
        Timescales {
            target: [0, 3, 14, 28, 56],
            review: [1, 3, 7, 14, 28],
            escalate: [1, 4, 28, 56, 112],
            triage: 1,
            ageing: vec![
                (Band::Standard, 56, Band::High),
                (Band::Planned, 84, Band::Standard),
                (Band::Planned, 126, Band::High),
            ],
        }
    }
}

/// The number for a band.
pub fn of(days: &[i32; 5], band: Band) -> i32 {
    days.get(band.place()).copied().unwrap_or_default()
}

/// The settings of a locality file's part for the tool, or the shipped ones.
///
/// # Errors
/// Every fault with its place.
pub fn read(given: Option<&Json>) -> Result<Settings, Vec<(String, String)>> {
    match given {
        None => Ok(Timescales::default().settings(None)),
        Some(file) => Config::read(file).map(|config| config.times.settings(None)),
    }
}

impl Timescales {
    /// The numbers back from the settings that [`Timescales::settings`] made.
    pub fn of(settings: &Settings) -> Self {
        let number = |at: usize| settings.counts.get(at).copied().flatten();
        let five = |start: usize| [0, 1, 2, 3, 4].map(|at| number(start + at).unwrap_or_default());
        let lift = |at, from, to| number(at).map(|after| (from, after, to));
        let lifts = [
            lift(12, Band::Standard, Band::High),
            lift(13, Band::Planned, Band::Standard),
            lift(14, Band::Planned, Band::High),
        ];
        Timescales {
            target: five(15),
            review: five(0),
            escalate: five(5),
            triage: number(10).unwrap_or_default(),
            ageing: lifts.into_iter().flatten().collect(),
        }
    }

    /// The wait after which a band is lifted to another; the shortest where several are set.
    pub fn lift(&self, from: Band, to: Band) -> Option<i32> {
        let lifts = self.ageing.iter().filter(|(start, _, end)| *start == from && *end == to);
        lifts.map(|(_, after, _)| *after).min()
    }

    /// For the tables: today, and the numbers in the order of [`COUNTS`].
    pub fn settings(&self, today: Option<NaiveDate>) -> Settings {
        let mut counts: Vec<Option<i32>> = self.review.iter().chain(&self.escalate).map(|days| Some(*days)).collect();
        counts.extend([Some(self.triage), Some(self.triage + 1)]);
        counts.push(self.lift(Band::Standard, Band::High));
        counts.push(self.lift(Band::Planned, Band::Standard));
        counts.push(self.lift(Band::Planned, Band::High));
        counts.extend(self.target.map(Some));
        debug_assert_eq!(counts.len(), COUNTS.len());
        Settings { today, counts, ..Settings::default() }
    }
}
