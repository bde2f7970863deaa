// Makes, copies, moves and removes tools before and after the script that defines them is loaded.
const main = document.querySelector("main");
const first = () => document.querySelector("care-advocacy");

function made() {
  const tool = document.createElement("care-advocacy");
  tool.locality = "../locality.json";
  tool.headingLevel = "2";
  tool.reference = "AB-1";
  tool.shareRecord = true;
  tool.settings = {
    format: "care-tools-locality/1",
    authority: "Example Council",
    version: "hosts",
    words: { advocacy: { "questions.person_role.hint": "Hint from the host page." } },
  };
  main.append(tool);
}

const actions = {
  before: made,
  load: () => import("../care-tools.js"),
  after: made,
  clone: () => main.append(first().cloneNode(true)),
  move: () => main.append(first()),
  "remove-and-back": () => {
    const tool = first();
    const { parentNode, nextSibling } = tool;
    tool.remove();
    setTimeout(() => parentNode.insertBefore(tool, nextSibling), 100);
  },
};

for (const [id, action] of Object.entries(actions)) {
  document.getElementById(id).addEventListener("click", action);
}
