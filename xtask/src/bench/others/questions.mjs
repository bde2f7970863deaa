// Reads the logic JSON of one of our tools, and says of each question in plain logic when it is asked.
//
// A formula is `true`, `false`, or an object:
//   { all: [..] }, { any: [..] }, { not: .. }
//   { fact: name }                    one of the facts that `read` returns
//   { said: question, among: [..] }   the answer, or one of the answers, is among these
//   { blank: question }               nothing was said
// A condition of ours fails while its question is not asked; in a formula that is said each time by a fact.

import { readFileSync } from "node:fs";

/** The form: `title`, `lead`, `sections` with their `questions`, and `facts`, formulas by name, each after those it uses. */
export function read(path) {
  const logic = JSON.parse(readFileSync(path, "utf8"));
  needs(logic, path);
  const facts = new Map();
  const maker = new Formulas(logic, facts);
  const questions = logic.questions.map((it) => ({
    id: it.id,
    section: it.section,
    text: it.question,
    hint: it.hint,
    shape: it.shape,
    required: it.required,
    choices: Object.entries(it.choices).map(([id, text]) => ({
      id,
      text,
      alone: it.alone.includes(id),
      fits: it.fits[id] ? maker.formula(it.fits[id]) : true,
    })),
    asked: maker.formula(it.asked),
  }));
  const sections = logic.sections.map((it) => ({
    ...it,
    questions: questions.filter((question) => question.section === it.id),
  }));
  return { title: logic.title, lead: logic.lead, sections, questions, facts };
}

/** Which questions and choices somebody sees who gave these answers (lists of choices, by question). */
export function shown(form, answers) {
  const known = new Map();
  const said = (id) => answers[id] ?? [];
  const holds = (formula) => {
    if (typeof formula === "boolean") return formula;
    if (formula.all) return formula.all.every(holds);
    if (formula.any) return formula.any.some(holds);
    if ("not" in formula) return !holds(formula.not);
    if (formula.fact) return known.get(formula.fact);
    if (formula.said) return said(formula.said).some((it) => formula.among.includes(it));
    return said(formula.blank).length === 0;
  };
  for (const [name, formula] of form.facts) known.set(name, holds(formula));
  const asked = form.questions.filter((it) => holds(it.asked));
  return asked.map((it) => ({ id: it.id, choices: it.choices.filter((one) => holds(one.fits)).map((one) => one.id) }));
}

const OF_A_FORM = ["title", "lead", "sections", "questions", "tables"];
const OF_A_QUESTION = ["id", "section", "question", "hint", "shape", "required", "asked", "choices", "fits", "not_known", "alone"];
const OF_A_TABLE = ["id", "hit", "applies", "rules"];

/** Throws with the name of everything that the logic JSON lacks. */
function needs(logic, path) {
  const lacks = (what, it, keys) => keys.filter((key) => !(key in it)).map((key) => `${what}: ${key}`);
  const missing = [
    ...lacks("the tool", logic, OF_A_FORM),
    ...(logic.questions ?? []).flatMap((it) => lacks(it.id, it, OF_A_QUESTION)),
    ...(logic.tables ?? []).flatMap((it) => lacks(it.id, it, OF_A_TABLE)),
    ...(logic.tables ?? []).flatMap((table) => table.rules.flatMap((it) => lacks(it.id, it, ["tests", "finding"]))),
  ];
  if (missing.length > 0) throw new Error(`${path} lacks ${missing.length} things, first ${missing.slice(0, 5).join(", ")}`);
}

/** Turns conditions into formulas, with facts for what several of them use. */
class Formulas {
  constructor(logic, facts) {
    this.questions = new Map(logic.questions.map((it) => [it.id, it]));
    this.tables = new Map(logic.tables.map((it) => [it.id, it]));
    this.facts = facts;
  }

  formula(tested) {
    if (tested.all) return all(tested.all.map((it) => this.formula(it)));
    if (tested.any) return any(tested.any.map((it) => this.formula(it)));
    if (tested.not) return not(this.formula(tested.not));
    if (tested.asked) return this.isAsked(tested.asked);
    if (tested.chose) return this.chose(tested.chose, tested.among);
    if (tested.ticked) return this.ticked(tested.ticked, tested.among);
    if (tested.blank) return all([this.isAsked(tested.blank), { blank: tested.blank }]);
    if (tested.given) return not({ blank: tested.given });
    if (tested.found) return any(tested.among.map((it) => this.finding(tested.found, it)));
    // No authority's settings are given, to us neither: what begins on a day that is not set has not begun.
    if (tested.in_force?.from_setting) return false;
    if (tested.unset) return true;
    throw new Error(`no form of these can be told ${JSON.stringify(tested)}`);
  }

  isAsked(id) {
    return this.fact(`asked_${id}`, () => this.formula(this.question(id).asked));
  }

  /** No answer is the first "not known" of the question, as with us. */
  chose(id, among) {
    const [notKnown] = this.question(id).not_known;
    const blank = notKnown !== undefined && among.includes(notKnown) ? [{ blank: id }] : [];
    return all([this.isAsked(id), any([{ said: id, among }, ...blank])]);
  }

  /** A ticked choice counts only where it may be used. */
  ticked(id, among) {
    const { fits } = this.question(id);
    const free = among.filter((it) => !fits[it]);
    const limited = among.filter((it) => fits[it]);
    const parts = limited.map((it) => all([{ said: id, among: [it] }, this.formula(fits[it])]));
    if (free.length > 0) parts.unshift({ said: id, among: free });
    return all([this.isAsked(id), any(parts)]);
  }

  /** In a table of which the first line that fits is used, a line fits only where none above it does. */
  finding(tableId, id) {
    const table = this.tables.get(tableId);
    if (!table) throw new Error(`there is no table ${tableId}`);
    return this.fact(`found_${tableId}_${id}`, () => {
      const above = [];
      const lines = [];
      for (const rule of table.rules) {
        const own = this.formula(rule.tests);
        if (rule.finding === id) lines.push(all([own, ...above]));
        if (table.hit === "first") above.push(not(own));
      }
      return all([this.formula(table.applies), any(lines)]);
    });
  }

  question(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`there is no question ${id}`);
    return question;
  }

  /** Constants need no name. */
  fact(name, make) {
    if (!this.facts.has(name)) {
      const formula = make();
      if (typeof formula === "boolean") return formula;
      this.facts.set(name, formula);
    }
    return { fact: name };
  }
}

function all(parts) {
  const flat = once(parts.flatMap((it) => it.all ?? [it]).filter((it) => it !== true));
  if (flat.includes(false)) return false;
  return flat.length === 0 ? true : flat.length === 1 ? flat[0] : { all: flat };
}

function any(parts) {
  const flat = once(parts.flatMap((it) => it.any ?? [it]).filter((it) => it !== false));
  if (flat.includes(true)) return true;
  return flat.length === 0 ? false : flat.length === 1 ? flat[0] : { any: flat };
}

function not(part) {
  if (typeof part === "boolean") return !part;
  return "not" in part ? part.not : { not: part };
}

function once(parts) {
  const seen = new Map(parts.map((it) => [JSON.stringify(it), it]));
  return [...seen.values()];
}
