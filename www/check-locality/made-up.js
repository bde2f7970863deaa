// What a file that began as an example may still hold: councils and telephone numbers that do not exist.

// Ofcom keeps these numbers for plays and examples.
const MADE_UP = /\b(?:01632 ?96\d|020 ?7946 ?0\d)|\(example number\)|"authority"\s*:\s*"Example\b/i;
// An address in the file counts from the page with the tool, and not from the file.
const FROM_HERE = /"[^"]*"\s*:\s*"(?!https?:|mailto:|tel:|\/)[\w.-]+\.html?[^"]*"/i;

const NOTES = [
  [MADE_UP, "is made up, as in the examples", "Replace it, or take it out: people will see it, and may call it."],
  [FROM_HERE, "is an address that counts from the page with the tool", "Write addresses that begin with `/`, so that they are right on every page."],
];

// A note for the first line of each kind, and how many more there are.
export function madeUp(text) {
  const lines = text.split("\n");
  return NOTES.flatMap(([pattern, what, remedy]) => {
    const found = lines.flatMap((line, at) => (pattern.test(line) ? [at + 1] : []));
    if (!found.length) return [];
    const more = found.length > 1 ? ` There are ${found.length} such lines.` : "";
    return [{ line: found[0], at: "", what: `This line ${what}.${more}`, remedy }];
  });
}
