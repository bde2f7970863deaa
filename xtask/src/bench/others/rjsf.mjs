// The form for react-jsonschema-form: a JSON Schema with `if` and `then`, and a schema for its screen.
//
// Each section is an object. A question that is not always asked is a property that the schema has only while its
// `if` holds; facts are definitions that those refer to.

/** What a JSON Schema or RJSF cannot be told. */
export const lacks = [
  "a choice that may be used only for some answers: it is shown to everybody",
  "a choice that excludes the others of a checkbox group: it unticks none of them",
  "one section at a time: all stand on one page, with the title of a section that asks nothing yet",
  "today as the date to begin with: the page's own script fills it in",
];

export function schema(form) {
  const always = (section) => section.questions.filter((it) => it.asked === true);
  const sometimes = form.questions.filter((it) => it.asked !== true);
  return {
    type: "object",
    title: form.title,
    description: form.lead,
    definitions: Object.fromEntries([...form.facts].map(([name, formula]) => [name, test(form, formula)])),
    properties: Object.fromEntries(
      form.sections.map((section) => [
        section.id,
        { type: "object", title: section.title, description: section.lead, ...properties(always(section)) },
      ]),
    ),
    allOf: sometimes.map((question) => ({
      if: test(form, question.asked),
      then: { properties: { [question.section]: { type: "object", ...properties([question]) } } },
    })),
  };
}

export function screen(form) {
  const of = (question) => ({
    ...(question.hint ? { "ui:description": question.hint } : {}),
    ...(question.choices.length > 0 ? { "ui:enumNames": question.choices.map((it) => it.text) } : {}),
    ...(question.shape === "one" ? { "ui:widget": "radio" } : {}),
    ...(question.shape === "many" ? { "ui:widget": "checkboxes" } : {}),
    ...(question.shape === "day" ? { "ui:widget": "date" } : {}),
  });
  const section = ({ id, questions }) => [
    id,
    { "ui:order": [...questions.map((it) => it.id), "*"], ...Object.fromEntries(questions.map((it) => [it.id, of(it)])) },
  ];
  return { "ui:order": [...form.sections.map((it) => it.id), "*"], ...Object.fromEntries(form.sections.map(section)) };
}

/** The ids of the questions in it. */
export function ids(schema) {
  const of = (part) => Object.values(part.properties).flatMap((section) => Object.keys(section.properties ?? {}));
  return [...of(schema), ...schema.allOf.flatMap((it) => of(it.then))];
}

function properties(questions) {
  const required = questions.filter((it) => it.required).map((it) => it.id);
  return {
    properties: Object.fromEntries(questions.map((it) => [it.id, property(it)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function property(question) {
  // Not `oneOf` with titles: of that RJSF chooses the first for somebody who said nothing.
  const choices = { type: "string", enum: question.choices.map((it) => it.id) };
  const shapes = {
    one: choices,
    many: { type: "array", items: choices, uniqueItems: true },
    day: { type: "string", format: "date" },
    number: { type: "integer", minimum: 0, maximum: 9999 },
  };
  return { title: question.text, ...shapes[question.shape] };
}

/** A schema that the answers fit exactly while the formula holds. */
function test(form, formula) {
  const of = (it) => test(form, it);
  if (typeof formula === "boolean") return formula ? {} : { not: {} };
  if (formula.all) return { allOf: formula.all.map(of) };
  if (formula.any) return { anyOf: formula.any.map(of) };
  if (formula.not) return { not: of(formula.not) };
  if (formula.fact) return { $ref: `#/definitions/${formula.fact}` };
  if (formula.said) return answer(form, formula.said, (many) => (many ? { contains: { enum: formula.among } } : { enum: formula.among }));
  return { not: answer(form, formula.blank, (many) => (many ? { minItems: 1 } : {})) };
}

function answer(form, id, limit) {
  const { section, shape } = form.questions.find((it) => it.id === id);
  const own = { type: "object", properties: { [id]: limit(shape === "many") }, required: [id] };
  return { type: "object", properties: { [section]: own }, required: [section] };
}
