//! Where the actions have got to: what is late or due, what was reported, and whether a review is due.

use super::outcomes::paper;
use super::section::questions;
use super::{Seen, exports, frame, picture, warnings};
use crate::plans::msg::Msg;
use crate::plans::place::{ACTIONS, CLOSING, MONITORING, Place};
use crate::record::said::sentence;
use crate::tools::action_planning::answers as a;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::progress::Status;
use crate::ui::parts::heading::{heading, step_heading};
use crate::ui::parts::question::question;
use crate::ui::parts::section::problems;
use yew::prelude::*;

/// Draws the page.
pub fn follow(seen: Seen<'_>) -> Html {
    let model = seen.model;
    if seen.read.plan.actions.is_empty() {
        return html! {
            <>
                { step_heading(seen.level, "ct-outcome__title", seen.say("plan.follow.nothing")) }
                <p class="ct-prose">{ seen.say("plan.follow.nothing_text") }</p>
                { frame::open_file(seen) }
            </>
        };
    }
    // On paper the plan itself comes first, and after it the picture.
    html! {
        <>
            <div class="ct-noprint">{ wrong(seen) }{ head(seen) }{ since(seen) }{ in_supervision(seen) }{ actions(seen) }</div>
            { paper(seen) }
            { picture::timeline(seen) }
            <div class="ct-noprint">
                { review(seen) }
                { issues(seen) }
                { warnings::warnings(seen) }
                { checks(seen) }
                { exports::keep(seen) }
                if model.complete { { frame::open_file(seen) } }
            </div>
        </>
    }
}

/// What has to be put right, such as a day in an opened file that is none.
fn wrong(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let wrong: Vec<_> = model.wrong(seen.read).iter().map(|found| model.problem(found)).collect();
    problems(&model.desk.words, seen.level, &seen.act.answers(), &wrong)
}

/// Counts first, what is late before what is done.
fn head(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let counts = seen.read.counts();
    let today = seen.read.plan.actions.iter().filter(|action| seen.read.status(action) == Status::DueToday).count();
    let count = |phrase: &str, n: usize| (n > 0).then(|| model.fill(phrase, &[("n", &n.to_string())]));
    let (done, total) = (counts.done.to_string(), (counts.total - counts.stopped).to_string());
    let parts = [
        count("plan.follow.overdue", counts.overdue),
        count("plan.follow.today", today),
        Some(model.fill("plan.follow.done", &[("done", &done), ("total", &total)])),
        count("plan.follow.stopped", counts.stopped),
    ];
    let title = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let next = counts.next_due.map(|day| {
        let which: Vec<String> = seen
            .read
            .plan
            .actions
            .iter()
            .filter(|action| action.is_open() && action.due.day() == Some(day))
            .map(|action| action.id.clone())
            .chain((seen.read.day(a::REVIEW_DATE.0) == Some(day)).then(|| seen.say("plan.follow.the_review")))
            .collect();
        let when = if model.today == Some(day) { seen.say("plan.follow.is_today") } else { model.day(day) };
        model.fill("plan.follow.next", &[("day", &when), ("which", &which.join(", "))])
    });
    let review = seen.read.day(a::REVIEW_DATE.0).filter(|_| !seen.read.is_closed());
    let review = review.map(|day| model.fill("plan.follow.reviewed_on", &[("day", &model.day(day))]));
    let closed = seen.read.is_closed().then(|| seen.say("plan.follow.closed"));
    let text: Vec<String> = [next, review, closed].into_iter().flatten().collect();
    html! {
        <>
            { step_heading(seen.level, "ct-outcome__title", title) }
            <p class="ct-outcome__text">{ text.join(" ") }</p>
        </>
    }
}

/// What has changed since the plan was last saved.
fn since(seen: Seen<'_>) -> Html {
    let Some(last) = &seen.model.last else { return Html::default() };
    let lines = seen.model.since();
    let title = seen.model.fill("plan.since", &[("day", &seen.model.day(last.on))]);
    html! {
        <section class="ct-block" id="ct-since">
            { heading(seen.level, 2, "ct-heading ct-heading--small", title) }
            if lines.is_empty() {
                <p class="ct-prose">{ seen.say("plan.since_nothing") }</p>
            } else {
                <div class="ct-prose"><ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul></div>
            }
        </section>
    }
}

/// What was said about the plan in supervision.
fn in_supervision(seen: Seen<'_>) -> Html {
    let entries = seen.model.sealed.as_ref().map(|sealed| sealed.list_at("supervision")).unwrap_or_default();
    if entries.is_empty() {
        return Html::default();
    }
    let desk = &seen.model.desk;
    let name = |id: &str| desk.tool.law.question(id).map_or_else(|| id.to_owned(), |it| desk.name(it).to_owned());
    html! {
        <section class="ct-block" id="ct-in-supervision">
            { heading(seen.level, 2, "ct-heading ct-heading--small", seen.say("reopen.said")) }
            <div class="ct-prose"><ul>
                { for entries.iter().map(|entry| html! { <li>{ sentence(entry, &desk.words, name) }</li> }) }
            </ul></div>
        </section>
    }
}

