// The elements by their names, and what was asked for too early.

for (const name of [...TEXTS, "offline"]) {
  Object.defineProperty(CareElement.prototype, property(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

function define() {
  for (const name of Object.keys(TOOLS)) {
    if (!customElements.get(name)) customElements.define(name, class extends CareElement {});
  }
  if (wanted) return;
  ahead.abort();
  shared.delete(FILES.wasm);
}
// A script that is `async` may be here before the page is: no element begins before its first screen is whole.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", define);
else define();
