// Answers four questions in one widget, clears everything and confirms, as often as asked.
// Returns how big the memories of the WebAssembly are, in bytes.

const [times] = given;
const root = document.querySelector("care-advocacy").shadowRoot;
const steps = [
  "ct-person_role-adult",
  "ct-processes-safeguarding_adults_review",
  "ct-sar_person_alive-yes",
  "ct-in_custody-no",
  "ct-clear",
  "ct-clear-yes",
];

// A task of its own: by then, what the click set off has been done and drawn into the page.
const channel = new MessageChannel();
const turn = () =>
  new Promise((done) => {
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  });

for (let run = 0; run < times; run += 1) {
  for (const id of steps) {
    const control = root.getElementById(id);
    if (!control) throw new Error(`there is no ${id} in run ${run}`);
    control.click();
    await turn();
  }
}
channel.port1.close();
const memories = globalThis[Symbol.for("bench")]?.memories ?? [];
return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
