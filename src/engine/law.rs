//! A whole body of rules as one value.

use super::bits::{QuestionSet, RowSet};
use super::calendar::Calendar;
use super::citation::Citation;
use super::condition::Cond;
use super::outcome::Outcome;
use super::question::Question;
use super::rule::{Row, Start, Table};
use chrono::NaiveDate;

/// Related questions asked together.
#[derive(Debug)]
pub struct Section {
    /// The permanent id.
    pub id: &'static str,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// Something to keep in mind. A warning never changes an outcome.
#[derive(Debug)]
pub struct Warning {
    /// The permanent id.
    pub id: &'static str,
    /// When it is shown.
    pub when: Cond,
    /// The law, guidance or procedure behind it.
    pub sources: Vec<Citation>,
}

/// What a decision rests on beside the answers: today, and what an authority has set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The day of the decision, where no question asks for it.
    pub today: Option<NaiveDate>,
    /// Dates, in the order of [`Law::settings`]. A blank one is not in force.
    pub days: Vec<Option<NaiveDate>>,
    /// Numbers of days, in the order of [`Law::counts`]. A blank one is never reached.
    pub counts: Vec<Option<i32>>,
    /// Which days are worked.
    pub calendar: Calendar,
}

/// Questions, tables, outcomes and warnings of one tool.
#[derive(Debug, Default)]
pub struct Law {
    /// The first day the rules were written for; a decision on an earlier day is shown with a notice.
    pub covers_from: NaiveDate,
    /// The day somebody last checked the rules against their sources.
    pub checked_on: NaiveDate,
    /// The place of the question that gives the day of the decision.
    pub day_asked: Option<usize>,
    /// Sections in the order they are asked.
    pub sections: Vec<Section>,
    /// Tables; each may use what others find, without circles.
    pub tables: Vec<Table>,
    /// Outcomes.
    pub outcomes: Vec<Outcome>,
    /// Outcomes shown before all others, for safety, in this order.
    pub shown_first: Vec<usize>,
    /// Warnings, in the order they are shown.
    pub warnings: Vec<Warning>,
    /// Ids of the dates an authority may set.
    pub settings: &'static [&'static str],
    /// Ids of the numbers of days an authority may set.
    pub counts: &'static [&'static str],
    /// Made by [`Law::ready`].
    pub index: Index,
}

/// What can be looked up instead of searched for, once a law is complete.
#[derive(Debug, Default)]
pub struct Index {
    /// The number of each table's first row, and of the row after the last.
    starts: Vec<usize>,
    /// The table and row number of each rule that gives an outcome.
    givers: Vec<Vec<(usize, usize)>>,
}

impl Law {
    /// The law, complete and ready to be read.
    #[must_use]
    pub fn ready(mut self) -> Self {
        let mut index = Index { starts: Vec::new(), givers: vec![Vec::new(); self.outcomes.len()] };
        let mut number = 0;
        for table in &self.tables {
            index.starts.push(number);
            for row in &table.rows {
                for outcome in &row.outcomes {
                    if let Some(givers) = index.givers.get_mut(*outcome) {
                        givers.push((table.at, number));
                    }
                }
                number += 1;
            }
        }
        index.starts.push(number);
        self.index = index;
        self
    }

    /// The table and row number of each rule that gives an outcome.
    pub fn givers(&self, outcome: usize) -> &[(usize, usize)] {
        self.index.givers.get(outcome).map_or(&[], Vec::as_slice)
    }

    /// Every question, in the order asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }

    /// The question at this place.
    pub fn question_at(&self, at: usize) -> Option<&Question> {
        let mut left = at;
        for section in &self.sections {
            match section.questions.get(left) {
                Some(question) => return Some(question),
                None => left -= section.questions.len(),
            }
        }
        None
    }

    /// The place of the section that asks this question.
    pub fn section_of(&self, question: usize) -> Option<usize> {
        self.sections.iter().position(|section| section.questions.iter().any(|q| q.at == question))
    }

