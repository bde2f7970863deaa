// The fields of one value, as the schema shapes it.

import { marked, node } from "../parts.js";
import { ofForm, placeOf } from "./beside.js";
import { put, valueAt } from "./file.js";
import { figure, ours, plainly, shown } from "./json.js";
import { hintOf, kindOf, named, shipped } from "./shape.js";

export const idOf = (path) => `set-${path.map((key) => encodeURIComponent(key)).join("/")}`;

// The parts that every field has: what describes it, and what is wrong with it.
export function about(path, control, hint, required) {
  const id = idOf(path);
  const said = node("p", { className: "host-hint", id: `${id}-hint` }, ...marked(required && !/needed/i.test(hint) ? `${hint} Needed.` : hint));
  const wrong = node("p", { className: "host-wrong", id: `${id}-wrong`, hidden: true });
  control.setAttribute("aria-describedby", `${said.id} ${wrong.id}`);
  ofForm.set(placeOf(path), { wrong, control });
  return [said, wrong];
}

function labelled(path, title, control, hint, required) {
  control.id = idOf(path);
  const label = node("label", { className: "host-label", htmlFor: control.id }, title);
  return node("div", { className: "host-field" }, label, ...about(path, control, hint, required), control);
}

// What is of another kind than it should be is put right by hand: the form would have to throw it away.
export function elsewhere(shape, path, title) {
  const wrong = node("p", { className: "host-wrong", id: `${idOf(path)}-wrong`, hidden: true });
  ofForm.set(placeOf(path), { wrong });
  return node("div", { className: "host-field" },
    node("p", { className: "host-part" }, title),
    node("p", {}, "The file has something of another kind here. Put it right in the file’s text."), wrong);
}

export function typed(shape, path, required, title) {
  const number = kindOf(shape) === "integer" || kindOf(shape) === "number";
  const date = shape.format === "date";
  const value = shown(valueAt(path));
  const input = node(value.includes("\n") ? "textarea" : "input", {
    className: `host-input${number || date ? " host-input--short" : ""}`,
    value,
    autocomplete: "off",
  });
  if (number) input.inputMode = "numeric";
  input.addEventListener("input", () => {
    const text = number || date ? input.value.trim() : input.value;
    put(path, text === "" ? nothing(shape, path, required) : number ? figure(text) : text);
  });
  const example = date && !/\d{4}-\d\d-\d\d/.test(shape.description ?? "") ? " Year, month and day, such as 2027-04-01." : "";
  return labelled(path, title, input, hintOf(shape) + example, required);
}

// A null that the file had stays, what has to be there is there though empty, and an entry of a list is never nothing.
function nothing(shape, path, required) {
  if (required || typeof path.at(-1) === "number") return "";
  return Array.isArray(shape.type) && valueAt(path) !== undefined ? null : undefined;
}

export function tick(shape, path, _required, title) {
  const input = node("input", { type: "checkbox", id: idOf(path), checked: (valueAt(path) ?? shape.default) === true });
  input.addEventListener("change", () => put(path, input.checked));
  const said = about(path, input, hintOf(shape));
  return node("div", { className: "host-field" },
    node("div", { className: "host-tick" }, input, node("label", { className: "host-label", htmlFor: input.id }, title)), ...said);
}

export function choice(shape, path, required, title) {
  const value = plainly(valueAt(path));
  const input = node("select", { className: "host-input" });
  const left = shipped(shape);
  const option = (text, key) => node("option", { value: key, textContent: text });
  input.append(option(required ? "Choose one" : left ? `Left empty: ${left}` : "Left empty", "out"));
  shape.enum.forEach((each, at) => input.append(option(named(shape, each), String(at))));
  const at = shape.enum.indexOf(value);
  const strange = value !== undefined && value !== "" && !(value === null && at < 0) && at < 0;
  if (strange) input.append(option(`${shown(value)} (not one of these)`, "as is"));
  input.value = strange ? "as is" : at < 0 ? "out" : String(at);
  const original = valueAt(path);
  input.addEventListener("change", () => {
    if (input.value === "as is") put(path, original);
    else if (input.value === "out") put(path, nothing({}, path, required));
    else put(path, ours(shape.enum[Number(input.value)]));
  });
  return labelled(path, title, input, hintOf(shape, shape.enum), required);
}

// One of some texts, or a number: the number has a box of its own, there when it is chosen.
export function either(shape, path, required, title) {
  const texts = shape.oneOf.find((each) => each.enum) ?? { enum: [] };
  const other = shape.oneOf.find((each) => !each.enum);
  const value = valueAt(path);
  const input = node("select", { className: "host-input" });
  const option = (text, key) => node("option", { value: key, textContent: text });
  input.append(option(`Left empty: ${shipped(shape)}`, "out"));
  texts.enum.forEach((each, at) => input.append(option(named(texts, each), String(at))));
  input.append(option(other.title, "number"));
  const at = texts.enum.indexOf(value);
  input.value = value === undefined || value === null ? "out" : at < 0 ? "number" : String(at);
  const digits = node("input", { className: "host-input host-input--short", id: `${idOf(path)}-number`, inputMode: "numeric", autocomplete: "off", value: at < 0 ? shown(value) : "" });
  const hint = node("p", { className: "host-hint", id: `${idOf(path)}-number-hint` }, ...marked(other.description ?? ""));
  digits.setAttribute("aria-describedby", hint.id);
  const part = node("div", { className: "host-field", hidden: input.value !== "number" },
    node("label", { className: "host-label", htmlFor: digits.id }, other.title), hint, digits);
  const write = () => put(path, figure(digits.value.trim()));
  digits.addEventListener("input", write);
  input.addEventListener("change", () => {
    part.hidden = input.value !== "number";
    if (input.value === "number") write();
    else put(path, input.value === "out" ? nothing(shape, path, required) : texts.enum[Number(input.value)]);
  });
  return node("div", {}, labelled(path, title, input, hintOf(shape), required), part);
}
