//! The small parts of the engine one by one, at their edges.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::dates::{self, DateFault, from_boxes, from_iso, to_iso};
use care_tools::engine::{
    Answer, AnswerFault, Answers, Apart, Because, Calendar, Citation, Cond, Count, Day, Finding, Given, Index, Kind,
    LARGEST, Law, Many, Notice, Number, One, Outcome, OutcomeId, Packed, Packer, Period, QuestionSet, Reader,
    Reading, Row, RowSet, Section, SettingDay, Settings, Shape, Source, Span, Start, Truth, Unpacker, Verdict,
    Warning, When, all, any, not, number,
};
use care_tools::{choices, numbered};
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

// ---- A small law ----

choices! {
    pub enum Help { Yes = "yes", No = "no", Unknown = "unknown" (NotKnown) }
    pub enum Kinds { Wash = "wash", Cook = "cook", Nothing = "nothing" (Alone), Unknown = "unknown" (NotKnown) }
    pub enum Size { Small = "small", Large = "large" }
}

mod question {
    use super::*;
    numbered! {
        ON: Day = "on";
        HELP: One<Help> = "help";
        KINDS: Many<Kinds> = "kinds";
        VISITS: Number = "visits";
        STARTED: Day = "started";
    }
}

mod finding {
    use super::*;
    numbered! {
        SIZE: Finding<Size> = "size";
        RESULT: Finding<care_tools::engine::NoFinding> = "result";
    }
}

mod setting {
    use super::*;
    numbered! { LATER: SettingDay = "later"; }
}

#[derive(Clone, Copy)]
enum Id {
    Plan,
    Visit,
    Leaflet,
}

impl OutcomeId for Id {
    fn number(self) -> usize {
        self as usize
    }
}

use finding::{RESULT, SIZE};
use question::{HELP, KINDS, ON, STARTED, VISITS};

fn outcome(id: &'static str, kind: Kind) -> Outcome {
    Outcome { id, kind, pack: "", sources: Vec::new() }
}

fn law() -> Law {
    let until = Period { from: Start::On(day("2026-06-01")), until: Some(day("2027-01-01")) };
    let large = any([VISITS.at_least(Count::Days(5)), KINDS.any([Kinds::Cook])]);
    Law {
        covers_from: day("2026-01-01"),
        checked_on: day("2026-11-22"),
        day_asked: Some(ON.0),
        sections: vec![
            Section { id: "first", questions: vec![ON.asked(Cond::Always), HELP.asked(Cond::Always)] },
            Section {
                id: "second",
                questions: vec![
                    KINDS.asked(HELP.is(Help::Yes)),
                    VISITS.asked(HELP.is(Help::Yes)).optional(),
                    STARTED.asked(Cond::Always).optional(),
                ],
            },
        ],
        tables: vec![
            SIZE.first_fit()
                .only_if(HELP.is(Help::Yes))
                .row(Row::when("S1", large).finds(Size::Large))
                .row(Row::otherwise("S2").finds(Size::Small)),
            RESULT
                .every_fit()
                .row(Row::when("R1", SIZE.is(Size::Large)).gives(Id::Plan))
                .row(Row::when("R2", HELP.any([Help::Yes, Help::Unknown])).gives(Id::Visit).during(until))
                .row(Row::when("R3", not(HELP.is(Help::Yes))).gives(Id::Leaflet))
                .row(Row::when("R4", STARTED.ago(Count::Days(7))).gives(Id::Leaflet))
                .row(Row::when("R5", Cond::Always).gives(Id::Visit).during(setting::LATER.onwards())),
        ],
        outcomes: vec![outcome("plan", Kind::Duty), outcome("visit", Kind::Power), outcome("leaflet", Kind::Action)],
        settings: &["later"],
        index: Index::default(),
        ..Law::default()
    }
    .ready()
}

fn given(answers: &[Answer]) -> Answers {
    answers.iter().fold(Answers::none(), |sheet, answer| sheet.with(*answer))
}

