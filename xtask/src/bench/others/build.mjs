// Writes the forms of three other libraries, made from the logic JSON of one of our tools:
//
//   node build.mjs LOGIC_JSON OUT_DIR
//
// Each page, `survey.html`, `rjsf.html` and `lhc.html`, has what it needs beside it. Fails when a question is missing.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as lhc from "./lhc.mjs";
import { read } from "./questions.mjs";
import * as rjsf from "./rjsf.mjs";
import * as survey from "./survey.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HERE, "node_modules");

/** LHC-Forms is complete as it is published; what it names as dependencies is already in it. */
const LHC = {
  name: "lforms-40.1.3",
  version: "lforms@40.1.3",
  sha512: "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==",
};

/** The files of each page in the order in which it names them, beside the page itself. */
export const PAGES = {
  survey: { styles: ["survey.css"], scripts: ["survey-core.js", "survey-ui.js", "survey-page.js"] },
  rjsf: { styles: ["rjsf.css"], scripts: ["rjsf.js"] },
  lhc: {
    styles: ["lhc.css"],
    scripts: ["lhc-zone.js", "lhc-runtime.js", "lhc-polyfills.js", "lhc-main.js", "lhc-fhir.js", "lhc-page.js"],
    // Named by the style sheet, and fetched only where a list to choose from is shown: no question of ours has one.
    others: ["down_arrow_gray_10_10.png", "magnifying_glass.png"],
  },
};

async function main([logic, out]) {
  if (!logic || !out) throw new Error("usage: node build.mjs LOGIC_JSON OUT_DIR");
  const form = read(logic);
  mkdirSync(out, { recursive: true });
  const put = (name, text) => writeFileSync(join(out, name), text);
  const copy = (from, name) => cpSync(join(MODULES, from), join(out, name));

  const model = survey.survey(form);
  check(form, "SurveyJS", survey.ids(model));
  copy("survey-core/survey.core.min.js", "survey-core.js");
  copy("survey-js-ui/survey-js-ui.min.js", "survey-ui.js");
  copy("survey-core/survey-core.fontless.min.css", "survey.css");
  put("survey-page.js", page("survey", "MODEL", model));

  const schema = rjsf.schema(form);
  check(form, "RJSF", rjsf.ids(schema));
  await bundle(form, schema, join(out, "rjsf.js"));
  put("rjsf.css", withoutFonts(readFileSync(join(MODULES, "bootstrap/dist/css/bootstrap.min.css"), "utf8")));

  const questionnaire = lhc.questionnaire(form);
  check(form, "LHC-Forms", lhc.ids(questionnaire));
  const lforms = unpacked(LHC);
  for (const [name, path] of Object.entries(LHC_FILES)) cpSync(join(lforms, path), join(out, name));
  put("lhc-page.js", page("lhc", "QUESTIONNAIRE", questionnaire));

  for (const [name, files] of Object.entries(PAGES)) put(`${name}.html`, html(files));
  const lacks = { survey: survey.lacks, rjsf: rjsf.lacks, lhc: lhc.lacks };
  console.log(`${form.questions.length} questions in ${form.sections.length} sections, in three forms`);
  for (const [name, what] of Object.entries(lacks)) what.forEach((it) => console.log(`${name} cannot have ${it}`));
}

const LHC_FILES = {
  "lhc.css": "webcomponent/styles.css",
  "lhc-zone.js": "webcomponent/assets/lib/zone.min.js",
  "lhc-runtime.js": "webcomponent/runtime.js",
  "lhc-polyfills.js": "webcomponent/polyfills.js",
  "lhc-main.js": "webcomponent/main.js",
  "lhc-fhir.js": "fhir/R4/lformsFHIR.min.js",
  "down_arrow_gray_10_10.png": "webcomponent/down_arrow_gray_10_10.png",
  "magnifying_glass.png": "webcomponent/magnifying_glass.png",
};

/** Fails unless every question is there once, and no other. */
export function check(form, name, ids) {
  const wanted = form.questions.map((it) => it.id);
  const missing = wanted.filter((id) => !ids.includes(id));
  const other = ids.filter((id, at) => !wanted.includes(id) || ids.indexOf(id) !== at);
  const lacks = (what, list) => (list.length > 0 ? [`${what} ${list.join(", ")}`] : []);
  const faults = [...lacks("lacks", missing), ...lacks("has too many of", other)];
  if (faults.length > 0) throw new Error(`the form of ${name} ${faults.join(" and ")}`);
}

/** No question of ours shows an icon of Bootstrap, but a policy against its font would be broken all the same. */
function withoutFonts(css) {
  return css.replaceAll(/@font-face\s*\{[^}]*\}/g, "");
}

function page(name, gap, value) {
  return readFileSync(join(HERE, "pages", `${name}.js`), "utf8").replace(gap, () => JSON.stringify(value));
}

function html({ styles, scripts }) {
  const head = [
    ...styles.map((it) => `<link rel="stylesheet" href="${it}">`),
    ...scripts.map((it) => `<script defer src="${it}"></script>`),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench</title>
${head.join("\n")}
</head>
<body>
<div id="tool"></div>
</body>
</html>
`;
}

/** A production build: React without its checks for developers, everything minified in one file. */
async function bundle(form, schema, outfile) {
  const today = form.questions.find((it) => it.shape === "day" && it.asked === true);
  const parts = { schema, screen: rjsf.screen(form), today: today && { id: today.id, section: today.section } };
  const contents = Object.entries(parts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join("\n");
  const theForm = {
    name: "the form",
    setup(it) {
      it.onResolve({ filter: /^the:form$/ }, () => ({ path: "form", namespace: "the" }));
      it.onLoad({ filter: /.*/, namespace: "the" }, () => ({ contents, loader: "js" }));
    },
  };
  await build({
    entryPoints: [join(HERE, "pages", "rjsf.js")],
    outfile,
    plugins: [theForm],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
}

/** The folder of a package, fetched once and checked at every use. */
function unpacked({ name, version, sha512 }) {
  const folder = join(MODULES, ".archives");
  const archive = join(folder, `${name}.tgz`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(archive)) execFileSync("npm", ["pack", "--silent", version], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (createHash("sha512").update(readFileSync(archive)).digest("base64") !== sha512) {
    rmSync(archive);
    throw new Error(`${version} is not the file that we know; it was removed`);
  }
  execFileSync("tar", ["-xzf", archive, "-C", folder, "package/dist/lforms"]);
  return join(folder, "package", "dist", "lforms");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
