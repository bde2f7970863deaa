//! What is true of every waiting list: a second plain reading of table P, and the ten invariants of section 10.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "plain/allocation.rs"]
#[allow(dead_code, reason = "only some of it is used here")]
mod plain;
mod support;

use care_tools::engine::{Sheet, dates};
use care_tools::tools::allocation::answers::*;
use care_tools::tools::allocation::bands::{Band, List};
use care_tools::tools::allocation::facts::{EVENTS, FIELDS, Facts, id};
use care_tools::tools::allocation::list::{Entry, WaitingList};
use care_tools::tools::allocation::timescales::Timescales;
use care_tools::tools::allocation::{law_once, pairs};
use chrono::NaiveDate;
use support::Dice;

const ROUNDS: usize = 4_000;

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
    let mut dice = Dice::new(1);
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
    let mut dice = Dice::new(2);
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
    let mut dice = Dice::new(3);
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
    let mut dice = Dice::new(4);
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
    let mut dice = Dice::new(5);
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
    let mut dice = Dice::new(6);
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
    let mut dice = Dice::new(7);
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
    let mut dice = Dice::new(8);
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
    let mut dice = Dice::new(9);
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
    let mut dice = Dice::new(10);
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
fn a_second_reading_of_the_levels_and_of_the_range_agrees() {
    let mut dice = Dice::new(11);
    let placed = list(Vec::new());
    let mut seen = std::collections::BTreeSet::new();
    for name in 0..ROUNDS * 2 {
        let mut facts = row(&mut dice, name);
        // Dates on both sides of each edge, and now and then a kind of date without one.
        if dice.chance(40) {
            let edges = [-1, 0, 2, 3, 7, 8, 28, 29, 84, 85];
            facts.read(DEADLINE.0, &iso(edges[dice.below(edges.len())]));
        } else if dice.chance(50) {
            facts.withdraw(DEADLINE.0);
        }
        let open = dice.below(4);
        for _ in 0..open {
            let question = REQUIRED[dice.below(REQUIRED.len())];
            let unknown = choices(question).iter().position(|id| *id == "unknown");
            match unknown.filter(|_| dice.chance(50)) {
                Some(at) => facts.choose(question, at),
                None => facts.withdraw(question),
            }
        }
        let entry = one(&facts);
        let plain = plain_facts(&facts);
        assert_eq!(entry.place.levels, plain.levels(), "{facts:?}");
        let [most, least] = plain.ends().map(|end| end.base());
        let (from, to) = placed.placer().range(&facts, entry.place.base);
        assert_eq!((from.place(), to.place()), (most.min(plain.base()), least), "{facts:?}");
        seen.insert((from.place(), to.place()));
        for question in REQUIRED {
            let said = facts.choice(question).map(|at| choices(question)[at]);
            assert_eq!(facts.is_unknown(question), said.is_none_or(|id| id == "unknown"), "{}", id(question));
        }
        assert_eq!(facts.is_unknown(DEADLINE.0), facts.is_blank(DEADLINE.0));
    }
    assert!(seen.len() >= 12, "{seen:?}");
}

/// The ranked by what the specification says of their order, step by step.
#[test]
fn a_second_reading_of_the_order_agrees() {
    let mut dice = Dice::new(12);
    for _ in 0..60 {
        let list = list((0..120).map(|name| row(&mut dice, name)).collect());
        let placer = list.placer();
        let place = |at: &u32| {
            let entry = list.entry(*at).expect("an entry");
            let plain = plain_facts(&entry.facts);
            let queue = plain.read().queue;
            let levels = plain.levels().map(|level| -level);
            let received = plain.days["received"];
            let due = entry.place.order_due.expect("a day");
            let first = placer.rules(&entry.place).first().map(|id| (*id).to_owned());
            let reference = entry.facts.reference.to_string();
            if queue < 2 {
                (queue, first, 0, levels, due, received, reference)
            } else {
                (queue, None, due, levels, 0, received, reference)
            }
        };
        let shown: Vec<_> = list.lists().ranked.iter().map(place).collect();
        let mut sorted = shown.clone();
        sorted.sort();
        assert_eq!(shown, sorted);
    }
}

