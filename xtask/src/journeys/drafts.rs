//! Drafts that are kept on a computer: found again, locked, out of date, damaged, cleared, and in two tabs.

use super::page::Page;
use super::widget::Widget;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const PAGE: &str = "keeping-drafts.html";
const TYPED: &str = "SENTINEL/12";
/// As on a page that did not come over https.
pub const NO_CRYPTOGRAPHY: &str = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })";
const NOTE: &str = "#ct-case_reference";
/// Every place in which something could be left, and whether the word that was typed is there.
const FOUND: &str = "
    const word = arguments[0];
    const inside = (value) => {
        if (typeof value === 'string') return value.includes(word);
        if (value instanceof Uint8Array) return new TextDecoder().decode(value).includes(word);
        return value && typeof value === 'object' ? Object.values(value).some(inside) : false;
    };
    const kept = async () => {
        const found = [];
        for (const { name } of await indexedDB.databases()) {
            const base = await new Promise((done, failed) => {
                const request = indexedDB.open(name);
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
            });
            for (const store of base.objectStoreNames) {
                const all = await new Promise((done) => {
                    const request = base.transaction(store).objectStore(store).getAll();
                    request.onsuccess = () => done(request.result);
                });
                if (inside(all)) found.push(`indexedDB ${name}/${store}`);
            }
            base.close();
        }
        const plain = { cookie: document.cookie, title: document.title, address: location.href, name: window.name,
            history: JSON.stringify(history.state), local: JSON.stringify(localStorage), session: JSON.stringify(sessionStorage) };
        for (const [where, text] of Object.entries(plain)) if (inside(text)) found.push(where);
        for (const cache of await caches.keys()) {
            for (const request of await (await caches.open(cache)).keys()) if (inside(request.url)) found.push('cache');
        }
        return found;
    };
    return kept();";
/// Changes what the store holds: `CHANGED` is what is done to the draft.
const CHANGE: &str = "
    const change = (draft) => { CHANGED };
    return new Promise((done, failed) => {
        const request = indexedDB.open('care-tools');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
            const deal = request.result.transaction('drafts', 'readwrite');
            const store = deal.objectStore('drafts');
            store.get('advocacy').onsuccess = ({ target }) => {
                const draft = target.result;
                change(draft);
                store.put(draft, 'advocacy');
            };
            deal.oncomplete = () => { request.result.close(); done(true); };
        };
    });";

async fn opened<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    page.open(PAGE).await?;
    let tool = page.advocacy();
    tool.live().await?;
    tool.wait_for("Draft on this computer").await?;
    Ok(tool)
}

/// A draft that is kept, with one answer and one text.
async fn kept<'a>(page: &'a Page<'_>, passphrase: &str) -> Result<Widget<'a>, String> {
    let tool = opened(page).await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    if !passphrase.is_empty() {
        tool.write("Passphrase (optional)", passphrase).await?;
    }
    tool.click("Keep a draft").await?;
    tool.write_css(NOTE, TYPED).await?;
    tool.wait_for("Saved at").await?;
    Ok(tool)
}

/// Opens the page again, as somebody who comes back later.
async fn again<'a>(page: &'a Page<'_>) -> Result<Widget<'a>, String> {
    page.open("index.html").await?;
    opened(page).await
}

/// Changes the draft while nobody has its page open, and opens that again.
async fn changed<'a>(page: &'a Page<'_>, change: &str) -> Result<Widget<'a>, String> {
    page.open("index.html").await?;
    page.run(&CHANGE.replace("CHANGED", change), vec![]).await?;
    opened(page).await
}

async fn restored(page: &Page<'_>, tool: Widget<'_>) -> Result<(), String> {
    tool.wait_for("Who is this decision about?").await?;
    super::wait::until(async || match tool.value(NOTE).await? {
        text if text == json!(TYPED) => Ok(()),
        text => Err(format!("the text is {text}")),
    })
    .await?;
    page.same("the answer", tool.value("#ct-person_role-adult").await? == true, true)
}

