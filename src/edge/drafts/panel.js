// Who holds a draft, saving it, and the panel that offers to. The build puts this behind `store.js`, in one module.

// ------------------------------------------------------------ who holds a draft: one tab

// Gives what lets go of it, or null when another tab has it. For a tab that dies the browser lets go.
const locked = (name) => new Promise((done, failed) => {
  const held = (free) => done(() => (free(), over));
  const over = navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? new Promise(held) : done(null)))
    .catch(failed);
});

function holder(tool) {
  const name = `care-tools-draft-${tool}`;
  const wire = tried(() => new BroadcastChannel("care-tools-drafts"));
  const off = new AbortController();
  let [held, claim, waiting] = [null, null, false];
  const post = (kind, id) => off.signal.aborted || wire?.postMessage({ kind, tool, id });
  const it = { hear() {}, post, take, free, freed, close };
  wire?.addEventListener("message", ({ data }) => {
    const { kind, id } = data ?? {};
    if (data?.tool !== tool) return;
    if (kind === "claim" && (held || claim?.id < id)) post("held", id);
    else if (kind === "held" && claim?.id === id) claim.refused = true;
    else it.hear(kind);
  });

  // Where there are no locks the tabs ask each other.
  async function asked() {
    const mine = (claim = { id: hex(fresh(8)), refused: false });
    post("claim", mine.id);
    await new Promise((go) => setTimeout(go, 300));
    claim = null;
    return mine.refused ? null : () => {};
  }

  async function take() {
    held ??= await (navigator.locks ? locked(name).catch(asked) : asked());
    return held !== null;
  }

  async function free() {
    const go = held;
    held = null;
    await go?.();
    if (go) post("free");
  }

  async function freed(then) {
    if (!navigator.locks || waiting || off.signal.aborted) return;
    waiting = true;
    await navigator.locks.request(name, { signal: off.signal }, () => {}).then(() => setTimeout(then), () => {});
    waiting = false;
  }

  async function close() {
    await free();
    off.abort();
    wire?.close();
  }

  return it;
}

// ------------------------------------------------------------ saving: the last text wins

function saver(tool, version, until, secret) {
  let [next, busy, count, newest] = [null, false, 0, 0];
  // Not ready before a draft is back in its tool: on the way there the tool may say that it is empty.
  const it = { tool, until, secret, live: true, ready: true, saved: false, saved_at: Date.now(), tell() {}, want, flush, end };

  // Sealed at once, so that a page that is left has only to hand it over.
  function want(text) {
    if (!it.live || !it.ready) return;
    if (stale(it)) return it.tell("over");
    const head = { format: FORMAT, tool, version, saved_at: Date.now(), until };
    next = { at: (count += 1), made: text ? sealed(head, text, it.secret) : Promise.resolve(null) };
    next.made.catch(() => {});
    if (!busy) run();
  }

  async function run() {
    busy = true;
    while (next) await flush();
    busy = false;
  }

  async function flush() {
    if (!next) return;
    const { at, made } = next;
    next = null;
    // Asked when the transaction begins: nothing is written after the end, and no older text over a newer one.
    const wanted = () => it.live && at >= newest && Boolean((newest = at));
    try {
      const draft = await made;
      await written(tool, draft, wanted);
      if (!it.live || at < newest) return;
      Object.assign(it, { saved: draft !== null, saved_at: draft?.saved_at ?? it.saved_at });
      it.tell("saved");
    } catch (fault) {
      if (it.live) it.tell("failed", fault);
    }
  }

  function end() {
    it.live = false;
    it.secret = next = null;
  }

  return it;
}

// ------------------------------------------------------------ the panel

function node(name, className, inside, more) {
  const made = Object.assign(document.createElement(name), { className, ...more });
  made.append(...inside);
  return made;
}

const line = (text, className = "", more = {}) => node("p", className, [text], more);
const prose = (...texts) => node("div", "ct-prose", texts.map((text) => (text instanceof Node ? text : line(text))));
const buttons = (...inside) => node("div", "ct-buttons ct-buttons--tight", inside);

function save(name, draft) {
  const content = JSON.stringify(draft, (_, value) => (value instanceof Uint8Array ? hex(value) : value));
  const href = URL.createObjectURL(new Blob([content], { type: "application/json;charset=utf-8" }));
  node("a", "", [], { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), MINUTE);
}