#[test]
fn a_list_of_more_rows_than_one_slice_has_every_row_in_one_list() {
    let mut dice = Dice::new(13);
    let list = list((0..20_500).map(|name| row(&mut dice, name)).collect());
    let mut all = all_rows(&list);
    all.sort_unstable();
    assert_eq!(all, (0..20_500).collect::<Vec<u32>>());
}

#[test]
fn what_is_counted_beside_the_list_is_what_stands_in_it() {
    use care_tools::tools::allocation::monitoring::{counts, escalation, waits};
    let mut dice = Dice::new(14);
    let list = list((0..3_000).map(|name| row(&mut dice, name)).collect());
    let ranked: Vec<&Entry> = list.lists().ranked.iter().filter_map(|at| list.entry(*at)).collect();
    let columns = [i32::MIN..=7, 8..=28, 29..=56, 57..=84, 85..=126, 127..=i32::MAX];
    for band in Band::ALL {
        let own: Vec<i32> =
            ranked.iter().filter(|it| it.place.queue == band).map(|it| it.place.wait.expect("a wait")).collect();
        assert_eq!(counts(&list)[band.place()], own.len(), "{band:?}");
        let by_wait = columns.clone().map(|column| own.iter().filter(|wait| column.contains(wait)).count());
        assert_eq!(waits(&list)[band.place()], by_wait, "{band:?}");
    }
    // Those of whom the senior manager is told: each of the upper bands and of triage, and a line a week for the others.
    let told = list.escalated();
    let entry = |at: &u32| list.entry(*at).expect("an entry");
    let of = |band: Band| -> Vec<u32> {
        let own = |at: &&u32| entry(at).place.list == List::Ranked && entry(at).place.base == band;
        told.iter().filter(own).copied().collect()
    };
    let escalation = escalation(&list);
    let weekly: Vec<(Band, Vec<u32>, i32)> = [Band::Standard, Band::Planned]
        .into_iter()
        .map(|band| (band, of(band), of(band).iter().filter_map(|at| entry(at).place.wait).max().unwrap_or(0)))
        .collect();
    assert!(weekly.iter().all(|(_, rows, _)| !rows.is_empty()) && !escalation.today.is_empty());
    let lines: Vec<u32> = weekly.iter().flat_map(|(_, rows, _)| rows).copied().collect();
    assert_eq!(escalation.weekly, weekly);
    let today: Vec<u32> = told.iter().filter(|at| !lines.contains(at)).copied().collect();
    assert_eq!(escalation.today, today);
    // A rule by its name is the rule of the row.
    let placer = list.placer();
    for entry in list.entries().iter().take(200) {
        let rules = placer.rules(&entry.place);
        for id in ["P01", "P10", "P55", "P57"] {
            assert_eq!(entry.place.fits(list.law(), id), rules.contains(&id), "{id}");
        }
        assert!(!entry.place.fits(list.law(), "P99"));
    }
}

#[test]
fn a_row_written_and_read_again_is_the_same_row() {
    let mut dice = Dice::new(15);
    for name in 0..ROUNDS {
        let mut facts = row(&mut dice, name);
        if dice.chance(10) {
            facts.read(DEADLINE.0, "31/02/2026");
        }
        if dice.chance(10) {
            facts.happened("fell over", "2026-11-01");
        }
        if dice.chance(10) {
            facts.happened(EVENTS[0], "last week");
        }
        assert_eq!(Facts::of_row(&facts.to_row()), facts);
        // A form keeps the answers, and not what could not be read.
        let answers = facts.answers(law_once());
        let back = Facts::from_answers("x", law_once(), &answers);
        for question in FIELDS {
            assert_eq!((back.choice(question), back.day(question)), (facts.choice(question), facts.day(question)));
        }
    }
}

