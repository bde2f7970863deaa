//! The guided form in the browser.
//!
//! Each element on a page has an instance of the module of its own, so that a
//! crash in one leaves the others whole. The instance reaches the page only
//! through the [`Bridge`] that `element.js` hands to it.

use super::bridge::{Bridge, compose_as_the_browser_does};
use super::council;
use crate::engine::{Answers, dates};
use crate::json::Json;
use crate::record::Stamp;
use crate::sheet::Desk;
use crate::sheet::offer::Known;
use crate::tools::{self, Tool};
use crate::ui::cover::Cleared;
use crate::ui::form::Mailbox;
use crate::ui::host::{Event, Host, HostHandle, Told};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::panel::StandIn;
use crate::ui::state::State;
use crate::ui::{GuidedForm, Props, Ready};
use crate::words::Words;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::{AttrValue, Html};

struct Page(Bridge);

impl Host for Page {
    fn today(&self) -> Option<NaiveDate> {
        dates::from_iso(&self.0.today())
    }

    fn stamp(&self) -> Stamp {
        self.0.stamp()
    }

    fn keep(&self, state: &State) {
        self.0.keep(&if state.is_fresh() { String::new() } else { state.to_json().write() });
        LATEST.with_borrow_mut(|latest| *latest = Some(state.clone()));
    }

    fn tell(&self, event: Event<'_>) {
        let (name, outcomes) = match event {
            Event::Ready => ("ready", Default::default()),
            Event::Changed(outcomes) => ("changed", outcomes),
            Event::Completed(outcomes) => ("completed", outcomes),
            Event::Cleared => ("cleared", Default::default()),
        };
        self.0.tell(name, &outcomes.join(" "));
    }

    fn copy(&self, text: &str, html: &str) {
        self.0.copy(text, html);
    }

    fn download(&self, name: &str, kind: &str, content: &str) {
        self.0.download(name, kind, content);
    }

    fn word(&self, name: &str, document: &str) {
        self.0.word(name, document);
    }

    fn print(&self) {
        self.0.print();
    }

    fn focus(&self, id: &str) {
        self.0.focus(id);
    }

    fn awake(&self) {
        self.0.awake();
    }

    fn stand_in(&self) -> Option<StandIn> {
        let panel = self.0.stand_in()?;
        let part = |css: &str| panel.query_selector(css).ok().flatten();
        let text = |css: &str| part(css).and_then(|it| it.text_content()).map(AttrValue::from);
        Some(StandIn {
            lead: text(".ct-panel__lead > span")?,
            toggle: text(".ct-panel__toggle")?,
            body: Html::VRef(part(".ct-panel__body")?.into()),
        })
    }
}

/// What a desk is made of, until the words are there with which it is made again.
struct Makings {
    tool: &'static Tool,
    words: Words,
    locality: Option<String>,
    options: Json,
}

impl Makings {
    /// The desk, and what to tell the reader beforehand.
    fn desk(&self) -> (Desk, Vec<Notice>) {
        let Makings { tool, words, locality, options } = self;
        let (read, notices) = council::read(words, &[tool], locality.as_deref(), options);
        (Desk::new(tool, words.clone(), read).previewing(council::preview(options)), notices)
    }
}

thread_local! {
    static MAILBOX: Mailbox = Mailbox::default();
    static MAKINGS: RefCell<Option<Makings>> = const { RefCell::new(None) };
    static LATEST: RefCell<Option<State>> = const { RefCell::new(None) };
}

