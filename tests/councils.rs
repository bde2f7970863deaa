//! Three councils of different kinds, with their settings, their pages and their colours.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::engine::{Choices, Sort};
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::sheet::Desk;
use care_tools::tools;
use care_tools::tools::action_planning::settings as planning;
use care_tools::tools::allocation::answers::Function;
use care_tools::tools::allocation::settings::Config;
use care_tools::tools::team_suitability::answers::Skill;
use care_tools::tools::team_suitability::settings::Council;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const COUNCILS: [&str; 3] = ["borough", "county", "unitary"];
const ELEMENTS: [&str; 4] = ["care-advocacy", "care-team-suitability", "care-allocation", "care-action-plan"];

/// Every key of a settings file, and of its parts.
const KEYS: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "format",
            "authority",
            "version",
            "words",
            "links",
            "contacts",
            "idle_minutes",
            "drafts",
            "bank_holidays",
            "advocacy",
            "allocation",
            "team_suitability",
            "action_planning",
        ],
    ),
    ("/words", &["all", "advocacy", "allocation", "team_suitability", "action_planning"]),
    ("/advocacy", &["imha_opt_out_from", "imha_informal_from", "lps_from"]),
    (
        "/allocation",
        &[
            "schema",
            "authority",
            "target_days",
            "review_days",
            "escalate_after_days",
            "triage_days",
            "ageing",
            "points",
            "cowork_points",
            "min_function_level",
            "min_stay_days",
            "wait_tolerance_days",
            "workload_warn_percent",
            "registered_roles",
            "need_training",
            "functions",
            "contacts",
            "links",
        ],
    ),
    (
        "/team_suitability",
        &["schema", "authority", "teams", "escalate_days", "reply_working_days", "protocols", "links", "emergency"],
    ),
    ("/action_planning", &["due_soon_working_days", "overdue_flag_working_days", "silent_days", "service_days"]),
];

fn www() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn file(council: &str) -> String {
    text(&www().join(format!("councils/{council}.json")))
}

fn json(council: &str) -> Value {
    serde_json::from_str(&file(council)).expect("JSON")
}

fn locality(council: &str) -> Locality {
    Locality::read(&file(council)).unwrap_or_else(|faults| panic!("{council}: {faults:#?}"))
}

fn part<'a>(locality: &'a Locality, tool: &str) -> Option<&'a Json> {
    let part = locality.part(tool);
    assert!(part.is_some(), "{} says nothing about {tool}", locality.authority);
    part
}

fn teams(locality: &Locality) -> Council {
    Council::read(part(locality, "team_suitability")).expect("the part about teams")
}

fn allocation(locality: &Locality) -> Config {
    Config::read(part(locality, "allocation").expect("a part")).expect("the part about allocation")
}

fn plans(locality: &Locality) -> planning::Council {
    planning::Council::read(part(locality, "action_planning")).expect("the part about plans")
}

/// Every text of a file with its place.
fn texts(at: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::String(text) => vec![(at.to_owned(), text.clone())],
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(number, value)| texts(&format!("{at}/{number}"), value)).collect()
        }
        Value::Object(pairs) => pairs.iter().flat_map(|(key, value)| texts(&format!("{at}/{key}"), value)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// What an attribute says, wherever it stands in a page.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split_once('"')).map(|(said, _)| said).collect()
}

/// All three differ from one another in this.
fn all_differ<T: PartialEq + std::fmt::Debug>(what: &str, of: impl Fn(&Locality) -> T) {
    let [a, b, c] = COUNCILS.map(|council| of(&locality(council)));
    assert!(a != b && b != c && a != c, "{what}: {a:?}, {b:?} and {c:?}");
}

// ------------------------------------------------------------------ the files

