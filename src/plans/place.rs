//! Where in a plan somebody stands.

/// The sections of a plan, in order. Those of issues and actions are lists; the others are questions of the law.
pub const SECTIONS: [&str; 11] = [
    "safety",
    "about",
    "people",
    "issues",
    "strengths",
    "options",
    "actions",
    "agreement",
    "monitoring",
    "sharing",
    "closing",
];

/// Places in [`SECTIONS`].
pub const SAFETY: usize = 0;
/// Who has a part in the plan.
pub const PEOPLE: usize = 2;
/// The list of issues.
pub const ISSUES: usize = 3;
/// What was looked at together, and what was chosen.
pub const OPTIONS: usize = 5;
/// The list of actions.
pub const ACTIONS: usize = 6;
/// How progress is watched, and the review.
pub const MONITORING: usize = 8;
/// Whether the plan is finished.
pub const CLOSING: usize = 10;

/// Where somebody stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list of sections.
    Tasks,
    /// A section, by place in [`SECTIONS`].
    Section(usize),
    /// An issue, by id.
    Issue(String),
    /// An action, by id.
    Action(String),
    /// Everything that was said, and what keeps the plan from being complete.
    Check,
    /// What follows, and the exports.
    Result,
    /// Where the actions have got to.
    Follow,
    /// A report on an action, by the action's id.
    Report(String),
}

impl Place {
    /// The section with this id.
    pub fn section(id: &str) -> Option<Place> {
        SECTIONS.iter().position(|known| *known == id).map(Place::Section)
    }

    /// As it is kept for a restart.
    pub fn write(&self) -> String {
        match self {
            Place::Tasks => "tasks".into(),
            Place::Section(at) => format!("section {}", SECTIONS.get(*at).copied().unwrap_or_default()),
            Place::Issue(id) => format!("issue {id}"),
            Place::Action(id) => format!("action {id}"),
            Place::Check => "check".into(),
            Place::Result => "result".into(),
            Place::Follow => "follow".into(),
            Place::Report(id) => format!("report {id}"),
        }
    }

    /// Reads back what [`Place::write`] wrote.
    pub fn read(text: &str) -> Option<Place> {
        let (kind, rest) = text.split_once(' ').unwrap_or((text, ""));
        match kind {
            "tasks" => Some(Place::Tasks),
            "section" => Place::section(rest),
            "issue" => Some(Place::Issue(rest.to_owned())),
            "action" => Some(Place::Action(rest.to_owned())),
            "check" => Some(Place::Check),
            "result" => Some(Place::Result),
            "follow" => Some(Place::Follow),
            "report" => Some(Place::Report(rest.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sections_stand_where_their_names_say() {
        let named = [SAFETY, PEOPLE, ISSUES, OPTIONS, ACTIONS, MONITORING, CLOSING].map(|at| SECTIONS[at]);
        assert_eq!(named, ["safety", "people", "issues", "options", "actions", "monitoring", "closing"]);
    }

    #[test]
    fn every_place_is_read_back() {
        let id = || "A3".to_owned();
        let mut places = vec![Place::Tasks, Place::Check, Place::Result, Place::Follow];
        places.extend([Place::Issue(id()), Place::Action(id()), Place::Report(id())]);
        places.extend((0..SECTIONS.len()).map(Place::Section));
        for place in places {
            assert_eq!(Place::read(&place.write()), Some(place));
        }
    }
}