fn ids(law: &Law, answers: &Answers, settings: &Settings) -> Vec<&'static str> {
    law.decide(answers, settings).outcomes.iter().map(|at| law.outcomes[*at].id).collect()
}

#[test]
fn questions_sections_and_rows_are_found_by_their_places() {
    let law = law();
    let ids: Vec<Option<&str>> = (0..6).map(|at| law.question_at(at).map(|question| question.id)).collect();
    assert_eq!(ids, [Some("on"), Some("help"), Some("kinds"), Some("visits"), Some("started"), None]);
    let sections: Vec<Option<usize>> = (0..6).map(|at| law.section_of(at)).collect();
    assert_eq!(sections, [Some(0), Some(0), Some(1), Some(1), Some(1), None]);
    assert_eq!(law.question("visits").map(|question| question.at), Some(3));
    assert!(law.question("visit").is_none());
    assert_eq!([0, 1, 2, 3].map(|table| law.first_row(table)), [0, 2, 7, 0]);
    assert_eq!(law.rows().map(|(_, row)| row.id).collect::<Vec<_>>(), ["S1", "S2", "R1", "R2", "R3", "R4", "R5"]);
    assert_eq!(
        [0, 1, 2, 3].map(|at| law.givers(at).to_vec()),
        [vec![(1, 2)], vec![(1, 3), (1, 6)], vec![(1, 4), (1, 5)], vec![]]
    );
    let set = Settings { days: vec![Some(day("2027-04-01"))], ..Settings::default() };
    let mut days = law.boundaries(&set);
    days.sort();
    assert_eq!(days, ["2026-06-01", "2027-01-01", "2027-04-01"].map(day));
    // A day that two rules share is one boundary.
    let twice = Settings { days: vec![Some(day("2027-01-01"))], ..Settings::default() };
    assert_eq!(law.boundaries(&twice).len(), 2);
}

#[test]
fn a_rule_is_in_force_from_its_first_day_until_the_day_it_ends() {
    let law = law();
    let set = Settings { days: vec![Some(day("2027-04-01"))], ..Settings::default() };
    let on = |iso: &str, settings: &Settings| {
        let answers = given(&[ON.answer(day(iso)), HELP.answer(Help::Unknown)]);
        ids(&law, &answers, settings).contains(&"visit")
    };
    let none = Settings::default();
    for (iso, holds) in [("2026-05-31", false), ("2026-06-01", true), ("2026-12-31", true), ("2027-01-01", false)] {
        assert_eq!(on(iso, &none), holds, "{iso}");
    }
    // A date that an authority has not set never comes.
    assert_eq!([on("2027-03-31", &set), on("2027-04-01", &set), on("2027-04-01", &none)], [false, true, false]);
    let notices = |answers: &[Answer]| law.decide(&given(answers), &none).notices;
    assert_eq!(notices(&[ON.answer(day("2025-12-31"))]), [Notice::NotCovered(day("2026-01-01"))]);
    assert_eq!(notices(&[ON.answer(day("2026-01-01"))]), Vec::new());
    assert_eq!(notices(&[]), [Notice::NoDay]);
}

#[test]
fn numbers_ticks_and_days_reach_their_rules_at_the_edge() {
    let law = law();
    let plan = |answer: Answer| {
        let answers = given(&[ON.answer(day("2026-11-27")), HELP.answer(Help::Yes), answer]);
        ids(&law, &answers, &Settings::default()).contains(&"plan")
    };
    assert_eq!([4, 5, 6].map(|visits| plan(VISITS.answer(visits))), [false, true, true]);
    assert_eq!([Kinds::Wash, Kinds::Cook].map(|kind| plan(KINDS.answer([kind]))), [false, true]);
    assert!(plan(KINDS.answer([Kinds::Wash, Kinds::Cook])));
    let leaflet = |iso: &str| {
        let answers = given(&[ON.answer(day("2026-11-27")), HELP.answer(Help::Yes), STARTED.answer(day(iso))]);
        ids(&law, &answers, &Settings::default()).contains(&"leaflet")
    };
    assert_eq!(["2026-11-19", "2026-11-20", "2026-11-21", "2026-12-10"].map(leaflet), [true, true, false, false]);
    assert_eq!(VISITS.answer(u16::MAX).given(), Given::Number(LARGEST));
}

