//! What somebody puts in: answers to questions of the plan, fields of the item or the report that is open.

use super::model::Model;
use super::place::Place;
use crate::engine::{Given, Question};
use crate::tools::action_planning::day::Written;
use crate::tools::action_planning::groups::{ALONE, Item, Kind, Progress, Value};
use crate::tools::action_planning::law_once;
use crate::ui::state::Action;
use chrono::{Datelike, NaiveDate};

impl Model {
    /// Answers a question of the plan.
    pub fn answer(&mut self, action: &Action) {
        let law = law_once();
        let open = |at: usize| law.question_at(at).filter(|question| self.is_open(question));
        match action {
            Action::Choose(at, choice) => {
                if let Some(question) = open(*at) {
                    self.draft.give(question, Given::One(*choice));
                }
            }
            Action::Toggle(at, choice) => {
                if let Some(question) = open(*at) {
                    let ticks = question.toggled(self.draft.ticks(*at), *choice);
                    self.draft.give(question, Given::Many(ticks));
                    if ticks == 0 {
                        self.draft.answers.withdraw(*at);
                    }
                }
            }
            Action::Box(at, part, text) => {
                if let Some(question) = open(*at) {
                    let desk = self.desk.clone();
                    self.draft.type_box(question, *part, text, &desk.words);
                }
            }
            Action::Note(id, text) => {
                if let Some(question) = law.question(id).filter(|question| self.is_open(question)) {
                    self.write(question, text);
                }
            }
            _ => {}
        }
        self.said.clear();
    }

    fn write(&mut self, question: &Question, text: &str) {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_when_asked(text);
        self.draft.type_note(question.id, text);
        match text.trim().is_empty() {
            true => self.draft.answers.withdraw(question.at),
            false => self.draft.give(question, Given::One(0)),
        }
    }

    /// Fills in a field of what is open: an issue, an action or a report.
    pub fn fill_in(&mut self, action: &Action) {
        let months = self.desk.words.months();
        self.said.clear();
        match self.place.clone() {
            Place::Issue(id) => {
                let complete = self.complete;
                if let Some(issue) = self.issues.iter_mut().find(|issue| issue.id == id) {
                    // Where an issue has got to is said while a plan is followed; the rest was agreed.
                    let may = |field: &str| !complete || field == "state";
                    change(issue, action, &[], &mut self.boxes, &id, &months, may);
                }
            }
            Place::Action(id) => {
                let issues: Vec<String> = self.issues.iter().map(|issue| issue.id.clone()).collect();
                if let Some(item) = self.actions.iter_mut().find(|item| item.id == id && !self.complete) {
                    change(item, action, &issues, &mut self.boxes, &id, &months, |_| true);
                }
            }
            Place::Report(_) => {
                change(&mut self.report, action, &[], &mut self.boxes, "report", &months, |_| true);
            }
            _ => {}
        }
    }

    /// Begins a report, with today as its day.
    pub fn begin_report(&mut self, id: &str) {
        // What was written for this action and not added is still there.
        if self.report_for == id {
            return;
        }
        id.clone_into(&mut self.report_for);
        self.report = Progress::default();
        self.boxes.retain(|at, _| !at.starts_with("report."));
        if let Some(today) = self.today {
            self.report.on = Written::Day(today);
            self.boxes.insert("report.on".into(), parts_of(today));
        }
    }

    /// What was typed for the day of an item; what it is, where nothing was typed here.
    pub fn boxes_of(&self, item: &str, field: &str, day: &Written) -> [String; 3] {
        match (self.boxes.get(&format!("{item}.{field}")), day) {
            (Some(typed), _) => typed.clone(),
            (None, Written::Day(day)) => parts_of(*day),
            (None, Written::NotReal(text)) => typed(text),
            (None, Written::Blank) => Default::default(),
        }
    }
}

/// Day, month and year as they stand in three boxes.
pub fn parts_of(day: NaiveDate) -> [String; 3] {
    [day.day().to_string(), day.month().to_string(), day.year().to_string()]
}

