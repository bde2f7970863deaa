//! Table T8: independent mental capacity advocates.

use super::answers::*;
use super::findings::*;
use super::outcomes::Id;
use crate::engine::{Citation, Cond, Finding, One, Row, Table, any};
use crate::tools::sources::{IMCA_REGS, MCA, MCA_CODE, cite};

/// The tables, in the order of their numbers.
pub fn tables() -> Vec<Table> {
    vec![
        treatment(),
        accommodation(
            IMCA_NHS,
            McaDecision::NhsAccommodation,
            CAP_NHS_ACCOMMODATION,
            NHS_ACCOMMODATION_LENGTH,
            (Id::ImcaS38Required, cite(&MCA, "s.38(3)"), cite(&MCA, "s.38(3)(a)")),
        ),
        accommodation(
            IMCA_COUNCIL,
            McaDecision::LaAccommodation,
            CAP_LA_ACCOMMODATION,
            LA_ACCOMMODATION_LENGTH,
            (Id::ImcaS39Required, cite(&MCA, "s.39(4)"), cite(&MCA, "s.39(4)(a)")),
        ),
        other(),
        review(),
        safeguarding(),
    ]
}

/// The decision is to be made, for a person the Mental Capacity Act covers.
fn selected(decision: McaDecision) -> Cond {
    AGE.is_not(Age::UnderSixteen).and(MCA_DECISIONS.includes(decision))
}

/// Rules I1 and I2.
fn start(table: Table, capacity: One<DecisionCapacity>) -> Table {
    table
        .row(
            Row::when("I1", capacity.is(DecisionCapacity::Has))
                .gives(Id::ImcaNotNeededCapacity)
                .because([cite(&MCA, "s.37(1)(a), 38(1), 39(1)")]),
        )
        .row(
            Row::when("I2", MHA_GOVERNS.is(YesNo::Yes))
                .gives(Id::ImcaNotMha)
                .because([cite(&MCA, "s.37(2), 38(2), 39(3)")]),
        )
}

/// Rules I5 to I8.
fn finish(table: Table, capacity: One<DecisionCapacity>, required: Id, source: Citation) -> Table {
    let unknown =
        any([capacity.unknown(), MHA_GOVERNS.unknown(), SOMEONE_TO_CONSULT.unknown(), S40_PERSON.unknown()]);
    table
        .row(
            Row::when("I5", S40_PERSON.is(Section40::ForThisDecision))
                .gives(Id::ImcaNotS40)
                .because([cite(&MCA, "s.40(1)")]),
        )
        .row(
            Row::when("I6", SOMEONE_TO_CONSULT.is(YesNo::Yes))
                .gives(Id::ImcaNotSomeoneToConsult)
                .because([cite(&MCA, "s.37(1)(b), 38(1), 39(1)"), cite(&MCA_CODE, "10.79")]),
        )
        .row(Row::when("I7", unknown).gives(Id::ImcaUndecided).because([cite(&MCA, "ss.37-40")]))
        .row(Row::otherwise("I8").finds(Imca::Required).gives(required).because([source]))
}

fn treatment() -> Table {
    let table = IMCA_TREATMENT.first_fit().only_if(selected(McaDecision::SeriousMedicalTreatment));
    let table = start(table, CAP_SERIOUS_MEDICAL_TREATMENT);
    finish(table, CAP_SERIOUS_MEDICAL_TREATMENT, Id::ImcaS37Required, cite(&MCA, "s.37(3)"))
}

/// A stay that the NHS or the council arranges. A length that is not known counts as long enough:
/// the duty applies unless the body is satisfied that the stay is shorter.
fn accommodation(
    table: Finding<Imca>,
    decision: McaDecision,
    capacity: One<DecisionCapacity>,
    length: One<Length>,
    (required, duty, too_short): (Id, Citation, Citation),
) -> Table {
    let displaced = DOLS_SAME_PLACE.is(YesNo::Yes).and(DOLS.any([Safeguards::Due39A, Safeguards::Due39C]));
    let table = start(table.first_fit().only_if(selected(decision)), capacity)
        .row(Row::when("I3", length.is(Length::Under)).gives(Id::ImcaNotLength).because([too_short]))
        .row(Row::when("I4", displaced).gives(Id::ImcaDolsInstead).because([cite(&MCA, "s.38(2A), 39(3A)")]));
    finish(table, capacity, required, duty)
}

