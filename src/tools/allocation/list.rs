//! The waiting list: every row in exactly one list, in one order, with nobody out of sight.

use super::answers::*;
use super::bands::{Band, List};
use super::facts::{Facts, Problem};
use super::place::{Place, Placer};
use super::timescales::Timescales;
use crate::engine::{Law, Settings, Sheet, dates};
use chrono::NaiveDate;
use std::collections::HashMap;

/// How many rows are sorted into their lists in one slice.
const SLICE: usize = 10_000;

/// One row with where it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is said about the referral.
    pub facts: Facts,
    /// Where it stands; for a row with a problem, where it would stand without its faults.
    pub place: Place,
    /// What is wrong with it, with the field's id; nothing for a sound row.
    pub problem: Option<(Problem, &'static str)>,
}

impl Entry {
    /// A problem that does not hide danger: it can be read that somebody must act now.
    pub fn acts_now(&self) -> bool {
        self.problem.is_some() && self.place.list != List::Closed && self.place.base == Band::ActNow
    }

    /// Whether a hold or a withdrawal is set aside, because the person may be in danger.
    pub fn kept_visible(&self) -> bool {
        let status = self.facts.choice(STATUS.0);
        let set_aside = [Status::OnHold, Status::Withdrawn].iter().any(|s| status == Some(*s as usize));
        self.problem.is_none() && set_aside && matches!(self.place.list, List::NeedsTriage | List::Ranked)
    }

    /// Whether the next contact is due.
    pub fn contact_due(&self, today: i32) -> bool {
        self.problem.is_none()
            && self.place.list != List::Closed
            && self.place.next_contact.is_some_and(|day| day <= today)
    }

    /// The key by which ranked rows are put in order, smallest first. The reference comes after it.
    pub fn key(&self) -> [i32; 12] {
        let [risk, exposure, urgency, deterioration, need, support, fluctuation] =
            self.place.levels.map(|level| -level);
        let band = self.place.queue.place() as i32;
        let received = self.facts.day(RECEIVED.0).unwrap_or(i32::MAX);
        let due = self.place.order_due.unwrap_or(i32::MAX);
        if self.place.queue.place() < Band::High.place() {
            let rule = self.place.top_rule as i32;
            [band, rule, risk, exposure, urgency, deterioration, need, support, fluctuation, due, received, 0]
        } else {
            [band, due, risk, exposure, urgency, deterioration, need, support, fluctuation, received, 0, 0]
        }
    }
}

/// The lists, as places of rows. Each is in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// The ranked.
    pub ranked: Vec<u32>,
    /// Rows with a required answer that nobody has asked for.
    pub needs_triage: Vec<u32>,
    /// People who asked us to wait.
    pub on_hold: Vec<u32>,
    /// No longer on the list.
    pub closed: Vec<u32>,
    /// Rows with a problem.
    pub data_problem: Vec<u32>,
    /// Those of them in which it can be read that somebody must act now.
    pub act_now: Vec<u32>,
}

/// The whole list.
pub struct WaitingList {
    times: Timescales,
    settings: Settings,
    today: NaiveDate,
    law: &'static Law,
    entries: Vec<Entry>,
    /// How many rows share a reference.
    copies: HashMap<Box<str>, u32>,
    lists: Lists,
}

impl WaitingList {
    /// An empty list.
    pub fn new(law: &'static Law, times: Timescales, today: NaiveDate) -> Self {
        let settings = times.settings(Some(today));
        let (entries, copies, lists) = (Vec::new(), HashMap::new(), Lists::default());
        WaitingList { times, settings, today, law, entries, copies, lists }
    }

    /// A list of these rows, in order.
    pub fn of(law: &'static Law, times: Timescales, today: NaiveDate, rows: Vec<Facts>) -> Self {
        let mut list = WaitingList::new(law, times, today);
        list.add(rows);
        list.rank();
        list
    }

    /// Makes room for so many rows at once, rather than moving all of them again and again.
    pub fn make_room(&mut self, rows: usize) {
        self.entries.reserve(rows);
        self.copies.reserve(rows);
    }

    /// Adds rows, in slices if need be; [`WaitingList::rank`] comes after the last.
    pub fn add(&mut self, rows: Vec<Facts>) {
        let mut placer = Placer::new(self.law, &self.times, &self.settings, self.today);
        for facts in rows {
            if !facts.reference.is_empty() {
                *self.copies.entry(facts.reference.clone()).or_default() += 1;
            }
            let place = placer.place(&facts);
            self.entries.push(Entry { facts, place, problem: None });
        }
    }