#[test]
fn reasons_name_the_findings_first_and_the_answers_relied_on() {
    let law = law();
    let answers = given(&[ON.answer(day("2026-11-27")), HELP.answer(Help::Yes), VISITS.answer(9)]);
    let reasons = law.reasons(&answers, &Settings::default(), Id::Plan as usize);
    let named: Vec<(&str, &[usize], &[usize])> = reasons
        .iter()
        .map(|reason| (law.rows().nth(reason.rule).unwrap().1.id, &reason.answers[..], &reason.rules[..]))
        .collect();
    assert_eq!(named, [("S1", &[HELP.0, VISITS.0][..], &[][..]), ("R1", &[][..], &[0][..])]);
    assert!(law.reasons(&answers, &Settings::default(), Id::Leaflet as usize).is_empty());
}

#[test]
fn an_open_question_leaves_open_what_hangs_on_it_and_nothing_else() {
    let law = law();
    let answers = given(&[ON.answer(day("2026-11-27")), HELP.answer(Help::Yes)]);
    let standing = law.standing(&answers, &Settings::default());
    assert_eq!(standing.outcomes, [Truth::Open, Truth::Holds, Truth::Fails]);
    let topics: Vec<(usize, &[usize], &[usize])> =
        standing.topics.iter().map(|topic| (topic.table, &topic.settled[..], &topic.open[..])).collect();
    assert_eq!(topics, [(0, &[][..], &[KINDS.0][..]), (1, &[3][..], &[KINDS.0][..])]);
    assert!(standing.idle.is_empty());
    let none = Settings::default();
    let mut reader = Reader::new(&law, &answers, &none, Reading::WhateverComes);
    assert_eq!(reader.visible(), [0, 1, 2, 3, 4]);
    // Once the visits decide it, what is open decides nothing.
    let settled = law.standing(&answers.with(VISITS.answer(9)), &Settings::default());
    assert_eq!(settled.outcomes, [Truth::Holds, Truth::Holds, Truth::Fails]);
    assert_eq!(settled.idle, [KINDS.0]);
}

#[test]
fn an_answer_fits_its_question() {
    let law = law();
    let at = |at: usize| law.question_at(at).unwrap();
    let to = |question, given| Answer::to(at(question), given).is_some();
    let today = Given::Day(day("2026-11-27"));
    assert!(to(HELP.0, Given::One(2)) && !to(HELP.0, Given::One(3)));
    assert!(to(KINDS.0, Given::Many(15)) && !to(KINDS.0, Given::Many(16)) && !to(KINDS.0, Given::Many(17)));
    assert!(to(VISITS.0, Given::Number(LARGEST)) && !to(VISITS.0, Given::Number(LARGEST + 1)));
    assert!(to(ON.0, today) && !to(HELP.0, today) && !to(KINDS.0, Given::One(0)) && !to(ON.0, Given::Number(1)));
    assert_eq!(
        ["0", " 12 ", "9999", "10000", "", "-1", "+1", "1.5", "x"].map(number),
        [Some(0), Some(12), Some(9999), None, None, None, None, None, None]
    );
    let mut answers = Answers::none();
    let mut read = |id: &str, said: &[&str]| answers.read(&law, id, said).map_err(|fault| fault.to_string());
    assert_eq!(read("helps", &["yes"]), Err("there is no question `helps`".into()));
    assert_eq!(read("help", &["maybe"]), Err("`maybe` is not a choice of the question `help`".into()));
    assert_eq!(read("help", &["yes", "no"]), Err("the question `help` takes one answer".into()));
    assert_eq!(read("on", &["2026-02-30"]), Err("`2026-02-30` in `on` is not a date such as `2026-11-22`".into()));
    assert_eq!(read("visits", &["10000"]), Err("`10000` in `visits` is not a whole number from 0 to 9999".into()));
    assert_eq!(read("kinds", &["wash", "cook"]), Ok(()));
    assert_eq!(answers.to(KINDS.0), Some(Given::Many(3)));
    assert_eq!(answers.ids_of(&law, "kinds"), ["wash", "cook"]);
    assert_eq!(answers.ids_of(&law, "help"), [""; 0]);
    assert_eq!(
        Answer::read(at(HELP.0), &["no"]).map(|answer| (answer.question(), answer.given())),
        Ok((1, Given::One(1)))
    );
    assert!(matches!(Answer::read(at(ON.0), &[]), Err(AnswerFault::NotOne { .. })));
}

