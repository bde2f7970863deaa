//! The open records in a table, and counts over them. Section 7.6 of the specification.

use super::agenda::waits_for_manager;
use super::audit::advocate_needed;
use super::held::Held;
use super::model::Model;
use crate::engine::dates;
use crate::record::seal::Integrity;
use crate::tools::action_planning::groups::Action;
use crate::tools::action_planning::plan::Read;
use crate::tools::allocation::files::export;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// With fewer records than this no counts are shown: small numbers can identify people.
pub const FEWEST: usize = 5;
/// The columns, in order. Their words stand under `say.table.<id>`.
pub const COLUMNS: [&str; 9] =
    ["code", "tool", "status", "conversation", "review", "next_due", "overdue", "flags", "supervision"];

/// A row of the table: one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The place of the record among those that are open.
    pub at: usize,
    /// Its cells in words, in the order of the columns.
    pub cells: [String; 9],
    /// What its cells are sorted by.
    keys: [String; 9],
}

/// The id of a record's status: "superseded" where a newer version is open beside it.
pub fn status<'a>(model: &Model, held: &'a Held) -> &'a str {
    if model.is_superseded(held) { "superseded" } else { held.record.text_at("status") }
}

/// Ids of the flags of a record. None is a measure of a worker.
pub fn flags(model: &Model, held: &Held) -> Vec<&'static str> {
    let today = model.today;
    let urgent = held.outcomes().iter().any(|outcome| outcome.urgent);
    let replays = held.replay.as_ref().is_none_or(crate::record::replay::Replay::agrees);
    let own = [
        ("draft", held.is_draft()),
        ("urgent", urgent),
        ("manager", waits_for_manager(held)),
        ("advocate", advocate_needed(held)),
        ("departs", held.departs() == Some(true)),
        ("disputed", held.is_disputed()),
        ("review_late", held.plan.is_none() && held.review_late(today)),
        ("changed", held.integrity == Integrity::Changed),
        ("replay", !replays),
    ];
    let own = own.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| id);
    own.chain(held.plan_flags(today)).collect()
}

/// How many of the open records a filter lets through.
pub fn caption(model: &Model) -> String {
    let (shown, all) = (rows(model).len().to_string(), model.records.len().to_string());
    model.fill("table.caption", &[("n", &shown), ("of", &all)])
}

/// The rows, sorted by a column, of those that a filter lets through: a tool's or a status's id, or empty.
pub fn rows(model: &Model) -> Vec<Row> {
    let wanted = |held: &Held| {
        let (tool, status_wanted) = (&model.tool_shown, &model.status_shown);
        (tool.is_empty() || held.desk.tool.id == tool)
            && (status_wanted.is_empty() || status(model, held) == status_wanted)
    };
    let mut rows: Vec<Row> = model
        .records
        .iter()
        .enumerate()
        .filter(|(_, held)| wanted(held))
        .map(|(at, held)| row(model, at, held))
        .collect();
    let (column, down) = model.sorted_by;
    rows.sort_by(|one, two| {
        let key = |row: &Row| row.keys.get(column).cloned().unwrap_or_default();
        let order = key(one).cmp(&key(two));
        if down { order.reverse() } else { order }
    });
    rows
}

fn row(model: &Model, at: usize, held: &Held) -> Row {
    let today = model.today;
    let key = |day: Option<NaiveDate>| day.map(dates::to_iso).unwrap_or_default();
    let words = |day: Option<NaiveDate>| day.map_or_else(|| model.say("table.none"), |day| model.short_day(day));
    let late = held.late(today).len();
    let flags: Vec<String> = flags(model, held).iter().map(|id| model.say(&format!("flags.{id}"))).collect();
    let result = match held.result() {
        "" => model.say("table.not_yet"),
        result => model.say(&format!("result_of.{result}")),
    };
    let days = [held.day("conversation_on"), held.review(), held.next_due(today)];
    let status = status(model, held);
    let count = if held.plan.is_some() { late.to_string() } else { model.say("table.none") };
    let cells = [
        held.code(),
        held.tool(),
        model.say(&format!("status_is.{status}")),
        words(days[0]),
        words(days[1]),
        words(days[2]),
        count,
        flags.join(", "),
        result.clone(),
    ];
    let keys = [
        held.code(),
        held.tool(),
        status.to_owned(),
        key(days[0]),
        key(days[1]),
        key(days[2]),
        format!("{late:04}"),
        format!("{:04}", 9_999 - flags.len()),
        result,
    ];
    Row { at, cells, keys }
}

/// The table as a CSV file.
pub fn csv(model: &Model) -> String {
    let heads = COLUMNS.map(|id| model.say(&format!("table.{id}")));
    // Days as a spreadsheet sorts them, and nothing where there is none.
    let cell = |row: &Row, at: usize| match COLUMNS.get(at) {
        Some(&("conversation" | "review" | "next_due")) => row.keys.get(at).cloned(),
        _ => row.cells.get(at).filter(|cell| **cell != model.say("table.none")).cloned(),
    };
    let cells =
        |row: &Row| -> Vec<String> { (0..COLUMNS.len()).map(|at| cell(row, at).unwrap_or_default()).collect() };
    export::write(heads, rows(model).iter().map(cells))
}

