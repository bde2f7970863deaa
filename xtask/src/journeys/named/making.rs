//! How each fault is made.

use super::super::faults::Fault;
use super::super::page::Page;
use super::tools::{self, ALL, Stand, Tool};
use serde_json::json;

/// How a fault is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// Something happens to every file whose path has these words, before the tools are live.
    File(&'static str, Fault),
    /// The page's policy lacks these words.
    Policy(&'static str),
    /// The browser's storage is otherwise, where drafts are turned on.
    Store(Store),
    /// One call of the browser's storage does this in place of its work: the first one, then the second, and so on.
    StoreNth(&'static str),
    /// The tool panics.
    Crash(Event),
    /// The memory of the tool cannot grow.
    OutOfMemory,
    /// The browser does something with the page.
    Life(Life),
    /// The clock is otherwise.
    Time(Moment),
    /// The page around does harm.
    Host(Host),
    /// Somebody opens a file from elsewhere.
    Import(Import),
}

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

/// At what a tool panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A letter is typed.
    Typing,
    /// A button is pressed.
    Click,
    /// A choice is made.
    Choice,
    /// A key is pressed.
    Key,
    /// A file is opened.
    File,
    /// Rows are pasted.
    Paste,
    /// The page's clock says that nobody is there.
    Clock,
    /// The screen is drawn.
    Drawing,
}

/// What the browser does with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Another tab is in front for a while.
    Hidden,
    /// It is frozen for a while.
    Frozen,
    /// It is left, and comes back from the browser's memory.
    Restored,
}

/// What the clock does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// It passes midnight.
    Midnight,
    /// It is set back two days.
    Back,
    /// The computer is in another zone.
    Zone,
    /// In October one hour is there twice.
    HourTwice,
    /// Nobody was there for three days.
    DaysLater,
}

/// What the page around does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Freezes what every object, list and function has.
    Frozen,
    /// Adds to what every object and list has.
    Polluted,
    /// Says how a list becomes JSON, as an old library does.
    OldJson,
    /// Puts a `Date` of its own in place.
    OwnDate,
    /// Puts a `fetch` of its own in place.
    OwnFetch,
    /// Puts itself between every event and who listens to it.
    OwnListeners,
    /// Has taken away what says when an element is in sight.
    NoObserver,
    /// The browser knows no time but the computer's.
    NoZones,
    /// Unsets every style.
    Unset,
    /// Moves the element.
    Moves,
    /// Takes the element away and puts it back.
    TakesAway,
}

/// What is in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Import {
    /// One letter, a million times.
    Megabyte,
    /// Lists in lists.
    Deep,
    /// A picture.
    Binary,
    /// Letters of two bytes.
    Utf16,
    /// Only NULs.
    Nuls,
    /// Nothing.
    Empty,
    /// A workbook of a few bytes that says it is four gigabytes.
    ZipBomb,
    /// Rows that a spreadsheet program would reckon out.
    Formulas,
    /// A record with markup in what somebody wrote.
    Scripts,
}

/// How many calls of the storage are tried one by one.
pub const CALLS: u32 = 6;

/// The memory of every module may grow by this many pages of 64 kB.
const ROOM: u32 = 48;

