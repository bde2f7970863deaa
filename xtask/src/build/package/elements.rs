//! The one table of what a page may use: elements, attributes, properties, events, slots and parts.
//!
//! Manifests, types, snippets and frames are all written from it, so that none of them can say what another does not.

use care_tools::engine::dates;
use care_tools::tools::{self, Tool};

const ADVOCACY: &str = "care-advocacy";
const ALLOCATION: &str = "care-allocation";
const TEAM: &str = "care-team-suitability";
const PLAN: &str = "care-action-plan";
const SUPERVISION: &str = "care-supervision";

const EVERY: &[&str] = &[ADVOCACY, ALLOCATION, TEAM, PLAN, SUPERVISION];
/// The elements in which a decision is made. Supervision opens the decisions of others.
const DECIDING: &[&str] = &[ADVOCACY, ALLOCATION, TEAM, PLAN];

/// The views of a form's element that are no form.
pub const LISTS: [&str; 3] = ["list", "match", "plan"];

/// An element with all that a page may use of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The element's name.
    pub name: &'static str,
    /// The tool's permanent id.
    pub tool: &'static str,
    /// What its type is called in manifests and types.
    pub class: String,
    /// The title that the tool shows.
    pub title: String,
    /// What it is for, in one line.
    pub summary: &'static str,
    /// Where its paper form lies, for a tool that has one.
    pub paper: Option<String>,
    /// What a page may set in markup.
    pub attributes: Vec<Attribute>,
    /// Where a council's own guidance may stand.
    pub slots: Vec<Slot>,
    /// The ids of its outcomes.
    pub outcomes: Vec<&'static str>,
}

/// Something that a page may set in markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name in markup.
    pub name: &'static str,
    /// The property of the same value.
    pub property: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// What holds where it is not there; empty where nothing does.
    pub default: &'static str,
    /// What it means.
    pub description: &'static str,
    /// Whether the address of a frame may give it.
    pub framed: Framed,
}

impl Element {
    /// Whether it is a guided form, unless its attribute `view` names one of [`LISTS`]. The others have modules of their own.
    pub fn is_form(&self) -> bool {
        [ADVOCACY, ALLOCATION, TEAM].contains(&self.name)
    }

    /// What a page may style of it with `::part()`. Only a guided form has a result page with outcomes and a record.
    pub fn parts(&self) -> impl Iterator<Item = Named> {
        let form = self.is_form();
        PARTS.into_iter().filter(move |part| form || !["outcome", "record"].contains(&part.name))
    }
}

/// What an attribute may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// There or not.
    Boolean,
    /// One of these.
    OneOf(Vec<&'static str>),
    /// A day, as `2026-11-22`.
    Day,
    /// A whole number between two, both inclusive.
    Whole(u8, u8),
    /// The address of a file of the same site.
    Address,
    /// Addresses of files of the same site, with spaces between them.
    Addresses,
}

/// How the address of a frame may give an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framed {
    /// After the `?`.
    Query,
    /// After the `#`, which a browser does not send: it is about a person.
    Fragment,
    /// Not at all: a link must not decide it.
    No,
}

/// A place for content of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its name.
    pub name: String,
    /// What stands there.
    pub description: String,
}

/// Something with a name and a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: &'static str,
    /// The meaning.
    pub description: &'static str,
}

/// What every element tells the page. Each event carries the tool, the state and the ids of outcomes, and never
/// anything that a person typed.
pub const EVENTS: [Named; 5] = [
    Named { name: "care-ready", description: "The tool is live." },
    Named { name: "care-changed", description: "What follows from the answers so far has changed." },
    Named { name: "care-completed", description: "The result is shown." },
    Named { name: "care-cleared", description: "Everything was cleared." },
    Named { name: "care-failed", description: "The tool could not go on, and says why where it stands." },
];

