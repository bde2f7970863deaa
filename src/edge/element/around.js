// What an element needs around it: when it is seen, the day, nodes, and the first screen that stands in for it.

// So close to what is seen a tool is fetched, in pixels.
const NEAR = 800;
const seen = "IntersectionObserver" in window
  ? new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) {
          seen.unobserve(entry.target);
          entry.target.load();
        }
      }
    }, { rootMargin: `${NEAR}px` })
  : null;

// Where a browser does not know the time in England, the device's own day has to do, and a plan says so.
// Asked when it is needed first: browsers take their time over it.
let england;
function inEngland() {
  if (england !== undefined) return england;
  try {
    england = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });
  } catch {
    england = null;
  }
  return england;
}
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  if (!inEngland()) return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
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

function save(name, kind, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

// What the tool is drawn in: a form that sends nothing. Chromium never lets go of radio buttons that were taken out of
// a shadow root: memory grows, and the Tab key leaves out those that are there. In a form neither happens.
function framed() {
  const form = node("form");
  // No word goes to a spelling service somewhere else: the setting holds for every box inside.
  Object.assign(form, { noValidate: true, autocomplete: "off", spellcheck: false });
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

// Everything that can take the focus, in order: the first screen has the same before and after the tool is live.
const controls = (within) => [...(within?.querySelectorAll("button, input, textarea, summary") ?? [])];
const screen = (element) => element.querySelector(":scope > .ct-widget:not(.ct-failed)");

// Where a page has made the root's letters small (html { font-size: 62.5% }), our measures, which are in rem, are made
// larger by as much: letters are never smaller than what the reader has set the browser to.
function largerLetters() {
  const probe = node("span");
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  document.documentElement.append(probe);
  const sheet = new CSSStyleSheet();
  probe.attachShadow({ mode: "open" }).append(node("i"));
  sheet.replaceSync("i { font-size: medium }");
  probe.shadowRoot.adoptedStyleSheets = [sheet];
  const ratio = size(probe.shadowRoot.firstChild) / size(document.documentElement);
  probe.remove();
  if (!(ratio > 1.02)) return [];
  sheet.replaceSync(`:host { --ct-rem: ${ratio.toFixed(4)}rem !important }`);
  return [sheet];
}

// An old library of the page may have said how every list becomes JSON. These lists stay lists.
const plain = (list) => Object.defineProperty(list, "toJSON", { value: undefined });

// What was typed into the screen that stands in for the tool until it is live, in the form the tool keeps.
function typedInto(element) {
  const draft = { answers: {}, dates: {}, notes: {} };
  const of = (control) => control.name.replace(/^ct-/, "");
  const within = screen(element) ?? document.createDocumentFragment();
  for (const control of within.querySelectorAll("input:checked")) {
    (draft.answers[of(control)] ??= plain([])).push(control.value);
  }
  for (const day of within.querySelectorAll(".ct-date")) {
    const boxes = [...day.querySelectorAll("input")];
    if (boxes.some((box) => box.value)) {
      draft.dates[boxes[0].id.replace(/^ct-|-day$/g, "")] = plain(boxes.map((box) => box.value));
    }
  }
  for (const box of within.querySelectorAll("textarea.ct-input, .ct-field input.ct-input")) {
    if (box.value) draft.notes[box.id.replace(/^ct-/, "")] = box.value;
  }
  const any = [draft.answers, draft.dates, draft.notes].some((part) => Object.keys(part).length > 0);
  return any ? JSON.stringify({ draft }) : "";
}

// Takes back what was typed into it.
function emptied(element) {
  for (const control of controls(screen(element))) {
    if (/radio|checkbox/.test(control.type)) control.checked = false;
    else control.value = "";
  }
}

// What each tool on the page knows once its result is shown. Another tool may take it over, if somebody wants that;
// it stays in this page's memory and is gone with its tool's answers.
const alive = new Set();
// "Clear everything" is heard by the other windows of the browser.
const windows = (() => {
  try {
    return new BroadcastChannel("care-tools");
  } catch {
    return null;
  }
})();
// The element whose module ran last.
let acting = null;
function share() {
  for (const element of alive) element.hear([...alive].filter((other) => other !== element && other.open));
}

