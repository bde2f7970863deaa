//! A second, separate reading of the advocacy specification.
//!
//! This file says again, in plain nested conditions, what sections 2, 3, 4, 8
//! and 9 of the specification say. The tests compare its results with those
//! of the product's own engine over many answer sheets. It must never share
//! code with `src`: where the two readings differ, one of them is wrong, and
//! that is only worth knowing while they are independent.
//!
//! It is written to be read beside the specification, top to bottom. Each
//! rule is marked with its id. Outcome ids, warning ids and question ids are
//! those of the specification.
//!
//! Reading notes:
//!
//! * An answer of the wrong type, or which is not one of the options listed
//!   for its question, counts as no answer.
//! * A date which is not a real calendar date written as 2026-11-22 counts as
//!   no date, in the answers and in the settings.

// Nested ifs are kept where the specification has one condition inside another.
#![allow(clippy::collapsible_if)]

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What the specification says about one answer sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Outcome ids (section 6).
    pub outcomes: BTreeSet<&'static str>,
    /// Warning ids (section 9).
    pub warnings: BTreeSet<&'static str>,
    /// Visible questions still to be found out, in question order (section 9).
    pub find_out: Vec<&'static str>,
    /// Questions asked on these answers, in question order (section 2).
    pub visible: Vec<&'static str>,
    /// Ids of the rules that fitted (section 4).
    pub rules: BTreeSet<&'static str>,
}

/// The three types of question (section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Radio: one answer.
    One,
    /// Checkbox: any number of answers.
    Many,
    /// A date.
    Day,
}

/// Section 2: the 49 questions in order, each with its type and its options.
pub const QUESTIONS: &[(&str, Kind, &[&str])] = &[
    // Q1
    ("decision_date", Kind::Day, &[]),
    // Q2
    (
        "person_role",
        Kind::One,
        &["adult", "carer_of_adult", "carer_of_child", "young_person", "young_carer", "not_known"],
    ),
    // Q3
    ("age_band", Kind::One, &["18_or_over", "16_or_17", "under_16", "not_known"]),
    // Q4
    (
        "processes",
        Kind::Many,
        &[
            "needs_assessment",
            "carers_assessment",
            "care_and_support_plan",
            "support_plan",
            "plan_review",
            "safeguarding_enquiry",
            "safeguarding_adults_review",
            "child_needs_assessment",
            "child_carers_assessment",
            "young_carers_assessment",
            "reablement",
            "information_and_advice",
            "financial_assessment",
            "complaint",
            "other_matter",
            "mca_or_mha_only",
            "not_known",
        ],
    ),
    // Q5
    ("sar_person_alive", Kind::One, &["yes", "no", "not_known"]),
    // Q6
    ("in_custody", Kind::One, &["no", "prison_or_approved_premises", "not_known"]),
    // Q7
    ("complaint_about", Kind::One, &["adult_social_care", "nhs", "children_social_care", "not_known"]),
    // Q8
    ("adjustments_made", Kind::One, &["yes", "no", "not_known"]),
    // Q9
    ("difficulty_understand", Kind::One, &["none", "managed", "substantial", "not_known"]),
    // Q10
    ("difficulty_retain", Kind::One, &["none", "managed", "substantial", "not_known"]),
    // Q11
    ("difficulty_use_weigh", Kind::One, &["none", "managed", "substantial", "not_known"]),
    // Q12
    ("difficulty_communicate", Kind::One, &["none", "managed", "substantial", "not_known"]),
    // Q13
    (
        "difficulty_factors",
        Kind::Many,
        &[
            "health_condition",
            "learning_difficulty",
            "disability",
            "complex_circumstances",
            "refused_assessment_before",
            "abuse_or_neglect",
            "none",
            "not_considered",
        ],
    ),
    // Q14
    ("capacity_choose_support", Kind::One, &["has", "lacks", "not_known"]),
    // Q15
    ("view_on_advocate", Kind::One, &["wants", "declines", "not_asked", "cannot_express"]),
    // Q16
    ("ap_candidate", Kind::One, &["yes", "no", "not_known"]),
    // Q17
    ("ap_paid_or_professional", Kind::One, &["yes", "no", "not_known"]),
    // Q18
    ("ap_implicated", Kind::One, &["yes", "no", "not_known"]),
    // Q19
    ("ap_person_agrees", Kind::One, &["yes", "no", "not_known"]),
    // Q20
    ("ap_best_interests", Kind::One, &["yes", "no", "not_known"]),
    // Q21
    ("ap_able", Kind::One, &["yes", "no", "not_known"]),
    // Q22
    ("ap_conflict", Kind::One, &["yes", "no", "not_known"]),
    // Q23
    ("ap_willing", Kind::One, &["yes", "no", "not_known"]),
    // Q24
    (
        "nhs_stay",
        Kind::One,
        &["no", "hospital_28_days_or_more", "care_home_8_weeks_or_more", "shorter_stay", "not_known"],
    ),
    // Q25
    ("nhs_stay_best_interests", Kind::One, &["yes", "no", "not_known"]),
    // Q26
    ("ap_disagreement", Kind::One, &["yes", "no", "not_known"]),
    // Q27
    ("ap_disagreement_both_agree", Kind::One, &["yes", "no", "not_known"]),
    // Q28
    ("process_started", Kind::One, &["yes", "no", "not_known"]),
    // Q29
    ("urgent_risk", Kind::One, &["yes", "no", "not_known"]),
    // Q30
    (
        "advocate_status",
        Kind::One,
        &["none", "referred_waiting", "care_act_in_place", "other_advocate_in_place", "not_known"],
    ),
    // Q31
    (
        "mha_status",
        Kind::One,
        &[
            "not_subject",
            "detained",
            "short_term",
            "cto",
            "guardianship",
            "conditional_discharge",
            "informal_inpatient",
            "not_known",
        ],
    ),
    // Q32
    ("mha_special_treatment", Kind::One, &["none", "section_57", "ect_under_18", "not_known"]),
    // Q33
    (
        "mca_decisions",
        Kind::Many,
        &[
            "serious_medical_treatment",
            "nhs_accommodation",
            "la_accommodation",
            "accommodation_review",
            "safeguarding_measures",
            "none",
            "not_known",
        ],
    ),
    // Q34
    ("cap_serious_medical_treatment", Kind::One, &["lacks", "has", "not_assessed"]),
    // Q35
    ("cap_nhs_accommodation", Kind::One, &["lacks", "has", "not_assessed"]),
    // Q36
    ("cap_la_accommodation", Kind::One, &["lacks", "has", "not_assessed"]),
    // Q37
    ("cap_accommodation_review", Kind::One, &["lacks", "has", "not_assessed"]),
    // Q38
    ("cap_safeguarding_measures", Kind::One, &["lacks", "has", "not_assessed"]),
    // Q39
    ("nhs_accommodation_length", Kind::One, &["at_or_over", "under", "not_known"]),
    // Q40
    ("la_accommodation_length", Kind::One, &["at_or_over", "under", "not_known"]),
    // Q41
    ("accommodation_12_weeks", Kind::One, &["yes", "no", "not_known"]),
    // Q42
    ("mha_governs", Kind::One, &["yes", "no", "not_known"]),
    // Q43
    ("decision_urgent", Kind::One, &["yes", "no", "not_known"]),
    // Q44
    ("imca_particular_benefit", Kind::One, &["yes", "no", "not_known"]),
    // Q45
    (
        "dols_stage",
        Kind::One,
        &[
            "none",
            "requested_or_urgent",
            "authorised_rep_vacant",
            "authorised_unpaid_rep",
            "authorised_paid_rep",
            "community_or_under_18",
            "not_known",
        ],
    ),
    // Q46
    ("dols_same_place", Kind::One, &["yes", "no", "not_known"]),
    // Q47
    ("dols_39d_trigger", Kind::One, &["yes", "no", "not_known"]),
    // Q48
    ("someone_to_consult", Kind::One, &["yes", "no", "not_known"]),
    // Q49
    ("s40_person", Kind::One, &["for_this_decision", "other_matters_only", "none", "not_known"]),
];