    /// Puts every row in its list and each list in order.
    pub fn rank(&mut self) {
        let mut slice = 0;
        while !self.rank_slice(slice) {
            slice += 1;
        }
    }

    /// The same in slices, numbered from 0; true after the last. The first sort so many rows each into their lists,
    /// one for each band puts the ranked of that band in order, and the last puts the other lists in order.
    pub fn rank_slice(&mut self, slice: usize) -> bool {
        match slice.checked_sub(self.slices_of_rows()) {
            None => self.sort_out(slice),
            Some(band) if band < Band::ALL.len() => self.rank_band(Band::at(band)),
            Some(_) => self.rank_others(),
        }
        slice + 1 >= self.slices()
    }

    /// In how many slices it is ranked.
    pub fn slices(&self) -> usize {
        self.slices_of_rows() + Band::ALL.len() + 1
    }

    fn slices_of_rows(&self) -> usize {
        self.entries.len().div_ceil(SLICE).max(1)
    }

    fn sort_out(&mut self, slice: usize) {
        let today = dates::number(self.today);
        if slice == 0 {
            self.lists = Lists::default();
        }
        for (at, entry) in self.entries.iter_mut().enumerate().skip(slice * SLICE).take(SLICE) {
            let twice = self.copies.get(&entry.facts.reference).is_some_and(|copies| *copies > 1);
            entry.problem = entry.facts.problem(today, twice);
            self.lists.of(entry).push(at as u32);
        }
    }

    // INVARIANT: the bands before this one stand first in the list, in order.
    fn rank_band(&mut self, band: Band) {
        let entries = &self.entries;
        let place = |at: &u32| entries.get(*at as usize).map_or(usize::MAX, |entry| entry.place.queue.place());
        let ranked = std::mem::take(&mut self.lists.ranked);
        let (own, others): (Vec<u32>, Vec<u32>) = ranked.into_iter().partition(|at| place(at) == band.place());
        let (mut first, last): (Vec<u32>, Vec<u32>) = others.into_iter().partition(|at| place(at) < band.place());
        let mut keyed: Vec<([i32; 12], u32)> =
            own.iter().filter_map(|at| entries.get(*at as usize).map(|entry| (entry.key(), *at))).collect();
        keyed.sort_unstable_by(|(key, at), (other_key, other)| {
            key.cmp(other_key).then_with(|| order(entries, *at, *other))
        });
        first.extend(keyed.into_iter().map(|(_, at)| at));
        first.extend(last);
        self.lists.ranked = first;
    }

    fn rank_others(&mut self) {
        let entries = &self.entries;
        let by = |one: &u32, other: &u32| order(entries, *one, *other);
        let lists = &mut self.lists;
        lists.needs_triage.sort_by(by);
        lists.on_hold.sort_by(by);
        lists.closed.sort_by(by);
        lists.data_problem.sort_by(by);
        lists.act_now = lists.data_problem.iter().copied().filter(|at| acts_now(entries, *at)).collect();
    }

    /// Puts different facts in place of a row's, or adds a row, and says where it now is.
    ///
    /// One row is placed again; only a changed reference makes the whole list look again for copies.
    pub fn change(&mut self, at: Option<usize>, facts: Facts) -> usize {
        let place = Placer::new(self.law, &self.times, &self.settings, self.today).place(&facts);
        let Some((at, old)) = at.and_then(|at| self.entries.get(at).map(|entry| (at, entry.clone()))) else {
            self.add(vec![facts]);
            self.rank();
            return self.entries.len().saturating_sub(1);
        };
        if old.facts.reference != facts.reference {
            if let Some(copies) = self.copies.get_mut(&old.facts.reference) {
                *copies -= 1;
            }
            if !facts.reference.is_empty() {
                *self.copies.entry(facts.reference.clone()).or_default() += 1;
            }
            if let Some(entry) = self.entries.get_mut(at) {
                *entry = Entry { facts, place, problem: None };
            }
            self.rank();
            return at;
        }
        let row = at as u32;
        self.lists.of(&old).retain(|known| *known != row);
        self.lists.act_now.retain(|known| *known != row);
        let twice = self.copies.get(&facts.reference).is_some_and(|copies| *copies > 1);
        let problem = facts.problem(dates::number(self.today), twice);
        let entry = Entry { facts, place, problem };
        if let Some(slot) = self.entries.get_mut(at) {
            *slot = entry;
        }
        let entries = &self.entries;
        if let Some(entry) = entries.get(at) {
            let put = |list: &mut Vec<u32>| {
                let after = list.partition_point(|known| order(entries, *known, row).is_lt());
                list.insert(after, row);
            };
            put(self.lists.of(entry));
            if entry.acts_now() {
                put(&mut self.lists.act_now);
            }
        }
        at
    }

