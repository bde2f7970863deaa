//! Decisions that were made on the list, each with the row as it stood then.

use super::app::Act;
use super::model::Model;
use super::msg::Msg;
use crate::engine::dates;
use crate::json::Json;
use crate::record::{self, Document, Line, Stamp};
use crate::sheet::Draft;
use crate::tools::allocation::facts::Facts;
use crate::tools::allocation::files::{Field, Row};
use crate::tools::allocation::list::Entry;
use chrono::NaiveDate;
use yew::prelude::*;

/// A decision as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What was decided, in lines.
    pub text: String,
    /// The row before it was allocated; nothing for a referral that is in no list.
    row: Option<Row>,
    /// The day by which the row was judged.
    day: NaiveDate,
    /// When.
    stamp: Stamp,
}

impl Decided {
    /// For a restart.
    pub fn kept(&self) -> Json {
        let cells = self.row.iter().flat_map(|row| Field::ALL.iter().map(|field| Json::text(row.cell(*field))));
        let day = Json::text(dates::to_iso(self.day));
        Json::List([Json::text(self.text.clone()), day, self.stamp.to_json()].into_iter().chain(cells).collect())
    }

    /// What [`Decided::kept`] wrote.
    pub fn resumed(kept: &Json) -> Option<Decided> {
        let [Json::Text(text), Json::Text(day), stamp, cells @ ..] = kept.as_list()? else { return None };
        let cells: Vec<&str> = cells.iter().filter_map(Json::as_text).collect();
        let row = Row::of(0, Field::ALL.iter().copied().zip(cells.iter().copied()));
        let row = (cells.len() == Field::ALL.len()).then_some(row);
        Some(Decided { text: text.clone(), row, day: dates::from_iso(day)?, stamp: Stamp::read(stamp)? })
    }
}

impl Model {
    /// Writes a decision down, with the row that it is about before it changes.
    pub fn write_down(&mut self, text: String, row: Option<u32>, stamp: Stamp) {
        let row = row.and_then(|row| self.list.entry(row)).map(|entry| entry.facts.to_row());
        self.decisions.push(Decided { text, row, day: self.today, stamp });
    }

    /// The lines of a decision that say where the row stood, by which rules, and when it was made.
    pub fn stood(&self, row: Option<u32>, stamp: &Stamp) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some((row, entry)) = row.and_then(|row| Some((row, self.list.entry(row)?))) {
            lines.extend(self.bands_and_dates(entry));
            lines.push(self.place_of(row));
        }
        let made = record::made(&self.desk, stamp).into_iter().filter_map(|line| match line {
            Line::Pair(name, value) => Some(format!("{name}: {value}")),
            _ => None,
        });
        lines.extend(made);
        lines
    }

    fn bands_and_dates(&self, entry: &Entry) -> Vec<String> {
        let place = &entry.place;
        let day = |day: i32| self.desk.words.day(dates::numbered(day));
        let pairs = [
            ("base", Some(self.band(place.base))),
            ("queue", Some(self.band(place.queue))),
            ("why", Some(self.why(entry))),
            ("due", place.due.map(day)),
            ("contact", place.next_contact.map(day)),
        ];
        let said = pairs.into_iter().filter_map(|(name, value)| Some((name, value?)));
        said.map(|(name, value)| format!("{}: {value}", self.say(&format!("decided.{name}")))).collect()
    }

    /// Where a row stands on this day. For the record: nobody is told their rank.
    pub fn place_of(&self, row: u32) -> String {
        let (list, place) = self.standing(row).unwrap_or(("", 0));
        let phrase = if list == "ranked" { "list.record_ranked" } else { "list.record_other" };
        let gaps = [
            ("place", place.to_string()),
            ("above", place.saturating_sub(1).to_string()),
            ("list", self.say(&format!("list.shown.{list}"))),
            ("day", self.desk.words.day(self.today)),
        ];
        self.fill(phrase, &gaps.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// Everything that was decided, each with the record of its row as it stood: every answer, rule and date.
    pub fn decisions_file(&self) -> String {
        let written = self.decisions.iter().map(|decided| {
            let record = decided
                .row
                .as_ref()
                .map(|row| self.record_of(&Facts::of_row(row), decided.day, &decided.stamp).to_text());
            [Some(decided.text.clone()), record].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
        });
        written.collect::<Vec<_>>().join("\n\n\n")
    }

    /// The record of a row, judged by this day.
    pub fn record_of(&self, facts: &Facts, day: NaiveDate, stamp: &Stamp) -> Document {
        record::record(&self.desk.clone().on(Some(day)), &self.draft(facts), stamp)
    }

    /// A row's answers, as a form keeps them.
    pub fn draft(&self, facts: &Facts) -> Draft {
        let mut draft = Draft { answers: facts.answers(self.list.law()), ..Draft::default() };
        draft.type_note("case_reference", &facts.reference);
        draft
    }
}

/// What was decided so far.
pub fn view(model: &Model, act: &Act) -> Html {
    if model.decisions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-section">
            <@{model.heading(1)} class="ct-heading" id="ct-decisions" tabindex="-1">{ model.say("match.decisions") }</@>
            <ul>{ for model.decisions.iter().map(|decided| html! { <li class="ct-record">{ for decided.text.lines().map(|line| html! { <span class="ct-rows__said">{ line.to_owned() }</span> }) }</li> }) }</ul>
            <button type="button" class="ct-button" id="ct-save-decisions" onclick={act.press(Msg::SaveDecisions)}>{ model.say("match.save_decisions") }</button>
        </section>
    }
}
