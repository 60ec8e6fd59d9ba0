// meals: what tables bring (wishes without a meeting, once), less seats that are missing, colleagues and repeats.

import { TERM_MEALS } from "../layout";
import { ld, ldf, ld8, st, fill32 } from "../mem";
import * as P from "../problem";
import { held, score, scratch, tableAt } from "../view";

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

function satTogetherBefore(meal: i32, p: i32, q: i32): bool {
  for (let m = 0; m < meal; m++) {
    const table = tableAt(m, p);
    if (table >= 0 && table == tableAt(m, q)) return true;
  }
  return false;
}

/** What p and q bring by sharing a table at this meal; `met`: they have a meeting. */
function pairTotal(meal: i32, p: i32, q: i32, met: bool): f64 {
  let sum: f64 = 0;
  const before = satTogetherBefore(meal, p, q);
  if (before) sum -= P.mealRepeat;
  else if (!met) {
    const k = knownAt(p, q);
    if (k >= 0) sum += ldf(P.knowsValue + (k << 3));
  }
  if (P.at(P.organisation, p) == P.at(P.organisation, q)) sum -= P.mealColleagues;
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
        if (tableAt(m, q) == table) sum += pairTotal(m, p, q, ld(scratch + (q << 2)) == p + 1);
    }
  }
  score(TERM_MEALS, sum);
}
