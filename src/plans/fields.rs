//! The fields of an issue, an action or a report as questions that the screen can draw.

use super::model::Model;
use crate::engine::Shape;
use crate::sheet::form::{ChoiceView, QuestionView, WrittenView};
use crate::tools::action_planning::groups::{Field, Item, Kind, Value};

/// What controls of issues are called: at most ten stand on a plan at a time.
const SLOTS: [&str; 10] =
    ["slot-1", "slot-2", "slot-3", "slot-4", "slot-5", "slot-6", "slot-7", "slot-8", "slot-9", "slot-10"];
/// What the choice is called that says nothing.
const NOTHING: &str = "none-of-these";

impl Model {
    /// The fields of an item that are asked, but for those that are not wanted here.
    pub fn item_questions<T: Item>(&self, item: &T, id: &str, wanted: impl Fn(&str) -> bool) -> Vec<QuestionView> {
        let fields = T::FIELDS.iter().enumerate().filter(|(_, field)| wanted(field.id));
        fields.filter_map(|(at, field)| Some(self.field(T::GROUP, id, at, field, item.get(field.id)?))).collect()
    }

    fn field(&self, group: &str, item: &str, at: usize, field: &Field, value: Value) -> QuestionView {
        let words = |part: &str| self.at(&format!("fields.{group}.{}.{part}", field.id));
        let optional = if field.must { String::new() } else { format!(" {}", self.say("optional")) };
        let shape = match field.kind {
            Kind::Many(_) | Kind::RelatesTo => Shape::Many,
            Kind::Day => Shape::Day,
            Kind::One(_) | Kind::Issue | Kind::Line | Kind::Text => Shape::One,
        };
        let boxes = match &value {
            Value::Day(day) => self.boxes_of(item, field.id, day),
            Value::Text(_) | Value::Many(_) => Default::default(),
        };
        let written = matches!(field.kind, Kind::Line | Kind::Text)
            .then(|| WrittenView { text: value.text().to_owned(), long: field.kind == Kind::Text });
        QuestionView {
            id: field.control,
            at,
            name: words("name"),
            legend: words("question") + &optional,
            hint: words("hint"),
            why: String::new(),
            sources: String::new(),
            shape,
            choices: self.choices_of(group, field, &value),
            boxes,
            find_out: words("find_out"),
            notes: Vec::new(),
            teams: None,
            written,
        }
    }

    fn closes_achieved(&self) -> bool {
        self.plan().read().one(crate::tools::action_planning::answers::CLOSE.0) == "achieved"
    }

    fn choices_of(&self, group: &str, field: &Field, value: &Value) -> Vec<ChoiceView> {
        let view = |id, at, label, chosen| ChoiceView {
            id,
            at,
            label,
            chosen,
            open: id == "unknown",
            unused: String::new(),
        };
        let mut choices: Vec<ChoiceView> = match field.kind {
            Kind::Issue => {
                let issues = self.issues.iter().zip(SLOTS).enumerate();
                issues
                    .map(|(at, (issue, slot))| view(slot, at, self.issue_title(&issue.id), issue.id == value.text()))
                    .collect()
            }
            _ => {
                let chosen = |id: &str| match value {
                    Value::Many(list) => list.iter().any(|one| one == id),
                    other => other.text() == id,
                };
                let ids = field.choices().into_iter().enumerate();
                ids.map(|(at, id)| view(id, at, self.choice(group, field.id, id), chosen(id))).collect()
            }
        };
        if field.id == "state" && value.is_blank() {
            // What counts while nothing was said.
            for choice in &mut choices {
                choice.chosen = choice.id == if self.closes_achieved() { "resolved" } else { "open" };
            }
        }
        let radios = matches!(field.kind, Kind::Issue | Kind::One(_));
        if radios && !field.must && field.id != "state" {
            let phrase = if field.kind == Kind::Issue { "plan.no_issue" } else { "plan.as_it_is" };
            let chosen = !choices.iter().any(|choice| choice.chosen);
            choices.push(view(NOTHING, choices.len(), self.say(phrase), chosen));
        }
        choices
    }
}