/// Begins a widget in an element.
///
/// `words` are all of the tool's, or those that its first questions need; the others are `later`, or come by [`tell`] as
/// `whole`. `locality` is the text of the locality file, or nothing where the page names none. `options` is JSON with the
/// texts `level`, `kept`, `section`, `reference`, those that a page may answer, and `restarted`, `locality_missing` or
/// `late` (not all code and words are there) where they hold.
///
/// # Errors
/// The law or the words cannot be read.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    bridge: Bridge,
    law: &str,
    words: &str,
    locality: Option<String>,
    options: &str,
    later: Option<String>,
) -> Result<(), String> {
    let tool = tools::packed::read(&Json::read(law)?)?;
    compose_as_the_browser_does();
    let words = Words::read(words)?;
    let words = later.map_or(Ok(words.clone()), |later| Words::read(&later).map(|later| words.and(later)))?;
    let options = Json::read(options)?;
    let late = options.get("late").is_some();
    // What was typed is not among what is kept until the later words come.
    let said = options.as_object().unwrap_or_default().iter().filter(|(key, _)| key != "kept").cloned().collect();
    let makings = Makings { tool, words, locality, options: Json::Object(said) };
    let text = |key: &str| options.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let (desk, notices) = makings.desk();
    let bridge: JsValue = bridge.into();
    let alarm: Bridge = bridge.clone().unchecked_into();
    yew::set_custom_panic_hook(Box::new(move |_| alarm.crashed()));
    let level = text("level").parse().unwrap_or(2).clamp(2, 4);
    let props = Props {
        desk: Ready(Rc::new(desk)),
        host: HostHandle(Rc::new(Page(bridge.unchecked_into()))),
        mailbox: MAILBOX.with(Clone::clone),
        level,
        kept: text("kept").into(),
        section: text("section").into(),
        reference: text("reference").into(),
        answers: Rc::new(page_answers(tool, &options)),
        notices: Rc::new(notices),
        whole: !late,
    };
    MAKINGS.set(Some(makings).filter(|_| late));
    yew::Renderer::<GuidedForm>::with_root_and_props(root, props).render();
    Ok(())
}

/// What the page answers by attributes. A value that is no choice is not an answer.
fn page_answers(tool: &Tool, options: &Json) -> Answers {
    let said = options.as_object().unwrap_or_default().iter();
    let given = said.filter_map(|(question, said)| tool.page_answer(question, said.as_text()?));
    given.fold(Answers::none(), Answers::with)
}

/// The minutes without input after which the authority wants answers covered; nothing where it says nothing.
#[wasm_bindgen]
pub fn idle_minutes() -> Option<u32> {
    LATEST.with_borrow(|latest| latest.as_ref().and_then(|state| state.desk.locality.idle_minutes))
}

/// The hours for which the authority lets drafts be kept; 0 is until the end of the working day; nothing where it does
/// not.
#[wasm_bindgen]
pub fn draft_hours() -> Option<u32> {
    LATEST.with_borrow(|latest| latest.as_ref().and_then(|state| state.desk.locality.draft_hours))
}

/// The page's word for the screen.
///
/// # Errors
/// The later words cannot be read.
#[wasm_bindgen]
pub fn tell(what: &str, detail: &str) -> Result<(), String> {
    let told = match what {
        "copied" => Told::Copied,
        "not_copied" => Told::NotCopied,
        "written" => Told::Word(true),
        "not_written" => Told::Word(false),
        "refused" => Told::Refused(detail.to_owned()),
        "idle_warning" => Told::IdleWarning(detail.parse().unwrap_or_default()),
        "cover" => Told::Cover(detail.to_owned()),
        "clear" => Told::Clear(Cleared::told(detail)),
        "known" => {
            let known = Json::read(detail).unwrap_or(Json::Null);
            Told::Known(known.as_list().unwrap_or_default().iter().map(Known::read).collect())
        }
        "whole" => match whole(detail)? {
            Some(told) => told,
            None => return Ok(()),
        },
        _ => Told::Awake,
    };
    MAILBOX.with(|mailbox| {
        if let Some(callback) = mailbox.0.borrow().as_ref() {
            callback.emit(told);
        }
    });
    Ok(())
}

/// The desk made again with the later words, where there are any; nothing where the tool began with everything.
fn whole(later: &str) -> Result<Option<Told>, String> {
    let Some(mut makings) = MAKINGS.take() else { return Ok(None) };
    if !later.is_empty() {
        makings.words = makings.words.and(Words::read(later)?);
    }
    let (desk, notices) = makings.desk();
    Ok(Some(Told::Desk(Ready(Rc::new(desk)), Rc::new(notices))))
}

/// What another tool on the same page may take over, as JSON text.
#[wasm_bindgen]
pub fn known_json() -> String {
    LATEST.with_borrow(|latest| {
        latest.as_ref().map(|state| Known::of(&state.desk, &state.draft).write()).unwrap_or_default()
    })
}

/// The whole record as JSON text, for page code that may ask for it; empty before the widget is live.
#[wasm_bindgen]
pub fn record_json() -> String {
    LATEST.with_borrow(|latest| latest.as_ref().map(|state| state.record(&state.stamp).write()).unwrap_or_default())
}
