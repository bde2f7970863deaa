//! Each advocacy table over its whole space.
//!
//! What is expected is said twice: by the second reading in `plain`, and here
//! in a few lines per table, from the specification and not from the product.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

mod plain;
#[path = "support/advocacy.rs"]
mod support;

use plain::advocacy::read;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use support::{facts, ours};

type Pair = (&'static str, &'static str);

const KNOWN: [&str; 3] = ["yes", "no", "not_known"];
const LEVELS: [&str; 5] = ["none", "managed", "substantial", "not_known", ""];

/// An adult before a needs assessment, about whom nothing else is to be decided.
const ADULT: [Pair; 6] = [
    ("decision_date", "2026-11-22"),
    ("person_role", "adult"),
    ("processes", "needs_assessment"),
    ("mha_status", "not_subject"),
    ("mca_decisions", "none"),
    ("dols_stage", "none"),
];
/// Somebody who passes every check of table T2.
const SUPPORTED: [Pair; 9] = [
    ("capacity_choose_support", "has"),
    ("ap_candidate", "yes"),
    ("ap_paid_or_professional", "no"),
    ("ap_implicated", "no"),
    ("ap_person_agrees", "yes"),
    ("ap_best_interests", "yes"),
    ("ap_able", "yes"),
    ("ap_conflict", "no"),
    ("ap_willing", "yes"),
];

/// One sheet: the whole decision is the second reading's, and of the outcomes in question exactly those expected hold.
fn check(about: &[&str], sheet: &[Pair], dates: &[Pair], expected: &[&str]) {
    let facts = facts(sheet);
    let settings: Map<String, Value> =
        dates.iter().filter(|(_, day)| !day.is_empty()).map(|(id, day)| ((*id).to_owned(), json!(day))).collect();
    let ours = ours(&facts, &settings);
    assert_eq!(ours, read(&facts, &settings), "the second reading differs on {sheet:?} {dates:?}");
    let given: BTreeSet<&str> = ours.outcomes.iter().copied().filter(|id| about.contains(id)).collect();
    let expected: BTreeSet<&str> = expected.iter().copied().filter(|id| !id.is_empty()).collect();
    assert_eq!(given, expected, "on {sheet:?} {dates:?}");
}

/// A sheet with other answers in place of some; the last answer to a question counts.
fn with(base: &[Pair], more: &[&[Pair]]) -> Vec<Pair> {
    let mut sheet: Vec<Pair> = base.to_vec();
    for (id, said) in more.iter().copied().flatten() {
        sheet.retain(|(known, _)| known != id);
        sheet.push((*id, *said));
    }
    sheet
}

/// Every way to answer a number of questions from these answers.
fn every(questions: &[&'static str], answers: &[&'static str]) -> Vec<Vec<Pair>> {
    let mut ways: Vec<Vec<Pair>> = vec![Vec::new()];
    for question in questions {
        ways = ways
            .into_iter()
            .flat_map(|way| answers.iter().map(move |said| [way.clone(), vec![(*question, *said)]].concat()))
            .collect();
    }
    ways
}

fn said(sheet: &[Pair], question: &str) -> &'static str {
    sheet.iter().rev().find(|(id, _)| *id == question).map_or("", |(_, said)| said)
}

const CARE_ACT: &[&str] = &[
    "ca_s67_required",
    "ca_s68_required",
    "ca_reablement_required",
    "ca_exception_nhs",
    "ca_exception_disagreement",
    "ca_ap_supports",
    "ca_no_difficulty",
    "ca_undecided_difficulty",
    "ca_undecided_ap",
    "ca_undecided_exception",
    "dispute_route",
];

#[test]
fn t0_a_process_counts_for_the_people_it_can_be_about() {
    let common = [
        "information_and_advice",
        "financial_assessment",
        "complaint",
        "other_matter",
        "mca_or_mha_only",
        "not_known",
    ];
    let own: [(&str, &[&str]); 6] = [
        (
            "adult",
            &[
                "needs_assessment",
                "care_and_support_plan",
                "support_plan",
                "plan_review",
                "safeguarding_enquiry",
                "safeguarding_adults_review",
                "reablement",
            ],
        ),
        (
            "carer_of_adult",
            &["carers_assessment", "support_plan", "needs_assessment", "care_and_support_plan", "plan_review"],
        ),
        ("carer_of_child", &["child_carers_assessment", "child_needs_assessment"]),
        ("young_person", &["child_needs_assessment"]),
        ("young_carer", &["young_carers_assessment"]),
        ("not_known", &[]),
    ];
    let listed = own.iter().flat_map(|(_, fits)| fits.iter().copied());
    let processes: BTreeSet<&str> = listed.chain(common).collect();
    assert_eq!(processes.len(), 17);
    for (role, fits) in own {
        for process in &processes {
            let counts = fits.contains(process) || common.contains(process);
            let expected = if counts || role == "not_known" { "" } else { "check_answers" };
            let sheet = with(&ADULT, &[&[("person_role", role), ("processes", process), ("age_band", "16_or_17")]]);
            check(&["check_answers"], &sheet, &[], &[expected]);
            let involves = fits.contains(process);
            let visible = ours(&facts(&sheet), &Map::new()).visible;
            assert_eq!(visible.contains(&"adjustments_made"), involves, "{role} {process}");
        }
    }
}

