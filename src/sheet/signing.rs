//! What the practitioner says at the end, the same for every tool: whether they decide as the tool says, how they
//! know the person's view, on whose authority they decide, and what else every record holds.

use super::form::Problem;
use super::report::{DEPARTURE_REASON, OutcomeText};
use super::{Agreement, Desk, Draft};
use crate::engine::dates::{from_boxes, from_iso};
use crate::engine::{Reader, Reading, Truth};
use crate::tools::action_planning::personal::looks_personal;
use crate::tools::{LATE_AFTER, Place, Size};
use chrono::NaiveDate;

/// When the conversation took place.
pub const CONVERSATION: &str = "conversation_on";
/// Why it was written up later.
pub const LATE_REASON: &str = "late_reason";
/// What the person said, where no question of the tool asks for it.
pub const VIEW: &str = "person_view";
/// How the person's view was obtained.
pub const OBTAINED: &str = "view_obtained";
/// Why it was not.
pub const NOT_OBTAINED: &str = "view_reason";
/// On whose authority the decision is made.
pub const AUTHORITY: &str = "authority";
/// The practitioner's role.
pub const ROLE: &str = "role";
/// When to look again.
pub const REVIEW: &str = "review";
/// Who will look again.
pub const REVIEW_BY: &str = "review_by";
/// Whether the review is recorded so that it will happen on time, where somebody else looks again.
pub const HANDED_OVER: &str = "review_handed_over";
/// Why there is a new version.
pub const VERSION_REASON: &str = "version_reason";
/// What is said in boxes and choices of this section, in order.
pub const ALL: [&str; 14] = [
    VERSION_REASON,
    DEPARTURE_REASON,
    CONVERSATION,
    LATE_REASON,
    VIEW,
    OBTAINED,
    NOT_OBTAINED,
    AUTHORITY,
    "decided_by",
    ROLE,
    "manager_agreed_by",
    REVIEW,
    REVIEW_BY,
    HANDED_OVER,
];

/// Something that is asked at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignView {
    /// The permanent id.
    pub id: &'static str,
    /// Its label.
    pub label: String,
    /// Help in filling it in.
    pub hint: String,
    /// What was said: a text, or the id of a choice.
    pub said: String,
    /// The choices with their words; none where a text is asked for.
    pub choices: Vec<(&'static str, String)>,
    /// Whether it takes more than a line.
    pub long: bool,
    /// Whether a record cannot be complete without it.
    pub required: bool,
}

/// How the person's view may be obtained.
pub const HOW_OBTAINED: &[&str] =
    &["in_person", "phone", "through_supporter", "advocate", "observation", "not_obtained"];
/// On whose authority a decision may be made.
pub const AUTHORITIES: &[&str] = &["own", "manager", "panel", "best_interests"];
/// Who may look again, as action plans say it too.
pub const REVIEWERS: &[&str] = &["me", "someone_else"];
/// Whether a review is handed over.
pub const YES_NO: &[&str] = &["yes", "no"];

/// What was typed is no real day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

/// The ids of the choices; none for a text.
pub fn choices(id: &str) -> &'static [&'static str] {
    match id {
        OBTAINED => HOW_OBTAINED,
        AUTHORITY => AUTHORITIES,
        REVIEW_BY => REVIEWERS,
        HANDED_OVER => YES_NO,
        _ => &[],
    }
}

fn has_review(draft: &Draft) -> bool {
    !draft.note(REVIEW).trim().is_empty()
}

fn is_long(id: &str) -> bool {
    [DEPARTURE_REASON, LATE_REASON, VIEW, NOT_OBTAINED, VERSION_REASON].contains(&id)
}

impl Desk {
    /// What is asked at the end on these answers. `new_version` says that the record replaces another.
    pub fn signing(&self, draft: &Draft, new_version: bool) -> Vec<SignView> {
        let asked = ALL.into_iter().filter(|id| self.is_signed(draft, id, new_version));
        asked.map(|id| self.sign_view(draft, id)).collect()
    }

    fn is_signed(&self, draft: &Draft, id: &str, new_version: bool) -> bool {
        match id {
            DEPARTURE_REASON => draft.agreement == Agreement::Departs,
            LATE_REASON => self.is_late(draft),
            NOT_OBTAINED => draft.note(OBTAINED) == "not_obtained",
            VERSION_REASON => new_version,
            VIEW => !self.asks_own_words(draft) || !draft.note(VIEW).trim().is_empty(),
            REVIEW_BY => has_review(draft),
            HANDED_OVER => has_review(draft) && draft.note(REVIEW_BY) == "someone_else",
            _ => true,
        }
    }

