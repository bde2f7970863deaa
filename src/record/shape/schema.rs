//! The shape of a record as a JSON Schema, published with the widgets.

use super::{Field, Shape};
use crate::engine::{Law, Question};
use crate::json::Json;
use crate::record::fields::{PLAN, RECORD, TOOL};
use crate::tools::{self, Tool};

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a record of any tool.
pub fn schema() -> Json {
    let mut schema = object(RECORD);
    let by_tool = tools::all().iter().map(|tool| {
        let is = Json::object([("properties", Json::object([("tool_id", constant(tool.id))]))]);
        let then = Json::object([("properties", own(tool))]);
        Json::object([("if", is), ("then", then)])
    });
    schema.set("allOf", Json::List(by_tool.collect()));
    let head = [
        ("$schema", Json::text(DIALECT)),
        ("title", Json::text("Decision record")),
        (
            "description",
            Json::text(
                "A working copy of a decision in adult social care. The council’s case recording system holds the \
                 legal record.",
            ),
        ),
    ];
    let head = head.map(|(key, value)| (key.to_owned(), value)).into_iter();
    Json::Object(head.chain(schema.as_object().unwrap_or_default().to_vec()).collect())
}

/// What a tool has of its own.
fn own(tool: &Tool) -> Json {
    let plan = !tool.groups.is_empty();
    let part = object(if plan { PLAN } else { TOOL });
    Json::object([("answers", answers(&tool.law)), ("tool", part)])
}

fn answers(law: &Law) -> Json {
    let asked = law.questions().filter(|question| !question.worked_out);
    let pairs = asked.map(|question| (question.id.to_owned(), answer(question)));
    Json::object([
        ("type", Json::text("object")),
        ("properties", Json::Object(pairs.collect())),
        ("additionalProperties", Json::Bool(false)),
    ])
}

fn answer(question: &Question) -> Json {
    let ids = || Json::texts(question.choices.iter().map(|choice| choice.id));
    let one = || Json::object([("enum", ids())]);
    match question.shape {
        crate::engine::Shape::One if question.is_written() => of_type("string"),
        crate::engine::Shape::One => one(),
        crate::engine::Shape::Many => {
            Json::object([("type", Json::text("array")), ("items", one()), ("uniqueItems", Json::Bool(true))])
        }
        crate::engine::Shape::Number => whole(),
        // A day that is not real is kept in a draft as it was typed.
        crate::engine::Shape::Day => of_type("string"),
    }
}

fn of_type(name: &str) -> Json {
    Json::object([("type", Json::text(name))])
}

fn constant(text: &str) -> Json {
    Json::object([("const", Json::text(text))])
}

fn pattern(text: &str) -> Json {
    Json::object([("type", Json::text("string")), ("pattern", Json::text(text))])
}

fn whole() -> Json {
    Json::object([("type", Json::text("integer")), ("minimum", Json::Whole(0))])
}

fn object(fields: &[Field]) -> Json {
    let properties = fields.iter().map(|field| (field.key.to_owned(), of(&field.shape)));
    let needed = fields.iter().filter(|field| !field.optional).map(|field| field.key);
    Json::object([
        ("type", Json::text("object")),
        ("properties", Json::Object(properties.collect())),
        ("required", Json::texts(needed)),
        ("additionalProperties", Json::Bool(false)),
    ])
}

fn of(shape: &Shape) -> Json {
    match shape {
        Shape::Text => of_type("string"),
        Shape::One(choices) => Json::object([("enum", Json::texts(choices.iter().copied()))]),
        Shape::Day => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Shape::Moment => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"),
        Shape::Uuid => pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
        Shape::Hash => pattern("^[0-9a-f]{64}$"),
        Shape::Whole => whole(),
        Shape::Maybe(shape) => Json::object([("anyOf", Json::List(vec![of_type("null"), of(shape)]))]),
        Shape::List(shape) => Json::object([("type", Json::text("array")), ("items", of(shape))]),
        Shape::Map(shape) => Json::object([("type", Json::text("object")), ("additionalProperties", of(shape))]),
        Shape::Object(fields) => object(fields),
        Shape::Tools => Json::Object(Vec::new()),
    }
}