// ---------------------------------------------------------------------------
// Dates (section 8)
// ---------------------------------------------------------------------------

/// A calendar date: year, month, day. Compared in that order.
type Date = (u32, u32, u32);

/// Reads a date written as 2026-11-22. Anything else is no date.
fn date_from(value: Option<&Value>) -> Option<Date> {
    let text = value?.as_str()?;
    let parts: Vec<&str> = text.split('-').collect();
    if parts.len() != 3 {
        return None;
    }
    let year = digits(parts[0], 4)?;
    let month = digits(parts[1], 2)?;
    let day = digits(parts[2], 2)?;
    if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
        return None;
    }
    Some((year, month, day))
}

/// Reads a number written with exactly so many digits.
fn digits(text: &str, how_many: usize) -> Option<u32> {
    if text.len() != how_many || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn days_in_month(year: u32, month: u32) -> u32 {
    let leap_year = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap_year => 29,
        2 => 28,
        _ => 31,
    }
}

/// Section 8: a dated rule is on when the decision date is on or after the
/// date in the setting. No setting, or no decision date: not on.
fn in_force(decision_date: Option<Date>, starts: Option<Date>) -> bool {
    match (decision_date, starts) {
        (Some(decided), Some(starts)) => decided >= starts,
        _ => false,
    }
}

// ---------------------------------------------------------------------------
// The answer sheet
// ---------------------------------------------------------------------------

/// The answers given, and the questions found to be visible so far.
struct Sheet<'a> {
    facts: &'a Map<String, Value>,
    visible: Vec<&'static str>,
}

impl Sheet<'_> {
    /// The question is asked.
    fn ask(&mut self, question: &'static str) {
        self.visible.push(question);
    }

    fn is_visible(&self, question: &str) -> bool {
        self.visible.contains(&question)
    }

    /// A radio question is visible and has this answer. No answer counts as
    /// the not-known value (section 1, ground rule 3). False while the
    /// question is not visible (section 3).
    fn is(&self, question: &str, choice: &str) -> bool {
        if !self.is_visible(question) {
            return false;
        }
        let given = self.given_choice(question);
        if given.is_empty() {
            return is_not_known_value(choice) && options_of(question).contains(&choice);
        }
        given == choice
    }

    /// A radio question is visible, and its answer is not known or missing.
    fn is_unknown(&self, question: &str) -> bool {
        if !self.is_visible(question) {
            return false;
        }
        let given = self.given_choice(question);
        given.is_empty() || is_not_known_value(given)
    }

    /// A checkbox question is visible and this option is ticked.
    fn ticked(&self, question: &str, choice: &str) -> bool {
        self.is_visible(question) && self.given_ticks(question).contains(&choice)
    }

    /// A checkbox question is visible and nothing in it is ticked.
    fn nothing_ticked(&self, question: &str) -> bool {
        self.is_visible(question) && self.given_ticks(question).is_empty()
    }

    /// The answer stored for a radio question; empty if there is none.
    fn given_choice(&self, question: &str) -> &str {
        match self.facts.get(question) {
            Some(Value::String(choice)) if options_of(question).contains(&choice.as_str()) => choice,
            _ => "",
        }
    }

    /// The options stored as ticked for a checkbox question.
    fn given_ticks(&self, question: &str) -> Vec<&str> {
        let mut ticks = Vec::new();
        if let Some(Value::Array(list)) = self.facts.get(question) {
            for item in list {
                if let Some(choice) = item.as_str() {
                    if options_of(question).contains(&choice) {
                        ticks.push(choice);
                    }
                }
            }
        }
        ticks
    }

    /// Section 4.1: a process is selected if it is ticked and fits the role.
    fn selected(&self, process: &str) -> bool {
        self.ticked("processes", process) && self.fits_role(process)
    }

    /// Section 4.1: FIT(person_role).
    fn fits_role(&self, process: &str) -> bool {
        let common = [
            "information_and_advice",
            "financial_assessment",
            "complaint",
            "other_matter",
            "mca_or_mha_only",
            "not_known",
        ];
        if common.contains(&process) {
            return true;
        }
        if self.is("person_role", "adult") {
            return [
                "needs_assessment",
                "care_and_support_plan",
                "support_plan",
                "plan_review",
                "safeguarding_enquiry",
                "safeguarding_adults_review",
                "reablement",
            ]
            .contains(&process);
        }
        if self.is("person_role", "carer_of_adult") {
            return ["carers_assessment", "support_plan", "needs_assessment", "care_and_support_plan", "plan_review"]
                .contains(&process);
        }
        if self.is("person_role", "carer_of_child") {
            return ["child_carers_assessment", "child_needs_assessment"].contains(&process);
        }
        if self.is("person_role", "young_person") {
            return process == "child_needs_assessment";
        }
        if self.is("person_role", "young_carer") {
            return process == "young_carers_assessment";
        }
        // person_role not known: the common options only.
        false
    }

    /// Note on age, section 2.7: the three adult roles are 18 or over. For
    /// the others AGE is the answer to age_band; an unknown AGE is none of
    /// the three bands.
    fn age_is(&self, band: &str) -> bool {
        if self.is("person_role", "adult")
            || self.is("person_role", "carer_of_adult")
            || self.is("person_role", "carer_of_child")
        {
            return band == "18_or_over";
        }
        self.is("age_band", band)
    }

    fn decision_date(&self) -> Option<Date> {
        date_from(self.facts.get("decision_date"))
    }

    /// One of the statuses under which compulsory powers apply (rule M1).
    fn compulsory_patient(&self) -> bool {
        self.is("mha_status", "detained")
            || self.is("mha_status", "cto")
            || self.is("mha_status", "guardianship")
            || self.is("mha_status", "conditional_discharge")
    }
}

