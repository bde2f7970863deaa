//! Errors, warnings, flags, status and counts of a plan, as a person reads the specification: plain code over the case.

use crate::plain::Sheet;
use care_tools::json::Json;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Today on every plan that the dice make: a Wednesday.
const TODAY: &str = "2026-06-10";
/// Bank holidays among the days that the dice know.
const HOLIDAYS: [&str; 1] = ["2026-08-31"];
const AT_HOME: [&str; 3] = ["person", "carer", "family_friend"];

/// A real day: in the calendar, from 2000 to 2100.
fn real(text: &str) -> Option<NaiveDate> {
    text.parse::<NaiveDate>().ok().filter(|day| (2000..=2100).contains(&day.year()))
}

fn works(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() < 6 && !HOLIDAYS.contains(&day.to_string().as_str())
}

/// Working days after the first day, up to and including the second, which is not before it.
fn working_days(from: NaiveDate, to: NaiveDate) -> usize {
    from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| works(*day)).count()
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// A field of an issue, an action or a report, trimmed; of a list whether there is anything.
fn field<'a>(item: &'a Json, key: &str) -> &'a str {
    match item.get(key) {
        Some(Json::Text(text)) => text.trim(),
        Some(Json::List(list)) if !list.is_empty() => "some",
        _ => "",
    }
}

fn list<'a>(facts: &'a Json, key: &str) -> &'a [Json] {
    facts.get(key).and_then(Json::as_list).unwrap_or_default()
}

/// A plan, with what the specification says of it.
pub struct Checks<'a> {
    facts: &'a Json,
    sheet: Sheet,
    outcomes: BTreeSet<&'static str>,
}

impl<'a> Checks<'a> {
    /// The plan of a case.
    pub fn new(facts: &'a Json) -> Self {
        let sheet = Sheet::new(facts);
        let outcomes = sheet.outcomes();
        Checks { facts, sheet, outcomes }
    }

    fn one(&self, id: &str) -> &str {
        self.sheet.said.get(id).and_then(|said| said.first()).map_or("", |text| text.trim())
    }

    fn has(&self, id: &str, choice: &str) -> bool {
        self.sheet.said.get(id).is_some_and(|said| said.iter().any(|one| one == choice))
    }

    fn day(&self, id: &str) -> Option<NaiveDate> {
        real(self.one(id))
    }

    fn somebody(&self) -> bool {
        ["adult", "carer"].contains(&self.one("ap_about"))
    }

    fn lacks(&self) -> bool {
        self.one("ap_capacity") == "lacks_capacity"
    }

    fn closed(&self) -> bool {
        !["", "open"].contains(&self.one("ap_close"))
    }

