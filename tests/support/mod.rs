//! Dice, random sheets and completions, for tests over any tool.
//!
//! Every test throws the same dice from the same seed, so a failure comes back
//! until it is put right. [`check`] makes a failing sheet as small as it can.

// Each test file is a crate of its own and uses only some of this.
#![allow(dead_code)]

use care_tools::cases::Case;
use care_tools::engine::{
    Answer, Answers, Given, Index, Law, Outcome, Question, Reader, Reading, Row, Section, Settings, Shape, Table,
    Warning, dates,
};
use care_tools::json::Json;
use care_tools::tools::{self, Tool};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

/// Dice that fall the same way in every run (SplitMix64).
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0, below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        (self.throw() % sides.max(1) as u64) as usize
    }

    /// Whether a chance of so many in a hundred came true.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// A sheet of answers, and the dates an authority has set.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub answers: Answers,
    pub settings: Settings,
}

impl Sheet {
    /// The sheet by ids, for a message.
    pub fn show(&self, law: &Law) -> String {
        let mut text = String::new();
        for question in law.questions().filter(|q| self.answers.to(q.at).is_some()) {
            text.push_str(&format!("  {}: {}\n", question.id, self.answers.ids(question).join(", ")));
        }
        for (id, day) in law.settings.iter().zip(&self.settings.days) {
            text.push_str(&format!("  [{id}: {}]\n", day.map_or_else(|| "not set".to_owned(), dates::to_iso)));
        }
        text
    }
}

pub fn day(iso: &str) -> NaiveDate {
    dates::from_iso(iso).expect("a day")
}

