//! Rules R5, R1, R2, R4, R6 and R7, in the order in which they run. R3 is in `suggest.rs`.

use super::answers::*;
use super::outcomes::Id;
use super::questions::{about_somebody, carer_excluded, carer_waits, closed, somebody_concerned};
use super::sources;
use crate::engine::{Cond, Finding, NoFinding, Row, Table, all, any, not};
use crate::numbered;

numbered! {
    SAFETY: Finding<NoFinding> = "safety";
    PEOPLE: Finding<NoFinding> = "people";
    CHANGES: Finding<NoFinding> = "change";
    AFTER_CHANGE: Finding<NoFinding> = "after_change";
    REVIEWS: Finding<NoFinding> = "review";
    COPIES: Finding<NoFinding> = "copies";
    CARER_COPY: Finding<NoFinding> = "carer_copy";
    SHARING: Finding<NoFinding> = "sharing";
    CLOSING: Finding<NoFinding> = "closing";
}

/// Every table, in the order of the rules.
pub fn tables() -> Vec<Table> {
    vec![safety(), people(), change(), after_change(), review(), copies(), carer_copy(), sharing(), closing()]
}

fn row(id: &'static str, when: Cond, outcome: Id) -> Row {
    Row { sources: sources::of(id), ..Row::when(id, when).gives(outcome) }
}

fn lacks() -> Cond {
    CAPACITY.is(Capacity::Lacks)
}

/// The rules about a person run; they do not for a team.
fn not_a_team() -> Cond {
    not(ABOUT.is(About::TeamOrService))
}

/// R5.
fn safety() -> Table {
    let danger = || IMMEDIATE_DANGER.is(Ynu::Yes);
    let concern = || any([ABUSE_CONCERN.is(Ynu::Yes), danger()]);
    let restricted = || all([lacks(), RESTRICTION.is(Ynu::Yes)]);
    let pause = all([concern(), CONTEXT.is(Context::ReablementPlan), CONCERN_ABOUT.includes(ConcernAbout::Person)]);
    let perhaps = any([RESTRICTION.is(Ynu::Yes), RESTRICTION.said_unknown()]);
    SAFETY
        .every_fit()
        .row(row("R5.1", danger(), Id::Emergency))
        .row(row("R5.2", IMMEDIATE_DANGER.said_unknown(), Id::EmergencyCheck))
        .row(row("R5.3", concern(), Id::Safeguard))
        .row(row("R5.4", all([not(concern()), ABUSE_CONCERN.said_unknown()]), Id::SafeguardAdvice))
        .row(row("R5.5", pause, Id::SgPause))
        .row(row("R5.6", CONCERN_ABOUT.includes(ConcernAbout::Child), Id::Child))
        .row(row("R5.7", PRACTICE_CONCERN.is(Ynu::Yes), Id::Whistleblow))
        .row(row("R5.8", PRACTICE_CONCERN.said_unknown(), Id::WhistleblowAdvice))
        .row(row("R5.9", restricted(), Id::Dol))
        .row(row("R5.10", all([not(restricted()), perhaps]), Id::DolCheck))
}

/// R1.
fn people() -> Table {
    let nobody_named = all([REP_TYPE.any([RepType::Nobody, RepType::Unknown]), not(REP_TYPE.blank())]);
    let unsure_of_difficulty = SUBSTANTIAL_DIFFICULTY.said_unknown();
    let advocate_check = any([APPROPRIATE_PERSON.said_unknown(), all([not(lacks()), unsure_of_difficulty])]);
    let safe = || all([somebody_concerned(), CONCERNED_RISK.is(Ynu::No)]);
    let risky = || all([somebody_concerned(), CONCERNED_RISK.is(Ynu::Yes)]);
    let basis = |basis| OTHERS_BASIS.is(basis);
    PEOPLE
        .every_fit()
        .only_if(not_a_team())
        .row(row("R1.1", PERSON_INVOLVED.any([PersonInvolved::NotYet, PersonInvolved::CouldNot]), Id::InvolvePerson))
        .row(row("R1.2", PERSON_INVOLVED.is(PersonInvolved::Declined), Id::PersonDeclined))
        .row(row("R1.3", CAPACITY.said_unknown(), Id::Capacity))
        .row(row("R1.4", lacks(), Id::BestInterests))
        .row(row("R1.5", all([lacks(), any([nobody_named, REP_INVOLVED.is(Involved::NotYet)])]), Id::InvolveRep))
        .row(row("R1.6", APPROPRIATE_PERSON.is(Ynu::No), Id::Advocate))
        .row(row("R1.7", advocate_check, Id::AdvocateCheck))
        .row(row(
            "R1.8",
            all([CARER_INVOLVED.is(InvolvedOrDeclined::NotYet), not(carer_excluded()), not(carer_waits())]),
            Id::InvolveCarer,
        ))
        .row(row("R1.9", CARER_EXISTS.said_unknown(), Id::FindCarer))
        .row(row("R1.10", safe(), Id::TellPersonFirst))
        .row(row("R1.10", all([safe(), CONCERNED_INVOLVED.is(InvolvedOrDeclined::NotYet)]), Id::InvolveConcerned))
        .row(row("R1.11", risky(), Id::ExcludeConcerned))
        .row(row("R1.11", all([risky(), not(Cond::present(Id::Safeguard))]), Id::SafeguardAdvice))
        .row(row("R1.12", all([somebody_concerned(), CONCERNED_RISK.said_unknown()]), Id::CheckRiskFirst))
        .row(row("R1.13", REQUESTED_INVOLVED.is(RequestedInvolved::NotYet), Id::InvolveRequested))
        .row(row("R1.14", REQUESTED_INVOLVED.is(RequestedInvolved::NotSafe), Id::Manager))
        .row(row("R1.15", basis(OthersBasis::ConsentRefused), Id::OthersNotInvolved))
        .row(row("R1.16", all([basis(OthersBasis::NotAskedYet), not(lacks())]), Id::ConsentNeeded))
}

