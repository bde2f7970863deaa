//! How supervision looks.

mod agenda;
mod alike;
mod audit;
mod challenge;
mod compare;
mod countersign;
mod frame;
mod record;
mod reflect;
mod table;
mod verify;
mod what_if;

use super::app::Act;
use super::held::Held;
use super::model::{Model, Place};
use super::several;
use crate::ui::cover::Cover;
use yew::prelude::*;

/// What every part may use.
#[derive(Clone, Copy)]
struct Seen<'a> {
    model: &'a Model,
    act: &'a Act,
    level: u8,
}

impl<'a> Seen<'a> {
    fn say(&self, phrase: &str) -> String {
        self.model.say(phrase)
    }

    fn held(&self, at: usize) -> Option<&'a Held> {
        self.model.records.get(at)
    }
}

/// The whole.
pub fn draw(model: &Model, act: &Act, level: u8) -> Html {
    let seen = Seen { model, act, level };
    if let Cover::Covered(until) = &model.cover {
        return frame::covered(seen, until);
    }
    let here = match (model.verify, model.place) {
        (true, _) => verify::verify(seen),
        (false, Place::Agenda) => agenda::agenda(seen),
        (false, Place::Record(at)) => record::record(seen, at),
        (false, Place::Compare(earlier, later)) => compare::compare(seen, earlier, later),
        (false, Place::WhatIf) => what_if::what_if(seen),
        (false, Place::Alike) => alike::alike(seen),
    };
    // On every printed page, so that nobody takes a draft, or what was replaced, for the decision.
    let mark = model.here().map(|held| seen.say(&format!("status_is.{}", several::status(model, held))));
    html! {
        <section class="ct-widget" part="widget" aria-labelledby="ct-title" data-ct-mark={mark}>
            { frame::header(seen) }
            { frame::notices(seen) }
            <p class={if model.said.is_empty() { "ct-hidden" } else { "ct-said ct-noprint" }} role="status" id="ct-said">{ model.said.clone() }</p>
            { here }
            { frame::end(seen) }
        </section>
    }
}