    /// Every row, in the order added.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A row.
    pub fn entry(&self, at: u32) -> Option<&Entry> {
        self.entries.get(at as usize)
    }

    /// The lists.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The day on which it is looked at.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The numbers of days it goes by.
    pub fn times(&self) -> &Timescales {
        &self.times
    }

    /// The rows of one reference, in the order added.
    pub fn find(&self, reference: &str) -> Vec<u32> {
        let rows = self.entries.iter().enumerate();
        rows.filter(|(_, entry)| &*entry.facts.reference == reference).map(|(at, _)| at as u32).collect()
    }

    /// Something that places single referrals as this list does.
    pub fn placer(&self) -> Placer<'_> {
        Placer::new(self.law, &self.times, &self.settings, self.today)
    }

    /// Everyone whose next contact is due: by band, then by the day, then by reference.
    pub fn contact_today(&self) -> Vec<u32> {
        let today = dates::number(self.today);
        let lists = [&self.lists.ranked, &self.lists.on_hold, &self.lists.needs_triage];
        let all = lists.into_iter().flatten().copied();
        let due = all.filter_map(|at| {
            let entry = self.entry(at).filter(|entry| entry.contact_due(today))?;
            Some((entry.place.queue.place(), entry.place.next_contact, &entry.facts.reference, at))
        });
        let mut due: Vec<_> = due.collect();
        due.sort_unstable();
        due.into_iter().map(|(_, _, _, at)| at).collect()
    }

    /// Everyone of whom the senior manager is told: the ranked in their order, then those who need triage.
    pub fn escalated(&self) -> Vec<u32> {
        let row = self.law.rows().position(|(_, row)| row.id == "act_escalate").unwrap_or(usize::MAX);
        let all = self.lists.ranked.iter().chain(&self.lists.needs_triage).copied();
        all.filter(|at| self.entry(*at).is_some_and(|entry| entry.place.rules.has(row))).collect()
    }

    /// The law it goes by.
    pub fn law(&self) -> &'static Law {
        self.law
    }
}

impl Lists {
    /// The list a row belongs in.
    fn of(&mut self, entry: &Entry) -> &mut Vec<u32> {
        match (entry.problem, entry.place.list) {
            (Some(_), _) => &mut self.data_problem,
            (None, List::Closed) => &mut self.closed,
            (None, List::NeedsTriage) => &mut self.needs_triage,
            (None, List::OnHold) => &mut self.on_hold,
            (None, List::Ranked) => &mut self.ranked,
        }
    }
}

fn acts_now(entries: &[Entry], at: u32) -> bool {
    entries.get(at as usize).is_some_and(Entry::acts_now)
}

/// The order of two rows of the same list. Rows that nothing tells apart keep the order in which they came.
fn order(entries: &[Entry], one: u32, other: u32) -> std::cmp::Ordering {
    let (Some(a), Some(b)) = (entries.get(one as usize), entries.get(other as usize)) else {
        return one.cmp(&other);
    };
    let references = || a.facts.reference.cmp(&b.facts.reference);
    let by = match (a.problem, a.place.list) {
        (Some(_), _) => {
            let id = |entry: &Entry| entry.problem.map(|(problem, field)| (problem.id(), field));
            references().then_with(|| id(a).cmp(&id(b)))
        }
        (None, List::Ranked) => a.key().cmp(&b.key()).then_with(references),
        (None, List::NeedsTriage) => a.place.due.cmp(&b.place.due).then_with(references),
        (None, List::OnHold) => a.place.next_contact.cmp(&b.place.next_contact).then_with(references),
        (None, List::Closed) => references(),
    };
    by.then(one.cmp(&other))
}
