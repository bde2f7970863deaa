//! What a council sets for the waiting list, matching and the plan.

use super::shapes::{
    ADDRESSED, Properties, about, address_of_any_length, closed, days, list, meanings, number, of_type, open,
    property, sentence, text_of, ticked, whole, with,
};
use crate::engine::{Choices, Sort};
use crate::json::Json;
use crate::tools;
use crate::tools::allocation::answers::Function;
use crate::tools::allocation::bands::Band;
use crate::tools::allocation::settings::{self as allocating, Complexity, Config, Work};
use crate::tools::allocation::timescales;
use crate::tools::team_suitability::answers::Skill;
use crate::words::Words;

/// Everything under `allocation`.
pub fn part(words: &Words) -> Properties {
    let shipped = Config::default();
    let phrases = tools::list_words().unwrap_or_default();
    let times = &shipped.times;
    let mut properties = super::head();
    properties.extend([
        by_band("target_days", "Days to allocate", "Days from received to allocated.", times.target, words),
        by_band("review_days", "Days between contacts", "Days from one contact to the next.", times.review, words),
        by_band(
            "escalate_after_days",
            "Days until the senior manager decides",
            "The wait, in days, at which the senior manager decides.",
            times.escalate,
            words,
        ),
        days(
            "triage_days",
            "Days to triage",
            "Days from received until questions that nobody asked are answered. One day more, and the senior manager is \
             told.",
            times.triage,
        ),
        ageing(&shipped, words),
        by_complexity(
            "points",
            "Points of work",
            "What a case weighs in a worker’s load, by how complex it is.",
            shipped.points,
            1_000,
            &phrases,
        ),
        by_complexity(
            "min_function_level",
            "Least skill in the work",
            "The least skill that a worker needs in the kind of work, by how complex it is: 0 none, 1 aware, 2 practised, \
             3 leads.",
            shipped.min_level,
            3,
            &phrases,
        ),
        number(
            "cowork_points",
            "Points of a second worker",
            "What a case weighs in the load of a second worker who supports.",
            (0, 1_000),
            shipped.cowork_points,
        ),
        days(
            "min_stay_days",
            "Days a worker has to stay",
            "A worker who leaves fewer days than this after the day the work is needed is not suggested.",
            shipped.min_stay,
        ),
        days(
            "wait_tolerance_days",
            "Days to wait for a worker",
            "How many days late the right worker may start and still be waited for. Never in the two most urgent bands.",
            shipped.wait_tolerance,
        ),
        number(
            "workload_warn_percent",
            "Nearly full from",
            "The share of a worker’s capacity, in per cent, from which the tool warns that they are nearly full.",
            (0, 100),
            shipped.warn_percent,
        ),
        registered_roles(&shipped, &phrases),
        need_training(&shipped),
        functions(&shipped, words, &phrases),
    ]);
    properties.extend(not_shown_yet());
    properties
}

fn by_band(key: &str, title: &str, what: &str, shipped: [i32; 5], words: &Words) -> (String, Json) {
    let bands = Band::ALL.map(|band| days(band.id(), &band_name(band, words), what, timescales::of(&shipped, band)));
    let rule = "A more urgent band never has a larger number than a less urgent one; the schema cannot check this.";
    property(key, title, format!("{what} By band, the most urgent first. {rule}"), closed(bands.to_vec(), &[]))
}

fn band_name(band: Band, words: &Words) -> String {
    words.of("tables", "priority.findings", band.id()).to_owned()
}

