//! The one table: what goes wrong, and what has to hold then. A new fault is a new line here.

use super::super::faults::{ANOTHER_MODULE, Fault};
use super::super::journey::Dist;
use super::crashes::Event;
use super::holding::Holds;
use super::imports::Import;
use super::life::{Life, Moment};
use super::making::Made;
use super::page_around::Host;
use super::storage::Store;
use super::tools::{ACTIONS, ADVOCACY, ALL, DRAFTS, LIST, MATCH, PLAN, PRIORITY, SUITABILITY, SUPERVISION, Tool};
use super::{Row, row};
use std::time::Duration;

const NOT_FOUND: &str = "Part of it was not found on this site.";
const WRONG_FORM: &str = "This site sent part of it in the wrong form.";
const CHANGED: &str = "Part of it is not what its makers published. It was not run.";
const NOT_ARRIVED: &str = "Part of it did not arrive.";
const SLOW: &str = "Part of it takes very long to arrive.";
const FORBIDDEN: &str = "This site’s security policy, or a setting of this computer, does not let it run.";

/// While a file is missing: the reason stands in the tool in words, what was typed into the first screen is there, and
/// nothing leaves the page.
macro_rules! told {
    ($says:expr) => {
        &[
            Holds::TypedEarly,
            Holds::Says($says),
            Holds::ToldFailed,
            Holds::Fallback,
            Holds::NothingKept,
            Holds::NothingSent,
            Holds::NoPolicyBroken,
        ]
    };
}
/// The same where a tool may have been live for a moment, so that nothing stands in for it any more.
macro_rules! rest_told {
    ($says:expr) => {
        &[Holds::Says($says), Holds::ToldFailed, Holds::NothingKept, Holds::NothingSent, Holds::NoPolicyBroken]
    };
}
/// Once it is there: “Try again” makes the tool live, with what was typed.
const AGAIN: &[Holds] = &[Holds::TryAgain, Holds::TypedEarly, Holds::GoesOn];
/// As if nothing had happened.
const UNHARMED: &[Holds] =
    &[Holds::Typed, Holds::GoesOn, Holds::NothingKept, Holds::NothingSent, Holds::NothingTold, Holds::NoPolicyBroken];
/// The tool starts and is used under a fault that may not touch it.
const LIVES: &[Holds] = &[
    Holds::Arrives,
    Holds::TypedEarly,
    Holds::Live,
    Holds::Typed,
    Holds::GoesOn,
    Holds::NothingKept,
    Holds::NothingSent,
    Holds::NothingTold,
];

static FORMS: &[&Tool] = &[&ADVOCACY, &PRIORITY, &SUITABILITY];

