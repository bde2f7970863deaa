class CareElement extends HTMLElement {
  static observedAttributes = TEXTS;
  #tool = TOOLS[this.localName];
  #lists = false;
  // What has a module of its own: lists, plans and supervision. Everything else is a form that reads its law as data.
  #own = null;
  #settings = null;
  #text = null;
  #words = SAY;
  #drafted = null;
  #holder = null;
  #api = null;
  #kept = "";
  #crashedAt = -Infinity;
  #used = Date.now();
  #idle = 0;
  #day = "";
  #turn = 0;
  #notice = null;
  #cause = "";
  #gone = 0;
  #state = "asleep";
  #shown = "open";
  #goOn = false;
  #known = "";
  #heard = false;
  #done = false;
  #later = 0;
  #off = null;

  // The council's settings, handed over by page code in place of the file that `locality` names.
  get settings() {
    return this.#settings;
  }

  // A framework may set the same again at every drawing, or something that cannot be copied: the text is what counts.
  set settings(settings) {
    const text = typeof settings === "string" || !settings ? settings || null : JSON.stringify(settings);
    const same = text === this.#text;
    this.#settings = settings ?? null;
    this.#text = text;
    if (!same) this.#renew();
  }

  get shareRecord() {
    return this.hasAttribute("share-record");
  }

  set shareRecord(may) {
    this.toggleAttribute("share-record", Boolean(may));
  }

  attributeChangedCallback(_name, before, now) {
    if (before !== now) this.#renew();
  }

  // Answers belong to what the page says they are about: when it names another reference, or other files, they are put
  // aside, and come back with it. Otherwise nobody could say of which person an answer is.
  #aside = new Map();
  #loaded = null;
  #renewal = 0;
  // Goes up with every other subject: what is on its way for an earlier one is dropped when it arrives.
  #whose = 0;

  #about() {
    const kind = this.#tool === "allocation" && LISTS.includes(this.getAttribute("view"));
    return JSON.stringify([kind, ...["path", "reference", "list", "workers", "plan", "records"].map((name) => this.getAttribute(name))]);
  }

  // At once, and not when the page has had its turn: from now on nothing that is shown or typed is about the new one.
  #turnTo() {
    const about = this.#about();
    if (about === this.#loaded) return;
    const kept = this.#typed();
    const { arrived, mine } = { arrived: new Map(this.#arrived), mine: this.#mine };
    if (kept || mine) this.#aside.set(this.#loaded, { kept, arrived, mine });
    const back = this.#aside.get(about) ?? { kept: "", arrived: new Map(), mine: false };
    this.#aside.delete(about);
    this.#whose += 1;
    this.#state = "asleep";
    this.#instance = null;
    if (this.#holder) this.#holder.hidden = true;
    screen(this)?.remove();
    this.#notice?.remove();
    this.#forgotten();
    this.#endsDrafts(false);
    this.#kept = back.kept;
    this.#arrived = back.arrived;
    this.#mine = back.mine;
    this.#done = false;
    this.#loaded = about;
  }

  // Several changes at once are one. What was never loaded reads its attributes when it is.
  #renew(after = 0) {
    if (this.#loaded === null) return;
    this.#turnTo();
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(() => {
      if (this.#state === "loading" || this.#state === "crashed") return this.#renew(50);
      this.#state = "asleep";
      this.load(true);
    }, after);
  }

  connectedCallback() {
    for (const name of PROPERTIES) {
      // What page code set before this element was known stands in the way of the property.
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    // The other elements of the page are there by then.
    setTimeout(() => offline(this.getAttribute("offline")));
    this.#off = new AbortController();
    const { signal } = this.#off;
    addEventListener("beforeunload", (event) => this.#unsaved() && event.preventDefault(), { signal });
    addEventListener("pagehide", () => this.#left(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#coverAgain(), { signal });
    addEventListener("error", (event) => this.#ended(event, event.error), { signal });
    addEventListener("unhandledrejection", (event) => this.#ended(event, event.reason), { signal });
    for (const kind of ["pointerdown", "keydown", "input", "wheel"]) {
      document.addEventListener(kind, () => this.#inUse(), { signal, passive: true, capture: true });
    }
    windows?.addEventListener("message", ({ data }) => this.#clearedElsewhere(data), { signal });
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    this.#idle = setInterval(() => this.#look(), 5_000);
    clearTimeout(this.#gone);
    this.#look();
    if (this.#state === "live") this.#keepsDrafts();
    if (this.#state === "live" && !this.#own) {
      alive.add(this);
      setTimeout(() => (this.#done ? this.#completed() : share()));
    }
    if (this.#state !== "asleep") return;
    this.addEventListener("click", (event) => this.#early(event), { signal });
    if (seen && AT_ONCE.includes(this.#tool) && this.#isNear()) this.#fetchAhead();
    // What is in sight as the page opens need not wait until the browser has drawn it.
    setTimeout(() => {
      if (!this.isConnected) return;
      if (!seen || this.#isNear()) this.load();
      else seen.observe(this);
    });
  }

  // What a tool in sight needs whatever its page says of it is asked for before the browser draws the page. That it does
  // not come is said by `load`.
  #fetchAhead() {
    const { wasm, glue, css } = FILES;
    wanted = true;
    for (const coming of [
      once(wasm, (fresh) => compiled(wasm, fresh)),
      once(glue, (fresh) => script(glue, fresh)),
      data(FILES.laws[this.#tool]),
      once(css, (fresh) => sheet(css, fresh)),
    ]) {
      coming.catch(() => {});
    }
  }

  #isNear() {
    const { top, bottom, width } = this.getBoundingClientRect();
    return width > 0 && top < innerHeight + NEAR && bottom > -NEAR;
  }

  disconnectedCallback() {
    this.#forgotten();
    alive.delete(this);
    this.#off?.abort();
    this.#drafts?.close();
    this.#drafts = null;
    clearInterval(this.#idle);
    // What was taken out of the page and does not come back is deleted as on the page.
    this.#gone = setTimeout(() => this.#letGo(), DELETE_AFTER);
    seen?.unobserve(this);
  }

  // The whole record, for page code, where the embedder allows it.
  record() {
    if (!this.hasAttribute("share-record") || this.#state !== "live" || !this.#whole) return null;
    const record = this.#api.record_json();
    return record ? JSON.parse(record) : null;
  }

  async load(again = false) {
    if (this.#state !== "asleep") return;
    this.#state = "loading";
    this.#loaded = this.#about();
    const whose = this.#whose;
    const turn = (this.#turn += 1);
    const slow = setTimeout(() => this.#state === "loading" && turn === this.#turn && this.#fail("slow"), LONG);
    this.#lists = this.#tool === "allocation" && LISTS.includes(this.getAttribute("view"));
    const kind = this.#lists ? "lists" : { action_planning: "plans", supervision: "supervision" }[this.#tool];
    this.#own = FILES[kind] ?? null;
    const typed = this.#typed();
    try {
      const files = this.#own ?? FILES;
      const sheets = [FILES.css, ...(this.#own?.css ?? [])];
      const spoken = await this.#spoken(kind === "plans" ? this.#tool : kind ?? this.#tool);
      const first = once(files.wasm, (fresh) => compiled(files.wasm, fresh));
      const later = this.#own || spoken.said ? null : FILES.later[this.#tool];
      const rest = theRest({ rest: files.rest, later }, this.#atOnce() ? first : null);
      // While the files are on their way.
      setTimeout(inEngland);
      const [module, made, said, law, locality, , ...styles] = await Promise.all([
        first,
        once(files.glue, (fresh) => script(files.glue, fresh)),
        spoken.said ?? data(this.#own?.words ?? FILES.words[this.#tool]),
        this.#own?.laws ? spoken.library ?? data(this.#own.laws) : this.#own ? this.#tool : data(FILES.laws[this.#tool]),
        this.#locality(),
        // What begins with less waits for the rest later.
        this.#atOnce() ? null : rest,
        ...sheets.map((file) => once(file, (fresh) => sheet(file, fresh))),
      ]);
      if (whose !== this.#whose || turn !== this.#turn) return;
      clearTimeout(slow);
      this.#notice?.remove();
      this.#state = "loading";
      await this.#start({
        module,
        rest,
        made,
        styles: [...styles, ...largerLetters()],
        said,
        law,
        locality: { ...locality, ...spoken },
      });
      if (whose !== this.#whose) return;
      // What was typed before, or is left of a crash, stands above the plan that the page brings along.
      if (again && this.#lists && this.#arrived.size) for (const arrive of this.#arrived.values()) arrive();
      else if (this.#lists || (this.#own && !typed)) await this.#fetchFiles();
    } catch (fault) {
      if (whose === this.#whose && turn === this.#turn) this.#fail(fault instanceof Failure ? fault.why : "cut");
    } finally {
      clearTimeout(slow);
    }
  }

  // The words of another language than English, where the page asks for one that there is.
  async #spoken(kind) {
    const language = this.getAttribute("language");
    this.#words = SAY;
    this.#drafted = null;
    if (!language || /^en(-gb)?$/i.test(language)) return {};
    if (!Object.hasOwn(FILES.languages, language)) return { unspoken: true };
    try {
      const { direction, words } = JSON.parse(await data(FILES.languages[language]));
      this.#words = words.element;
      this.#drafted = words.drafts;
      return { said: JSON.stringify(words[kind]), library: JSON.stringify(words.library), language, direction };
    } catch {
      return { unspoken: true };
    }
  }

  // A locality file that does not arrive, or not in time, is not a reason to fail: the tool says so and works without.
  async #locality() {
    if (this.#text) return { read: this.#text };
    const name = this.getAttribute("locality");
    if (!name) return { read: null };
    try {
      const answer = await fetch(new URL(name, document.baseURI), { credentials: "same-origin", signal: AbortSignal.timeout?.(LONG / 2) });
      return answer.ok ? { read: await answer.text() } : { read: null, missing: true };
    } catch {
      return { read: null, missing: true };
    }
  }

  // Whether the first files are enough to begin with: where there are answers to take up, or a section is named, they are
  // not.
  #atOnce() {
    return AT_ONCE.includes(this.#tool) && !this.#kept && !this.getAttribute("section");
  }

  // Draws the tool from what has arrived: anew after a crash, from a draft or on another day where `restarted` says so, and
  // not before the rest is there where `whole` does.
  async #start(arrived, { restarted = "", whole = false } = {}) {
    const { module, rest, made, styles, said, law, locality } = arrived;
    const whose = this.#whose;
    const api = made.instance();
    // What is on the screen stays there until there is the whole of what follows it.
    const late = this.#atOnce() && (this.#holder?.hidden ?? true) && !restarted && !whole;
    let join;
    let words;
    try {
      const first = await api({ module_or_path: module });
      join = async () => {
        const [code, words] = await rest;
        if (code) await WebAssembly.instantiate(code, { first });
        return words;
      };
      if (!late) words = await join();
    } catch (fault) {
      if (fault instanceof Failure) throw fault;
      throw new Failure(/content security|unsafe-eval|csp/i.test(String(fault)) ? "blocked" : "cut");
    }
    if (whose !== this.#whose) return;
    this.#day = today();
    const holder = framed();
    holder.lang = locality.language ?? "en-GB";
    holder.dir = locality.direction ?? "ltr";
    this.#listen(holder, api);
    const typed = typedInto(this);
    const options = {
      level: this.getAttribute("heading-level") ?? "2",
      section: this.getAttribute("section") ?? "",
      reference: this.getAttribute("reference") ?? "",
      view: this.getAttribute("view") ?? "",
      path: this.getAttribute("path") ?? "",
      kept: this.#kept || (restarted ? "" : typed),
    };
    if (late) options.late = "yes";
    if (restarted === "crash") options.restarted = "yes";
    if (locality.missing) options.locality_missing = "yes";
    if (this.#aside.size > 0) options.aside = "yes";
    if (locality.unspoken) options.unspoken = SAY.no_language;
    if (this.#lawOn()) options.law_on = this.#lawOn();
    if (!inEngland()) options.device_clock = "yes";
    let listens;
    const listening = new Promise((done) => (listens = done));
    this.#untold = late ? [] : null;
    try {
      await new Promise((drawn, failed) => {
        this.#again = async (why) => {
          // What is taken up is not overwritten by what is still on the screen.
          this.#instance = null;
          await this.#start(arrived, { restarted: why });
          for (const arrive of this.#arrived.values()) arrive();
        };
        this.#crashed = failed;
        try {
          this.#instance = api;
          acting = this;
          const bridge = this.#bridge(api, holder, () => drawn(listens(this.#tellsUntold(api))), locality.language);
          api.start(holder, bridge, law, said, locality.read ?? undefined, JSON.stringify(options), words);
          // It is drawn in the microtask that comes first, and listens after the page has had its turn: among many tools,
          // once the browser has drawn the others. What nothing has to be told yet does not wait for that.
          if (late && this.#shown === "open") queueMicrotask(() => this.#state === "loading" && holder.firstChild && drawn());
        } catch {
          failed(new Failure("crash"));
        }
      });
    } catch (fault) {
      if (!late || whose !== this.#whose) throw fault;
      // Something of the rest was needed sooner than is foreseen.
      return this.#start(arrived, { restarted, whole: true });
    } finally {
      this.#crashed = null;
    }
    if (whose !== this.#whose) return;
    // Somebody went on typing into the first screen while the tool was being drawn from it.
    if (!restarted && typedInto(this) !== typed) {
      this.#kept = "";
      return this.#start(arrived);
    }
    this.#api = api;
    this.#whole = !late;
    if (late) this.#kept ||= typed;
    if (late) this.#joined = this.#becomesWhole(api, Promise.all([rest, listening]), join);
    this.#show(holder, styles);
    if (restarted && restarted !== "day") holder.querySelector("#ct-step-title, #ct-tool-title")?.focus();
    this.#tell("ready", "");
    if (!this.#own && this.isConnected) {
      alive.add(this);
      setTimeout(share);
    }
  }

  // Whether all code and words are there. Until then answers can be given, and buttons wait.
  #whole = true;
  #joined = null;
  #hurry = null;

  async #becomesWhole(api, rest, join) {
    const whose = this.#whose;
    const hurried = new Promise((go) => (this.#hurry = go));
    try {
      await rest;
      await Promise.race([idle(), hurried]);
      const words = await join();
      if (this.#instance !== api) return;
      if (this.#state === "failed" && this.#cause === "slow") this.#goesOn();
      if (this.#state !== "live") return;
      this.#word("whole", words ?? "");
      if (this.#state !== "live") return;
      this.#whole = true;
      share();
      this.#keepsDrafts();
    } catch (fault) {
      if (whose === this.#whose && this.#instance === api) this.#fail(fault instanceof Failure ? fault.why : "cut");
    }
  }

  // What took very long is there: the tool was hidden meanwhile.
  #goesOn() {
    this.#notice.remove();
    this.#holder.hidden = false;
    this.#state = "live";
    this.#tell("ready", "");
    this.#look();
  }

  // The day on which the law is read, where the page asks for another than today's.
  #lawOn() {
    const day = this.getAttribute("law-on") ?? "";
    const [year, month, date] = day.split("-").map(Number);
    const real = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
    return real ? day : "";
  }

  // What covered answers say is nobody's to see, in any tool.
  get open() {
    return this.#shown !== "covered";
  }

  // What other tools know, as this one is told.
  hear(others) {
    if (!this.#whole) return;
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
    const kinds = this.#lists ? ["workers", "list"] : ["plan", "records"];
    const named = kinds.flatMap((kind) => (this.getAttribute(kind) ?? "").split(/\s+/).filter(Boolean).map((name) => [kind, name]));
    const whose = this.#whose;
    for (const [kind, name] of named) {
      try {
        const answer = await fetch(new URL(name, document.baseURI), { credentials: "same-origin" });
        if (!answer.ok) throw new Failure("missing");
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (whose !== this.#whose) return;
        await this.#arrive(kind, name.split("/").pop(), bytes);
      } catch {
        if (whose !== this.#whose) return;
        this.#api.not_arrived(`${this.#words.no_file} ${name}`);
      }
    }
  }

  #listen(holder, api) {
    for (const kind of ["input", "change", "click", "keydown", "focusin", "paste", "drop"]) {
      holder.addEventListener(kind, () => (acting = this), { capture: true });
    }
    // Whoever presses twice while a button waits has pressed once: the second would skip a section. Of several buttons the
    // last counts.
    let pressed = null;
    holder.addEventListener("click", async (event) => {
      const button = event.target.closest?.("button");
      if (this.#whole || !button) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const waits = pressed !== null;
      pressed = button;
      if (waits) return;
      this.#hurry?.();
      const slow = setTimeout(() => !this.#whole && this.#instance === api && this.#fail("slow"), LONG);
      await this.#joined;
      clearTimeout(slow);
      if (this.#whole && this.#state === "live") pressed.click();
    }, { capture: true });
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
      this.#arrive(ctPaste, ctPaste === "record" ? "" : this.#words.pasted, new TextEncoder().encode(text));
    });
  }

  async #take(kind, files) {
    this.#mine = true;
    const whose = this.#whose;
    for (const file of files) {
      // A record is never as large; a list of a hundred thousand rows may be.
      const most = kind === "list" || kind === "workers" ? 100e6 : 5e6;
      if (file.size > most) this.#not_arrived(this.#words.too_large);
      else {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (whose !== this.#whose) return;
        await this.#arrive(kind, file.name, bytes);
      }
    }
  }

  #not_arrived(why) {
    if (this.#own) this.#api.not_arrived(why);
    else this.#word("refused", why);
  }

  // A form has no reader of records: that of supervision reads them, and is fetched when somebody opens one.
  async #reopen(text) {
    const files = FILES.supervision;
    const whose = this.#whose;
    try {
      const spoken = await this.#spoken("supervision");
      const [api, words, laws] = await Promise.all([this.#office(files), spoken.said ?? data(files.words), spoken.library ?? data(files.laws)]);
      const { kept, faults } = JSON.parse(api.reopened(text, laws, words, this.#tool, uuid(), new Date().toISOString()));
      if (whose !== this.#whose) return;
      if (faults) return this.#word("refused", faults.join("\n"));
      // Somebody may have gone on typing while the reader was on its way.
      if (this.#kept) return this.#word("refused", this.#words.typed);
      this.#kept = kept;
      await this.#again("draft");
    } catch {
      this.#word("refused", this.#words.causes.cut);
    }
  }

  // A workbook is a ZIP file; its reader is a module of its own, fetched when the first one is opened.
  async #arrive(kind, name, bytes) {
    let cells = false;
    const whose = this.#whose;
    try {
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
        bytes = new TextEncoder().encode(await this.#cells(bytes));
        cells = true;
      }
    } catch (fault) {
      // The reader says in words what is wrong with a file; what is no text has ended the reader itself.
      const why = fault instanceof Failure ? this.#words.causes[fault.why] : typeof fault === "string" ? fault : this.#words.unreadable;
      if (whose === this.#whose) this.#not_arrived(why);
      return;
    }
    if (whose !== this.#whose) return;
    if (kind === "reopen") return this.#reopen(new TextDecoder().decode(bytes));
    const arrive = () => {
      acting = this;
      if (kind === "list") this.#api.list_arrived(name, bytes, cells, this.#mine);
      else if (kind === "plan") this.#api.plan_arrived(new TextDecoder().decode(bytes), this.#mine);
      else if (kind === "record" || kind === "records") this.#api.record_arrived(name, new TextDecoder().decode(bytes), this.#mine);
      else this.#api.workers_arrived(name, new TextDecoder().decode(bytes), cells);
    };
    const api = this.#api;
    arrive();
    // A plan keeps what it holds by itself; lists are read again from their files after a restart. A file that brings the
    // tool down as it arrives, which shows a moment later, is not: the one before it is still there.
    await new Promise((done) => setTimeout(done));
    const well = this.#instance === api && this.#state !== "crashed";
    if (this.#lists && well && whose === this.#whose) this.#arrived.set(kind, arrive);
  }

  async #cells(bytes) {
    return (await this.#office(FILES.office)).rows(bytes);
  }

  async #office(files) {
    const [module, made] = await Promise.all([
      once(files.wasm, (fresh) => compiled(files.wasm, fresh)),
      once(files.glue, (fresh) => script(files.glue, fresh)),
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
    return this.#aside.size > 0 || this.#kept && !(plan && this.#kept.includes('"unsaved":false'));
  }

  // A plan is saved as the record that it opens again; what else is kept for a restart stays in this page.
  #toSave() {
    const { record } = this.#own && !this.#lists ? JSON.parse(this.#kept) : {};
    return record ? JSON.stringify(record) : this.#kept;
  }

  // Drafts that are kept on this computer, where the authority turned that on: a file of its own, fetched then.
  async #keepsDrafts() {
    // What the council's file says holds once it was read against all words.
    if (this.#drafts || !this.isConnected || !this.#whole) return;
    const hours = this.#api.draft_hours?.();
    try {
      // Where drafts are kept no longer, those from before still have their limit.
      const there = hours === undefined && (await indexedDB.databases()).some(({ name }) => name === "care-tools");
      if (hours === undefined && !there) return;
      const { attach, sweep } = await once(FILES.drafts, (fresh) => script(FILES.drafts, fresh));
      if (there) return sweep();
      const whose = this.#whose;
      const name = await this.#draftName();
      if (whose !== this.#whose || this.#drafts) return;
      this.#drafts = attach({
        tool: name,
        root: this.shadowRoot,
        hours: hours || null,
        level: Number(this.getAttribute("heading-level") ?? 2) + 1,
        kept: () => this.#toKeep(),
        restore: (text) => {
          if (whose !== this.#whose) return;
          this.#kept = text;
          return this.#again("draft");
        },
        words: this.#drafted,
        version: FILES.version,
      });
    } catch {
      // Without that file nothing is kept, and nothing says that it would be.
    }
  }

  // Why this window clears by itself: nobody came back, or another one was cleared. It tells no other.
  #alone = "";

  async #cleared() {
    this.#drafts?.cleared();
    if (this.#alone !== "elsewhere") this.#aside.clear();
    if (this.#lists) this.#forget();
    if (!this.#alone) windows?.postMessage(await this.#draftName());
  }

  // What another window says of the same reference goes with it. Where there is none, these answers may be about somebody
  // else: they are covered, and whoever comes decides.
  async #clearedElsewhere(name) {
    const whose = this.#whose;
    for (const about of this.#aside.keys()) {
      const reference = JSON.parse(about)[2];
      if (reference && name === (await this.#draftName(reference))) this.#aside.delete(about);
    }
    const mine = name === (await this.#draftName());
    if (!mine || whose !== this.#whose || !this.#typed()) return;
    if (name !== this.#tool) this.#letGo("elsewhere");
    else if (this.#state === "live") this.#cover();
  }

  // A draft is one reference's: another is never offered it, and the reference itself is not written down.
  async #draftName(reference = this.getAttribute("reference")) {
    if (!reference || !crypto.subtle) return this.#tool;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(reference)));
    return `${this.#tool}/${[...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }

  #endsDrafts(again = true) {
    this.#drafts?.close(again);
    this.#drafts = null;
    this.shadowRoot?.querySelector(".ct-draft")?.remove();
  }

  // What an answer about a worker's practice says stays in the page's memory.
  #toKeep() {
    return this.#kept && (this.#api?.to_keep?.(this.#kept) ?? this.#kept);
  }

  // Nobody came back: what is in memory goes. A draft that somebody kept stays until its own limit, and is offered again.
  #letGo(why = "nobody") {
    if (this.#state !== "live" || !this.#whole) return this.#letGoEarly();
    this.#endsDrafts();
    if (why !== "elsewhere") this.#aside.clear();
    // Whoever comes now begins anew.
    this.#shown = "open";
    this.#used = Date.now();
    this.#alone = why;
    this.#word("clear", why);
    setTimeout(() => {
      this.#alone = "";
      if (this.#state === "live") this.#keepsDrafts();
    }, AGAIN_AFTER);
  }

  #drafts = null;
  #again = null;
  // The instance that is heard: what an earlier one still says is of no account.
  #instance = null;
  #crashed = null;

  #typed() {
    return this.#kept || typedInto(this);
  }

  // The screen that stood in is hidden by the shadow root at the moment the live one is drawn.
  #show(holder, styles) {
    const old = this.#holder;
    const focus = this.#focused();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const was = root.activeElement?.id;
    root.adoptedStyleSheets = styles;
    root.replaceChildren(holder, ...root.querySelectorAll(".ct-draft"));
    this.#holder = holder;
    this.#state = "live";
    if (focus && !old) {
      const control = focus.id ? holder.querySelector(`#${CSS.escape(focus.id)}`) : controls(holder)[focus.at];
      control?.focus({ preventScroll: true });
      if (focus.start !== null) control?.setSelectionRange?.(focus.start, focus.end);
    }
    if (was) holder.querySelector(`#${CSS.escape(was)}`)?.focus({ preventScroll: true });
    // What was typed before is in the tool now; left behind, it would outlive "Clear everything". A council's own
    // guidance stays: it stands in the tool's slots.
    this.replaceChildren(...this.querySelectorAll(":scope > [slot]"));
    if (this.#goOn) {
      this.#goOn = false;
      holder.querySelector(".ct-button--primary")?.click();
    }
    if (this.#shown === "covered") this.#cover();
    this.#look();
    this.#keepsDrafts();
  }

  #focused() {
    const control = document.activeElement;
    if (!control || control === this || !this.contains(control)) return null;
    const text = control.localName === "textarea" || control.type === "text";
    return { id: control.id, at: controls(screen(this)).indexOf(control), start: text ? control.selectionStart : null, end: text ? control.selectionEnd : null };
  }

  // "Continue" pressed before the tool is live is remembered.
  #early(event) {
    const button = event.target.closest?.(".ct-button--primary");
    if (this.#state === "live" || !button || button.closest(".ct-notice")) return;
    this.#goOn = true;
    this.load();
  }

  #bridge(api, holder, ready, language) {
    // Of the steps asked for only the last is taken: while somebody goes on changing things, the rest can wait.
    let pending = 0;
    const step = (after) => {
      clearTimeout(pending);
      pending = setTimeout(() => heard() && this.#word("step", ""), after);
    };
    let down = false;
    const heard = () => this.#instance === api;
    return {
      today: () => this.#lawOn() || today(),
      stamp: () => `${uuid()} ${new Date().toISOString()}`,
      keep: (state) => {
        if (!heard()) return;
        // A list that somebody opened would be lost too, though nothing in it was changed.
        this.#kept = state || (this.#mine && this.#lists ? "{}" : "");
        this.#drafts?.changed(this.#toKeep());
        // What is written on the result page is known too.
        clearTimeout(this.#later);
        if (this.#done) this.#later = setTimeout(() => this.#completed(), 300);
      },
      tell: (event, outcomes) => {
        if (!heard()) return;
        if (event === "ready") return ready();
        if (event === "cleared") this.#cleared();
        this.#done = event === "completed";
        if (this.#done) setTimeout(() => this.#completed());
        else this.#forgotten();
        this.#tell(event, outcomes);
      },
      copy: (plain, html) => this.#copy(plain, html),
      download: (name, kind, content) => save(name, `${kind};charset=utf-8`, content),
      word: (name, document) => this.#word_file(name, document),
      print: () => printAlone(this, holder.querySelector("[data-ct-mark]")?.dataset.ctMark ?? ""),
      focus: (id) => holder.querySelector(`#${CSS.escape(id)}`)?.focus(),
      awake: () => this.#wake(),
      // The page's screen is in English; a tool in another language does not show it.
      stand_in: () => (language ? null : screen(this)?.querySelector(".ct-panel")?.cloneNode(true)),
      later: () => step(0),
      soon: () => step(150),
      // A crashed instance may go down again, when what it left behind hears one more event. That is not a second crash.
      crashed: () => {
        if (!down && heard()) this.#crash();
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

  // What a tool is told that does not listen yet, in order; nothing once it does.
  #untold = null;

  #tellsUntold(api) {
    const untold = this.#untold ?? [];
    this.#untold = null;
    setTimeout(() => untold.forEach(([what, detail]) => this.#instance === api && this.#word(what, detail)));
  }

  #word(what, detail) {
    if (this.#state !== "live") return;
    if (this.#untold) return this.#untold.push([what, detail]);
    acting = this;
    try {
      this.#api.tell(what, detail);
    } catch {
      // A crash has told the bridge by now; an end without memory tells nobody.
      if (this.#state === "live") this.#crash();
    }
  }

  // A module that has no memory left ends without a word. Only the page hears of it, and not whose module it was: that of
  // the element that did something last.
  #ended(event, fault) {
    if (!(fault instanceof WebAssembly.RuntimeError)) return;
    if (acting === this && this.#crashed) {
      event.preventDefault();
      return this.#crashed(new Failure("crash"));
    }
    if (acting === this && this.#state === "live") this.#crash();
    if (this.#state === "crashed") event.preventDefault();
  }

  // A crashed instance never recovers. The answers are kept outside it, and a new instance takes them up.
  #crash() {
    // What ended for want of the rest goes on with it, as if nothing had happened.
    const early = !this.#whole;
    const again = !early && performance.now() - this.#crashedAt < CRASH_AGAIN;
    if (!early) this.#crashedAt = performance.now();
    this.#state = "crashed";
    const during = this.#crashed;
    const whose = this.#whose;
    setTimeout(async () => {
      if (whose !== this.#whose) return;
      if (during) return during(new Failure("crash"));
      if (again) return this.#fail("crash");
      try {
        await this.#again(early ? "draft" : "crash");
      } catch (fault) {
        this.#fail(early && fault instanceof Failure ? fault.why : "crash");
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
    const unused = Date.now() - this.#used;
    if (this.#state !== "live") return unused >= DELETE_AFTER && this.#letGoEarly();
    if (this.#kept || this.#aside.size) this.#coverOrDelete(unused);
    // Nobody is interrupted by midnight. What was just deleted is not drawn again from its files.
    if (Date.now() - this.#used >= MINUTE) this.#turnOver();
  }

  // A form and a list read the day once: on another day they are drawn anew, with all that is in them.
  async #turnOver() {
    if (this.#day === today() || this.#state !== "live" || !this.#whole || this.#lawOn() || (this.#own && !this.#lists)) return;
    // What is half typed into a list is not in it yet.
    if (this.#lists && this.shadowRoot.activeElement?.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return;
    this.#day = today();
    try {
      await this.#again("day");
    } catch {
      this.#fail("crash");
    }
  }

  // What was typed before all of the tool was there, or is left of one that cannot be used any more: in its boxes, and in an
  // instance that waits behind a notice.
  #letGoEarly() {
    if (!this.#typed() && !this.#aside.size) return;
    const waits = ["loading", "live"].includes(this.#state) || (this.#cause === "slow" && this.#instance);
    this.#endsDrafts();
    emptied(this);
    this.#forget();
    this.#aside.clear();
    this.#instance = null;
    this.#holder?.remove();
    this.#holder = null;
    if (waits) {
      this.#whose += 1;
      this.#notice?.remove();
      this.#shown = "open";
      this.#used = Date.now();
      this.#state = "asleep";
      this.load();
    } else if (this.#state === "failed") {
      this.#fail(this.#cause);
    }
  }

  #coverOrDelete(unused) {
    const cover = Math.min(this.#api.idle_minutes() ?? COVER_AFTER, COVER_AFTER) * MINUTE;
    if (unused >= DELETE_AFTER) {
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
    // The cover is drawn by the rest: until it is there, nothing is.
    if (!this.#whole) this.#holder.hidden = true;
    const until = new Date(this.#used + DELETE_AFTER);
    this.#word("cover", until.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
    share();
  }

  // A page that is left shows nothing of anybody, should it come back.
  #left() {
    if (this.#holder && (this.#kept || this.#heard || this.#aside.size)) this.#holder.hidden = true;
  }

  // A page brought back by the Back button must not show the last person's answers. What was typed into the first screen
  // has no cover yet, and goes.
  #coverAgain() {
    if (!this.#kept && !["live", "crashed"].includes(this.#state)) this.#letGoEarly();
    if (this.#state !== "live") return;
    if (this.#kept || this.#aside.size) this.#cover();
    // A tool without answers of its own shows none of another that is now covered.
    setTimeout(() => {
      if (this.#holder && (this.#whole || this.#shown !== "covered")) this.#holder.hidden = false;
    }, 50);
  }

  #fail(cause) {
    this.#state = "failed";
    this.#cause = cause;
    this.#notice?.remove();
    this.#notice = failedNotice(this.#words, cause, {
      kept: Boolean(this.#kept || typedInto(this)),
      again: () => {
        givenUp();
        this.#notice.remove();
        this.#state = "asleep";
        this.#shown = "open";
        this.load();
      },
      keep: this.#kept && (() => save(`${this.#tool}.json`, "application/json;charset=utf-8", this.#toSave())),
      paper: FILES.words[this.#tool] && FILES.paper[this.#tool],
    });
    (this.shadowRoot ?? this).prepend(this.#notice);
    if (this.#holder) this.#holder.hidden = true;
    this.#tell("failed", "");
  }
}

