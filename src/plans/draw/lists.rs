//! The lists of issues and of actions: added, opened, put in another order, removed.

use super::Seen;
use super::section::{page, questions};
use crate::plans::msg::Msg;
use crate::plans::place::{ACTIONS, ISSUES, PEOPLE, Place};
use crate::plans::problems::ADD;
use crate::tools::action_planning::answers as a;
use crate::tools::action_planning::found::parts;
use crate::tools::action_planning::groups::MOST;
use crate::ui::parts::question::{error, question};
use yew::prelude::*;

/// A line of a list.
struct Line {
    id: String,
    title: String,
    more: String,
    place: Place,
}

/// What is not working.
pub fn issues(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let lines = model.issues.iter().map(|issue| Line {
        id: issue.id.clone(),
        title: model.issue_title(&issue.id),
        more: issue.description.trim().to_owned(),
        place: Place::Issue(issue.id.clone()),
    });
    let list = list(seen, "issue", lines.collect());
    // What an issue is about opens questions in an earlier section; nobody should have to find them there.
    let asked = [a::CONCERNED_RISK.0, a::CONCERNED_INVOLVED.0];
    let mut wrong = model.problems_here(seen.read);
    if model.tried {
        let of_people = model.wrong(seen.read).into_iter().map(|found| model.problem(&found));
        wrong.extend(
            of_people.filter(|problem| ["ap_concerned_risk", "ap_concerned_involved"].contains(&problem.about)),
        );
    }
    let about =
        questions(seen, PEOPLE).into_iter().filter(|view| asked.contains(&view.at) && !model.issues.is_empty());
    let about: Vec<Html> =
        about.map(|view| question(&model.desk.words, &seen.act.answers(), &view, &wrong)).collect();
    page(seen, ISSUES, &wrong, html! { <>{ list }<div class="ct-section">{ for about }</div></> })
}

/// The agreed actions.
pub fn actions(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let lines = seen.read.plan.actions.iter().map(|action| Line {
        id: action.id.clone(),
        title: model.action_title(action),
        more: format!("{}. {}", model.owner(action), model.stands(seen.read, action)),
        place: Place::Action(action.id.clone()),
    });
    let list = list(seen, "action", lines.collect());
    page(seen, ACTIONS, &model.problems_here(seen.read), list)
}

fn list(seen: Seen<'_>, group: &'static str, lines: Vec<Line>) -> Html {
    let model = seen.model;
    let phrase = |end: &str| format!("plan.{group}.{end}");
    let wrong = model.problems_here(seen.read);
    let missing = wrong.iter().find(|problem| problem.about == ADD);
    let count = lines.len();
    let most = if group == "issue" { MOST.0 } else { MOST.1 };
    let add = if count == 0 { "add_first" } else { "add" };
    html! {
        <div class="ct-section">
            if let Some(missing) = missing { { error(&model.desk.words, &format!("ct-{ADD}-error"), &missing.text) } }
            if count == 0 { <p class="ct-prose">{ seen.say(&phrase("none")) }</p> }
            if count > 0 {
                <ol class="ct-plain-list">
                    { for lines.into_iter().enumerate().map(|(at, line)| row(seen, line, at, count)) }
                </ol>
            }
            if count >= most {
                <p class="ct-prose">{ model.fill("plan.no_more", &[("most", &most.to_string())]) }</p>
            } else if !model.complete {
                <div class="ct-buttons">
                    <button type="button" class="ct-button" id={format!("ct-{ADD}")} aria-describedby={missing.map(|_| format!("ct-{ADD}-error"))} onclick={seen.act.press(Msg::Add(group))}>{ seen.say(&phrase(add)) }</button>
                </div>
            }
        </div>
    }
}

fn row(seen: Seen<'_>, line: Line, at: usize, of: usize) -> Html {
    let model = seen.model;
    let Line { id, title, more, place } = line;
    let missing = model.wrong(seen.read).iter().any(|found| parts(&found.at).is_some_and(|(_, item, _)| item == id));
    let button = |phrase: &str, control: String, msg: Msg| {
        html! {
            <button type="button" class="ct-link ct-link--button" id={control} onclick={seen.act.press(msg)}>
                { seen.say(phrase) }<span class="ct-hidden">{ format!(": {id}") }</span>
            </button>
        }
    };
    let open = if model.complete { "plan.look" } else { "change_answer" };
    html! {
        <li class="ct-do" key={id.clone()} id={format!("ct-item-{id}")} tabindex="-1">
            <p class="ct-do__what">{ title }</p>
            <p class="ct-do__more ct-soft ct-small ct-clamp">{ more }</p>
            <p class="ct-links">
                if missing { <span class="ct-tag ct-tag--open">{ seen.say("plan.tasks.missing") }</span> }
                { button(open, format!("ct-open-{id}"), Msg::Go(place)) }
                if !model.complete {
                    if at > 0 { { button("plan.up", format!("ct-up-{id}"), Msg::Move(id.clone(), true)) } }
                    if at + 1 < of { { button("plan.down", format!("ct-down-{id}"), Msg::Move(id.clone(), false)) } }
                    { button("plan.remove", format!("ct-remove-{id}"), Msg::Remove(id.clone())) }
                }
            </p>
        </li>
    }
}
