//! Tables T0 to T6: the Care Act, the reablement procedure, timing and the person's view.

use super::answers::*;
use super::findings::*;
use super::outcomes::Id;
use crate::engine::{Citation, Cond, Finding, Row, Table, all, any, not};
use crate::tools::sources::{CARE_ACT, CHILDREN_ACT, GUIDANCE, LGPIHA, MCA, MHA, NO2_REGS, NOTE, REABLEMENT, cite};

const HARINGEY: Citation = cite(&NOTE, "R (SG) v Haringey [2015] EWHC 2579 (Admin)");
const PRISON_PAGE: Citation = cite(&NOTE, "Social Care Institute for Excellence, prisons and approved premises page");
const CUSTODY: Citation = cite(&CARE_ACT, "s.76").confirm("subsection numbers");
const URGENT_ENQUIRY: Citation = cite(&CARE_ACT, "s.68(6)").confirm("the exact words");
const PROCEDURE: Citation = cite(&REABLEMENT, "");

/// The tables, in the order of their numbers.
pub fn tables() -> Vec<Table> {
    vec![
        age(),
        in_play(),
        checks(),
        difficulty(),
        supporter(),
        nhs_limb(),
        disagreement_limb(),
        exception(),
        result(SECTION_67, InPlay::Section67, Id::CaS67Required, Some(EXCEPTION)),
        result(SECTION_68, InPlay::Section68, Id::CaS68Required, None),
        result(REABLEMENT_RESULT, InPlay::Reablement, Id::CaReablementRequired, Some(EXCEPTION)),
        dispute(),
        timing(),
        view(),
    ]
}

/// An adult role is only for people of 18 or over, so their age is not asked.
fn age() -> Table {
    AGE.first_fit()
        .row(
            Row::when("age_adult_role", PERSON_ROLE.any([Role::Adult, Role::CarerOfAdult, Role::CarerOfChild]))
                .finds(Age::Adult),
        )
        .row(Row::when("age_18_or_over", AGE_BAND.is(Band::Adult)).finds(Age::Adult))
        .row(Row::when("age_16_17", AGE_BAND.is(Band::SixteenOrSeventeen)).finds(Age::SixteenOrSeventeen))
        .row(Row::when("age_under_16", AGE_BAND.is(Band::UnderSixteen)).finds(Age::UnderSixteen))
        .row(Row::otherwise("age_unknown").finds(Age::Unknown))
}

/// The groups of processes of section 4.1.
fn in_play() -> Table {
    let enquiry = || PROCESSES.includes(Process::SafeguardingEnquiry);
    let review = || PROCESSES.includes(Process::SafeguardingAdultsReview);
    let listed = PROCESSES.any([
        Process::NeedsAssessment,
        Process::CarersAssessment,
        Process::CareAndSupportPlan,
        Process::SupportPlan,
        Process::PlanReview,
        Process::ChildNeedsAssessment,
        Process::ChildCarersAssessment,
        Process::YoungCarersAssessment,
    ]);
    let certain = enquiry().or(review().and(SAR_PERSON_ALIVE.is(YesNo::Yes)));
    let possible = enquiry().or(review().and(SAR_PERSON_ALIVE.none_of([YesNo::No])));
    let section_68 = IN_CUSTODY.is(Custody::No).and(certain);
    let unclear = all([not(section_68.clone()), IN_CUSTODY.none_of([Custody::PrisonOrApprovedPremises]), possible]);
    IN_PLAY
        .every_fit()
        .row(
            Row::when("s67", listed)
                .finds(InPlay::Section67)
                .because([cite(&CARE_ACT, "s.67(3)").confirm("the words of sections 25(4)(b) and 59(2)(b)")]),
        )
        .row(
            Row::when("reablement", PROCESSES.includes(Process::Reablement))
                .finds(InPlay::Reablement)
                .because([PROCEDURE]),
        )
        .row(
            Row::when("s68", section_68)
                .finds(InPlay::Section68)
                .because([cite(&CARE_ACT, "s.68(1)").confirm("the exact words")]),
        )
        .row(
            Row::when("s68_unclear", unclear)
                .finds(InPlay::Section68Unclear)
                .because([cite(&CARE_ACT, "s.68(1)").confirm("the exact words")]),
        )
}

