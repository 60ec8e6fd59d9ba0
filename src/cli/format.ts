// Numbers as people read them. Used by the progress line and the summary; the same everywhere, whatever ICU Node has.

import type { Locale } from "../rules/rule.js";

/** 48,210 or 48 210 (with the narrow space of French). */
export function grouped(value: number, locale: Locale): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, locale === "fr" ? "\u202f" : ",");
  return value < 0 ? `-${digits}` : digits;
}

/** 12.3 s or 12,3 s. */
export function seconds(value: number, locale: Locale): string {
  const text = value.toFixed(1);
  return `${locale === "fr" ? text.replace(".", ",") : text} s`;
}

/** "3 meetings", "1 meeting". */
export function plural(count: number, one: string, many: string, locale: Locale): string {
  return `${grouped(count, locale)} ${count === 1 || (locale === "fr" && count === 0) ? one : many}`;
}
