//! Rule R3: options to suggest for an issue, in order. They are prompts; everything can be chosen.

/// The suggestions for a kind of issue; a formal review at the end where progress has stopped.
pub fn options(kind: &str, stopped: bool) -> Vec<&'static str> {
    let mut options = of(kind).to_vec();
    if stopped && !options.is_empty() && !options.contains(&"formal_review") {
        options.push("formal_review");
    }
    options
}

fn of(kind: &str) -> &'static [&'static str] {
    match kind {
        "not_engaging" => &[
            "conversation_purpose",
            "information_accessible",
            "change_visits",
            "change_worker",
            "advocacy",
            "increase_monitoring",
            "formal_review",
        ],
        "losing_motivation" => &[
            "smaller_steps",
            "conversation_purpose",
            "revise_outcomes",
            "community_support",
            "change_visits",
            "increase_monitoring",
        ],
        "carer_not_encouraging" => {
            &["conversation_purpose", "carer_support", "information_accessible", "increase_monitoring"]
        }
        "outcomes_unrealistic" => &["smaller_steps", "revise_outcomes", "equipment_tech_ot", "formal_review"],
        "visits_not_right" => &["change_visits", "change_worker", "increase_monitoring"],
        "equipment_delay" => &["equipment_tech_ot", "joint_work", "change_visits"],
        "needs_changed" => &["change_visits", "joint_work", "increase_monitoring", "formal_review"],
        "provider_not_enabling" => &["conversation_purpose", "increase_monitoring", "change_worker", "formal_review"],
        "communication_breakdown" => &["information_accessible", "advocacy", "joint_work"],
        "joint_work_delay" => &["joint_work", "change_visits", "formal_review"],
        "risk_worry" => &["conversation_purpose", "equipment_tech_ot", "joint_work", "increase_monitoring"],
        "unhappy_with_service" => {
            &["conversation_purpose", "change_worker", "change_visits", "information_accessible", "formal_review"]
        }
        "other" => &["conversation_purpose", "increase_monitoring", "formal_review"],
        _ => &[],
    }
}
