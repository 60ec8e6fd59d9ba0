// The days that the tables speak of, for an event that has no calendar yet: without them every dated absence would be wrong.
// Called by template.ts. Only dates that can be read in one way count; a guess more would be a day nobody asked for.

import type { Sheet } from "../files/sheet.js";
import { planSheets } from "./plan.js";

/** An event that would last longer is none: the dates then are of something else. */
const LONGEST = 7;
const DAY = 86_400_000;

const ISO = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
const NUMERIC = /(?<![\d./])(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}))?(?![\d./])/g;

/** The first to the last day in columns of absences and closed places, as ISO dates; `today` gives a year to those without. */
export function daysNamed(sheets: readonly Sheet[], today: string): string[] {
  const found = new Set<string>();
  for (const [i, { columns, titles }] of planSheets(sheets, {}).entries()) {
    const wanted = columns.flatMap(({ field }, c) => (field === "absent" || field === "closed" ? [c] : []));
    for (const { line, cells } of sheets[i]!.rows) {
      if (line > titles.last) for (const c of wanted) datesOf(cells[c] ?? "", today).forEach((date) => found.add(date));
    }
  }
  if (found.size === 0) return [];
  const times = [...found].map((date) => Date.parse(date));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const count = (last - first) / DAY + 1;
  return count > LONGEST ? [] : Array.from({ length: count }, (_, i) => iso(first + i * DAY));
}

function datesOf(cell: string, today: string): string[] {
  const dates = [...cell.matchAll(ISO)].map(([, y, m, d]) => dateOf(Number(y), Number(m), Number(d)));
  for (const [, a, separator, b, y] of cell.matchAll(NUMERIC)) {
    // The day comes first, unless only the other way round is a day.
    const of = (year: number): string | undefined =>
      dateOf(year, Number(b), Number(a)) ?? dateOf(year, Number(a), Number(b));
    const year = Number(y ?? today.slice(0, 4));
    const date = of(year);
    // Without a year it is to come; "9.30" is a time.
    if (y === undefined && separator === ".") continue;
    dates.push(y === undefined && date !== undefined && date < today ? of(year + 1) : date);
  }
  return dates.filter((date) => date !== undefined);
}

/** Undefined where the calendar has no such day. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const date = iso(Date.UTC(year, month - 1, day));
  return Number(date.slice(5, 7)) === month && Number(date.slice(8)) === day ? date : undefined;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
