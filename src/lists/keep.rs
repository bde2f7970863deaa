//! What a manager would lose in a crash, and how it is taken up again.

use super::decided::Decided;
use super::model::{Decision, Model};
use super::plan;
use crate::json::{Json, LONGEST_KEPT};
use crate::tools::allocation::facts::Facts;
use crate::tools::allocation::files::{Field, Row};

impl Decision {
    /// What was written of it, for a restart.
    fn kept(&self) -> Json {
        let Decision { worker, reason, support, views, interim, told, by, fault: _ } = self;
        Json::texts([worker, reason, support, views, interim, told, by])
    }

    fn resumed(kept: &[Json]) -> Decision {
        let at = |place: usize| kept.get(place).and_then(Json::as_text).unwrap_or_default().to_owned();
        let [worker, reason, support, views, interim, told, by] = std::array::from_fn(at);
        Decision { worker, reason, support, views, interim, told, by, fault: String::new() }
    }
}

impl Model {
    /// What would be lost in a crash, as JSON: changed rows, what was asked, and decisions. Files are kept by the
    /// page. Empty where nothing would be lost.
    pub fn kept(&self) -> String {
        if let Some(waiting) = &self.waiting_for_list {
            return waiting.clone();
        }
        if !self.dirty {
            return String::new();
        }
        let rows = self.changed.iter().filter_map(|row| {
            let facts = &self.list.entry(*row)?.facts;
            let cells = facts.to_row();
            let cells = Field::ALL.iter().map(|field| Json::text(cells.cell(*field)));
            Some(Json::List(std::iter::once(Json::Whole((*row).into())).chain(cells).collect()))
        });
        Json::object([
            ("rows", Json::List(rows.collect())),
            ("asked", Json::Object(self.asked.iter().map(|(key, value)| (key.clone(), value.clone())).collect())),
            ("by_hand", Json::Bool(self.report.is_none())),
            (
                "given",
                Json::Object(self.given.iter().map(|(id, points)| (id.clone(), Json::Whole(*points))).collect()),
            ),
            ("decisions", Json::List(self.decisions.iter().map(Decided::kept).collect())),
            ("plan", self.plan.as_ref().map_or(Json::Null, |plan| plan::kept(&plan.said))),
            ("matching", self.matching.map_or(Json::Null, |row| Json::Whole(row.into()))),
            ("decision", self.decision.kept()),
        ])
        .write()
    }

    /// Takes up what [`Model::kept`] wrote; rows once the list is in again.
    pub fn resume(&mut self, kept: &str) {
        let Ok(json) = Json::read_within(kept, LONGEST_KEPT) else { return };
        for (reference, asked) in json.get("asked").and_then(Json::as_object).unwrap_or_default() {
            self.asked.insert(reference.clone(), asked.clone());
        }
        self.decisions = json.list_at("decisions").iter().filter_map(Decided::resumed).collect();
        self.decision = Decision::resumed(json.list_at("decision"));
        let given = json.get("given").and_then(Json::as_object).unwrap_or_default();
        let points = |points: &Json| if let Json::Whole(points) = points { Some(*points) } else { None };
        self.given = given.iter().filter_map(|(id, it)| Some((id.clone(), points(it)?))).collect();
        self.owed = true;
        self.dirty = true;
        // What was written without a file has none to wait for.
        if self.list.entries().is_empty() && json.get("by_hand") != Some(&Json::Bool(true)) {
            self.waiting_for_list = Some(kept.to_owned());
        } else {
            self.resume_rows(&json);
        }
    }

    fn resume_rows(&mut self, json: &Json) {
        for row in json.get("rows").and_then(Json::as_list).unwrap_or_default() {
            let Some([Json::Whole(row), cells @ ..]) = row.as_list() else { continue };
            let cells: Vec<String> = cells.iter().filter_map(Json::as_text).map(str::to_owned).collect();
            let Ok(row) = usize::try_from(*row) else { continue };
            let cells = Field::ALL.iter().copied().zip(cells.iter().map(String::as_str));
            let mut facts = Facts::of_row(&Row::of(0, cells));
            let known = (row < self.list.entries().len()).then_some(row);
            facts.line = known.and_then(|row| self.list.entries().get(row)).map_or(0, |entry| entry.facts.line);
            if known.is_some() || row == self.list.entries().len() {
                let at = self.list.change(known, facts);
                self.changed.insert(at as u32);
            }
        }
        if let Some(Json::Whole(row)) = json.get("matching") {
            self.matching = u32::try_from(*row).ok().filter(|row| self.list.entry(*row).is_some());
        }
        self.look();
        self.refresh();
        let said = plan::resumed(json.list_at("plan"));
        if !said.is_empty() {
            self.begin_plan(said, String::new());
        }
    }

    /// After the list has been read again.
    pub fn resume_waiting(&mut self) {
        if let Some(json) = self.waiting_for_list.take().and_then(|kept| Json::read_within(&kept, LONGEST_KEPT).ok())
        {
            self.resume_rows(&json);
            self.dirty = true;
        }
    }
}
