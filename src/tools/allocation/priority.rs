//! Table P: what sets the least urgent band a person may have. Every rule that is true counts.
//!
//! "At least" is written as the list of levels from there up. A level that "not known" counts as is in the
//! list as `Unknown`, so that no other place has to remember it.

use super::answers::*;
use super::bands::{BASE_BAND, Band, PRIORITY};
use crate::engine::{Citation, Cond, Row, Table, all, any, not};
use crate::tools::sources::{ALLOCATION, CARE_ACT, CHILDREN, LOCAL, MHA, NOTE, cite};

/// Risk is high or worse.
fn risk_high() -> Cond {
    RISK.any([Risk::High, Risk::Critical, Risk::Unknown])
}

fn risk_moderate() -> Cond {
    RISK.any([Risk::Moderate, Risk::High, Risk::Critical, Risk::Unknown])
}

/// Daily help with three or more essential tasks, or more.
pub fn need_high() -> Cond {
    NEED.any([Need::High, Need::VeryHigh, Need::Unknown])
}

fn need_moderate() -> Cond {
    NEED.any([Need::Moderate, Need::High, Need::VeryHigh, Need::Unknown])
}

/// Need that current support does not secure: the lower of the two levels.
fn exposure_3() -> Cond {
    all([need_high(), SUPPORT.any([Support::Failing, Support::Absent])])
}

fn exposure_2() -> Cond {
    let support = [Support::Fragile, Support::Failing, Support::Absent, Support::Unknown];
    all([need_moderate(), SUPPORT.any(support)])
}

/// A kind of date was named.
pub fn dated() -> Cond {
    DEADLINE_KIND.any([
        DeadlineKind::HospitalDischarge,
        DeadlineKind::SupportOrPlacementEnds,
        DeadlineKind::LossOfHome,
        DeadlineKind::CourtOrStatutory,
        DeadlineKind::Turns18,
        DeadlineKind::TreatmentOrEquipment,
        DeadlineKind::Other,
    ])
}

/// A kind of date was named and the date is missing.
pub fn date_missing() -> Cond {
    all([dated(), not(DEADLINE.given())])
}

/// The urgency level is 4: the answer, or a date 2 days away or past.
fn urgency_4() -> Cond {
    any([URGENCY.is(Urgency::Today), DEADLINE.within(2)])
}

fn urgency_3() -> Cond {
    any([URGENCY.any([Urgency::WithinWeek, Urgency::Today]), DEADLINE.within(7)])
}

fn urgency_2() -> Cond {
    let soon = [Urgency::WithinMonth, Urgency::WithinWeek, Urgency::Today, Urgency::Unknown];
    let date_not_known = all([not(DEADLINE.given()), DEADLINE_KIND.none_of([DeadlineKind::None])]);
    any([URGENCY.any(soon), DEADLINE.within(28), date_not_known])
}

fn carer_at_risk() -> Cond {
    CARER.any([Carer::AtRisk, Carer::BrokenDown])
}

fn carer_strained() -> Cond {
    CARER.any([Carer::Strained, Carer::AtRisk, Carer::BrokenDown, Carer::Unknown])
}

fn concern() -> Cond {
    SAFEGUARDING.any([Safeguarding::Protected, Safeguarding::NotProtected])
}

fn worsening() -> Cond {
    DETERIORATION.any([Deterioration::Worsening, Deterioration::Rapid])
}

fn rapid() -> Cond {
    DETERIORATION.is(Deterioration::Rapid)
}

/// Somebody asked, or nobody did: it is not known whether the person is safe.
fn safety_not_known() -> Cond {
    any([IMMEDIATE_DANGER.unknown(), ESSENTIAL_CARE_MISSED.unknown(), SAFEGUARDING.unknown()])
}

/// Rule P57, which makes a result provisional: an answer that planning needs is not known.
pub fn required_not_known() -> Cond {
    any([
        FUNCTION.unknown(),
        IMMEDIATE_DANGER.unknown(),
        ESSENTIAL_CARE_MISSED.unknown(),
        SAFEGUARDING.unknown(),
        CARER.unknown(),
        CHILD_AT_RISK.unknown(),
        END_OF_LIFE.unknown(),
        RISK.unknown(),
        NEED.unknown(),
        SUPPORT.unknown(),
        URGENCY.unknown(),
        DETERIORATION.unknown(),
        FLUCTUATION.unknown(),
        DEADLINE_KIND.unknown(),
        date_missing(),
    ])
}

