//! Where one referral stands: its list, its bands and its dates.

use super::answers::*;
use super::bands::*;
use super::facts::Facts;
use super::timescales::{Timescales, of};
use crate::engine::{Choices, Law, Quick, RowSet, Settings, Sheet, dates};
use chrono::NaiveDate;

/// Where a sound referral stands. Days are numbered as by [`dates::number`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its list.
    pub list: List,
    /// The most urgent band that any true rule asks for.
    pub base: Band,
    /// The same, or what waiting has lifted it to.
    pub queue: Band,
    /// The rules that are true, by row number.
    pub rules: RowSet,
    /// The row number of the first true rule among those that set the base band.
    pub top_rule: usize,
    /// Days since it was received; nothing where that day is not known.
    pub wait: Option<i32>,
    /// To be allocated by.
    pub due: Option<i32>,
    /// The day by which it is put in order.
    pub order_due: Option<i32>,
    /// The next contact.
    pub next_contact: Option<i32>,
    /// Risk, exposure, urgency, deterioration, need, support and fluctuation, as levels.
    pub levels: [i32; 7],
}

impl Place {
    /// Whether a rule or action is true.
    pub fn fits(&self, law: &Law, id: &str) -> bool {
        law.rows().position(|(_, row)| row.id == id).is_some_and(|row| self.rules.has(row))
    }
}

/// Places referrals, one after another.
pub struct Placer<'a> {
    quick: Quick<'a>,
    law: &'a Law,
    times: &'a Timescales,
    today: i32,
}

impl<'a> Placer<'a> {
    /// Prepares the law. `settings` are those of [`Timescales::settings`] for `today`.
    pub fn new(law: &'a Law, times: &'a Timescales, settings: &'a Settings, today: NaiveDate) -> Self {
        Placer { quick: Quick::new(law, settings), law, times, today: dates::number(today) }
    }

    /// Where a referral stands. A fault is read as a blank, so that danger that can be read is seen.
    pub fn place(&mut self, facts: &Facts) -> Place {
        let rules = self.quick.rows(facts);
        let band = |mask: u32| Band::at(mask.trailing_zeros() as usize);
        let base = band(self.quick.found(BASE_BAND.number(), facts));
        let queue = band(self.quick.found(QUEUE_BAND.number(), facts));
        let list = match self.quick.found(LIST.number(), facts).trailing_zeros() {
            0 => List::Closed,
            1 => List::NeedsTriage,
            2 => List::OnHold,
            _ => List::Ranked,
        };
        let mut place = Place {
            list,
            base,
            queue,
            top_rule: self.top_rule(&rules, base),
            rules,
            wait: None,
            due: None,
            order_due: None,
            next_contact: None,
            levels: self.levels(facts),
        };
        if let Some(received) = facts.day(RECEIVED.0) {
            self.dates(&mut place, facts, received);
        }
        place
    }

    fn top_rule(&self, rules: &RowSet, base: Band) -> usize {
        let Some(table) = self.law.tables.get(PRIORITY.number()) else { return 0 };
        let start = self.law.first_row(PRIORITY.number());
        let numbered = table.rows.iter().enumerate();
        let mut true_ones = numbered.filter(|(at, row)| rules.has(start + at) && row.finding == Some(base.number()));
        true_ones.next().map_or(0, |(at, _)| start + at)
    }

    fn levels(&self, facts: &Facts) -> [i32; 7] {
        let level = |question| facts.level(question);
        let urgency = level(URGENCY.0).max(facts.deadline_level(self.today));
        let (need, support) = (level(NEED.0), level(SUPPORT.0));
        let exposure = need.min(support);
        [level(RISK.0), exposure, urgency, level(DETERIORATION.0), need, support, level(FLUCTUATION.0)]
    }

