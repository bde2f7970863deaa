//! Supervision in the browser: every tool's law and words, and the records that somebody opens.

use super::bridge::{Bridge, compose_as_the_browser_does};
use super::council;
use super::element_page::Element;
use crate::json::Json;
use crate::locality::Locality;
use crate::record::Stamp;
use crate::sheet::Desk;
use crate::supervision::{Library, Mail, Msg, Props, Supervision, reopen};
use crate::tools::{self, Tool, action_planning};
use crate::ui::cover::Cleared;
use crate::words::Words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    // INVARIANT: one element, one instance, one set of records.
    static MAIL: Mail = Mail::default();
    static IDLE: Cell<Option<u32>> = const { Cell::new(None) };
    static KEPT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The most that the file of all tools' laws and words is, in bytes.
const LARGEST_LIBRARY: usize = 20_000_000;

/// Begins supervision in an element. `laws` has the law and the words of every tool: see the build's `library.rs`.
///
/// # Errors
/// The laws or the words cannot be read.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    bridge: Bridge,
    laws: &str,
    words: &str,
    locality: Option<String>,
    options: &str,
) -> Result<(), String> {
    compose_as_the_browser_does();
    let words = Words::read(words)?;
    let options = Json::read_within(options, LARGEST_LIBRARY)?;
    let text = |key: &str| options.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let found = tools_of(laws, &words)?;
    let known: Vec<&'static Tool> = found.iter().map(|(tool, _)| *tool).collect();
    let (council, notices) = council::read(&words, &known, locality.as_deref(), &options);
    IDLE.set(council.idle_minutes);
    let desks = found.into_iter().map(|(tool, words)| Rc::new(Desk::new(tool, words, council.clone())));
    let library = Library { desks: desks.collect(), words: council.apply_to_all(words) };
    let bridge: JsValue = bridge.into();
    let alarm: Bridge = bridge.clone().unchecked_into();
    yew::set_custom_panic_hook(Box::new(move |_| alarm.crashed()));
    let props = Props {
        library: Rc::new(library),
        page: Rc::new(Element::of(bridge.unchecked_into(), |state| {
            KEPT.with_borrow_mut(|kept| state.clone_into(kept));
        })),
        mail: MAIL.with(Clone::clone),
        level: text("level").parse().unwrap_or(2).clamp(2, 4),
        verify: text("view") == "verify",
        notices,
        kept: text("kept").into(),
    };
    yew::Renderer::<Supervision>::with_root_and_props(root, props).render();
    Ok(())
}

/// Every tool with its words, those of this view among them.
fn tools_of(laws: &str, words: &Words) -> Result<Vec<(&'static Tool, Words)>, String> {
    let laws = Json::read_within(laws, LARGEST_LIBRARY)?;
    let mut found: Vec<(&'static Tool, Words)> = Vec::new();
    for id in tools::IDS {
        let part = laws.get(id).ok_or_else(|| format!("the library has no tool `{id}`"))?;
        let tool = match part.get("law") {
            Some(law) => tools::packed::read(law)?,
            None => action_planning::tool_once(),
        };
        let own = part.get("words").map(Json::write).unwrap_or_default();
        found.push((tool, words.clone().and(Words::read(&own)?)));
    }
    Ok(found)
}

/// A saved record for the guided form of a tool, as JSON text: the state to take up under `kept`, or what is wrong with
/// the file under `faults`. `id` and `now` are for a new version. It needs no element.
///
/// # Errors
/// The laws or the words cannot be read.
#[wasm_bindgen]
pub fn reopened(text: &str, laws: &str, words: &str, tool: &str, id: &str, now: &str) -> Result<String, String> {
    compose_as_the_browser_does();
    let words = Words::read(words)?;
    let found = tools_of(laws, &words)?;
    let desks = found.into_iter().map(|(tool, words)| Rc::new(Desk::new(tool, words, Locality::default())));
    let library = Library { desks: desks.collect(), words };
    let fresh = Stamp { id: id.to_owned(), made_at: now.to_owned(), ..Stamp::default() };
    Ok(match reopen::reopened(text, tool, &library, &fresh) {
        Ok(kept) => Json::object([("kept", Json::text(kept.write()))]),
        Err(faults) => Json::object([("faults", Json::texts(faults))]),
    }
    .write())
}

fn send(msg: Msg) {
    MAIL.with(|mail| {
        if let Some(callback) = mail.borrow().as_ref() {
            callback.emit(msg);
        }
    });
}

/// A record: what its file is called, its text, and whether somebody chose it.
#[wasm_bindgen]
pub fn record_arrived(name: &str, text: &str, asked: bool) {
    send(Msg::Arrived(name.to_owned(), text.to_owned(), asked));
}

/// A file that could not be read, with the reason in words.
#[wasm_bindgen]
pub fn not_arrived(why: &str) {
    send(Msg::NotArrived(why.to_owned()));
}

/// The minutes without input after which the authority wants the screen covered.
#[wasm_bindgen]
pub fn idle_minutes() -> Option<u32> {
    IDLE.get()
}

/// The page's word for the screen.
#[wasm_bindgen]
pub fn tell(what: &str, detail: &str) {
    send(match what {
        "copied" => Msg::Word("keep.copied"),
        "not_copied" => Msg::Word("keep.not_copied"),
        "written" => Msg::Word("keep.word_written"),
        "not_written" => Msg::Word("keep.word_not_written"),
        "idle_warning" => Msg::Idle(detail.parse().unwrap_or_default()),
        "cover" => Msg::Cover(detail.to_owned()),
        "clear" => Msg::Clear(Cleared::told(detail)),
        "awake" => Msg::Awake,
        _ => return,
    });
}

/// The open records as JSON text, for page code that may ask for them; empty where none is open.
#[wasm_bindgen]
pub fn record_json() -> String {
    let kept = KEPT.with_borrow(|kept| Json::read_within(kept, LARGEST_LIBRARY));
    let records = kept.ok().and_then(|kept| kept.get("records").cloned());
    records.map(|records| records.write()).unwrap_or_default()
}
