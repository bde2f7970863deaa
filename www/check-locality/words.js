// The words of the tools, each with the council's beside it.

import { kinds, soughtIn, wordsOf } from "../catalogue.js";
import { $, many, node } from "../parts.js";
import { drawBeside, ofWords, placeOf } from "./beside.js";
import { put, valueAt } from "./file.js";
import { shown } from "./json.js";

const MOST_HITS = 50;
// Whose words no council writes, though no law fixes them: they are said where a settings file is not read.
const MAKERS = ["page", "drafts", "records"];

let catalogue = null;

export function wordsArrived(entries) {
  catalogue = entries;
  $("where").replaceChildren(...kinds(catalogue, node("option", { value: "*" }, "Texts that your file changes")));
}

// Lists are allocation's, and what supervision says is read from the words of all tools.
const whose = (kind) => ({ lists: "allocation", supervision: "all" })[kind] ?? kind;

export function drawHits() {
  if (!catalogue) return;
  const wanted = wordsOf($("search").value);
  const where = $("where").value;
  const own = (entry) => valueAt(["words", whose(entry.kind), entry.path]);
  if (!wanted.length && !where) {
    $("hits").replaceChildren();
    return counted(`Type a word, or choose a place. There are ${many(catalogue.filter(({ open }) => open).length, "text")} that you can change.`);
  }
  const fits = (entry) => {
    if (!entry.open && !$("fixed").checked) return false;
    if (where === "*" ? own(entry) === undefined && everywhere(entry) === null : where && entry.kind !== where) return false;
    const text = soughtIn(entry, shown(own(entry)));
    return wanted.every((word) => text.includes(word));
  };
  const hits = catalogue.filter(fits);
  const told = hits.length > MOST_HITS
    ? `${many(hits.length, "text")} found. These are the first ${MOST_HITS}: type more to see others.`
    : hits.length ? `${many(hits.length, "text")} found.` : "No text found. Try another word, or another place.";
  counted(told);
  ofWords.clear();
  $("hits").replaceChildren(...hits.slice(0, MOST_HITS).map(hit));
  drawBeside();
}

function counted(text) {
  if ($("hits-count").textContent !== text) $("hits-count").textContent = text;
}

function hit(entry) {
  const { kind, path, text, place, open } = entry;
  const id = `word-${kind}/${path}`;
  const made = node("li", {},
    node("p", { className: "host-part", id: `${id}-place` }, place),
    node("p", { className: "host-was", id: `${id}-was` }, text || "(no words)"),
    node("p", { className: "host-hint" }, node("code", {}, path)));
  if (!open) {
    made.append(node("p", {}, MAKERS.includes(kind)
      ? "This text comes with the tools: a council cannot change it."
      : "The law fixes this text: a council cannot change it."));
    return made;
  }
  const where = ["words", whose(kind), path];
  const own = node("textarea", { className: "host-input", id, rows: 2, value: shown(valueAt(where)), "aria-describedby": `${id}-place ${id}-was ${id}-wrong` });
  const wrong = node("p", { className: "host-wrong", id: `${id}-wrong`, hidden: true });
  ofWords.set(placeOf(where), { wrong, control: own });
  own.addEventListener("input", () => put(where, own.value.trim() ? own.value : undefined));
  made.append(node("div", { className: "host-field" },
    node("label", { className: "host-label", htmlFor: id }, "Your words"),
    node("p", { className: "host-hint" }, everywhere(entry) ?? "Leave it empty to keep ours."),
    wrong, own));
  return made;
}

// The file may word a text for one tool and for all of them.
function everywhere({ kind, path }) {
  const other = whose(kind) === "all" ? undefined : valueAt(["words", "all", path]);
  return other === undefined ? null : `Left empty: your file’s words for every tool, “${shown(other)}”`;
}