/// The actions, what is late first.
fn actions(seen: Seen<'_>) -> Html {
    let mut list: Vec<&Action> = seen.read.plan.actions.iter().collect();
    list.sort_by_key(|action| (order(seen.read.status(action)), action.due.day()));
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("actions")) }
            <ol class="ct-plain-list">{ for list.into_iter().map(|action| action_row(seen, action)) }</ol>
            if !seen.model.complete {
                <div class="ct-buttons ct-buttons--tight ct-noprint">
                    <button type="button" class="ct-button" onclick={seen.act.press(Msg::Go(Place::Section(ACTIONS)))}>{ seen.say("plan.follow.change_actions") }</button>
                </div>
            }
        </section>
    }
}

fn order(status: Status) -> u8 {
    match status {
        Status::Overdue => 0,
        Status::DueToday => 1,
        Status::DueSoon => 2,
        Status::Upcoming => 3,
        Status::NoDate => 4,
        Status::Done | Status::DoneLate => 5,
        Status::Stopped => 6,
    }
}

fn action_row(seen: Seen<'_>, action: &Action) -> Html {
    let model = seen.model;
    let status = seen.read.status(action);
    let (class, tag) = match status {
        Status::Overdue => ("ct-tag ct-tag--solid", status.id()),
        Status::DueToday => ("ct-tag ct-tag--now", status.id()),
        Status::Done | Status::DoneLate => ("ct-tag ct-tag--ok", status.id()),
        Status::Stopped => ("ct-tag ct-tag--plain", status.id()),
        _ if action.status == "in_progress" => ("ct-tag", "in_progress"),
        Status::NoDate => ("ct-tag ct-tag--open", status.id()),
        _ => ("ct-tag ct-tag--open", "not_started"),
    };
    let tag = match tag {
        "in_progress" => model.choice("action", "status", "in_progress"),
        tag => model.at(&format!("status.{tag}")),
    };
    let day = match status {
        Status::Done | Status::DoneLate => action.done_on.day(),
        _ => action.due.day(),
    };
    let id = action.id.clone();
    html! {
        <li class="ct-do" key={id.clone()} id={format!("ct-follow-{id}")}>
            <p class="ct-do__what">{ model.action_title(action) }</p>
            <p class="ct-do__more ct-soft ct-small">{ format!("{}. {}.{}", model.owner(action), model.stands(seen.read, action).trim_end_matches('.'), moved(seen, action)) }</p>
            <p class="ct-do__when">
                <span {class}>{ tag }</span>{ " " }<span class="ct-do__by">{ day.map(|day| model.short_day(day)).unwrap_or_default() }</span>
                <button type="button" class="ct-link ct-link--button ct-noprint" id={format!("ct-report-{id}")} onclick={seen.act.press(Msg::Go(Place::Report(id.clone())))}>
                    { seen.say("plan.follow.update") }<span class="ct-hidden">{ format!(": {id}") }</span>
                </button>
            </p>
            { updates(seen, action) }
        </li>
    }
}

/// How often its day was moved, and from which.
fn moved(seen: Seen<'_>, action: &Action) -> String {
    let model = seen.model;
    let Some(agreed) = model.action(&action.id) else { return String::new() };
    let moves = action.moves(agreed);
    let Some(first) = moves.first().and_then(|moved| moved.from.day()) else { return String::new() };
    let gaps = [("n", moves.len().to_string()), ("day", model.day(first))];
    let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let phrase = if moves.len() == 1 { "plan.follow.moved_once" } else { "plan.follow.moved" };
    format!(" {}", model.fill(phrase, &gaps))
}

/// The reports on an action, the newest first.
fn updates(seen: Seen<'_>, action: &Action) -> Html {
    if action.progress.is_empty() {
        return Html::default();
    }
    let model = seen.model;
    let mut entries: Vec<_> = action.progress.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.on.day(), entry.number)));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| model.day(day)).unwrap_or_default();
    html! {
        <dl class="ct-rows ct-rows--plain ct-do__below" aria-label={model.fill("plan.follow.updates", &[("id", &action.id)])}>
            { for entries.into_iter().map(|entry| html! {
                <div class="ct-rows__row" key={entry.number}>
                    <dt class="ct-rows__key">{ day(entry.on.day()) }</dt>
                    <dd class="ct-rows__value ct-rows__value--text">
                        <strong class="ct-strong">{ format!("{}.", model.choice("progress", "rating", &entry.rating)) }</strong>
                        if !entry.note.trim().is_empty() { { " " }{ entry.note.trim().to_owned() } }
                        if !entry.status.is_empty() { { " " }{ model.fill("plan.follow.now", &[("status", &model.choice("progress", "status", &entry.status))]) } }
                        if let Some(due) = entry.due.day() {
                            { " " }{ model.fill("plan.follow.moved_to", &[("day", &model.day(due)), ("why", entry.due_reason.trim())]) }
                        }
                    </dd>
                </div>
            }) }
        </dl>
    }
}

