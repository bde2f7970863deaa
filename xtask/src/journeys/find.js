// Finds one element inside a widget. Gives the element, or a sentence that says why there is none.
const [name, nth, wanted] = arguments;

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });

// Every element that a person would find by its words, with those words.
const named = (inside) => {
  const labels = Array.from(inside.querySelectorAll("label"), (it) => [it.control, it.innerText, it]);
  const words = Array.from(
    inside.querySelectorAll("button, a[href], summary, [role=button], [role=tab]"),
    (it) => [it, it.innerText, it],
  );
  const spoken = Array.from(inside.querySelectorAll("[aria-label]"), (it) => [it, it.getAttribute("aria-label"), it]);
  return [...labels, ...words, ...spoken]
    .filter(([control, text, seen]) => control && tidy(text) && isVisible(seen))
    .map(([control, text]) => [control, tidy(text)]);
};

// What has these very words, or else what has them as a part.
const having = (words, list) => {
  const exact = list.filter(([, text]) => text === tidy(words));
  return exact.length > 0 ? exact : list.filter(([, text]) => text.includes(tidy(words)));
};

const quoted = (list) => list.slice(0, 40).map(([, text]) => `“${text}”`).join(", ") || "none";

const one = (words, list, kind) => {
  const fitting = having(words, list);
  const elements = [...new Set(fitting.map(([element]) => element))];
  if (elements.length === 1) return elements[0];
  if (elements.length > 1) return `more than one ${kind} has “${words}”: ${quoted(fitting)}`;
  return `no visible ${kind} has “${words}”; there are: ${quoted(list)}`;
};

const questions = (root) =>
  Array.from(root.querySelectorAll("fieldset"), (it) => [it, tidy(it.querySelector("legend")?.innerText)])
    .filter(([it, text]) => text && isVisible(it));

const root = document.querySelectorAll(name)[nth]?.shadowRoot;
if (!root) return "it is not there, or has no shadow root";
if (wanted.css) return root.querySelector(wanted.css) ?? `nothing is found by \`${wanted.css}\``;
if (!wanted.question) return one(wanted.label, named(root), "label");
const question = one(wanted.question, questions(root), "question");
return typeof question === "string" ? question : one(wanted.label, named(question), "choice");
