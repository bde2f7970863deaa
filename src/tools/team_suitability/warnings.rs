//! What to keep in mind. A warning never changes who holds a case.

use super::answers::*;
use super::findings::{HOLDER, Holder};
use super::outcomes::Id;
use crate::engine::{Apart, Citation, Cond, Count, Span, Warning, When, all, any};
use crate::tools::sources::{CARE_ACT, DISPUTES, JOINT_WORK, MONITORING, NOTE, cite};

/// The warnings, in the order they are shown.
pub fn all_warnings() -> Vec<Warning> {
    let dispute = || Cond::present(Id::TOrDispute);
    let theirs = HOLDER.is(Holder::OtherAuthority);
    let on_a_date = HOLDER.any([Holder::ReceivingFromAgreedDate, Holder::UsFromAgreedDate]);
    let same_council = all([
        RECEIVER.is(Receiver::OurAuthorityTeam),
        AGREED.any([Agreed::DeclinedWithReasons, Agreed::DeclinedWithoutReasons]),
    ]);
    let carer_indirect = all([WHO.is(Who::Carer), CONTACT_WITH_PERSON.is(Contact::Indirect)]);
    let moves = [Id::TPrepareHandover, Id::TInterimThenTransfer, Id::TTransfer];
    let agreed = || any(moves.map(Cond::present));
    let section_7 = [Id::RDeclineWritten, Id::RDeclineSuggest, Id::RNotAReason];
    let declines = any(section_7.map(Cond::present));
    let law = || cite(&CARE_ACT, "s.6(4), s.7").confirm("whether section 7 binds teams of one council");
    vec![
        warning("w_no_date", all([on_a_date, HOLDS_FROM.blank()]), cite(&NOTE, "Invariant of this tool")),
        warning(
            "w_far_date",
            any([far(HOLDS_FROM.day()), far(DISPUTE_AROSE.day())]),
            cite(&NOTE, "Invariant of this tool"),
        ),
        warning("w_live", all([LIVE_PROCESS.none_of([Live::Nothing]), agreed()]), cite(&MONITORING, "")),
        warning(
            "w_four_months",
            dispute(),
            cite(&DISPUTES, "").confirm("the four months were seen in a policy, not in the regulation"),
        ),
        warning("w_urgent_support", theirs, cite(&CARE_ACT, "s.19(3), s.42(1)")),
        warning("w_same_council", any([same_council, declines]), law()),
        warning("w_carer_indirect", carer_indirect, cite(&JOINT_WORK, "")),
        warning("w_joint_holder", PATH.is(Path::Joint), cite(&JOINT_WORK, "")),
    ]
}

/// More than a year away, before or after today: perhaps a slip of the pen.
fn far(day: When) -> Cond {
    let year = || Span::AtLeast(Count::Days(366));
    any([
        Cond::Apart(Apart { from: When::Today, to: day, span: year() }),
        Cond::Apart(Apart { from: day, to: When::Today, span: year() }),
    ])
}

fn warning(id: &'static str, when: Cond, source: Citation) -> Warning {
    Warning { id, when, sources: vec![source] }
}
