//! What is true of every waiting list: a second plain reading of table P, and the ten invariants of section 10.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "plain/allocation.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain;

use care_tools::engine::{Sheet, dates};
use care_tools::tools::allocation::answers::*;
use care_tools::tools::allocation::bands::{Band, List};
use care_tools::tools::allocation::facts::{EVENTS, FIELDS, Facts, id};
use care_tools::tools::allocation::list::{Entry, WaitingList};
use care_tools::tools::allocation::timescales::Timescales;
use care_tools::tools::allocation::{law_once, pairs};
use chrono::NaiveDate;

const ROUNDS: usize = 4_000;

/// Seeded dice, so that a failure can be thrown again.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

fn today() -> NaiveDate {
    dates::from_iso("2026-11-27").expect("a day")
}

fn iso(days_from_today: i32) -> String {
    dates::to_iso(dates::numbered(dates::number(today()) + days_from_today))
}

fn choices(question: usize) -> Vec<&'static str> {
    law_once().question_at(question).expect("a question").choices.iter().map(|choice| choice.id).collect()
}

/// A row by dice. Safe answers are likely enough that every band comes up.
fn row(dice: &mut Dice, name: usize) -> Facts {
    let mut facts = Facts::new(&format!("R{name}"));
    let calm = dice.chance(60);
    for question in FIELDS {
        let days = law_once().question_at(question).expect("a question").choices.is_empty();
        if days {
            let wide = question == DEADLINE.0;
            if (question == RECEIVED.0 && !dice.chance(2)) || dice.chance(if wide { 25 } else { 60 }) {
                let back = dice.below(160) as i32;
                let offset = if wide { back - 60 } else { -back };
                facts.read(question, &iso(if dice.chance(2) { 3 } else { offset }));
            }
            continue;
        }
        if dice.chance(3) {
            continue;
        }
        let ids = choices(question);
        let known = ids.len() - usize::from(ids.contains(&"unknown"));
        let mut place = if dice.chance(5) { dice.below(ids.len()) } else { dice.below(known) };
        if calm && !dice.chance(25) {
            place = match ids[0] {
                "yes" => 1,
                _ if question == FUNCTION.0 => dice.below(known - 1),
                _ => dice.below(2.min(known)),
            };
        }
        facts.choose(question, place);
    }
    if dice.chance(20) {
        facts.happened(EVENTS[dice.below(EVENTS.len())], &iso(-(dice.below(40) as i32)));
    }
    if dice.chance(3) {
        facts.read(RISK.0, "very big");
    }
    facts
}

fn list(rows: Vec<Facts>) -> WaitingList {
    WaitingList::of(law_once(), Timescales::default(), today(), rows)
}

fn one(facts: &Facts) -> Entry {
    list(vec![facts.clone()]).entries()[0].clone()
}

// ---- A second plain reading of table P, written from the specification without looking at the tables. ----

fn plain_facts(facts: &Facts) -> plain::Facts {
    let chosen = |question: usize| Some((id(question), choices(question)[facts.choice(question)?]));
    let day = |question: usize| Some((id(question), facts.day(question)? - dates::number(today())));
    plain::Facts {
        said: FIELDS.into_iter().filter_map(chosen).collect(),
        days: FIELDS.into_iter().filter_map(day).collect(),
    }
}

#[test]
fn a_second_reading_of_table_p_agrees() {
    let mut dice = Dice(1);
    let mut reached = std::collections::BTreeSet::new();
    for name in 0..ROUNDS * 5 {
        let facts = row(&mut dice, name);
        let entry = one(&facts);
        let list = list(Vec::new());
        let mut rules = list.placer().rules(&entry.place);
        rules.retain(|id| *id != "P90");
        let plain = plain_facts(&facts).rules();
        assert_eq!(rules, plain, "{facts:?}");
        assert_eq!(entry.place.base.place(), plain_facts(&facts).base(), "{plain:?}");
        reached.extend(plain);
    }
    assert_eq!(reached.len(), 34, "every rule comes up: {reached:?}");
}

// ---- The ten invariants ----

fn all_rows(list: &WaitingList) -> Vec<u32> {
    let lists = list.lists();
    let each = [&lists.ranked, &lists.needs_triage, &lists.on_hold, &lists.closed, &lists.data_problem];
    each.into_iter().flatten().copied().collect()
}

#[test]
fn every_row_is_in_exactly_one_list() {
    let mut dice = Dice(2);
    for _ in 0..60 {
        let rows: Vec<Facts> = (0..50).map(|name| row(&mut dice, name % 47)).collect();
        let list = list(rows);
        let mut seen = all_rows(&list);
        seen.sort_unstable();
        assert_eq!(seen, (0..50).collect::<Vec<u32>>());
    }
}

/// Each known answer one step more urgent.
fn raised(facts: &Facts, question: usize) -> Option<Facts> {
    let at = facts.choice(question)?;
    let ids = choices(question);
    let mut more = facts.clone();
    let to = match ids[0] {
        "yes" if at == 1 => 0,
        "yes" => return None,
        _ => at + 1,
    };
    if ids.get(at) == Some(&"unknown") || matches!(ids.get(to), None | Some(&"unknown")) {
        return None;
    }
    more.choose(question, to);
    Some(more)
}

