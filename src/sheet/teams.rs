//! Teams from the authority's list, in words.

use super::{Desk, Draft, Link};
use crate::engine::{Reader, Reading, Truth};
use crate::tools::{FindTeams, FoundTeam};

/// The list as these answers look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamsText {
    /// Every team, those that fit first.
    pub teams: Vec<TeamText>,
    /// What the list is, or that no team in it fits.
    pub lead: String,
    /// Agreed ways of working.
    pub protocols: Vec<Link>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamText {
    /// Whether it covers what is needed.
    pub fits: bool,
    /// Its name, with an address where there is one.
    pub name: Link,
    /// Why it does not fit; empty where it does.
    pub unfit: String,
    /// What is known about it, a sentence each.
    pub lines: Vec<String>,
}

impl Desk {
    /// The teams to show beside a question.
    pub fn teams_beside(&self, draft: &Draft, question: usize) -> Option<TeamsText> {
        let finder = self.tool.teams.as_ref().filter(|finder| finder.beside == question)?;
        Some(self.teams(draft, finder.find))
    }

    /// The teams to show with the result.
    pub fn teams_with_result(&self, draft: &Draft) -> Option<TeamsText> {
        let finder = self.tool.teams.as_ref()?;
        let mut reader = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::AsItStands);
        (reader.test(&finder.with_result).truth == Truth::Holds).then(|| self.teams(draft, finder.find))
    }

    fn teams(&self, draft: &Draft, find: FindTeams) -> TeamsText {
        let found = find(&self.tool.law, &draft.answers, self.locality.part(self.tool.id));
        let lead = match (found.teams.is_empty(), found.teams.iter().any(|team| team.fits)) {
            (true, _) => self.words.say("teams.no_list"),
            (false, true) if found.chosen => self.words.say("teams.lead"),
            (false, true) => self.words.say("teams.everything"),
            (false, false) if !found.teams.iter().any(|team| team.right_kind) => self.words.say("teams.no_kind"),
            (false, false) => self.words.say("teams.none"),
        };
        let address = |address: &String| (!address.is_empty()).then(|| address.clone());
        TeamsText {
            lead: lead.to_owned(),
            teams: found.teams.iter().map(|team| self.team(team)).collect(),
            protocols: found
                .protocols
                .iter()
                .map(|(text, url)| Link { text: text.clone(), address: address(url) })
                .collect(),
        }
    }

    fn team(&self, team: &FoundTeam) -> TeamText {
        let skills = |(question, choices): &(usize, Vec<usize>)| {
            let question = self.tool.law.question_at(*question);
            let names = choices.iter().filter_map(|choice| question.map(|question| self.choice(question, *choice)));
            names.collect::<Vec<_>>().join(", ")
        };
        let parts = [
            ("teams.has", skills(&team.has)),
            ("teams.lacks", skills(&team.lacks)),
            ("teams.training", team.training.join(", ").replace('_', " ")),
            ("teams.criteria", team.criteria.clone()),
            ("teams.contact", team.contact.clone()),
            ("teams.hours", team.hours.clone()),
            ("teams.request_by", team.request_by.clone()),
        ];
        let said = parts.iter().filter(|(_, text)| !text.is_empty());
        TeamText {
            fits: team.fits,
            unfit: match (team.fits, team.right_kind) {
                (true, _) => String::new(),
                (false, true) => self.words.say("teams.others").to_owned(),
                (false, false) => self.words.say("teams.other_kind").to_owned(),
            },
            name: Link { text: team.name.clone(), address: (!team.url.is_empty()).then(|| team.url.clone()) },
            lines: said.map(|(phrase, text)| self.words.fill(phrase, &[("what", text)])).collect(),
        }
    }
}
