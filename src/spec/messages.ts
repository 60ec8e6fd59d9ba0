// What a diagnostic says, in English and French. Called where diagnostics are made and by screens that show them.
// The sentences stand in messages-table.ts; how values are put into them is in text.ts.

import type { Locale, Text } from "../rules/rule.js";
import type { Diagnostic, TextRange } from "./diagnostic.js";
import { MESSAGES, type MessageKey } from "./messages-table.js";
import { clip, fillIn } from "./text.js";

export type { MessageKey } from "./messages-table.js";
export { clip } from "./text.js";

/** Makes a diagnostic; a key "code/kind" gives the code and, in `values.kind`, which of its sentences it is. */
export function diagnostic(
  key: MessageKey,
  severity: Diagnostic["severity"],
  path: Diagnostic["path"],
  values: Record<string, string | number> = {},
  range?: TextRange,
): Diagnostic {
  const [code, kind] = key.split("/") as [string, string | undefined];
  const all = kind === undefined ? values : { ...values, kind };
  return { code, severity, path, message: fillIn(MESSAGES[key][0], all, "en"), values: all, ...(range && { range }) };
}

/** The sentence of a diagnostic; one that has no translation keeps its own. */
export function message(diagnostic: Diagnostic, locale: Locale): string {
  const { code, values = {} } = diagnostic;
  const key = values.kind === undefined ? code : `${code}/${values.kind}`;
  if (!Object.hasOwn(MESSAGES, key)) return diagnostic.message;
  return fillIn(MESSAGES[key as MessageKey][locale === "fr" ? 1 : 0], values, locale);
}

/** A sentence of the table in both languages. */
export function sentence(key: MessageKey, values: Readonly<Record<string, string | number>>): Text {
  return { en: fillIn(MESSAGES[key][0], values, "en"), fr: fillIn(MESSAGES[key][1], values, "fr") };
}

/** Names for a sentence: at most five, then how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => clip(name, 48));
  return shown.join(", ") + (names.length > 5 ? ` … (+${names.length - 5})` : "");
}

/** A value of the user's data, short enough for a sentence. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "string" ? JSON.stringify(clip(value)) : String(value);
}
