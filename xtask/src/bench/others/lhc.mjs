// The form for LHC-Forms: a FHIR R4 Questionnaire with `enableWhen`, and FHIRPath where that is not enough.

const SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition";
const CORE = "http://hl7.org/fhir/StructureDefinition";

/** What a Questionnaire or LHC-Forms cannot be told. */
export const lacks = [
  "a choice that may be used only for some answers (answerOptionsToggleExpression is in the standard, LHC-Forms 40.1.3 does not read it): it is shown to everybody",
  "a choice that excludes the others of a checkbox group (questionnaire-optionExclusive, likewise): it unticks none of them",
  "a hint that stands beside its question: it is behind a button",
  "what the form is for: the Questionnaire holds it as its description, which is not shown",
  "a date in British order: it is asked for as MM/DD/YYYY",
  "one section at a time: all stand on one page, with the title of a section that asks nothing yet",
];

export function questionnaire(form) {
  const used = new Set();
  const path = (formula) => fhirPath(formula, used);
  const facts = [...form.facts].map(([name, formula]) => variable(name, path(formula)));
  const item = form.sections.map((section) => group(section, path));
  const answers = form.questions.filter((it) => used.has(it.id)).map(({ id, section }) => variable(`q_${id}`, where(section, id)));
  return {
    resourceType: "Questionnaire",
    status: "draft",
    title: form.title,
    description: form.lead,
    extension: [...answers, ...facts],
    item,
  };
}

/** The ids of the questions in it. */
export function ids(questionnaire) {
  return questionnaire.item.flatMap((group) => group.item.filter((it) => it.type !== "display").map((it) => it.linkId));
}

function group(section, path) {
  const lead = { linkId: `${section.id}-lead`, type: "display", text: section.lead };
  return { linkId: section.id, type: "group", text: section.title, item: [lead, ...section.questions.map((it) => item(it, path))] };
}

function item(question, path) {
  const types = { one: "choice", many: "choice", day: "date", number: "integer" };
  const control = { one: "radio-button", many: "check-box" }[question.shape];
  const extension = [
    ...(control ? [itemControl(control)] : []),
    ...(control ? [{ url: `${CORE}/questionnaire-choiceOrientation`, valueCode: "vertical" }] : []),
    ...(question.shape === "day" ? [{ url: `${SDC}/sdc-questionnaire-initialExpression`, valueExpression: expression("today()") }] : []),
  ];
  const enabled = enableWhen(question.asked);
  const needsPath = question.asked !== true && !enabled;
  if (needsPath) extension.push({ url: `${SDC}/sdc-questionnaire-enableWhenExpression`, valueExpression: expression(path(question.asked)) });
  return {
    linkId: question.id,
    type: types[question.shape],
    text: question.text,
    ...(question.required ? { required: true } : {}),
    ...(question.shape === "many" ? { repeats: true } : {}),
    ...(extension.length > 0 ? { extension } : {}),
    ...(enabled ?? {}),
    ...(question.choices.length > 0 ? { answerOption: question.choices.map(option) } : {}),
    ...(question.hint ? { item: [help(question)] } : {}),
  };
}

function help({ id, hint }) {
  return { linkId: `${id}-help`, type: "display", text: hint, extension: [itemControl("help")] };
}

function itemControl(code) {
  const coding = [{ system: "http://hl7.org/fhir/questionnaire-item-control", code }];
  return { url: `${CORE}/questionnaire-itemControl`, valueCodeableConcept: { coding } };
}

function option({ id, text }) {
  return { valueCoding: { code: id, display: text } };
}

/** `enableWhen`, where one question that was answered decides; nothing where it takes more. */
function enableWhen(formula) {
  const parts = formula.all ?? [formula];
  const said = parts.filter((it) => it.said);
  const [first] = said;
  // While the question that decides is not asked itself, it has no answer: that it is asked need not be said.
  const rest = parts.filter((it) => !it.said && it.fact !== `asked_${first?.said}`);
  if (said.length !== 1 || rest.length > 0) return undefined;
  const one = (code) => ({ question: first.said, operator: "=", answerCoding: { code } });
  return { enableWhen: first.among.map(one), ...(first.among.length > 1 ? { enableBehavior: "any" } : {}) };
}

function variable(name, path) {
  return { url: `${CORE}/variable`, valueExpression: { name, ...expression(path) } };
}

function expression(path) {
  return { language: "text/fhirpath", expression: path };
}

function where(section, id) {
  return `%resource.item.where(linkId='${section}').item.where(linkId='${id}').answer.value`;
}

function fhirPath(formula, used) {
  const path = (it) => fhirPath(it, used);
  if (typeof formula === "boolean") return String(formula);
  if (formula.all) return `(${formula.all.map(path).join(" and ")})`;
  if (formula.any) return `(${formula.any.map(path).join(" or ")})`;
  if (formula.not) return `(${path(formula.not)}).not()`;
  if (formula.fact) return `%${formula.fact}`;
  const id = formula.said ?? formula.blank;
  used.add(id);
  if (formula.blank) return `%q_${id}.empty()`;
  return `%q_${id}.where(${formula.among.map((it) => `code = '${it}'`).join(" or ")}).exists()`;
}
