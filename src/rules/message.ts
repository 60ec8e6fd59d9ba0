// Sentences of findings: templates with {names} filled from a finding's values. Used by every rule file beside it.
// A value that is a text is somebody's id and stands in quotation marks, as in diagnostics; how is said in spec/text.ts.

import { fillIn } from "../spec/text.js";
import type { Finding, Locale, Text } from "./rule.js";

/** Most characters of an id. */
const LONGEST = 60;

/** Fills a template: `{x}` an id in quotation marks or a number, `{x~one|many}` the word that goes with a number. */
export function fill(template: string, values: Readonly<Record<string, string | number>>, locale: Locale): string {
  return fillIn(template, values, locale, LONGEST);
}

/** The `message` of a rule from one template per kind. */
export function messages(templates: Readonly<Record<string, Text>>): (finding: Finding, locale: Locale) => string {
  const byKind = new Map(Object.entries(templates));
  return (finding, locale) => {
    const text = byKind.get(finding.kind);
    return text ? fill(text[locale], finding.values, locale) : `${finding.rule}: ${finding.kind}`;
  };
}