fn decides() -> Cond {
    REP_TYPE.any([RepType::AttorneyHw, RepType::DeputyPw])
}

/// The person, or the representative of one who lacks capacity, said one of these.
fn decider_says<const N: usize>(answers: [Agree; N]) -> Cond {
    any([all([not(lacks()), PERSON_AGREES.any(answers)]), all([lacks(), REP_AGREES.any(answers)])])
}

fn plan_change() -> Cond {
    CHANGE.any([Change::ReablementPlan, Change::Both, Change::OtherPlan])
}

/// R2. Not applicable is a carer who is not asked, others who are not asked, and a person without a representative.
fn change() -> Table {
    let asked_nobody = any([PERSON_AGREES.is(Agree::NotAsked), PERSON_AGREES.blank()]);
    let no_decider = any([REP_TYPE.unknown(), REP_AGREES.is(Agree::NotAsked), REP_AGREES.blank()]);
    let open = any([
        all([not(lacks()), asked_nobody]),
        all([lacks(), no_decider]),
        CARER_AGREES.is(Agree::NotAsked),
        CARER_AGREES.blank(),
        OTHERS_AGREE.is(OthersAgree::NotAsked),
        OTHERS_AGREE.blank(),
    ]);
    let not_all = || [Agree::No, Agree::Partly];
    let agreed = || {
        let decider = any([decider_says([Agree::Yes]), all([lacks(), REP_TYPE.is(RepType::Nobody)])]);
        all([decider, any([CARER_AGREES.is(Agree::Yes), not(CARER_AGREES.visible())])])
    };
    let regard = any([VIEWS.blank(), WELLBEING.blank(), RATIONALE.blank()]);
    let disagreed = || any([decider_says(not_all()), CARER_AGREES.any(not_all())]);
    CHANGES
        .first_fit()
        .only_if(all([CHANGE.visible(), not(CHANGE.blank())]))
        .row(row("R2.1", CHANGE.is(Change::Nothing), Id::NoPlanChange))
        .row(row("R2.2", all([plan_change(), not(EVIDENCE.is(Holds::Yes))]), Id::GatherEvidence))
        .row(row("R2.3", open, Id::SeekViews))
        .row(row("R2.4", all([lacks(), not(decides()), not(BI_RECORDED.is(Yn::Yes))]), Id::RecordBi))
        .row(row("R2.5", all([lacks(), decides(), REP_AGREES.any(not_all())]), Id::DecisionMakerDisagrees))
        .row(row("R2.6", OTHERS_AGREE.any([OthersAgree::No, OthersAgree::Partly]), Id::Manager))
        .row(row("R2.7", all([agreed(), not(RATIONALE.blank())]), Id::GoAhead))
        .row(row("R2.8", agreed(), Id::RecordRegard))
        .row(row("R2.9", all([disagreed(), regard]), Id::RecordRegard))
        .row(row("R2.10", disagreed(), Id::GoAheadWithoutAgreement).gives(Id::Complaint))
}

