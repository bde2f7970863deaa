// Runs beside every page, before its own scripts: when is the first question seen, and when is a widget live?
// Times are milliseconds since the page was asked for.

const readies = [];
const waiting = new Set();
addEventListener("care-ready", () => {
  readies.push(performance.now());
  for (const look of waiting) look();
});

// When so many widgets were live.
globalThis.live = (count) =>
  new Promise((done) => {
    const look = () => readies.length >= count && done(readies[count - 1]);
    waiting.add(look);
    look();
  });

const painted = new Promise((done) => {
  new PerformanceObserver((list) => {
    const first = list.getEntriesByName("first-contentful-paint")[0];
    if (first) done(first.startTime);
  }).observe({ type: "paint", buffered: true });
});

// A question of ours, drawn in the page or live, or of one of the others.
const question = () => {
  const place = document.getElementById("tool") ?? document.body;
  const root = place?.querySelector("care-advocacy")?.shadowRoot ?? place;
  return root?.querySelector("legend, [data-name], lhc-item-question");
};

const laidOut = new Promise((done) => {
  // A browser makes no frames while a style sheet still holds back the first one.
  const look = () => {
    if (question()?.getClientRects().length > 0) done(performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});

// When the first question was in the layout and anything was painted.
globalThis.visible = Promise.all([painted, laidOut]).then((times) => Math.max(...times));
