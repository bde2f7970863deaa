//! What a manager must see before the list: danger, open questions, the senior manager's panel, real waits.

use super::app::Act;
use super::model::{Model, Shown};
use super::msg::Msg;
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::monitoring::RealWait;
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// How many references are named before "and so many more".
const NAMED: usize = 12;

/// The notices above the list.
pub fn notices(model: &Model, act: &Act) -> Html {
    let lists = model.list.lists();
    html! {
        <div class="ct-stack">
            if !lists.act_now.is_empty() { { act_now(model, act) } }
            if !lists.needs_triage.is_empty() { { named(model, act, "list.triage", &lists.needs_triage, Shown::NeedsTriage, Mark::Now) } }
            if !lists.data_problem.is_empty() { { named(model, act, "list.problems", &lists.data_problem, Shown::DataProblem, Mark::Warn) } }
            { senior_manager(model, act) }
        </div>
    }
}

/// Rows with a fault in which it can be read that somebody must act now, each with why and what to do.
fn act_now(model: &Model, act: &Act) -> Html {
    let placer = model.list.placer();
    let rows = model.list.lists().act_now.iter().filter_map(|at| model.list.entry(*at).map(|entry| (*at, entry)));
    let item = |(at, entry): (u32, &crate::tools::allocation::list::Entry)| {
        let until = "act_find_out_soon";
        let actions = placer.actions(&entry.place);
        let last = actions.iter().position(|id| *id == "act_reprioritise").unwrap_or(actions.len());
        let actions = actions.iter().take(last).filter(|id| {
            **id == until || !["act_contact_due", "act_escalate", "act_tell_person", "act_wait_well"].contains(id)
        });
        let actions: Vec<String> =
            actions.map(|id| model.desk.words.of("outcomes", id, "heading").to_owned()).collect();
        html! {
            <li key={at}>
                { open(model, act, at) }{ " " }<strong class="ct-strong">{ model.why(entry) }</strong>{ ". " }
                { actions.join(". ") }{ ". " }<span class="ct-soft">{ model.problem(entry) }</span>
            </li>
        }
    };
    html! {
        <div class="ct-notice ct-notice--now" id="ct-act-now">
            { mark(Mark::Now) }
            <div><p class="ct-notice__title">{ model.say("list.act_now") }</p><ul>{ for rows.map(item) }</ul></div>
        </div>
    }
}

fn named(model: &Model, act: &Act, phrase: &str, rows: &[u32], shown: Shown, sign: Mark) -> Html {
    let count = rows.len().to_string();
    let title = model.fill(phrase, &[("n", &count)]);
    let more = rows.len().saturating_sub(NAMED);
    html! {
        <div class="ct-notice ct-notice--warn" id={format!("ct-notice-{}", shown.id())}>
            { mark(sign) }
            <div>
                <p class="ct-notice__title">{ title }</p>
                <p>
                    { for rows.iter().take(NAMED).map(|at| html! { <>{ open(model, act, *at) }{ " " }</> }) }
                    if more > 0 { { model.fill("list.more", &[("n", &more.to_string())]) } }
                </p>
                <p><button type="button" class="ct-link ct-link--button" onclick={act.press(Msg::Show(shown))}>
                    { model.say("list.show_all") }<span class="ct-hidden">{ format!(": {}", model.say(&format!("list.shown.{}", shown.id()))) }</span>
                </button></p>
            </div>
        </div>
    }
}

/// A reference that opens its row.
pub fn open(model: &Model, act: &Act, at: u32) -> Html {
    let reference = model.list.entry(at).map(|entry| entry.facts.reference.to_string()).unwrap_or_default();
    let text = if reference.is_empty() { model.say("list.no_reference") } else { reference };
    html! { <button type="button" class="ct-link ct-link--button ct-ref" onclick={act.press(Msg::Open(at))}>{ text }</button> }
}

