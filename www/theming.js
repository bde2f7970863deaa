// The page “Colours and shapes”. A council's colours and sizes are set on a live tool, measured, and written as CSS.
// Under the policy of this site styles are set one by one.

import { $, announce, cell, copy, node, row } from "./parts.js";

const [tool, stage] = [$("tool"), $("stage")];
const TOOLS = ["care-advocacy", "care-allocation", "care-team-suitability", "care-action-plan", "care-supervision"];
const BOTH = CSS.supports("color", "light-dark(#000, #fff)");
const MODES = BOTH ? ["light", "dark"] : ["light"];

const THEMES = [
  ["As shipped", ""],
  ["Example borough", "councils/borough.css"],
  ["Example county", "councils/county.css"],
  ["Example unitary council", "councils/unitary.css"],
];

const COLOURS = [
  ["--ct-accent", "Links, main button, progress"],
  ["--ct-accent-strong", "The same, pointed at or pressed"],
  ["--ct-accent-wash", "Behind a chosen answer"],
  ["--ct-on-accent", "Words on the main button"],
  ["--ct-paper", "Background"],
  ["--ct-wash", "Background of the panel"],
  ["--ct-ink", "Words"],
  ["--ct-ink-soft", "Hints and sources"],
  ["--ct-edge", "Borders of controls"],
  ["--ct-line", "Fine lines"],
  ["--ct-now", "Do now, errors"],
  ["--ct-now-wash", "Behind errors"],
  ["--ct-warn", "Words of warnings"],
  ["--ct-warn-wash", "Behind warnings"],
  ["--ct-ok", "Done"],
  ["--ct-focus", "Ring around what has the focus"],
  ["--ct-focus-gap", "Between the ring and the thing"],
];

// Property, label, least, most, step, what the number is in CSS.
const rem = (number) => `calc(${number} * var(--ct-rem))`;
const px = (number) => `${number}px`;
const SIZES = [
  ["--ct-base", "Size of words", 1, 1.375, 0.0625, rem],
  ["--ct-radius", "Round corners", 0, 20, 1, px],
  ["--ct-bar", "Bar at the left of notes", 2, 12, 1, px],
  ["--ct-bar-strong", "Bar at the left of “must”", 4, 16, 1, px],
  ["--ct-pad", "Space at both sides", 0, 32, 1, px],
  ["--ct-target", "Least height of buttons", 2.75, 3.5, 0.125, rem],
];

// What on what, and how much it needs.
const PAIRS = [
  ["Words", "--ct-ink", "the background", "--ct-paper", 4.5],
  ["Words", "--ct-ink", "the panel", "--ct-wash", 4.5],
  ["Words", "--ct-ink", "a chosen answer", "--ct-accent-wash", 4.5],
  ["Hints and sources", "--ct-ink-soft", "the background", "--ct-paper", 4.5],
  ["Hints and sources", "--ct-ink-soft", "the panel", "--ct-wash", 4.5],
  ["Links", "--ct-accent", "the background", "--ct-paper", 4.5],
  ["Links", "--ct-accent", "the panel", "--ct-wash", 4.5],
  ["Links, pointed at", "--ct-accent-strong", "the background", "--ct-paper", 4.5],
  ["Words", "--ct-on-accent", "the main button", "--ct-accent", 4.5],
  ["Words", "--ct-on-accent", "the main button, pressed", "--ct-accent-strong", 4.5],
  ["Do now, errors", "--ct-now", "the background", "--ct-paper", 4.5],
  ["Do now, errors", "--ct-now", "an error", "--ct-now-wash", 4.5],
  ["Words of warnings", "--ct-warn", "a warning", "--ct-warn-wash", 4.5],
  ["Done", "--ct-ok", "the background", "--ct-paper", 4.5],
  ["Borders of controls", "--ct-edge", "the background", "--ct-paper", 3],
  ["Borders of controls", "--ct-edge", "the panel", "--ct-wash", 3],
  ["Borders of controls", "--ct-edge", "a chosen answer", "--ct-accent-wash", 3],
  ["Ring", "--ct-focus", "the background", "--ct-paper", 3],
  ["Ring", "--ct-focus", "the gap inside it", "--ct-focus-gap", 3],
];

// ---- What is set: a property and its value as CSS, over what is shipped.

let own = new Map();
let shipped = new Map();
const value = (name) => own.get(name) ?? shipped.get(name) ?? "";

