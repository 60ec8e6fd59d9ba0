// Seats for the reference, as plainly as the rules of seating allow: who must sit somewhere, then the fewest of each side
// that a table needs, then everybody in order at the first table with room. It weighs nothing.

import * as L from "../../../assembly/layout.js";
import type { Problem } from "../../problem/problem.js";
import { vetoedBy } from "./breaches.js";

/** Seats of all meals, as in a Solution: nobody sits against a rule; who must sit and cannot has no seat. */
export function seatsOf(problem: Problem): Int32Array {
  const people = problem.word(L.N_PARTICIPANTS);
  const seats = new Int32Array(problem.word(L.N_MEALS) * people).fill(-1);
  for (let m = 0; m < problem.word(L.N_MEALS); m++) seatMeal(problem, m, seats.subarray(m * people, (m + 1) * people));
  return seats;
}

function seatMeal(problem: Problem, m: number, seats: Int32Array): void {
  const s = problem.sections;
  const sides = problem.word(L.N_SIDES);
  const fixed = s.fixedTable.subarray(m * seats.length, (m + 1) * seats.length);
  const taken = new Map<number, number>(); // people at each table
  const bySide = new Map<number, number>(); // people at each table x side
  const change = (p: number, table: number, n: number): void => {
    taken.set(table, (taken.get(table) ?? 0) + n);
    const at = table * sides + s.side[p]!;
    bySide.set(at, (bySide.get(at) ?? 0) + n);
    seats[p] = n > 0 ? table : -1;
  };
  const fits = (p: number, table: number): boolean =>
    (taken.get(table) ?? 0) < s.tableSeats[table]! &&
    (bySide.get(table * sides + s.side[p]!) ?? 0) < s.mixMax[m * sides + s.side[p]!]! &&
    !vetoedBy(problem, p).some((q) => seats[q] === table);
  const lacks = (table: number, side: number): boolean =>
    (bySide.get(table * sides + side) ?? 0) < s.mixMin[m * sides + side]!;

  const waiting: number[] = [];
  for (let p = 0; p < seats.length; p++) {
    if (s.eats[m * seats.length + p] === 0) continue;
    if (fixed[p]! < 0) waiting.push(p);
    else if (fits(p, fixed[p]!)) change(p, fixed[p]!, 1);
  }
  const tables = Array.from({ length: s.tableStart[m + 1]! - s.tableStart[m]! }, (_, i) => s.tableStart[m]! + i);
  const forced = tables.filter((table) => taken.has(table));
  const open: number[] = [];
  for (const table of [...forced, ...tables.filter((t) => !taken.has(t))]) {
    for (const p of waiting) if (seats[p]! < 0 && lacks(table, s.side[p]!) && fits(p, table)) change(p, table, 1);
    if (Array.from({ length: sides }, (_, side) => side).some((side) => lacks(table, side))) {
      for (let p = 0; p < seats.length; p++) if (seats[p] === table) change(p, table, -1);
    } else open.push(table);
  }
  for (const p of waiting) {
    const table = seats[p]! < 0 ? open.find((t) => fits(p, t)) : undefined;
    if (table !== undefined) change(p, table, 1);
  }
}
