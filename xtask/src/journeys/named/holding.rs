//! What has to hold, each as a function.

use super::super::journey::Journey;
use super::super::page::Page;
use super::life::BEFORE;
use super::making;
use super::tools::{self, ACTIONS, ADVOCACY, LIST, Stand, TYPED};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// What was typed is still there.
    Typed,
    /// What was typed before the tool was live is there.
    TypedEarly,
    /// The tool is live.
    Arrives,
    /// The tool is live, after a long wait.
    ArrivesLate,
    /// The tool was drawn anew for the new day.
    NewDay,
    /// The tool is live, and somebody works in it.
    Live,
    /// The tool says this, in these words.
    Says(&'static str),
    /// The same, after a long wait.
    SaysLate(&'static str),
    /// The page was told that the tool failed.
    ToldFailed,
    /// What stands in for the tool can be read.
    Fallback,
    /// “Try again” works.
    TryAgain,
    /// Somebody presses “Continue”, whatever comes of it.
    Continues,
    /// The tool does what it is asked.
    GoesOn,
    /// The tool can be worked in from the beginning.
    Stands,
    /// No other tool on the page has lost anything, and the first of them goes on.
    Neighbours,
    /// Every other tool on the page is live.
    NeighboursLive,
    /// The browser keeps nothing.
    NothingKept,
    /// Nothing that was typed is asked for, and nothing from another site.
    NothingSent,
    /// Nothing that was typed is in an event.
    NothingTold,
    /// The page's policy is kept.
    NoPolicyBroken,
    /// Nothing from a file ran, and none of its markup is in the page.
    NothingRan,
    /// A draft is never called saved that is not.
    NeverSaidSaved,
    /// It is said whether the draft is saved or not.
    SaidEither,
    /// No answer of the person before can be read.
    NotReadable,
    /// The tool is covered.
    Covered,
    /// The cover can be lifted.
    Uncovers,
    /// It says what is wrong with the file, in words.
    SaysOfFile,
    /// Letters, case and size are its own.
    LooksRight,
}

/// The page with the tools, and what was done in each.
#[derive(Debug)]
pub struct Site<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The tools.
    pub stands: &'a [Stand<'a>],
    /// What was done in each, in the same order; empty before they are live.
    pub done: Vec<Value>,
}

