// How values stand in a sentence: cut to a sensible length, in the quotation marks, digits and spaces of each language.
// Used by messages.ts (diagnostics), rules/message.ts (findings) and diagnostic.ts. A value is a user's text: nothing in it
// is ever read as a template, and its control characters are replaced, so that no name can break a terminal or a sentence.

import type { Locale } from "../rules/rule.js";

type Values = Readonly<Record<string, string | number>>;

const QUOTES: Record<Locale, readonly [string, string]> = { en: ["“", "”"], fr: ["«\u202f", "\u202f»"] };
/** What a path is called that has no keys: all of it. */
const WHOLE: Record<Locale, string> = { en: "The text", fr: "Le texte" };
/** Most characters of a name, and of a text that is put in as it is. */
const LONGEST = { name: 40, text: 240 };

/** Cut to `length` characters (never through one), control characters and line breaks replaced. */
export function clip(text: string, length = LONGEST.name): string {
  let short = text;
  if (text.length > length) {
    const split = /[\ud800-\udbff]/.test(text[length - 2]!);
    short = text.slice(0, length - (split ? 2 : 1)) + "…";
  }
  return short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "�");
}

/** A name in quotation marks. */
export function quoted(text: string, locale: Locale, longest = LONGEST.name): string {
  return QUOTES[locale][0] + clip(text, longest) + QUOTES[locale][1];
}

/** A whole number with its digits in groups of three; everything else as it is. */
export function grouped(value: string | number, locale: Locale): string {
  return String(value).replace(/^-?\d{4,}$/, (digits) =>
    digits.replace(/\B(?=(\d{3})+$)/g, locale === "fr" ? "\u202f" : ","),
  );
}

/** French sets a narrow space before these, and no line may break there. */
export function spaced(template: string, locale: Locale): string {
  return locale === "fr" ? template.replace(/ (?=[:;?!])/g, "\u202f") : template;
}

/**
 * Fills a template: `{x}` a name in quotation marks (at most `longest` characters of it), `{x#}` a number, `{x!}` a text or
 * number as it is, `{x~one|many}` the word that goes with the number x, `[x|…]` only when there is a value x.
 */
export function fillIn(template: string, values: Values, locale: Locale, longest = LONGEST.name): string {
  const has = (name: string): boolean => Object.hasOwn(values, name) && values[name] !== "";
  return spaced(template, locale)
    .replace(/\[(\w+)\|([^\]]*)\]/g, (_, name: string, part: string) => (has(name) ? part : ""))
    .replace(/\{(\w+)(?:([#!]?)|~([^|}]*)\|([^}]*))\}/g, (_, name: string, form = "", one = "", many = "") => {
      const value = has(name) ? values[name]! : "";
      if (form === "#") return grouped(value, locale);
      if (form === "!") {
        if (typeof value === "number") return grouped(value, locale);
        return name === "at" && value === "" ? WHOLE[locale] : clip(value, LONGEST.text);
      }
      if (one === "" && many === "") {
        return typeof value === "number" ? grouped(value, locale) : quoted(value, locale, longest);
      }
      const single = locale === "fr" ? Math.abs(Number(value)) < 2 : Number(value) === 1;
      return (single ? one : many) as string;
    });
}
