//! What is, after what the practitioner did.

pub use super::action::Action;
use super::cover::{Cleared, Cover};
use super::host::Told;
use super::parts::notice::Notice;
use super::parts::panel::StandIn;
use crate::engine::{Given, Question, dates};
use crate::json::Json;
use crate::record::{self, Stamp};
use crate::sheet::form::{Problem, Step};
use crate::sheet::offer::{Known, Offer};
use crate::sheet::report::DEPARTURE_REASON;
use crate::sheet::signing::VERSION_REASON;
use crate::sheet::{Agreement, Desk, Draft};
use crate::tools::Remembers;
use chrono::NaiveDate;
use std::rc::Rc;
use yew::Reducible;

/// Everything the screen shows, but for what is worked out from it.
#[derive(Clone)]
pub struct State {
    /// The tool, its words and the authority's settings.
    pub desk: Rc<Desk>,
    /// What was put in.
    pub draft: Draft,
    /// What was filled in before anybody typed.
    start: Draft,
    /// Where the practitioner stands.
    pub step: Step,
    /// The furthest section reached.
    pub reached: usize,
    /// Whether the practitioner came from the check page to change one answer.
    pub returning: bool,
    /// The sections that were asked when they did.
    open_then: Vec<usize>,
    /// What has to be put right.
    pub problems: Vec<Problem>,
    /// Whether the panel is unfolded in a narrow column.
    pub unfolded: bool,
    /// Which record this is.
    pub stamp: Stamp,
    /// The record as it was marked as complete: it stays that, whatever day it is later.
    pub sealed: Option<Json>,
    /// The last thing that happened and is not seen elsewhere, as a phrase's id.
    pub message: &'static str,
    /// Turns each time that something is said: the same words said again are another text, and so are heard again.
    pub again: bool,
    /// Where the focus goes after drawing, and a number that makes each request a new one.
    pub focus: (String, u32),
    /// Whether the answers are covered.
    pub cover: Cover,
    /// Goes up with everything that somebody does.
    pub revision: u64,
    /// What other tools on the page know.
    pub known: Vec<Known>,
    /// What of that was left where it was.
    left: Vec<Known>,
    /// Whether "clear everything" was pressed and waits to be confirmed.
    pub clearing: bool,
    /// What was said in supervision about the record that was opened, an entry each.
    pub said: Vec<String>,
    /// What is wrong with a saved record that somebody wanted to open, a line for each fault.
    pub refused: String,
    /// What to tell the reader before anything else: faults of the locality file, or a restart.
    pub notices: Rc<Vec<Notice>>,
    /// Whether all code and words are there. Until then nothing is said of what the answers mean.
    pub whole: bool,
    /// What the page showed in the panel's place.
    pub stand_in: Option<StandIn>,
}

/// The id of the heading of the step.
pub const STEP_TITLE: &str = "ct-step-title";
/// The id of the error summary.
pub const PROBLEMS: &str = "ct-problems";

impl State {
    /// A fresh state.
    pub fn new(desk: Rc<Desk>, draft: Draft, stamp: Stamp) -> Self {
        let first = Step::Section(0);
        Self {
            desk,
            start: draft.clone(),
            draft,
            step: first,
            reached: 0,
            returning: false,
            open_then: Vec::new(),
            problems: Vec::new(),
            unfolded: false,
            stamp,
            sealed: None,
            message: "",
            again: false,
            focus: (String::new(), 0),
            cover: Cover::Open,
            revision: 0,
            known: Vec::new(),
            left: Vec::new(),
            clearing: false,
            said: Vec::new(),
            refused: String::new(),
            notices: Rc::default(),
            whole: true,
            stand_in: None,
        }
    }

    /// What could be taken over from another tool on the page: one at a time, so that each is seen over the last.
    pub fn offer(&self) -> Option<(&Known, Offer)> {
        let wanted = self.known.iter().filter(|known| !self.left.contains(known));
        wanted.filter_map(|known| Some((known, self.desk.offer(&self.draft, known)?))).next()
    }

    /// Whether nobody has put anything in.
    pub fn is_fresh(&self) -> bool {
        self.draft == self.start
    }

    /// What stood in for the panel, as long as it holds.
    pub fn stand_in(&self) -> Option<&StandIn> {
        self.stand_in.as_ref().filter(|_| self.is_fresh())
    }

    /// Whether the record is complete: then nothing in it can be changed any more.
    pub fn is_complete(&self) -> bool {
        !self.stamp.completed_at.is_empty()
    }

