//! Section 9: what to keep in mind. A warning never changes an outcome.

use super::answers::*;
use super::findings::settings::{IMHA_INFORMAL, IMHA_OPT_OUT};
use super::findings::*;
use super::mental_health::under_compulsion;
use super::outcomes::Id;
use crate::engine::{Citation, Cond, Warning, all};
use crate::tools::sources::{
    CARE_ACT, EQUALITY_ACT, FIRST_REGS, GUIDANCE, MCA_CODE, MHA_2025, NO2_REGS, NOTE, REABLEMENT, cite,
};

/// The warnings, in the order they are shown.
pub fn all_warnings() -> Vec<Warning> {
    let exception = NHS_LIMB.is(Likely::Yes).or(DISAGREEMENT_LIMB.is(Likely::Yes));
    let possible_deprivation = DOLS_STAGE.none_of([Stage::None, Stage::NotKnown]);
    vec![
        warning("w_not_capacity", involved(), vec![cite(&REABLEMENT, ""), cite(&NOTE, "CASCAIDr (2017)")]),
        warning("w_adjustments", ADJUSTMENTS_MADE.none_of([YesNo::Yes]), vec![cite(&EQUALITY_ACT, "s.20")]),
        warning(
            "w_interpreter",
            DIFFICULTY_COMMUNICATE.any([Level::Managed, Level::Substantial]),
            vec![cite(&NOTE, "R (SG) v Haringey"), cite(&NOTE, "CASCAIDr (2017)")],
        ),
        warning(
            "w_factors",
            DIFFICULTY_FACTORS.empty().or(DIFFICULTY_FACTORS.includes(Factor::NotConsidered)),
            vec![cite(&NO2_REGS, "reg 3")],
        ),
        warning(
            "w_look_again",
            DIFFICULTY.is(Likely::No).and(DIFFICULTY_FACTORS.any([
                Factor::ComplexCircumstances,
                Factor::RefusedAssessmentBefore,
                Factor::AbuseOrNeglect,
            ])),
            vec![cite(&NO2_REGS, "reg 3(d)-(f)")],
        ),
        warning(
            "w_paid_relative",
            AP_PAID_OR_PROFESSIONAL.is(YesNo::Yes),
            vec![cite(&CARE_ACT, "s.67(5)(b)"), cite(&NOTE, "CASCAIDr (2017)")],
        ),
        warning(
            "w_safeguarding_private",
            involved().and(PROCESSES.includes(Process::SafeguardingEnquiry)),
            vec![cite(&GUIDANCE, "ch.7 and 14")],
        ),
        warning(
            "w_s68_exceptions",
            all([section_68_or_unclear(), SUPPORTER.is(Supporter::Appropriate), exception]),
            vec![cite(&NO2_REGS, "preamble and reg 4")],
        ),
        warning(
            "w_family_dispute",
            Cond::present(Id::ImcaNotSomeoneToConsult).or(Cond::present(Id::Dols39aNotNeeded)),
            vec![cite(&MCA_CODE, "10.79")],
        ),
        warning(
            "w_consult_mismatch",
            SUPPORTER.is(Supporter::Appropriate).and(SOMEONE_TO_CONSULT.is(YesNo::No)),
            vec![],
        ),
        warning(
            "w_non_instructed",
            required().and(VIEW_ON_ADVOCATE.is(View::CannotExpress)),
            vec![cite(&NO2_REGS, "reg 5").confirm("paragraph")],
        ),
        warning(
            "w_mha_and_care_act",
            under_compulsion().and(involved()),
            vec![cite(&NOTE, "Social Care Institute for Excellence, interaction page")],
        ),
        warning(
            "w_mha_dates",
            MHA_STATUS.none_of([Mha::NotSubject]).and(IMHA_OPT_OUT.blank().or(IMHA_INFORMAL.blank())),
            vec![cite(&MHA_2025, "").confirm("commencement of the advocacy changes")],
        ),
        warning(
            "w_shortage",
            Cond::present(Id::ReferNow).or(Cond::present(Id::ChaseReferral)),
            vec![cite(&REABLEMENT, "")],
        ),
        warning("w_reablement_basis", IN_PLAY.is(InPlay::Reablement), vec![cite(&CARE_ACT, "s.2, s.67(3)")]),
        warning(
            "w_dol_power",
            all([Cond::present(Id::CaApSupports), section_67_or_reablement(), possible_deprivation]),
            vec![
                cite(&FIRST_REGS, "reg 4(2) (not repeated in reg 4 of the No. 2 Regulations)")
                    .confirm("whether these regulations are still in force"),
            ],
        ),
        warning(
            "w_separate_carer",
            PERSON_ROLE.any([Role::CarerOfAdult, Role::CarerOfChild]),
            vec![cite(&CARE_ACT, "s.67(2)")],
        ),
        warning(
            "w_young_person",
            PERSON_ROLE.any([Role::YoungPerson, Role::YoungCarer]),
            vec![cite(&CARE_ACT, "s.67(6)")],
        ),
        warning(
            "w_custody",
            IN_CUSTODY.is(Custody::PrisonOrApprovedPremises),
            vec![
                cite(&CARE_ACT, "s.76").confirm("subsection numbers"),
                cite(&GUIDANCE, "ch.17").confirm("the wording"),
            ],
        ),
        warning(
            "w_attorney",
            S40_PERSON.any([Section40::ForThisDecision, Section40::OtherMattersOnly]),
            vec![cite(&CARE_ACT, "s.67(5)-(6)")],
        ),
    ]
}

fn warning(id: &'static str, when: Cond, sources: Vec<Citation>) -> Warning {
    Warning { id, when, sources }
}
