//! What the manager has loaded and done, and what is shown of it.

use super::decided::Decided;
use super::intake::Intake;
use super::seen::Seen;
use crate::engine::Sheet;
use crate::json::Json;
use crate::record::Stamp;
use crate::sheet::Desk;
use crate::tools::allocation::answers::FUNCTION;
use crate::tools::allocation::facts::Facts;
use crate::tools::allocation::files::workers as worker_files;
use crate::tools::allocation::law_once;
use crate::tools::allocation::list::{Entry, WaitingList};
use crate::tools::allocation::matching::worker::{self, Worker};
use crate::tools::allocation::settings::Config;
use crate::tools::allocation::timescales::Timescales;
use crate::ui::parts::notice::Notice;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many rows of a list are drawn at once.
pub const WINDOW: usize = 50;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Everyone in order.
    Ranked,
    /// Rows with questions that nobody has asked.
    NeedsTriage,
    /// People who asked us to wait.
    OnHold,
    /// No longer on the list.
    Closed,
    /// Rows that cannot be placed.
    DataProblem,
    /// Everyone to be contacted today.
    ContactToday,
    /// Everyone of whom the senior manager is told.
    Escalated,
}

impl Shown {
    /// All, in the order offered.
    pub const ALL: [Shown; 7] = [
        Shown::Ranked,
        Shown::NeedsTriage,
        Shown::DataProblem,
        Shown::ContactToday,
        Shown::Escalated,
        Shown::OnHold,
        Shown::Closed,
    ];

    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Shown::Ranked => "ranked",
            Shown::NeedsTriage => "needs_triage",
            Shown::OnHold => "on_hold",
            Shown::Closed => "closed",
            Shown::DataProblem => "data_problem",
            Shown::ContactToday => "contact_today",
            Shown::Escalated => "escalated",
        }
    }
}

/// What narrows the rows that are shown. Places are never renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The bands shown.
    pub bands: [bool; 5],
    /// The one work shown, by place among the choices.
    pub work: Option<usize>,
    /// A part of the reference.
    pub reference: String,
}

impl Default for Filter {
    fn default() -> Self {
        Filter { bands: [true; 5], work: None, reference: String::new() }
    }
}

/// A part of the tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The waiting list.
    List,
    /// Matching.
    Match,
    /// The plan.
    Plan,
}

impl Tab {
    /// All, in the order offered.
    pub const ALL: [Tab; 3] = [Tab::List, Tab::Match, Tab::Plan];

    /// The permanent id, as the attribute `view` gives it.
    pub fn id(self) -> &'static str {
        match self {
            Tab::List => "list",
            Tab::Match => "match",
            Tab::Plan => "plan",
        }
    }

    /// The part with this id; the list where there is none.
    pub fn named(id: &str) -> Tab {
        Tab::ALL.into_iter().find(|tab| tab.id() == id).unwrap_or(Tab::List)
    }
}

/// A decision half made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The worker's id.
    pub worker: String,
    /// Why not the first.
    pub reason: String,
    /// Support, supervision or a co-worker.
    pub support: String,
    /// The person's views in their own words.
    pub views: String,
    /// What keeps the person safe until then.
    pub interim: String,
    /// Who was told, how and when.
    pub told: String,
    /// The manager's name and role.
    pub by: String,
    /// What is wrong with it.
    pub fault: String,
}

