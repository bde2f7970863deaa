// What is read from a small logic, and what the three forms make of it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { check } from "./build.mjs";
import * as lhc from "./lhc.mjs";
import { read, shown } from "./questions.mjs";
import * as rjsf from "./rjsf.mjs";
import * as survey from "./survey.mjs";

const ALWAYS = { all: [] };
const question = (id, shape, choices, asked, more) => ({
  id, section: "visit", question: `${id}?`, hint: "", shape, required: false, asked, fits: {}, not_known: [], alone: [],
  choices: Object.fromEntries(choices.map((it) => [it, it])), ...more,
});
const LOGIC = {
  title: "Visit", lead: "Alone or not", sections: [{ id: "visit", title: "The visit", lead: "" }],
  questions: [
    question("risk", "one", ["low", "high", "not_known"], ALWAYS, { not_known: ["not_known"] }),
    question("hazards", "many", ["dog", "stairs"], ALWAYS, { fits: { dog: { chose: "risk", among: ["high"] } } }),
    question("dog_shut", "one", ["yes", "no"], { ticked: "hazards", among: ["dog"] }),
    question("second", "one", ["yes", "no"], { found: "alone", among: ["no"] }),
    question("why", "one", ["a", "b"], { not: { found: "alone", among: ["no"] } }),
    question("alarm", "one", ["yes"], { in_force: { from_setting: "alarms_from", until: null } }),
  ],
  tables: [{
    id: "alone", hit: "first", applies: ALWAYS,
    rules: [
      { id: "A1", tests: { chose: "risk", among: ["low"] }, finding: "yes" },
      { id: "A2", tests: { chose: "risk", among: ["low", "not_known"] }, finding: "no" },
      { id: "A3", tests: ALWAYS, finding: null },
    ],
  }],
};

const folder = mkdtempSync(join(tmpdir(), "others-"));
after(() => rmSync(folder, { recursive: true }));
const of = (logic) => {
  const path = join(folder, "logic.json");
  writeFileSync(path, JSON.stringify(logic));
  return read(path);
};
const asked = (answers) => shown(of(LOGIC), answers).map((it) => it.id);

test("no answer is the answer that is not known", () => {
  assert.deepEqual(asked({}), ["risk", "hazards", "second"]);
});

test("of a table the first line that fits is used", () => {
  assert.deepEqual(asked({ risk: ["low"] }), ["risk", "hazards", "why"]);
  assert.deepEqual(asked({ risk: ["not_known"] }), ["risk", "hazards", "second"]);
  assert.deepEqual(asked({ risk: ["high"] }), ["risk", "hazards", "why"]);
});

test("a ticked choice counts only where it may be used", () => {
  assert.ok(asked({ risk: ["high"], hazards: ["dog"] }).includes("dog_shut"));
  assert.ok(!asked({ risk: ["low"], hazards: ["dog"] }).includes("dog_shut"));
  const choices = shown(of(LOGIC), {}).find((it) => it.id === "hazards").choices;
  assert.deepEqual(choices, ["stairs"]);
});

test("whatever the logic lacks is named", () => {
  const { fits, ...poor } = LOGIC.questions[0];
  assert.throws(() => of({ ...LOGIC, questions: [poor] }), /risk: fits/);
  const apart = question("risk", "one", ["low"], { apart: {} });
  assert.throws(() => of({ ...LOGIC, questions: [apart] }), /no form of these can be told/);
});

test("a form that lacks a question, or has one twice, is refused", () => {
  const form = of(LOGIC);
  const forms = [survey.ids(survey.survey(form)), rjsf.ids(rjsf.schema(form)), lhc.ids(lhc.questionnaire(form))];
  for (const ids of forms) {
    check(form, "a form", ids);
    assert.throws(() => check(form, "a form", ids.slice(1)), /lacks/);
    assert.throws(() => check(form, "a form", [...ids, ids[0]]), /too many of/);
  }
});
