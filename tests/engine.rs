//! The small parts of the engine one by one, at their edges.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::dates::{self, DateFault, from_boxes, from_iso, to_iso};
use care_tools::engine::{
    Apart, Because, Calendar, Citation, Count, QuestionSet, RowSet, Source, Span, Truth, Verdict, When,
};
use chrono::{NaiveDate, Weekday};

fn day(iso: &str) -> NaiveDate {
    from_iso(iso).expect("a day")
}

// ---- Sets ----

#[test]
fn a_set_holds_what_was_put_in_up_to_its_room_and_nothing_else() {
    for number in [0, 1, 63, 64, 65, 127] {
        let set = QuestionSet::of(number);
        assert_eq!(set.iter().collect::<Vec<_>>(), [number]);
        assert!((0..=200).all(|other| set.has(other) == (other == number)), "{number}");
        assert!(!set.is_empty());
        // Together with itself it is itself.
        assert_eq!(set.and(set), set);
    }
    assert_eq!((QuestionSet::ROOM, RowSet::ROOM), (128, 256));
    let beyond = QuestionSet::of(128);
    assert!(beyond.is_empty() && !beyond.has(128) && beyond == QuestionSet::default());
    let mut both = QuestionSet::of(3).and(QuestionSet::of(70));
    both.insert(3);
    assert_eq!(both.iter().collect::<Vec<_>>(), [3, 70]);
}

// ---- Three values ----

const TRUTHS: [Truth; 3] = [Truth::Holds, Truth::Fails, Truth::Open];

fn verdict(truth: Truth, answer: usize) -> Verdict {
    let own = QuestionSet::of(answer);
    let because = match truth {
        Truth::Open => Because { open: own, ..Because::default() },
        Truth::Holds | Truth::Fails => Because { answers: own, rows: RowSet::of(answer), ..Because::default() },
    };
    Verdict { truth, because }
}

#[test]
fn two_verdicts_together_are_as_far_known_as_they_can_be() {
    use Truth::{Fails, Holds, Open};
    for (one, other) in TRUTHS.iter().flat_map(|one| TRUTHS.iter().map(move |other| (*one, *other))) {
        let (a, b) = (verdict(one, 1), verdict(other, 2));
        let both = a.because.and(b.because);
        // One that fails is enough, and the first such is the evidence; else both are.
        let and = match (one, other) {
            (Fails, _) => a,
            (_, Fails) => b,
            (Holds, Holds) => Verdict { truth: Holds, because: both },
            (Open, _) | (_, Open) => Verdict { truth: Open, because: both },
        };
        assert_eq!(a.and(b), and, "{one:?} and {other:?}");
        // One that holds is enough; where both do, both are evidence, as where neither does.
        let or = match (one, other) {
            (Holds, Fails | Open) => a,
            (Fails | Open, Holds) => b,
            (Holds, Holds) => Verdict { truth: Holds, because: both },
            (Fails, Fails) => Verdict { truth: Fails, because: both },
            (Open, _) | (_, Open) => Verdict { truth: Open, because: both },
        };
        assert_eq!(a.or(b), or, "{one:?} or {other:?}");
    }
    for (truth, opposite) in [(Holds, Fails), (Fails, Holds), (Open, Open)] {
        let turned = verdict(truth, 1).opposite();
        assert_eq!((turned.truth, turned.because), (opposite, verdict(truth, 1).because));
    }
    assert_eq!([Verdict::plain(true).truth, Verdict::plain(false).truth], [Holds, Fails]);
}

#[test]
fn a_span_of_days_has_its_edge_inside_and_a_blank_number_is_never_reached() {
    let apart = |span| Apart { from: When::Today, to: When::Answer(4), span };
    let fits = |span, counts: &[Option<i32>]| [-1, 6, 7, 8].map(|days| apart(span).fits(days, counts));
    assert_eq!(fits(Span::AtLeast(Count::Days(7)), &[]), [false, false, true, true]);
    assert_eq!(fits(Span::AtMost(Count::Days(7)), &[]), [true, true, true, false]);
    assert_eq!(fits(Span::AtLeast(Count::Setting(1)), &[Some(0), Some(7)]), [false, false, true, true]);
    for blank in [&[None, None][..], &[]] {
        assert_eq!(fits(Span::AtLeast(Count::Setting(1)), blank), [false; 4]);
        assert_eq!(fits(Span::AtMost(Count::Setting(1)), blank), [false; 4]);
    }
    assert_eq!(apart(Span::AtMost(Count::Days(7))).questions().collect::<Vec<_>>(), [4]);
}

// ---- Days ----

#[test]
fn a_date_is_ten_signs_and_real() {
    assert_eq!(from_iso("2028-02-29"), NaiveDate::from_ymd_opt(2028, 2, 29));
    assert_eq!(to_iso(day("2026-01-02")), "2026-01-02");
    for wrong in [
        "2026-02-29",
        "2026-11-31",
        "2026-1-22",
        "2026-11-2",
        "26-11-22",
        "02026-11-22",
        "2026-011-22",
        "2026-11-022",
        "2026-11-22-",
        "2026-11-22-01",
        "2026-+1-22",
        "2026-11-+2",
        "+026-11-22",
        "2026/11/22",
        "2026-11",
        "",
    ] {
        assert_eq!(from_iso(wrong), None, "{wrong}");
    }
    assert_eq!(dates::number(day("2026-03-01")) - dates::number(day("2026-02-28")), 1);
    assert_eq!(dates::numbered(dates::number(day("2026-11-22"))), day("2026-11-22"));
    assert_eq!(dates::numbered(i32::MAX), NaiveDate::MAX);
}

