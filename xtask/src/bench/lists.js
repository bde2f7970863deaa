// What a manager waits for: a list of a hundred thousand, one changed answer, a match over five thousand workers.
const [list, workers] = arguments;
const rest = () => new Promise((done) => setTimeout(done));
const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
// A turn of the page without a timer, which browsers make wait for four milliseconds.
const turn = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), done());
    port2.postMessage(null);
  });
const until = async (test) => {
  for (let at = 0; !test(); at++) {
    if (at > 40_000) throw new Error(`never: ${test}`);
    await rest();
  }
};
const host = document.querySelector("care-allocation");
await until(() => host.shadowRoot?.getElementById("ct-file-list"));
const root = host.shadowRoot;
const give = async (control, name) => {
  const bytes = await (await fetch(name)).arrayBuffer();
  const files = new DataTransfer();
  files.items.add(new File([bytes], name));
  const input = root.getElementById(control);
  input.files = files.files;
  return () => input.dispatchEvent(new Event("change", { bubbles: true }));
};
let longest = 0;
new PerformanceObserver((seen) => {
  for (const task of seen.getEntries()) longest = Math.max(longest, task.duration);
}).observe({ type: "longtask" });

const arrive = await give("ct-file-list", list);
let start = performance.now();
arrive();
await until(() => root.getElementById("ct-report") && root.querySelector(".ct-list__body tr"));
await drawn();
const read = performance.now() - start;
await drawn();
const frozen = longest;

const set = (id, value) => {
  const control = root.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
};
root.querySelector(".ct-list__body .ct-link").click();
await until(() => root.getElementById("ct-e-carer"));
const changes = [];
for (let at = 0; at < 20; at++) {
  const said = root.getElementById("ct-e-carer").value;
  start = performance.now();
  set("ct-e-carer", said === "managing" ? "broken_down" : "managing");
  await turn();
  root.querySelector(".ct-person").getBoundingClientRect();
  changes.push(performance.now() - start);
}

(await give("ct-file-workers", workers))();
await until(() => root.getElementById("ct-workers-report")?.textContent.includes("5000"));
root.getElementById("ct-tab-match").click();
await until(() => root.getElementById("ct-m-function"));
set("ct-m-function", "care_act_assessment");
await rest();
const matches = [];
for (let at = 0; at < 10; at++) {
  start = performance.now();
  set("ct-m-complexity", at % 2 ? "simple" : "complex");
  await turn();
  root.getElementById("ct-match-result").getBoundingClientRect();
  matches.push(performance.now() - start);
}
const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];
return { read, frozen, change: middle(changes), match: middle(matches) };