impl Site<'_> {
    /// Adds what does not hold.
    pub async fn hold(&mut self, stand: Stand<'_>, all: &[Holds], failures: &mut Vec<String>) {
        for one in all {
            if let Err(reason) = self.one(stand, *one).await {
                failures.push(format!("{stand}, {one:?}: {reason}"));
                // What comes after is often only what came of it.
                return;
            }
        }
    }

    async fn one(&mut self, stand: Stand<'_>, holds: Holds) -> Result<(), String> {
        match holds {
            Holds::Typed => stand.still(&self.done_in(stand)).await,
            Holds::TypedEarly => typed_early(stand).await,
            Holds::Arrives => stand.live().await,
            Holds::ArrivesLate => patiently(async || stand.live().await).await,
            Holds::NewDay => new_day(stand).await,
            Holds::Live => self.live(stand).await,
            Holds::Says(phrase) => stand.says(phrase).await,
            Holds::SaysLate(phrase) => patiently(async || stand.says(phrase).await).await,
            Holds::ToldFailed => told_failed(stand).await,
            Holds::Fallback => fallback(stand).await,
            Holds::TryAgain => try_again(stand).await,
            Holds::Continues => stand.run("(await find('.ct-button--primary')).click()").await.map(drop),
            Holds::GoesOn => stand.goes_on().await,
            Holds::Stands => stands(stand).await,
            Holds::Neighbours => self.neighbours(stand).await,
            Holds::NeighboursLive => self.neighbours_live(stand).await,
            Holds::NothingKept => nothing_kept(self.page).await,
            Holds::NothingSent => nothing_sent(self.page).await,
            Holds::NothingTold => nothing_told(self.page).await,
            Holds::NoPolicyBroken => self.page.none("broken policies", self.page.broken_policies().await?),
            Holds::NothingRan => nothing_ran(stand).await,
            Holds::NeverSaidSaved => never_said_saved(stand).await,
            Holds::SaidEither => said_either(stand).await,
            Holds::NotReadable => not_readable(stand).await,
            Holds::Covered => covered(stand).await,
            Holds::Uncovers => uncovers(stand).await,
            Holds::SaysOfFile => says_of_file(stand).await,
            Holds::LooksRight => looks_right(stand).await,
        }
    }

    fn place(&self, stand: Stand<'_>) -> Option<usize> {
        self.stands.iter().position(|it| it.tool == stand.tool)
    }

    fn done_in(&self, stand: Stand<'_>) -> Value {
        self.place(stand).and_then(|at| self.done.get(at)).cloned().unwrap_or_default()
    }

    async fn live(&mut self, stand: Stand<'_>) -> Result<(), String> {
        stand.live().await?;
        if self.done_in(stand).is_null() {
            let done = stand.work().await.map_err(|reason| format!("at work: {reason}"))?;
            self.done.resize(self.stands.len().max(self.done.len()), Value::Null);
            if let Some(slot) = self.place(stand).and_then(|at| self.done.get_mut(at)) {
                *slot = done;
            }
        }
        Ok(())
    }

    async fn neighbours(&self, stand: Stand<'_>) -> Result<(), String> {
        for other in self.stands.iter().filter(|it| it.tool != stand.tool) {
            other.still(&self.done_in(*other)).await.map_err(|reason| format!("{other}: {reason}"))?;
        }
        let next = self.stands.iter().find(|it| it.tool != stand.tool);
        match next {
            Some(next) => next.goes_on().await.map_err(|reason| format!("{next}: {reason}")),
            None => Ok(()),
        }
    }

    async fn neighbours_live(&self, stand: Stand<'_>) -> Result<(), String> {
        for other in self.stands.iter().filter(|it| it.tool != stand.tool) {
            other.live().await.map_err(|reason| format!("{other}: {reason}"))?;
        }
        Ok(())
    }
}

/// What a tool waits for before it says that it is slow.
const LATE: Duration = Duration::from_secs(30);

async fn patiently(mut look: impl AsyncFnMut() -> Result<(), String>) -> Result<(), String> {
    let start = Instant::now();
    loop {
        match look().await {
            Err(_) if start.elapsed() < LATE => {}
            seen => return seen,
        }
    }
}

async fn new_day(stand: Stand<'_>) -> Result<(), String> {
    let drawn = format!("await until(() => !root.querySelector('[{BEFORE}]'), 'the tool of the new day')");
    stand.run(&drawn).await.map(drop)
}

async fn typed_early(stand: Stand<'_>) -> Result<(), String> {
    if stand.typed_early().await? { Ok(()) } else { Err("what was chosen before it was live is gone".to_owned()) }
}

async fn told_failed(stand: Stand<'_>) -> Result<(), String> {
    let told = stand.page.told().await?;
    let ours =
        told.iter().any(|it| it["event"] == "failed" && it["name"] == stand.tool.element && it["nth"] == stand.nth);
    if ours { Ok(()) } else { Err("the page was not told".to_owned()) }
}

async fn fallback(stand: Stand<'_>) -> Result<(), String> {
    let readable = stand
        .run("return !host.shadowRoot && [...host.querySelectorAll('p, h2, h3, h4, legend')].some((it) => seen(it) && it.innerText.trim())")
        .await?;
    if readable == json!(true) { Ok(()) } else { Err("what stands in for it cannot be read".to_owned()) }
}

async fn try_again(stand: Stand<'_>) -> Result<(), String> {
    stand
        .run(
            "(await until(() => root.querySelector('.ct-notice--failed button'), 'a way to try again')).click();
             await until(() => host.shadowRoot && !host.querySelector('.ct-notice--failed') && !host.shadowRoot.querySelector('.ct-notice--failed'), 'a live tool')",
        )
        .await?;
    stand.live().await
}

