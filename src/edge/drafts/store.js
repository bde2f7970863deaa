// Keeping a draft on this computer, where a council has turned that on. Nothing is kept until somebody asks.
// The build puts `panel.js` behind this file, in one module.
// Here: times, what a draft looks like, the store. There: who holds a draft, saving, the panel.

const ENGLISH = /* words */ {};
let SAY = ENGLISH;

const FORMAT = 1;
const MINUTE = 60_000;
const MOST = 168 * 60 * MINUTE;
const PATIENCE = 3_000;
const HANDOVER = 2_000;

function tried(work) {
  try {
    return work();
  } catch {
    return null;
  }
}

const said = (text, gaps) => SAY[text].replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]);

// ------------------------------------------------------------ times, by this computer's clock

const midnight = (ms, days = 0) => new Date(ms).setHours(24 * days, 0, 0, 0);
const clock = (ms) => new Date(ms).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = (ms) => new Date(ms).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
const moment = (ms) => {
  const near = ["at_yesterday", "at_today", "at_tomorrow"].find((_, n) => midnight(Date.now(), n - 1) === midnight(ms));
  return said(near ?? "at_day", { time: clock(ms), day: day(ms) });
};
const savedAt = (ms) => (midnight(ms) === midnight(Date.now()) ? clock(ms) : moment(ms));

// Without a number of hours: the end of the working day, and for those who work late the end of the day.
function limit(hours, now = Date.now()) {
  if (Number.isInteger(hours)) return now + Math.min(Math.max(hours, 1) * 60 * MINUTE, MOST);
  const late = now > new Date(now).setHours(17, 0, 0, 0);
  return late ? new Date(now).setHours(23, 59, 59, 999) : new Date(now).setHours(18, 0, 0, 0);
}

// A clock that was set back must not make a draft last longer.
const dated = (draft) => Number.isSafeInteger(draft?.saved_at) && Number.isSafeInteger(draft.until);
const ahead = (draft) => draft.saved_at > Date.now() + MINUTE;
const stale = (draft) => !dated(draft) || draft.until < Date.now() || ahead(draft) || draft.until - draft.saved_at > MOST;

function whyGone(draft) {
  if (!dated(draft)) return SAY.swept_undated;
  return said(ahead(draft) ? "swept_clock" : "swept", { until: moment(draft.until) });
}

// ------------------------------------------------------------ what a draft looks like

const encoded = (text) => new TextEncoder().encode(text);
const fresh = (length) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const sum = async (text) => hex(await crypto.subtle.digest("SHA-256", encoded(text)));
const bytes = (value, least, most) => value instanceof Uint8Array && value.length >= least && value.length <= most;

async function secretOf(passphrase, salt) {
  const typed = await crypto.subtle.importKey("raw", encoded(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", iterations: 600_000, salt };
  const key = await crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return { key, salt };
}

async function sealed(head, text, secret) {
  if (!secret) return { ...head, text, sum: await sum(text) };
  const iv = fresh(12);
  const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secret.key, encoded(text));
  return { ...head, salt: secret.salt, iv, cipher: new Uint8Array(cipher) };
}

// The whole text, or nothing.
async function unsealed({ text, sum: right, iv, cipher }, secret) {
  const clear = secret && (await crypto.subtle.decrypt({ name: "AES-GCM", iv }, secret.key, cipher).catch(() => null));
  if (secret ? !clear : (await sum(text)) !== right) return null;
  const whole = clear ? new TextDecoder().decode(clear) : text;
  return tried(() => JSON.parse(whole)) instanceof Object ? whole : null;
}

// Format 1 is the first. The second one will bring its step from the first here.
async function condition(draft, tool) {
  if (Number.isInteger(draft.format) && draft.format > FORMAT) return "newer";
  if (draft.format !== FORMAT || draft.tool !== tool) return "damaged";
  if (!("cipher" in draft)) return (await unsealed(draft)) === null ? "damaged" : "plain";
  return bytes(draft.salt, 16, 16) && bytes(draft.iv, 12, 12) && bytes(draft.cipher, 17, Infinity) ? "locked" : "damaged";
}

// ------------------------------------------------------------ the store, which may do anything but answer

function within(work, late) {
  let timer = 0;
  const time = new Promise((over) => (timer = setTimeout(over, PATIENCE))).then(late).catch(() => {});
  const slow = time.then(() => Promise.reject(new Error("slow")));
  return Promise.race([new Promise(work), slow]).finally(() => clearTimeout(timer));
}

// Held open, so that what is typed last is on its way in the moment a page is left.
let connection = null;
const watchers = new Set();

function opened() {
  if (connection) return connection;
  const mine = within((done, failed) => {
    const request = indexedDB.open("care-tools");
    request.onupgradeneeded = () => request.result.createObjectStore("drafts");
    request.onblocked = () => failed(new Error("blocked"));
    request.onerror = () => failed(request.error);
    request.onsuccess = () => {
      const base = request.result;
      // It came when it had been given up.
      if (connection !== mine) return base.close();
      base.onversionchange = base.onclose = () => {
        base.close();
        if (connection !== mine) return;
        connection = null;
        for (const tell of watchers) tell();
      };
      done(base);
    };
  });
  connection = mine;
  mine.catch(() => connection === mine && (connection = null));
  return mine;
}

async function once(work) {
  const base = await opened();
  let deal, result;
  return within((done, failed) => {
    deal = base.transaction("drafts", "readwrite", { durability: "strict" });
    deal.oncomplete = () => done(result);
    deal.onabort = () => failed(deal.error ?? new Error("aborted"));
    work(deal.objectStore("drafts"), (value) => (result = value));
    // What is given up should not arrive later, when something else was said about it.
  }, () => deal.abort());
}

// A database that was closed or deleted under us is opened again, once.
const stored = (work) => once(work).catch((fault) => {
  if (fault?.name === "QuotaExceededError") throw fault;
  connection?.then((base) => base.close()).catch(() => {});
  connection = null;
  if (fault?.message === "slow") throw fault;
  return once(work);
});

// All drafts that are out of date go, of every tool, before anything of one is shown.
const swept = (tool) => stored((store, give) => {
  const read = { found: null, old: null };
  give(read);
  store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    const old = stale(cursor.value);
    if (cursor.key === tool) read[old ? "old" : "found"] = cursor.value ?? {};
    if (old) cursor.delete();
    cursor.continue();
  };
});

// Stores the draft, or deletes it when there is none. A store that agrees to everything is asked what it holds.
async function written(tool, draft, wanted = () => true) {
  const there = await stored((store, give) => {
    give(draft);
    if (!wanted()) return;
    if (draft) store.put(draft, tool);
    else store.delete(tool);
    store.get(tool).onsuccess = ({ target }) => give(target.result);
    // A page that is left does not wait for answers: without this, what it wrote last would be undone.
    store.transaction.commit?.();
  });
  if (there?.saved_at !== draft?.saved_at || there?.sum !== draft?.sum) throw new Error("not there");
}

