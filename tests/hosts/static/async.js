// Holds up the page in the middle of an element, where its server is slow.
document.documentElement.dataset.known = String(Boolean(customElements.get("care-advocacy")));