#[test]
fn a_question_is_open_until_something_known_is_said() {
    let law = law();
    let open = |at: usize, answers: &[Answer]| given(answers).is_open(law.question_at(at).unwrap());
    assert!(
        open(HELP.0, &[]) && open(HELP.0, &[HELP.answer(Help::Unknown)]) && !open(HELP.0, &[HELP.answer(Help::No)])
    );
    assert!(
        open(KINDS.0, &[KINDS.answer([Kinds::Wash, Kinds::Unknown])])
            && !open(KINDS.0, &[KINDS.answer([Kinds::Wash])])
    );
    assert!(!open(VISITS.0, &[]) && open(ON.0, &[]) && !open(ON.0, &[ON.answer(day("2026-11-27"))]));
    assert!(!open(VISITS.0, &[VISITS.answer(1)]));
    // Ticks that were all taken away are no answer, and equal sheets are equal values.
    assert_eq!(given(&[HELP.answer(Help::No), KINDS.answer([])]), given(&[HELP.answer(Help::No)]));
    let mut sheet = given(&[HELP.answer(Help::No), STARTED.answer(day("2026-11-27"))]);
    sheet.withdraw(STARTED.0);
    sheet.withdraw(17);
    assert_eq!(sheet, given(&[HELP.answer(Help::No)]));
}

#[test]
fn a_tick_excludes_the_others_where_its_choice_does() {
    let law = law();
    let kinds = law.question_at(KINDS.0).unwrap();
    assert_eq!((kinds.every(), kinds.not_known(), kinds.alone()), (15, 8, 12));
    for (ticks, choice, then) in
        [(0, 0, 1), (1, 1, 3), (3, 0, 2), (3, 2, 4), (4, 1, 2), (4, 2, 0), (5, 1, 3), (8, 0, 1)]
    {
        assert_eq!(kinds.toggled(ticks, choice), then, "{choice} on {ticks}");
    }
    assert_eq!(kinds.shape, Shape::Many);
    assert!(!kinds.is_written());
}