    fn issues(&self) -> &'a [Json] {
        list(self.facts, "ap_issues")
    }

    fn actions(&self) -> &'a [Json] {
        list(self.facts, "ap_actions")
    }

    fn open(&self) -> impl Iterator<Item = &'a Json> {
        self.actions().iter().filter(|action| !["done", "stopped"].contains(&field(action, "status")))
    }

    /// Section 9, without the errors that every blank question and every long text share.
    pub fn errors(&self, complete: bool) -> BTreeSet<&'static str> {
        let today = real(TODAY);
        let (agreed, review) = (self.day("ap_agreed_on"), self.day("ap_review_date"));
        let before = |one: Option<NaiveDate>, other: Option<NaiveDate>| one.zip(other).is_some_and(|(a, b)| a < b);
        let blank = |id: &str| self.one(id).is_empty();
        let somebody = self.somebody();
        let dates = ["ap_process_start", "ap_agreed_on", "ap_review_date", "ap_close_date"];
        let not_real = |text: &str| !text.is_empty() && real(text).is_none();
        let basis = |id: &str| self.one(id) == "best_interests" && !self.lacks();
        let involved = self.one("ap_person_involved");
        let mut found = vec![
            ("AP-E-01", blank("ap_context")),
            ("AP-E-02", ["ap_immediate_danger", "ap_abuse_concern", "ap_practice_concern"].into_iter().any(blank)),
            ("AP-E-03", blank("ap_about")),
            ("AP-E-04", somebody && blank("ap_capacity")),
            ("AP-E-05", self.issues().is_empty()),
            ("AP-E-08", self.actions().is_empty()),
            ("AP-E-12", dates.into_iter().any(|id| not_real(self.one(id)))),
            ("AP-E-16", blank("ap_review_date")),
            ("AP-E-17", before(review, agreed)),
            ("AP-E-18", basis("ap_others_basis") || basis("ap_copy_basis")),
            ("AP-E-19", blank("ap_agreed_on")),
            ("AP-E-20", before(today, agreed)),
            ("AP-E-26", blank("ap_options_reason")),
            ("AP-E-27", somebody && !self.sheet.concerned.is_empty() && blank("ap_concerned_risk")),
            ("AP-E-28", self.one("ap_review_by") == "someone_else" && self.one("ap_review_handover") != "yes"),
            ("AP-E-29", self.has("ap_copy_method", "ordinary_email")),
            ("AP-E-30", self.has("ap_copy_to", "carer") && self.one("ap_carer_copy_wish") == "all"),
            ("AP-E-31", somebody && involved == "yes" && blank("ap_person_view")),
            ("AP-E-32", ["declined", "could_not"].contains(&involved) && blank("ap_person_not_involved_reason")),
        ];
        for issue in self.issues() {
            let lacks = |key| field(issue, key).is_empty();
            found.extend([
                ("AP-E-06", lacks("description")),
                ("AP-E-07", lacks("type")),
                ("AP-E-25", lacks("evidence")),
            ]);
        }
        for action in self.actions() {
            let lacks = |key| field(action, key).is_empty();
            let done = field(action, "status") == "done";
            let (due, done_on) = (real(field(action, "due")), real(field(action, "done_on")));
            let reports = list(action, "progress").iter().any(|entry| not_real(field(entry, "on")));
            found.extend([
                ("AP-E-09", lacks("what")),
                ("AP-E-10", lacks("owner")),
                ("AP-E-11", lacks("due")),
                ("AP-E-12", not_real(field(action, "due")) || done && not_real(field(action, "done_on")) || reports),
                ("AP-E-13", before(due, agreed)),
                ("AP-E-14", lacks("measure")),
                ("AP-E-15", !lacks("risk") && lacks("contingency")),
                ("AP-E-21", done && lacks("done_on")),
                ("AP-E-22", done && before(today, done_on)),
                ("AP-E-23", done && before(done_on, agreed)),
                ("AP-E-24", field(action, "status") == "stopped" && lacks("stopped_reason")),
            ]);
        }
        let always = ["12", "13", "17", "18", "20", "21", "22", "23", "24", "30"];
        let shown = found.into_iter().filter(|(id, holds)| *holds && (complete || always.contains(&&id[5..])));
        shown.map(|(id, _)| id).collect()
    }

    /// Section 10, without what looks personal.
    pub fn warnings(&self) -> BTreeSet<&'static str> {
        let after = |one: Option<NaiveDate>, other: Option<NaiveDate>| one.zip(other).is_some_and(|(a, b)| a > b);
        let later = |day: Option<NaiveDate>, by: u64| day.map(|day| day + chrono::Days::new(by));
        let known = |day: NaiveDate| (2025..=2028).contains(&day.year());
        let (review, start) = (self.day("ap_review_date"), self.day("ap_process_start"));
        let partly = ["no", "partly"].contains(&self.one("ap_person_agrees"));
        let some = self.somebody() && !self.actions().is_empty();
        let owner = |action: &Json| field(action, "owner").to_owned();
        let id = |item: &Json, at: usize, letter: &str| match field(item, "id") {
            "" => format!("{letter}{}", at + 1),
            id => id.to_owned(),
        };
        let issues: Vec<String> = self.issues().iter().enumerate().map(|(at, issue)| id(issue, at, "I")).collect();
        let helped = |issue: &String| self.actions().iter().any(|action| field(action, "issue") == issue);
        let mut found = vec![
            ("AP-W-08", self.outcomes.contains("AP-O-GO-AHEAD-WITHOUT-AGREEMENT") && !self.lacks() && partly),
            ("AP-W-09", after(review, later(start, 21))),
            ("AP-W-11", review.is_some_and(|day| !known(day))),
            ("AP-W-12", !issues.iter().all(helped)),
            ("AP-W-15", self.one("ap_context") == "safeguarding_process"),
            ("AP-W-16", some && self.actions().iter().all(|action| owner(action) == "person")),
            ("AP-W-17", some && !self.actions().iter().any(|action| AT_HOME.contains(&owner(action).as_str()))),
        ];
        for action in self.actions() {
            let open = !["done", "stopped"].contains(&field(action, "status"));
            let due = real(field(action, "due"));
            let owner = owner(action);
            let served = !owner.is_empty() && !AT_HOME.contains(&owner.as_str());
            let (what, measure) = (field(action, "what").to_lowercase(), field(action, "measure").to_lowercase());
            found.extend([
                ("AP-W-01", open && served && due.is_some_and(|day| !works(day))),
                ("AP-W-02", open && after(due, review)),
                ("AP-W-03", !what.is_empty() && what == measure),
                ("AP-W-04", open && field(action, "owner_agreed") == "not_asked"),
                ("AP-W-05", open && field(action, "owner_agreed") == "no"),
                ("AP-W-06", !issues.iter().any(|issue| issue == field(action, "issue"))),
                ("AP-W-07", open && after(due, later(start, 41))),
                ("AP-W-11", due.is_some_and(|day| !known(day))),
            ]);
        }
        found.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }

    /// Section 14.
    pub fn flags(&self) -> BTreeSet<&'static str> {
        let today = real(TODAY).expect("today");
        let any = |ids: &[&str]| ids.iter().any(|id| self.outcomes.contains(format!("AP-O-{id}").as_str()));
        let overdue = |action: &&Json| {
            real(field(action, "due")).is_some_and(|due| due < today && working_days(due, today) >= 5)
        };
        let reports = self.actions().iter().flat_map(|action| list(action, "progress"));
        let heard = reports.filter_map(|entry| real(field(entry, "on"))).chain(self.day("ap_agreed_on")).max();
        let closing = self.one("ap_close");
        let state = |issue: &Json| match (field(issue, "state"), closing) {
            ("", "achieved") => "resolved".to_owned(),
            ("", _) => "open".to_owned(),
            (state, _) => state.to_owned(),
        };
        let unresolved = self.issues().iter().any(|issue| state(issue) != "resolved");
        let found = [
            ("AP-F-01", self.open().any(|action| overdue(&action))),
            ("AP-F-02", self.open().any(|action| field(action, "owner_agreed") != "yes")),
            ("AP-F-03", any(&["GO-AHEAD-WITHOUT-AGREEMENT"])),
            ("AP-F-04", any(&["EMERGENCY", "EMERGENCY-CHECK", "SAFEGUARD", "SAFEGUARD-ADVICE", "CHILD"])),
            ("AP-F-05", any(&["REVIEW-OVERDUE"])),
            (
                "AP-F-06",
                !self.closed() && self.open().next().is_some() && heard.is_some_and(|day| days(day, today) > 14),
            ),
            ("AP-F-07", ["not_yet", "declined", "could_not"].contains(&self.one("ap_person_involved"))),
            ("AP-F-08", any(&["EXCLUDE-CONCERNED"])),
            ("AP-F-09", self.closed() && (["partly", "not_achieved"].contains(&closing) || unresolved)),
            ("AP-F-10", any(&["CAPACITY", "ADVOCATE", "ADVOCATE-CHECK", "DOL", "DOL-CHECK"])),
        ];
        found.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }

    /// Section 8 rule 7: where an action has got to.
    fn status(action: &Json) -> &'static str {
        let today = real(TODAY).expect("today");
        let (due, done_on) = (real(field(action, "due")), real(field(action, "done_on")));
        match (field(action, "status"), due) {
            ("stopped", _) => "stopped",
            ("done", _) if due.zip(done_on).is_some_and(|(due, done)| done > due) => "done_late",
            ("done", _) => "done",
            (_, None) => "no_date",
            (_, Some(due)) if due < today => "overdue",
            (_, Some(due)) if due == today => "due_today",
            (_, Some(due)) if working_days(today, due) <= 5 => "due_soon",
            _ => "upcoming",
        }
    }

    /// What a result says of each action, by its id, as text.
    pub fn said_of_actions(&self) -> BTreeMap<String, String> {
        let today = real(TODAY).expect("today");
        let agreed = self.day("ap_agreed_on");
        let issues = self.issues().len();
        let of = |(at, action): (usize, &Json)| {
            let met = |holds: bool| if holds { "met" } else { "not_met" };
            let due = real(field(action, "due"));
            let filled = |key| !field(action, key).is_empty();
            let linked = (1..=issues).any(|number| field(action, "issue") == format!("I{number}"));
            let asked = match field(action, "owner_agreed") {
                "yes" => "met",
                "no" => "not_met",
                _ => "not_known",
            };
            let status = Self::status(action);
            let late = due.filter(|_| status == "overdue");
            let number = |number: Option<i64>| number.map_or("null".to_owned(), |number| number.to_string());
            let said = format!(
                "{status} {} {} {asked} {} {} {} {}",
                met(filled("what") && filled("owner")),
                met(filled("measure")),
                met(linked),
                met(due.is_some_and(|due| agreed.is_none_or(|agreed| due >= agreed))),
                number(late.map(|due| days(due, today))),
                number(late.map(|due| working_days(due, today) as i64)),
            );
            (format!("A{}", at + 1), said)
        };
        self.actions().iter().enumerate().map(of).collect()
    }

    /// Section 8 rules 8 and 9, as text: total, done, done late, stopped, open, overdue, percent, next due.
    pub fn counts(&self) -> String {
        let of =
            |names: &[&str]| self.actions().iter().filter(|action| names.contains(&Self::status(action))).count();
        let (total, done, stopped) = (self.actions().len(), of(&["done", "done_late"]), of(&["stopped"]));
        let percent = (total > stopped).then(|| done * 100 / (total - stopped));
        let today = real(TODAY).expect("today");
        let review = self.day("ap_review_date").filter(|_| !self.closed());
        let ahead = self.open().filter_map(|action| real(field(action, "due"))).chain(review);
        let next = ahead.filter(|day| *day >= today).min();
        format!(
            "{total} {done} {} {stopped} {} {} {} {}",
            of(&["done_late"]),
            total - done - stopped,
            of(&["overdue"]),
            percent.map_or("null".to_owned(), |percent| percent.to_string()),
            next.map_or("null".to_owned(), |day| day.to_string()),
        )
    }
}

