//! A tool of three questions, made here and nowhere else, goes the whole way.
//!
//! Nothing in the engine, the sheet, the record, the pages or the screen knows
//! it, and nothing in them was changed for it. So this file is also the
//! shortest example of how the parts of a tool are added:
//!
//! * **A choice**: a line in an enum in `choices!`, with its permanent id;
//!   `(NotKnown)` or `(Alone)` after it says how it behaves beside the others.
//! * **A question**: a line in `numbered!` that gives it a constant and an id,
//!   and that constant in a section with `.asked(when)`. Its words stand under
//!   `questions.<id>`: `name`, `question`, `hint`, `why`, `find_out`, `choices`.
//! * **A rule**: a `.row(Row::when(id, condition))` in a table, with what it
//!   `.gives(outcome)` or `.finds(finding)` and what it is `.because([…])`. Its
//!   words stand under `rules.<id>`.
//! * **An outcome**: a line in `outcomes!` with its id, kind, referral pack and
//!   sources. Its words stand under `outcomes.<id>`.
//! * **A tool**: a `Tool` with a `Law`; in the product, one folder in
//!   `src/tools` and one line in each list of `src/tools/mod.rs`.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::cases::Case;
use care_tools::engine::{
    Answers, Citation, Cond, Given, Index, Kind, Law, OutcomeId, Row, Section, Settings, Source, Truth, Warning, not,
};
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::pages;
use care_tools::record::{self, Stamp};
use care_tools::sheet::form::{Mark, Step};
use care_tools::sheet::panel::Settled;
use care_tools::sheet::{Desk, Draft};
use care_tools::tools::{self, Note, Pack, PackItem, Place, Probe, Size, Tool};
use care_tools::words::Words;
use chrono::NaiveDate;

mod answers {
    use care_tools::engine::{Day, Many, One};
    use care_tools::{choices, numbered};

    choices! {
        /// How likely harm is.
        pub enum Risk { Low = "low", High = "high", NotKnown = "not_known" (NotKnown) }

        /// What makes the visit harder.
        pub enum Hazard { Dog = "dog", Stairs = "stairs", None = "none" (Alone), NotKnown = "not_known" (NotKnown) }
    }

    numbered! {
        VISIT_DAY: Day = "visit_day";
        RISK: One<Risk> = "risk";
        HAZARDS: Many<Hazard> = "hazards";
    }
}

mod findings {
    use care_tools::engine::{Finding, NoFinding, SettingDay};
    use care_tools::{choices, numbered};

    choices! {
        /// Whether one worker may go alone.
        pub enum Alone { Yes = "yes", No = "no" }
    }

    numbered! {
        ALONE: Finding<Alone> = "alone";
        WHO_GOES: Finding<NoFinding> = "who_goes";
    }

    pub mod settings {
        use super::SettingDay;

        care_tools::numbered! { ALARMS: SettingDay = "alarms_from"; }

        pub const IDS: &[&str] = &[ALARMS.id()];
    }
}

mod outcomes {
    use super::cite;

    care_tools::outcomes! {
        TwoGo = "two_go": Duty, "T1", [cite("page 1")];
        TakeAlarm = "take_alarm": Action, "", [cite("page 2")];
        OneGoes = "one_goes": NoDuty, "", [cite("page 3")];
        AskFirst = "ask_first": Undecided, "", [];
    }
}

use answers::{HAZARDS, Hazard, RISK, Risk, VISIT_DAY};
use findings::settings::ALARMS;
use findings::{ALONE, Alone, WHO_GOES};
use outcomes::Id;

static PROCEDURE: Source = Source { name: "Procedure for visits", address: "https://example.invalid/visits" };