#[test]
fn three_boxes_are_a_date_or_say_which_is_wrong() {
    let months: Vec<String> = ["January", "February", "March", "April", "May", "June", "July", "August"]
        .into_iter()
        .chain(["September", "October", "November", "December"])
        .map(str::to_owned)
        .collect();
    let read = |day: &str, month: &str, year: &str| from_boxes(day, month, year, &months);
    assert_eq!(read("", " ", ""), Ok(None));
    for (day, month, year, fault) in [
        ("", "11", "2026", DateFault::NoDay),
        ("", "", "2026", DateFault::NoDay),
        ("22", "", "2026", DateFault::NoMonth),
        ("22", "", "", DateFault::NoMonth),
        ("22", "11", "", DateFault::NoYear),
        ("22", "11", "26", DateFault::Year),
        ("22", "11", "02026", DateFault::Year),
        ("22", "11", "+026", DateFault::Year),
        ("31", "11", "2026", DateFault::NotReal),
        ("22", "13", "2026", DateFault::NotReal),
        ("22", "no", "2026", DateFault::NotReal),
        ("x", "11", "2026", DateFault::NotReal),
        // Two letters of a month may be two months.
        ("22", "Ju", "2026", DateFault::NotReal),
    ] {
        assert_eq!(read(day, month, year), Err(fault), "{day} {month} {year}");
    }
    for month in ["11", "Nov", "nov", "NOVEMBER", " novem "] {
        assert_eq!(read("22", month, "2026"), Ok(Some(day("2026-11-22"))), "{month}");
    }
    assert_eq!(read("1", "jan", "2026"), Ok(Some(day("2026-01-01"))));
    assert_eq!(read("1", "1", "2026"), Ok(Some(day("2026-01-01"))));
}

#[test]
fn working_days_are_counted_forwards_and_backwards() {
    let calendar = Calendar::default();
    let between = |from: &str, to: &str| calendar.between(day(from), day(to));
    // Friday to Monday, the same day, and back.
    assert_eq!(between("2026-11-27", "2026-11-30"), 1);
    assert_eq!(between("2026-11-30", "2026-11-27"), -1);
    assert_eq!(between("2026-11-27", "2026-11-27"), 0);
    assert_eq!(between("2026-11-27", "2026-12-04"), 5);
    // Christmas Day is no working day in between.
    assert_eq!(between("2026-12-23", "2026-12-29"), 2);
    assert_eq!(calendar.later(day("2026-11-28"), 0), Some(day("2026-11-30")));
    assert_eq!(calendar.later(day("2026-11-27"), 1), Some(day("2026-11-30")));
    assert_eq!(calendar.later(NaiveDate::MAX, 1), None);
    assert_eq!(calendar.years(), [2025, 2026, 2027, 2028]);
    assert_eq!(Calendar::default().worked_on(vec![Weekday::Sat]).next(day("2026-11-23")), Some(day("2026-11-28")));
    // A calendar that works on no day is not one.
    assert_eq!(Calendar::default().worked_on(Vec::new()), Calendar::default());
}

#[test]
fn an_authority_gives_the_bank_holidays_of_a_year_in_place_of_the_shipped_ones() {
    let calendar = Calendar::default().with(2026, vec![day("2026-11-27")]);
    assert!(!calendar.works(day("2026-11-27")) && calendar.works(day("2026-12-25")));
    assert!(!calendar.works(day("2027-12-27")), "other years stay");
    assert_eq!(calendar.years(), [2025, 2026, 2027, 2028]);
    let calendar = calendar.with(2029, Vec::new());
    assert!(calendar.covers(day("2029-06-01")) && !calendar.covers(day("2030-06-01")));
    assert_eq!(calendar.years(), [2025, 2026, 2027, 2028, 2029]);
}

// ---- Citations ----

const ACT: Source = Source { name: "Care Act 2014", address: "https://www.legislation.gov.uk/ukpga/2014/23" };
const PAGE: Source = Source { name: "Guidance", address: "https://example.invalid/guidance" };
const NOTE: Source = Source { name: "", address: "" };

#[test]
fn a_citation_is_read_and_addressed_by_its_provision() {
    let text = |source, at| Citation::new(source, at).text();
    assert_eq!(text(&ACT, "s.67(3)"), "Care Act 2014 s.67(3)");
    assert_eq!(text(&ACT, ""), "Care Act 2014");
    assert_eq!(text(&NOTE, "a note"), "a note");
    assert_eq!(Citation::new(&ACT, "s.6").confirm("what").confirm, "what");
    let address = |source, at| Citation::new(source, at).address();
    for (at, part) in [
        ("s.67(3)", "/section/67"),
        ("ss.37 to 40", "/section/37"),
        ("s.117A", "/section/117A"),
        ("reg 3(3)", "/regulation/3"),
        ("regs 3 and 4", "/regulation/3"),
        ("Sch 1A para 2", "/schedule/1A"),
        ("preamble", ""),
        ("s.", ""),
        ("", ""),
    ] {
        assert_eq!(address(&ACT, at), Some(format!("{}{part}", ACT.address)), "{at}");
    }
    assert_eq!(address(&PAGE, "s.67"), Some(PAGE.address.to_owned()));
    assert_eq!(address(&NOTE, "s.67"), None);
}
