//! The sources of the rules. Section 1 of the specification names them.

use crate::engine::Citation;
use crate::tools::sources::{CARE_ACT, CHILDREN, DUTY, JOINT_WORK, MCA, MONITORING, NOTE, PLAN, REABLEMENT, cite};

const UKSC: Citation = cite(&NOTE, "[2026] UKSC 16 of 2 June 2026").confirm(
    "the judgment, the statement of the Care Quality Commission and the guidance that followed it were not read",
);
const OWN_READING: &str = "the rule is our own: no source states it";

/// The sources of a rule.
pub fn of(rule: &str) -> Vec<Citation> {
    match rule {
        "R5.1" | "R5.2" | "R5.5" => vec![cite(&MONITORING, "section 7")],
        "R5.3" | "R5.4" => vec![cite(&MONITORING, "section 7"), cite(&CARE_ACT, "s.42")],
        "R5.6" => vec![cite(&MONITORING, "section 7"), cite(&CHILDREN, "")],
        "R5.7" | "R5.8" => vec![cite(&MONITORING, "section 8"), cite(&JOINT_WORK, "")],
        "R5.9" | "R5.10" => vec![cite(&MONITORING, "section 7"), UKSC],
        "R1.2" => vec![cite(&MONITORING, "section 3"), cite(&PLAN, "")],
        "R1.3" => vec![cite(&MCA, "s.1(2)"), cite(&MONITORING, "section 3")],
        "R1.4" => vec![cite(&MCA, "s.1(5)"), cite(&MCA, "s.4")],
        "R1.5" => vec![cite(&MCA, "s.4(7)"), cite(&MONITORING, "section 3")],
        "R1.6" | "R1.7" => vec![cite(&CARE_ACT, "s.67"), cite(&REABLEMENT, "")],
        "R1.10" => {
            let middle =
                "section 3 asks for no consent, The reablement plan does: the middle way is to be agreed locally";
            vec![cite(&MONITORING, "section 3").confirm(middle)]
        }
        "R2.4" => vec![cite(&MONITORING, "section 3"), cite(&JOINT_WORK, "")],
        "R2.5" => {
            vec![cite(&JOINT_WORK, "").confirm("that the change stops where an attorney or deputy does not agree")]
        }
        "R2.8" => vec![cite(&MONITORING, "section 1")],
        "AP-T4" => vec![cite(&MONITORING, "section 4"), cite(&REABLEMENT, "")],
        "AP-T5" => vec![cite(&REABLEMENT, "")],
        "AP-T6" => vec![cite(&MONITORING, "section 4").confirm(OWN_READING)],
        "R4" => vec![cite(&MONITORING, "section 3"), cite(&DUTY, "")],
        "R6.10" => vec![cite(&MONITORING, "section 2")],
        "R6.11" => vec![cite(&NOTE, "Accessible Information Standard (DAPB1605, version 4.0)"), cite(&PLAN, "")],
        _ if rule.starts_with("R1.") => vec![cite(&MONITORING, "section 3")],
        _ if rule.starts_with("R2.") => vec![cite(&MONITORING, "sections 1 and 2")],
        _ if rule.starts_with("AP-T") => vec![cite(&MONITORING, "section 4")],
        _ if rule.starts_with("R6.") => vec![cite(&PLAN, ""), cite(&MONITORING, "section 2")],
        _ => vec![cite(&MONITORING, "section 3").confirm(OWN_READING)],
    }
}

/// The sources behind asking a question.
pub fn of_question(question: &str) -> Vec<Citation> {
    let monitoring = |at: &'static str| vec![cite(&MONITORING, at)];
    match question {
        "ap_immediate_danger" | "ap_abuse_concern" | "ap_concern_about" => monitoring("section 7"),
        "ap_practice_concern" => monitoring("section 8"),
        "ap_process_start" => vec![cite(&PLAN, "")],
        "ap_capacity" => vec![cite(&MCA, "ss.1(2) and 2(1)"), cite(&MONITORING, "section 3")],
        "ap_substantial_difficulty" => vec![cite(&CARE_ACT, "s.67(4)"), cite(&REABLEMENT, "")],
        "ap_appropriate_person" => vec![cite(&CARE_ACT, "s.67(5)"), cite(&REABLEMENT, "")],
        "ap_restriction" => vec![cite(&MONITORING, "section 7"), UKSC],
        "ap_rep_type" | "ap_bi_recorded" => vec![cite(&MONITORING, "section 3"), cite(&JOINT_WORK, "")],
        "ap_strengths" => vec![
            cite(&MONITORING, "section 3"),
            cite(&NOTE, "National Institute for Health and Care Excellence guideline NG74, 1.1.3"),
        ],
        "ap_change" | "ap_person_agrees" | "ap_rep_agrees" | "ap_carer_agrees" | "ap_others_agree" | "ap_views"
        | "ap_wellbeing" | "ap_rationale" => monitoring("sections 1 and 2"),
        "ap_review_date" | "ap_review_by" => monitoring("section 3"),
        "ap_review_handover" => vec![cite(&PLAN, ""), cite(&DUTY, "")],
        "ap_review_requested" | "ap_no_longer_appropriate" | "ap_unresolved" | "ap_outcomes_met" => {
            monitoring("section 4")
        }
        "ap_new_info" => vec![cite(&REABLEMENT, "")],
        "ap_copy_method" => monitoring("section 2"),
        "ap_format" => vec![cite(&PLAN, ""), cite(&NOTE, "Accessible Information Standard (DAPB1605, version 4.0)")],
        "ap_copy_to" | "ap_carer_copy_wish" | "ap_copy_basis" | "ap_share_risk" => vec![cite(&PLAN, "")],
        _ if question.starts_with("worked_out") => Vec::new(),
        "ap_ref"
        | "ap_agreed_on"
        | "ap_prepared_role"
        | "ap_context_other"
        | "ap_close"
        | "ap_close_date"
        | "ap_close_summary"
        | "ap_close_person_view"
        | "ap_options_reason" => Vec::new(),
        _ => monitoring("section 3"),
    }
}
