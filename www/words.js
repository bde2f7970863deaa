// Every text of the tools: to look up, to take away as a spreadsheet, and to put into another language.

import { kinds, soughtIn, wordsOf } from "./catalogue.js";
import { $, many, node, onceTyped, row, save, table, textOf } from "./parts.js";

const PER_PAGE = 100;

let all = [];
let hits = [];
let page = 0;

function find() {
  const wanted = wordsOf($("search").value);
  const [kind, open] = [$("kind").value, $("open").value];
  hits = all.filter((entry) =>
    (!kind || entry.kind === kind) &&
    (!open || entry.open === (open === "open")) &&
    wanted.every((word) => entry.sought.includes(word)));
  page = 0;
  draw();
}

function draw() {
  const from = page * PER_PAGE;
  const rows = hits.slice(from, from + PER_PAGE);
  const told = !hits.length
    ? "No text found. Try another word, or choose less."
    : hits.length > PER_PAGE
      ? `${many(hits.length, "text")} found. These are ${(from + 1).toLocaleString("en-GB")} to ${(from + rows.length).toLocaleString("en-GB")}.`
      : `${many(hits.length, "text")} found.`;
  if ($("count").textContent !== told) $("count").textContent = told;
  $("table").replaceChildren(...(rows.length ? [tableOf(rows)] : []));
  $("pages").hidden = hits.length <= PER_PAGE;
}

function tableOf(entries) {
  const heads = ["Where it stands", "Text", "Path", "A council can change it"];
  const told = ({ place, text, path, open }) => row(heads, [place, text || "(no words)", node("code", {}, path), open ? "Yes" : "No"]);
  return table("Texts of the tools", heads, entries.map(told));
}

// Whoever turns the page goes on reading at its top. At an end the buttons say so: they are never gone from under a
// finger.
function turn(by) {
  const next = page + by;
  if (next < 0 || next * PER_PAGE >= hits.length) {
    $("count").textContent = next < 0 ? "This is the first page." : "This is the last page.";
    return;
  }
  page = next;
  draw();
  $("count").focus();
}

// A spreadsheet takes what begins like a formula for one.
function quoted(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv() {
  const rows = all.map(({ path, kind, place, text, open }) => [path, kind, place, text, open ? "yes" : "no"]);
  const lines = [["path", "kind", "place", "text", "open"], ...rows].map((line) => line.map(quoted).join(","));
  // Without the mark at its beginning, Excel takes the file for another encoding.
  save("care-tools-words.csv", "text/csv;charset=utf-8", `\ufeff${lines.join("\r\n")}\r\n`);
}

function empty() {
  const words = {};
  for (const { kind, path } of all) (words[kind] ??= {})[path] = "";
  const file = { format: "care-tools-language/1", language: "cy", direction: "ltr", words };
  save("care-tools-cy.json", "application/json", `${JSON.stringify(file, null, 2)}\n`);
}

async function check(api, file) {
  $("report").hidden = true;
  $("checked").textContent = `Checking ${file.name}.`;
  let text;
  try {
    text = await textOf(file);
  } catch {
    $("checked").textContent = `${file.name} is not a text file, or not in UTF-8. Save it as UTF-8 text and open it again.`;
    return;
  }
  try {
    const report = api.check_language(text);
    $("report").textContent = report || "Nothing is missing.";
    $("report").hidden = false;
    $("checked").textContent = `${file.name} is checked. The report stands below.`;
  } catch (fault) {
    $("checked").textContent = typeof fault === "string"
      ? `${file.name} cannot be read: ${fault}`
      : "Something went wrong on this page. Load it again.";
  }
}

function listen(api) {
  onceTyped($("search"), find);
  for (const id of ["kind", "open"]) $(id).addEventListener("change", find);
  $("before").addEventListener("click", () => turn(-1));
  $("after").addEventListener("click", () => turn(1));
  $("csv").addEventListener("click", csv);
  $("empty").addEventListener("click", empty);
  $("file").addEventListener("change", async ({ target }) => {
    if (target.files.length) await check(api, target.files[0]);
    target.value = "";
  });
}

async function start() {
  $("no-script").textContent = "Fetching every text.";
  try {
    const { council } = await import("./council.js");
    const api = await council();
    all = JSON.parse(api.catalogue_json());
    for (const entry of all) entry.sought = soughtIn(entry);
    $("kind").replaceChildren(...kinds(all));
    listen(api);
    $("work").hidden = false;
    find();
    $("no-script").remove();
  } catch {
    $("no-script").remove();
    $("failed").textContent = "The texts did not arrive. Check the connection, and load the page again.";
  }
}

start();
