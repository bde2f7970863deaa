//! The waiting list, matching and the plan in the browser.

use super::bridge::{Bridge, compose_as_the_browser_does};
use super::council;
use crate::engine::dates;
use crate::json::Json;
use crate::lists::{Lists, Mail, Msg, Props, app};
use crate::record::Stamp;
use crate::sheet::Desk;
use crate::tools;
use crate::tools::allocation::files::workers;
use crate::ui::cover::Cleared;
use crate::words::Words;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

struct Page(Bridge);

impl app::Page for Page {
    fn later(&self) {
        self.0.later();
    }
    fn soon(&self) {
        self.0.soon();
    }
    fn keep(&self, state: &str) {
        self.0.keep(state);
    }
    fn stamp(&self) -> Stamp {
        self.0.stamp()
    }
    fn download(&self, name: &str, kind: &str, content: &str) {
        self.0.download(name, kind, content);
    }
    fn copy(&self, text: &str, html: &str) {
        self.0.copy(text, html);
    }
    fn focus(&self, id: &str) {
        self.0.focus(id);
    }
    fn tell(&self, event: &str) {
        self.0.tell(event, "");
    }
    fn awake(&self) {
        self.0.awake();
    }
}

thread_local! {
    // INVARIANT: one element, one instance, one screen.
    static MAIL: Mail = Mail::default();
    static IDLE: std::cell::Cell<Option<u32>> = const { std::cell::Cell::new(None) };
}

/// Begins the lists in an element. The arguments are those of the guided form; `options` has `view` as well.
///
/// # Errors
/// The words cannot be read, or the page gives no day.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    bridge: Bridge,
    tool: &str,
    words: &str,
    locality: Option<String>,
    options: &str,
) -> Result<(), String> {
    let tool = tools::named(tool).ok_or_else(|| format!("there is no tool `{tool}`"))?;
    compose_as_the_browser_does();
    let words = Words::read(words)?;
    let options = Json::read(options)?;
    let text = |key: &str| options.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let (read, notices) = council::read(&words, &[tool], locality.as_deref(), &options);
    IDLE.set(read.idle_minutes);
    let today = dates::from_iso(&bridge.today()).ok_or("the page gives no day")?;
    let bridge: JsValue = bridge.into();
    let alarm: Bridge = bridge.clone().unchecked_into();
    yew::set_custom_panic_hook(Box::new(move |_| alarm.crashed()));
    let props = Props {
        desk: Rc::new(Desk::new(tool, words, read)),
        today,
        page: Rc::new(Page(bridge.unchecked_into())),
        mail: MAIL.with(Clone::clone),
        level: text("level").parse().unwrap_or(2).clamp(2, 4),
        view: text("view").into(),
        notices,
        kept: text("kept").into(),
    };
    yew::Renderer::<Lists>::with_root_and_props(root, props).render();
    Ok(())
}

fn send(msg: Msg) {
    MAIL.with(|mail| {
        if let Some(callback) = mail.borrow().as_ref() {
            callback.emit(msg);
        }
    });
}

/// A file for the list, or pasted rows: what it is called, its bytes, whether they are cells of a workbook, and
/// whether somebody opened it, rather than the page.
#[wasm_bindgen]
pub fn list_arrived(name: &str, bytes: Vec<u8>, cells: bool, asked: bool) {
    send(Msg::Arrived(name.to_owned(), bytes, cells, asked));
}

/// A file of workers as text, and whether that is the cells of a workbook.
#[wasm_bindgen]
pub fn workers_arrived(name: &str, text: &str, cells: bool) {
    let text = if cells { workers::from_cells(text).unwrap_or_default() } else { text.to_owned() };
    send(Msg::Workers(name.to_owned(), text));
}

/// A file that the page could not read, with the reason in words.
#[wasm_bindgen]
pub fn not_arrived(why: &str) {
    send(Msg::Failed(why.to_owned()));
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
        "step" => Msg::Step,
        "copied" => Msg::Word("keep.copied"),
        "not_copied" => Msg::Word("keep.not_copied"),
        "idle_warning" => Msg::Word("list.idle"),
        "cover" => Msg::Cover(detail.to_owned()),
        "clear" => Msg::Clear(Cleared::told(detail)),
        _ => return,
    });
}

/// There is no single record of a list; each person's is copied or saved on its own.
#[wasm_bindgen]
pub fn record_json() -> String {
    String::new()
}