fn checks() -> Table {
    let enquiry_or_review = || PROCESSES.any([Process::SafeguardingEnquiry, Process::SafeguardingAdultsReview]);
    let review = || PROCESSES.includes(Process::SafeguardingAdultsReview);
    let complaint = |about| COMPLAINT_ABOUT.is(about);
    CHECKS
        .every_fit()
        .row(
            Row::when("P1", PERSON_ROLE.none_of([Role::NotKnown]).and(PROCESSES.misfits()))
                .gives(Id::CheckAnswers)
                .because([cite(&CARE_ACT, "s.67(3), s.68(2)")]),
        )
        .row(
            Row::when("P2", enquiry_or_review().and(IN_CUSTODY.is(Custody::PrisonOrApprovedPremises)))
                .gives(Id::S68NotInCustody)
                .because([CUSTODY, PRISON_PAGE]),
        )
        .row(
            Row::when(
                "P3",
                all([
                    review(),
                    IN_CUSTODY.none_of([Custody::PrisonOrApprovedPremises]),
                    SAR_PERSON_ALIVE.is(YesNo::No),
                ]),
            )
            .gives(Id::SarNoLivingAdult)
            .because([cite(&CARE_ACT, "s.44(2)-(3)"), cite(&CARE_ACT, "s.68(1)(b)").confirm("the exact words")]),
        )
        .row(
            Row::when(
                "P4",
                any([
                    PERSON_ROLE.unknown(),
                    PROCESSES.empty(),
                    PROCESSES.includes(Process::NotKnown),
                    IN_PLAY.is(InPlay::Section68Unclear),
                    all([review(), IN_CUSTODY.is(Custody::No), SAR_PERSON_ALIVE.unknown()]),
                ]),
            )
            .gives(Id::CaUndecidedProcess)
            .because([cite(&CARE_ACT, "s.67(3), s.68(1)")]),
        )
        .row(
            Row::when(
                "P5",
                PROCESSES.any([Process::InformationAndAdvice, Process::FinancialAssessment, Process::OtherMatter]),
            )
            .gives(Id::DiscretionaryPower)
            .because([PROCEDURE, cite(&CARE_ACT, "s.67(3), which does not list it")]),
        )
        .row(
            Row::when("P6", complaint(Complaint::AdultSocialCare))
                .gives(Id::ComplaintNoCareActDuty)
                .because([cite(&NOTE, "Local Government and Social Care Ombudsman 24 000 054")]),
        )
        .row(
            Row::when("P7", complaint(Complaint::Nhs))
                .gives(Id::NhsComplaintsAdvocacy)
                .because([cite(&LGPIHA, "s.223A(1)-(2)")]),
        )
        .row(
            Row::when("P8", complaint(Complaint::ChildrenSocialCare))
                .gives(Id::ChildrensComplaintsAdvocacy)
                .because([cite(&CHILDREN_ACT, "s.26A(1)")]),
        )
        .row(
            Row::when("P9", COMPLAINT_ABOUT.unknown())
                .gives(Id::DiscretionaryPower)
                .because([PROCEDURE, cite(&CARE_ACT, "s.67(3), which does not list it")]),
        )
        .row(
            Row::when("P10", MHA_SPECIAL_TREATMENT.is(Treatment::EctUnder18).and(AGE.is(Age::Adult)))
                .gives(Id::CheckAnswers)
                .because([cite(&MHA, "s.130C(3)(b)")]),
        )
}

/// T1. One area of the four is enough; the question is put as if no advocate were available.
fn difficulty() -> Table {
    let areas = [DIFFICULTY_UNDERSTAND, DIFFICULTY_RETAIN, DIFFICULTY_USE_WEIGH, DIFFICULTY_COMMUNICATE];
    let sources = [cite(&CARE_ACT, "s.67(4)"), cite(&CARE_ACT, "s.68(3)")];
    DIFFICULTY
        .first_fit()
        .only_if(involved())
        .row(
            Row::when("t1_substantial", any(areas.map(|area| area.is(Level::Substantial))))
                .finds(Likely::Yes)
                .because(sources),
        )
        .row(Row::when("t1_unknown", any(areas.map(|area| area.unknown()))).finds(Likely::Unknown).because(sources))
        .row(Row::otherwise("t1_no").finds(Likely::No).because(sources))
}