#[test]
fn an_answer_taken_back_takes_its_fault_along_and_no_other() {
    let mut facts = Facts::new("R1");
    facts.read(RISK.0, "very big");
    facts.read(NEED.0, "huge");
    facts.read(ALLOCATED_ON.0, "31/02/2026");
    assert_eq!([facts.text(RISK.0), facts.text(NEED.0)], ["very big", "huge"]);
    assert!(facts.allocation_unread && facts.faults.len() == 2);
    facts.withdraw(RISK.0);
    assert_eq!([facts.text(RISK.0), facts.text(NEED.0)], ["", "huge"]);
    assert!(facts.allocation_unread && facts.faults.len() == 1, "neither is about the risk");
    facts.withdraw(ALLOCATED_ON.0);
    assert!(!facts.allocation_unread);
    facts.choose(RISK.0, 1);
    facts.withdraw(RISK.0);
    assert!(facts.is_blank(RISK.0));
    // Of two dates that cannot be read, the one that is asked first is named.
    let mut facts = Facts::new("R1");
    facts.read(DEADLINE.0, "soon");
    facts.read(RECEIVED.0, "then");
    assert_eq!(facts.problem(0, false).map(|(_, field)| field), Some("received"));
    facts.read(RECEIVED.0, "2026-11-01");
    facts.happened(EVENTS[0], "last week");
    assert_eq!(facts.problem(i32::MAX, false).map(|(_, field)| field), Some("deadline"));
    facts.withdraw(DEADLINE.0);
    assert_eq!(facts.problem(i32::MAX, false).map(|(_, field)| field), Some("events"));
}

#[test]
fn the_day_that_asks_again_is_the_latest_of_the_events_that_ask() {
    let mut facts = Facts::new("R1");
    let changed = |facts: &Facts| facts.day(CHANGED_ON.0).map(|day| day - dates::number(today()));
    assert_eq!(changed(&facts), None);
    for (event, day, latest) in [(0, -9, -9), (1, -4, -4), (2, -7, -4)] {
        facts.happened(EVENTS[event], &iso(day));
        assert_eq!(changed(&facts), Some(latest));
    }
    facts.happened(EVENTS[EVENTS.len() - 1], &iso(-1));
    assert_eq!(changed(&facts), Some(-4), "the last kind does not ask");
    facts.events.retain(|event| event.kind != 1);
    facts.remember_change();
    assert_eq!(changed(&facts), Some(-7));
}