function view(root, run, level) {
  const title = node(`h${level}`, "ct-heading ct-heading--small", [SAY.title], { id: "ct-draft-title", tabIndex: -1 });
  const [status, body] = [node("div", "ct-prose", []), node("div", "", [])];
  const section = node("section", "ct-widget ct-draft ct-section ct-noprint", [title, status, body]);
  status.setAttribute("role", "status");
  // Several tools of a page may have one: each is named with its tool.
  section.setAttribute("aria-labelledby", `${title.id} ct-title`);
  root.append(section);
  let last = "";

  // Read out when it changes: a draft that is saved again within the minute says the same.
  function say(text, heading = "") {
    if (last === heading + text) return;
    last = heading + text;
    const told = heading ? [line(heading, "ct-notice__title"), line(text)] : [line(text)];
    const notice = () => node("div", "ct-notice ct-notice--warn", [node("span", "ct-failed-mark", []), node("div", "", told)]);
    status.replaceChildren(...(heading ? [notice()] : text ? told : []));
  }

  function draw(says, ...inside) {
    const here = section.contains(root.activeElement);
    say(...says);
    body.replaceChildren(...inside);
    if (here && !section.contains(root.activeElement)) title.focus();
  }

  function press(id, label, work, className = "ct-button") {
    const made = node("button", className, [label], { type: "button", id: `ct-draft-${id}` });
    made.addEventListener("click", () => run((mine) => made.isConnected && work(mine)));
    return made;
  }

  function field(label, hint) {
    const box = node("input", "ct-input", [], { type: "password", id: "ct-draft-passphrase", autocomplete: "off", spellcheck: false });
    const show = press("show", SAY.show, () => {
      box.type = box.type === "text" ? "password" : "text";
      show.textContent = box.type === "text" ? SAY.hide : SAY.show;
    }, "ct-link ct-link--button ct-target");
    box.setAttribute("aria-describedby", "ct-draft-hint");
    const named = node("label", "ct-field__label", [label], { htmlFor: box.id });
    return [box, node("div", "ct-prose ct-below", [named, line(hint, "ct-field__hint", { id: "ct-draft-hint" }), box, show])];
  }

  function wrong(box, text) {
    section.querySelector("#ct-draft-error")?.remove();
    box.before(node("p", "ct-error", [node("span", "", [node("span", "ct-hidden", [SAY.error]), text])], { id: "ct-draft-error" }));
    box.className = "ct-input ct-input--error";
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", "ct-draft-hint ct-draft-error");
    box.focus();
  }

  return { section, say, draw, press, field, wrong };
}

// A tool that is drawn anew attaches anew: what keeps its draft waits a moment for that.
const handed = new WeakMap();

// Deletes what is out of date, and shows nothing.
export const sweep = () => swept("").catch(() => {});