#[test]
fn every_file_is_good_for_every_tool() {
    for council in COUNCILS {
        let whole = locality(council);
        for tool in tools::all() {
            let words = tools::words(tool.id).expect("words");
            whole.clone().against(&words).unwrap_or_else(|faults| panic!("{council}: {faults:#?}"));
            // As the browser reads it: with one tool known.
            let one = Locality::read_for(&file(council), &[tool]).and_then(|read| read.against(&words));
            one.unwrap_or_else(|faults| panic!("{council}, {}: {faults:#?}", tool.id));
        }
    }
}

#[test]
fn every_file_uses_every_setting() {
    for council in COUNCILS {
        let file = json(council);
        for (place, keys) in KEYS {
            let there = file.pointer(place).and_then(Value::as_object).expect("an object");
            let there: BTreeSet<&str> = there.keys().map(String::as_str).collect();
            assert_eq!(there, keys.iter().copied().collect(), "{council}, `{place}`");
        }
    }
}

#[test]
fn every_word_reaches_the_screen_and_differs_from_ours() {
    for council in COUNCILS {
        let (locality, file) = (locality(council), json(council));
        let desks: Vec<Desk> = tools::all()
            .iter()
            .map(|tool| Desk::new(tool, tools::words(tool.id).expect("words"), locality.clone()))
            .collect();
        for (whose, own) in file["words"].as_object().expect("words") {
            for (path, text) in own.as_object().expect("words by path") {
                let shown: Vec<&Desk> = desks
                    .iter()
                    .filter(|desk| whose == "all" || desk.tool.id == whose)
                    .filter(|desk| Some(desk.words.at(path)) == text.as_str())
                    .collect();
                assert!(!shown.is_empty(), "{council}: nobody sees `{whose}.{path}`");
                for desk in shown {
                    let ours = tools::words(desk.tool.id).expect("words");
                    assert_ne!(Some(ours.at(path)), text.as_str(), "{council}: `{whose}.{path}` changes nothing");
                }
            }
        }
    }
}

#[test]
fn the_councils_differ() {
    all_differ("names", |council| council.authority.clone());
    all_differ("teams", |council| teams(council).teams.iter().map(|team| team.name.clone()).collect::<Vec<_>>());
    all_differ("how many teams", |council| teams(council).teams.len());
    all_differ("days before a manager is told", |council| teams(council).escalate_days);
    all_differ("days to answer", |council| teams(council).reply_working_days);
    all_differ("days to allocate", |council| allocation(council).times.target);
    all_differ("days between contacts", |council| allocation(council).times.review);
    all_differ("days before escalation", |council| allocation(council).times.escalate);
    all_differ("lifts by waiting", |council| allocation(council).times.ageing);
    all_differ("points", |council| allocation(council).points);
    all_differ("roles", |council| allocation(council).registered_roles);
    all_differ("who does what", |council| allocation(council).functions);
    all_differ("days of plans", |council| plans(council).times);
    all_differ("minutes until the cover", |council| council.idle_minutes);
    all_differ("drafts", |council| council.draft_hours);
}

#[test]
fn drafts_bank_holidays_and_service_days_are_of_every_kind() {
    let drafts = COUNCILS.map(|council| json(council)["drafts"].clone());
    assert!(drafts.contains(&"off".into()) && drafts.contains(&"end_of_day".into()), "{drafts:?}");
    assert!(drafts.iter().any(Value::is_number), "{drafts:?}");
    let saturday = |council: &&str| plans(&locality(council)).service_days.contains(&chrono::Weekday::Sat);
    assert_eq!(COUNCILS.into_iter().filter(saturday).count(), 1);
    let adds = |council: &&str| json(council)["bank_holidays"].get("2029").is_some();
    assert_eq!(COUNCILS.into_iter().filter(adds).count(), 1);
}