/// The values that mean "not known" (section 1, ground rule 3).
fn is_not_known_value(choice: &str) -> bool {
    choice == "not_known" || choice == "not_assessed" || choice == "not_asked" || choice == "not_considered"
}

fn options_of(question: &str) -> &'static [&'static str] {
    for (id, _, options) in QUESTIONS {
        if *id == question {
            return options;
        }
    }
    &[]
}

// ---------------------------------------------------------------------------
// Intermediate results
// ---------------------------------------------------------------------------

/// T1.
#[derive(Clone, Copy, PartialEq)]
enum Difficulty {
    NotWorkedOut,
    Yes,
    Unknown,
    No,
}

/// T2.
#[derive(Clone, Copy, PartialEq)]
enum Supporter {
    NotWorkedOut,
    Nobody,
    Unknown,
    Appropriate,
}

/// T3: each limb, and EXCEPTION as a whole.
#[derive(Clone, Copy, PartialEq)]
enum Exception {
    Yes,
    Unknown,
    No,
}

/// The intermediate results which later rules and warnings use.
struct Worked {
    s67: bool,
    reab: bool,
    s68: bool,
    s68_unclear: bool,
    involve: bool,
    difficulty: Difficulty,
    supporter: Supporter,
    nhs_limb: Exception,
    disagreement_limb: Exception,
    opt_out_on: bool,
    informal_on: bool,
    lps_on: bool,
    dols_i: bool,
}

impl Worked {
    fn difficulty_yes_or_unknown(&self) -> bool {
        self.difficulty == Difficulty::Yes || self.difficulty == Difficulty::Unknown
    }
}

/// Section 4.1: S67 is not empty.
fn s67_in_play(sheet: &Sheet) -> bool {
    sheet.selected("needs_assessment")
        || sheet.selected("carers_assessment")
        || sheet.selected("care_and_support_plan")
        || sheet.selected("support_plan")
        || sheet.selected("plan_review")
        || sheet.selected("child_needs_assessment")
        || sheet.selected("child_carers_assessment")
        || sheet.selected("young_carers_assessment")
}

/// Section 4.1: S68.
fn s68_in_play(sheet: &Sheet) -> bool {
    if !sheet.is("in_custody", "no") {
        return false;
    }
    if sheet.selected("safeguarding_enquiry") {
        return true;
    }
    sheet.selected("safeguarding_adults_review") && sheet.is("sar_person_alive", "yes")
}

/// Section 4.1: S68_UNCLEAR. Something that decides S68 is still unknown.
fn s68_is_unclear(sheet: &Sheet) -> bool {
    if s68_in_play(sheet) {
        return false;
    }
    if sheet.is("in_custody", "prison_or_approved_premises") {
        return false;
    }
    if sheet.selected("safeguarding_enquiry") {
        return true;
    }
    sheet.selected("safeguarding_adults_review") && !sheet.is("sar_person_alive", "no")
}

/// Section 4.2: T1.
fn work_out_difficulty(sheet: &Sheet, involve: bool) -> Difficulty {
    if !involve {
        return Difficulty::NotWorkedOut;
    }
    if sheet.is("difficulty_understand", "substantial")
        || sheet.is("difficulty_retain", "substantial")
        || sheet.is("difficulty_use_weigh", "substantial")
        || sheet.is("difficulty_communicate", "substantial")
    {
        return Difficulty::Yes;
    }
    if sheet.is_unknown("difficulty_understand")
        || sheet.is_unknown("difficulty_retain")
        || sheet.is_unknown("difficulty_use_weigh")
        || sheet.is_unknown("difficulty_communicate")
    {
        return Difficulty::Unknown;
    }
    Difficulty::No
}

/// Section 4.3: T2. Called only where INVOLVE and DIFFICULTY is YES or
/// UNKNOWN.
fn work_out_supporter(sheet: &Sheet) -> Supporter {
    if sheet.is("ap_candidate", "no") {
        return Supporter::Nobody;
    }
    if sheet.is_unknown("ap_candidate") {
        return Supporter::Unknown;
    }
    // There is a candidate. Any visible check that fails rules them out.
    if sheet.is("ap_paid_or_professional", "yes")
        || sheet.is("ap_implicated", "yes")
        || sheet.is("ap_person_agrees", "no")
        || sheet.is("ap_best_interests", "no")
        || sheet.is("ap_able", "no")
        || sheet.is("ap_conflict", "yes")
        || sheet.is("ap_willing", "no")
    {
        return Supporter::Nobody;
    }
    // Any visible check, or capacity to choose, not known.
    if sheet.is_unknown("ap_paid_or_professional")
        || sheet.is_unknown("ap_implicated")
        || sheet.is_unknown("ap_person_agrees")
        || sheet.is_unknown("ap_best_interests")
        || sheet.is_unknown("ap_able")
        || sheet.is_unknown("ap_conflict")
        || sheet.is_unknown("ap_willing")
        || sheet.is_unknown("capacity_choose_support")
    {
        return Supporter::Unknown;
    }
    Supporter::Appropriate
}

/// Section 4.4: the NHS limb. Not worked out (so `no`) where nhs_stay is not
/// visible: the two have the same condition.
fn work_out_nhs_limb(sheet: &Sheet) -> Exception {
    if sheet.is_unknown("nhs_stay") {
        return Exception::Unknown;
    }
    let long_stay =
        sheet.is("nhs_stay", "hospital_28_days_or_more") || sheet.is("nhs_stay", "care_home_8_weeks_or_more");
    if long_stay {
        if sheet.is("nhs_stay_best_interests", "yes") {
            return Exception::Yes;
        }
        if sheet.is_unknown("nhs_stay_best_interests") {
            return Exception::Unknown;
        }
    }
    Exception::No
}

/// Section 4.4: the disagreement limb. Not worked out (so `no`) where
/// ap_disagreement is not visible: the two have the same condition.
fn work_out_disagreement_limb(sheet: &Sheet) -> Exception {
    if sheet.is_unknown("ap_disagreement") {
        return Exception::Unknown;
    }
    if sheet.is("ap_disagreement", "yes") {
        if sheet.is("ap_disagreement_both_agree", "yes") {
            return Exception::Yes;
        }
        if sheet.is_unknown("ap_disagreement_both_agree") {
            return Exception::Unknown;
        }
    }
    Exception::No
}

// ---------------------------------------------------------------------------
// Section 2: which questions are asked, in order
// ---------------------------------------------------------------------------