export function attach({ tool, root, hours, kept, restore, version, words, level = 3 }) {
  SAY = words ?? ENGLISH;
  const { section, say, draw, press, field, wrong } = view(root, run, level);
  if (!globalThis.crypto?.subtle) {
    draw([""], line(SAY.insecure, "ct-soft ct-small ct-prose"));
    return { changed() {}, cleared() {}, close: () => section.remove() };
  }
  const before = handed.get(root);
  const hold = before?.hold ?? holder(tool);
  const off = new AbortController();
  const { signal } = off;
  let [doing, turn, keeper, reopened] = [Promise.resolve(), 0, null, false];
  let [mode, told, found, onChange, onLook] = ["", [""], null, () => {}, () => {}];

  // One thing at a time. Whatever fails in it ends as a sentence in the panel.
  function run(work) {
    const mine = turn;
    doing = doing.then(() => work(mine)).catch(async (fault) => {
      if (!keeper) await hold.free();
      unsaved(fault);
    }).catch(() => {});
  }

  // ---------------------------------------------------------- what happens

  async function look(note = "", read = null) {
    const { found: draft, old } = read ?? (await swept(tool));
    if (keeper) return;
    if (signal.aborted) return hold.free();
    if (!(await hold.take())) return elsewhere();
    await hold.free();
    const state = draft ? await condition(draft, tool) : "none";
    // What is shown already stays, with what was typed into it.
    if (mode === state && found?.saved_at === draft?.saved_at && !note && !old) return say(...told);
    if (state === "none") offer(old ? whyGone(old) : note);
    else if (state === "newer") show("newer", [said("newer", { until: moment(draft.until) })]);
    else if (state === "damaged") damaged(draft);
    else carry(draft, state === "locked", note);
    found = draft;
  }

  async function keep(box, mine) {
    if (box.value && [...box.value].length < 8) return wrong(box, SAY.too_short);
    say(SAY.working);
    if (!(await hold.take())) return elsewhere();
    // Another tab may have left a draft since this was offered.
    const read = await swept(tool);
    if (read.found) return look("", read);
    const secret = box.value ? await secretOf(box.value, fresh(16)) : null;
    if (mine !== turn) return hold.free();
    begin(saver(tool, version, limit(hours), secret));
    again();
  }

  async function carryOn(box, mine) {
    if (box?.value === "") return wrong(box, SAY.no_passphrase);
    say(SAY.working);
    if (!(await hold.take())) return elsewhere();
    const read = await swept(tool);
    const draft = read.found;
    if (!draft || (await condition(draft, tool)) !== (box ? "locked" : "plain")) return look("", read);
    const secret = box && (await secretOf(box.value, draft.salt));
    const text = await unsealed(draft, secret);
    if (mine === turn && text !== null) return back(draft, text, secret);
    await hold.free();
    if (mine !== turn) return;
    wrong(carry(draft, true, "", true), SAY.wrong);
    found = draft;
  }

  // The tool may be drawn anew meanwhile: what is told then arrives in the panel that took over.
  async function back(draft, text, secret) {
    const mine = saver(tool, version, Math.min(draft.until, limit(hours)), secret);
    begin(Object.assign(mine, { ready: false, saved: true, saved_at: draft.saved_at }));
    try {
      await restore(text);
      mine.ready = true;
      mine.tell("restored");
    } catch {
      mine.tell("refused");
      mine.end();
    }
  }

  function begin(mine) {
    keeper = mine;
    keeper.tell = (what, fault) => {
      if (what === "saved") keeping();
      if (what === "failed") unsaved(fault);
      if (what === "over") check();
      if (what === "restored" && kept()) again();
      if (what !== "refused") return;
      forget();
      run(() => look(SAY.not_restored));
    };
    hold.post("taken");
    keeping();
    check();
  }

  function again() {
    reopened = false;
    keeper?.want(kept());
  }

  function forget() {
    turn += 1;
    mode = "";
    keeper?.end();
    keeper = null;
  }

  const erased = () => written(tool, null).finally(() => hold.post("cleared"));
  const discard = async () => ((await hold.take()) ? remove(SAY.deleted) : elsewhere());

  async function remove(note, gone = erased()) {
    try {
      await gone;
    } catch {
      await hold.free();
      return show("undeleted", [SAY.undeleted, SAY.undeleted_title], buttons(retry(() => remove(note))));
    }
    // It is deleted, whether or not the store can be looked at again.
    await look(note).catch(async () => {
      await hold.free();
      show("fault", [note || SAY.deleted], buttons(retry(() => look())));
    });
  }

  function check() {
    if (keeper && stale(keeper)) {
      forget();
      say(SAY.out_of_date);
      run(() => remove(SAY.out_of_date_deleted));
    } else if ((found && stale(found)) || (mode === "elsewhere" && !navigator.locks)) {
      found = null;
      run(() => look());
    } else {
      onLook();
    }
  }

  // The store went away. It is opened again once without a word.
  function gone() {
    if (!keeper) return found && run(() => look());
    if (reopened) return unsaved();
    again();
    reopened = true;
  }

  // A page that waits behind the Back button lets another tab have the draft. When it comes back and nobody had it,
  // it goes on keeping it.
  function left() {
    keeper?.flush();
    if (keeper) hold.free();
  }

  async function cameBack() {
    if (keeper && stale(keeper)) return check();
    const held = keeper && (await hold.take());
    const read = await swept(tool);
    const same = keeper?.saved ? read.found?.saved_at === keeper.saved_at : !read.found;
    if (held && keeper && same) return;
    if (keeper) forget();
    await look("", read);
  }

  hold.hear = (kind) => {
    if (kind === "cleared" && keeper) {
      // This tab may have saved once more after the other one deleted.
      forget();
      run(() => remove(SAY.cleared_elsewhere, written(tool, null)));
    } else if (kind === "cleared" || (kind === "taken" && !keeper) || (kind === "free" && ["elsewhere", ""].includes(mode))) {
      turn += 1;
      if (kind === "cleared") mode = "";
      run(() => look());
    }
  };

  // ---------------------------------------------------------- what is shown

  function show(name, says, ...inside) {
    [mode, told, found, onChange, onLook] = [name, says, null, () => {}, () => {}];
    draw(says, ...inside);
  }

  function offer(note) {
    const [box, secret] = field(SAY.passphrase, SAY.passphrase_hint);
    const until = line("");
    const about = prose(SAY.offer, SAY.what, SAY.where, until, line(SAY.shared, "ct-strong"));
    show("none", [note], about, secret, buttons(press("keep", SAY.keep, (mine) => keep(box, mine))));
    onLook = () => (until.textContent = said("until", { until: moment(limit(hours)) }));
    onLook();
  }

  function carry(draft, closed, note, failed) {
    const [saved, until] = [savedAt(draft.saved_at), moment(draft.until)];
    const [box, secret] = closed ? field(SAY.passphrase_open, SAY.passphrase_open_hint) : [null, ""];
    const replaces = line(SAY.replaces, "ct-strong");
    const about = prose(replaces, ...(draft.version === version ? [] : [SAY.other_version]));
    const offered = [press("open", said("carry_on", { saved }), (mine) => carryOn(box, mine)), press("delete", SAY.delete, discard)];
    if (failed) offered.push(press("save", SAY.save_locked, () => save(`${tool}-draft.json`, draft)));
    show(closed ? "locked" : "plain", [`${note} ${said("found", { saved, until })}`.trim()], about, secret, buttons(...offered));
    onChange = (text) => (replaces.hidden = text === "");
    onChange(kept());
    return box;
  }

  function damaged(draft) {
    const file = press("save", SAY.save_file, () => save(`${tool}-draft.json`, draft));
    show("damaged", [SAY.damaged], prose(SAY.damaged_file), buttons(file, press("delete", SAY.delete, discard)));
  }

  function elsewhere() {
    show("elsewhere", [SAY.elsewhere]);
    hold.freed(() => run(() => look()));
  }

  const retry = (work) => press("again", SAY.again, () => (say(SAY.working), work()));
  const stop = () => press("stop", SAY.stop, () => (forget(), remove(SAY.deleted)));

  function keeping() {
    const until = moment(keeper.until);
    const says = keeper.saved ? said("saved", { saved: savedAt(keeper.saved_at), until }) : said("nothing_yet", { until });
    if (mode === "kept") return say(says);
    show("kept", [says], line(keeper.secret ? SAY.locked : SAY.unlocked, "ct-soft ct-small"), buttons(stop()));
  }

  function unsaved(fault) {
    const known = { QuotaExceededError: SAY.cause_full, slow: SAY.cause_slow };
    const says = [`${SAY.unsaved} ${known[fault?.name] ?? known[fault?.message] ?? SAY.cause_other}`, SAY.unsaved_title];
    if (mode === "unsaved" && keeper) return say(...says);
    const offered = keeper ? [retry(again), stop()] : [retry(() => look())];
    show(keeper ? "unsaved" : "fault", says, buttons(...offered));
  }

  // ---------------------------------------------------------- from the page

  const timer = setInterval(check, 5_000);
  watchers.add(gone);
  addEventListener("pagehide", left, { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && run(cameBack), { signal });
  document.addEventListener("visibilitychange", () => (document.hidden ? keeper?.flush() : check()), { signal });
  handed.delete(root);
  if (before?.keeper.live) begin(before.keeper);
  else run(() => look());

  function changed(text) {
    keeper?.want(text);
    onChange(text);
  }

  // Deletes at once, whatever else is under way in this panel.
  function cleared() {
    const note = keeper || found ? SAY.deleted : "";
    forget();
    const erasing = erased();
    erasing.catch(() => {});
    run(() => remove(note, erasing));
  }

  // Unless the same tool is drawn anew, nobody takes over.
  function close(handOver = true) {
    if (signal.aborted) return;
    off.abort();
    clearInterval(timer);
    watchers.delete(gone);
    section.remove();
    turn += 1;
    if (!keeper) return void hold.close();
    const flushed = keeper.flush();
    keeper.tell = () => {};
    const left = { keeper, hold };
    if (!handOver) {
      const end = () => (left.keeper.end(), hold.close());
      return void flushed.then(end, end);
    }
    handed.set(root, left);
    setTimeout(function drop() {
      if (handed.get(root) !== left) return;
      if (left.keeper.live && !left.keeper.ready) return void setTimeout(drop, HANDOVER);
      handed.delete(root);
      left.keeper.end();
      hold.close();
    }, HANDOVER);
  }

  return { changed, cleared, close };
}