/// T2. Each check that fails excludes by itself; not known is not enough either way.
fn supporter() -> Table {
    let nobody = |id, when: Cond, sources: [Citation; 1]| Row::when(id, when).finds(Supporter::None).because(sources);
    let guidance = [cite(&GUIDANCE, "ch.7")];
    let unknown = any([
        AP_PAID_OR_PROFESSIONAL.unknown(),
        AP_IMPLICATED.unknown(),
        AP_PERSON_AGREES.unknown(),
        AP_BEST_INTERESTS.unknown(),
        AP_ABLE.unknown(),
        AP_CONFLICT.unknown(),
        AP_WILLING.unknown(),
        CAPACITY_CHOOSE_SUPPORT.unknown(),
    ]);
    SUPPORTER
        .first_fit()
        .only_if(involved().and(difficulty_possible()))
        .row(nobody("t2_no_candidate", AP_CANDIDATE.is(YesNo::No), [cite(&CARE_ACT, "s.67(5), s.68(4)")]))
        .row(
            Row::when("t2_candidate_unknown", AP_CANDIDATE.unknown())
                .finds(Supporter::Unknown)
                .because([cite(&CARE_ACT, "s.67(5), s.68(4)")]),
        )
        .row(nobody("t2_paid", AP_PAID_OR_PROFESSIONAL.is(YesNo::Yes), [cite(&CARE_ACT, "s.67(5)(b), s.68(4)(b)")]))
        .row(nobody("t2_implicated", AP_IMPLICATED.is(YesNo::Yes), guidance))
        .row(nobody("t2_not_agreed", AP_PERSON_AGREES.is(YesNo::No), [cite(&CARE_ACT, "s.67(6)(a), s.68(5)(a)")]))
        .row(nobody(
            "t2_not_best_interests",
            AP_BEST_INTERESTS.is(YesNo::No),
            [cite(&CARE_ACT, "s.67(6)(b), s.68(5)(b)")],
        ))
        .row(nobody("t2_not_able", AP_ABLE.is(YesNo::No), guidance))
        .row(nobody("t2_conflict", AP_CONFLICT.is(YesNo::Yes), guidance))
        .row(nobody("t2_unwilling", AP_WILLING.is(YesNo::No), guidance))
        .row(
            Row::when("t2_unknown", unknown)
                .finds(Supporter::Unknown)
                .because([cite(&CARE_ACT, "s.67(5)-(6), s.68(4)-(5)"), cite(&MCA, "s.1(2)")]),
        )
        .row(
            Row::otherwise("t2_appropriate")
                .finds(Supporter::Appropriate)
                .because([cite(&CARE_ACT, "s.67(5)-(6), s.68(4)-(5)")]),
        )
}

/// T3, regulation 4(2): the NHS is likely to arrange a stay, and an advocate is in the person's best interests.
fn nhs_limb() -> Table {
    let long = || NHS_STAY.any([Stay::Hospital28DaysOrMore, Stay::CareHome8WeeksOrMore]);
    let source = [cite(&NO2_REGS, "reg 4(2) (NHS accommodation)")];
    NHS_LIMB
        .first_fit()
        .only_if(section_67_or_reablement().and(SUPPORTER.any([Supporter::Appropriate, Supporter::Unknown])))
        .row(
            Row::when("t3_nhs_yes", long().and(NHS_STAY_BEST_INTERESTS.is(YesNo::Yes)))
                .finds(Likely::Yes)
                .because(source),
        )
        .row(
            Row::when("t3_nhs_unknown", NHS_STAY.unknown().or(long().and(NHS_STAY_BEST_INTERESTS.unknown())))
                .finds(Likely::Unknown)
                .because(source),
        )
        .row(Row::otherwise("t3_nhs_no").finds(Likely::No).because(source))
}

/// T3, regulation 4(3): a material disagreement, and both agree that an advocate is in the person's best interests.
fn disagreement_limb() -> Table {
    let source = [cite(&NO2_REGS, "reg 4(3) (disagreement)")];
    DISAGREEMENT_LIMB
        .first_fit()
        .only_if(section_67_or_reablement().and(SUPPORTER.is(Supporter::Appropriate)))
        .row(Row::when("t3_dis_yes", AP_DISAGREEMENT_BOTH_AGREE.is(YesNo::Yes)).finds(Likely::Yes).because(source))
        .row(
            Row::when("t3_dis_unknown", AP_DISAGREEMENT.unknown().or(AP_DISAGREEMENT_BOTH_AGREE.unknown()))
                .finds(Likely::Unknown)
                .because(source),
        )
        .row(Row::otherwise("t3_dis_no").finds(Likely::No).because(source))
}