#[test]
fn t0_an_enquiry_or_review_depends_on_custody_and_on_life() {
    let about = ["s68_not_in_custody", "sar_no_living_adult", "ca_undecided_process"];
    for process in ["safeguarding_enquiry", "safeguarding_adults_review"] {
        for custody in ["no", "prison_or_approved_premises", "not_known", ""] {
            for alive in ["yes", "no", "not_known", ""] {
                let expected = match (process, custody, alive) {
                    (_, "prison_or_approved_premises", _) => "s68_not_in_custody",
                    ("safeguarding_adults_review", _, "no") => "sar_no_living_adult",
                    ("safeguarding_adults_review", "no", "yes") | ("safeguarding_enquiry", "no", _) => "",
                    _ => "ca_undecided_process",
                };
                let more = [("processes", process), ("in_custody", custody), ("sar_person_alive", alive)];
                check(&about, &with(&ADULT, &[&more]), &[], &[expected]);
            }
        }
    }
}

#[test]
fn t0_a_complaint_has_a_scheme_of_its_own() {
    let about = [
        "complaint_no_care_act_duty",
        "nhs_complaints_advocacy",
        "childrens_complaints_advocacy",
        "discretionary_power",
    ];
    for (what, expected) in [
        ("adult_social_care", "complaint_no_care_act_duty"),
        ("nhs", "nhs_complaints_advocacy"),
        ("children_social_care", "childrens_complaints_advocacy"),
        ("not_known", "discretionary_power"),
        ("", "discretionary_power"),
    ] {
        let more = [("processes", "complaint"), ("complaint_about", what)];
        check(&about, &with(&ADULT, &[&more]), &[], &[expected]);
    }
}

#[test]
fn t1_one_area_of_four_is_enough() {
    let areas = ["difficulty_understand", "difficulty_retain", "difficulty_use_weigh", "difficulty_communicate"];
    for way in every(&areas, &LEVELS) {
        let has = |level| way.iter().any(|(_, said)| *said == level);
        let expected = match (has("substantial"), has("not_known") || has("")) {
            (true, _) => "ca_s67_required",
            (false, true) => "ca_undecided_difficulty",
            (false, false) => "ca_no_difficulty",
        };
        check(CARE_ACT, &with(&ADULT, &[&way, &[("ap_candidate", "no")]]), &[], &[expected]);
    }
}

