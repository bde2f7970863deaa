//! What is written down beside the answers, what a referral contains, and what a manager would ask.
//!
//! Sections 7, 10 and 11 of the specification.

use super::answers::*;
use super::outcomes::{self, Id};
use crate::engine::{Cond, OutcomeId};
use crate::tools::{Agrees, Common, Note, Pack, PackItem, Place, Probe, Size, bit};

/// The text boxes, in the order they are shown.
pub fn notes() -> Vec<Note> {
    vec![
        beside("case_reference", DECISION_DATE.0, Cond::Always, Size::Line),
        beside("adjustments_offered", ADJUSTMENTS_MADE.0, ADJUSTMENTS_MADE.visible(), Size::Text),
        beside("evidence_understand", DIFFICULTY_UNDERSTAND.0, DIFFICULTY_UNDERSTAND.visible(), Size::Text),
        beside("evidence_retain", DIFFICULTY_RETAIN.0, DIFFICULTY_RETAIN.visible(), Size::Text),
        beside("evidence_use_weigh", DIFFICULTY_USE_WEIGH.0, DIFFICULTY_USE_WEIGH.visible(), Size::Text),
        beside("evidence_communicate", DIFFICULTY_COMMUNICATE.0, DIFFICULTY_COMMUNICATE.visible(), Size::Text),
        beside("factors_considered", DIFFICULTY_FACTORS.0, DIFFICULTY_FACTORS.visible(), Size::Text),
        beside("capacity_basis", CAPACITY_CHOOSE_SUPPORT.0, CAPACITY_CHOOSE_SUPPORT.visible(), Size::Text),
        beside("person_words", VIEW_ON_ADVOCATE.0, VIEW_ON_ADVOCATE.visible(), Size::Text),
        beside("ap_relationship", AP_CANDIDATE.0, AP_CANDIDATE.is(YesNo::Yes), Size::Line),
        beside("ap_others", AP_CANDIDATE.0, AP_CANDIDATE.visible(), Size::Text),
        beside("ap_best_interests_reason", AP_BEST_INTERESTS.0, AP_BEST_INTERESTS.visible(), Size::Text),
        beside("nhs_stay_details", NHS_STAY.0, NHS_STAY.none_of([Stay::No]), Size::Text),
        beside("disagreement_agreed", AP_DISAGREEMENT_BOTH_AGREE.0, AP_DISAGREEMENT_BOTH_AGREE.visible(), Size::Text),
        beside("mha_details", MHA_STATUS.0, MHA_STATUS.none_of([Mha::NotSubject, Mha::NotKnown]), Size::Text),
        beside("mca_decision_maker", MCA_DECISIONS.0, decision_to_make(), Size::Text),
        beside("mca_options", MCA_DECISIONS.0, decision_to_make(), Size::Text),
        beside("mca_assessment", MCA_DECISIONS.0, decision_to_make(), Size::Text),
        beside("objections", MCA_DECISIONS.0, decision_to_make(), Size::Text),
        beside("latest_date", DECISION_URGENT.0, DECISION_URGENT.visible(), Size::Line),
        beside("benefit_reason", IMCA_PARTICULAR_BENEFIT.0, IMCA_PARTICULAR_BENEFIT.visible(), Size::Text),
        beside("dols_details", DOLS_STAGE.0, DOLS_STAGE.none_of([Stage::None, Stage::NotKnown]), Size::Text),
        beside("consult_considered", SOMEONE_TO_CONSULT.0, SOMEONE_TO_CONSULT.visible(), Size::Text),
        beside("attorney_search", S40_PERSON.0, S40_PERSON.visible(), Size::Text),
        in_record(
            "interim_measures",
            given(&[Id::InterimUrgentS67, Id::S68MayStartUrgently, Id::ImcaUrgent, Id::HoldUntilDecided]),
            Size::Text,
        ),
        in_record("risks", referral_likely(), Size::Text),
        in_record("language", referral_likely(), Size::Text),
        in_record("referral_to", referral_likely(), Size::Line),
        in_record("referral_sent", referral_likely(), Size::Line),
        in_record("referral_reference", referral_likely(), Size::Line),
        in_record("referral_allocated", referral_likely(), Size::Line),
        in_record("referral_met", referral_likely(), Size::Line),
        in_record("refusal", VIEW_ON_ADVOCATE.is(View::Declines), Size::Text),
        in_record("dispute", AP_DISAGREEMENT.is(YesNo::Yes), Size::Text),
    ]
}