async fn carry_on(tool: Widget<'_>) -> Result<(), String> {
    let script =
        "const it = [...root.querySelectorAll('.ct-draft button')].find((it) => it.innerText.startsWith('Carry on'));
        it?.click(); return !!it";
    // The draft is looked for once the tool is live.
    super::wait::until(async || match tool.run(script).await?.as_bool() {
        Some(true) => Ok(()),
        _ => Err("no draft is offered".to_owned()),
    })
    .await
}

async fn found(page: &Page<'_>) -> Result<serde_json::Value, String> {
    left_of(page, TYPED).await
}

/// Where a word is kept by the browser for the page: in no store at all where nothing is.
pub async fn left_of(page: &Page<'_>, word: &str) -> Result<serde_json::Value, String> {
    page.run(FOUND, vec![json!(word)]).await
}

/// Nothing is kept until somebody asks; then it is found again, and nothing is left after clearing.
pub async fn kept_and_cleared(page: &Page<'_>) -> Result<(), String> {
    let tool = opened(page).await?;
    page.sound().await?;
    tool.write_css(NOTE, TYPED).await?;
    page.same("where the word is before anybody asks", found(page).await?, json!([]))?;
    let tool = kept(page, "").await?;
    page.sound().await?;
    page.same("where the word is", found(page).await?, json!(["indexedDB care-tools/drafts"]))?;
    let tool_again = again(page).await?;
    page.same("the text before anybody carries on", tool_again.value(NOTE).await?, json!(""))?;
    page.sound().await?;
    carry_on(tool_again).await?;
    restored(page, tool_again).await?;
    let _ = tool;
    tool_again.click("Clear everything").await?;
    tool_again.click("Yes, clear everything").await?;
    super::wait::until(async || match found(page).await? {
        places if places == json!([]) => Ok(()),
        places => Err(format!("the word is still in {places}")),
    })
    .await?;
    let asked = page.asked().into_iter().filter(|path| path.contains("SENTINEL")).collect();
    page.none("requests with what was typed", asked)?;
    let told = page
        .told()
        .await?
        .iter()
        .filter(|told| told.to_string().contains("SENTINEL"))
        .map(ToString::to_string)
        .collect();
    page.none("events with what was typed", told)
}

/// A draft with a passphrase.
pub async fn locked(page: &Page<'_>) -> Result<(), String> {
    kept(page, "eight times eight").await?;
    page.same("where the word can be read", found(page).await?, json!([]))?;
    let tool = again(page).await?;
    page.sound().await?;
    tool.write("Passphrase of this draft", "something else").await?;
    carry_on(tool).await?;
    tool.wait_for("This passphrase does not open the draft.").await?;
    page.sound().await?;
    tool.write("Passphrase of this draft", "eight times eight").await?;
    carry_on(tool).await?;
    restored(page, tool).await
}

/// Out of date, from the future, or kept for too long: deleted before anything of it is shown.
pub async fn out_of_date(page: &Page<'_>) -> Result<(), String> {
    for change in [
        "draft.until = Date.now() - 1000; draft.saved_at = Date.now() - 5000",
        "draft.saved_at = Date.now() + 3600000",
        "draft.until = draft.saved_at + 8 * 24 * 3600000",
    ] {
        kept(page, "").await?;
        let tool = changed(page, change).await?;
        tool.wait_for("It was out of date and has been deleted.").await?;
        page.same("where the word is", found(page).await?, json!([]))?;
    }
    page.sound().await
}

/// A damaged draft is refused whole.
pub async fn damaged(page: &Page<'_>) -> Result<(), String> {
    kept(page, "").await?;
    let tool = changed(page, "draft.text = draft.text.replace('adult', 'carer')").await?;
    tool.wait_for("but it is damaged. Nothing of it is used.").await?;
    page.same("the text", tool.value(NOTE).await?, json!(""))?;
    page.sound().await
}

