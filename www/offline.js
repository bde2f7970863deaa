// A service worker that a site may switch on, so that the tools work without a network after the first visit.
//
// It answers for pages below its own address. To cover a whole site, put one line into a file at the site's root,
//   importScripts("/care-tools/offline.js");
// (docs/web-editor.html has the line for policies that ask for trusted types),
// and name that file in the element's attribute: <care-advocacy offline="/care-offline.js">.
//
// It keeps the files of the tools, and the pages with a tool that somebody has read; of other pages it keeps nothing, and
// nothing that a server asks browsers not to store. What is typed never reaches it.

const STORE = "care-tools-offline-1";

const ours = (url) => new URL(url, self.location.href).origin === self.location.origin;
const whole = (url) => {
  const address = new URL(url, self.location.href);
  address.hash = "";
  return address.href;
};
const ourFolder = (files) => new URL("./", files[0]).href;
// A file of the tools with a hash in its name never changes.
const hashed = (url) => /-[0-9a-f]{8}\.\w+$/.test(new URL(url).pathname);
const keeps = (answer) =>
  answer?.ok && !answer.redirected && answer.type === "basic" && !/no-store|private/.test(answer.headers.get("cache-control") ?? "");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function keep(store, url, ofTools = false) {
  if (ofTools && hashed(url) && (await store.match(url))) return;
  const answer = await fetch(url, { cache: "no-cache", credentials: "same-origin" }).catch(() => null);
  // The tools' own files are the same for everybody, whatever a server says of them.
  if (ofTools ? answer?.ok : keeps(answer)) await store.put(whole(url), answer);
}

// A page with a tool says what it is made of. All that the tools may ask for is kept before it is needed.
async function keepAll({ files, page, parts }) {
  const store = await caches.open(STORE);
  for (const url of files) await keep(store, url, true);
  for (const url of [page, ...parts]) await keep(store, url);
  // What an older version needed goes once the new one is whole.
  const there = (await Promise.all(files.slice(1).map((url) => store.match(url)))).every(Boolean);
  for (const { url } of there && files.length > 1 ? await store.keys() : []) {
    if (hashed(url) && url.startsWith(ourFolder(files)) && ![...files, ...parts].includes(url)) await store.delete(url);
  }
}

self.addEventListener("message", (event) => {
  const { careTools, files, page, parts } = event.data ?? {};
  const lists = [files, parts, [page]];
  if (careTools !== "keep" || !lists.every((list) => Array.isArray(list) && list.every((url) => typeof url === "string"))) return;
  const kept = keepAll({ files: files.filter(ours), page, parts: parts.filter(ours) });
  event.waitUntil(
    kept.then(
      () => event.source?.postMessage({ careTools: "kept" }),
      () => {},
    ),
  );
});

async function answer(request) {
  const store = await caches.open(STORE);
  const known = await store.match(whole(request.url));
  if (!known) return fetch(request);
  try {
    const fresh = await fetch(request);
    if (keeps(fresh)) await store.put(whole(request.url), fresh.clone());
    return fresh;
  } catch {
    return known;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && ours(request.url)) event.respondWith(answer(request));
});
