// The lines to paste, from the same parts as `cargo xtask snippet`. Its test compares them with its own in Node.js, so
// nothing here is of a page.

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// What stands behind the address of a frame. A case reference stands where no server sees it.
export function query(attributes, given) {
  const pairs = (framed) =>
    attributes
      .filter((it) => it.framed === framed && it.name in given)
      .map((it) => `${it.name}=${encodeURIComponent(given[it.name])}`)
      .join("&");
  const [query, fragment] = [pairs("query"), pairs("fragment")];
  return (query && `?${query}`) + (fragment && `#${fragment}`);
}

/** The lines for an element: its name, what its attributes are given, where the files lie, and which lines. */
export function lines(data, { element: name, given, base, form }) {
  const element = data.elements.find((it) => it.name === name);
  const folder = escaped(base.endsWith("/") ? base : `${base}/`);
  const attributes = element.attributes
    .filter((it) => it.name in given)
    .map((it) => (it.kind === "boolean" ? ` ${it.name}` : ` ${it.name}="${escaped(given[it.name])}"`))
    .join("");
  const fallback = element.paper
    ? fill(data.templates.with_paper, { base: folder, paper: escaped(element.paper) })
    : data.templates.without_paper;
  const module = form === "pinned" ? data.pinned.module : data.module;
  // From another site a browser would fetch it once more for the script.
  const elsewhere = /^[^/?#]*:|^\/\/|\\/.test(folder);
  const asksAhead = element.form && !data.lists.includes(given.view) && !elsewhere;
  return fill(data.templates[form], {
    ...data.pinned,
    ahead: asksAhead ? fill(data.templates.ahead, { base: folder, module }) : "",
    base: folder,
    element: name,
    attributes,
    fallback,
    query: escaped(query(element.attributes, given)),
    title: escaped(element.title),
  });
}
