//! Checks of fact, each with the supervisor's view. No total, no percentage, no colour for a worker.

use super::countersign::{role, text};
use super::{Seen, frame};
use crate::supervision::audit::{Met, audit as checks};
use crate::supervision::entry::{About, closed, problems};
use crate::supervision::held::Held;
use crate::supervision::msg::Msg;
use crate::ui::parts::heading::heading;
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// Draws them.
pub fn audit(seen: Seen<'_>, held: &Held) -> Html {
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("audit.title")) }
            <p class="ct-prose ct-soft">{ seen.say("audit.lead") }</p>
            <table class="ct-table ct-table--stack ct-below" id="ct-audit">
                <caption class="ct-hidden">{ seen.say("audit.title") }</caption>
                <thead class="ct-table__top">
                    <tr>
                        <th class="ct-table__head" scope="col">{ seen.say("audit.check") }</th>
                        <th class="ct-table__head" scope="col">{ seen.say("audit.from_record") }</th>
                        <th class="ct-table__head" scope="col">{ seen.say("audit.view") }</th>
                    </tr>
                </thead>
                <tbody class="ct-table__body">
                    { for checks(held, seen.model.today).into_iter().map(|(id, met)| row(seen, held, id, met)) }
                </tbody>
            </table>
            { view(seen, held) }
        </section>
    }
}

fn row(seen: Seen<'_>, held: &Held, id: &'static str, met: Met) -> Html {
    let name = seen.say(&format!("check.{id}"));
    let sign = match met {
        Met::Yes => Mark::Ok,
        Met::No => Mark::Open,
        Met::NotApplicable => Mark::Info,
    };
    let mine = held.entries().iter().rev().find(|entry| {
        entry.get("about").is_some_and(|about| about.text_at("kind") == "check" && about.text_at("id") == id)
    });
    let disagree = seen.act.press(Msg::About(Some(About::Check(id.to_owned()))));
    html! {
        <tr class="ct-table__row" key={id}>
            <th class="ct-table__cell" scope="row">{ name.clone() }</th>
            <td class="ct-table__cell" data-label={seen.say("audit.from_record")}>
                <span class="ct-rows__value--open">{ mark(sign) }<span>{ seen.say(&format!("met.{}", met.id())) }</span></span>
            </td>
            <td class="ct-table__cell" data-label={seen.say("audit.view")}>
                if let Some(entry) = mine { <p class="ct-prose">{ seen.model.fill("audit.disagreed", &[("note", entry.text_at("note"))]) }</p> }
                if closed(held).is_none() {
                    <button type="button" class="ct-link ct-link--button ct-noprint" id={format!("ct-about-{id}")} onclick={disagree}>{ seen.say("audit.disagree") }<span class="ct-hidden">{ format!(": {name}") }</span></button>
                }
            </td>
        </tr>
    }
}

/// The note with which the supervisor disagrees.
fn view(seen: Seen<'_>, held: &Held) -> Html {
    let Some(entry) = &held.challenge else { return Html::default() };
    let Some(About::Check(id)) = &entry.about else { return Html::default() };
    let wrong = if seen.model.tried.1 { problems(held, entry, &seen.model.role) } else { Vec::new() };
    html! {
        <div class="ct-card ct-below ct-noprint" id="ct-challenged" tabindex="-1" role="group" aria-label={seen.say("audit.title")}>
            { frame::challenge_problems(seen, &wrong) }
            { heading(seen.level, 3, "ct-card__title", seen.say(&format!("check.{id}"))) }
            { text(seen, "challenge", "note", "audit.note", "", &entry.note, &wrong, Msg::Challenged) }
            { role(seen, "ct-challenge-role", &wrong) }
            <div class="ct-buttons ct-buttons--tight">
                <button type="button" class="ct-button ct-button--primary" onclick={seen.act.press(Msg::AddChallenge)}>{ seen.say("audit.add") }</button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::About(None))}>{ seen.say("challenge.leave") }</button>
            </div>
        </div>
    }
}