fn local() -> Citation {
    cite(&LOCAL, "priority table")
}

/// Table P.
pub fn table() -> Table {
    let row = |id, band, when| Row::when(id, when).finds(band).because([local(), cite(&ALLOCATION, "")]);
    let home_ends = DEADLINE_KIND.any([DeadlineKind::SupportOrPlacementEnds, DeadlineKind::LossOfHome]);
    let enquiry = FUNCTION.is(Function::SafeguardingEnquiry);
    let mha = FUNCTION.is(Function::MhaAssessment);
    let worse_by_waiting = any([exposure_3(), urgency_3(), worsening()]);
    PRIORITY
        .every_fit()
        .row(row("P01", Band::ActNow, IMMEDIATE_DANGER.is(YesNo::Yes)))
        .row(row("P02", Band::ActNow, RISK.is(Risk::Critical)))
        .row(
            row("P03", Band::ActNow, ESSENTIAL_CARE_MISSED.is(YesNo::Yes))
                .because([local(), cite(&CARE_ACT, "s.19(3)")]),
        )
        .row(
            row("P04", Band::ActNow, SAFEGUARDING.is(Safeguarding::NotProtected))
                .because([local(), cite(&CARE_ACT, "s.42")]),
        )
        .row(row("P05", Band::ActNow, mha).because([local(), cite(&MHA, "s.13")]))
        .row(row("P06", Band::ActNow, all([CARER.is(Carer::BrokenDown), need_high()])))
        .row(
            row("P10", Band::Urgent, END_OF_LIFE.is(EndOfLife::Weeks))
                .because([local(), cite(&NOTE, "Orkney, critical risk")]),
        )
        .row(row("P11", Band::Urgent, CARER.is(Carer::BrokenDown)))
        .row(row("P12", Band::Urgent, all([carer_at_risk(), need_high()])))
        .row(row("P13", Band::Urgent, all([concern(), enquiry])).because([local(), cite(&CARE_ACT, "s.42")]))
        .row(row("P14", Band::Urgent, CHILD_AT_RISK.is(YesNo::Yes)).because([local(), cite(&CHILDREN, "")]))
        .row(row("P15", Band::Urgent, urgency_4()))
        .row(row("P16", Band::Urgent, all([SUPPORT.is(Support::Absent), need_high()])))
        .row(row("P17", Band::Urgent, all([home_ends, DEADLINE.within(14)])))
        .row(row("P18", Band::Urgent, all([risk_high(), worse_by_waiting])))
        .row(row("P19", Band::Urgent, all([rapid(), any([risk_moderate(), exposure_2()])])))
        .row(row("P20", Band::Urgent, safety_not_known()))
        .row(row("P30", Band::High, risk_high()))
        .row(row("P31", Band::High, concern()).because([local(), cite(&CARE_ACT, "s.42")]))
        .row(row("P32", Band::High, exposure_3()))
        .row(row("P33", Band::High, urgency_3()))
        .row(row("P34", Band::High, carer_at_risk()))
        .row(row("P35", Band::High, rapid()))
        .row(row("P36", Band::High, END_OF_LIFE.any([EndOfLife::Months, EndOfLife::Weeks])))
        .row(row("P37", Band::High, all([risk_moderate(), worsening()])))
        .row(row("P38", Band::High, FLUCTUATION.is(Fluctuation::Dangerous)))
        .row(row("P50", Band::Standard, risk_moderate()))
        .row(row("P51", Band::Standard, exposure_2()))
        .row(row("P52", Band::Standard, urgency_2()))
        .row(row(
            "P53",
            Band::Standard,
            any([worsening(), DETERIORATION.any([Deterioration::Likely, Deterioration::Unknown])]),
        ))
        .row(row("P54", Band::Standard, FLUCTUATION.any([Fluctuation::Marked, Fluctuation::Dangerous])))
        .row(row("P55", Band::Standard, carer_strained()))
        .row(row("P56", Band::Standard, need_high()))
        .row(row("P57", Band::Standard, required_not_known()))
        .row(row("P90", Band::Planned, Cond::Always))
}

/// The base band: the most urgent that any true rule asks for.
pub fn base_band() -> Table {
    let row = |id, band| Row::when(id, PRIORITY.is(band)).finds(band).because([local()]);
    BASE_BAND
        .first_fit()
        .row(row("BB0", Band::ActNow))
        .row(row("BB1", Band::Urgent))
        .row(row("BB2", Band::High))
        .row(row("BB3", Band::Standard))
        .row(row("BB4", Band::Planned))
}
