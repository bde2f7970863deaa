//! The waiting list.

use super::dice::Dice;
use super::{after, before};
use care_tools::tools::allocation::files::export::Csv;
use care_tools::tools::allocation::files::{Field, Row};
use chrono::NaiveDate;

/// How pressing a row is meant to be. What the tool makes of it is for the tool to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    ActNow,
    Urgent,
    High,
    Standard,
    #[default]
    Planned,
    NotAsked,
}

const MIX: [(u64, Kind); 6] = [
    (1, Kind::ActNow),
    (5, Kind::Urgent),
    (17, Kind::High),
    (37, Kind::Standard),
    (31, Kind::Planned),
    (9, Kind::NotAsked),
];

const WORK: [(u64, &str); 10] = [
    (42, "care_act_assessment"),
    (10, "carer_assessment"),
    (12, "planned_review"),
    (9, "unplanned_review"),
    (4, "reablement_assessment"),
    (3, "support_planning"),
    (3, "transition_assessment"),
    (12, "ot_assessment"),
    (3, "ot_major_adaptation"),
    (2, "sensory_rehab"),
];

/// A waiting list of so many rows, in which everything can be read.
pub fn waiting_list(rows: u64, seed: u64, as_of: NaiveDate) -> String {
    written((1..=rows).map(|number| one(number, seed, as_of)))
}

/// The same list with a fault in about every fortieth row.
pub fn faulty_list(rows: u64, seed: u64, as_of: NaiveDate) -> String {
    written((1..=rows).map(|number| {
        let mut draft = one(number, seed, as_of);
        if number % 40 == 20 {
            match number / 40 % 5 {
                0 => draft.set(Field::Received, "31/11/2026"),
                1 => draft.set(Field::Risk, "quite high"),
                2 => draft.set(Field::Received, ""),
                3 => draft.set(Field::Ref, reference(number - 1)),
                _ => draft.set(Field::Received, after(as_of, 30)),
            }
        }
        draft
    }))
}

fn written(drafts: impl Iterator<Item = Draft>) -> String {
    let mut csv = Csv::waiting_list();
    for draft in drafts {
        csv.waiting_row(&Row::of(0, draft.0.iter().map(|(field, cell)| (*field, cell.as_str()))));
    }
    csv.finish()
}

fn reference(number: u64) -> String {
    format!("R-{}", 1_000 + number)
}

/// The cells of a row. A field that is set again has the last value.
#[derive(Default)]
struct Draft(Vec<(Field, String)>);

impl Draft {
    fn set(&mut self, field: Field, text: impl Into<String>) {
        self.0.retain(|(known, _)| *known != field);
        self.0.push((field, text.into()));
    }

    fn all(&mut self, cells: &[(Field, &str)]) {
        for (field, text) in cells {
            self.set(*field, *text);
        }
    }
}

fn one(number: u64, seed: u64, as_of: NaiveDate) -> Draft {
    let (mut dice, mut draft) = (Dice::new(seed, number), Draft::default());
    let kind = dice.weighed(&MIX);
    draft.set(Field::Ref, reference(number));
    draft.set(Field::Function, dice.weighed(&WORK));
    if kind == Kind::NotAsked {
        not_asked(&mut draft, &mut dice);
    } else {
        calm(&mut draft, &mut dice);
        if draft.0.contains(&(Field::Function, "carer_assessment".to_owned())) {
            draft.set(Field::Carer, "managing");
        }
        raised(&mut draft, &mut dice, kind, as_of);
    }
    days(&mut draft, &mut dice, kind, as_of);
    draft
}

/// What a case system gives when nobody has triaged: some answers, or none.
fn not_asked(draft: &mut Draft, dice: &mut Dice) {
    if dice.chance(40) {
        calm(draft, dice);
        draft.all(&[(Field::Risk, ""), (Field::Support, "")]);
    } else {
        draft.set(Field::ImmediateDanger, dice.word(&["no", ""]));
    }
}

/// A row that can be planned.
fn calm(draft: &mut Draft, dice: &mut Dice) {
    draft.all(&[
        (Field::ImmediateDanger, "no"),
        (Field::EssentialCareMissed, "no"),
        (Field::Safeguarding, "none"),
        (Field::Carer, dice.weighed(&[(5, "none_relied_on"), (5, "managing")])),
        (Field::ChildAtRisk, "no"),
        (Field::EndOfLife, "no"),
        (Field::Risk, dice.weighed(&[(2, "none"), (8, "low")])),
        (Field::Need, dice.weighed(&[(1, "none"), (5, "low"), (4, "moderate")])),
        (Field::Support, dice.weighed(&[(6, "secure"), (4, "minor_gaps")])),
        (Field::Urgency, dice.weighed(&[(6, "no_pressure"), (4, "within_3_months")])),
        (Field::Deterioration, dice.weighed(&[(6, "stable"), (4, "slow")])),
        (Field::Fluctuation, dice.weighed(&[(6, "steady"), (4, "some")])),
        (Field::DeadlineKind, "none"),
        (Field::Advocacy, dice.weighed(&[(17, "not_needed"), (2, "in_place"), (1, "needed_not_arranged")])),
        (Field::Informed, dice.weighed(&[(14, "yes"), (5, "no"), (1, "unknown")])),
    ]);
}

