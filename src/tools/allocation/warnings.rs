//! What to keep in mind about one referral. A warning never changes a band.

use super::answers::*;
use super::bands::{LIST, List};
use super::priority::required_not_known;
use crate::engine::{Apart, Citation, Cond, Count, Span, Warning, When, all, not};
use crate::tools::sources::{LOCAL, MONITORING, cite};

/// The warnings, in the order they are shown.
pub fn all_warnings() -> Vec<Warning> {
    let waits = || LIST.is_not(List::Closed);
    let kept = all([STATUS.any([Status::OnHold, Status::Withdrawn]), LIST.any([List::NeedsTriage, List::Ranked])]);
    vec![
        warning("w_no_received", not(RECEIVED.given()), cite(&LOCAL, "timescales")),
        warning("w_future_received", future(RECEIVED.day()), cite(&LOCAL, "timescales")),
        warning("w_future_contact", future(LAST_CONTACT.day()), cite(&LOCAL, "timescales")),
        warning("w_future_answers", future(ANSWERED_ON.day()), cite(&LOCAL, "timescales")),
        warning("w_kept_visible", kept, cite(&MONITORING, "")),
        warning("w_provisional", all([waits(), required_not_known()]), cite(&LOCAL, "priority table")),
        warning("w_never_rank", waits(), cite(&MONITORING, "")),
    ]
}

fn warning(id: &'static str, when: Cond, source: Citation) -> Warning {
    Warning { id, when, sources: vec![source] }
}

fn future(day: When) -> Cond {
    Cond::Apart(Apart { from: When::Today, to: day, span: Span::AtLeast(Count::Days(1)) })
}
