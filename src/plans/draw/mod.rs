//! How a plan looks: where somebody stands, and what stays in sight.

mod check;
mod exports;
mod follow;
mod frame;
mod item;
mod lists;
mod outcomes;
mod picture;
mod report;
mod section;
mod warnings;

use super::app::Act;
use super::model::Model;
use super::place::{ACTIONS, ISSUES, Place, SAFETY};
use crate::tools::action_planning::plan::Read;
use crate::ui::cover::Cover;
use yew::prelude::*;

/// What every part may use.
#[derive(Clone, Copy)]
struct Seen<'a> {
    model: &'a Model,
    read: &'a Read<'a>,
    act: &'a Act,
    level: u8,
}

impl Seen<'_> {
    fn say(&self, phrase: &str) -> String {
        self.model.say(phrase)
    }

    /// The words for how far it has got.
    fn stage(&self) -> &'static str {
        match (self.model.is_replaced(), self.model.complete) {
            (true, _) => "replaced",
            (false, true) => "complete",
            (false, false) => "draft",
        }
    }
}

/// The whole.
pub fn draw(model: &Model, act: &Act, level: u8) -> Html {
    let plan = model.plan();
    let read = plan.read();
    let seen = Seen { model, read: &read, act, level };
    if let Cover::Covered(until) = &model.cover {
        return frame::covered(seen, until);
    }
    let here = match &model.place {
        Place::Tasks => frame::tasks(seen),
        Place::Section(ISSUES) => lists::issues(seen),
        Place::Section(ACTIONS) => lists::actions(seen),
        Place::Section(at) => section::section(seen, *at),
        Place::Issue(id) => item::issue(seen, id),
        Place::Action(id) => item::action(seen, id),
        Place::Check => check::check(seen),
        Place::Result => outcomes::result(seen),
        Place::Follow => follow::follow(seen),
        Place::Report(id) => report::report(seen, id),
    };
    html! {
        <section class="ct-widget" part="widget" aria-labelledby="ct-title" data-ct-mark={seen.say(seen.stage())}>
            { frame::header(seen) }
            { frame::notices(seen) }
            // In the safety check itself they stand below the questions, so that nothing above an answer moves.
            if model.place != Place::Section(SAFETY) { <div class="ct-noprint">{ frame::pinned(seen) }</div> }
            <p class={if model.said.is_empty() { "ct-hidden" } else { "ct-said ct-noprint" }} role="status" id="ct-said">{ spoken(seen) }</p>
            { frame::undo(seen) }
            { frame::parts(seen) }
            { here }
        </section>
    }
}

/// What people who do not see the screen are told: the last thing that was done, or what follows so far.
fn spoken(seen: Seen<'_>) -> String {
    match (&seen.model.place, seen.model.said.is_empty()) {
        (_, false) => seen.model.said.clone(),
        (Place::Section(_), true) if !seen.model.is_fresh() => section::panel_of(seen).spoken,
        _ => String::new(),
    }
}