/// What makes a calm row more pressing.
fn raised(draft: &mut Draft, dice: &mut Dice, kind: Kind, as_of: NaiveDate) {
    let dated = |draft: &mut Draft, kind: &str, days: u64| {
        draft.all(&[(Field::DeadlineKind, kind), (Field::Deadline, &after(as_of, days))]);
    };
    match (kind, dice.number(1, 8)) {
        (Kind::NotAsked | Kind::Planned, 1) => dated(draft, dice.word(&["turns_18", "other"]), dice.number(40, 200)),
        (Kind::NotAsked | Kind::Planned, _) => {}
        (Kind::Standard, 1) => draft.all(&[(Field::Need, "high"), (Field::Support, "fragile")]),
        (Kind::Standard, 2) => draft.set(Field::Carer, "strained"),
        (Kind::Standard, 3) => draft.all(&[(Field::Deterioration, "likely"), (Field::Urgency, "within_month")]),
        (Kind::Standard, 4) => draft.set(Field::Fluctuation, "marked"),
        (Kind::Standard, 5) => dated(draft, "treatment_or_equipment", dice.number(15, 28)),
        (Kind::Standard, 6) => {
            draft.set(dice.field(&[Field::Carer, Field::Support, Field::Deterioration]), "unknown")
        }
        (Kind::Standard, _) => draft.all(&[(Field::Risk, "moderate"), (Field::Need, "moderate")]),
        (Kind::High, 1) => draft.all(&[(Field::Need, "high"), (Field::Support, "failing")]),
        (Kind::High, 2) => draft.set(Field::Safeguarding, "protected"),
        (Kind::High, 3) => draft.set(Field::Urgency, "within_week"),
        (Kind::High, 4) => draft.set(Field::EndOfLife, "months"),
        (Kind::High, 5) => draft.all(&[(Field::Risk, "moderate"), (Field::Deterioration, "worsening")]),
        (Kind::High, 6) => draft.set(Field::Fluctuation, "dangerous"),
        (Kind::High, 7) => {
            draft.set(Field::Function, "hospital_discharge");
            dated(draft, "hospital_discharge", dice.number(3, 7));
        }
        (Kind::High, _) => draft.set(Field::Risk, "high"),
        (Kind::Urgent, 1) => draft.set(Field::EndOfLife, "weeks"),
        (Kind::Urgent, 2) => draft.all(&[(Field::Carer, "at_risk"), (Field::Need, "high")]),
        (Kind::Urgent, 3) => {
            draft.all(&[(Field::Function, "safeguarding_enquiry"), (Field::Safeguarding, "protected")]);
        }
        (Kind::Urgent, 4) => draft.set(Field::ChildAtRisk, "yes"),
        (Kind::Urgent, 5) => dated(draft, "support_or_placement_ends", dice.number(4, 14)),
        (Kind::Urgent, 6) => draft.set(Field::EssentialCareMissed, "unknown"),
        (Kind::Urgent, _) => draft.all(&[(Field::Risk, "high"), (Field::Deterioration, "worsening")]),
        (Kind::ActNow, 1..=3) => draft.set(Field::EssentialCareMissed, "yes"),
        (Kind::ActNow, 4..=6) => draft.all(&[(Field::Carer, "broken_down"), (Field::Need, "high")]),
        (Kind::ActNow, _) => draft.set(Field::Safeguarding, "not_protected"),
    }
}

/// Status and dates: the more pressing, the shorter the wait.
fn days(draft: &mut Draft, dice: &mut Dice, kind: Kind, as_of: NaiveDate) {
    let longest = match kind {
        Kind::ActNow => 1,
        Kind::Urgent => 5,
        Kind::High => 24,
        Kind::Standard => 62,
        Kind::Planned => 130,
        Kind::NotAsked => 4,
    };
    let open = matches!(kind, Kind::ActNow | Kind::Urgent | Kind::NotAsked);
    let usual =
        [(83, "waiting"), (10, "allocated"), (4, "on_hold"), (1, "withdrawn"), (1, "transferred"), (1, "died")];
    let status = if open { "waiting" } else { dice.weighed(&usual) };
    let allocated = status == "allocated";
    // How long ago the wait ended. Most of those allocated are recent: older ones leave the system's export.
    let end = if allocated { dice.weighed(&[(8, 27), (2, 55)]) } else { 0 };
    let end = dice.number(0, end);
    let wait = dice.number(longest / 8, longest);
    draft.set(Field::Received, before(as_of, end + wait));
    draft.set(Field::Status, status);
    if allocated && dice.chance(90) {
        draft.set(Field::AllocatedOn, before(as_of, end));
    }
    if kind != Kind::NotAsked {
        // Nobody answered before it was received, nor is anybody's answer older than the wait.
        let answered = wait - dice.number(0, wait.min(3));
        draft.set(Field::AnsweredOn, before(as_of, end + answered));
        let recent = if dice.chance(80) { wait.min(13) } else { wait };
        if dice.chance(88) {
            draft.set(Field::LastContact, before(as_of, end + dice.number(0, recent)));
        }
        if answered > 1 && dice.chance(4) {
            let what = dice.word(&["fall", "health_change", "carer_change", "complaint", "councillor_or_mp_enquiry"]);
            draft.set(Field::Events, format!("{what}:{}", before(as_of, end + dice.number(0, answered - 1))));
        }
    }
}

impl Dice {
    fn field(&mut self, fields: &[Field; 3]) -> Field {
        let [first, second, third] = *fields;
        match self.number(0, 2) {
            0 => first,
            1 => second,
            _ => third,
        }
    }
}