#[test]
fn t2_one_failed_check_excludes_and_one_open_check_leaves_it_open() {
    let enquiry = [("processes", "safeguarding_enquiry"), ("in_custody", "no"), ("difficulty_retain", "substantial")];
    let checks = [
        "ap_paid_or_professional",
        "ap_implicated",
        "ap_person_agrees",
        "ap_best_interests",
        "ap_able",
        "ap_conflict",
        "ap_willing",
    ];
    for capacity in ["has", "lacks", "not_known"] {
        for way in every(&checks, &KNOWN) {
            // The consent check is the person's word, or best interests where capacity is lacking.
            let consent = if capacity == "lacks" { "ap_best_interests" } else { "ap_person_agrees" };
            let fails = said(&way, "ap_paid_or_professional") == "yes"
                || said(&way, "ap_implicated") == "yes"
                || said(&way, consent) == "no"
                || said(&way, "ap_able") == "no"
                || said(&way, "ap_conflict") == "yes"
                || said(&way, "ap_willing") == "no";
            let not_asked = if capacity == "lacks" { "ap_person_agrees" } else { "ap_best_interests" };
            let open = capacity == "not_known"
                || way.iter().any(|(check, said)| *check != not_asked && *said == "not_known");
            let expected = match (fails, open) {
                (true, _) => "ca_s68_required",
                (false, true) => "ca_undecided_ap",
                (false, false) => "ca_ap_supports",
            };
            let more = [("capacity_choose_support", capacity), ("ap_candidate", "yes")];
            check(CARE_ACT, &with(&ADULT, &[&enquiry, &way, &more]), &[], &[expected]);
        }
    }
    // Without a candidate no check is asked, so one sheet for each way to answer them all alike is enough.
    for (candidate, expected) in
        [("no", "ca_s68_required"), ("not_known", "ca_undecided_ap"), ("", "ca_undecided_ap")]
    {
        for capacity in ["has", "lacks", "not_known", ""] {
            for all in KNOWN {
                let way: Vec<Pair> = checks.iter().map(|check| (*check, all)).collect();
                let more = [("capacity_choose_support", capacity), ("ap_candidate", candidate)];
                check(CARE_ACT, &with(&ADULT, &[&enquiry, &way, &more]), &[], &[expected]);
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Three {
    Yes,
    Unknown,
    No,
}
use Three::{No, Unknown, Yes};

/// The sheets for DIFFICULTY, for APPROPRIATE PERSON (yes: appropriate; no: none) and for the NHS limb.
fn difficulty(is: Three) -> &'static [Pair] {
    match is {
        Yes => &[("difficulty_retain", "substantial")],
        Unknown => &[("difficulty_retain", "not_known")],
        No => &[
            ("difficulty_understand", "none"),
            ("difficulty_retain", "managed"),
            ("difficulty_use_weigh", "none"),
            ("difficulty_communicate", "none"),
        ],
    }
}
fn person(is: Three) -> &'static [Pair] {
    match is {
        Yes => &SUPPORTED,
        Unknown => &[("ap_candidate", "not_known")],
        No => &[("ap_candidate", "no")],
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Row {
    B1,
    B2,
    B3,
    B4,
    B5,
    B6,
    B7,
}

/// Table T4, row for row.
fn t4(difficulty: Three, person: Three, exception: Three) -> Row {
    match (difficulty, person, exception) {
        (No, _, _) => Row::B1,
        (_, Yes, No) => Row::B2,
        (Unknown, _, _) => Row::B3,
        (Yes, No, _) => Row::B4,
        (Yes, _, Yes) => Row::B5,
        (Yes, Yes, Unknown) => Row::B6,
        (Yes, Unknown, _) => Row::B7,
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Groups {
    s67: bool,
    reablement: bool,
    enquiry: bool,
}

impl Groups {
    fn all() -> Vec<Groups> {
        let each = |n: u32| Groups { s67: n & 1 != 0, reablement: n & 2 != 0, enquiry: n & 4 != 0 };
        (1..8).map(each).collect()
    }

    fn processes(self) -> &'static str {
        match (self.s67, self.reablement, self.enquiry) {
            (true, true, true) => "needs_assessment reablement safeguarding_enquiry",
            (true, true, false) => "needs_assessment reablement",
            (true, false, true) => "needs_assessment safeguarding_enquiry",
            (true, false, false) => "needs_assessment",
            (false, true, true) => "reablement safeguarding_enquiry",
            (false, true, false) => "reablement",
            (false, false, _) => "safeguarding_enquiry",
        }
    }
}

#[test]
fn t3_and_t4_every_row_for_section_67_reablement_and_section_68() {
    let stays = ["no", "hospital_28_days_or_more", "care_home_8_weeks_or_more", "shorter_stay", "not_known"];
    for groups in Groups::all() {
        for (is_difficult, is_person) in
            [Yes, Unknown, No].into_iter().flat_map(|d| [Yes, Unknown, No].map(|p| (d, p)))
        {
            for (stay, best) in stays.into_iter().flat_map(|s| KNOWN.map(|b| (s, b))) {
                for (disagree, both) in KNOWN.into_iter().flat_map(|d| KNOWN.map(|b| (d, b))) {
                    let long = stay == "hospital_28_days_or_more" || stay == "care_home_8_weeks_or_more";
                    let nhs = match (is_person, long, stay, best) {
                        (No, ..) => No,
                        (_, true, _, "yes") => Yes,
                        (_, true, _, "not_known") | (_, _, "not_known", _) => Unknown,
                        _ => No,
                    };
                    let dispute = match (is_person, disagree, both) {
                        (Yes, "yes", "yes") => Yes,
                        (Yes, "yes", "not_known") | (Yes, "not_known", _) => Unknown,
                        _ => No,
                    };
                    let exception = match (nhs, dispute) {
                        (Yes, _) | (_, Yes) => Yes,
                        (Unknown, _) | (_, Unknown) => Unknown,
                        (No, No) => No,
                    };
                    let mut expected = Vec::new();
                    let mut add = |row: Row, required: &'static str| match row {
                        Row::B1 => expected.push("ca_no_difficulty"),
                        Row::B2 => expected.push("ca_ap_supports"),
                        Row::B3 => expected.push("ca_undecided_difficulty"),
                        Row::B4 => expected.push(required),
                        Row::B5 => {
                            expected.push(required);
                            expected.push(if nhs == Yes { "ca_exception_nhs" } else { "" });
                            expected.push(if dispute == Yes { "ca_exception_disagreement" } else { "" });
                        }
                        Row::B6 => expected.push("ca_undecided_exception"),
                        Row::B7 => expected.push("ca_undecided_ap"),
                    };
                    if groups.s67 {
                        add(t4(is_difficult, is_person, exception), "ca_s67_required");
                    }
                    if groups.reablement {
                        add(t4(is_difficult, is_person, exception), "ca_reablement_required");
                    }
                    if groups.enquiry {
                        add(t4(is_difficult, is_person, No), "ca_s68_required");
                    }
                    // B8 needs the question about both agreeing, which only section 67 and reablement ask.
                    let asked = (groups.s67 || groups.reablement) && is_difficult != No && is_person == Yes;
                    if asked && disagree == "yes" && both == "no" {
                        expected.push("dispute_route");
                    }
                    let limbs = [
                        ("processes", groups.processes()),
                        ("in_custody", "no"),
                        ("nhs_stay", stay),
                        ("nhs_stay_best_interests", best),
                        ("ap_disagreement", disagree),
                        ("ap_disagreement_both_agree", both),
                    ];
                    let sheet = with(&ADULT, &[difficulty(is_difficult), person(is_person), &limbs]);
                    check(CARE_ACT, &sheet, &[], &expected);
                }
            }
        }
    }
}

#[test]
fn t5_timing_in_full() {
    let about = [
        "use_existing_advocate",
        "check_existing_advocate",
        "chase_referral",
        "refer_now",
        "do_not_start",
        "interim_urgent_s67",
        "s68_may_start_urgently",
        "pause_and_put_right",
        "hold_until_decided",
    ];
    let statuses = ["none", "referred_waiting", "care_act_in_place", "other_advocate_in_place", "not_known"];
    // NHS limb of the exception, as an answer to the stay.
    let stays = [(Yes, "hospital_28_days_or_more"), (Unknown, "not_known"), (No, "no")];
    let three = [Yes, Unknown, No];
    for groups in Groups::all() {
        let custodies: &[Three] = if groups.enquiry { &[No, Unknown, Yes] } else { &[No] };
        for custody in custodies.iter().copied() {
            for (is_difficult, is_person) in three.into_iter().flat_map(|d| three.map(|p| (d, p))) {
                for (limb, stay) in stays {
                    let exception = if is_person == No { No } else { limb };
                    let row67 = (groups.s67 || groups.reablement).then(|| t4(is_difficult, is_person, exception));
                    let s68 = groups.enquiry && custody == No;
                    let unclear = groups.enquiry && custody == Unknown;
                    let row68 = s68.then(|| t4(is_difficult, is_person, No));
                    let required = |row: Option<Row>| matches!(row, Some(Row::B4 | Row::B5));
                    let open = |row: Option<Row>| matches!(row, Some(Row::B3 | Row::B6 | Row::B7));
                    let (req67, req68) = (required(row67), required(row68));
                    let undecided = open(row67) || open(row68);
                    let involved = groups.s67 || groups.reablement || s68 || unclear;
                    let hold = undecided || (unclear && is_difficult != No && involved);
                    for status in statuses {
                        for (urgent, started) in KNOWN.into_iter().flat_map(|u| KNOWN.map(|s| (u, s))) {
                            let mut expected = Vec::new();
                            let in_place = status == "care_act_in_place";
                            if req67 || req68 {
                                expected.push(match status {
                                    "care_act_in_place" => "use_existing_advocate",
                                    "other_advocate_in_place" => "check_existing_advocate",
                                    "referred_waiting" => "chase_referral",
                                    _ => "refer_now",
                                });
                            }
                            let wait68 = req68 && urgent != "yes";
                            if !in_place {
                                if req67 || wait68 {
                                    expected.push("do_not_start");
                                    expected.push(if started == "yes" { "pause_and_put_right" } else { "" });
                                }
                                if hold {
                                    expected.push("hold_until_decided");
                                }
                                if urgent == "yes" {
                                    let at_67 = groups.s67 || groups.reablement;
                                    if req67 || (undecided && at_67) {
                                        expected.push("interim_urgent_s67");
                                    }
                                    if req68 || (hold && (s68 || unclear)) {
                                        expected.push("s68_may_start_urgently");
                                    }
                                }
                            }
                            let timing = [
                                ("processes", groups.processes()),
                                (
                                    "in_custody",
                                    match custody {
                                        No => "no",
                                        Unknown => "not_known",
                                        Yes => "prison_or_approved_premises",
                                    },
                                ),
                                ("nhs_stay", stay),
                                ("nhs_stay_best_interests", "yes"),
                                ("ap_disagreement", "no"),
                                ("process_started", started),
                                ("urgent_risk", urgent),
                                ("advocate_status", status),
                            ];
                            let sheet = with(&ADULT, &[difficulty(is_difficult), person(is_person), &timing]);
                            check(&about, &sheet, &[], &expected);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn t6_a_refusal_never_lifts_the_duty() {
    let about = [
        "explain_and_ask",
        "declined_with_capacity",
        "declined_lacks_capacity",
        "declined_find_out_capacity",
        "ca_s67_required",
    ];
    for view in ["wants", "declines", "not_asked", "cannot_express", ""] {
        for capacity in ["has", "lacks", "not_known", ""] {
            for candidate in ["no", "not_known"] {
                let required = candidate == "no";
                let own = match (required, view, capacity) {
                    (false, ..) => "",
                    (true, "not_asked" | "", _) => "explain_and_ask",
                    (true, "declines", "has") => "declined_with_capacity",
                    (true, "declines", "lacks") => "declined_lacks_capacity",
                    (true, "declines", _) => "declined_find_out_capacity",
                    (true, ..) => "",
                };
                let more = [
                    ("difficulty_retain", "substantial"),
                    ("view_on_advocate", view),
                    ("capacity_choose_support", capacity),
                    ("ap_candidate", candidate),
                    ("nhs_stay", "no"),
                ];
                let duty = if required { "ca_s67_required" } else { "" };
                check(&about, &with(&ADULT, &[&more]), &[], &[own, duty]);
            }
        }
    }
}

/// A setting not made, and the decision of 1 April 2027 on the day before it, on it and after it.
const AROUND: [(&str, bool); 4] = [("", false), ("2027-04-02", false), ("2027-04-01", true), ("2027-03-31", true)];

#[test]
fn t7_the_mental_health_act_by_date() {
    let about = [
        "imha_qualifies",
        "imha_automatic_referral",
        "imha_qualifies_informal",
        "imha_not_qualifying",
        "imha_not_yet",
        "imha_undecided",
        "check_answers",
    ];
    let statuses = [
        "not_subject",
        "detained",
        "short_term",
        "cto",
        "guardianship",
        "conditional_discharge",
        "informal_inpatient",
        "not_known",
        "",
    ];
    let ages = [
        ("adult", ""),
        ("young_person", "18_or_over"),
        ("young_person", "16_or_17"),
        ("young_person", "under_16"),
        ("young_person", "not_known"),
    ];
    for (decided, on_a_day) in [("2027-04-01", true), ("", false)] {
        for (opt_out, opt_out_on) in AROUND {
            for (informal, informal_on) in AROUND {
                for status in statuses {
                    for treatment in ["none", "section_57", "ect_under_18", "not_known", ""] {
                        for (role, band) in ages {
                            let adult = role == "adult" || band == "18_or_over";
                            let mut expected = Vec::new();
                            match status {
                                "not_subject" => {}
                                "detained" | "cto" | "guardianship" | "conditional_discharge" => {
                                    expected.push("imha_qualifies");
                                    if opt_out_on && on_a_day {
                                        expected.push("imha_automatic_referral");
                                    }
                                }
                                "informal_inpatient" if informal_on && on_a_day => {
                                    expected.push("imha_qualifies_informal");
                                }
                                "short_term" | "informal_inpatient" => expected.push(match (treatment, adult) {
                                    ("section_57", _) | ("ect_under_18", false) => "imha_qualifies",
                                    ("not_known" | "", _) => "imha_undecided",
                                    _ if status == "short_term" => "imha_not_yet",
                                    _ => "imha_not_qualifying",
                                }),
                                _ => expected.push("imha_undecided"),
                            }
                            let asked = status == "short_term" || status == "informal_inpatient";
                            if asked && treatment == "ect_under_18" && adult {
                                expected.push("check_answers");
                            }
                            let more = [
                                ("decision_date", decided),
                                ("person_role", role),
                                ("age_band", band),
                                ("processes", "other_matter"),
                                ("mha_status", status),
                                ("mha_special_treatment", treatment),
                            ];
                            let dates = [("imha_opt_out_from", opt_out), ("imha_informal_from", informal)];
                            check(&about, &with(&ADULT, &[&more]), &dates, &expected);
                        }
                    }
                }
            }
        }
    }
}

const IMCA: &[&str] = &[
    "imca_s37_required",
    "imca_s38_required",
    "imca_s39_required",
    "imca_review_may",
    "imca_safeguarding_may",
    "imca_review_not_used",
    "imca_review_not_12_weeks",
    "imca_safeguarding_not_used",
    "imca_not_needed_capacity",
    "imca_not_mha",
    "imca_not_length",
    "imca_dols_instead",
    "imca_not_s40",
    "imca_not_someone_to_consult",
    "imca_urgent",
    "imca_undecided",
];
const CAPACITIES: [&str; 3] = ["lacks", "has", "not_assessed"];
const ATTORNEYS: [&str; 4] = ["for_this_decision", "other_matters_only", "none", "not_known"];
/// Whether the Mental Health Act governs: not asked of somebody who is not subject to it.
const GOVERNED: [(&str, &str); 4] =
    [("not_subject", ""), ("detained", "yes"), ("detained", "no"), ("detained", "not_known")];

/// I5 to I9, the same for treatment and for accommodation.
fn from_i5(
    capacity: &str,
    governs: &str,
    attorney: &str,
    someone: &str,
    urgent: &str,
    duty: &'static str,
) -> Vec<&'static str> {
    match (attorney, someone) {
        ("for_this_decision", _) => vec!["imca_not_s40"],
        (_, "yes") => vec!["imca_not_someone_to_consult"],
        ("not_known", _) | (_, "not_known") => vec!["imca_undecided"],
        _ if capacity == "not_assessed" || governs == "not_known" => vec!["imca_undecided"],
        _ if urgent == "yes" => vec![duty, "imca_urgent"],
        _ => vec![duty],
    }
}

#[test]
fn t8_serious_medical_treatment() {
    for capacity in CAPACITIES {
        for (status, governs) in GOVERNED {
            for (attorney, someone) in ATTORNEYS.into_iter().flat_map(|a| KNOWN.map(|s| (a, s))) {
                for urgent in KNOWN {
                    let expected = match (capacity, governs) {
                        ("has", _) => vec!["imca_not_needed_capacity"],
                        (_, "yes") => vec!["imca_not_mha"],
                        _ => from_i5(capacity, governs, attorney, someone, urgent, "imca_s37_required"),
                    };
                    let more = [
                        ("mca_decisions", "serious_medical_treatment"),
                        ("cap_serious_medical_treatment", capacity),
                        ("mha_status", status),
                        ("mha_governs", governs),
                        ("s40_person", attorney),
                        ("someone_to_consult", someone),
                        ("decision_urgent", urgent),
                    ];
                    check(IMCA, &with(&ADULT, &[&more]), &[], &expected);
                }
            }
        }
    }
}

#[test]
fn t8_accommodation_by_the_nhs_and_by_the_council() {
    let kinds = [
        ("nhs_accommodation", "cap_nhs_accommodation", "nhs_accommodation_length", "imca_s38_required"),
        ("la_accommodation", "cap_la_accommodation", "la_accommodation_length", "imca_s39_required"),
    ];
    for (decision, cap, length, duty) in kinds {
        for (capacity, (status, governs)) in CAPACITIES.into_iter().flat_map(|c| GOVERNED.map(|g| (c, g))) {
            for (long, place) in ["at_or_over", "under", "not_known"].into_iter().flat_map(|l| KNOWN.map(|p| (l, p)))
            {
                for stage in ["none", "requested_or_urgent", "authorised_unpaid_rep"] {
                    for (attorney, someone) in ATTORNEYS.into_iter().flat_map(|a| KNOWN.map(|s| (a, s))) {
                        // A 39A or 39C advocate is due: D7.
                        let due = stage == "requested_or_urgent"
                            && someone == "no"
                            && (attorney == "none" || attorney == "other_matters_only");
                        let expected = match (capacity, governs, long) {
                            ("has", _, _) => vec!["imca_not_needed_capacity"],
                            (_, "yes", _) => vec!["imca_not_mha"],
                            (_, _, "under") => vec!["imca_not_length"],
                            _ if place == "yes" && due => vec!["imca_dols_instead"],
                            _ => from_i5(capacity, governs, attorney, someone, "yes", duty),
                        };
                        let more = [
                            ("mca_decisions", decision),
                            (cap, capacity),
                            (length, long),
                            ("mha_status", status),
                            ("mha_governs", governs),
                            ("dols_stage", stage),
                            ("dols_same_place", place),
                            ("s40_person", attorney),
                            ("someone_to_consult", someone),
                            ("decision_urgent", "yes"),
                        ];
                        check(IMCA, &with(&ADULT, &[&more]), &[], &expected);
                    }
                }
            }
        }
    }
}

#[test]
fn t8_a_review_of_accommodation() {
    for (capacity, (status, governs)) in CAPACITIES.into_iter().flat_map(|c| GOVERNED.map(|g| (c, g))) {
        for (weeks, benefit) in KNOWN.into_iter().flat_map(|w| KNOWN.map(|b| (w, b))) {
            for (attorney, someone) in ATTORNEYS.into_iter().flat_map(|a| KNOWN.map(|s| (a, s))) {
                let expected = match (capacity, governs, weeks, attorney, someone) {
                    ("has", ..) => "imca_not_needed_capacity",
                    (_, "yes", ..) => "imca_not_mha",
                    (_, _, "no", ..) => "imca_review_not_12_weeks",
                    (_, _, _, "for_this_decision" | "other_matters_only", _) => "imca_not_s40",
                    (_, _, _, _, "yes") => "imca_not_someone_to_consult",
                    ("lacks", "" | "no", "yes", "none", "no") => match benefit {
                        "yes" => "imca_review_may",
                        "no" => "imca_review_not_used",
                        _ => "imca_undecided",
                    },
                    _ => "imca_undecided",
                };
                let more = [
                    ("mca_decisions", "accommodation_review"),
                    ("cap_accommodation_review", capacity),
                    ("mha_status", status),
                    ("mha_governs", governs),
                    ("accommodation_12_weeks", weeks),
                    ("imca_particular_benefit", benefit),
                    ("s40_person", attorney),
                    ("someone_to_consult", someone),
                ];
                check(IMCA, &with(&ADULT, &[&more]), &[], &[expected]);
            }
        }
    }
}

#[test]
fn t8_a_duty_for_accommodation_covers_its_review() {
    let base = [
        ("cap_accommodation_review", "lacks"),
        ("cap_nhs_accommodation", "lacks"),
        ("cap_la_accommodation", "lacks"),
        ("cap_serious_medical_treatment", "lacks"),
        ("accommodation_12_weeks", "yes"),
        ("imca_particular_benefit", "yes"),
        ("s40_person", "none"),
        ("someone_to_consult", "no"),
        ("decision_urgent", "no"),
    ];
    let rows: [(&str, &[&str]); 4] = [
        ("nhs_accommodation accommodation_review", &["imca_s38_required"]),
        ("la_accommodation accommodation_review", &["imca_s39_required"]),
        ("nhs_accommodation la_accommodation accommodation_review", &["imca_s38_required", "imca_s39_required"]),
        // The duty for treatment does not cover it.
        ("serious_medical_treatment accommodation_review", &["imca_s37_required", "imca_review_may"]),
    ];
    for (decisions, expected) in rows {
        check(IMCA, &with(&ADULT, &[&base, &[("mca_decisions", decisions)]]), &[], expected);
    }
}

#[test]
fn t8_safeguarding_measures() {
    for (capacity, benefit) in CAPACITIES.into_iter().flat_map(|c| KNOWN.map(|b| (c, b))) {
        let expected = match (capacity, benefit) {
            ("has", _) => "imca_not_needed_capacity",
            ("lacks", "yes") => "imca_safeguarding_may",
            ("lacks", "no") => "imca_safeguarding_not_used",
            _ => "imca_undecided",
        };
        for (status, governs) in GOVERNED {
            let more = [
                ("mca_decisions", "safeguarding_measures"),
                ("cap_safeguarding_measures", capacity),
                ("imca_particular_benefit", benefit),
                ("mha_status", status),
                ("mha_governs", governs),
                ("s40_person", "for_this_decision"),
                ("someone_to_consult", "yes"),
            ];
            check(IMCA, &with(&ADULT, &[&more]), &[], &[expected]);
        }
    }
}

#[test]
fn t8_decisions_that_are_not_known_are_undecided_beside_the_others() {
    let lacking = [("cap_serious_medical_treatment", "lacks"), ("s40_person", "none"), ("someone_to_consult", "no")];
    let rows: [(&str, &[&str]); 5] = [
        ("", &["imca_undecided"]),
        ("not_known", &["imca_undecided"]),
        ("none", &[]),
        ("none serious_medical_treatment", &["imca_s37_required"]),
        ("serious_medical_treatment not_known", &["imca_s37_required", "imca_undecided"]),
    ];
    for (decisions, expected) in rows {
        check(IMCA, &with(&ADULT, &[&lacking, &[("mca_decisions", decisions)]]), &[], expected);
        let child = [("person_role", "young_person"), ("age_band", "under_16"), ("mca_decisions", decisions)];
        check(IMCA, &with(&ADULT, &[&lacking, &child]), &[], &[]);
    }
}

#[test]
fn t9_deprivation_of_liberty_in_full() {
    let about = [
        "dols_39a_required",
        "dols_39c_required",
        "dols_39a_not_needed",
        "dols_imca_not_s40",
        "dols_39d_required",
        "dols_39d_tell_them",
        "dols_paid_rep",
        "court_dol",
        "dols_undecided",
        "dols_replaced_by_lps",
    ];
    let stages: [&str; 8] = [
        "none",
        "requested_or_urgent",
        "authorised_rep_vacant",
        "authorised_unpaid_rep",
        "authorised_paid_rep",
        "community_or_under_18",
        "not_known",
        "",
    ];
    let ages = [
        ("adult", ""),
        ("young_carer", "18_or_over"),
        ("young_carer", "16_or_17"),
        ("young_carer", "under_16"),
        ("young_carer", "not_known"),
    ];
    for (stage, (role, band)) in stages.into_iter().flat_map(|s| ages.map(|a| (s, a))) {
        for (lps, lps_on) in AROUND {
            for (attorney, someone) in ATTORNEYS.into_iter().flat_map(|a| KNOWN.map(|s| (a, s))) {
                for trigger in KNOWN {
                    let expected = match (stage, band) {
                        (_, "under_16") | ("none", _) => "",
                        ("not_known" | "", _) => "dols_undecided",
                        _ if lps_on => "dols_replaced_by_lps",
                        ("community_or_under_18", _) | (_, "16_or_17") => "court_dol",
                        ("authorised_unpaid_rep", _) if trigger == "yes" => "dols_39d_required",
                        ("authorised_unpaid_rep", _) => "dols_39d_tell_them",
                        ("authorised_paid_rep", _) => "dols_paid_rep",
                        _ if attorney == "for_this_decision" => "dols_imca_not_s40",
                        _ if someone == "yes" => "dols_39a_not_needed",
                        _ if someone == "not_known" || attorney == "not_known" => "dols_undecided",
                        ("requested_or_urgent", _) => "dols_39a_required",
                        _ => "dols_39c_required",
                    };
                    let more = [
                        ("decision_date", "2027-04-01"),
                        ("person_role", role),
                        ("age_band", band),
                        ("processes", "mca_or_mha_only"),
                        ("dols_stage", stage),
                        ("s40_person", attorney),
                        ("someone_to_consult", someone),
                        ("dols_39d_trigger", trigger),
                    ];
                    check(&about, &with(&ADULT, &[&more]), &[("lps_from", lps)], &[expected]);
                }
            }
        }
    }
}

#[test]
fn t10_two_entitlements_make_one_advocate_in_two_roles() {
    let about = ["one_advocate_two_roles", "no_statutory_advocacy"];
    let care_act: &[Pair] = &[("difficulty_retain", "substantial"), ("ap_candidate", "no")];
    let none: &[Pair] = &[("processes", "mca_or_mha_only")];
    let capacity: &[Pair] = &[
        ("mca_decisions", "serious_medical_treatment"),
        ("cap_serious_medical_treatment", "lacks"),
        ("s40_person", "none"),
        ("someone_to_consult", "no"),
    ];
    let mental_health: &[Pair] = &[("mha_status", "detained"), ("mha_governs", "no")];
    for number in 0..8 {
        let has = |bit: u32| number & bit != 0;
        let parts = [
            if has(1) { care_act } else { none },
            if has(2) { capacity } else { &[] },
            if has(4) { mental_health } else { &[] },
        ];
        let expected = match number.count_ones() {
            0 => "no_statutory_advocacy",
            1 => "",
            _ => "one_advocate_two_roles",
        };
        check(&about, &with(&ADULT, &parts), &[], &[expected]);
    }
}
