//! The rules of action planning, read a second time in plain code over random plans, and what must hold for any plan.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/plans.rs"]
mod plans;
mod support;

use care_tools::json::Json;
use care_tools::tools::action_planning::{decide, law};
use plans::plan;
use std::collections::{BTreeMap, BTreeSet};
use support::Dice;

/// A plan as a person reads it: a hidden answer is blank.
struct Sheet {
    said: BTreeMap<String, Vec<String>>,
    concerned: BTreeSet<String>,
    evidence: bool,
    slowed: bool,
    open: bool,
}

impl Sheet {
    fn new(facts: &Json) -> Self {
        let texts = |value: &Json| -> Vec<String> {
            match value {
                Json::Text(text) if text.trim().is_empty() => Vec::new(),
                Json::Text(text) => vec![text.clone()],
                Json::List(list) => list.iter().filter_map(Json::as_text).map(str::to_owned).collect(),
                _ => Vec::new(),
            }
        };
        let list = |key: &str| facts.get(key).and_then(Json::as_list).unwrap_or_default().to_vec();
        let of = |item: &Json, key: &str| item.get(key).map(texts).unwrap_or_default();
        let issues = list("ap_issues");
        let pairs =
            facts.as_object().unwrap().iter().filter(|(key, _)| !["ap_issues", "ap_actions"].contains(&key.as_str()));
        let relates = issues.iter().flat_map(|issue| of(issue, "relates_to"));
        let mut sheet = Sheet {
            said: pairs.map(|(key, value)| (key.clone(), texts(value))).collect(),
            concerned: relates.filter(|who| !["person", "nobody_specific"].contains(&who.as_str())).collect(),
            evidence: issues.iter().any(|issue| of(issue, "evidence").iter().any(|kind| kind != "none_yet")),
            slowed: issues.iter().any(|issue| {
                of(issue, "impact").iter().any(|it| ["reducing_benefit", "stopping_progress"].contains(&it.as_str()))
            }),
            open: list("ap_actions")
                .iter()
                .any(|action| !of(action, "status").iter().any(|it| ["done", "stopped"].contains(&it.as_str()))),
        };
        sheet.hide();
        sheet
    }

    fn one(&self, id: &str) -> &str {
        self.said.get(id).and_then(|said| said.first()).map_or("", String::as_str)
    }

    fn is(&self, id: &str, values: &[&str]) -> bool {
        values.contains(&self.one(id))
    }

    fn has(&self, id: &str, values: &[&str]) -> bool {
        self.said.get(id).is_some_and(|said| said.iter().any(|one| values.contains(&one.as_str())))
    }

    fn blank(&self, id: &str) -> bool {
        self.one(id).is_empty()
    }

    fn keep(&mut self, id: &str, shown: bool) {
        if !shown {
            self.said.remove(id);
        }
    }

