//! The tables of allocation for one referral, as a person reads the specification: plain code, and no table.

use std::collections::{BTreeMap, BTreeSet};

/// Days from received to each contact, by band. The shipped numbers of section 3.
const CONTACT: [i32; 5] = [1, 3, 7, 14, 28];
/// The wait at which the senior manager decides, by band.
const ESCALATE: [i32; 5] = [1, 4, 28, 56, 112];

/// The required answers, in order.
pub const REQUIRED: [&str; 14] = [
    "function",
    "immediate_danger",
    "essential_care_missed",
    "safeguarding",
    "carer",
    "child_at_risk",
    "end_of_life",
    "risk",
    "need",
    "support",
    "urgency",
    "deterioration",
    "fluctuation",
    "deadline_kind",
];
/// The answers that say whether the person is safe.
const SAFETY: [&str; 3] = ["immediate_danger", "essential_care_missed", "safeguarding"];

/// One referral: what was said, and days counted from today; one that is past is less than nothing.
#[derive(Debug, Default)]
pub struct Facts {
    /// What was said, by question.
    pub said: BTreeMap<&'static str, &'static str>,
    /// Days, by question.
    pub days: BTreeMap<&'static str, i32>,
}

/// What the specification says of one referral.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain {
    /// The rules of table P that are true, without the rule for everyone.
    pub rules: Vec<&'static str>,
    /// The base band, most urgent first.
    pub base: usize,
    /// The queue band.
    pub queue: usize,
    /// The list.
    pub list: &'static str,
    /// The outcome.
    pub outcome: &'static str,
    /// Table AC.
    pub actions: BTreeSet<&'static str>,
    /// What is shown to keep in mind.
    pub warnings: BTreeSet<&'static str>,
    /// Questions that are asked only now and then, and are asked now.
    pub asked: BTreeSet<&'static str>,
}

fn level(value: &str, order: &[&str], unknown: i32) -> i32 {
    order.iter().position(|each| *each == value).map_or(unknown, |at| at as i32)
}

