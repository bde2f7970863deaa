//! What `element.js` does for a screen: the same for the guided form and for the lists.

use crate::record::{Stamp, canonical};
use wasm_bindgen::prelude::*;

/// Lets the browser compose letters, which it knows how to, so that hashes are the same everywhere.
pub fn compose_as_the_browser_does() {
    canonical::compose_with(|text| js_sys::JsString::from(text).normalize("NFC").into());
}

#[wasm_bindgen]
extern "C" {
    /// The page, as an instance of a module reaches it.
    pub type Bridge;
    /// Today in England, as `2026-11-27`.
    #[wasm_bindgen(method)]
    pub fn today(this: &Bridge) -> String;
    #[wasm_bindgen(method, js_name = stamp)]
    fn both(this: &Bridge) -> String;
    /// Keeps the state where a restarted widget finds it.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Bridge, state: &str);
    /// Tells the page what happened; the ids of outcomes with spaces between them.
    #[wasm_bindgen(method)]
    pub fn tell(this: &Bridge, event: &str, outcomes: &str);
    /// Puts a text on the clipboard.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Bridge, text: &str, html: &str);
    /// Offers a file to save.
    #[wasm_bindgen(method)]
    pub fn download(this: &Bridge, name: &str, kind: &str, content: &str);
    /// Offers a Word document to save: the module that writes office files is fetched and makes it.
    #[wasm_bindgen(method)]
    pub fn word(this: &Bridge, name: &str, document: &str);
    /// Prints the widget.
    #[wasm_bindgen(method)]
    pub fn print(this: &Bridge);
    /// Moves the focus.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Bridge, id: &str);
    /// Somebody is here.
    #[wasm_bindgen(method)]
    pub fn awake(this: &Bridge);
    /// What the page shows in the panel's place until the tool is live.
    #[wasm_bindgen(method)]
    pub fn stand_in(this: &Bridge) -> Option<web_sys::Element>;
    /// The instance is lost.
    #[wasm_bindgen(method)]
    pub fn crashed(this: &Bridge);
    /// Asks to be called back at once, after the page had its turn.
    #[wasm_bindgen(method)]
    pub fn later(this: &Bridge);
    /// Asks to be called back in a moment.
    #[wasm_bindgen(method)]
    pub fn soon(this: &Bridge);
}

impl Bridge {
    /// A fresh id for a record, and the time now.
    pub fn stamp(&self) -> Stamp {
        let both = self.both();
        let (id, made_at) = both.split_once(' ').unwrap_or_default();
        Stamp { id: id.to_owned(), made_at: made_at.to_owned(), ..Stamp::default() }
    }
}