fn beside(id: &'static str, question: usize, asked: Cond, size: Size) -> Note {
    Note { id, place: Place::Beside(question), asked, size }
}

fn in_record(id: &'static str, asked: Cond, size: Size) -> Note {
    Note { id, place: Place::Record, asked, size }
}

/// A decision under the Mental Capacity Act is named.
fn decision_to_make() -> Cond {
    MCA_DECISIONS.any([
        McaDecision::SeriousMedicalTreatment,
        McaDecision::NhsAccommodation,
        McaDecision::LaAccommodation,
        McaDecision::AccommodationReview,
        McaDecision::SafeguardingMeasures,
    ])
}

fn given(ids: &[Id]) -> Cond {
    Cond::Any(ids.iter().map(|id| Cond::present(*id)).collect())
}

/// An outcome with a referral pack is given.
fn referral_likely() -> Cond {
    let all = outcomes::all();
    let with_pack = all.iter().enumerate().filter(|(_, outcome)| !outcome.pack.is_empty());
    Cond::Any(with_pack.map(|(at, _)| Cond::Present(at)).collect())
}

/// The referral packs.
pub fn packs() -> Vec<Pack> {
    vec![
        Pack {
            id: "R1",
            adds_to: "",
            items: vec![
                by_hand("preferred_name"),
                by_hand("contact"),
                by_hand("safe_contact"),
                by_hand("date_of_birth"),
                filled("language_access", &[], &["language"]),
                filled("process", &[PERSON_ROLE.0, PROCESSES.0, IN_CUSTODY.0, PROCESS_STARTED.0], &[]),
                by_hand("key_dates"),
                legal_basis("legal_basis"),
                filled(
                    "difficulty",
                    &[
                        DIFFICULTY_UNDERSTAND.0,
                        DIFFICULTY_RETAIN.0,
                        DIFFICULTY_USE_WEIGH.0,
                        DIFFICULTY_COMMUNICATE.0,
                        DIFFICULTY_FACTORS.0,
                        ADJUSTMENTS_MADE.0,
                    ],
                    &[
                        "evidence_understand",
                        "evidence_retain",
                        "evidence_use_weigh",
                        "evidence_communicate",
                        "factors_considered",
                        "adjustments_offered",
                    ],
                ),
                filled("capacity_to_choose", &[CAPACITY_CHOOSE_SUPPORT.0], &["capacity_basis"]),
                filled("view_about_advocate", &[VIEW_ON_ADVOCATE.0], &["person_words", "refusal"]),
                filled(
                    "appropriate_person_considered",
                    &[
                        AP_CANDIDATE.0,
                        AP_PAID_OR_PROFESSIONAL.0,
                        AP_IMPLICATED.0,
                        AP_PERSON_AGREES.0,
                        AP_BEST_INTERESTS.0,
                        AP_ABLE.0,
                        AP_CONFLICT.0,
                        AP_WILLING.0,
                        NHS_STAY.0,
                        NHS_STAY_BEST_INTERESTS.0,
                        AP_DISAGREEMENT.0,
                        AP_DISAGREEMENT_BOTH_AGREE.0,
                    ],
                    &[
                        "ap_relationship",
                        "ap_others",
                        "ap_best_interests_reason",
                        "nhs_stay_details",
                        "disagreement_agreed",
                    ],
                ),
                filled("risks_and_secrecy", &[URGENT_RISK.0], &["risks", "interim_measures"]),
                filled("others_acting", &[ADVOCATE_STATUS.0, S40_PERSON.0], &[]),
                by_hand("other_role_wanted"),
                by_hand("referrer"),
                by_hand("manager"),
                by_hand("consent_to_share"),
            ],
        },
        Pack {
            id: "R2",
            adds_to: "R1",
            items: vec![
                filled(
                    "exact_decision",
                    &[
                        MCA_DECISIONS.0,
                        NHS_ACCOMMODATION_LENGTH.0,
                        LA_ACCOMMODATION_LENGTH.0,
                        ACCOMMODATION_12_WEEKS.0,
                    ],
                    &["mca_decision_maker"],
                ),
                legal_basis("imca_section"),
                filled(
                    "capacity_assessment",
                    &[
                        CAP_SERIOUS_MEDICAL_TREATMENT.0,
                        CAP_NHS_ACCOMMODATION.0,
                        CAP_LA_ACCOMMODATION.0,
                        CAP_ACCOMMODATION_REVIEW.0,
                        CAP_SAFEGUARDING_MEASURES.0,
                    ],
                    &["mca_assessment"],
                ),
                filled("consultation_considered", &[SOMEONE_TO_CONSULT.0], &["consult_considered"]),
                filled("attorney_search_result", &[S40_PERSON.0], &["attorney_search"]),
                filled("latest_decision_date", &[DECISION_URGENT.0], &["latest_date"]),
                filled("options_considered", &[], &["mca_options"]),
                filled("objections_shown", &[], &["objections"]),
                filled("particular_benefit", &[IMCA_PARTICULAR_BENEFIT.0], &["benefit_reason"]),
            ],
        },
        Pack {
            id: "R3",
            adds_to: "R2",
            items: vec![
                legal_basis("dols_section"),
                filled("authorisation", &[DOLS_STAGE.0], &["dols_details"]),
                by_hand("managing_authority"),
                by_hand("representative_name"),
                filled("representative_paid", &[DOLS_STAGE.0], &[]),
                by_hand("dols_objection"),
                filled("who_asked", &[DOLS_39D_TRIGGER.0], &[]),
            ],
        },
        Pack {
            id: "R4",
            adds_to: "",
            items: vec![
                by_hand("ward_or_address"),
                filled("section_and_start", &[MHA_STATUS.0, MHA_SPECIAL_TREATMENT.0], &["mha_details"]),
                by_hand("hearing_dates"),
                filled("imha_language_access", &[], &["language"]),
                filled("own_words", &[], &["person_words"]),
                by_hand("imha_consent"),
            ],
        },
    ]
}

