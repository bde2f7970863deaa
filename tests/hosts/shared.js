/** What the page gives the tool as rich data, and the events it listens for. */
export const settings = {
  format: "care-tools-locality/1",
  authority: "Example Council",
  version: "hosts",
  words: { advocacy: { "questions.person_role.hint": "Hint from the host page." } },
};

/** The order of the page's parts. With two paragraphs every framework moves the tool, not a paragraph. */
export const orderOf = (moved) => (moved ? ["note", "advice", "tool"] : ["tool", "note", "advice"]);

/** Adds what was heard to the list: each once, in the order first heard. */
export function withHeard(heard, event) {
  const line = `${event.type} ${event.detail.tool}`;
  return heard.includes(line) ? heard : [...heard, line];
}

/** The "tool_id" key of an element's record as JSON, or "null" when there is no record. */
export function recordOf(element) {
  return JSON.stringify(element?.record()?.tool_id ?? null);
}