fn senior_manager(model: &Model, act: &Act) -> Html {
    let told = &model.seen.escalation;
    if told.today.is_empty() && told.weekly.is_empty() {
        return Html::default();
    }
    let weekly = told.weekly.iter().map(|(band, rows, longest)| {
        let least = crate::tools::allocation::timescales::of(&model.times.escalate, *band);
        let (n, least, longest) = (rows.len().to_string(), model.desk.words.days(least), model.desk.words.days(*longest));
        let name = model.band(*band);
        let gaps = [("band", name.as_str()), ("n", n.as_str()), ("least", least.as_str()), ("longest", longest.as_str())];
        let phrase = if rows.len() == 1 { "list.weekly_one" } else { "list.weekly" };
        html! {
            <details key={band.id()}><summary>{ model.fill(phrase, &gaps) }</summary>
                <p>{ for rows.iter().take(NAMED * 5).map(|at| html! { <>{ open(model, act, *at) }{ " " }</> }) }
                    if rows.len() > NAMED * 5 { { model.fill("list.more", &[("n", &(rows.len() - NAMED * 5).to_string())]) } }</p></details>
        }
    });
    let many = told.today.len().saturating_sub(NAMED * 4);
    html! {
        <section class="ct-card" id="ct-senior">
            <@{model.heading(1)} class="ct-heading ct-heading--small">{ model.say("list.senior") }</@>
            if !told.today.is_empty() {
                <p>{ model.fill("list.senior_today", &[("n", &told.today.len().to_string())]) }{ " " }
                    { for told.today.iter().take(NAMED * 4).map(|at| html! { <>{ open(model, act, *at) }{ " " }</> }) }
                    if many > 0 { { model.fill("list.more", &[("n", &many.to_string())]) } }</p>
            }
            if !told.weekly.is_empty() { <p>{ model.say("list.senior_weekly") }</p> }
            { for weekly }
        </section>
    }
}

/// The real wait beside each target, and whether the list grows.
pub fn waits(model: &Model) -> Html {
    let (waits, left_out) = model.seen.waits;
    let lines = Band::ALL.into_iter().zip(waits).map(|(band, wait)| {
        let target = crate::tools::allocation::timescales::of(&model.times.target, band);
        let days = |days: i32| model.desk.words.days(days);
        let said = |phrase: &str, people: usize, middle: i32, longest: i32| {
            let (n, middle, longest) = (people.to_string(), days(middle), days(longest));
            let phrase = if people == 1 { format!("{phrase}_one") } else { phrase.to_owned() };
            model.fill(&phrase, &[("n", &n), ("middle", &middle), ("longest", &longest)])
        };
        let text = match wait {
            RealWait::Allocated(n, middle, longest) => said("list.wait_allocated", n, middle, longest),
            RealWait::Waiting(n, middle, longest) => said("list.wait_waiting", n, middle, longest),
            RealWait::Nobody => model.say("list.wait_nobody"),
        };
        let target = model.fill("list.target", &[("days", &days(target))]);
        html! { <div class="ct-rows__row" key={band.id()}><dt class="ct-rows__name">{ model.band(band) }</dt><dd class="ct-rows__said">{ target }{ " " }{ text }</dd></div> }
    });
    let (growth, not_used) = model.seen.growth;
    let grows = match growth {
        None => model.say("list.growth_unknown"),
        Some((came, went)) => {
            let (more, phrase) = match came.cmp(&went) {
                std::cmp::Ordering::Greater => (came - went, "list.growing"),
                std::cmp::Ordering::Less => (went - came, "list.shrinking"),
                std::cmp::Ordering::Equal => (0, "list.even"),
            };
            let (came, went, more) = (came.to_string(), went.to_string(), more.to_string());
            model.fill(phrase, &[("came", &came), ("went", &went), ("more", &more)])
        }
    };
    let out = |phrase: &str, n: usize| {
        (n > 0).then(|| html! { <p class="ct-soft ct-small">{ model.fill(phrase, &[("n", &n.to_string())]) }</p> })
    };
    html! {
        <section class="ct-section" id="ct-waits">
            <@{model.heading(1)} class="ct-heading ct-heading--small">{ model.say("list.waits") }</@>
            <dl class="ct-rows">{ for lines }</dl>
            { for out("list.waits_left_out", left_out) }
            <p class="ct-below">{ grows }</p>
            { for out("list.growth_left_out", not_used) }
        </section>
    }
}
