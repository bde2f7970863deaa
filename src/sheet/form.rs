//! A section as it is asked.

use super::teams::TeamsText;
use super::{Desk, Draft};
use crate::engine::dates::DateFault;
use crate::engine::{Given, Question, Reader, Reading, Shape, Sort};
use crate::tools::{Note, Place, Size};

/// Where the practitioner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answering a section, by place.
    Section(usize),
    /// Looking over the answers.
    Check,
    /// Reading the result.
    Result,
}

/// How a section stands in the list of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Answered, or passed.
    Done,
    /// Being answered.
    Here,
    /// Still to come.
    ToCome,
    /// None of its questions can matter now.
    Skipped,
}

/// A section in the list of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Its place.
    pub at: usize,
    /// Its title.
    pub title: String,
    /// How it stands.
    pub mark: Mark,
}

/// A section being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionView {
    /// The permanent id.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// One sentence on what it settles.
    pub lead: String,
    /// The questions asked now.
    pub questions: Vec<QuestionView>,
}

/// A question being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// The permanent id.
    pub id: &'static str,
    /// Its place.
    pub at: usize,
    /// Its short name.
    pub name: String,
    /// The question.
    pub legend: String,
    /// Help in answering it.
    pub hint: String,
    /// Why it is asked.
    pub why: String,
    /// The sources behind asking it.
    pub sources: String,
    /// What an answer looks like.
    pub shape: Shape,
    /// The choices that may be used now, and any other that is ticked.
    pub choices: Vec<ChoiceView>,
    /// A date's boxes as typed; a number's in the first.
    pub boxes: [String; 3],
    /// How to find out, where the answer is "not known".
    pub find_out: String,
    /// Text boxes beside it.
    pub notes: Vec<NoteView>,
    /// Teams that it might be about.
    pub teams: Option<TeamsText>,
    /// What was written, where the answer is a text.
    pub written: Option<WrittenView>,
}

/// A written answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenView {
    /// What was typed.
    pub text: String,
    /// Whether it takes more than a line.
    pub long: bool,
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// The permanent id.
    pub id: &'static str,
    /// Its place.
    pub at: usize,
    /// Its words.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it leaves the question open.
    pub open: bool,
    /// Why it has no effect although it is chosen; empty where it may be used.
    pub unused: String,
}

/// A text box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// The permanent id.
    pub id: &'static str,
    /// Its label.
    pub label: String,
    /// Help in filling it in.
    pub hint: String,
    /// What was typed.
    pub text: String,
    /// Whether it takes more than a line.
    pub long: bool,
}

/// Something to put right before going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the question or note it is about.
    pub about: &'static str,
    /// The id of the control to go to.
    pub goto: String,
    /// What is wrong.
    pub text: String,
}

impl Desk {
    /// The steps as they stand. Where a tool has paths, those of other paths are left out.
    pub fn steps(&self, draft: &Draft, here: Step, reached: usize) -> Vec<StepView> {
        let mut steps = self.every_step(draft, here, reached);
        let on_paths = !self.tool.page_answers.is_empty();
        steps.retain(|step| !on_paths || step.mark != Mark::Skipped);
        steps
    }