    /// In the order of the form: what is shown rests on what stands before it.
    fn hide(&mut self) {
        let somebody = self.is("ap_about", &["adult", "carer"]);
        self.keep("ap_concern_about", self.is("ap_abuse_concern", &["yes"]));
        for id in
            ["ap_capacity", "ap_person_involved", "ap_substantial_difficulty", "ap_requested", "ap_others_needed"]
        {
            self.keep(id, somebody);
        }
        for id in ["ap_change", "ap_copy_to", "ap_share_risk", "ap_copy_method", "ap_format", "ap_review_requested"] {
            self.keep(id, somebody);
        }
        for id in ["ap_no_longer_appropriate", "ap_unresolved", "ap_outcomes_met", "ap_new_info"] {
            self.keep(id, somebody);
        }
        let lacks = self.is("ap_capacity", &["lacks_capacity"]);
        self.keep("ap_appropriate_person", lacks || self.is("ap_substantial_difficulty", &["yes"]));
        self.keep("ap_rep_type", lacks);
        let rep = ["attorney_hw", "deputy_pw", "family_friend", "advocate"];
        self.keep("ap_rep_involved", self.is("ap_rep_type", &rep));
        self.keep("ap_carer_exists", self.is("ap_about", &["adult"]));
        let carer = self.is("ap_carer_exists", &["yes"]);
        self.keep("ap_carer_involved", carer);
        self.keep("ap_concerned_risk", somebody && !self.concerned.is_empty());
        self.keep("ap_concerned_involved", self.is("ap_concerned_risk", &["no"]));
        self.keep("ap_requested_involved", self.is("ap_requested", &["yes"]));
        self.keep("ap_others_basis", self.is("ap_others_needed", &["yes"]));
        self.keep("ap_restriction", lacks || self.is("ap_capacity", &["unknown"]));
        let changes = !self.blank("ap_change") && !self.is("ap_change", &["none"]);
        self.keep("ap_person_agrees", changes && !lacks);
        self.keep("ap_rep_agrees", changes && lacks && self.is("ap_rep_type", &rep));
        let no_power = !self.blank("ap_rep_type") && !self.is("ap_rep_type", &["attorney_hw", "deputy_pw"]);
        self.keep("ap_bi_recorded", changes && lacks && no_power);
        self.keep("ap_carer_agrees", changes && carer && !self.excluded());
        self.keep("ap_others_agree", self.is("ap_change", &["reablement_plan", "both", "other_plan"]));
        let disagrees = ["ap_person_agrees", "ap_rep_agrees", "ap_carer_agrees"];
        let disagrees = disagrees.iter().any(|id| self.is(id, &["no", "partly"]));
        self.keep("ap_views", disagrees);
        self.keep("ap_wellbeing", disagrees);
        self.keep("ap_rationale", changes);
        self.keep("ap_carer_copy_wish", carer && !lacks);
        self.keep("ap_copy_basis", self.has("ap_copy_to", &["other_professional", "concerned"]));
        let closed = self.closed();
        self.keep("ap_close_summary", closed);
        self.keep("ap_close_person_view", closed && somebody);
    }

    fn closed(&self) -> bool {
        !self.blank("ap_close") && !self.is("ap_close", &["open"])
    }

    fn excluded(&self) -> bool {
        self.concerned.contains("carer") && self.is("ap_concerned_risk", &["yes"])
    }

    fn waits(&self) -> bool {
        self.concerned.contains("carer") && self.is("ap_concerned_risk", &["unknown", ""])
    }

