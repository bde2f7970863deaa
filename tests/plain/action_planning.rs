//! The rules of action planning, as a person reads the specification: plain code, and no table.

use care_tools::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// A plan as a person reads it: a hidden answer is blank.
#[derive(Default)]
pub struct Sheet {
    /// What was said, by question.
    pub said: BTreeMap<String, Vec<String>>,
    /// Whom the issues are about, beside the person.
    pub concerned: BTreeSet<String>,
    /// Some issue has evidence.
    pub evidence: bool,
    /// Some issue reduces the benefit or stops progress.
    pub slowed: bool,
    /// Some action is not done and not stopped.
    pub open: bool,
    /// The review date is past.
    pub late: bool,
    /// Questions that are not asked.
    pub hidden: BTreeSet<&'static str>,
}

impl Sheet {
    /// A plan as a case writes it.
    pub fn new(facts: &Json) -> Self {
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
            late: false,
            hidden: BTreeSet::new(),
        };
        // Today is 10 June 2026 on every plan that the dice make.
        sheet.late = ["2026-06-01", "2026-06-09"].contains(&sheet.one("ap_review_date"));
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

    fn keep(&mut self, id: &'static str, shown: bool) {
        if !shown {
            self.said.remove(id);
            self.hidden.insert(id);
        }
    }

