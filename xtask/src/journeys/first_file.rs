//! What the first questions need of the code, which comes in two files.

use super::faults::Fault;
use super::journey::{Dist, Journey};
use super::locality::{FILE, WRONG};
use super::page::Page;
use super::pages::CHAPTER;
use super::widget::Widget;
use crate::build::files::said;
use crate::build::split::count::RAN;
use crate::build::split::seldom::{self, Walked};
use crate::places;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

const REST: &str = "/care-tools-rest-";
const NOTE: &str = "#ct-case_reference";
const TYPED: &str = "AB/12";

/// Longer than the first section is used.
const HELD_BACK: Fault = Fault::Stalled(Duration::from_secs(30));

/// A way in which the first section is met.
struct Visit {
    path: &'static str,
    /// What its server does to the council's file.
    council: Option<Fault>,
    /// What the page says of the tool; an empty text takes an attribute away.
    attributes: &'static [(&'static str, &'static str)],
    /// Whether somebody has answered before the tool was live.
    early: bool,
}

const PLAIN: Visit = Visit { path: CHAPTER, council: None, attributes: &[], early: false };

const VISITS: &[Visit] = &[
    PLAIN,
    Visit { early: true, ..PLAIN },
    Visit { attributes: &[("locality", "")], ..PLAIN },
    Visit { attributes: &[("heading-level", "2")], ..PLAIN },
    Visit { attributes: &[("law-on", "2027-04-01"), ("reference", "AB-9"), ("heading-level", "3")], ..PLAIN },
    Visit { attributes: &[("language", "en-XA")], early: true, ..PLAIN },
    Visit { attributes: &[("language", "ar-XB")], ..PLAIN },
    Visit { attributes: &[("language", "xx")], ..PLAIN },
    Visit { attributes: &[("locality", "no-such-file.json")], ..PLAIN },
    Visit { council: Some(Fault::Instead(WRONG)), early: true, ..PLAIN },
    Visit { council: Some(Fault::Shortened), ..PLAIN },
    Visit { path: "council-county.html", ..PLAIN },
    Visit { path: "council-borough.html", early: true, ..PLAIN },
    Visit { path: "council-unitary.html", ..PLAIN },
    Visit { path: "keeping-drafts.html", ..PLAIN },
    Visit { path: "keeping-drafts.html", early: true, ..PLAIN },
];

/// Hands in of every module the exports, so that the functions that ran can be asked for.
const WATCHED: &str = "
    const was = WebAssembly.instantiate;
    window.modules = [];
    WebAssembly.instantiate = async (...all) => {
        const made = await was.apply(WebAssembly, all);
        window.modules.push((made.instance ?? made).exports);
        return made;
    };";
const NOTES: &str = "
    return window.modules.flatMap((all) => Object.entries(all).filter(([name]) => name.startsWith(arguments[0]))
        .map(([name, { value }]) => [name, value]));";

/// Everything of the first section is used while the rest of the code is on its way: nothing of it is needed, which a
/// widget would show by starting anew.
pub async fn enough(page: &Page<'_>) -> Result<(), String> {
    walk(page, async || Ok(())).await
}

/// Whoever is quicker than the rest of the code waits a moment, and no more.
pub async fn quick(page: &Page<'_>) -> Result<(), String> {
    page.fault(REST, Fault::Stalled(Duration::from_secs(4)));
    page.open(CHAPTER).await?;
    let tool = page.advocacy();
    tool.begun().await?;
    tool.run("root.querySelector('form').dataset.same = 'yes'").await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    // Pressed twice, it goes on once.
    let twice = "const go = root.querySelector('.ct-buttons > .ct-button--primary'); go.click(); go.click()";
    tool.run(twice).await?;
    page.same("the step", tool.step().await?.as_str(), "About this decision")?;
    let after = tool.step_after("About this decision").await?;
    page.same("the step after it", after.as_str(), "Mental Health Act")?;
    page.same(
        "whether it started anew",
        tool.run("return root.querySelector('form').dataset.same ?? 'no'").await?,
        json!("yes"),
    )?;
    page.sound().await
}