/// Goes through the questions once, in order, and works out the intermediate
/// results on the way as they are needed.
fn go_through_questions(sheet: &mut Sheet, settings: &Map<String, Value>) -> Worked {
    // 2.1 About this decision

    sheet.ask("decision_date");
    let decided = sheet.decision_date();
    let opt_out_on = in_force(decided, date_from(settings.get("imha_opt_out_from")));
    let informal_on = in_force(decided, date_from(settings.get("imha_informal_from")));
    let lps_on = in_force(decided, date_from(settings.get("lps_from")));

    sheet.ask("person_role");

    if sheet.is("person_role", "young_person")
        || sheet.is("person_role", "young_carer")
        || sheet.is_unknown("person_role")
    {
        sheet.ask("age_band");
    }

    sheet.ask("processes");

    if sheet.selected("safeguarding_adults_review") {
        sheet.ask("sar_person_alive");
    }
    if sheet.selected("safeguarding_enquiry") || sheet.selected("safeguarding_adults_review") {
        sheet.ask("in_custody");
    }
    if sheet.selected("complaint") {
        sheet.ask("complaint_about");
    }

    let s67 = s67_in_play(sheet);
    let reab = sheet.selected("reablement");
    let s68 = s68_in_play(sheet);
    let s68_unclear = s68_is_unclear(sheet);
    let involve = s67 || reab || s68 || s68_unclear;

    // 2.2 Taking part

    if involve {
        sheet.ask("adjustments_made");
        sheet.ask("difficulty_understand");
        sheet.ask("difficulty_retain");
        sheet.ask("difficulty_use_weigh");
        sheet.ask("difficulty_communicate");
        sheet.ask("difficulty_factors");
    }

    let difficulty = work_out_difficulty(sheet, involve);
    let yes_or_unknown = difficulty == Difficulty::Yes || difficulty == Difficulty::Unknown;

    // 2.3 The person's choice, and who could support them

    let mut supporter = Supporter::NotWorkedOut;
    if involve && yes_or_unknown {
        sheet.ask("capacity_choose_support");
        sheet.ask("view_on_advocate");
        sheet.ask("ap_candidate");
        if sheet.is("ap_candidate", "yes") {
            sheet.ask("ap_paid_or_professional");
            sheet.ask("ap_implicated");
            if sheet.is("capacity_choose_support", "has") || sheet.is_unknown("capacity_choose_support") {
                sheet.ask("ap_person_agrees");
            }
            if sheet.is("capacity_choose_support", "lacks") {
                sheet.ask("ap_best_interests");
            }
            sheet.ask("ap_able");
            sheet.ask("ap_conflict");
            sheet.ask("ap_willing");
        }
        supporter = work_out_supporter(sheet);
    }

    // 2.4 Exceptions

    if (s67 || reab) && yes_or_unknown {
        if supporter == Supporter::Appropriate || supporter == Supporter::Unknown {
            sheet.ask("nhs_stay");
            if sheet.is("nhs_stay", "hospital_28_days_or_more") || sheet.is("nhs_stay", "care_home_8_weeks_or_more") {
                sheet.ask("nhs_stay_best_interests");
            }
        }
        if supporter == Supporter::Appropriate {
            sheet.ask("ap_disagreement");
            if sheet.is("ap_disagreement", "yes") {
                sheet.ask("ap_disagreement_both_agree");
            }
        }
    }

    let nhs_limb = work_out_nhs_limb(sheet);
    let disagreement_limb = work_out_disagreement_limb(sheet);

    // 2.5 Timing

    if involve && yes_or_unknown {
        sheet.ask("process_started");
        sheet.ask("urgent_risk");
        sheet.ask("advocate_status");
    }

    // 2.6 Mental Health Act

    sheet.ask("mha_status");
    if sheet.is("mha_status", "short_term") || sheet.is("mha_status", "informal_inpatient") {
        sheet.ask("mha_special_treatment");
    }

    // 2.7 Mental Capacity Act and deprivation of liberty

    if !sheet.age_is("under_16") {
        sheet.ask("mca_decisions");
    }

    let treatment = sheet.ticked("mca_decisions", "serious_medical_treatment");
    let nhs_place = sheet.ticked("mca_decisions", "nhs_accommodation");
    let la_place = sheet.ticked("mca_decisions", "la_accommodation");
    let review = sheet.ticked("mca_decisions", "accommodation_review");
    let measures = sheet.ticked("mca_decisions", "safeguarding_measures");

    if treatment {
        sheet.ask("cap_serious_medical_treatment");
    }
    if nhs_place {
        sheet.ask("cap_nhs_accommodation");
    }
    if la_place {
        sheet.ask("cap_la_accommodation");
    }
    if review {
        sheet.ask("cap_accommodation_review");
    }
    if measures {
        sheet.ask("cap_safeguarding_measures");
    }
    if nhs_place {
        sheet.ask("nhs_accommodation_length");
    }
    if la_place {
        sheet.ask("la_accommodation_length");
    }
    if review {
        sheet.ask("accommodation_12_weeks");
    }
    if treatment || nhs_place || la_place || review {
        if sheet.compulsory_patient() || sheet.is("mha_status", "short_term") || sheet.is_unknown("mha_status") {
            sheet.ask("mha_governs");
        }
    }
    if treatment || nhs_place || la_place {
        sheet.ask("decision_urgent");
    }
    if review || measures {
        sheet.ask("imca_particular_benefit");
    }

    if !sheet.age_is("under_16") {
        sheet.ask("dols_stage");
    }

    // Section 4.10: DOLS_I.
    let mut dols_i = false;
    if sheet.is("dols_stage", "requested_or_urgent") || sheet.is("dols_stage", "authorised_rep_vacant") {
        dols_i = !sheet.age_is("16_or_17") && !lps_on;
    }

    if dols_i && (nhs_place || la_place) {
        sheet.ask("dols_same_place");
    }
    if sheet.is("dols_stage", "authorised_unpaid_rep") {
        sheet.ask("dols_39d_trigger");
    }

    // A decision whose own capacity answer is not `has`.
    let decision_without_capacity = (treatment && !sheet.is("cap_serious_medical_treatment", "has"))
        || (nhs_place && !sheet.is("cap_nhs_accommodation", "has"))
        || (la_place && !sheet.is("cap_la_accommodation", "has"))
        || (review && !sheet.is("cap_accommodation_review", "has"));
    if decision_without_capacity || dols_i {
        sheet.ask("someone_to_consult");
        sheet.ask("s40_person");
    }

    Worked {
        s67,
        reab,
        s68,
        s68_unclear,
        involve,
        difficulty,
        supporter,
        nhs_limb,
        disagreement_limb,
        opt_out_on,
        informal_on,
        lps_on,
        dols_i,
    }
}