async fn stands(stand: Stand<'_>) -> Result<(), String> {
    if stand.tool.element == "care-supervision" {
        return stand
            .run("await until(() => seen(root.querySelector('#ct-open')), 'the place to open records')")
            .await
            .map(drop);
    }
    if stand.tool.element == "care-allocation" {
        return stand.goes_on().await;
    }
    let done = stand.work().await?;
    stand.still(&done).await
}

async fn nothing_kept(page: &Page<'_>) -> Result<(), String> {
    let kept = page
        .spared(
            "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then((lists) => [
                 document.cookie.length, localStorage.length, sessionStorage.length, ...lists.map((list) => list.length)])",
        )
        .await?;
    page.same("what is kept (cookies, local, session, databases, caches, workers)", kept, json!([0, 0, 0, 0, 0, 0]))?;
    let shown =
        page.aside("[document.title, location.href, window.name, JSON.stringify(history.state)].join('\\n')").await?;
    page.same("whether the page's title or address has what was typed", shown.to_string().contains("SENTINEL"), false)
}

async fn nothing_sent(page: &Page<'_>) -> Result<(), String> {
    let asked = page.asked().into_iter().filter(|path| path.contains("SENTINEL")).collect();
    page.none("asked for with what was typed", asked)?;
    let elsewhere = page
        .aside(
            "performance.getEntriesByType('resource').map((it) => it.name)
                 .filter((it) => it.includes('SENTINEL') || !it.startsWith(location.origin) && !it.startsWith('blob:' + location.origin))",
        )
        .await?;
    page.same("what was asked for elsewhere", elsewhere, json!([]))
}

async fn nothing_told(page: &Page<'_>) -> Result<(), String> {
    let told = page.told().await?;
    let told = told.iter().map(ToString::to_string).filter(|it| it.contains("SENTINEL")).collect();
    page.none("told with what was typed", told)
}

async fn nothing_ran(stand: Stand<'_>) -> Result<(), String> {
    let ran = stand
        .run(
            "return [document.documentElement.dataset.hurt ?? '', root.querySelectorAll('img, script, iframe, object, [onerror], [onclick]').length]",
        )
        .await?;
    stand.page.same("what ran, and markup from elsewhere", ran, json!(["", 0]))
}

async fn never_said_saved(stand: Stand<'_>) -> Result<(), String> {
    let found = stand
        .spared(&format!(
            "const said = host.shadowRoot?.querySelector('.ct-draft [role=status]')?.innerText ?? '';
             if (!said.includes('Saved at')) return 'not said';
             if (!(await indexedDB.databases()).some(({{ name }}) => name === 'care-tools')) return 'said, and there is no store';
             const texts = await new Promise((done, failed) => {{
                 const request = indexedDB.open('care-tools');
                 request.onerror = () => failed(request.error);
                 request.onsuccess = () => {{
                     const all = request.result.transaction('drafts').objectStore('drafts').getAll();
                     all.onsuccess = () => {{ request.result.close(); done(all.result); }};
                 }};
             }});
             const mine = texts.find((it) => it.tool === {});
             return mine?.text?.includes({}) ? 'kept' : 'said, and not there'",
            json!(stand.tool.draft),
            json!(TYPED)
        ))
        .await?;
    if found == "kept" || found == "not said" { Ok(()) } else { Err(format!("“Saved at” is {found}")) }
}

async fn said_either(stand: Stand<'_>) -> Result<(), String> {
    stand
        .run("await until(() => /Not saved|Saved at/.test(host.shadowRoot.querySelector('.ct-draft').innerText), 'whether it is saved')")
        .await
        .map(drop)
}

