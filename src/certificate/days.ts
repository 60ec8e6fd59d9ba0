// What a row's days can be worth at given prices of their slots: a meeting may also be held because idle slots around it
// would cost more, and a run of meetings may have a longest length. Called by certificate.ts and whoever says what the
// prices mean. Exact integer arithmetic, in units of 1 / scale; it looks at no meeting, only at which slots could be used.

import type { Facts } from "../rules/facts.js";
import type { Integer } from "./exact.js";
import type { Prices } from "./read.js";

/**
 * The most that the time of participant p can be worth: for each row, the dearest choice of slots of each session, less its
 * idle slots and (with `holes`) its holes, among those without too long a run.
 */
export function daysWorth(facts: Facts, prices: Prices, p: number, holes = true): Integer {
  const { rows } = facts.people[p]!;
  const n = prices.kappa.length;
  const gap = facts.rules.gap * prices.scale;
  const hole = holes ? facts.rules.hole * prices.scale : 0;
  const all = prices.pi.subarray(p * n, (p + 1) * n).reduce((sum, price) => sum + Math.abs(price), 0);
  // Costs only lower it; where numbers might not be exact they are left out.
  if (rows.length * (all + n * (gap + hole)) > Number.MAX_SAFE_INTEGER) return plainWorth(facts, prices, p);
  let sum = 0;
  for (const row of rows) {
    const { present } = facts.rows[row]!;
    for (const { first, last } of facts.calendar.sessions) {
      const slots: (number | undefined)[] = [];
      for (let t = first; t <= last; t++) slots.push(present[t] ? prices.pi[p * n + t]! : undefined);
      sum += sessionWorth(slots, { gap, hole, longest: facts.rules.maxConsecutive ?? slots.length });
    }
  }
  return sum;
}

/** The prices of all slots that have one: nobody need use the others. */
function plainWorth(facts: Facts, { pi, kappa }: Prices, p: number): bigint {
  let sum = 0n;
  for (const row of facts.people[p]!.rows)
    facts.rows[row]!.present.forEach((there, t) => {
      const price = pi[p * kappa.length + t]!;
      if (there && price > 0) sum += BigInt(price);
    });
  return sum;
}

/**
 * The most of: prices of the used slots, less `gap` for each idle slot between two of them and `hole` for each run of such
 * slots, where no more than `longest` slots in a row are used. A slot of undefined price cannot be used, and is idle for
 * free. 0 at least: nothing need be used.
 */
export function sessionWorth(
  slots: readonly (number | undefined)[],
  { gap, hole, longest }: { gap: number; hole: number; longest: number },
): number {
  let most = 0;
  /** The most with the slot before unused after a used one, and with the last r + 1 slots used. */
  let idle = -Infinity;
  let runs: number[] = [];
  for (const price of slots) {
    const ended = Math.max(-Infinity, ...runs);
    const entered = Math.max(0, idle);
    idle = Math.max(idle, ended - hole) - (price === undefined ? 0 : gap);
    runs = price === undefined || longest < 1 ? [] : [entered, ...runs.slice(0, longest - 1)].map((sum) => sum + price);
    most = Math.max(most, ...runs);
  }
  return most;
}
