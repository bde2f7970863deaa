// Whether the file has a version of its own, and the file as it leaves the page.

import { $, save, say } from "../parts.js";
import { box, unreadable, valueAt } from "./file.js";
import { shown } from "./json.js";

let saved = "";
let opened = { text: "", version: null };

export function startFrom(text, version = null) {
  saved = text;
  opened = { text, version };
}

export const isUnsaved = () => box.value !== saved;

export function drawVersion() {
  const version = shown(valueAt(["version"]));
  const changed = box.value !== opened.text;
  $("version-says").textContent = !version
    ? "The file has no version yet. Give it one under “About the file”, such as 2026-11. It goes into every record."
    : changed && version === opened.version
      ? `You have changed the file, and its version is still “${version}”. Give it a new one under “About the file”: it goes into every record, and shows which words and settings were used.`
      : `The file’s version is “${version}”. It goes into every record.`;
}

export function saveFile({ faults }) {
  if (!box.value.trim()) return say(unreadable || "There is no file yet.");
  save("locality.json", "application/json", box.value);
  saved = box.value;
  say(faults.length ? "Saved as locality.json. It has a fault, so no tool will use it." : "Saved as locality.json.");
}
