// Numbers and sentences as people read them. Used by everything that is printed; the same everywhere, whatever ICU Node has.

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

/** 42 % in French, 42% in English. */
export function percent(value: number, locale: Locale): string {
  return `${value}${locale === "fr" ? "\u202f" : ""}%`;
}

/** A French sentence with its narrow spaces, at which no line breaks; an English one as it is. */
export function spaced(sentence: string, locale: Locale): string {
  if (locale !== "fr") return sentence;
  return sentence.replace(/ (?=[:;?!»])/g, "\u202f").replace(/« /g, "«\u202f");
}