/// What a page may style with `::part()`.
const PARTS: [Named; 12] = [
    Named { name: "widget", description: "The whole tool." },
    Named { name: "title", description: "The tool's title." },
    Named { name: "step-title", description: "The title of the section or page that is open." },
    Named { name: "question", description: "A question with its choices." },
    Named { name: "legend", description: "The words of a question." },
    Named { name: "hint", description: "The hint below a question." },
    Named { name: "button", description: "The buttons that go on and back." },
    Named { name: "button-primary", description: "The button that goes on." },
    Named { name: "panel", description: "The panel “What this means so far”." },
    Named { name: "outcome", description: "An outcome of the result." },
    Named { name: "notice", description: "A notice or warning." },
    Named { name: "record", description: "The record on the result page." },
];

/// The property that has no attribute.
pub const SETTINGS: Named = Named {
    name: "settings",
    description: "The council’s settings, handed over by page code as an object or as JSON text in place of the file \
                  that `locality` names.",
};

/// The method.
pub const RECORD: Named = Named {
    name: "record",
    description: "The whole record as it stands, or `null` where the element has no `share-record`, or not all of its files \
                  are there yet. Supervision gives a list of the records that are open; lists give nothing.",
};

/// Every element.
///
/// # Errors
/// When the words of a tool cannot be read.
pub fn all() -> Result<Vec<Element>, String> {
    EVERY.iter().map(|name| element(name)).collect()
}

/// The element of this name.
///
/// # Errors
/// There is no such element; the message names those that there are.
pub fn named<'a>(elements: &'a [Element], name: &str) -> Result<&'a Element, String> {
    let known = || elements.iter().map(|it| format!("`{}`", it.name)).collect::<Vec<_>>().join(", ");
    let found = elements.iter().find(|it| it.name == name);
    found.ok_or_else(|| format!("there is no element `{name}`; there are {}", known()))
}

fn element(name: &'static str) -> Result<Element, String> {
    let tool = tools::all().iter().find(|tool| tool.element == name);
    let title = match tool {
        Some(tool) => tools::words(tool.id)?.at("tool.title").to_owned(),
        None => tools::supervision_words()?.at("tool.title").to_owned(),
    };
    Ok(Element {
        name,
        tool: tool.map_or("supervision", |tool| tool.id),
        class: class(name),
        title,
        summary: summary(name),
        paper: tool.map(|tool| format!("paper/{}.html", tool.id)),
        attributes: attributes(name, tool),
        slots: tool.map(slots).transpose()?.unwrap_or_default(),
        outcomes: tool.map(|tool| tool.law.outcomes.iter().map(|it| it.id).collect()).unwrap_or_default(),
    })
}

/// `care-action-plan` is a `CareActionPlanElement`.
fn class(name: &str) -> String {
    let words = name.split('-').map(|word| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_uppercase() + rest,
        None => String::new(),
    });
    words.chain(["Element".to_owned()]).collect()
}

fn summary(name: &str) -> &'static str {
    match name {
        ADVOCACY => {
            "Whether an advocate must, may or need not be made available, of which kind, and what waits until then."
        }
        ALLOCATION => {
            "How urgent a referral is; who comes first in a waiting list and why; who could do the work; a plan for the \
             meeting."
        }
        TEAM => {
            "Where a contact goes, whether a case moves, whether joint work may start, and whether a team may say no."
        }
        PLAN => {
            "From what is not working to who does what by when: written, completed, saved, opened again and followed."
        }
        _ => {
            "Saved records opened together: what to talk about, facts checked, answers challenged, decisions countersigned."
        }
    }
}

fn slots(tool: &Tool) -> Result<Vec<Slot>, String> {
    let words = tools::words(tool.id)?;
    let sections = sections(tool).into_iter().map(|id| Slot {
        name: format!("section-{id}"),
        description: format!(
            "The council’s own guidance at the top of the section “{}”.",
            words.of("sections", id, "title")
        ),
    });
    let outcomes = tool.law.outcomes.iter().map(|outcome| Slot {
        name: format!("outcome-{}", outcome.id),
        description: format!(
            "The council’s own guidance beside the outcome “{}”.",
            words.of("outcomes", outcome.id, "heading")
        ),
    });
    Ok(sections.chain(outcomes).collect())
}

