//! Issues, actions and reports: the parts of a plan that repeat, and the fields they have.

use super::answers::RelatesTo;
use super::day::Written;
use crate::engine::Choices;

/// The most issues and the most actions of a plan.
pub const MOST: (usize, usize) = (10, 20);
/// Owners who live at weekends: a day that is not worked is no matter to them.
pub const AT_HOME: [&str; 3] = ["person", "carer", "family_friend"];
/// Choices that untick the others.
pub const ALONE: [&str; 2] = ["none_yet", "nobody_specific"];

/// What is put into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of these.
    One(&'static [&'static str]),
    /// Some of these.
    Many(&'static [&'static str]),
    /// Some of those that an issue may relate to.
    RelatesTo,
    /// An issue on this plan.
    Issue,
    /// A text of at most [`SHORT`] characters.
    Line,
    /// A text of at most [`LONG`] characters.
    Text,
    /// A day.
    Day,
}

/// The most characters of a short text.
pub const SHORT: usize = 300;
/// The most characters of a long text.
pub const LONG: usize = 4_000;

/// A field. Its words stand in the tool's wording, under `fields.<group>.<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The permanent id.
    pub id: &'static str,
    /// What its control is called on a page. One item is open at a time.
    pub control: &'static str,
    /// What is put into it.
    pub kind: Kind,
    /// Whether a plan can be complete without it.
    pub must: bool,
}

/// Fields of a group, each with whether a plan needs it, its id and its kind.
macro_rules! list {
    ($name:ident, $group:literal, [$($must:ident $id:literal $kind:expr),+ $(,)?]) => {
        #[doc = concat!("What is said of an ", $group, ".")]
        pub const $name: &[Field] = &[
            $(Field { id: $id, control: concat!($group, "-", $id), kind: $kind, must: list!(@ $must) }),+
        ];
    };
    (@ must) => { true };
    (@ may) => { false };
}

list!(ISSUE, "issue", [
    must "type" Kind::One(&[
            "not_engaging",
            "losing_motivation",
            "carer_not_encouraging",
            "outcomes_unrealistic",
            "visits_not_right",
            "equipment_delay",
            "needs_changed",
            "provider_not_enabling",
            "communication_breakdown",
            "joint_work_delay",
            "risk_worry",
            "unhappy_with_service",
            "other",
    ]),
    must "description" Kind::Text,
    must "evidence" Kind::Many(&[
            "worker_observed",
            "involved_professional",
            "other_professional",
            "person_said",
            "carer_said",
            "records",
            "none_yet",
    ]),
    must "impact" Kind::One(&["none_yet", "reducing_benefit", "stopping_progress", "unknown"]),
    must "relates_to" Kind::RelatesTo,
    may "state" Kind::One(&["open", "resolved", "not_resolvable"]),
]);

list!(ACTION, "action", [
    must "what" Kind::Line,
    may "issue" Kind::Issue,
    must "owner" Kind::One(&[
            "person",
            "carer",
            "family_friend",
            "practitioner",
            "manager",
            "reablement_worker",
            "provider",
            "health",
            "other_professional",
            "voluntary_sector",
    ]),
    may "owner_label" Kind::Line,
    must "owner_agreed" Kind::One(&["yes", "no", "not_asked"]),
    must "due" Kind::Day,
    must "measure" Kind::Line,
    may "support" Kind::Line,
    may "risk" Kind::Line,
    must "contingency" Kind::Line,
    may "status" STATUS,
    must "done_on" Kind::Day,
    must "stopped_reason" Kind::Line,
]);

const STATUS: Kind = Kind::One(&["not_started", "in_progress", "done", "stopped"]);

list!(PROGRESS, "progress", [
    must "on" Kind::Day,
    must "rating" Kind::One(&["gone_backwards", "no_change", "some_progress", "nearly_there", "achieved"]),
    may "note" Kind::Line,
    may "status" STATUS,
    must "done_on" Kind::Day,
    must "stopped_reason" Kind::Line,
    may "due" Kind::Day,
    must "due_reason" Kind::Line,
]);

impl Field {
    /// What may be chosen.
    pub fn choices(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::One(ids) | Kind::Many(ids) => ids.to_vec(),
            Kind::RelatesTo => RelatesTo::LIST.iter().map(|choice| choice.id).collect(),
            Kind::Issue | Kind::Line | Kind::Text | Kind::Day => Vec::new(),
        }
    }

    /// The most characters of what is written.
    pub fn limit(&self) -> usize {
        if self.kind == Kind::Text { LONG } else { SHORT }
    }
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// What was chosen, or written; empty while nothing was.
    Text(String),
    /// What was ticked.
    Many(Vec<String>),
    /// A day.
    Day(Written),
}