/// Says what another window says that was cleared, of this reference.
const ELSEWHERE: &str = "const [reference] = arguments;
    return (async () => {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference)));
        const start = [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        new BroadcastChannel('care-tools').postMessage(reference ? `advocacy/${start}` : 'advocacy');
    })()";

/// “Clear everything” in another window reaches a tool before the rest of its code is there. Of the same reference its
/// answers go at once; without one they are covered, and are there when somebody wants them.
pub async fn cleared_elsewhere(page: &Page<'_>) -> Result<(), String> {
    for reference in ["AB-1", ""] {
        page.fault(REST, Fault::Stalled(Duration::from_secs(6)));
        page.open(CHAPTER).await?;
        let named = "document.querySelector('care-advocacy').setAttribute('reference', arguments[0])";
        if !reference.is_empty() {
            page.run(named, vec![reference.into()]).await?;
        }
        let tool = page.advocacy();
        tool.begun().await?;
        tool.answer("person_role", &["adult".to_owned()]).await?;
        page.run(ELSEWHERE, vec![reference.into()]).await?;
        if reference.is_empty() {
            tool.wait_for("Covered, so nobody else can read it").await?;
            tool.click("Show my answers").await?;
            let role = tool.value("#ct-person_role-adult").await?;
            page.same("the answer", role, json!(true))?;
        } else {
            let seen = "!document.querySelector('care-advocacy').shadowRoot?.querySelector('input:checked')";
            page.wait_for(seen).await?;
            tool.begun().await?;
            tool.answer("person_role", &["adult".to_owned()]).await?;
            tool.go_on().await?;
            tool.step_after("About this decision").await?;
        }
    }
    page.sound().await
}

/// Until the rest is there the panel stays as the page has it; an answer is taken, and what it means is said then. Nothing
/// moves meanwhile, in a narrow column either.
pub async fn meaning(page: &Page<'_>) -> Result<(), String> {
    page.size(360, 800).await?;
    page.fault(REST, Fault::Stalled(Duration::from_secs(4)));
    page.fault("/care-tools.js", Fault::Instead(""));
    page.open(CHAPTER).await?;
    page.fault("/care-tools.js", Fault::Stalled(Duration::ZERO));
    let read = "return document.querySelector('care-advocacy .ct-panel').textContent.replace(/\\s+/g, ' ')";
    let stood = page.run(read, vec![]).await?;
    page.module("./care-tools.js?first").await?;
    let tool = page.advocacy();
    tool.begun().await?;
    let says = "return root.querySelector('.ct-panel').textContent.replace(/\\s+/g, ' ')";
    page.same("the panel before an answer", tool.run(says).await?, stood)?;
    let place = "return Math.round(root.querySelector('.ct-section').getBoundingClientRect().top + scrollY)";
    let before = tool.run(place).await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    page.same("the lead after it", tool.text_of(".ct-panel__lead").await?.as_str(), "Working this out")?;
    page.same("the place of the question", tool.run(place).await?, before)?;
    // The button for it waits too, and keeps the focus.
    tool.click_css(".ct-panel__toggle").await?;
    tool.wait_for("Still open").await?;
    page.same("the focus", tool.focused().await?.contains("Hide why"), true)?;
    page.sound().await
}

/// The journey of `cargo xtask first-file`.
pub fn recording() -> Journey {
    journey!("the functions that the first questions need are written down", record)
        .with(Dist::Counted)
        .expecting(&["404"])
}

/// The list that [`recording`] writes.
///
/// # Errors
/// When the workspace is not found.
pub fn list() -> Result<PathBuf, String> {
    Ok(places::root()?.join("xtask/src/build/split/seldom.txt"))
}

