//! The sections and questions of the advocacy tool: when each is asked, and on what authority.

use super::answers::*;
use super::findings::*;
use crate::engine::Cond::Always;
use crate::engine::{Cond, Section, all, any};
use crate::tools::sources::{
    CARE_ACT, CHILDREN_ACT, DUTY, EQUALITY_ACT, GUIDANCE, IMCA_REGS, LGPIHA, MCA, MCA_CODE, MHA, NO2_REGS, NOTE,
    PLAN, REABLEMENT, cite,
};

/// The sections, in the order they are asked.
pub fn sections() -> Vec<Section> {
    vec![
        Section {
            id: "about",
            questions: vec![
                DECISION_DATE.asked(Always),
                PERSON_ROLE.asked(Always).because([cite(&CARE_ACT, "s.67(3), s.68(2)")]),
                AGE_BAND.asked(PERSON_ROLE.any([Role::YoungPerson, Role::YoungCarer, Role::NotKnown])).because([
                    cite(&MCA, "s.2(5)"),
                    cite(&MCA, "Sch A1 para 13"),
                    cite(&CARE_ACT, "s.67(6)"),
                ]),
                PROCESSES.asked(Always).fitting(fits).because([
                    cite(&CARE_ACT, "s.67(3), s.68(1)"),
                    cite(&REABLEMENT, ""),
                    cite(&PLAN, ""),
                    cite(&DUTY, ""),
                ]),
                SAR_PERSON_ALIVE.asked(PROCESSES.includes(Process::SafeguardingAdultsReview)).because([
                    cite(&CARE_ACT, "s.44(2)-(4)"),
                    cite(&CARE_ACT, "s.68(1)(b), link to condition 2").confirm("the exact words"),
                ]),
                IN_CUSTODY
                    .asked(PROCESSES.any([Process::SafeguardingEnquiry, Process::SafeguardingAdultsReview]))
                    .because([
                        cite(&CARE_ACT, "s.76").confirm("subsection numbers"),
                        cite(&NOTE, "Social Care Institute for Excellence, prisons and approved premises page"),
                    ]),
                COMPLAINT_ABOUT.asked(PROCESSES.includes(Process::Complaint)).because([
                    cite(&LGPIHA, "s.223A"),
                    cite(&CHILDREN_ACT, "s.26A"),
                    cite(&NOTE, "Local Government and Social Care Ombudsman 24 000 054"),
                ]),
            ],
        },
        Section {
            id: "taking_part",
            questions: vec![
                ADJUSTMENTS_MADE.asked(involved()).because([cite(&EQUALITY_ACT, "s.20"), cite(&GUIDANCE, "ch.6-7")]),
                DIFFICULTY_UNDERSTAND.asked(involved()).because([cite(&CARE_ACT, "s.67(4)(a), s.68(3)(a)")]),
                DIFFICULTY_RETAIN.asked(involved()).because([cite(&CARE_ACT, "s.67(4)(b), s.68(3)(b)")]),
                DIFFICULTY_USE_WEIGH.asked(involved()).because([cite(&CARE_ACT, "s.67(4)(c), s.68(3)(c)")]),
                DIFFICULTY_COMMUNICATE.asked(involved()).because([cite(&CARE_ACT, "s.67(4)(d), s.68(3)(d)")]),
                DIFFICULTY_FACTORS.asked(involved()).because([cite(&NO2_REGS, "reg 3")]),
            ],
        },
        Section {
            id: "choice",
            questions: vec![
                CAPACITY_CHOOSE_SUPPORT
                    .asked(involved().and(difficulty_possible()))
                    .because([cite(&CARE_ACT, "s.67(6), s.68(5)"), cite(&MCA, "ss.1-4")]),
                VIEW_ON_ADVOCATE
                    .asked(involved().and(difficulty_possible()))
                    .because([cite(&REABLEMENT, ""), cite(&GUIDANCE, "ch.7")]),
                AP_CANDIDATE
                    .asked(involved().and(difficulty_possible()))
                    .because([cite(&CARE_ACT, "s.67(5), s.68(4)")]),
                AP_PAID_OR_PROFESSIONAL
                    .asked(AP_CANDIDATE.is(YesNo::Yes))
                    .because([cite(&CARE_ACT, "s.67(5)(b), s.68(4)(b)")]),
                AP_IMPLICATED.asked(AP_CANDIDATE.is(YesNo::Yes)).because([cite(&GUIDANCE, "ch.7")]),
                AP_PERSON_AGREES
                    .asked(
                        AP_CANDIDATE
                            .is(YesNo::Yes)
                            .and(CAPACITY_CHOOSE_SUPPORT.any([Capacity::Has, Capacity::NotKnown])),
                    )
                    .because([cite(&CARE_ACT, "s.67(6)(a), s.68(5)(a)")]),
                AP_BEST_INTERESTS
                    .asked(AP_CANDIDATE.is(YesNo::Yes).and(CAPACITY_CHOOSE_SUPPORT.is(Capacity::Lacks)))
                    .because([cite(&CARE_ACT, "s.67(6)(b), s.68(5)(b)"), cite(&MCA, "s.4")]),
                AP_ABLE
                    .asked(AP_CANDIDATE.is(YesNo::Yes))
                    .because([cite(&CARE_ACT, "s.67(5)(a)"), cite(&GUIDANCE, "ch.7")]),
                AP_CONFLICT.asked(AP_CANDIDATE.is(YesNo::Yes)).because([
                    cite(&GUIDANCE, "ch.7"),
                    cite(&NOTE, "Mencap resource"),
                    cite(&NOTE, "Local Government and Social Care Ombudsman 19 007 077"),
                ]),
                AP_WILLING.asked(AP_CANDIDATE.is(YesNo::Yes)).because([
                    cite(&GUIDANCE, "ch.7 (implied)"),
                    cite(&NOTE, "Schwehr, Advocacy with teeth, Community Living"),
                    cite(&NOTE, "VoiceAbility"),
                ]),
            ],
        },
        Section {
            id: "exceptions",
            questions: vec![
                NHS_STAY
                    .asked(all([
                        section_67_or_reablement(),
                        difficulty_possible(),
                        SUPPORTER.any([Supporter::Appropriate, Supporter::Unknown]),
                    ]))
                    .because([cite(&NO2_REGS, "reg 4 (NHS accommodation)")]),
                NHS_STAY_BEST_INTERESTS
                    .asked(long_nhs_stay())
                    .because([cite(&NO2_REGS, "reg 4 (NHS accommodation)")]),
                AP_DISAGREEMENT
                    .asked(all([
                        section_67_or_reablement(),
                        difficulty_possible(),
                        SUPPORTER.is(Supporter::Appropriate),
                    ]))
                    .because([cite(&NO2_REGS, "reg 4 (disagreement)")]),
                AP_DISAGREEMENT_BOTH_AGREE
                    .asked(AP_DISAGREEMENT.is(YesNo::Yes))
                    .because([cite(&NO2_REGS, "reg 4 (disagreement)")]),
            ],
        },
        Section {
            id: "timing",
            questions: vec![
                PROCESS_STARTED
                    .asked(involved().and(difficulty_possible()))
                    .because([cite(&NOTE, "R (SG) v Haringey [2015] EWHC 2579 (Admin)"), cite(&REABLEMENT, "")]),
                URGENT_RISK.asked(involved().and(difficulty_possible())).because([
                    cite(&CARE_ACT, "s.68(6)").confirm("the exact words"),
                    cite(&CARE_ACT, "s.19(3)"),
                    cite(&REABLEMENT, ""),
                ]),
                ADVOCATE_STATUS.asked(involved().and(difficulty_possible())).because([
                    cite(&GUIDANCE, "ch.7"),
                    cite(&NOTE, "Social Care Institute for Excellence, interaction page"),
                ]),
            ],
        },
        Section {
            id: "mental_health",
            questions: vec![
                MHA_STATUS.asked(Always).because([cite(&MHA, "s.130C"), cite(&MCA, "s.37(2), 38(2), 39(3)")]),
                MHA_SPECIAL_TREATMENT
                    .asked(MHA_STATUS.any([Mha::ShortTerm, Mha::InformalInpatient]))
                    .because([cite(&MHA, "s.130C(3)")]),
            ],
        },
        Section {
            id: "capacity",
            questions: vec![
                MCA_DECISIONS
                    .asked(AGE.is_not(Age::UnderSixteen))
                    .because([cite(&MCA, "ss.37-39"), cite(&IMCA_REGS, "regs 3-4")]),
                CAP_SERIOUS_MEDICAL_TREATMENT
                    .asked(MCA_DECISIONS.includes(McaDecision::SeriousMedicalTreatment))
                    .because([cite(&MCA, "s.37(1)"), cite(&MCA, "ss.2-3")]),
                CAP_NHS_ACCOMMODATION
                    .asked(MCA_DECISIONS.includes(McaDecision::NhsAccommodation))
                    .because([cite(&MCA, "s.38(1)"), cite(&MCA, "ss.2-3")]),
                CAP_LA_ACCOMMODATION
                    .asked(MCA_DECISIONS.includes(McaDecision::LaAccommodation))
                    .because([cite(&MCA, "s.39(1)"), cite(&MCA, "ss.2-3")]),
                CAP_ACCOMMODATION_REVIEW
                    .asked(MCA_DECISIONS.includes(McaDecision::AccommodationReview))
                    .because([cite(&IMCA_REGS, "reg 3"), cite(&MCA, "ss.2-3")]),
                CAP_SAFEGUARDING_MEASURES
                    .asked(MCA_DECISIONS.includes(McaDecision::SafeguardingMeasures))
                    .because([cite(&IMCA_REGS, "reg 4"), cite(&MCA, "ss.2-3")]),
                NHS_ACCOMMODATION_LENGTH
                    .asked(MCA_DECISIONS.includes(McaDecision::NhsAccommodation))
                    .because([cite(&MCA, "s.38(3)(a), (4), (5)")]),
                LA_ACCOMMODATION_LENGTH
                    .asked(MCA_DECISIONS.includes(McaDecision::LaAccommodation))
                    .because([cite(&MCA, "s.39(4)(a), (5)")]),
                ACCOMMODATION_12_WEEKS
                    .asked(MCA_DECISIONS.includes(McaDecision::AccommodationReview))
                    .because([cite(&IMCA_REGS, "reg 3(2)")]),
                MHA_GOVERNS
                    .asked(MHA_STATUS.none_of([Mha::NotSubject, Mha::InformalInpatient]).and(MCA_DECISIONS.any([
                        McaDecision::SeriousMedicalTreatment,
                        McaDecision::NhsAccommodation,
                        McaDecision::LaAccommodation,
                        McaDecision::AccommodationReview,
                    ])))
                    .because([cite(&MCA, "s.37(2), 38(2), 39(3)"), cite(&IMCA_REGS, "reg 3(2)")]),
                DECISION_URGENT
                    .asked(MCA_DECISIONS.any([
                        McaDecision::SeriousMedicalTreatment,
                        McaDecision::NhsAccommodation,
                        McaDecision::LaAccommodation,
                    ]))
                    .because([cite(&MCA, "s.37(4), 38(3)(b)-(4), 39(4)(b)-(5)")]),
                IMCA_PARTICULAR_BENEFIT
                    .asked(MCA_DECISIONS.any([McaDecision::AccommodationReview, McaDecision::SafeguardingMeasures]))
                    .because([cite(&IMCA_REGS, "reg 5(1)")]),
                DOLS_STAGE
                    .asked(AGE.is_not(Age::UnderSixteen))
                    .because([cite(&MCA, "ss.39A, 39C, 39D"), cite(&MCA, "Sch A1")]),
                DOLS_SAME_PLACE
                    .asked(
                        safeguards_imca_possible()
                            .and(MCA_DECISIONS.any([McaDecision::NhsAccommodation, McaDecision::LaAccommodation])),
                    )
                    .because([cite(&MCA, "s.38(2A), 39(3A)")]),
                DOLS_39D_TRIGGER.asked(DOLS_STAGE.is(Stage::AuthorisedUnpaidRep)).because([
                    cite(&MCA, "s.39D"),
                    cite(&NOTE, "Social Care Institute for Excellence, section 39D page"),
                    cite(&NOTE, "RD v Herefordshire [2016] EWCOP 49"),
                ]),
                SOMEONE_TO_CONSULT
                    .asked(consultation_matters())
                    .because([cite(&MCA, "s.37(1)(b), 38(1), 39(1), 39A, 39C"), cite(&MCA_CODE, "10.79")]),
                S40_PERSON.asked(consultation_matters()).because([
                    cite(&MCA, "s.40, as substituted by Mental Health Act 2007 s.49"),
                    cite(&IMCA_REGS, "reg 3(1)(d)"),
                ]),
            ],
        },
    ]
}

