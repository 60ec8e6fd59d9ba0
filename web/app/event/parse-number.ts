// Whole numbers as people type them. Pure; NumberField.tsx and the tests use it.

/** The whole number of a text: spaces of every kind are let through, and commas between groups of three. */
export function wholeNumber(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f\u2009]/g, "");
  const plain = /^\d{1,3}(,\d{3})+$/.test(digits) ? digits.replace(/,/g, "") : digits;
  if (!/^[+-]?\d{1,15}$/.test(plain.replace("\u2212", "-"))) return null;
  return Number(plain.replace("\u2212", "-"));
}

/** What was typed as a value between two limits: "off" for nothing, "wrong" for anything else. */
export function readNumber(text: string, min: number, max: number): number | "off" | "wrong" {
  if (text.trim() === "") return "off";
  const value = wholeNumber(text);
  return value === null || value < min || value > max ? "wrong" : value;
}

/** One step up or down from what is typed, inside the limits; from nothing, the first step gives `first`. */
export function stepped(text: string, by: number, min: number, max: number, first: number): number {
  const value = wholeNumber(text);
  return value === null ? first : Math.max(min, Math.min(max, value + by));
}