#[test]
fn what_is_wrong_with_a_law_is_said() {
    assert_eq!(law().faults(), [""; 0]);
    let faults = |spoil: &dyn Fn(&mut Law)| {
        let mut law = law();
        spoil(&mut law);
        law.ready().faults().join("; ")
    };
    assert_eq!(faults(&|law| law.sections[1].questions[0].at = 9), "question `kinds` stands at 2 and is numbered 9");
    let swapped = faults(&|law| law.tables.swap(0, 1));
    assert!(
        swapped.starts_with("table `result` stands at 0 and is numbered 1; table `size` stands at 1"),
        "{swapped}"
    );
    assert_eq!(
        faults(&|law| law.tables[0].rows[0].finding = Some(2)),
        "rule `S1` gives a finding its table `size` does not have"
    );
    assert_eq!(faults(&|law| law.tables[0].rows[0].finding = Some(1)), "");
    assert_eq!(faults(&|law| law.outcomes[1].id = "plan"), "the id `plan` is used twice");
    let warning = || Warning { id: "help", when: Cond::Always, sources: Vec::new() };
    assert_eq!(faults(&|law| law.warnings.push(warning())), "the id `help` is used twice");
    let many: &'static [care_tools::engine::Choice] =
        vec![care_tools::engine::Choice { id: "x", sort: care_tools::engine::Sort::Plain }; 33].leak();
    assert_eq!(
        faults(&|law| law.sections[0].questions[1].choices = many),
        "question `help` has more than 32 choices"
    );
    assert_eq!(faults(&|law| law.sections[0].questions[1].choices = &many[..32]), "");
    assert_eq!(faults(&|law| law.tables[0].findings = &many[..32]), "table `size` has more than 31 findings");
    assert_eq!(faults(&|law| law.tables[0].findings = &many[..31]), "");
    let rows = |count: usize| {
        faults(&|law: &mut Law| {
            law.tables[1].rows = (0..count).map(|_| Row::when("R", Cond::Always).gives(Id::Plan)).collect();
        })
    };
    assert_eq!([rows(254), rows(255)], ["", "there are more questions or rows than fit"]);
    // Circles: a table by itself, through a question, through an outcome, and by the day.
    let itself = "table `size` depends on itself";
    assert_eq!(faults(&|law| law.tables[0].rows[0].when = SIZE.is(Size::Large)), itself);
    assert_eq!(faults(&|law| law.sections[0].questions[1].asked = SIZE.is(Size::Large)), itself);
    assert_eq!(faults(&|law| law.sections[1].questions[0].fits = vec![SIZE.is(Size::Large)]), itself);
    assert_eq!(faults(&|law| law.tables[0].only_if = Cond::present(Id::Plan)), itself);
    assert_eq!(faults(&|law| law.tables[0].only_if = not(all([Cond::present(Id::Plan), Cond::Always]))), itself);
    assert_eq!(
        faults(&|law| {
            law.tables[0].only_if = setting::LATER.reached();
            law.sections[0].questions[0].asked = SIZE.is(Size::Large);
        }),
        itself
    );
    assert_eq!(
        faults(&|law| {
            law.tables[0].only_if = STARTED.within(7);
            law.sections[1].questions[2].asked = SIZE.is(Size::Large);
        }),
        itself
    );
    assert_eq!(faults(&|law| law.tables[0].only_if = all([setting::LATER.blank(), STARTED.given()])), "");
}

#[test]
fn a_law_that_was_packed_is_the_law_and_half_of_one_is_none() {
    let mut packer = Packer::default();
    law().pack(&mut packer);
    let texts: Vec<&'static str> = packer.texts.iter().map(|text| &*text.clone().leak()).collect();
    // Each text stands once.
    let once: std::collections::BTreeSet<&str> = texts.iter().copied().collect();
    assert_eq!(once.len(), texts.len());
    let mut unpacker = Unpacker::new(texts.clone(), &packer.numbers);
    assert!(!unpacker.is_done());
    let back = Law::unpack(&mut unpacker).expect("the law");
    assert!(unpacker.is_done());
    assert_eq!(format!("{back:?}"), format!("{:?}", law()));
    for length in 0..packer.numbers.len() {
        let mut unpacker = Unpacker::new(texts.clone(), &packer.numbers[..length]);
        assert!(Law::unpack(&mut unpacker).is_none(), "of {length} numbers");
    }
    // A variant that nobody has, a text that is not there, and a day beyond the calendar.
    for numbers in [&[16][..], &[-1], &[i64::MAX]] {
        assert!(Cond::unpack(&mut Unpacker::new(Vec::new(), numbers)).is_none(), "{numbers:?}");
        assert!(<&str>::unpack(&mut Unpacker::new(vec!["one"], numbers)).is_none(), "{numbers:?}");
    }
    assert!(NaiveDate::unpack(&mut Unpacker::new(Vec::new(), &[i64::from(i32::MAX)])).is_none());
}