// ---------------------------------------------------------------------------
// Section 4: the tables
// ---------------------------------------------------------------------------

/// The outcomes reached and the rules that gave them.
struct Findings {
    outcomes: BTreeSet<&'static str>,
    rules: BTreeSet<&'static str>,
}

impl Findings {
    /// A rule fits and gives an outcome.
    fn add(&mut self, rule: &'static str, outcome: &'static str) {
        self.rules.insert(rule);
        self.outcomes.insert(outcome);
    }

    fn has(&self, outcome: &str) -> bool {
        self.outcomes.contains(outcome)
    }

    /// Section 4.5: REQ67.
    fn req67(&self) -> bool {
        self.has("ca_s67_required") || self.has("ca_reablement_required")
    }

    /// Section 4.5: REQ68.
    fn req68(&self) -> bool {
        self.has("ca_s68_required")
    }

    /// Section 4.5: REQ.
    fn req(&self) -> bool {
        self.req67() || self.req68()
    }

    /// Section 4.5: UND, any of B3, B6 and B7 was used.
    fn und(&self) -> bool {
        self.rules.contains("B3") || self.rules.contains("B6") || self.rules.contains("B7")
    }
}

/// Section 4.1: T0. Every rule that fits.
fn t0_processes(sheet: &Sheet, worked: &Worked, found: &mut Findings) {
    let enquiry = sheet.selected("safeguarding_enquiry");
    let sar = sheet.selected("safeguarding_adults_review");

    // P1: looks at what was ticked, not only at what is selected.
    if !sheet.is_unknown("person_role") {
        for process in sheet.given_ticks("processes") {
            if !sheet.fits_role(process) {
                found.add("P1", "check_answers");
            }
        }
    }

    // P2
    if (enquiry || sar) && sheet.is("in_custody", "prison_or_approved_premises") {
        found.add("P2", "s68_not_in_custody");
    }

    // P3
    if sar && sheet.is("sar_person_alive", "no") {
        if sheet.is("in_custody", "no") || sheet.is_unknown("in_custody") {
            found.add("P3", "sar_no_living_adult");
        }
    }

    // P4: "processes is empty" looks at what was ticked.
    if sheet.is_unknown("person_role") {
        found.add("P4", "ca_undecided_process");
    }
    if sheet.nothing_ticked("processes") || sheet.selected("not_known") {
        found.add("P4", "ca_undecided_process");
    }
    if worked.s68_unclear {
        found.add("P4", "ca_undecided_process");
    }
    if sar && sheet.is("in_custody", "no") && sheet.is_unknown("sar_person_alive") {
        found.add("P4", "ca_undecided_process");
    }

    // P5
    if sheet.selected("information_and_advice")
        || sheet.selected("financial_assessment")
        || sheet.selected("other_matter")
    {
        found.add("P5", "discretionary_power");
    }

    if sheet.selected("complaint") {
        // P6
        if sheet.is("complaint_about", "adult_social_care") {
            found.add("P6", "complaint_no_care_act_duty");
        }
        // P7
        if sheet.is("complaint_about", "nhs") {
            found.add("P7", "nhs_complaints_advocacy");
        }
        // P8
        if sheet.is("complaint_about", "children_social_care") {
            found.add("P8", "childrens_complaints_advocacy");
        }
        // P9
        if sheet.is_unknown("complaint_about") {
            found.add("P9", "discretionary_power");
        }
    }

    // P10
    if sheet.is("mha_special_treatment", "ect_under_18") && sheet.age_is("18_or_over") {
        found.add("P10", "check_answers");
    }
}

/// Section 4.5: T4, for each of S67, S68 and REAB that is in play, and B8.
fn t4_care_act(sheet: &Sheet, worked: &Worked, found: &mut Findings) {
    // Section 4.4: EXCEPTION for section 67 and for reablement.
    let exception = if worked.nhs_limb == Exception::Yes || worked.disagreement_limb == Exception::Yes {
        Exception::Yes
    } else if worked.nhs_limb == Exception::Unknown || worked.disagreement_limb == Exception::Unknown {
        Exception::Unknown
    } else {
        Exception::No
    };

    if worked.s67 {
        t4_one_process(worked, exception, "ca_s67_required", found);
    }
    if worked.s68 {
        // For a section 68 process EXCEPTION is always NO (section 4.4).
        t4_one_process(worked, Exception::No, "ca_s68_required", found);
    }
    if worked.reab {
        t4_one_process(worked, exception, "ca_reablement_required", found);
    }

    // B8: tried beside the table.
    if worked.difficulty_yes_or_unknown()
        && sheet.is("ap_disagreement", "yes")
        && sheet.is("ap_disagreement_both_agree", "no")
    {
        found.add("B8", "dispute_route");
    }
}

/// Rows B1 to B7; the first that fits.
fn t4_one_process(worked: &Worked, exception: Exception, required: &'static str, found: &mut Findings) {
    // B1
    if worked.difficulty == Difficulty::No {
        found.add("B1", "ca_no_difficulty");
        return;
    }
    // B2
    if worked.supporter == Supporter::Appropriate && exception == Exception::No {
        found.add("B2", "ca_ap_supports");
        return;
    }
    // B3
    if worked.difficulty == Difficulty::Unknown {
        found.add("B3", "ca_undecided_difficulty");
        return;
    }
    // From here DIFFICULTY is YES.
    // B4
    if worked.supporter == Supporter::Nobody {
        found.add("B4", required);
        return;
    }
    // B5
    if exception == Exception::Yes {
        found.add("B5", required);
        if worked.nhs_limb == Exception::Yes {
            found.add("B5", "ca_exception_nhs");
        }
        if worked.disagreement_limb == Exception::Yes {
            found.add("B5", "ca_exception_disagreement");
        }
        return;
    }
    // B6: B2 has taken EXCEPTION is NO, so it is UNKNOWN here.
    if worked.supporter == Supporter::Appropriate {
        found.add("B6", "ca_undecided_exception");
        return;
    }
    // B7
    found.add("B7", "ca_undecided_ap");
}