/// Rules I0 and I9, beside the three duties.
fn other() -> Table {
    let required =
        any([IMCA_TREATMENT.is(Imca::Required), IMCA_NHS.is(Imca::Required), IMCA_COUNCIL.is(Imca::Required)]);
    IMCA_OTHER
        .every_fit()
        .only_if(AGE.is_not(Age::UnderSixteen))
        .row(
            Row::when("I0", MCA_DECISIONS.includes(McaDecision::NotKnown).or(MCA_DECISIONS.empty()))
                .gives(Id::ImcaUndecided)
                .because([cite(&MCA, "ss.37-39"), cite(&IMCA_REGS, "regs 3-4")]),
        )
        .row(
            Row::when("I9", required.and(DECISION_URGENT.is(YesNo::Yes)))
                .gives(Id::ImcaUrgent)
                .because([cite(&MCA, "s.37(4), 38(3)(b), 39(4)(b)")]),
        )
}

fn review() -> Table {
    let capacity = CAP_ACCOMMODATION_REVIEW;
    let unknown = any([
        capacity.unknown(),
        MHA_GOVERNS.unknown(),
        ACCOMMODATION_12_WEEKS.unknown(),
        S40_PERSON.unknown(),
        SOMEONE_TO_CONSULT.unknown(),
        IMCA_PARTICULAR_BENEFIT.unknown(),
    ]);
    let reg = |at| cite(&IMCA_REGS, at);
    IMCA_REVIEW
        .first_fit()
        .only_if(selected(McaDecision::AccommodationReview))
        .row(
            Row::when("I10", capacity.is(DecisionCapacity::Has))
                .gives(Id::ImcaNotNeededCapacity)
                .because([reg("reg 3(1)(a)")]),
        )
        .row(
            Row::when("I11", IMCA_NHS.is(Imca::Required).or(IMCA_COUNCIL.is(Imca::Required)))
                .because([reg("reg 3(1)(e)")]),
        )
        .row(Row::when("I12", MHA_GOVERNS.is(YesNo::Yes)).gives(Id::ImcaNotMha).because([reg("reg 3(2)")]))
        .row(
            Row::when("I13", ACCOMMODATION_12_WEEKS.is(YesNo::No))
                .gives(Id::ImcaReviewNot12Weeks)
                .because([reg("reg 3(2)")]),
        )
        .row(
            Row::when("I14", S40_PERSON.any([Section40::ForThisDecision, Section40::OtherMattersOnly]))
                .gives(Id::ImcaNotS40)
                .because([reg("reg 3(1)(d)")]),
        )
        .row(
            Row::when("I15", SOMEONE_TO_CONSULT.is(YesNo::Yes))
                .gives(Id::ImcaNotSomeoneToConsult)
                .because([reg("reg 3(1)(c)")]),
        )
        .row(Row::when("I16", unknown).gives(Id::ImcaUndecided).because([reg("regs 3 and 5")]))
        .row(
            Row::when("I17", IMCA_PARTICULAR_BENEFIT.is(YesNo::Yes))
                .gives(Id::ImcaReviewMay)
                .because([reg("reg 5(1)")]),
        )
        .row(
            Row::when("I18", IMCA_PARTICULAR_BENEFIT.is(YesNo::No))
                .gives(Id::ImcaReviewNotUsed)
                .because([reg("reg 5(1)")]),
        )
}

/// Family, attorneys and the Mental Health Act make no difference here.
fn safeguarding() -> Table {
    let capacity = CAP_SAFEGUARDING_MEASURES;
    let reg = |at| cite(&IMCA_REGS, at);
    IMCA_SAFEGUARDING
        .first_fit()
        .only_if(selected(McaDecision::SafeguardingMeasures))
        .row(
            Row::when("I19", capacity.is(DecisionCapacity::Has))
                .gives(Id::ImcaNotNeededCapacity)
                .because([reg("reg 4")]),
        )
        .row(
            Row::when("I20", capacity.unknown().or(IMCA_PARTICULAR_BENEFIT.unknown()))
                .gives(Id::ImcaUndecided)
                .because([reg("regs 4 and 5")]),
        )
        .row(
            Row::when("I21", IMCA_PARTICULAR_BENEFIT.is(YesNo::Yes))
                .gives(Id::ImcaSafeguardingMay)
                .because([reg("regs 4 and 5(1)")]),
        )
        .row(
            Row::when("I22", IMCA_PARTICULAR_BENEFIT.is(YesNo::No))
                .gives(Id::ImcaSafeguardingNotUsed)
                .because([reg("reg 5(1)")]),
        )
}
