// Diagnostics as the page shows them: the sentence in both languages, where it is, at most a screenful of them.

import { message } from "../../src/index.js";
import type { Diagnostic } from "../../src/index.js";
import type { ProblemView } from "../protocol.js";
import { cut } from "./known.js";
import { rowOf } from "./watch/raw.js";

/** Most diagnostics that cross; the counts tell how many there are. */
const MOST = 200;

/** Those that the page gets: errors first, each in the order of the text. */
export function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const errors = diagnostics.filter((d) => d.severity === "error");
  const others = diagnostics.filter((d) => d.severity !== "error");
  return [...errors, ...others].slice(0, MOST);
}

/** The views of the diagnostics of some data. */
export function problemsOf(diagnostics: readonly Diagnostic[], data: unknown): ProblemView[] {
  return sorted(diagnostics).map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    text: { en: cut(message(diagnostic, "en"), 400), fr: cut(message(diagnostic, "fr"), 400) },
    where: cut(pathOf(diagnostic.path), 160),
    range: diagnostic.range ?? null,
    row: rowOf(data, diagnostic.path),
  }));
}

function pathOf(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => text + (typeof key === "number" ? `[${key}]` : text === "" ? key : `.${key}`),
    "",
  );
}
