//! The workers.

use super::after;
use super::dice::Dice;
use care_tools::tools::allocation::files::export::Csv;
use care_tools::tools::allocation::files::workers::COLUMNS;
use chrono::{Datelike, NaiveDate};

/// A team as it might be, over and over.
const TEAM: [&str; 24] = [
    "social_worker",
    "senior_social_worker",
    "social_care_practitioner",
    "occupational_therapist",
    "social_worker",
    "social_care_practitioner",
    "asye_social_worker",
    "social_worker",
    "senior_social_worker",
    "ot_assistant",
    "social_worker",
    "social_care_practitioner",
    "reablement_officer",
    "social_worker",
    "occupational_therapist",
    "senior_social_worker",
    "social_care_practitioner",
    "rehab_officer",
    "social_worker",
    "asye_social_worker",
    "occupational_therapist",
    "social_worker",
    "social_care_practitioner",
    "senior_social_worker",
];

/// The work each kind of role does, and the training that goes with it.
const SOCIAL_WORK: [&str; 7] = [
    "care_act_assessment",
    "carer_assessment",
    "planned_review",
    "unplanned_review",
    "support_planning",
    "hospital_discharge",
    "transition_assessment",
];
const THERAPY: [&str; 2] = ["ot_assessment", "ot_major_adaptation"];
const OTHER: [&str; 5] =
    ["reablement_assessment", "sensory_rehab", "safeguarding_enquiry", "capacity_assessment", "dols_bia"];
const NEEDS: [&str; 10] = [
    "autism",
    "deafblind",
    "learning_disability",
    "dementia",
    "mental_health",
    "physical_disability",
    "sight_loss",
    "self_neglect",
    "end_of_life_care",
    "moving_handling",
];
const TRAINING: [&str; 8] = [
    "care_act_assessment",
    "carer_assessment",
    "reablement",
    "safeguarding_enquiry",
    "mca",
    "trusted_assessor",
    "autism_assessor",
    "deafblind_assessor",
];
const APPROVALS: [&str; 2] = ["amhp", "bia"];

/// So many workers, as a CSV file.
pub fn workers(count: u64, seed: u64, as_of: NaiveDate) -> String {
    let skills = SOCIAL_WORK.iter().chain(&THERAPY).chain(&OTHER).chain(&NEEDS).map(|id| format!("skill:{id}"));
    let training = TRAINING.iter().map(|id| format!("training:{id}"));
    let approvals = APPROVALS.iter().map(|id| format!("approval:{id}"));
    let headings: Vec<String> =
        COLUMNS.iter().map(|id| (*id).to_owned()).chain(skills).chain(training).chain(approvals).collect();
    let mut csv = Csv::new(&headings);
    for (number, role) in (1..=count).zip(TEAM.iter().cycle()) {
        // Apart from the dice of the rows.
        let mut dice = Dice::new(seed, number.wrapping_add(1 << 40));
        let mut worker = Worker { role, day: as_of, dice: &mut dice };
        csv.row(headings.iter().map(|heading| worker.cell(heading, number)));
    }
    csv.finish()
}

struct Worker<'a> {
    role: &'static str,
    day: NaiveDate,
    dice: &'a mut Dice,
}

impl Worker<'_> {
    fn cell(&mut self, heading: &str, number: u64) -> String {
        match heading.split_once(':') {
            Some(("skill", id)) => self.skill(id).to_string(),
            Some(("training", id)) => self.training(id),
            Some((_, id)) => self.approval(id),
            None => self.plain(heading, number),
        }
    }

    fn is_senior(&self) -> bool {
        self.role == "senior_social_worker"
    }

    fn is_social_worker(&self) -> bool {
        self.role.ends_with("social_worker")
    }

    fn capacity(&self) -> u64 {
        match self.role {
            "senior_social_worker" => 24,
            "asye_social_worker" => 30,
            _ => 36,
        }
    }

    fn plain(&mut self, heading: &str, number: u64) -> String {
        match heading {
            "id" => format!("W{number:02}"),
            "role" => self.role.to_owned(),
            "registration" if self.is_social_worker() => "swe".to_owned(),
            "registration" if self.role == "occupational_therapist" => "hcpc".to_owned(),
            // Social workers renew by the end of November; most have done so in time.
            "registration_to" if self.is_social_worker() => {
                let renewed = if self.dice.chance(90) { 1 } else { 0 };
                format!("{}-11-30", self.day.year() + renewed)
            }
            "registration_to" if self.role == "occupational_therapist" => after(self.day, self.dice.number(60, 600)),
            "capacity" => self.capacity().to_string(),
            "load" => (self.capacity() * self.dice.number(55, 100) / 100).to_string(),
            "available_from" if self.dice.chance(8) => after(self.day, self.dice.number(3, 30)),
            "leaving_on" if self.dice.chance(6) => after(self.day, self.dice.number(20, 90)),
            "gender" => self.dice.weighed(&[(6, "female"), (3, "male"), (2, "not_held")]).to_owned(),
            "can_supervise" => if self.is_senior() { "yes" } else { "no" }.to_owned(),
            "languages" => {
                self.dice.weighed(&[(16, ""), (1, "bsl"), (2, "lang:pl"), (2, "lang:ur"), (1, "makaton")]).into()
            }
            _ => String::new(),
        }
    }

    fn skill(&mut self, id: &str) -> u64 {
        let practised = match self.role {
            "senior_social_worker" => self.dice.number(2, 3),
            "asye_social_worker" => 1,
            _ => self.dice.number(1, 3),
        };
        let social = self.is_social_worker() || self.role == "social_care_practitioner";
        let does = match id {
            "ot_assessment" => matches!(self.role, "occupational_therapist" | "ot_assistant"),
            "ot_major_adaptation" => self.role == "occupational_therapist",
            "reablement_assessment" => matches!(self.role, "reablement_officer" | "occupational_therapist"),
            "sensory_rehab" => self.role == "rehab_officer",
            "safeguarding_enquiry" => self.is_senior() || self.role == "social_worker",
            "capacity_assessment" | "dols_bia" => self.is_senior(),
            work if SOCIAL_WORK.contains(&work) => social,
            "autism" | "deafblind" => self.dice.chance(20),
            "sight_loss" if self.role == "rehab_officer" => true,
            "moving_handling" | "physical_disability" if self.role == "occupational_therapist" => true,
            _ => self.dice.chance(45),
        };
        if does { practised } else { 0 }
    }

    fn training(&mut self, id: &str) -> String {
        let social = self.is_social_worker() || self.role == "social_care_practitioner";
        let has = match id {
            "care_act_assessment" | "carer_assessment" => social,
            "reablement" => matches!(self.role, "reablement_officer" | "occupational_therapist"),
            "safeguarding_enquiry" => self.is_senior() || self.role == "social_worker",
            "mca" => self.is_social_worker(),
            "trusted_assessor" => self.role == "ot_assistant",
            "deafblind_assessor" => social && self.dice.chance(12),
            _ => social && self.dice.chance(40),
        };
        match has {
            false => String::new(),
            true if self.dice.chance(70) => "yes".to_owned(),
            true => after(self.day, self.dice.number(30, 700)),
        }
    }

    fn approval(&mut self, id: &str) -> String {
        let has = self.is_senior() && self.dice.chance(if id == "amhp" { 50 } else { 60 });
        if has { after(self.day, self.dice.number(60, 900)) } else { String::new() }
    }
}