/// The sections that may be opened first, in the order in which they are asked.
fn sections(tool: &Tool) -> Vec<&'static str> {
    let asked = tool.law.sections.iter().filter(|section| !section.questions.iter().all(|it| it.worked_out));
    asked
        .flat_map(|section| {
            let after = tool.groups.iter().filter(|group| group.after == section.id).map(|group| group.section);
            std::iter::once(section.id).chain(after)
        })
        .collect()
}

/// The choices of the question `path`, where a page may answer it.
fn paths(tool: &Tool) -> Vec<&'static str> {
    let asked = tool.page_answers.iter().filter_map(|at| tool.law.question_at(*at));
    let path = asked.filter(|question| question.id == "path");
    path.flat_map(|question| question.choices.iter().map(|choice| choice.id)).collect()
}

fn attributes(name: &str, tool: Option<&Tool>) -> Vec<Attribute> {
    let view = match name {
        ALLOCATION => Some(([["priority"].as_slice(), &LISTS].concat(), "priority", VIEW_OF_ALLOCATION)),
        PLAN => Some((vec!["write", "follow"], "write", VIEW_OF_PLAN)),
        SUPERVISION => Some((vec!["verify"], "", VIEW_OF_SUPERVISION)),
        _ => None,
    };
    let sections = || Kind::OneOf(tool.map(sections).unwrap_or_default());
    let view = view.map(|(values, default, description)| Attribute {
        name: "view",
        property: "view",
        kind: Kind::OneOf(values),
        default,
        description,
        framed: Framed::Query,
    });
    let path = Attribute {
        name: "path",
        property: "path",
        kind: Kind::OneOf(tool.map(paths).unwrap_or_default()),
        default: "",
        description: "What the tool is used for, chosen beforehand by the page. Without it, the tool asks.",
        framed: Framed::Query,
    };
    let rows = [
        (EVERY, Some(attribute("locality", "locality", Kind::Address, "", LOCALITY))),
        (EVERY, Some(attribute("heading-level", "headingLevel", Kind::Whole(2, 4), "2", HEADING_LEVEL))),
        (DECIDING, Some(attribute("section", "section", sections(), "", SECTION))),
        (
            DECIDING,
            Some(Attribute {
                framed: Framed::Fragment,
                ..attribute("reference", "reference", Kind::Text, "", REFERENCE)
            }),
        ),
        (EVERY, view),
        (&[TEAM], Some(path)),
        (&[ALLOCATION], Some(attribute("list", "list", Kind::Address, "", LIST))),
        (&[ALLOCATION], Some(attribute("workers", "workers", Kind::Address, "", WORKERS))),
        (&[PLAN], Some(attribute("plan", "plan", Kind::Address, "", SAVED_PLAN))),
        (&[SUPERVISION], Some(attribute("records", "records", Kind::Addresses, "", RECORDS))),
        (
            EVERY,
            Some(Attribute {
                framed: Framed::No,
                ..attribute("share-record", "shareRecord", Kind::Boolean, "", SHARE_RECORD)
            }),
        ),
        (EVERY, Some(attribute("law-on", "lawOn", Kind::Day, "", LAW_ON))),
        (EVERY, Some(attribute("language", "language", Kind::Text, "", LANGUAGE))),
        (
            EVERY,
            Some(Attribute { framed: Framed::No, ..attribute("offline", "offline", Kind::Address, "", OFFLINE) }),
        ),
    ];
    rows.into_iter().filter(|(on, _)| on.contains(&name)).filter_map(|(_, attribute)| attribute).collect()
}

fn attribute(
    name: &'static str,
    property: &'static str,
    kind: Kind,
    default: &'static str,
    description: &'static str,
) -> Attribute {
    Attribute { name, property, kind, default, description, framed: Framed::Query }
}

