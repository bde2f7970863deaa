//! Outcomes in words, as these answers and this authority word them.

use super::report::OutcomeText;
use super::{Desk, Draft, Link};
use crate::engine::{Decision, Kind, Reader, Reading, Truth};
use crate::json::Json;

impl Desk {
    /// The outcomes of a decision. One that says neither who acts nor by when takes both from what was decided.
    pub(super) fn outcomes(&self, draft: &Draft, decision: &Decision) -> Vec<OutcomeText> {
        let mut reader = Reader::new(&self.tool.law, &draft.answers, &self.settings, Reading::AsItStands);
        let mut texts: Vec<OutcomeText> =
            decision.outcomes.iter().filter_map(|at| self.outcome(*at, &mut reader)).collect();
        if let Some(decided) = texts.iter().find(|text| text.kind == Kind::Decision).cloned() {
            for text in texts.iter_mut().filter(|text| text.who.is_empty() && text.timescale.is_empty()) {
                text.who.clone_from(&decided.who);
                text.timescale.clone_from(&decided.timescale);
            }
        }
        texts
    }

    fn outcome(&self, at: usize, reader: &mut Reader<'_>) -> Option<OutcomeText> {
        let law = &self.tool.law;
        let outcome = law.outcomes.get(at)?;
        let wordings = self.tool.wordings.iter().filter(|wording| wording.outcome == at);
        let holding: Vec<_> = wordings.filter(|wording| reader.test(&wording.when).truth == Truth::Holds).collect();
        let words = |part: &'static str| {
            let other = holding.iter().find(|wording| wording.parts.contains(&part));
            let path = match other {
                Some(wording) => format!("outcomes.{}.if.{}.{part}", outcome.id, wording.id),
                None => format!("outcomes.{}.{part}", outcome.id),
            };
            self.with_counts(self.words.at(&path))
        };
        let list = |part: &str| -> Vec<String> {
            let texts = self.words.list(&format!("outcomes.{}.{part}", outcome.id));
            texts.into_iter().map(|text| self.with_counts(text)).collect()
        };
        let see = list("see").into_iter();
        Some(OutcomeText {
            id: outcome.id,
            kind: outcome.kind,
            kind_text: self.words.at(&format!("say.kind.{}", outcome.kind.id())).to_owned(),
            pressing: law.shown_first.contains(&at),
            urgent: self.tool.is_urgent(at),
            heading: words("heading"),
            explanation: words("explanation"),
            must: list("must"),
            may_not: list("may_not"),
            timescale: words("timescale"),
            who: words("who"),
            record: list("record"),
            see: see.map(|text| Link { address: self.chapter(&text), text }).collect(),
            sources: self.sources(&outcome.sources),
        })
    }

    /// An outcome's heading; its id where this tool has no such outcome.
    pub fn heading_of(&self, outcome: &str) -> String {
        match self.tool.law.outcomes.iter().any(|known| known.id == outcome) {
            true => self.with_counts(self.words.of("outcomes", outcome, "heading")),
            false => outcome.to_owned(),
        }
    }

    /// The address of a chapter: from the authority's links, or from its settings for this tool.
    fn chapter(&self, name: &str) -> Option<String> {
        let own = || {
            let (_, key) = self.tool.links.iter().find(|(chapter, _)| *chapter == name)?;
            self.locality.part(self.tool.id)?.get("links")?.get(key)?.as_text().filter(|address| !address.is_empty())
        };
        self.locality.link(name).or_else(own).map(str::to_owned)
    }

    /// The authority's own number for emergencies, to stand beside 999: label and number.
    fn emergency(&self) -> String {
        let part = || self.locality.part(self.tool.id)?.get("emergency");
        let text = |key| part().and_then(|part| part.get(key)).and_then(Json::as_text).unwrap_or_default();
        match (text("label"), text("value")) {
            (_, "" | "999") => String::new(),
            (label, value) => format!(" {label}: {value}."),
        }
    }

    /// What stays in sight on every step while the answers give it: heading and text, and whether it is to call 999.
    pub fn pinned(&self, draft: &Draft) -> Vec<(String, String, bool)> {
        let decision = self.tool.law.decide(&draft.answers, &self.settings);
        let pinned = self.tool.pinned.iter().filter(|at| decision.outcomes.contains(at));
        let known = pinned.filter_map(|at| self.tool.law.outcomes.get(*at));
        known
            .map(|outcome| {
                let words = |part| self.with_counts(self.words.of("outcomes", outcome.id, part));
                let emergency = outcome.id.ends_with("call_999");
                let beside = if emergency { self.emergency() } else { String::new() };
                (words("heading"), words("explanation") + &beside, emergency)
            })
            .collect()
    }

    /// A text with the numbers that the authority has set in place of their names, such as `{reply_working_days}`.
    pub fn with_counts(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if !text.contains('{') {
            return text;
        }
        for (id, count) in self.tool.law.counts.iter().zip(&self.settings.counts) {
            let Some(count) = count else { continue };
            let gap = format!("{{{id}}}");
            if *count == 1 {
                for unit in ["working days", "days"] {
                    text = text.replace(&format!("{gap} {unit}"), &format!("1 {}", unit.trim_end_matches('s')));
                }
            }
            text = text.replace(&gap, &count.to_string());
        }
        text
    }
}