fn filled(id: &'static str, questions: &'static [usize], notes: &'static [&'static str]) -> PackItem {
    PackItem { id, questions, notes, figures: &[], legal_basis: false }
}

/// A line that the tool never asks for, such as a name.
fn by_hand(id: &'static str) -> PackItem {
    filled(id, &[], &[])
}

fn legal_basis(id: &'static str) -> PackItem {
    PackItem { id, questions: &[], notes: &[], figures: &[], legal_basis: true }
}

/// Which of this say what every record holds.
pub fn common() -> Common {
    let needed = [
        Id::CaS67Required,
        Id::CaS68Required,
        Id::CaReablementRequired,
        Id::ImcaS37Required,
        Id::ImcaS38Required,
        Id::ImcaS39Required,
        Id::Dols39aRequired,
        Id::Dols39cRequired,
        Id::Dols39dRequired,
        Id::ReferNow,
    ];
    let mental_health = [Id::ImhaQualifies, Id::ImhaQualifiesInformal, Id::ImhaAutomaticReferral];
    Common {
        voice: vec!["person_words"],
        evidence: vec!["evidence_understand", "evidence_retain", "evidence_use_weigh", "evidence_communicate"],
        capacity: vec![
            CAPACITY_CHOOSE_SUPPORT.0,
            CAP_SERIOUS_MEDICAL_TREATMENT.0,
            CAP_NHS_ACCOMMODATION.0,
            CAP_LA_ACCOMMODATION.0,
            CAP_ACCOMMODATION_REVIEW.0,
            CAP_SAFEGUARDING_MEASURES.0,
        ],
        capacity_where: vec!["capacity_basis", "mca_assessment"],
        agrees: vec![Agrees {
            question: VIEW_ON_ADVOCATE.0,
            who: "person",
            yes: bit(View::Wants),
            no: bit(View::Declines),
            not_asked: bit(View::NotAsked),
            followed_by: needed.into_iter().chain(mental_health).map(OutcomeId::number).collect(),
        }],
        advocacy: vec![ADVOCATE_STATUS.0],
        advocate_needed: needed.map(OutcomeId::number).to_vec(),
        referral: vec!["referral_sent", "referral_to", "referral_reference"],
        carer: Vec::new(),
        urgent: [Id::ReferNow, Id::Dols39aRequired, Id::Dols39cRequired, Id::Dols39dRequired]
            .map(OutcomeId::number)
            .to_vec(),
        safety: vec![URGENT_RISK.0],
        overruled: vec![(bit(View::Declines), Id::DeclinedLacksCapacity.number())],
    }
}

