// Where a file comes from. What there is no text of, is said.

import { say, textOf } from "../parts.js";

const NEW = `{\n  "format": "care-tools-locality/1",\n  "authority": "",\n  "version": ""\n}\n`;
// No tool reads a larger file.
const LARGEST = 2_000_000;

export async function fromComputer(file) {
  if (file.size > LARGEST) return say("This file is too large: no tool reads more than 2,000,000 bytes.");
  try {
    return await textOf(file);
  } catch {
    return say("This is not a text file, or not in UTF-8. Save it as UTF-8 text and open it again.");
  }
}

export async function fromSite(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error();
    return await answer.text();
  } catch {
    return say("This example did not arrive. Check the connection and try again.");
  }
}

export const fromNothing = async () => NEW;
