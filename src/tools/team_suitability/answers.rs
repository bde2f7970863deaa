//! The questions of the team suitability tool as handles, and what may be said to each.

use crate::engine::{Day, Many, Number, One};
use crate::tools::allocation::answers::Function;
use crate::{choices, numbered};

choices! {
    /// What has to be decided.
    pub enum Path {
        Contact = "contact",
        Transfer = "transfer",
        Joint = "joint",
        Asked = "asked",
    }

    /// Whether anyone is in danger.
    pub enum Safe {
        No = "no",
        AbuseConcern = "abuse_concern",
        DangerNow = "danger_now",
        Unknown = "unknown" (NotKnown),
    }

    /// How a contact arrived.
    pub enum Medium {
        Phone = "phone",
        Written = "written",
    }

    /// What a contact is about.
    pub enum Subject {
        GeneralInformation = "general_information",
        DutyTask = "duty_task",
        ReviewRequest = "review_request",
        AboutTheCase = "about_the_case",
    }

    /// Whose the case is, as the systems show.
    pub enum Allocated {
        NamedWorker = "named_worker",
        OtherWorker = "other_worker",
        TeamOnly = "team_only",
        Nobody = "none",
        Unknown = "unknown" (NotKnown),
    }

    /// When the worker or team can deal with it.
    pub enum Available {
        Now = "now",
        FewHours = "few_hours",
        FewDays = "few_days",
        Longer = "longer",
        NotKnown = "not_known" (NotKnown),
    }

    /// Yes, no, or not known.
    pub enum YesNo {
        Yes = "yes",
        No = "no",
        Unknown = "unknown" (NotKnown),
    }

    /// Yes or no.
    pub enum Plain {
        Yes = "yes",
        No = "no",
    }

    /// Why a case might move.
    pub enum Why {
        NeedsChanged = "needs_changed",
        CannotEngageReablement = "cannot_engage_reablement",
        NotOrdinarilyResident = "not_ordinarily_resident",
        ConsentWithdrawn = "consent_withdrawn",
        OtherFunction = "other_function",
        SpecialistSkills = "specialist_skills",
        PersonAsked = "person_asked",
        MovedArea = "moved_area",
        AgeTransition = "age_transition",
        HospitalMove = "hospital_move",
        RelationshipWithWorker = "relationship_with_worker",
        TeamCapacity = "team_capacity",
        Cost = "cost",
        Other = "other",
    }

    /// Whether the person agrees to being helped at all.
    pub enum Consent {
        Agrees = "agrees",
        RefusesAll = "refuses_all",
        BestInterestsMade = "best_interests_made",
        NoBestInterestsYet = "no_best_interests_yet",
        CapacityUnclear = "capacity_unclear",
        NotAsked = "not_asked" (NotKnown),
    }

    /// What the person thinks about moving.
    pub enum Views {
        WantsTransfer = "wants_transfer",
        NoPreference = "no_preference",
        WantsToStay = "wants_to_stay",
        Represented = "represented",
        NotAsked = "not_asked" (NotKnown),
    }

    /// Whether our own team can; nobody can say it is not known.
    pub enum Ours {
        Yes = "yes",
        Partly = "partly",
        No = "no",
    }

    /// Whether the other team can.
    pub enum Theirs {
        Yes = "yes",
        Partly = "partly",
        No = "no",
        Unknown = "unknown" (NotKnown),
    }

    /// Who might take the case.
    pub enum Receiver {
        OurAuthorityTeam = "our_authority_team",
        Nhs = "nhs",
        OtherAuthority = "other_authority",
        Housing = "housing",
        ChildrensServices = "childrens_services",
        VoluntaryOrPrevention = "voluntary_or_prevention",
        NoneFound = "none_found",
    }

    /// Where the person is ordinarily resident.
    pub enum Residence {
        Ours = "ours",
        NoSettledHomeHere = "no_settled_home_here",
        OtherAgreed = "other_agreed",
        OtherDisputed = "other_disputed",
        PlacedHereByOther = "placed_here_by_other",
        PlansToMove = "plans_to_move",
        Unknown = "unknown" (NotKnown),
    }

    /// Who was meeting the needs when the question arose.
    pub enum MeetingNeeds {
        Us = "us",
        OtherAuthority = "other_authority",
        Nobody = "nobody",
    }

    /// Where the person is living.
    pub enum LivingIn {
        OurArea = "our_area",
        OtherArea = "other_area",
        NowherePresentHere = "nowhere_present_here",
    }

    /// What moving would do to the person.
    pub enum Harm {
        Nothing = "none",
        Manageable = "manageable",
        Serious = "serious",
        Unknown = "unknown" (NotKnown),
    }

    /// What should not change hands now.
    pub enum Live {
        Nothing = "none",
        SafeguardingEnquiry = "safeguarding_enquiry",
        DischargeWithin7Days = "discharge_within_7_days",
        CourtOrTribunal = "court_or_tribunal",
        Crisis = "crisis",
    }

    /// Whether needs go unmet meanwhile.
    pub enum Gap {
        NoUnmetNeeds = "no_unmet_needs",
        Covered = "covered",
        NotCovered = "not_covered",
        Unknown = "unknown" (NotKnown),
    }

    /// What the other team has said.
    pub enum Agreed {
        Yes = "yes",
        NotAsked = "not_asked" (NotKnown),
        NoReply = "no_reply",
        DeclinedWithReasons = "declined_with_reasons",
        DeclinedWithoutReasons = "declined_without_reasons",
    }

    /// Whether the handover is ready to share.
    pub enum InfoReady {
        Yes = "yes",
        No = "no",
        NoConsentToShare = "no_consent_to_share",
    }

    /// Whom joint work is with.
    pub enum Who {
        Adult = "adult",
        Carer = "carer",
    }

    /// Whether the other practitioner meets the person.
    pub enum Contact {
        Direct = "direct",
        Indirect = "indirect",
    }

    /// Whether the person agrees to joint work.
    pub enum JointConsent {
        Given = "given",
        Refused = "refused",
        LacksCapacity = "lacks_capacity",
        NotAsked = "not_asked" (NotKnown),
    }

    /// Who decides for somebody who cannot.
    pub enum Decider {
        AttorneyOrDeputyAgrees = "attorney_or_deputy_agrees",
        AttorneyOrDeputyRefuses = "attorney_or_deputy_refuses",
        BestInterestsMade = "best_interests_made",
        BestInterestsNotMade = "best_interests_not_made",
    }

    /// Whether the other practitioner will be late.
    pub enum Delay {
        No = "no",
        SafeToGoAhead = "safe_to_go_ahead",
        MustWait = "must_wait",
    }

    /// What form joint work takes, beside what other answers say.
    pub enum Form {
        LowLevel = "low_level",
        HighLevel = "high_level",
        Informal = "informal",
        Formal = "formal",
    }

    /// What we were asked for.
    pub enum AskedFor {
        Transfer = "transfer",
        JointWork = "joint_work",
    }

    /// What stands against it.
    pub enum Difficulty {
        Nothing = "none",
        PreventsOurDuties = "prevents_our_duties",
        PreventsOurOtherFunctions = "prevents_our_other_functions",
        TooBusy = "too_busy",
        LacksSomeSkills = "lacks_some_skills",
        LacksKeySkills = "lacks_key_skills",
        OutsideOurCriteria = "outside_our_criteria",
        InformationMissing = "information_missing",
        ResidenceDoubt = "residence_doubt",
    }

    /// Whether an advocate was considered.
    pub enum Advocate {
        NotNeeded = "not_needed",
        InPlace = "in_place",
        NeededNotArranged = "needed_not_arranged",
        Unknown = "unknown" (NotKnown),
    }

    /// What the person needs a team to be practised in.
    pub enum Skill {
        Autism = "autism",
        Deafblind = "deafblind",
        LearningDisability = "learning_disability",
        Dementia = "dementia",
        MentalHealth = "mental_health",
        PhysicalDisability = "physical_disability",
        SightLoss = "sight_loss",
        HearingLoss = "hearing_loss",
        AcquiredBrainInjury = "acquired_brain_injury",
        SubstanceUse = "substance_use",
        SelfNeglect = "self_neglect",
        EndOfLifeCare = "end_of_life_care",
        MovingHandling = "moving_handling",
        DomesticAbuse = "domestic_abuse",
        Forensic = "forensic",
        Homelessness = "homelessness",
    }
}