impl Made {
    /// The tools that stand on the page: those that the fault is made against, and their neighbours.
    pub fn beside(self, tools: &'static [&'static Tool]) -> &'static [&'static Tool] {
        match self {
            Made::Store(_) | Made::StoreNth(_) | Made::Import(_) => tools,
            Made::File(words, _) if words.contains("drafts") => tools,
            _ => ALL,
        }
    }

    /// Whether there is something to type into before the tools are live.
    pub fn is_early(self) -> bool {
        matches!(self, Made::File(..) | Made::Policy(_)) || matches!(self, Made::Host(_)) && !self.is_late()
    }

    /// Whether the fault is made once the tools are live and in use.
    pub fn is_late(self) -> bool {
        match self {
            Made::File(..) | Made::Policy(_) => false,
            Made::Host(host) => matches!(host, Host::Moves | Host::TakesAway),
            _ => true,
        }
    }

    /// Whether the tools stand as they came, because a file is only opened into such a one.
    pub fn is_fresh(self) -> bool {
        matches!(self, Made::Import(_))
    }

    fn council(self) -> &'static str {
        match self {
            Made::Store(Store::PlainThrows) => "locality.json",
            Made::Store(_) | Made::StoreNth(_) => "locality-drafts.json",
            Made::File(words, _) if words.contains("drafts") => "locality-drafts.json",
            _ => "locality.json",
        }
    }

    /// Before the page is opened.
    pub async fn before(self, page: &Page<'_>, tools: &[&Tool]) -> Result<(), String> {
        let sheet = if self == Made::Host(Host::Unset) { "hosted/hostile.css" } else { "" };
        page.put(tools::PAGE, tools::page_of(page, tools, self.council(), sheet)?);
        match self {
            Made::File(words, fault) => page.fault(words, fault),
            Made::Policy(words) => page.fault(tools::PAGE, Fault::Without(words)),
            Made::Store(store) => page.before_every_page(store.script()).await.map(drop)?,
            Made::OutOfMemory => {
                page.before_every_page(&LITTLE_MEMORY.replace("ROOM", &ROOM.to_string())).await.map(drop)?
            }
            Made::Crash(Event::Clock) => page.movable_clock().await?,
            Made::Time(moment) => {
                page.movable_clock().await?;
                page.before_every_page(&format!(
                    "dispatchEvent(new CustomEvent('journey-clock', {{ detail: {} }}))",
                    moment.begins()
                ))
                .await
                .map(drop)?;
            }
            Made::Host(host) => page.before_every_page(host.script()).await.map(drop)?,
            Made::StoreNth(_) | Made::Crash(_) | Made::Life(_) | Made::Import(_) => {}
        }
        Ok(())
    }

    /// Once, when the tools are live.
    pub async fn to_page(self, page: &Page<'_>) -> Result<(), String> {
        match self {
            Made::Life(life) => life.happens(page).await,
            Made::Time(Moment::Zone) => {
                page.time_zone("Pacific/Kiritimati").await?;
                page.pass_minutes(0.0).await
            }
            Made::Time(moment) => page.pass_minutes(moment.passes()).await,
            _ => Ok(()),
        }
    }

    /// To each tool in turn.
    pub async fn to_tool(self, stand: &Stand<'_>) -> Result<(), String> {
        match self {
            Made::Store(Store::PlainThrows) => Ok(()),
            Made::Store(_) | Made::StoreNth(_) => asks_for_a_draft(stand).await,
            Made::Crash(Event::Clock) => {
                Event::Clock.crashes(stand).await?;
                stand.page.pass_minutes(13.5).await
            }
            Made::Crash(event) => event.crashes(stand).await,
            Made::OutOfMemory => fills_memory(stand).await,
            Made::Host(host) => host.happens(stand).await,
            Made::Import(import) => opens(stand, import).await,
            _ => Ok(()),
        }
    }

    /// When it is over.
    pub async fn over(self, page: &Page<'_>) -> Result<(), String> {
        page.no_faults();
        Ok(())
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

/// Brings every tool into view, one after another.
pub async fn show(page: &Page<'_>) -> Result<(), String> {
    let all = "(async () => {
        const frame = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
        for (const it of document.querySelectorAll('main > *')) {
            if (!it.localName.startsWith('care-')) continue;
            it.scrollIntoView();
            await frame();
        }
    })()";
    page.aside(all).await.map(drop)
}

