// What changes in the law between two days, and a tool as it will be on the second.

import { $, node, row, say, table, textOf, toolNode } from "./parts.js";

const MOST_CASES = 100;
const TOOLS = [
  ["advocacy", "care-advocacy"],
  ["allocation", "care-allocation", { view: "priority" }],
  ["team_suitability", "care-team-suitability"],
  ["action_planning", "care-action-plan"],
  ["supervision", "care-supervision"],
];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// ---- Days.

const two = (number) => String(number).padStart(2, "0");

function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

// The day in England, wherever the computer believes itself to be.
function today() {
  try {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "numeric", day: "numeric" });
    const part = Object.fromEntries(format.formatToParts(new Date()).map(({ type, value }) => [type, Number(value)]));
    return [part.year, part.month, part.day];
  } catch {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  }
}

function fill(which, [year, month, day]) {
  $(`${which}-day`).value = day;
  $(`${which}-month`).value = month;
  $(`${which}-year`).value = year;
}

// A day, or what is wrong with it and in which box.
function asked(which, name) {
  const parts = ["day", "month", "year"].map((part) => $(`${which}-${part}`));
  const given = parts.map((part) => part.value.trim());
  const lacking = ["a day", "a month", "a year"].filter((_, at) => !given[at]);
  if (lacking.length) return { wrong: `${name}: write ${lacking.join(" and ")}.`, boxes: parts.filter((_, at) => !given[at]) };
  const number = given.findIndex((text) => !/^\d+$/.test(text));
  if (number >= 0) return { wrong: `${name}: write the ${["day", "month", "year"][number]} as a number.`, boxes: [parts[number]] };
  const [day, month, year] = given.map(Number);
  if (given[2].length !== 4 || year < 1000) return { wrong: `${name}: write the year with four figures, such as 2027.`, boxes: [parts[2]] };
  if (month < 1 || month > 12) return { wrong: `${name}: the month should be from 1 to 12.`, boxes: [parts[1]] };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) return { wrong: `${name}: ${MONTHS[month - 1]} ${year} has days from 1 to ${last}.`, boxes: [parts[0]] };
  return { day: `${year}-${two(month)}-${two(day)}` };
}

function wrong(which, text, boxes = []) {
  $(`${which}-wrong`).textContent = text;
  $(`${which}-wrong`).hidden = !text;
  for (const box of document.querySelectorAll(`#${which} input, input#${which}`)) {
    if (boxes.includes(box)) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  }
}

// ---- Asking.

let fetched = null;
function council() {
  fetched ??= import("./council.js").then(async (made) => {
    const [api, worked] = await Promise.all([made.council(), made.worked()]);
    return { api, worked, catalogue: JSON.parse(api.catalogue_json()) };
  });
  fetched.catch(() => (fetched = null));
  return fetched;
}

let second = "";
let settings = "";

async function ask(event) {
  event.preventDefault();
  const [from, to] = [asked("from", "First day"), asked("to", "Second day")];
  const late = !from.wrong && !to.wrong && from.day >= to.day;
  if (late) Object.assign(to, { wrong: "Second day: it should be later than the first.", boxes: [$("to-day")] });
  wrong("from", from.wrong ?? "", from.boxes);
  wrong("to", to.wrong ?? "", to.boxes);
  wrong("file", "");
  const boxes = [...(from.boxes ?? []), ...(to.boxes ?? [])];
  if (boxes.length) return boxes[0].focus();
  let locality = "";
  const [file] = $("file").files;
  try {
    if (file) locality = await textOf(file);
  } catch {
    return refuseFile("This is not a text file, or not in UTF-8. Save it as UTF-8 text and choose it again.");
  }
  say("Comparing the two days.");
  let made;
  try {
    made = await council();
  } catch {
    return say("A part of this page did not arrive. Check the connection, and press the button again.");
  }
  // Comparing every example twice takes a moment in which nothing is drawn: what is said first should be seen.
  await new Promise((drawn) => setTimeout(drawn, 100));
  try {
    const changes = JSON.parse(made.api.what_changes(from.day, to.day, locality, made.worked));
    second = to.day;
    settings = locality;
    draw(changes, from.day, made.catalogue);
  } catch (fault) {
    const why = typeof fault === "string" ? fault : "Something went wrong on this page. Load it again.";
    say(why);
    if (file && /file/.test(why)) refuseFile(why);
  }
}

