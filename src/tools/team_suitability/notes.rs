//! What is written down beside the answers, what is sent, and what a manager would ask. Section 11 of the
//! specification.

use super::answers::*;
use super::outcomes::Id;
use crate::engine::{Cond, OutcomeId, any};
use crate::tools::{Agrees, Common, Note, Pack, PackItem, Place, Probe, Size, bit};

/// The text boxes, in the order they are shown.
pub fn notes() -> Vec<Note> {
    let line = |id, place, asked| Note { id, place, asked, size: Size::Line };
    let text = |id, place, asked| Note { id, place, asked, size: Size::Text };
    let beside = |at: usize| Place::Beside(at);
    let accepted = any([
        Cond::present(Id::TTransfer),
        Cond::present(Id::TInterimThenTransfer),
        Cond::present(Id::TPrepareHandover),
        Cond::present(Id::RAccept),
        Cond::present(Id::RAcceptWithSupport),
        Cond::present(Id::RCooperate),
    ]);
    vec![
        line("case_reference", beside(PATH.0), Cond::Always),
        line("concern_reference", beside(SAFE_NOW.0), SAFE_NOW.is(Safe::No)),
        text("urgent_what", beside(URGENT_NEED.0), URGENT_NEED.is(YesNo::Yes)),
        text("reasons_facts", beside(REASONS.0), Cond::Always),
        text("capacity_record", beside(CONSENT.0), Cond::Always),
        text("person_views", beside(VIEWS.0), Cond::Always),
        text("our_skills", beside(OUR_PERSON.0), Cond::Always),
        line("receiver_name", beside(RECEIVER.0), super::questions::receiver_named()),
        text("residence_facts", beside(RESIDENCE.0), Cond::Always),
        text("their_skills", beside(THEIR_PERSON.0), Cond::Always),
        text("decline_reasons", beside(DIFFICULTY.0), DIFFICULTY.none_of([Difficulty::Nothing])),
        line("suggested_team", beside(DIFFICULTY.0), DIFFICULTY.is(Difficulty::LacksKeySkills)),
        text("interim_plan", beside(GAP.0), GAP.any([Gap::Covered, Gap::NotCovered])),
        text("their_answer", beside(AGREED.0), Cond::Always),
        text("shared", beside(INFO_READY.0), Cond::Always),
        text("joint_views", beside(JOINT_CONSENT.0), Cond::Always),
        text("joint_capacity", beside(DECIDER.0), Cond::Always),
        text("asked_residence", Place::Record, Cond::present(Id::RResidence)),
        text("done", Place::Record, PATH.is(Path::Contact)),
        text("joint_agreed", Place::Record, PATH.is(Path::Joint)),
        line("accepted_by", Place::Record, accepted),
        text("told", Place::Record, PATH.any([Path::Transfer, Path::Joint, Path::Asked])),
        text("answers_from", Place::Record, Cond::Always),
    ]
}

fn by_hand(id: &'static str) -> PackItem {
    PackItem { id, questions: &[], notes: &[], figures: &[], legal_basis: false }
}

fn answers(id: &'static str, questions: &'static [usize]) -> PackItem {
    PackItem { id, questions, notes: &[], figures: &[], legal_basis: false }
}

fn written(id: &'static str, notes: &'static [&'static str]) -> PackItem {
    PackItem { id, questions: &[], notes, figures: &[], legal_basis: false }
}

fn both(id: &'static str, questions: &'static [usize], notes: &'static [&'static str]) -> PackItem {
    PackItem { id, questions, notes, figures: &[], legal_basis: false }
}

