//! Which different answer would have changed the outcomes.

use super::answers::{Answer, Answers, Given};
use super::condition::{Apart, Cond, Count, Span, When};
use super::dates;
use super::law::{Law, Settings};
use super::question::{Question, Shape};
use super::reading::{Reader, Reading};
use chrono::{Days, NaiveDate};

/// One different answer, or two together, and what it would alter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The different answers.
    pub answers: Vec<Answer>,
    /// Outcomes that would then hold and do not now, in the order they are shown.
    pub gains: Vec<usize>,
    /// Outcomes that hold now and would then not, in the order they are shown.
    pub loses: Vec<usize>,
}

/// Every change that alters the outcomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Single answers; where there are none, pairs.
    pub changes: Vec<Change>,
    /// Asked questions of which no single answer changes the outcomes, in question order.
    pub same: Vec<usize>,
}

impl Law {
    /// Every single different answer that would change the outcomes; pairs only where no single one does.
    pub fn what_if(&self, answers: &Answers, settings: &Settings) -> WhatIf {
        let now = self.decide(answers, settings).outcomes;
        let alternatives: Vec<Answer> =
            self.asked(answers, settings).into_iter().flat_map(|q| self.alternatives(q, answers, settings)).collect();
        let mut what_if = WhatIf::default();
        for answer in &alternatives {
            what_if.changes.extend(self.change(answers, settings, &now, &[*answer]));
        }
        let changing: Vec<usize> =
            what_if.changes.iter().flat_map(|change| change.answers.iter().map(Answer::question)).collect();
        what_if.same =
            self.asked(answers, settings).iter().map(|q| q.at).filter(|at| !changing.contains(at)).collect();
        if what_if.changes.is_empty() {
            for (at, first) in alternatives.iter().enumerate() {
                for second in alternatives.iter().skip(at + 1).filter(|a| a.question() != first.question()) {
                    what_if.changes.extend(self.change(answers, settings, &now, &[*first, *second]));
                }
            }
        }
        what_if
    }

    /// The last days on which a rule still finds this question's day near.
    fn deadlines(&self, question: usize, settings: &Settings) -> Vec<NaiveDate> {
        let mut near = Vec::new();
        for (_, row) in self.rows() {
            row.when.each(&mut |condition| {
                if let Cond::Apart(Apart { from: When::Today, to: When::Answer(at), span: Span::AtMost(count) }) =
                    condition
                    && *at == question
                    && let Count::Days(days) = count
                    && let Some(today) = settings.today
                {
                    near.push(dates::numbered(dates::number(today) + days));
                }
            });
        }
        near
    }

    /// The numbers from which on a rule fits, and those just below.
    fn thresholds(&self, question: usize, settings: &Settings) -> Vec<u16> {
        let mut numbers: Vec<u16> = Vec::new();
        for (_, row) in self.rows() {
            row.when.each(&mut |condition| {
                if let Cond::AtLeast(at, count) = condition
                    && *at == question
                    && let Some(number) = count.value(&settings.counts)
                {
                    let near = [Some(number), number.checked_sub(1)].into_iter().flatten();
                    numbers.extend(near.filter_map(|number| u16::try_from(number).ok()));
                }
            });
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn asked(&self, answers: &Answers, settings: &Settings) -> Vec<&Question> {
        let mut reader = Reader::new(self, answers, settings, Reading::AsItStands);
        reader.visible().into_iter().filter_map(|at| self.question_at(at)).filter(|it| !it.subject).collect()
    }

    fn change(&self, answers: &Answers, settings: &Settings, now: &[usize], different: &[Answer]) -> Option<Change> {
        let then = different.iter().fold(answers.clone(), |sheet, answer| sheet.with(*answer));
        let then = self.decide(&then, settings).outcomes;
        let without = |these: &[usize], those: &[usize]| -> Vec<usize> {
            these.iter().copied().filter(|outcome| !those.contains(outcome)).collect()
        };
        let change = Change { answers: different.to_vec(), gains: without(&then, now), loses: without(now, &then) };
        (!change.gains.is_empty() || !change.loses.is_empty()).then_some(change)
    }

    /// Every other thing that could be said to a question in one step.
    fn alternatives(&self, question: &Question, answers: &Answers, settings: &Settings) -> Vec<Answer> {
        let said = answers.to(question.at);
        let answer = |given| Answer::new(question.at, given);
        match question.shape {
            Shape::One => {
                let stays = match said {
                    Some(Given::One(choice)) => 1 << choice,
                    _ => question.not_known(),
                };
                let others = (0..question.choices.len()).filter(|choice| stays & (1 << choice) == 0);
                others.map(|choice| answer(Given::One(choice))).collect()
            }
            Shape::Many => {
                let mut reader = Reader::new(self, answers, settings, Reading::AsItStands);
                let now = match said {
                    Some(Given::Many(mask)) => mask,
                    _ => 0,
                };
                // A tick that does not fit can still be taken away.
                let usable =
                    (0..question.choices.len()).filter(|c| now & (1 << c) != 0 || reader.fits(question.at, *c));
                usable.map(|choice| answer(Given::Many(question.toggled(now, choice)))).collect()
            }
            Shape::Number => {
                let others = self.thresholds(question.at, settings).into_iter().map(Given::Number);
                others.filter(|other| said != Some(*other)).map(answer).collect()
            }
            Shape::Day => {
                // Only a day on the other side of a boundary can change anything.
                let day = match said {
                    Some(Given::Day(day)) => Some(day),
                    _ => None,
                };
                let boundaries = self.boundaries(settings).into_iter();
                let other_side = boundaries.filter_map(|boundary| match day {
                    Some(day) if day >= boundary => boundary.checked_sub_days(Days::new(1)),
                    _ => Some(boundary),
                });
                let mut days: Vec<NaiveDate> = other_side.collect();
                for boundary in self.deadlines(question.at, settings) {
                    for day in [boundary, boundary.checked_add_days(Days::new(1)).unwrap_or(boundary)] {
                        if !days.contains(&day) && said != Some(Given::Day(day)) {
                            days.push(day);
                        }
                    }
                }
                days.into_iter().map(|day| answer(Given::Day(day))).collect()
            }
        }
    }
}

impl Question {
    /// The ticks after a choice is pressed: a choice that excludes the others unticks them, and the other way round.
    pub fn toggled(&self, ticks: u32, choice: usize) -> u32 {
        let bit = 1 << choice;
        if ticks & bit != 0 {
            ticks & !bit
        } else if self.alone() & bit != 0 {
            bit
        } else {
            (ticks & !self.alone()) | bit
        }
    }
}
