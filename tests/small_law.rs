//! A law of two tables and five questions, small enough to say by hand what comes of every answer, and on what evidence.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::dates::from_iso;
use care_tools::engine::{
    Answer, AnswerFault, Answers, Cond, Count, Day, Finding, Given, Index, Kind, LARGEST, Law, Many, Notice, Number,
    One, Outcome, OutcomeId, Packed, Packer, Period, QuestionSet, Quick, Reader, Reading, Row, Section, SettingDay,
    Settings, Shape, Start, Truth, Unpacker, Verdict, Warning, all, any, not, number,
};
use care_tools::{choices, numbered};
use chrono::NaiveDate;

fn day(iso: &str) -> NaiveDate {
    from_iso(iso).expect("a day")
}

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

/// The outcomes, once both readings agree on the rules.
fn ids(law: &Law, answers: &Answers, settings: &Settings) -> Vec<&'static str> {
    let decided = law.decide(answers, settings);
    assert_eq!(Quick::new(law, settings).rows(answers).iter().collect::<Vec<_>>(), decided.rules);
    decided.outcomes.iter().map(|at| law.outcomes[*at].id).collect()
}

/// The small law with something else about it.
fn other(change: impl FnOnce(&mut Law)) -> Law {
    let mut law = law();
    change(&mut law);
    law.ready()
}