/// Days worth trying: a day on each side of every boundary, and each boundary itself.
pub fn days(law: &Law, settings: &Settings) -> Vec<NaiveDate> {
    let mut days = vec![law.covers_from.max(day("2026-06-01")), day("2026-11-22")];
    // On each side of the numbers of days that rules count, before today and after it.
    if let Some(today) = settings.today {
        for count in [0, 1, 2, 3, 7, 14, 15, 28, 29, 56, 126, 127, 365, 366] {
            days.extend(today.checked_sub_days(Days::new(count)));
            days.extend(today.checked_add_days(Days::new(count)));
        }
    }
    for boundary in law.boundaries(settings) {
        days.extend(boundary.checked_sub_days(Days::new(1)));
        days.push(boundary);
        days.extend(boundary.checked_add_days(Days::new(1)));
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// Numbers worth trying: none, both sides of what an authority sets, and the largest.
pub const NUMBERS: [u16; 7] = [0, 1, 4, 5, 14, 126, 9_999];

/// Settings with each date not set, early or late.
pub fn settings(law: &Law, dice: &mut Dice) -> Settings {
    let set = |dice: &mut Dice| *dice.pick(&[None, Some(day("2026-12-01")), Some(day("2027-04-01"))]);
    Settings {
        today: law.day_asked.is_none().then(|| day("2026-11-27")),
        days: law.settings.iter().map(|_| set(dice)).collect(),
        counts: law.counts.iter().map(|_| *dice.pick(&[None, Some(1), Some(14), Some(56), Some(126)])).collect(),
        ..Settings::default()
    }
}

/// Something that can be said to a question; "not known" now and then.
fn something(law: &Law, sheet: &Sheet, question: &Question, dice: &mut Dice) -> Option<Given> {
    let mut reader = Reader::new(law, &sheet.answers, &sheet.settings, Reading::AsItStands);
    let usable: Vec<usize> = (0..question.choices.len()).filter(|c| reader.fits(question.at, *c)).collect();
    match question.shape {
        Shape::Day => Some(Given::Day(*dice.pick(&days(law, &sheet.settings)))),
        Shape::Number => Some(Given::Number(*dice.pick(&NUMBERS))),
        Shape::One => Some(Given::One(dice.below(question.choices.len()))),
        Shape::Many => {
            let from: Vec<usize> =
                if dice.chance(85) && !usable.is_empty() { usable } else { (0..question.choices.len()).collect() };
            let ticks = *dice.pick(&[1, 1, 1, 2, 2, 3, 5]);
            Some(Given::Many((0..ticks).fold(0, |mask, _| mask | 1 << *dice.pick(&from))))
        }
    }
}

/// A random sheet. `open` in a hundred questions are left without an answer.
pub fn sheet(law: &Law, dice: &mut Dice, open: usize) -> Sheet {
    let mut sheet = Sheet { answers: Answers::none(), settings: settings(law, dice) };
    for question in law.questions() {
        if dice.chance(open) {
            continue;
        }
        if let Some(given) = something(law, &sheet, question, dice) {
            sheet.answers.give(Answer::to(question, given).expect("an answer"));
        }
    }
    sheet
}

/// A sheet by dice alone, or one near a worked case, with few, some or many questions left open.
///
/// Dice alone seldom pass a row of checks one after the other; the worked cases reach far into every table.
pub fn any_sheet(tool: &Tool, dice: &mut Dice) -> Sheet {
    let cases = case_sheets(tool);
    if cases.is_empty() || dice.chance(40) {
        let open = *dice.pick(&[0, 3, 10, 30, 60]);
        return sheet(&tool.law, dice, open);
    }
    near(tool, dice.pick(cases).clone(), dice)
}

/// The same sheet with a few answers given, changed or taken back.
pub fn near(tool: &Tool, mut sheet: Sheet, dice: &mut Dice) -> Sheet {
    let law = &tool.law;
    if dice.chance(30) {
        sheet.settings = settings(law, dice);
    }
    if dice.chance(50) {
        sheet = complete(law, &sheet, dice, |_| true);
    }
    for _ in 0..*dice.pick(&[0, 1, 2, 3, 5]) {
        let asked = law.decide(&sheet.answers, &sheet.settings).asked;
        let question = law.question_at(*dice.pick(&asked)).expect("a question");
        match something(law, &sheet, question, dice).filter(|_| !dice.chance(25)) {
            Some(given) => sheet.answers.give(Answer::to(question, given).expect("an answer")),
            None => sheet.answers.withdraw(question.at),
        }
    }
    sheet
}

/// The worked cases of a tool as JSON; none for a tool that is not in the register.
pub fn case_texts(tool: &Tool) -> Vec<Json> {
    let text = match tool.id {
        "advocacy" => include_str!("../../src/tools/advocacy/cases.json"),
        "team_suitability" => tools::team_suitability::CASES,
        // Referrals and plans have forms of their own, and tests of their own.
        _ => return Vec::new(),
    };
    match Json::read(text).expect("cases are JSON") {
        Json::List(cases) => cases,
        file => file.get("cases").and_then(Json::as_list).expect("a list of cases").to_vec(),
    }
}

/// The worked cases of a tool.
pub fn cases(tool: &Tool) -> Vec<Case> {
    if tool.id == "allocation" {
        return referrals(tool);
    }
    case_texts(tool).iter().map(|case| Case::read(tool, case).expect("a case")).collect()
}

/// Single referrals of the allocation tool's cases, each on its own day.
fn referrals(tool: &Tool) -> Vec<Case> {
    let file = Json::read(tools::allocation::CASES).expect("cases are JSON");
    let cases = file.get("cases").and_then(Json::as_list).expect("cases").iter();
    let one = |case: &Json| {
        let text = |key| case.get(key).and_then(Json::as_text);
        let facts = tools::allocation::intake::facts(case.get("facts")?).ok()?;
        let times = tools::allocation::timescales::Timescales::default();
        Some(Case {
            id: text("id")?.to_owned(),
            answers: facts.answers(&tool.law),
            settings: times.settings(text("as_of").and_then(dates::from_iso)),
        })
    };
    cases.filter_map(one).collect()
}

/// The sheets of the worked cases, read once.
pub fn case_sheets(tool: &Tool) -> &'static [Sheet] {
    static CASES: OnceLock<Mutex<BTreeMap<String, &'static [Sheet]>>> = OnceLock::new();
    let mut known = CASES.get_or_init(Mutex::default).lock().expect("a lock");
    known.entry(tool.id.to_owned()).or_insert_with(|| {
        let sheets: Vec<Sheet> =
            cases(tool).into_iter().map(|case| Sheet { answers: case.answers, settings: case.settings }).collect();
        sheets.leak()
    })
}

/// The same sheet with a known answer to every question, asked or not.
pub fn fill(law: &Law, sheet: &Sheet, dice: &mut Dice) -> Sheet {
    let mut then = sheet.clone();
    for question in law.questions().filter(|q| sheet.answers.is_open(q)) {
        let known: Vec<usize> =
            (0..question.choices.len()).filter(|c| question.not_known() & (1 << c) == 0).collect();
        let given = match question.shape {
            Shape::Day => Given::Day(*dice.pick(&days(law, &sheet.settings))),
            Shape::Number => Given::Number(*dice.pick(&NUMBERS)),
            Shape::One => Given::One(*dice.pick(&known)),
            Shape::Many => {
                Given::Many(ticks(&sheet.answers, question) & !question.not_known() | 1 << *dice.pick(&known))
            }
        };
        then.answers.give(Answer::to(question, given).expect("an answer"));
    }
    then
}

/// Everything that an open answer may become; for a day, the days worth trying.
pub fn completions(law: &Law, sheet: &Sheet, question: &Question) -> Vec<Given> {
    match question.shape {
        Shape::One => (0..question.choices.len()).map(Given::One).collect(),
        Shape::Day => days(law, &sheet.settings).into_iter().map(Given::Day).collect(),
        Shape::Number => NUMBERS.map(Given::Number).to_vec(),
        Shape::Many => {
            let ticks = ticks(&sheet.answers, question) & !question.not_known();
            let masks = 1u32..1 << question.choices.len();
            masks.filter(|mask| mask & ticks == ticks).map(Given::Many).collect()
        }
    }
}

/// How many of those there are, without making them.
pub fn how_many(law: &Law, sheet: &Sheet, question: &Question) -> usize {
    match question.shape {
        Shape::One => question.choices.len(),
        Shape::Day => days(law, &sheet.settings).len(),
        Shape::Number => NUMBERS.len(),
        Shape::Many => {
            let ticks = ticks(&sheet.answers, question) & !question.not_known();
            1 << (question.choices.len() - ticks.count_ones() as usize)
        }
    }
}

fn ticks(answers: &Answers, question: &Question) -> u32 {
    match answers.to(question.at) {
        Some(Given::Many(mask)) => mask,
        _ => 0,
    }
}

/// A random completion of the open answers that are wanted; what is known stays.
pub fn complete(law: &Law, sheet: &Sheet, dice: &mut Dice, wanted: impl Fn(&Question) -> bool) -> Sheet {
    let mut then = sheet.clone();
    for question in law.questions().filter(|q| sheet.answers.is_open(q)).filter(|q| wanted(q)) {
        let given = match question.shape {
            Shape::Many => {
                let kept = ticks(&sheet.answers, question) & !question.not_known();
                match something(law, &then, question, dice) {
                    Some(Given::Many(more)) => Some(Given::Many(kept | more)),
                    other => other,
                }
            }
            Shape::One | Shape::Day | Shape::Number => something(law, &then, question, dice),
        };
        // Now and then it stays as open as it is.
        if let Some(given) = given.filter(|_| !dice.chance(5)) {
            then.answers.give(Answer::to(question, given).expect("an answer"));
        }
    }
    then
}

/// A property of one sheet; the dice are the same whenever the same sheet is tried again.
pub type Property<'a> = dyn Fn(&Tool, &Sheet, &mut Dice) -> Result<(), String> + 'a;

/// Tries a property on many sheets and fails with the smallest sheet it can find.
pub fn check(tool: &Tool, rounds: usize, make: impl Fn(&Tool, &mut Dice) -> Sheet, property: &Property<'_>) {
    let mut dice = Dice::new(20_261_122);
    for round in 0..rounds {
        let sheet = make(tool, &mut dice);
        let seed = round as u64;
        if let Err(first) = property(tool, &sheet, &mut Dice::new(seed)) {
            let (sheet, fault) = smallest(tool, sheet, first, seed, property);
            panic!("{}, sheet {round}: {fault}\n{}", tool.id, sheet.show(&tool.law));
        }
    }
}

fn smallest(tool: &Tool, sheet: Sheet, fault: String, seed: u64, property: &Property<'_>) -> (Sheet, String) {
    let (mut sheet, mut fault) = (sheet, fault);
    loop {
        let questions = tool.law.questions().filter(|q| sheet.answers.to(q.at).is_some()).map(|q| {
            let mut less = sheet.clone();
            less.answers.withdraw(q.at);
            less
        });
        let set = (0..sheet.settings.days.len()).filter(|at| sheet.settings.days[*at].is_some()).map(|at| {
            let mut less = sheet.clone();
            less.settings.days[at] = None;
            less
        });
        // Fewer answers may need other dice before the property fails again.
        let tried = questions.chain(set).find_map(|less| {
            let seeds = std::iter::once(seed).chain(0..20);
            let mut faults = seeds.filter_map(|seed| property(tool, &less, &mut Dice::new(seed)).err());
            faults.next().map(|fault| (less, fault))
        });
        match tried {
            Some((less, other)) => (sheet, fault) = (less, other),
            None => return (sheet, fault),
        }
    }
}

/// The law made again from its parts, with tables in which a test may move things.
pub fn copy(law: &Law, tables: impl Fn(&Table) -> Table) -> Law {
    let question = |q: &Question| Question {
        id: q.id,
        at: q.at,
        shape: q.shape,
        choices: q.choices,
        asked: q.asked.clone(),
        fits: q.fits.clone(),
        optional: q.optional,
        subject: q.subject,
        required: q.required,
        worked_out: q.worked_out,
        counts_as: q.counts_as,
        sources: q.sources.clone(),
    };
    Law {
        covers_from: law.covers_from,
        checked_on: law.checked_on,
        day_asked: law.day_asked,
        sections: law
            .sections
            .iter()
            .map(|s| Section { id: s.id, questions: s.questions.iter().map(question).collect() })
            .collect(),
        tables: law.tables.iter().map(tables).collect(),
        outcomes: law
            .outcomes
            .iter()
            .map(|o| Outcome { id: o.id, kind: o.kind, pack: o.pack, sources: o.sources.clone() })
            .collect(),
        shown_first: law.shown_first.clone(),
        warnings: law
            .warnings
            .iter()
            .map(|w| Warning { id: w.id, when: w.when.clone(), sources: w.sources.clone() })
            .collect(),
        settings: law.settings,
        counts: law.counts,
        index: Index::default(),
    }
    .ready()
}

/// A table made again from its parts.
pub fn copy_table(table: &Table) -> Table {
    let row = |r: &Row| Row {
        id: r.id,
        when: r.when.clone(),
        otherwise: r.otherwise,
        in_force: r.in_force,
        finding: r.finding,
        outcomes: r.outcomes.clone(),
        sources: r.sources.clone(),
    };
    Table {
        id: table.id,
        at: table.at,
        hit: table.hit,
        only_if: table.only_if.clone(),
        findings: table.findings,
        rows: table.rows.iter().map(row).collect(),
    }
}