function refuseFile(why) {
  $("said").textContent = "";
  wrong("file", why, [$("file")]);
  if (/Check it first/.test(why)) $("file-wrong").append(" ", node("a", { href: "check-locality.html" }, "Check a settings file"));
  $("file").focus();
}

// ---- The result.

function draw({ turns, unset, otherwise, decided }, from, catalogue) {
  const textAt = (kind, path) => catalogue.find((entry) => entry.kind === kind && entry.path === path)?.text;
  const name = (tool) => textAt(tool, "tool.title") || tool;
  const rule = (it) => node("p", { className: "host-hint" }, `${name(it.tool)}, rule `, node("code", {}, it.rule));

  const days = [...new Set(turns.map(({ day }) => day))];
  const ofDay = (day) => [
    node("h3", {}, inWords(day)),
    node("ul", { className: "host-list" }, ...turns.filter((it) => it.day === day).map((it) =>
      node("li", {},
        node("p", {}, node("strong", {}, it.begins ? "Begins: " : "Ends: "), it.says || it.rule),
        rule(it)))),
  ];
  $("turns").replaceChildren(...(days.length
    ? [node("p", {}, "A rule that ends no longer holds on that day."), ...days.flatMap(ofDay)]
    : [node("p", {}, `No rule begins or ends after ${inWords(from)} and up to ${inWords(second)}.`)]));

  $("unset").replaceChildren(...(unset.length
    ? [
        node("p", {}, "These rules do not apply yet: the day on which each begins is not in the settings file. A council fills it in once the day is published."),
        node("ul", { className: "host-list" }, ...unset.map((it) =>
          node("li", {},
            node("p", {}, it.says || it.rule),
            node("p", { className: "host-hint" }, `Waits for: ${textAt(it.tool, `settings.${it.setting}`) || "a date"} (`, node("code", {}, `${it.tool}.${it.setting}`), ")"),
            rule(it)))),
      ]
    : [node("p", {}, "No rule waits for a date.")]));

  drawCases(otherwise, decided, name);
  $("try-says").textContent = `The tool below uses the law of ${inWords(second)}${settings ? ", and your settings file" : ""}.`;
  $("tool").replaceChildren(...TOOLS.map(([tool], at) => node("option", { value: at }, tool === "supervision" ? "Supervision" : name(tool))));
  $("preview").replaceChildren();
  $("result").hidden = false;
  $("turns-title").focus();
  const rules = turns.length === 1 ? "1 rule begins or ends" : `${turns.length || "No"} rules begin or end`;
  const cases = decided ? `${otherwise.length} of ${decided} example cases have another result.` : "No example case was compared.";
  say(`${rules}. ${cases}`);
}

function drawCases(otherwise, decided, name) {
  if (!otherwise.length) {
    const why = decided
      ? `All ${decided} example cases have the same result on both days.`
      : "No example case was compared, because no rule begins or ends in these days.";
    return $("otherwise").replaceChildren(node("p", {}, why));
  }
  const heads = ["Tool", "Example case", "No longer", "Now"];
  const texts = (list) => (list.length ? node("ul", {}, ...list.map((text) => node("li", {}, text))) : "Nothing");
  const told = (it) => row(heads, [name(it.tool), node("code", {}, it.case), texts(it.lost), texts(it.gained)]);
  const cases = table("Example cases with another result", heads, otherwise.slice(0, MOST_CASES).map(told));
  const parts = [node("p", {}, `${otherwise.length} of ${decided} example cases have another result on the second day.`), cases];
  const rest = otherwise.slice(MOST_CASES).map(told);
  if (rest.length) {
    const more = node("button", { className: "host-button", type: "button" }, `Show the other ${rest.length}`);
    more.addEventListener("click", () => {
      cases.tBodies[0].append(...rest);
      more.remove();
      rest[0].tabIndex = -1;
      rest[0].focus();
    });
    parts.push(more);
  }
  $("otherwise").replaceChildren(...parts);
}

function showTool() {
  const [, element, attributes] = TOOLS[$("tool").value];
  const made = toolNode(element, { ...attributes, "law-on": second });
  if (settings) made.settings = settings;
  $("preview").replaceChildren(made);
  say(`The tool stands below, with the law of ${inWords(second)}.`);
}

const [year, month, day] = today();
fill("from", [year, month, day]);
// A year on from 29 February is 28 February.
fill("to", [year + 1, month, month === 2 && day === 29 ? 28 : day]);
$("ask").addEventListener("submit", ask);
$("show").addEventListener("click", showTool);
$("no-script").remove();
$("work").hidden = false;
