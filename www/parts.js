// What the pages with a script of their own have in common: nodes, tables, what is said aloud, and files that come and
// go.
//
// Under the policy of this site there is no markup from text: everything here is built node by node.

export const $ = (id) => document.getElementById(id);

// ---- Nodes.

// What is a property of the node is set as one; everything else is an attribute.
export function node(name, set = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(set)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...inside);
  return made;
}

// A text in which `ids` stand between backticks.
export const marked = (text) => text.split("`").map((part, at) => (at % 2 ? node("code", {}, part) : part));

// A tool that stands below what the page says of it.
export function toolNode(element, attributes) {
  const made = node(element, {}, node("p", {}, "This tool needs scripts."));
  for (const [key, value] of Object.entries({ ...attributes, "heading-level": "3" })) made.setAttribute(key, value);
  return made;
}

// Whoever has the focus keeps it, though what had it is made anew.
export function keepingFocus(within, draw) {
  const { id, selectionStart, selectionEnd } = within.contains(document.activeElement) ? document.activeElement : {};
  draw();
  if (!id) return;
  const again = $(id);
  again?.focus({ preventScroll: true });
  if (again && typeof selectionStart === "number") again.setSelectionRange?.(selectionStart, selectionEnd);
}

// ---- Tables. In a narrow window the cells are blocks that say their column, and would be no table to a screen reader
// without their roles.

export const cell = (head, ...inside) => node("td", { role: "cell", "data-head": head }, ...inside);

// Each cell is a text, a node, or several of them.
export const row = (heads, cells) => node("tr", { role: "row" }, ...cells.map((inside, at) => cell(heads[at], ...[inside].flat())));

export function table(caption, heads, rows) {
  const head = heads.map((text) => node("th", { scope: "col", role: "columnheader" }, text));
  return node("table", { className: "host-table host-table--stack", role: "table" },
    node("caption", { className: "host-unseen" }, caption),
    node("thead", { role: "rowgroup" }, node("tr", { role: "row" }, ...head)),
    node("tbody", { role: "rowgroup" }, ...rows));
}

// ---- Words in a sentence.

export const many = (count, one, more = `${one}s`) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;
export const small = (text) => (/^.[A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

// ---- What is said aloud.

// A live region says nothing when it is given the text that it has, and somebody who pressed a button waits for an answer.
export function announce(region, text) {
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 50);
}

export const say = (text) => announce($("said"), text);

// ---- What somebody does.

const SEARCH_AFTER = 250;

// Not at every letter.
export function onceTyped(input, then) {
  let typing = 0;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(then, SEARCH_AFTER);
  });
}

// ---- Files and the clipboard.

// Fails where the file is no text in UTF-8.
export const textOf = async (file) => new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());

export function save(name, type, content) {
  const link = node("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  // Some browsers fetch it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// What there is to say of it.
export async function copy(lines) {
  try {
    await navigator.clipboard.writeText(lines.textContent);
    return "Copied.";
  } catch {
    const range = document.createRange();
    range.selectNodeContents(lines);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return "The browser did not let it be copied. The lines are selected: copy them with the keyboard.";
  }
}