impl Value {
    /// Whether nothing was said. A text of spaces says nothing.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Text(text) => text.trim().is_empty(),
            Value::Many(list) => list.is_empty(),
            Value::Day(day) => *day == Written::Blank,
        }
    }

    /// The text; empty where it is none.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            Value::Many(_) | Value::Day(_) => "",
        }
    }
}

/// Something with fields: an issue, an action or a report.
pub trait Item: Clone + Default {
    /// The fields, in order.
    const FIELDS: &'static [Field];
    /// The name of the group in words and in ids.
    const GROUP: &'static str;
    /// What stands in a field; nothing where there is no such field.
    fn get(&self, field: &str) -> Option<Value>;
    /// Puts something into a field. What is of the wrong kind is not taken.
    fn set(&mut self, field: &str, value: Value);
    /// Whether a field is asked, as it stands.
    fn asks(&self, field: &str) -> bool;
}

/// The field with this id.
pub fn field<T: Item>(id: &str) -> Option<&'static Field> {
    T::FIELDS.iter().find(|field| field.id == id)
}

/// Something that is not working. A text is empty, and a choice too, while nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// I1 to I10; never used again after a deletion.
    pub id: String,
    /// What kind it is.
    pub kind: String,
    /// What is happening.
    pub description: String,
    /// What it rests on.
    pub evidence: Vec<String>,
    /// What effect it has.
    pub impact: String,
    /// Whom it relates to, by the ids of [`RelatesTo`].
    pub relates_to: Vec<String>,
    /// Where it has got to.
    pub state: String,
}

/// Something that somebody does by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// A1 to A20; never used again after a deletion, because calendar entries are known by it.
    pub id: String,
    /// What will happen.
    pub what: String,
    /// The issue it helps with.
    pub issue: String,
    /// Who does it.
    pub owner: String,
    /// The owner's role or initials.
    pub owner_label: String,
    /// Whether they said they can.
    pub owner_agreed: String,
    /// By when.
    pub due: Written,
    /// How it will be known.
    pub measure: String,
    /// What support it needs.
    pub support: String,
    /// What could stop it.
    pub risk: String,
    /// What then.
    pub contingency: String,
    /// Where it has got to.
    pub status: String,
    /// When it was done.
    pub done_on: Written,
    /// Why it was stopped.
    pub stopped_reason: String,
    /// What was reported; entries are added and never changed.
    pub progress: Vec<Progress>,
    /// How often what a calendar shows has changed.
    pub seq: u32,
}

/// A report on an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The day.
    pub on: Written,
    /// How it is going, in words and never as a score.
    pub rating: String,
    /// What happened.
    pub note: String,
    /// Where the action has got to, where that changed.
    pub status: String,
    /// When it was done.
    pub done_on: Written,
    /// Why it was stopped.
    pub stopped_reason: String,
    /// Its new day, where that moved.
    pub due: Written,
    /// Why it moved.
    pub due_reason: String,
    /// Its place among all reports on the plan.
    pub number: usize,
}

/// A day that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved<'a> {
    /// The day before.
    pub from: Written,
    /// The day after.
    pub to: Written,
    /// The report that moved it.
    pub by: &'a Progress,
}

macro_rules! fields {
    ($item:ty, $list:ident, $group:literal, [$($name:literal $field:ident $kind:ident),+ $(,)?], $asks:expr) => {
        impl Item for $item {
            const FIELDS: &'static [Field] = $list;
            const GROUP: &'static str = $group;
            fn get(&self, field: &str) -> Option<Value> {
                match field {
                    $($name => Some(Value::$kind(self.$field.clone())),)+
                    _ => None,
                }
            }
            fn set(&mut self, field: &str, value: Value) {
                match (field, value) {
                    $(($name, Value::$kind(value)) => self.$field = value,)+
                    _ => {}
                }
            }
            fn asks(&self, field: &str) -> bool {
                let asks: fn(&$item, &str) -> bool = $asks;
                asks(self, field)
            }
        }
    };
}

fields!(
    Issue,
    ISSUE,
    "issue",
    [
        "type" kind Text,
        "description" description Text,
        "evidence" evidence Many,
        "impact" impact Text,
        "relates_to" relates_to Many,
        "state" state Text,
    ],
    |_, field| field != "state"
);