/// Everything the screen shows, but for what is worked out from it.
pub struct Model {
    /// The tool, its words and the authority's settings, on the day.
    pub desk: Desk,
    /// The day.
    pub today: NaiveDate,
    /// Where the numbers of days come from.
    pub times: Timescales,
    /// The list.
    pub list: WaitingList,
    /// What a look at the whole list found.
    pub seen: Seen,
    /// Reading in progress.
    pub intake: Option<Intake>,
    /// Whether somebody opened the file, rather than the page.
    pub asked_for: bool,
    /// Whether a list was read and is about to be drawn.
    pub settling: bool,
    /// What the last reading found.
    pub report: Option<super::intake::Report>,
    /// Which rows are shown.
    pub shown: Shown,
    /// What narrows them.
    pub filter: Filter,
    /// The rows shown, as places in the list that is shown and rows.
    pub rows: Vec<(u32, u32)>,
    /// The first row drawn.
    pub window: usize,
    /// The row with the focus, by place among the rows shown.
    pub focus: usize,
    /// Rows chosen for a comparison, at most two.
    pub chosen: Vec<u32>,
    /// The open person.
    pub open: Option<u32>,
    /// Where the open person stood when they were opened.
    pub opened: String,
    /// An event being typed.
    pub event: (String, String),
    /// Where the changed row stood and stands: reference, from, to.
    pub moved: Option<(u32, String, String)>,
    /// Whether the keys are listed.
    pub keys: bool,
    /// Whether "clear everything" waits to be confirmed.
    pub clearing: bool,
    /// Covered until.
    pub cover: Option<String>,
    /// What was last said to people who do not see the screen.
    pub said: String,
    /// Where the focus is to go.
    pub go: String,
    /// Whether anything was put in that would be lost.
    pub dirty: bool,
    /// Which record this is, for the next one.
    pub stamp: Stamp,
    /// What the authority has set.
    pub config: Config,
    /// The part shown.
    pub tab: Tab,
    /// Why a file could not be read.
    pub failed: String,
    /// The page's last word, seen as well as said.
    pub word: String,
    /// The heading level of the tool's title, 2 to 4.
    pub level: u8,
    /// What to tell the reader before anything else.
    pub notices: Vec<Notice>,
    /// Rows that were changed since they were read.
    pub changed: BTreeSet<u32>,
    /// The workers.
    pub workers: Vec<Worker>,
    /// The points of work given since the workers were read, by worker.
    pub given: BTreeMap<String, i64>,
    /// Whether they are not in the loads yet: after a restart the file of workers is read again.
    pub owed: bool,
    /// What is wrong with the file of workers.
    pub worker_faults: Vec<String>,
    /// What was asked before matching, by reference.
    pub asked: BTreeMap<String, Json>,
    /// The row being matched.
    pub matching: Option<u32>,
    /// A worker who knows the person, half typed.
    pub prior: (String, String, bool),
    /// The decision being made.
    pub decision: Decision,
    /// Decisions made, as they are written down.
    pub decisions: Vec<Decided>,
    /// Whether every excluded worker is shown.
    pub all_excluded: bool,
    /// The plan.
    pub plan: Option<super::plan::Plan>,
    /// What was kept before a restart, to be taken up once the list is in again.
    pub waiting_for_list: Option<String>,
}

impl Model {
    /// An empty list on a day.
    pub fn new(desk: Desk, today: NaiveDate) -> Self {
        let part = desk.locality.part("allocation");
        let config = part.and_then(|part| Config::read(part).ok()).unwrap_or_default();
        let times = Timescales::of(&desk.settings);
        let list = WaitingList::new(law_once(), times.clone(), today);
        Model {
            desk: desk.on(Some(today)),
            today,
            times,
            seen: Seen::of(&list),
            list,
            intake: None,
            asked_for: false,
            settling: false,
            report: None,
            shown: Shown::Ranked,
            filter: Filter::default(),
            rows: Vec::new(),
            window: 0,
            focus: 0,
            chosen: Vec::new(),
            open: None,
            opened: String::new(),
            event: Default::default(),
            moved: None,
            keys: false,
            clearing: false,
            cover: None,
            said: String::new(),
            go: String::new(),
            dirty: false,
            stamp: Stamp::default(),
            config,
            tab: Tab::List,
            failed: String::new(),
            word: String::new(),
            level: 2,
            notices: Vec::new(),
            changed: BTreeSet::new(),
            workers: Vec::new(),
            given: BTreeMap::new(),
            owed: false,
            worker_faults: Vec::new(),
            asked: BTreeMap::new(),
            matching: None,
            prior: Default::default(),
            decision: Decision::default(),
            decisions: Vec::new(),
            all_excluded: false,
            plan: None,
            waiting_for_list: None,
        }
    }