    fn outcomes(&self) -> BTreeSet<&'static str> {
        let mut out: BTreeSet<&'static str> = BTreeSet::new();
        let team = self.is("ap_about", &["team_or_service"]);
        let lacks = self.is("ap_capacity", &["lacks_capacity"]);
        let mut add = |when: bool, id: &'static str| {
            if when {
                out.insert(id);
            }
        };
        // R5
        let danger = self.is("ap_immediate_danger", &["yes"]);
        let concern = danger || self.is("ap_abuse_concern", &["yes"]);
        add(danger, "AP-O-EMERGENCY");
        add(self.is("ap_immediate_danger", &["unknown"]), "AP-O-EMERGENCY-CHECK");
        add(concern, "AP-O-SAFEGUARD");
        add(!concern && self.is("ap_abuse_concern", &["unknown"]), "AP-O-SAFEGUARD-ADVICE");
        let about_person = self.has("ap_concern_about", &["person"]);
        add(concern && self.is("ap_context", &["reablement_plan"]) && about_person, "AP-O-SG-PAUSE");
        add(self.has("ap_concern_about", &["child"]), "AP-O-CHILD");
        add(self.is("ap_practice_concern", &["yes"]), "AP-O-WHISTLEBLOW");
        add(self.is("ap_practice_concern", &["unknown"]), "AP-O-WHISTLEBLOW-ADVICE");
        let restricted = lacks && self.is("ap_restriction", &["yes"]);
        add(restricted, "AP-O-DOL");
        add(!restricted && self.is("ap_restriction", &["yes", "unknown"]), "AP-O-DOL-CHECK");
        if !team {
            // R1
            add(self.is("ap_person_involved", &["not_yet", "could_not"]), "AP-O-INVOLVE-PERSON");
            add(self.is("ap_person_involved", &["declined"]), "AP-O-PERSON-DECLINED");
            add(self.is("ap_capacity", &["unknown"]), "AP-O-CAPACITY");
            add(lacks, "AP-O-BEST-INTERESTS");
            let no_rep = self.is("ap_rep_type", &["none", "unknown"]) || self.is("ap_rep_involved", &["not_yet"]);
            add(lacks && no_rep, "AP-O-INVOLVE-REP");
            let difficulty = self.is("ap_substantial_difficulty", &["yes"]);
            let either = lacks || difficulty;
            add(either && self.is("ap_appropriate_person", &["no"]), "AP-O-ADVOCATE");
            let unsure = either && self.is("ap_appropriate_person", &["unknown"]);
            add(unsure || (!either && self.is("ap_substantial_difficulty", &["unknown"])), "AP-O-ADVOCATE-CHECK");
            let out_of_it = self.excluded() || self.waits();
            add(self.is("ap_carer_involved", &["not_yet"]) && !out_of_it, "AP-O-INVOLVE-CARER");
            add(self.is("ap_carer_exists", &["unknown"]), "AP-O-FIND-CARER");
            let somebody = !self.concerned.is_empty();
            let risk = |value: &str| somebody && self.is("ap_concerned_risk", &[value]);
            add(risk("no"), "AP-O-TELL-PERSON-FIRST");
            add(risk("no") && self.is("ap_concerned_involved", &["not_yet"]), "AP-O-INVOLVE-CONCERNED");
            add(risk("yes"), "AP-O-EXCLUDE-CONCERNED");
            add(risk("yes") && !concern, "AP-O-SAFEGUARD-ADVICE");
            add(risk("unknown"), "AP-O-CHECK-RISK-FIRST");
            add(self.is("ap_requested_involved", &["not_yet"]), "AP-O-INVOLVE-REQUESTED");
            add(self.is("ap_requested_involved", &["not_safe"]), "AP-O-MANAGER");
            add(self.is("ap_others_basis", &["consent_refused"]), "AP-O-OTHERS-NOT-INVOLVED");
            add(!lacks && self.is("ap_others_basis", &["not_asked_yet"]), "AP-O-CONSENT-NEEDED");
        }
        // R2
        let plan_change = self.is("ap_change", &["reablement_plan", "both", "other_plan"]);
        if let Some(outcome) = self.change(plan_change, lacks) {
            add(true, outcome);
            let on = ["AP-O-GO-AHEAD", "AP-O-GO-AHEAD-WITHOUT-AGREEMENT"].contains(&outcome);
            add(outcome == "AP-O-GO-AHEAD-WITHOUT-AGREEMENT", "AP-O-COMPLAINT");
            add(on, "AP-O-TELL-EVERYONE");
            add(on && plan_change, "AP-O-COPY-SAME-PEOPLE");
        }
        // R4
        let asked = self.has("ap_review_requested", &["person", "carer", "service", "anyone_else"]);
        let review = self.is("ap_no_longer_appropriate", &["yes"])
            || (self.is("ap_unresolved", &["yes"]) && self.slowed)
            || self.is("ap_outcomes_met", &["yes"])
            || asked
            || self.is("ap_new_info", &["yes"])
            || (!team && self.is("ap_close", &["not_achieved"]));
        add(review, "AP-O-REVIEW-CONSIDER");
        let late = ["2026-06-01", "2026-06-09"].contains(&self.one("ap_review_date"));
        add(late && !self.closed(), "AP-O-REVIEW-OVERDUE");
        // R6
        if self.is("ap_about", &["adult", "carer"]) {
            let to = |who: &str| self.has("ap_copy_to", &[who]);
            let answered = !self.blank("ap_copy_to");
            add(answered && !to("person"), "AP-O-COPY-PERSON");
            add(answered && self.is("ap_context", &["reablement_plan"]) && !to("deliverers"), "AP-O-COPY-DELIVERERS");
            if self.is("ap_carer_exists", &["yes"]) {
                let unsure = self.waits() && self.is("ap_concerned_risk", &["unknown"]);
                match self.one("ap_carer_copy_wish") {
                    _ if self.excluded() || unsure => add(true, "AP-O-COPY-RISK"),
                    "all" => add(true, "AP-O-COPY-CARER-WITHHOLD"),
                    "part" => add(true, "AP-O-COPY-CARER-PART"),
                    _ => add(answered && !self.waits() && !to("carer"), "AP-O-COPY-CARER"),
                }
            }
            let shared = to("other_professional") || to("concerned");
            let no_basis = shared && self.is("ap_copy_basis", &["", "not_asked", "refused"]);
            add(no_basis && lacks, "AP-O-BEST-INTERESTS");
            add(no_basis && !lacks, "AP-O-COPY-CONSENT");
            let risk = to("concerned") && self.is("ap_concerned_risk", &["yes", "unknown"]);
            add(risk || self.is("ap_share_risk", &["yes", "unknown"]), "AP-O-COPY-RISK");
            add(self.has("ap_copy_method", &["ordinary_email"]), "AP-O-SECURE");
            let formats = ["large_print", "easy_read", "audio", "braille", "translated", "bsl", "plain_text"];
            add(self.has("ap_format", &formats), "AP-O-FORMAT");
        }
        // R7
        if self.closed() {
            let person = self.is("ap_about", &["adult", "carer"]);
            let unsaid = self.blank("ap_close_summary") || (person && self.blank("ap_close_person_view"));
            add(self.open || unsaid, "AP-O-CLOSE-NOT-READY");
            add(!self.open && !unsaid, "AP-O-CLOSE-OK");
        }
        out
    }

    /// R2, the first that fits.
    fn change(&self, plan_change: bool, lacks: bool) -> Option<&'static str> {
        if self.blank("ap_change") {
            return None;
        }
        let power = self.is("ap_rep_type", &["attorney_hw", "deputy_pw"]);
        let p = match (lacks, self.one("ap_rep_type")) {
            (false, _) => self.one("ap_person_agrees"),
            (true, "none") => "not applicable",
            (true, "" | "unknown") => "",
            (true, _) => self.one("ap_rep_agrees"),
        };
        let c = match self.is("ap_carer_exists", &["yes"]) && !self.excluded() {
            true => self.one("ap_carer_agrees"),
            false => "not applicable",
        };
        let o = match (plan_change, self.one("ap_others_agree")) {
            (false, _) | (_, "nobody_else") => "not applicable",
            (true, said) => said,
        };
        let open = |said: &str| ["", "not_asked"].contains(&said);
        let yes = |said: &str| ["yes", "not applicable"].contains(&said);
        let against = |said: &str| ["no", "partly"].contains(&said);
        let regard = ["ap_views", "ap_wellbeing", "ap_rationale"].iter().any(|id| self.blank(id));
        Some(match () {
            () if self.is("ap_change", &["none"]) => "AP-O-NO-PLAN-CHANGE",
            () if plan_change && !self.evidence => "AP-O-GATHER-EVIDENCE",
            () if open(p) || open(c) || open(o) => "AP-O-SEEK-VIEWS",
            () if lacks && !power && !self.is("ap_bi_recorded", &["yes"]) => "AP-O-RECORD-BI",
            () if lacks && power && against(p) => "AP-O-DECISION-MAKER-DISAGREES",
            () if against(o) => "AP-O-MANAGER",
            () if yes(p) && yes(c) && !self.blank("ap_rationale") => "AP-O-GO-AHEAD",
            () if yes(p) && yes(c) => "AP-O-RECORD-REGARD",
            () if regard => "AP-O-RECORD-REGARD",
            () => "AP-O-GO-AHEAD-WITHOUT-AGREEMENT",
        })
    }
}