// ---- Colours as a browser sees them.

const probes = Object.fromEntries(
  MODES.map((mode) => {
    const probe = node("span", { className: `theme-probe theme-probe--${mode}` });
    probe.setAttribute("aria-hidden", "true");
    stage.after(probe);
    return [mode, probe];
  }),
);
const canvas = node("canvas", { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

// Red, green and blue from 0 to 255.
function seen(name, mode) {
  const probe = probes[mode];
  probe.style.setProperty("color", "");
  probe.style.setProperty("color", value(name));
  canvas.fillStyle = "#000000";
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// ---- Sizes as numbers: of "6px", "1rem" and "calc(1.125 * var(--ct-rem))". Nothing, where it is written in another way.

function number(text) {
  const found = text.match(/^(?:calc\()?\s*(\d*\.?\d+)(?:px$|rem$|\s*\*)/);
  return found ? Number(found[1]) : null;
}

// ---- Reading style sheets.

// Later ones win, as in a browser; what a browser without light-dark() skips, is skipped.
function declared(css) {
  const found = new Map();
  for (const [, name, text] of css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/(--ct-[\w-]+)\s*:\s*([^;}]+)/g)) {
    const said = text.trim().replace(/\s+/g, " ");
    if (BOTH || !said.startsWith("light-dark(")) found.set(name, said);
  }
  return found;
}

async function text(address) {
  const answer = await fetch(new URL(address, import.meta.url), { credentials: "same-origin" });
  if (!answer.ok) throw new Error(address);
  return answer.text();
}

// ---- Drawing.

const mode = () => (BOTH && $("mode-dark").checked ? "dark" : "light");

function apply() {
  for (const name of [...tool.style]) if (name.startsWith("--ct-") && !own.has(name)) tool.style.removeProperty(name);
  for (const [name, said] of own) tool.style.setProperty(name, said);
  stage.classList.toggle("theme-stage--dark", mode() === "dark");
  for (const { name, control } of colours) control.value = hex(seen(name, mode()));
  for (const { name, control, output, css } of sizes) {
    const now = number(value(name));
    control.value = String(now ?? control.min);
    output.textContent = value(name);
    control.setAttribute("aria-valuetext", css === px ? `${control.value} pixels` : `${control.value} times the page’s size`);
  }
  measure();
  write();
}

function measure() {
  const failing = { light: 0, dark: 0 };
  $("pairs").replaceChildren(
    ...PAIRS.map(([front, frontName, ground, groundName, least]) => {
      const cells = MODES.map((mode) => {
        // Cut, not rounded: 4.496 does not pass.
        const ratio = Math.floor(contrast(seen(frontName, mode), seen(groundName, mode)) * 100) / 100;
        const passes = ratio >= least;
        if (!passes) failing[mode] += 1;
        const made = cell(mode === "light" ? "Light" : "Dark", `${ratio.toFixed(2)} ${passes ? "passes" : `fails: needs ${least}`}`);
        made.classList.toggle("theme-fails", !passes);
        return made;
      });
      if (!BOTH) cells.push(cell("Dark", "not in this browser"));
      return node("tr", { role: "row" }, cell("What on what", `${front} on ${ground}`), ...cells);
    }),
  );
  const many = (count, mode) => `${count || "no"} ${count < 2 ? "pair fails" : "pairs fail"} in ${mode} colours`;
  const sum = MODES.map((mode) => many(failing[mode], mode)).join(", ");
  $("contrast-sum").textContent = `${sum.charAt(0).toUpperCase()}${sum.slice(1)}.`;
}

const differing = () => [...own].filter(([name, said]) => said !== shipped.get(name));

// Browsers without light-dark() get the light colours.
function write() {
  const changed = differing();
  const rule = (lines, indent) => `${TOOLS.map((name) => indent + name).join(",\n")} {\n${lines.map((line) => `${indent}  ${line}`).join("\n")}\n${indent}}`;
  const two = changed.filter(([, said]) => said.startsWith("light-dark("));
  const plain = changed.map(([name, said]) => `${name}: ${said.startsWith("light-dark(") ? hex(seen(name, "light")) : said};`);
  const whole = [
    rule(plain, ""),
    ...(two.length ? [`@supports (color: light-dark(#000, #fff)) {\n${rule(two.map(([name, said]) => `${name}: ${said};`), "  ")}\n}`] : []),
  ];
  $("output").textContent = changed.length ? whole.join("\n\n") : "/* Nothing is changed yet. */";
  $("copy").disabled = !changed.length;
}

function say(words) {
  $("status").textContent = words;
}

function pressed(button) {
  for (const each of $("themes").children) each.setAttribute("aria-pressed", String(each === button));
}

// One half of a colour changes; the other stays as it was.
function setColour(name, said) {
  const halves = Object.fromEntries(MODES.map((mode) => [mode, hex(seen(name, mode))]));
  halves[mode()] = said;
  own.set(name, !BOTH || halves.light === halves.dark ? halves.light : `light-dark(${halves.light}, ${halves.dark})`);
  apply();
}

const colours = COLOURS.map(([name, label]) => {
  const id = `colour${name}`;
  const control = node("input", { type: "color", id });
  control.addEventListener("input", () => setColour(name, control.value));
  $("colours").append(node("div", { className: "theme-row" }, control, node("label", { htmlFor: id }, label, node("code", {}, name))));
  return { name, control };
});

const sizes = SIZES.map(([name, label, min, max, step, css]) => {
  const id = `size${name}`;
  const control = node("input", { type: "range", id, min, max, step });
  const output = node("span");
  control.addEventListener("input", () => {
    own.set(name, css(Number(control.value)));
    apply();
  });
  $("sizes").append(
    node("div", { className: "theme-slide" }, node("label", { htmlFor: id }, label), control, node("code", {}, `${name}: `, output)),
  );
  return { name, control, output, css };
});

for (const [label, address] of THEMES) {
  const button = node("button", { type: "button", className: "theme-button" }, label);
  button.addEventListener("click", async () => {
    try {
      own = address ? declared(await text(address)) : new Map();
      pressed(button);
      apply();
      say(`The tool now looks so: ${label}.`);
    } catch {
      say("This style sheet was not found on this site.");
    }
  });
  $("themes").append(button);
}
pressed($("themes").firstChild);

$("modes").hidden = !BOTH;
$("modes").addEventListener("change", () => {
  apply();
  say(`You see and change the ${mode()} colours.`);
});
$("with-part").addEventListener("change", ({ target }) => tool.classList.toggle("theme-with-part", target.checked));
$("theme-form").addEventListener("submit", (event) => event.preventDefault());
$("copy").addEventListener("click", async () => announce($("copied"), await copy($("output"))));

// ---- What the element says of itself.

const described = (heads, name, about, more) =>
  row(heads, [[node("code", {}, name), ...(more ? [node("code", { className: "theme-value" }, more)] : [])], about]);

const OF_PROPERTIES = ["Property and value", "What it is for"];
const OF_PARTS = ["Part", "What it is"];
const OF_SLOTS = ["Slot", "Where it stands"];

function slots(elements) {
  const pick = $("slots-of");
  const some = elements.filter(({ slots }) => slots?.length);
  pick.replaceChildren(...some.map(({ tagName }) => node("option", { value: tagName }, tagName)));
  const draw = () => {
    const { slots } = some.find(({ tagName }) => tagName === pick.value);
    $("slots-rows").replaceChildren(...slots.map(({ name, description }) => described(OF_SLOTS, name, description)));
  };
  pick.addEventListener("change", draw);
  draw();
}

// What is shipped is what the page itself has: a custom property that nobody set on the element.
function readShipped(names) {
  const style = getComputedStyle(tool);
  shipped = new Map(names.map((name) => [name, style.getPropertyValue(name).trim().replace(/\s+/g, " ")]));
}

readShipped([...COLOURS, ...SIZES].map(([name]) => name));
try {
  const elements = JSON.parse(await text("custom-elements.json")).modules.flatMap(({ declarations }) => declarations);
  const first = elements.find(({ tagName }) => tagName === tool.localName);
  $("properties-rows").replaceChildren(...first.cssProperties.map(({ name, description, default: said }) => described(OF_PROPERTIES, name, description, said)));
  $("parts-rows").replaceChildren(...first.cssParts.map(({ name, description }) => described(OF_PARTS, name, description)));
  slots(elements);
} catch {
  document.querySelector(".theme-pick").hidden = true;
  $("properties-missing").textContent =
    "The list of properties did not load. Load the page again, or open the file custom-elements.json in the folder of the tools.";
}
apply();
$("theme-form").hidden = false;