/// What a file says of a year that we ship is what we ship.
#[test]
fn bank_holidays_are_those_of_england_and_wales() {
    let shipped = care_tools::engine::Calendar::default();
    for council in COUNCILS {
        for (year, days) in json(council)["bank_holidays"].as_object().expect("years") {
            let days: BTreeSet<&str> = days.as_array().expect("days").iter().filter_map(Value::as_str).collect();
            assert_eq!(days.len(), 8, "{council}, {year}");
            let year: i32 = year.parse().expect("a year");
            let first = chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
            if !shipped.covers(first) {
                continue;
            }
            for day in first.iter_days().take_while(|day| chrono::Datelike::year(day) == year) {
                let weekday = chrono::Datelike::weekday(&day).number_from_monday() <= 5;
                let holiday = weekday && !shipped.works(day);
                assert_eq!(days.contains(day.to_string().as_str()), holiday, "{council}, {day}");
            }
        }
    }
}

#[test]
fn every_kind_of_work_and_skill_has_a_team_and_every_referral_a_contact() {
    for council in COUNCILS {
        let locality = locality(council);
        let teams = teams(&locality).teams;
        for work in Function::LIST.iter().filter(|work| work.sort == Sort::Plain) {
            let mut ours = teams.iter().filter(|team| team.kind == "our_authority_team");
            let does = ours.any(|team| team.functions.iter().any(|id| id == work.id));
            assert!(does, "{council}: nobody does {}", work.id);
            assert!(allocation(&locality).work(work.id).is_some_and(|work| !work.roles.is_empty()), "{}", work.id);
        }
        for skill in Skill::LIST {
            let has = teams.iter().any(|team| team.person_skills.iter().any(|id| id == skill.id));
            assert!(has, "{council}: nobody is practised in {}", skill.id);
        }
        for pack in &tools::named("advocacy").expect("the advocacy tool").packs {
            let taken = locality.contacts.iter().any(|contact| contact.packs.iter().any(|id| id == pack.id));
            assert!(taken, "{council}: nobody takes {}", pack.id);
        }
    }
}

// ------------------------------------------------- addresses and telephone numbers

/// The page of this site that an address names, and the place in it.
fn own_page(address: &str) -> Option<(&str, &str)> {
    let elsewhere = ["https://", "http://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start));
    (!elsewhere && !address.is_empty()).then(|| address.split_once('#').unwrap_or((address, "")))
}

#[test]
fn every_address_leads_somewhere() {
    for council in COUNCILS {
        let texts = texts("", &json(council));
        let is_address = |at: &str| at.contains("/links/") || ["/url", "/link"].iter().any(|end| at.ends_with(end));
        let addresses: Vec<_> = texts.iter().filter(|(at, _)| is_address(at)).collect();
        assert!(addresses.len() > 20, "{council}: {} addresses", addresses.len());
        for (at, address) in addresses {
            if let Some(mail) = address.strip_prefix("mailto:") {
                assert!(mail.ends_with(&format!("@{council}.example")), "{council}, `{at}`: {address}");
            }
            let Some((page, place)) = own_page(address) else { continue };
            let path = www().join(page);
            assert!(path.is_file(), "{council}, `{at}`: there is no page {page}");
            assert!(
                place.is_empty() || attributes(&text(&path), "id").contains(&place),
                "{council}, `{at}`: {page} has no place {place}"
            );
        }
    }
}

/// Whatever in a text is written like a telephone number, without its spaces.
fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != ' ');
    let digits = runs.map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>());
    digits.filter(|digits| digits.len() >= 9).collect()
}

/// Numbers that Ofcom keeps free for plays and films: 01632 960000 to 960999, and 020 7946 0000 to 0999.
#[test]
fn every_telephone_number_is_one_that_nobody_has() {
    for council in COUNCILS {
        let start = if council == "borough" { "02079460" } else { "01632960" };
        let mut seen = 0;
        for (at, text) in texts("", &json(council)) {
            let numbers = numbers(&text);
            let dialled = text.strip_prefix("tel:");
            assert!(dialled.is_none_or(|number| number == "999" || numbers == [number]), "{council}, `{at}`: {text}");
            for number in numbers {
                seen += 1;
                assert!(number.starts_with(start) && number.len() == 11, "{council}, `{at}`: {number}");
            }
        }
        assert!(seen > 20, "{council}: {seen} numbers");
    }
}

// ------------------------------------------------------------------ the pages

