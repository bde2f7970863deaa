//! Why A is before B.

use super::model::Model;
use crate::engine::{Sheet, dates};
use crate::tools::allocation::answers::{DEADLINE, RECEIVED};
use crate::tools::allocation::bands::{Band, List};
use crate::tools::allocation::list::Entry;
use crate::tools::allocation::pairs::{self, Step};
use yew::prelude::*;

impl Model {
    /// Why one of two rows is before the other, or which lists they are in.
    pub fn why_before(&self, one: u32, other: u32) -> String {
        let (Some(a), Some(b)) = (self.list.entry(one), self.list.entry(other)) else { return String::new() };
        let ranked = |entry: &Entry| entry.problem.is_none() && entry.place.list == List::Ranked;
        if !ranked(a) || !ranked(b) {
            let each = [(one, a), (other, b)].map(|(row, entry)| {
                let list = self.standing(row).map_or("", |(list, _)| list);
                let list = self.say(&format!("list.shown.{list}"));
                self.fill("pair.in_list", &[("ref", &entry.facts.reference), ("list", &list)])
            });
            return format!("{} {}", each.join(" "), self.say("pair.only_ranked"));
        }
        let (first, step) = pairs::compare(a, b);
        let (a, b) = if first { (a, b) } else { (b, a) };
        if step == Step::Ref {
            return self.fill("pair.ref", &[("a", &a.facts.reference), ("b", &b.facts.reference)]);
        }
        let before = self.fill("pair.before", &[("a", &a.facts.reference), ("b", &b.facts.reference)]);
        format!("{before} {}", self.step(a, b, step))
    }

    fn step(&self, a: &Entry, b: &Entry, step: Step) -> String {
        let (one, other) = (a.facts.reference.to_string(), b.facts.reference.to_string());
        let (band_a, band_b) = (self.band(a.place.queue), self.band(b.place.queue));
        let why = |entry: &Entry| lower(&self.why(entry));
        let (why_a, why_b) = (why(a), why(b));
        let wait = self.desk.words.days(a.place.wait.unwrap_or_default());
        let urgent = a.place.queue.place() < Band::High.place();
        let gaps = [
            ("a", one.as_str()),
            ("b", other.as_str()),
            ("band", band_a.as_str()),
            ("band_b", band_b.as_str()),
            ("why", why_a.as_str()),
            ("why_b", why_b.as_str()),
            ("wait", wait.as_str()),
        ];
        let same_band = self.fill("pair.both", &gaps);
        match step {
            Step::QueueBand => self.fill("pair.queue_band", &gaps),
            Step::QueueBandWaiting => self.fill("pair.queue_band_waiting", &gaps),
            Step::SeriousReason => format!("{same_band} {}", self.fill("pair.serious_reason", &gaps)),
            Step::Level(_) => {
                let level = self.fill(&format!("pair.{}", step.id()), &gaps);
                let same = self.say(if urgent { "pair.same_reason" } else { "pair.same_day" });
                format!("{same_band} {same} {level}")
            }
            Step::DueDate => format!("{same_band} {} {}", self.due_of(a), self.due_of(b)),
            Step::Received => {
                let day = |entry: &Entry| self.day(entry.facts.day(RECEIVED.0).unwrap_or_default());
                let (day_a, day_b) = (day(a), day(b));
                let gaps = [("a", one.as_str()), ("b", other.as_str()), ("day", &day_a), ("day_b", &day_b)];
                format!("{same_band} {}", self.fill("pair.received", &gaps))
            }
            Step::Ref => String::new(),
        }
    }

    /// The date by which one is put in order; for someone lifted by waiting, where that date comes from.
    fn due_of(&self, entry: &Entry) -> String {
        let place = &entry.place;
        let (due, order) = (place.due.unwrap_or_default(), place.order_due.unwrap_or_default());
        let (day, order_day) = (self.day(due), self.day(order));
        let reference = entry.facts.reference.to_string();
        let after = self.times.lift(place.base, place.queue).filter(|_| place.base != place.queue);
        let (Some(after), Some(received)) = (after, entry.facts.day(RECEIVED.0)) else {
            return self.fill("pair.due", &[("ref", &reference), ("day", &day)]);
        };
        let late = due < dates::number(self.today);
        let wait = self.desk.words.days(place.wait.unwrap_or_default());
        let (band, lifted) = (self.band(place.queue), self.day(received + after));
        let gaps = [
            ("ref", reference.as_str()),
            ("day", day.as_str()),
            ("wait", wait.as_str()),
            ("band", band.as_str()),
            ("lifted", lifted.as_str()),
            ("order", order_day.as_str()),
        ];
        let fixed = entry.facts.day(DEADLINE.0) == Some(order);
        let first = self.fill(if late { "pair.was_due" } else { "pair.is_due_lifted" }, &gaps);
        format!("{first} {}", self.fill(if fixed { "pair.fixed" } else { "pair.counts_from" }, &gaps))
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The comparison of the two chosen, or what to do to get one.
pub fn pair(model: &Model) -> Html {
    let text = match model.chosen.as_slice() {
        [one, other] => model.why_before(*one, *other),
        [one] => {
            let reference = model.list.entry(*one).map(|entry| entry.facts.reference.to_string()).unwrap_or_default();
            model.fill("pair.one_more", &[("ref", &reference)])
        }
        _ => String::new(),
    };
    html! {
        <div role="status" class="ct-below" id="ct-pair">
            if !text.is_empty() { <p class="ct-prose">{ text }</p> }
        </div>
    }
}
