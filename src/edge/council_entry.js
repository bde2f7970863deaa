// For the pages on which a council checks its settings file, looks up words and sees what changes in the law: the
// module that knows all of it, fetched when the first question is asked.

const FILES = /* files */ {};

async function checked([url, integrity], type) {
  const answer = await fetch(url, { integrity, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`A part of this page was not found: ${url.split("/").pop()}`);
  return type === "text" ? answer.text() : answer;
}

let made = null;

// check_locality(text), catalogue_json(), check_language(text) and what_changes(from, to, locality, worked). Each gives
// a text, most of them JSON, or throws what is wrong as a text.
export function council() {
  made ??= (async () => {
    const [module] = await Promise.all([
      checked(FILES.wasm).then((answer) => WebAssembly.compileStreaming(answer)),
      checked(FILES.glue),
    ]);
    const { instance } = await import(FILES.glue[0]);
    const api = instance();
    await api({ module_or_path: module });
    return api;
  })();
  made.catch(() => (made = null));
  return made;
}

// The worked cases, as what_changes wants them.
export async function worked() {
  const pairs = Object.entries(FILES.cases).map(async ([tool, file]) => [tool, await checked(file, "text")]);
  return (await Promise.all(pairs)).flat();
}

export const schema = async () => JSON.parse(await checked(FILES.schema, "text"));