#[test]
fn the_settings_of_an_authority_are_read_back_as_they_were_written() {
    use care_tools::json::Json;
    use care_tools::tools::allocation::timescales;
    let file = r#"{"target_days": {"b0": 0, "b1": 2, "b2": 5, "b3": 9, "b4": 11}, "review_days": {"b0": 1, "b1": 2, "b2": 3, "b3": 4, "b4": 5},
        "escalate_after_days": {"b0": 2, "b1": 3, "b2": 6, "b3": 7, "b4": 8}, "triage_days": 3}"#;
    let settings = timescales::read(Some(&Json::read(file).expect("JSON"))).expect("sound");
    let times = Timescales::of(&settings);
    assert_eq!((times.target, times.review, times.escalate), ([0, 2, 5, 9, 11], [1, 2, 3, 4, 5], [2, 3, 6, 7, 8]));
    assert_eq!((times.triage, times.ageing), (3, Timescales::default().ageing));
    assert_eq!(timescales::read(None).map(|settings| Timescales::of(&settings)), Ok(Timescales::default()));
    let wrong = timescales::read(Some(&Json::read(r#"{"triage_days": -1}"#).expect("JSON")));
    assert_eq!(wrong.expect_err("a fault")[0].0, "triage_days");
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

/// The middle of some waits, the longer of the middle two where they are even, and the longest.
fn middle(mut waits: Vec<i32>) -> Option<(usize, i32, i32)> {
    waits.sort_unstable();
    let (count, longest) = (waits.len(), *waits.last()?);
    let middle = waits.iter().rev().nth((count - 1) / 2)?;
    Some((count, *middle, longest))
}

#[test]
fn a_second_count_of_the_real_waits_agrees() {
    use care_tools::tools::allocation::monitoring::{RealWait, growth, real_waits};
    let mut dice = Dice::new(16);
    let mut seen = [0; 3];
    for round in 0..40 {
        let mut rows: Vec<Facts> = (0..60 + round).map(|name| row(&mut dice, name)).collect();
        for facts in &mut rows {
            if dice.chance(70) {
                facts.read(STATUS.0, "allocated");
                let days = ["", "31/02/2026", &iso(1), &iso(0), &iso(-27), &iso(-28), &iso(-(dice.below(30) as i32))]
                    .map(str::to_owned);
                facts.read(ALLOCATED_ON.0, &days[dice.below(7).max(dice.below(7))]);
            }
        }
        if round % 4 == 0 {
            // Nobody was allocated lately.
            rows.retain(|facts| facts.choice(STATUS.0) != Some(Status::Allocated as usize));
        }
        let list = list(rows);
        let mut went: [Vec<i32>; 5] = Default::default();
        let (mut left_out, mut unusable, mut came, mut gone, mut any) = (0, 0, 0, 0, false);
        for entry in list.entries() {
            let facts = &entry.facts;
            let plain = plain_facts(facts);
            let allocated = facts.choice(STATUS.0) == Some(Status::Allocated as usize);
            let on = plain.days.get("allocated_on").copied();
            let received = plain.days.get("received").copied();
            came += usize::from(received.is_some_and(|day| (-27..=0).contains(&day)));
            let given = on.is_some() || facts.allocation_unread;
            let usable = on.filter(|on| *on <= 0 && received.is_some_and(|received| *on >= received));
            any |= usable.is_some();
            unusable += usize::from(given && usable.is_none());
            gone += usize::from(allocated && usable.is_some_and(|on| on > -28));
            if !allocated {
                continue;
            }
            let whole = entry.problem.is_none() && REQUIRED.iter().all(|question| !facts.is_blank(*question));
            match usable {
                Some(on) if whole && on > -28 => {
                    // As on that day: the days are counted from it.
                    let mut then = plain_facts(facts);
                    then.days.values_mut().for_each(|day| *day -= on);
                    went[then.base()].push(on - received.expect("a day"));
                }
                Some(_) if whole => {}
                None if !given => {}
                _ => left_out += 1,
            }
        }
        let (waits, out) = real_waits(&list);
        assert_eq!(out, left_out, "{round}");
        assert_eq!(growth(&list), (any.then_some((came, gone)), unusable), "{round}");
        for band in Band::ALL {
            let ranked = list.lists().ranked.iter().filter_map(|at| list.entry(*at));
            let waiting = ranked.filter(|it| it.place.base == band).filter_map(|it| it.place.wait).collect();
            let expected = match (middle(went[band.place()].clone()), middle(waiting)) {
                (Some((count, middle, longest)), _) => RealWait::Allocated(count, middle, longest),
                (None, Some((count, middle, longest))) => RealWait::Waiting(count, middle, longest),
                (None, None) => RealWait::Nobody,
            };
            seen[match expected {
                RealWait::Allocated(..) => 0,
                RealWait::Waiting(..) => 1,
                RealWait::Nobody => 2,
            }] += 1;
            assert_eq!(waits[band.place()], expected, "{round} {band:?}");
        }
    }
    assert!(seen.iter().all(|times| *times > 0), "{seen:?}");
}

#[test]
fn a_match_takes_from_the_list_what_the_list_knows() {
    use care_tools::tools::allocation::matching::referral::Referral;
    let mut dice = Dice::new(17);
    let times = Timescales { target: [0, 2, 5, 9, 11], ..Timescales::default() };
    let list = WaitingList::of(law_once(), times.clone(), today(), (0..400).map(|at| row(&mut dice, at)).collect());
    assert_eq!(list.times(), &times);
    for entry in list.entries() {
        let own = Referral { two_workers: true, ..Referral::default() }.of_entry(entry);
        let facts = &entry.facts;
        assert_eq!((&*own.reference, own.band, own.two_workers), (&*facts.reference, Some(entry.place.queue), true));
        assert_eq!(own.need_by, entry.place.due.map(dates::numbered));
        let said = |question: usize| facts.choice(question).map_or("", |at| choices(question)[at]);
        assert_eq!(own.function, said(FUNCTION.0).replace("unknown", ""));
        assert_eq!(own.advocate_missing, said(ADVOCACY.0) == "needed_not_arranged");
    }
}
