//! A tool as data, for the browser: see [`Packed`](crate::engine::Packed).
//!
//! What a tool works out in code of its own (figures, an authority's settings, teams) is put back by its id.

use super::{
    About, Agrees, Common, Figures, FindTeams, Note, Pack, PackItem, Place, Probe, Remembers, SettingsReader, Size,
    TeamFinder, Tool, Wording,
};
use super::{allocation, team_suitability};
use crate::engine::{Packed, Packer, Unpacker};
use crate::json::Json;
use crate::{packed, packed_plain};

/// The value of `format` in a file with a tool.
const FORMAT: &str = "care-tools-law/1";

/// The parts of a tool that repeat. They are never packed: a tool with one is compiled with its screen.
fn groups(tool: &str) -> &'static [super::Group] {
    if cfg!(not(target_arch = "wasm32")) && tool == "action_planning" { super::action_planning::GROUPS } else { &[] }
}

/// What a tool has in code.
struct Code {
    reads_settings: Option<SettingsReader>,
    figures: Option<Figures>,
    finds_teams: Option<FindTeams>,
}

fn code(tool: &str) -> Code {
    match tool {
        "allocation" => Code {
            reads_settings: Some(allocation::timescales::read),
            figures: Some(allocation::figures::of),
            finds_teams: None,
        },
        "team_suitability" => Code {
            reads_settings: Some(team_suitability::settings::read),
            figures: Some(team_suitability::figures::of),
            finds_teams: Some(team_suitability::teams::find),
        },
        // Never read as data in a browser: see [`groups`].
        #[cfg(not(target_arch = "wasm32"))]
        "action_planning" => {
            Code { reads_settings: Some(super::action_planning::settings::read), figures: None, finds_teams: None }
        }
        _ => Code { reads_settings: None, figures: None, finds_teams: None },
    }
}

packed_plain! {
    Size [Line, Text]
}

impl Packed for Place {
    fn pack(&self, to: &mut Packer) {
        match self {
            Place::Beside(question) => Some(*question),
            Place::Record => None,
        }
        .pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Option::unpack(from).map(|question: Option<usize>| question.map_or(Place::Record, Place::Beside))
    }
}

packed! {
    Note { id, place, asked, size }
    PackItem { id, questions, notes, figures, legal_basis }
    Pack { id, adds_to, items }
    Probe { id, questions }
    About { question, answers, notes }
    Remembers { question, choices, note, warning }
    Wording { outcome, id, parts, when }
    Agrees { question, who, yes, no, not_asked, followed_by }
    Common { voice, evidence, capacity, capacity_where, agrees, advocacy, advocate_needed, referral, carer, urgent, safety, overruled }
}

impl Packed for Tool {
    fn pack(&self, to: &mut Packer) {
        (self.id, self.element).pack(to);
        self.rules_version.pack(to);
        self.law.pack(to);
        self.topics.pack(to);
        self.notes.pack(to);
        self.packs.pack(to);
        self.probes.pack(to);
        (self.figure_ids, self.page_answers).pack(to);
        self.pinned.pack(to);
        self.links.pack(to);
        self.about.pack(to);
        self.remembers.pack(to);
        self.wordings.pack(to);
        self.common.pack(to);
        if let Some(teams) = &self.teams {
            teams.beside.pack(to);
            teams.with_result.pack(to);
        }
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (id, element) = Packed::unpack(from)?;
        let Code { reads_settings, figures, finds_teams } = code(id);
        let rules_version = Packed::unpack(from)?;
        let law = Packed::unpack(from)?;
        let topics = Packed::unpack(from)?;
        let notes = Packed::unpack(from)?;
        let packs = Packed::unpack(from)?;
        let probes = Packed::unpack(from)?;
        let (figure_ids, page_answers) = Packed::unpack(from)?;
        let pinned = Packed::unpack(from)?;
        let links = Packed::unpack(from)?;
        let about = Packed::unpack(from)?;
        let remembers = Packed::unpack(from)?;
        let wordings = Packed::unpack(from)?;
        let common = Packed::unpack(from)?;
        let teams = match finds_teams {
            Some(find) => {
                Some(TeamFinder { beside: Packed::unpack(from)?, with_result: Packed::unpack(from)?, find })
            }
            None => None,
        };
        Some(Tool {
            id,
            element,
            rules_version,
            law,
            topics,
            notes,
            packs,
            probes,
            reads_settings,
            figures,
            figure_ids,
            page_answers,
            wordings,
            about,
            remembers,
            teams,
            links,
            pinned,
            groups: groups(id),
            common,
        })
    }
}

/// A tool as a file.
pub fn write(tool: &Tool) -> Json {
    let mut packer = Packer::default();
    Packed::pack(tool, &mut packer);
    Json::object([
        ("format", Json::text(FORMAT)),
        ("texts", Json::texts(packer.texts)),
        ("numbers", Json::List(packer.numbers.into_iter().map(Json::Whole).collect())),
    ])
}

/// A tool from a file. It is kept for good.
///
/// # Errors
/// The file is not one that [`write`] made.
pub fn read(file: &Json) -> Result<&'static Tool, String> {
    if file.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return Err(format!("the law should have the format `{FORMAT}`"));
    }
    let list = |key: &str| file.get(key).and_then(Json::as_list).unwrap_or_default();
    let texts = list("texts").iter().filter_map(Json::as_text);
    let texts: Vec<&'static str> = texts.map(|text| &*text.to_owned().leak()).collect();
    let numbers = list("numbers").iter().filter_map(|number| match number {
        Json::Whole(number) => Some(*number),
        _ => None,
    });
    let numbers: Vec<i64> = numbers.collect();
    let mut from = Unpacker::new(texts, &numbers);
    match Tool::unpack(&mut from) {
        Some(tool) if from.is_done() => {
            let tool: &'static Tool = Box::leak(Box::new(tool));
            if tool.id == "allocation" {
                allocation::adopt(&tool.law);
            }
            Ok(tool)
        }
        _ => Err("the law cannot be read".to_owned()),
    }
}