#[test]
fn every_page_shows_every_tool_with_its_councils_file() {
    for council in COUNCILS {
        let page = text(&www().join(format!("council-{council}.html")));
        let name = locality(council).authority;
        assert!(page.contains(&format!("{name} is fictional.")), "{council} does not say that it is made up");
        let file = format!("councils/{council}.json");
        assert_eq!(attributes(&page, "locality"), vec![file.as_str(); ELEMENTS.len()], "{council}");
        assert_eq!(attributes(&page, "heading-level"), vec!["3"; ELEMENTS.len()], "{council}");
        assert!(attributes(&page, "href").contains(&format!("councils/{council}.css").as_str()), "{council}");
        for element in ELEMENTS {
            assert_eq!(page.matches(&format!("<{element} ")).count(), 1, "{council}: {element}");
        }
        assert_eq!(page.matches("<!-- fallback: ").count(), 1, "{council}");
        assert!(attributes(&page, "style").is_empty() && !page.contains("<style"), "{council}");
        assert_eq!(page.matches("<script").count(), page.matches("<script type=\"module\" src=\"").count());
    }
}

// ---------------------------------------------------------------- the colours

/// Words on a ground: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
const TEXT: &[(&[&str], &[&str])] = &[
    (&["ink", "ink-soft", "accent", "accent-strong", "now", "stop", "warn", "ok"], &["paper", "wash"]),
    (&["ink", "ink-soft", "accent", "accent-strong"], &["accent-wash", "now-wash", "warn-wash"]),
    (&["on-accent"], &["accent", "accent-strong"]),
    (&["now"], &["now-wash"]),
    (&["warn"], &["warn-wash"]),
    (&["paper"], &["now", "ink"]),
    (&["on-emergency"], &["emergency"]),
];
/// Edges of controls, bars and the ring of the focus: at least 3 to 1 (WCAG 2.2, 1.4.11).
const SHAPES: &[(&[&str], &[&str])] = &[
    (&["edge", "accent", "focus", "ok"], &["paper", "wash", "accent-wash"]),
    (&["now", "stop", "warn-bar"], &["paper", "wash"]),
    (&["warn-bar"], &["warn-wash"]),
    (&["focus"], &["focus-gap"]),
];
/// The page around the tools, where a council's sheet colours it: words, then shapes.
const AROUND: [&[(&[&str], &[&str])]; 2] = [
    &[(&["link", "link-over", "ink", "soft"], &["paper", "wash"]), (&["on-green"], &["green"])],
    &[(&["mark", "focus"], &["paper", "wash"])],
];

/// A colour in light and in dark, by name.
type Colours = BTreeMap<String, [String; 2]>;

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|piece| piece.split_once("*/")).fold(first, |css, (_, rest)| css + rest)
}

