//! The keys of a record. Section 3 of the specification, with what the tools keep beside it.

use super::json::SCHEMA;
use super::shape::{Field, Shape, field, maybe};
use crate::sheet::signing;

const TEXT: &Shape = &Shape::Text;
const TEXTS: Shape = Shape::List(TEXT);
const MAYBE_TEXT: Shape = Shape::Maybe(TEXT);
const MAYBE_DAY: Shape = Shape::Maybe(&Shape::Day);
const MAYBE_MOMENT: Shape = Shape::Maybe(&Shape::Moment);
const MAYBE_UUID: Shape = Shape::Maybe(&Shape::Uuid);
const YES_NO: Shape = Shape::One(&["yes", "no"]);
const MAYBE_YES_NO: Shape = Shape::Maybe(&YES_NO);

/// What a record's status may be.
pub const STATUS: &[&str] = &["draft", "completed", "reviewed", "superseded"];
/// What an entry of supervision is.
pub const KINDS: &[&str] = &["discussion", "audit", "countersign", "challenge"];
/// What comes of it.
pub const RESULTS: &[&str] = &["agree", "agree_with_actions", "not_agree", "more_information"];

/// A record.
pub const RECORD: &[Field] = &[
    field("schema", Shape::One(&[SCHEMA])),
    field("record_id", MAYBE_UUID),
    field("record_code", MAYBE_TEXT),
    field("tool_id", Shape::One(&crate::tools::IDS)),
    field("tool_version", Shape::Text),
    field("content_version", Shape::Text),
    field("locality", MAYBE_TEXT),
    field("locality_version", MAYBE_TEXT),
    field("dates_version", MAYBE_TEXT),
    field("law_on", MAYBE_DAY),
    field("status", Shape::One(STATUS)),
    field("reference", MAYBE_TEXT),
    field("conversation_on", MAYBE_DAY),
    field("created_at", MAYBE_MOMENT),
    field("completed_at", MAYBE_MOMENT),
    field("prepared_role", MAYBE_TEXT),
    field("answers", Shape::Map(&Shape::Tools)),
    field("unknowns", TEXTS),
    field("not_answered", TEXTS),
    field("outcomes", Shape::List(&Shape::Object(OUTCOME))),
    field("warnings", Shape::List(&Shape::Object(WARNING))),
    field("person_voice", Shape::Object(VOICE)),
    field("capacity", Shape::Maybe(&Shape::Object(CAPACITY))),
    field("agreement", Shape::List(&Shape::Object(AGREEMENT))),
    field("decision", Shape::Object(DECISION)),
    field("review", Shape::Maybe(&Shape::Object(REVIEW))),
    field("sharing", Shape::List(&Shape::Object(SHARING))),
    field("tool", Shape::Tools),
    field("supervision", Shape::List(&Shape::Object(ENTRY))),
    field("supersedes", MAYBE_UUID),
    field("superseded_by", MAYBE_UUID),
    maybe("integrity", Shape::Object(INTEGRITY)),
];

const OUTCOME: &[Field] = &[
    field("id", Shape::Text),
    field("level", Shape::One(&["stop", "act_now", "do", "consider", "info"])),
    maybe("kind", Shape::Text),
    field("rules", TEXTS),
    field("questions", TEXTS),
    field("acknowledged", MAYBE_YES_NO),
];
const WARNING: &[Field] = &[
    field("id", Shape::Text),
    field("question", MAYBE_TEXT),
    field("acknowledged", MAYBE_YES_NO),
    field("reason", MAYBE_TEXT),
];
const VOICE: &[Field] = &[
    field("view", MAYBE_TEXT),
    field("how_obtained", Shape::Maybe(&Shape::One(signing::HOW_OBTAINED))),
    field("reason_if_not", MAYBE_TEXT),
];
const CAPACITY: &[Field] =
    &[field("answer", MAYBE_TEXT), field("decision", MAYBE_TEXT), field("recorded_where", MAYBE_TEXT)];