/// The network: files of ours that do not come, or come otherwise.
static NETWORK: &[Row] = &[
    row("wasm that is not there is told, in every tool", Made::File(".wasm", Fault::NotFound), ALL, told!(NOT_FOUND))
        .after(AGAIN)
        .console(&["404"]),
    row(
        "wasm whose connection ends is told, in every tool",
        Made::File(".wasm", Fault::CutAtHalf),
        ALL,
        told!(NOT_ARRIVED),
    )
    .after(AGAIN)
    .console(&["ERR_CONTENT_LENGTH_MISMATCH"]),
    row("wasm cut short is told, in every tool", Made::File(".wasm", Fault::Shortened), ALL, told!(CHANGED))
        .after(AGAIN),
    row(
        "wasm of the wrong type is told, in every tool",
        Made::File(".wasm", Fault::WrongType),
        ALL,
        told!(WRONG_FORM),
    )
    .after(AGAIN),
    row(
        "wasm with another hash is not run, in every tool",
        Made::File(".wasm", Fault::Instead(ANOTHER_MODULE)),
        ALL,
        told!(CHANGED),
    )
    .after(AGAIN),
    row(
        "wasm that is late takes up what was typed, in every tool",
        Made::File(".wasm", Fault::Stalled(Duration::from_secs(5))),
        ALL,
        &[Holds::Fallback, Holds::TypedEarly, Holds::NothingKept, Holds::NothingSent],
    )
    .after(&[Holds::Arrives, Holds::TypedEarly, Holds::GoesOn]),
    row(
        "wasm that never comes is told, in every tool",
        Made::File(".wasm", Fault::Stalled(Duration::from_secs(80))),
        ALL,
        &[
            Holds::TypedEarly,
            Holds::SaysLate(SLOW),
            Holds::ToldFailed,
            Holds::Fallback,
            Holds::NothingKept,
            Holds::NothingSent,
        ],
    )
    .after(AGAIN),
    row(
        "wasm that comes after long is told of, and starts by itself, in every tool",
        Made::File(".wasm", Fault::Stalled(Duration::from_secs(24))),
        ALL,
        &[Holds::TypedEarly, Holds::SaysLate(SLOW)],
    )
    .after(&[Holds::ArrivesLate, Holds::TypedEarly, Holds::GoesOn]),
    row(
        "a rest of the code that never comes is told to whoever waits for it, in advocacy",
        Made::File("/care-tools-rest-", Fault::Stalled(Duration::from_secs(80))),
        &[&ADVOCACY],
        &[Holds::Continues, Holds::SaysLate(SLOW), Holds::ToldFailed, Holds::NothingKept, Holds::NothingSent],
    )
    .after(AGAIN),
    row(
        "a rest of the code that never comes is told, in the forms that wait for it",
        Made::File("/care-tools-rest-", Fault::Stalled(Duration::from_secs(80))),
        &[&PRIORITY, &SUITABILITY],
        &[Holds::TypedEarly, Holds::SaysLate(SLOW), Holds::ToldFailed, Holds::NothingKept, Holds::NothingSent],
    )
    .after(AGAIN),
    row(
        "without a network nothing is lost, in every tool",
        Made::File(".wasm", Fault::Refused),
        ALL,
        told!(NOT_ARRIVED),
    )
    .after(AGAIN)
    .console(&["ERR_EMPTY_RESPONSE"]),
    row(
        "a rest of the code that is not there is told, in every form",
        Made::File("/care-tools-rest-", Fault::NotFound),
        FORMS,
        rest_told!(NOT_FOUND),
    )
    .after(AGAIN)
    .console(&["404"]),
    row(
        "a rest of the code with another hash is not run, in every form",
        Made::File("/care-tools-rest-", Fault::Instead(ANOTHER_MODULE)),
        FORMS,
        rest_told!(CHANGED),
    )
    .after(AGAIN),
    row(
        "later words that are not there are told",
        Made::File("/later-words-advocacy-", Fault::NotFound),
        &[&ADVOCACY],
        rest_told!(NOT_FOUND),
    )
    .after(AGAIN)
    .console(&["404", "integrity"]),
    row(
        "later words with another hash are not used",
        Made::File("/later-words-advocacy-", Fault::Instead("{}")),
        &[&ADVOCACY],
        rest_told!(CHANGED),
    )
    .after(AGAIN)
    .console(&["integrity"]),
    row(
        "glue that is not there is told, in every tool",
        Made::File("-glue-", Fault::NotFound),
        ALL,
        told!(NOT_FOUND),
    )
    .after(AGAIN)
    .console(&["404", "integrity"]),
    row(
        "glue of the wrong type is told, in every tool",
        Made::File("-glue-", Fault::WrongType),
        ALL,
        told!(WRONG_FORM),
    )
    .after(AGAIN)
    .console(&["MIME type"]),
    row(
        "glue with another hash is not run, in every tool",
        Made::File("-glue-", Fault::Instead("document.documentElement.dataset.hurt = 'glue'")),
        ALL,
        &[Holds::Says(CHANGED), Holds::NothingRan, Holds::TypedEarly, Holds::Fallback],
    )
    .after(AGAIN)
    .console(&["integrity"]),
    row(
        "a style sheet that is not there is told, in every tool",
        Made::File(".css", Fault::NotFound),
        ALL,
        told!(NOT_FOUND),
    )
    .after(AGAIN)
    .console(&["404", "integrity", "MIME type"]),
    row(
        "a style sheet that is sent as text harms no form: its hash says that it is ours",
        Made::File("/care-tools.css", Fault::WrongType),
        FORMS,
        LIVES,
    )
    .console(&["MIME type"]),
    row(
        "a style sheet with another hash is not used, in every tool",
        Made::File(".css", Fault::Instead("a { color: red }")),
        ALL,
        told!(CHANGED),
    )
    .after(AGAIN)
    .console(&["integrity"]),
    row(
        "words that are not there stop their own tool alone",
        Made::File("/words-advocacy-", Fault::NotFound),
        &[&ADVOCACY],
        &[Holds::Says(NOT_FOUND), Holds::TypedEarly, Holds::Fallback, Holds::NeighboursLive],
    )
    .after(AGAIN)
    .console(&["404", "integrity"]),
    row(
        "words with another hash stop their own tool alone",
        Made::File("/words-advocacy-", Fault::Instead("{}")),
        &[&ADVOCACY],
        &[Holds::Says(CHANGED), Holds::TypedEarly, Holds::Fallback, Holds::NeighboursLive],
    )
    .after(AGAIN)
    .console(&["integrity"]),
    row(
        "law cut short stops its own tool alone",
        Made::File("/law-team", Fault::Shortened),
        &[&SUITABILITY],
        &[Holds::Says(CHANGED), Holds::TypedEarly, Holds::Fallback, Holds::NeighboursLive],
    )
    .after(AGAIN)
    .console(&["integrity"]),
    row(
        "law with another hash stops its own tool alone",
        Made::File("/law-allocation", Fault::Instead("{}")),
        &[&PRIORITY],
        &[Holds::Says(CHANGED), Holds::TypedEarly, Holds::Fallback, Holds::NeighboursLive],
    )
    .after(AGAIN)
    .console(&["integrity"]),
    row(
        "without the script there is what stands in for each tool",
        Made::File("/care-tools.js", Fault::NotFound),
        ALL,
        &[Holds::Fallback, Holds::TypedEarly, Holds::NothingKept, Holds::NothingSent],
    )
    .console(&["404"]),
    row(
        "a council's file that is not there is told, and every tool works without",
        Made::File("/locality.json", Fault::NotFound),
        ALL,
        &[Holds::Live, Holds::Says("the settings file did not arrive"), Holds::Typed, Holds::GoesOn],
    )
    .console(&["404"]),
    row(
        "a council's file that never comes is told, and every tool works without",
        Made::File("/locality.json", Fault::Stalled(Duration::from_secs(80))),
        ALL,
        &[
            Holds::ArrivesLate,
            Holds::Live,
            Holds::Says("the settings file did not arrive"),
            Holds::Typed,
            Holds::GoesOn,
        ],
    ),
    row(
        "lists and records that are not there are named, and the tool works without",
        Made::File("/example-", Fault::NotFound),
        &[&SUPERVISION, &LIST, &MATCH, &PLAN],
        &[Holds::Says("This file was not found on this site: example-"), Holds::Stands, Holds::NothingKept],
    )
    .console(&["404"]),
    row(
        "lists and records whose connection ends are named, and the tool works without",
        Made::File("/example-", Fault::CutAtHalf),
        &[&SUPERVISION, &LIST, &MATCH, &PLAN],
        &[Holds::Says("This file was not found on this site: example-"), Holds::Stands, Holds::NothingKept],
    )
    .console(&["ERR_CONTENT_LENGTH_MISMATCH"]),
];

