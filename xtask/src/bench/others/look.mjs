// Looks at the forms of the others in a browser:
//
//   node look.mjs LOGIC_JSON OUT_DIR CASES_JSON [survey] [rjsf] [lhc]
//
// For each page that is named, or for all: how big its files are, what it asks of other sites, which policy it runs under, and whether it asks the
// questions that the logic asks while the worked cases are answered. Fails when a form asks others than it should.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { PAGES } from "./build.mjs";
import { read, shown } from "./questions.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ADAPTER = readFileSync(join(HERE, "rival.js"), "utf8");
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".png": "image/png" };
const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Our own policy, without what only WebAssembly needs. */
const STRICT = {
  "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"], "connect-src": ["'self'"],
  "img-src": ["'self'"], "base-uri": ["'none'"], "form-action": ["'none'"],
  "require-trusted-types-for": ["'script'"], "trusted-types": ["'none'"],
};

const [logic, out, casesPath, ...named] = process.argv.slice(2);
if (!logic || !out || !casesPath) throw new Error("usage: node look.mjs LOGIC_JSON OUT_DIR CASES_JSON");
const form = read(logic);
const cases = facts(JSON.parse(readFileSync(casesPath, "utf8")));

let policy = null;
const server = createServer((request, answer) => {
  const name = request.url.slice(1);
  const path = join(out, name);
  const known = /^[\w.-]+$/.test(name) && existsSync(path);
  const headers = { "Content-Type": TYPES[extname(name)] ?? "text/plain" };
  if (policy) headers["Content-Security-Policy"] = text(policy);
  answer.writeHead(known ? 200 : 404, headers).end(known ? readFileSync(path) : "");
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const site = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
let wrong = 0;
try {
  for (const name of named.length > 0 ? named : Object.keys(PAGES)) await look(name);
} finally {
  await browser.close();
  server.close();
}
if (wrong > 0) throw new Error(`${wrong} times a form asked other questions than the logic`);

async function look(name) {
  const { styles, scripts } = PAGES[name];
  const sizes = [...styles, ...scripts, `${name}.html`].map((it) => [it, packed(readFileSync(join(out, it)))]);
  const sum = sizes.reduce((all, [, size]) => all + size, 0);
  console.log(`${name}: ${sum} bytes with Brotli: ${sizes.map(([it, size]) => `${it} ${size}`).join(", ")}`);
  policy = STRICT;
  console.log(`${name}: under our own policy ${await starts(name)}`);
  console.log(`${name}: needs ${(await needed(name)).join("; ") || "no other policy"}`);
  policy = null;
  await answered(name);
}

/** Goes through the worked cases, and compares what is asked with the logic after every answer. */
async function answered(name) {
  const { page, elsewhere } = await opened(name);
  let [answers, other] = [0, []];
  for (const [at, wanted] of cases.entries()) {
    const given = {};
    for (let next; (next = nextOf(wanted, given)); ) {
      const [question, choice] = next;
      await give(page, given, next);
      answers += 1;
      const asked = await page.evaluate("tool.all()");
      const right = shown(form, given).map((it) => it.id);
      if (same(asked, right)) continue;
      const more = asked.filter((it) => !right.includes(it));
      const less = right.filter((it) => !asked.includes(it));
      other.push(`case ${at + 1}, ${question} ${choice}: asks also [${more}], does not ask [${less}]`);
    }
    await page.evaluate("clear()");
  }
  wrong += other.length;
  console.log(`${name}: ${answers} answers in ${cases.length} cases, ${other.length} times other questions than the logic`);
  other.slice(0, 5).forEach((it) => console.log(`  ${it}`));
  console.log(`${name}: asked of other sites: ${elsewhere.join(", ") || "nothing"}`);
  await page.close();
}

/** The next answer of a case that can be given: its question is asked, and the choice may be used. */
function nextOf(wanted, given) {
  for (const { id, choices } of shown(form, given)) {
    const choice = (wanted[id] ?? []).find((it) => choices.includes(it) && !(given[id] ?? []).includes(it));
    const single = form.questions.find((it) => it.id === id).shape === "one";
    if (choice && !(single && given[id])) return [id, choice];
  }
  return undefined;
}

/** What has to be allowed beside our own policy, found by allowing what was refused until nothing is. */
async function needed(name) {
  const allowed = [];
  for (;;) {
    const next = (await refusals(name, allowed)).map(relaxation).find((it) => !allowed.includes(it));
    if (!next) break;
    if (allowed.length > 12) throw new Error(`${name} keeps asking for more: ${allowed.join("; ")}`);
    allowed.push(next);
  }
  // What was asked for only because something else was refused is not needed.
  for (const one of [...allowed]) {
    const others = allowed.filter((it) => it !== one);
    if ((await refusals(name, others)).length === 0) allowed.splice(allowed.indexOf(one), 1);
  }
  return allowed;
}

/** What is refused while the first case is answered, under our own policy with exceptions. */
async function refusals(name, allowed) {
  policy = structuredClone(STRICT);
  for (const [directive, value] of allowed.map((it) => it.split(" "))) {
    if (value === "dropped") delete policy[directive];
    else policy[directive] = [...(policy[directive] ?? []), value].filter((it) => it !== "'none'");
  }
  const { page, refused } = await opened(name);
  await tried(page);
  const broken = await refused();
  await page.close();
  return broken;
}

function relaxation({ directive, blocked, sample }) {
  if (/trusted-types/.test(directive)) return `${directive} dropped`;
  const base = directive.replace(/-(elem|attr)$/, "");
  if (blocked === "inline") return `${base} 'unsafe-inline'`;
  if (blocked === "eval") return `${base} 'unsafe-eval'`;
  if (blocked === "wasm-eval") return `${base} 'wasm-unsafe-eval'`;
  if (/^(data|blob)/.test(blocked)) return `${base} ${blocked.split(":")[0]}:`;
  if (blocked.startsWith(site)) return `${base} 'self'`;
  return `${base} ${blocked || sample}`;
}

async function starts(name) {
  const { page, refused } = await opened(name);
  const works = await tried(page);
  const count = (await refused()).length;
  await page.close();
  return `${works ? "it works" : "it does not work"}, with ${count} refusals`;
}

/** Whether the first worked case can be answered, and what it asks for appears. */
async function tried(page) {
  try {
    const given = {};
    for (let next; (next = nextOf(cases[0], given)); ) {
      await give(page, given, next);
      if (!same(await page.evaluate("tool.all()"), shown(form, given).map((it) => it.id))) return false;
    }
    return true;
  } catch {
    return false;
  }
}

async function give(page, given, [question, choice]) {
  given[question] = [...(given[question] ?? []), choice];
  await page.evaluate(`answer(${JSON.stringify(question)}, ${JSON.stringify(choice)})`);
}

function same(some, others) {
  return some.toSorted().join() === others.toSorted().join();
}

/** The page, with the adapter in it, as soon as it asks something or ten seconds have passed. */
async function opened(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const elsewhere = [];
  await page.route((url) => !url.href.startsWith(site), (route) => {
    elsewhere.push(route.request().url());
    return route.abort();
  });
  await page.addInitScript(() => {
    const broken = [];
    Object.defineProperty(globalThis, Symbol.for("broken"), { value: broken });
    addEventListener("securitypolicyviolation", (it) =>
      broken.push({ directive: it.effectiveDirective, blocked: it.blockedURI, sample: it.sample }));
  });
  await page.goto(`${site}${name}.html`);
  await page.evaluate(`${ADAPTER}
    globalThis.kinds = { survey, rjsf, lhc };
    globalThis.quiet = () => new Promise((done) => {
      let end = setTimeout(finished, 150);
      const watch = new MutationObserver(() => (clearTimeout(end), (end = setTimeout(finished, 150))));
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      function finished() { watch.disconnect(); done(); }
    });
    globalThis.ready = async () => {
      for (let n = 0; n < 100; n += 1) {
        try {
          globalThis.tool = kinds[${JSON.stringify(name)}]();
          if (tool.asked().length > 0) return quiet();
        } catch {}
        await new Promise((done) => setTimeout(done, 100));
      }
    };
    globalThis.answer = async (question, choice) => {
      // A form in pages asks only what is on the page that is open.
      while (!tool.asked().includes(question) && tool.all().includes(question)) {
        const before = tool.asked().join();
        tool.goOn();
        await quiet();
        if (tool.asked().join() === before) throw new Error("there is no way to " + question);
      }
      // A turn of the page's own: what the browser's driver calls by itself may use eval, whatever the policy says.
      await new Promise((turn) => setTimeout(turn));
      const control = tool.control(question, choice);
      if (!control) throw new Error("there is no " + question + " " + choice);
      if (!control.checked) control.click();
      await quiet();
      if (!tool.control(question, choice)?.checked) throw new Error(question + " " + choice + " was not taken");
    };
    globalThis.clear = async () => { await tool.clear(); await quiet(); };
    undefined`);
  await page.evaluate("ready()");
  const refused = () => page.evaluate(() => globalThis[Symbol.for("broken")]);
  return { page: Object.assign(page, { close: () => context.close() }), elsewhere, refused };
}

/** The answers of the worked cases, as lists of choices. Days are left as they are filled in. */
function facts(list) {
  const chosen = new Set(form.questions.filter((it) => it.choices.length > 0).map((it) => it.id));
  return list.map((it) => Object.fromEntries(
    Object.entries(it.facts).filter(([id]) => chosen.has(id)).map(([id, said]) => [id, [said].flat()]),
  ));
}

function packed(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  }).length;
}

function text(policy) {
  return Object.entries(policy).map(([directive, values]) => `${directive} ${values.join(" ")}`).join("; ");
}
