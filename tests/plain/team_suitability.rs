//! The tables of team suitability, as a person reads the specification: plain code, and no table.

use std::collections::{BTreeMap, BTreeSet};

/// What was said, by question.
pub type Facts = BTreeMap<&'static str, Vec<&'static str>>;

/// What the specification says of one sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct Plain {
    pub outcome: &'static str,
    pub rule: &'static str,
    pub holder: &'static str,
    pub actions: Vec<&'static str>,
    pub missing: Vec<&'static str>,
}

/// A sheet as a person reads it: an answer to a question that is not asked is blank.
pub struct Sheet(pub Facts);

impl Sheet {
    pub fn new(given: &Facts) -> Self {
        let asked = Self::asked_of(given);
        let mut sheet = Sheet(given.clone());
        sheet.0.retain(|question, _| asked.contains(question));
        sheet
    }

    /// The questions that are asked.
    pub fn asked_of(given: &Facts) -> BTreeSet<&'static str> {
        let sheet = Sheet(given.clone());
        let path = sheet.one("path");
        let mut keep: BTreeSet<&'static str> = ["path", "safe_now"].into();
        match path {
            "contact" => {
                keep.extend(["medium", "subject", "allocated", "advocate"]);
                let about = !["general_information", "review_request", "duty_task"].contains(&sheet.one("subject"));
                let asked = about && ["named_worker", "team_only"].contains(&sheet.one("allocated"));
                let written = sheet.one("medium") == "written";
                if asked {
                    keep.insert("available");
                }
                if asked && written {
                    keep.insert("in_time");
                }
                let late = if written { sheet.one("in_time") != "yes" } else { sheet.one("available") != "now" };
                if asked && late {
                    keep.insert("colleague");
                }
                if sheet.one("safe_now") != "danger_now" {
                    keep.insert("urgent_need");
                }
            }
            "transfer" => {
                keep.extend(["reasons", "consent", "our_function", "our_person", "receiver", "joint_enough"]);
                keep.extend(["harm_of_change", "live_process", "gap", "advocate", "work_needed", "skills_needed"]);
                let refuses = sheet.one("consent") == "refuses_all";
                keep.insert(if refuses { "at_risk_of_abuse" } else { "views" });
                let residence = sheet.any("reasons", &["not_ordinarily_resident", "moved_area"])
                    || sheet.one("receiver") == "other_authority";
                if residence {
                    keep.insert("residence");
                    if ["other_disputed", "placed_here_by_other"].contains(&sheet.one("residence")) {
                        keep.extend(["meeting_needs_now", "living_in"]);
                    }
                    if sheet.one("residence") == "other_disputed" {
                        keep.insert("dispute_arose");
                    }
                }
                if !["", "none_found"].contains(&sheet.one("receiver")) {
                    keep.extend(["their_function", "their_person", "agreed"]);
                    match sheet.one("agreed") {
                        "yes" => keep.extend(["info_ready", "holds_from"]),
                        "" | "not_asked" => {}
                        _ => drop(keep.insert("days_since_asked")),
                    }
                }
            }
            "joint" => {
                keep.extend(["who", "contact_with_person", "same_agency", "joint_consent", "gap", "advocate"]);
                keep.insert("joint_forms");
                let consent = sheet.one("joint_consent");
                if ["", "not_asked"].contains(&consent) {
                    keep.insert("only_to_arrange_agreed_service");
                }
                let deciding = consent == "lacks_capacity" && sheet.one("who") == "adult";
                let agrees = ["attorney_or_deputy_agrees", "best_interests_made"].contains(&sheet.one("decider"));
                if deciding {
                    keep.insert("decider");
                }
                if consent == "refused" || (deciding && !agrees) {
                    keep.insert("part_of_safeguarding");
                }
                if consent == "given" || (deciding && agrees) {
                    keep.insert("partner_delay");
                }
            }
            "asked" => {
                keep.extend(["asked_for", "formal_request", "difficulty", "gap"]);
                let accepts = ["none", "lacks_some_skills"].contains(&sheet.one("difficulty"));
                if accepts && sheet.one("asked_for") != "joint_work" {
                    keep.insert("holds_from");
                }
            }
            _ => {}
        }
        keep
    }

    /// The rule of table OR, while two councils disagree.
    pub fn dispute_rule(&self, plain: &Plain) -> Option<&'static str> {
        let nobody = self.is("meeting_needs_now", &["nobody", ""]);
        (plain.outcome == "t_or_dispute").then(|| match self.one("meeting_needs_now") {
            "us" => "OR1",
            "other_authority" => "OR2",
            _ if nobody && self.is("living_in", &["other_area"]) => "OR3",
            _ => "OR4",
        })
    }

    /// What to keep in mind, as the words of each warning say. `far` are the dates more than a year from today.
    pub fn warnings(&self, plain: &Plain, far: &[&str]) -> BTreeSet<&'static str> {
        let out = |these: &[&str]| these.contains(&plain.outcome);
        let from_a_date = ["receiving_from_agreed_date", "us_from_agreed_date"].contains(&plain.holder);
        let declined = self.is("agreed", &["declined_with_reasons", "declined_without_reasons"]);
        let same_council = self.is("receiver", &["our_authority_team"]) && declined;
        let in_progress = !self.is("live_process", &["none", ""]);
        let warnings = [
            ("w_no_date", from_a_date && !self.0.contains_key("holds_from")),
            ("w_far_date", far.iter().any(|question| self.0.contains_key(question))),
            ("w_live", in_progress && out(&["t_prepare_handover", "t_interim_then_transfer", "t_transfer"])),
            ("w_four_months", out(&["t_or_dispute"])),
            ("w_urgent_support", plain.holder == "other_authority"),
            ("w_same_council", same_council || out(&["r_decline_written", "r_decline_suggest", "r_not_a_reason"])),
            ("w_carer_indirect", self.is("who", &["carer"]) && self.is("contact_with_person", &["indirect"])),
            ("w_joint_holder", self.is("path", &["joint"])),
        ];
        warnings.into_iter().filter_map(|(id, holds)| holds.then_some(id)).collect()
    }

    fn one(&self, question: &str) -> &'static str {
        self.0.get(question).and_then(|said| said.first()).copied().unwrap_or("")
    }

    fn is(&self, question: &str, said: &[&str]) -> bool {
        said.contains(&self.one(question))
    }

    fn any(&self, question: &str, said: &[&str]) -> bool {
        self.0.get(question).is_some_and(|given| given.iter().any(|one| said.contains(one)))
    }

    pub fn only(&self, question: &str, said: &[&str]) -> bool {
        self.0.get(question).is_some_and(|given| given.iter().all(|one| said.contains(one)))
    }

    fn days(&self) -> i64 {
        self.one("days_since_asked").parse().unwrap_or(0)
    }

    pub fn read(&self) -> Plain {
        match self.one("path") {
            "contact" => self.contact(),
            "transfer" => self.transfer(),
            "joint" => self.joint(),
            "asked" => self.asked(),
            _ => {
                let mut actions = Vec::new();
                if self.is("safe_now", &["danger_now"]) {
                    actions.push("at_call_999");
                }
                if self.is("safe_now", &["danger_now", "abuse_concern"]) {
                    actions.push("at_safeguarding");
                }
                Plain { outcome: "start_choose", rule: "ST1", holder: "", actions, missing: Vec::new() }
            }
        }
    }

    fn contact(&self) -> Plain {
        let written = self.is("medium", &["written"]);
        let (rule, outcome) = match () {
            () if self.is("safe_now", &["danger_now"]) => ("CT01", "c_emergency"),
            () if self.is("safe_now", &["abuse_concern"]) => ("CT02", "c_safeguarding"),
            () if self.is("safe_now", &["unknown", ""]) => ("CT03", "c_check_safe"),
            () if self.is("subject", &["general_information"]) => ("CT04", "c_duty_handles"),
            () if self.is("allocated", &["unknown", ""]) => ("CT05", "c_check_systems"),
            () if self.is("allocated", &["none"]) => ("CT06", "c_duty_handles"),
            () if self.is("subject", &["review_request"]) => ("CT07", "c_send_review"),
            () if self.is("subject", &["duty_task"]) => ("CT08", "c_duty_handles"),
            () if self.is("allocated", &["other_worker"]) => ("CT09", "c_redirect"),
            () if !written && self.is("available", &["now"]) => ("CT10", "c_transfer_call"),
            () if written && self.is("in_time", &["yes"]) => ("CT11", "c_transfer_written"),
            () if self.is("colleague", &["yes"]) => ("CT12", "c_colleague"),
            () if written => ("CT13", "c_message_written"),
            () if self.is("available", &["few_hours", "few_days", "longer"]) => ("CT14", "c_message_time_known"),
            () => ("CT15", "c_message_time_unknown"),
        };
        let out = |these: &[&str]| these.contains(&outcome);
        let message = out(&["c_message_time_known", "c_message_time_unknown", "c_message_written"]);
        let somebody = self.is("allocated", &["named_worker", "other_worker", "team_only"]);
        let urgent = self.is("urgent_need", &["yes"]) || (message && self.is("urgent_need", &["unknown", ""]));
        let alert = somebody
            && (message
                || out(&["c_emergency", "c_safeguarding", "c_duty_handles", "c_colleague", "c_transfer_written"])
                || out(&["c_redirect"]));
        let secure = written
            && (out(&["c_transfer_written", "c_message_written", "c_colleague", "c_send_review", "c_redirect"]));
        let wrong = out(&["c_redirect"]) || (out(&["c_duty_handles"]) && self.is("allocated", &["none"]));
        let actions = kept(&[
            ("at_call_999", out(&["c_emergency"])),
            ("at_safeguarding", self.is("safe_now", &["abuse_concern", "danger_now"])),
            ("at_ask_safe", out(&["c_check_safe"])),
            ("at_check_systems", out(&["c_check_systems"])),
            ("at_urgent_now", urgent),
            ("at_resolve_what_you_can", message || out(&["c_duty_handles", "c_colleague"])),
            ("at_do_not_transfer_to_named", wrong),
            ("at_alert_worker", alert),
            ("at_tell_when", out(&["c_message_time_known"])),
            ("at_tell_not_known", out(&["c_message_time_unknown"])),
            ("at_tell_delay", out(&["c_message_written"])),
            ("at_agree_fallback", message),
            ("at_secure_message", secure),
            ("at_who_replies", out(&["c_transfer_written"])),
            ("at_advocate", self.is("advocate", &["needed_not_arranged"])),
            ("at_money_information", out(&["c_send_review"])),
            ("at_follow_up", out(&["c_duty_handles"]) && somebody),
            ("at_record", true),
        ]);
        let holder = match outcome {
            "c_send_review" | "c_transfer_call" | "c_transfer_written" | "c_colleague" => "named_worker_or_team",
            "c_redirect" => "duty_until_right_worker_has_it",
            _ => "duty",
        };
        Plain { outcome, rule, holder, actions, missing: Vec::new() }
    }

    fn transfer(&self) -> Plain {
        let residence = ["not_ordinarily_resident", "moved_area"];
        let not_a_reason = ["team_capacity", "cost"];
        let but_those: Vec<&str> = self.0.get("reasons").into_iter().flatten().copied().collect();
        let real: Vec<&str> = but_those.iter().copied().filter(|reason| !not_a_reason.contains(reason)).collect();
        let asked = self.any("reasons", &residence) || self.is("receiver", &["other_authority"]);
        let together = self.is("joint_enough", &["yes"]);
        let able = !self.is("our_function", &["no"]);
        let nobody = self.is("receiver", &["none_found", ""]);
        let theirs = |said: &[&str]| !nobody && (self.is("their_function", said) || self.is("their_person", said));
        let refuses = self.is("consent", &["refuses_all"]);
        let safe_to_go = self.is("agreed", &["yes"]) && self.is("gap", &["no_unmet_needs", "covered"]);
        let external = self.is("receiver", &["nhs", "housing", "childrens_services", "voluntary_or_prevention"]);
        let stays = self.is("views", &["wants_to_stay"]);
        let blank = |question: &str| !self.0.contains_key(question);
        let mut missing: Vec<&'static str> = Vec::new();
        let (rule, outcome) = match () {
            () if self.is("safe_now", &["danger_now"]) => ("TR01", "t_emergency"),
            () if self.is("safe_now", &["abuse_concern"]) => ("TR02", "t_safeguarding_first"),
            () if self.is("safe_now", &["unknown", ""]) => {
                missing.push("safe_now");
                ("TR03", "t_find_out_first")
            }
            () if refuses && self.is("at_risk_of_abuse", &["yes", "unknown", ""]) => ("TR04", "t_refusal_keep_open"),
            () if refuses => ("TR05", "t_close_no_consent"),
            () if self.is("consent", &["no_best_interests_yet", "capacity_unclear"]) => ("TR06", "t_capacity_first"),
            () if self.is("consent", &["not_asked", ""]) || self.is("views", &["not_asked", ""]) => {
                ("TR07", "t_ask_person_first")
            }
            () if blank("reasons") || blank("our_function") || blank("our_person") => {
                missing.extend(["reasons", "our_function", "our_person"].into_iter().filter(|id| blank(id)));
                ("TR08", "t_find_out_first")
            }
            () if real.is_empty() => ("TR09", "t_keep_not_a_reason"),
            () if asked && self.is("residence", &["unknown", ""]) => ("TR10", "t_or_check"),
            () if asked && self.is("residence", &["other_disputed"]) => ("TR11", "t_or_dispute"),
            () if asked && self.is("residence", &["placed_here_by_other"]) => ("TR12", "t_or_placing_authority"),
            () if asked && self.is("residence", &["plans_to_move"]) => ("TR13", "t_or_continuity"),
            () if asked && self.is("residence", &["other_agreed"]) => ("TR14", "t_or_handover"),
            () if asked
                && self.is("residence", &["ours", "no_settled_home_here"])
                && real.iter().all(|reason| residence.contains(reason)) =>
            {
                ("TR15", "t_keep_ours")
            }
            () if self.is("our_function", &["yes"])
                && self.is("our_person", &["yes"])
                && self.is("views", &["wants_to_stay", "no_preference", "represented"])
                && !real.contains(&"relationship_with_worker") =>
            {
                ("TR16", "t_keep_suitable")
            }
            () if real == ["relationship_with_worker"] && able => ("TR17", "t_change_worker"),
            () if nobody && together => ("TR18", "t_keep_joint"),
            () if nobody => ("TR19", "t_no_team"),
            () if theirs(&["unknown", ""]) => {
                let open = ["their_function", "their_person"];
                missing.extend(open.into_iter().filter(|id| self.is(id, &["unknown", ""])));
                ("TR20", "t_find_out_first")
            }
            () if theirs(&["no"]) && together && able => ("TR21", "t_keep_joint"),
            () if theirs(&["no"]) => ("TR22", "t_other_team"),
            () if together
                && able
                && (stays || self.is("harm_of_change", &["serious", "unknown"]) || theirs(&["partly"])) =>
            {
                ("TR23", "t_keep_joint")
            }
            () if external && stays => ("TR24", "t_person_says_no"),
            () if !self.is("live_process", &["none", ""]) && !safe_to_go => ("TR25", "t_wait_safe_point"),
            () if self.is("agreed", &["declined_without_reasons"]) => ("TR26", "t_declined_ask_reasons"),
            () if self.is("agreed", &["declined_with_reasons"]) && together => ("TR27", "t_declined_joint"),
            () if self.is("agreed", &["declined_with_reasons"]) => ("TR28", "t_declined_escalate"),
            () if self.is("agreed", &["no_reply"]) => ("TR29", "t_no_reply"),
            () if self.is("agreed", &["not_asked", ""]) => ("TR30", "t_propose"),
            () if !self.is("info_ready", &["yes"]) => ("TR31", "t_prepare_handover"),
            () if self.is("gap", &["not_covered", "unknown", ""]) => ("TR32", "t_interim_then_transfer"),
            () => ("TR33", "t_transfer"),
        };
        let out = |these: &[&str]| these.contains(&outcome);
        let in_dispute = match (self.one("meeting_needs_now"), self.one("living_in")) {
            ("us", _) => "us",
            ("other_authority", _) | (_, "other_area") => "other_authority",
            _ => "us",
        };
        let holder = match outcome {
            "t_close_no_consent" => "nobody_case_closed",
            "t_transfer" => "receiving_from_agreed_date",
            "t_or_dispute" => in_dispute,
            "t_or_placing_authority" if self.is("meeting_needs_now", &["other_authority"]) => "other_authority",
            _ => "us",
        };
        let moving = out(&["t_transfer", "t_interim_then_transfer", "t_prepare_handover", "t_propose"])
            || out(&["t_or_handover", "t_or_continuity"]);
        let talk = out(&["t_propose", "t_declined_joint", "t_declined_escalate", "t_keep_joint"])
            || out(&["t_wait_safe_point", "t_no_reply", "t_other_team"]);
        let escalate = out(&["t_declined_escalate", "t_no_team", "t_or_dispute"])
            || (out(&["t_no_reply", "t_declined_ask_reasons"]) && self.days() >= 5);
        let ask = self.is("consent", &["not_asked", ""]) || (!refuses && self.is("views", &["not_asked", ""]));
        let overruled = stays && out(&["t_transfer", "t_interim_then_transfer", "t_prepare_handover", "t_propose"]);
        let abuse = self.is("safe_now", &["abuse_concern", "danger_now"])
            || (refuses && self.is("at_risk_of_abuse", &["yes"]));
        let actions = kept(&[
            ("at_call_999", out(&["t_emergency"])),
            ("at_safeguarding", abuse),
            ("at_ask_safe", rule == "TR03"),
            ("at_interim", self.is("gap", &["not_covered", "unknown"]) || (moving && blank("gap"))),
            ("at_ask_person", ask),
            ("at_capacity", self.is("consent", &["no_best_interests_yet", "capacity_unclear"])),
            ("at_find_out", out(&["t_find_out_first"]) && rule != "TR03"),
            ("at_advocate", self.is("advocate", &["needed_not_arranged"])),
            ("at_check_advocacy", self.is("advocate", &["unknown", ""])),
            ("at_residence_check", out(&["t_or_check"])),
            ("at_residence_dispute", out(&["t_or_dispute"])),
            (
                "at_notify_other_authority",
                out(&["t_or_dispute", "t_or_placing_authority", "t_or_handover", "t_or_continuity"]),
            ),
            ("at_talk_between_teams", talk),
            ("at_written_reasons", out(&["t_declined_ask_reasons"])),
            ("at_escalate", escalate),
            ("at_joint_request", out(&["t_keep_joint", "t_declined_joint"])),
            ("at_handover_pack", moving),
            ("at_consent_to_share", moving && self.is("info_ready", &["no_consent_to_share"])),
            ("at_duties_remain", moving && external),
            ("at_no_repeat", moving),
            ("at_money_information", moving),
            ("at_information_in_writing", out(&["t_close_no_consent", "t_refusal_keep_open", "t_person_says_no"])),
            ("at_tell_referrer", out(&["t_close_no_consent"])),
            ("at_capacity_plan", self.any("reasons", &not_a_reason)),
            ("at_views_overruled", overruled),
            ("at_tell_person", !out(&["t_emergency"])),
            ("at_named_contact", holder == "us"),
            ("at_record", true),
        ]);
        Plain { outcome, rule, holder, actions, missing }
    }

    fn joint(&self) -> Plain {
        let enquiry = self.is("part_of_safeguarding", &["yes"]);
        let consent = self.one("joint_consent");
        let lacks = consent == "lacks_capacity";
        let not_asked = ["not_asked", ""].contains(&consent);
        let refuses = self.is("decider", &["attorney_or_deputy_refuses"]);
        let undecided = self.is("decider", &["best_interests_not_made", ""]);
        let (rule, outcome) = match () {
            () if self.is("safe_now", &["danger_now"]) => ("JW01", "j_emergency"),
            () if self.is("safe_now", &["unknown", ""]) => ("JW02", "j_check_safe"),
            () if consent == "refused" && enquiry && self.is("who", &["adult"]) => {
                ("JW03", "j_safeguarding_without_consent")
            }
            () if consent == "refused" => ("JW04", "j_do_not"),
            () if not_asked
                && self.is("only_to_arrange_agreed_service", &["yes"])
                && self.is("same_agency", &["yes"]) =>
            {
                ("JW05", "j_assumed")
            }
            () if not_asked => ("JW06", "j_ask"),
            () if lacks && !self.is("who", &["adult"]) => ("JW07", "j_do_not"),
            () if lacks && refuses && enquiry => ("JW08", "j_safeguarding_without_consent"),
            () if lacks && refuses => ("JW09", "j_do_not"),
            () if lacks && undecided && enquiry => ("JW10", "j_safeguarding_without_consent"),
            () if lacks && undecided => ("JW11", "j_best_interests"),
            () if self.is("partner_delay", &["must_wait"]) => ("JW12", "j_wait"),
            () if self.is("partner_delay", &["safe_to_go_ahead"]) => ("JW13", "j_start_alone"),
            () => ("JW14", "j_go"),
        };
        let out = |these: &[&str]| these.contains(&outcome);
        let roles = out(&["j_go", "j_assumed", "j_start_alone", "j_safeguarding_without_consent"]);
        let interim = out(&["j_wait", "j_start_alone"]) && self.is("gap", &["not_covered", "unknown", ""]);
        let actions = kept(&[
            ("at_call_999", out(&["j_emergency"])),
            ("at_safeguarding", self.is("safe_now", &["abuse_concern", "danger_now"])),
            ("at_ask_safe", out(&["j_check_safe"])),
            ("at_ask_person", out(&["j_ask"])),
            ("at_capacity", out(&["j_best_interests"])),
            ("at_legal_advice", ["JW07", "JW08", "JW09"].contains(&rule)),
            ("at_least_sharing", out(&["j_safeguarding_without_consent"])),
            ("at_interim", interim),
            ("at_agree_roles", roles),
            ("at_clear_request", roles || out(&["j_wait"])),
            ("at_advocate", self.is("advocate", &["needed_not_arranged"])),
            ("at_tell_person", !out(&["j_emergency"])),
            ("at_record", true),
        ]);
        Plain { outcome, rule, holder: "", actions, missing: Vec::new() }
    }

    fn asked(&self) -> Plain {
        let joint = self.is("asked_for", &["joint_work"]);
        let (rule, outcome) = match self.one("difficulty") {
            _ if self.is("safe_now", &["danger_now"]) => ("RQ01", "r_emergency"),
            _ if self.is("safe_now", &["unknown", ""]) => ("RQ02", "r_check_safe"),
            "" => ("RQ03", "r_decide"),
            "none" if joint => ("RQ04", "r_cooperate"),
            "none" => ("RQ05", "r_accept"),
            "information_missing" => ("RQ06", "r_ask_information"),
            "residence_doubt" => ("RQ07", "r_residence"),
            "too_busy" => ("RQ08", "r_not_a_reason"),
            "lacks_some_skills" => ("RQ09", "r_accept_with_support"),
            "lacks_key_skills" => ("RQ10", "r_decline_suggest"),
            "outside_our_criteria" => ("RQ11", "r_criteria_discuss"),
            _ => ("RQ12", "r_decline_written"),
        };
        let out = |these: &[&str]| these.contains(&outcome);
        let holder = match outcome {
            "r_accept" => "us_from_agreed_date",
            "r_accept_with_support" if !joint => "us_from_agreed_date",
            _ => "sender",
        };
        let yes = out(&["r_accept", "r_cooperate", "r_accept_with_support"]);
        let reply = out(&["r_ask_information", "r_decide", "r_residence", "r_not_a_reason", "r_criteria_discuss"]);
        let actions = kept(&[
            ("at_call_999", out(&["r_emergency"])),
            ("at_safeguarding", self.is("safe_now", &["abuse_concern", "danger_now"])),
            ("at_ask_safe", out(&["r_check_safe"])),
            ("at_interim", self.is("gap", &["not_covered", "unknown"])),
            ("at_confirm_date", yes),
            ("at_read_file_first", yes),
            ("at_written_reasons_send", out(&["r_decline_written", "r_decline_suggest"])),
            ("at_suggest_team", out(&["r_decline_suggest"])),
            ("at_joint_request", out(&["r_accept_with_support"])),
            ("at_capacity_plan", self.is("difficulty", &["too_busy"])),
            ("at_residence_check", out(&["r_residence"])),
            ("at_talk_between_teams", out(&["r_criteria_discuss"])),
            ("at_two_day_reply", reply),
            ("at_record", true),
        ]);
        Plain { outcome, rule, holder, actions, missing: Vec::new() }
    }
}

fn kept(actions: &[(&'static str, bool)]) -> Vec<&'static str> {
    actions.iter().filter(|(_, when)| *when).map(|(action, _)| *action).collect()
}