/// The policy without each of its words.
static POLICY: &[Row] = &[
    row(
        "a policy without 'wasm-unsafe-eval' is told, in every tool",
        Made::Policy(" 'wasm-unsafe-eval'"),
        ALL,
        &[Holds::Says(FORBIDDEN), Holds::TypedEarly, Holds::Fallback, Holds::NothingKept],
    )
    .console(&["wasm-eval"]),
    row(
        "a policy without connect-src is told, in every tool",
        Made::Policy("connect-src 'self'; "),
        ALL,
        &[Holds::Says(FORBIDDEN), Holds::TypedEarly, Holds::Fallback, Holds::NothingKept],
    )
    .console(&["connect-src", "Refused to connect"]),
    row(
        "under a policy without script-src there is what stands in for each tool",
        Made::Policy("script-src 'self' 'wasm-unsafe-eval'; "),
        ALL,
        &[Holds::Fallback, Holds::TypedEarly],
    )
    .console(&["script-src"]),
    row(
        "under a policy without its own scripts there is what stands in for each tool",
        Made::Policy(" 'self' 'wasm-unsafe-eval'"),
        ALL,
        &[Holds::Fallback, Holds::TypedEarly],
    )
    .console(&["script-src"]),
    row("every tool works under a policy without style-src", Made::Policy("style-src 'self'; "), ALL, LIVES)
        .console(&["style-src"]),
    row("every tool works under a policy without img-src", Made::Policy("img-src 'self'; "), ALL, LIVES),
    row("every tool works under a policy without default-src", Made::Policy("default-src 'none'; "), ALL, LIVES),
    row(
        "every tool works under a policy without trusted types",
        Made::Policy("require-trusted-types-for 'script'; trusted-types 'none'; "),
        ALL,
        LIVES,
    ),
    row(
        "every tool works under a policy that names no trusted types",
        Made::Policy("trusted-types 'none'; "),
        ALL,
        LIVES,
    ),
    row("every tool works under a policy without base-uri", Made::Policy("base-uri 'none'; "), ALL, LIVES),
    row("every tool works under a policy without form-action", Made::Policy("; form-action 'none'"), ALL, LIVES),
];

