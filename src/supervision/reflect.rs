//! Questions to think with, offered and never required. Section 7.3 of the specification.

use super::held::Held;

/// The themes, in order. Their names and questions stand under `reflect.<id>`.
pub const THEMES: [&str; 11] = [
    "voice",
    "evidence",
    "explanations",
    "strengths",
    "power",
    "rights",
    "options",
    "risk",
    "agreement",
    "follow_through",
    "self",
];
/// The theme of action plans.
pub const PLANS: &str = "plans";

/// The themes that a record calls for.
pub fn themes(held: &Held) -> Vec<&'static str> {
    let plans = held.plan.is_some().then_some(PLANS);
    THEMES.into_iter().chain(plans).collect()
}

/// What a manager would ask about this record, by its tool: those questions first whose answers are not known.
pub fn probes(held: &Held) -> Vec<String> {
    let tool = held.desk.tool;
    let asked = |at: &usize| held.answers.to(*at).is_some();
    let open = |at: &usize| tool.law.question_at(*at).is_some_and(|question| held.answers.is_open(question));
    let mut probes: Vec<_> =
        tool.probes.iter().filter(|probe| probe.questions.is_empty() || probe.questions.iter().any(asked)).collect();
    probes.sort_by_key(|probe| !probe.questions.iter().any(|at| asked(at) && open(at)));
    probes.into_iter().map(|probe| held.desk.words.at(&format!("probes.{}", probe.id)).to_owned()).collect()
}
