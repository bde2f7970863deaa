// Everything works without a network after the first visit, where the page names a service worker of its site. It is told
// what this page is made of, and of the addresses that the page brings along only the council's settings: lists, plans
// and records are about people.
let registered = false;
async function offline(worker) {
  if (!worker || registered || !navigator.serviceWorker) return;
  registered = true;
  try {
    const { href } = new URL(worker, document.baseURI);
    // Where a page wants such addresses to be trusted, its policy has to name this one.
    const policy = window.trustedTypes?.createPolicy("care-tools-offline", { createScriptURL: (url) => url });
    await navigator.serviceWorker.register(policy?.createScriptURL(href) ?? href);
    const late = new Promise((_, failed) => setTimeout(failed, 10_000, "it does not cover this page"));
    const { active } = await Promise.race([navigator.serviceWorker.ready, late]);
    const made = performance.getEntriesByType("resource").filter(({ initiatorType }) => ["link", "script", "css", "img"].includes(initiatorType));
    const settings = [...document.querySelectorAll(Object.keys(TOOLS).join())].map((element) => element.getAttribute("locality")).filter(Boolean);
    const files = [import.meta.url, ...every(FILES)];
    // What the page asks for ahead is kept as the tool's own file.
    const others = made.map(({ name }) => name).filter((name) => !files.includes(name) && !name.endsWith(".wasm"));
    const parts = [...others, ...settings.map((name) => new URL(name, document.baseURI).href)];
    active.postMessage({ careTools: "keep", files, page: document.location.href, parts });
  } catch (fault) {
    registered = false;
    console.warn(`Care Tools will not work without a network: ${fault}`);
  }
}

// The address of every file that the tools may ask for.
function every(files) {
  if (typeof files === "string") return files.startsWith("http") ? [files] : [];
  return Object.values(files).flatMap(every);
}
