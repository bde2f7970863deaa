//! What may be said about a plan, and how pressing it is.

use crate::engine::{Law, OutcomeId};
use crate::outcomes;

outcomes! {
    Emergency = "AP-O-EMERGENCY": Duty, "", [];
    EmergencyCheck = "AP-O-EMERGENCY-CHECK": Duty, "", [];
    Safeguard = "AP-O-SAFEGUARD": Duty, "", [];
    SafeguardAdvice = "AP-O-SAFEGUARD-ADVICE": Duty, "", [];
    SgPause = "AP-O-SG-PAUSE": Action, "", [];
    Child = "AP-O-CHILD": Duty, "", [];
    Whistleblow = "AP-O-WHISTLEBLOW": Duty, "", [];
    WhistleblowAdvice = "AP-O-WHISTLEBLOW-ADVICE": Power, "", [];
    Dol = "AP-O-DOL": Duty, "", [];
    DolCheck = "AP-O-DOL-CHECK": Power, "", [];
    Capacity = "AP-O-CAPACITY": Action, "", [];
    BestInterests = "AP-O-BEST-INTERESTS": Action, "", [];
    RecordBi = "AP-O-RECORD-BI": Duty, "", [];
    Advocate = "AP-O-ADVOCATE": Duty, "", [];
    AdvocateCheck = "AP-O-ADVOCATE-CHECK": Power, "", [];
    InvolvePerson = "AP-O-INVOLVE-PERSON": Action, "", [];
    PersonDeclined = "AP-O-PERSON-DECLINED": Action, "", [];
    InvolveRep = "AP-O-INVOLVE-REP": Action, "", [];
    InvolveCarer = "AP-O-INVOLVE-CARER": Action, "", [];
    FindCarer = "AP-O-FIND-CARER": Action, "", [];
    TellPersonFirst = "AP-O-TELL-PERSON-FIRST": Signpost, "", [];
    InvolveConcerned = "AP-O-INVOLVE-CONCERNED": Action, "", [];
    ExcludeConcerned = "AP-O-EXCLUDE-CONCERNED": Duty, "", [];
    CheckRiskFirst = "AP-O-CHECK-RISK-FIRST": Duty, "", [];
    InvolveRequested = "AP-O-INVOLVE-REQUESTED": Action, "", [];
    OthersNotInvolved = "AP-O-OTHERS-NOT-INVOLVED": Duty, "", [];
    ConsentNeeded = "AP-O-CONSENT-NEEDED": Action, "", [];
    Manager = "AP-O-MANAGER": Duty, "", [];
    NoPlanChange = "AP-O-NO-PLAN-CHANGE": Signpost, "", [];
    GatherEvidence = "AP-O-GATHER-EVIDENCE": Duty, "", [];
    SeekViews = "AP-O-SEEK-VIEWS": Duty, "", [];
    RecordRegard = "AP-O-RECORD-REGARD": Duty, "", [];
    DecisionMakerDisagrees = "AP-O-DECISION-MAKER-DISAGREES": Duty, "", [];
    GoAhead = "AP-O-GO-AHEAD": Action, "", [];
    GoAheadWithoutAgreement = "AP-O-GO-AHEAD-WITHOUT-AGREEMENT": Action, "", [];
    Complaint = "AP-O-COMPLAINT": Action, "", [];
    TellEveryone = "AP-O-TELL-EVERYONE": Action, "", [];
    CopySamePeople = "AP-O-COPY-SAME-PEOPLE": Action, "", [];
    ReviewConsider = "AP-O-REVIEW-CONSIDER": Power, "", [];
    ReviewOverdue = "AP-O-REVIEW-OVERDUE": Action, "", [];
    CopyPerson = "AP-O-COPY-PERSON": Action, "", [];
    CopyDeliverers = "AP-O-COPY-DELIVERERS": Action, "", [];
    CopyCarer = "AP-O-COPY-CARER": Action, "", [];
    CopyCarerPart = "AP-O-COPY-CARER-PART": Action, "", [];
    CopyCarerWithhold = "AP-O-COPY-CARER-WITHHOLD": Duty, "", [];
    CopyConsent = "AP-O-COPY-CONSENT": Duty, "", [];
    CopyRisk = "AP-O-COPY-RISK": Duty, "", [];
    Secure = "AP-O-SECURE": Duty, "", [];
    Format = "AP-O-FORMAT": Action, "", [];
    CloseOk = "AP-O-CLOSE-OK": Signpost, "", [];
    CloseNotReady = "AP-O-CLOSE-NOT-READY": Duty, "", [];
}

