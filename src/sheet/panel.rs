//! What the answers so far mean: settled, still open, and what would settle it.

use super::form::Step;
use super::{Desk, Draft};
use crate::engine::{Kind, Topic, Truth};

/// The live panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The most pressing thing that holds on the answers so far.
    pub lead: String,
    /// How far it is settled.
    pub state: Settled,
    /// What no open answer can change any more.
    pub settled: Vec<Point>,
    /// What is still open.
    pub open: Vec<Point>,
    /// One sentence for people who do not see the panel.
    pub spoken: String,
}

/// How far the lead of the panel is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// No open answer can change it.
    Yes,
    /// It holds so far.
    SoFar,
    /// Nothing is decided.
    Nothing,
}

/// One thing that is settled or open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The permanent id of its table, with the rule where several rules of it hold.
    pub id: String,
    /// What it is.
    pub text: String,
    /// Why, or what will settle it.
    pub more: String,
}

impl Desk {
    /// What this means so far. `here` is the section being answered, where one is.
    pub fn panel(&self, draft: &Draft, here: Option<usize>) -> Panel {
        let law = &self.tool.law;
        let decision = law.decide(&draft.answers, &self.settings);
        let standing = law.standing(&draft.answers, &self.settings);
        let decided = |at: &&usize| law.outcomes.get(**at).is_some_and(|outcome| outcome.kind != Kind::Undecided);
        let first = decision.outcomes.iter().find(decided).copied();
        let (lead, state) = match first.and_then(|at| law.outcomes.get(at).map(|outcome| (at, outcome))) {
            Some((at, outcome)) => {
                let heading = self.with_counts(self.words.of("outcomes", outcome.id, "heading"));
                let sure = standing.outcomes.get(at) == Some(&Truth::Holds);
                (heading, if sure { Settled::Yes } else { Settled::SoFar })
            }
            None => (self.words.say("panel.nothing").to_owned(), Settled::Nothing),
        };
        let mut settled = Vec::new();
        let mut open = Vec::new();
        for topic in &standing.topics {
            let followed = self.tool.topics.contains(&topic.table);
            settled.extend(self.settled_points(topic, followed));
            if followed && !topic.open.is_empty() {
                open.extend(self.open_point(draft, topic, here));
            }
        }
        let counts = [("settled", settled.len().to_string()), ("open", open.len().to_string())];
        let gaps = [("lead", lead.as_str()), ("settled", &counts[0].1), ("open", &counts[1].1)];
        let spoken = self.words.fill("panel.spoken", &gaps);
        Panel { lead, state, settled, open, spoken }
    }

    fn settled_points(&self, topic: &Topic, followed: bool) -> Vec<Point> {
        let law = &self.tool.law;
        let Some(table) = law.tables.get(topic.table) else { return Vec::new() };
        let start = law.first_row(topic.table);
        let mut points: Vec<Point> = Vec::new();
        for number in &topic.settled {
            let Some(row) = number.checked_sub(start).and_then(|at| table.rows.get(at)) else { continue };
            let finding = row.finding.and_then(|finding| table.findings.get(finding));
            let text = match finding {
                Some(finding) => self.words.at(&format!("tables.{}.findings.{}", table.id, finding.id)).to_owned(),
                None => self.headings(&row.outcomes).join(". "),
            };
            if text.is_empty() || (!followed && row.outcomes.is_empty()) || points.iter().any(|p| p.text == text) {
                continue;
            }
            let rule = self.words.at(&format!("rules.{}", row.id));
            let source = row.sources.first().map(|citation| citation.text()).unwrap_or_default();
            let more = [rule, &source].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
            points.push(Point { id: format!("{}-{number}", table.id), text, more });
        }
        points
    }

    fn open_point(&self, draft: &Draft, topic: &Topic, here: Option<usize>) -> Option<Point> {
        let law = &self.tool.law;
        let table = law.tables.get(topic.table)?;
        let asks = |section: &usize| topic.open.iter().any(|at| law.section_of(*at) == Some(*section));
        let sections: Vec<usize> = (0..law.sections.len()).filter(asks).collect();
        let only_here = sections.iter().all(|section| Some(*section) == here);
        let later = sections.iter().rev().find(|section| Some(**section) != here);
        let more = match later.and_then(|at| law.sections.get(*at).map(|section| (at, section))) {
            _ if only_here => self.words.say("panel.settles_here").to_owned(),
            Some((at, section)) => {
                let title = self.words.of("sections", section.id, "title");
                let steps = self.steps(draft, here.map_or(Step::Check, Step::Section), *at);
                let number = steps.iter().take_while(|step| step.at <= *at).count();
                self.words.fill("panel.settles", &[("n", &number.to_string()), ("title", title)])
            }
            None => String::new(),
        };
        let text = self.words.of("tables", table.id, "subject").to_owned();
        Some(Point { id: table.id.to_owned(), text, more })
    }

    /// The headings of outcomes.
    pub fn headings(&self, outcomes: &[usize]) -> Vec<String> {
        let known = outcomes.iter().filter_map(|at| self.tool.law.outcomes.get(*at));
        known.map(|outcome| self.with_counts(self.words.of("outcomes", outcome.id, "heading"))).collect()
    }
}
