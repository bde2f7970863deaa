//! A section of questions, with what follows so far.

use super::{Seen, frame};
use crate::plans::model::Model;
use crate::plans::msg::Msg;
use crate::plans::place::{MONITORING, OPTIONS, Place, SAFETY, SECTIONS};
use crate::record::plan as record;
use crate::sheet::form::{Problem, QuestionView};
use crate::sheet::panel::{Panel, Point, Settled};
use crate::tools::action_planning::answers as a;
use crate::tools::action_planning::checks::limit;
use crate::tools::action_planning::groups::SHORT;
use crate::tools::action_planning::law_once;
use crate::ui::parts::heading::step_heading;
use crate::ui::parts::panel::{Frame, panel};
use crate::ui::parts::question::question;
use crate::ui::parts::section::{guidance, problems};
use yew::prelude::*;

/// Draws the section.
pub fn section(seen: Seen<'_>, at: usize) -> Html {
    let model = seen.model;
    let Some(id) = SECTIONS.get(at) else { return Html::default() };
    let wrong = model.problems_here(seen.read);
    let inside = html! {
        <>
            if at == OPTIONS { { suggestions(seen) } }
            <div class="ct-section" key={*id}>
                // A list of its own: beside other things it would be drawn anew, and the focus lost, when a question opens.
                <div>{ for questions(seen, at).iter().map(|view| question(&model.desk.words, &seen.act.answers(), view, &wrong)) }</div>
                { locked(seen, at) }
                if at == SAFETY { <div class="ct-noprint ct-below" role="status">{ frame::pinned(seen) }</div> }
            </div>
        </>
    };
    page(seen, at, &wrong, inside)
}

/// A section around what it asks: the steps, the panel, the problems, and the way on.
pub fn page(seen: Seen<'_>, at: usize, wrong: &[Problem], inside: Html) -> Html {
    let model = seen.model;
    let id = SECTIONS.get(at).copied().unwrap_or_default();
    let words = &model.desk.words;
    let shown = if model.is_warned() || model.tried { wrong } else { &[] };
    let text = |part: &str| model.at(&format!("sections.{id}.{part}"));
    html! {
        <>
            { steps(seen, at) }
            <div>
                <div class="ct-layout">
                    { aside(seen) }
                    <div>
                        { problems(words, seen.level, &seen.act.answers(), shown) }
                        if !shown.is_empty() && !model.tried { <p class="ct-soft">{ seen.say("plan.go_on_anyway") }</p> }
                        { step_heading(seen.level, "ct-heading", text("title")) }
                        <p class="ct-prose ct-soft">{ text("lead") }</p>
                        { guidance("section", id) }
                        if model.complete && at < MONITORING { <p class="ct-prose">{ seen.say("plan.locked") }</p> }
                        { inside }
                        <div class="ct-buttons">
                            <button type="button" class="ct-button ct-button--primary" part="button button-primary" id="ct-continue" onclick={seen.act.press(Msg::Continue)}>{ seen.say("continue") }</button>
                            if at > 0 {
                                <button type="button" class="ct-button" part="button" onclick={seen.act.press(Msg::Go(before(seen, at)))}>{ seen.say("back") }</button>
                            }
                        </div>
                        { frame::clear(seen) }
                    </div>
                </div>
            </div>
        </>
    }
}

fn before(seen: Seen<'_>, at: usize) -> Place {
    let earlier = (0..at).rev().find(|before| seen.model.has_questions(seen.read, *before));
    Place::Section(earlier.unwrap_or(0))
}

/// How far along the plan this section stands, and the way to all of them.
pub fn steps(seen: Seen<'_>, here: usize) -> Html {
    let model = seen.model;
    let title = |id: &str| model.at(&format!("sections.{id}.title"));
    let here_title = SECTIONS.get(here).map(|id| title(id)).unwrap_or_default();
    let gaps = [("n", (here + 1).to_string()), ("of", SECTIONS.len().to_string()), ("title", here_title)];
    let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let step = |at: usize, id: &&'static str| {
        let asked = model.has_questions(seen.read, at);
        let class = match (at == here, asked, model.passed.contains(&at)) {
            (true, ..) => "ct-steps__step ct-steps__step--here",
            (_, false, _) => "ct-steps__step ct-steps__step--skipped",
            (_, _, true) => "ct-steps__step",
            (_, _, false) => "ct-steps__step ct-steps__step--todo",
        };
        html! {
            <li key={*id} {class} aria-current={(at == here).then_some("step")}><span class="ct-hidden">{ title(id) }</span></li>
        }
    };
    html! {
        <nav class="ct-steps" aria-label={model.fill("steps.label", &[("title", &model.at("tool.title_of_plan"))])}>
            <ol class="ct-steps__list">{ for SECTIONS.iter().enumerate().map(|(at, id)| step(at, id)) }</ol>
            <p class="ct-steps__count">
                { model.fill("plan.step", &gaps) }{ " " }
                <button type="button" class="ct-link ct-link--button" id="ct-all-sections" onclick={seen.act.press(Msg::Go(Place::Tasks))}>{ seen.say("plan.all_sections") }</button>
            </p>
        </nav>
    }
}

/// The questions of a section that may be answered now.
pub fn questions(seen: Seen<'_>, at: usize) -> Vec<QuestionView> {
    let model = seen.model;
    let Some((place, _)) = model.law_section(at) else { return Vec::new() };
    let Some(section) = model.desk.section(&model.draft, place) else { return Vec::new() };
    section.questions.into_iter().filter_map(|view| open(model, seen, view)).collect()
}

