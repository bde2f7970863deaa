//! The files that a manager saves.

use super::model::{Model, Shown};
use crate::engine::dates;
use crate::tools::allocation::files::Field;
use crate::tools::allocation::files::export::{self, Csv};

/// A file to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Every row, to be opened again.
    Everyone,
    /// The ranked, with place, band, reason and dates.
    Ranked,
    /// Those to be contacted today.
    Contact,
    /// The list that is shown.
    Shown,
    /// A blank file with the headings.
    Template,
}

impl Export {
    /// All, in the order offered.
    pub const ALL: [Export; 5] = [Export::Ranked, Export::Contact, Export::Shown, Export::Everyone, Export::Template];

    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Export::Everyone => "everyone",
            Export::Ranked => "ranked",
            Export::Contact => "contact",
            Export::Shown => "shown",
            Export::Template => "template",
        }
    }
}

impl Model {
    /// A file's name and contents.
    pub fn export(&self, what: Export) -> (String, String) {
        let list = match what {
            Export::Shown => self.shown.id(),
            other => other.id(),
        };
        let name = format!("waiting-list-{}-{}.csv", list.replace('_', "-"), dates::to_iso(self.today));
        let text = match what {
            Export::Template => export::template(),
            Export::Everyone => {
                // The ranked first, in their order, so that people can read the file too.
                let lists = self.list.lists();
                let order = [&lists.ranked, &lists.needs_triage, &lists.on_hold, &lists.data_problem, &lists.closed];
                let mut csv = Csv::waiting_list();
                let rows = order.into_iter().flatten().filter_map(|at| self.list.entry(*at));
                rows.for_each(|entry| csv.waiting_row(&entry.facts.to_row()));
                csv.finish()
            }
            Export::Ranked => self.table(&self.list_of(Shown::Ranked)),
            Export::Contact => self.table(&self.list_of(Shown::ContactToday)),
            Export::Shown => self.table(&self.list_of(self.shown)),
        };
        (name, text)
    }

    /// Rows with what the tool says about them before what was said about the referral, in columns that the tool
    /// does not take for answers when the file is opened again.
    fn table(&self, rows: &[u32]) -> String {
        let own = ["place", "list", "band", "reason", "allocate_by", "next_contact", "wait_days"];
        let heads: Vec<&str> = own.into_iter().chain(Field::ALL.iter().map(|field| field.id())).collect();
        let lines = rows.iter().filter_map(|at| self.list.entry(*at).map(|entry| (*at, entry))).map(|(at, entry)| {
            let (list, place) = self.standing(at).unwrap_or(("", 0));
            let sound = entry.problem.is_none();
            let day = |day: Option<i32>| {
                day.filter(|_| sound).map(|day| dates::to_iso(dates::numbered(day))).unwrap_or_default()
            };
            let why = if sound { self.why(entry) } else { self.problem(entry) };
            let mut cells = vec![
                place.to_string(),
                list.to_owned(),
                if sound { self.band(entry.place.queue) } else { String::new() },
                why,
                day(entry.place.due),
                day(entry.place.next_contact),
                entry.place.wait.map(|wait| wait.to_string()).unwrap_or_default(),
            ];
            let row = entry.facts.to_row();
            cells.extend(Field::ALL.iter().map(|field| row.cell(*field).to_owned()));
            cells
        });
        export::write(heads, lines)
    }
}
