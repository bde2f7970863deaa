//! Storage of the browser that is otherwise than it should be.

use super::super::aside::{LOOKS, looks};
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
            Store::PlainThrows => concat!(
                "for (const [owner, name] of [[window, 'localStorage'], [window, 'sessionStorage'], [Document.prototype, 'cookie']]) {
                     const real = Object.getOwnPropertyDescriptor(owner, name);
                     const refuses = (way) => function (...all) {
                         if (window[",
                looks!(),
                "]) return real[way].apply(this, all);
                         throw new DOMException('refused', 'SecurityError');
                     };
                     Object.defineProperty(owner, name, { get: refuses('get'), set: refuses('set') });
                 }"
            ),
        }
    }
}

/// What a draft is kept, read and deleted with: each has to be called at some time.
const CALLS: &str = "[[IDBFactory, 'open'], [IDBDatabase, 'transaction'], [IDBTransaction, 'objectStore'],
    [IDBObjectStore, 'openCursor'], [IDBObjectStore, 'put'], [IDBObjectStore, 'get'], [IDBObjectStore, 'delete']]";

/// The nth call of the storage does something else.
async fn nth_call(page: &Page<'_>, nth: u32, fault: &str) -> Result<String, String> {
    let source = format!(
        "{{ let calls = 0;
         for (const [kind, name] of {CALLS}) {{
             const real = kind.prototype[name];
             kind.prototype[name] = function (...all) {{
                 if (!window[{LOOKS}] && (calls += 1) === {nth}) {{ document.documentElement.dataset.nth = name; {fault}; }}
                 return real.apply(this, all);
             }};
         }} }}"
    );
    page.before_every_page(&source).await
}

/// Walks with the first call at fault, then with the second, and so on, until there is no such call any more.
pub async fn each_call(
    page: &Page<'_>,
    fault: &str,
    mut walk: impl AsyncFnMut() -> Result<(), String>,
) -> Result<(), String> {
    let mut reached: Vec<String> = Vec::new();
    for nth in 1.. {
        let script = nth_call(page, nth, fault).await?;
        let walked = walk().await;
        let name = page.aside("document.documentElement.dataset.nth ?? ''").await?;
        page.no_longer_before(&script).await?;
        let Some(name) = name.as_str().filter(|name| !name.is_empty()) else { break };
        walked.map_err(|reason| format!("at call {nth}, of `{name}`: {reason}"))?;
        reached.push(name.to_owned());
        empty(page).await?;
    }
    let all = ["open", "transaction", "objectStore", "openCursor", "put", "get", "delete"];
    let missed = all.into_iter().filter(|name| !reached.iter().any(|it| it == name)).map(str::to_owned).collect();
    page.none("calls that no walk came to", missed)
}

/// Asks that the draft be deleted, and waits until the panel has said how that went: what it calls deleted is.
pub async fn asks_to_delete(stand: &Stand<'_>) -> Result<(), String> {
    let said = stand
        .run(
            "const panel = host.shadowRoot.querySelector('.ct-draft');
             // Where nothing is kept yet, or the storage could not be looked at, that comes first.
             for (let pressed = null; !/stop|delete/.test(pressed?.id);) {
                 pressed = await until(() => panel.querySelector('#ct-draft-stop, #ct-draft-delete') ?? panel.querySelector('#ct-draft-keep, #ct-draft-again'), 'a way to delete it');
                 pressed.click();
                 await until(() => !pressed.isConnected, 'what comes of it');
             }
             await until(() => /The draft is deleted|Not deleted/.test(panel.innerText), 'a word on how it went');
             return /The draft is deleted/.test(panel.innerText)",
        )
        .await?;
    if said == json!(false) {
        return Ok(());
    }
    let gone = stand
        .spared(
            "const base = await new Promise((done, failed) => {
                 const request = indexedDB.open('care-tools');
                 request.onsuccess = () => done(request.result);
                 request.onerror = () => failed(request.error);
             });
             const all = base.transaction('drafts').objectStore('drafts').getAll();
             const left = await new Promise((done) => (all.onsuccess = () => done(all.result.length)));
             base.close();
             return left === 0",
        )
        .await?;
    stand.page.same("whether what is called deleted is", gone, json!(true))
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
