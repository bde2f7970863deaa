// A part of the form that opens. What is open is drawn; what is closed is not until somebody opens it: a file may have
// five hundred teams.

import { node } from "../parts.js";
import { drawBeside, ofForm, placeOf } from "./beside.js";
import { idOf } from "./fields.js";

// Folds that are open, by id: they stay so when the form is drawn anew.
const unfolded = new Set();
// What has to be told when a value changes under a heading.
const captions = [];

export const unfold = (path) => unfolded.add(idOf(path));

export function foldWithin(path) {
  for (const id of [...unfolded]) if (id.startsWith(`${idOf(path)}/`)) unfolded.delete(id);
}

export function caption(refresh) {
  captions.push(refresh);
  refresh();
}

export function drawCaptions() {
  for (const refresh of captions) refresh();
}

export function forgetCaptions() {
  captions.length = 0;
}

export function fold(path, says, inside, place = placeOf(path)) {
  const id = idOf(path);
  const words = node("span");
  const mark = node("span", { className: "host-fold__mark" });
  const wrong = node("p", { className: "host-wrong", hidden: true });
  const body = node("div", { className: "host-fold__in" });
  const made = node("details", { className: "host-fold" }, node("summary", { id: `${id}-fold` }, words, mark), wrong, body);
  const fill = () => {
    if (body.hasChildNodes()) return;
    body.append(...inside());
    drawCaptions();
    drawBeside();
  };
  caption(() => {
    const now = says();
    if (words.textContent !== now) words.textContent = now;
  });
  if (place !== null) ofForm.set(place, { wrong, mark });
  if (unfolded.has(id)) {
    made.open = true;
    fill();
  }
  made.addEventListener("toggle", () => {
    if (!made.isConnected) return;
    if (made.open) {
      unfolded.add(id);
      fill();
    } else unfolded.delete(id);
  });
  return made;
}