#[test]
fn more_urgent_answers_a_nearer_date_and_a_longer_wait_never_make_anything_worse() {
    let mut dice = Dice(3);
    let ordered = [IMMEDIATE_DANGER.0, ESSENTIAL_CARE_MISSED.0, SAFEGUARDING.0, CARER.0, CHILD_AT_RISK.0];
    let ordered = ordered.into_iter().chain([END_OF_LIFE.0, RISK.0, NEED.0, SUPPORT.0, URGENCY.0]);
    let ordered: Vec<usize> = ordered.chain([DETERIORATION.0, FLUCTUATION.0]).collect();
    let mut tried = 0;
    for name in 0..ROUNDS * 3 {
        let before = row(&mut dice, name);
        let mut changed: Vec<Facts> = ordered.iter().filter_map(|question| raised(&before, *question)).collect();
        if let Some(day) = before.day(DEADLINE.0) {
            let mut nearer = before.clone();
            nearer.give_day(DEADLINE.0, day - dice.below(40) as i32);
            changed.push(nearer);
        }
        if let Some(day) = before.day(RECEIVED.0).filter(|day| *day <= dates::number(today())) {
            let mut longer = before.clone();
            longer.give_day(RECEIVED.0, day - dice.below(60) as i32);
            changed.push(longer);
        }
        let a = one(&before);
        for after in changed {
            let b = one(&after);
            if a.problem.is_some() || b.problem.is_some() || a.place.list != b.place.list {
                continue;
            }
            tried += 1;
            assert!(b.place.base.place() <= a.place.base.place(), "{before:?}\n{after:?}");
            assert!(b.place.queue.place() <= a.place.queue.place(), "{before:?}\n{after:?}");
            assert!(b.place.due <= a.place.due, "{before:?}\n{after:?}");
            if a.place.list == List::Ranked {
                assert!(b.key() <= a.key(), "{before:?}\n{after:?}");
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
}

#[test]
fn the_order_of_the_rows_means_nothing_and_the_order_is_a_sort_on_one_key() {
    let mut dice = Dice(4);
    for _ in 0..40 {
        let rows: Vec<Facts> = (0..60).map(|name| row(&mut dice, name)).collect();
        let mut shuffled = rows.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, dice.below(at + 1));
        }
        let names = |list: &WaitingList| -> Vec<String> {
            all_rows(list).iter().map(|at| list.entry(*at).unwrap().facts.reference.to_string()).collect()
        };
        let (one, other) = (list(rows), list(shuffled));
        assert_eq!(names(&one), names(&other));
        let ranked: Vec<&Entry> = one.lists().ranked.iter().filter_map(|at| one.entry(*at)).collect();
        for pair in ranked.windows(2) {
            assert!((pair[0].key(), &pair[0].facts.reference) < (pair[1].key(), &pair[1].facts.reference));
            assert!(pairs::compare(pair[0], pair[1]).0 && !pairs::compare(pair[1], pair[0]).0);
        }
    }
}

#[test]
fn equal_answers_and_dates_give_an_equal_band_and_only_the_reference_separates_them() {
    let mut dice = Dice(5);
    for name in 0..ROUNDS {
        let a = row(&mut dice, name);
        let mut b = a.clone();
        b.reference = "other".into();
        let list = list(vec![a, b]);
        let (a, b) = (&list.entries()[0], &list.entries()[1]);
        assert_eq!(a.place, b.place);
        if a.problem.is_none() && a.place.list == List::Ranked {
            assert_eq!(pairs::compare(a, b).1.id(), "ref");
        }
    }
}

#[test]
fn other_fields_change_nothing() {
    use care_tools::json::Json;
    use care_tools::tools::allocation::intake;
    let mut dice = Dice(6);
    for name in 0..500 {
        let facts = row(&mut dice, name);
        let pairs = FIELDS.iter().map(|at| (id(*at).to_owned(), Json::text(facts.text(*at))));
        let mut plain: Vec<(String, Json)> = pairs.collect();
        plain.push(("ref".into(), Json::text("X")));
        let mut more = plain.clone();
        for (key, value) in
            [("age", "91"), ("self_funder", "yes"), ("complaint", "yes"), ("changed_on", "2026-11-26")]
        {
            more.insert(dice.below(more.len()), (key.into(), Json::text(value)));
        }
        let read = |pairs| one(&intake::facts(&Json::Object(pairs)).expect("a row"));
        assert_eq!(read(plain).place, read(more).place);
    }
}

#[test]
fn everyone_who_waits_has_a_next_contact_and_those_due_are_in_contact_today() {
    let mut dice = Dice(7);
    for _ in 0..60 {
        let rows: Vec<Facts> = (0..50).map(|name| row(&mut dice, name)).collect();
        let list = list(rows);
        let due = list.contact_today();
        let lists = list.lists();
        for at in [&lists.ranked, &lists.on_hold, &lists.needs_triage].into_iter().flatten() {
            let entry = list.entry(*at).unwrap();
            let next = entry.place.next_contact.expect("a next contact");
            assert_eq!(due.contains(at), next <= dates::number(today()));
            let says = list.placer().actions(&entry.place).contains(&"act_contact_due");
            assert_eq!(due.contains(at), says, "table AC and the list agree: {:?}", entry.facts);
        }
        assert!(due.iter().all(|at| list.entry(*at).unwrap().contact_due(dates::number(today()))));
    }
}

#[test]
fn nobody_in_the_lower_bands_is_overtaken_by_a_later_arrival_without_a_fixed_date() {
    let mut dice = Dice(8);
    for _ in 0..200 {
        let rows: Vec<Facts> = (0..60).map(|name| row(&mut dice, name)).collect();
        let list = list(rows);
        let ranked: Vec<&Entry> = list.lists().ranked.iter().filter_map(|at| list.entry(*at)).collect();
        for (at, early) in ranked.iter().enumerate() {
            for late in &ranked[at + 1..] {
                // `early` stands before `late`. Was it received later?
                let received = |entry: &Entry| entry.facts.day(RECEIVED.0).unwrap();
                let lower = early.place.queue.place() >= 2;
                let fixed = early.facts.day(DEADLINE.0).is_some_and(|day| Some(day) <= late.place.order_due);
                if lower && early.place.base == late.place.base && early.place.queue == late.place.queue {
                    let overtakes = received(early) > received(late);
                    assert!(!overtakes || fixed, "{:?}\n{:?}", early.facts, late.facts);
                }
                // Somebody lifted by waiting never stands before a person of that band received before the lift.
                let lifted = early.place.base != early.place.queue;
                if lifted && late.place.base == early.place.queue {
                    let after = list.times().lift(early.place.base, early.place.queue).unwrap();
                    assert!(
                        received(late) >= received(early) + after || fixed,
                        "{:?}\n{:?}",
                        early.facts,
                        late.facts
                    );
                }
            }
        }
    }
}

#[test]
fn no_wait_makes_anyone_urgent_and_danger_wins_whatever_is_blank() {
    let mut dice = Dice(9);
    for name in 0..ROUNDS {
        let facts = row(&mut dice, name);
        let entry = one(&facts);
        assert!(entry.place.queue == entry.place.base || entry.place.queue.place() >= Band::High.place());
        let mut danger = facts.clone();
        danger.read(IMMEDIATE_DANGER.0, "yes");
        for question in FIELDS {
            if question != IMMEDIATE_DANGER.0 && question != STATUS.0 && question != RECEIVED.0 && dice.chance(40) {
                danger.withdraw(question);
            }
        }
        let entry = one(&danger);
        if entry.place.list != List::Closed {
            assert_eq!(entry.place.base, Band::ActNow);
            assert!(entry.acts_now() || (entry.problem.is_none() && entry.place.list == List::Ranked));
        }
    }
}

#[test]
fn one_changed_row_gives_the_list_that_ranking_from_the_start_gives() {
    let mut dice = Dice(10);
    for _ in 0..60 {
        let mut rows: Vec<Facts> = (0..40).map(|name| row(&mut dice, name % 38)).collect();
        let mut list = list(rows.clone());
        for _ in 0..10 {
            let at = dice.below(rows.len());
            let name = if dice.chance(20) { dice.below(45) } else { at % 38 };
            let facts = row(&mut dice, name);
            rows[at] = facts.clone();
            list.change(Some(at), facts);
            let again = WaitingList::of(law_once(), Timescales::default(), today(), rows.clone());
            assert_eq!(list.lists(), again.lists());
        }
    }
}

#[test]
fn real_waits_and_growth_count_what_can_be_counted_and_say_what_cannot() {
    use care_tools::tools::allocation::monitoring::{RealWait, growth, real_waits};
    let calm = |name: &str, received: i32| {
        let mut facts = Facts::new(name);
        for question in REQUIRED {
            let ids = choices(question);
            let calm = ids.iter().position(|id| *id == "no").unwrap_or(0);
            facts.choose(question, calm);
        }
        facts.read(RECEIVED.0, &iso(received));
        facts
    };
    let allocated = |name: &str, received: i32, on: &str| {
        let mut facts = calm(name, received);
        facts.read(STATUS.0, "allocated");
        facts.read(ALLOCATED_ON.0, on);
        facts
    };
    let rows = vec![
        calm("waits", -10),
        allocated("a", -40, &iso(-20)),
        allocated("b", -60, &iso(-27)),
        allocated("c", -50, &iso(0)),
        allocated("long ago", -90, &iso(-28)),
        allocated("before it came", -5, &iso(-9)),
        allocated("no date", -5, "31/02/2026"),
        allocated("nothing said", -5, ""),
    ];
    let list = list(rows);
    let (waits, left_out) = real_waits(&list);
    // Of three, the middle: 20, 33 and 50 days.
    assert_eq!(waits[4], RealWait::Allocated(3, 33, 50));
    assert_eq!(waits[0], RealWait::Nobody);
    assert_eq!(left_out, 2);
    assert_eq!(growth(&list), (Some((4, 3)), 2));
    assert_eq!(growth(&self::list(vec![calm("x", -3)])), (None, 0));
}