const LOCALITY: &str = "Address of the council’s settings file, on the same site. Without it the tool uses its own words \
                        and no local links, contacts or dates.";
const HEADING_LEVEL: &str = "Level of the tool’s title among the headings of the page.";
const SECTION: &str = "The section to open first.";
const REFERENCE: &str = "A case reference to fill in. When it changes, the answers for the former reference are put \
                         aside, and they come back with it.";
const VIEW_OF_ALLOCATION: &str = "Which part is open at the start: the form for one referral, the waiting list, matching \
                                  or the plan.";
const VIEW_OF_PLAN: &str = "Whether a plan is written, or opened at where its actions have got to.";
const VIEW_OF_SUPERVISION: &str = "Whether the element only checks files. Without it, it is supervision as a whole.";
const LIST: &str = "Address of a waiting list of the same site to open at the start, as CSV or XLSX.";
const WORKERS: &str = "Address of a file of workers of the same site to open at the start, as CSV or XLSX.";
const SAVED_PLAN: &str = "Address of a saved plan of the same site to open at the start.";
const RECORDS: &str = "Addresses of saved records of the same site to open at the start, with spaces between them.";
const SHARE_RECORD: &str = "Lets page code call `record()`. Without it, that is always `null`.";
const LAW_ON: &str = "Decides as the law stands on this day, written as 2026-11-22. It is for looking ahead: what is \
                      decided in real work is decided on today’s law.";
const LANGUAGE: &str = "The tag of a language that is built in, other than English. Without a translation there are two that \
                        nobody speaks, for tests: `en-XA` with longer words, and `ar-XB` from right to left.";
const OFFLINE: &str = "Address of a service worker of the same site that takes in `offline.js`: after a first visit the tools then \
                       open without a network.";

impl Element {
    /// The attribute of this name.
    ///
    /// # Errors
    /// The element has none of that name; the message names those that it has.
    pub fn attribute(&self, name: &str) -> Result<&Attribute, String> {
        let known = || self.attributes.iter().map(|it| format!("`{}`", it.name)).collect::<Vec<_>>().join(", ");
        let found = self.attributes.iter().find(|it| it.name == name);
        found.ok_or_else(|| format!("`{}` has no attribute `{name}`; it has {}", self.name, known()))
    }
}

impl Attribute {
    /// The value as the element understands it.
    ///
    /// # Errors
    /// It is none that the attribute may have; the message says what may stand there.
    pub fn read(&self, value: &str) -> Result<String, String> {
        let refused = |may: String| Err(format!("`{}` is `{value}`; it should be {may}", self.name));
        match &self.kind {
            Kind::Text if value.trim().is_empty() => refused("a text".to_owned()),
            Kind::Text => Ok(value.to_owned()),
            Kind::Boolean => Ok(String::new()),
            Kind::OneOf(values) if values.contains(&value) => Ok(value.to_owned()),
            Kind::OneOf(values) => refused(format!(
                "one of {}",
                values.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
            )),
            Kind::Day if dates::from_iso(value).is_some() => Ok(value.to_owned()),
            Kind::Day => refused("a day, written as `2026-11-22`".to_owned()),
            Kind::Whole(least, most) => match value.parse::<u8>() {
                Ok(number) if (*least..=*most).contains(&number) => Ok(number.to_string()),
                _ => refused(format!("a whole number from {least} to {most}")),
            },
            Kind::Address if value.is_empty() || value.contains(char::is_whitespace) => {
                refused("an address without spaces".to_owned())
            }
            Kind::Address => Ok(value.to_owned()),
            Kind::Addresses if value.trim().is_empty() => refused("addresses with spaces between them".to_owned()),
            Kind::Addresses => Ok(value.split_whitespace().collect::<Vec<_>>().join(" ")),
        }
    }

