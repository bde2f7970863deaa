//! What the tables find, and the numbers an authority sets.

use crate::engine::{Count, Finding, NoFinding};
use crate::{choices, numbered};

choices! {
    /// Who holds the case.
    pub enum Holder {
        Duty = "duty",
        NamedWorkerOrTeam = "named_worker_or_team",
        DutyUntilRightWorkerHasIt = "duty_until_right_worker_has_it",
        Us = "us",
        OtherAuthority = "other_authority",
        ReceivingFromAgreedDate = "receiving_from_agreed_date",
        NobodyCaseClosed = "nobody_case_closed",
        Sender = "sender",
        UsFromAgreedDate = "us_from_agreed_date",
    }

    /// Who holds the case while two councils disagree.
    pub enum InDispute {
        Us = "us",
        OtherAuthority = "other_authority",
    }
}

numbered! {
    START: Finding<NoFinding> = "start";
    CONTACT: Finding<NoFinding> = "contact";
    TRANSFER: Finding<NoFinding> = "transfer";
    JOINT: Finding<NoFinding> = "joint";
    ASKED: Finding<NoFinding> = "asked";
    IN_DISPUTE: Finding<InDispute> = "in_dispute";
    HOLDER: Finding<Holder> = "holder";
    START_ACTIONS: Finding<NoFinding> = "start_actions";
    CONTACT_ACTIONS: Finding<NoFinding> = "contact_actions";
    TRANSFER_ACTIONS: Finding<NoFinding> = "transfer_actions";
    JOINT_ACTIONS: Finding<NoFinding> = "joint_actions";
    ASKED_ACTIONS: Finding<NoFinding> = "asked_actions";
}

/// Ids of the numbers that an authority sets, in order.
pub const COUNTS: &[&str] = &["escalate_days", "reply_working_days"];

/// A senior manager is told when the other team was asked this many days ago. A default, not law.
pub const ESCALATE: Count = Count::Setting(0);
/// The place of the working days within which a request is answered.
pub const REPLY: usize = 1;
