// The custom elements. This file is all a page has to load: it fetches the rest
// when an element is about to be seen, and once for all elements on the page.
//
// Under the policy we run beneath there is no inline style, no eval and no
// markup from text: everything here is built node by node.

const FILES = /* files */ {};
const TOOLS = {
  "care-advocacy": "advocacy", "care-allocation": "allocation", "care-team-suitability": "team_suitability",
  "care-action-plan": "action_planning", "care-supervision": "supervision",
};
// The views of a tool that have a module of their own, which no page with forms alone fetches.
const LISTS = ["list", "match", "plan"];

const SAY = {
  title: "The tool did not load",
  again: "Try again",
  save: "Save what you typed",
  paper: "Print the paper form",
  kept: "What you typed is still here.",
  empty: "Nothing is lost: you had not typed anything.",
  no_file: "This file was not found on this site:",
  pasted: "pasted rows",
  too_large: "The file is too large to be one of these.",
  typed: "Something was typed meanwhile, so the file was not opened. Clear everything first.",
  causes: {
    missing: "Part of it was not found on this site.",
    type: "This site sent part of it in the wrong form. Whoever looks after the site can put that right.",
    blocked: "This site’s security policy, or a setting of this computer, does not let it run.",
    cut: "Part of it did not arrive.",
    old: "This browser cannot run it.",
    crash: "Something went wrong inside it, twice in a short time.",
  },
};

const MINUTE = 60_000;
const WARN_BEFORE = 2 * MINUTE;
const COVER_AFTER = 15;
const DELETE_AFTER = 60 * MINUTE;
const CRASH_AGAIN = MINUTE;
// Longer than a draft that is attached anew goes on as the same one.
const AGAIN_AFTER = 3_000;

const address = (name) => new URL(name, import.meta.url).href;

class Failure extends Error {
  constructor(cause) {
    super(cause);
    this.why = cause;
  }
}

// Which files the page's policy has refused, so that a refusal can be told from a bad line.
const refused = new Set();
document.addEventListener("securitypolicyviolation", (event) => refused.add(event.blockedURI));

async function fetched(name, type, fresh) {
  const url = address(name);
  let answer;
  try {
    answer = await fetch(url, { cache: fresh ? "reload" : "default", credentials: "same-origin" });
  } catch {
    throw new Failure(refused.has(url) ? "blocked" : "cut");
  }
  if (!answer.ok) throw new Failure("missing");
  if (!(answer.headers.get("content-type") ?? "").includes(type)) throw new Failure("type");
  return answer;
}

async function text(name, type, fresh) {
  const answer = await fetched(name, type, fresh);
  try {
    return await answer.text();
  } catch {
    throw new Failure("cut");
  }
}

async function compiled(name, fresh) {
  if (typeof WebAssembly !== "object") throw new Failure("old");
  const answer = await fetched(name, "application/wasm", fresh);
  try {
    return await WebAssembly.compileStreaming(answer);
  } catch (fault) {
    throw new Failure(/content security|unsafe-eval|csp/i.test(String(fault)) ? "blocked" : "cut");
  }
}

async function glue(name, fresh) {
  try {
    return await import(address(name) + (fresh ? `?${Date.now()}` : ""));
  } catch {
    // An import does not say why it failed; asking for the file again does.
    await fetched(name, "javascript", true);
    throw new Failure("cut");
  }
}

async function sheet(name, fresh) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await text(name, "text/css", fresh));
  return sheet;
}

// One download and one compilation for all elements. A failure is not kept, so that "Try again" tries again.
const shared = new Map();
function once(name, make) {
  if (!shared.has(name)) {
    const made = make(shared.failed === true);
    made.catch(() => {
      shared.delete(name);
      shared.failed = true;
    });
    shared.set(name, made);
  }
  return shared.get(name);
}

const data = (file) => once(file, async (fresh) => {
  const read = await text(file, "json", fresh);
  try {
    JSON.parse(read);
  } catch {
    throw new Failure("cut");
  }
  return read;
});

