// Proves that without a framework the package's types know the element, its properties and its method.
import type {} from "care-tools";
import "care-tools";
import { recordOf, settings, withHeard } from "./shared.js";

const part = (id: string) => document.getElementById(id)!;
const tool = document.querySelector("care-advocacy")!;
let heard: string[] = [];

tool.settings = settings;
for (const name of ["care-ready", "care-changed", "care-completed"]) {
  tool.addEventListener(name, (event) => {
    heard = withHeard(heard, event);
    part("heard").textContent = heard.join("; ");
  });
}

part("other-reference").addEventListener("click", () => {
  tool.reference = "CD-2";
});
part("remove").addEventListener("click", () => {
  if (tool.isConnected) tool.remove();
  else part("note").before(tool);
  part("remove").textContent = tool.isConnected ? "Remove the tool" : "Put the tool back";
});
part("ask-record").addEventListener("click", () => {
  part("record").textContent = recordOf(tool.isConnected ? tool : null);
});
part("move").addEventListener("click", () => {
  if (tool.nextElementSibling === part("note")) part("note").after(tool);
  else part("note").before(tool);
});