/// What stays in sight on every page: the messages of the safety check.
pub const PINNED: [Id; 8] = [
    Id::Emergency,
    Id::EmergencyCheck,
    Id::Safeguard,
    Id::SafeguardAdvice,
    Id::SgPause,
    Id::Child,
    Id::Whistleblow,
    Id::WhistleblowAdvice,
];

/// How pressing an outcome is, most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing goes on before this is settled.
    Stop,
    /// Today.
    ActNow,
    /// To be done.
    Do,
    /// To be thought about.
    Consider,
    /// To know.
    Info,
}

impl Level {
    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Level::Stop => "stop",
            Level::ActNow => "act_now",
            Level::Do => "do",
            Level::Consider => "consider",
            Level::Info => "info",
        }
    }
}

/// Whether somebody has to say that they have read an outcome at this level.
pub fn must_be_read(outcome: usize, level: Level) -> bool {
    matches!(level, Level::Stop | Level::ActNow) || super::tool_once().is_urgent(outcome)
}

/// The level at which a rule gives an outcome.
pub fn level(rule: &str, outcome: usize) -> Level {
    let is = |id: Id| outcome == id.number();
    match rule {
        "R1.14" if is(Id::Manager) => return Level::ActNow,
        "R6.7" if is(Id::BestInterests) => return Level::Stop,
        _ => {}
    }
    let any = |ids: &[Id]| ids.iter().any(|id| is(*id));
    if any(&[
        Id::EmergencyCheck,
        Id::Safeguard,
        Id::SafeguardAdvice,
        Id::Child,
        Id::Whistleblow,
        Id::Dol,
        Id::Advocate,
    ]) {
        return Level::ActNow;
    }
    if any(&[
        Id::SgPause,
        Id::Capacity,
        Id::BestInterests,
        Id::InvolvePerson,
        Id::PersonDeclined,
        Id::InvolveRep,
        Id::InvolveCarer,
        Id::FindCarer,
        Id::InvolveConcerned,
        Id::InvolveRequested,
        Id::ConsentNeeded,
        Id::GoAhead,
        Id::GoAheadWithoutAgreement,
        Id::Complaint,
        Id::TellEveryone,
        Id::CopySamePeople,
        Id::ReviewOverdue,
        Id::CopyPerson,
        Id::CopyDeliverers,
        Id::CopyCarer,
        Id::CopyCarerPart,
        Id::Format,
    ]) {
        return Level::Do;
    }
    if any(&[Id::WhistleblowAdvice, Id::DolCheck, Id::AdvocateCheck, Id::ReviewConsider]) {
        return Level::Consider;
    }
    if any(&[Id::TellPersonFirst, Id::NoPlanChange, Id::CloseOk]) {
        return Level::Info;
    }
    Level::Stop
}

/// The outcomes that rules gave, each once at the most pressing of its levels, in the order they are shown.
pub fn shown(law: &Law, rules: &[usize]) -> Vec<(usize, Level)> {
    let rows: Vec<_> = law.rows().collect();
    let mut found: Vec<(Level, usize, usize)> = Vec::new();
    for rule in rules {
        let Some((_, row)) = rows.get(*rule) else { continue };
        for outcome in &row.outcomes {
            let level = level(row.id, *outcome);
            match found.iter_mut().find(|(.., known)| known == outcome) {
                Some((known, ..)) => *known = level.min(*known),
                None => found.push((level, *rule, *outcome)),
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(level, _, outcome)| (outcome, level)).collect()
}
