//! What the allocation tool may say about one referral. The words are in `wording.json`.

use crate::outcomes;
use crate::tools::sources::{ALLOCATION, CARE_ACT, CHILDREN, DUTY, LOCAL, MHA, MONITORING, NOTE, cite};

outcomes! {
    Call999 = "act_call_999": Duty, "", [cite(&ALLOCATION, ""), cite(&DUTY, "")];
    AmhpNow = "act_amhp_now": Duty, "", [cite(&MHA, "s.13")];
    SafeguardingToday = "act_safeguarding_today": Duty, "", [cite(&CARE_ACT, "s.42")];
    UrgentNeeds = "act_urgent_needs": Duty, "", [cite(&CARE_ACT, "s.19(3)")];
    ChildrenReferralToday = "act_children_referral_today": Duty, "", [cite(&CHILDREN, "")];
    PriActNow = "pri_act_now": Duty, "WW", [cite(&LOCAL, "priority table")];
    PriUrgent = "pri_urgent": Duty, "WW", [cite(&LOCAL, "priority table")];
    PriHigh = "pri_high": Duty, "WW", [cite(&LOCAL, "priority table")];
    PriStandard = "pri_standard": Duty, "WW", [cite(&LOCAL, "priority table")];
    PriPlanned = "pri_planned": Duty, "WW", [cite(&LOCAL, "priority table")];
    PriNeedsTriage = "pri_needs_triage": Duty, "", [cite(&LOCAL, "timescales")];
    PriOnHold = "pri_on_hold": Duty, "", [cite(&MONITORING, "")];
    PriNotWaiting = "pri_not_waiting": NoDuty, "", [cite(&MONITORING, "")];
    CarerPlan = "act_carer_plan": Action, "", [cite(&ALLOCATION, "sustainability of support")];
    OfferCarerAssessment = "act_offer_carer_assessment": Action, "", [cite(&CARE_ACT, "s.10")];
    EndOfLife = "act_end_of_life": Action, "", [cite(&NOTE, "Orkney, critical risk")];
    Discharge = "act_discharge": Action, "", [cite(&ALLOCATION, "")];
    Housing = "act_housing": Action, "", [cite(&ALLOCATION, "")];
    Advocacy = "act_advocacy": Action, "", [cite(&CARE_ACT, "s.67(2)"), cite(&ALLOCATION, "")];
    TriageToday = "act_triage_today": Action, "", [cite(&LOCAL, "timescales")];
    FindOutToday = "act_find_out_today": Action, "", [cite(&LOCAL, "timescales")];
    FindOutSoon = "act_find_out_soon": Action, "", [cite(&LOCAL, "timescales")];
    Reprioritise = "act_reprioritise": Action, "", [cite(&MONITORING, "")];
    ContactDue = "act_contact_due": Action, "", [cite(&LOCAL, "timescales"), cite(&MONITORING, "")];
    Escalate = "act_escalate": Action, "", [cite(&LOCAL, "timescales")];
    TellPerson = "act_tell_person": Action, "WP", [cite(&MONITORING, "")];
    WaitWell = "act_wait_well": Action, "", [cite(&CARE_ACT, "s.2, s.4"), cite(&MONITORING, "")];
}

/// Shown before all others, for safety.
pub const SHOWN_FIRST: [Id; 5] =
    [Id::Call999, Id::AmhpNow, Id::SafeguardingToday, Id::UrgentNeeds, Id::ChildrenReferralToday];
