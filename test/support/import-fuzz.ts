// What must hold for every file whatever: it is read, planned and previewed without an exception, the answer is plain data
// of bounded size, and what is taken makes no unsound event. Used by the fuzz test and the fuzz bench.

import { planSheets, previewImport, readFiles, type SourceFile } from "../../src/io/import.js";
import { applyEdits } from "../../src/spec/edit.js";
import { readSpec } from "../../src/spec/parse.js";

/** Characters that an answer to show may have: the page gets it as a message. */
const MOST_SHOWN = 5_000_000;

/** Imports files into an event; throws when something does not hold. Gives the time of the import alone, by `clock` in ms. */
export function importAnything(
  files: SourceFile[],
  event: unknown,
  clock: () => number = () => performance.now(),
): { ms: number; taken: number } {
  const start = clock();
  const { sheets, problems } = readFiles(files);
  const plans = planSheets(sheets, event);
  const { preview, edits } = previewImport({ sheets, plans, event });
  const ms = clock() - start;
  if (sheets.length === 0 && problems.length === 0 && files.every(({ name }) => !name.endsWith(".json")))
    throw new Error("nothing was read, and nothing was said");
  const size = JSON.stringify([preview, problems]).length;
  if (size > MOST_SHOWN) throw new Error(`the answer has ${size} characters`);
  for (const one of preview.problems) {
    if (one.reason.en === "" || one.reason.fr === "") throw new Error(`${one.code} says nothing`);
  }
  if (Object.hasOwn(Object.prototype, "x")) throw new Error("a prototype was changed");
  if (edits.length > 0 && preview.diagnostics.length === 0) {
    const before = readSpec(event);
    const after = readSpec(applyEdits(event, edits));
    if (before.ok && !after.ok) throw new Error(`the event is unsound: ${after.diagnostics[0]!.message}`);
  }
  return { ms, taken: preview.ready };
}
