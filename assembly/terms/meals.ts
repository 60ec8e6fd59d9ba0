// meals: what tables bring (wishes without a meeting, once), less seats that are missing, colleagues and repeats.

import { TERM_MEALS } from "../layout";
import { allocate, fill32, ld, ld8, ldf, st, stf } from "../mem";
import * as P from "../problem";
import { pairHeld, seats, tableWorth } from "../state";
import { held, score, scratch, seats as sitting, tableAt } from "../view";

let lastAt: i32 = 0; // [table] who was seen there last
let beforeAt: i32 = 0; // [participant] who was seen there before

/** Allocates; false when memory is out. */
export function setup(): bool {
  lastAt = allocate(P.nTables * 4);
  beforeAt = allocate(P.nParticipants * 4);
  return lastAt != 0 && beforeAt != 0;
}

/** Index in the list of who p knows, or -1 (binary search). */
export function knownAt(p: i32, q: i32): i32 {
  let low = P.at(P.knowsStart, p);
  let high = P.at(P.knowsStart, p + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const x = P.at(P.knows, middle);
    if (x == q) return middle;
    if (x < q) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** p and q share a table at one of the first so many meals. */
function together(at: i32, meals: i32, p: i32, q: i32): bool {
  for (let m = 0; m < meals; m++) {
    const table = P.at(at, m * P.nParticipants + p);
    if (table >= 0 && table == P.at(at, m * P.nParticipants + q)) return true;
  }
  return false;
}

/** What p and q bring by sharing a table at this meal; `met`: they have a meeting. */
function pairTotal(at: i32, meal: i32, p: i32, q: i32, met: bool): f64 {
  let sum: f64 = 0;
  const before = together(at, meal, p, q);
  if (before) sum -= P.mealRepeat;
  else if (!met) {
    const k = knownAt(p, q);
    if (k >= 0) sum += ldf(P.knowsValue + (k << 3));
  }
  if (P.at(P.organisation, p) == P.at(P.organisation, q)) sum -= P.mealColleagues;
  return sum;
}

/** Points of the working solution's seats as long as nobody meets. */
export let alone: f64 = 0;

/** What holding unit u takes from the tables: its pair does not need one any more. */
export function delta(u: i32): f64 {
  return P.at(pairHeld, P.at(P.unitPair, u)) == 0 ? -ldf(tableWorth + (u << 3)) : 0;
}

/** The working solution's seats are others: what they bring is counted anew. */
export function seated(): void {
  alone = 0;
  if (P.nMeals == 0) return;
  for (let m = 0; m < P.nMeals; m++) {
    fill32(lastAt, -1, P.nTables);
    for (let p = 0; p < P.nParticipants; p++) {
      const i = m * P.nParticipants + p;
      const t = P.at(seats, i);
      if (t < 0) {
        if (ld8(P.eats + i) != 0) alone -= P.mealSeat;
        continue;
      }
      for (let q = P.at(lastAt, t); q >= 0; q = P.at(beforeAt, q)) alone += pairTotal(seats, m, q, p, false);
      st(beforeAt + (p << 2), P.at(lastAt, t));
      st(lastAt + (t << 2), p);
    }
  }
  for (let u = 0; u < P.nUnits; u++) {
    const p = P.at(P.unitP, u);
    const q = P.at(P.unitQ, u);
    const k = together(seats, P.nMeals, p, q) ? knownAt(p, q) : -1;
    stf(tableWorth + (u << 3), k >= 0 ? ldf(P.knowsValue + (k << 3)) : 0);
  }
}

/** Points of the working solution's seats with the meetings that are held. */
export function now(): f64 {
  let sum = alone;
  for (let pair = 0; pair < P.nPairs && P.nMeals > 0; pair++)
    if (P.at(pairHeld, pair) > 0) sum -= ldf(tableWorth + (P.at(P.pairUnit, pair) << 3));
  return sum;
}

export function total(): void {
  if (P.nMeals == 0) return;
  let sum: f64 = 0;
  // scratch[q] = p + 1 when p meets q.
  fill32(scratch, 0, P.nParticipants);
  for (let p = 0; p < P.nParticipants; p++) {
    const end = P.at(P.adjacentStart, p + 1);
    for (let i = P.at(P.adjacentStart, p); i < end; i++) {
      const u = P.at(P.adjacent, i);
      if (held(u)) st(scratch + ((P.at(P.unitP, u) == p ? P.at(P.unitQ, u) : P.at(P.unitP, u)) << 2), p + 1);
    }
    for (let m = 0; m < P.nMeals; m++) {
      const table = tableAt(m, p);
      if (table < 0) {
        if (ld8(P.eats + m * P.nParticipants + p) != 0) sum -= P.mealSeat;
        continue;
      }
      for (let q = p + 1; q < P.nParticipants; q++)
        if (tableAt(m, q) == table) sum += pairTotal(sitting, m, p, q, ld(scratch + (q << 2)) == p + 1);
    }
  }
  score(TERM_MEALS, sum);
}
