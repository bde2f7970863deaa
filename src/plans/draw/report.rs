//! A report on an action being written. Once added it is never changed; a correction is a new report.

use super::Seen;
use crate::plans::msg::Msg;
use crate::plans::place::Place;
use crate::tools::action_planning::groups::{Item, Progress};
use crate::ui::parts::heading::step_heading;
use crate::ui::parts::question::question;
use crate::ui::parts::section::problems;
use yew::prelude::*;

/// Draws the page.
pub fn report(seen: Seen<'_>, id: &str) -> Html {
    let model = seen.model;
    let Some(action) = seen.read.plan.actions.iter().find(|action| action.id == id) else { return Html::default() };
    let wrong = model.problems_here(seen.read);
    let views = model.item_questions::<Progress>(&model.report, "report", |field| model.report.asks(field));
    html! {
        <div class="ct-section">
            { problems(&model.desk.words, seen.level, &seen.act.fields(), &wrong) }
            { step_heading(seen.level, "ct-heading", model.fill("plan.report.title", &[("id", id)])) }
            <p class="ct-prose">{ model.action_title(action) }</p>
            <p class="ct-prose ct-soft">{ format!("{}. {}", model.owner(action), model.stands(seen.read, action)) }</p>
            <p class="ct-prose ct-soft">{ seen.say("plan.report.lead") }</p>
            <div>{ for views.iter().map(|view| question(&model.desk.words, &seen.act.fields(), view, &wrong)) }</div>
            <div class="ct-buttons">
                <button type="button" class="ct-button ct-button--primary" id="ct-add-report" onclick={seen.act.press(Msg::AddReport)}>{ seen.say("plan.report.add") }</button>
                <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Follow))}>{ seen.say("plan.report.leave") }</button>
            </div>
        </div>
    }
}