    /// Table D.
    fn dates(&self, place: &mut Place, facts: &Facts, received: i32) {
        let times = self.times;
        place.wait = Some(self.today - received);
        if place.list == List::NeedsTriage {
            let day = Some(received + times.triage);
            (place.due, place.order_due, place.next_contact) = (day, day, day);
            return;
        }
        let sooner = |day: i32| facts.day(DEADLINE.0).map_or(day, |deadline| day.min(deadline));
        place.due = Some(sooner(received + of(&times.target, place.base)));
        place.order_due = match self.lifted_on(place, received) {
            Some(lifted) => Some(sooner(lifted + of(&times.target, place.queue))),
            None => place.due,
        };
        let contact = facts.day(LAST_CONTACT.0).map_or(received, |day| day.max(received));
        place.next_contact = Some(contact + of(&times.review, place.queue));
    }

    /// The day on which waiting gave the queue band.
    fn lifted_on(&self, place: &Place, received: i32) -> Option<i32> {
        let lifted = place.base != place.queue;
        self.times.lift(place.base, place.queue).filter(|_| lifted).map(|after| received + after)
    }

    /// The band the answers could still give: the most and the least urgent.
    pub fn range(&mut self, facts: &Facts, now: Band) -> (Band, Band) {
        let mut least = facts.clone();
        let mut most = facts.clone();
        for question in REQUIRED.into_iter().filter(|at| facts.is_unknown(*at)) {
            least.choose(question, lowest(question));
            most.choose(question, highest(question));
        }
        if facts.date_missing() {
            least.choose(DEADLINE_KIND.0, DeadlineKind::None.number());
        }
        if facts.is_blank(DEADLINE.0) && (facts.date_missing() || facts.is_unknown(DEADLINE_KIND.0)) {
            most.give_day(DEADLINE.0, self.today);
        }
        let base = |placer: &mut Self, facts: &Facts| placer.place(facts).base;
        let (most, least) = (base(self, &most), base(self, &least));
        (if most.place() < now.place() { most } else { now }, least)
    }

    /// The ids of the actions, in the order of table AC.
    pub fn actions(&self, place: &Place) -> Vec<&'static str> {
        let start = self.law.first_row(ACTIONS.number());
        let rows = self.law.tables.get(ACTIONS.number()).map_or(&[][..], |table| table.rows.as_slice());
        let numbered = rows.iter().enumerate();
        numbered.filter(|(at, _)| place.rules.has(start + at)).map(|(_, row)| row.id).collect()
    }

    /// The ids of the true rules of table P; the rule for everyone only where nothing else is true.
    pub fn rules(&self, place: &Place) -> Vec<&'static str> {
        let start = self.law.first_row(PRIORITY.number());
        let rows = self.law.tables.get(PRIORITY.number()).map_or(&[][..], |table| table.rows.as_slice());
        let numbered = rows.iter().enumerate().filter(|(at, _)| place.rules.has(start + at));
        numbered.map(|(_, row)| row.id).filter(|id| *id != "P90" || place.base == Band::Planned).collect()
    }

    /// The id of a rule or action by row number.
    pub fn rule_id(&self, row: usize) -> &'static str {
        self.law.rows().nth(row).map_or("", |(_, row)| row.id)
    }
}

/// The place of the choice that is least urgent.
fn lowest(question: usize) -> usize {
    let yes_no = [IMMEDIATE_DANGER.0, ESSENTIAL_CARE_MISSED.0, CHILD_AT_RISK.0].contains(&question);
    if yes_no { YesNo::No.number() } else { 0 }
}

/// The place of the choice that is most urgent.
fn highest(question: usize) -> usize {
    match question {
        q if q == FUNCTION.0 => Function::CareActAssessment.number(),
        q if q == IMMEDIATE_DANGER.0 || q == ESSENTIAL_CARE_MISSED.0 || q == CHILD_AT_RISK.0 => YesNo::Yes.number(),
        q if q == SAFEGUARDING.0 => Safeguarding::NotProtected.number(),
        q if q == CARER.0 => Carer::BrokenDown.number(),
        q if q == END_OF_LIFE.0 => EndOfLife::Weeks.number(),
        q if q == FLUCTUATION.0 => Fluctuation::Dangerous.number(),
        q if q == DEADLINE_KIND.0 => DeadlineKind::LossOfHome.number(),
        _ => 4,
    }
}
