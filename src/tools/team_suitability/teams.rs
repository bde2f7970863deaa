//! Teams from the authority's list. The tool suggests and never picks one; a team that is not listed is not named.

use super::answers::{RECEIVER, SKILLS_NEEDED, WORK_NEEDED};
use super::outcomes::Id;
use super::settings::{Council, Team};
use crate::engine::{Answers, Cond, Law, Reader, Reading, Settings};
use crate::json::Json;
use crate::tools::{FoundTeam, FoundTeams, TeamFinder};

/// How the list is looked through.
pub fn finder() -> TeamFinder {
    let open = [Id::TNoTeam, Id::TOtherTeam, Id::TFindOutFirst, Id::TPropose, Id::TKeepJoint, Id::TWaitSafePoint];
    let declined =
        [Id::TDeclinedEscalate, Id::TDeclinedJoint, Id::TNoReply, Id::RDeclineSuggest, Id::RCriteriaDiscuss];
    let shown = open.into_iter().chain(declined).map(Cond::present);
    TeamFinder { beside: RECEIVER.0, with_result: Cond::Any(shown.collect()), find }
}

/// Finds the teams for these answers.
pub fn find(law: &Law, answers: &Answers, part: Option<&Json>) -> FoundTeams {
    let settings = Settings::default();
    // A file with a fault never gets here: it is not used at all.
    let council = part.and_then(|part| Council::read(Some(part)).ok()).unwrap_or_default();
    let mut reader = Reader::new(law, answers, &settings, Reading::AsItStands);
    let visible = reader.visible();
    let asked = |at: usize| law.question_at(at).filter(|_| visible.contains(&at));
    let ids = |at: usize| asked(at).map(|question| answers.ids(question)).unwrap_or_default();
    let receiver = ids(RECEIVER.0).into_iter().find(|kind| kind != "none_found");
    let work: Vec<String> = ids(WORK_NEEDED.0).into_iter().filter(|work| work != "unknown").collect();
    let skills = ids(SKILLS_NEEDED.0);
    let fits = council.fitting(&work, &skills, receiver.as_deref());
    let places = |skills: &[String]| {
        let choices = law.question_at(SKILLS_NEEDED.0).map(|question| question.choices).unwrap_or_default();
        let at = |id: &String| choices.iter().position(|choice| choice.id == id);
        (SKILLS_NEEDED.0, skills.iter().filter_map(at).collect::<Vec<usize>>())
    };
    let found = |team: &Team, fits, has: &[String], lacks: &[String]| FoundTeam {
        fits,
        right_kind: receiver.as_deref().is_none_or(|kind| team.kind == kind),
        name: team.name.clone(),
        criteria: team.criteria.clone(),
        has: places(has),
        lacks: places(lacks),
        training: team.training.clone(),
        contact: team.contact.clone(),
        hours: team.hours.clone(),
        request_by: team.request_by.clone(),
        url: team.url.clone(),
    };
    let mut teams: Vec<FoundTeam> = fits.iter().map(|fit| found(fit.team, true, &fit.has, &fit.lacks)).collect();
    let mut others: Vec<&Team> =
        council.teams.iter().filter(|team| !fits.iter().any(|fit| fit.team.id == team.id)).collect();
    others.sort_by(|a, b| a.name.cmp(&b.name));
    teams.extend(others.into_iter().map(|team| found(team, false, &[], &[])));
    let chosen = !(work.is_empty() && skills.is_empty() && receiver.is_none());
    FoundTeams { teams, chosen, protocols: council.protocols.clone() }
}