/// T3. A limb that is not worked out is "no".
fn exception() -> Table {
    let source = [cite(&NO2_REGS, "reg 4")];
    let either = |limb: Likely| NHS_LIMB.is(limb).or(DISAGREEMENT_LIMB.is(limb));
    EXCEPTION
        .first_fit()
        .only_if(section_67_or_reablement().and(SUPPORTER.any([Supporter::Appropriate, Supporter::Unknown])))
        .row(Row::when("t3_yes", either(Likely::Yes)).finds(Likely::Yes).because(source))
        .row(Row::when("t3_unknown", either(Likely::Unknown)).finds(Likely::Unknown).because(source))
        .row(Row::otherwise("t3_no").finds(Likely::No).because(source))
}

/// T4 for one group of processes.
///
/// Regulation 4 is made under section 67(7), so for section 68 there is no
/// exception and its rows are left out.
fn result(table: Finding<CareAct>, in_play: InPlay, required: Id, exception: Option<Finding<Likely>>) -> Table {
    let difficult = || DIFFICULTY.is(Likely::Yes);
    let lifted = exception.map_or_else(any_of_none, |e| e.any([Likely::Yes, Likely::Unknown]));
    let table = table
        .first_fit()
        .only_if(IN_PLAY.is(in_play))
        .row(
            Row::when("B1", DIFFICULTY.is(Likely::No))
                .finds(CareAct::NoDifficulty)
                .gives(Id::CaNoDifficulty)
                .because([cite(&CARE_ACT, "s.67(4), s.68(3)")]),
        )
        .row(
            Row::when("B2", all([difficulty_possible(), SUPPORTER.is(Supporter::Appropriate), not(lifted)]))
                .finds(CareAct::Supported)
                .gives(Id::CaApSupports)
                .because([cite(&CARE_ACT, "s.67(5)-(6), s.68(4)-(5)")]),
        )
        .row(
            Row::when("B3", DIFFICULTY.is(Likely::Unknown))
                .finds(CareAct::UndecidedDifficulty)
                .gives(Id::CaUndecidedDifficulty)
                .because([cite(&CARE_ACT, "s.67(4)")]),
        )
        .row(
            Row::when("B4", difficult().and(SUPPORTER.is(Supporter::None)))
                .finds(CareAct::Required)
                .gives(required)
                .because([cite(&CARE_ACT, "s.67(2), s.68(2)")]),
        );
    let table = match exception {
        Some(_) => exceptions(table, required),
        None => table,
    };
    table.row(
        Row::when("B7", difficult().and(SUPPORTER.is(Supporter::Unknown)))
            .finds(CareAct::UndecidedPerson)
            .gives(Id::CaUndecidedAp)
            .because([cite(&CARE_ACT, "s.67(5)")]),
    )
}

/// Rules B5, once for each way the exception can hold, and B6.
fn exceptions(table: Table, required: Id) -> Table {
    let source = [cite(&NO2_REGS, "reg 4")];
    let may_apply = |limbs: Cond| {
        all([DIFFICULTY.is(Likely::Yes), SUPPORTER.any([Supporter::Appropriate, Supporter::Unknown]), limbs])
    };
    let nhs = || NHS_LIMB.is(Likely::Yes);
    let disagreement = || DISAGREEMENT_LIMB.is(Likely::Yes);
    let holds =
        |limbs| Row::when("B5", may_apply(limbs)).finds(CareAct::RequiredByException).gives(required).because(source);
    table
        .row(holds(nhs().and(disagreement())).gives(Id::CaExceptionNhs).gives(Id::CaExceptionDisagreement))
        .row(holds(nhs()).gives(Id::CaExceptionNhs))
        .row(holds(disagreement()).gives(Id::CaExceptionDisagreement))
        .row(
            Row::when(
                "B6",
                all([
                    DIFFICULTY.is(Likely::Yes),
                    SUPPORTER.is(Supporter::Appropriate),
                    EXCEPTION.is(Likely::Unknown),
                ]),
            )
            .finds(CareAct::UndecidedException)
            .gives(Id::CaUndecidedException)
            .because(source),
        )
}

/// A condition that never holds.
fn any_of_none() -> Cond {
    any([])
}

fn dispute() -> Table {
    DISPUTE.every_fit().row(
        Row::when("B8", difficulty_possible().and(AP_DISAGREEMENT_BOTH_AGREE.is(YesNo::No)))
            .gives(Id::DisputeRoute)
            .because([cite(&NO2_REGS, "reg 4(3) (disagreement)")]),
    )
}