    fn every_step(&self, draft: &Draft, here: Step, reached: usize) -> Vec<StepView> {
        let mut now = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::AsItStands);
        let visible = now.visible();
        let mut later = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::WhateverComes);
        let sections = self.tool.law.sections.iter().enumerate();
        sections
            .map(|(at, section)| {
                let asked = section.questions.iter().any(|question| visible.contains(&question.at));
                let mut may_be = |at| later.asked(at).truth != crate::engine::Truth::Fails;
                let possible = asked || section.questions.iter().any(|question| may_be(question.at));
                let mark = match here {
                    Step::Section(now) if now == at => Mark::Here,
                    Step::Section(_) if possible && at > reached => Mark::ToCome,
                    _ if !asked => Mark::Skipped,
                    Step::Section(_) if at > reached => Mark::ToCome,
                    Step::Section(_) | Step::Check | Step::Result => Mark::Done,
                };
                StepView { at, title: self.words.of("sections", section.id, "title").to_owned(), mark }
            })
            .collect()
    }

    /// The next section with a question asked, after this one; nothing where there is none.
    pub fn section_after(&self, draft: &Draft, at: usize) -> Option<usize> {
        self.open_sections(draft).into_iter().find(|next| *next > at)
    }

    /// The section with a question asked before this one; nothing where there is none.
    pub fn section_before(&self, draft: &Draft, at: usize) -> Option<usize> {
        self.open_sections(draft).into_iter().rev().find(|before| *before < at)
    }

    /// The sections in which something is asked now.
    pub fn open_sections(&self, draft: &Draft) -> Vec<usize> {
        let steps = self.steps(draft, Step::Check, 0);
        steps.iter().filter(|step| step.mark != Mark::Skipped).map(|step| step.at).collect()
    }

    /// A section as it is asked now.
    pub fn section(&self, draft: &Draft, at: usize) -> Option<SectionView> {
        let section = self.tool.law.sections.get(at)?;
        let mut reader = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::AsItStands);
        let visible = reader.visible();
        let asked = section.questions.iter().filter(|question| visible.contains(&question.at));
        Some(SectionView {
            id: section.id,
            title: self.words.of("sections", section.id, "title").to_owned(),
            lead: self.words.of("sections", section.id, "lead").to_owned(),
            questions: asked.map(|question| self.question(draft, question, &mut reader)).collect(),
        })
    }

    fn question(&self, draft: &Draft, question: &Question, reader: &mut Reader<'_>) -> QuestionView {
        let words = |part| self.words.of("questions", question.id, part).to_owned();
        let open = draft.answers.to(question.at).is_some() && draft.answers.is_open(question);
        let sources: Vec<String> = question.sources.iter().map(|citation| citation.text()).collect();
        QuestionView {
            id: question.id,
            at: question.at,
            name: words("name"),
            legend: words("question"),
            hint: words("hint"),
            why: words("why"),
            sources: sources.join("; "),
            shape: question.shape,
            choices: self.choices(draft, question, reader),
            boxes: draft.boxes(question.at),
            find_out: if open { words("find_out") } else { String::new() },
            notes: self.notes_beside(draft, question, reader),
            teams: self.teams_beside(draft, question.at),
            written: question
                .is_written()
                .then(|| WrittenView { text: draft.note(question.id).to_owned(), long: true }),
        }
    }

    fn choices(&self, draft: &Draft, question: &Question, reader: &mut Reader<'_>) -> Vec<ChoiceView> {
        let given = draft.answers.to(question.at);
        let mut choices = Vec::new();
        for (at, choice) in question.choices.iter().enumerate() {
            let chosen = match given {
                Some(Given::One(one)) => one == at,
                Some(Given::Many(mask)) => mask & (1 << at) != 0,
                Some(Given::Day(_) | Given::Number(_)) | None => false,
            };
            let fits = reader.fits(question.at, at);
            if fits || chosen {
                choices.push(ChoiceView {
                    id: choice.id,
                    at,
                    label: self.choice(question, at).to_owned(),
                    chosen,
                    open: choice.sort == Sort::NotKnown,
                    unused: if fits { String::new() } else { self.words.say("choice_unused").to_owned() },
                });
            }
        }
        choices
    }

    fn notes_beside(&self, draft: &Draft, question: &Question, reader: &mut Reader<'_>) -> Vec<NoteView> {
        let answered = draft.answers.to(question.at).is_some() && !draft.answers.is_open(question);
        let mut views = Vec::new();
        for note in self.tool.notes.iter().filter(|note| note.place == Place::Beside(question.at)) {
            // A note waits for an answer it can explain; what was typed is never hidden.
            let due = matches!(question.shape, Shape::Day | Shape::Number) || answered;
            let wanted = due && reader.test(&note.asked).truth == crate::engine::Truth::Holds;
            if wanted || !draft.note(note.id).is_empty() {
                views.push(self.note_view(draft, note));
            }
        }
        views
    }

    /// The text boxes on the result page that these answers call for, and any that were filled in.
    pub fn record_notes(&self, draft: &Draft) -> Vec<NoteView> {
        let mut reader = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::AsItStands);
        let with_record = self.tool.notes.iter().filter(|note| note.place == Place::Record);
        with_record
            .filter(|note| {
                reader.test(&note.asked).truth == crate::engine::Truth::Holds || !draft.note(note.id).is_empty()
            })
            .map(|note| self.note_view(draft, note))
            .collect()
    }

    fn note_view(&self, draft: &Draft, note: &Note) -> NoteView {
        NoteView {
            id: note.id,
            label: self.words.of("notes", note.id, "label").to_owned(),
            hint: self.words.of("notes", note.id, "hint").to_owned(),
            text: draft.note(note.id).to_owned(),
            long: note.size == Size::Text,
        }
    }

    /// What has to be put right in a section before going on.
    pub fn problems(&self, draft: &Draft, section: &SectionView) -> Vec<Problem> {
        let mut problems = Vec::new();
        for question in &section.questions {
            if question.shape == Shape::Day
                && let Err(fault) = draft.date(question.at, &self.words)
            {
                problems.push(self.date_problem(question, fault));
            }
            let required = self.tool.law.question_at(question.at).is_some_and(|known| known.required);
            if required && draft.answers.to(question.at).is_none() {
                let goto =
                    question.choices.first().map_or(String::new(), |choice| format!("{}-{}", question.id, choice.id));
                let text = self.words.fill("fault.required", &[("name", &question.name)]);
                problems.push(Problem { about: question.id, goto, text });
            }
            if question.shape == Shape::Number && draft.no_number(question.at) {
                problems.push(Problem {
                    about: question.id,
                    goto: format!("{}-number", question.id),
                    text: self.words.fill("fault.number", &[("name", &question.name)]),
                });
            }
            for view in &question.notes {
                problems.extend(self.note_problem(draft, view));
            }
        }
        problems
    }

    /// What is wrong with a text box.
    pub fn note_problem(&self, draft: &Draft, view: &NoteView) -> Option<Problem> {
        let size = if view.long { Size::Text } else { Size::Line };
        self.too_long(view.id, &view.label, draft.note(view.id), size)
    }

    /// That a text is longer than its box takes.
    pub fn too_long(&self, id: &'static str, label: &str, text: &str, size: Size) -> Option<Problem> {
        let (limit, typed) = (size.limit(), text.chars().count());
        (typed > limit).then(|| {
            let (limit, typed) = (thousands(limit), thousands(typed));
            let gaps = [("label", label), ("limit", &limit), ("typed", &typed)];
            Problem { about: id, goto: id.to_owned(), text: self.words.fill("fault.too_long", &gaps) }
        })
    }

    fn date_problem(&self, question: &QuestionView, fault: DateFault) -> Problem {
        let (part, phrase) = match fault {
            DateFault::NoDay => ("day", "fault.no_day"),
            DateFault::NoMonth => ("month", "fault.no_month"),
            DateFault::NoYear => ("year", "fault.no_year"),
            DateFault::Year => ("year", "fault.year"),
            DateFault::NotReal => ("day", "fault.not_real"),
        };
        Problem {
            about: question.id,
            goto: format!("{}-{part}", question.id),
            text: self.words.fill(phrase, &[("name", &question.name)]),
        }
    }
}

/// A count as people write it: 4,000.
pub fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let first = digits.len() % 3;
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at != 0 && at % 3 == first {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
