// Diagnostics as the page shows them: the sentence in both languages, where it is, at most a screenful of them.

import { message } from "../../src/index.js";
import type { Diagnostic } from "../../src/index.js";
import type { ProblemView } from "../protocol.js";
import { cut } from "./known.js";

/** Most diagnostics that cross; the counts tell how many there are. */
const MOST = 200;

/** Errors first, each in the order of the text. */
export function problemsOf(diagnostics: readonly Diagnostic[]): ProblemView[] {
  const errors = diagnostics.filter((d) => d.severity === "error");
  const others = diagnostics.filter((d) => d.severity !== "error");
  return [...errors, ...others].slice(0, MOST).map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    text: { en: cut(message(diagnostic, "en"), 400), fr: cut(message(diagnostic, "fr"), 400) },
    where: cut(pathOf(diagnostic.path), 160),
    range: diagnostic.range ?? null,
  }));
}

function pathOf(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => text + (typeof key === "number" ? `[${key}]` : text === "" ? key : `.${key}`),
    "",
  );
}
