//! Table T9: deprivation of liberty.

use super::answers::*;
use super::findings::settings::LPS;
use super::findings::*;
use super::outcomes::Id;
use crate::engine::{Row, Table};
use crate::tools::sources::{MCA, cite};

/// The table.
pub fn table() -> Table {
    let possible = safeguards_imca_possible;
    DOLS.first_fit()
        .only_if(AGE.is_not(Age::UnderSixteen))
        .row(
            Row::when("D1", DOLS_STAGE.unknown())
                .gives(Id::DolsUndecided)
                .because([cite(&MCA, "ss.39A-39D"), cite(&MCA, "Sch A1")]),
        )
        .row(Row::when("D0", DOLS_STAGE.is(Stage::None)).because([cite(&MCA, "ss.39A-39D")]))
        .row(
            Row::when("D3", LPS.reached()).gives(Id::DolsReplacedByLps).because([cite(
                &MCA,
                "Sch AA1 (any setting, from age 16)",
            )
            .confirm("commencement")]),
        )
        .row(
            Row::when("D2", DOLS_STAGE.is(Stage::CommunityOrUnder18).or(AGE.is(Age::SixteenOrSeventeen)))
                .gives(Id::CourtDol)
                .because([cite(&MCA, "Sch A1 para 13"), cite(&MCA, "s.4A")]),
        )
        .row(
            Row::when("D4", possible().and(S40_PERSON.is(Section40::ForThisDecision)))
                .gives(Id::DolsImcaNotS40)
                .because([cite(&MCA, "s.40(1), (2)")]),
        )
        .row(
            Row::when("D5", possible().and(SOMEONE_TO_CONSULT.is(YesNo::Yes)))
                .gives(Id::Dols39aNotNeeded)
                .because([cite(&MCA, "s.39A(1), 39C(1)")]),
        )
        .row(
            Row::when("D6", possible().and(SOMEONE_TO_CONSULT.unknown().or(S40_PERSON.unknown())))
                .gives(Id::DolsUndecided)
                .because([cite(&MCA, "s.39A(1), 39C(1)"), cite(&MCA, "s.40(1)")]),
        )
        .row(
            Row::when("D7", possible().and(DOLS_STAGE.is(Stage::RequestedOrUrgent)))
                .finds(Safeguards::Due39A)
                .gives(Id::Dols39aRequired)
                .because([cite(&MCA, "s.39A(3)")]),
        )
        .row(
            Row::when("D7", possible())
                .finds(Safeguards::Due39C)
                .gives(Id::Dols39cRequired)
                .because([cite(&MCA, "s.39C(3)")]),
        )
        .row(
            Row::when("D8", DOLS_39D_TRIGGER.is(YesNo::Yes))
                .gives(Id::Dols39dRequired)
                .because([cite(&MCA, "s.39D(2)-(5)")]),
        )
        .row(
            Row::when("D8", DOLS_39D_TRIGGER.none_of([YesNo::Yes]))
                .gives(Id::Dols39dTellThem)
                .because([cite(&MCA, "s.39D(2)-(5)")]),
        )
        .row(
            Row::when("D9", DOLS_STAGE.is(Stage::AuthorisedPaidRep))
                .gives(Id::DolsPaidRep)
                .because([cite(&MCA, "s.39D(1)")]),
        )
}
