// What the schema says of a setting: what kind of field it wants, and the words that stand beside it.

export function kindOf({ type, enum: choices, oneOf, items }) {
  if (oneOf) return "either";
  if (choices) return "choice";
  const plain = Array.isArray(type) ? type.find((each) => each !== "null") : type;
  if (plain === "array") return items.enum ? "ticks" : "list";
  return plain;
}

// `id`: what it means; and so on, as the schema's descriptions have it.
function meaning(shape, id) {
  const text = shape.description ?? "";
  const at = text.indexOf(`\`${id}\``);
  if (at < 0) return "";
  const after = text.slice(at + String(id).length + 2);
  const end = after.startsWith(":") ? /; `|\. `|\.$|\. / : /[,.;]/;
  return after.replace(/^:/, "").split(end)[0].trim();
}

export function named(shape, id) {
  if (id === null) return "None";
  // A choice of one has no list of meanings, only a sentence about it.
  if (!(shape.enum?.length > 1)) return String(id);
  // An id that is a plain word says itself what it means.
  const says = meaning(shape, id) || (/^[a-z]+$/.test(id) ? id : "");
  return says ? says.charAt(0).toUpperCase() + says.slice(1) : String(id);
}

export function shipped(shape) {
  const of = (value) => (typeof value === "boolean" ? (value ? "yes" : "no") : value === null ? "nothing" : named(shape.items ?? shape.oneOf?.[0] ?? shape, value));
  const value = shape.default;
  if (value === undefined) return "";
  if (!Array.isArray(value)) return of(value);
  if (value.some((each) => typeof each === "object")) return `${value.length} that come with the tool`;
  return value.length ? value.map(of).join(", ") : "none";
}

// In a form nothing is left out: it is left empty. What the choices mean stands beside each of them.
export function hintOf(shape, choices) {
  let text = (shape.description ?? "")
    .replace(/\b([Ll])eft out\b/g, "$1eft empty")
    .replace(/[,;]? (?:and )?the schema cannot (?:tell|check this)/, "")
    .replace(/The schema cannot check that ([^.]*)/, (_, what) => `Make sure that ${what.replace(", nor that", ", and that")}`);
  const first = choices?.length ? text.indexOf(`\`${choices[0]}\`:`) : -1;
  if (first >= 0) text = text.slice(0, first).trim();
  const value = shipped(shape);
  return value && !text.includes("Left empty") ? `${text} Left empty: ${value}.` : text;
}

// What a new entry holds: what it has to have, empty.
export function blank(shape) {
  const kind = kindOf(shape);
  if (kind === "object") return new Map((shape.required ?? []).map((key) => [key, blank(shape.properties[key])]));
  return kind === "list" || kind === "ticks" ? [] : "";
}
