//! What is shown beside the rows and takes a look at the whole list: worked out once for each change, and for a
//! long list after the changed row has been drawn.

use super::model::{Model, Shown};
use crate::engine::dates;
use crate::tools::allocation::list::WaitingList;
use crate::tools::allocation::monitoring::{self, Escalation, RealWait};

/// Up to this many rows everything is worked out at once.
const AT_ONCE: usize = 5_000;

/// What a look at the whole list found.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Everyone to be contacted today.
    pub contact: Vec<u32>,
    /// Everyone of whom the senior manager is told.
    pub escalated: Vec<u32>,
    /// The same, as today's and the weekly lines.
    pub escalation: Escalation,
    /// How many of the ranked are in each band.
    pub counts: [usize; 5],
    /// How many of them are past their date.
    pub late: [usize; 5],
    /// How many have waited how long.
    pub grid: [[usize; 6]; 5],
    /// The real wait by band, and how many rows cannot be counted.
    pub waits: ([RealWait; 5], usize),
    /// How many came and went, and how many dates cannot be used.
    pub growth: (Option<(usize, usize)>, usize),
    /// How many slices of looking again are still to come; none while it tells of the list as it is.
    pub stale: usize,
}

/// In how many slices a long list is looked at.
const SLICES: usize = 6;

impl Seen {
    /// Looks at the whole list.
    pub fn of(list: &WaitingList) -> Seen {
        let mut seen = Seen {
            contact: Vec::new(),
            escalated: Vec::new(),
            escalation: Escalation::default(),
            counts: [0; 5],
            late: [0; 5],
            grid: Default::default(),
            waits: ([RealWait::Nobody; 5], 0),
            growth: (None, 0),
            stale: SLICES,
        };
        while seen.stale > 0 {
            seen.look(list);
        }
        seen
    }

    /// Looks at the list for one of the figures that are still to come.
    fn look(&mut self, list: &WaitingList) {
        self.stale = self.stale.saturating_sub(1);
        match self.stale {
            5 => self.contact = list.contact_today(),
            4 => (self.escalated, self.escalation) = (list.escalated(), monitoring::escalation(list)),
            3 => (self.counts, self.late) = (monitoring::counts(list), late(list)),
            2 => self.grid = monitoring::waits(list),
            1 => self.waits = monitoring::real_waits(list),
            _ => self.growth = monitoring::growth(list),
        }
    }
}

fn late(list: &WaitingList) -> [usize; 5] {
    let today = dates::number(list.today());
    let mut late = [0; 5];
    for entry in list.lists().ranked.iter().filter_map(|at| list.entry(*at)) {
        if entry.place.due.is_some_and(|due| due < today)
            && let Some(count) = late.get_mut(entry.place.queue.place())
        {
            *count += 1;
        }
    }
    late
}

impl Model {
    /// After a change: looks again at once, or says that it is still to be done.
    pub fn look_again(&mut self) {
        if self.list.entries().len() <= AT_ONCE {
            self.look();
        } else {
            self.seen.stale = SLICES;
        }
    }

    /// Looks at the whole list.
    pub fn look(&mut self) {
        self.seen.stale = SLICES;
        while self.look_on() {}
    }

    /// Looks at the list for one more figure; true while there are more to come.
    pub fn look_on(&mut self) -> bool {
        if self.seen.stale > 0 {
            self.seen.look(&self.list);
        }
        if self.seen.stale > 0 {
            return true;
        }
        if matches!(self.shown, Shown::ContactToday | Shown::Escalated) {
            self.refresh();
        }
        false
    }

    /// How many rows a list has.
    pub fn count_of(&self, shown: Shown) -> usize {
        let lists = self.list.lists();
        match shown {
            Shown::Ranked => lists.ranked.len(),
            Shown::NeedsTriage => lists.needs_triage.len(),
            Shown::OnHold => lists.on_hold.len(),
            Shown::Closed => lists.closed.len(),
            Shown::DataProblem => lists.data_problem.len(),
            Shown::ContactToday => self.seen.contact.len(),
            Shown::Escalated => self.seen.escalated.len(),
        }
    }
}
