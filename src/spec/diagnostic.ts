// A user's mistake is a value: what is wrong, where in the data, where in the text. Never thrown.
// Made by parse.ts, semantics.ts, schedule.ts and io/; shown by the CLI, the editor and the overview.

/** Where in the text: character offsets, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** One problem of the user's data. */
export interface Diagnostic {
  /** Stable, kebab-case: "unknown-id", "not-json", … */
  code: string;
  /** An error refuses the event; a warning does not. */
  severity: "error" | "warning";
  /** Keys and indices from the root: ["wishes", 3, "to"]. */
  path: (string | number)[];
  /** A sentence in English that names ids and values, at most about 300 characters long. */
  message: string;
  /** Values for a translation of the message, by name. */
  values?: Record<string, string | number>;
  range?: TextRange;
}

/** Either a value (with warnings) or diagnostics of which at least one is an error. */
export type Result<T> = { ok: true; value: T; diagnostics: Diagnostic[] } | { ok: false; diagnostics: Diagnostic[] };

/** Most characters of a key, and of a whole path, where a path is shown. */
const LONGEST = { key: 60, path: 240 };

/** `participants[3].side`, for people: long keys are cut. */
export function pathText(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += (text === "" ? "" : ".") + cut(key, LONGEST.key);
    if (text.length > LONGEST.path) break;
  }
  return cut(text, LONGEST.path);
}

/** At most `length` characters, never cut through one. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "") + "…";
}
