//! What changes in the law between two days: rules that begin or end, and the worked cases that would be decided
//! otherwise.

use crate::cases::Case;
use crate::engine::{Answer, Given, Period, Settings, Start, dates};
use crate::json::Json;
use crate::locality::Locality;
use crate::record::replay;
use crate::tools::{self, Tool};
use crate::words::Words;
use chrono::NaiveDate;

/// A rule that begins or ends after the first day, and not after the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The tool's id.
    pub tool: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// What the rule says.
    pub says: String,
    /// The day.
    pub day: NaiveDate,
    /// Whether it begins on that day. Otherwise that is the first day on which it no longer holds.
    pub begins: bool,
}

/// A rule that begins on a day which an authority sets, and which is not set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unset {
    /// The tool's id.
    pub tool: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// What the rule says.
    pub says: String,
    /// The id of the setting.
    pub setting: &'static str,
}

/// A worked case that is decided otherwise on the second day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// The tool's id.
    pub tool: &'static str,
    /// The case's id.
    pub case: String,
    /// Headings of outcomes that only the second day has.
    pub gained: Vec<String>,
    /// Headings of outcomes that only the first day has.
    pub lost: Vec<String>,
}

/// What changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Rules that begin or end, by day.
    pub turns: Vec<Turn>,
    /// Rules that wait for a date of the authority.
    pub unset: Vec<Unset>,
    /// Worked cases decided otherwise. Only tools with a rule that begins or ends are decided again: in others, nothing
    /// but time passes.
    pub otherwise: Vec<Otherwise>,
    /// How many worked cases were decided on both days.
    pub decided: usize,
    /// Tools whose rules were written for days from a day after the first on: of days before, they say nothing.
    pub early: Vec<(&'static str, NaiveDate)>,
}

/// Worked cases of a tool, as text.
pub type Worked<'a> = (&'a str, &'a str);