/// Section 4.6: T5, timing. Every rule that fits.
fn t5_timing(sheet: &Sheet, worked: &Worked, found: &mut Findings) {
    let req = found.req();
    let req67 = found.req67();
    let req68 = found.req68();
    let und = found.und();
    let urgent = sheet.is("urgent_risk", "yes");
    let in_place = sheet.is("advocate_status", "care_act_in_place");

    if req {
        if in_place {
            // C1: and skip C2 to C9.
            found.add("C1", "use_existing_advocate");
        } else {
            // C2
            if sheet.is("advocate_status", "other_advocate_in_place") {
                found.add("C2", "check_existing_advocate");
            }
            // C3
            if sheet.is("advocate_status", "referred_waiting") {
                found.add("C3", "chase_referral");
            }
            // C4
            if sheet.is("advocate_status", "none") || sheet.is_unknown("advocate_status") {
                found.add("C4", "refer_now");
            }
            // C5
            if req67 {
                found.add("C5", "do_not_start");
            }
            // C6
            if req67 && urgent {
                found.add("C6", "interim_urgent_s67");
            }
            // C7
            if req68 && urgent {
                found.add("C7", "s68_may_start_urgently");
            }
            // C8
            if req68 && (sheet.is("urgent_risk", "no") || sheet.is_unknown("urgent_risk")) {
                found.add("C8", "do_not_start");
            }
            // C9
            if sheet.is("process_started", "yes") && (req67 || (req68 && !urgent)) {
                found.add("C9", "pause_and_put_right");
            }
        }
    }

    if !in_place {
        let unclear = worked.s68_unclear && worked.difficulty != Difficulty::No;
        // C10
        if und || unclear {
            found.add("C10", "hold_until_decided");
            // C11
            if urgent && (worked.s68 || worked.s68_unclear) && !req68 {
                found.add("C11", "s68_may_start_urgently");
            }
        }
        // C12: only where C10 fits because of UND.
        if und && urgent && (worked.s67 || worked.reab) && !req67 {
            found.add("C12", "interim_urgent_s67");
        }
    }
}

/// Section 4.7: T6, the person's view. Only if REQ.
fn t6_view(sheet: &Sheet, found: &mut Findings) {
    if !found.req() {
        return;
    }
    // V1: no answer counts as not_asked.
    if sheet.is_unknown("view_on_advocate") {
        found.add("V1", "explain_and_ask");
    }
    if sheet.is("view_on_advocate", "declines") {
        // V2a
        if sheet.is("capacity_choose_support", "has") {
            found.add("V2a", "declined_with_capacity");
        }
        // V2b
        if sheet.is("capacity_choose_support", "lacks") {
            found.add("V2b", "declined_lacks_capacity");
        }
        // V2c
        if sheet.is_unknown("capacity_choose_support") {
            found.add("V2c", "declined_find_out_capacity");
        }
    }
}

/// Section 4.8: T7, Mental Health Act. The first rule that fits; M2 is added
/// to M1.
fn t7_imha(sheet: &Sheet, worked: &Worked, found: &mut Findings) {
    // M1
    if sheet.compulsory_patient() {
        found.add("M1", "imha_qualifies");
        // M2
        if worked.opt_out_on {
            found.add("M2", "imha_automatic_referral");
        }
        return;
    }

    let informal = sheet.is("mha_status", "informal_inpatient");
    let short_term = sheet.is("mha_status", "short_term");

    // M3
    if informal && worked.informal_on {
        found.add("M3", "imha_qualifies_informal");
        return;
    }

    if short_term || informal {
        // M4: ECT counts unless the person is known to be 18 or over (an
        // unknown AGE counts). At 18 or over T7 uses `none` instead (P10).
        if sheet.is("mha_special_treatment", "section_57") {
            found.add("M4", "imha_qualifies");
            return;
        }
        if sheet.is("mha_special_treatment", "ect_under_18") && !sheet.age_is("18_or_over") {
            found.add("M4", "imha_qualifies");
            return;
        }
        // M5
        if sheet.is_unknown("mha_special_treatment") {
            found.add("M5", "imha_undecided");
            return;
        }
        // M6
        if short_term {
            found.add("M6", "imha_not_yet");
        } else {
            found.add("M6", "imha_not_qualifying");
        }
        return;
    }

    // M7
    if sheet.is_unknown("mha_status") {
        found.add("M7", "imha_undecided");
    }
    // not_subject: nothing.
}

/// Section 4.10: T9, DoLS. Worked out before T8, because I4 uses D7.
fn t9_dols(sheet: &Sheet, worked: &Worked, found: &mut Findings) {
    if sheet.age_is("under_16") {
        return;
    }
    // D1
    if sheet.is_unknown("dols_stage") {
        found.add("D1", "dols_undecided");
        return;
    }
    // No deprivation of liberty: nothing.
    if sheet.is("dols_stage", "none") {
        return;
    }
    // D3: any other stage.
    if worked.lps_on {
        found.add("D3", "dols_replaced_by_lps");
        return;
    }
    // D2
    if sheet.is("dols_stage", "community_or_under_18") || sheet.age_is("16_or_17") {
        found.add("D2", "court_dol");
        return;
    }
    if worked.dols_i {
        // D4
        if sheet.is("s40_person", "for_this_decision") {
            found.add("D4", "dols_imca_not_s40");
            return;
        }
        // D5
        if sheet.is("someone_to_consult", "yes") {
            found.add("D5", "dols_39a_not_needed");
            return;
        }
        // D6
        if sheet.is_unknown("someone_to_consult") || sheet.is_unknown("s40_person") {
            found.add("D6", "dols_undecided");
            return;
        }
        // D7
        if sheet.is("dols_stage", "requested_or_urgent") {
            found.add("D7", "dols_39a_required");
        } else {
            found.add("D7", "dols_39c_required");
        }
        return;
    }
    // D8
    if sheet.is("dols_stage", "authorised_unpaid_rep") {
        if sheet.is("dols_39d_trigger", "yes") {
            found.add("D8", "dols_39d_required");
        } else {
            found.add("D8", "dols_39d_tell_them");
        }
        return;
    }
    // D9
    if sheet.is("dols_stage", "authorised_paid_rep") {
        found.add("D9", "dols_paid_rep");
    }
}

/// Section 4.9: T8, IMCA.
fn t8_imca(sheet: &Sheet, found: &mut Findings) {
    if sheet.age_is("under_16") {
        return;
    }

    // I0: beside whatever the other selected decisions give.
    if sheet.ticked("mca_decisions", "not_known") || sheet.nothing_ticked("mca_decisions") {
        found.add("I0", "imca_undecided");
    }

    if sheet.ticked("mca_decisions", "serious_medical_treatment") {
        t8_treatment(sheet, found);
    }
    if sheet.ticked("mca_decisions", "nhs_accommodation") {
        t8_accommodation(sheet, "cap_nhs_accommodation", "nhs_accommodation_length", "imca_s38_required", found);
    }
    if sheet.ticked("mca_decisions", "la_accommodation") {
        t8_accommodation(sheet, "cap_la_accommodation", "la_accommodation_length", "imca_s39_required", found);
    }
    // Worked out after those three, because I11 looks at what they gave.
    if sheet.ticked("mca_decisions", "accommodation_review") {
        t8_accommodation_review(sheet, found);
    }
    if sheet.ticked("mca_decisions", "safeguarding_measures") {
        t8_safeguarding_measures(sheet, found);
    }
}

