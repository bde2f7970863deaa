//! Checks of fact, worked out from a record: DA-01 to DA-15 of the specification. There is no total and no score.

use super::held::Held;
use crate::engine::Question;
use crate::json::Json;
use crate::record::seal::Integrity;
use crate::tools::LATE_AFTER;
use crate::tools::Place;
use crate::tools::action_planning::answers as plan;
use chrono::NaiveDate;

/// Whether a check is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It does not apply to this record.
    NotApplicable,
}

impl Met {
    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Met::Yes => "yes",
            Met::No => "no",
            Met::NotApplicable => "not_applicable",
        }
    }
}

fn met(holds: bool) -> Met {
    if holds { Met::Yes } else { Met::No }
}

/// A check by its id.
type Check = (&'static str, fn(&Held, Option<NaiveDate>) -> Met);

/// The checks, in order.
const CHECKS: [Check; 15] = [
    ("DA-01", made_in_time),
    ("DA-02", voice),
    ("DA-03", evidence),
    ("DA-04", reasons),
    ("DA-05", capacity),
    ("DA-06", advocacy),
    ("DA-07", carer),
    ("DA-08", disagreement),
    ("DA-09", safety),
    ("DA-10", departure),
    ("DA-11", actions),
    ("DA-12", review),
    ("DA-13", copies),
    ("DA-14", unknowns),
    ("DA-15", file),
];

/// Every check with what the record says.
pub fn audit(held: &Held, today: Option<NaiveDate>) -> Vec<(&'static str, Met)> {
    CHECKS.iter().map(|(id, check)| (*id, check(held, today))).collect()
}

/// Working days from the conversation to the record; nothing where either day is not known.
pub fn written_up_after(held: &Held) -> Option<i64> {
    let made = held.day_of_moment("completed_at").or_else(|| held.day_of_moment("created_at"))?;
    let talked = held.day("conversation_on")?;
    Some(held.desk.settings.calendar.between(talked, made))
}

fn made_in_time(held: &Held, _: Option<NaiveDate>) -> Met {
    met(written_up_after(held).is_some_and(|days| days <= LATE_AFTER))
}

fn voice(held: &Held, _: Option<NaiveDate>) -> Met {
    met(!held.voice("view").is_empty() || !held.voice("reason_if_not").is_empty())
}

fn note<'a>(held: &'a Held, id: &str) -> &'a str {
    held.record.get("tool").and_then(|tool| tool.get("notes")).map_or("", |notes| notes.text_at(id))
}

fn evidence(held: &Held, _: Option<NaiveDate>) -> Met {
    if let Some(plan) = &held.plan {
        let shown = |evidence: &[String]| evidence.iter().any(|id| id != "none_yet");
        return match plan.issues.as_slice() {
            [] => Met::NotApplicable,
            issues => met(issues.iter().all(|issue| shown(&issue.evidence))),
        };
    }
    let tool = held.desk.tool;
    let about =
        tool.common.evidence.iter().filter_map(|id| match tool.notes.iter().find(|known| known.id == *id)?.place {
            Place::Beside(question) => Some((*id, tool.law.question_at(question)?)),
            Place::Record => None,
        });
    // What was found not to be there needs no evidence beside it.
    let found = about.filter(|(_, question)| is_known(held, question) && held.answers.ids(question) != ["none"]);
    let mut found = found.peekable();
    if found.peek().is_none() {
        return Met::NotApplicable;
    }
    met(found.all(|(id, _)| !note(held, id).is_empty()))
}

fn reasons(held: &Held, _: Option<NaiveDate>) -> Met {
    let written = !held.decision("text").is_empty() && !held.decision("reasons").is_empty();
    // Whoever decides as the tool says has its reasons.
    met(written || held.departs() == Some(false))
}

/// Whether a question was asked and left blank.
fn is_blank(held: &Held, question: &str) -> bool {
    held.record.list_at("not_answered").iter().any(|id| id.as_text() == Some(question))
}

