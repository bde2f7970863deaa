//! Issues and actions: added, removed, taken back and put in another order.

use super::model::Model;
use super::place::{ACTIONS, ISSUES, Place};
use crate::tools::action_planning::answers::REVIEW_DATE;
use crate::tools::action_planning::groups::{Action, Issue, MOST};

/// What was removed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// An issue, with its place and the actions that helped with it.
    Issue(usize, Issue, Vec<String>),
    /// An action, with its place.
    Action(usize, Box<Action>),
}

impl Removed {
    /// The id of what was removed.
    pub fn id(&self) -> &str {
        match self {
            Removed::Issue(_, issue, _) => &issue.id,
            Removed::Action(_, action) => &action.id,
        }
    }

    /// The group it belongs to.
    pub fn is_issue(&self) -> bool {
        matches!(self, Removed::Issue(..))
    }
}

/// The id of the button that takes a removal back.
pub const UNDO: &str = "ct-undo";

impl Model {
    /// Adds an issue or an action and opens it.
    pub fn add(&mut self, group: &str) {
        if self.complete {
            return;
        }
        if group == "issue" {
            if self.issues.len() >= MOST.0 {
                return self.said = self.fill("plan.no_more", &[("most", &MOST.0.to_string())]);
            }
            self.made.0 += 1;
            let id = format!("I{}", self.made.0);
            self.issues.push(Issue { id: id.clone(), ..Issue::default() });
            self.open(Place::Issue(id.clone()));
            self.fresh = id;
        } else {
            if self.actions.len() >= MOST.1 {
                return self.said = self.fill("plan.no_more", &[("most", &MOST.1.to_string())]);
            }
            self.made.1 += 1;
            let id = format!("A{}", self.made.1);
            // One issue: then it is the one that the action helps with, until somebody says otherwise.
            let issue = match self.issues.as_slice() {
                [one] => one.id.clone(),
                _ => String::new(),
            };
            self.actions.push(Action { id: id.clone(), issue, ..Action::default() });
            self.open(Place::Action(id.clone()));
            self.fresh = id;
        }
    }

    /// Removes an issue or an action. Removals can be taken back, the last one first.
    pub fn remove(&mut self, id: &str) {
        if self.complete {
            return;
        }
        self.close_item();
        if let Some(at) = self.issues.iter().position(|issue| issue.id == id) {
            let helped: Vec<String> =
                self.actions.iter().filter(|action| action.issue == id).map(|action| action.id.clone()).collect();
            for action in self.actions.iter_mut().filter(|action| action.issue == id) {
                action.issue.clear();
            }
            let issue = self.issues.remove(at);
            self.removed.push(Removed::Issue(at, issue, helped));
            self.place = Place::Section(ISSUES);
        } else if let Some(at) = self.actions.iter().position(|action| action.id == id) {
            let action = self.actions.remove(at);
            self.removed.push(Removed::Action(at, Box::new(action)));
            self.place = Place::Section(ACTIONS);
        } else {
            return;
        }
        self.said = self.fill("plan.removed", &[("id", id)]);
        self.go = UNDO.into();
    }

    /// Takes the last removal back.
    pub fn undo(&mut self) {
        if self.complete {
            return;
        }
        // What was added since may have taken the place.
        let full = match self.removed.last() {
            Some(Removed::Issue(..)) if self.issues.len() >= MOST.0 => Some(MOST.0),
            Some(Removed::Action(..)) if self.actions.len() >= MOST.1 => Some(MOST.1),
            _ => None,
        };
        if let Some(most) = full {
            self.said = self.fill("plan.no_more", &[("most", &most.to_string())]);
            self.go = UNDO.into();
            return;
        }
        let id = match self.removed.pop() {
            Some(Removed::Issue(at, issue, helped)) => {
                for action in self.actions.iter_mut().filter(|action| helped.contains(&action.id)) {
                    if action.issue.is_empty() {
                        action.issue.clone_from(&issue.id);
                    }
                }
                let id = issue.id.clone();
                self.issues.insert(at.min(self.issues.len()), issue);
                self.place = Place::Section(ISSUES);
                id
            }
            Some(Removed::Action(at, action)) => {
                let id = action.id.clone();
                self.actions.insert(at.min(self.actions.len()), *action);
                self.place = Place::Section(ACTIONS);
                id
            }
            None => return,
        };
        self.said = self.fill("plan.back_again", &[("id", &id)]);
        self.go = format!("ct-item-{id}");
    }

    /// Moves an issue or an action one place up or down.
    pub fn move_item(&mut self, id: &str, up: bool) {
        if self.complete {
            return;
        }
        fn swap<T>(list: &mut [T], at: Option<usize>, up: bool) -> Option<usize> {
            let at = at?;
            let to = if up { at.checked_sub(1)? } else { at + 1 };
            (to < list.len()).then(|| {
                list.swap(at, to);
                to + 1
            })
        }
        let issue = self.issues.iter().position(|issue| issue.id == id);
        let action = self.actions.iter().position(|action| action.id == id);
        let moved = swap(&mut self.issues, issue, up).or_else(|| swap(&mut self.actions, action, up));
        if let Some(place) = moved {
            let of = if issue.is_some() { self.issues.len() } else { self.actions.len() };
            let gaps = [("id", id.to_owned()), ("place", place.to_string()), ("of", of.to_string())];
            let gaps = gaps.each_ref().map(|(gap, value)| (*gap, value.as_str()));
            self.said = self.fill("plan.moved", &gaps);
            // The button that was pressed, unless the item has come to an end of the list.
            let up = if place == 1 { false } else { up || place == of };
            self.go = format!("ct-{}-{id}", if up { "up" } else { "down" });
        }
    }

    /// Opens an item or a section.
    pub fn open(&mut self, place: Place) {
        self.close_item();
        self.warned = None;
        self.fresh.clear();
        match &place {
            Place::Action(id) => self.opened = self.action(id).cloned(),
            Place::Report(id) => {
                self.report_tried = false;
                self.begin_report(id);
            }
            Place::Follow => self.followed = true,
            _ => {}
        }
        self.place = place;
        self.go = crate::ui::state::STEP_TITLE.into();
    }

    /// Counts what a calendar has to be told of: another text, owner or day of an action, another day of the review.
    fn close_item(&mut self) {
        if let (Place::Action(id), Some(was)) = (&self.place, self.opened.take()) {
            let new = was.what.trim().is_empty() && was.owner.is_empty() && was.due.day().is_none();
            if let Some(action) = self.actions.iter_mut().find(|action| action.id == *id) {
                let shown =
                    |action: &Action| (action.what.trim().to_owned(), action.owner.clone(), action.due.clone());
                action.seq += u32::from(!new && shown(action) != shown(&was));
            }
        }
        // A day that was taken out and written anew is compared with the last one there was.
        if let Some(now) = self.day_given(REVIEW_DATE.0) {
            self.review_seq += u32::from(self.review_was.is_some_and(|was| was != now));
            self.review_was = Some(now);
        }
    }
}