const UNSAVED: &[Holds] =
    &[Holds::Says("Not saved"), Holds::NeverSaidSaved, Holds::Typed, Holds::GoesOn, Holds::NothingSent];
/// A page with answers asks before it is left, which a browser only does where somebody has touched it.
const LEFT: &str = "beforeunload";
/// Whether it was saved or not, the panel says which.
const SAVED_OR_NOT: &[Holds] =
    &[Holds::SaidEither, Holds::NeverSaidSaved, Holds::Typed, Holds::GoesOn, Holds::NothingSent];

/// Each call of the storage in turn does this. One tool stands for all: drafts are the same in each.
const fn any_call(name: &'static str, fault: &'static str) -> Row {
    const ONE: &[&Tool] = &[&ADVOCACY];
    row(name, Made::StoreNth(fault), ONE, SAVED_OR_NOT).console(&[LEFT])
}

/// Storage that is refused, is full, is silent, or lies, wherever drafts are turned on.
static STORAGE: &[Row] = &[
    row(
        "storage that throws when it is looked at keeps no draft, and says so",
        Made::Store(Store::Throws),
        DRAFTS,
        UNSAVED,
    ),
    row("storage that is not there keeps no draft, and says so", Made::Store(Store::Missing), DRAFTS, UNSAVED),
    row("storage that never answers keeps no draft, and says so", Made::Store(Store::Hangs), DRAFTS, UNSAVED),
    row("storage that is full keeps no draft, and says so", Made::Store(Store::Full), DRAFTS, UNSAVED),
    row(
        "storage that is full at the end keeps no draft, and says so",
        Made::Store(Store::FullAtTheEnd),
        DRAFTS,
        UNSAVED,
    ),
    row("storage that agrees and keeps nothing is found out", Made::Store(Store::Lies), DRAFTS, UNSAVED),
    any_call(
        "storage that throws at any one call loses nothing",
        "throw new DOMException('refused', 'UnknownError')",
    ),
    any_call("storage that hangs at any one call loses nothing", "return {}"),
    any_call(
        "storage that is full at any one call loses nothing",
        "throw new DOMException('full', 'QuotaExceededError')",
    ),
    any_call(
        "storage that lies at any one call loses nothing",
        "if (this instanceof IDBObjectStore) return this.count()",
    ),
    row(
        "without locks a draft is kept all the same",
        Made::Store(Store::NoLocks),
        DRAFTS,
        &[Holds::Says("Saved at"), Holds::NeverSaidSaved, Holds::Typed, Holds::GoesOn],
    ),
    row(
        "without a channel to other tabs a draft is kept all the same",
        Made::Store(Store::NoChannel),
        DRAFTS,
        &[Holds::Says("Saved at"), Holds::NeverSaidSaved, Holds::Typed, Holds::GoesOn],
    ),
    row("every tool works where cookies and plain storage throw", Made::Store(Store::PlainThrows), ALL, UNHARMED),
    row(
        "without the file for drafts nothing is kept, and nothing is promised",
        Made::File("/care-drafts-", Fault::NotFound),
        DRAFTS,
        &[Holds::Live, Holds::Typed, Holds::GoesOn, Holds::NeverSaidSaved, Holds::NothingKept],
    )
    .console(&["404", "integrity"]),
];