fn by_complexity(
    key: &str,
    title: &str,
    what: &str,
    shipped: [i64; 3],
    most: i64,
    phrases: &Words,
) -> (String, Json) {
    let of = |((_, id), default): (&(Complexity, &'static str), i64)| {
        number(id, phrases.say(&format!("match.complexity.{id}")), what, (0, most), default)
    };
    property(key, title, what, closed(Complexity::ALL.iter().zip(shipped).map(of).collect(), &[]))
}

fn ageing(shipped: &Config, words: &Words) -> (String, Json) {
    let bands = |may: fn(&Band) -> bool| -> Vec<(String, String)> {
        Band::ALL.into_iter().filter(may).map(|band| (band.id().to_owned(), band_name(band, words))).collect()
    };
    let band = |key: &str, title: &str, what: &str, bands: Vec<(String, String)>| {
        let ids = bands.iter().map(|(id, _)| id.clone());
        property(key, title, format!("{what} {}", meanings(&bands)), text_of(ids))
    };
    let from = bands(|band| band.place() > Band::High.place());
    let to = bands(|band| (Band::High.place()..Band::Planned.place()).contains(&band.place()));
    let most = allocating::MOST_DAYS;
    let wait = format!("The wait, in days, after which it happens. A whole number from 0 to {most}, both included.");
    let lift = closed(
        vec![
            band("from", "From band", "The band that somebody is in.", from),
            property("after_days", "After days", wait, whole(0, most)),
            band("to", "To band", "The band that they are placed with: more urgent than `from`.", to),
        ],
        &["from", "after_days", "to"],
    );
    let default = shipped.times.ageing.iter().map(|(from, after, to)| {
        let (from, to) = (Json::text(from.id()), Json::text(to.id()));
        Json::object([("from", from), ("after_days", Json::Whole(i64::from(*after))), ("to", to)])
    });
    let lift = about("Lift", "After so many days somebody is placed with a more urgent band.", lift);
    property(
        "ageing",
        "Lifts by waiting",
        "Whom waiting moves up the list. The list is replaced whole; an empty one lifts nobody. No wait lifts anyone to \
         b0 or b1: only facts about harm do. The schema cannot check that `to` is more urgent than `from`, that b3 \
         reaches b2 wherever b4 does, and that b4 never does so sooner.",
        with(list(lift), "default", Json::List(default.collect())),
    )
}

fn registered_roles(shipped: &Config, phrases: &Words) -> (String, Json) {
    let body = || text_of(allocating::BODIES.map(str::to_owned));
    let what =
        "The body that registers this role: `swe` Social Work England, `hcpc` Health and Care Professions Council.";
    let known = allocating::ROLES.map(|role| {
        let default = shipped.registered_roles.iter().find(|(known, _)| known == role);
        let body = match default {
            Some((_, default)) => with(body(), "default", Json::text(default)),
            None => body(),
        };
        let left_out = default.map_or("none".to_owned(), |(_, body)| format!("`{body}`"));
        property(role, role_name(role, phrases), format!("{what} Left out: {left_out}."), body)
    });
    property(
        "registered_roles",
        "Registered roles",
        "Roles whose holders have to be registered, with the body. The law protects the titles of social workers and \
         occupational therapists: their entries can be repeated and not taken away. The key is the role, which may be \
         one of the council’s own.",
        open(known.to_vec(), about("Another role", what, body())),
    )
}

fn role_name(role: &str, phrases: &Words) -> String {
    phrases.say(&format!("match.role.{role}")).to_owned()
}

fn need_training(shipped: &Config) -> (String, Json) {
    let words = tools::words("team_suitability").unwrap_or_default();
    let what = format!("Training that everyone needs who works with a person with this need. {}", training(shipped));
    let texts = || list(about("Training", "Its id, as in the list of workers.", of_type("string")));
    let known = Skill::LIST.iter().filter(|skill| skill.sort == Sort::Plain).map(|skill| {
        let title = words.of("questions", "skills_needed.choices", skill.id);
        let default = shipped.need_training.iter().find(|(need, _)| need == skill.id);
        let default = default.map(|(_, training)| training.clone()).unwrap_or_default();
        property(skill.id, title, what.as_str(), with(texts(), "default", Json::texts(default)))
    });
    property(
        "need_training",
        "Training by need",
        "Training that a person’s need calls for. The key is the need, which may be one of the council’s own. A need that \
         is left out keeps what comes with the tool.",
        open(known.collect(), about("Another need", what.as_str(), texts())),
    )
}

/// The training that is known without a file.
fn training(shipped: &Config) -> String {
    let by_work = shipped
        .functions
        .iter()
        .flat_map(|(_, work)| work.training.iter().chain(work.limits.iter().flat_map(|(_, _, training)| training)));
    let mut known: Vec<&str> = by_work.map(String::as_str).collect();
    known.extend(shipped.need_training.iter().flat_map(|(_, training)| training.iter().map(String::as_str)));
    known.sort_unstable();
    known.dedup();
    format!("Known without a file: {}; others may be named.", ticked(&known))
}

fn functions(shipped: &Config, words: &Words, phrases: &Words) -> (String, Json) {
    let known = Function::LIST.iter().filter(|function| function.sort == Sort::Plain).map(|function| {
        let work = shipped.work(function.id).cloned().unwrap_or_default();
        let title = words.of("questions", "function.choices", function.id);
        let properties = work_of(function.id, &work, shipped, phrases);
        property(function.id, title, "Who may do this work.", closed(properties, &[]))
    });
    property(
        "functions",
        "Who may do what",
        "For each kind of work the roles, training and approval that it needs. What is left out of a kind of work keeps \
         what comes with the tool; a list is replaced whole.",
        closed(known.collect(), &[]),
    )
}

fn work_of(function: &str, work: &Work, shipped: &Config, phrases: &Words) -> Properties {
    let roles = format!("Known without a file: {}; others may be named.", ticked(&allocating::ROLES));
    let text = |title: &str, what: &str| about(title, what, of_type("string"));
    vec![
        property(
            "roles",
            "Roles",
            format!("The roles that may do it. {roles}"),
            with(
                list(text("Role", "Its id, as in the list of workers.")),
                "default",
                Json::texts(work.roles.clone()),
            ),
        ),
        property(
            "training",
            "Training",
            format!("Training that everyone needs for it. {}", training(shipped)),
            with(
                list(text("Training", "Its id, as in the list of workers.")),
                "default",
                Json::texts(work.training.clone()),
            ),
        ),
        approval(function, work),
        property(
            "registered",
            "Registered workers only",
            format!(
                "Whether the worker has to be registered with a professional body. Left out: {}.",
                if work.registered { "yes" } else { "no" }
            ),
            with(of_type("boolean"), "default", Json::Bool(work.registered)),
        ),
        role_limits(work, shipped, phrases),
    ]
}

fn approval(function: &str, work: &Work) -> (String, Json) {
    let (key, title) = ("approval", "Approval");
    if let Some((_, fixed)) = allocating::BY_LAW.iter().find(|(known, _)| *known == function) {
        let what = format!("The law requires the approval `{fixed}` for this work. It cannot be switched off.");
        return property(key, title, what, with(text_of([(*fixed).to_owned()]), "default", Json::text(*fixed)));
    }
    let ids = allocating::APPROVALS.map(Json::text).into_iter().chain([Json::Null]);
    let default = work.approval.as_deref().map_or(Json::Null, Json::text);
    property(
        key,
        title,
        "The approval that the worker needs: `amhp` approved mental health professional, `bia` best interests assessor, \
         or null for none. Left out: as it comes with the tool.",
        Json::object([
            ("type", Json::texts(["string", "null"])),
            ("enum", Json::List(ids.collect())),
            ("default", default),
        ]),
    )
}

fn role_limits(work: &Work, shipped: &Config, phrases: &Words) -> (String, Json) {
    let what = "How far this role may go in this work.";
    let known = work.limits.iter().map(|(role, most, training)| {
        property(role, role_name(role, phrases), what, limit(*most, training.clone(), shipped, phrases))
    });
    let other = about("Another role", what, limit(Complexity::Complex, Vec::new(), shipped, phrases));
    let roles = ticked(&allocating::ROLES);
    property(
        "role_limits",
        "Limits for single roles",
        format!(
            "Roles that may do only some of this work, or only with further training. The key is the role: {roles}, or \
             one of the council’s own. Left out: as it comes with the tool."
        ),
        open(known.collect(), other),
    )
}

fn limit(most: Complexity, training: Vec<String>, shipped: &Config, phrases: &Words) -> Json {
    let ids: Vec<String> = Complexity::ALL.iter().map(|(_, id)| (*id).to_owned()).collect();
    let says: Vec<&str> = ids.iter().map(|id| phrases.say(&format!("match.complexity.{id}"))).collect();
    let text = about("Training", "Its id, as in the list of workers.", of_type("string"));
    closed(
        vec![
            property(
                "max_complexity",
                "Most complex work",
                format!(
                    "The most complex work that the role may do. {}. Left out: `{}`.",
                    says.join(". "),
                    most.id()
                ),
                with(text_of(ids), "default", Json::text(most.id())),
            ),
            property(
                "training",
                "Further training",
                format!("Training that the role needs beside that of the work. {}", self::training(shipped)),
                with(list(text), "default", Json::texts(training)),
            ),
        ],
        &[],
    )
}

/// What allocation reads and no page shows.
fn not_shown_yet() -> Properties {
    let text = |key: &str, title: &str, what: &str| property(key, title, what, of_type("string"));
    let contact = closed(
        vec![
            text("action", "Action", "The id of the action, such as `act_call_999`."),
            text("label", "Name", "Whom to reach."),
            text("value", "How to reach them", "A telephone number or the like."),
            property("url", "Link", format!("{ADDRESSED} Or empty."), address_of_any_length()),
        ],
        &[],
    );
    let links = allocating::LINKS.map(|key| {
        let what = "Kept in the file; no page shows it at present. The chapters of all tools stand under `links` of the \
                    file.";
        property(key, sentence(key), what, address_of_any_length())
    });
    vec![
        property(
            "contacts",
            "Contacts for actions",
            "Whom to reach for an action. Kept in the file; no page shows them at present. 999 is always shown.",
            list(about("Contact", "Whom to reach for one action.", contact)),
        ),
        property(
            "links",
            "Links",
            "Addresses by subject. Kept in the file; no page shows them at present.",
            closed(links.to_vec(), &[]),
        ),
    ]
}
