//! The action plan in the browser.

use super::bridge::{Bridge, compose_as_the_browser_does};
use super::council;
use super::element_page::Element;
use crate::json::{Json, LONGEST_KEPT};
use crate::plans::keep::without_practice;
use crate::plans::{Mail, Msg, Plans, Props};
use crate::record::plan_file;
use crate::sheet::Desk;
use crate::tools::action_planning::tool_once;
use crate::ui::cover::Cleared;
use crate::words::Words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    // INVARIANT: one element, one instance, one plan.
    static MAIL: Mail = Mail::default();
    static IDLE: Cell<Option<u32>> = const { Cell::new(None) };
    static DRAFTS: Cell<Option<u32>> = const { Cell::new(None) };
    static KEPT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Begins a plan in an element. The arguments are those of the guided form; `options` has `device_clock` where the
/// time in England could not be read.
///
/// # Errors
/// The words cannot be read.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    bridge: Bridge,
    _tool: &str,
    words: &str,
    locality: Option<String>,
    options: &str,
) -> Result<(), String> {
    let tool = tool_once();
    compose_as_the_browser_does();
    let words = Words::read(words)?;
    let options = Json::read(options)?;
    let text = |key: &str| options.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let (read, notices) = council::read(&words, &[tool], locality.as_deref(), &options);
    IDLE.set(read.idle_minutes);
    DRAFTS.set(read.draft_hours);
    let bridge: JsValue = bridge.into();
    let alarm: Bridge = bridge.clone().unchecked_into();
    yew::set_custom_panic_hook(Box::new(move |_| alarm.crashed()));
    let section = if text("view") == "follow" { "follow".to_owned() } else { text("section") };
    let props = Props {
        desk: Rc::new(Desk::new(tool, words, read).previewing(council::preview(&options))),
        page: Rc::new(Element::of(bridge.unchecked_into(), |state| {
            KEPT.with_borrow_mut(|kept| state.clone_into(kept));
        })),
        mail: MAIL.with(Clone::clone),
        level: text("level").parse().unwrap_or(2).clamp(2, 4),
        device_clock: options.get("device_clock").is_some(),
        section: section.into(),
        reference: text("reference").into(),
        notices,
        kept: text("kept").into(),
    };
    yew::Renderer::<Plans>::with_root_and_props(root, props).render();
    Ok(())
}

fn send(msg: Msg) {
    MAIL.with(|mail| {
        if let Some(callback) = mail.borrow().as_ref() {
            callback.emit(msg);
        }
    });
}

/// A saved plan as text, and whether somebody opened it, rather than the page.
#[wasm_bindgen]
pub fn plan_arrived(text: &str, asked: bool) {
    send(Msg::Arrived(text.to_owned(), asked));
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

/// What of the state may be kept on a computer: all but what is about a worker's practice.
#[wasm_bindgen]
pub fn to_keep(state: &str) -> String {
    without_practice(state)
}

/// The hours for which the authority lets drafts be kept; 0 is until the end of the working day; nothing where it does
/// not.
#[wasm_bindgen]
pub fn draft_hours() -> Option<u32> {
    DRAFTS.get()
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

/// The whole record as JSON text, for page code that may ask for it; empty where there is none.
#[wasm_bindgen]
pub fn record_json() -> String {
    let Ok(kept) = KEPT.with_borrow(|kept| Json::read_within(kept, LONGEST_KEPT)) else { return String::new() };
    let sealed = kept.get("sealed").filter(|sealed| sealed.as_object().is_some());
    kept.get("record").map(|record| plan_file::to_save(record.clone(), sealed, "").write()).unwrap_or_default()
}
