// The catalogue of texts, as the pages show it: what its kinds are called, and how a text is found.

import { node } from "./parts.js";

// A kind that is a tool is called as the tool calls itself.
const names = (catalogue) => ({
  ...Object.fromEntries(catalogue.filter(({ path }) => path === "tool.title").map(({ kind, text }) => [kind, text])),
  all: "The screen of every tool",
  lists: "Waiting list, matching and plan",
  supervision: "Supervision",
  records: "Saved records",
  page: "Before a tool is there",
  drafts: "Drafts on a computer",
});

// To choose where a text stands.
export function kinds(catalogue, ...others) {
  const known = names(catalogue);
  const all = [...new Set(catalogue.map(({ kind }) => kind))];
  return [
    node("option", { value: "" }, "Anywhere"),
    ...others,
    ...all.map((kind) => node("option", { value: kind }, known[kind] ?? kind)),
  ];
}

// A text is found when it has every word, here or where it stands.
export const wordsOf = (search) => search.toLowerCase().split(/\s+/).filter(Boolean);
export const soughtIn = ({ text, place, path }, own = "") => `${text} ${place} ${path} ${own}`.toLowerCase();
