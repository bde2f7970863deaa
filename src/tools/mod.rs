//! The register: what a tool is, and one line for each.

pub mod action_planning;
pub mod advocacy;
pub mod allocation;
pub mod given;
pub mod packed;
pub mod same;
pub mod sources;
pub mod team_suitability;

use crate::engine::{Answer, Answers, Choices, Cond, Law, Settings};
use crate::json::Json;
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
use crate::words::Words;
use chrono::NaiveDate;
use std::sync::OnceLock;

/// A tool: its law, and what is written down beside the answers.
#[derive(Debug)]
pub struct Tool {
    /// The permanent id, as used in records, cases and locality files.
    pub id: &'static str,
    /// The custom element's name.
    pub element: &'static str,
    /// The version of the rules and questions; goes up with every change of either.
    pub rules_version: &'static str,
    /// Questions, tables, outcomes and warnings.
    pub law: Law,
    /// The tables a reader follows while answering, in the order they are shown.
    pub topics: Vec<usize>,
    /// Text boxes. What is typed there goes into the record and never reaches a rule.
    pub notes: Vec<Note>,
    /// What a referral has to contain.
    pub packs: Vec<Pack>,
    /// What a manager would ask in supervision.
    pub probes: Vec<Probe>,
    /// What an authority sets for the tool, where that is more than the dates of its law: reads a locality
    /// file's part, or gives the shipped numbers where there is none. Faults come as place and text.
    pub reads_settings: Option<SettingsReader>,
    /// Days, bands and other figures that go with the result.
    pub figures: Option<Figures>,
    /// The ids of those figures.
    pub figure_ids: &'static [&'static str],
    /// Questions that a page may answer by an attribute of the element with the question's id.
    pub page_answers: &'static [usize],
    /// The authority's list of teams, where the tool looks through one.
    pub teams: Option<TeamFinder>,
    /// Chapters whose addresses may also stand among the tool's own settings, under `links`: name and key.
    pub links: &'static [(&'static str, &'static str)],
    /// Answers that are about what one answer names, and are put aside with it.
    pub about: Option<About>,
    /// An answer that leaves a trace once it is changed.
    pub remembers: Option<Remembers>,
    /// Outcomes that stay in sight on every step, for safety.
    pub pinned: Vec<usize>,
    /// Outcomes that some answers word otherwise.
    pub wordings: Vec<Wording>,
    /// Parts that repeat, such as the actions of a plan. A tool with one has a screen of its own.
    pub groups: &'static [Group],
    /// Which answers and texts say what every record holds.
    pub common: Common,
}

/// Which of a tool's answers and texts say what the records of all tools hold, and what supervision looks for.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// Texts with the person's view, the first that is written.
    pub voice: Vec<&'static str>,
    /// Texts with evidence for what was found.
    pub evidence: Vec<&'static str>,
    /// Questions about capacity.
    pub capacity: Vec<usize>,
    /// Texts that say where capacity is recorded.
    pub capacity_where: Vec<&'static str>,
    /// Questions by which somebody agrees or does not.
    pub agrees: Vec<Agrees>,
    /// Questions whether there is an advocate.
    pub advocacy: Vec<usize>,
    /// Outcomes that say an advocate is needed.
    pub advocate_needed: Vec<usize>,
    /// Texts that record a referral for one.
    pub referral: Vec<&'static str>,
    /// Questions about a carer.
    pub carer: Vec<usize>,
    /// Outcomes that cannot wait, beside those the law shows first.
    pub urgent: Vec<usize>,
    /// Questions about safety.
    pub safety: Vec<usize>,
    /// Choices of the person, as bits, with the outcome that says that they were not followed.
    pub overruled: Vec<(u32, usize)>,
}

/// A question by which somebody agrees: the choices as a bit each. A choice that is in none says nothing.
#[derive(Clone, Debug)]
pub struct Agrees {
    /// The question, by place.
    pub question: usize,
    /// Who, by role.
    pub who: &'static str,
    /// Yes.
    pub yes: u32,
    /// No.
    pub no: u32,
    /// Nobody asked.
    pub not_asked: u32,
    /// Outcomes of which one does what somebody who said yes wished for; empty where every outcome does. Without one, nobody
    /// asked whether they agree to do without it.
    pub followed_by: Vec<usize>,
}