numbered! {
    PATH: One<Path> = "path";
    SAFE_NOW: One<Safe> = "safe_now";

    MEDIUM: One<Medium> = "medium";
    SUBJECT: One<Subject> = "subject";
    ALLOCATED: One<Allocated> = "allocated";
    AVAILABLE: One<Available> = "available";
    IN_TIME: One<YesNo> = "in_time";
    COLLEAGUE: One<YesNo> = "colleague";
    URGENT_NEED: One<YesNo> = "urgent_need";

    REASONS: Many<Why> = "reasons";
    CONSENT: One<Consent> = "consent";
    AT_RISK_OF_ABUSE: One<YesNo> = "at_risk_of_abuse";
    VIEWS: One<Views> = "views";

    OUR_FUNCTION: One<Ours> = "our_function";
    OUR_PERSON: One<Ours> = "our_person";
    /// Not read by a rule: what a team in the council’s list has to cover.
    WORK_NEEDED: Many<Function> = "work_needed";
    /// Not read by a rule: what a team in the council’s list has to cover.
    SKILLS_NEEDED: Many<Skill> = "skills_needed";
    RECEIVER: One<Receiver> = "receiver";
    RESIDENCE: One<Residence> = "residence";
    MEETING_NEEDS_NOW: One<MeetingNeeds> = "meeting_needs_now";
    LIVING_IN: One<LivingIn> = "living_in";
    /// Not read by a rule: the day from which four months are counted.
    DISPUTE_AROSE: Day = "dispute_arose";
    THEIR_FUNCTION: One<Theirs> = "their_function";
    THEIR_PERSON: One<Theirs> = "their_person";

    JOINT_ENOUGH: One<YesNo> = "joint_enough";
    HARM_OF_CHANGE: One<Harm> = "harm_of_change";
    LIVE_PROCESS: One<Live> = "live_process";

    WHO: One<Who> = "who";
    CONTACT_WITH_PERSON: One<Contact> = "contact_with_person";
    SAME_AGENCY: One<Plain> = "same_agency";
    JOINT_CONSENT: One<JointConsent> = "joint_consent";
    ONLY_TO_ARRANGE: One<Plain> = "only_to_arrange_agreed_service";
    DECIDER: One<Decider> = "decider";
    PART_OF_SAFEGUARDING: One<Plain> = "part_of_safeguarding";
    PARTNER_DELAY: One<Delay> = "partner_delay";
    /// Not read by a rule: for the record.
    JOINT_FORMS: Many<Form> = "joint_forms";

    ASKED_FOR: One<AskedFor> = "asked_for";
    /// Recorded; does not change the outcome.
    FORMAL_REQUEST: One<Plain> = "formal_request";
    DIFFICULTY: One<Difficulty> = "difficulty";

    GAP: One<Gap> = "gap";
    AGREED: One<Agreed> = "agreed";
    DAYS_SINCE_ASKED: Number = "days_since_asked";
    INFO_READY: One<InfoReady> = "info_ready";
    /// Not read by a rule: the day from which somebody else holds the case.
    HOLDS_FROM: Day = "holds_from";
    ADVOCATE: One<Advocate> = "advocate";
}
