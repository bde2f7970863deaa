//! The council's teams, and what goes with them.

use super::shapes::{
    ADDRESSED, Properties, about, address_of_any_length, closed, filled, joined, list, meanings, number, of_type,
    property, text_of, with,
};
use crate::engine::{Choice, Choices, Sort};
use crate::json::Json;
use crate::tools::allocation::answers::Function;
use crate::tools::team_suitability::answers::{Receiver, Skill};
use crate::tools::team_suitability::settings as suiting;
use crate::words::Words;

/// Everything under `team_suitability`.
pub fn part(words: &Words) -> Properties {
    let shipped = suiting::Council::default();
    let mut properties = super::head();
    let protocol = closed(
        vec![
            property("label", "Name", "What it is called. Needed, and not spaces alone.", filled()),
            property("url", "Link", format!("{ADDRESSED} May be empty."), address_of_any_length()),
        ],
        &["label"],
    );
    let chapters = suiting::LINKS.iter().map(|(chapter, key)| {
        let what = format!("Where this chapter can be read, unless `links` of the file says so. {ADDRESSED}");
        property(key, chapter, what, address_of_any_length())
    });
    let counted = |key: &str, what: &str, default: i32| {
        number(key, words.at(&format!("counts.{key}")), what, (1, 365), i64::from(default))
    };
    properties.extend([
        list_of_teams(words),
        counted(
            "escalate_days",
            "Days without an answer after which a senior manager is told.",
            shipped.escalate_days,
        ),
        counted(
            "reply_working_days",
            "Working days within which a request from another team is answered.",
            shipped.reply_working_days,
        ),
        property(
            "protocols",
            "Agreed ways of working",
            "Protocols that the tool names beside the teams. Left out: none.",
            with(list(about("Protocol", "One protocol.", protocol)), "default", Json::List(Vec::new())),
        ),
        property(
            "links",
            "Chapters for this tool",
            "Addresses of procedure chapters, used where `links` of the file has none.",
            closed(chapters.collect(), &[]),
        ),
        property(
            "emergency",
            "Emergency number",
            "The council’s own number for emergencies. It is shown beside 999 and never in its place.",
            closed(
                vec![
                    property("label", "Name", "Whose number it is.", of_type("string")),
                    property("value", "Number", "The number. Empty or 999: only 999 is shown.", of_type("string")),
                ],
                &[],
            ),
        ),
    ]);
    properties
}

fn list_of_teams(words: &Words) -> (String, Json) {
    let most = i64::try_from(suiting::MOST_TEAMS).unwrap_or(i64::MAX);
    let bounds = [("minItems", Json::Whole(1)), ("maxItems", Json::Whole(most))];
    let team = about("Team", "One team or service.", closed(team(words), &["id", "name", "kind"]));
    property(
        "teams",
        "Teams and services",
        format!(
            "The council’s teams and the services it works with, from 1 to {most}, both included. The tool suggests those \
             that cover what is needed and never picks one. Left out: no team is named. No two teams have the same id; the \
             schema cannot check this."
        ),
        joined(bounds, list(team)),
    )
}

fn team(words: &Words) -> Properties {
    let named = |question: &str, choices: &[Choice]| -> Vec<(String, String)> {
        let plain = choices.iter().filter(|choice| choice.sort == Sort::Plain);
        let meaning = |id| words.of("questions", &format!("{question}.choices"), id).to_owned();
        plain.map(|choice| (choice.id.to_owned(), meaning(choice.id))).collect()
    };
    let ids = |named: &[(String, String)]| text_of(named.iter().map(|(id, _)| id.clone()));
    let mut kinds = named("receiver", Receiver::LIST);
    kinds.retain(|(id, _)| Receiver::LIST.get(Receiver::NoneFound.number()).is_none_or(|none| none.id != id));
    let (work, skills) = (named("work_needed", Function::LIST), named("skills_needed", Skill::LIST));
    let choose = |key: &str, title: &str, what: &str, item: &str, named: &[(String, String)]| {
        let items = list(about(item, meanings(named), ids(named)));
        property(key, title, what, with(items, "default", Json::List(Vec::new())))
    };
    let text = |key: &str, title: &str, what: &str| property(key, title, what, of_type("string"));
    vec![
        property("id", "Id", "A short name that never changes. Needed, and no other team’s.", filled()),
        property("name", "Name", "What the team is called. Needed.", filled()),
        property("kind", "Kind", format!("What kind of team it is. Needed. {}", meanings(&kinds)), ids(&kinds)),
        choose("functions", "Work it does", "A team that does not do the work is not suggested.", "Work", &work),
        choose("person_skills", "Practised in", "Teams that cover more of it come first.", "Skill", &skills),
        property(
            "training",
            "Training",
            "Training that its workers have. Shown, and not used to choose.",
            with(
                list(about("Training", "Its id, such as `autism_assessor`.", of_type("string"))),
                "default",
                Json::List(Vec::new()),
            ),
        ),
        text("criteria", "Whom it takes", "In a sentence."),
        text("contact", "How to reach it", "Telephone, e-mail or the like."),
        text("hours", "When it can be reached", "For example “Monday to Friday, 9am to 5pm”."),
        text("request_by", "How to ask", "How it wants to be asked, for example “the referral form”."),
        property(
            "url",
            "Link",
            format!("Where more about it stands. {ADDRESSED} May be empty."),
            address_of_any_length(),
        ),
    ]
}
