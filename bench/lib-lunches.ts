// Events of the ladder with two seated meals, and seats as simple rules would give them: dealt at random, and by company
// name. Called by seating.ts.

import * as L from "../assembly/layout.js";
import type { Problem } from "../src/problem/problem.js";
import { generateEvent, LADDER } from "../src/spec/samples/generate.js";
import { parseSpec } from "../src/spec/parse.js";
import type { EventInput, EventSpec } from "../src/spec/schema.js";

export interface Size {
  id: string;
  buyers: number;
  suppliers: number;
  slots: number;
  /** Seats of each table. */
  seats: number;
}

/** Sizes of the ladder at tables of 8, above M of 10; and 2,000 people at 200 tables of 10. */
export const SIZES: readonly Size[] = [
  ...LADDER.map((step) => ({ ...step, seats: step.buyers + step.suppliers <= 150 ? 8 : 10 })),
  { id: "2000", buyers: 1000, suppliers: 1000, slots: 24, seats: 10 },
];

/**
 * An event of this size in which wishes and meals count, two meals at which everybody who is there sits: as many tables
 * as all people together fill, at each at least two of either side. Three suppliers are of one organisation each.
 */
export function lunchEvent({ buyers, suppliers, slots, seats }: Size, seed: number): EventSpec {
  const event: EventInput = generateEvent({ buyers, suppliers, slots, seed, rules: "pure" });
  const days = event.calendar.length;
  const meals = [0, 1].map((i) => {
    const day = event.calendar[Math.min(i, days - 1)]!;
    const [start, end] = i < days ? ["12:45", "13:45"] : ["20:00", "22:00"];
    const id = `meal-${i + 1}`;
    day.sessions.push({ id, kind: "meal", start: start!, end: end! });
    const tables = Array.from({ length: Math.ceil((buyers + suppliers) / seats) }, (_, t) => ({
      id: `table-${t + 1}`,
      seats,
    }));
    return { session: id, tables, mix: { buyers: { min: 2 }, suppliers: { min: 2 } } };
  });
  const ofSide = event.participants.filter(({ side }) => side === "suppliers");
  ofSide.forEach((person, i) => (person.organisation = `company-${String(Math.floor(i / 3) + 1).padStart(4, "0")}`));
  const { rules } = event;
  const text = JSON.stringify({
    ...event,
    meals,
    rules: { ...rules, mealSeat: 1000, mealShare: 40, mealColleagues: 20, mealRepeat: 20 },
  });
  const result = parseSpec(text);
  if (!result.ok) throw new Error(result.diagnostics.map((d) => d.message).join("\n"));
  return result.value;
}

/**
 * Seats dealt out in the given order, side by side, so that every table gets its share of either: one person after the
 * other to the table with the fewest of the side, passing over tables with a veto or without a free seat.
 */
export function dealt(problem: Problem, order: readonly number[]): Int32Array {
  const s = problem.sections;
  const people = problem.word(L.N_PARTICIPANTS);
  const sides = problem.word(L.N_SIDES);
  const seats = new Int32Array(problem.word(L.N_MEALS) * people).fill(-1);
  const refused = (p: number, t: number, m: number): boolean => {
    for (let k = s.knowsStart[p]!; k < s.knowsStart[p + 1]!; k++)
      if (s.knowsVeto[k] === 1 && seats[m * people + s.knows[k]!] === t) return true;
    return false;
  };
  for (let m = 0; m < problem.word(L.N_MEALS); m++) {
    const [first, end] = [s.tableStart[m]!, s.tableStart[m + 1]!];
    const eaters = order.filter((p) => s.eats[m * people + p] === 1);
    // As many tables as they fill: each gets enough of either side then.
    const used = Math.min(end, first + Math.ceil(eaters.length / s.tableSeats[first]!));
    const taken = new Int32Array(end);
    const ofSide = new Int32Array(end * sides);
    for (const p of eaters) {
      const side = s.side[p]!;
      let best = -1;
      for (let t = first; t < used; t++) {
        if (taken[t]! >= s.tableSeats[t]! || refused(p, t, m)) continue;
        if (best < 0 || ofSide[t * sides + side]! < ofSide[best * sides + side]!) best = t;
      }
      if (best < 0) continue;
      seats[m * people + p] = best;
      taken[best]!++;
      ofSide[best * sides + side]!++;
    }
  }
  return seats;
}
