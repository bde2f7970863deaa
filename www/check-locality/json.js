// JSON text as values and back, with nothing of it lost.
//
// JSON's own reader puts keys that look like numbers first, keeps only the last of two equal keys, and writes numbers
// anew. A council's file keeps its order and its figures, so objects are maps here and numbers keep their digits.

export class Figure {
  constructor(digits) {
    this.digits = digits;
  }
}

export class Twice extends Error {}

export function read(text) {
  // What is no JSON fails here; below, every token is known to be in its place.
  JSON.parse(text);
  const tokens = text.match(/[{}[\]]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+/g);
  let at = 0;
  const value = () => {
    const token = tokens[at++];
    if (token === "{") {
      const made = new Map();
      while (tokens[at] !== "}") {
        const key = JSON.parse(tokens[at++]);
        if (made.has(key)) throw new Twice(key);
        made.set(key, value());
      }
      at += 1;
      return made;
    }
    if (token === "[") {
      const made = [];
      while (tokens[at] !== "]") made.push(value());
      at += 1;
      return made;
    }
    return /^[-\d]/.test(token) ? new Figure(token) : JSON.parse(token);
  };
  const whole = value();
  if (!(whole instanceof Map)) throw new TypeError();
  return whole;
}

export function write(value, indent = "") {
  const within = `${indent}  `;
  const block = (open, parts, close) =>
    parts.length ? `${open}\n${parts.map((part) => within + part).join(",\n")}\n${indent}${close}` : open + close;
  if (value instanceof Figure) return value.digits;
  if (Array.isArray(value)) return block("[", value.map((each) => write(each, within)), "]");
  if (value instanceof Map) {
    return block("{", [...value].map(([key, each]) => `${JSON.stringify(key)}: ${write(each, within)}`), "}");
  }
  return JSON.stringify(value);
}

// A value of the schema, as one of the file.
export function ours(value) {
  if (typeof value === "number") return new Figure(String(value));
  if (Array.isArray(value)) return value.map(ours);
  return value && typeof value === "object" ? new Map(Object.entries(value).map(([key, each]) => [key, ours(each)])) : value;
}

// A single value of the file, as one of the schema, and as somebody reads it.
export const plainly = (value) => (value instanceof Figure ? Number(value.digits) : value);
export const shown = (value) => (value === undefined || value === null ? "" : value instanceof Figure ? value.digits : String(value));

// What is no number is written down as it was typed, and the check says what it should be.
export const figure = (text) => (/^-?\d+$/.test(text) ? new Figure(BigInt(text).toString()) : text);

export const step = (value, key) => (value instanceof Map ? value.get(key) : Array.isArray(value) ? value[key] : undefined);

// Nothing takes a key away, and with it whatever is empty then; an entry of a list stays an entry.
export function set(within, [key, ...rest], value) {
  const put = (it) => (within instanceof Map ? within.set(key, it) : (within[key] = it));
  if (rest.length) {
    const inner = step(within, key);
    const there = inner instanceof Map || Array.isArray(inner);
    if (!there && value === undefined) return;
    const next = there ? inner : new Map();
    if (!there) put(next);
    set(next, rest, value);
    if (value === undefined && next instanceof Map && !next.size && within instanceof Map) within.delete(key);
  } else if (value === undefined) within.delete(key);
  else put(value);
}
