//! What would have followed from another answer, or under the law of another day. It works on a copy: the record is
//! never touched.

use super::held::Held;
use crate::engine::{Given, Question};
use crate::record::plan::PRACTICE;
use crate::record::replay;
use crate::sheet::{Desk, Draft};
use crate::ui::state::Action;
use chrono::NaiveDate;
use std::rc::Rc;

/// A copy of a record's answers, being changed.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The place of the record among those that are open.
    pub at: usize,
    /// The copy.
    pub draft: Draft,
    /// The section whose questions are shown.
    pub section: usize,
    /// The day whose law is read, as it was typed; empty for the record's own.
    pub day: String,
}

/// What would have followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Headings of outcomes that are not in the record.
    pub gained: Vec<String>,
    /// Headings of outcomes of the record that would be gone.
    pub lost: Vec<String>,
    /// Headings of all outcomes, in the order they are shown.
    pub all: Vec<String>,
}

impl WhatIf {
    /// A copy of a record.
    pub fn of(at: usize, held: &Held) -> WhatIf {
        let mut draft = held.draft();
        if let Some(plan) = &held.plan {
            plan.texts.iter().for_each(|(id, text)| draft.type_note(id, text));
        }
        WhatIf { at, draft, section: 0, day: String::new() }
    }

    /// The desk under the law of the day that was typed. A day that is none changes nothing.
    pub fn desk(&self, held: &Held) -> Rc<Desk> {
        match (self.other_day(held), held.desk.tool.law.day_asked) {
            (Some(day), None) => Rc::new(Desk::clone(&held.desk).on(Some(day))),
            _ => held.desk.clone(),
        }
    }

    /// The day that was typed, where it is one.
    pub fn other_day(&self, held: &Held) -> Option<NaiveDate> {
        held.desk.day_typed(&self.day).unwrap_or_default()
    }

    /// Whether what was typed is no day.
    pub fn no_day(&self, held: &Held) -> bool {
        held.desk.day_typed(&self.day).is_err()
    }

    /// Does what somebody did to a question.
    pub fn act(&mut self, held: &Held, action: &Action) {
        let desk = self.desk(held);
        let known = |at: &usize| -> Option<&'static Question> { desk.tool.law.question_at(*at) };
        match action {
            Action::Choose(at, choice) => {
                if let Some(question) = known(at) {
                    self.draft.choose(desk.tool, question, *choice);
                }
            }
            Action::Toggle(at, choice) => {
                if let Some(question) = known(at) {
                    let ticks = question.toggled(self.draft.ticks(*at), *choice);
                    self.draft.give(question, Given::Many(ticks));
                }
            }
            Action::Box(at, part, text) => {
                if let Some(question) = known(at) {
                    self.draft.type_box(question, *part, text, &desk.words);
                }
            }
            Action::Note(id, text) => {
                self.draft.type_note(id, text);
                if let Some(question) = desk.tool.law.question(id).filter(|question| question.is_written()) {
                    match text.trim() {
                        "" => self.draft.answers.withdraw(question.at),
                        _ => self.draft.give(question, Given::One(0)),
                    }
                }
            }
            _ => {}
        }
    }

    /// What would have followed.
    pub fn followed(&self, held: &Held) -> Followed {
        let now = self.outcomes(held);
        // Against what the rules of today give on the record's own answers, so that only the change is seen.
        let then = WhatIf::of(self.at, held).outcomes(held);
        let headings = |ids: Vec<&String>| ids.into_iter().map(|id| held.desk.heading_of(id)).collect();
        Followed {
            gained: headings(now.iter().filter(|id| !then.contains(id)).collect()),
            lost: headings(then.iter().filter(|id| !now.contains(id)).collect()),
            all: headings(now.iter().collect()),
        }
    }

    fn outcomes(&self, held: &Held) -> Vec<String> {
        let mut answers = self.draft.answers.clone();
        let day = self.other_day(held);
        if let Some(plan) = &held.plan {
            let mut plan = crate::tools::action_planning::plan::Plan { answers, ..plan.clone() };
            plan.today = day.or(held.day("law_on"));
            let read = plan.read();
            let given = read.outcomes().into_iter().map(|(id, _)| id.to_owned());
            return given.filter(|id| !PRACTICE.contains(&id.as_str())).collect();
        }
        let desk = self.desk(held);
        let law = &desk.tool.law;
        if let (Some(question), Some(day)) = (law.day_asked.and_then(|at| law.question_at(at)), day)
            && let Some(answer) = crate::engine::Answer::to(question, Given::Day(day))
        {
            answers.give(answer);
        }
        replay::decided(desk.tool, &answers, &desk.settings)
    }
}