/// A part of a tool that repeats. Its words stand under `sections.<section>` and `fields.<id>`.
#[derive(Debug)]
pub struct Group {
    /// The permanent id.
    pub id: &'static str,
    /// The section that it makes.
    pub section: &'static str,
    /// The section that it follows.
    pub after: &'static str,
    /// How often it may stand.
    pub most: usize,
    /// What is asked of each.
    pub fields: &'static [action_planning::groups::Field],
}

/// Reads an authority's settings for a tool.
pub type SettingsReader = fn(Option<&Json>) -> Result<Settings, Vec<(String, String)>>;

/// Works out the figures of a result.
pub type Figures = fn(&Law, &Answers, &Settings) -> Vec<Figure>;

/// A figure that goes with a result. Its label is in the tool's wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The permanent id.
    pub id: &'static str,
    /// What it is.
    pub value: FigureValue,
}

/// What a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureValue {
    /// A day.
    Day(NaiveDate),
    /// A day by which something is due, with how many days it is late.
    Late(NaiveDate, i32),
    /// A working day, and whether the bank holidays of its year are known.
    WorkingDay(NaiveDate, bool),
    /// A number of days.
    Days(i32),
    /// What a table may find: from, to; the same twice where it is one finding.
    Findings(usize, usize, usize),
    /// Names of questions, those that come first for safety and the others.
    Questions(Vec<usize>, Vec<usize>),
}

/// Other words for an outcome, under `outcomes.<outcome>.if.<id>` in the tool's wording. Parts that are not there
/// stay as they are.
#[derive(Debug)]
pub struct Wording {
    /// The outcome, by place.
    pub outcome: usize,
    /// The permanent id.
    pub id: &'static str,
    /// The parts that it words otherwise.
    pub parts: &'static [&'static str],
    /// When.
    pub when: Cond,
}

/// Answers and text boxes that are about what one answer names, such as a team: when another is named they are put
/// aside, and they come back with the first.
#[derive(Debug)]
pub struct About {
    /// The question that names it, by place.
    pub question: usize,
    /// The questions about it.
    pub answers: Vec<usize>,
    /// The text boxes about it.
    pub notes: Vec<&'static str>,
}

/// An answer that leaves a trace: once it is changed to another, a text box has to say what became of it.
#[derive(Debug)]
pub struct Remembers {
    /// The question, by place.
    pub question: usize,
    /// The choices that are remembered, a bit each.
    pub choices: u32,
    /// The text box.
    pub note: &'static str,
    /// The permanent id of the warning while the box is empty. Its text stands under `warnings`.
    pub warning: &'static str,
}

/// Looks through an authority's list of teams.
#[derive(Debug)]
pub struct TeamFinder {
    /// The question beside which the teams are shown, by place.
    pub beside: usize,
    /// When they are shown with the result.
    pub with_result: Cond,
    /// Finds them, given the authority's part of the file.
    pub find: FindTeams,
}

/// Finds teams, given the authority's part of the file.
pub type FindTeams = fn(&Law, &Answers, Option<&Json>) -> FoundTeams;

/// What an authority's list holds for these answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundTeams {
    /// Every team, those that fit first.
    pub teams: Vec<FoundTeam>,
    /// Whether anything was chosen that a team has to cover.
    pub chosen: bool,
    /// Agreed ways of working: label and address, which may be empty.
    pub protocols: Vec<(String, String)>,
}

/// A team in an authority's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundTeam {
    /// Whether it covers what is needed.
    pub fits: bool,
    /// Whether it is of the kind that was chosen, or none was.
    pub right_kind: bool,
    /// Its name.
    pub name: String,
    /// Whom it takes.
    pub criteria: String,
    /// Skills that are needed and that it has: the question's place and the choices' places.
    pub has: (usize, Vec<usize>),
    /// Skills that are needed and that it lacks.
    pub lacks: (usize, Vec<usize>),
    /// Training its workers have, by id.
    pub training: Vec<String>,
    /// How to reach it.
    pub contact: String,
    /// When it can be reached.
    pub hours: String,
    /// How it wants to be asked.
    pub request_by: String,
    /// Where more stands, or empty.
    pub url: String,
}

/// A question a manager would ask about a decision.
#[derive(Debug)]
pub struct Probe {
    /// The permanent id.
    pub id: &'static str,
    /// The answers it is about.
    pub questions: &'static [usize],
}

/// An optional text box.
#[derive(Debug)]
pub struct Note {
    /// The permanent id.
    pub id: &'static str,
    /// Where it stands.
    pub place: Place,
    /// When it is offered.
    pub asked: Cond,
    /// How much is expected.
    pub size: Size,
}