impl Moment {
    /// How far the clock is ahead when the page opens, as JavaScript.
    fn begins(self) -> &'static str {
        match self {
            // Three minutes before midnight in London, which is at most an hour from that in Greenwich.
            Moment::Midnight => {
                "(() => { const now = new Date(), [hour, minute] = now.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).split(':').map(Number);
                  return ((23 - hour) * 60 + 57 - minute) * 60_000; })()"
            }
            // 1.55 in summer time, five minutes before the clocks go back.
            Moment::HourTwice => "Date.UTC(2027, 9, 31, 0, 55) - Date.now()",
            Moment::Back | Moment::Zone | Moment::DaysLater => "0",
        }
    }

    /// The minutes that pass while the tools are in use.
    fn passes(self) -> f64 {
        match self {
            Moment::Midnight => 6.0,
            Moment::HourTwice => 10.0,
            Moment::Back => -2.0 * 24.0 * 60.0,
            Moment::DaysLater => 3.0 * 24.0 * 60.0,
            Moment::Zone => 0.0,
        }
    }
}

impl Store {
    fn script(self) -> &'static str {
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

/// Asks for a draft where one is offered, and waits until the panel has said how it went.
async fn asks_for_a_draft(stand: &Stand<'_>) -> Result<(), String> {
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

impl Event {
    /// Makes the tool panic: it is asked to at the next letter, at the next event of any kind, or at the next drawing.
    async fn crashes(self, stand: &Stand<'_>) -> Result<(), String> {
        let words = match self {
            Event::Typing => "crash now",
            Event::Drawing => "crash in drawing",
            _ => "crash at the next",
        };
        let happens = match self {
            Event::Typing | Event::Drawing | Event::Clock => "",
            Event::Click => "[...root.querySelectorAll('button')].find((it) => seen(it) && !it.disabled && !it.closest('.ct-draft')).click();",
            Event::Choice => {
                "const it = [...root.querySelectorAll('input[type=radio]:not(:checked), input[type=checkbox], select')].find(seen);
                 if (it.localName === 'select') put(it, [...it.options].find((option) => !option.selected).value, 'change');
                 else it.click();"
            }
            Event::Key => {
                "root.querySelector('tr[tabindex=\"0\"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));"
            }
            Event::File => {
                "const data = new DataTransfer(); data.items.add(new File(['{}'], 'from-elsewhere.json'));
                 const control = await find(FILE); control.files = data.files;
                 control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));"
            }
            // Data that a script of another world puts into an event of its own does not reach the page: the browser's does.
            Event::Paste => {
                "const data = new DataTransfer(); data.setData('text/plain', 'ref,received\\n1,01/11/2026');
                 root.querySelector('.ct-files').open = true;
                 (await find('#ct-paste')).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));"
            }
        };
        let [tab, control] = stand.tool.crash;
        let script = format!(
            "if ({tab}) (await find({tab})).click();
             const box = await find({control});
             put(box, `${{box.value}} {words}`, 'input');
             {happens}",
            tab = json!(tab),
            control = json!(control)
        );
        stand.run(&script.replace("FILE", &json!(stand.tool.file).to_string())).await.map(drop)
    }
}

/// A module's memory gets a limit before it is compiled: the section of the module that says how much there is now says
/// how much there may be.
const LITTLE_MEMORY: &str = "{
    const real = WebAssembly.compile;
    const number = (bytes, at) => {
        let [value, shift, byte] = [0, 0, 128];
        for (; byte & 128; at += 1, shift += 7) { byte = bytes[at]; value |= (byte & 127) << shift; }
        return [value, at];
    };
    const written = (value) => {
        const bytes = [];
        do { bytes.push((value & 127) | (value > 127 ? 128 : 0)); value >>>= 7; } while (value);
        return bytes;
    };
    const limited = (bytes) => {
        for (let at = 8; at < bytes.length;) {
            const [id, [size, body]] = [bytes[at], number(bytes, at + 1)];
            if (id === 5) {
                const [least] = number(bytes, body + 2);
                const inside = [1, 1, ...written(least), ...written(least + ROOM)];
                return new Uint8Array([...bytes.subarray(0, at), 5, ...written(inside.length), ...inside, ...bytes.subarray(body + size)]);
            }
            at = body + size;
        }
        throw new Error('the module has no memory');
    };
    WebAssembly.compileStreaming = async (answer) => real(limited(new Uint8Array(await (await answer).arrayBuffer())));
}";

