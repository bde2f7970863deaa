//! Who holds the case, what is missing and the days that run, beside the result.

use super::answers::*;
use super::findings::{ESCALATE, HOLDER, REPLY};
use super::outcomes::Id;
use crate::engine::{Answers, Given, Law, OutcomeId, Settings};
use crate::tools::{Figure, FigureValue};
use chrono::{Days, Months};

/// The ids, in the order shown.
pub const IDS: &[&str] = &["holder", "holds_from", "missing", "reply_by", "escalate_on", "secretary_of_state"];

/// The figures of a decision.
pub fn of(law: &Law, answers: &Answers, settings: &Settings) -> Vec<Figure> {
    let decision = law.decide(answers, settings);
    let has = |outcome: Id| decision.outcomes.contains(&outcome.number());
    let mut figures = Vec::new();
    let mut figure = |id, value| figures.push(Figure { id, value });
    if let Some(holder) = found(law, &decision.rules, HOLDER.number()) {
        figure("holder", FigureValue::Findings(HOLDER.number(), holder, holder));
    }
    let day = |question: usize| match answers.to(question) {
        Some(Given::Day(day)) if decision.asked.contains(&question) => Some(day),
        _ => None,
    };
    if let Some(from) = day(HOLDS_FROM.0) {
        figure("holds_from", FigureValue::Day(from));
    }
    let missing = missing(law, answers, settings);
    if !missing.is_empty() {
        figure("missing", FigureValue::Questions(Vec::new(), missing));
    }
    if has(Id::TwoDayReply)
        && let Some(today) = settings.today
        && let Some(Ok(within)) = settings.counts.get(REPLY).copied().flatten().map(u16::try_from)
        && let Some(by) = settings.calendar.later(today, within)
    {
        figure("reply_by", FigureValue::WorkingDay(by, settings.calendar.covers(by)));
    }
    if (has(Id::TNoReply) || has(Id::TDeclinedAskReasons))
        && !has(Id::Escalate)
        && let Some(today) = settings.today
        && let Some(after) = ESCALATE.value(&settings.counts)
    {
        let waited = match answers.to(DAYS_SINCE_ASKED.0) {
            Some(Given::Number(days)) => i32::from(days),
            _ => 0,
        };
        let left = u64::try_from(after - waited).unwrap_or_default();
        if let Some(on) = today.checked_add_days(Days::new(left)) {
            figure("escalate_on", FigureValue::Day(on));
        }
    }
    if has(Id::TOrDispute)
        && let Some(by) = day(DISPUTE_AROSE.0).and_then(|arose| arose.checked_add_months(Months::new(4)))
    {
        figure("secretary_of_state", FigureValue::Day(by));
    }
    figures
}

/// What a table found, by place.
pub fn found(law: &Law, rules: &[usize], table: usize) -> Option<usize> {
    let rows: Vec<_> = law.rows().collect();
    let mut fitted = rules.iter().filter_map(|rule| rows.get(*rule));
    fitted.find(|(known, _)| known.at == table).and_then(|(_, row)| row.finding)
}

/// What has to be found out before a transfer can be decided, in the order of the table.
pub fn missing(law: &Law, answers: &Answers, settings: &Settings) -> Vec<usize> {
    let decision = law.decide(answers, settings);
    if !decision.outcomes.contains(&Id::TFindOutFirst.number()) {
        return Vec::new();
    }
    let open = |at: &usize| decision.find_out.contains(at);
    if open(&SAFE_NOW.0) {
        return vec![SAFE_NOW.0];
    }
    let ours: Vec<usize> = [REASONS.0, OUR_FUNCTION.0, OUR_PERSON.0].into_iter().filter(open).collect();
    if ours.is_empty() { [THEIR_FUNCTION.0, THEIR_PERSON.0].into_iter().filter(open).collect() } else { ours }
}