    /// In the order of the form: what is shown rests on what stands before it.
    pub fn hide(&mut self) {
        let somebody = self.is("ap_about", &["adult", "carer"]);
        self.keep("ap_concern_about", self.is("ap_abuse_concern", &["yes"]));
        self.keep("ap_context_other", self.is("ap_context", &["other_process"]));
        self.keep("ap_process_start", self.is("ap_context", &["reablement_plan"]));
        for id in ["ap_person_view", "ap_strengths"] {
            self.keep(id, somebody);
        }
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
        self.keep("ap_person_not_involved_reason", self.is("ap_person_involved", &["declined", "could_not"]));
        let lacks = self.is("ap_capacity", &["lacks_capacity"]);
        self.keep("ap_appropriate_person", lacks || self.is("ap_substantial_difficulty", &["yes"]));
        self.keep("ap_rep_type", lacks);
        let rep = ["attorney_hw", "deputy_pw", "family_friend", "advocate"];
        self.keep("ap_rep_involved", self.is("ap_rep_type", &rep));
        self.keep("ap_carer_exists", self.is("ap_about", &["adult"]));
        let carer = self.is("ap_carer_exists", &["yes"]);
        self.keep("ap_carer_involved", carer);
        self.keep("ap_carer_view", carer);
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
        self.keep("ap_review_handover", self.is("ap_review_by", &["someone_else"]));
        let closed = self.closed();
        self.keep("ap_close_date", closed);
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

    /// The rules that fit, each with its outcome.
    pub fn fits(&self) -> BTreeSet<(&'static str, &'static str)> {
        let mut out: BTreeSet<(&'static str, &'static str)> = BTreeSet::new();
        let team = self.is("ap_about", &["team_or_service"]);
        let lacks = self.is("ap_capacity", &["lacks_capacity"]);
        let mut add = |rule: &'static str, when: bool, id: &'static str| {
            if when {
                out.insert((rule, id));
            }
        };
        // R5
        let danger = self.is("ap_immediate_danger", &["yes"]);
        let concern = danger || self.is("ap_abuse_concern", &["yes"]);
        add("R5.1", danger, "AP-O-EMERGENCY");
        add("R5.2", self.is("ap_immediate_danger", &["unknown"]), "AP-O-EMERGENCY-CHECK");
        add("R5.3", concern, "AP-O-SAFEGUARD");
        add("R5.4", !concern && self.is("ap_abuse_concern", &["unknown"]), "AP-O-SAFEGUARD-ADVICE");
        let about_person = self.has("ap_concern_about", &["person"]);
        add("R5.5", concern && self.is("ap_context", &["reablement_plan"]) && about_person, "AP-O-SG-PAUSE");
        add("R5.6", self.has("ap_concern_about", &["child"]), "AP-O-CHILD");
        add("R5.7", self.is("ap_practice_concern", &["yes"]), "AP-O-WHISTLEBLOW");
        add("R5.8", self.is("ap_practice_concern", &["unknown"]), "AP-O-WHISTLEBLOW-ADVICE");
        let restricted = lacks && self.is("ap_restriction", &["yes"]);
        add("R5.9", restricted, "AP-O-DOL");
        add("R5.10", !restricted && self.is("ap_restriction", &["yes", "unknown"]), "AP-O-DOL-CHECK");
        if !team {
            // R1
            add("R1.1", self.is("ap_person_involved", &["not_yet", "could_not"]), "AP-O-INVOLVE-PERSON");
            add("R1.2", self.is("ap_person_involved", &["declined"]), "AP-O-PERSON-DECLINED");
            add("R1.3", self.is("ap_capacity", &["unknown"]), "AP-O-CAPACITY");
            add("R1.4", lacks, "AP-O-BEST-INTERESTS");
            let no_rep = self.is("ap_rep_type", &["none", "unknown"]) || self.is("ap_rep_involved", &["not_yet"]);
            add("R1.5", lacks && no_rep, "AP-O-INVOLVE-REP");
            let difficulty = self.is("ap_substantial_difficulty", &["yes"]);
            let either = lacks || difficulty;
            add("R1.6", either && self.is("ap_appropriate_person", &["no"]), "AP-O-ADVOCATE");
            let unsure = either && self.is("ap_appropriate_person", &["unknown"]);
            let perhaps = !either && self.is("ap_substantial_difficulty", &["unknown"]);
            add("R1.7", unsure || perhaps, "AP-O-ADVOCATE-CHECK");
            let out_of_it = self.excluded() || self.waits();
            add("R1.8", self.is("ap_carer_involved", &["not_yet"]) && !out_of_it, "AP-O-INVOLVE-CARER");
            add("R1.9", self.is("ap_carer_exists", &["unknown"]), "AP-O-FIND-CARER");
            let somebody = !self.concerned.is_empty();
            let risk = |value: &str| somebody && self.is("ap_concerned_risk", &[value]);
            add("R1.10", risk("no"), "AP-O-TELL-PERSON-FIRST");
            let not_yet = self.is("ap_concerned_involved", &["not_yet"]);
            add("R1.10", risk("no") && not_yet, "AP-O-INVOLVE-CONCERNED");
            add("R1.11", risk("yes"), "AP-O-EXCLUDE-CONCERNED");
            add("R1.11", risk("yes") && !concern, "AP-O-SAFEGUARD-ADVICE");
            add("R1.12", risk("unknown"), "AP-O-CHECK-RISK-FIRST");
            add("R1.13", self.is("ap_requested_involved", &["not_yet"]), "AP-O-INVOLVE-REQUESTED");
            add("R1.14", self.is("ap_requested_involved", &["not_safe"]), "AP-O-MANAGER");
            add("R1.15", self.is("ap_others_basis", &["consent_refused"]), "AP-O-OTHERS-NOT-INVOLVED");
            add("R1.16", !lacks && self.is("ap_others_basis", &["not_asked_yet"]), "AP-O-CONSENT-NEEDED");
        }
        // R2
        let plan_change = self.is("ap_change", &["reablement_plan", "both", "other_plan"]);
        if let Some((rule, outcome)) = self.change(plan_change, lacks) {
            add(rule, true, outcome);
            let on = ["AP-O-GO-AHEAD", "AP-O-GO-AHEAD-WITHOUT-AGREEMENT"].contains(&outcome);
            add("R2.10", outcome == "AP-O-GO-AHEAD-WITHOUT-AGREEMENT", "AP-O-COMPLAINT");
            add("R2.11", on, "AP-O-TELL-EVERYONE");
            add("R2.11", on && plan_change, "AP-O-COPY-SAME-PEOPLE");
        }
        // R4
        let asked = self.has("ap_review_requested", &["person", "carer", "service", "anyone_else"]);
        let consider = "AP-O-REVIEW-CONSIDER";
        add("AP-T1", self.is("ap_no_longer_appropriate", &["yes"]), consider);
        add("AP-T2", self.is("ap_unresolved", &["yes"]) && self.slowed, consider);
        add("AP-T3", self.is("ap_outcomes_met", &["yes"]), consider);
        add("AP-T4", asked, consider);
        add("AP-T5", self.is("ap_new_info", &["yes"]), consider);
        add("AP-T6", !team && self.is("ap_close", &["not_achieved"]), consider);
        add("R4", self.late && !self.closed(), "AP-O-REVIEW-OVERDUE");
        // R6
        if self.is("ap_about", &["adult", "carer"]) {
            let to = |who: &str| self.has("ap_copy_to", &[who]);
            let answered = !self.blank("ap_copy_to");
            add("R6.1", answered && !to("person"), "AP-O-COPY-PERSON");
            let reablement = self.is("ap_context", &["reablement_plan"]);
            add("R6.2", answered && reablement && !to("deliverers"), "AP-O-COPY-DELIVERERS");
            if self.is("ap_carer_exists", &["yes"]) {
                let unsure = self.waits() && self.is("ap_concerned_risk", &["unknown"]);
                match self.one("ap_carer_copy_wish") {
                    _ if self.excluded() || unsure => add("R6.3", true, "AP-O-COPY-RISK"),
                    "all" => add("R6.4", true, "AP-O-COPY-CARER-WITHHOLD"),
                    "part" => add("R6.5", true, "AP-O-COPY-CARER-PART"),
                    _ => add("R6.6", answered && !self.waits() && !to("carer"), "AP-O-COPY-CARER"),
                }
            }
            let shared = to("other_professional") || to("concerned");
            let no_basis = shared && self.is("ap_copy_basis", &["", "not_asked", "refused"]);
            add("R6.7", no_basis && lacks, "AP-O-BEST-INTERESTS");
            add("R6.7", no_basis && !lacks, "AP-O-COPY-CONSENT");
            let risk = to("concerned") && self.is("ap_concerned_risk", &["yes", "unknown"]);
            add("R6.9", risk || self.is("ap_share_risk", &["yes", "unknown"]), "AP-O-COPY-RISK");
            add("R6.10", self.has("ap_copy_method", &["ordinary_email"]), "AP-O-SECURE");
            let formats = ["large_print", "easy_read", "audio", "braille", "translated", "bsl", "plain_text"];
            add("R6.11", self.has("ap_format", &formats), "AP-O-FORMAT");
        }
        // R7
        if self.closed() {
            let person = self.is("ap_about", &["adult", "carer"]);
            let unsaid = self.blank("ap_close_summary") || (person && self.blank("ap_close_person_view"));
            add("R7.1", self.open, "AP-O-CLOSE-NOT-READY");
            add("R7.2", unsaid, "AP-O-CLOSE-NOT-READY");
            add("R7.3", !self.open && !unsaid, "AP-O-CLOSE-OK");
        }
        out
    }

    /// The outcomes.
    pub fn outcomes(&self) -> BTreeSet<&'static str> {
        self.fits().into_iter().map(|(_, outcome)| outcome).collect()
    }

    /// R2, the first that fits.
    fn change(&self, plan_change: bool, lacks: bool) -> Option<(&'static str, &'static str)> {
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
            () if self.is("ap_change", &["none"]) => ("R2.1", "AP-O-NO-PLAN-CHANGE"),
            () if plan_change && !self.evidence => ("R2.2", "AP-O-GATHER-EVIDENCE"),
            () if open(p) || open(c) || open(o) => ("R2.3", "AP-O-SEEK-VIEWS"),
            () if lacks && !power && !self.is("ap_bi_recorded", &["yes"]) => ("R2.4", "AP-O-RECORD-BI"),
            () if lacks && power && against(p) => ("R2.5", "AP-O-DECISION-MAKER-DISAGREES"),
            () if against(o) => ("R2.6", "AP-O-MANAGER"),
            () if yes(p) && yes(c) && !self.blank("ap_rationale") => ("R2.7", "AP-O-GO-AHEAD"),
            () if yes(p) && yes(c) => ("R2.8", "AP-O-RECORD-REGARD"),
            () if regard => ("R2.9", "AP-O-RECORD-REGARD"),
            () => ("R2.10", "AP-O-GO-AHEAD-WITHOUT-AGREEMENT"),
        })
    }
}