    /// The rows of a list, in order.
    pub fn list_of(&self, shown: Shown) -> Vec<u32> {
        let lists = self.list.lists();
        match shown {
            Shown::Ranked => lists.ranked.clone(),
            Shown::NeedsTriage => lists.needs_triage.clone(),
            Shown::OnHold => lists.on_hold.clone(),
            Shown::Closed => lists.closed.clone(),
            Shown::DataProblem => {
                let acting = &lists.act_now;
                let act = |at: &&u32| self.list.entry(**at).is_some_and(Entry::acts_now);
                let others = lists.data_problem.iter().filter(|at| !act(at));
                acting.iter().chain(others).copied().collect()
            }
            Shown::ContactToday => self.seen.contact.clone(),
            Shown::Escalated => self.seen.escalated.clone(),
        }
    }

    /// Works out the rows shown. The focus stays on its row, or goes to the next one that is shown.
    pub fn refresh(&mut self) {
        let held = self.rows.get(self.focus).map(|(_, row)| *row);
        self.find_rows();
        let same = held.and_then(|held| self.rows.iter().position(|(_, row)| *row == held));
        self.focus = same.unwrap_or(self.focus).min(self.rows.len().saturating_sub(1));
        self.keep_in_window();
    }

    /// Works out the rows shown, and moves nothing under the reader's eyes: a changed row goes to its place, and
    /// the rows around it stay where they are.
    pub fn refresh_in_place(&mut self) {
        self.find_rows();
        let last = self.rows.len().saturating_sub(1);
        self.focus = self.focus.min(last);
        self.window = self.window.min(last.saturating_sub(WINDOW - 1));
    }

    fn find_rows(&mut self) {
        if self.filter == Filter::default() {
            self.rows = self.list_of(self.shown).into_iter().enumerate().map(|(at, row)| (at as u32, row)).collect();
            return;
        }
        let find = self.filter.reference.trim().to_lowercase();
        let mut rows = Vec::new();
        for (place, row) in self.list_of(self.shown).into_iter().enumerate() {
            let Some(entry) = self.list.entry(row) else { continue };
            let band = self.filter.bands.get(entry.place.queue.place()).copied().unwrap_or(true);
            let work = self.filter.work.is_none_or(|work| entry.facts.choice(FUNCTION.0) == Some(work));
            let named = find.is_empty() || entry.facts.reference.to_lowercase().contains(&find);
            if band && work && named {
                rows.push((place as u32, row));
            }
        }
        self.rows = rows;
    }

    fn keep_in_window(&mut self) {
        let last = self.rows.len().saturating_sub(1);
        if self.focus < self.window || self.focus >= self.window + WINDOW {
            self.window = self.focus.saturating_sub(WINDOW / 2);
        }
        self.window = self.window.min(last.saturating_sub(WINDOW - 1));
    }

    /// Moves the focus to a row of those shown.
    pub fn focus_on(&mut self, at: usize) {
        self.focus = at.min(self.rows.len().saturating_sub(1));
        self.keep_in_window();
        if let Some((_, row)) = self.rows.get(self.focus) {
            self.go = super::grid::row_id(*row);
        }
    }

    /// Moves the focus to the first row of the next band, or to that of the band before.
    pub fn focus_band(&mut self, down: bool) {
        let band = |at: usize| {
            self.rows.get(at).and_then(|(_, row)| self.list.entry(*row)).map(|entry| entry.place.queue.place())
        };
        let here = band(self.focus);
        let to = if down {
            (self.focus..self.rows.len()).find(|at| band(*at) != here)
        } else {
            let before = (0..self.focus).rev().find(|at| band(*at) != here);
            before.map(|last| (0..=last).rev().take_while(|at| band(*at) == band(last)).last().unwrap_or(last))
        };
        if let Some(to) = to {
            self.focus_on(to);
        }
    }

