//! What is wrong, and where it can be put right.

use super::model::Model;
use super::place::{Place, SECTIONS};
use crate::record::plan as record;
use crate::sheet::form::Problem;
use crate::tools::action_planning::answers::{
    AGREED_ON, CLOSE_DATE, CLOSE_PERSON_VIEW, CLOSE_SUMMARY, OPTIONS_CHOSEN,
};
use crate::tools::action_planning::checks::{ALWAYS, is_longer};
use crate::tools::action_planning::day::Written;
use crate::tools::action_planning::found::{Found, parts};
use crate::tools::action_planning::groups::{Action, Field, Issue, Item, Kind, Progress, SHORT, field};
use crate::tools::action_planning::law_once;
use crate::tools::action_planning::plan::Read;

/// The id of the box that says why there is a new version.
pub const VERSION_REASON: &str = "version-reason";
/// The id of the control that adds an issue or an action.
pub const ADD: &str = "add";

impl Model {
    /// Everything that is wrong now: what always counts, and once "Mark as complete" was pressed the rest.
    pub fn wrong(&self, read: &Read<'_>) -> Vec<Found> {
        let mut found = read.all_errors();
        // A plan that is complete is closed later: what that needs is missing then and there.
        let closing = [CLOSE_DATE.0, CLOSE_SUMMARY.0, CLOSE_PERSON_VIEW.0];
        let of_closing = |found: &Found| law_once().question(&found.at).is_some_and(|it| closing.contains(&it.at));
        found.retain(|found| self.tried || ALWAYS.contains(&found.id) || (self.complete && of_closing(found)));
        found
    }

    /// A problem for the summary and for the control it is about.
    pub fn problem(&self, found: &Found) -> Problem {
        let (about, _) = self.control(&found.at);
        Problem { about, goto: found.at.clone(), text: record::error(&self.desk.words, found) }
    }

    /// What is wrong where somebody stands.
    pub fn problems_here(&self, read: &Read<'_>) -> Vec<Problem> {
        if let Place::Report(_) = self.place {
            return if self.report_tried { self.report_problems() } else { Vec::new() };
        }
        let here = |found: &&Found| self.place_of(&found.at).as_ref() == Some(&self.place);
        let passed = matches!(self.place, Place::Section(at) if self.passed.contains(&at));
        let shown = |found: &&Found| self.tried || passed || self.is_warned() || self.is_typed(&found.at);
        if matches!(&self.place, Place::Issue(id) | Place::Action(id) if *id == self.fresh) {
            return Vec::new();
        }
        let wrong = self.wrong(read);
        wrong.iter().filter(here).filter(shown).map(|found| self.problem(found)).collect()
    }

    /// Whether problems were shown here that somebody may pass by.
    pub fn is_warned(&self) -> bool {
        self.warned.as_ref().is_some_and(|(place, _)| *place == self.place)
    }

    /// Whether a day is typed to its end: before, nobody is told that it is none.
    fn is_typed(&self, at: &str) -> bool {
        let full =
            |boxes: [String; 3]| boxes.iter().all(|part| !part.trim().is_empty()) && boxes[2].trim().len() >= 4;
        match parts(at) {
            Some((_, id, "due" | "done_on")) => {
                let field = parts(at).map_or("", |(.., field)| field);
                self.boxes.get(&format!("{id}.{field}")).is_none_or(|boxes| full(boxes.clone()))
            }
            Some(_) => true,
            None => match law_once().question(at) {
                Some(question) if question.shape == crate::engine::Shape::Day => full(self.draft.boxes(question.at)),
                _ => true,
            },
        }
    }

    /// Where something stands that a problem or a warning names.
    pub fn place_of(&self, at: &str) -> Option<Place> {
        match (at, parts(at)) {
            ("ap_issues", _) => Place::section("issues"),
            ("ap_actions", _) => Place::section("actions"),
            (_, Some(("issue", id, _))) => Some(Place::Issue(id.to_owned())),
            (_, Some((_, id, "done_on" | "stopped_reason" | "progress"))) => Some(Place::Report(id.to_owned())),
            // A day that a report has moved is put right by another report.
            (_, Some((_, id, "due"))) if self.has_moved(id) => Some(Place::Report(id.to_owned())),
            (_, Some((_, id, _))) => Some(Place::Action(id.to_owned())),
            (id, None) => {
                let question = law_once().question(id)?;
                let section = law_once().sections.get(law_once().section_of(question.at)?)?;
                Place::section(section.id)
            }
        }
    }

    /// Whether a report has moved an action's day.
    pub fn has_moved(&self, id: &str) -> bool {
        self.action(id).is_some_and(|action| action.progress.iter().any(|entry| entry.due != Written::Blank))
    }