const seen = "IntersectionObserver" in window
  ? new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) {
          seen.unobserve(entry.target);
          entry.target.load();
        }
      }
    }, { rootMargin: "800px" })
  : null;

// Where a browser does not know the time in England, the device's own day has to do, and a plan says so.
const england = (() => {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });
  } catch {
    return null;
  }
})();
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  if (!england) return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const part = Object.fromEntries(england.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function node(name, className, ...inside) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

// Everything that can take the focus, in order: the first screen has the same before and after the tool is live.
const controls = (within) => [...within.querySelectorAll("button, input, textarea, summary")];

// What was typed into the screen that stands in for the tool until it is live, in the form the tool keeps.
function typedInto(element) {
  const draft = { answers: {}, dates: {}, notes: {} };
  const of = (control) => control.name.replace(/^ct-/, "");
  for (const control of element.querySelectorAll("input:checked")) {
    (draft.answers[of(control)] ??= []).push(control.value);
  }
  for (const day of element.querySelectorAll(".ct-date")) {
    const boxes = [...day.querySelectorAll("input")];
    if (boxes.some((box) => box.value)) {
      draft.dates[boxes[0].id.replace(/^ct-|-day$/g, "")] = boxes.map((box) => box.value);
    }
  }
  for (const box of element.querySelectorAll("textarea.ct-input, .ct-field input.ct-input")) {
    if (box.value) draft.notes[box.id.replace(/^ct-/, "")] = box.value;
  }
  const any = [draft.answers, draft.dates, draft.notes].some((part) => Object.keys(part).length > 0);
  return any ? JSON.stringify({ draft }) : "";
}

// What each tool on the page knows once its result is shown. Another tool may take it over, if somebody wants that;
// it stays in this page's memory and is gone with its tool's answers.
const alive = new Set();
function share() {
  for (const element of alive) element.hear([...alive].filter((other) => other !== element && other.open));
}

class CareElement extends HTMLElement {
  #tool = TOOLS[this.localName];
  #lists = this.#tool === "allocation" && LISTS.includes(this.getAttribute("view"));
  // What has a module of its own: lists, plans and supervision. Everything else is a form that reads its law as data.
  #own = this.#lists ? FILES.lists : FILES[{ action_planning: "plans", supervision: "supervision" }[this.#tool]] ?? null;
  #holder = null;
  #api = null;
  #kept = "";
  #crashedAt = -Infinity;
  #used = Date.now();
  #idle = 0;
  #state = "asleep";
  #shown = "open";
  #goOn = false;
  #known = "";
  #heard = false;
  #done = false;
  #later = 0;
  #off = null;

  connectedCallback() {
    this.#off = new AbortController();
    const { signal } = this.#off;
    addEventListener("beforeunload", (event) => this.#unsaved() && event.preventDefault(), { signal });
    addEventListener("pagehide", () => (this.#kept || this.#heard) && this.#holder && (this.#holder.hidden = true), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#coverAgain(), { signal });
    addEventListener("error", (event) => this.#state === "crashed" && event.error instanceof WebAssembly.RuntimeError && event.preventDefault(), { signal });
    for (const kind of ["pointerdown", "keydown", "input", "wheel"]) {
      document.addEventListener(kind, () => this.#inUse(), { signal, passive: true, capture: true });
    }
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    this.#idle = setInterval(() => this.#look(), 5_000);
    if (this.#state === "live") this.#keepsDrafts();
    if (this.#state === "live" && !this.#own) {
      alive.add(this);
      setTimeout(() => (this.#done ? this.#completed() : share()));
    }
    if (this.#state !== "asleep") return;
    this.addEventListener("click", (event) => this.#early(event), { signal });
    if (seen) seen.observe(this);
    else this.load();
  }

  disconnectedCallback() {
    this.#forgotten();
    alive.delete(this);
    this.#off?.abort();
    this.#drafts?.close();
    this.#drafts = null;
    clearInterval(this.#idle);
    seen?.unobserve(this);
  }

  // The whole record, for page code, where the embedder allows it.
  record() {
    if (!this.hasAttribute("share-record") || this.#state !== "live") return null;
    const record = this.#api.record_json();
    return record ? JSON.parse(record) : null;
  }

  async load() {
    if (this.#state !== "asleep") return;
    this.#state = "loading";
    const typed = this.#typed();
    try {
      const files = this.#own ?? FILES;
      const sheets = [FILES.css, ...(this.#own?.css ?? [])];
      const [module, made, said, law, locality, ...styles] = await Promise.all([
        once(files.wasm, (fresh) => compiled(files.wasm, fresh)),
        once(files.glue, (fresh) => glue(files.glue, fresh)),
        data(this.#own?.words ?? FILES.words[this.#tool]),
        this.#own?.laws ? data(this.#own.laws) : this.#own ? this.#tool : data(FILES.laws[this.#tool]),
        this.#locality(),
        ...sheets.map((name) => once(name, (fresh) => sheet(name, fresh))),
      ]);
      await this.#start(module, made, styles, said, law, locality);
      // What was typed before, or is left of a crash, stands above the plan that the page brings along.
      if (this.#lists || (this.#own && !typed)) await this.#fetchFiles();
    } catch (fault) {
      this.#fail(fault instanceof Failure ? fault.why : "cut");
    }
  }

  // A locality file that does not arrive is not a reason to fail: the tool says so and works without.
  async #locality() {
    const name = this.getAttribute("locality");
    if (!name) return { read: null };
    try {
      const answer = await fetch(new URL(name, document.baseURI), { credentials: "same-origin" });
      return answer.ok ? { read: await answer.text() } : { read: null, missing: true };
    } catch {
      return { read: null, missing: true };
    }
  }

  async #start(module, made, styles, said, law, locality, restarted = "") {
    const api = made.instance();
    try {
      await api({ module_or_path: module });
    } catch (fault) {
      throw new Failure(/content security|unsafe-eval|csp/i.test(String(fault)) ? "blocked" : "cut");
    }
    const holder = node("div");
    this.#listen(holder);
    const options = {
      level: this.getAttribute("heading-level") ?? "2",
      section: this.getAttribute("section") ?? "",
      reference: this.getAttribute("reference") ?? "",
      view: this.getAttribute("view") ?? "",
      path: this.getAttribute("path") ?? "",
      kept: restarted ? this.#kept : this.#typed(),
    };
    if (restarted === "crash") options.restarted = "yes";
    if (locality.missing) options.locality_missing = "yes";
    if (!england) options.device_clock = "yes";
    await new Promise((ready, failed) => {
      this.#again = async (crashed = true) => {
        await this.#start(module, made, styles, said, law, locality, crashed ? "crash" : "draft");
        for (const arrive of this.#arrived.values()) arrive();
      };
      this.#crashed = failed;
      try {
        api.start(holder, this.#bridge(holder, ready), law, said, locality.read ?? undefined, JSON.stringify(options));
      } catch {
        failed(new Failure("crash"));
      }
    });
    this.#crashed = null;
    this.#api = api;
    this.#show(holder, styles);
    if (restarted) holder.querySelector("#ct-step-title, #ct-tool-title")?.focus();
    this.#tell("ready", "");
    if (!this.#own && this.isConnected) {
      alive.add(this);
      setTimeout(share);
    }
  }

  // What covered answers say is nobody's to see, in any tool.
  get open() {
    return this.#shown !== "covered";
  }

  // What other tools know, as this one is told.
  hear(others) {
    const known = others.map((other) => other.#known).filter(Boolean);
    this.#heard = known.length > 0;
    this.#word("known", `[${known.join(",")}]`);
  }

  #completed() {
    if (this.#own || this.#state !== "live" || !this.#done) return;
    this.#known = this.#api.known_json();
    share();
  }

  #forgotten() {
    if (!this.#known) return;
    this.#known = "";
    share();
  }

  // Lists and workers, and pasted rows. The files themselves are kept here, so that a restart can read them again.
  #arrived = new Map();
  #mine = false;

  #forget() {
    this.#arrived.clear();
    this.#mine = false;
    this.#kept = "";
  }

  async #fetchFiles() {
    const kinds = this.#lists ? ["workers", "list"] : ["plan", "record"];
    const named = kinds.flatMap((kind) => (this.getAttribute(kind) ?? "").split(/\s+/).filter(Boolean).map((name) => [kind, name]));
    for (const [kind, name] of named) {
      try {
        const answer = await fetch(new URL(name, document.baseURI), { credentials: "same-origin" });
        if (!answer.ok) throw new Failure("missing");
        await this.#arrive(kind, name.split("/").pop(), new Uint8Array(await answer.arrayBuffer()));
      } catch {
        this.#api.not_arrived(`${SAY.no_file} ${name}`);
      }
    }
  }

  #listen(holder) {
    holder.addEventListener("change", async ({ target }) => {
      const { ctFile } = target.dataset ?? {};
      if (!ctFile || !target.files?.length) return;
      const files = [...target.files];
      await this.#take(ctFile, files);
      target.value = "";
    });
    // A file that misses the place for it must not take the page away.
    const over = (event) => event.composedPath().find((node) => node.dataset?.ctDrop);
    holder.addEventListener("dragover", (event) => event.preventDefault());
    holder.addEventListener("drop", (event) => {
      event.preventDefault();
      if (over(event)) this.#take(over(event).dataset.ctDrop, [...event.dataTransfer.files]);
    });
    holder.addEventListener("paste", (event) => {
      const { ctPaste } = event.target.dataset ?? {};
      const text = event.clipboardData?.getData("text/plain");
      if (!ctPaste || !text) return;
      event.preventDefault();
      this.#mine = true;
      this.#arrive(ctPaste, ctPaste === "record" ? "" : SAY.pasted, new TextEncoder().encode(text));
    });
  }

  async #take(kind, files) {
    this.#mine = true;
    for (const file of files) {
      // A record is never as large; a list of a hundred thousand rows may be.
      const most = kind === "list" || kind === "workers" ? 100e6 : 5e6;
      if (file.size > most) this.#not_arrived(SAY.too_large);
      else await this.#arrive(kind, file.name, new Uint8Array(await file.arrayBuffer()));
    }
  }

  #not_arrived(why) {
    if (this.#own) this.#api.not_arrived(why);
    else this.#word("refused", why);
  }

  // A form has no reader of records: that of supervision reads them, and is fetched when somebody opens one.
  async #reopen(text) {
    const files = FILES.supervision;
    try {
      const [api, words, laws] = await Promise.all([this.#office(files), data(files.words), data(files.laws)]);
      const { kept, faults } = JSON.parse(api.reopened(text, laws, words, this.#tool, uuid(), new Date().toISOString()));
      if (faults) return this.#word("refused", faults.join("\n"));
      // Somebody may have gone on typing while the reader was on its way.
      if (this.#kept) return this.#word("refused", SAY.typed);
      this.#kept = kept;
      await this.#again(false);
    } catch {
      this.#word("refused", SAY.causes.cut);
    }
  }

  // A workbook is a ZIP file; its reader is a module of its own, fetched when the first one is opened.
  async #arrive(kind, name, bytes) {
    let cells = false;
    try {
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
        bytes = new TextEncoder().encode(await this.#cells(bytes));
        cells = true;
      }
    } catch (fault) {
      this.#api.not_arrived(fault instanceof Failure ? SAY.causes[fault.why] : String(fault));
      return;
    }
    if (kind === "reopen") return this.#reopen(new TextDecoder().decode(bytes));
    const arrive = () => {
      if (kind === "list") this.#api.list_arrived(name, bytes, cells, this.#mine);
      else if (kind === "plan") this.#api.plan_arrived(new TextDecoder().decode(bytes), this.#mine);
      else if (kind === "record") this.#api.record_arrived(name, new TextDecoder().decode(bytes), this.#mine);
      else this.#api.workers_arrived(name, new TextDecoder().decode(bytes), cells);
    };
    // A plan keeps what it holds by itself; lists are read again from their files after a restart.
    if (this.#lists) this.#arrived.set(kind, arrive);
    arrive();
  }

  async #cells(bytes) {
    return (await this.#office(FILES.office)).rows(bytes);
  }

  async #office(files) {
    const [module, made] = await Promise.all([
      once(files.wasm, (fresh) => compiled(files.wasm, fresh)),
      once(files.glue, (fresh) => glue(files.glue, fresh)),
    ]);
    const api = made.instance();
    await api({ module_or_path: module });
    return api;
  }

  async #word_file(name, document) {
    try {
      const bytes = (await this.#office(FILES.word)).docx(document);
      save(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes);
      this.#word("written", "");
    } catch {
      this.#word("not_written", "");
    }
  }

  // A plan that was saved, or only opened, is lost by nobody.
  #unsaved() {
    const plan = this.#own && !this.#lists;
    return this.#kept && !(plan && this.#kept.includes('"unsaved":false'));
  }

  // A plan is saved as the record that it opens again; what else is kept for a restart stays in this page.
  #toSave() {
    const { record } = this.#own && !this.#lists ? JSON.parse(this.#kept) : {};
    return record ? JSON.stringify(record) : this.#kept;
  }

  // Drafts that are kept on this computer, where the authority turned that on: a file of its own, fetched then.
  async #keepsDrafts() {
    const hours = this.#api.draft_hours?.();
    if (this.#drafts) return;
    try {
      // Where drafts are kept no longer, those from before still have their limit.
      const there = hours === undefined && (await indexedDB.databases()).some(({ name }) => name === "care-tools");
      if (hours === undefined && !there) return;
      const { attach, sweep } = await import(address(FILES.drafts));
      if (there) return sweep();
      this.#drafts = attach({
        tool: this.#tool,
        root: this.shadowRoot,
        hours: hours || null,
        level: Number(this.getAttribute("heading-level") ?? 2) + 1,
        kept: () => this.#toKeep(),
        restore: (text) => {
          this.#kept = text;
          return this.#again(false);
        },
        version: FILES.version,
      });
    } catch {
      // Without that file nothing is kept, and nothing says that it would be.
    }
  }

  // What an answer about a worker's practice says stays in the page's memory.
  #toKeep() {
    return this.#kept && (this.#api?.to_keep?.(this.#kept) ?? this.#kept);
  }

  // Nobody came back: what is in memory goes. A draft that somebody kept stays until its own limit, and is offered again.
  #letGo() {
    this.#drafts?.close();
    this.#drafts = null;
    this.shadowRoot.querySelector(".ct-draft")?.remove();
    this.#word("clear", "");
    setTimeout(() => this.#state === "live" && this.#keepsDrafts(), AGAIN_AFTER);
  }

  #drafts = null;
  #again = null;
  #crashed = null;

  #typed() {
    return this.#kept || typedInto(this);
  }

  // The screen that stood in is hidden by the shadow root at the moment the live one is drawn.
  #show(holder, styles) {
    const old = this.#holder;
    const focus = this.#focused();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = styles;
    root.replaceChildren(holder, ...root.querySelectorAll(".ct-draft"));
    this.#holder = holder;
    this.#state = "live";
    if (focus && !old) {
      const control = focus.id ? holder.querySelector(`#${CSS.escape(focus.id)}`) : controls(holder)[focus.at];
      control?.focus({ preventScroll: true });
      if (focus.start !== null) control?.setSelectionRange?.(focus.start, focus.end);
    }
    // What was typed before is in the tool now; left behind, it would outlive "Clear everything".
    this.replaceChildren();
    if (this.#goOn) {
      this.#goOn = false;
      holder.querySelector(".ct-button--primary")?.click();
    }
    this.#look();
    this.#keepsDrafts();
  }

  #focused() {
    const control = document.activeElement;
    if (!control || control === this || !this.contains(control)) return null;
    const text = control.localName === "textarea" || control.type === "text";
    return { id: control.id, at: controls(this).indexOf(control), start: text ? control.selectionStart : null, end: text ? control.selectionEnd : null };
  }

  // "Continue" pressed before the tool is live is remembered.
  #early(event) {
    const button = event.target.closest?.(".ct-button--primary");
    if (this.#state === "live" || !button || button.closest(".ct-notice")) return;
    this.#goOn = true;
    this.load();
  }

  #bridge(holder, ready) {
    let down = false;
    return {
      today,
      stamp: () => `${uuid()} ${new Date().toISOString()}`,
      keep: (state) => {
        // A list that somebody opened would be lost too, though nothing in it was changed.
        this.#kept = state || (this.#mine && this.#lists ? "{}" : "");
        this.#drafts?.changed(this.#toKeep());
        // What is written on the result page is known too.
        clearTimeout(this.#later);
        if (this.#done) this.#later = setTimeout(() => this.#completed(), 300);
      },
      tell: (event, outcomes) => {
        if (event === "ready") return ready();
        if (event === "cleared") this.#drafts?.cleared();
        if (event === "cleared" && this.#lists) this.#forget();
        this.#done = event === "completed";
        if (this.#done) setTimeout(() => this.#completed());
        else this.#forgotten();
        this.#tell(event, outcomes);
      },
      copy: (plain, html) => this.#copy(plain, html),
      download: (name, kind, content) => save(name, `${kind};charset=utf-8`, content),
      word: (name, document) => this.#word_file(name, document),
      print: () => this.#print(),
      focus: (id) => holder.querySelector(`#${CSS.escape(id)}`)?.focus(),
      awake: () => this.#wake(),
      later: () => setTimeout(() => this.#word("step", "")),
      soon: () => setTimeout(() => this.#word("step", ""), 150),
      // A crashed instance may go down again, when what it left behind hears one more event. That is not a second crash.
      crashed: () => {
        if (!down) this.#crash();
        down = true;
      },
    };
  }

  // Ids and states only; nothing a person typed.
  #tell(event, outcomes) {
    const detail = { tool: this.#tool, state: event, outcomes: outcomes ? outcomes.split(" ") : [] };
    this.dispatchEvent(new CustomEvent(`care-${event}`, { bubbles: true, composed: true, detail }));
  }

  async #copy(plain, html) {
    try {
      if (typeof ClipboardItem === "function" && navigator.clipboard.write) {
        const part = (type, content) => new Blob([content], { type });
        await navigator.clipboard.write([
          new ClipboardItem({ "text/plain": part("text/plain", plain), "text/html": part("text/html", html) }),
        ]);
      } else {
        await navigator.clipboard.writeText(plain);
      }
      this.#word("copied", "");
    } catch {
      this.#word("not_copied", "");
    }
  }

  // Prints this element alone: all that stands beside its ancestors is left out while the page prints.
  #print() {
    const style = new CSSStyleSheet();
    // A page of a shadow root's own is not known; its size and its number are the document's.
    const mark = JSON.stringify(this.#holder.querySelector("[data-ct-mark]")?.dataset.ctMark ?? "");
    style.replaceSync(
      "@media print { [data-ct-left-out] { display: none !important; } }" +
      `@page { size: A4; margin: 2cm; @top-right { content: ${mark}; } @bottom-center { content: counter(page) " / " counter(pages); } }`,
    );
    const out = [];
    for (let here = this; here && here !== document.body.parentElement; here = here.parentElement) {
      for (const other of here.parentElement?.children ?? []) {
        if (other !== here && other.localName !== "head" && !other.hasAttribute("data-ct-left-out")) {
          other.setAttribute("data-ct-left-out", "");
          out.push(other);
        }
      }
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    // Not every browser says when it has printed: then the next thing somebody does says it.
    const done = new AbortController();
    const undo = () => {
      done.abort();
      for (const other of out) other.removeAttribute("data-ct-left-out");
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
    };
    addEventListener("afterprint", undo, { signal: done.signal });
    print();
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, undo, { signal: done.signal, capture: true });
  }

  #word(what, detail) {
    if (this.#state !== "live") return;
    try {
      this.#api.tell(what, detail);
    } catch {
      // A crash has its own way in; see #crash.
    }
  }

  // A crashed instance never recovers. The answers are kept outside it, and a new instance takes them up.
  #crash() {
    const again = performance.now() - this.#crashedAt < CRASH_AGAIN;
    this.#crashedAt = performance.now();
    this.#state = "crashed";
    const during = this.#crashed;
    setTimeout(async () => {
      if (during) return during(new Failure("crash"));
      if (again) return this.#fail("crash");
      try {
        await this.#again();
      } catch {
        this.#fail("crash");
      }
    });
  }

  #inUse() {
    if (this.#shown === "covered") return;
    this.#used = Date.now();
    if (this.#shown === "warned") {
      this.#shown = "open";
      this.#word("awake", "");
    }
  }

  #wake() {
    this.#used = Date.now();
    this.#shown = "open";
    this.#word("awake", "");
    setTimeout(share);
  }

  #look() {
    if (this.#state !== "live" || !this.#kept) return;
    const unused = Date.now() - this.#used;
    const cover = Math.min(this.#api.idle_minutes() ?? COVER_AFTER, COVER_AFTER) * MINUTE;
    if (unused >= DELETE_AFTER) {
      this.#shown = "open";
      this.#letGo();
    } else if (unused >= cover && this.#shown !== "covered") {
      this.#cover();
    } else if (unused >= cover - WARN_BEFORE && this.#shown === "open") {
      this.#shown = "warned";
      this.#word("idle_warning", String(Math.round((cover - WARN_BEFORE) / MINUTE)));
    }
  }

  #cover() {
    this.#shown = "covered";
    const until = new Date(this.#used + DELETE_AFTER);
    this.#word("cover", until.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
    share();
  }

  // A page brought back by the Back button must not show the last person's answers.
  #coverAgain() {
    if (this.#state !== "live") return;
    if (this.#kept) this.#cover();
    // A tool without answers of its own shows none of another that is now covered.
    setTimeout(() => (this.#holder.hidden = false), 50);
  }

  #fail(cause) {
    this.#state = "failed";
    const kept = this.#kept || typedInto(this);
    const buttons = node("div", "ct-buttons ct-buttons--tight");
    const again = node("button", "ct-button ct-button--primary", SAY.again);
    again.type = "button";
    buttons.append(again);
    if (this.#kept) {
      const keep = node("button", "ct-button", SAY.save);
      keep.type = "button";
      keep.addEventListener("click", () => save(`${this.#tool}.json`, "application/json;charset=utf-8", this.#toSave()));
      buttons.append(keep);
    }
    if (FILES.words[this.#tool]) {
      const paper = node("a", "ct-link", SAY.paper);
      paper.href = address(`paper/${this.#tool}.html`);
      buttons.append(paper);
    }
    const notice = node(
      "div",
      "ct-notice ct-notice--warn ct-notice--failed",
      node("span", "ct-failed-mark"),
      node(
        "div",
        "",
        node("p", "ct-notice__title", SAY.title),
        node("p", "", `${SAY.causes[cause]} ${kept ? SAY.kept : SAY.empty}`),
        buttons,
      ),
    );
    notice.setAttribute("role", "alert");
    const holder = node("section", "ct-widget", notice);
    again.addEventListener("click", () => {
      holder.remove();
      this.#state = "asleep";
      this.#shown = "open";
      this.load();
    });
    (this.shadowRoot ?? this).prepend(holder);
    if (this.#holder) this.#holder.hidden = true;
    this.#tell("failed", "");
  }
}

function save(name, kind, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

for (const name of Object.keys(TOOLS)) {
  if (!customElements.get(name)) customElements.define(name, class extends CareElement {});
}