/// Cut or changed anywhere, it is refused whole.
pub async fn damaged_anywhere(page: &Page<'_>) -> Result<(), String> {
    const WHOLE: &str = "draft.whole ??= { ...draft }; Object.assign(draft, draft.whole);
        const at = (share) => Math.floor((draft.text.length - 1) * share);
        const flip = (text, at) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);";
    kept(page, "").await?;
    for change in [
        "draft.text = ''",
        "draft.text = draft.text.slice(0, 1)",
        "draft.text = draft.text.slice(0, at(0.5))",
        "draft.text = draft.text.slice(0, at(1))",
        "draft.text += ' '",
        "draft.text = flip(draft.text, 0)",
        "draft.text = flip(draft.text, at(0.5))",
        "draft.text = flip(draft.text, at(1))",
        "draft.text = null",
        "draft.sum = flip(draft.sum, 63)",
        "draft.sum = undefined",
        "draft.format = '1'",
        "draft.tool = 'allocation'",
        "draft.cipher = new Uint8Array(64)",
    ] {
        let tool = changed(page, &format!("{WHOLE} {change}")).await?;
        let refused = async {
            tool.wait_for("but it is damaged. Nothing of it is used.").await?;
            page.same("the text", tool.value(NOTE).await?, json!(""))?;
            page.same("how many are chosen", tool.count("input:checked").await?, 0)
        };
        refused.await.map_err(|reason| format!("after {change}: {reason}"))?;
    }
    Ok(())
}

/// One of a newer version is not read, and left as it is.
pub async fn newer(page: &Page<'_>) -> Result<(), String> {
    kept(page, "").await?;
    let tool = changed(page, "draft.format = 2; draft.shape = 'of tomorrow'").await?;
    tool.wait_for("by a newer version. This version cannot read it, and leaves it as it is until").await?;
    page.same("ways to open, replace or delete it", tool.count(".ct-draft button").await?, 0)?;
    page.same("the text", tool.value(NOTE).await?, json!(""))?;
    tool.write_css(NOTE, "typed now").await?;
    let unchanged = "if (draft.format !== 2 || draft.shape !== 'of tomorrow' || !draft.text.includes('SENTINEL'))
        throw new Error('it was changed')";
    changed(page, unchanged).await.map(drop)
}

/// A database deleted while somebody types.
pub async fn deleted(page: &Page<'_>) -> Result<(), String> {
    let tool = kept(page, "").await?;
    page.run("indexedDB.deleteDatabase('care-tools')", vec![]).await?;
    tool.write_css(NOTE, "SENTINEL/12 and more").await?;
    super::wait::until(async || match found(page).await? {
        places if places == json!(["indexedDB care-tools/drafts"]) => Ok(()),
        places => Err(format!("the draft is in {places}")),
    })
    .await
}

/// Two tabs of one browser: one of them writes.
pub async fn two_tabs(page: &Page<'_>) -> Result<(), String> {
    one_writes(page, "").await
}

/// The same where the browser has no locks: the tabs ask each other.
pub async fn without_locks(page: &Page<'_>) -> Result<(), String> {
    let missing = "Object.defineProperty(Navigator.prototype, 'locks', { configurable: true, get: () => undefined })";
    page.before_every_page(missing).await?;
    one_writes(page, missing).await
}

/// `before` runs before the page in the second tab; in the first it does already.
async fn one_writes(page: &Page<'_>, before: &str) -> Result<(), String> {
    let tool = kept(page, "").await?;
    let first = page.driver().window().await.map_err(|fault| fault.to_string())?;
    // A window of its own: under its driver, WebKitGTK draws nothing in a second tab.
    let second = page.driver().new_window().await.map_err(|fault| fault.to_string())?;
    page.driver().switch_to_window(second).await.map_err(|fault| fault.to_string())?;
    if !before.is_empty() {
        page.before_every_page(before).await?;
    }
    page.open(PAGE).await?;
    let other = page.advocacy();
    other.show().await?;
    page.wait_for("document.querySelector('care-advocacy').shadowRoot").await?;
    other.wait_for("A draft of this tool is open in another tab. Only that tab saves it.").await?;
    page.sound().await?;
    page.driver().close_window().await.map_err(|fault| fault.to_string())?;
    page.driver().switch_to_window(first).await.map_err(|fault| fault.to_string())?;
    tool.wait_for("Saved at").await
}