/// Every custom property that begins so, in order: name and value.
fn properties(css: &str, prefix: &str) -> Vec<(String, String)> {
    let css = without_comments(css);
    let declared = css.split(['{', '}', ';']).filter_map(|piece| piece.trim().strip_prefix(prefix)?.split_once(':'));
    declared.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

fn halves(value: &str) -> Option<[String; 2]> {
    if value.starts_with('#') {
        return Some([value.to_owned(), value.to_owned()]);
    }
    let (light, dark) = value.strip_prefix("light-dark(")?.strip_suffix(')')?.split_once(',')?;
    Some([light.trim().to_owned(), dark.trim().to_owned()])
}

fn colours(css: &str, prefix: &str) -> Colours {
    let read = properties(css, prefix).into_iter();
    read.filter_map(|(name, value)| Some((name, halves(&value)?))).collect()
}

/// The tokens of the shipped sheet; what follows them belongs to forced colours and print.
fn tokens() -> String {
    let css = text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/widgets.css"));
    css.split_once("- reset */").expect("the reset after the tokens").0.to_owned()
}

fn theme(council: &str) -> String {
    text(&www().join(format!("councils/{council}.css")))
}

/// The relative luminance of a colour such as `#0b5563`.
fn luminance(colour: &str) -> f64 {
    assert_eq!(colour.len(), 7, "`{colour}` is not six figures after a #");
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hexadecimal figures")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Checks every pair in light and in dark. Gives the lowest contrast of each with its pair.
fn lowest(whose: &str, colours: &Colours, pairs: &[(&[&str], &[&str])], least: f64) -> [(f64, String); 2] {
    let colour = |name: &str| colours.get(name).unwrap_or_else(|| panic!("{whose} has no colour `{name}`"));
    [0, 1].map(|mode| {
        let pairs = pairs.iter().flat_map(|(fronts, grounds)| {
            fronts.iter().flat_map(move |front| grounds.iter().map(move |ground| (*front, *ground)))
        });
        let measured = pairs.map(|(front, ground)| {
            let ratio = contrast(&colour(front)[mode], &colour(ground)[mode]);
            let mode = ["light", "dark"][mode];
            assert!(ratio >= least, "{whose}, {mode}: {front} on {ground} is {ratio:.2} and should be {least}");
            (ratio, format!("{front} on {ground}"))
        });
        measured.min_by(|a, b| a.0.total_cmp(&b.0)).expect("a pair")
    })
}

fn check_contrast(whose: &str, css: &str) {
    let mut own = colours(&tokens(), "--ct-");
    own.extend(colours(css, "--ct-"));
    let mut around = colours(&text(&www().join("host.css")), "--host-");
    around.extend(colours(css, "--host-"));
    let [text, shapes] = AROUND;
    for (what, colours, pairs, least) in [
        ("words", &own, TEXT, 4.5),
        ("shapes", &own, SHAPES, 3.0),
        ("words of the page", &around, text, 4.5),
        ("shapes of the page", &around, shapes, 3.0),
    ] {
        let [light, dark] = lowest(whose, colours, pairs, least);
        println!("{whose}, {what}: light {:.2} ({}), dark {:.2} ({})", light.0, light.1, dark.0, dark.1);
    }
}

#[test]
fn the_shipped_colours_can_be_told_apart() {
    check_contrast("the shipped sheet", "");
}

#[test]
fn the_colours_of_every_council_can_be_told_apart() {
    for council in COUNCILS {
        check_contrast(council, &theme(council));
    }
}

#[test]
fn a_low_contrast_is_found() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
    let grey = "care-advocacy { --ct-ink: light-dark(#14191d, #6a7076); }";
    assert!(std::panic::catch_unwind(|| check_contrast("a grey sheet", grey)).is_err());
}

#[test]
fn comments_are_no_colours() {
    assert_eq!(without_comments("a /* b */ c /* d */"), "a  c ");
    assert_eq!(without_comments("/* a */b"), "b");
    assert_eq!(without_comments("a"), "a");
}

/// What browsers without `light-dark()` see is the light half, and every name is one that the tools have.
#[test]
fn every_sheet_sets_properties_that_there_are_on_every_element() {
    let known: BTreeSet<String> = properties(&tokens(), "--ct-").into_iter().map(|(name, _)| name).collect();
    for council in COUNCILS {
        let css = theme(council);
        let own = properties(&css, "--ct-");
        for (name, value) in &own {
            assert!(known.contains(name), "{council}: the tools have no property --ct-{name}");
            let [light, _] = halves(value).unwrap_or_default();
            let plain = own.iter().find(|(known, _)| known == name).map(|(_, value)| value);
            assert!(light.is_empty() || plain == Some(&light), "{council}: --ct-{name} is {plain:?} without dark");
        }
        for element in ELEMENTS.into_iter().chain(["care-supervision"]) {
            assert_eq!(without_comments(&css).matches(element).count(), 2, "{council}: {element}");
        }
    }
    let accents = COUNCILS.map(|council| colours(&theme(council), "--ct-").remove("accent").expect("an accent"));
    assert_eq!(accents.into_iter().collect::<BTreeSet<_>>().len(), COUNCILS.len());
}