/// The questions of this list that were asked.
fn asked<'a>(held: &'a Held, questions: &'a [usize]) -> impl Iterator<Item = &'static Question> + 'a {
    let law = &held.desk.tool.law;
    let blank = move |id: &str| is_blank(held, id);
    let known = questions.iter().filter_map(|at| law.question_at(*at));
    known.filter(move |question| held.answers.to(question.at).is_some() || blank(question.id))
}

fn is_known(held: &Held, question: &Question) -> bool {
    held.answers.to(question.at).is_some() && !held.answers.is_open(question)
}

fn capacity(held: &Held, _: Option<NaiveDate>) -> Met {
    let mut questions = asked(held, &held.desk.tool.common.capacity).peekable();
    if questions.peek().is_none() {
        return Met::NotApplicable;
    }
    let mut said = Vec::new();
    for question in questions {
        if !is_known(held, question) {
            return Met::No;
        }
        said.extend(held.answers.ids(question));
    }
    let lacks = said.iter().any(|id| id.contains("lacks") || id.contains("best_interests"));
    let where_recorded = held.record.get("capacity").map_or("", |capacity| capacity.text_at("recorded_where"));
    let recorded = match &held.plan {
        // It is asked only where a plan changes and nobody with the power to decides.
        Some(own) => {
            let said = own.answers.ids_of(&held.desk.tool.law, "ap_bi_recorded");
            said == ["yes"] || (said.is_empty() && !is_blank(held, "ap_bi_recorded"))
        }
        None => !where_recorded.is_empty(),
    };
    met(!lacks || recorded)
}

/// Whether the record says that an advocate is needed.
pub fn advocate_needed(held: &Held) -> bool {
    let law = &held.desk.tool.law;
    let needed = held.desk.tool.common.advocate_needed.iter().filter_map(|at| law.outcomes.get(*at));
    let ids: Vec<&str> = needed.map(|outcome| outcome.id).collect();
    held.outcomes().iter().any(|outcome| ids.contains(&outcome.id.as_str()))
}

/// Whether a referral for an advocate is recorded.
pub fn is_referred(held: &Held) -> bool {
    let notes = held.desk.tool.common.referral.iter().any(|id| !note(held, id).is_empty());
    let in_place = held.desk.tool.common.advocacy.iter().filter_map(|at| held.desk.tool.law.question_at(*at));
    let said: Vec<String> = in_place.flat_map(|question| held.answers.ids(question)).collect();
    let there = said.iter().any(|id| ["in_place", "care_act_in_place", "referred_waiting"].contains(&id.as_str()));
    let represented = held.answers.ids_of(&held.desk.tool.law, "ap_rep_type") == ["advocate"];
    notes || there || represented
}

fn advocacy(held: &Held, _: Option<NaiveDate>) -> Met {
    let mut questions = asked(held, &held.desk.tool.common.advocacy).peekable();
    if questions.peek().is_none() && !advocate_needed(held) {
        return Met::NotApplicable;
    }
    met(questions.all(|question| is_known(held, question)) && (!advocate_needed(held) || is_referred(held)))
}

/// Whether the plan leaves the carer out, because a concern is about them.
fn is_left_out(held: &Held) -> bool {
    let concerned = held.outcomes().iter().any(|outcome| outcome.id == "AP-O-EXCLUDE-CONCERNED");
    let about = held.plan.iter().flat_map(|plan| &plan.issues);
    concerned && about.into_iter().any(|issue| issue.relates_to.iter().any(|who| who == "carer"))
}

fn carer(held: &Held, _: Option<NaiveDate>) -> Met {
    if held.plan.is_some() {
        let one = |question| {
            let question = held.desk.tool.law.question_at(question);
            question.map(|question| held.answers.ids(question).join("")).unwrap_or_default()
        };
        return match one(plan::CARER_EXISTS.0).as_str() {
            "no" => Met::NotApplicable,
            // To involve somebody who may be the danger is no duty.
            "yes" if is_left_out(held) => Met::NotApplicable,
            "yes" => met(["yes", "declined"].contains(&one(plan::CARER_INVOLVED.0).as_str())),
            _ => Met::No,
        };
    }
    let mut questions = asked(held, &held.desk.tool.common.carer).peekable();
    if questions.peek().is_none() {
        return Met::NotApplicable;
    }
    met(questions.all(|question| is_known(held, question)))
}

