// The form, made from the schema: its parts, and fields of several values.

import { $, marked, node, say, small } from "../parts.js";
import { drawBeside, ofForm } from "./beside.js";
import { about, choice, either, elsewhere, idOf, tick, typed } from "./fields.js";
import { put, redraw, unreadable, valueAt } from "./file.js";
import { caption, drawCaptions, fold, foldWithin, forgetCaptions, unfold } from "./fold.js";
import { ours, shown, step } from "./json.js";
import { blank, hintOf, kindOf, named } from "./shape.js";

const FIRST = ["about the file"];

let schema = null;

export function formArrived(shape) {
  schema = shape;
  unfold(FIRST);
}

export function drawForm() {
  forgetCaptions();
  ofForm.clear();
  const why = !schema ? "The form is on its way." : !schema.properties ? "The form is not on this site. Change the file’s text by hand." : unreadable;
  $("form-waits").hidden = !why;
  $("form-waits").textContent = why;
  if (why) return $("form").replaceChildren();
  const parts = Object.entries(schema.properties).filter(([key]) => key !== "words" && key !== "$schema");
  const plain = ([, shape]) => !["object", "list"].includes(kindOf(shape));
  const first = parts.filter(plain).map(([key, shape]) => field(shape, [key], schema.required.includes(key)));
  const rest = parts.filter((part) => !plain(part)).map(([key, shape]) => field(shape, [key]));
  const top = fold(FIRST, () => "About the file", () => first, null);
  $("form").replaceChildren(top, ...rest);
  drawCaptions();
  drawBeside();
}

function field(shape, path, required = false, title = shape.title ?? path.at(-1)) {
  const value = valueAt(path);
  const kind = kindOf(shape);
  const nested = value instanceof Map ? "object" : Array.isArray(value) ? "list" : "";
  const wanted = { object: "object", list: "list", ticks: "list" }[kind] ?? "";
  if (value !== undefined && value !== null && nested !== wanted) return elsewhere(shape, path, title);
  const parts = { object: group, list, ticks, choice, either, boolean: tick };
  return (parts[kind] ?? typed)(shape, path, required, title);
}

// ---- Fields of several values.

function group(shape, path, _required, title) {
  const count = () => {
    const value = valueAt(path);
    const has = value instanceof Map ? value.size : 0;
    return typeof path.at(-1) === "number" ? nameOf(title, path) : has ? `${title} (${has} set)` : title;
  };
  return fold(path, count, () => [members(shape, path, title)]);
}

// The name of an entry of a list, as whoever typed it knows it.
function nameOf(title, path) {
  const value = valueAt(path);
  const said = ["name", "label", "title", "id"].map((key) => shown(step(value, key))).find((text) => text.trim());
  return said ? `${title} ${path.at(-1) + 1}: ${said}` : `${title} ${path.at(-1) + 1}`;
}

function members(shape, path, title) {
  const known = shape.properties ?? {};
  const value = valueAt(path);
  const others = [...(value instanceof Map ? value.keys() : [])].filter((key) => !Object.hasOwn(known, key));
  const set = node("fieldset", { className: "host-group" },
    node("legend", { className: "host-unseen" }, title),
    node("p", { className: "host-hint" }, ...marked(hintOf(shape))),
    ...Object.entries(known).map(([key, each]) => field(each, [...path, key], shape.required?.includes(key))));
  const more = shape.additionalProperties;
  if (more && typeof more === "object") set.append(...others.map((key) => removable(more, [...path, key])), another(more, path, Object.keys(known)));
  else if (others.length) {
    const keys = others.flatMap((key, at) => [at ? ", " : "", node("code", {}, key)]);
    set.append(node("p", {}, "The file also has here, and this form does not know: ", ...keys, "."));
  }
  return set;
}

function removable(shape, path) {
  const key = path.at(-1);
  const take = node("button", { className: "host-button", type: "button", id: `${idOf(path)}-remove` }, `Remove ${key}`);
  take.addEventListener("click", () => {
    const id = `${idOf(path.slice(0, -1))}-new`;
    if (!put(path, undefined, "")) return;
    redraw();
    ($(id) ?? $(`${idOf(path.slice(0, -1))}-fold`))?.focus();
    say(`Removed ${key}. “Undo the last change” brings it back.`);
  });
  return node("div", {}, field(shape, path, true, key), node("div", { className: "host-buttons" }, take));
}

// A key that the schema does not list: the council names it.
function another(shape, path, known) {
  const id = `${idOf(path)}-new`;
  const what = shape.title ?? "entry";
  const input = node("input", { className: "host-input", id, autocomplete: "off", "aria-describedby": `${id}-wrong` });
  const wrong = node("p", { className: "host-wrong", id: `${id}-wrong`, hidden: true });
  const add = node("button", { className: "host-button", type: "button", id: `${id}-add` }, `Add ${small(what)}`);
  const refuse = (why) => {
    wrong.textContent = why;
    wrong.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  };
  const press = () => {
    const key = input.value.trim();
    if (!key) return refuse("Write its name first.");
    if (step(valueAt(path), key) !== undefined || known.includes(key)) return refuse(`There is “${key}” already.`);
    const added = [...path, key];
    unfold(added);
    if (!put(added, blank(shape), "")) return;
    redraw();
    first(added)?.focus();
  };
  add.addEventListener("click", press);
  input.addEventListener("keydown", (event) => event.key === "Enter" && press());
  return node("div", { className: "host-field" },
    node("label", { className: "host-label", htmlFor: id }, `${what}: its name`), wrong, input,
    node("div", { className: "host-buttons host-buttons--after" }, add));
}

