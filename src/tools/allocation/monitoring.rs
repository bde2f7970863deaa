//! What the list shows beside the order: the senior manager's panel, real waits, and whether it grows.
//!
//! None of this moves anyone. "The last 28 days" are today and the 27 days before it; bands are base bands.

use super::answers::{ALLOCATED_ON, RECEIVED, REQUIRED, STATUS, Status};
use super::bands::{Band, List};
use super::list::{Entry, WaitingList};
use super::place::Placer;
use crate::engine::{Choices, Sheet, dates};

/// How many days "the last four weeks" are.
pub const LATELY: i32 = 28;

/// Whom the senior manager is told of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Escalation {
    /// Each to be told of today: the ranked in the three upper bands, and all who need triage.
    pub today: Vec<u32>,
    /// One line a week for standard and planned: the band, the people, and the longest wait in days.
    pub weekly: Vec<(Band, Vec<u32>, i32)>,
}

/// Who is to be told of today, and who once a week.
pub fn escalation(list: &WaitingList) -> Escalation {
    let mut escalation = Escalation::default();
    let mut weekly = [Vec::new(), Vec::new()];
    for at in list.escalated() {
        let Some(entry) = list.entry(at) else { continue };
        match (entry.place.list, entry.place.base) {
            (List::Ranked, Band::Standard) => weekly[0].push(at),
            (List::Ranked, Band::Planned) => weekly[1].push(at),
            _ => escalation.today.push(at),
        }
    }
    for (band, rows) in [Band::Standard, Band::Planned].into_iter().zip(weekly) {
        let waits = rows.iter().filter_map(|at| list.entry(*at)).filter_map(|entry| entry.place.wait);
        if let Some(longest) = waits.max() {
            escalation.weekly.push((band, rows, longest));
        }
    }
    escalation
}

/// How long people of one band really wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RealWait {
    /// Of those allocated lately: how many, the middle value and the longest.
    Allocated(usize, i32, i32),
    /// Nobody was allocated lately; of those still waiting: how many, the middle value and the longest.
    Waiting(usize, i32, i32),
    /// Nobody to count.
    Nobody,
}

/// The real wait by band, and how many rows were left out because they cannot be counted.
pub fn real_waits(list: &WaitingList) -> ([RealWait; 5], usize) {
    let today = dates::number(list.today());
    let mut allocated: [Vec<i32>; 5] = Default::default();
    let mut left_out = 0;
    let mut by_day: Vec<(i32, Vec<&Entry>)> = Vec::new();
    for entry in list.entries().iter().filter(|entry| is_allocated(entry)) {
        let blank = REQUIRED.iter().any(|question| entry.facts.is_blank(*question));
        match usable(entry, today) {
            Some(day) if entry.problem.is_none() && !blank => {
                if day > today - LATELY {
                    match by_day.iter_mut().find(|(known, _)| *known == day) {
                        Some((_, entries)) => entries.push(entry),
                        None => by_day.push((day, vec![entry])),
                    }
                }
            }
            // A row without any date of allocation has nothing that could be counted.
            None if entry.facts.is_blank(ALLOCATED_ON.0) && !entry.facts.allocation_unread => {}
            _ => left_out += 1,
        }
    }
    for (day, entries) in by_day {
        // The band is worked out as on the day of allocation.
        let settings = list.times().settings(Some(dates::numbered(day)));
        let mut placer = Placer::new(list.law(), list.times(), &settings, dates::numbered(day));
        for entry in entries {
            let band = placer.place(&entry.facts).base;
            if let (Some(waits), Some(received)) = (allocated.get_mut(band.place()), entry.facts.day(RECEIVED.0)) {
                waits.push(day - received);
            }
        }
    }
    let waits = Band::ALL.map(|band| {
        let lately = allocated.get_mut(band.place()).map(std::mem::take).unwrap_or_default();
        if let Some((middle, longest)) = middle(lately.clone()) {
            return RealWait::Allocated(lately.len(), middle, longest);
        }
        let ranked = list.lists().ranked.iter().filter_map(|at| list.entry(*at));
        let waiting: Vec<i32> =
            ranked.filter(|entry| entry.place.base == band).filter_map(|entry| entry.place.wait).collect();
        middle(waiting.clone())
            .map_or(RealWait::Nobody, |(middle, longest)| RealWait::Waiting(waiting.len(), middle, longest))
    });
    (waits, left_out)
}

/// The middle and the longest of some waits. Of an even number the middle is the longer of the middle two, so
/// that nobody is promised too little.
fn middle(mut waits: Vec<i32>) -> Option<(i32, i32)> {
    waits.sort_unstable();
    Some((*waits.get(waits.len() / 2)?, *waits.last()?))
}

/// How many came in and how many were allocated lately; nothing where no row says when it was allocated. The
/// last number is how many dates of allocation could not be used.
pub fn growth(list: &WaitingList) -> (Option<(usize, usize)>, usize) {
    let today = dates::number(list.today());
    let lately = |day: i32| day > today - LATELY && day <= today;
    let (mut came, mut went, mut any, mut left_out) = (0, 0, false, 0);
    for entry in list.entries() {
        came += usize::from(entry.facts.day(RECEIVED.0).is_some_and(lately));
        match usable(entry, today) {
            Some(day) => {
                any = true;
                went += usize::from(is_allocated(entry) && lately(day));
            }
            None => {
                let given = entry.facts.allocation_unread || !entry.facts.is_blank(ALLOCATED_ON.0);
                left_out += usize::from(given);
            }
        }
    }
    (any.then_some((came, went)), left_out)
}

fn is_allocated(entry: &Entry) -> bool {
    entry.facts.choice(STATUS.0) == Some(Status::Allocated.number())
}

/// The day of allocation, where it is real, not in the future and not before the day of receipt.
fn usable(entry: &Entry, today: i32) -> Option<i32> {
    let day = entry.facts.day(ALLOCATED_ON.0)?;
    let received = entry.facts.day(RECEIVED.0)?;
    (day <= today && day >= received).then_some(day)
}

/// How many of the ranked are in each band, by the band in which they stand.
pub fn counts(list: &WaitingList) -> [usize; 5] {
    let mut counts = [0; 5];
    for entry in list.lists().ranked.iter().filter_map(|at| list.entry(*at)) {
        if let Some(count) = counts.get_mut(entry.place.queue.place()) {
            *count += 1;
        }
    }
    counts
}

/// How many of the ranked have waited how long: up to each of these numbers of days, and longer than the last.
pub const WAITS: [i32; 5] = [7, 28, 56, 84, 126];

/// People waiting, by band and by time waited.
pub fn waits(list: &WaitingList) -> [[usize; 6]; 5] {
    let mut grid = [[0; 6]; 5];
    for entry in list.lists().ranked.iter().filter_map(|at| list.entry(*at)) {
        let Some(wait) = entry.place.wait else { continue };
        let column = WAITS.iter().position(|most| wait <= *most).unwrap_or(WAITS.len());
        if let Some(cell) = grid.get_mut(entry.place.queue.place()).and_then(|row| row.get_mut(column)) {
            *cell += 1;
        }
    }
    grid
}
