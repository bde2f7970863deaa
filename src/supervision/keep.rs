//! What a restart after a crash takes up. It stays in the page's memory.

use super::entry::Entry;
use super::held::Held;
use super::model::{Model, Place};
use crate::json::{Json, LONGEST_KEPT};

fn whole(number: usize) -> Json {
    Json::Whole(i64::try_from(number).unwrap_or_default())
}

impl Place {
    fn to_json(self) -> Json {
        let (name, one, two) = match self {
            Place::Agenda => ("agenda", 0, 0),
            Place::Record(at) => ("record", at, 0),
            Place::Compare(earlier, later) => ("compare", earlier, later),
            Place::WhatIf | Place::Alike => ("alike", 0, 0),
        };
        Json::List(vec![Json::text(name), whole(one), whole(two)])
    }

    fn read(json: &Json, open: usize) -> Option<Place> {
        let [Json::Text(name), Json::Whole(one), Json::Whole(two)] = json.as_list()? else { return None };
        let at = |number: &i64| usize::try_from(*number).ok().filter(|at| *at < open);
        Some(match name.as_str() {
            "record" => Place::Record(at(one)?),
            "compare" => Place::Compare(at(one)?, at(two)?),
            "alike" => Place::Alike,
            _ => Place::Agenda,
        })
    }
}

impl Model {
    /// Everything, for a restart; nothing where nothing is open.
    pub fn kept(&self) -> String {
        if self.records.is_empty() {
            return String::new();
        }
        // The copy of "what if" is not kept: it was only to look.
        let place = match (self.place, &self.what_if) {
            (Place::WhatIf, Some(copy)) => Place::Record(copy.at),
            (place, _) => place,
        };
        let record = |held: &Held| {
            Json::object([
                ("name", Json::text(held.name.clone())),
                ("to_save", Json::Bool(held.unsaved)),
                ("entry", held.entry.to_json()),
                ("challenge", held.challenge.as_ref().map_or(Json::Null, Entry::to_json)),
                ("record", held.record.clone()),
            ])
        };
        Json::object([
            ("records", Json::List(self.records.iter().map(record).collect())),
            ("place", place.to_json()),
            ("role", Json::text(self.role.clone())),
            ("unsaved", Json::Bool(self.is_unsaved())),
        ])
        .write()
    }

    /// Whether something was written that is in no file.
    pub fn is_unsaved(&self) -> bool {
        self.records.iter().any(Held::is_unsaved)
    }

    /// Takes up where [`Model::kept`] left off.
    pub fn resume(&mut self, kept: &str) {
        let Ok(kept) = Json::read_within(kept, LONGEST_KEPT) else { return };
        for file in kept.list_at("records") {
            let text = file.get("record").map(Json::write).unwrap_or_default();
            let before = self.records.len();
            self.arrived(file.text_at("name"), &text, false);
            if let Some(held) = self.records.get_mut(before) {
                held.unsaved = file.get("to_save") == Some(&Json::Bool(true));
                held.entry = file.get("entry").and_then(Entry::read).unwrap_or_default();
                held.challenge = file.get("challenge").and_then(Entry::read);
            }
        }
        kept.text_at("role").clone_into(&mut self.role);
        self.place = kept.get("place").and_then(|place| Place::read(place, self.records.len())).unwrap_or_default();
        (self.said, self.go) = (String::new(), String::new());
    }
}