const fn cite(at: &'static str) -> Citation {
    Citation::new(&PROCEDURE, at)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn tool() -> &'static Tool {
    let visit = Section {
        id: "visit",
        questions: vec![VISIT_DAY.asked(Cond::Always), RISK.asked(Cond::Always).because([cite("page 1")])],
    };
    let home = Section { id: "home", questions: vec![HAZARDS.asked(RISK.is(Risk::Low).or(RISK.unknown()))] };
    let alone = ALONE
        .first_fit()
        .row(Row::when("a1", RISK.is(Risk::High)).finds(Alone::No).because([cite("page 1")]))
        .row(Row::when("a2", HAZARDS.any([Hazard::Dog, Hazard::Stairs])).finds(Alone::No).because([cite("page 1")]))
        .row(Row::when("a3", RISK.is(Risk::Low).and(HAZARDS.includes(Hazard::None))).finds(Alone::Yes));
    let who_goes = WHO_GOES
        .every_fit()
        .row(Row::when("w1", ALONE.is(Alone::No)).gives(Id::TwoGo).because([cite("page 1")]))
        .row(Row::when("w2", ALONE.is(Alone::Yes)).gives(Id::OneGoes).because([cite("page 3")]))
        .row(Row::when("w3", not(ALONE.any([Alone::Yes, Alone::No]))).gives(Id::AskFirst))
        .row(Row::when("w4", Cond::Always).during(ALARMS.onwards()).gives(Id::TakeAlarm).because([cite("page 2")]));
    let law = Law {
        covers_from: day(2026, 6, 1),
        checked_on: day(2026, 11, 22),
        day_asked: Some(VISIT_DAY.0),
        sections: vec![visit, home],
        tables: vec![alone, who_goes],
        outcomes: outcomes::all(),
        shown_first: vec![Id::TakeAlarm.number()],
        warnings: vec![Warning { id: "w_dog", when: HAZARDS.includes(Hazard::Dog), sources: vec![cite("page 4")] }],
        settings: findings::settings::IDS,
        counts: &[],
        index: Index::default(),
    }
    .ready();
    let tool = Tool {
        id: "tiny",
        element: "care-tiny",
        rules_version: "7",
        law,
        topics: vec![ALONE.number(), WHO_GOES.number()],
        figure_ids: &[],
        page_answers: &[],
        teams: None,
        links: &[],
        about: None,
        remembers: None,
        pinned: vec![],
        wordings: vec![],
        groups: &[],
        common: Default::default(),
        notes: vec![
            Note { id: "case_reference", place: Place::Beside(VISIT_DAY.0), asked: Cond::Always, size: Size::Line },
            Note { id: "risk_basis", place: Place::Beside(RISK.0), asked: RISK.visible(), size: Size::Text },
            Note { id: "meeting_place", place: Place::Record, asked: Cond::present(Id::TwoGo), size: Size::Line },
        ],
        packs: vec![Pack {
            id: "T1",
            adds_to: "",
            items: vec![
                PackItem {
                    id: "why_two",
                    questions: &[RISK.0, HAZARDS.0],
                    notes: &["risk_basis"],
                    figures: &[],
                    legal_basis: false,
                },
                PackItem { id: "basis", questions: &[], notes: &[], figures: &[], legal_basis: true },
                PackItem { id: "second_name", questions: &[], notes: &[], figures: &[], legal_basis: false },
            ],
        }],
        probes: vec![Probe { id: "how_do_you_know", questions: &[RISK.0] }],
        reads_settings: None,
        figures: None,
    };
    Box::leak(Box::new(tool))
}

