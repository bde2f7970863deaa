// The file, which is the text in the box: the form, the words and the preview all read it and write into it, so there is
// never a second version of anything.

import { $, say } from "../parts.js";
import { read, set, step, Twice, write } from "./json.js";

const MOST_UNDONE = 200;

export const box = $("text");

// Nothing where the text cannot be read just now.
let model = null;
export let unreadable = "";
// The text that the form and the words show.
let drawn = null;
const before = [];
let lastEdited = "";

export const valueAt = (path) => path.reduce(step, model);

// Who is told that the whole is to be drawn `anew`, and that the form or the words have `written` a value.
const watchers = [];
export const watch = (watcher) => watchers.push(watcher);

export function redraw() {
  for (const { anew } of watchers) anew?.();
}

export function look() {
  drawn = box.value;
  try {
    model = read(drawn);
    unreadable = "";
  } catch (fault) {
    model = null;
    if (!drawn.trim()) unreadable = "There is no file yet. Open one in step 1, or start from an empty file.";
    else if (fault instanceof Twice) unreadable = `“${fault.message}” stands twice in one place. Take one away in the file’s text first.`;
    else unreadable = "The file’s text cannot be read as it stands. Step 2 says on which line. Put that right first.";
  }
}

// After the text was changed in the box.
export function catchUp() {
  if (box.value === drawn) return;
  look();
  redraw();
}

// Letter upon letter in one field is one change.
function remember(what) {
  if (what && what === lastEdited) return;
  lastEdited = what;
  before.push(box.value);
  if (before.length > MOST_UNDONE) before.shift();
}

function show(text) {
  box.value = text;
  box.scrollTop = 0;
  box.setSelectionRange(0, 0);
}

export function replace(text) {
  remember("");
  show(text);
  look();
  redraw();
}

// Whether there was a change to undo.
export function undo() {
  if (!before.length) return false;
  show(before.pop());
  lastEdited = "";
  return true;
}

// What the form or the words write. The text is read anew each time, so that nothing typed by hand is lost.
export function put(path, value, asOne = path.join("\n")) {
  const typed = box.value !== drawn;
  if (typed) look();
  if (!model) {
    say(unreadable);
    return false;
  }
  remember(asOne);
  set(model, path, value);
  const { scrollTop, scrollLeft } = box;
  box.value = `${write(model)}\n`;
  Object.assign(box, { scrollTop, scrollLeft });
  // What was typed by hand just before is not yet drawn.
  drawn = typed ? null : box.value;
  for (const { written } of watchers) written?.();
  return true;
}

box.addEventListener("input", () => (lastEdited = ""));