/// What a manager would ask in supervision, and which answers each question is about.
pub fn probes() -> Vec<Probe> {
    let probe = |id, questions: &'static [usize]| Probe { id, questions };
    vec![
        probe(
            "four_areas",
            &[DIFFICULTY_UNDERSTAND.0, DIFFICULTY_RETAIN.0, DIFFICULTY_USE_WEIGH.0, DIFFICULTY_COMMUNICATE.0],
        ),
        probe(
            "adjustments_tried",
            &[
                ADJUSTMENTS_MADE.0,
                DIFFICULTY_UNDERSTAND.0,
                DIFFICULTY_RETAIN.0,
                DIFFICULTY_USE_WEIGH.0,
                DIFFICULTY_COMMUNICATE.0,
            ],
        ),
        probe(
            "no_difficulty_found",
            &[
                DIFFICULTY_UNDERSTAND.0,
                DIFFICULTY_RETAIN.0,
                DIFFICULTY_USE_WEIGH.0,
                DIFFICULTY_COMMUNICATE.0,
                DIFFICULTY_FACTORS.0,
            ],
        ),
        probe(
            "not_only_capacity",
            &[
                CAPACITY_CHOOSE_SUPPORT.0,
                DIFFICULTY_UNDERSTAND.0,
                DIFFICULTY_RETAIN.0,
                DIFFICULTY_USE_WEIGH.0,
                DIFFICULTY_COMMUNICATE.0,
            ],
        ),
        probe(
            "who_is_appropriate",
            &[AP_CANDIDATE.0, AP_PERSON_AGREES.0, AP_BEST_INTERESTS.0, AP_ABLE.0, AP_CONFLICT.0, AP_WILLING.0],
        ),
        probe("anyone_paying", &[AP_PAID_OR_PROFESSIONAL.0]),
        probe("disagreeing_relative", &[AP_CONFLICT.0, AP_DISAGREEMENT.0, SOMEONE_TO_CONSULT.0]),
        probe("nhs_stay_likely", &[NHS_STAY.0, NHS_ACCOMMODATION_LENGTH.0]),
        probe("when_duty_began", &[DECISION_DATE.0, PROCESSES.0, PROCESS_STARTED.0, ADVOCATE_STATUS.0]),
        probe("how_urgent", &[URGENT_RISK.0, DECISION_URGENT.0]),
        probe("person_said_no", &[VIEW_ON_ADVOCATE.0, CAPACITY_CHOOSE_SUPPORT.0]),
        probe(
            "imca_decision",
            &[
                MCA_DECISIONS.0,
                CAP_SERIOUS_MEDICAL_TREATMENT.0,
                CAP_NHS_ACCOMMODATION.0,
                CAP_LA_ACCOMMODATION.0,
                CAP_ACCOMMODATION_REVIEW.0,
                CAP_SAFEGUARDING_MEASURES.0,
                S40_PERSON.0,
            ],
        ),
        probe("dols_objection", &[DOLS_STAGE.0, DOLS_39D_TRIGGER.0]),
        probe("imha_not_enough", &[MHA_STATUS.0, ADVOCATE_STATUS.0]),
        probe("what_advocate_changed", &[ADVOCATE_STATUS.0]),
        probe("ombudsman_view", &[DIFFICULTY_FACTORS.0, ADJUSTMENTS_MADE.0, AP_CANDIDATE.0, ADVOCATE_STATUS.0]),
    ]
}
