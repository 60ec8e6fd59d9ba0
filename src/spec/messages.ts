// What a diagnostic says, in English and French. Called where diagnostics are made and by screens that show them.
// The sentences stand in messages-table.ts; here they are filled with values. A value is a user's text: it is cut to a
// sensible length and its control characters are replaced, so that no name can break a terminal or a sentence.

import type { Locale } from "../rules/rule.js";
import type { Diagnostic, TextRange } from "./diagnostic.js";
import { MESSAGES, type MessageKey } from "./messages-table.js";

export type { MessageKey } from "./messages-table.js";

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
  return { code, severity, path, message: fill(MESSAGES[key][0], all, "en"), values: all, ...(range && { range }) };
}

/** The sentence of a diagnostic; one that has no translation keeps its own. */
export function message(diagnostic: Diagnostic, locale: Locale): string {
  const { code, values = {} } = diagnostic;
  const key = values.kind === undefined ? code : `${code}/${values.kind}`;
  if (!Object.hasOwn(MESSAGES, key)) return diagnostic.message;
  return fill(MESSAGES[key as MessageKey][locale === "fr" ? 1 : 0], values, locale);
}

const QUOTES: Record<Locale, readonly [string, string]> = { en: ["“", "”"], fr: ["«\u00a0", "\u00a0»"] };

/** Cut to `length` characters (never through one), control characters and line breaks replaced. */
export function clip(text: string, length = 40): string {
  let short = text;
  if (text.length > length) {
    const split = /[\ud800-\udbff]/.test(text[length - 2]!);
    short = text.slice(0, length - (split ? 2 : 1)) + "…";
  }
  return short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "�");
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

function number(value: string | number, locale: Locale): string {
  return String(value).replace(/^-?\d{4,}$/, (digits) =>
    digits.replace(/\B(?=(\d{3})+$)/g, locale === "fr" ? "\u202f" : ","),
  );
}

/** `{x}` a name in quotation marks, `{x#}` a number, `{x!}` as it is, `[x|…]` only when there is a value x. */
function fill(template: string, values: Record<string, string | number>, locale: Locale): string {
  const has = (name: string): boolean => Object.hasOwn(values, name) && values[name] !== "";
  // French sets a space before these, and no line may break there.
  const spaced = locale === "fr" ? template.replace(/ (?=[:;?])/g, "\u00a0") : template;
  return spaced
    .replace(/\[(\w+)\|([^\]]*)\]/g, (_, name: string, part: string) => (has(name) ? part : ""))
    .replace(/\{(\w+)([#!]?)\}/g, (_, name: string, form: string) => {
      const value = has(name) ? values[name]! : "";
      if (form === "#") return number(value, locale);
      const text = clip(String(value), form === "!" ? 240 : 40);
      return form === "!" ? text : QUOTES[locale][0] + text + QUOTES[locale][1];
    });
}
