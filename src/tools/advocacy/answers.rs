//! The questions of the advocacy tool as handles, and what may be said to each.

use crate::engine::{Day, Many, One};
use crate::{choices, numbered};

choices! {
    /// Who the decision is about.
    pub enum Role {
        Adult = "adult",
        CarerOfAdult = "carer_of_adult",
        CarerOfChild = "carer_of_child",
        YoungPerson = "young_person",
        YoungCarer = "young_carer",
        NotKnown = "not_known" (NotKnown),
    }

    /// How old a young person is.
    pub enum Band {
        Adult = "18_or_over",
        SixteenOrSeventeen = "16_or_17",
        UnderSixteen = "under_16",
        NotKnown = "not_known" (NotKnown),
    }

    /// What is happening or planned.
    pub enum Process {
        NeedsAssessment = "needs_assessment",
        CarersAssessment = "carers_assessment",
        CareAndSupportPlan = "care_and_support_plan",
        SupportPlan = "support_plan",
        PlanReview = "plan_review",
        SafeguardingEnquiry = "safeguarding_enquiry",
        SafeguardingAdultsReview = "safeguarding_adults_review",
        ChildNeedsAssessment = "child_needs_assessment",
        ChildCarersAssessment = "child_carers_assessment",
        YoungCarersAssessment = "young_carers_assessment",
        Reablement = "reablement",
        InformationAndAdvice = "information_and_advice",
        FinancialAssessment = "financial_assessment",
        Complaint = "complaint",
        OtherMatter = "other_matter",
        McaOrMhaOnly = "mca_or_mha_only" (Alone),
        NotKnown = "not_known" (NotKnown),
    }

    /// Yes, no or not known.
    pub enum YesNo {
        Yes = "yes",
        No = "no",
        NotKnown = "not_known" (NotKnown),
    }

    /// Prison or approved premises.
    pub enum Custody {
        No = "no",
        PrisonOrApprovedPremises = "prison_or_approved_premises",
        NotKnown = "not_known" (NotKnown),
    }

    /// What a complaint is about.
    pub enum Complaint {
        AdultSocialCare = "adult_social_care",
        Nhs = "nhs",
        ChildrenSocialCare = "children_social_care",
        NotKnown = "not_known" (NotKnown),
    }

    /// How hard one area of taking part would be.
    pub enum Level {
        None = "none",
        Managed = "managed",
        Substantial = "substantial",
        NotKnown = "not_known" (NotKnown),
    }

    /// The matters of regulation 3.
    pub enum Factor {
        HealthCondition = "health_condition",
        LearningDifficulty = "learning_difficulty",
        Disability = "disability",
        ComplexCircumstances = "complex_circumstances",
        RefusedAssessmentBefore = "refused_assessment_before",
        AbuseOrNeglect = "abuse_or_neglect",
        None = "none" (Alone),
        NotConsidered = "not_considered" (NotKnown),
    }

    /// Whether the person can decide who supports them.
    pub enum Capacity {
        Has = "has",
        Lacks = "lacks",
        NotKnown = "not_known" (NotKnown),
    }

    /// What the person says about an advocate.
    pub enum View {
        Wants = "wants",
        Declines = "declines",
        NotAsked = "not_asked" (NotKnown),
        CannotExpress = "cannot_express",
    }

    /// A stay that the NHS may arrange.
    pub enum Stay {
        No = "no",
        Hospital28DaysOrMore = "hospital_28_days_or_more",
        CareHome8WeeksOrMore = "care_home_8_weeks_or_more",
        ShorterStay = "shorter_stay",
        NotKnown = "not_known" (NotKnown),
    }

    /// Whether an advocate is involved.
    pub enum Status {
        None = "none",
        ReferredWaiting = "referred_waiting",
        CareActInPlace = "care_act_in_place",
        OtherAdvocateInPlace = "other_advocate_in_place",
        NotKnown = "not_known" (NotKnown),
    }

    /// The status under the Mental Health Act 1983.
    pub enum Mha {
        NotSubject = "not_subject",
        Detained = "detained",
        ShortTerm = "short_term",
        Cto = "cto",
        Guardianship = "guardianship",
        ConditionalDischarge = "conditional_discharge",
        InformalInpatient = "informal_inpatient",
        NotKnown = "not_known" (NotKnown),
    }

    /// A treatment that qualifies for an IMHA by itself.
    pub enum Treatment {
        None = "none",
        Section57 = "section_57",
        EctUnder18 = "ect_under_18",
        NotKnown = "not_known" (NotKnown),
    }

    /// Decisions to be made for the person.
    pub enum McaDecision {
        SeriousMedicalTreatment = "serious_medical_treatment",
        NhsAccommodation = "nhs_accommodation",
        LaAccommodation = "la_accommodation",
        AccommodationReview = "accommodation_review",
        SafeguardingMeasures = "safeguarding_measures",
        None = "none" (Alone),
        NotKnown = "not_known" (NotKnown),
    }

    /// Capacity for one decision.
    pub enum DecisionCapacity {
        Lacks = "lacks",
        Has = "has",
        NotAssessed = "not_assessed" (NotKnown),
    }

    /// How long a stay is likely to last, against the length the Act names.
    pub enum Length {
        AtOrOver = "at_or_over",
        Under = "under",
        NotKnown = "not_known" (NotKnown),
    }

    /// Deprivation of liberty.
    pub enum Stage {
        None = "none",
        RequestedOrUrgent = "requested_or_urgent",
        AuthorisedRepVacant = "authorised_rep_vacant",
        AuthorisedUnpaidRep = "authorised_unpaid_rep",
        AuthorisedPaidRep = "authorised_paid_rep",
        CommunityOrUnder18 = "community_or_under_18",
        NotKnown = "not_known" (NotKnown),
    }

    /// Somebody chosen, or an attorney or deputy.
    pub enum Section40 {
        ForThisDecision = "for_this_decision",
        OtherMattersOnly = "other_matters_only",
        None = "none",
        NotKnown = "not_known" (NotKnown),
    }

}

