//! Records of earlier versions of the tools, brought into the form of today.
//!
//! Before records had hashes they had no `integrity`, and some keys were missing or of another form. Their schema has
//! the same name, so what is missing is filled in and nothing that was said is changed.

use super::fields::{PLAN, RECORD, TOOL};
use super::json::level;
use super::shape::{Field, Shape};
use crate::engine::Kind;
use crate::json::Json;

/// Whether a record was made before records had hashes.
pub fn is_early(record: &Json) -> bool {
    record.get("integrity").is_none()
}

/// The record in the form of today.
#[must_use]
pub fn migrated(mut record: Json, plan: bool) -> Json {
    if let Some(Json::List(outcomes)) = record.get_mut("outcomes") {
        outcomes.iter_mut().for_each(outcome);
    }
    if let Some(Json::List(warnings)) = record.get_mut("warnings") {
        warnings.iter_mut().for_each(warning);
    }
    if plan {
        of_plan(&mut record);
    } else if let Some(Json::Object(pairs)) = record.get_mut("tool") {
        // The day was kept only as the day of the law.
        pairs.retain(|(key, _)| key != "today");
    }
    let law_on = record.get("law_on").cloned().unwrap_or(Json::Null);
    if let Some(tool) = record.get_mut("tool") {
        if !plan {
            tool.set("today", law_on);
        }
        fill(tool, if plan { PLAN } else { TOOL });
    }
    fill(&mut record, RECORD);
    record
}

fn outcome(outcome: &mut Json) {
    if outcome.get("level").is_none() {
        let kind = Kind::ALL.into_iter().find(|kind| kind.id() == outcome.text_at("kind"));
        outcome.set("level", Json::text(kind.map_or("do", |kind| level(kind, false))));
    }
    if outcome.get("acknowledged").is_none() {
        outcome.set("acknowledged", Json::Null);
    }
}

fn warning(warning: &mut Json) {
    if let Json::Text(id) = warning {
        *warning = Json::object([
            ("id", Json::text(id.clone())),
            ("question", Json::Null),
            ("acknowledged", Json::Null),
            ("reason", Json::Null),
        ]);
    }
}

/// Closing was one object, copies stood under one key with lists, and the time of saving stood on top.
fn of_plan(record: &mut Json) {
    let saved_on = record.get("law_on").cloned().unwrap_or(Json::Null);
    if let Json::Object(pairs) = record {
        pairs.retain(|(key, _)| key != "saved_at");
    }
    if let Some(sharing) = record.get_mut("sharing")
        && sharing.as_object().is_some()
    {
        *sharing = copies(sharing);
    }
    if let Some(Json::List(agreement)) = record.get_mut("agreement") {
        agreement.iter_mut().filter(|one| one.get("view").is_none()).for_each(|one| one.set("view", Json::Null));
    }
    let Some(tool) = record.get_mut("tool") else { return };
    let stated = tool.list_at("issues").iter().filter_map(|issue| {
        Some((issue.text_at("id").to_owned(), issue.get("state").filter(|state| state.as_text().is_some())?.clone()))
    });
    let states: Vec<(String, Json)> = stated.collect();
    if let Some(closing) = tool.get_mut("closing")
        && closing.as_object().is_some()
    {
        let answers = std::mem::replace(closing, Json::Null);
        let said = answers.as_object().is_some_and(|pairs| !pairs.is_empty()) || !states.is_empty();
        let entry = [("on", saved_on), ("answers", answers), ("states", Json::Object(states))];
        *closing = Json::List(if said { vec![Json::object(entry)] } else { Vec::new() });
    }
}

/// Copies to several people, an entry for each.
pub fn copies(sharing: &Json) -> Json {
    let joined = |key: &str| match sharing.get(key) {
        Some(Json::List(list)) if !list.is_empty() => {
            Json::text(list.iter().filter_map(Json::as_text).collect::<Vec<_>>().join(" "))
        }
        Some(Json::Text(text)) => Json::text(text.clone()),
        _ => Json::Null,
    };
    let one = |to: &Json| {
        Json::object([
            ("to", to.clone()),
            ("basis", joined("basis")),
            ("method", joined("method")),
            ("date", Json::Null),
            ("format", joined("format")),
        ])
    };
    Json::List(sharing.list_at("to").iter().map(one).collect())
}

/// Puts nothing where something is missing.
fn fill(value: &mut Json, fields: &[Field]) {
    for field in fields.iter().filter(|field| !field.optional) {
        match (value.get_mut(field.key), &field.shape) {
            (Some(inner), Shape::Object(fields)) => fill(inner, fields),
            (Some(inner), Shape::Maybe(Shape::Object(fields))) if *inner != Json::Null => fill(inner, fields),
            (Some(_), _) => {}
            (None, shape) => value.set(field.key, blank(shape)),
        }
    }
}

fn blank(shape: &Shape) -> Json {
    match shape {
        Shape::List(_) => Json::List(Vec::new()),
        Shape::Map(_) => Json::Object(Vec::new()),
        Shape::Whole => Json::Whole(0),
        Shape::Object(fields) => {
            let mut object = Json::Object(Vec::new());
            fill(&mut object, fields);
            object
        }
        _ => Json::Null,
    }
}
