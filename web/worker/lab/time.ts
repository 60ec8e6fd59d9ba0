// How long a bench takes, and how much of it is left. Called by desk.ts. Pure arithmetic.

import type { LabOptions } from "./options.js";

/** Turns of the suite speed that are not counted: to find how long one is, and to warm up. */
const UNCOUNTED = 4;

/** Seconds of one run, a turn of all variants for the suite speed; null: budgets are steps. */
function secondsOf({ suite, variants, unit, budgets, repeat }: LabOptions): number | null {
  const last = budgets.at(-1)!;
  if (unit === "steps") return null;
  return suite === "speed" ? variants.length * (repeat + UNCOUNTED) * last : last;
}

/** Seconds of so many runs; null where that depends on the machine. */
export function plannedSeconds(options: LabOptions, runs: number): number | null {
  const each = secondsOf(options);
  return each === null ? null : runs * each;
}

/**
 * Seconds that are left of `runs` runs, the first of which has gone on for `passed`; `mean` is what those before took. Null:
 * nothing can be said before the first one is over.
 */
export function leftOf(options: LabOptions, runs: number, mean: number, passed: number): number | null {
  const each = secondsOf(options) ?? (mean > 0 ? mean : null);
  return each === null ? null : Math.max(0, runs * each - Math.min(passed, each));
}