    /// What it is in TypeScript.
    pub fn type_text(&self) -> String {
        match &self.kind {
            Kind::Text | Kind::Day | Kind::Address | Kind::Addresses => "string".to_owned(),
            Kind::Boolean => "boolean".to_owned(),
            Kind::OneOf(values) => either(values),
            Kind::Whole(least, most) => {
                (*least..=*most).map(|number| number.to_string()).collect::<Vec<_>>().join(" | ")
            }
        }
    }
}

/// A union of texts in TypeScript; `never` where there is none.
pub fn either<T: AsRef<str>>(values: &[T]) -> String {
    match values {
        [] => "never".to_owned(),
        values => values.iter().map(|value| format!("\"{}\"", value.as_ref())).collect::<Vec<_>>().join(" | "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_has_an_element_here() -> Result<(), String> {
        let elements = all()?;
        for tool in tools::all() {
            let element = named(&elements, tool.element)?;
            assert_eq!(element.tool, tool.id);
            assert_eq!(element.outcomes.len(), tool.law.outcomes.len());
            assert!(!element.title.is_empty() && !element.attributes.is_empty() && !element.slots.is_empty());
        }
        assert_eq!(elements.len(), tools::all().len() + 1);
        Ok(())
    }

    #[test]
    fn every_choice_of_an_attribute_is_there() -> Result<(), String> {
        for element in all()? {
            for attribute in &element.attributes {
                if let Kind::OneOf(values) = &attribute.kind {
                    assert!(!values.is_empty(), "`{}` of `{}` has no values", attribute.name, element.name);
                }
            }
        }
        Ok(())
    }

    #[test]
    fn the_paths_are_those_that_the_law_asks_for() -> Result<(), String> {
        let elements = all()?;
        let path = named(&elements, TEAM)?.attribute("path")?;
        assert_eq!(path.kind, Kind::OneOf(vec!["contact", "transfer", "joint", "asked"]));
        assert!(named(&elements, ADVOCACY)?.attribute("path").is_err());
        Ok(())
    }

    #[test]
    fn the_sections_of_a_plan_have_those_of_its_parts() -> Result<(), String> {
        let tool = tools::named("action_planning").ok_or("no tool")?;
        assert_eq!(sections(tool), care_tools::plans::place::SECTIONS);
        Ok(())
    }

    #[test]
    fn the_element_knows_every_attribute() -> Result<(), String> {
        // What the script observes is what the table promises.
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let script = crate::build::entry::source(&root)?;
        for element in all().unwrap_or_default() {
            assert!(script.contains(&format!("\"{}\": \"{}\"", element.name, element.tool)));
            for attribute in element.attributes {
                assert!(script.contains(&format!("\"{}\"", attribute.name)), "`{}`", attribute.name);
            }
        }
        Ok(())
    }

    #[test]
    fn a_value_that_may_not_stand_is_refused_with_what_may() -> Result<(), String> {
        let elements = all()?;
        let says = |element: &str, name: &str, value: &str| -> Result<String, String> {
            named(&elements, element)?.attribute(name)?.read(value)
        };
        assert_eq!(says(ADVOCACY, "heading-level", "3"), Ok("3".to_owned()));
        assert_eq!(
            says(ADVOCACY, "heading-level", "5"),
            Err("`heading-level` is `5`; it should be a whole number from 2 to 4".to_owned())
        );
        assert!(says(ADVOCACY, "law-on", "2026-02-30").is_err());
        assert!(says(PLAN, "view", "list").is_err_and(|words| words.contains("`write`, `follow`")));
        assert!(says(ADVOCACY, "locality", "a b").is_err());
        assert_eq!(says(SUPERVISION, "records", " a.json\nb.json "), Ok("a.json b.json".to_owned()));
        assert!(says(ADVOCACY, "colour", "red").is_err_and(|words| words.contains("`locality`")));
        assert!(named(&elements, "care-nothing").is_err_and(|words| words.contains("`care-supervision`")));
        Ok(())
    }

    #[test]
    fn a_class_is_named_after_its_element() {
        assert_eq!(class("care-action-plan"), "CareActionPlanElement");
    }
}
