// Files on their way: what is fetched, once for all elements, and why it does not come.

class Failure extends Error {
  constructor(cause) {
    super(cause);
    this.why = cause;
  }
}

// Which files the page's policy has refused, so that a refusal can be told from a bad line.
const refused = new Set();
document.addEventListener("securitypolicyviolation", (event) => refused.add(event.blockedURI));

// A file is its address and its hash. What is not what was published is not used: where it is fetched without its hash, the
// caller sees to that. Bundlers write scripts and style sheets anew, so the package's entry has no hash for those.
async function fetched([url, integrity = ""], type, fresh, signal, way = { credentials: "same-origin" }) {
  const options = { ...way, cache: fresh ? "reload" : "default", headers: { accept: `${type},*/*;q=0.1` } };
  let answer;
  try {
    answer = await fetch(url, { ...options, integrity, signal });
  } catch {
    if (signal?.aborted) throw new Failure("left");
    throw new Failure(refused.has(url) ? "blocked" : await whyNot(url, type, options, integrity));
  }
  // The caller has asked in a way in which another site's answer cannot be read.
  if (answer.type === "opaque") return answer;
  if (!answer.ok) throw new Failure("missing");
  if (!(answer.headers.get("content-type") ?? "").includes(type)) throw new Failure("type");
  return answer;
}

// A browser does not say why it refused a file; asking for it again without a hash does.
async function whyNot(url, type, options, integrity) {
  try {
    const answer = await fetch(url, options);
    if (!answer.ok) return "missing";
    if (!(answer.headers.get("content-type") ?? "").includes(type)) return "type";
    await answer.arrayBuffer();
    // Without a hash it was the network that failed the first time.
    return integrity ? "changed" : "cut";
  } catch {
    // That the policy refused a file is said a moment after it has.
    await new Promise((go) => setTimeout(go));
    return refused.has(url) ? "blocked" : "cut";
  }
}

async function text(file, type, fresh) {
  const answer = await fetched(file, type, fresh);
  try {
    return await answer.text();
  } catch {
    throw new Failure("cut");
  }
}

async function compiled(file, fresh, signal) {
  if (typeof WebAssembly !== "object") throw new Failure("old");
  const named = fresh ? null : linked(file);
  if (named) {
    try {
      return await checked(named, false, signal);
    } catch {
      // Of another version, or not there: ours has a name of its own.
    }
  }
  return checked(file, fresh, signal);
}

// As a page's line asks for it ahead. Engines take what has come only where script and page ask in the same way.
const AS_AHEAD = { mode: "no-cors", credentials: "include" };

// Where the browser compares the hash of a file, it may fetch anew what the page has asked for ahead: so we compare it
// ourselves, but for pages without https, where no script can take a hash.
async function checked([url, integrity], fresh, signal) {
  const hashedHere = integrity && crypto.subtle;
  const ask = (way) => fetched([url, hashedHere ? "" : integrity], "application/wasm", fresh, signal, way);
  let answer = await ask(hashedHere && new URL(url).origin === self.origin ? AS_AHEAD : undefined);
  // Our own site sends to another one, which may let it be read.
  if (answer.type === "opaque") answer = await ask();
  const compiling = WebAssembly.compileStreaming(hashedHere ? answer.clone() : answer);
  if (hashedHere) {
    compiling.catch(() => {});
    const bytes = await answer.arrayBuffer().catch(() => {
      throw new Failure(signal?.aborted ? "left" : "cut");
    });
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new Failure("changed");
  }
  try {
    return await compiling;
  } catch (fault) {
    throw new Failure(/content security|unsafe-eval|csp/i.test(String(fault)) ? "blocked" : "cut");
  }
}

// An import has no hash of its own: what is preloaded with one is what the import then takes.
async function script([url, integrity], fresh) {
  const here = url + (fresh ? `?${Date.now()}` : "");
  try {
    if (integrity && document.createElement("link").relList?.supports?.("modulepreload")) {
      const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: here, integrity });
      await new Promise((loaded, failed) => {
        link.onload = loaded;
        link.onerror = failed;
        document.head.append(link);
      }).finally(() => link.remove());
    } else if (integrity) {
      await fetched([here, integrity], "javascript", false);
    }
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ here);
  } catch {
    // An import does not say why it failed; asking for the file again does.
    await fetched([url, integrity], "javascript", true);
    throw new Failure("cut");
  }
}

// What a tool can begin without: the second file of its module and of its words. Where the first ones are enough to begin
// with, these are fetched after them. Why they do not come is said where they are waited for.
function theRest({ rest, later }, after) {
  const fetching = async () => {
    await after;
    const code = rest && once(rest, (fresh) => compiled(rest, fresh));
    return Promise.all([code, later && data(later)]);
  };
  const coming = fetching();
  coming.catch(() => {});
  return coming;
}

// When the page has nothing more urgent to do, such as drawing the next of many tools.
const idle = () =>
  new Promise((go) => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: IDLE_AT_LAST }) : setTimeout(go)));

async function sheet(file, fresh) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((await linkedSheet(file)) ?? (await text(file, "text/css", fresh)));
  return sheet;
}

// Where the page links the same style sheet, the browser has it already. One of another version, as just after an upload,
// is not taken: the browser says so in its console, and ours is fetched.
async function linkedSheet(file) {
  const named = linked(file);
  if (!named) return null;
  const [url, integrity] = named;
  try {
    const answer = await fetch(url, { integrity, cache: "force-cache", credentials: "same-origin" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

// The same file by the name that never changes, where the page names it so.
function linked([url, integrity]) {
  const here = url.replace(/-[\da-f]{8}(\.\w+)$/, "$1");
  const isNamed = integrity && [...document.querySelectorAll("link[href]")].some(({ href }) => href === here);
  return isNamed ? [here, integrity] : null;
}

// One download and one compilation for all elements. A failure is not kept, so that "Try again" tries again.
const shared = new Map();
const onTheirWay = new Set();
function once(file, make) {
  if (!shared.has(file)) {
    const made = make(shared.failed === true);
    onTheirWay.add(file);
    const arrived = () => shared.get(file) === made && onTheirWay.delete(file);
    made.then(arrived, () => {
      // What was left is asked for anew by then.
      if (!arrived()) return;
      shared.delete(file);
      shared.failed = true;
    });
    shared.set(file, made);
  }
  return shared.get(file);
}

// What does not come is asked for anew: it may have got stuck.
function givenUp() {
  for (const file of onTheirWay) shared.delete(file);
  shared.failed ||= onTheirWay.size > 0;
  onTheirWay.clear();
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

// Where little stands before a tool, it will be in sight: the largest file is asked for before the browser knows, which
// takes it a while. Where it turns out not to be, as in a tab that is not open, the file is left.
const LITTLE = 2_000;
const ahead = new AbortController();
let wanted = false;
const topmost = document.querySelector(Object.keys(TOOLS).filter((name) => AT_ONCE.includes(TOOLS[name])).join());
if (topmost && lettersBefore(topmost) < LITTLE) {
  once(FILES.wasm, (fresh) => compiled(FILES.wasm, fresh, ahead.signal)).catch(() => {});
}

function lettersBefore(element) {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEndBefore(element);
  return before.toString().length;
}