    /// The place of a row in the whole list it is in, from 1, with the list's id.
    pub fn standing(&self, row: u32) -> Option<(&'static str, usize)> {
        let lists = self.list.lists();
        let named = [
            ("ranked", &lists.ranked),
            ("needs_triage", &lists.needs_triage),
            ("on_hold", &lists.on_hold),
            ("closed", &lists.closed),
            ("data_problem", &lists.data_problem),
        ];
        named.into_iter().find_map(|(id, rows)| rows.iter().position(|at| *at == row).map(|at| (id, at + 1)))
    }

    /// The list a row is in, with its place, in words.
    pub fn stands(&self, row: u32) -> String {
        let (list, place) = self.standing(row).unwrap_or(("", 0));
        self.fill(&format!("list.place.{list}"), &[("place", &place.to_string())])
    }

    /// Puts changed facts in place of the open person's, and says how the row has moved since it was opened.
    pub fn change(&mut self, row: u32, facts: Facts) {
        let before = if self.open == Some(row) { self.opened.clone() } else { self.stands(row) };
        self.list.change(Some(row as usize), facts);
        self.changed.insert(row);
        let after = self.stands(row);
        self.dirty = true;
        self.moved = (before != after).then_some((row, before, after));
        if let Some((_, from, to)) = &self.moved {
            let reference = self.list.entry(row).map(|entry| entry.facts.reference.to_string()).unwrap_or_default();
            let gaps = [("ref", reference.as_str()), ("from", from.as_str()), ("to", to.as_str())];
            self.said = self.desk.words.fill("list.moved", &gaps);
        }
        self.look_again();
        self.refresh_in_place();
    }

    /// What is wrong with a worker in a file, with the line, the column and what is there.
    fn worker_fault(&self, fault: &worker_files::WorkerFault) -> String {
        let what = self.say(&format!("import.worker_problem.{}", fault.problem.id()));
        let line = fault.line.to_string();
        let gaps = [
            ("line", line.as_str()),
            ("id", &fault.id),
            ("column", &fault.column),
            ("text", &fault.text),
            ("what", &what),
        ];
        self.fill("import.worker_fault", &gaps)
    }

    /// Takes in a file of workers, or says what is wrong and keeps the workers it has.
    pub fn take_workers(&mut self, name: &str, text: &str) {
        let read = worker_files::read(text.as_bytes()).map_err(|fault| vec![fault.to_string()]);
        let read = read.and_then(|file| {
            let mut faults: Vec<String> = file.faults.iter().map(|fault| self.worker_fault(fault)).collect();
            let good: Vec<Worker> = match worker::all(&Json::List(file.workers)) {
                Ok(workers) => workers,
                Err(more) => {
                    faults.extend(more);
                    Vec::new()
                }
            };
            if faults.is_empty() { Ok(good) } else { Err(faults) }
        });
        match read {
            Ok(workers) => {
                let count = workers.len().to_string();
                self.workers = workers;
                // Another file may know of what was given; the same one, read again, does not.
                let given = std::mem::take(&mut self.given);
                if std::mem::take(&mut self.owed) {
                    given.iter().for_each(|(id, points)| self.give(id, *points));
                }
                self.worker_faults.clear();
                self.plan = None;
                self.said = self.fill("import.workers_done", &[("name", name), ("n", &count)]);
            }
            Err(faults) => self.worker_faults = faults,
        }
    }

    /// Gives a worker work of so many points.
    pub fn give(&mut self, id: &str, points: i64) {
        if let Some(worker) = self.workers.iter_mut().find(|worker| worker.id == id) {
            worker.load += points;
            *self.given.entry(id.to_owned()).or_default() += points;
        }
    }
}
