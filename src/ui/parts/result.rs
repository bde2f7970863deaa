//! The result: what must happen now, what may not yet, why, and what would change it.

use super::figures::figures;
use super::heading::{heading, step_heading};
use super::keep;
use super::mark::{Mark, mark};
use super::section::guidance;
use super::signing;
use super::teams::{TeamList, TeamPhrases};
use crate::engine::Kind;
use crate::sheet::Link;
use crate::sheet::report::{ChangeText, FindOut, OutcomeText, ReasonText, Report, WarningText};
use crate::ui::form::View;
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// A view as a property, with the revision of its state: a result is drawn anew when the state is another.
///
/// The view alone would not tell, since it always shows the latest state.
#[derive(Clone)]
pub struct Seen(pub View, pub u64);

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1
    }
}

/// What the result page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultProps {
    /// The view.
    pub view: Seen,
}

/// The result page. What would change the result is worked out once for the same answers.
#[component]
pub fn ResultPage(props: &ResultProps) -> Html {
    let view = &props.view.0;
    let state = view.state.clone();
    let report = use_memo(state.draft.answers.clone(), |_| Rc::new(state.desk.full_report(&state.draft)));
    draw(view, &report)
}

fn draw(view: &View, report: &Report) -> Html {
    let say = |phrase: &str| view.say(phrase);
    html! {
        <div>
            { lead(view, report) }
            { for report.notices.iter().map(|text| html! {
                <div class="ct-notice ct-notice--warn ct-below">{ mark(Mark::Warn) }<p>{ text.clone() }</p></div>
            }) }
            { figures(&report.figures) }
            { now(view, report) }
            { stop(view, report) }
            <section class="ct-section">
                { heading(view.level, 2, "ct-heading", say("why.title")) }
                <ol>{ for report.reasons.iter().map(|each| reason(view, each)) }</ol>
            </section>
            if let Some(list) = report.teams.clone() {
                <TeamList {list} say={TeamPhrases::of(&view.desk().words)} id="ct-teams" />
            }
            { warnings(view, &report.warnings) }
            { find_out(view, &report.find_out) }
            { changes(view, report) }
            { signing::decide(view, report) }
            { keep::notes(view) }
            { keep::shows(view, report) }
            { keep::packs(view, report) }
            { keep::keep(view, report) }
            { super::paper::paper(view, report) }
        </div>
    }
}

fn lead(view: &View, report: &Report) -> Html {
    let words = &view.desk().words;
    let Some(first) = report.outcomes.first() else { return Html::default() };
    let kind = match report.day.is_empty() {
        true => words.fill("result.kind_no_day", &[("kind", &first.kind_text)]),
        false => words.fill("result.kind", &[("kind", &first.kind_text), ("day", &report.day)]),
    };
    html! {
        <>
            <p class="ct-outcome__kind">{ kind }</p>
            { step_heading(view.level, "ct-outcome__title", first.heading.clone()) }
            <p class="ct-outcome__text">{ first.explanation.clone() }</p>
            { guidance("outcome", first.id) }
            if first.kind == Kind::Decision { { by(first) } } else { { also(view, report) } }
        </>
    }
}

/// The other outcomes, each by its heading, so that nobody has to look for them.
fn also(view: &View, report: &Report) -> Html {
    let Some((_, others)) = report.outcomes.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Html::default();
    };
    html! {
        <div class="ct-prose ct-below">
            <p class="ct-strong">{ view.say("result.also") }</p>
            <ul>
                { for others.iter().map(|outcome| html! {
                    <li key={outcome.id}>{ outcome.heading.clone() }{ " " }<span class="ct-soft ct-small">{ format!("({})", outcome.kind_text) }</span></li>
                }) }
            </ul>
        </div>
    }
}

/// What must happen. What was decided stands above; here stands what follows from it.
fn now(view: &View, report: &Report) -> Html {
    let decided = report.outcomes.iter().any(|outcome| outcome.kind == Kind::Decision);
    let acts = report.outcomes.iter().filter(|outcome| outcome.kind != Kind::Decision);
    html! {
        <section class="ct-block ct-block--now">
            { heading(view.level, 2, "ct-heading", view.say("now.title")) }
            <ol>{ for acts.enumerate().map(|(at, outcome)| duty(view, outcome, at == 0 && !decided)) }</ol>
        </section>
    }
}

fn duty(view: &View, outcome: &OutcomeText, lead: bool) -> Html {
    html! {
        <li class="ct-do" part="outcome" key={outcome.id}>
            { heading(view.level, 3, "ct-do__what", outcome.heading.clone()) }
            <div class="ct-do__more ct-prose">
                if !lead { <p>{ outcome.explanation.clone() }</p> }
                if !outcome.must.is_empty() {
                    <ul>{ for outcome.must.iter().map(|text| html! { <li>{ text.clone() }</li> }) }</ul>
                }
                { sources("result.basis", view, &outcome.sources) }
                { sources("result.see", view, &outcome.see) }
            </div>
            if !lead { { guidance("outcome", outcome.id) } }
            { self::by(outcome) }
        </li>
    }
}

/// What sort of thing it is, by when, and who acts.
fn by(outcome: &OutcomeText) -> Html {
    let by = if outcome.pressing { "ct-do__by ct-do__by--now" } else { "ct-do__by" };
    html! {
        <p class="ct-do__when">
            if outcome.kind != Kind::Decision { <span class="ct-do__kind">{ outcome.kind_text.clone() }</span> }
            if !outcome.timescale.is_empty() { <span class={by}>{ outcome.timescale.clone() }</span> }
            if !outcome.who.is_empty() { <span>{ outcome.who.clone() }</span> }
        </p>
    }
}