/// I1 to I9 for serious medical treatment.
fn t8_treatment(sheet: &Sheet, found: &mut Findings) {
    // I1
    if sheet.is("cap_serious_medical_treatment", "has") {
        found.add("I1", "imca_not_needed_capacity");
        return;
    }
    // I2
    if sheet.is("mha_governs", "yes") {
        found.add("I2", "imca_not_mha");
        return;
    }
    // I3 and I4 are for accommodation only.
    t8_from_i5(sheet, "cap_serious_medical_treatment", "imca_s37_required", found);
}

/// I1 to I9 for an accommodation decision.
fn t8_accommodation(sheet: &Sheet, capacity: &str, length: &str, required: &'static str, found: &mut Findings) {
    // I1
    if sheet.is(capacity, "has") {
        found.add("I1", "imca_not_needed_capacity");
        return;
    }
    // I2
    if sheet.is("mha_governs", "yes") {
        found.add("I2", "imca_not_mha");
        return;
    }
    // I3: not known counts as long enough.
    if sheet.is(length, "under") {
        found.add("I3", "imca_not_length");
        return;
    }
    // I4: a 39A or 39C IMCA is due for the same place; not known does not
    // count.
    if sheet.is("dols_same_place", "yes") && found.rules.contains("D7") {
        found.add("I4", "imca_dols_instead");
        return;
    }
    t8_from_i5(sheet, capacity, required, found);
}

/// I5 to I9, the same for treatment and for accommodation.
fn t8_from_i5(sheet: &Sheet, capacity: &str, required: &'static str, found: &mut Findings) {
    // I5
    if sheet.is("s40_person", "for_this_decision") {
        found.add("I5", "imca_not_s40");
        return;
    }
    // I6
    if sheet.is("someone_to_consult", "yes") {
        found.add("I6", "imca_not_someone_to_consult");
        return;
    }
    // I7: is_unknown is false for mha_governs where it is not visible.
    if sheet.is_unknown(capacity)
        || sheet.is_unknown("mha_governs")
        || sheet.is_unknown("someone_to_consult")
        || sheet.is_unknown("s40_person")
    {
        found.add("I7", "imca_undecided");
        return;
    }
    // I8
    found.add("I8", required);
    // I9: beside I8.
    if sheet.is("decision_urgent", "yes") {
        found.add("I9", "imca_urgent");
    }
}

/// I10 to I18: review of accommodation.
fn t8_accommodation_review(sheet: &Sheet, found: &mut Findings) {
    // I10
    if sheet.is("cap_accommodation_review", "has") {
        found.add("I10", "imca_not_needed_capacity");
        return;
    }
    // I11: the duty covers it. No outcome of its own.
    if found.has("imca_s38_required") || found.has("imca_s39_required") {
        found.rules.insert("I11");
        return;
    }
    // I12
    if sheet.is("mha_governs", "yes") {
        found.add("I12", "imca_not_mha");
        return;
    }
    // I13
    if sheet.is("accommodation_12_weeks", "no") {
        found.add("I13", "imca_review_not_12_weeks");
        return;
    }
    // I14: any attorney or deputy.
    if sheet.is("s40_person", "for_this_decision") || sheet.is("s40_person", "other_matters_only") {
        found.add("I14", "imca_not_s40");
        return;
    }
    // I15
    if sheet.is("someone_to_consult", "yes") {
        found.add("I15", "imca_not_someone_to_consult");
        return;
    }
    // I16
    if sheet.is_unknown("cap_accommodation_review")
        || sheet.is_unknown("mha_governs")
        || sheet.is_unknown("accommodation_12_weeks")
        || sheet.is_unknown("s40_person")
        || sheet.is_unknown("someone_to_consult")
        || sheet.is_unknown("imca_particular_benefit")
    {
        found.add("I16", "imca_undecided");
        return;
    }
    // I17
    if sheet.is("imca_particular_benefit", "yes") {
        found.add("I17", "imca_review_may");
        return;
    }
    // I18
    if sheet.is("imca_particular_benefit", "no") {
        found.add("I18", "imca_review_not_used");
    }
}

/// I19 to I22: safeguarding measures. Family, attorneys and the Mental Health
/// Act make no difference here.
fn t8_safeguarding_measures(sheet: &Sheet, found: &mut Findings) {
    // I19
    if sheet.is("cap_safeguarding_measures", "has") {
        found.add("I19", "imca_not_needed_capacity");
        return;
    }
    // I20
    if sheet.is_unknown("cap_safeguarding_measures") || sheet.is_unknown("imca_particular_benefit") {
        found.add("I20", "imca_undecided");
        return;
    }
    // I21
    if sheet.is("imca_particular_benefit", "yes") {
        found.add("I21", "imca_safeguarding_may");
        return;
    }
    // I22
    if sheet.is("imca_particular_benefit", "no") {
        found.add("I22", "imca_safeguarding_not_used");
    }
}

/// Section 4.11: T10, combining.
fn t10_combining(found: &mut Findings) {
    // X1: at least two of the three groups.
    let group_a = found.req();
    let group_b = found.has("imca_s37_required")
        || found.has("imca_s38_required")
        || found.has("imca_s39_required")
        || found.has("imca_review_may")
        || found.has("imca_safeguarding_may")
        || found.has("dols_39a_required")
        || found.has("dols_39c_required")
        || found.has("dols_39d_required");
    let group_c = found.has("imha_qualifies") || found.has("imha_qualifies_informal");
    let mut groups = 0;
    if group_a {
        groups += 1;
    }
    if group_b {
        groups += 1;
    }
    if group_c {
        groups += 1;
    }
    if groups >= 2 {
        found.add("X1", "one_advocate_two_roles");
    }

    // X2
    if found.outcomes.is_empty() {
        found.add("X2", "no_statutory_advocacy");
    }
}

// ---------------------------------------------------------------------------
// Section 9: warnings, and what to find out
// ---------------------------------------------------------------------------

