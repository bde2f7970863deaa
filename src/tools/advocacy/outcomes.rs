//! What the advocacy tool may decide. The words are in `wording.json`.

use crate::outcomes;
use crate::tools::sources::{
    CARE_ACT, CHILDREN_ACT, DUTY, GUIDANCE, IMCA_GENERAL_REGS, IMCA_REGS, LGPIHA, MCA, MCA_CODE, MHA, MONITORING,
    NO2_REGS, NOTE, PLAN, REABLEMENT, cite,
};

outcomes! {
    CaS67Required = "ca_s67_required": Duty, "R1", [cite(&CARE_ACT, "s.67(2)-(5)"), cite(&NO2_REGS, "regs 2-6"), cite(&REABLEMENT, ""), cite(&DUTY, "")];
    CaS68Required = "ca_s68_required": Duty, "R1", [cite(&CARE_ACT, "s.68(1)-(5), (7)").confirm("text of (7)")];
    CaReablementRequired = "ca_reablement_required": Duty, "R1", [cite(&REABLEMENT, ""), cite(&PLAN, ""), cite(&CARE_ACT, "s.2, s.67(3) (reablement is not itself listed)")];
    CaExceptionNhs = "ca_exception_nhs": Reason, "", [cite(&NO2_REGS, "reg 4 (NHS accommodation)")];
    CaExceptionDisagreement = "ca_exception_disagreement": Reason, "", [cite(&NO2_REGS, "reg 4 (disagreement)")];
    CaApSupports = "ca_ap_supports": NoDuty, "", [cite(&CARE_ACT, "s.67(5)-(6), s.68(4)-(5)"), cite(&GUIDANCE, "ch.7")];
    CaNoDifficulty = "ca_no_difficulty": NoDuty, "", [cite(&CARE_ACT, "s.67(4), s.68(3)")];
    SarNoLivingAdult = "sar_no_living_adult": NoDuty, "", [cite(&CARE_ACT, "s.44(2)-(4)"), cite(&CARE_ACT, "s.68(1)(b)").confirm("the exact words")];
    S68NotInCustody = "s68_not_in_custody": NoDuty, "", [cite(&CARE_ACT, "s.76").confirm("subsection numbers"), cite(&NOTE, "Social Care Institute for Excellence, prisons and approved premises page")];
    DiscretionaryPower = "discretionary_power": Power, "R1", [cite(&CARE_ACT, "s.2, s.4"), cite(&REABLEMENT, "")];
    ComplaintNoCareActDuty = "complaint_no_care_act_duty": Power, "", [cite(&NOTE, "Local Government and Social Care Ombudsman 24 000 054"), cite(&NO2_REGS, "reg 5")];
    NhsComplaintsAdvocacy = "nhs_complaints_advocacy": Signpost, "", [cite(&LGPIHA, "s.223A(1)-(3)")];
    ChildrensComplaintsAdvocacy = "childrens_complaints_advocacy": Signpost, "", [cite(&CHILDREN_ACT, "s.26A(1)-(2), s.24D, s.26")];
    CaUndecidedProcess = "ca_undecided_process": Undecided, "", [cite(&DUTY, "")];
    CaUndecidedDifficulty = "ca_undecided_difficulty": Undecided, "", [cite(&CARE_ACT, "s.67(4), s.68(3)")];
    CaUndecidedAp = "ca_undecided_ap": Undecided, "R1", [cite(&CARE_ACT, "s.67(5)-(6), s.68(4)-(5)")];
    CaUndecidedException = "ca_undecided_exception": Undecided, "R1", [cite(&NO2_REGS, "reg 4")];
    HoldUntilDecided = "hold_until_decided": Action, "", [cite(&CARE_ACT, "ss.67-68"), cite(&REABLEMENT, "")];
    CheckAnswers = "check_answers": Undecided, "", [cite(&CARE_ACT, "s.67(3), s.68(2)"), cite(&NOTE, "Local Government and Social Care Ombudsman 24 004 906")];
    DoNotStart = "do_not_start": Action, "", [cite(&CARE_ACT, "s.67(2)"), cite(&NOTE, "R (SG) v Haringey"), cite(&REABLEMENT, "")];
    InterimUrgentS67 = "interim_urgent_s67": Action, "", [cite(&CARE_ACT, "s.19(3)"), cite(&REABLEMENT, "")];
    S68MayStartUrgently = "s68_may_start_urgently": Action, "R1", [cite(&CARE_ACT, "s.68(6)").confirm("the exact words"), cite(&NOTE, "CASCAIDr (2017)")];
    PauseAndPutRight = "pause_and_put_right": Action, "", [cite(&NOTE, "R (SG) v Haringey [2015] EWHC 2579 (Admin) at [53] onwards")];
    ReferNow = "refer_now": Action, "R1", [cite(&REABLEMENT, "")];
    ChaseReferral = "chase_referral": Action, "", [cite(&REABLEMENT, ""), cite(&NOTE, "CASCAIDr (2017)")];
    UseExistingAdvocate = "use_existing_advocate": Action, "", [cite(&CARE_ACT, "s.67(2), s.68(2)")];
    CheckExistingAdvocate = "check_existing_advocate": Action, "R1", [cite(&NO2_REGS, "reg 2"), cite(&NOTE, "Social Care Institute for Excellence, interaction page")];
    ExplainAndAsk = "explain_and_ask": Action, "", [cite(&REABLEMENT, "")];
    DeclinedWithCapacity = "declined_with_capacity": Action, "", [cite(&REABLEMENT, ""), cite(&CARE_ACT, "s.67(2)")];
    DeclinedLacksCapacity = "declined_lacks_capacity": Action, "R1", [cite(&CARE_ACT, "s.67(2)"), cite(&MCA, "s.4")];
    DeclinedFindOutCapacity = "declined_find_out_capacity": Undecided, "", [cite(&MCA, "ss.1-3"), cite(&CARE_ACT, "s.67(6)")];
    DisputeRoute = "dispute_route": Action, "", [cite(&NO2_REGS, "reg 4 (disagreement)"), cite(&MCA, "s.4(7)")];
    ImcaS37Required = "imca_s37_required": Duty, "R2", [cite(&MCA, "s.37"), cite(&IMCA_GENERAL_REGS, "reg 4").confirm("the words of regulation 4")];
    ImcaS38Required = "imca_s38_required": Duty, "R2", [cite(&MCA, "s.38")];
    ImcaS39Required = "imca_s39_required": Duty, "R2", [cite(&MCA, "s.39 (as amended for Part 1 of the Care Act and section 117)")];
    ImcaReviewMay = "imca_review_may": Power, "R2", [cite(&IMCA_REGS, "regs 3 and 5")];
    ImcaSafeguardingMay = "imca_safeguarding_may": Power, "R2", [cite(&IMCA_REGS, "regs 4 and 5")];
    ImcaReviewNotUsed = "imca_review_not_used": NoDuty, "", [cite(&IMCA_REGS, "reg 5")];
    ImcaReviewNot12Weeks = "imca_review_not_12_weeks": NoDuty, "", [cite(&IMCA_REGS, "reg 3(2)")];
    ImcaSafeguardingNotUsed = "imca_safeguarding_not_used": NoDuty, "", [cite(&IMCA_REGS, "reg 5")];
    ImcaNotNeededCapacity = "imca_not_needed_capacity": NoDuty, "", [cite(&MCA, "ss.1-3, 37(1), 38(1), 39(1)")];
    ImcaNotMha = "imca_not_mha": NoDuty, "", [cite(&MCA, "s.37(2), 38(2), 39(3)"), cite(&IMCA_REGS, "reg 3(2)")];
    ImcaNotLength = "imca_not_length": NoDuty, "", [cite(&MCA, "s.38(3)(a), (4), 39(4)(a), (5)")];
    ImcaDolsInstead = "imca_dols_instead": NoDuty, "", [cite(&MCA, "s.38(2A), 39(3A)")];
    ImcaNotS40 = "imca_not_s40": NoDuty, "", [cite(&MCA, "s.40"), cite(&IMCA_REGS, "reg 3(1)(d)")];
    ImcaNotSomeoneToConsult = "imca_not_someone_to_consult": NoDuty, "", [cite(&MCA, "s.37(1)(b), 38(1), 39(1), 4(7)"), cite(&MCA_CODE, "10.79")];
    ImcaUrgent = "imca_urgent": Action, "R2", [cite(&MCA, "s.37(4), 38(3)(b)-(4), 39(4)(b)-(5)")];
    ImcaUndecided = "imca_undecided": Undecided, "", [cite(&MCA, "ss.37-41")];
    Dols39aRequired = "dols_39a_required": Duty, "R3", [cite(&MCA, "s.39A, 39B")];
    Dols39cRequired = "dols_39c_required": Duty, "R3", [cite(&MCA, "s.39C"), cite(&NOTE, "Social Care Institute for Excellence, section 39C page")];
    Dols39aNotNeeded = "dols_39a_not_needed": NoDuty, "", [cite(&MCA, "s.39A(1), 39C(1)")];
    DolsImcaNotS40 = "dols_imca_not_s40": NoDuty, "", [cite(&MCA, "s.40(1), (2)")];
    Dols39dRequired = "dols_39d_required": Duty, "R3", [cite(&MCA, "s.39D"), cite(&NOTE, "RD v Herefordshire [2016] EWCOP 49"), cite(&NOTE, "AJ v A Local Authority [2015] EWCOP 5")];
    Dols39dTellThem = "dols_39d_tell_them": Action, "R3", [cite(&MCA, "s.39D"), cite(&NOTE, "Social Care Institute for Excellence, section 39D page")];
    DolsPaidRep = "dols_paid_rep": NoDuty, "", [cite(&MCA, "s.39D(1)"), cite(&NOTE, "Social Care Institute for Excellence, section 39D page")];
    CourtDol = "court_dol": SeekAdvice, "", [cite(&MCA, "s.4A, s.16"), cite(&MONITORING, "")];
    DolsUndecided = "dols_undecided": Undecided, "", [cite(&MCA, "ss.39A-39D"), cite(&MCA, "Sch A1")];
    DolsReplacedByLps = "dols_replaced_by_lps": SeekAdvice, "", [cite(&MCA, "Sch AA1 (not in force when last checked)")];
    ImhaQualifies = "imha_qualifies": Duty, "R4", [cite(&MHA, "ss.130A-130D")];
    ImhaAutomaticReferral = "imha_automatic_referral": Duty, "R4", [cite(&NOTE, "Mental Health Act 1983 as amended by Mental Health Act 2025 s.41 and Sch 3").confirm("section numbers, detail and commencement")];
    ImhaQualifiesInformal = "imha_qualifies_informal": Duty, "R4", [cite(&NOTE, "Mental Health Act 1983 as amended by Mental Health Act 2025 s.41 and Sch 3").confirm("section numbers, detail and commencement")];
    ImhaNotQualifying = "imha_not_qualifying": NoDuty, "", [cite(&MHA, "s.130C(2)-(3)")];
    ImhaNotYet = "imha_not_yet": NoDuty, "", [cite(&MHA, "s.130C(2)(a)")];
    ImhaUndecided = "imha_undecided": Undecided, "", [cite(&MHA, "s.130C")];
    OneAdvocateTwoRoles = "one_advocate_two_roles": Action, "R1", [cite(&GUIDANCE, "ch.7"), cite(&NOTE, "Social Care Institute for Excellence, interaction page"), cite(&REABLEMENT, "")];
    NoStatutoryAdvocacy = "no_statutory_advocacy": NoDuty, "", [];
}

/// Shown before all others, in this order: what protects the person today.
pub const SHOWN_FIRST: [Id; 8] = [
    Id::PauseAndPutRight,
    Id::S68MayStartUrgently,
    Id::InterimUrgentS67,
    Id::ImcaUrgent,
    Id::HoldUntilDecided,
    Id::DoNotStart,
    Id::CourtDol,
    Id::DolsReplacedByLps,
];