/// What is sent, filled from the answers.
pub fn packs() -> Vec<Pack> {
    vec![
        Pack {
            id: "MS",
            adds_to: "",
            items: vec![
                both("about", &[MEDIUM.0, SUBJECT.0], &["case_reference"]),
                both("urgent", &[URGENT_NEED.0], &["urgent_what"]),
                written("done", &["done"]),
                by_hand("where"),
                answers("told", &[AVAILABLE.0]),
                by_hand("fallback"),
                by_hand("follow_up"),
            ],
        },
        Pack {
            id: "HO",
            adds_to: "",
            items: vec![
                both("reference", &[RECEIVER.0], &["case_reference", "receiver_name"]),
                by_hand("summary"),
                both("reasons", &[REASONS.0], &["reasons_facts"]),
                both("views", &[VIEWS.0], &["person_views"]),
                both("consent", &[CONSENT.0], &["capacity_record"]),
                answers("work", &[WORK_NEEDED.0, SKILLS_NEEDED.0]),
                both("our_skills", &[OUR_FUNCTION.0, OUR_PERSON.0], &["our_skills"]),
                both("skills", &[THEIR_FUNCTION.0, THEIR_PERSON.0], &["their_skills"]),
                both("risks", &[SAFE_NOW.0, HARM_OF_CHANGE.0, LIVE_PROCESS.0], &["concern_reference"]),
                both("interim", &[GAP.0], &["interim_plan"]),
                answers("advocate", &[ADVOCATE.0]),
                both("residence", &[RESIDENCE.0], &["residence_facts"]),
                both("date", &[HOLDS_FROM.0], &["accepted_by"]),
                written("shared", &["shared"]),
                by_hand("assessments"),
                by_hand("contacts"),
                by_hand("not_again"),
                by_hand("money"),
            ],
        },
        Pack {
            id: "RN",
            adds_to: "",
            items: vec![
                written("reference", &["case_reference"]),
                both("residence", &[RESIDENCE.0, LIVING_IN.0, MEETING_NEEDS_NOW.0], &["residence_facts"]),
                answers("arose", &[DISPUTE_AROSE.0]),
                both("meanwhile", &[GAP.0], &["interim_plan"]),
                both("views", &[VIEWS.0], &["person_views"]),
                by_hand("ask"),
                by_hand("contact"),
            ],
        },
        Pack {
            id: "JR",
            adds_to: "",
            items: vec![
                both("reference", &[ASKED_FOR.0, SAME_AGENCY.0], &["case_reference"]),
                both("why", &[REASONS.0, WHO.0], &["reasons_facts"]),
                answers("skills", &[WORK_NEEDED.0, SKILLS_NEEDED.0]),
                both(
                    "consent",
                    &[JOINT_CONSENT.0, DECIDER.0, CONSENT.0],
                    &["joint_views", "joint_capacity", "person_views"],
                ),
                both("meanwhile", &[GAP.0, PARTNER_DELAY.0], &["interim_plan"]),
                by_hand("work"),
                by_hand("when"),
                by_hand("contact"),
            ],
        },
        Pack {
            id: "JA",
            adds_to: "",
            items: vec![
                written("agreed", &["joint_agreed"]),
                by_hand("shared"),
                by_hand("visits"),
                by_hand("form"),
                answers("kind", &[CONTACT_WITH_PERSON.0, SAME_AGENCY.0, JOINT_FORMS.0]),
                by_hand("aim"),
                by_hand("person_knows"),
                by_hand("person_rings"),
                by_hand("reports"),
            ],
        },
        Pack {
            id: "DR",
            adds_to: "",
            items: vec![
                both("request", &[ASKED_FOR.0, FORMAL_REQUEST.0], &["case_reference"]),
                both("reason", &[DIFFICULTY.0], &["decline_reasons"]),
                PackItem { id: "basis", questions: &[], notes: &[], figures: &[], legal_basis: true },
                answers("person", &[SAFE_NOW.0, GAP.0]),
                written("suggest", &["suggested_team"]),
                by_hand("offer"),
                by_hand("challenge"),
                by_hand("signed"),
            ],
        },
    ]
}

/// Which of this say what every record holds.
pub fn common() -> Common {
    Common {
        voice: vec!["person_views", "joint_views"],
        evidence: vec!["reasons_facts", "our_skills", "their_skills"],
        capacity: vec![CONSENT.0, DECIDER.0],
        capacity_where: vec!["capacity_record", "joint_capacity"],
        agrees: vec![
            Agrees {
                question: VIEWS.0,
                who: "person",
                yes: bit(Views::WantsTransfer) | bit(Views::NoPreference),
                no: bit(Views::WantsToStay),
                not_asked: bit(Views::NotAsked),
                followed_by: Vec::new(),
            },
            Agrees {
                question: JOINT_CONSENT.0,
                who: "person",
                yes: bit(JointConsent::Given),
                no: bit(JointConsent::Refused),
                not_asked: bit(JointConsent::NotAsked),
                followed_by: Vec::new(),
            },
        ],
        advocacy: vec![ADVOCATE.0],
        advocate_needed: vec![Id::Advocate.number()],
        safety: vec![SAFE_NOW.0],
        overruled: vec![(u32::MAX, Id::ViewsOverruled.number())],
        urgent: [Id::UrgentNow, Id::Interim, Id::AskSafe].map(OutcomeId::number).to_vec(),
        ..Common::default()
    }
}

/// What a manager would ask in supervision.
pub fn probes() -> Vec<Probe> {
    vec![
        Probe { id: "who_tonight", questions: &[GAP.0, AGREED.0] },
        Probe { id: "person_or_us", questions: &[REASONS.0] },
        Probe { id: "understood", questions: &[VIEWS.0, CONSENT.0] },
        Probe { id: "together", questions: &[JOINT_ENOUGH.0] },
        Probe { id: "moved_before", questions: &[HARM_OF_CHANGE.0] },
        Probe { id: "repeat", questions: &[INFO_READY.0] },
        Probe { id: "agree_or_sent", questions: &[AGREED.0] },
        Probe { id: "publish_reasons", questions: &[DIFFICULTY.0] },
        Probe { id: "clock", questions: &[RESIDENCE.0, DISPUTE_AROSE.0, DAYS_SINCE_ASKED.0] },
        Probe { id: "diagnosis_gate", questions: &[DIFFICULTY.0, OUR_PERSON.0] },
    ]
}
