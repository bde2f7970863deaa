// Prints this element alone: all that stands beside its ancestors is left out while the page prints.
function printAlone(element, mark) {
  const style = new CSSStyleSheet();
  // A page of a shadow root's own is not known; its size and its number are the document's.
  style.replaceSync(
    "@media print { [data-ct-left-out] { display: none !important; } }" +
    `@page { size: A4; margin: 2cm; @top-right { content: ${JSON.stringify(mark)}; } @bottom-center { content: counter(page) " / " counter(pages); } }`,
  );
  const out = [];
  for (let here = element; here && here !== document.body.parentElement; here = here.parentElement) {
    for (const other of here.parentElement?.children ?? []) {
      if (other !== here && other.localName !== "head" && !other.hasAttribute("data-ct-left-out")) {
        other.setAttribute("data-ct-left-out", "");
        out.push(other);
      }
    }
  }
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  // Not every browser says when it has printed: then the next thing somebody does says it.
  const done = new AbortController();
  const undo = () => {
    done.abort();
    for (const other of out) other.removeAttribute("data-ct-left-out");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
  };
  addEventListener("afterprint", undo, { signal: done.signal });
  print();
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, undo, { signal: done.signal, capture: true });
}
