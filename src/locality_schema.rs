//! What a council's settings file may hold, as a JSON Schema: for editors that check while somebody types, and for the
//! form that is made from it.
//!
//! [`Locality::read`](crate::locality::Locality::read) decides whether a file is used. The schema says the same of the
//! file's shape and of each value alone. What only the reader can say, such as one number against another, is named in
//! the descriptions; `tests/locality_schema.rs` lists all of it and holds the two to each other.

mod allocation;
mod shapes;
mod team_suitability;

use crate::json::Json;
use crate::locality::FORMAT;
use crate::tools::action_planning::settings as planning;
use crate::tools::{self, Tool};
use crate::words::Words;
use shapes::{
    ADDRESSED, Properties, about, address, closed, day, day_or_nothing, filled, joined, list, longest, map, meanings,
    number, of_type, open, property, text_of, text_up_to_longest, whole, with,
};

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// Minutes without input after which answers are covered, unless the council says fewer. The page keeps the same number.
const COVER_AFTER: i64 = 15;

/// The schema of a council's settings file.
pub fn schema() -> Json {
    let mut properties = vec![
        property(
            "$schema",
            "Schema",
            format!(
                "Where an editor finds this schema, for example `locality.schema.json`. The tools do not look. {SHORT}"
            ),
            text_up_to_longest(),
        ),
        property(
            "format",
            "Format",
            "Says which kind of file this is. Always the same text.",
            text_of([FORMAT.to_owned()]),
        ),
        property(
            "authority",
            "Council",
            format!("The council’s name. It goes into every record. {SHORT}"),
            with(filled(), "maxLength", longest()),
        ),
        property(
            "version",
            "Version of the settings",
            format!("Which issue of the settings this is, for example `2026-11`. It goes into every record. {SHORT}"),
            with(filled(), "maxLength", longest()),
        ),
        words(),
        links(),
        contacts(),
        idle_minutes(),
        drafts(),
        bank_holidays(),
    ];
    properties.extend(tools::all().iter().map(part));
    let head = [
        ("$schema", Json::text(DIALECT)),
        ("title", Json::text("Settings of a council")),
        (
            "description",
            Json::text(
                "What a council sets for the tools, in one file. Everything but the first three entries may be left \
                 out. A file with any fault is not used at all. No key may stand twice; an object has at most 5,000 \
                 keys and the file at most 2,000,000 bytes; whole numbers are written without a point. What the law \
                 fixes cannot be changed here.",
            ),
        ),
    ];
    joined(head, closed(properties, &["format", "authority", "version"]))
}

const SHORT: &str = "At most 2,000 characters.";

fn words() -> (String, Json) {
    let what = "Texts in place of ours, each by its path, for example `questions.person_role.hint`. The catalogue of \
                words lists the paths: questions, hints, notes, headings of sections, phrases of the screen (`say.`), \
                timescales and who acts. What the law says cannot be changed; a path that there is not makes the file \
                unusable, and the schema cannot tell.";
    let text = || {
        let what = "The council’s own text. From 1 to 2,000 characters, and not spaces alone.";
        about("Text", what, with(filled(), "maxLength", longest()))
    };
    let all = property("all", "Words of every tool", format!("For all tools at once. {what}"), map(text()));
    let own = tools::all().iter().map(|tool| {
        let title = format!("Words of “{}”", name(tool));
        property(tool.id, &title, format!("For this tool alone. {what}"), map(text()))
    });
    let properties = [all].into_iter().chain(own).collect();
    property(
        "words",
        "Words",
        "Other words for what is asked and shown. Left out: the words that come with the tools.",
        closed(properties, &[]),
    )
}

/// Every chapter that an outcome points to, so that nobody has to guess its name.
fn links() -> (String, Json) {
    let mut chapters: Vec<String> = Vec::new();
    for tool in tools::all() {
        let words = shipped(tool);
        for outcome in &tool.law.outcomes {
            chapters.extend(words.list(&format!("outcomes.{}.see", outcome.id)).into_iter().map(str::to_owned));
        }
        chapters.extend(tool.links.iter().map(|(chapter, _)| (*chapter).to_owned()));
    }
    chapters.sort();
    chapters.dedup();
    let known = chapters.iter().map(|chapter| {
        property(
            chapter,
            chapter,
            format!("Where this procedure chapter can be read. {ADDRESSED} {SHORT}"),
            address(),
        )
    });
    let other = about(
        "Another chapter",
        format!("A chapter that no tool points to at present. {ADDRESSED} {SHORT}"),
        address(),
    );
    property(
        "links",
        "Procedure chapters",
        "Addresses of procedure chapters, by the chapter’s name exactly as the tools show it. Left out: the chapter is \
         named without a link.",
        open(known.collect(), other),
    )
}