/// Where a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Beside the question at this place.
    Beside(usize),
    /// On the result page, with the record.
    Record,
}

/// Working days after which a record says why it was written up later than the conversation.
pub const LATE_AFTER: i64 = 2;

/// How much is expected in a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A line, at most 200 characters.
    Line,
    /// A few sentences, at most 4,000 characters.
    Text,
}

impl Size {
    /// The most characters that go into the record.
    pub fn limit(self) -> usize {
        match self {
            Size::Line => 200,
            Size::Text => 4_000,
        }
    }
}

/// What one kind of referral has to contain.
#[derive(Debug)]
pub struct Pack {
    /// The permanent id.
    pub id: &'static str,
    /// The pack whose items come first, or empty.
    pub adds_to: &'static str,
    /// Its own items, in order.
    pub items: Vec<PackItem>,
}

/// One line of a referral and what fills it.
#[derive(Debug)]
pub struct PackItem {
    /// The permanent id, unique within its pack.
    pub id: &'static str,
    /// Questions whose answers fill it.
    pub questions: &'static [usize],
    /// Notes that fill it.
    pub notes: &'static [&'static str],
    /// Figures that fill it, by id.
    pub figures: &'static [&'static str],
    /// Whether the sources of the outcomes that ask for this pack fill it.
    pub legal_basis: bool,
}

/// A choice as a bit.
pub fn bit<C: Choices>(choice: C) -> u32 {
    1 << choice.number()
}

impl Tool {
    /// What a page says to one of the questions that it may answer; nothing where it may not, or says no choice.
    pub fn page_answer(&self, question: &str, said: &str) -> Option<Answer> {
        let known = self.page_answers.iter().filter_map(|at| self.law.question_at(*at));
        let question = known.into_iter().find(|known| known.id == question)?;
        Answer::read(question, &[said]).ok()
    }

    /// Whether an outcome cannot wait.
    pub fn is_urgent(&self, outcome: usize) -> bool {
        self.law.shown_first.contains(&outcome) || self.common.urgent.contains(&outcome)
    }

    /// The pack with this id.
    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id == id)
    }

    /// The items of a pack with those of the packs it adds to, first things first.
    pub fn pack_items<'a>(&'a self, pack: &'a Pack) -> Vec<(&'a Pack, &'a PackItem)> {
        let mut items = match self.pack(pack.adds_to) {
            Some(before) => self.pack_items(before),
            None => Vec::new(),
        };
        items.extend(pack.items.iter().map(|item| (pack, item)));
        items
    }
}

/// The id of every tool.
pub const IDS: [&str; 4] = ["advocacy", "allocation", "team_suitability", "action_planning"];

/// Every tool, made once. In the browser the guided form reads one tool as data instead: see [`packed`].
pub fn all() -> &'static [Tool] {
    static TOOLS: OnceLock<Vec<Tool>> = OnceLock::new();
    TOOLS
        .get_or_init(|| vec![advocacy::tool(), allocation::tool(), team_suitability::tool(), action_planning::tool()])
}

/// The tool with this id.
pub fn named(id: &str) -> Option<&'static Tool> {
    all().iter().find(|tool| tool.id == id)
}

/// The words shipped with each tool, as text. In the browser they arrive as a file of their own.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub const WORDING: &[(&str, &str)] = &[
    ("advocacy", include_str!("advocacy/wording.json")),
    ("allocation", include_str!("allocation/wording.json")),
    ("team_suitability", include_str!("team_suitability/wording.json")),
    ("action_planning", action_planning::WORDING),
];

/// The words of the screen that all tools share.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub const SCREEN_WORDING: &str = include_str!("../ui/wording.json");

/// The words of the waiting list, matching and the plan, which a page with a form alone does not fetch.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub const LISTS_WORDING: &str = include_str!("../lists/wording.json");

/// The words for what is wrong with a saved record, for those who open one.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub const RECORD_WORDING: &str = include_str!("../record/wording.json");

/// The words of supervision, which only its own view fetches.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub const SUPERVISION_WORDING: &str = include_str!("../supervision/wording.json");

/// The words of supervision, read, with those of the screen.
///
/// # Errors
/// The fault in the wording file, with its place.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub fn supervision_words() -> Result<Words, String> {
    Ok(Words::read(SCREEN_WORDING)?.and(Words::read(RECORD_WORDING)?).and(Words::read(SUPERVISION_WORDING)?))
}

