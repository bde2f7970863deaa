//! What the logic pages say of an action plan beside its law: fields, suggestions, errors and warnings.

use crate::engine::Outcome;
use crate::json::Json;
use crate::sheet::Desk;
use crate::tools::action_planning::groups::Field;
use crate::tools::action_planning::{checks, outcomes, suggest};
use crate::tools::{Group, Tool};
use yew::prelude::*;

/// The ids and words of one kind of check, in order; none for a tool without parts that repeat.
fn said(desk: &Desk, kind: &str) -> Vec<(String, String)> {
    if desk.tool.groups.is_empty() {
        return Vec::new();
    }
    let start = format!("{kind}.");
    let paths = desk.words.paths().filter_map(|path| path.strip_prefix(&start));
    let mut found: Vec<(String, String)> =
        paths.map(|id| (id.to_owned(), desk.words.at(&format!("{kind}.{id}")).to_owned())).collect();
    found.sort();
    found
}

fn words(desk: &Desk, group: &Group, field: &Field, part: &str) -> String {
    desk.words.at(&format!("fields.{}.{}.{part}", group.id, field.id)).to_owned()
}

/// The kinds of issue with the options that are suggested for each, in order.
fn suggestions(tool: &Tool) -> Vec<(&'static str, Vec<&'static str>)> {
    let issue = tool.groups.iter().find(|group| group.id == "issue");
    let kinds = issue.and_then(|group| group.fields.first()).map(Field::choices).unwrap_or_default();
    kinds.into_iter().map(|kind| (kind, suggest::options(kind, false))).collect()
}

/// Under which name the data says what sort of outcome it is: its kind, or in a plan how pressing it is.
pub fn kind_name(desk: &Desk) -> &'static str {
    if desk.tool.groups.is_empty() { "kind" } else { "level" }
}

/// The id of an outcome's kind, or in a plan of its level.
pub fn kind_id(desk: &Desk, outcome: &Outcome) -> &'static str {
    match desk.tool.law.outcomes.iter().position(|known| known.id == outcome.id) {
        Some(at) if !desk.tool.groups.is_empty() => outcomes::level("", at).id(),
        _ => outcome.kind.id(),
    }
}

/// The same in words.
pub fn kind(desk: &Desk, outcome: &Outcome) -> String {
    let path = if desk.tool.groups.is_empty() { "say.kind" } else { "levels" };
    desk.words.at(&format!("{path}.{}", kind_id(desk, outcome))).to_owned()
}

/// Headings with what belongs under them.
pub fn parts(desk: &Desk) -> Vec<(String, Vec<Html>)> {
    let code = |id: &str| html! { <code class="ct-tag">{ id.to_owned() }</code> };
    let mut parts: Vec<(String, Vec<Html>)> = Vec::new();
    for group in desk.tool.groups {
        let field = |field: &Field| {
            html! {
                <section class="ct-paper__question">
                    <h3 class="ct-question__legend">{ code(field.id) }{ " " }{ words(desk, group, field, "question") }</h3>
                    <p class="ct-soft">{ words(desk, group, field, "hint") }</p>
                    <ul class="ct-prose">
                        { for field.choices().into_iter().map(|choice| html! {
                            <li>{ code(choice) }{ " " }{ words(desk, group, field, &format!("choices.{choice}")) }</li>
                        }) }
                    </ul>
                </section>
            }
        };
        let title = desk.words.of("sections", group.section, "title").to_owned();
        parts.push((title, group.fields.iter().map(field).collect()));
    }
    let options = |id: &str| desk.words.at(&format!("questions.ap_options_considered.choices.{id}")).to_owned();
    let suggested = suggestions(desk.tool).into_iter().map(|(kind, list)| {
        html! {
            <section class="ct-paper__question">
                <h3 class="ct-question__legend">{ code(kind) }{ " " }{ desk.words.at(&format!("fields.issue.type.choices.{kind}")).to_owned() }</h3>
                <ol class="ct-prose">{ for list.into_iter().map(|id| html! { <li>{ code(id) }{ " " }{ options(id) }</li> }) }</ol>
            </section>
        }
    });
    let suggested: Vec<Html> = suggested.collect();
    if !suggested.is_empty() {
        parts.push((desk.words.say("plan.logic.suggestions").to_owned(), suggested));
    }
    for (kind, phrase) in [("errors", "plan.logic.errors"), ("warnings", "plan.logic.warnings")] {
        let line = |(id, text): (String, String)| {
            let always = kind == "errors" && checks::ALWAYS.contains(&id.as_str());
            html! { <p>{ code(&id) }{ " " }{ text } if always { <span class="ct-soft">{ " " }{ desk.words.say("plan.logic.always").to_owned() }</span> }</p> }
        };
        let lines: Vec<Html> = said(desk, kind).into_iter().map(line).collect();
        if !lines.is_empty() {
            parts.push((desk.words.say(phrase).to_owned(), lines));
        }
    }
    parts
}

/// The same as data.
pub fn data(desk: &Desk) -> Vec<(&'static str, Json)> {
    let group = |group: &Group| {
        let field = |field: &Field| {
            let choices = field.choices().into_iter();
            let choices =
                choices.map(|id| (id.to_owned(), Json::text(words(desk, group, field, &format!("choices.{id}")))));
            Json::object([
                ("id", Json::text(field.id)),
                ("question", Json::text(words(desk, group, field, "question"))),
                ("must", Json::Bool(field.must)),
                ("choices", Json::Object(choices.collect())),
            ])
        };
        Json::object([
            ("id", Json::text(group.id)),
            ("most", Json::Whole(i64::try_from(group.most).unwrap_or_default())),
            ("fields", Json::List(group.fields.iter().map(field).collect())),
        ])
    };
    let checks =
        |kind: &str| Json::Object(said(desk, kind).into_iter().map(|(id, text)| (id, Json::text(text))).collect());
    let suggested = suggestions(desk.tool).into_iter().map(|(kind, list)| (kind.to_owned(), Json::texts(list)));
    if desk.tool.groups.is_empty() {
        return Vec::new();
    }
    vec![
        ("groups", Json::List(desk.tool.groups.iter().map(group).collect())),
        ("suggestions", Json::Object(suggested.collect())),
        ("errors", checks("errors")),
        ("plan_warnings", checks("warnings")),
    ]
}