fn disagreement(held: &Held, _: Option<NaiveDate>) -> Met {
    if !held.is_disputed() {
        return Met::NotApplicable;
    }
    if let Some(own) = &held.plan {
        let written = |id: &str| own.texts.get(id).is_some_and(|text| !text.trim().is_empty());
        return met(["ap_views", "ap_wellbeing", "ap_rationale"].into_iter().all(written));
    }
    let heard = held.record.list_at("agreement").iter().any(|one| !one.text_at("view").is_empty());
    met(heard && (!held.decision("reasons").is_empty() || held.departs() == Some(false)))
}

fn safety(held: &Held, _: Option<NaiveDate>) -> Met {
    let read = held.outcomes().iter().filter(|outcome| outcome.urgent).all(|it| it.acknowledged == Some(true));
    met(read && asked(held, &held.desk.tool.common.safety).all(|question| is_known(held, question)))
}

fn departure(held: &Held, _: Option<NaiveDate>) -> Met {
    match (held.departs(), &held.plan) {
        (Some(true), _) => met(!held.decision("departure_reason").is_empty()),
        (Some(false), _) | (None, Some(_)) => Met::NotApplicable,
        (None, None) => Met::No,
    }
}

fn actions(held: &Held, today: Option<NaiveDate>) -> Met {
    match held.plan_on(today) {
        Some(plan) if !plan.actions.is_empty() => met(plan.actions.iter().all(|action| {
            !action.owner.is_empty() && action.due.day().is_some() && !action.measure.trim().is_empty()
        })),
        _ => Met::NotApplicable,
    }
}

fn review(held: &Held, _: Option<NaiveDate>) -> Met {
    let Some(review) = held.record.get("review").filter(|review| **review != Json::Null) else { return Met::No };
    let set = !review.text_at("date").is_empty() || !review.text_at("trigger").is_empty();
    let handed_over = review.text_at("by") != "someone_else" || review.text_at("handed_over") == "yes";
    met(set && handed_over)
}

fn copies(held: &Held, _: Option<NaiveDate>) -> Met {
    match held.record.list_at("sharing") {
        [] => Met::NotApplicable,
        copies => {
            // The basis is asked only for some of those who get a copy.
            let basis = |copy: &Json| ["", "consent", "best_interests"].contains(&copy.text_at("basis"));
            let method = |copy: &Json| {
                !["", "ordinary_email"].iter().any(|bad| copy.text_at("method").split(' ').any(|it| it == *bad))
            };
            met(!is_blank(held, "ap_copy_basis") && copies.iter().all(|copy| basis(copy) && method(copy)))
        }
    }
}

/// Whether an open action or a review says what is being done about what is not known.
pub fn is_planned_for(held: &Held, today: Option<NaiveDate>) -> bool {
    let actions = held.plan_on(today).is_some_and(|plan| plan.actions.iter().any(|action| action.is_open()));
    let review = held.record.get("review");
    actions || review.is_some_and(|it| !it.text_at("date").is_empty() || !it.text_at("trigger").is_empty())
}

fn unknowns(held: &Held, today: Option<NaiveDate>) -> Met {
    if held.record.list_at("unknowns").is_empty() {
        return Met::NotApplicable;
    }
    met(is_planned_for(held, today))
}

fn file(held: &Held, _: Option<NaiveDate>) -> Met {
    let same = held.replay.as_ref().is_some_and(crate::record::replay::Replay::agrees);
    match held.integrity {
        Integrity::NotChecked if same => Met::NotApplicable,
        Integrity::Matches => met(same),
        Integrity::NotChecked | Integrity::Changed => Met::No,
    }
}
