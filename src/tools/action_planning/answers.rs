//! The questions of the action planning tool as handles, and what may be said to each.
//!
//! Issues and actions repeat, so their fields are in `groups.rs`. What rules need of them, and of today, is worked
//! out and stands at the end as facts that nobody is asked.

use crate::engine::{Day, Many, One};
use crate::{choices, numbered};

choices! {
    /// Yes, no or not known.
    pub enum Ynu {
        Yes = "yes",
        No = "no",
        Unknown = "unknown" (NotKnown),
    }

    /// Yes or no.
    pub enum Yn {
        Yes = "yes",
        No = "no",
    }

    /// How far somebody agrees.
    pub enum Agree {
        Yes = "yes",
        Partly = "partly",
        No = "no",
        NotAsked = "not_asked",
    }

    /// What could be done.
    pub enum Options {
        IncreaseMonitoring = "increase_monitoring",
        ConversationPurpose = "conversation_purpose",
        SmallerSteps = "smaller_steps",
        ChangeVisits = "change_visits",
        FormalReview = "formal_review",
        InformationAccessible = "information_accessible",
        EquipmentTechOt = "equipment_tech_ot",
        JointWork = "joint_work",
        ChangeWorker = "change_worker",
        CarerSupport = "carer_support",
        Advocacy = "advocacy",
        CommunitySupport = "community_support",
        ReviseOutcomes = "revise_outcomes",
        NoChange = "no_change",
        Other = "other",
    }

    /// Who or what the plan is about.
    pub enum About {
        Adult = "adult",
        Carer = "carer",
        TeamOrService = "team_or_service",
    }

    /// Who somebody is worried about.
    pub enum ConcernAbout {
        Person = "person",
        Carer = "carer",
        OtherAdult = "other_adult",
        Child = "child",
    }

    /// What the plan is part of.
    pub enum Context {
        ReablementPlan = "reablement_plan",
        CareSupportPlan = "care_support_plan",
        CarerSupportPlan = "carer_support_plan",
        AssessmentOrReview = "assessment_or_review",
        JointWork = "joint_work",
        SafeguardingProcess = "safeguarding_process",
        Supervision = "supervision",
        OtherProcess = "other_process",
    }

    /// Whether the person can make this decision.
    pub enum Capacity {
        Has = "has_capacity",
        Lacks = "lacks_capacity",
        Unknown = "unknown" (NotKnown),
    }

    /// Whether the person was involved.
    pub enum PersonInvolved {
        Yes = "yes",
        NotYet = "not_yet",
        Declined = "declined",
        CouldNot = "could_not",
    }

    /// Who represents the person.
    pub enum RepType {
        AttorneyHw = "attorney_hw",
        DeputyPw = "deputy_pw",
        FamilyFriend = "family_friend",
        Advocate = "advocate",
        Nobody = "none",
        Unknown = "unknown" (NotKnown),
    }

    /// Whether somebody was involved.
    pub enum Involved {
        Yes = "yes",
        NotYet = "not_yet",
    }

    /// Whether somebody was involved, or chose not to be.
    pub enum InvolvedOrDeclined {
        Yes = "yes",
        NotYet = "not_yet",
        Declined = "declined",
    }

    /// Whether those the person asked for were involved.
    pub enum RequestedInvolved {
        Yes = "yes",
        NotYet = "not_yet",
        TheyDeclined = "they_declined",
        NotSafe = "not_safe",
    }

    /// On what basis others are involved.
    pub enum OthersBasis {
        ConsentGiven = "consent_given",
        ConsentRefused = "consent_refused",
        BestInterests = "best_interests",
        NotAskedYet = "not_asked_yet",
    }

    /// What the plan changes.
    pub enum Change {
        Nothing = "none",
        Monitoring = "monitoring",
        ReablementPlan = "reablement_plan",
        Both = "both",
        OtherPlan = "other_plan",
    }

    /// How far the others involved agree.
    pub enum OthersAgree {
        Yes = "yes",
        Partly = "partly",
        No = "no",
        NotAsked = "not_asked",
        NobodyElse = "nobody_else",
    }

    /// How progress is watched.
    pub enum MonitorHow {
        PhonePerson = "phone_person",
        PhoneCarer = "phone_carer",
        WorkerFeedback = "worker_feedback",
        WrittenRecord = "written_record",
        Visit = "visit",
        Mdt = "mdt",
        SecureEmail = "secure_email",
    }

    /// How often.
    pub enum MonitorOften {
        Daily = "daily",
        TwiceWeekly = "twice_weekly",
        Weekly = "weekly",
        Fortnightly = "fortnightly",
        Monthly = "monthly",
        Other = "other",
    }

    /// Who reviews.
    pub enum ReviewBy {
        Me = "me",
        SomeoneElse = "someone_else",
    }

    /// Who asked for a review.
    pub enum ReviewRequested {
        Person = "person",
        Carer = "carer",
        Service = "service",
        AnyoneElse = "anyone_else",
        Nobody = "nobody" (Alone),
    }

    /// Who gets a copy.
    pub enum CopyTo {
        Person = "person",
        Carer = "carer",
        Deliverers = "deliverers",
        Representative = "representative",
        Advocate = "advocate",
        Requested = "requested",
        OtherProfessional = "other_professional",
        Concerned = "concerned",
    }

    /// Whether the person wants the carer to have a copy.
    pub enum CopyWish {
        No = "no",
        Part = "part",
        All = "all",
    }

    /// On what basis a copy is shared.
    pub enum CopyBasis {
        Consent = "consent",
        BestInterests = "best_interests",
        Refused = "refused",
        NotAsked = "not_asked",
    }

    /// How copies are given.
    pub enum CopyMethod {
        InPerson = "in_person",
        SecureEmail = "secure_email",
        Post = "post",
        Portal = "portal",
        OrdinaryEmail = "ordinary_email",
    }

    /// In what format.
    pub enum Format {
        Standard = "standard",
        LargePrint = "large_print",
        EasyRead = "easy_read",
        Audio = "audio",
        Braille = "braille",
        Translated = "translated",
        Bsl = "bsl",
        PlainText = "plain_text",
    }

    /// Whether the plan is finished.
    pub enum Close {
        Open = "open",
        Achieved = "achieved",
        Partly = "partly",
        NotAchieved = "not_achieved",
        Superseded = "superseded",
        ServiceEnded = "service_ended",
    }

    /// Whether something other than spaces was written. The words never reach a rule.
    pub enum Written {
        Written = "written",
    }

    /// Whom an issue relates to.
    pub enum RelatesTo {
        Person = "person",
        Carer = "carer",
        FamilyFriend = "family_friend",
        ReablementService = "reablement_service",
        ExternalProvider = "external_provider",
        Health = "health",
        EquipmentService = "equipment_service",
        LocalAuthority = "local_authority",
        OtherOrganisation = "other_organisation",
        NobodySpecific = "nobody_specific" (Alone),
    }

    /// A fact that is worked out and not asked: it holds, or there is no answer.
    pub enum Holds {
        Yes = "yes",
    }
}

