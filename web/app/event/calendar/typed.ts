// Times of day and dates as people type them. Pure; the fields of the calendar use it.

import { clockOf, isDate } from "../../../../src/spec/clock.js";

const TIME = /^(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?)?$/;
const PACKED = /^(\d{1,2})(\d{2})$/;

/** Minutes from midnight of 9, 9:30, 9h30, 9.30 or 0930, up to 24:00; null for anything else. */
export function readTime(text: string): number | null {
  const found = TIME.exec(text.trim()) ?? PACKED.exec(text.trim());
  if (!found) return null;
  const minute = Number(found[2] ?? 0);
  const value = Number(found[1]) * 60 + minute;
  return minute < 60 && value <= 24 * 60 ? value : null;
}

/** A typed time some minutes earlier or later; null where there is none. */
export function stepTime(text: string, by: number): string | null {
  const value = readTime(text);
  return value === null ? null : clockOf(Math.max(0, Math.min(24 * 60, value + by)));
}

/** The ISO date of 17/03/2027, 17.3.2027 or 2027-03-17; null for anything else. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const local = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(text.trim());
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : [];
  if (year === undefined) return null;
  const date = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  return isDate(date) ? date : null;
}