/// Compares two days.
///
/// # Errors
/// The first day is not before the second; cases or words cannot be read.
pub fn between(
    from: NaiveDate,
    to: NaiveDate,
    locality: &Locality,
    worked: &[Worked<'_>],
) -> Result<Changes, String> {
    if from >= to {
        return Err("The first day should be before the second.".to_owned());
    }
    let mut changes = Changes::default();
    for tool in tools::all() {
        let words = tools::words(tool.id)?;
        let settings = locality.settings(tool);
        let before = changes.turns.len();
        if from < tool.law.covers_from {
            changes.early.push((tool.id, tool.law.covers_from));
        }
        for (_, row) in tool.law.rows() {
            let Some(period) = row.in_force else { continue };
            let says = words.at(&format!("rules.{}", row.id)).to_owned();
            changes.turn(tool, row.id, &says, period, &settings, (from, to));
        }
        if changes.turns.len() == before {
            continue;
        }
        for (_, text) in worked.iter().filter(|(id, _)| *id == tool.id) {
            changes.decide(tool, &words, text, &settings, (from, to))?;
        }
    }
    changes.turns.sort_by_key(|turn| turn.day);
    Ok(changes)
}

impl Changes {
    fn turn(
        &mut self,
        tool: &'static Tool,
        rule: &'static str,
        says: &str,
        period: Period,
        settings: &Settings,
        (from, to): (NaiveDate, NaiveDate),
    ) {
        let between = |day: &NaiveDate| from < *day && *day <= to;
        let begins = match period.from {
            Start::On(day) => Some(day),
            Start::Setting(at) => {
                let day = settings.days.get(at).copied().flatten();
                if day.is_none() {
                    let setting = tool.law.settings.get(at).copied().unwrap_or_default();
                    self.unset.push(Unset { tool: tool.id, rule, says: says.to_owned(), setting });
                }
                day
            }
        };
        let mut add = |day: Option<NaiveDate>, begins: bool| {
            if let Some(day) = day.filter(between) {
                self.turns.push(Turn { tool: tool.id, rule, says: says.to_owned(), day, begins });
            }
        };
        add(begins, true);
        add(period.until, false);
    }

    fn decide(
        &mut self,
        tool: &'static Tool,
        words: &Words,
        text: &str,
        settings: &Settings,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<(), String> {
        let file = Json::read(text)?;
        for case in file.get("cases").unwrap_or(&file).as_list().unwrap_or_default() {
            // Cases of lists and files are no sheets of answers.
            let Ok(case) = Case::read(tool, case) else { continue };
            self.decided += 1;
            let on = |day: NaiveDate| decided(tool, &case, settings, day);
            let (then, now) = (on(from), on(to));
            let headings = |ids: &[String], others: &[String]| -> Vec<String> {
                let new = ids.iter().filter(|id| !others.contains(id));
                new.map(|id| words.at(&format!("outcomes.{id}.heading")).to_owned()).collect()
            };
            let (gained, lost) = (headings(&now, &then), headings(&then, &now));
            if !gained.is_empty() || !lost.is_empty() {
                self.otherwise.push(Otherwise { tool: tool.id, case: case.id, gained, lost });
            }
        }
        Ok(())
    }

    /// As JSON, for the page.
    pub fn json(&self) -> Json {
        let texts = |list: &[String]| Json::texts(list.iter().map(String::as_str));
        let turn = |it: &Turn| {
            Json::object([
                ("tool", Json::text(it.tool)),
                ("rule", Json::text(it.rule)),
                ("says", Json::text(it.says.clone())),
                ("day", Json::text(dates::to_iso(it.day))),
                ("begins", Json::Bool(it.begins)),
            ])
        };
        let unset = |it: &Unset| {
            Json::object([
                ("tool", Json::text(it.tool)),
                ("rule", Json::text(it.rule)),
                ("says", Json::text(it.says.clone())),
                ("setting", Json::text(it.setting)),
            ])
        };
        let early = |(tool, day): &(&'static str, NaiveDate)| {
            Json::object([("tool", Json::text(*tool)), ("day", Json::text(dates::to_iso(*day)))])
        };
        let otherwise = |it: &Otherwise| {
            Json::object([
                ("tool", Json::text(it.tool)),
                ("case", Json::text(it.case.clone())),
                ("gained", texts(&it.gained)),
                ("lost", texts(&it.lost)),
            ])
        };
        Json::object([
            ("turns", Json::List(self.turns.iter().map(turn).collect())),
            ("unset", Json::List(self.unset.iter().map(unset).collect())),
            ("otherwise", Json::List(self.otherwise.iter().map(otherwise).collect())),
            ("early", Json::List(self.early.iter().map(early).collect())),
            ("decided", Json::Whole(i64::try_from(self.decided).unwrap_or_default())),
        ])
    }

    /// As lines to print.
    pub fn text(&self) -> String {
        let mut said = String::new();
        let mut line = |text: String| {
            said.push_str(&text);
            said.push('\n');
        };
        if self.turns.is_empty() {
            line("No rule begins or ends between these days.".to_owned());
        }
        for it in &self.turns {
            let what = if it.begins { "begins" } else { "ends" };
            line(format!("{} {} {} {what}: {}", dates::to_iso(it.day), it.tool, it.rule, it.says));
        }
        for (tool, day) in &self.early {
            line(format!("{tool}: its rules were written for days from {} on", dates::to_iso(*day)));
        }
        for it in &self.unset {
            line(format!("no date set ({}) {} {}: {}", it.setting, it.tool, it.rule, it.says));
        }
        line(format!("{} of {} worked cases are decided otherwise.", self.otherwise.len(), self.decided));
        for it in &self.otherwise {
            line(format!("{} {}: no longer {:?}; now {:?}", it.tool, it.case, it.lost, it.gained));
        }
        said
    }
}

/// What a case leads to on a day: the answer that says the day is that day too.
fn decided(tool: &'static Tool, case: &Case, settings: &Settings, day: NaiveDate) -> Vec<String> {
    let mut answers = case.answers.clone();
    if let Some(question) = tool.law.day_asked.and_then(|at| tool.law.question_at(at))
        && let Some(answer) = Answer::to(question, Given::Day(day))
    {
        answers.give(answer);
    }
    let days = case.settings.days.iter().zip(settings.days.iter().chain(std::iter::repeat(&None)));
    let days = days.map(|(of_case, of_council)| of_council.or(*of_case)).collect();
    let settings = Settings { today: Some(day), days, ..case.settings.clone() };
    replay::decided(tool, &answers, &settings)
}