/// What was typed in three boxes, as [`written`] keeps it where it is no day.
pub fn typed(text: &str) -> [String; 3] {
    let mut parts = text.splitn(3, '/').map(str::to_owned);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// The day that three boxes say. A real day has a year from 2000 to 2100.
pub fn written(boxes: &[String; 3], months: &[String]) -> Written {
    let [day, month, year] = boxes;
    match crate::engine::dates::from_boxes(day, month, year, months) {
        Ok(None) => Written::Blank,
        Ok(Some(day)) if (2000..=2100).contains(&day.year()) => Written::Day(day),
        Ok(Some(_)) | Err(_) => Written::NotReal(boxes.join("/")),
    }
}

fn change<T: Item>(
    item: &mut T,
    action: &Action,
    issues: &[String],
    boxes: &mut std::collections::BTreeMap<String, [String; 3]>,
    id: &str,
    months: &[String],
    may: impl Fn(&str) -> bool,
) {
    let numbered = |at: &usize| T::FIELDS.get(*at).filter(|field| may(field.id));
    match action {
        Action::Choose(at, choice) => {
            let Some(field) = numbered(at) else { return };
            let said = match field.kind {
                Kind::Issue => issues.get(*choice).cloned(),
                _ => field.choices().get(*choice).map(|id| (*id).to_owned()),
            };
            // The choice after the last says nothing.
            item.set(field.id, Value::Text(said.unwrap_or_default()));
        }
        Action::Toggle(at, choice) => {
            let Some(field) = numbered(at) else { return };
            let (Some(said), Some(Value::Many(list))) = (field.choices().get(*choice).copied(), item.get(field.id))
            else {
                return;
            };
            item.set(field.id, Value::Many(toggled(list, said, &field.choices())));
        }
        Action::Box(at, part, text) => {
            let Some(field) = numbered(at) else { return };
            let at = format!("{id}.{}", field.id);
            let day = match item.get(field.id) {
                Some(Value::Day(Written::Day(day))) => parts_of(day),
                _ => Default::default(),
            };
            let typed = boxes.entry(at).or_insert(day);
            if let Some(slot) = typed.get_mut(*part) {
                text.clone_into(slot);
            }
            let day = written(typed, months);
            item.set(field.id, Value::Day(day));
        }
        Action::Note(control, text) => {
            #[cfg(feature = "faults")]
            crate::ui::on_purpose::fail_when_asked(text);
            if let Some(field) = T::FIELDS.iter().find(|field| field.control == *control && may(field.id)) {
                item.set(field.id, Value::Text(text.clone()));
            }
        }
        _ => {}
    }
}

/// A choice ticked or unticked, in the order of the choices. One that stands alone unticks the others.
fn toggled(mut list: Vec<String>, said: &str, choices: &[&str]) -> Vec<String> {
    match list.iter().position(|one| one == said) {
        Some(at) => drop(list.remove(at)),
        None if ALONE.contains(&said) => list = vec![said.to_owned()],
        None => {
            list.retain(|one| !ALONE.contains(&one.as_str()));
            list.push(said.to_owned());
        }
    }
    list.sort_by_key(|one| choices.iter().position(|choice| choice == one));
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_stands_alone_unticks_the_others() {
        let choices = ["a", "b", "none_yet"];
        let ticked =
            |list: &[&str], said| toggled(list.iter().map(|one| (*one).to_owned()).collect(), said, &choices);
        assert_eq!(ticked(&["b"], "a"), ["a", "b"]);
        assert_eq!(ticked(&["a", "b"], "none_yet"), ["none_yet"]);
        assert_eq!(ticked(&["none_yet"], "b"), ["b"]);
        assert!(ticked(&["a"], "a").is_empty());
    }

    #[test]
    fn three_boxes_are_a_day_or_what_was_typed() {
        let months = ["January".to_owned(), "February".to_owned(), "March".to_owned()];
        let boxes = |parts: [&str; 3]| parts.map(str::to_owned);
        assert_eq!(written(&boxes(["29", "feb", "2028"]), &months), Written::read("2028-02-29"));
        assert_eq!(written(&boxes(["29", "2", "2027"]), &months), Written::NotReal("29/2/2027".into()));
        assert_eq!(written(&boxes(["1", "1", "1999"]), &months), Written::NotReal("1/1/1999".into()));
        assert_eq!(written(&boxes(["", "", ""]), &months), Written::Blank);
    }
}