/// T5.
fn timing() -> Table {
    let status = |status| ADVOCATE_STATUS.is(status);
    let in_place = || ADVOCATE_STATUS.is(Status::CareActInPlace);
    let not_in_place = || not(in_place());
    let urgent = || URGENT_RISK.is(YesNo::Yes);
    let not_urgent = || URGENT_RISK.none_of([YesNo::Yes]);
    let hold = |why: Cond| all([ADVOCATE_STATUS.none_of([Status::CareActInPlace]), why]);
    let unclear = || IN_PLAY.is(InPlay::Section68Unclear).and(difficulty_possible());
    TIMING
        .every_fit()
        .row(
            Row::when("C1", required().and(in_place()))
                .gives(Id::UseExistingAdvocate)
                .because([cite(&CARE_ACT, "s.67(2)")]),
        )
        .row(
            Row::when("C2", required().and(status(Status::OtherAdvocateInPlace)))
                .gives(Id::CheckExistingAdvocate)
                .because([
                    cite(&NO2_REGS, "reg 2"),
                    cite(&NOTE, "Social Care Institute for Excellence, interaction page"),
                ]),
        )
        .row(
            Row::when("C3", required().and(status(Status::ReferredWaiting)))
                .gives(Id::ChaseReferral)
                .because([PROCEDURE]),
        )
        .row(
            Row::when("C4", required().and(ADVOCATE_STATUS.any([Status::None, Status::NotKnown])))
                .gives(Id::ReferNow)
                .because([PROCEDURE]),
        )
        .row(Row::when("C5", required_67().and(not_in_place())).gives(Id::DoNotStart).because([PROCEDURE, HARINGEY]))
        .row(
            Row::when("C6", all([required_67(), not_in_place(), urgent()]))
                .gives(Id::InterimUrgentS67)
                .because([PROCEDURE, cite(&CARE_ACT, "s.19(3)")]),
        )
        .row(
            Row::when("C7", all([required_68(), not_in_place(), urgent()]))
                .gives(Id::S68MayStartUrgently)
                .because([URGENT_ENQUIRY]),
        )
        .row(
            Row::when("C8", all([required_68(), not_in_place(), not_urgent()]))
                .gives(Id::DoNotStart)
                .because([cite(&CARE_ACT, "s.68(2)"), URGENT_ENQUIRY]),
        )
        .row(
            Row::when(
                "C9",
                all([
                    PROCESS_STARTED.is(YesNo::Yes),
                    not_in_place(),
                    required_67().or(required_68().and(not_urgent())),
                ]),
            )
            .gives(Id::PauseAndPutRight)
            .because([HARINGEY]),
        )
        .row(
            Row::when("C10", hold(undecided().or(unclear())))
                .gives(Id::HoldUntilDecided)
                .because([cite(&CARE_ACT, "ss.67-68")]),
        )
        .row(
            Row::when(
                "C11",
                all([hold(undecided().or(unclear())), urgent(), section_68_or_unclear(), not(required_68())]),
            )
            .gives(Id::S68MayStartUrgently)
            .because([URGENT_ENQUIRY]),
        )
        .row(
            Row::when("C12", all([hold(undecided()), urgent(), section_67_or_reablement(), not(required_67())]))
                .gives(Id::InterimUrgentS67)
                .because([PROCEDURE, cite(&CARE_ACT, "s.19(3)")]),
        )
}

/// T6. A refusal never removes a required outcome.
fn view() -> Table {
    let declines = |capacity| VIEW_ON_ADVOCATE.is(View::Declines).and(CAPACITY_CHOOSE_SUPPORT.is(capacity));
    let sources = [PROCEDURE, cite(&CARE_ACT, "s.67(2)")];
    VIEW.first_fit()
        .only_if(required())
        .row(Row::when("V1", VIEW_ON_ADVOCATE.is(View::NotAsked)).gives(Id::ExplainAndAsk).because(sources))
        .row(Row::when("V2a", declines(Capacity::Has)).gives(Id::DeclinedWithCapacity).because(sources))
        .row(Row::when("V2b", declines(Capacity::Lacks)).gives(Id::DeclinedLacksCapacity).because(sources))
        .row(Row::when("V2c", declines(Capacity::NotKnown)).gives(Id::DeclinedFindOutCapacity).because(sources))
        .row(Row::otherwise("V3"))
}