/// The factual checks of every open action, in words.
fn checks(seen: Seen<'_>) -> Html {
    let open: Vec<&Action> = seen.read.plan.actions.iter().filter(|action| action.is_open()).collect();
    let letters = ["S", "M", "A", "R", "T"];
    let name = |letter: &str| seen.say(&format!("plan.smart.{letter}"));
    if open.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("plan.checks_all")) }
            <p class="ct-prose ct-soft">{ seen.say("plan.checks_lead") }</p>
            <table class="ct-table ct-table--stack" aria-label={seen.say("plan.checks_all")}>
                <thead class="ct-table__top"><tr>
                    <th class="ct-table__head" scope="col">{ seen.say("plan.picture.action") }</th>
                    { for letters.iter().map(|letter| html! { <th class="ct-table__head" scope="col">{ name(letter) }</th> }) }
                </tr></thead>
                <tbody class="ct-table__body">
                    { for open.into_iter().map(|action| html! {
                        <tr class="ct-table__row" key={action.id.clone()}>
                            <th class="ct-table__cell ct-table__cell--key" scope="row">{ seen.model.action_title(action) }</th>
                            { for seen.read.smart(action).into_iter().map(|(letter, met)| html! {
                                <td class="ct-table__cell" data-label={name(letter)}>{ seen.say(&format!("plan.met.{}", met.id())) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

/// Whether a review is due, and the questions that say so.
fn review(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let about =
        [a::REVIEW_REQUESTED.0, a::NO_LONGER_APPROPRIATE.0, a::UNRESOLVED.0, a::OUTCOMES_MET.0, a::NEW_INFO.0];
    let views: Vec<_> = questions(seen, MONITORING).into_iter().filter(|view| about.contains(&view.at)).collect();
    let outcomes = seen.read.outcomes();
    let due: Vec<&str> = outcomes
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| ["AP-O-REVIEW-CONSIDER", "AP-O-REVIEW-OVERDUE"].contains(id))
        .collect();
    html! {
        <section class="ct-section" id="ct-review">
            { heading(seen.level, 2, "ct-heading", seen.say("plan.follow.review")) }
            if due.is_empty() { <p class="ct-prose">{ seen.say("plan.follow.no_review") }</p> }
            { for due.into_iter().map(|id| html! {
                <div class="ct-block ct-block--now" key={id}>
                    <p class="ct-strong">{ model.at(&format!("outcomes.{id}.heading")) }</p>
                    <p class="ct-prose">{ model.at(&format!("outcomes.{id}.explanation")) }{ " " }{ model.at(&format!("outcomes.{id}.must.0")) }</p>
                    if id == "AP-O-REVIEW-CONSIDER" {
                        <div class="ct-prose"><ul>{ for seen.read.review_reasons().into_iter().map(|rule| html! { <li>{ model.at(&format!("rules.{rule}")) }</li> }) }</ul></div>
                    }
                </div>
            }) }
            if model.complete {
                <div class="ct-noprint">{ for views.iter().map(|view| question(&model.desk.words, &seen.act.answers(), view, &[])) }</div>
            } else {
                <p class="ct-noprint"><button type="button" class="ct-link ct-link--button" onclick={seen.act.press(Msg::Go(Place::Section(MONITORING)))}>{ seen.say("plan.follow.to_review") }</button></p>
            }
        </section>
    }
}

/// Where the issues have got to, and the way to close the plan.
fn issues(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let rows = model.issues.iter().map(|issue| {
        let id = issue.id.clone();
        let state = seen.read.state(issue);
        html! {
            <div class="ct-rows__row" key={id.clone()}>
                <dt class="ct-rows__key">{ model.issue_title(&id) }</dt>
                <dd class="ct-rows__value">{ model.choice("issue", "state", &state) }</dd>
                <dd class="ct-rows__action">
                    <button type="button" class="ct-link ct-link--button" onclick={seen.act.press(Msg::Go(Place::Issue(id.clone())))}>
                        { seen.say("change_answer") }<span class="ct-hidden">{ format!(": {id}") }</span>
                    </button>
                </dd>
            </div>
        }
    });
    html! {
        <section class="ct-section">
            { heading(seen.level, 2, "ct-heading", seen.say("issues")) }
            <dl class="ct-rows">{ for rows }</dl>
            <div class="ct-buttons ct-noprint">
                <button type="button" class="ct-button" id="ct-to-closing" onclick={seen.act.press(Msg::Go(Place::Section(CLOSING)))}>{ seen.say("plan.follow.close") }</button>
            </div>
        </section>
    }
}
