//! Storage of the browser that is otherwise than it should be.

use super::super::page::Page;
use super::tools::Stand;
use serde_json::json;

/// What is wrong with the browser's storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// Looking at it throws.
    Throws,
    /// There is none.
    Missing,
    /// It never answers.
    Hangs,
    /// It has no room, and says so at once.
    Full,
    /// It has no room, and says so when all seemed well.
    FullAtTheEnd,
    /// It agrees to everything and keeps nothing.
    Lies,
    /// The browser has no locks.
    NoLocks,
    /// The browser has no channel between tabs.
    NoChannel,
    /// Cookies and the two plain storages throw.
    PlainThrows,
}

/// How many calls of the storage are tried one by one.
pub const CALLS: u32 = 6;

impl Store {
    /// What makes it so, before the page's own scripts.
    pub fn script(self) -> &'static str {
        match self {
            Store::Throws => "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError'); } })",
            Store::Missing => "Object.defineProperty(window, 'indexedDB', { value: undefined })",
            Store::Hangs => "IDBFactory.prototype.open = () => ({})",
            Store::Full => "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }",
            Store::FullAtTheEnd => {
                "{ const put = IDBObjectStore.prototype.put;
                   IDBObjectStore.prototype.put = function (...all) {
                       const deal = this.transaction, request = put.apply(this, all);
                       Object.defineProperty(deal, 'error', { value: new DOMException('full', 'QuotaExceededError') });
                       queueMicrotask(() => { try { deal.abort(); } catch {} });
                       deal.commit = () => {};
                       return request;
                   }; }"
            }
            Store::Lies => "IDBObjectStore.prototype.put = function () { return this.count(); }",
            Store::NoLocks => "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })",
            Store::NoChannel => "window.BroadcastChannel = function () { throw new Error('none'); }",
            Store::PlainThrows => {
                "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
                 Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('refused', 'SecurityError'); }, set() { throw new DOMException('refused', 'SecurityError'); } })"
            }
        }
    }
}

/// The nth call of the storage does something else.
pub async fn nth_call(page: &Page<'_>, nth: u32, fault: &str) -> Result<String, String> {
    let source = format!(
        "let calls = 0;
         for (const [kind, name] of [[IDBFactory, 'open'], [IDBDatabase, 'transaction'], [IDBTransaction, 'objectStore'],
             [IDBObjectStore, 'openCursor'], [IDBObjectStore, 'put'], [IDBObjectStore, 'get']]) {{
             const real = kind.prototype[name];
             kind.prototype[name] = function (...all) {{
                 if ((calls += 1) === {nth}) {{ {fault}; }}
                 return real.apply(this, all);
             }};
         }}"
    );
    page.before_every_page(&source).await
}

/// Leaves the page, and empties the browser's storage.
pub async fn empty(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    let gone = page.aside(
        "new Promise((done) => {
             const request = indexedDB.deleteDatabase('care-tools');
             request.onsuccess = () => done('gone');
             request.onerror = () => done('not gone');
         })",
    );
    page.same("what was kept", gone.await?, json!("gone"))
}

/// Asks for a draft where one is offered, and waits until the panel has said how it went.
pub async fn asks_for_a_draft(stand: &Stand<'_>) -> Result<(), String> {
    stand
        .run(
            "const panel = await until(() => host.shadowRoot.querySelector('.ct-draft'), 'the panel for drafts');
             await until(() => panel.querySelector('button') || /Not saved/.test(panel.innerText), 'an offer');
             panel.querySelector('#ct-draft-keep')?.click();
             await until(() => /Not saved|Saved at/.test(panel.innerText), 'a word on how it went')",
        )
        .await
        .map(drop)
}
