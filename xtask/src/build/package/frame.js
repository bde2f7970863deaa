// The page of a frame. Its address says what the element is told; the page around it is told the height, and nothing
// else.

const ATTRIBUTES = /* attributes */ {};
const FOLDER = new URL("..", import.meta.url);

const element = document.querySelector(Object.keys(ATTRIBUTES).join());
const notice = document.querySelector(".frame-notice");

// A link that somebody made must not bring another site's settings or records into this page. Addresses count from the
// folder of the tools. Nothing, where one of them is of another site.
function ownFiles(addresses) {
  try {
    const urls = addresses.split(/\s+/).filter(Boolean).map((address) => new URL(address, FOLDER));
    const own = urls.every((url) => url.protocol === location.protocol && url.host === location.host);
    return own ? urls.map((url) => url.href).join(" ") : null;
  } catch {
    return null;
  }
}

// What stands after the # is not sent to a server, so a case reference stands there.
function take() {
  const given = { query: new URLSearchParams(location.search), fragment: new URLSearchParams(location.hash.slice(1)) };
  const refused = [];
  for (const [name, { from, files }] of Object.entries(ATTRIBUTES[element.localName])) {
    const value = given[from].get(name);
    const taken = value !== null && files ? ownFiles(value) : value;
    if (taken === null) element.removeAttribute(name);
    else element.setAttribute(name, taken);
    if (value !== null && taken === null) refused.push(name);
  }
  say(refused);
}

function say(refused) {
  const lines = refused.map((name) => {
    const line = document.createElement("p");
    line.textContent =
      `Part of this link was not used: “${name}” does not name a file of this site. The tool only opens files of its own site by a link.`;
    return line;
  });
  notice.replaceChildren(...lines);
  notice.hidden = lines.length === 0;
}

function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ careTools: "height", height }, "*");
}

take();
addEventListener("hashchange", take);
if (parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  // The page around may have begun to listen later.
  addEventListener("message", (event) => {
    if (event.source === parent && event.data?.careTools === "ask") tellHeight();
  });
}
await import("../care-tools.js");