/// What has to hold after each crash: nothing is lost, the reader is told, the others never notice.
const RESTARTED: &[Holds] = &[
    Holds::Says("Something went wrong inside it."),
    Holds::Typed,
    Holds::GoesOn,
    Holds::Neighbours,
    Holds::NothingKept,
    Holds::NothingSent,
    Holds::NothingTold,
];

/// A panic at each kind of event, and memory that runs out.
static CRASHES: &[Row] = &[
    row("a crash at typing loses nothing, in any tool", Made::Crash(Event::Typing), ALL, RESTARTED)
        .with(Dist::Faults),
    row("a crash at a click loses nothing, in any tool", Made::Crash(Event::Click), ALL, RESTARTED)
        .with(Dist::Faults),
    row("a crash at a choice loses nothing, in any tool", Made::Crash(Event::Choice), ALL, RESTARTED)
        .with(Dist::Faults),
    row("a crash at a key loses nothing, in a list", Made::Crash(Event::Key), &[&LIST], RESTARTED).with(Dist::Faults),
    row("a crash at a file loses nothing, in a list", Made::Crash(Event::File), &[&LIST], RESTARTED)
        .with(Dist::Faults),
    row(
        "a crash at pasting loses nothing, in any tool that takes it",
        Made::Crash(Event::Paste),
        &[&LIST],
        RESTARTED,
    )
    .with(Dist::Faults),
    row(
        "a crash at the page's clock loses nothing, in any tool",
        Made::Crash(Event::Clock),
        &[&ADVOCACY, &PRIORITY, &SUITABILITY, &ACTIONS],
        RESTARTED,
    )
    .with(Dist::Faults),
    row("a crash while drawing loses nothing, in any tool", Made::Crash(Event::Drawing), ALL, RESTARTED)
        .with(Dist::Faults),
    row("memory that runs out loses nothing, in any tool", Made::OutOfMemory, ALL, RESTARTED),
];

/// What the browser does with the page.
static LIFE: &[Row] = &[
    row("every tool comes through a page that was hidden", Made::Life(Life::Hidden), ALL, UNHARMED),
    row("every tool comes through a page that was frozen", Made::Life(Life::Frozen), ALL, UNHARMED),
    row(
        "a page that somebody comes back to with Back shows nobody's answers, in any tool",
        Made::Life(Life::Back),
        ALL,
        &[Holds::NotReadable, Holds::Covered],
    )
    .after(&[Holds::Uncovers, Holds::Typed, Holds::GoesOn])
    .console(&[LEFT]),
    row(
        "a page brought back from memory shows nobody's answers, in any tool",
        Made::Life(Life::Restored),
        ALL,
        &[Holds::NotReadable, Holds::Covered],
    )
    .after(&[Holds::Uncovers, Holds::Typed, Holds::GoesOn]),
];

/// What the clock does.
static TIME: &[Row] = &[
    row(
        "midnight passes, and every form and list is of the new day, with what was typed",
        Made::Time(Moment::Midnight),
        &[&ADVOCACY, &PRIORITY, &SUITABILITY, &LIST, &MATCH, &PLAN],
        &[
            Holds::NewDay,
            Holds::Typed,
            Holds::GoesOn,
            Holds::NothingKept,
            Holds::NothingSent,
            Holds::NothingTold,
            Holds::NoPolicyBroken,
        ],
    ),
    row(
        "midnight passes, and no plan or record is harmed",
        Made::Time(Moment::Midnight),
        &[&ACTIONS, &SUPERVISION],
        UNHARMED,
    ),
    row("a clock that is set back two days harms no tool", Made::Time(Moment::Back), ALL, UNHARMED),
    row("another time zone in the midst harms no tool", Made::Time(Moment::Zone), ALL, UNHARMED),
    row("the hour that is there twice harms no tool", Made::Time(Moment::HourTwice), ALL, UNHARMED),
    row(
        "three days later nobody's answers are there, in any tool",
        Made::Time(Moment::DaysLater),
        ALL,
        &[Holds::NotReadable, Holds::NothingKept, Holds::NothingSent],
    ),
];

