// fairness: ceil(fairness x max(0, B - S)^2 / (100 x B)) for each participant: B its best wishes, S those that are met.

import { TERM_FAIRNESS } from "../layout";
import { floorf, ld, ldf, st, zero } from "../mem";
import * as P from "../problem";
import { groupHeld, pairHeld, points } from "../state";
import { held, score, scratch } from "../view";

/** Cost of participant p with S points; all values are exact integers below 2^53 (compile sees to it). */
export function cost(p: i32, s: f64): f64 {
  const b = ldf(P.best + (p << 3));
  if (P.fairness == 0 || s >= b) return 0;
  const x = P.fairness * (b - s) * (b - s);
  const y = 100 * b;
  let q = floorf(x / y);
  // The division rounds: put the quotient right by exact products.
  while (q * y < x) q += 1;
  while ((q - 1) * y >= x) q -= 1;
  return q;
}

function gain(p: i32, direct: i32, group: i32, first: bool): f64 {
  let more: f64 = first ? direct : 0;
  if (group >= 0 && P.at(groupHeld, group) == 0) more += P.at(P.groupPoints, group);
  if (more == 0) return 0;
  const s = ldf(points + (p << 3));
  return cost(p, s) - cost(p, s + more);
}

/** What holding unit u adds. */
export function delta(u: i32): f64 {
  if (P.fairness == 0) return 0;
  const first = P.at(pairHeld, P.at(P.unitPair, u)) == 0;
  return (
    gain(P.at(P.unitP, u), P.at(P.unitPointsP, u), P.at(P.unitGroupP, u), first) +
    gain(P.at(P.unitQ, u), P.at(P.unitPointsQ, u), P.at(P.unitGroupQ, u), first)
  );
}

/** Points of p from its unit u: the direct wish for the first held unit of the pair, the organisation's once. */
function pointsFrom(u: i32, p: i32, firstOfPair: bool): f64 {
  const isP = P.at(P.unitP, u) == p;
  let sum: f64 = 0;
  if (firstOfPair) sum += P.at(isP ? P.unitPointsP : P.unitPointsQ, u);
  const g = P.at(isP ? P.unitGroupP : P.unitGroupQ, u);
  if (g >= 0 && ld(scratch + (g << 2)) == 0) {
    st(scratch + (g << 2), 1);
    sum += P.at(P.groupPoints, g);
  }
  return sum;
}

export function total(): void {
  if (P.fairness == 0) return;
  zero(scratch, P.nGroups * 4);
  let sum: f64 = 0;
  for (let p = 0; p < P.nParticipants; p++) {
    let s: f64 = 0;
    const end = P.at(P.adjacentStart, p + 1);
    for (let i = P.at(P.adjacentStart, p); i < end; i++) {
      const u = P.at(P.adjacent, i);
      if (!held(u)) continue;
      let earlier = false;
      for (let x = P.at(P.pairUnit, P.at(P.unitPair, u)); x < u; x++) if (held(x)) earlier = true;
      s += pointsFrom(u, p, !earlier);
    }
    sum -= cost(p, s);
  }
  score(TERM_FAIRNESS, sum);
}