numbered! {
    IMMEDIATE_DANGER: One<Ynu> = "ap_immediate_danger";
    ABUSE_CONCERN: One<Ynu> = "ap_abuse_concern";
    CONCERN_ABOUT: Many<ConcernAbout> = "ap_concern_about";
    PRACTICE_CONCERN: One<Ynu> = "ap_practice_concern";

    REF: One<Written> = "ap_ref";
    ABOUT: One<About> = "ap_about";
    CONTEXT: One<Context> = "ap_context";
    CONTEXT_OTHER: One<Written> = "ap_context_other";
    PROCESS_START: Day = "ap_process_start";
    AGREED_ON: Day = "ap_agreed_on";
    PREPARED_ROLE: One<Written> = "ap_prepared_role";

    CAPACITY: One<Capacity> = "ap_capacity";
    PERSON_INVOLVED: One<PersonInvolved> = "ap_person_involved";
    NOT_INVOLVED_REASON: One<Written> = "ap_person_not_involved_reason";
    SUBSTANTIAL_DIFFICULTY: One<Ynu> = "ap_substantial_difficulty";
    APPROPRIATE_PERSON: One<Ynu> = "ap_appropriate_person";
    REP_TYPE: One<RepType> = "ap_rep_type";
    REP_INVOLVED: One<Involved> = "ap_rep_involved";
    CARER_EXISTS: One<Ynu> = "ap_carer_exists";
    CARER_INVOLVED: One<InvolvedOrDeclined> = "ap_carer_involved";
    CONCERNED_RISK: One<Ynu> = "ap_concerned_risk";
    CONCERNED_INVOLVED: One<InvolvedOrDeclined> = "ap_concerned_involved";
    REQUESTED: One<Ynu> = "ap_requested";
    REQUESTED_INVOLVED: One<RequestedInvolved> = "ap_requested_involved";
    OTHERS_NEEDED: One<Yn> = "ap_others_needed";
    OTHERS_BASIS: One<OthersBasis> = "ap_others_basis";
    RESTRICTION: One<Ynu> = "ap_restriction";

    PERSON_VIEW: One<Written> = "ap_person_view";
    STRENGTHS: One<Written> = "ap_strengths";
    CARER_VIEW: One<Written> = "ap_carer_view";
    LEARNING: One<Written> = "ap_learning";

    OPTIONS_CONSIDERED: Many<Options> = "ap_options_considered";
    OPTIONS_CHOSEN: Many<Options> = "ap_options_chosen";
    OPTIONS_REASON: One<Written> = "ap_options_reason";

    CHANGE: One<Change> = "ap_change";
    PERSON_AGREES: One<Agree> = "ap_person_agrees";
    REP_AGREES: One<Agree> = "ap_rep_agrees";
    BI_RECORDED: One<Yn> = "ap_bi_recorded";
    CARER_AGREES: One<Agree> = "ap_carer_agrees";
    OTHERS_AGREE: One<OthersAgree> = "ap_others_agree";
    VIEWS: One<Written> = "ap_views";
    WELLBEING: One<Written> = "ap_wellbeing";
    RATIONALE: One<Written> = "ap_rationale";

    MONITOR_HOW: Many<MonitorHow> = "ap_monitor_how";
    MONITOR_OFTEN: One<MonitorOften> = "ap_monitor_often";
    REVIEW_DATE: Day = "ap_review_date";
    REVIEW_BY: One<ReviewBy> = "ap_review_by";
    REVIEW_HANDOVER: One<Yn> = "ap_review_handover";
    REVIEW_REQUESTED: Many<ReviewRequested> = "ap_review_requested";
    NO_LONGER_APPROPRIATE: One<Ynu> = "ap_no_longer_appropriate";
    UNRESOLVED: One<Ynu> = "ap_unresolved";
    OUTCOMES_MET: One<Ynu> = "ap_outcomes_met";
    NEW_INFO: One<Ynu> = "ap_new_info";

    COPY_TO: Many<CopyTo> = "ap_copy_to";
    CARER_COPY_WISH: One<CopyWish> = "ap_carer_copy_wish";
    COPY_BASIS: One<CopyBasis> = "ap_copy_basis";
    SHARE_RISK: One<Ynu> = "ap_share_risk";
    COPY_METHOD: Many<CopyMethod> = "ap_copy_method";
    FORMAT: Many<Format> = "ap_format";

    CLOSE: One<Close> = "ap_close";
    CLOSE_DATE: Day = "ap_close_date";
    CLOSE_SUMMARY: One<Written> = "ap_close_summary";
    CLOSE_PERSON_VIEW: One<Written> = "ap_close_person_view";

    /// Worked out: whom the issues relate to, without the person and nobody in particular.
    CONCERNED: Many<RelatesTo> = "worked_out_concerned";
    /// Worked out: an issue rests on evidence.
    EVIDENCE: One<Holds> = "worked_out_evidence";
    /// Worked out: an issue reduces the benefit of the plan or stops progress.
    SLOWED: One<Holds> = "worked_out_slowed";
    /// Worked out: an action is neither done nor stopped.
    ACTIONS_OPEN: One<Holds> = "worked_out_actions_open";
    /// Worked out: the review date is before today.
    REVIEW_LATE: One<Holds> = "worked_out_review_late";
}