    /// Marks the record as complete, or shows what stands in the way.
    fn complete(&mut self, at: Stamp) {
        let report = self.desk.report(&self.draft);
        let anew = !self.stamp.replaces.is_empty();
        let mut problems = self.desk.incomplete(&self.draft, &report.outcomes, anew);
        let notes = self.desk.record_notes(&self.draft);
        problems.extend(notes.iter().filter_map(|note| self.desk.note_problem(&self.draft, note)));
        self.problems = problems;
        if self.problems.is_empty() {
            self.stamp.completed_at = at.made_at;
            self.sealed = Some(record::data(&self.desk, &self.draft, &self.stamp));
            self.message = "complete.done";
            self.focus_on("ct-complete-state");
        } else {
            self.focus_on(PROBLEMS);
        }
    }

    /// As JSON, for a restart.
    pub fn to_json(&self) -> Json {
        let step = match self.step {
            Step::Section(at) => Json::Whole(at.try_into().unwrap_or_default()),
            Step::Check => Json::text("check"),
            Step::Result => Json::text("result"),
        };
        Json::object([
            ("draft", self.draft.to_json(&self.desk.tool.law)),
            ("step", step),
            ("reached", Json::Whole(self.reached.try_into().unwrap_or_default())),
            ("record", self.stamp.to_json()),
            ("sealed", self.sealed.clone().unwrap_or(Json::Null)),
            ("said", Json::texts(self.said.iter().cloned())),
        ])
    }

    /// Takes up where [`State::to_json`] left off. What does not fit is left out.
    pub fn resume(&mut self, kept: &Json) {
        if let Some(draft) = kept.get("draft") {
            let typed = Draft::from_json(self.desk.tool, draft);
            // A date that was not typed keeps the one filled in at the start.
            let filled = std::mem::replace(&mut self.draft, typed);
            // What was typed before the tool was live knows nothing of what the page filled in.
            let early = kept.get("record").is_none();
            for (id, text) in filled.notes.iter().filter(|_| early) {
                if self.draft.note(id).is_empty() {
                    self.draft.type_note(id, text);
                }
            }
            if early {
                filled.page_answers(self.desk.tool, &mut self.draft);
            }
            for (at, boxes) in filled.dates {
                if early
                    && self.draft.boxes(at).iter().all(String::is_empty)
                    && let (Some(question), Some(Given::Day(day))) =
                        (self.desk.tool.law.question_at(at), filled.answers.to(at))
                {
                    self.draft.set_boxes(at, boxes);
                    self.draft.give(question, Given::Day(day));
                }
            }
            let questions: Vec<usize> = self.draft.dates.iter().map(|(at, _)| *at).collect();
            for at in questions {
                if let Some(question) = self.desk.tool.law.question_at(at)
                    && let Some(given) = self.draft.boxed(question, &self.desk.words)
                {
                    self.draft.give(question, given);
                }
            }
        }
        let whole = |key: &str| match kept.get(key) {
            Some(Json::Whole(number)) => usize::try_from(*number).ok(),
            _ => None,
        };
        self.step = match kept.get("step").and_then(Json::as_text) {
            Some("check") => Step::Check,
            Some("result") => Step::Result,
            _ => match whole("step").filter(|at| *at < self.desk.tool.law.sections.len()) {
                Some(at) => Step::Section(at),
                None => self.step,
            },
        };
        self.reached = whole("reached").unwrap_or(self.reached);
        if let Some(stamp) = kept.get("record").and_then(Stamp::read) {
            self.stamp = stamp;
        }
        self.said = kept.list_at("said").iter().filter_map(Json::as_text).map(str::to_owned).collect();
        self.sealed = kept.get("sealed").filter(|sealed| sealed.as_object().is_some()).cloned();
        // What is complete is shown as it was on its own day.
        let day = self.sealed.as_ref().and_then(|sealed| dates::from_iso(sealed.get("tool")?.text_at("today")));
        if day.is_some() && day != self.desk.settings.today {
            self.desk = Rc::new(Desk::clone(&self.desk).on(day));
        }
    }

    /// The record as it is saved: as it was completed, or as the draft now stands.
    pub fn record(&self, stamp: &Stamp) -> Json {
        self.sealed.clone().unwrap_or_else(|| record::data(&self.desk, &self.draft, stamp))
    }

    /// Starts at a section, named by its id.
    pub fn open_at(&mut self, section: &str) {
        let asked = |at: &usize| self.desk.section(&self.draft, *at).is_some_and(|seen| !seen.questions.is_empty());
        let named = self.desk.tool.law.sections.iter().position(|known| known.id == section);
        if let Some(at) = named.filter(asked) {
            self.step = Step::Section(at);
            self.reached = at;
        }
    }