/// Table T0: which people a process can be about. The Act requires some processes to involve two.
fn fits(process: &'static str) -> Cond {
    match process {
        "needs_assessment" | "care_and_support_plan" | "support_plan" | "plan_review" => {
            PERSON_ROLE.any([Role::Adult, Role::CarerOfAdult])
        }
        "safeguarding_enquiry" | "safeguarding_adults_review" | "reablement" => PERSON_ROLE.is(Role::Adult),
        "carers_assessment" => PERSON_ROLE.is(Role::CarerOfAdult),
        "child_carers_assessment" => PERSON_ROLE.is(Role::CarerOfChild),
        "child_needs_assessment" => PERSON_ROLE.any([Role::CarerOfChild, Role::YoungPerson]),
        "young_carers_assessment" => PERSON_ROLE.is(Role::YoungCarer),
        _ => Always,
    }
}

/// An NHS stay long enough for regulation 4(2). Exactly 28 days or 8 weeks counts.
fn long_nhs_stay() -> Cond {
    NHS_STAY.any([Stay::Hospital28DaysOrMore, Stay::CareHome8WeeksOrMore])
}

/// A decision is waiting for which it matters whom one could consult.
fn consultation_matters() -> Cond {
    let able = DecisionCapacity::Has;
    any([
        CAP_SERIOUS_MEDICAL_TREATMENT.none_of([able]),
        CAP_NHS_ACCOMMODATION.none_of([able]),
        CAP_LA_ACCOMMODATION.none_of([able]),
        CAP_ACCOMMODATION_REVIEW.none_of([able]),
        safeguards_imca_possible(),
    ])
}