    /// Every row with its table, numbered through in the order used by [`RowSet`].
    pub fn rows(&self) -> impl Iterator<Item = (&Table, &Row)> {
        self.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)))
    }

    /// The number of a table's first row in [`Law::rows`]; for the number of tables, the number of rows.
    pub fn first_row(&self, table: usize) -> usize {
        self.index.starts.get(table).copied().unwrap_or(0)
    }

    /// Days on which some rule begins or ends under these settings, each once and in no order.
    pub fn boundaries(&self, settings: &Settings) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = settings.days.iter().copied().flatten().collect();
        for (_, row) in self.rows() {
            if let Some(period) = row.in_force {
                days.extend(period.until);
                if let Start::On(day) = period.from {
                    days.push(day);
                }
            }
        }
        let mut once: Vec<NaiveDate> = Vec::new();
        for day in days {
            if !once.contains(&day) {
                once.push(day);
            }
        }
        once
    }

    /// What is wrong with the law as a value; empty for a sound one. Every tool's tests ask this.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (at, question) in self.questions().enumerate() {
            if question.at != at {
                faults.push(format!("question `{}` stands at {at} and is numbered {}", question.id, question.at));
            }
            if question.choices.len() > 32 {
                faults.push(format!("question `{}` has more than 32 choices", question.id));
            }
        }
        for (at, table) in self.tables.iter().enumerate() {
            if table.at != at {
                faults.push(format!("table `{}` stands at {at} and is numbered {}", table.id, table.at));
            }
            if table.findings.len() > 31 {
                faults.push(format!("table `{}` has more than 31 findings", table.id));
            }
            for row in &table.rows {
                if row.finding.is_some_and(|finding| finding >= table.findings.len()) {
                    faults.push(format!("rule `{}` gives a finding its table `{}` does not have", row.id, table.id));
                }
            }
        }
        if self.questions().count() > QuestionSet::ROOM || self.rows().count() > RowSet::ROOM {
            faults.push("there are more questions or rows than fit".into());
        }
        let mut ids: Vec<&str> = self.questions().map(|q| q.id).chain(self.outcomes.iter().map(|o| o.id)).collect();
        ids.extend(self.warnings.iter().map(|warning| warning.id));
        ids.sort_unstable();
        for pair in ids.windows(2) {
            if let [a, b] = pair
                && a == b
            {
                faults.push(format!("the id `{a}` is used twice"));
            }
        }
        let mut seen = vec![Seen::Never; self.tables.len() + self.questions().count()];
        for table in &self.tables {
            if self.circles(Node::Table(table.at), &mut seen) {
                faults.push(format!("table `{}` depends on itself", table.id));
            }
        }
        faults
    }

    fn circles(&self, node: Node, seen: &mut Vec<Seen>) -> bool {
        let at = match node {
            Node::Table(at) => at,
            Node::Question(at) => self.tables.len() + at,
        };
        match seen.get_mut(at) {
            Some(Seen::OnTheWay) => return true,
            Some(Seen::Done) | None => return false,
            Some(mark) => *mark = Seen::OnTheWay,
        }
        let mut next = Vec::new();
        match node {
            Node::Table(at) => {
                if let Some(table) = self.tables.get(at) {
                    self.nodes(&table.only_if, &mut next);
                    table.rows.iter().for_each(|row| self.nodes(&row.when, &mut next));
                }
            }
            Node::Question(at) => {
                if let Some(question) = self.question_at(at) {
                    self.nodes(&question.asked, &mut next);
                    question.fits.iter().for_each(|fit| self.nodes(fit, &mut next));
                }
            }
        }
        let found = next.into_iter().any(|node| self.circles(node, seen));
        if let Some(mark) = seen.get_mut(at) {
            *mark = Seen::Done;
        }
        found
    }

    fn nodes(&self, condition: &Cond, into: &mut Vec<Node>) {
        match condition {
            Cond::Always | Cond::Unset(_) | Cond::Given(_) => {}
            Cond::InForce(_) => into.extend(self.day_asked.map(Node::Question)),
            Cond::Asked(q)
            | Cond::Chose(q, _)
            | Cond::Ticked(q, _)
            | Cond::Blank(q)
            | Cond::Misfit(q)
            | Cond::AtLeast(q, _) => {
                into.push(Node::Question(*q));
            }
            Cond::Apart(apart) => into.extend(apart.questions().map(Node::Question)),
            Cond::Found(table, _) => into.push(Node::Table(*table)),
            Cond::Present(outcome) => {
                let giving = self.tables.iter().filter(|t| t.rows.iter().any(|r| r.outcomes.contains(outcome)));
                into.extend(giving.map(|table| Node::Table(table.at)));
            }
            Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| self.nodes(part, into)),
            Cond::Not(part) => self.nodes(part, into),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Never,
    OnTheWay,
    Done,
}

#[derive(Clone, Copy)]
enum Node {
    Table(usize),
    Question(usize),
}