numbered! {
    DECISION_DATE: Day = "decision_date";
    PERSON_ROLE: One<Role> = "person_role";
    AGE_BAND: One<Band> = "age_band";
    PROCESSES: Many<Process> = "processes";
    SAR_PERSON_ALIVE: One<YesNo> = "sar_person_alive";
    IN_CUSTODY: One<Custody> = "in_custody";
    COMPLAINT_ABOUT: One<Complaint> = "complaint_about";
    ADJUSTMENTS_MADE: One<YesNo> = "adjustments_made";
    DIFFICULTY_UNDERSTAND: One<Level> = "difficulty_understand";
    DIFFICULTY_RETAIN: One<Level> = "difficulty_retain";
    DIFFICULTY_USE_WEIGH: One<Level> = "difficulty_use_weigh";
    DIFFICULTY_COMMUNICATE: One<Level> = "difficulty_communicate";
    DIFFICULTY_FACTORS: Many<Factor> = "difficulty_factors";
    CAPACITY_CHOOSE_SUPPORT: One<Capacity> = "capacity_choose_support";
    VIEW_ON_ADVOCATE: One<View> = "view_on_advocate";
    AP_CANDIDATE: One<YesNo> = "ap_candidate";
    AP_PAID_OR_PROFESSIONAL: One<YesNo> = "ap_paid_or_professional";
    AP_IMPLICATED: One<YesNo> = "ap_implicated";
    AP_PERSON_AGREES: One<YesNo> = "ap_person_agrees";
    AP_BEST_INTERESTS: One<YesNo> = "ap_best_interests";
    AP_ABLE: One<YesNo> = "ap_able";
    AP_CONFLICT: One<YesNo> = "ap_conflict";
    AP_WILLING: One<YesNo> = "ap_willing";
    NHS_STAY: One<Stay> = "nhs_stay";
    NHS_STAY_BEST_INTERESTS: One<YesNo> = "nhs_stay_best_interests";
    AP_DISAGREEMENT: One<YesNo> = "ap_disagreement";
    AP_DISAGREEMENT_BOTH_AGREE: One<YesNo> = "ap_disagreement_both_agree";
    PROCESS_STARTED: One<YesNo> = "process_started";
    URGENT_RISK: One<YesNo> = "urgent_risk";
    ADVOCATE_STATUS: One<Status> = "advocate_status";
    MHA_STATUS: One<Mha> = "mha_status";
    MHA_SPECIAL_TREATMENT: One<Treatment> = "mha_special_treatment";
    MCA_DECISIONS: Many<McaDecision> = "mca_decisions";
    CAP_SERIOUS_MEDICAL_TREATMENT: One<DecisionCapacity> = "cap_serious_medical_treatment";
    CAP_NHS_ACCOMMODATION: One<DecisionCapacity> = "cap_nhs_accommodation";
    CAP_LA_ACCOMMODATION: One<DecisionCapacity> = "cap_la_accommodation";
    CAP_ACCOMMODATION_REVIEW: One<DecisionCapacity> = "cap_accommodation_review";
    CAP_SAFEGUARDING_MEASURES: One<DecisionCapacity> = "cap_safeguarding_measures";
    NHS_ACCOMMODATION_LENGTH: One<Length> = "nhs_accommodation_length";
    LA_ACCOMMODATION_LENGTH: One<Length> = "la_accommodation_length";
    ACCOMMODATION_12_WEEKS: One<YesNo> = "accommodation_12_weeks";
    MHA_GOVERNS: One<YesNo> = "mha_governs";
    DECISION_URGENT: One<YesNo> = "decision_urgent";
    IMCA_PARTICULAR_BENEFIT: One<YesNo> = "imca_particular_benefit";
    DOLS_STAGE: One<Stage> = "dols_stage";
    DOLS_SAME_PLACE: One<YesNo> = "dols_same_place";
    DOLS_39D_TRIGGER: One<YesNo> = "dols_39d_trigger";
    SOMEONE_TO_CONSULT: One<YesNo> = "someone_to_consult";
    S40_PERSON: One<Section40> = "s40_person";
}
