//! The journeys' own means. While these fail, no other journey proves anything.

use super::faults::Fault;
use super::look::Look;
use super::page::Page;
use crate::test::engine::Engine;
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::Key;

const PLANT_INPUT: &str = "
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(
        Object.assign(document.createElement('input'), { spellcheck: true }));
    document.querySelector('main').append(host);";

const PLANT_ERRORS: &str = "
    document.body.setAttribute('style', 'color: red');
    setTimeout(() => { throw new Error('planted crash'); });
    return fetch('no-such-file.json').then(() => new Promise((done) => setTimeout(done)));";

/// Two questions with the same choices, a box, and a button that shows what was written.
const PLANT_FORM: &str = "
    const made = (name, parts, more) => {
        const it = Object.assign(document.createElement(name), more);
        it.append(...parts);
        return it;
    };
    const radio = (name) => made('input', [], { type: 'radio', name });
    const choice = (question, words) => made('label', [radio(question), ' ' + words]);
    const choices = (question) => [choice(question, 'Yes'), choice(question, 'No')];
    const question = (words) => made('fieldset', [made('legend', [words]), ...choices(words)]);
    const box = made('input', [], { value: 'old' });
    const shown = made('p', [], { id: 'shown' });
    const show = () => { shown.textContent = 'written: ' + box.value; };
    const button = made('button', ['Show it'], { onclick: () => setTimeout(show, 300) });
    const notes = made('label', ['Notes ', box]);
    const form = made('div', [question('Can they hear?'), question('Can they see?'), notes, button, shown]);
    const host = document.createElement('care-planted');
    host.attachShadow({ mode: 'open' }).append(form);
    document.querySelector('main').append(host);";

/// A check that does not find a planted fault finds none at all.
pub async fn planted_fault(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    page.run(PLANT_INPUT, vec![]).await?;
    let found = page.axe().await?;
    page.same(
        "how often the input without a label is found",
        found.iter().filter(|it| it.contains("(label)")).count(),
        1,
    )?;
    let boxes = page.boxes().await?;
    let ends = ["may be kept by the browser", "may be sent to have its spelling checked"];
    let found = ends.map(|end| boxes.iter().filter(|it| it.ends_with(end)).count());
    page.same("how often its text is found to be at risk", found, [1, 1])
}

/// A console that is empty after planted errors would be empty after any.
pub async fn planted_errors(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    page.run(PLANT_ERRORS, vec![]).await.map(drop)
}

/// Labels, choices, typing, keys and focus.
pub async fn finding(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    page.run(PLANT_FORM, vec![]).await?;
    let widget = page.widget("care-planted", 0);
    widget.choose("Can they see?", "No").await?;
    page.same("how many are chosen", widget.count("input:checked").await?, 1)?;
    page.same("what has the focus", widget.focused().await?.as_str(), "No")?;
    page.keys(Key::Tab).await?;
    page.same("what has the focus", widget.focused().await?.as_str(), "Notes")?;
    widget.write("Notes", "new").await?;
    widget.click("Show").await?;
    widget.wait_for("written: new").await?;
    page.same("what is shown", widget.text_of("#shown").await?.as_str(), "written: new")?;
    page.same("the index page's own words", page.text().await?.contains("written: new"), false)
}

/// Media, colours and sizes.
pub async fn looks(page: &Page<'_>) -> Result<(), String> {
    page.open("index.html").await?;
    for (look, query) in [
        (Look::Dark, "(prefers-color-scheme: dark)"),
        (Look::ForcedColours, "(forced-colors: active)"),
        (Look::ReducedMotion, "(prefers-reduced-motion: reduce)"),
        (Look::Print, "print"),
        (Look::Plain, "screen and (prefers-color-scheme: light) and (forced-colors: none)"),
    ] {
        page.look(look).await?;
        page.wait_for(&format!("matchMedia({}).matches", json!(query))).await?;
    }
    page.size(320, 640).await?;
    page.wait_for("innerWidth === 320 && innerHeight === 640").await
}

/// Each fault on the way of one file, and one on the way of a page.
pub async fn faults(page: &Page<'_>) -> Result<(), String> {
    page.fault("index.html", Fault::Without(" 'wasm-unsafe-eval'"));
    page.open("index.html").await?;
    let length = fetched(page, "host.css").await?;
    page.fault("host.css", Fault::Shortened);
    page.same("a shortened file", fetched(page, "host.css").await?, length / 2)?;
    page.fault("host.css", Fault::Stalled(Duration::from_millis(700)));
    let start = Instant::now();
    page.same("a late file", fetched(page, "host.css").await?, length)?;
    page.same("whether it was late", start.elapsed() >= Duration::from_millis(700), true)?;
    page.fault("host.css", Fault::CutAtHalf);
    page.same("whether a cut file fails", fetched(page, "host.css").await.is_err(), true)?;
    page.fault("host.css", Fault::NotFound);
    page.same("whether another file comes instead", fetched(page, "host.css").await? == length, false)?;
    page.fault("care-tools.js", Fault::WrongType);
    let refused = "return import('./care-tools.js').then(() => false, () => true)";
    page.same("whether a script of a wrong type is refused", page.run(refused, vec![]).await?, json!(true))?;
    let wasm =
        "return WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false)";
    // Elsewhere a driver's script is not bound by the policy of the page; that a tool is, is a journey of its own.
    if page.engine() == Engine::Chromium {
        page.same("whether WebAssembly runs", page.run(wasm, vec![]).await?, json!(false))?;
    }
    page.no_faults();
    page.same("a file without faults", fetched(page, "host.css").await?, length)?;
    page.same("how often the file was asked for", page.asked().iter().filter(|path| *path == "/host.css").count(), 7)
}

/// The length of a file, as the page receives it.
async fn fetched(page: &Page<'_>, path: &str) -> Result<u64, String> {
    let length = page
        .run("return fetch(arguments[0]).then((it) => it.text()).then((it) => it.length)", vec![json!(path)])
        .await?;
    length.as_u64().ok_or_else(|| format!("`{path}` has no length"))
}