/// The words of the lists, read.
///
/// # Errors
/// The fault in the wording file, with its place.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub fn list_words() -> Result<Words, String> {
    Words::read(LISTS_WORDING)
}

/// The words shipped with a tool, together with those of the screen.
///
/// # Errors
/// The fault in a wording file, with its place.
#[cfg(any(not(target_arch = "wasm32"), feature = "council"))]
pub fn words(id: &str) -> Result<Words, String> {
    let own = WORDING.iter().find(|(tool, _)| *tool == id).map(|(_, text)| *text);
    let own = own.ok_or_else(|| format!("there is no tool `{id}`"))?;
    Ok(Words::read(SCREEN_WORDING)?.and(Words::read(RECORD_WORDING)?).and(Words::read(own)?))
}

/// Whether an authority may put its own words at this path.
///
/// Questions, hints, the screen's own phrases and local practice are open. What the law says is not, nor
/// are the words for duties, for what must and must not happen, and the months, which also read dates.
pub fn open_to_authorities(path: &str) -> bool {
    let steps: Vec<&str> = path.split('.').collect();
    if let ["say", "kind" | "cond" | "months" | "now" | "stop", ..] = steps.as_slice() {
        return false;
    }
    matches!(
        steps.as_slice(),
        ["tool" | "sections" | "questions" | "notes" | "say", ..] | ["outcomes", _, "timescale" | "who"]
    )
}

/// Every path that a tool's words must have.
pub fn paths(tool: &Tool) -> Vec<String> {
    let mut paths: Vec<String> =
        ["tool.title", "tool.lead", "tool.noun", "tool.promise"].iter().map(|p| (*p).to_owned()).collect();
    let mut add = |kind: &str, id: &str, parts: &[&str]| {
        paths.extend(parts.iter().map(|part| format!("{kind}.{id}.{part}")));
    };
    for section in &tool.law.sections {
        add("sections", section.id, &["title", "lead"]);
        for question in &section.questions {
            add("questions", question.id, &["name", "question", "hint", "why", "find_out"]);
            for choice in question.choices {
                add("questions", question.id, &[&format!("choices.{}", choice.id)]);
            }
        }
    }
    for table in &tool.law.tables {
        add("tables", table.id, &["subject", "none"]);
        for finding in table.findings {
            add("tables", table.id, &[&format!("findings.{}", finding.id)]);
        }
    }
    for outcome in &tool.law.outcomes {
        add("outcomes", outcome.id, &["heading", "explanation", "timescale", "who"]);
    }
    for warning in &tool.law.warnings {
        add("warnings", warning.id, &["text"]);
    }
    for note in &tool.notes {
        add("notes", note.id, &["label", "hint"]);
    }
    for pack in &tool.packs {
        add("packs", pack.id, &["title"]);
        for item in &pack.items {
            add("packs", pack.id, &[&format!("items.{}", item.id)]);
        }
    }
    for group in tool.groups {
        add("sections", group.section, &["title", "lead"]);
        for field in group.fields {
            let at = format!("{}.{}", group.id, field.id);
            add("fields", &at, &["name", "question", "hint"]);
            field.choices().iter().for_each(|choice| add("fields", &at, &[&format!("choices.{choice}")]));
        }
    }
    let by_page = tool.page_answers.first().and_then(|at| tool.law.question_at(*at));
    let choices = by_page.map(|question| question.choices).unwrap_or_default();
    paths.extend(choices.iter().map(|choice| format!("tool.titles.{}", choice.id)));
    if let Some(remembers) = &tool.remembers {
        paths.push(format!("warnings.{}.text", remembers.warning));
    }
    let mut rules: Vec<String> = tool.law.rows().map(|(_, row)| format!("rules.{}", row.id)).collect();
    rules.dedup();
    paths.extend(rules);
    paths.extend(tool.probes.iter().map(|probe| format!("probes.{}", probe.id)));
    paths.extend(tool.law.settings.iter().map(|setting| format!("settings.{setting}")));
    paths.extend(tool.law.counts.iter().map(|count| format!("counts.{count}")));
    paths.extend(
        tool.wordings.iter().filter_map(|wording| Some((wording, tool.law.outcomes.get(wording.outcome)?))).flat_map(
            |(wording, outcome)| {
                wording.parts.iter().map(move |part| format!("outcomes.{}.if.{}.{part}", outcome.id, wording.id))
            },
        ),
    );
    paths.extend(tool.figure_ids.iter().map(|figure| format!("figures.{figure}.label")));
    paths
}
