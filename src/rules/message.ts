// Sentences of findings: templates with {names} filled from a finding's values. Used by every rule file beside it.
// Values are hostile text: they are put in as they are and never read as templates.

import type { Finding, Locale, Text } from "./rule.js";

const LONGEST = 60;

/** Fills {name} from the values; a name without a value stays as it is. Long values are cut. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? short(String(values[name])) : whole,
  );
}

/** The `message` of a rule from one template per kind. */
export function messages(templates: Readonly<Record<string, Text>>): (finding: Finding, locale: Locale) => string {
  const byKind = new Map(Object.entries(templates));
  return (finding, locale) => {
    const text = byKind.get(finding.kind);
    return text ? fill(text[locale], finding.values) : `${finding.rule}: ${finding.kind}`;
  };
}

function short(value: string): string {
  if (value.length <= LONGEST) return value;
  const letters = Array.from(value.slice(0, 2 * LONGEST));
  return letters.length < LONGEST ? value : `${letters.slice(0, LONGEST - 1).join("")}…`;
}