/// A count: what is counted, and how many.
pub type Count = (String, usize);

/// Counts by what they are about. Records that are left out are counted too, by why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Groups of counts: the id of the words of their heading, and the counts.
    pub groups: Vec<(&'static str, Vec<Count>)>,
    /// How many records were left out, by why: the id of the words.
    pub left_out: Vec<(&'static str, usize)>,
}

/// Why a record is in no count; nothing where it is.
fn left_out(model: &Model, held: &Held) -> Option<&'static str> {
    match held {
        _ if held.is_draft() => Some("left_out.draft"),
        _ if held.integrity == Integrity::Changed => Some("left_out.changed"),
        _ if model.is_superseded(held) || held.record.text_at("status") == "superseded" => Some("left_out.older"),
        _ => None,
    }
}

/// The counts, and what was left out of them. Where there are fewer than five records to count, nothing is counted.
pub fn counts(model: &Model) -> Counts {
    let mut out: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut kept: Vec<&Held> = Vec::new();
    for held in &model.records {
        match left_out(model, held) {
            Some(why) => *out.entry(why).or_default() += 1,
            None => kept.push(held),
        }
    }
    let left_out: Vec<(&'static str, usize)> = out.into_iter().collect();
    if kept.len() < FEWEST {
        return Counts { groups: Vec::new(), left_out };
    }
    let mut groups: Vec<(&'static str, Vec<Count>)> = Vec::new();
    let mut group = |id, of: Vec<String>| {
        let mut tally: BTreeMap<String, usize> = BTreeMap::new();
        of.into_iter().for_each(|what| *tally.entry(what).or_default() += 1);
        if !tally.is_empty() {
            groups.push((id, tally.into_iter().collect()));
        }
    };
    let today = model.today;
    let by_status = kept.iter().map(|held| {
        let status = model.say(&format!("status_is.{}", status(model, held)));
        format!("{}: {status}", held.tool())
    });
    group("counts.records", by_status.collect());
    let plans = || kept.iter().filter(|held| held.plan.is_some());
    let of_plans = |work: &dyn Fn(&Held, &Read<'_>) -> Vec<String>| -> Vec<String> {
        plans().filter_map(|held| held.with_plan(today, |read| work(held, read))).flatten().collect()
    };
    let choice = |held: &Held, path: String| held.desk.words.at(&path).to_owned();
    group(
        "counts.actions",
        of_plans(&|held, read| {
            let status = |action: &Action| choice(held, format!("status.{}", read.status(action).id()));
            read.plan.actions.iter().map(status).collect()
        }),
    );
    group(
        "counts.overdue_by_owner",
        of_plans(&|held, read| {
            let late = read.plan.actions.iter().filter(|action| action.is_open() && read.late(&action.due).is_some());
            late.map(|action| match action.owner.as_str() {
                "" => model.say("counts.no_owner"),
                owner => choice(held, format!("fields.action.owner.choices.{owner}")),
            })
            .collect()
        }),
    );
    group(
        "counts.issues",
        of_plans(&|held, read| {
            let kinds = read.plan.issues.iter().filter(|issue| !issue.kind.is_empty());
            kinds.map(|issue| choice(held, format!("fields.issue.type.choices.{}", issue.kind))).collect()
        }),
    );
    group(
        "counts.options",
        of_plans(&|held, read| {
            let chosen = read.many(crate::tools::action_planning::answers::OPTIONS_CHOSEN.0);
            chosen.iter().map(|id| choice(held, format!("questions.ap_options_chosen.choices.{id}"))).collect()
        }),
    );
    let yes = |id: &str, holds: bool| holds.then(|| model.say(id));
    let facts = kept.iter().flat_map(|held| {
        let flags = held.plan_flags(today);
        [
            yes("counts.without_agreement", flags.contains(&"AP-F-03")),
            yes("counts.review_overdue", held.review_late(today)),
            yes("counts.not_involved", flags.contains(&"AP-F-07") || held.voice("how_obtained") == "not_obtained"),
            yes("counts.advocate", advocate_needed(held)),
            yes("counts.departs", held.departs() == Some(true)),
        ]
    });
    group("counts.facts", facts.flatten().collect());
    group("counts.unknowns", kept.iter().flat_map(|held| held.unknowns()).collect());
    if let Some(days) = median(plans().flat_map(|held| days_to_done(held, today)).collect()) {
        groups.push(("counts.median", vec![(model.say("counts.median_days"), days)]));
    }
    Counts { groups, left_out }
}

/// Whole days from when a plan was agreed to when each of its actions was done.
fn days_to_done(held: &Held, today: Option<NaiveDate>) -> Vec<usize> {
    let (Some(agreed), Some(plan)) = (held.day("conversation_on"), held.plan_on(today)) else { return Vec::new() };
    let done = plan.actions.iter().filter(|action| action.status == "done").filter_map(|action| action.done_on.day());
    done.filter_map(|day| usize::try_from((day - agreed).num_days()).ok()).collect()
}

/// The middle one; of an even number the lower of the two in the middle, so that it is a whole number of days.
fn median(mut days: Vec<usize>) -> Option<usize> {
    days.sort_unstable();
    days.get(days.len().saturating_sub(1) / 2).copied()
}
