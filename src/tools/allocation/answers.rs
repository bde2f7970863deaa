//! The questions about one referral as handles, and what may be said to each.

use crate::engine::{Day, One};
use crate::{choices, numbered};

choices! {
    /// Yes, no or not known.
    pub enum YesNo {
        Yes = "yes",
        No = "no",
        Unknown = "unknown" (NotKnown),
    }

    /// Abuse, neglect or self-neglect.
    pub enum Safeguarding {
        None = "none",
        Protected = "protected",
        NotProtected = "not_protected",
        Unknown = "unknown" (NotKnown),
    }

    /// Any carer the person relies on.
    pub enum Carer {
        NoneReliedOn = "none_relied_on",
        Managing = "managing",
        Strained = "strained",
        AtRisk = "at_risk",
        BrokenDown = "broken_down",
        Unknown = "unknown" (NotKnown),
    }

    /// Nearness to the end of life.
    pub enum EndOfLife {
        No = "no",
        Months = "months",
        Weeks = "weeks",
        Unknown = "unknown" (NotKnown),
    }

    /// Whether the person is waiting.
    pub enum Status {
        Waiting = "waiting",
        OnHold = "on_hold",
        Allocated = "allocated",
        Withdrawn = "withdrawn",
        Died = "died",
        Transferred = "transferred",
    }

    /// The work that is needed.
    pub enum Function {
        CareActAssessment = "care_act_assessment",
        CarerAssessment = "carer_assessment",
        PlannedReview = "planned_review",
        UnplannedReview = "unplanned_review",
        ReablementAssessment = "reablement_assessment",
        SupportPlanning = "support_planning",
        HospitalDischarge = "hospital_discharge",
        TransitionAssessment = "transition_assessment",
        OtAssessment = "ot_assessment",
        OtMajorAdaptation = "ot_major_adaptation",
        SensoryRehab = "sensory_rehab",
        SafeguardingEnquiry = "safeguarding_enquiry",
        CapacityAssessment = "capacity_assessment",
        DolsBia = "dols_bia",
        MhaAssessment = "mha_assessment",
        Unknown = "unknown" (NotKnown),
    }

    /// The risk while the person waits, lowest first.
    pub enum Risk {
        None = "none",
        Low = "low",
        Moderate = "moderate",
        High = "high",
        Critical = "critical",
        Unknown = "unknown" (NotKnown),
    }

    /// The help needed on a bad day, least first.
    pub enum Need {
        None = "none",
        Low = "low",
        Moderate = "moderate",
        High = "high",
        VeryHigh = "very_high",
        Unknown = "unknown" (NotKnown),
    }

    /// How current support works, best first.
    pub enum Support {
        Secure = "secure",
        MinorGaps = "minor_gaps",
        Fragile = "fragile",
        Failing = "failing",
        Absent = "absent",
        Unknown = "unknown" (NotKnown),
    }

    /// How soon something must happen, latest first.
    pub enum Urgency {
        NoPressure = "no_pressure",
        Within3Months = "within_3_months",
        WithinMonth = "within_month",
        WithinWeek = "within_week",
        Today = "today",
        Unknown = "unknown" (NotKnown),
    }

    /// How things change while the person waits, best first.
    pub enum Deterioration {
        Stable = "stable",
        Slow = "slow",
        Likely = "likely",
        Worsening = "worsening",
        Rapid = "rapid",
        Unknown = "unknown" (NotKnown),
    }

    /// How needs go up and down, least first.
    pub enum Fluctuation {
        Steady = "steady",
        Some = "some",
        Marked = "marked",
        Dangerous = "dangerous",
        Unknown = "unknown" (NotKnown),
    }

    /// What a fixed date is about.
    pub enum DeadlineKind {
        None = "none",
        HospitalDischarge = "hospital_discharge",
        SupportOrPlacementEnds = "support_or_placement_ends",
        LossOfHome = "loss_of_home",
        CourtOrStatutory = "court_or_statutory",
        Turns18 = "turns_18",
        TreatmentOrEquipment = "treatment_or_equipment",
        Other = "other",
        Unknown = "unknown" (NotKnown),
    }

    /// Whether an advocate has been considered.
    pub enum Advocacy {
        NotNeeded = "not_needed",
        InPlace = "in_place",
        NeededNotArranged = "needed_not_arranged",
        Unknown = "unknown" (NotKnown),
    }
}

numbered! {
    IMMEDIATE_DANGER: One<YesNo> = "immediate_danger";
    ESSENTIAL_CARE_MISSED: One<YesNo> = "essential_care_missed";
    SAFEGUARDING: One<Safeguarding> = "safeguarding";
    CARER: One<Carer> = "carer";
    CHILD_AT_RISK: One<YesNo> = "child_at_risk";
    END_OF_LIFE: One<EndOfLife> = "end_of_life";
    RECEIVED: Day = "received";
    LAST_CONTACT: Day = "last_contact";
    ANSWERED_ON: Day = "answered_on";
    STATUS: One<Status> = "status";
    ALLOCATED_ON: Day = "allocated_on";
    FUNCTION: One<Function> = "function";
    RISK: One<Risk> = "risk";
    NEED: One<Need> = "need";
    SUPPORT: One<Support> = "support";
    URGENCY: One<Urgency> = "urgency";
    DETERIORATION: One<Deterioration> = "deterioration";
    FLUCTUATION: One<Fluctuation> = "fluctuation";
    DEADLINE_KIND: One<DeadlineKind> = "deadline_kind";
    DEADLINE: Day = "deadline";
    ADVOCACY: One<Advocacy> = "advocacy";
    INFORMED: One<YesNo> = "informed";
    /// The day of the latest event that asks for the answers again; the list works it out from the events.
    CHANGED_ON: Day = "changed_on";
}

/// How many questions there are.
pub const QUESTIONS: usize = CHANGED_ON_PLACE + 1;
const CHANGED_ON_PLACE: usize = 22;

/// The required answers, in the order in which they are listed when they are missing.
pub const REQUIRED: [usize; 14] = [
    FUNCTION.0,
    IMMEDIATE_DANGER.0,
    ESSENTIAL_CARE_MISSED.0,
    SAFEGUARDING.0,
    CARER.0,
    CHILD_AT_RISK.0,
    END_OF_LIFE.0,
    RISK.0,
    NEED.0,
    SUPPORT.0,
    URGENCY.0,
    DETERIORATION.0,
    FLUCTUATION.0,
    DEADLINE_KIND.0,
];

/// The answers that say whether the person is safe.
pub const SAFETY: [usize; 3] = [IMMEDIATE_DANGER.0, ESSENTIAL_CARE_MISSED.0, SAFEGUARDING.0];