    /// The id of the question or field that is meant, and that of the control which takes the focus.
    pub fn control(&self, at: &str) -> (&'static str, String) {
        match (at, parts(at)) {
            ("ap_issues" | "ap_actions", _) => (ADD, format!("ct-{ADD}")),
            (_, Some((group, _, id))) => {
                let known = if group == "issue" { field::<Issue>(id) } else { field::<Action>(id) };
                known.map_or(("", String::new()), |field| (field.control, first(field)))
            }
            (id, None) => match law_once().question(id) {
                // Which of its choices are drawn depends on another answer.
                Some(question) if question.at == OPTIONS_CHOSEN.0 => (question.id, format!("ct-{}", question.id)),
                Some(question) => {
                    let part = match question.choices.first() {
                        _ if question.is_written() => "text",
                        Some(choice) => choice.id,
                        None => "day",
                    };
                    (question.id, format!("ct-{}-{part}", question.id))
                }
                None => ("", String::new()),
            },
        }
    }

    /// What keeps a report from being added.
    pub fn report_problems(&self) -> Vec<Problem> {
        let Progress { on, rating, status, done_on, stopped_reason, due, due_reason, note, .. } = &self.report;
        let agreed = self.day_given(AGREED_ON.0);
        let mut problems = Vec::new();
        let mut add = |id: &str, text: String| {
            if let Some(field) = field::<Progress>(id) {
                let goto = first(field).trim_start_matches("ct-").to_owned();
                problems.push(Problem { about: field.control, goto, text });
            }
        };
        let error = |id: &str| self.at(&format!("errors.{id}"));
        let blank = |text: &str| text.trim().is_empty();
        match on {
            Written::Blank => add("on", self.say("plan.report_day")),
            Written::NotReal(_) => add("on", error("AP-E-12")),
            Written::Day(day) if self.today.is_some_and(|today| *day > today) => {
                add("on", self.say("plan.report_future"))
            }
            Written::Day(day) if agreed.is_some_and(|agreed| *day < agreed) => {
                add("on", self.say("plan.report_early"))
            }
            Written::Day(_) => {}
        }
        if rating.is_empty() {
            add("rating", self.say("plan.report_rating"));
        }
        let limit = |text: &str| is_longer(text.trim(), SHORT);
        let too_long = self.fill("plan.too_long", &[("limit", &SHORT.to_string())]);
        if limit(note) {
            add("note", too_long.clone());
        }
        if status == "done" {
            match done_on {
                Written::Blank => add("done_on", error("AP-E-21")),
                Written::NotReal(_) => add("done_on", error("AP-E-12")),
                Written::Day(day) if self.today.is_some_and(|today| *day > today) => add("done_on", error("AP-E-22")),
                Written::Day(day) if agreed.is_some_and(|agreed| *day < agreed) => add("done_on", error("AP-E-23")),
                Written::Day(_) => {}
            }
        }
        if status == "stopped" && blank(stopped_reason) {
            add("stopped_reason", error("AP-E-24"));
        }
        if status == "stopped" && limit(stopped_reason) {
            add("stopped_reason", too_long.clone());
        }
        match due {
            Written::NotReal(_) => add("due", error("AP-E-12")),
            Written::Day(day) if agreed.is_some_and(|agreed| *day < agreed) => add("due", error("AP-E-13")),
            Written::Blank | Written::Day(_) => {}
        }
        if *due != Written::Blank && blank(due_reason) {
            add("due_reason", self.say("plan.report_reason"));
        }
        if *due != Written::Blank && limit(due_reason) {
            add("due_reason", too_long);
        }
        problems
    }

    /// Goes to what a problem is about.
    pub fn put_right(&mut self, goto: &str) {
        let at = goto.strip_prefix("ct-").unwrap_or(goto);
        if matches!(self.place, Place::Report(_)) || at == VERSION_REASON {
            self.go = goto.to_owned();
            return;
        }
        if let Some(place) = self.place_of(at) {
            let (_, control) = self.control(at);
            let stays = place == self.place;
            if !stays {
                self.open(place);
                self.warned = Some((self.place.clone(), Vec::new()));
            }
            // What is only shown has no control.
            let open = law_once().question(at).is_some_and(|question| self.is_open(question));
            let shown = matches!(self.place, Place::Report(_)) || (self.complete && !open);
            self.go = if shown { crate::ui::state::STEP_TITLE.into() } else { control };
        }
    }

    /// The sections in which something keeps the plan from being complete, by place.
    pub fn unfinished(&self, read: &Read<'_>) -> Vec<usize> {
        let section = |found: &Found| match self.place_of(&found.at)? {
            Place::Section(at) => Some(at),
            Place::Issue(_) => SECTIONS.iter().position(|id| *id == "issues"),
            _ => SECTIONS.iter().position(|id| *id == "actions"),
        };
        let mut sections: Vec<usize> = read.all_errors().iter().filter_map(section).collect();
        sections.sort_unstable();
        sections.dedup();
        sections
    }
}

/// The first control of a field.
fn first(field: &Field) -> String {
    let part = match field.kind {
        Kind::Day => "day",
        Kind::Line | Kind::Text => "text",
        Kind::Issue => "slot-1",
        Kind::One(_) | Kind::Many(_) | Kind::RelatesTo => field.choices().first().copied().unwrap_or_default(),
    };
    format!("ct-{}-{part}", field.control)
}

/// Whether an item says anything at all.
pub fn is_blank<T: Item>(item: &T) -> bool {
    T::FIELDS.iter().all(|field| item.get(field.id).is_none_or(|value| value.is_blank()))
}
