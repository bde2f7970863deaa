//! Table T7: independent mental health advocates.

use super::answers::*;
use super::findings::settings::{IMHA_INFORMAL, IMHA_OPT_OUT};
use super::findings::*;
use super::outcomes::Id;
use crate::engine::{Cond, Row, Table, all, any, not};
use crate::tools::sources::{MHA, MHA_2025, cite};

/// The tables, in the order of their numbers.
pub fn tables() -> Vec<Table> {
    vec![qualifies(), referral()]
}

/// Under compulsion in one of the ways that qualify.
pub fn under_compulsion() -> Cond {
    MHA_STATUS.any([Mha::Detained, Mha::Cto, Mha::Guardianship, Mha::ConditionalDischarge])
}

fn qualifies() -> Table {
    let only_for_treatment = || MHA_STATUS.any([Mha::ShortTerm, Mha::InformalInpatient]);
    let young_enough = MHA_SPECIAL_TREATMENT.is(Treatment::EctUnder18).and(not(AGE.is(Age::Adult)));
    let treatment = any([MHA_SPECIAL_TREATMENT.is(Treatment::Section57), young_enough]);
    IMHA.first_fit()
        .row(Row::when("M0", MHA_STATUS.is(Mha::NotSubject)).because([cite(&MHA, "s.130C")]))
        .row(
            Row::when("M1", under_compulsion()).gives(Id::ImhaQualifies).because([
                cite(&MHA, "s.130C(2)").confirm("that conditional discharge counts as liable to be detained")
            ]),
        )
        .row(
            Row::when("M3", MHA_STATUS.is(Mha::InformalInpatient))
                .during(IMHA_INFORMAL.onwards())
                .gives(Id::ImhaQualifiesInformal)
                .because([cite(&MHA_2025, "").confirm("section number and commencement")]),
        )
        .row(
            Row::when("M4", all([only_for_treatment(), treatment]))
                .gives(Id::ImhaQualifies)
                .because([cite(&MHA, "s.130C(3)")]),
        )
        .row(
            Row::when("M5", MHA_SPECIAL_TREATMENT.unknown())
                .gives(Id::ImhaUndecided)
                .because([cite(&MHA, "s.130C(3)")]),
        )
        .row(
            Row::when("M6", MHA_STATUS.is(Mha::ShortTerm))
                .gives(Id::ImhaNotYet)
                .because([cite(&MHA, "s.130C(2)(a)")]),
        )
        .row(
            Row::when("M6", MHA_STATUS.is(Mha::InformalInpatient))
                .gives(Id::ImhaNotQualifying)
                .because([cite(&MHA, "s.130C(2)(a)")]),
        )
        .row(Row::when("M7", MHA_STATUS.unknown()).gives(Id::ImhaUndecided).because([cite(&MHA, "s.130C")]))
}

fn referral() -> Table {
    IMHA_REFERRAL.every_fit().row(
        Row::when("M2", under_compulsion())
            .during(IMHA_OPT_OUT.onwards())
            .gives(Id::ImhaAutomaticReferral)
            .because([cite(&MHA_2025, "").confirm("section number and commencement")]),
    )
}
