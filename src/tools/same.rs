//! What two tools ask in their own words and mean the same by: so that nobody has to say it twice.
//!
//! A line stands here only where the one answer says the other, on every reading. What has to be judged again is
//! asked again.

/// A fact of one tool's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A choice was said to a question.
    Said(&'static str, &'static str),
    /// The result has an outcome.
    Came(&'static str),
}

/// Facts of one tool that are an answer of another.
#[derive(Clone, Copy, Debug)]
pub struct Same {
    /// The tool that was answered.
    pub from: &'static str,
    /// What holds there; all of it.
    pub facts: &'static [Fact],
    /// The tool that asks.
    pub to: &'static str,
    /// Its question.
    pub question: &'static str,
    /// The choice.
    pub choice: &'static str,
}

const fn same(
    from: &'static str,
    facts: &'static [Fact],
    to: &'static str,
    question: &'static str,
    choice: &'static str,
) -> Same {
    Same { from, facts, to, question, choice }
}

const ADVOCACY: &str = "advocacy";
const ALLOCATION: &str = "allocation";
const TEAMS: &str = "team_suitability";

use Fact::{Came, Said};

/// Every line.
pub const SAME: &[Same] = &[
    same(ADVOCACY, &[Said("person_role", "adult")], TEAMS, "who", "adult"),
    same(ADVOCACY, &[Said("person_role", "carer_of_adult")], TEAMS, "who", "carer"),
    same(ADVOCACY, &[Said("person_role", "carer_of_child")], TEAMS, "who", "carer"),
    same(ADVOCACY, &[Said("processes", "needs_assessment")], TEAMS, "work_needed", "care_act_assessment"),
    same(ADVOCACY, &[Said("processes", "carers_assessment")], TEAMS, "work_needed", "carer_assessment"),
    same(ADVOCACY, &[Said("processes", "care_and_support_plan")], TEAMS, "work_needed", "support_planning"),
    same(ADVOCACY, &[Said("processes", "support_plan")], TEAMS, "work_needed", "support_planning"),
    same(ADVOCACY, &[Said("processes", "safeguarding_enquiry")], TEAMS, "work_needed", "safeguarding_enquiry"),
    same(ADVOCACY, &[Said("advocate_status", "care_act_in_place")], TEAMS, "advocate", "in_place"),
    same(ADVOCACY, IN_NEED_67, TEAMS, "advocate", "needed_not_arranged"),
    same(ADVOCACY, IN_NEED_68, TEAMS, "advocate", "needed_not_arranged"),
    same(ADVOCACY, &[Said("advocate_status", "care_act_in_place")], ALLOCATION, "advocacy", "in_place"),
    same(ADVOCACY, IN_NEED_67, ALLOCATION, "advocacy", "needed_not_arranged"),
    same(ADVOCACY, IN_NEED_68, ALLOCATION, "advocacy", "needed_not_arranged"),
    same(ALLOCATION, &[Said("immediate_danger", "yes")], TEAMS, "safe_now", "danger_now"),
    same(ALLOCATION, &[Said("advocacy", "not_needed")], TEAMS, "advocate", "not_needed"),
    same(ALLOCATION, &[Said("advocacy", "in_place")], TEAMS, "advocate", "in_place"),
    same(ALLOCATION, &[Said("advocacy", "needed_not_arranged")], TEAMS, "advocate", "needed_not_arranged"),
    same(TEAMS, &[Said("who", "adult")], ADVOCACY, "person_role", "adult"),
    same(TEAMS, &[Said("safe_now", "danger_now")], ALLOCATION, "immediate_danger", "yes"),
    same(TEAMS, &[Said("safe_now", "no")], ALLOCATION, "immediate_danger", "no"),
    same(TEAMS, &[Said("advocate", "not_needed")], ALLOCATION, "advocacy", "not_needed"),
    same(TEAMS, &[Said("advocate", "in_place")], ALLOCATION, "advocacy", "in_place"),
    same(TEAMS, &[Said("advocate", "needed_not_arranged")], ALLOCATION, "advocacy", "needed_not_arranged"),
];

const IN_NEED_67: &[Fact] = &[Came("ca_s67_required"), Said("advocate_status", "none")];
const IN_NEED_68: &[Fact] = &[Came("ca_s68_required"), Said("advocate_status", "none")];

/// Questions of two tools with the same choices by the same ids: every choice says the other.
pub const ALIKE: &[(&str, &str, &str, &str)] = &[(ALLOCATION, "function", TEAMS, "work_needed")];

/// Text boxes that mean the same wherever they stand.
pub const NOTES: &[&str] = &["case_reference", "interim_plan"];