/// Types, or pastes, far more than there is room for.
async fn fills_memory(stand: &Stand<'_>) -> Result<(), String> {
    let [tab, control] = stand.tool.crash;
    stand
        .run(&format!(
            "if ({tab}) (await find({tab})).click();
             const box = await find({control});
             put(box, 'x'.repeat(4_000_000), 'input');",
            tab = json!(tab),
            control = json!(control)
        ))
        .await
        .map(drop)
}

impl Life {
    async fn happens(self, page: &Page<'_>) -> Result<(), String> {
        let listen = "document.documentElement.dataset.life = '';
            for (const kind of ['visibilitychange', 'freeze', 'resume']) document.addEventListener(kind, () => { document.documentElement.dataset.life += ` ${kind}`; });";
        page.aside(listen).await?;
        let driver = page.driver();
        let wanted = match self {
            Life::Hidden => {
                let here = driver.window().await.map_err(|fault| fault.to_string())?;
                let other = driver.new_tab().await.map_err(|fault| fault.to_string())?;
                driver.switch_to_window(other).await.map_err(|fault| fault.to_string())?;
                driver.close_window().await.map_err(|fault| fault.to_string())?;
                driver.switch_to_window(here).await.map_err(|fault| fault.to_string())?;
                "visibilitychange"
            }
            Life::Frozen => {
                page.devtools("Page.setWebLifecycleState", json!({ "state": "frozen" })).await?;
                page.devtools("Page.setWebLifecycleState", json!({ "state": "active" })).await?;
                "freeze"
            }
            Life::Restored => {
                page.run("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))", vec![]).await?;
                let readable = "[...document.querySelectorAll('main > *')].filter((it) => it.shadowRoot && [...it.shadowRoot.querySelectorAll('input, textarea, td')].some((box) => box.checkVisibility({ visibilityProperty: true }))).map((it) => it.localName)";
                let readable = page.aside(readable).await?;
                page.same("what can be read when the page is left", readable, json!([]))?;
                return page
                    .run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))", vec![])
                    .await
                    .map(drop);
            }
        };
        // A fault that was not made proves nothing.
        let life = page.aside("document.documentElement.dataset.life").await?;
        let was = life.as_str().is_some_and(|life| life.contains(wanted));
        page.same(&format!("whether the page was told of “{wanted}” ({life})"), was, true)
    }
}

impl Host {
    fn script(self) -> &'static str {
        match self {
            Host::Frozen => {
                "for (const it of [Object, Array, Function, String, Promise, Map, Error]) { Object.freeze(it.prototype); Object.freeze(it); }"
            }
            Host::Polluted => {
                "Object.prototype.hostAdded = 'from the page'; Array.prototype.hostAdded = () => 'from the page'; String.prototype.hostAdded = 1;"
            }
            Host::OldJson => {
                "Array.prototype.toJSON = function () { return `[${this.join(',')}]`; }; String.prototype.toJSON = function () { return `${this}`; };"
            }
            Host::OwnDate => {
                "{ const Real = Date; globalThis.Date = function (...all) { return new.target ? new Real(...all) : Real(); }; Date.prototype = Real.prototype; Date.now = () => Real.now(); Date.UTC = Real.UTC; Date.parse = Real.parse; }"
            }
            Host::OwnFetch => {
                "{ const real = fetch; globalThis.fetch = async (...all) => { await null; return real(...all); }; }"
            }
            Host::OwnListeners => {
                "{ const real = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (kind, listener, ...rest) { return real.call(this, kind, typeof listener === 'function' ? function (event) { return listener.call(this, event); } : listener, ...rest); }; }"
            }
            Host::NoObserver => "delete globalThis.IntersectionObserver;",
            Host::NoZones => {
                "{ const Real = Intl.DateTimeFormat; Intl.DateTimeFormat = function (language, options) { if (options?.timeZone) throw new RangeError('no zones'); return new Real(language, options); }; Intl.DateTimeFormat.prototype = Real.prototype; }"
            }
            Host::Unset | Host::Moves | Host::TakesAway => "",
        }
    }

    async fn happens(self, stand: &Stand<'_>) -> Result<(), String> {
        match self {
            Host::Moves => stand
                .run("const [place, back] = [document.createElement('div'), document.createComment('')]; host.before(back); document.querySelector('h1').after(place); place.append(host); await new Promise((go) => setTimeout(go, 20)); back.replaceWith(host); place.remove()")
                .await
                .map(drop),
            Host::TakesAway => stand
                .run("const place = document.createComment(''); host.replaceWith(place); await new Promise((go) => setTimeout(go, 50)); place.replaceWith(host)")
                .await
                .map(drop),
            _ => Ok(()),
        }
    }
}