async fn record(page: &Page<'_>) -> Result<(), String> {
    page.before_every_page(WATCHED).await?;
    let mut all = Vec::new();
    walk(page, async || {
        all.extend(walked(&page.run(NOTES, vec![json!(RAN)]).await?)?);
        Ok(())
    })
    .await?;
    let list = list()?;
    fs::write(&list, seldom::text(&all)).map_err(|fault| said(&list, &fault))
}

/// The notes of the functions, as the counted module exports them.
fn walked(notes: &Value) -> Result<Vec<Walked>, String> {
    let notes: Vec<(String, i32)> = serde_json::from_value(notes.clone())
        .map_err(|fault| format!("the functions’ notes cannot be read: {fault}"))?;
    let all: Option<Vec<Walked>> = notes
        .into_iter()
        .map(|(export, ran)| {
            let mut parts = export.splitn(4, ' ').skip(2);
            let size = parts.next()?.parse().ok()?;
            Some(Walked { size, name: parts.next()?.to_owned(), ran: ran != 0 })
        })
        .collect();
    match all {
        Some(all) if !all.is_empty() => Ok(all),
        _ => Err("no function of this build notes whether it ran".to_owned()),
    }
}

/// Uses the first section in every way while the rest does not come.
async fn walk(page: &Page<'_>, mut after_each: impl AsyncFnMut() -> Result<(), String>) -> Result<(), String> {
    for Visit { path, council, attributes, early } in VISITS {
        page.fault(REST, HELD_BACK);
        if let Some(fault) = council {
            page.fault(FILE, *fault);
        }
        page.fault("/care-tools.js", Fault::Instead(""));
        page.open(path).await?;
        page.fault("/care-tools.js", Fault::Stalled(Duration::ZERO));
        page.run(
            "const tool = document.querySelector('care-advocacy');
             for (const [name, value] of arguments[0]) value ? tool.setAttribute(name, value) : tool.removeAttribute(name);
             if (!arguments[1]) return;
             tool.querySelector('#ct-person_role-carer_of_adult').click();
             tool.querySelector('#ct-case_reference').value = 'AB/12';",
            vec![json!(attributes), json!(early)],
        )
        .await?;
        page.module("./care-tools.js?first").await?;
        let used = used_alone(&page.advocacy(), *early).await;
        used.map_err(|fault| format!("in {path} with {attributes:?} and {council:?} (early: {early}): {fault}"))?;
        after_each().await?;
        page.no_faults();
    }
    Ok(())
}

async fn used_alone(tool: &Widget<'_>, early: bool) -> Result<(), String> {
    // One that began anew would wait for the rest.
    tool.begun().await?;
    if early {
        tool.page().same("the note", tool.value(NOTE).await?.as_str(), Some(TYPED))?;
    }
    tool.run(
        "root.querySelector('form').dataset.same = 'yes';
         for (const it of root.querySelectorAll('summary')) it.click();",
    )
    .await?;
    for role in ["adult", "young_carer", "carer_of_adult"] {
        tool.answer("person_role", &[role.to_owned()]).await?;
    }
    tool.write_css(NOTE, "AB/13").await?;
    let all = "
        for (const box of root.querySelectorAll('.ct-section input:not([type=radio], [type=file]), .ct-section textarea')) {
            if (box.type === 'checkbox') { box.click(); box.click(); continue; }
            for (const text of ['4', '31', 'x'.repeat(5_000), '']) {
                box.value = text;
                for (const kind of ['input', 'change']) box.dispatchEvent(new InputEvent(kind, { bubbles: true, composed: true }));
            }
        }
        for (const it of root.querySelectorAll('input[type=radio]')) it.click();
        for (const kind of ['beforeprint', 'afterprint', 'resize', 'blur', 'focus', 'online', 'offline']) dispatchEvent(new Event(kind));
        document.dispatchEvent(new Event('visibilitychange'));
        for (const it of root.querySelectorAll('summary')) it.click();
        return new Promise((go) => setTimeout(go, 200)).then(() => root.querySelector('form').dataset.same ?? 'no')";
    tool.page().same("whether it started anew", tool.run(all).await?, json!("yes"))
}
