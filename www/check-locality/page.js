// The page on which a council makes its settings file: what happens when somebody does something, and what is checked
// then.

import { $, keepingFocus, many, onceTyped, say, small } from "../parts.js";
import { box, catchUp, look, redraw, replace, undo, unreadable, valueAt, watch } from "./file.js";
import { drawFound } from "./findings.js";
import { drawCaptions } from "./fold.js";
import { drawForm, formArrived } from "./form.js";
import { fromComputer, fromNothing, fromSite } from "./opening.js";
import { choices, drawPreview, showTool } from "./preview.js";
import { drawVersion, isUnsaved, saveFile, startFrom } from "./saving.js";
import { drawHits, wordsArrived } from "./words.js";

const TYPING_STOPS = 500;

// ---- The check.

// Asked for once more after a failure, so that "Check the file" is also "try again".
let asked = null;
function council() {
  asked ??= import("../council.js").then(async (made) => {
    const [api, shape] = await Promise.all([made.council(), made.schema()]);
    formArrived(shape);
    wordsArrived(JSON.parse(api.catalogue_json()));
    redraw();
    return api;
  });
  asked.catch(() => (asked = null));
  return asked;
}

const NOTHING = { faults: [], notes: [], changed: [] };
let found = NOTHING;
let timer = 0;

function later() {
  clearTimeout(timer);
  timer = setTimeout(check, TYPING_STOPS, "", false);
}

async function check(first = "", pressed = true) {
  clearTimeout(timer);
  const text = box.value;
  const tell = (words) => {
    if (pressed || $("said").textContent !== words) say(words);
  };
  catchUp();
  drawVersion();
  if (!text.trim()) {
    found = NOTHING;
    drawFound(found, unreadable);
    return tell(`${first} ${unreadable}`.trim());
  }
  try {
    const api = await council();
    if (text !== box.value) return;
    found = JSON.parse(api.check_locality(text));
  } catch (fault) {
    const why = typeof fault === "string" ? fault : "The part that checks did not load. Press “Check the file” to try again. You can still change and save the file.";
    $("found").textContent = why;
    return tell(why);
  }
  const { faults } = found;
  const summary = !faults.length
    ? "No fault: every tool can use this file."
    : faults.length === 1
      ? `1 fault, on line ${faults[0].line}.`
      : `${many(faults.length, "fault")}. The first is on line ${faults[0].line}.`;
  drawFound(found, summary);
  drawPreview(found);
  tell(`${first} ${summary}`.trim());
}

// ---- What somebody does.

async function open(arriving, name) {
  const text = await arriving;
  if (text === undefined) return;
  replace(text);
  // The box makes every end of line the same; that is no change of somebody's.
  startFrom(box.value, valueAt(["version"]));
  check(`Opened ${name}.`);
}

function listen() {
  box.addEventListener("input", later);
  $("check-now").addEventListener("click", () => check());
  $("undo").addEventListener("click", () => (undo() ? check("The last change is undone.") : say("There is nothing to undo.")));
  $("file").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (file) await open(fromComputer(file), file.name);
    // The same file can be chosen again after it was changed elsewhere.
    target.value = "";
  });
  for (const button of document.querySelectorAll("[data-example]")) {
    const { example } = button.dataset;
    button.addEventListener("click", () =>
      example ? open(fromSite(example), small(button.textContent)) : open(fromNothing(), "an empty file"));
  }
  // A file that is dropped beside the box must not take the page away.
  addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
  addEventListener("drop", (event) => {
    const [file] = event.dataTransfer.files;
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    open(fromComputer(file), file.name);
  });
  onceTyped($("search"), drawHits);
  for (const id of ["where", "fixed"]) $(id).addEventListener("change", drawHits);
  $("show").addEventListener("click", () => showTool(found));
  $("save-now").addEventListener("click", () => {
    // What was typed last is checked first: its result would otherwise take the place of the word that the file is saved.
    check("", false);
    setTimeout(() => saveFile(found));
  });
  addEventListener("beforeunload", (event) => isUnsaved() && event.preventDefault());
}

function start() {
  watch({ anew: () => keepingFocus($("form"), drawForm), written: drawCaptions });
  watch({ anew: () => keepingFocus($("hits"), drawHits) });
  watch({ written: later });
  $("tool").replaceChildren(...choices());
  listen();
  look();
  // A browser may bring back what was typed before the page was loaded anew.
  startFrom(box.defaultValue);
  $("no-script").remove();
  $("work").hidden = false;
  drawForm();
  drawVersion();
  // A link from elsewhere leads to a step that was not there yet, and the form above it comes later still.
  const follow = () => location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  follow();
  const settled = async () => {
    await check("", false);
    if (document.activeElement === document.body) follow();
  };
  council().then(settled, settled);
}

start();
