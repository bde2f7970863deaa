// A tool with the file, as it will be for whoever uses it.

import { $, node, say, toolNode } from "../parts.js";
import { box, unreadable } from "./file.js";

const PREVIEWS = [
  ["Advocacy", "care-advocacy"],
  ["Allocation: how urgent is it?", "care-allocation", { view: "priority" }],
  ["Allocation: waiting list", "care-allocation", { view: "list", list: "example-list.csv", workers: "example-workers.csv" }],
  ["Allocation: finding a worker", "care-allocation", { view: "match", list: "example-list.csv", workers: "example-workers.csv" }],
  ["Allocation: plan for the meeting", "care-allocation", { view: "plan", list: "example-list.csv", workers: "example-workers.csv" }],
  ["Team suitability", "care-team-suitability"],
  ["Action plan", "care-action-plan"],
  ["Supervision", "care-supervision"],
];

export const choices = () => PREVIEWS.map(([name], at) => node("option", { value: at }, name));

let shownTool = null;
let good = "";

// Only a file without a fault is shown: a tool would not use another.
export function drawPreview({ faults }) {
  if (!faults.length) {
    good = box.value;
    if (shownTool) shownTool.settings = good;
  }
  drawSays(faults);
}

function drawSays(faults) {
  $("preview-says").textContent = shownTool && faults.length ? "The file has a fault. Below is the tool with the file as it was before." : "";
}

export function showTool({ faults }) {
  if (!good) {
    const why = box.value.trim() ? "The file has a fault. Put it right first: then the tool can use it." : unreadable;
    $("preview-says").textContent = why;
    return say(why);
  }
  const [name, element, attributes] = PREVIEWS[$("tool").value];
  shownTool = toolNode(element, attributes);
  shownTool.settings = good;
  $("preview").replaceChildren(shownTool);
  drawSays(faults);
  say(`${name} stands below, with your file.`);
}