fn warnings(
    sheet: &Sheet,
    worked: &Worked,
    found: &Findings,
    settings: &Map<String, Value>,
) -> BTreeSet<&'static str> {
    let mut shown = BTreeSet::new();

    if worked.involve {
        shown.insert("w_not_capacity");
        if sheet.is("adjustments_made", "no") || sheet.is_unknown("adjustments_made") {
            shown.insert("w_adjustments");
        }
        if sheet.nothing_ticked("difficulty_factors") || sheet.ticked("difficulty_factors", "not_considered") {
            shown.insert("w_factors");
        }
        if sheet.selected("safeguarding_enquiry") {
            shown.insert("w_safeguarding_private");
        }
        if sheet.compulsory_patient() {
            shown.insert("w_mha_and_care_act");
        }
    }

    if sheet.is("difficulty_communicate", "managed") || sheet.is("difficulty_communicate", "substantial") {
        shown.insert("w_interpreter");
    }

    if worked.difficulty == Difficulty::No {
        if sheet.ticked("difficulty_factors", "complex_circumstances")
            || sheet.ticked("difficulty_factors", "refused_assessment_before")
            || sheet.ticked("difficulty_factors", "abuse_or_neglect")
        {
            shown.insert("w_look_again");
        }
    }

    if sheet.is("ap_paid_or_professional", "yes") {
        shown.insert("w_paid_relative");
    }

    if (worked.s68 || worked.s68_unclear) && worked.supporter == Supporter::Appropriate {
        if worked.nhs_limb == Exception::Yes || worked.disagreement_limb == Exception::Yes {
            shown.insert("w_s68_exceptions");
        }
    }

    if found.has("imca_not_someone_to_consult") || found.has("dols_39a_not_needed") {
        shown.insert("w_family_dispute");
    }

    if worked.supporter == Supporter::Appropriate && sheet.is("someone_to_consult", "no") {
        shown.insert("w_consult_mismatch");
    }

    if found.req() && sheet.is("view_on_advocate", "cannot_express") {
        shown.insert("w_non_instructed");
    }

    if !sheet.is("mha_status", "not_subject") {
        // One blank is enough.
        if date_from(settings.get("imha_opt_out_from")).is_none()
            || date_from(settings.get("imha_informal_from")).is_none()
        {
            shown.insert("w_mha_dates");
        }
    }

    if found.has("refer_now") || found.has("chase_referral") {
        shown.insert("w_shortage");
    }

    if worked.reab {
        shown.insert("w_reablement_basis");
    }

    if found.has("ca_ap_supports") && (worked.s67 || worked.reab) {
        if sheet.is_visible("dols_stage") && !sheet.is("dols_stage", "none") && !sheet.is_unknown("dols_stage") {
            shown.insert("w_dol_power");
        }
    }

    if sheet.is("person_role", "carer_of_adult") || sheet.is("person_role", "carer_of_child") {
        shown.insert("w_separate_carer");
    }

    if sheet.is("person_role", "young_person") || sheet.is("person_role", "young_carer") {
        shown.insert("w_young_person");
    }

    if sheet.is("in_custody", "prison_or_approved_premises") {
        shown.insert("w_custody");
    }

    if sheet.is("s40_person", "for_this_decision") || sheet.is("s40_person", "other_matters_only") {
        shown.insert("w_attorney");
    }

    shown
}

/// The visible questions whose answer is missing or a not-known value, in
/// question order. A checkbox question is listed if nothing is ticked, or if
/// its not-known value is, whatever else is ticked.
fn find_out(sheet: &Sheet) -> Vec<&'static str> {
    let mut list = Vec::new();
    for (question, kind, _) in QUESTIONS {
        if !sheet.is_visible(question) {
            continue;
        }
        let missing = match kind {
            Kind::Day => sheet.decision_date().is_none(),
            Kind::One => sheet.is_unknown(question),
            Kind::Many => {
                sheet.nothing_ticked(question)
                    || sheet.ticked(question, "not_known")
                    || sheet.ticked(question, "not_considered")
            }
        };
        if missing {
            list.push(*question);
        }
    }
    list
}

// ---------------------------------------------------------------------------
// The whole
// ---------------------------------------------------------------------------

/// Reads one answer sheet. The order of work is that of section 3: T0 to T6,
/// T7, T9, T8, T10, then the warnings.
pub fn read(facts: &Map<String, Value>, settings: &Map<String, Value>) -> Reading {
    let mut sheet = Sheet { facts, visible: Vec::new() };
    let worked = go_through_questions(&mut sheet, settings);

    let mut found = Findings { outcomes: BTreeSet::new(), rules: BTreeSet::new() };
    t0_processes(&sheet, &worked, &mut found);
    t4_care_act(&sheet, &worked, &mut found);
    t5_timing(&sheet, &worked, &mut found);
    t6_view(&sheet, &mut found);
    t7_imha(&sheet, &worked, &mut found);
    t9_dols(&sheet, &worked, &mut found);
    t8_imca(&sheet, &mut found);
    t10_combining(&mut found);

    Reading {
        warnings: warnings(&sheet, &worked, &found, settings),
        find_out: find_out(&sheet),
        visible: sheet.visible,
        outcomes: found.outcomes,
        rules: found.rules,
    }
}

/// What sections 4.1 to 4.4 work out on the way, as "result=value"; nothing where a result is not worked out.
#[allow(dead_code, reason = "only the tests of mutated rules ask for it")]
pub fn worked_out(facts: &Map<String, Value>, settings: &Map<String, Value>) -> BTreeSet<&'static str> {
    let mut sheet = Sheet { facts, visible: Vec::new() };
    let worked = go_through_questions(&mut sheet, settings);
    let mut said = BTreeSet::new();
    said.insert(if sheet.age_is("18_or_over") {
        "age=adult"
    } else if sheet.age_is("16_or_17") {
        "age=age_16_17"
    } else if sheet.age_is("under_16") {
        "age=under_16"
    } else {
        "age=unknown"
    });
    for (in_play, group) in [
        (worked.s67, "processes=s67"),
        (worked.reab, "processes=reablement"),
        (worked.s68, "processes=s68"),
        (worked.s68_unclear, "processes=s68_unclear"),
    ] {
        if in_play {
            said.insert(group);
        }
    }
    said.extend(match worked.difficulty {
        Difficulty::NotWorkedOut => None,
        Difficulty::Yes => Some("difficulty=yes"),
        Difficulty::Unknown => Some("difficulty=unknown"),
        Difficulty::No => Some("difficulty=no"),
    });
    said.extend(match worked.supporter {
        Supporter::NotWorkedOut => None,
        Supporter::Nobody => Some("appropriate_person=none"),
        Supporter::Unknown => Some("appropriate_person=unknown"),
        Supporter::Appropriate => Some("appropriate_person=appropriate"),
    });
    if !sheet.visible.contains(&"nhs_stay") {
        return said;
    }
    said.insert(match worked.nhs_limb {
        Exception::Yes => "exception_nhs=yes",
        Exception::Unknown => "exception_nhs=unknown",
        Exception::No => "exception_nhs=no",
    });
    if sheet.visible.contains(&"ap_disagreement") {
        said.insert(match worked.disagreement_limb {
            Exception::Yes => "exception_disagreement=yes",
            Exception::Unknown => "exception_disagreement=unknown",
            Exception::No => "exception_disagreement=no",
        });
    }
    let either = |limb| worked.nhs_limb == limb || worked.disagreement_limb == limb;
    said.insert(if either(Exception::Yes) {
        "exception=yes"
    } else if either(Exception::Unknown) {
        "exception=unknown"
    } else {
        "exception=no"
    });
    said
}
