//! The tool is a guest in somebody's page.

use super::cases::Case;
use super::faults::Fault;
use super::page::Page;
use super::pages::{CHAPTER, chapter};
use serde_json::{Value, json};
use std::time::Duration;

/// Every name that a script could use, and what every kind of thing can do. The names of the browser's driver are not ours.
const NAMES: &str = "
    const own = Object.getOwnPropertyNames(window).filter((name) => !/cdc_|^ret_nodes$|^se_/.test(name)).sort();
    const kinds = own.filter((name) => /^[A-Z]/.test(name) && window[name]?.prototype);
    const can = (name) => Reflect.ownKeys(window[name].prototype).map(String).sort();
    return [...own, ...kinds.map((name) => `${name}.prototype: ${can(name)}`)]";
/// How everything outside the tool looks. Heights are left out: the tool takes the room that it needs.
const LOOKS: &str = "
    const properties = ['display', 'position', 'color', 'background-color', 'font-family', 'font-size', 'font-weight',
        'line-height', 'margin', 'padding', 'border', 'text-align', 'text-decoration', 'list-style', 'width', 'cursor',
        'visibility', 'overflow'];
    return Array.from(document.querySelectorAll('html, body, body *'))
        .filter((it) => !/^care-/.test(it.localName) && !it.closest('care-advocacy, care-allocation, care-team-suitability, care-action-plan, care-supervision'))
        .map((it) => {
            const style = getComputedStyle(it);
            return `${it.localName}#${it.id}: ` + properties.map((name) => style.getPropertyValue(name)).join(' | ');
        });";
const ATTRIBUTES: &str = "
    return Array.from(document.querySelectorAll('html, body, body *'))
        .filter((it) => !/^care-/.test(it.localName) && !it.closest('care-advocacy, care-allocation, care-team-suitability, care-action-plan, care-supervision'))
        .map((it) => it.cloneNode(false).outerHTML);";
const STORED: &str = "
    return Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then(
        (lists) => [document.cookie.length, localStorage.length, sessionStorage.length,
            ...lists.map((list) => list.length)]);";
const ELSEWHERE: &str = "
    return performance.getEntriesByType('resource').map((it) => it.name)
        .filter((it) => !it.startsWith(location.origin) && !it.startsWith('blob:' + location.origin));";

/// No new names, no new looks, no new attributes, and no kind of thing that can do more.
pub async fn left_alone(page: &Page<'_>) -> Result<(), String> {
    page.fault("/care-tools.js", Fault::Instead(""));
    page.open(CHAPTER).await?;
    let before = state(page).await?;
    page.no_faults();
    let tool = chapter(page).await?;
    compare(page, &before, "once the tool is live").await?;
    tool.result(&Case::named("adv-007")?, async || Ok(())).await?;
    compare(page, &before, "at the result").await
}

/// Nothing kept, nothing sent.
pub async fn keeps_nothing(page: &Page<'_>) -> Result<(), String> {
    let tool = chapter(page).await?;
    tool.write_css("#ct-case_reference", "AB/12").await?;
    tool.result(&Case::named("adv-001")?, async || Ok(())).await?;
    page.same("what is stored", page.run(STORED, vec![]).await?, json!([0, 0, 0, 0, 0, 0]))?;
    page.same("what was asked for elsewhere", page.run(ELSEWHERE, vec![]).await?, json!([]))?;
    let asked = page.asked();
    let surprises = asked.iter().filter(|path| path.contains("AB")).cloned().collect();
    page.none("requests with what was typed", surprises)
}

/// A tool that nobody has scrolled to is not fetched.
pub async fn waits_until_seen(page: &Page<'_>) -> Result<(), String> {
    page.open(CHAPTER).await?;
    page.wait_for("document.readyState === 'complete'").await?;
    page.same("whether the wasm was asked for", page.asked().iter().any(|path| path.ends_with(".wasm")), false)
}

/// A tool at the top of a page is asked for at once, but left where it turns out to be hidden; it comes when it is shown.
pub async fn left_while_hidden(page: &Page<'_>) -> Result<(), String> {
    page.fault(".wasm", Fault::Stalled(Duration::from_secs(2)));
    page.put(
        "hidden.html",
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Hidden</title><script type=\"module\" src=\"care-tools.js\"></script></head><body>\
         <main><h1>A tool in a part that is not open</h1><div id=\"part\" hidden><care-advocacy></care-advocacy></div></main></body></html>"
            .to_owned(),
    );
    page.open("hidden.html").await?;
    page.wait_for("document.readyState === 'complete'").await?;
    let loaded = "return performance.getEntriesByType('resource')
        .filter(({ name, transferSize }) => name.endsWith('.wasm') && transferSize > 0).length";
    let later = "return new Promise((go) => setTimeout(go, 3_000)).then(() => true)";
    page.run(later, vec![]).await?;
    page.same("how many files of wasm came", page.run(loaded, vec![]).await?, json!(0))?;
    page.no_faults();
    page.run("document.querySelector('#part').hidden = false", vec![]).await?;
    page.advocacy().live().await?;
    page.sound().await
}

/// Names, looks and attributes of everything but the tools.
pub async fn state(page: &Page<'_>) -> Result<[Value; 3], String> {
    Ok([page.run(NAMES, vec![]).await?, page.run(LOOKS, vec![]).await?, page.run(ATTRIBUTES, vec![]).await?])
}

/// What became of them, where it is not what it was.
pub async fn compare(page: &Page<'_>, before: &[Value; 3], when: &str) -> Result<(), String> {
    for (before, after) in before.iter().zip(state(page).await?) {
        let (before, after) = (lines(before), lines(&after));
        let new = after.iter().filter(|line| !before.contains(line)).map(|line| format!("new {when}: {line}"));
        let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("gone {when}: {line}"));
        page.none("what became of the page", new.chain(gone).collect())?;
    }
    Ok(())
}

fn lines(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(ToString::to_string).collect()
}