/// R2.11.
fn after_change() -> Table {
    AFTER_CHANGE
        .every_fit()
        .only_if(any([Cond::present(Id::GoAhead), Cond::present(Id::GoAheadWithoutAgreement)]))
        .row(row("R2.11", Cond::Always, Id::TellEveryone))
        .row(row("R2.11", plan_change(), Id::CopySamePeople))
}

/// R4. The word is "consider": the tool orders no review.
fn review() -> Table {
    let asked = REVIEW_REQUESTED.any([
        ReviewRequested::Person,
        ReviewRequested::Carer,
        ReviewRequested::Service,
        ReviewRequested::AnyoneElse,
    ]);
    let consider = |id, when| row(id, when, Id::ReviewConsider);
    REVIEWS
        .every_fit()
        .row(consider("AP-T1", NO_LONGER_APPROPRIATE.is(Ynu::Yes)))
        .row(consider("AP-T2", all([UNRESOLVED.is(Ynu::Yes), SLOWED.is(Holds::Yes)])))
        .row(consider("AP-T3", OUTCOMES_MET.is(Ynu::Yes)))
        .row(consider("AP-T4", asked))
        .row(consider("AP-T5", NEW_INFO.is(Ynu::Yes)))
        .row(consider("AP-T6", all([not_a_team(), CLOSE.is(Close::NotAchieved)])))
        .row(row("R4", all([REVIEW_LATE.is(Holds::Yes), not(closed())]), Id::ReviewOverdue))
}

fn copies_answered() -> Cond {
    all([COPY_TO.visible(), not(COPY_TO.empty())])
}

/// R6.1 and R6.2.
fn copies() -> Table {
    let deliverers = all([CONTEXT.is(Context::ReablementPlan), not(COPY_TO.includes(CopyTo::Deliverers))]);
    COPIES
        .every_fit()
        .only_if(copies_answered())
        .row(row("R6.1", not(COPY_TO.includes(CopyTo::Person)), Id::CopyPerson))
        .row(row("R6.2", deliverers, Id::CopyDeliverers))
}

/// R6.3 to R6.6.
fn carer_copy() -> Table {
    let unsure = all([CONCERNED.includes(RelatesTo::Carer), CONCERNED_RISK.said_unknown()]);
    let missing = all([copies_answered(), not(carer_waits()), not(COPY_TO.includes(CopyTo::Carer))]);
    CARER_COPY
        .first_fit()
        .only_if(all([about_somebody(), CARER_EXISTS.is(Ynu::Yes)]))
        .row(row("R6.3", any([carer_excluded(), unsure]), Id::CopyRisk))
        .row(row("R6.4", CARER_COPY_WISH.is(CopyWish::All), Id::CopyCarerWithhold))
        .row(row("R6.5", CARER_COPY_WISH.is(CopyWish::Part), Id::CopyCarerPart))
        .row(row("R6.6", missing, Id::CopyCarer))
}

/// R6.7 to R6.11.
fn sharing() -> Table {
    let no_basis = || any([COPY_BASIS.blank(), COPY_BASIS.any([CopyBasis::NotAsked, CopyBasis::Refused])]);
    let said_risk = CONCERNED_RISK.said_unknown();
    let concerned = all([COPY_TO.includes(CopyTo::Concerned), any([CONCERNED_RISK.is(Ynu::Yes), said_risk])]);
    let share = any([SHARE_RISK.is(Ynu::Yes), SHARE_RISK.said_unknown()]);
    let other_formats = [
        Format::LargePrint,
        Format::EasyRead,
        Format::Audio,
        Format::Braille,
        Format::Translated,
        Format::Bsl,
        Format::PlainText,
    ];
    SHARING
        .every_fit()
        .only_if(about_somebody())
        .row(row("R6.7", all([no_basis(), lacks()]), Id::BestInterests))
        .row(row("R6.7", all([no_basis(), not(lacks())]), Id::CopyConsent))
        .row(row("R6.9", any([concerned, share]), Id::CopyRisk))
        .row(row("R6.10", COPY_METHOD.includes(CopyMethod::OrdinaryEmail), Id::Secure))
        .row(row("R6.11", FORMAT.any(other_formats), Id::Format))
}

/// R7.
fn closing() -> Table {
    let unsaid = || any([CLOSE_SUMMARY.blank(), CLOSE_PERSON_VIEW.blank()]);
    let unfinished = || ACTIONS_OPEN.is(Holds::Yes);
    CLOSING
        .every_fit()
        .only_if(closed())
        .row(row("R7.1", unfinished(), Id::CloseNotReady))
        .row(row("R7.2", unsaid(), Id::CloseNotReady))
        .row(row("R7.3", all([not(unfinished()), not(unsaid())]), Id::CloseOk))
}