/// A sheet of this day on which help is needed, with these answers too.
fn helped(answers: &[Answer]) -> Answers {
    answers.iter().fold(given(&[ON.answer(day("2026-11-27")), HELP.answer(Help::Yes)]), |sheet, one| sheet.with(*one))
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
    // The same without a question for the day, where the caller says it.
    let undated = other(|law| law.day_asked = None);
    for (iso, holds) in [("2026-05-31", false), ("2026-06-01", true), ("2026-12-31", true), ("2027-01-01", false)] {
        assert_eq!(on(iso, &none), holds, "{iso}");
        let today = Settings { today: Some(day(iso)), ..Settings::default() };
        assert_eq!(ids(&undated, &given(&[HELP.answer(Help::Unknown)]), &today).contains(&"visit"), holds, "{iso}");
    }
    assert!(!ids(&undated, &given(&[HELP.answer(Help::Unknown)]), &none).contains(&"visit"), "on no day");
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

// ---- The evidence ----

/// The verdict on a condition: how it stands, on which answers and rules, and what it waits for.
fn tested(
    law: &Law,
    answers: &Answers,
    reading: Reading,
    condition: &Cond,
) -> (Truth, Vec<usize>, Vec<usize>, Vec<usize>) {
    let settings = Settings::default();
    let verdict = Reader::new(law, answers, &settings, reading).test(condition);
    let Verdict { truth, because } = verdict;
    (truth, because.answers.iter().collect(), because.rows.iter().collect(), because.open.iter().collect())
}

#[test]
fn the_last_row_relies_on_what_spoke_against_the_rows_before_it_and_the_others_on_their_own() {
    let one_visit = Row::when("S1b", VISITS.at_least(Count::Days(1))).finds(Size::Small);
    let law = other(|law| law.tables[0].rows.insert(1, one_visit));
    let relied = |visits: u16, row: usize| {
        let answers = helped(&[VISITS.answer(visits), KINDS.answer([Kinds::Wash])]);
        let settings = Settings::default();
        let mut reader = Reader::new(&law, &answers, &settings, Reading::AsItStands);
        reader.table(SIZE.number());
        let verdict = reader.row(row);
        assert_eq!(verdict.truth, Truth::Holds);
        verdict.because.answers.iter().collect::<Vec<_>>()
    };
    assert_eq!(
        relied(3, 1),
        [HELP.0, VISITS.0],
        "its own answers alone, though the first row failed by the kinds too"
    );
    assert_eq!(relied(0, 2), [HELP.0, KINDS.0, VISITS.0]);
}

#[test]
fn a_finding_relies_on_the_rows_that_found_it_and_its_absence_on_those_that_found_another() {
    let (large, small) = (SIZE.is(Size::Large), SIZE.is(Size::Small));
    let now = |law: &Law, condition| tested(law, &helped(&[VISITS.answer(9)]), Reading::AsItStands, condition);
    assert_eq!(now(&law(), &large), (Truth::Holds, vec![], vec![0], vec![]));
    assert_eq!(now(&law(), &small), (Truth::Fails, vec![], vec![0], vec![]));
    // Where every row that fits is used, each finding has its own.
    let both = other(|law| {
        law.tables[0] = SIZE
            .every_fit()
            .row(Row::when("S1", VISITS.at_least(Count::Days(5))).finds(Size::Large))
            .row(Row::when("S2", HELP.is(Help::Yes)).finds(Size::Small));
    });
    assert_eq!(now(&both, &large), (Truth::Holds, vec![], vec![0], vec![]));
    assert_eq!(now(&both, &small), (Truth::Holds, vec![], vec![1], vec![]));
    assert_eq!(
        now(&law(), &HELP.is(Help::No)),
        (Truth::Fails, vec![HELP.0], vec![], vec![]),
        "the answer against it"
    );
}

#[test]
fn a_known_tick_stays_whatever_comes_and_a_number_that_must_be_given_is_waited_for() {
    let unsure = helped(&[KINDS.answer([Kinds::Cook, Kinds::Unknown])]);
    for reading in [Reading::AsItStands, Reading::WhateverComes] {
        assert_eq!(tested(&law(), &unsure, reading, &KINDS.any([Kinds::Cook])).0, Truth::Holds, "{reading:?}");
    }
    assert_eq!(tested(&law(), &unsure, Reading::WhateverComes, &KINDS.any([Kinds::Wash])).0, Truth::Open);
    assert_eq!(tested(&law(), &unsure, Reading::WhateverComes, &KINDS.any([Kinds::Unknown])).0, Truth::Open);
    let asks = other(|law| law.sections[1].questions[1].optional = false);
    let at_least = VISITS.at_least(Count::Days(5));
    let blank = |reading| tested(&asks, &helped(&[]), reading, &at_least);
    assert_eq!(blank(Reading::AsItStands), (Truth::Fails, vec![VISITS.0], vec![], vec![]));
    assert_eq!(blank(Reading::WhateverComes).0, Truth::Open);
    for (visits, truth) in [(4, Truth::Fails), (5, Truth::Holds)] {
        let said = helped(&[VISITS.answer(visits)]);
        assert_eq!(tested(&asks, &said, Reading::WhateverComes, &at_least).0, truth, "{visits}");
    }
}

#[test]
fn a_choice_is_usable_unless_it_certainly_is_not_and_one_that_is_not_is_a_misfit() {
    // Cooking only where somebody comes at least once.
    let law = other(|law| {
        let kinds = KINDS.asked(HELP.is(Help::Yes));
        law.sections[1].questions[1].optional = false;
        law.sections[1].questions[0] = kinds.fitting(|choice| match choice {
            "cook" => VISITS.at_least(Count::Days(1)),
            _ => Cond::Always,
        });
    });
    let fits = |answers: &Answers, reading, choice: Kinds| {
        use care_tools::engine::Choices;
        let settings = Settings::default();
        Reader::new(&law, answers, &settings, reading).fits(KINDS.0, choice.number())
    };
    let (never, often) = (helped(&[VISITS.answer(0)]), helped(&[VISITS.answer(1)]));
    for reading in [Reading::AsItStands, Reading::WhateverComes] {
        assert!(fits(&often, reading, Kinds::Cook) && !fits(&never, reading, Kinds::Cook), "{reading:?}");
        assert!(fits(&never, reading, Kinds::Wash), "{reading:?}");
    }
    assert!(fits(&helped(&[]), Reading::WhateverComes, Kinds::Cook), "it may yet fit");
    let misfit = |answers: &[Answer], reading| tested(&law, &helped(answers), reading, &KINDS.misfits()).0;
    let cooks = [KINDS.answer([Kinds::Cook]), VISITS.answer(0)];
    let washes = [KINDS.answer([Kinds::Wash]), VISITS.answer(0)];
    let unsure = [KINDS.answer([Kinds::Unknown]), VISITS.answer(0)];
    use Reading::{AsItStands, WhateverComes};
    assert_eq!([AsItStands, WhateverComes].map(|it| misfit(&cooks, it)), [Truth::Holds; 2]);
    assert_eq!([AsItStands, WhateverComes].map(|it| misfit(&washes, it)), [Truth::Fails; 2]);
    assert_eq!([AsItStands, WhateverComes].map(|it| misfit(&unsure, it)), [Truth::Fails, Truth::Open]);
}

#[test]
fn outcomes_of_one_kind_stand_in_the_order_of_the_rules_that_give_them() {
    let both = |first: Id, second: Id| {
        let law = other(|law| {
            law.tables = vec![
                SIZE.first_fit(),
                RESULT
                    .every_fit()
                    .row(Row::when("R1", Cond::Always).gives(first))
                    .row(Row::when("R2", Cond::Always).gives(second)),
            ];
            law.outcomes.iter_mut().for_each(|outcome| outcome.kind = Kind::Duty);
        });
        ids(&law, &helped(&[]), &Settings::default())
    };
    assert_eq!(both(Id::Leaflet, Id::Plan), ["leaflet", "plan"]);
    assert_eq!(both(Id::Plan, Id::Leaflet), ["plan", "leaflet"]);
}

#[test]
fn an_unknown_answer_counts_where_the_rule_would_not_fit_on_the_lowest_level() {
    let law = other(|law| {
        let help = HELP.asked(Cond::Always);
        law.sections[0].questions[1] = help.not_known_counts_as(Help::No);
    });
    let counted = |answers: &[Answer], rule: usize| {
        let sheet = given(answers).with(ON.answer(day("2026-11-27")));
        law.counted_in(&sheet, &Settings::default(), rule)
    };
    // R3 fits unless the answer is the lowest level; R4 does not look at it.
    let ago = STARTED.answer(day("2026-11-01"));
    assert_eq!(counted(&[HELP.answer(Help::Unknown), ago], 4), [HELP.0]);
    assert_eq!(counted(&[ago], 4), [HELP.0], "nothing said");
    assert_eq!(counted(&[HELP.answer(Help::No), ago], 4), [0; 0], "it is known");
    assert_eq!(counted(&[HELP.answer(Help::Unknown), ago], 5), [0; 0], "it does not rely on it");
    assert_eq!(counted(&[HELP.answer(Help::Yes)], 4), [0; 0], "the rule does not fit");
    // R2 fits on the lowest level as well.
    assert_eq!(counted(&[HELP.answer(Help::Unknown)], 3), [0; 0]);
    assert_eq!(counted(&[HELP.answer(Help::Unknown)], 99), [0; 0], "no such rule");
}

// ---- What would change it ----

/// Each change as the answers that it takes.
fn changes(law: &Law, answers: &Answers) -> Vec<Vec<(usize, Given)>> {
    let changes = law.what_if(answers, &Settings::default()).changes;
    changes.iter().map(|change| change.answers.iter().map(|one| (one.question(), one.given())).collect()).collect()
}

/// A law with one rule, on help and on visits, which are always asked.
fn with_rule(when: Cond) -> Law {
    other(|law| {
        law.sections[1].questions[1].asked = Cond::Always;
        law.tables = vec![SIZE.first_fit(), RESULT.every_fit().row(Row::when("R1", when).gives(Id::Plan))];
    })
}

#[test]
fn two_answers_together_are_named_where_neither_alone_changes_anything() {
    let law = with_rule(all([HELP.is(Help::No), VISITS.at_least(Count::Days(5))]));
    let sheet = |help, visits| given(&[ON.answer(day("2026-11-27")), HELP.answer(help), VISITS.answer(visits)]);
    let (no, five) = ((HELP.0, Given::One(1)), (VISITS.0, Given::Number(5)));
    assert_eq!(changes(&law, &sheet(Help::Yes, 0)), [vec![no, five]]);
    assert_eq!(changes(&law, &sheet(Help::Yes, 5)), [vec![no]]);
    assert_eq!(changes(&law, &sheet(Help::No, 0)), [vec![five]]);
}

#[test]
fn a_number_is_looked_for_in_what_must_not_be_as_well() {
    let law = with_rule(all([Cond::Always, not(any([VISITS.at_least(Count::Days(5))]))]));
    let visits = |visits| changes(&law, &given(&[ON.answer(day("2026-11-27")), VISITS.answer(visits)]));
    assert_eq!(visits(9), [[(VISITS.0, Given::Number(4))]]);
    assert_eq!(visits(0), [[(VISITS.0, Given::Number(5))]]);
}

#[test]
fn the_last_day_that_is_near_and_the_first_that_is_not_are_each_looked_at_once() {
    let law = with_rule(any([STARTED.within(7), all([HELP.is(Help::Yes), STARTED.within(7)])]));
    let today = Settings { today: Some(day("2026-11-27")), ..Settings::default() };
    let days = |started: &str| {
        let sheet = given(&[ON.answer(day("2026-11-27")), HELP.answer(Help::No), STARTED.answer(day(started))]);
        let changes = law.what_if(&sheet, &today).changes;
        changes.iter().map(|change| change.answers[0].given()).collect::<Vec<_>>()
    };
    let (near, not_near) = (Given::Day(day("2026-12-04")), Given::Day(day("2026-12-05")));
    assert_eq!(days("2026-12-10"), [near]);
    assert_eq!(days("2026-12-05"), [near]);
    assert_eq!(days("2026-12-04"), [not_near]);
    assert_eq!(days("2026-11-30"), [not_near]);
}

#[test]
fn a_kind_of_outcome_has_its_permanent_id() {
    let ids = Kind::ALL.map(Kind::id);
    assert_eq!(
        ids,
        ["decision", "duty", "reason", "action", "seek_advice", "power", "undecided", "signpost", "no_duty"]
    );
    assert!(Kind::ALL.is_sorted(), "in the order shown");
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
    let full = "there are more questions or rows than fit";
    assert_eq!([rows(254), rows(255)], ["", full]);
    let questions = |count: usize| {
        faults(&|law: &mut Law| {
            let more = (5..count).map(|at| {
                let mut question = HELP.asked(Cond::Always);
                (question.at, question.id) = (at, format!("q{at}").leak());
                question
            });
            law.sections[1].questions.extend(more);
        })
    };
    assert_eq!([QuestionSet::ROOM, QuestionSet::ROOM + 1, QuestionSet::ROOM + 2].map(questions), ["", full, full]);
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
