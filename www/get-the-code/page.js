// The page “Get the code”: what somebody chooses for an element, and the lines to paste that follow from it.

import { lines, query } from "../get-the-code.js";
import { $, copy, marked as withCode, node } from "../parts.js";

const FRAME_SITE = "A frame opens only files of its own site: write the address without the name of a site.";
const SAY = {
  unset: "Not set",
  base: "Write the address of the folder, without spaces.",
  day: "Write a day that there is, for example 2026-11-22.",
  spaces: "Write an address without spaces.",
  written: "The lines have changed.",
  faults: "Something is not right yet: see beside the fields.",
  missing: "The list of tools did not load. Load the page again.",
};

const isFiles = (attribute) => attribute.kind === "address" || attribute.kind === "addresses";
const isPath = (address) => !/^[^/?#]*:/.test(address) && !address.startsWith("//") && !address.includes("\\");

// What a field holds: a value, nothing, or a fault in words.
function read(attribute, control, framed) {
  const value = control.value.trim();
  if (attribute.kind === "boolean") return control.checked ? { value: "" } : {};
  if (control.validity.badInput) return { fault: SAY.day };
  if (!value) return {};
  if (attribute.kind === "address" && /\s/.test(value)) return { fault: SAY.spaces };
  const whole = attribute.kind === "addresses" ? value.split(/\s+/).join(" ") : value;
  if (framed && isFiles(attribute) && !whole.split(" ").every(isPath)) return { fault: FRAME_SITE };
  return { value: whole };
}

function control(attribute, id) {
  const described = `${id}-hint ${id}-fault`;
  const { kind } = attribute;
  let made;
  if (kind === "one of" || kind === "number") {
    const [least, most] = attribute.range ?? [];
    const values = attribute.values ?? Array.from({ length: most - least + 1 }, (_, at) => String(least + at));
    const options = values.map((value) => node("option", { value }, value));
    const unset = attribute.default ? `${SAY.unset} (${attribute.default})` : SAY.unset;
    made = node("select", { className: "ct-input" }, node("option", { value: "" }, unset), ...options);
  } else if (kind === "boolean") {
    made = node("input", { type: "checkbox", className: "code-box" });
  } else {
    made = node("input", { type: kind === "day" ? "date" : "text", className: "ct-input", autocomplete: "off", spellcheck: false });
  }
  made.id = id;
  made.setAttribute("aria-describedby", described);
  return made;
}

// One field: label, what the attribute means, the control, and a place for what is wrong.
function field(attribute) {
  const id = `code-${attribute.name}`;
  const made = control(attribute, id);
  const label = node("label", { htmlFor: id, className: "ct-field__label" }, node("code", {}, attribute.name));
  const hint = node("span", { id: `${id}-hint`, className: "ct-field__hint" }, ...withCode(attribute.description));
  const fault = node("span", { id: `${id}-fault`, className: "code-fault" });
  const inside = attribute.kind === "boolean" ? [node("div", { className: "code-check" }, made, label), hint] : [label, hint, made];
  return { attribute, control: made, fault, row: node("div", { className: "ct-field" }, ...inside, fault) };
}

function start(data) {
  const [tool, base, fields, output, status, preview, summary] =
    ["tool", "base", "fields", "lines", "status", "preview", "summary"].map($);
  const forms = [...document.querySelectorAll("input[name=form]")];
  const form = () => forms.find((it) => it.checked).value;
  const chosen = () => data.elements.find((it) => it.name === tool.value);
  let known = [];
  let announced = 0;

  function said(words) {
    clearTimeout(announced);
    status.textContent = words;
  }

  function marked(control, fault, words) {
    fault.textContent = words;
    if (words) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  function write() {
    const framed = form() === "frame";
    const given = {};
    let faults = 0;
    for (const { attribute, control, fault, row } of known) {
      // A link must not decide these, so a frame is not told them.
      row.hidden = framed && attribute.framed === "no";
      const found = row.hidden ? {} : read(attribute, control, framed);
      marked(control, fault, found.fault ?? "");
      if (found.fault) faults += 1;
      else if ("value" in found) given[attribute.name] = found.value;
    }
    const folder = base.value.trim();
    const wrong = !folder || /\s/.test(folder);
    marked(base, $("base-fault"), wrong ? SAY.base : "");
    output.textContent = faults || wrong ? "" : lines(data, { element: tool.value, given, base: folder, form: form() });
    $("copy").disabled = !output.textContent;
    const shown = Object.fromEntries(
      Object.entries(given).filter(([name]) => known.find((it) => it.attribute.name === name).attribute.framed !== "no"),
    );
    preview.href = `frame/${tool.value}.html${query(chosen().attributes, shown)}`;
    clearTimeout(announced);
    // Not at every letter: a reader hears it once, when the typing stops.
    announced = setTimeout(() => said(output.textContent ? SAY.written : SAY.faults), 800);
  }

  function choose() {
    summary.textContent = chosen().summary;
    known = chosen().attributes.map(field);
    fields.replaceChildren(...known.map((it) => it.row));
    write();
  }

  tool.replaceChildren(...data.elements.map((it) => node("option", { value: it.name }, `${it.title} (${it.name})`)));
  base.value = data.base;
  tool.addEventListener("change", choose);
  for (const place of [fields, base, ...forms]) place.addEventListener("input", write);
  $("copy").addEventListener("click", async () => said(await copy(output)));
  $("code-form").addEventListener("submit", (event) => event.preventDefault());
  choose();
  clearTimeout(announced);
  $("code").hidden = false;
}

try {
  const answer = await fetch(new URL("../snippets.json", import.meta.url), { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  start(await answer.json());
} catch {
  $("missing").textContent = SAY.missing;
}