fn case(facts: Json) -> Json {
    Json::object([("facts", facts)])
}

fn texts(result: &Json, key: &str) -> Vec<String> {
    let list = result.get(key).and_then(Json::as_list).unwrap_or_default();
    list.iter().filter_map(Json::as_text).map(str::to_owned).collect()
}

#[test]
fn a_second_reading_of_the_rules_gives_the_same_outcomes() {
    let mut dice = Dice::new(21);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for _ in 0..40_000 {
        let facts = plan(&mut dice);
        let result = decide::decide(&case(facts.clone())).unwrap_or_else(|fault| panic!("{fault}"));
        let found: BTreeSet<String> = texts(&result, "outcomes").into_iter().collect();
        let expected: BTreeSet<String> = Sheet::new(&facts).outcomes().into_iter().map(str::to_owned).collect();
        assert_eq!(found, expected, "{}", facts.write());
        seen.extend(found);
    }
    let every: BTreeSet<String> = law().outcomes.iter().map(|outcome| outcome.id.to_owned()).collect();
    assert_eq!(every.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new(), "never reached");
}

#[test]
fn what_must_hold_for_any_plan() {
    let mut dice = Dice::new(22);
    let rank = |level: &str| ["stop", "act_now", "do", "consider", "info"].iter().position(|known| *known == level);
    for _ in 0..8_000 {
        let facts = plan(&mut dice);
        let result = decide::decide(&case(facts.clone())).expect("a result");
        let outcomes = texts(&result, "outcomes");
        let levels: Vec<_> = outcomes
            .iter()
            .map(|id| result.get("levels").and_then(|levels| levels.get(id)).and_then(Json::as_text).and_then(rank))
            .collect();
        assert!(levels.iter().all(Option::is_some) && levels.is_sorted(), "{outcomes:?} {levels:?}");
        let once: BTreeSet<&String> = outcomes.iter().collect();
        assert_eq!(once.len(), outcomes.len(), "{outcomes:?}");
        let counts = |key: &str| match result.get("plan").and_then(|plan| plan.get(key)) {
            Some(Json::Whole(number)) => *number,
            _ => 0,
        };
        assert_eq!(counts("total"), counts("done") + counts("stopped") + counts("open"));
        // Errors shown at all times are shown on a draft; the others only once the plan is to be complete.
        let draft = texts(&result, "errors");
        let mut pairs = facts.as_object().unwrap().to_vec();
        pairs.push(("_stage".to_owned(), Json::text("complete")));
        let complete = decide::decide(&case(Json::Object(pairs))).expect("a result");
        let all = texts(&complete, "errors");
        assert!(draft.iter().all(|id| all.contains(id)), "{draft:?} {all:?}");
        assert_eq!(texts(&complete, "outcomes"), outcomes, "drafts and complete plans alike");
    }
}

#[test]
fn a_bad_case_says_what_is_wrong() {
    let fault = |text: &str| decide::decide(&Json::read(text).unwrap()).expect_err("a fault");
    let says = |text: &str, what: &str| assert!(fault(text).contains(what), "{}", fault(text));
    says(r#"{}"#, "`facts` is missing");
    says(r#"{"facts": {"ap_abuot": "adult"}}"#, "there is no question `ap_abuot`");
    says(r#"{"facts": {"ap_about": "giant"}}"#, "`giant` is not a choice");
    says(r#"{"facts": {"worked_out_evidence": "yes"}}"#, "there is no question");
    says(r#"{"facts": {"ap_issues": [{"type": "x"}]}}"#, "`x` is not a choice of `ap_issues[1].type`");
    says(r#"{"facts": {"ap_actions": [{"who": "x"}]}}"#, "there is no question `ap_actions[1].who`");
    says(r#"{"facts": {"_now_utc": "noon"}}"#, "`_now_utc` is not a moment of UTC");
    says(r#"{"facts": {"calc": {"op": "guess"}}}"#, "there is no function `guess`");
}