/// The browser is killed right after it said that the draft is saved, and a moment later.
pub async fn killed(page: &Page<'_>) -> Result<(), String> {
    for wait in [0, 200, 1_000] {
        let profile = Profile::new(wait)?;
        let session = page.another_browser(&profile.0).await?;
        kept(&page.in_browser(&session), "").await?;
        tokio::time::sleep(Duration::from_millis(wait)).await;
        kill(&profile.0)?;
        session.abandon();
        let session = page.another_browser(&profile.0).await?;
        let after = page.in_browser(&session);
        let tool = opened(&after).await?;
        carry_on(tool).await.map_err(|fault| format!("{wait} ms after “Saved”: {fault}"))?;
        super::wait::until(async || {
            after.same("the answer", tool.value("#ct-person_role-adult").await? == true, true)
        })
        .await?;
        session.end().await?;
    }
    Ok(())
}

/// A profile folder that is removed in the end.
struct Profile(PathBuf);

impl Profile {
    fn new(number: u64) -> Result<Profile, String> {
        let folder = std::env::temp_dir().join(format!("care-tools-profile-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|fault| format!("`{}`: {fault}", folder.display()))?;
        Ok(Profile(folder))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Kills the processes of the browser with this profile, and no others.
fn kill(profile: &Path) -> Result<(), String> {
    let wanted = [format!("--user-data-dir={}", profile.display()), profile.display().to_string()];
    let mut killed = 0;
    for entry in std::fs::read_dir("/proc").map_err(|fault| format!("/proc: {fault}"))?.flatten() {
        let Ok(line) = std::fs::read(entry.path().join("cmdline")) else { continue };
        let line = String::from_utf8_lossy(&line).into_owned();
        // The driver is told the profile too, but not in its own words.
        if line.split('\0').any(|word| wanted.iter().any(|it| it == word)) {
            let pid = entry.file_name();
            drop(Command::new("kill").arg("-KILL").arg(pid).status());
            killed += 1;
        }
    }
    if killed > 0 { Ok(()) } else { Err("no process of the browser was found".to_owned()) }
}

/// A page that did not come over https, where the browser has no cryptography.
pub async fn plain_http(page: &Page<'_>) -> Result<(), String> {
    page.before_every_page(NO_CRYPTOGRAPHY).await?;
    let tool = opened(page).await?;
    tool.wait_for("Drafts cannot be kept on this page").await?;
    page.same("ways to keep a draft", tool.count(".ct-draft button").await?, 0)?;
    page.sound().await
}

/// After a crash the draft is still kept.
pub async fn crash(page: &Page<'_>) -> Result<(), String> {
    let tool = kept(page, "").await?;
    tool.write_css(NOTE, "SENTINEL/12 crash now").await?;
    tool.wait_for("The tool had to restart").await?;
    tool.wait_for("Saved at").await?;
    tool.write_css(NOTE, "SENTINEL/13").await?;
    let tool = again(page).await?;
    carry_on(tool).await?;
    super::wait::until(async || match tool.value(NOTE).await? {
        text if text == json!("SENTINEL/13") => Ok(()),
        text => Err(format!("the text is {text}")),
    })
    .await
}

/// A draft is one reference's: while the page names another, it is neither offered nor written over, and it is there
/// again with its own.
pub async fn of_one_reference(page: &Page<'_>) -> Result<(), String> {
    let name = "document.querySelector('care-advocacy').setAttribute('reference', arguments[0])";
    let tool = opened(page).await?;
    page.run(name, vec![json!("AB-1")]).await?;
    tool.wait_for("You can keep a draft").await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.click("Keep a draft").await?;
    tool.write_css(NOTE, TYPED).await?;
    tool.wait_for("Saved at").await?;
    page.run(name, vec![json!("CD-2")]).await?;
    tool.wait_for("Earlier answers are put aside").await?;
    tool.wait_for("You can keep a draft").await?;
    tool.answer("person_role", &["carer_of_adult".to_owned()]).await?;
    page.same(
        "where the text is kept",
        page.run(FOUND, vec![json!(TYPED)]).await?,
        json!(["indexedDB care-tools/drafts"]),
    )?;
    page.same("where the reference is kept", page.run(FOUND, vec![json!("AB-1")]).await?, json!([]))?;
    page.open("index.html").await?;
    let tool = opened(page).await?;
    page.same("what is offered without a reference", tool.text().await?.contains("Carry on"), false)?;
    page.run(name, vec![json!("AB-1")]).await?;
    tool.wait_for("Carry on").await?;
    page.sound().await
}