const AGREEMENT: &[Field] = &[field("who", Shape::Text), field("agrees", Shape::Text), field("view", MAYBE_TEXT)];
const DECISION: &[Field] = &[
    field("text", MAYBE_TEXT),
    field("reasons", MAYBE_TEXT),
    field("authority", Shape::Maybe(&Shape::One(signing::AUTHORITIES))),
    field("departs_from_tool", MAYBE_YES_NO),
    field("departure_reason", MAYBE_TEXT),
];
const REVIEW: &[Field] = &[
    field("date", MAYBE_DAY),
    field("by", MAYBE_TEXT),
    field("handed_over", MAYBE_TEXT),
    maybe("trigger", MAYBE_TEXT),
];
const SHARING: &[Field] = &[
    field("to", Shape::Text),
    field("basis", MAYBE_TEXT),
    field("method", MAYBE_TEXT),
    field("date", MAYBE_DAY),
    field("format", MAYBE_TEXT),
];
const INTEGRITY: &[Field] = &[
    field("algorithm", Shape::One(&[super::seal::ALGORITHM])),
    field("content", Shape::Hash),
    field("latest", Shape::Hash),
    field("whole", Shape::Hash),
    maybe("saved_at", MAYBE_MOMENT),
];

/// An entry of supervision.
pub const ENTRY: &[Field] = &[
    field("entry_id", Shape::Uuid),
    field("on", Shape::Day),
    field("supervisor_role", Shape::Text),
    field("kind", Shape::One(KINDS)),
    field("about", Shape::Maybe(&Shape::Object(ABOUT))),
    field("result", Shape::Maybe(&Shape::One(RESULTS))),
    field("note", MAYBE_TEXT),
    field("next_step", MAYBE_TEXT),
    field("actions", TEXTS),
    field("practitioner_response", MAYBE_TEXT),
    field("prev", Shape::Hash),
    field("hash", Shape::Hash),
];
/// What an entry is about, where it is not the whole record.
const ABOUT: &[Field] = &[field("kind", Shape::One(&["question", "check", "entry"])), field("id", Shape::Text)];

/// The own part of a tool with a guided form.
pub const TOOL: &[Field] = &[
    field("settings", Shape::Map(&MAYBE_DAY)),
    field("days", Shape::Map(&Shape::Whole)),
    field("today", MAYBE_DAY),
    field("figures", Shape::Map(TEXT)),
    field("find_out", TEXTS),
    field("rule_ids", TEXTS),
    field("notes", Shape::Map(TEXT)),
    field("taken_over", Shape::Map(TEXT)),
    field("late_reason", MAYBE_TEXT),
    field("version_reason", MAYBE_TEXT),
    maybe("remembered", YES_NO),
];

/// The own part of an action plan.
pub const PLAN: &[Field] = &[
    field("issues", Shape::List(&Shape::Tools)),
    field("actions", Shape::List(&Shape::Tools)),
    field("progress", Shape::List(&Shape::Tools)),
    field("agreement", Shape::Map(&Shape::Tools)),
    field("monitoring", Shape::Map(&Shape::Tools)),
    field("sharing", Shape::Map(&Shape::Tools)),
    field("closing", Shape::List(&Shape::Object(CLOSING))),
    field("review_reasons", TEXTS),
    field("calendar_id", MAYBE_TEXT),
    field("review_seq", Shape::Whole),
    field("made", Shape::List(&Shape::Whole)),
    field("version_reason", MAYBE_TEXT),
    maybe("late_reason", MAYBE_TEXT),
    // How many reports and closing entries there were when the record was made.
    field("entries", Shape::List(&Shape::Whole)),
];
/// What was said while a plan was followed: answers, and where issues have got to.
const CLOSING: &[Field] = &[
    field("on", MAYBE_DAY),
    field("answers", Shape::Map(&Shape::Tools)),
    field("states", Shape::Map(TEXT)),
    maybe("prev", Shape::Hash),
    maybe("hash", Shape::Hash),
];