/// The words of the tiny tool. Each text is its own, so that a test can see it come out.
const WORDS: &str = r#"{
  "tool": {"title": "Visit alone or not", "lead": "Tiny lead.", "noun": "visit decision", "promise": "Tiny promise."},
  "sections": {
    "visit": {"title": "The visit", "lead": "Lead about the visit."},
    "home": {"title": "The home", "lead": "Lead about the home."}
  },
  "questions": {
    "visit_day": {"name": "Day of the visit", "question": "When is the visit?", "hint": "Hint day.", "why": "Why day.", "find_out": "Ask the duty desk for the day."},
    "risk": {"name": "Risk", "question": "How likely is harm?", "hint": "Hint risk.", "why": "Why risk.", "find_out": "Read the risk plan.",
      "choices": {"low": "Not likely", "high": "Likely", "not_known": "Risk not known yet"}},
    "hazards": {"name": "Hazards", "question": "What is in the home?", "hint": "Hint hazards.", "why": "Why hazards.", "find_out": "Telephone first.",
      "choices": {"dog": "A dog", "stairs": "Steep stairs", "none": "Nothing of the kind", "not_known": "Hazards not known yet"}}
  },
  "tables": {
    "alone": {"subject": "Going alone", "none": "Nothing about going alone.", "findings": {"yes": "One may go alone", "no": "Nobody may go alone"}},
    "who_goes": {"subject": "Who goes", "none": "Nothing about who goes."}
  },
  "rules": {"a1": "Rule a-one.", "a2": "Rule a-two.", "a3": "Rule a-three.", "w1": "Rule w-one.", "w2": "Rule w-two.", "w3": "Rule w-three.", "w4": "Rule w-four."},
  "outcomes": {
    "two_go": {"heading": "Two workers go", "explanation": "Because of the risk.", "timescale": "Before the visit", "who": "The duty worker",
      "must": ["Find a second worker"], "may_not": ["Go alone"], "record": ["Who goes along"], "see": ["Visits"]},
    "take_alarm": {"heading": "Take an alarm", "explanation": "Alarms are in use.", "timescale": "", "who": "", "must": ["Test the alarm"]},
    "one_goes": {"heading": "One worker goes", "explanation": "Nothing stands against it.", "timescale": "", "who": ""},
    "ask_first": {"heading": "Ask before you go", "explanation": "Something is not known.", "timescale": "", "who": ""}
  },
  "warnings": {"w_dog": {"text": "Ask for the dog to be shut away."}},
  "notes": {
    "case_reference": {"label": "Case reference", "hint": ""},
    "risk_basis": {"label": "How you know", "hint": ""},
    "meeting_place": {"label": "Where you meet", "hint": ""}
  },
  "packs": {"T1": {"title": "Request for a second worker", "items": {"why_two": "Why two", "basis": "On what basis", "second_name": "Name of the second worker"}}},
  "settings": {"alarms_from": "Personal alarms"},
  "probes": {"how_do_you_know": "How do you know?"}
}"#;

fn words() -> Words {
    Words::read(tools::SCREEN_WORDING).expect("the screen's words").and(Words::read(WORDS).expect("the tiny words"))
}

fn desk() -> Desk {
    Desk::new(tool(), words(), Locality::default())
}

/// A draft from answers by id.
fn draft(desk: &Desk, said: &[(&str, &[&str])]) -> Draft {
    let mut draft = Draft::default();
    for (id, said) in said {
        let question = desk.tool.law.question(id).expect("a question");
        match care_tools::engine::Answer::read(question, said).expect("an answer").given() {
            Given::Day(day) => draft.set_day(question, day),
            given => draft.give(question, given),
        }
    }
    draft
}

fn outcomes_of(law: &Law, places: &[usize]) -> Vec<&'static str> {
    places.iter().map(|at| law.outcomes[*at].id).collect()
}

/// One sheet: its outcomes, and what is still to be found out.
fn check(said: &[(&str, &[&str])], alarms: Option<NaiveDate>, outcomes: &[&str], find_out: &[&str]) {
    let desk = desk();
    let law = &desk.tool.law;
    let decision = law.decide(&draft(&desk, said).answers, &Settings { days: vec![alarms], ..Settings::default() });
    assert_eq!(outcomes_of(law, &decision.outcomes), outcomes, "outcomes of {said:?}");
    let open: Vec<&str> = decision.find_out.iter().filter_map(|at| law.question_at(*at)).map(|q| q.id).collect();
    assert_eq!(open, find_out, "to find out on {said:?}");
}

const DAY: (&str, &[&str]) = ("visit_day", &["2026-11-22"]);

