//! Bands, days and what to find out first, beside the result for one referral.

use super::answers::{RECEIVED, SAFETY};
use super::bands::{BASE_BAND, Band, List, QUEUE_BAND};
use super::facts::Facts;
use super::place::Placer;
use super::timescales::Timescales;
use crate::engine::{Answers, Choices, Law, Settings, Sheet, dates};
use crate::tools::{Figure, FigureValue};

/// The ids, in the order shown.
pub const IDS: &[&str] =
    &["band", "queue_band", "range", "missing", "wait", "due", "lifted_on", "order_due", "next_contact"];

/// The figures of a referral; none for one that is no longer waiting, and no days where today is not known.
pub fn of(law: &Law, answers: &Answers, settings: &Settings) -> Vec<Figure> {
    let Some(today) = settings.today else { return Vec::new() };
    let times = Timescales::of(settings);
    let facts = Facts::from_answers("-", law, answers);
    let mut placer = Placer::new(law, &times, settings, today);
    let place = placer.place(&facts);
    if place.list == List::Closed {
        return Vec::new();
    }
    let mut figures = Vec::new();
    let mut figure = |id, value| figures.push(Figure { id, value });
    let bands = |table, from: Band, to: Band| FigureValue::Findings(table, from.number(), to.number());
    figure("band", bands(BASE_BAND.number(), place.base, place.base));
    if place.queue != place.base {
        figure("queue_band", bands(QUEUE_BAND.number(), place.queue, place.queue));
    }
    let missing = facts.missing();
    if !missing.is_empty() {
        let (most, least) = placer.range(&facts, place.base);
        figure("range", bands(BASE_BAND.number(), most, least));
        let (safety, others) = missing.into_iter().partition(|at| SAFETY.contains(at));
        figure("missing", FigureValue::Questions(safety, others));
    }
    let now = dates::number(today);
    let day = |day: i32| FigureValue::Day(dates::numbered(day));
    let by = |day: i32| FigureValue::Late(dates::numbered(day), now - day);
    if let (Some(wait), Some(due), Some(order), Some(contact)) =
        (place.wait, place.due, place.order_due, place.next_contact)
    {
        figure("wait", FigureValue::Days(wait));
        figure("due", by(due));
        if let (Some(after), Some(received)) = (times.lift(place.base, place.queue), facts.day(RECEIVED.0))
            && place.queue != place.base
        {
            figure("lifted_on", day(received + after));
            figure("order_due", day(order));
        }
        figure("next_contact", by(contact));
    }
    figures
}