/// What the page itself has answered, the path of team suitability, is nobody's answer.
async fn not_readable(stand: Stand<'_>) -> Result<(), String> {
    let readable = stand
        .run(
            "return [...root.querySelectorAll('input, textarea, .ct-list__row')].filter((it) => seen(it) && !it.id.startsWith('ct-path-') && (it.checked || it.localName === 'tr' || /SENTINEL/.test(it.value)))
                 .map((it) => it.id || it.className).concat(/SENTINEL/.test(words()) ? ['its words'] : [])",
        )
        .await?;
    stand.page.same("what can be read", readable, json!([]))
}

async fn covered(stand: Stand<'_>) -> Result<(), String> {
    stand.run("await until(() => root.querySelector('#ct-uncover, .ct-cover button') ?? [...root.querySelectorAll('button')].find((it) => /^Show (my answers|the records)/.test(it.innerText)), 'the cover')").await.map(drop)
}

async fn uncovers(stand: Stand<'_>) -> Result<(), String> {
    stand
        .run("(await until(() => root.querySelector('#ct-uncover') ?? [...root.querySelectorAll('button')].find((it) => /^Show (my answers|the records)/.test(it.innerText)), 'the cover')).click()")
        .await
        .map(drop)
}

async fn says_of_file(stand: Stand<'_>) -> Result<(), String> {
    stand
        .run(&format!(
            "const said = new RegExp({});
             await until(() => said.test(words()), `a word on the file (${{said}})`)",
            json!(stand.tool.refuses)
        ))
        .await
        .map(drop)
}

/// Wider letters are left as they are: readers who need them set them so.
async fn looks_right(stand: Stand<'_>) -> Result<(), String> {
    let looks = stand
        .run(
            "const it = root.querySelector('.ct-widget'), style = getComputedStyle(it);
             const wrong = ['button', 'label', 'p', 'h3', 'td'].flatMap((name) => [...root.querySelectorAll(name)].filter(seen).slice(0, 3)).filter((one) => {
                 const its = getComputedStyle(one);
                 return its.fontStyle !== 'normal' || its.textTransform !== 'none' || parseFloat(its.fontSize) < 14 || its.cursor === 'none';
             }).map((one) => `${one.localName} ${one.className}`);
             return [style.display, style.fontStyle, style.textTransform, it.offsetHeight > 100, wrong]",
        )
        .await?;
    stand.page.same("how it looks", looks, json!(["block", "normal", "none", true, []]))
}

/// A way to break one invariant, and to put it right.
struct Planted {
    holds: Holds,
    plant: &'static str,
    undo: &'static str,
}

const fn planted(holds: Holds, plant: &'static str, undo: &'static str) -> Planted {
    Planted { holds, plant, undo }
}