fn sources(phrase: &str, view: &View, links: &[Link]) -> Html {
    if links.is_empty() {
        return Html::default();
    }
    html! { <p class="ct-source">{ view.say(phrase) }{ " " }{ linked(links) }</p> }
}

/// Texts that may lead somewhere, with semicolons between them.
pub fn linked(links: &[Link]) -> Html {
    links
        .iter()
        .enumerate()
        .map(|(at, link)| {
            let between = if at == 0 { "" } else { "; " };
            match &link.address {
                Some(address) => html! {
                    <>{ between }<a class="ct-link ct-link--cite" href={address.clone()} target="_blank" rel="noopener noreferrer">{ link.text.clone() }</a></>
                },
                None => html! { <>{ between }{ link.text.clone() }</> },
            }
        })
        .collect()
}

fn stop(view: &View, report: &Report) -> Html {
    let stopping = report.outcomes.iter().filter(|outcome| !outcome.may_not.is_empty());
    let mut seen: Vec<&str> = Vec::new();
    let items: Vec<Html> = stopping
        .flat_map(|outcome| outcome.may_not.iter().map(move |text| (outcome, text)))
        .filter(|(_, text)| {
            let new = !seen.contains(&text.as_str());
            seen.push(text);
            new
        })
        .map(|(outcome, text)| {
            html! {
                <li class="ct-tick">
                    { mark(Mark::Stop) }
                    <span>{ text.clone() }<span class="ct-point__more ct-small">{ outcome.heading.clone() }</span></span>
                </li>
            }
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block ct-block--stop">
            { heading(view.level, 2, "ct-heading", view.say("stop.title")) }
            <ul class="ct-ticks">{ for items }</ul>
        </section>
    }
}

fn reason(view: &View, reason: &ReasonText) -> Html {
    let lines = |texts: Vec<String>| -> Html {
        texts.into_iter().map(|text| html! { <span class="ct-rows__said">{ text }</span> }).collect()
    };
    let answers: Vec<String> = reason.answers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let first = if answers.is_empty() { "why.follows" } else { "why.answers" };
    let because = html! {
        <>
            { lines(answers.clone()) }
            if !answers.is_empty() && !reason.follows.is_empty() { <span class="ct-chain__name ct-rows__note">{ view.say("why.follows") }</span> }
            { lines(reason.follows.clone()) }
        </>
    };
    let links = [
        chain(view, first, because, answers.is_empty() && reason.follows.is_empty()),
        chain(view, "why.rule", html! { { reason.rule.clone() } }, reason.rule.is_empty()),
        chain(view, "why.source", linked(&reason.sources), reason.sources.is_empty()),
    ];
    html! {
        <li class="ct-reason">
            { heading(view.level, 3, "ct-reason__title", reason.title.clone()) }
            <dl class="ct-chain">{ for links.into_iter().flatten() }</dl>
        </li>
    }
}

fn chain(view: &View, name: &str, value: Html, empty: bool) -> Option<Html> {
    (!empty).then(|| {
        html! {
            <div class="ct-chain__link">
                <dt class="ct-chain__name">{ view.say(name) }</dt>
                <dd>{ value }</dd>
            </div>
        }
    })
}

fn find_out(view: &View, open: &[FindOut]) -> Html {
    if open.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block ct-block--open">
            { heading(view.level, 2, "ct-heading", view.say("find_out.title")) }
            <ul class="ct-ticks">
                { for open.iter().map(|open| html! {
                    <li key={open.id} class="ct-prose">
                        <p><strong class="ct-strong">{ open.name.clone() }</strong></p>
                        <p>{ open.how.clone() } if open.idle { { " " }<span class="ct-soft">{ view.say("find_out.idle") }</span> }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn warnings(view: &View, warnings: &[WarningText]) -> Html {
    if warnings.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block ct-block--warn">
            { heading(view.level, 2, "ct-heading", view.say("warn.title")) }
            <ul class="ct-ticks">
                { for warnings.iter().map(|warning| html! {
                    <li class="ct-tick" key={warning.id}>
                        { mark(Mark::Warn) }
                        <span>{ warning.text.clone() } if !warning.sources.is_empty() { <span class="ct-source">{ linked(&warning.sources) }</span> }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn changes(view: &View, report: &Report) -> Html {
    let words = &view.desk().words;
    html! {
        <section class="ct-section">
            { heading(view.level, 2, "ct-heading", view.say("change.title")) }
            <p class="ct-prose ct-soft">{ view.say("change.lead") }</p>
            <ul>{ for report.changes.iter().map(|each| change(words, each)) }</ul>
            if !report.same.is_empty() {
                <p class="ct-prose ct-soft ct-below">{ words.fill("change.same", &[("names", &report.same.join("; "))]) }</p>
            }
        </section>
    }
}

/// What a different answer would bring and take away.
pub fn change(words: &Words, change: &ChangeText) -> Html {
    let list = |phrase: &str, headings: &[String]| match headings {
        [] => Html::default(),
        some => html! { <p>{ words.fill(phrase, &[("what", &some.join("; "))]) }</p> },
    };
    html! {
        <li class="ct-change">
            <div class="ct-change__if">
                { for change.ifs.iter().enumerate().map(|(at, text)| {
                    let phrase = if at == 0 { "change.if" } else { "change.or" };
                    html! { <p>{ words.fill(phrase, &[("what", text)]) }</p> }
                }) }
            </div>
            <div>{ list("change.gains", &change.gains) }{ list("change.loses", &change.loses) }</div>
        </li>
    }
}