    /// The ids of the outcomes on the answers so far.
    pub fn outcomes(&self) -> Vec<&'static str> {
        let law = &self.desk.tool.law;
        let decision = law.decide(&self.draft.answers, &self.desk.settings);
        decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at)).map(|outcome| outcome.id).collect()
    }

    fn question(&self, at: usize) -> Option<&'static Question> {
        self.desk.tool.law.question_at(at)
    }

    fn focus_on(&mut self, id: &str) {
        self.focus = (id.to_owned(), self.focus.1 + 1);
    }

    fn go(&mut self, step: Step) {
        self.step = step;
        if let Step::Section(at) = step {
            self.reached = self.reached.max(at);
        }
        self.problems.clear();
        self.clearing = false;
        self.focus_on(STEP_TITLE);
    }

    fn go_on(&mut self) {
        match self.step {
            Step::Section(at) => {
                let section = self.desk.section(&self.draft, at);
                self.problems = section.map(|section| self.desk.problems(&self.draft, &section)).unwrap_or_default();
                if self.problems.is_empty() {
                    let next = match self.returning {
                        true => self.opened_after(at),
                        false => self.desk.section_after(&self.draft, at),
                    };
                    self.open_then.extend(next.filter(|_| self.returning));
                    self.returning &= next.is_some();
                    self.go(next.map_or(Step::Check, Step::Section));
                } else {
                    self.focus_on(PROBLEMS);
                }
            }
            Step::Check => {
                // A later change may have opened a section with something wrong in it.
                let wrong = (0..self.desk.tool.law.sections.len()).find_map(|at| {
                    let section = self.desk.section(&self.draft, at)?;
                    let problems = self.desk.problems(&self.draft, &section);
                    (!problems.is_empty()).then_some((at, problems))
                });
                match wrong {
                    Some((at, problems)) => {
                        self.open_then = self.desk.open_sections(&self.draft);
                        self.go(Step::Section(at));
                        self.returning = true;
                        self.problems = problems;
                        self.focus_on(PROBLEMS);
                    }
                    None => self.go(Step::Result),
                }
            }
            Step::Result => {}
        }
    }

    /// The next section that a change has opened.
    pub fn opened_after(&self, at: usize) -> Option<usize> {
        let now = self.desk.open_sections(&self.draft);
        now.into_iter().find(|next| *next > at && !self.open_then.contains(next))
    }

    fn go_back(&mut self) {
        let last = self.desk.section_before(&self.draft, usize::MAX).unwrap_or(0);
        let step = match self.step {
            Step::Section(_) if self.returning => Step::Check,
            Step::Section(at) => Step::Section(self.desk.section_before(&self.draft, at).unwrap_or(0)),
            Step::Check => Step::Section(last),
            Step::Result => Step::Check,
        };
        self.returning = false;
        self.go(step);
    }

    fn clear(&mut self, today: Option<NaiveDate>, stamp: Stamp, why: Cleared) {
        let asked = self.focus.1;
        let mut draft = Draft::new(&self.desk.tool.law, today);
        self.start.page_answers(self.desk.tool, &mut draft);
        let (known, notices) = (std::mem::take(&mut self.known), std::mem::take(&mut self.notices));
        let whole = self.whole;
        *self = State::new(self.desk.clone(), draft, stamp);
        (self.known, self.notices, self.whole) = (known, notices, whole);
        self.message = why.phrase();
        self.focus = (STEP_TITLE.to_owned(), asked + 1);
    }

    fn say(&mut self, phrase: &'static str) {
        self.message = phrase;
        self.again = !self.again;
    }

    fn told(&mut self, told: Told, today: Option<NaiveDate>, stamp: Stamp) {
        #[cfg(feature = "faults")]
        if matches!(told, Told::IdleWarning(_)) {
            crate::ui::on_purpose::fail_at_the_next();
        }
        match told {
            Told::Copied => self.say("keep.copied"),
            Told::NotCopied => self.say("keep.not_copied"),
            Told::Word(written) => self.say(if written { "keep.word_written" } else { "keep.word_not_written" }),
            Told::IdleWarning(minutes) => self.cover = Cover::Warned(minutes),
            Told::Cover(until) => {
                self.cover = Cover::Covered(until);
                // It was said; behind the cover it would be said again.
                self.message = "";
            }
            Told::Refused(faults) => {
                self.refused = faults;
                self.focus_on("ct-refused");
            }
            Told::Known(known) => {
                self.known = known;
            }
            Told::Desk(desk, notices) => {
                self.desk = Rc::new(Desk::clone(&desk.0).on(self.desk.settings.today));
                self.notices = notices;
                self.whole = true;
                self.stand_in = None;
            }
            Told::Clear(why) => self.clear(today, stamp, why),
            Told::Awake => self.cover.awake(),
        }
    }

    /// Takes back what was signed: it was for another result, or another version.
    fn unsign(&mut self) {
        self.draft.agreement = Agreement::NotSaid;
        self.draft.seen.clear();
        for id in [DEPARTURE_REASON, "decided_by", "manager_agreed_by", VERSION_REASON] {
            self.draft.type_note(id, "");
        }
    }

    fn answered(&mut self, question: usize) {
        let id = self.question(question).map_or("", |question| question.id);
        self.draft.taken.remove(id);
        self.problems.retain(|problem| problem.about != id);
        self.message = "";
        self.draft.agreement = Agreement::NotSaid;
        self.draft.seen.clear();
    }

    fn apply(&mut self, action: Action) {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_at_the_next();
        if self.is_complete() && action.changes() {
            self.message = "complete.locked";
            self.focus_on("ct-complete-state");
            return;
        }
        match action {
            Action::Choose(at, choice) => {
                let leaves = |remembers: &&Remembers| {
                    let was = |given| matches!(given, Some(Given::One(one)) if remembers.choices & (1 << one) != 0);
                    remembers.question == at && was(self.draft.answers.to(at)) && !was(Some(Given::One(choice)))
                };
                self.draft.remembered |= self.desk.tool.remembers.as_ref().filter(leaves).is_some();
                if let Some(question) = self.question(at) {
                    let desk = self.desk.clone();
                    self.draft.choose(desk.tool, question, choice);
                    // The sections of another path have not been seen.
                    let here = desk.tool.law.section_of(at).filter(|_| question.subject);
                    self.reached = here.unwrap_or(self.reached);
                }
                self.answered(at);
            }
            Action::Toggle(at, choice) => {
                if let Some(question) = self.question(at) {
                    let ticks = question.toggled(self.draft.ticks(at), choice);
                    self.draft.give(question, Given::Many(ticks));
                }
                self.answered(at);
            }
            Action::Box(at, part, text) => {
                if let Some(question) = self.question(at) {
                    let (desk, before) = (self.desk.clone(), self.draft.answers.to(at));
                    self.draft.type_box(question, part, &text, &desk.words);
                    self.draft.taken.remove(question.id);
                    if self.draft.answers.to(at) != before {
                        self.draft.agreement = Agreement::NotSaid;
                        self.draft.seen.clear();
                    }
                }
            }
            Action::Note(id, text) => {
                #[cfg(feature = "faults")]
                crate::ui::on_purpose::fail_when_asked(&text);
                self.draft.type_note(id, &text);
                self.draft.taken.remove(id);
                self.problems.retain(|problem| problem.about != id || self.step != Step::Result);
            }
            Action::Take(take) => {
                let desk = self.desk.clone();
                let offer = self.offer().map(|(known, offer)| (known.clone(), offer));
                match offer {
                    Some((_, offer)) if take => {
                        self.draft.take(&desk, &offer);
                        self.draft.seen.clear();
                    }
                    Some((known, _)) => self.left.push(known),
                    None => {}
                }
                self.message = if take { "offer.done" } else { "offer.left" };
                self.focus_on(STEP_TITLE);
            }
            Action::Continue => {
                self.message = "";
                self.go_on();
            }
            Action::Back => {
                self.message = "";
                self.go_back();
            }
            Action::Go(at) => {
                self.message = "";
                self.returning = false;
                self.go(Step::Section(at));
            }
            Action::Change(at, question) => {
                self.open_then = self.desk.open_sections(&self.draft);
                self.go(Step::Section(at));
                self.returning = true;
                self.focus_on(&format!("ct-{question}"));
            }
            Action::PutRight(id) => self.focus_on(&id),
            Action::Fold => self.unfolded = !self.unfolded,
            Action::Agree(agreement) => {
                self.draft.agreement = agreement;
                self.problems.retain(|problem| !["agree", DEPARTURE_REASON].contains(&problem.about));
            }
            Action::Seen(outcome) => {
                if !self.draft.seen.remove(outcome) {
                    self.draft.seen.insert(outcome.to_owned());
                }
                self.problems.retain(|problem| problem.about != "seen");
            }
            Action::Complete(at) => self.complete(at),
            Action::NewVersion(stamp) => {
                let replaces = std::mem::take(&mut self.stamp.id);
                self.stamp = Stamp { replaces, ..stamp };
                self.sealed = None;
                self.unsign();
                self.message = "keep.new_version_made";
                self.go(Step::Check);
            }
            Action::AskToClear(ask) => {
                self.clearing = ask;
                self.focus_on(if ask { "ct-clear-no" } else { "ct-clear" });
            }
            Action::Clear(today, stamp) => self.clear(today, stamp, Cleared::Here),
            Action::Told(told, today, stamp) => self.told(told, today, stamp),
            Action::Uncover => {
                self.cover = Cover::Open;
                self.focus_on(STEP_TITLE);
            }
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        next.revision = self.revision + 1;
        Rc::new(next)
    }
}
