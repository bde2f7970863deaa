// Answers worked cases, question by question, and returns how many milliseconds each answer took.
//
// Counted: from the click to the end of the first frame after it, as a task that is sent off in the frame's
// script and so runs when the frame has been laid out and painted; or to the last change of the page, when
// that comes later. Taken off: what a frame costs in which nothing happens. A frame begins before the click,
// so that waiting for the screen's next turn, up to 17 ms whoever draws, is not counted.

const [kind, cases, wanted] = given;

const care = () => {
  const root = document.querySelector("care-advocacy").shadowRoot;
  const press = (css) => root.querySelector(css).click();
  return {
    root,
    asked: () => Array.from(root.querySelectorAll(".ct-question[id]"), (it) => it.id.slice("ct-".length)),
    control: (question, choice) => root.getElementById(`ct-${question}-${choice}`),
    goOn: () => press(".ct-buttons > .ct-button--primary"),
    clear: async () => {
      press("#ct-clear");
      await frame();
      press("#ct-clear-yes");
    },
  };
};

const frame = () => new Promise((done) => requestAnimationFrame(done));

const timed = (root, press) =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      let changed = 0;
      const watch = new MutationObserver(() => (changed = performance.now()));
      watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      const channel = new MessageChannel();
      const start = performance.now();
      press();
      channel.port1.onmessage = async () => {
        const end = performance.now();
        channel.port1.close();
        await frame();
        await frame();
        watch.disconnect();
        done({ took: Math.max(end, changed) - start, changed: changed > 0 });
      };
      channel.port2.postMessage(null);
    }),
  );

const tool = { care, survey, rjsf, lhc }[kind]();
const idle = [];
for (let n = 0; n < 20; n += 1) idle.push((await timed(tool.root, () => {})).took);
idle.sort((a, b) => a - b);
const nothing = idle[idle.length / 2];

const times = [];
let drawn = 0;
const answer = async (question, choice) => {
  const control = tool.control(question, choice);
  if (!control || control.checked) return;
  const { took, changed } = await timed(tool.root, () => control.click());
  if (!tool.control(question, choice)?.checked) throw new Error(`${question}: ${choice} was not taken`);
  // A tick may leave all else as it is; the work is done all the same.
  if (changed) drawn += 1;
  times.push(Math.max(took - nothing, 0));
};

for (const facts of cases) {
  if (times.length >= wanted) break;
  let before = "";
  for (;;) {
    const done = new Set();
    for (;;) {
      const question = tool.asked().find((it) => facts[it] && !done.has(it));
      if (!question) break;
      done.add(question);
      for (const choice of facts[question]) await answer(question, choice);
    }
    const here = tool.asked().join();
    if (here === "" || here === before) break;
    before = here;
    tool.goOn();
    await frame();
    await frame();
  }
  await tool.clear();
  await frame();
  await frame();
}
return { times, drawn };