#[test]
fn its_law_is_sound_and_every_path_has_words() {
    let desk = desk();
    assert_eq!(desk.tool.law.faults(), Vec::<String>::new());
    let missing: Vec<String> = tools::paths(desk.tool).into_iter().filter(|path| !desk.words.has(path)).collect();
    // A day has no choices, and so no words for any.
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn it_decides() {
    check(&[], None, &["ask_first"], &["visit_day", "risk", "hazards"]);
    check(&[DAY, ("risk", &["high"])], None, &["two_go"], &[]);
    check(&[DAY, ("risk", &["high"]), ("hazards", &["not_known"])], None, &["two_go"], &[]);
    check(&[DAY, ("risk", &["low"])], None, &["ask_first"], &["hazards"]);
    check(&[DAY, ("risk", &["low"]), ("hazards", &["none"])], None, &["one_goes"], &[]);
    check(&[DAY, ("risk", &["low"]), ("hazards", &["dog", "not_known"])], None, &["two_go"], &["hazards"]);
    check(&[DAY, ("risk", &["not_known"]), ("hazards", &["stairs"])], None, &["two_go"], &["risk"]);
    check(&[DAY, ("risk", &["not_known"]), ("hazards", &["none"])], None, &["ask_first"], &["risk"]);
    // The alarm, from the day the authority set.
    let set = Some(day(2026, 11, 22));
    check(&[DAY, ("risk", &["high"])], set, &["take_alarm", "two_go"], &[]);
    check(&[("visit_day", &["2026-11-21"]), ("risk", &["high"])], set, &["two_go"], &[]);
    check(&[("risk", &["high"])], set, &["two_go"], &["visit_day"]);
}

#[test]
fn it_gives_its_reasons() {
    let desk = desk();
    let law = &desk.tool.law;
    let answers = draft(&desk, &[DAY, ("risk", &["low"]), ("hazards", &["dog"])]).answers;
    let reasons = law.reasons(&answers, &Settings::default(), Id::TwoGo.number());
    let rows: Vec<&str> = law.rows().map(|(_, row)| row.id).collect();
    let ids: Vec<&str> = reasons.iter().map(|reason| rows[reason.rule]).collect();
    assert_eq!(ids, ["a2", "w1"]);
    // The hazards are asked because of the risk, so both are behind it.
    assert_eq!(reasons[0].answers, vec![RISK.0, HAZARDS.0]);
    assert_eq!(reasons[1].rules, vec![reasons[0].rule]);
}

#[test]
fn it_says_what_is_settled_and_what_is_idle() {
    let desk = desk();
    let law = &desk.tool.law;
    let standing = |said: &[(&str, &[&str])]| {
        law.standing(&draft(&desk, said).answers, &Settings { days: vec![None], ..Settings::default() })
    };
    let at = |standing: &care_tools::engine::Standing, id: Id| standing.outcomes[id.number()];

    let empty = standing(&[]);
    assert_eq!(at(&empty, Id::TwoGo), Truth::Open);
    assert_eq!(at(&empty, Id::TakeAlarm), Truth::Fails);
    // No date is set, so the day of the visit cannot matter.
    assert_eq!(empty.idle, vec![VISIT_DAY.0]);

    // A dog settles it, whatever the risk becomes: if it is high the hazards are not asked, and two go all the same.
    let dog = standing(&[("hazards", &["dog"]), ("risk", &["low"])]);
    assert_eq!((at(&dog, Id::TwoGo), at(&dog, Id::OneGoes)), (Truth::Holds, Truth::Fails));
    let high = standing(&[("risk", &["high"])]);
    assert_eq!((at(&high, Id::TwoGo), at(&high, Id::AskFirst)), (Truth::Holds, Truth::Fails));
}

#[test]
fn it_says_what_would_change_the_result() {
    let desk = desk();
    let law = &desk.tool.law;
    let answers = draft(&desk, &[DAY, ("risk", &["high"])]).answers;
    let what_if = law.what_if(&answers, &Settings { days: vec![None], ..Settings::default() });
    let mut changes: Vec<String> = Vec::new();
    for change in &what_if.changes {
        let ids: Vec<String> = change
            .answers
            .iter()
            .map(|a| Answers::none().with(*a).ids(law.question_at(a.question()).expect("a question")).join(" "))
            .collect();
        let (gains, loses) = (outcomes_of(law, &change.gains).join(" "), outcomes_of(law, &change.loses).join(" "));
        changes.push(format!("{}: {gains}, not {loses}", ids.join(" and ")));
    }
    assert_eq!(changes, ["low: ask_first, not two_go", "not_known: ask_first, not two_go"]);
    assert_eq!(what_if.same, vec![VISIT_DAY.0]);
}

#[test]
fn it_is_asked_section_by_section() {
    let desk = desk();
    let draft = draft(&desk, &[DAY, ("risk", &["high"])]);
    let marks: Vec<Mark> = desk.steps(&draft, Step::Section(0), 0).iter().map(|step| step.mark).collect();
    assert_eq!(marks, [Mark::Here, Mark::Skipped], "the home cannot matter when the risk is high");
    let section = desk.section(&draft, 0).expect("a section");
    let legends: Vec<&str> = section.questions.iter().map(|question| question.legend.as_str()).collect();
    assert_eq!((section.title.as_str(), legends), ("The visit", vec!["When is the visit?", "How likely is harm?"]));
    assert_eq!(section.questions[0].boxes, ["22", "11", "2026"]);
    let chosen: Vec<&str> =
        section.questions[1].choices.iter().filter(|choice| choice.chosen).map(|choice| choice.id).collect();
    assert_eq!(chosen, ["high"]);
    assert_eq!(desk.section_after(&draft, 0), None);
    assert!(desk.problems(&draft, &section).is_empty());
    let panel = desk.panel(&draft, Some(0));
    assert_eq!((panel.lead.as_str(), panel.state), ("Two workers go", Settled::Yes));
    assert!(panel.settled.iter().any(|point| point.text == "Nobody may go alone"));
    let rows: Vec<(&str, String)> =
        desk.check(&draft).iter().flat_map(|s| &s.rows).map(|row| (row.id, row.said.join(", "))).collect();
    assert_eq!(rows, [("visit_day", "22 November 2026".to_owned()), ("risk", "Likely".to_owned())]);
}

#[test]
fn it_is_reported_in_words() {
    let desk = desk();
    let mut draft = draft(&desk, &[DAY, ("risk", &["low"]), ("hazards", &["dog", "not_known"])]);
    draft.type_note("risk_basis", "Seen last week.");
    let report = desk.full_report(&draft);
    let outcome = &report.outcomes[0];
    assert_eq!((outcome.heading.as_str(), outcome.kind), ("Two workers go", Kind::Duty));
    assert_eq!(
        (&outcome.must[..], &outcome.may_not[..]),
        (&["Find a second worker".to_owned()][..], &["Go alone".to_owned()][..])
    );
    let reasons: Vec<(&str, &str)> = report.reasons.iter().map(|r| (r.rule_id, r.rule.as_str())).collect();
    assert_eq!(reasons, [("a2", "Rule a-two."), ("w1", "Rule w-one.")]);
    assert_eq!(report.warnings[0].text, "Ask for the dog to be shut away.");
    assert_eq!(report.find_out[0].how, "Telephone first.");
    assert!(report.find_out[0].idle, "a dog is enough, whatever else is in the home");
    let pack = &report.packs[0];
    let labels: Vec<&str> = pack.lines.iter().map(|line| line.label.as_str()).collect();
    assert_eq!(
        (pack.title.as_str(), labels),
        ("Request for a second worker", vec!["Why two", "On what basis", "Name of the second worker"])
    );
    assert_eq!(
        pack.lines[0].filled,
        ["Risk: Not likely", "Hazards: A dog, Hazards not known yet", "How you know: Seen last week."]
    );
}

#[test]
fn it_is_recorded() {
    let desk = desk();
    let mut draft = draft(&desk, &[DAY, ("risk", &["high"])]);
    draft.type_note("risk_basis", "<b>Seen</b>");
    let stamp = Stamp { id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301".into(), ..Stamp::default() };
    let document = record::record(&desk, &draft, &stamp);
    let text = document.to_text();
    for part in [
        "Record: visit decision",
        "Two workers go",
        "Rule a-one. [a1]",
        "Procedure for visits page 1",
        "Personal alarms: Not in force",
        "<b>Seen</b>",
    ] {
        assert!(text.contains(part), "the text does not have `{part}`:\n{text}");
    }
    assert!(document.to_html().contains("&lt;b&gt;Seen&lt;/b&gt;"));
    let data = record::data(&desk, &draft, &stamp);
    assert_eq!(data.get("tool_id").and_then(Json::as_text), Some("tiny"));
    assert_eq!(data.get("content_version").and_then(Json::as_text), Some("7"));
    let answers = data.get("answers").expect("answers").clone();
    let again = Case::read(desk.tool, &Json::object([("facts", answers)])).expect("a case");
    assert_eq!(
        desk.tool.law.decide(&again.answers, &again.settings),
        desk.tool.law.decide(&draft.answers, &desk.settings)
    );
    assert!(
        record::referrals(&desk, &draft, &stamp).is_some_and(|r| r.to_text().contains("Name of the second worker"))
    );
    assert_eq!(record::file_name(&desk, &draft, &stamp, "json"), "tiny-3F25-04E0-2026-11-22.json");
    let kept = draft.to_json(&desk.tool.law).write();
    assert_eq!(Draft::from_json(desk.tool, &Json::read(&kept).expect("JSON")), draft);
}

/// The page has each of these texts.
fn has(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(page.contains(text), "the page does not have `{text}`:\n{page}");
    }
}

#[test]
fn it_has_a_paper_form() {
    let page = pages::paper_of(&desk());
    has(
        &page,
        &[
            "<!doctype html>",
            "A. The visit",
            "B. The home",
            "1. When is the visit?",
            "2. How likely is harm?",
            "3. What is in the home?",
        ],
    );
    has(
        &page,
        &[
            "Not likely",
            "Steep stairs",
            "Hazards not known yet",
            "Read the risk plan.",
            "How you know",
            "Where you meet",
        ],
    );
}

#[test]
fn it_has_a_logic_page() {
    let desk = desk();
    let page = pages::logic_page_of(&desk);
    has(
        &page,
        &["visit_day", "hazards", "Going alone", "Who goes", "Personal alarms", "Ask for the dog to be shut away."],
    );
    for (_, row) in desk.tool.law.rows() {
        has(&page, &[row.id, desk.words.at(&format!("rules.{}", row.id))]);
    }
    for outcome in &desk.tool.law.outcomes {
        has(&page, &[outcome.id, desk.words.of("outcomes", outcome.id, "heading")]);
    }
    let logic = Json::read(&pages::logic_json_of(&desk)).expect("JSON");
    assert_eq!(logic.get("tool").and_then(Json::as_text), Some("tiny"));
    let count = |key: &str| logic.get(key).and_then(Json::as_list).map_or(0, <[Json]>::len);
    assert_eq!((count("questions"), count("tables"), count("outcomes"), count("warnings")), (3, 2, 4, 1));
    assert_eq!(count("sections"), desk.tool.law.sections.len());
    let shapes: Vec<&str> = logic.list_at("questions").iter().map(|question| question.text_at("shape")).collect();
    assert!(shapes.contains(&"one") && shapes.contains(&"day"), "{shapes:?}");
    assert!(logic.list_at("questions").iter().all(|question| question.get("asked").is_some()));
}

#[test]
fn it_has_a_first_screen() {
    let screen = pages::fallback_of(desk(), "", true);
    has(
        &screen,
        &[
            "Visit alone or not",
            "The visit",
            "When is the visit?",
            "How likely is harm?",
            "Not likely",
            "Risk not known yet",
        ],
    );
    has(&screen, &["Hint risk.", "<fieldset", "<legend", "paper/tiny.html"]);
    assert!(!screen.contains("What is in the home?"), "the second section is drawn on the first screen");
}