fn contacts() -> (String, Json) {
    let packs: Vec<(String, String)> = tools::all()
        .iter()
        .flat_map(|tool| {
            let words = shipped(tool);
            tool.packs.iter().map(move |pack| (pack.id.to_owned(), words.of("packs", pack.id, "title").to_owned()))
        })
        .collect();
    let pack = about("Referral", meanings(&packs), text_of(packs.iter().map(|(id, _)| id.clone())));
    let contact = closed(
        vec![
            property(
                "name",
                "Name",
                format!("The name of the service or person. Needed, and not spaces alone. {SHORT}"),
                with(filled(), "maxLength", longest()),
            ),
            property(
                "detail",
                "How to reach it",
                format!("Telephone, hours and the like. {SHORT}"),
                text_up_to_longest(),
            ),
            property("link", "Link", format!("{ADDRESSED} May be empty. {SHORT}"), address()),
            property(
                "packs",
                "Referrals it takes",
                "The referrals beside which this contact is shown. Left out: none.",
                with(list(pack), "default", Json::List(Vec::new())),
            ),
        ],
        &["name"],
    );
    let contact = about("Contact", "A service or a person.", contact);
    property(
        "contacts",
        "Contacts",
        "Whom to ask or refer to. Left out: the tools name nobody.",
        with(list(contact), "default", Json::List(Vec::new())),
    )
}

fn idle_minutes() -> (String, Json) {
    let what = "Minutes without input after which the answers on the screen are covered.";
    number("idle_minutes", "Cover the answers after", what, (3, COVER_AFTER), COVER_AFTER)
}

fn drafts() -> (String, Json) {
    let choice = about(
        "Until when",
        "`off`: no draft is kept. `end_of_day`: until the end of the working day.",
        text_of(["off", "end_of_day"].map(str::to_owned)),
    );
    let hours = about("Hours", "For so many hours: a whole number from 1 to 168, both included.", whole(1, 168));
    let either = Json::object([("oneOf", Json::List(vec![choice, hours])), ("default", Json::text("off"))]);
    property(
        "drafts",
        "Drafts on a computer",
        "Whether a practitioner may keep an unfinished draft in the browser, and for how long: `off`, `end_of_day`, or a \
         whole number of hours from 1 to 168, both included. Keep it off where people share an account. Left out: `off`.",
        either,
    )
}

fn bank_holidays() -> (String, Json) {
    let day = about("Bank holiday", "A day of that year, such as `2029-12-25`.", day());
    let year = about(
        "Year",
        "All bank holidays of the year that is the key. The schema cannot check that the key is a year from 2000 to 2100, \
         both included, nor that each day lies in that year.",
        list(day),
    );
    property(
        "bank_holidays",
        "Bank holidays",
        "The bank holidays of whole years, in place of those that come with the tools: the key is the year, such as \
         `2029`. Left out: England and Wales, 2025 to 2028. A working day in a year that nobody listed is said to be \
         unconfirmed.",
        map(year),
    )
}

/// What is about one tool.
fn part(tool: &Tool) -> (String, Json) {
    let words = shipped(tool);
    let properties = match tool.id {
        "allocation" => allocation::part(&words),
        "team_suitability" => team_suitability::part(&words),
        "action_planning" => action_planning(&words),
        _ => dates(tool, &words),
    };
    let what = format!("Settings of the tool “{}”. What is left out keeps the value that comes with it.", name(tool));
    property(tool.id, name(tool), what, closed(properties, &[]))
}

/// The days from which a tool's coming law is in force.
fn dates(tool: &Tool, words: &Words) -> Properties {
    let date = |setting: &&'static str| {
        let title = format!("{}: in force from", words.at(&format!("settings.{setting}")));
        property(
            setting,
            &title,
            "The first day, itself included, on which this change of the law is in force, such as `2027-04-01`. The law \
             fixes the day: fill it in only once it is published. Left out, null or empty: not in force.",
            with(day_or_nothing(), "default", Json::Null),
        )
    };
    tool.law.settings.iter().map(date).collect()
}

fn action_planning(words: &Words) -> Properties {
    let shipped = planning::Council::default().times;
    let counted = |key: &str, what: &str, default: i64| {
        number(key, words.at(&format!("counts.{key}")), what, (1, planning::LARGEST), default)
    };
    let names = || planning::WEEK.iter().map(|(name, _)| (*name).to_owned());
    let weekdays = names().take(5).map(Json::Text).collect();
    let days = list(about("Day", "A day of the week.", text_of(names())));
    let days = joined([("minItems", Json::Whole(1))], with(days, "default", Json::List(weekdays)));
    vec![
        counted(
            "due_soon_working_days",
            "An action due within so many working days counts as due soon.",
            shipped.soon,
        ),
        counted(
            "overdue_flag_working_days",
            "An action overdue by so many working days or more is raised in supervision.",
            shipped.overdue,
        ),
        counted(
            "silent_days",
            "More than so many calendar days without news of an open plan are raised in supervision.",
            shipped.silent,
        ),
        property(
            "service_days",
            "Days on which services work",
            "The days of the week that count as working days, bank holidays aside. At least one. Left out: Monday to \
             Friday.",
            days,
        ),
    ]
}

/// What the parts of two tools begin with.
fn head() -> Properties {
    vec![
        property(
            "schema",
            "Version of this part",
            "The version of the shape of this part. May be left out.",
            Json::object([
                ("type", Json::text("integer")),
                ("enum", Json::List(vec![Json::Whole(1)])),
                ("default", Json::Whole(1)),
            ]),
        ),
        property(
            "authority",
            "Council",
            "For whoever keeps the file. Records hold the council’s name that stands at the top.",
            of_type("string"),
        ),
    ]
}

fn shipped(tool: &Tool) -> Words {
    tools::words(tool.id).unwrap_or_default()
}

/// What a tool does, in words; a tool without any is called by its id.
fn name(tool: &Tool) -> String {
    let title = shipped(tool).at("tool.title").to_owned();
    if title.is_empty() { tool.id.to_owned() } else { title }
}
