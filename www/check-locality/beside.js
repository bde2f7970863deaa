// Each fault beside the field or the words that it is about, or on the nearest part that is drawn.

import { marked } from "../parts.js";

// By the place that the check names: where the fault is told, and the control or the fold that has it.
export const ofForm = new Map();
export const ofWords = new Map();

// The check counts the entries of a list from 1.
export const placeOf = (path) => path.map((key) => (typeof key === "number" ? key + 1 : key)).join(".");

let faults = [];

export function drawBeside(now = faults) {
  faults = now;
  const all = new Map([...ofForm, ...ofWords]);
  for (const { wrong, mark, control } of all.values()) {
    wrong.hidden = true;
    wrong.textContent = "";
    if (mark) mark.textContent = "";
    control?.removeAttribute("aria-invalid");
  }
  const shorter = (at) => (at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "");
  for (const { at, what, remedy } of faults) {
    let near = at;
    while (near && !all.has(near)) near = shorter(near);
    const place = all.get(near);
    if (place) {
      place.wrong.append(place.wrong.textContent ? " " : "", ...marked(`Fault: ${what}. ${remedy}`));
      place.wrong.hidden = false;
      place.control?.setAttribute("aria-invalid", "true");
    }
    for (; near; near = shorter(near)) if (all.get(near)?.mark) all.get(near).mark.textContent = " – fault inside";
  }
}