impl Import {
    /// The parts of the file, as JavaScript.
    fn parts(self) -> &'static str {
        match self {
            Import::Megabyte => "['x'.repeat(1_000_000)]",
            Import::Deep => "['['.repeat(10_000) + ']'.repeat(10_000)]",
            Import::Binary => {
                "[new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 255, 254, 253, 252, 128, 200])]"
            }
            Import::Utf16 => {
                "[new Uint8Array([0xff, 0xfe, ...[...'ref,received\\n1,01/11/2026\\n'].flatMap((it) => [it.charCodeAt(0), 0])])]"
            }
            Import::Nuls => "[new Uint8Array(5_000)]",
            Import::Empty => "[]",
            Import::ZipBomb => ZIP_BOMB,
            Import::Formulas => {
                "['ref,received,risk\\n\"=HYPERLINK(\"\"http://example.invalid\"\")\",01/11/2026,low\\n@SUM(1),02/11/2026,low\\n']"
            }
            Import::Scripts => {
                "[(await (await fetch('example-record-advocacy-departs.json')).text()).replaceAll('I was on leave until the 6th.', '<img src=x onerror=document.documentElement.dataset.hurt=1>')]"
            }
        }
    }
}

/// One entry, `xl/worksheets/sheet1.xml`, of two bytes that says it unpacks to four gigabytes.
const ZIP_BOMB: &str = "(() => {
    const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
    const two = (it) => [it & 255, it >> 8 & 255], four = (it) => [...two(it), ...two(it >>> 16)];
    const sizes = [...four(0), ...four(2), ...four(0xfffffff0)];
    const local = [...four(0x04034b50), ...two(20), ...two(0), ...two(8), ...four(0), ...sizes, ...two(name.length), ...two(0), ...name, 3, 0];
    const listed = [...four(0x02014b50), ...two(20), ...two(20), ...two(0), ...two(8), ...four(0), ...sizes, ...two(name.length), ...two(0), ...two(0), ...two(0), ...two(0), ...four(0), ...four(0), ...name];
    return [new Uint8Array([...local, ...listed, ...four(0x06054b50), ...two(0), ...two(0), ...two(1), ...two(1), ...four(listed.length), ...four(local.length), ...two(0)])];
})()";

/// Opens a file through the tool's control for it.
async fn opens(stand: &Stand<'_>, import: Import) -> Result<(), String> {
    // What supervision has opened is read on a page of its own.
    let then = if import == Import::Scripts {
        "(await until(() => [...root.querySelectorAll('#ct-records tbody button')].find((it) => it.innerText.includes('B3F2')), 'the record')).click();"
    } else {
        ""
    };
    stand
        .run(&format!(
            "const data = new DataTransfer();
             data.items.add(new File({}, 'from-elsewhere.json'));
             const control = await find({});
             for (let it = control.closest('details'); it; it = it.parentElement.closest('details')) it.open = true;
             control.files = data.files;
             control.dispatchEvent(new Event('change', {{ bubbles: true, composed: true }}));
             {then}",
            import.parts(),
            json!(stand.tool.file)
        ))
        .await
        .map(drop)
}