    /// Whether there is a box of the tool's own for what the person said: beside a question that is asked now, or with the
    /// record.
    fn asks_own_words(&self, draft: &Draft) -> bool {
        let mut reader = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::AsItStands);
        let visible = reader.visible();
        let mut boxes = self.tool.notes.iter().filter(|note| self.tool.common.voice.contains(&note.id));
        boxes.any(|note| match note.place {
            Place::Beside(question) => visible.contains(&question),
            Place::Record => reader.test(&note.asked).truth == Truth::Holds || !draft.note(note.id).trim().is_empty(),
        })
    }

    fn sign_view(&self, draft: &Draft, id: &'static str) -> SignView {
        let words = |part: &str| self.words.say(&format!("sign.{id}.{part}")).to_owned();
        // What was chosen can be taken back.
        let none = (!choices(id).is_empty()).then(|| ("", self.words.say("sign.none").to_owned()));
        let choices = choices(id).iter().map(|choice| (*choice, words(choice)));
        SignView {
            id,
            label: words("label"),
            hint: words("hint"),
            said: draft.note(id).to_owned(),
            choices: none.into_iter().chain(choices).collect(),
            long: is_long(id),
            required: [VERSION_REASON, DEPARTURE_REASON, ROLE].contains(&id),
        }
    }

    /// What was said of all this, in words: label and text. Nothing that is not asked, or blank, and not the person's own
    /// words: these have a place of their own in every record.
    pub fn signed(&self, draft: &Draft, new_version: bool) -> Vec<(String, String)> {
        let said = self
            .signing(draft, new_version)
            .into_iter()
            .filter(|view| view.id != VIEW && !view.said.trim().is_empty());
        said.map(|view| {
            let chosen = view.choices.iter().find(|(id, _)| *id == view.said).map(|(_, words)| words.clone());
            (view.label, chosen.unwrap_or(view.said))
        })
        .collect()
    }

    /// When the conversation took place; nothing where that is blank.
    ///
    /// # Errors
    /// What was typed is no real day.
    pub fn conversation(&self, draft: &Draft) -> Result<Option<NaiveDate>, NotADay> {
        self.day_typed(draft.note(CONVERSATION))
    }

    /// Reads a day as people type it into one box: 27 11 2026, 27/11/2026, 27 November 2026 or 2026-11-27.
    ///
    /// # Errors
    /// It is no real day.
    pub fn day_typed(&self, typed: &str) -> Result<Option<NaiveDate>, NotADay> {
        let typed = typed.trim();
        if let Some(day) = from_iso(typed) {
            return Ok(Some(day));
        }
        let parts: Vec<&str> =
            typed.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] if typed.is_empty() => Ok(None),
            [day, month, year] => from_boxes(day, month, year, &self.words.months()).map_err(|_| NotADay),
            _ => Err(NotADay),
        }
    }

    /// Whether the record is made more than two working days after the conversation.
    pub fn is_late(&self, draft: &Draft) -> bool {
        match (self.conversation(draft), self.settings.today) {
            (Ok(Some(day)), Some(today)) => self.settings.calendar.between(day, today) > LATE_AFTER,
            _ => false,
        }
    }

    /// What is wrong with what was typed here, at any time.
    pub fn signing_problems(&self, draft: &Draft, new_version: bool) -> Vec<Problem> {
        let mut problems = Vec::new();
        for view in self.signing(draft, new_version) {
            let limit = if view.long { Size::Text } else { Size::Line };
            problems.extend(self.too_long(view.id, &view.label, &view.said, limit));
        }
        let fault = match (self.conversation(draft), self.settings.today) {
            (Err(NotADay), _) => "sign.conversation_on.not_real",
            (Ok(Some(day)), Some(today)) if day > today => "sign.conversation_on.to_come",
            _ => return problems,
        };
        problems.push(self.sign_problem(CONVERSATION, CONVERSATION, fault));
        problems
    }

    /// What stands in the way of marking the record as complete.
    pub fn incomplete(&self, draft: &Draft, urgent: &[OutcomeText], new_version: bool) -> Vec<Problem> {
        let mut problems = Vec::new();
        let blank = |id| draft.note(id).trim().is_empty();
        if draft.agreement == Agreement::NotSaid {
            problems.push(self.sign_problem("agree", "agree-agrees", "agree.say_which"));
        }
        if draft.agreement == Agreement::Departs && blank(DEPARTURE_REASON) {
            problems.push(self.sign_problem(DEPARTURE_REASON, DEPARTURE_REASON, "agree.give_reason"));
        }
        if new_version && blank(VERSION_REASON) {
            problems.push(self.sign_problem(VERSION_REASON, VERSION_REASON, "sign.version_reason.missing"));
        }
        if blank(ROLE) {
            problems.push(self.sign_problem(ROLE, ROLE, "sign.role.missing"));
        }
        for outcome in urgent.iter().filter(|outcome| outcome.urgent && !draft.seen.contains(outcome.id)) {
            let text = self.words.fill("seen.missing", &[("what", &outcome.heading)]);
            problems.push(Problem { about: "seen", goto: format!("seen-{}", outcome.id), text });
        }
        problems.extend(self.signing_problems(draft, new_version));
        problems
    }

    /// Labels of text boxes in which something looks like personal information. Nothing is changed or sent.
    pub fn personal(&self, draft: &Draft) -> Vec<String> {
        let found = draft.notes.iter().filter(|(_, text)| looks_personal(text));
        found
            .map(|(id, _)| match self.words.of("notes", id, "label") {
                "" => self.words.say(&["sign", id.as_str(), "label"].join(".")).to_owned(),
                label => label.to_owned(),
            })
            .collect()
    }

    fn sign_problem(&self, about: &'static str, goto: &str, phrase: &str) -> Problem {
        Problem { about, goto: goto.to_owned(), text: self.words.say(phrase).to_owned() }
    }
}