/// Table R3: what is suggested for each kind of issue.
pub const SUGGESTED: [(&str, &str); 14] = [
    (
        "not_engaging",
        "conversation_purpose, information_accessible, change_visits, change_worker, advocacy, increase_monitoring, formal_review",
    ),
    (
        "losing_motivation",
        "smaller_steps, conversation_purpose, revise_outcomes, community_support, change_visits, increase_monitoring",
    ),
    ("carer_not_encouraging", "conversation_purpose, carer_support, information_accessible, increase_monitoring"),
    ("outcomes_unrealistic", "smaller_steps, revise_outcomes, equipment_tech_ot, formal_review"),
    ("visits_not_right", "change_visits, change_worker, increase_monitoring"),
    ("equipment_delay", "equipment_tech_ot, joint_work, change_visits"),
    ("needs_changed", "change_visits, joint_work, increase_monitoring, formal_review"),
    ("provider_not_enabling", "conversation_purpose, increase_monitoring, change_worker, formal_review"),
    ("communication_breakdown", "information_accessible, advocacy, joint_work"),
    ("joint_work_delay", "joint_work, change_visits, formal_review"),
    ("risk_worry", "conversation_purpose, equipment_tech_ot, joint_work, increase_monitoring"),
    (
        "unhappy_with_service",
        "conversation_purpose, change_worker, change_visits, information_accessible, formal_review",
    ),
    ("other", "conversation_purpose, increase_monitoring, formal_review"),
    ("", ""),
];