// Where somebody goes on who has just added something.
const first = (path) => $(idOf(path)) ?? $(`${idOf(path)}-fold`)?.closest("details").querySelector(".host-fold__in :is(input, select, textarea, button)") ?? $(`${idOf(path)}-fold`);

function list(shape, path, _required, title) {
  const count = () => {
    const value = valueAt(path);
    return Array.isArray(value) ? `${title} (${value.length})` : title;
  };
  return fold(path, count, () => [entries(shape, path, title)]);
}

function entries(shape, path, title) {
  const item = shape.items;
  const one = item.title ?? "Entry";
  const value = valueAt(path);
  const there = Array.isArray(value) ? value : [];
  const set = node("fieldset", { className: "host-group" },
    node("legend", { className: "host-unseen" }, title),
    node("p", { className: "host-hint" }, ...marked(hintOf(shape))));
  there.forEach((_, at) => set.append(entry(item, [...path, at], one)));
  const add = node("button", { className: "host-button", type: "button", id: `${idOf(path)}-add` }, `Add ${small(one)}`);
  add.addEventListener("click", () => {
    const now = valueAt(path);
    // The file's list stands in place of the one that comes with the tool, so a first addition keeps that too.
    const base = Array.isArray(now) ? now : ours(shape.default ?? []);
    const added = [...path, base.length];
    unfold(added);
    if (!put(path, [...base, blank(item)], "")) return;
    redraw();
    first(added)?.focus();
  });
  set.append(node("div", { className: "host-buttons" }, add, ...instead(shape, path, title)));
  return set;
}

function entry(item, path, one) {
  const at = path.at(-1);
  const take = node("button", { className: "host-button", type: "button", id: `${idOf(path)}-remove` });
  caption(() => {
    const says = `Remove ${small(nameOf(one, path))}`;
    if (take.textContent !== says) take.textContent = says;
  });
  take.addEventListener("click", () => {
    const whole = path.slice(0, -1);
    const said = nameOf(one, path);
    if (!put(whole, valueAt(whole).filter((_, each) => each !== at), "")) return;
    // The entries after it have another place now: what was open there is not what would be open.
    foldWithin(whole);
    redraw();
    $(`${idOf(whole)}-add`)?.focus();
    say(`Removed ${small(said)}. “Undo the last change” brings it back.`);
  });
  const made = field(item, path, true, kindOf(item) === "object" ? one : `${one} ${at + 1}`);
  const inside = made.querySelector(":scope > .host-fold__in");
  const buttons = node("div", { className: "host-buttons" }, take);
  if (!inside) return node("div", {}, made, buttons);
  // A fold that is drawn when somebody opens it gets its button then.
  return withEnd(made, inside, buttons);
}

function withEnd(made, inside, end) {
  if (inside.hasChildNodes()) inside.append(end);
  else made.addEventListener("toggle", () => made.open && !end.isConnected && inside.append(end));
  return made;
}

// Back to what comes with the tool, where that is something.
function instead(shape, path, title) {
  if (!shape.default?.length || typeof path.at(-1) === "number") return [];
  const back = node("button", { className: "host-button", type: "button", id: `${idOf(path)}-back` }, "Use what comes with the tool");
  back.setAttribute("aria-label", `Use what comes with the tool: ${title}`);
  back.addEventListener("click", () => {
    if (!put(path, undefined, "")) return;
    redraw();
    ($(back.id) ?? $(`${idOf(path)}-fold`))?.focus();
    say(`${title}: as it comes with the tool.`);
  });
  return [back];
}

function ticks(shape, path, _required, title) {
  const item = shape.items;
  const now = () => {
    const value = valueAt(path);
    return Array.isArray(value) ? value : ours(shape.default ?? []);
  };
  const start = now();
  const set = node("fieldset", { className: "host-group" }, node("legend", { className: "host-label" }, title));
  set.append(...about(path, set, hintOf(shape)));
  // What the file has and nobody knows can be taken away here too.
  const strange = start.filter((each) => typeof each === "string" && !item.enum.includes(each));
  for (const each of [...item.enum, ...strange]) {
    const input = node("input", { type: "checkbox", id: idOf([...path, each]), checked: start.includes(each) });
    input.addEventListener("change", () => {
      const next = input.checked ? [...now(), each] : now().filter((other) => other !== each);
      put(path, next.length || shape.default?.length ? next : undefined);
    });
    const says = item.enum.includes(each) ? named(item, each) : `${each} (not one of these)`;
    set.append(node("div", { className: "host-tick" }, input, node("label", { htmlFor: input.id }, says)));
  }
  const back = instead(shape, path, title);
  if (back.length) set.append(node("div", { className: "host-buttons" }, ...back));
  return set;
}
