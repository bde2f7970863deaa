//! A plan: what was said, what is worked out from it, and what the rules find.

use super::answers::*;
use super::day::{Written, between};
use super::groups::{Action, Issue};
use super::outcomes::{Id, Level, shown};
use super::settings::Times;
use super::{law_once, suggest};
use crate::engine::{Answer, Answers, Calendar, Choices, Decision, Given, OutcomeId, Settings};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was said about a plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Answers to the questions that are asked once.
    pub answers: Answers,
    /// What was written, trimmed of nothing, by question.
    pub texts: BTreeMap<&'static str, String>,
    /// Days that are not real, by question.
    pub not_real: BTreeMap<&'static str, String>,
    /// Issues.
    pub issues: Vec<Issue>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Today in England.
    pub today: Option<NaiveDate>,
    /// Whether "Mark as complete" was pressed.
    pub complete: bool,
    /// Whether it was complete before: then nothing is asked again that its file does not hold.
    pub locked: bool,
    /// Whether today is the device's own day, because the time in England could not be read.
    pub device_clock: bool,
    /// Bank holidays, and the days that are worked.
    pub calendar: Calendar,
    /// Numbers of days that an authority may set.
    pub times: Times,
}

/// A plan with what follows from it.
#[derive(Debug)]
pub struct Read<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its answers, with the facts that are worked out.
    pub answers: Answers,
    /// What the rules find.
    pub decision: Decision,
}

impl Plan {
    /// Works out what follows.
    pub fn read(&self) -> Read<'_> {
        let law = law_once();
        let mut answers = self.answers.clone();
        // What was not considered was not chosen either.
        let ticks = |at: usize| match self.answers.to(at) {
            Some(Given::Many(ticks)) => ticks,
            _ => 0,
        };
        let chosen = ticks(OPTIONS_CHOSEN.0) & ticks(OPTIONS_CONSIDERED.0);
        let fewer = chosen != ticks(OPTIONS_CHOSEN.0);
        if fewer {
            answers.withdraw(OPTIONS_CHOSEN.0);
        }
        let mut concerned = 0;
        for (at, choice) in RelatesTo::LIST.iter().enumerate() {
            let named = self.issues.iter().any(|issue| issue.relates_to.iter().any(|id| id == choice.id));
            if named && !["person", "nobody_specific"].contains(&choice.id) {
                concerned |= 1 << at;
            }
        }
        let fact = |holds: bool| holds.then_some(Given::One(0));
        let evidence = self.issues.iter().any(|issue| issue.evidence.iter().any(|id| id != "none_yet"));
        let slows = |issue: &Issue| ["reducing_benefit", "stopping_progress"].contains(&issue.impact.as_str());
        let late = match (self.day(REVIEW_DATE.0), self.today) {
            (Some(review), Some(today)) => review < today,
            _ => false,
        };
        let facts = [
            (CONCERNED.0, Some(Given::Many(concerned))),
            (EVIDENCE.0, fact(evidence)),
            (SLOWED.0, fact(self.issues.iter().any(slows))),
            (ACTIONS_OPEN.0, fact(self.actions.iter().any(Action::is_open))),
            (REVIEW_LATE.0, fact(late)),
            (OPTIONS_CHOSEN.0, Some(Given::Many(chosen)).filter(|_| fewer && chosen != 0)),
        ];
        for (at, given) in facts {
            if let (Some(question), Some(given)) = (law.question_at(at), given)
                && let Some(answer) = Answer::to(question, given)
            {
                answers.give(answer);
            }
        }
        let decision = law.decide(&answers, &Settings::default());
        Read { plan: self, answers, decision }
    }

    /// The day that was given to a question.
    pub fn day(&self, question: usize) -> Option<NaiveDate> {
        match self.answers.to(question) {
            Some(Given::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// An issue on this plan.
    pub fn issue(&self, id: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }
}

impl Read<'_> {
    /// Outcomes with their levels, in the order they are shown.
    pub fn outcomes(&self) -> Vec<(&'static str, Level)> {
        let law = law_once();
        let shown = shown(law, &self.decision.rules).into_iter();
        shown.filter_map(|(at, level)| law.outcomes.get(at).map(|outcome| (outcome.id, level))).collect()
    }

    /// Whether the rules gave an outcome.
    pub fn has(&self, outcome: Id) -> bool {
        self.decision.outcomes.contains(&outcome.number())
    }

    /// Whether a question is asked.
    pub fn asked(&self, question: usize) -> bool {
        self.decision.asked.contains(&question)
    }

    /// The id of what was chosen, where the question is asked.
    pub fn one(&self, question: usize) -> String {
        self.many(question).pop().unwrap_or_default()
    }

    /// The ids of what was chosen, where the question is asked.
    pub fn many(&self, question: usize) -> Vec<String> {
        let known = law_once().question_at(question).filter(|_| self.asked(question));
        known.map(|question| self.answers.ids(question)).unwrap_or_default()
    }

    /// A real day, where the question is asked.
    pub fn day(&self, question: usize) -> Option<NaiveDate> {
        self.plan.day(question).filter(|_| self.asked(question))
    }

    /// Whether a question is asked and nothing was said, not even a day that is not real.
    pub fn is_blank(&self, question: usize) -> bool {
        let id = law_once().question_at(question).map(|question| question.id).unwrap_or_default();
        self.asked(question) && self.answers.to(question).is_none() && !self.plan.not_real.contains_key(id)
    }

    /// Whether the plan is finished.
    pub fn is_closed(&self) -> bool {
        !["", "open"].contains(&self.one(CLOSE.0).as_str())
    }

    /// Whether the person lacks capacity for this decision.
    pub fn lacks(&self) -> bool {
        self.one(CAPACITY.0) == "lacks_capacity"
    }

    /// Whether the plan is about a person.
    pub fn about_somebody(&self) -> bool {
        ["adult", "carer"].contains(&self.one(ABOUT.0).as_str())
    }

    /// Why a review is to be considered: ids of triggers.
    pub fn review_reasons(&self) -> Vec<&'static str> {
        let rows: Vec<_> = law_once().rows().collect();
        let fitted = self.decision.rules.iter().filter_map(|rule| rows.get(*rule));
        fitted.map(|(_, row)| row.id).filter(|id| id.starts_with("AP-T")).collect()
    }

    /// What was answered with "I do not know".
    pub fn unknowns(&self) -> Vec<String> {
        let law = law_once();
        let open = self.decision.find_out.iter().filter_map(|at| law.question_at(*at));
        let said = open.filter(|question| self.answers.to(question.at).is_some());
        let issues = self.plan.issues.iter().filter(|issue| issue.impact == "unknown");
        said.map(|question| question.id.to_owned())
            .chain(issues.map(|issue| format!("ap_issues[{}].impact", issue.id)))
            .collect()
    }

    /// Where an issue has got to, with its default.
    pub fn state(&self, issue: &Issue) -> String {
        match (issue.state.as_str(), self.one(CLOSE.0).as_str()) {
            ("", "achieved") => "resolved".to_owned(),
            ("", _) => "open".to_owned(),
            (state, _) => state.to_owned(),
        }
    }

    /// Suggested options for an issue.
    pub fn suggestions(&self, issue: &Issue) -> Vec<&'static str> {
        suggest::options(&issue.kind, issue.impact == "stopping_progress")
    }

    /// How many days lie between today and a day that is past; nothing for one that is not.
    pub fn late(&self, due: &Written) -> Option<i64> {
        let (today, due) = (self.plan.today?, due.day()?);
        Some(between(due, today)).filter(|days| *days > 0)
    }
}
