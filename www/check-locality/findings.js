// What the check found, and what the file changes: steps 2 and 3.

import { $, many, marked, node, row, table } from "../parts.js";
import { drawBeside } from "./beside.js";
import { box } from "./file.js";
import { madeUp } from "./made-up.js";

export function drawFound({ faults, notes: told, changed }, summary) {
  const notes = [...told, ...madeUp(box.value)];
  const finding = ({ line, at, what, remedy }) => {
    const go = node("button", { className: "host-button", type: "button" }, `Go to line ${line}`);
    go.addEventListener("click", () => goTo(line));
    const place = at ? [node("code", {}, at), " "] : [];
    return node("li", {},
      node("p", {}, node("strong", {}, `Line ${line}: `), ...place, ...marked(what)),
      node("p", {}, ...marked(remedy)),
      go);
  };
  $("found").textContent = summary;
  $("faults").replaceChildren(...faults.map(finding));
  $("notes-part").hidden = !notes.length;
  $("notes").replaceChildren(...notes.map(finding));
  $("save-warns").hidden = !faults.length;
  drawChanged(faults, changed);
  drawBeside(faults);
}

function goTo(line) {
  const lines = box.value.split("\n");
  const at = Math.min(line, lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  box.focus();
  box.setSelectionRange(start, start + lines[at].length);
  // Not every browser brings a selection into view. Lines are not wrapped, so each is as high as the next.
  box.scrollTop = at * parseFloat(getComputedStyle(box).lineHeight) - box.clientHeight / 3;
  box.scrollLeft = 0;
}

function drawChanged(faults, changed) {
  $("changed-none").textContent = faults.length
    ? "This is shown once the file has no fault."
    : changed.length ? "" : "No words: the tools speak as they were made.";
  $("changed-count").textContent = `${many(changed.length, "text")} in your words`;
  $("changed-fold").hidden = !changed.length;
  const heads = ["Where it stands", "Our words", "Your words"];
  const told = (it) => row(heads, [it.whose === "all" ? `Every tool. ${it.place}` : it.place, it.shipped, it.now]);
  $("changed").replaceChildren(...(changed.length ? [table("Words that the file changes", heads, changed.map(told))] : []));
}