/// What breaks each, in a live advocacy tool in which somebody has worked.
const PLANTED: &[Planted] = &[
    planted(
        Holds::Typed,
        "root.querySelector('#ct-case_reference').value = ''",
        "root.querySelector('#ct-case_reference').value = 'SENTINEL/12'",
    ),
    planted(
        Holds::TypedEarly,
        "root.querySelector('#ct-person_role-adult').checked = false",
        "root.querySelector('#ct-person_role-adult').checked = true",
    ),
    planted(Holds::Says("a sentence that no tool says"), "", ""),
    planted(
        Holds::NewDay,
        "root.querySelector('form').setAttribute('data-journey-before', '')",
        "root.querySelector('form').removeAttribute('data-journey-before')",
    ),
    planted(Holds::ToldFailed, "", ""),
    planted(Holds::Fallback, "", ""),
    planted(Holds::TryAgain, "", ""),
    planted(
        Holds::GoesOn,
        "root.addEventListener('click', window.stop_it = (event) => event.stopImmediatePropagation(), { capture: true })",
        "root.removeEventListener('click', window.stop_it, { capture: true })",
    ),
    planted(Holds::NothingKept, "localStorage.setItem('a', 'b')", "localStorage.clear()"),
    planted(Holds::NothingKept, "document.cookie = 'a=b'", "document.cookie = 'a=; max-age=0'"),
    planted(Holds::NothingKept, "document.title += ' SENTINEL/12'", "document.title = ''"),
    planted(
        Holds::NothingRan,
        "document.documentElement.dataset.hurt = 'yes'",
        "delete document.documentElement.dataset.hurt",
    ),
    planted(Holds::NothingRan, "root.append(document.createElement('img'))", "root.querySelector('img').remove()"),
    planted(
        Holds::NeverSaidSaved,
        "const panel = document.createElement('div'), said = document.createElement('p'); panel.className = 'ct-draft'; said.setAttribute('role', 'status'); said.textContent = 'Saved at 10:00'; panel.append(said); root.append(panel)",
        "root.querySelector('.ct-draft').remove()",
    ),
    planted(Holds::SaidEither, "", ""),
    planted(Holds::NotReadable, "", ""),
    planted(Holds::Covered, "", ""),
    planted(Holds::Uncovers, "", ""),
    planted(Holds::SaysOfFile, "", ""),
    planted(
        Holds::LooksRight,
        "root.querySelector('.ct-widget').style.textTransform = 'uppercase'",
        "root.querySelector('.ct-widget').style.textTransform = ''",
    ),
    planted(
        Holds::Neighbours,
        "const other = document.querySelector('care-action-plan').shadowRoot.querySelector('#ct-ap_ref-text'); other.value = ''",
        "const other = document.querySelector('care-action-plan').shadowRoot.querySelector('#ct-ap_ref-text'); other.value = 'SENTINEL/12'",
    ),
    planted(
        Holds::Stands,
        "root.querySelector('#ct-person_role-adult').id = 'planted'",
        "root.querySelector('#planted').id = 'ct-person_role-adult'",
    ),
    planted(
        Holds::NothingTold,
        "host.dispatchEvent(new CustomEvent('care-changed', { bubbles: true, composed: true, detail: { note: 'SENTINEL/12' } }))",
        "",
    ),
    planted(Holds::NoPolicyBroken, "host.setAttribute('style', 'color: red')", ""),
    planted(Holds::NothingSent, "await fetch('/SENTINEL/12.json')", ""),
    planted(Holds::NeighboursLive, "document.querySelector('care-action-plan').remove()", ""),
    planted(Holds::Arrives, "host.remove()", ""),
    planted(Holds::Live, "", ""),
];

/// An invariant that never fails would prove nothing.
pub fn broken_on_purpose() -> Vec<Journey> {
    vec![
        Journey::new("every invariant of the table of faults fails where it is broken", |page| {
            Box::pin(broken(page))
        })
        .expecting(&["404", "style-src"]),
    ]
}

async fn broken(page: &Page<'_>) -> Result<(), String> {
    static TOOLS: &[&tools::Tool] = &[&ADVOCACY, &ACTIONS, &LIST];
    page.put(tools::PAGE, tools::page_of(page, TOOLS, "locality.json", "")?);
    page.open(tools::PAGE).await?;
    making::show(page).await?;
    let stands: Vec<Stand<'_>> = TOOLS.iter().map(|tool| Stand::on(page, TOOLS, tool).for_a_moment()).collect();
    let mut site = Site { page, stands: &stands, done: Vec::new() };
    let patient: Vec<Stand<'_>> = TOOLS.iter().map(|tool| Stand::on(page, TOOLS, tool)).collect();
    for stand in &patient {
        site.live(*stand).await.map_err(|reason| format!("{stand}: {reason}"))?;
    }
    let Some(stand) = stands.first() else { return Err("there is no tool".to_owned()) };
    for Planted { holds, plant, undo } in PLANTED {
        stand.run(plant).await?;
        if site.one(*stand, *holds).await.is_ok() {
            return Err(format!("{holds:?} holds although it was broken (`{plant}`)"));
        }
        if undo.is_empty() {
            continue;
        }
        stand.run(undo).await?;
        site.one(*stand, *holds).await.map_err(|reason| format!("{holds:?} does not hold again: {reason}"))?;
    }
    Ok(())
}
