//! Where actions have got to: status, the factual checks, and the counts. Sections 7 and 8 of the specification.

use super::answers::{AGREED_ON, REVIEW_DATE};
use super::day::Written;
use super::groups::Action;
use super::plan::Read;
use chrono::NaiveDate;

/// Where an action has got to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It was stopped.
    Stopped,
    /// It was done after its day.
    DoneLate,
    /// It was done.
    Done,
    /// It has no real day.
    NoDate,
    /// Its day is past.
    Overdue,
    /// Its day is today.
    DueToday,
    /// Its day is near.
    DueSoon,
    /// Its day is further ahead.
    Upcoming,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 8] = [
        Status::Stopped,
        Status::DoneLate,
        Status::Done,
        Status::NoDate,
        Status::Overdue,
        Status::DueToday,
        Status::DueSoon,
        Status::Upcoming,
    ];

    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Status::Stopped => "stopped",
            Status::DoneLate => "done_late",
            Status::Done => "done",
            Status::NoDate => "no_date",
            Status::Overdue => "overdue",
            Status::DueToday => "due_today",
            Status::DueSoon => "due_soon",
            Status::Upcoming => "upcoming",
        }
    }
}

/// Whether a check is met. There is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// It is.
    Met,
    /// It is not.
    NotMet,
    /// Nobody has asked.
    NotKnown,
}

impl Met {
    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Met::Met => "met",
            Met::NotMet => "not_met",
            Met::NotKnown => "not_known",
        }
    }

    fn when(holds: bool) -> Met {
        if holds { Met::Met } else { Met::NotMet }
    }
}

/// How far the actions of a plan have got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All actions.
    pub total: usize,
    /// Those done, late or not.
    pub done: usize,
    /// Those done late.
    pub done_late: usize,
    /// Those stopped.
    pub stopped: usize,
    /// The rest.
    pub open: usize,
    /// Those whose day is past.
    pub overdue: usize,
    /// Of those not stopped, the share that is done, in whole hundredths; nothing where there are none.
    pub percent_done: Option<usize>,
    /// The next day that anything is due.
    pub next_due: Option<NaiveDate>,
}

impl Read<'_> {
    /// Where an action has got to. The first that fits.
    pub fn status(&self, action: &Action) -> Status {
        let today = self.plan.today;
        match (action.status.as_str(), action.due.day(), action.done_on.day()) {
            ("stopped", ..) => Status::Stopped,
            ("done", Some(due), Some(done)) if done > due => Status::DoneLate,
            ("done", ..) => Status::Done,
            (_, None, _) => Status::NoDate,
            (_, Some(due), _) => match today {
                Some(today) if due < today => Status::Overdue,
                Some(today) if due == today => Status::DueToday,
                Some(today) if self.plan.calendar.between(today, due) <= self.plan.times.soon => Status::DueSoon,
                _ => Status::Upcoming,
            },
        }
    }

    /// The letters S, M, A, R and T for an action: facts about what is written, and no judgement of it.
    pub fn smart(&self, action: &Action) -> [(&'static str, Met); 5] {
        let filled = |text: &str| !text.trim().is_empty();
        let agreed = match action.owner_agreed.as_str() {
            "yes" => Met::Met,
            "no" => Met::NotMet,
            _ => Met::NotKnown,
        };
        let in_time = match (action.due.day(), self.day(AGREED_ON.0)) {
            (Some(due), Some(agreed)) => due >= agreed,
            (Some(_), None) => true,
            (None, _) => false,
        };
        [
            ("S", Met::when(filled(&action.what) && filled(&action.owner))),
            ("M", Met::when(filled(&action.measure))),
            ("A", agreed),
            ("R", Met::when(self.plan.issue(&action.issue).is_some())),
            ("T", Met::when(in_time)),
        ]
    }

    /// The counts.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { total: self.plan.actions.len(), ..Counts::default() };
        let mut ahead: Vec<NaiveDate> = Vec::new();
        for action in &self.plan.actions {
            match self.status(action) {
                Status::Stopped => counts.stopped += 1,
                Status::Done => counts.done += 1,
                Status::DoneLate => {
                    counts.done += 1;
                    counts.done_late += 1;
                }
                status => {
                    counts.open += 1;
                    counts.overdue += usize::from(status == Status::Overdue);
                    ahead.extend(action.due.day());
                }
            }
        }
        if !self.is_closed() {
            ahead.extend(self.day(REVIEW_DATE.0));
        }
        counts.next_due = ahead.into_iter().filter(|day| self.plan.today.is_some_and(|today| *day >= today)).min();
        counts.percent_done = (counts.done * 100).checked_div(counts.total - counts.stopped);
        counts
    }

    /// Working days since a day that is past; nothing for one that is not.
    pub fn working_days_late(&self, due: &Written) -> Option<i64> {
        let (today, due) = (self.plan.today?, due.day()?);
        (due < today).then(|| self.plan.calendar.between(due, today))
    }
}