fields!(
    Action,
    ACTION,
    "action",
    [
        "what" what Text,
        "issue" issue Text,
        "owner" owner Text,
        "owner_label" owner_label Text,
        "owner_agreed" owner_agreed Text,
        "due" due Day,
        "measure" measure Text,
        "support" support Text,
        "risk" risk Text,
        "contingency" contingency Text,
        "status" status Text,
        "done_on" done_on Day,
        "stopped_reason" stopped_reason Text,
    ],
    |action, field| match field {
        "owner_label" => !["", "person"].contains(&action.owner.as_str()),
        "contingency" => !action.risk.trim().is_empty(),
        "status" => false,
        "done_on" => action.status == "done",
        "stopped_reason" => action.status == "stopped",
        _ => true,
    }
);

fields!(
    Progress,
    PROGRESS,
    "progress",
    [
        "on" on Day,
        "rating" rating Text,
        "note" note Text,
        "status" status Text,
        "done_on" done_on Day,
        "stopped_reason" stopped_reason Text,
        "due" due Day,
        "due_reason" due_reason Text,
    ],
    |entry, field| match field {
        "done_on" => entry.status == "done",
        "stopped_reason" => entry.status == "stopped",
        "due_reason" => entry.due != Written::Blank,
        _ => true,
    }
);

impl Action {
    /// Everything that was written about it and is shown.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let own = [
            ("what", &self.what),
            ("owner_label", &self.owner_label),
            ("measure", &self.measure),
            ("support", &self.support),
            ("risk", &self.risk),
            ("contingency", &self.contingency),
            ("stopped_reason", &self.stopped_reason),
        ];
        let shown = own.into_iter().filter(|(field, _)| self.asks(field));
        let notes = self.progress.iter().flat_map(|entry| {
            [("progress", &entry.note), ("progress", &entry.due_reason), ("progress", &entry.stopped_reason)]
        });
        shown.chain(notes).map(|(field, text)| (field, text.as_str())).collect()
    }

    /// Neither done nor stopped.
    pub fn is_open(&self) -> bool {
        !["done", "stopped"].contains(&self.status.as_str())
    }

    /// The action as reports have left it. What was agreed stays as it was.
    #[must_use]
    pub fn current(&self) -> Action {
        let mut now = self.clone();
        for entry in &self.progress {
            if !entry.status.is_empty() {
                now.seq += u32::from(entry.status != now.status);
                now.status.clone_from(&entry.status);
                now.done_on.clone_from(&entry.done_on);
                now.stopped_reason.clone_from(&entry.stopped_reason);
            }
            if entry.due != Written::Blank {
                now.seq += u32::from(entry.due != now.due);
                now.due.clone_from(&entry.due);
            }
        }
        now
    }

    /// Every time that its day was moved, in order. The first is from the day that was agreed.
    pub fn moves(&self, agreed: &Action) -> Vec<Moved<'_>> {
        let mut day = agreed.due.clone();
        let moved = self.progress.iter().filter(|entry| entry.due != Written::Blank);
        moved
            .map(|by| {
                let from = std::mem::replace(&mut day, by.due.clone());
                Moved { from, to: by.due.clone(), by }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_change_what_is_and_not_what_was_agreed() {
        let agreed = Action {
            due: Written::read("2026-06-10"),
            progress: vec![
                Progress { due: Written::read("2026-06-12"), ..Progress::default() },
                Progress { due: Written::read("2026-06-20"), ..Progress::default() },
                Progress { status: "done".into(), done_on: Written::read("2026-06-19"), ..Progress::default() },
            ],
            ..Action::default()
        };
        let now = agreed.current();
        assert_eq!((now.due.clone(), now.seq, now.is_open()), (Written::read("2026-06-20"), 3, false));
        let moves = now.moves(&agreed);
        assert_eq!(moves.len(), 2);
        assert_eq!(moves.first().map(|moved| moved.from.clone()), Some(Written::read("2026-06-10")));
    }

    #[test]
    fn every_field_can_be_read_and_written() {
        fn all<T: Item>() {
            for field in T::FIELDS {
                let mut item = T::default();
                let was = item.get(field.id).unwrap_or(Value::Text("none".into()));
                assert!(was.is_blank(), "{}", field.id);
                let value = match was {
                    Value::Text(_) => Value::Text("x".into()),
                    Value::Many(_) => Value::Many(vec!["x".into()]),
                    Value::Day(_) => Value::Day(Written::NotReal("x".into())),
                };
                item.set(field.id, value.clone());
                assert_eq!(item.get(field.id), Some(value), "{}", field.id);
            }
        }
        all::<Issue>();
        all::<Action>();
        all::<Progress>();
    }
}
