// The form for SurveyJS: pages, questions, hints, choices, and every condition.

const TYPES = {
  one: { type: "radiogroup" },
  many: { type: "checkbox" },
  day: { type: "text", inputType: "date", defaultValueExpression: "today()" },
  number: { type: "text", inputType: "number", min: 0, max: 9999 },
};

/** What SurveyJS cannot be told. */
export const lacks = [];

export function survey(form) {
  return {
    title: form.title,
    description: form.lead,
    showQuestionNumbers: false,
    calculatedValues: [...form.facts].map(([name, formula]) => ({ name, expression: expression(formula) })),
    pages: form.sections.map((section) => ({
      name: section.id,
      title: section.title,
      description: section.lead,
      elements: section.questions.map(element),
    })),
  };
}

/** The ids of the questions in it. */
export function ids(survey) {
  return survey.pages.flatMap((page) => page.elements.map((it) => it.name));
}

function element(question) {
  const element = { name: question.id, title: question.text, ...TYPES[question.shape], ...visible(question.asked) };
  if (question.hint) element.description = question.hint;
  if (question.required) element.isRequired = true;
  if (question.choices.length > 0) element.choices = question.choices.map((it) => choice(question, it));
  return element;
}

function choice(question, { id, text, alone, fits }) {
  const exclusive = alone && question.shape === "many" ? { isExclusive: true } : {};
  return { value: id, text, ...exclusive, ...visible(fits) };
}

function visible(formula) {
  return formula === true ? {} : { visibleIf: expression(formula) };
}

function expression(formula) {
  if (typeof formula === "boolean") return formula ? "(1 = 1)" : "(1 = 0)";
  if (formula.all) return `(${formula.all.map(expression).join(" and ")})`;
  if (formula.any) return `(${formula.any.map(expression).join(" or ")})`;
  if (formula.not) return `!(${expression(formula.not)})`;
  if (formula.fact) return `({${formula.fact}} = true)`;
  if (formula.said) return `({${formula.said}} anyof [${formula.among.map((it) => `'${it}'`).join(", ")}])`;
  return `({${formula.blank}} empty)`;
}