/// Pages that do harm to whatever stands in them.
static PAGES: &[Row] = &[
    row("every tool works where the page's prototypes are frozen", Made::Host(Host::Frozen), ALL, LIVES),
    row("every tool works where the page adds to every object and list", Made::Host(Host::Polluted), ALL, LIVES),
    row("every tool works where an old library says how lists become JSON", Made::Host(Host::OldJson), ALL, LIVES),
    row("every tool works where the page has its own Date", Made::Host(Host::OwnDate), ALL, LIVES),
    row("every tool works where the page has its own fetch", Made::Host(Host::OwnFetch), ALL, LIVES),
    row("every tool works where the page listens in", Made::Host(Host::OwnListeners), ALL, LIVES),
    row("every tool works where nothing says what is in sight", Made::Host(Host::NoObserver), ALL, LIVES),
    row("every tool works where the browser knows no time zones", Made::Host(Host::NoZones), ALL, LIVES),
    row(
        "every tool keeps its looks where the page unsets everything",
        Made::Host(Host::Unset),
        ALL,
        &[Holds::Live, Holds::LooksRight, Holds::Typed, Holds::GoesOn],
    ),
    row("every tool that is moved in the midst goes on", Made::Host(Host::Moves), ALL, UNHARMED),
    row("every tool that is taken away and put back goes on", Made::Host(Host::TakesAway), ALL, UNHARMED),
];

/// What a file that is none of the tool's own may do: be named.
const REFUSED: &[Holds] = &[
    Holds::SaysOfFile,
    Holds::NothingRan,
    Holds::Stands,
    Holds::NothingKept,
    Holds::NothingSent,
    Holds::NothingTold,
];
static OPENERS: &[&Tool] = &[&ADVOCACY, &SUITABILITY, &ACTIONS, &SUPERVISION, &LIST, &MATCH];

/// Files and pasted text from elsewhere.
static FILES: &[Row] = &[
    row("a megabyte of letters is refused in words", Made::Import(Import::Megabyte), OPENERS, REFUSED),
    row("JSON of ten thousand depths is refused in words", Made::Import(Import::Deep), OPENERS, REFUSED),
    row("a file that is no text is refused in words", Made::Import(Import::Binary), OPENERS, REFUSED),
    row("a file in UTF-16 is refused in words", Made::Import(Import::Utf16), OPENERS, REFUSED),
    row("a file of NULs is refused in words", Made::Import(Import::Nuls), OPENERS, REFUSED),
    row("an empty file is refused in words", Made::Import(Import::Empty), OPENERS, REFUSED),
    row("a workbook that says it is gigabytes is refused in words", Made::Import(Import::ZipBomb), OPENERS, REFUSED),
    row(
        "a workbook that is gigabytes and does not say so is refused in words",
        Made::Import(Import::QuietBomb),
        &[&LIST],
        REFUSED,
    ),
    row(
        "formulas in a list are only text",
        Made::Import(Import::Formulas),
        &[&LIST],
        &[Holds::Says("=HYPERLINK"), Holds::NothingRan, Holds::Stands, Holds::NothingSent],
    ),
    row(
        "a record full of scripts is only text",
        Made::Import(Import::Scripts),
        &[&SUPERVISION],
        &[Holds::Says("<img src=x"), Holds::NothingRan, Holds::NothingSent],
    ),
];

/// Every row.
pub static TABLE: &[&[Row]] = &[NETWORK, POLICY, STORAGE, CRASHES, LIFE, TIME, PAGES, FILES];