/// A question as it is asked in a plan: with the length of its text, and whether it may stay blank.
pub fn open(model: &Model, seen: Seen<'_>, mut view: QuestionView) -> Option<QuestionView> {
    let question = law_once().question_at(view.at).filter(|question| model.is_open(question))?;
    if let Some(written) = &mut view.written {
        written.long = limit(view.at) > SHORT;
    }
    if !seen.read.is_needed(view.at) {
        view.legend = format!("{} {}", view.legend, model.say("optional"));
    }
    if question.at == a::OPTIONS_CHOSEN.0 {
        // Only what was looked at together can be chosen.
        let looked_at = model.draft.ticks(a::OPTIONS_CONSIDERED.0);
        view.choices.retain(|choice| looked_at & (1 << choice.at) != 0);
        if view.choices.is_empty() {
            view.hint = model.say("plan.choose_first");
        }
    }
    if question.at == a::OPTIONS_CONSIDERED.0 {
        let suggested: Vec<&str> =
            seen.read.plan.issues.iter().flat_map(|issue| seen.read.suggestions(issue)).collect();
        for choice in view.choices.iter_mut().filter(|choice| suggested.contains(&choice.id)) {
            choice.label = format!("{} {}", choice.label, model.say("plan.suggested"));
        }
    }
    Some(view)
}

/// What was agreed and is only shown, once a plan is complete.
fn locked(seen: Seen<'_>, at: usize) -> Html {
    let model = seen.model;
    let Some((_, section)) = model.law_section(at).filter(|_| model.complete) else { return Html::default() };
    let rows = section.questions.iter().filter(|question| seen.read.asked(question.at) && !model.is_open(question));
    let rows = rows.map(|question| {
        let said = record::said(&model.desk.words, seen.read, question);
        let said = said.unwrap_or_else(|| seen.say("not_answered"));
        html! {
            <div class="ct-rows__row" key={question.id}>
                <dt class="ct-rows__key">{ model.desk.name(question).to_owned() }</dt>
                <dd class="ct-rows__value ct-rows__value--text">{ said }</dd>
            </div>
        }
    });
    html! { <dl class="ct-rows">{ for rows }</dl> }
}

/// What to explore together for each issue, with the options that fit it, in order.
fn suggestions(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let known = seen.read.plan.issues.iter().filter(|issue| !issue.kind.is_empty());
    let blocks: Vec<Html> = known
        .map(|issue| {
            let options = seen.read.suggestions(issue);
            let ask = model.at(&format!("fields.issue.type.explore.{}", issue.kind));
            html! {
                <div class="ct-block" key={issue.id.clone()}>
                    { crate::ui::parts::heading::heading(seen.level, 2, "ct-heading ct-heading--small", model.issue_title(&issue.id)) }
                    if !ask.is_empty() { <p class="ct-prose">{ model.fill("plan.explore", &[("ask", &ask)]) }</p> }
                    <p class="ct-prose ct-soft">{ seen.say("plan.suggestions") }</p>
                    <div class="ct-prose"><ol>{ for options.iter().map(|id| html! {
                        <li>{ model.at(&format!("questions.ap_options_considered.choices.{id}")) }</li>
                    }) }</ol></div>
                </div>
            }
        })
        .collect();
    if blocks.is_empty() {
        Html::default()
    } else {
        html! { <div class="ct-section">{ for blocks }</div> }
    }
}

/// What follows so far, beside the form.
fn aside(seen: Seen<'_>) -> Html {
    let model = seen.model;
    let frame = Frame {
        words: &model.desk.words,
        level: seen.level,
        unfolded: model.unfolded,
        heads: ["plan.panel.follows", "plan.panel.open"],
        toggles: ["plan.panel.show", "plan.panel.hide"],
    };
    panel(frame, &panel_of(seen), seen.act.press(Msg::Fold))
}

/// What follows so far, as a panel says it.
pub fn panel_of(seen: Seen<'_>) -> Panel {
    let model = seen.model;
    let heading = |id: &str| model.at(&format!("outcomes.{id}.heading"));
    let outcomes = seen.read.outcomes();
    let settled: Vec<Point> = outcomes
        .iter()
        .map(|(id, level)| Point {
            id: (*id).to_owned(),
            text: heading(id),
            more: model.at(&format!("levels.{}", level.id())),
        })
        .collect();
    let open: Vec<Point> = seen
        .read
        .unknowns()
        .into_iter()
        .map(|id| Point { text: model.open_question(&id), id, more: String::new() })
        .collect();
    let first = outcomes.first().map(|(id, _)| heading(id));
    let (lead, state) = match first {
        Some(lead) => (lead, Settled::SoFar),
        None => (seen.say("plan.panel.nothing"), Settled::Nothing),
    };
    let gaps = [("lead", lead.clone()), ("n", settled.len().to_string())];
    let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
    let spoken = model.fill("plan.panel.spoken", &gaps);
    Panel { lead, state, settled, open, spoken }
}

impl Model {
    /// A question that is not known yet, in words.
    pub fn open_question(&self, id: &str) -> String {
        match crate::tools::action_planning::found::parts(id) {
            Some((group, item, field)) => format!("{item}: {}", self.at(&format!("fields.{group}.{field}.question"))),
            None => self.desk.words.of("questions", id, "question").to_owned(),
        }
    }
}
