//! What the tables find, and the conditions that several rules share.

use super::answers::*;
use super::outcomes::Id;
use crate::engine::{Cond, Finding, NoFinding, SettingDay, all, any, not};
use crate::{choices, numbered};

choices! {
    /// The age that the rules use.
    pub enum Age {
        Adult = "adult",
        SixteenOrSeventeen = "age_16_17",
        UnderSixteen = "under_16",
        Unknown = "unknown",
    }

    /// Which groups of processes are in play.
    pub enum InPlay {
        Section67 = "s67",
        Reablement = "reablement",
        Section68 = "s68",
        Section68Unclear = "s68_unclear",
    }

    /// Substantial difficulty, and each limb of the exception.
    pub enum Likely {
        Yes = "yes",
        Unknown = "unknown",
        No = "no",
    }

    /// Whether somebody appropriate can support and represent the person.
    pub enum Supporter {
        None = "none",
        Unknown = "unknown",
        Appropriate = "appropriate",
    }

    /// The Care Act result for one group of processes.
    pub enum CareAct {
        NoDifficulty = "no_difficulty",
        Supported = "supported",
        UndecidedDifficulty = "undecided_difficulty",
        Required = "required",
        RequiredByException = "required_by_exception",
        UndecidedException = "undecided_exception",
        UndecidedPerson = "undecided_person",
    }

    /// A DoLS advocate who is due, and so displaces the accommodation advocate for the same place.
    pub enum Safeguards {
        Due39A = "due_39a",
        Due39C = "due_39c",
    }

    /// An IMCA must be instructed.
    pub enum Imca {
        Required = "required",
    }
}

numbered! {
    AGE: Finding<Age> = "age";
    IN_PLAY: Finding<InPlay> = "processes";
    CHECKS: Finding<NoFinding> = "checks";
    DIFFICULTY: Finding<Likely> = "difficulty";
    SUPPORTER: Finding<Supporter> = "appropriate_person";
    NHS_LIMB: Finding<Likely> = "exception_nhs";
    DISAGREEMENT_LIMB: Finding<Likely> = "exception_disagreement";
    EXCEPTION: Finding<Likely> = "exception";
    SECTION_67: Finding<CareAct> = "care_act_s67";
    SECTION_68: Finding<CareAct> = "care_act_s68";
    REABLEMENT_RESULT: Finding<CareAct> = "care_act_reablement";
    DISPUTE: Finding<NoFinding> = "dispute";
    TIMING: Finding<NoFinding> = "timing";
    VIEW: Finding<NoFinding> = "view";
    IMHA: Finding<NoFinding> = "imha";
    IMHA_REFERRAL: Finding<NoFinding> = "imha_referral";
    DOLS: Finding<Safeguards> = "dols";
    IMCA_TREATMENT: Finding<Imca> = "imca_treatment";
    IMCA_NHS: Finding<Imca> = "imca_nhs";
    IMCA_COUNCIL: Finding<Imca> = "imca_council";
    IMCA_OTHER: Finding<NoFinding> = "imca_other";
    IMCA_REVIEW: Finding<NoFinding> = "imca_review";
    IMCA_SAFEGUARDING: Finding<NoFinding> = "imca_safeguarding";
    COMBINED: Finding<NoFinding> = "combined";
}

/// Dates that an authority sets (section 8 of the specification), by the ids of the locality file.
pub mod settings {
    use super::SettingDay;
    use crate::numbered;

    numbered! {
        /// OPT_OUT_ON: referral to an IMHA is automatic from this day.
        IMHA_OPT_OUT: SettingDay = "imha_opt_out_from";
        /// INFORMAL_ON: informal inpatients qualify for an IMHA from this day.
        IMHA_INFORMAL: SettingDay = "imha_informal_from";
        /// LPS_ON: the Liberty Protection Safeguards replace DoLS from this day.
        LPS: SettingDay = "lps_from";
    }

    /// All of them, in order.
    pub const IDS: &[&str] = &[IMHA_OPT_OUT.id(), IMHA_INFORMAL.id(), LPS.id()];
}

/// INVOLVE: a process that must involve the person is in play.
pub fn involved() -> Cond {
    IN_PLAY.any([InPlay::Section67, InPlay::Reablement, InPlay::Section68, InPlay::Section68Unclear])
}

/// S67 is not empty, or REAB.
pub fn section_67_or_reablement() -> Cond {
    IN_PLAY.any([InPlay::Section67, InPlay::Reablement])
}

/// S68 or S68_UNCLEAR.
pub fn section_68_or_unclear() -> Cond {
    IN_PLAY.any([InPlay::Section68, InPlay::Section68Unclear])
}

/// DIFFICULTY is YES or UNKNOWN.
pub fn difficulty_possible() -> Cond {
    DIFFICULTY.any([Likely::Yes, Likely::Unknown])
}

/// REQ67: an advocate is required under section 67 or the reablement procedure.
pub fn required_67() -> Cond {
    Cond::present(Id::CaS67Required).or(Cond::present(Id::CaReablementRequired))
}

/// REQ68: an advocate is required under section 68.
pub fn required_68() -> Cond {
    Cond::present(Id::CaS68Required)
}

/// REQ: an advocate is required under the Care Act or the reablement procedure.
pub fn required() -> Cond {
    required_67().or(required_68())
}

/// UND: one of the rules B3, B6 and B7 was used.
pub fn undecided() -> Cond {
    let findings = [CareAct::UndecidedDifficulty, CareAct::UndecidedException, CareAct::UndecidedPerson];
    any([SECTION_67.any(findings), SECTION_68.any(findings), REABLEMENT_RESULT.any(findings)])
}

/// DOLS_I: a 39A or 39C advocate may be due.
///
/// An unknown age is not 16 or 17, so it does not rule the safeguards out.
pub fn safeguards_imca_possible() -> Cond {
    all([
        DOLS_STAGE.any([Stage::RequestedOrUrgent, Stage::AuthorisedRepVacant]),
        AGE.is_not(Age::SixteenOrSeventeen),
        not(settings::LPS.reached()),
    ])
}