impl Facts {
    /// Blank is read as unknown.
    fn s(&self, question: &str) -> &'static str {
        self.said.get(question).copied().unwrap_or("unknown")
    }

    fn blank(&self, question: &str) -> bool {
        !self.said.contains_key(question)
    }

    fn said_unknown(&self, question: &str) -> bool {
        self.said.get(question) == Some(&"unknown")
    }

    /// Days to the deadline.
    fn left(&self) -> Option<i32> {
        self.days.get("deadline").copied()
    }

    fn dated(&self) -> bool {
        !["none", "unknown"].contains(&self.s("deadline_kind"))
    }

    fn need(&self) -> i32 {
        level(self.s("need"), &["none", "low", "moderate", "high", "very_high"], 3)
    }

    fn support(&self) -> i32 {
        level(self.s("support"), &["secure", "minor_gaps", "fragile", "failing", "absent"], 2)
    }

    fn deadline_level(&self) -> i32 {
        match self.left() {
            Some(days) if days <= 2 => 4,
            Some(days) if days <= 7 => 3,
            Some(days) if days <= 28 => 2,
            Some(days) if days <= 84 => 1,
            Some(_) => 0,
            None if self.s("deadline_kind") == "none" => 0,
            None => 2,
        }
    }

    /// Risk, exposure, urgency, deterioration, need, support and fluctuation, as levels.
    pub fn levels(&self) -> [i32; 7] {
        let risk = level(self.s("risk"), &["none", "low", "moderate", "high", "critical"], 3);
        let urgency =
            level(self.s("urgency"), &["no_pressure", "within_3_months", "within_month", "within_week", "today"], 2);
        let worse = level(self.s("deterioration"), &["stable", "slow", "likely", "worsening", "rapid"], 2);
        let fluctuation = level(self.s("fluctuation"), &["steady", "some", "marked", "dangerous"], 1);
        let (need, support) = (self.need(), self.support());
        [risk, need.min(support), urgency.max(self.deadline_level()), worse, need, support, fluctuation]
    }

    /// The same with everything unknown read as the least urgent, and as the most urgent, that it could be.
    pub fn ends(&self) -> [Facts; 2] {
        let ends = [
            ("function", "care_act_assessment", "care_act_assessment"),
            ("immediate_danger", "no", "yes"),
            ("essential_care_missed", "no", "yes"),
            ("safeguarding", "none", "not_protected"),
            ("carer", "none_relied_on", "broken_down"),
            ("child_at_risk", "no", "yes"),
            ("end_of_life", "no", "weeks"),
            ("risk", "none", "critical"),
            ("need", "none", "very_high"),
            ("support", "secure", "absent"),
            ("urgency", "no_pressure", "today"),
            ("deterioration", "stable", "rapid"),
            ("fluctuation", "steady", "dangerous"),
            ("deadline_kind", "none", "loss_of_home"),
        ];
        let no_date = self.left().is_none();
        let end = |most: bool| {
            let mut end = Facts { said: self.said.clone(), days: self.days.clone() };
            for (question, low, high) in ends {
                if self.s(question) == "unknown" {
                    end.said.insert(question, if most { high } else { low });
                }
            }
            if no_date && self.s("deadline_kind") != "none" {
                if most {
                    end.days.insert("deadline", 0);
                } else {
                    end.said.insert("deadline_kind", "none");
                }
            }
            end
        };
        [end(true), end(false)]
    }

    /// The true rules of table P, without the rule for everyone.
    pub fn rules(&self) -> Vec<&'static str> {
        let s = |question: &str| self.s(question);
        let risk = level(s("risk"), &["none", "low", "moderate", "high", "critical"], 3);
        let (need, support) = (self.need(), self.support());
        let hurry = ["no_pressure", "within_3_months", "within_month", "within_week", "today"];
        let urgency = level(s("urgency"), &hurry, 2).max(self.deadline_level());
        let worse = level(s("deterioration"), &["stable", "slow", "likely", "worsening", "rapid"], 2);
        let swing = level(s("fluctuation"), &["steady", "some", "marked", "dangerous"], 1);
        let carer = match s("carer") {
            "none_relied_on" | "managing" => 0,
            "strained" | "unknown" => 1,
            "at_risk" => 2,
            _ => 3,
        };
        let safeguarding = level(s("safeguarding"), &["none", "protected", "not_protected"], 0);
        let end = level(s("end_of_life"), &["no", "months", "weeks"], 0);
        let exposure = need.min(support);
        let open = REQUIRED.iter().any(|question| s(question) == "unknown");
        let home = ["support_or_placement_ends", "loss_of_home"].contains(&s("deadline_kind"));
        let no_date = self.dated() && self.left().is_none();
        let rules = [
            ("P01", s("immediate_danger") == "yes"),
            ("P02", s("risk") == "critical"),
            ("P03", s("essential_care_missed") == "yes"),
            ("P04", safeguarding == 2),
            ("P05", s("function") == "mha_assessment"),
            ("P06", carer == 3 && need >= 3),
            ("P10", end == 2),
            ("P11", carer == 3),
            ("P12", carer >= 2 && need >= 3),
            ("P13", safeguarding >= 1 && s("function") == "safeguarding_enquiry"),
            ("P14", s("child_at_risk") == "yes"),
            ("P15", urgency == 4),
            ("P16", support == 4 && need >= 3),
            ("P17", home && self.left().is_some_and(|days| days <= 14)),
            ("P18", risk >= 3 && (exposure >= 3 || urgency >= 3 || worse >= 3)),
            ("P19", worse == 4 && (risk >= 2 || exposure >= 2)),
            ("P20", SAFETY.iter().any(|question| s(question) == "unknown")),
            ("P30", risk >= 3),
            ("P31", safeguarding >= 1),
            ("P32", exposure >= 3),
            ("P33", urgency >= 3),
            ("P34", carer >= 2),
            ("P35", worse == 4),
            ("P36", end >= 1),
            ("P37", risk >= 2 && worse >= 3),
            ("P38", swing == 3),
            ("P50", risk >= 2),
            ("P51", exposure >= 2),
            ("P52", urgency >= 2),
            ("P53", worse >= 2),
            ("P54", swing >= 2),
            ("P55", carer >= 1),
            ("P56", need >= 3),
            ("P57", open || no_date),
        ];
        rules.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }

    /// The base band: the most urgent that any true rule sets.
    pub fn base(&self) -> usize {
        let bands = self.rules().into_iter().map(|id| match id.as_bytes() {
            [_, b'0', _] => 0,
            [_, b'1' | b'2', _] => 1,
            [_, b'3', _] => 2,
            _ => 3,
        });
        bands.min().unwrap_or(4)
    }

    /// Everything.
    pub fn read(&self) -> Plain {
        let s = |question: &str| self.s(question);
        let day = |question: &str| self.days.get(question).copied();
        let (rules, base) = (self.rules(), self.base());
        let wait = day("received").map(|day| -day);
        let waited = |days: i32| wait.is_some_and(|wait| wait >= days);
        let queue = match base {
            3 if waited(56) => 2,
            4 if waited(126) => 2,
            4 if waited(84) => 3,
            band => band,
        };
        let status = s("status");
        let danger = s("immediate_danger") == "yes" || s("safeguarding") == "not_protected";
        let unsure = self.said_unknown("immediate_danger") || self.said_unknown("safeguarding");
        let unasked = REQUIRED.iter().any(|question| self.blank(question));
        let gone = ["allocated", "died", "transferred"].contains(&status);
        let list = match () {
            () if gone || (status == "withdrawn" && !danger && !unsure) => "closed",
            () if unasked && base != 0 => "needs_triage",
            () if status == "on_hold" && base >= 2 => "on_hold",
            () => "ranked",
        };
        let outcome = match list {
            "closed" => "pri_not_waiting",
            "needs_triage" => "pri_needs_triage",
            "on_hold" => "pri_on_hold",
            _ => ["pri_act_now", "pri_urgent", "pri_high", "pri_standard", "pri_planned"][base],
        };
        Plain {
            actions: if list == "closed" { BTreeSet::new() } else { self.actions(base, queue, list) },
            warnings: self.warnings(list, rules.contains(&"P57")),
            asked: self.asked(),
            rules,
            base,
            queue,
            list,
            outcome,
        }
    }

    fn actions(&self, base: usize, queue: usize, list: &str) -> BTreeSet<&'static str> {
        let s = |question: &str| self.s(question);
        let day = |question: &str| self.days.get(question).copied();
        let carer = |these: &[&str]| these.contains(&s("carer"));
        let no_support = self.support() == 4 && self.need() >= 3;
        let urgent = s("essential_care_missed") == "yes" || carer(&["broken_down"]) || s("risk") == "critical";
        let others = || REQUIRED.iter().filter(|question| !SAFETY.contains(question));
        let within = |days: i32| self.left().is_some_and(|left| left <= days);
        let next = match (list, day("received")) {
            (_, None) => None,
            ("needs_triage", Some(received)) => Some(received + 1),
            (_, Some(received)) => {
                Some(day("last_contact").map_or(received, |last| last.max(received)) + CONTACT[queue])
            }
        };
        let wait = day("received").map(|day| -day);
        let escalate = match list {
            "needs_triage" => Some(2),
            "ranked" => Some(ESCALATE[base]),
            _ => None,
        };
        let stale = match (day("changed_on"), day("answered_on")) {
            (Some(changed), Some(answered)) => changed > answered,
            (changed, None) => changed.is_some(),
            (None, Some(_)) => false,
        };
        let actions = [
            ("act_call_999", s("immediate_danger") == "yes"),
            ("act_amhp_now", s("function") == "mha_assessment"),
            ("act_safeguarding_today", s("safeguarding") == "not_protected"),
            ("act_urgent_needs", urgent || no_support),
            ("act_children_referral_today", s("child_at_risk") == "yes"),
            ("act_carer_plan", carer(&["at_risk", "broken_down"])),
            ("act_offer_carer_assessment", carer(&["strained", "at_risk", "broken_down"])),
            ("act_end_of_life", s("end_of_life") == "weeks"),
            ("act_discharge", s("deadline_kind") == "hospital_discharge" && within(7)),
            ("act_housing", s("deadline_kind") == "loss_of_home" && within(28)),
            ("act_advocacy", s("advocacy") == "needed_not_arranged"),
            ("act_triage_today", REQUIRED.iter().any(|question| self.blank(question))),
            ("act_find_out_today", SAFETY.iter().any(|question| self.said_unknown(question))),
            (
                "act_find_out_soon",
                others().any(|question| self.said_unknown(question)) || (self.dated() && self.left().is_none()),
            ),
            ("act_reprioritise", stale),
            ("act_contact_due", next.is_some_and(|next| next <= 0)),
            ("act_escalate", escalate.is_some_and(|days| wait.is_some_and(|wait| wait >= days))),
            ("act_tell_person", s("informed") != "yes"),
            ("act_wait_well", list == "ranked" && queue >= 2),
        ];
        actions.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }

    fn warnings(&self, list: &str, provisional: bool) -> BTreeSet<&'static str> {
        let future = |question: &str| self.days.get(question).is_some_and(|day| *day > 0);
        let put_aside = ["on_hold", "withdrawn"].contains(&self.s("status"));
        let warnings = [
            ("w_no_received", !self.days.contains_key("received")),
            ("w_future_received", future("received")),
            ("w_future_contact", future("last_contact")),
            ("w_future_answers", future("answered_on")),
            ("w_kept_visible", put_aside && ["needs_triage", "ranked"].contains(&list)),
            ("w_provisional", list != "closed" && provisional),
            ("w_never_rank", list != "closed"),
        ];
        warnings.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }

    /// A date that somebody gave is never ignored.
    fn asked(&self) -> BTreeSet<&'static str> {
        let given = |question: &str| self.days.contains_key(question);
        let asked = [
            ("allocated_on", self.s("status") == "allocated" || given("allocated_on")),
            ("deadline", self.dated() || given("deadline")),
            ("changed_on", given("changed_on")),
        ];
        asked.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }
}
